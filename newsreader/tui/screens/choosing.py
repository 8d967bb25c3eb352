"""What the lists to choose from share: the keys that move in them, and a hint at their foot."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from newsreader.tui.cells import wrap
from newsreader.tui.screens.window import Window

Choice = TypeVar("Choice")
#: The lines of the border and of a question of one line above the list, with the blank under it.
_FRAME = 4


def hanging(text: str, width: int, indent: int) -> str:
    """Return ``text`` wrapped to ``width`` cells, all lines but the first one set in."""
    lines = wrap(text, max(width - indent, 10))
    return f"\n{'':{indent}}".join(text[start:end] for start, end in lines)


class ChoosingScreen(Window[Choice]):
    """A window over the screen with one list of options in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back"),
        Binding("j", "focused.cursor_down", "Down", show=False),
        Binding("k", "focused.cursor_up", "Up", show=False),
        Binding("space,ctrl+d,ctrl+f", "focused.page_down", "Page Down", show=False),
        Binding("b,ctrl+u,ctrl+b", "focused.page_up", "Page Up", show=False),
        Binding("g", "focused.first", "First", show=False),
        Binding("G", "focused.last", "Last", show=False),
    ]
    #: What the lower edge says of the keys.
    HINT: ClassVar[str] = ""

    DEFAULT_CSS = """
    ChoosingScreen {
        & > Vertical {
            width: 90%; max-width: 100; height: auto; max-height: 90%; padding: 0 1;
        }
        & OptionList, & OptionList:focus {
            height: auto; border: none; padding: 0; background: $surface;
            background-tint: $surface 0%; scrollbar-size-vertical: 1;
        }
        & Static { height: auto; padding-bottom: 1; }
    }
    """

    def on_mount(self) -> None:
        """Say what can be done."""
        self.query_one(Vertical).border_subtitle = Content(self.HINT)

    def on_resize(self) -> None:
        """Give the list what the window leaves; what is longer scrolls."""
        room = self.size.height * 9 // 10 - _FRAME
        for choices in self.query(OptionList):
            choices.styles.max_height = max(room, 2)
