"""Windows over a screen: what they share, and the ones with text in them that scrolls."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Window(ModalScreen[Result]):
    """A framed box in the middle of the screen; help knows its keys by its bindings.

    Each binding has a description. Bindings with the same one are one line of the help.
    """

    #: The app's own bindings end at a window.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "app.help", "Keys")]

    DEFAULT_CSS = """
    Window {
        align: center middle;
        & > Vertical, & > VerticalScroll {
            background: $surface; border: round $accent;
            border-subtitle-color: $foreground 80%;
        }
    }
    """


class TextWindow(Window[None]):
    """A window with one VerticalScroll in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Back"),
        Binding("j", "focused.scroll_down", "Scroll Down", show=False),
        Binding("k", "focused.scroll_up", "Scroll Up", show=False),
        Binding("space,ctrl+d,ctrl+f", "focused.page_down", "Page Down", show=False),
        Binding("b,ctrl+u,ctrl+b", "focused.page_up", "Page Up", show=False),
        Binding("g", "focused.scroll_home", "Scroll Home", show=False),
        Binding("G", "focused.scroll_end", "Scroll End", show=False),
    ]

    DEFAULT_CSS = """
    TextWindow {
        & > VerticalScroll {
            width: 90%; max-width: 110; height: auto; max-height: 90%; padding: 1 2;
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
