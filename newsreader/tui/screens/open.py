"""Asking for a source: a web address or the path of a saved page."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class OpenScreen(ModalScreen[str | None]):
    """One text field; Enter opens what it says, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    DEFAULT_CSS = """
    OpenScreen {
        align: center middle;
        & > Vertical {
            width: 80%; max-width: 90; height: auto; padding: 1 2;
            background: $surface; border: round $accent;
        }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the question and the field."""
        with Vertical():
            yield Static("Web address, file (.html, .txt) or library number", markup=False)
            yield Input(placeholder="https://…")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)
