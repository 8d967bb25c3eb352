"""Asking for one line of text: an address, a path, a tag."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from newsreader.tui.screens.window import Window


class AskScreen(Window[str | None]):
    """A question with one text field; Enter returns what it says, Esc leaves and returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    DEFAULT_CSS = """
    AskScreen {
        & > Vertical {
            width: 80%; max-width: 90; height: auto; padding: 1 2;
        }
    }
    """

    def __init__(self, question: str, placeholder: str = "", value: str = "") -> None:
        super().__init__()
        self._question = question
        self._placeholder = placeholder
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out the question and the field."""
        with Vertical() as window:
            window.border_subtitle = Content("Enter goes on  Esc back")
            yield Static(self._question, markup=False)
            yield Input(self._value, placeholder=self._placeholder, max_length=4000)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
