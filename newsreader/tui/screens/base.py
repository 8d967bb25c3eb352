"""What every screen with single-key commands shares: counts, sequences and the Korean keyboard."""

from typing import ClassVar

from textual import events
from textual.screen import Screen

from newsreader.tui.commands import Command
from newsreader.tui.hangul_keys import latin_keys
from newsreader.tui.sequences import Sequences

_HANGUL_HINT = "한글 입력 중: the keys work all the same (ㅓ is j); Latin input answers sooner."


class CommandScreen(Screen[None]):
    """A screen whose commands are single keys."""

    #: The commands of the screen and of the app, as help and palette list them.
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()

    _hangul_hint_shown = False

    def __init__(self) -> None:
        super().__init__()
        self.sequences = Sequences(())

    @property
    def commands_here(self) -> tuple[Command, ...]:
        """The commands with the keys that the reader gave them."""
        keymap = getattr(self.app, "keys", None)
        return keymap.applied(self.COMMANDS_HERE) if keymap else self.COMMANDS_HERE

    def _on_mount(self, event: events.Mount) -> None:
        super()._on_mount(event)
        self.sequences = Sequences(self.commands_here)

    def tell_notices(self, notices: list[str]) -> None:
        """Show what the reader should hear once, and forget it."""
        while notices:
            self.notify(notices.pop(0), severity="warning", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take counts, sequences and Hangul; the bindings get the rest."""
        if event.character and (keys := latin_keys(event.character)):
            event.stop()
            if not CommandScreen._hangul_hint_shown:
                CommandScreen._hangul_hint_shown = True
                self.notify(_HANGUL_HINT, markup=False)
            for key in keys:
                # As if the terminal had sent it: an event of this screen's own would not reach the
                # bindings of the app above it.
                self.app.post_message(events.Key(key, key).set_sender(self.app))
        elif (action := self.sequences.press(event.key)) is not None:
            event.stop()
            if action:
                self.call_next(self.run_action, action)
