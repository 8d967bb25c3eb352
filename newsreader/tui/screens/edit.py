"""Writing one's own English for a sentence."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from newsreader.tui.screens.window import Window


class EditScreen(Window[str | None]):
    """The Korean above, the English to write below; returns the English, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Keep"),
        Binding("escape", "dismiss", "Leave"),
    ]

    DEFAULT_CSS = """
    EditScreen {
        & > Vertical {
            width: 86%; max-width: 100; height: auto; padding: 0 1;
        }
        & Static { height: auto; max-height: 30vh; padding: 0 1; }
        & TextArea { height: auto; min-height: 2; max-height: 40vh; }
    }
    """

    def __init__(self, korean: str, english: str) -> None:
        super().__init__()
        self._korean = korean
        self._english = english

    def compose(self) -> ComposeResult:
        """Lay out the Korean, the field and the hint."""
        with Vertical() as window:
            window.border_subtitle = Content("Ctrl-s keeps it  Esc back")
            yield Static(self._korean, markup=False)
            yield TextArea(self._english, soft_wrap=True)

    def on_mount(self) -> None:
        """Start at the end of the text."""
        field = self.query_one(TextArea)
        field.focus()
        field.move_cursor(field.document.end)

    def action_save(self) -> None:
        """Return what was written."""
        text = " ".join(self.query_one(TextArea).text.split())
        self.dismiss(text or None)
