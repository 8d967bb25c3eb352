"""The article: one line-API widget that draws rows of Korean and English.

One widget, not one for each sentence: a key then repaints two rows, whatever the length of the
article. ``render_line`` neither wraps nor parses; :mod:`newsreader.tui.layout` did that before.
"""

import re
from collections.abc import Iterable, Sequence

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from newsreader.article import Match, Row
from newsreader.tui.cells import width_of
from newsreader.tui.layout import SHARE, Layout, View
from newsreader.tui.pen import Pen
from newsreader.tui.placement import Box
from newsreader.tui.search import Column, Hit
from newsreader.tui.styles import style_of
from newsreader.tui.widgets.pointing import Pointing

#: What ``h`` and ``l`` go by: what stands between blanks, without marks at its ends.
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")


class Document(Pointing, can_focus=True, inherit_bindings=False):
    """Rows of Korean with English beside it, a cursor on one row and perhaps on a term in it."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Document {
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        overflow-y: scroll;
    }
    """

    class Moved(Message):
        """The cursor is on another row, or on another term or word of it."""

        def can_replace(self, message: Message) -> bool:
            """Let only the last of a burst arrive."""
            return isinstance(message, Document.Moved)

    def __init__(self) -> None:
        super().__init__()
        self._index: dict[int, int] = {}
        self._cursor = 0
        self._term: int | None = None
        self._word: tuple[int, int] | None = None
        self._view: View = "both"
        self._share = SHARE
        self._hits: dict[tuple[int, Column], list[tuple[int, int]]] = {}
        self._styles: dict[str, Style] = {}
        #: How often the whole article was laid out; tests count it.
        self.layouts_made = 0

    # What it shows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self._cursor] if self.rows else None

    @property
    def term(self) -> Match | None:
        """The term under the cursor."""
        row = self.row
        if row is None or self._term is None or self._term >= len(row.terms):
            return None
        return row.terms[self._term]

    @property
    def word(self) -> tuple[int, int] | None:
        """Where the word under the cursor starts and ends in the row's Korean."""
        return self._word

    @property
    def spot(self) -> tuple[int, int] | None:
        """Where the word or the term under the cursor starts and ends."""
        term = self.term
        return self._word or ((term.start, term.end) if term else None)

    @property
    def view_mode(self) -> View:
        """Which columns are shown."""
        return self._view

    def show(self, rows: Sequence[Row], *, cursor: int = 1) -> None:
        """Show ``rows`` with the cursor on the row of id ``cursor``."""
        self._rows = rows
        self._index = {row.id: index for index, row in enumerate(rows)}
        self._cursor = self._index.get(cursor, 0)
        self._term = self._word = None
        self._lay_out()
        self.call_after_refresh(self._keep_in_view)

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Put ``rows`` in the place of those with the same ids; what is in view stays there."""
        layout = self._layout
        if layout is None:
            by_id = {row.id: row for row in rows}
            self._rows = [by_id.get(row.id, row) for row in self._rows]
            return
        anchor = layout.row_at(self.scroll_offset.y)
        within = self.scroll_offset.y - layout.top(anchor)
        moved = False
        for row in rows:
            index = self._index[row.id]
            moved |= layout.replace(index, row)
            self._forget(index)
        if moved:
            self._strips.clear()
            self.virtual_size = Size(self.size.width, layout.height)
            within = min(within, layout.top(anchor + 1) - layout.top(anchor) - 1)
            self._scroll(layout.top(anchor) + within)
            self.refresh()

    def set_view(self, view: View) -> None:
        """Show both columns, Korean only, or English only where it is asked for."""
        self._view = view
        self._lay_out()
        self._keep_in_view()

    def set_share(self, share: float) -> None:
        """Give Korean ``share`` of the width (0.25 to 0.75)."""
        self._share = min(max(share, 0.25), 0.75)
        self._lay_out()
        self._keep_in_view()

    @property
    def share(self) -> float:
        """The part of the width that Korean has."""
        return self._share

    def toggle_reveal(self) -> None:
        """Show or hide the English of the current row, when the view hides it."""
        if self._layout is None or self._view != "reveal" or not self.rows:
            return
        self._layout.reveal(self._cursor)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._layout.height)
        self._keep_in_view()
        self.refresh()

    def show_hits(self, hits: Iterable[Hit]) -> None:
        """Highlight what a search found, and nothing else."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault((hit.row, hit.column), []).append((hit.start, hit.end))
        self._strips.clear()
        self.refresh()

    @property
    def index(self) -> int:
        """The cursor's row, counted from 0."""
        return self._cursor

    def visible_ids(self) -> list[int]:
        """Return the ids of the rows in the window, the current one first."""
        if self._layout is None or not self.rows:
            return []
        top = self._layout.row_at(self.scroll_offset.y)
        bottom = self._layout.row_at(self.scroll_offset.y + max(self.size.height - 1, 0))
        seen = [self.rows[index].id for index in range(top, bottom + 1)]
        return [self.rows[self._cursor].id, *seen]

    # Moving

    def move(self, rows: int) -> None:
        """Move the cursor by a number of rows, as far as there are any."""
        self.move_to(self._cursor + rows)

    def move_to(
        self, index: int, term: int | None = None, word: tuple[int, int] | None = None
    ) -> None:
        """Put the cursor on row ``index`` (from 0), perhaps on a term or a word of it.

        ``term`` counts the row's terms from 0, ``word`` is where the word starts and ends.
        """
        if not self.rows:
            return
        before = self._cursor
        self._cursor = min(max(index, 0), len(self.rows) - 1)
        self._term, self._word = term, word
        self._forget(before)
        self._forget(self._cursor)
        self._keep_in_view()
        self.post_message(self.Moved())

    def move_to_id(self, number: int) -> None:
        """Put the cursor on the row of id ``number``, if there is one."""
        if number in self._index:
            self.move_to(self._index[number])

    def move_term(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) term; say whether there was one."""
        index, term = self._cursor, self._term
        if term is not None:
            term += step
        elif step > 0:
            term = 0
        else:
            index, term = index - 1, -1
        while 0 <= index < len(self.rows):
            terms = self.rows[index].terms
            if term < 0 and terms:
                term = len(terms) - 1
            if 0 <= term < len(terms):
                self.move_to(index, term)
                return True
            index += step
            term = 0 if step > 0 else -1
        return False

    def move_word(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) word; say whether there was one."""
        index, spot = self._cursor, self.spot
        while 0 <= index < len(self.rows):
            words = [found.span() for found in _WORD.finditer(self.rows[index].ko)]
            if spot is not None:
                start, end = spot
                words = [one for one in words if (one[0] >= end if step > 0 else one[1] <= start)]
            if words:
                self.move_to(index, word=words[0] if step > 0 else words[-1])
                return True
            index, spot = index + step, None
        return False

    def page(self, pages: float) -> None:
        """Move the cursor by a part of the window's height and keep its place in the window."""
        if self._layout is None or not self.rows:
            return
        lines = round(pages * max(self.size.height - 1, 1))
        target = self._layout.text_top(self._cursor) + lines
        index = self._layout.row_at(min(max(target, 0), self._layout.height - 1))
        if index == self._cursor:
            index += 1 if pages > 0 else -1
        self._scroll(self.scroll_offset.y + lines)
        self.move_to(index)

    def spot_box(self) -> Box | None:
        """Return where the current term or word (or row) stands in the widget, in cells."""
        layout, row = self._layout, self.row
        if layout is None or row is None:
            return None
        spot = self.spot
        y, line_start = layout.find(self._cursor, spot[0] if spot else 0)
        x = layout.columns.korean + layout.indent(self._cursor)
        width = 1
        height = 1
        if spot:
            x += width_of(row.ko[line_start : spot[0]])
            width = width_of(row.ko[slice(*spot)])
            height = layout.find(self._cursor, spot[1] - 1)[0] - y + 1
        return Box(x, y - self.scroll_offset.y, max(width, 1), height)

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
            current = line.row == self._cursor
            pen = Pen(layout, self._background, self._style, self._hits, self._selection)
            strip = pen.draw(
                line,
                width,
                current=current,
                term=self._term if current else None,
                word=self._word if current else None,
            )
            self._strips[line.row, offset] = strip
        return strip

    @property
    def _background(self) -> Style:
        """The style of what is blank; asking Textual for it takes longer than drawing a line."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = style_of(name, self.app.theme_variables)
        return style

    # Events and upkeep

    def on_resize(self) -> None:
        """Lay the article out anew; the row under the cursor stays in view."""
        self._lay_out()
        self._keep_in_view()

    def notify_style_update(self) -> None:
        """Forget drawn lines: the theme has changed."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    def _lay_out(self) -> None:
        if not self._rows or not self.size.width:
            return
        revealed = self._layout.revealed if self._layout else set()
        self._layout = Layout(self.rows, self.size.width, share=self._share, view=self._view)
        for index in revealed:
            self._layout.reveal(index)
        self.layouts_made += 1
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._layout.height)
        self.refresh()

    def _forget(self, index: int) -> None:
        """Redraw the lines of one row."""
        if self._layout is None or not self.rows:
            return
        top = self._layout.top(index)
        count = len(self._layout.lines(index))
        for offset in range(count):
            self._strips.pop((index, offset), None)
        self.refresh_lines(top, count)

    def _keep_in_view(self) -> None:
        """Scroll, by about half a window, when the current row is not wholly in view."""
        layout = self._layout
        if layout is None or not self.rows:
            return
        height = self.size.height
        top, bottom = layout.text_top(self._cursor), layout.top(self._cursor + 1)
        if (spot := self.spot) is not None:
            top = min(top, layout.find(self._cursor, spot[0])[0])
        shown = self.scroll_offset.y
        if top >= shown and bottom <= shown + height:
            return
        above = layout.top(self._cursor)
        if top < shown and bottom - top <= height:
            self._scroll(max(0, bottom - height // 2) if above < shown - height else above)
        else:
            self._scroll(above if bottom - above > height else max(above - height // 3, 0))

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True)
