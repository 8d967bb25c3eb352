"""The line to search in: what is typed is found at once, in both columns."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from newsreader.tui.messages import SearchKept, SearchLeft, SearchTyped


class SearchBar(Input):
    """One line above the hints. Enter keeps what was found, Esc forgets it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self) -> None:
        super().__init__(placeholder="search Korean and English; ㅎㅂㄷ finds 한반도")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(SearchTyped(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(SearchKept())

    def action_leave(self) -> None:
        """Give the search up."""
        self.value = ""
        self.post_message(SearchLeft())
