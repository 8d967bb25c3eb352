"""The mouse over an article: pointing at sentences and terms, and selecting text."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from newsreader.article import Row
from newsreader.tui.arrangement import Column
from newsreader.tui.layout import Layout
from newsreader.tui.selection import Place, Selection, place_at
from newsreader.tui.widgets.lines import Lines


class Pointing(Lines, inherit_bindings=False):
    """A laid-out article that can be pointed at."""

    class Clicked(Message):
        """The reader pointed at row ``index`` (from 0), perhaps at its ``term``."""

        def __init__(self, index: int, term: int | None) -> None:
            self.index = index
            self.term = term
            super().__init__()

    class DoubleClicked(Message):
        """The reader pointed twice at the character ``offset`` of the Korean of row ``index``."""

        def __init__(self, index: int, offset: int) -> None:
            self.index = index
            self.offset = offset
            super().__init__()

    class Hovered(Message):
        """The pointer came over a term, ``place`` (row's index, term's number), or left it."""

        def __init__(self, place: tuple[int, int] | None) -> None:
            self.place = place
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
        self._selection: Selection | None = None
        #: Where the mouse button went down, until it is up again.
        self._pressed: tuple[Column, Place] | None = None
        self._under_pointer: tuple[int, int] | None = None

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
        """Select up to the pointer, in the column in which it began; look what is under it."""
        if self._layout is None:
            return
        if self._pressed is None:
            self._hover(self._term_at(event.x, event.y + self.scroll_offset.y))
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
            self._click(*pressed, event.x, event.y + self.scroll_offset.y)

    def on_click(self, event: events.Click) -> None:
        """Hand over the word that was clicked twice."""
        if event.chain != 2 or self._layout is None:
            return
        found = place_at(self._layout, event.x, event.y + self.scroll_offset.y)
        if found is not None and found[0] == "korean":
            self.post_message(self.DoubleClicked(*found[1]))

    def on_leave(self) -> None:
        """Nothing is under the pointer any more."""
        self._hover(None)

    def _hover(self, place: tuple[int, int] | None) -> None:
        if place != self._under_pointer:
            self._under_pointer = place
            self.post_message(self.Hovered(place))

    def _term_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the row's index and the term's number at a cell of the article."""
        layout = self._layout
        line = layout.line(y) if layout else None
        if layout is None or line is None or not line.korean:
            return None
        start = layout.x_of(line.row, line, line.korean[0])
        end = layout.x_of(line.row, line, line.korean[1])
        if not start <= x < end:
            return None
        at = layout.offset_at(line, "korean", x)
        terms = enumerate(self.rows[line.row].terms)
        return next(
            ((line.row, n) for n, one in terms if at is not None and one.start <= at < one.end),
            None,
        )

    def selected_span(self) -> tuple[Row, Column, tuple[int, int]] | None:
        """Return the row, column and offsets of what is selected in the first row of it."""
        chosen = self._selection
        if chosen is None or self._layout is None:
            return None
        index = min(chosen.start, chosen.end).row
        row = self.rows[index]
        text = row.ko if chosen.column == "korean" else row.en or ""
        span = chosen.span(index, len(text))
        return (row, chosen.column, span) if span else None

    def select(self, selection: Selection | None) -> None:
        """Show ``selection``, or none."""
        if selection != self._selection:
            self._selection = selection
            self._draw_anew()

    def _click(self, column: Column, place: Place, x: int, y: int) -> None:
        """Say which row was pointed at, and which of its terms."""
        found = self._term_at(x, y) if column == "korean" else None
        self.post_message(self.Clicked(place.row, found[1] if found else None))
