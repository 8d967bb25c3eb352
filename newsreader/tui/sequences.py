"""Counts and two-key commands (``5j``, ``gg``), which Textual's bindings do not know."""

from collections.abc import Callable, Iterable

from newsreader.tui.commands import Command

#: Larger counts are taken for a slip of the finger.
_MOST = 9999


class Sequences:
    """What was typed so far: a count, and perhaps the first key of a sequence."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._actions = {
            key: command.action for command in commands for key in command.keys if "," in key
        }
        self._prefixes = {key.split(",")[0] for key in self._actions}
        self._prefix = ""
        self._count = ""
        self._spent = False
        #: Who gets the next key, whatever it means otherwise.
        self._taker: Callable[[str], None] | None = None

    def take_next(self, taker: Callable[[str], None]) -> None:
        """Hand the next key to ``taker``: the letter behind ``m`` is no command."""
        self._taker = taker

    def press(self, key: str) -> str | None:
        """Look at a key before the bindings do.

        Returns the action of a finished sequence, "" when the key was taken and more may follow,
        None when it is for the bindings. A count lives until the command after it; Escape takes
        back what was typed, and nothing else.
        """
        if self._taker is not None:
            taker, self._taker = self._taker, None
            taker(key)
            return ""
        if self._spent:
            self._count, self._spent = "", False
        prefix, self._prefix = self._prefix, ""
        if key == "escape" and (prefix or self._count):
            self._count = ""
            return ""
        if prefix and (action := self._actions.get(f"{prefix},{key}")) is not None:
            return action
        if key.isdecimal() and (self._count or key != "0"):
            self._count = str(min(int(self._count + key), _MOST))
            return ""
        if key in self._prefixes:
            self._prefix = key
            return ""
        self._spent = True
        return None

    def take_count(self, default: int = 1) -> int:
        """Return the count that was typed, or ``default``, and forget it."""
        count = int(self._count) if self._count else default
        self._count = ""
        return count
