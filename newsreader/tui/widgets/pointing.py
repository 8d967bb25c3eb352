"""The mouse over an article: pointing at sentences and terms, and selecting text."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.article import Row
from newsreader.tui.layout import Layout
from newsreader.tui.search import Column
from newsreader.tui.selection import Place, Selection, place_at


class Pointing(ScrollView, inherit_bindings=False):
    """A laid-out article that can be pointed at."""

    class Clicked(Message):
        """The reader pointed at row ``index`` (from 0), perhaps at its ``term``."""

        def __init__(self, index: int, term: int | None) -> None:
            self.index = index
            self.term = term
            super().__init__()

    class Selected(Message):
        """The reader selected text with the mouse."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._layout: Layout | None = None
        #: Drawn lines, by row and line of the row.
        self._strips: dict[tuple[int, int], Strip] = {}
        self._selection: Selection | None = None
        #: Where the mouse button went down, until it is up again.
        self._pressed: tuple[Column, Place] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are now."""
        return self._layout.rows if self._layout else self._rows

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select where the pointer is."""
        if event.button == 1 and self._layout is not None:
            self._pressed = place_at(self._layout, event.x, event.y + self.scroll_offset.y)
            self.select(None)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer, in the column in which it began."""
        if self._pressed is None or self._layout is None:
            return
        column, start = self._pressed
        found = place_at(self._layout, event.x, event.y + self.scroll_offset.y, column)
        if found is not None and (found[1] != start or self._selection is not None):
            self.select(Selection(column, start, found[1]))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Hand over what was selected; without a selection it was a click."""
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        if self._selection is not None:
            self.post_message(self.Selected(self._selection.text(self.rows)))
        elif pressed is not None and event.button == 1:
            self._click(*pressed, event.x)

    def select(self, selection: Selection | None) -> None:
        """Show ``selection``, or none."""
        if selection != self._selection:
            self._selection = selection
            self._strips.clear()
            self.refresh()

    def _click(self, column: Column, place: Place, x: int) -> None:
        """Say which row was pointed at, and which of its terms."""
        row = self.rows[place.row]
        term = None
        if column == "korean" and self._layout and x >= self._layout.columns.korean:
            at = place.offset
            term = next((n for n, one in enumerate(row.terms) if one.start <= at < one.end), None)
        self.post_message(self.Clicked(place.row, term))
