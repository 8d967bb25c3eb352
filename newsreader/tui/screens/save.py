"""Asking for the file to save an article in."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from newsreader.export.save import ENDINGS
from newsreader.tui.screens.window import Window

_HINT = f"The ending says the format: {' '.join(ENDINGS)}. Enter saves, Esc leaves."


class SaveScreen(Window[Path | None]):
    """One text field with a name in it; returns the file to write, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    DEFAULT_CSS = """
    SaveScreen {
        & > Vertical {
            width: 86%; max-width: 100; height: auto; max-height: 100%; padding: 0 1;
        }
        & Static { height: auto; }
    }
    """

    def __init__(self, offered: Path) -> None:
        super().__init__()
        self._offered = offered
        #: The existing file that the reader was asked about.
        self._asked: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out the question, the field and what is to be said."""
        with Vertical():
            yield Static("Save this article, Korean and English, as", markup=False)
            yield Input(str(self._offered), select_on_focus=False)
            yield Static(_HINT, id="said", markup=False)

    def on_mount(self) -> None:
        """Start behind the name; its ending is in view once the field has its width."""
        field = self.query_one(Input)
        field.focus()
        field.action_home()
        self.call_after_refresh(field.action_end)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if not text:
            self.dismiss(None)
            return
        file = Path(text).expanduser()
        if file.suffix.lower() not in ENDINGS:
            self._say(_HINT)
        elif file.is_dir() or not file.parent.is_dir():
            self._say(f"There is no folder {file.parent}.")
        elif file.exists() and self._asked != file:
            self._asked = file
            self._say("That file is there already; Enter once more writes over it.")
        else:
            self.dismiss(file)

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)
