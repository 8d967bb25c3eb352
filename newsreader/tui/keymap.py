"""The keys as the reader wants them: a preset, and changes to it from the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsreader.errors import UsageError
from newsreader.tui.commands import EVERYWHERE, SCREENS, Command
from newsreader.tui.keys import key_name, key_of

#: What presets change against ``vim``, which is what the command tables say.
_NEWSBOAT: dict[str, tuple[str, ...]] = {
    "first-row": ("home",),
    "last-row": ("end",),
    "first-article": ("home",),
    "last-article": ("end",),
    "quotations": ("alt+q",),
    "quit": ("Q", "ctrl+q", "ctrl+c"),
}
PRESETS = ("vim", "newsboat", "plain")


class Keymap:
    """Every command with the keys that it has here."""

    def __init__(self, preset: str, changes: Mapping[str, Sequence[str]]) -> None:
        """Apply ``changes`` (command id to keys as printed, ``Ctrl-d``, ``gg``) to a preset.

        Raises UsageError naming the preset, command or key that is wrong, and the two commands
        that would share a key on one screen.
        """
        if preset not in PRESETS:
            raise UsageError(f"There is no keymap {preset!r}; there are {', '.join(PRESETS)}.")
        known = {command.id for commands in SCREENS.values() for command in commands}
        for name in changes:
            if name not in known:
                from difflib import get_close_matches

                near = get_close_matches(name, known, 1)
                hint = f"did you mean {near[0]!r}?" if near else "README.md lists all."
                raise UsageError(f"The setting keys has the unknown command {name!r}; {hint}")
        wanted = {name: tuple(key_of(key) for key in keys) for name, keys in changes.items()}
        self._commands = {
            command.id: replace(command, keys=wanted.get(command.id) or _keys(command, preset))
            for commands in SCREENS.values()
            for command in commands
        }
        for screen, commands in SCREENS.items():
            self._refuse_clashes(screen, (*commands, *EVERYWHERE))

    def applied(self, commands: Sequence[Command]) -> tuple[Command, ...]:
        """Return ``commands`` with their keys here."""
        return tuple(self._commands[command.id] for command in commands)

    def changed_bindings(self) -> dict[str, str]:
        """Return Textual's keymap: binding ids and the keys they have instead of their own."""
        return {
            command.id: ",".join(key for key in self._commands[command.id].keys if "," not in key)
            for commands in SCREENS.values()
            for command in commands
            if command.keys != self._commands[command.id].keys
        }

    def _refuse_clashes(self, screen: str, commands: Sequence[Command]) -> None:
        owners: dict[str, str] = {}
        for command in self.applied(commands):
            for key in command.keys:
                owner = owners.setdefault(key, command.id)
                if owner != command.id:
                    raise UsageError(
                        f"The key {key_name(key)} would mean both {owner} and {command.id}"
                        f" ({screen}); change one of them in the setting keys."
                    )


def _keys(command: Command, preset: str) -> tuple[str, ...]:
    if preset == "newsboat":
        return _NEWSBOAT.get(command.id, command.keys)
    if preset == "plain":
        return tuple(key for key in command.keys if not _is_letters(key))
    return command.keys


def _is_letters(key: str) -> bool:
    return all(len(part) == 1 and part.isalpha() for part in key.split(","))
