"""What the lists to choose from share: moving with j and k, leaving with Esc."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

Choice = TypeVar("Choice")


class ChoosingScreen(ModalScreen[Choice]):
    """A window over the screen with one list of options in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back"),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    DEFAULT_CSS = """
    ChoosingScreen {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 100; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $accent;
        }
        & OptionList, & OptionList:focus {
            height: auto; max-height: 30; border: none; background: $surface;
        }
        & Static { height: auto; padding-bottom: 1; }
    }
    """

    def action_move(self, options: int) -> None:
        """Move in the list."""
        choices = self.query_one(OptionList)
        if options > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()
