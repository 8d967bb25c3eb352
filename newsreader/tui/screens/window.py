"""A window over the screen with text in it that scrolls, and is left."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen


class TextWindow(ModalScreen[None]):
    """A window with one VerticalScroll in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Back"),
        Binding("j", "focused.scroll_down", show=False),
        Binding("k", "focused.scroll_up", show=False),
        Binding("space,ctrl+d,ctrl+f", "focused.page_down", show=False),
        Binding("b,ctrl+u,ctrl+b", "focused.page_up", show=False),
        Binding("g", "focused.scroll_home", show=False),
        Binding("G", "focused.scroll_end", show=False),
    ]

    DEFAULT_CSS = """
    TextWindow {
        align: center middle;
        & > VerticalScroll {
            width: 90%; max-width: 110; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $accent;
            border-subtitle-color: $foreground 80%;
            scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        }
        & Static { height: auto; }
    }
    """

    def on_mount(self) -> None:
        """Say how to leave."""
        text = self.query_one(VerticalScroll)
        text.border_subtitle = Content("Esc back")
        text.focus()
