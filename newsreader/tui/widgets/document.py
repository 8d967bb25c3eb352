"""The article: one line-API widget that draws rows of Korean and English.

One widget, not one for each sentence: a key then repaints two rows, whatever the length of the
article. ``render_line`` neither wraps nor parses; :mod:`newsreader.tui.layout` did that before.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import partial

from textual.strip import Strip

from newsreader.article import Match, Row
from newsreader.tui.arrangement import PLAIN, Arrangement, Column, Columns
from newsreader.tui.interlinear import Gloss
from newsreader.tui.layout import Layout
from newsreader.tui.pen import Pen, Spot
from newsreader.tui.search import Hit
from newsreader.tui.widgets.walking import Walking


class Document(Walking, inherit_bindings=False):
    """Rows of Korean with English beside it, a cursor on one row and perhaps on a term in it."""

    def __init__(self) -> None:
        super().__init__()
        self._arrangement = PLAIN
        self._glosses: dict[int, Sequence[Gloss]] = {}
        self._stances: dict[int, str] = {}
        self._marks: Mapping[int, str] = {}
        self._notes: Container[int] = ()
        self._highlights: Mapping[tuple[int, Column], Sequence[tuple[int, int]]] = {}
        self._hits: dict[tuple[int, Column], list[tuple[int, int]]] = {}
        #: Finds what says a term in a row's English.
        self.english_of_term: Callable[[Match, str], tuple[int, int] | None] = _as_it_is
        #: How often the whole article was laid out; tests count it.
        self.layouts_made = 0

    # What it shows

    @property
    def columns(self) -> Columns | None:
        """The columns as they are laid out, in cells from the left edge."""
        return self._layout.columns if self._layout else None

    @property
    def arrangement(self) -> Arrangement:
        """How the article is laid out."""
        return self._arrangement

    def show(self, rows: Sequence[Row], *, cursor: int = 1) -> None:
        """Show ``rows`` with the cursor on the row of id ``cursor``."""
        self._rows = rows
        self._index = {row.id: index for index, row in enumerate(rows)}
        self._cursor = self._index.get(cursor, 0)
        self._term = self._word = None
        self._fit()
        self._draw_anew()

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Put ``rows`` in the place of those with the same ids; what is in view stays there."""
        layout = self._layout
        if layout is None:
            by_id = {row.id: row for row in rows}
            self._rows = [by_id.get(row.id, row) for row in self._rows]
            return
        self._change([(self._index[row.id], partial(layout.replace, row=row)) for row in rows])

    def _change(self, changes: Iterable[tuple[int, Callable[[int], bool]]]) -> None:
        """Make changes to rows, by their indices; the line at the top of the window stays there."""
        layout = self._layout
        assert layout is not None
        anchor = layout.row_at(self.scroll_offset.y)
        within = self.scroll_offset.y - layout.top(anchor)
        moved: list[int] = []
        for index, change in changes:
            self._forget(index)
            if change(index):
                moved.append(index)
            self._refresh_row(index)
        if moved:
            self._set_height(layout.height)
            within = min(within, layout.top(anchor + 1) - layout.top(anchor) - 1)
            self._scroll(layout.top(anchor) + within)
            # What is below the window moves unseen; and what was drawn moves as it is.
            if layout.top(min(moved)) < self.scroll_offset.y + self.size.height:
                self.refresh()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Lay the article out as wanted; the row under the cursor stays in view."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._fit()
            self._draw_anew()

    def show_glosses(self, glosses: Mapping[int, Sequence[Gloss]]) -> None:
        """Put glosses under the words of rows, by their ids, for the interlinear view."""
        self._glosses.update(glosses)
        if self._layout is not None and self._arrangement.view == "interlinear":
            self._change(
                [
                    (self._index[number], partial(self._layout.gloss, glosses=glosses[number]))
                    for number in glosses
                ]
            )

    def show_stances(self, stances: Mapping[int, str]) -> None:
        """Say under rows, by their ids, how they are said, where the arrangement wants that."""
        self._stances.update(stances)
        if self._layout is not None and self._arrangement.stance:
            tag = self._layout.tag
            self._change(
                [
                    (self._index[number], partial(tag, stance=stance))
                    for number, stance in stances.items()
                ]
            )

    def show_marks(self, marks: Mapping[int, str]) -> None:
        """Show the letters of the reader's marks beside rows, by their ids."""
        self._marks = marks
        self._draw_anew()

    def show_highlights(
        self, highlights: Mapping[tuple[int, Column], Sequence[tuple[int, int]]]
    ) -> None:
        """Draw the reader's highlights: where they stand, by row id and column."""
        self._highlights = highlights
        self._draw_anew()

    def show_notes(self, rows: Container[int]) -> None:
        """Show that there are notes on rows, by their ids."""
        self._notes = rows
        self._draw_anew()

    def toggle_reveal(self) -> None:
        """Show or hide the English of the current row, when the view hides it."""
        if self._layout is None or self._arrangement.view != "reveal" or not self.rows:
            return
        self._layout.reveal(self._cursor)
        self._set_height(self._layout.height)
        self._keep_in_view()
        self._draw_anew()

    def show_hits(self, hits: Iterable[Hit]) -> None:
        """Highlight what a search found, and nothing else."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault((hit.row, hit.column), []).append((hit.start, hit.end))
        self._draw_anew()

    def visible_ids(self) -> list[int]:
        """Return the ids of the rows in the window, the current one first."""
        if self._layout is None or not self.rows:
            return []
        top = self._layout.row_at(self.scroll_offset.y)
        bottom = self._layout.row_at(self.scroll_offset.y + max(self.size.height - 1, 0))
        seen = [self.rows[index].id for index in range(top, bottom + 1)]
        return [self.rows[self._cursor].id, *seen]

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        number = y + self.scroll_offset.y
        layout = self._layout
        width = self.size.width
        line = layout.line(number) if layout else None
        if layout is None or line is None:
            return Strip.blank(width, self._background)
        offset = number - layout.top(line.row)
        strip = self._strips.get((line.row, offset))
        if strip is None:
            pen = Pen(
                layout,
                self._background,
                self._style,
                self._hits,
                self._selection,
                self._arrangement.focus,
                self._marks,
                self._notes,
                self._highlights,
            )
            current = line.row == self._cursor
            strip = pen.draw(line, width, self._drawn_spot() if current else None)
            self._strips[line.row, offset] = strip
        return strip

    def _drawn_spot(self) -> Spot:
        """Return what is highlighted in the current row."""
        term, row = self.term, self.row
        english = None
        if term is not None and row is not None and row.en is not None:
            english = self.english_of_term(term, row.en)
        return Spot(self._term, self._word, english)

    # Upkeep

    def _fit(self) -> None:
        self._lay_out()
        self._keep_in_view()

    def _lay_out(self) -> None:
        if not self._rows or not self.size.width:
            return
        self._layout = Layout(
            self.rows,
            self.size.width,
            self._arrangement,
            revealed=frozenset(self._layout.revealed if self._layout else ()),
            glosses=self._glosses,
            stances=self._stances,
        )
        self.layouts_made += 1
        self._set_height(self._layout.height)

    def _redraw(self, index: int) -> None:
        """Draw the lines of one row anew."""
        if self._layout is not None and self.rows:
            self._forget(index)
            self._refresh_row(index)

    def _refresh_row(self, index: int) -> None:
        """Have the lines of one row drawn, as far as they are in the window."""
        assert self._layout is not None
        top, below = self._layout.top(index), self._layout.top(index + 1)
        shown = self.scroll_offset.y
        if top < shown + self.size.height and below > shown:
            self.refresh_lines(top, below - top)

    def _forget(self, index: int) -> None:
        """Forget the drawn lines of one row."""
        if self._layout is not None:
            for offset in range(len(self._layout.lines(index))):
                self._strips.pop((index, offset), None)


def _as_it_is(match: Match, english: str) -> tuple[int, int] | None:
    at = english.casefold().find(match.en.casefold())
    return (at, at + len(match.en)) if at >= 0 else None
