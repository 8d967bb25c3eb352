"""What every screen with single-key commands shares: counts, sequences, and what it says."""

from typing import ClassVar

from textual import events
from textual.notifications import SeverityLevel
from textual.screen import Screen

from newsreader.tui.commands import Command
from newsreader.tui.hangul_keys import latin_keys
from newsreader.tui.keys import key_name
from newsreader.tui.sequences import Sequences
from newsreader.tui.widgets.bars import KeyHints

#: How long something is said, in seconds, where nothing else is wanted.
_SECONDS = 4.0
#: What goes before a sentence at the foot, and its style.
_SAID: dict[SeverityLevel, tuple[str, str]] = {
    "information": ("", "bold"),
    "warning": ("! ", "bold $warning"),
    "error": ("! ", "bold $error"),
}


class CommandScreen(Screen[None]):
    """A screen whose commands are single keys."""

    #: The commands of the screen and of the app, as help and palette list them.
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.sequences = Sequences(())

    @property
    def commands_here(self) -> tuple[Command, ...]:
        """The commands with the keys that the reader gave them."""
        keymap = getattr(self.app, "keys", None)
        return keymap.applied(self.COMMANDS_HERE) if keymap else self.COMMANDS_HERE

    def key_for(self, command: str) -> str:
        """Return the first key of a command as it is printed, for hints and sentences."""
        return next(key_name(one.keys[0]) for one in self.commands_here if one.id == command)

    def _on_mount(self, event: events.Mount) -> None:
        super()._on_mount(event)
        self.sequences = Sequences(self.commands_here)

    def tell_notices(self, notices: list[str]) -> None:
        """Show what the reader should hear once, all of it together, and forget it."""
        if notices:
            timeout = _SECONDS * len(notices)
            self.notify("\n".join(notices), severity="warning", timeout=timeout, markup=False)
            notices.clear()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something at the foot of the screen, over the lines above it if it is long."""
        mark, style = _SAID[severity]
        for foot in self.query(KeyHints):
            if foot.say(message, timeout or _SECONDS, mark=mark, style=style):
                return
            foot.clear()  # what was said before is over
        message = f"{mark}{message}"
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def on_key(self, event: events.Key) -> None:
        """Take counts and sequences; the bindings get the rest, and the app gets Hangul."""
        if latin_keys(event.character or ""):
            return
        if (action := self.sequences.press(event.key)) is not None:
            event.stop()
            if action:
                self.call_next(self.run_action, action)
