"""The cursor in an article: on a row, and perhaps on a term or a word of it."""

from collections.abc import Callable

from textual.message import Message

from newsreader.article import Match, Row
from newsreader.tui.cells import width_of
from newsreader.tui.placement import Box
from newsreader.tui.widgets.pointing import Pointing


class Walking(Pointing, inherit_bindings=False):
    """A laid-out article with a cursor that moves by rows, paragraphs, terms, words and pages."""

    class Moved(Message):
        """The cursor is on another row, or on another term or word of it."""

        def can_replace(self, message: Message) -> bool:
            """Let only the last of a burst arrive."""
            return isinstance(message, Walking.Moved)

    def __init__(self) -> None:
        super().__init__()
        self._index: dict[int, int] = {}
        self._cursor = 0
        self._term: int | None = None
        self._word: tuple[int, int] | None = None
        #: Called at each move: what it draws elsewhere comes in the frame of the move itself, what
        #: is drawn at the message comes one later.
        self.at_move: Callable[[], object] = lambda: None

    # Where it is

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self._cursor] if self.rows else None

    def by_id(self, number: int) -> Row:
        """Return the row of id ``number`` as it is now. Raises KeyError when there is none."""
        return self.rows[self._index[number]]

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
    def index(self) -> int:
        """The cursor's row, counted from 0."""
        return self._cursor

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
        self._redraw(before)
        self._redraw(self._cursor)
        self._keep_in_view()
        self.at_move()
        self.post_message(self.Moved())

    def move_to_place(self, index: int, start: int, end: int) -> None:
        """Put the cursor on the term, or else the word, at a place of a row's Korean."""
        from newsreader.korean.word import WORD

        row = self.rows[index]
        terms = (at for at, one in enumerate(row.terms) if one.start < end and one.end > start)
        term = next(terms, None)
        words = (found.span() for found in WORD.finditer(row.ko))
        word = next((one for one in words if one[0] < end and one[1] > start), None)
        self.move_to(index, term, word if term is None else None)

    def move_to_id(self, number: int) -> None:
        """Put the cursor on the row of id ``number``, if there is one."""
        if number in self._index:
            self.move_to(self._index[number])

    def move_block(self, blocks: int) -> None:
        """Go to the first row of a later (1) or an earlier (-1) paragraph."""
        index, step = self._cursor, 1 if blocks > 0 else -1
        starts = [
            n
            for n, row in enumerate(self.rows)
            if n == 0 or row.segment.block != self.rows[n - 1].segment.block
        ]
        left = [n for n in starts if (n - index) * step > 0][::step]
        if left:
            self.move_to(left[min(abs(blocks), len(left)) - 1])
        elif self.rows:
            self.move_to(len(self.rows) - 1 if step > 0 else 0)

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
        from newsreader.korean.word import WORD

        index, spot = self._cursor, self.spot
        while 0 <= index < len(self.rows):
            words = [found.span() for found in WORD.finditer(self.rows[index].ko)]
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
        shown, top = self.scroll_offset.y, self._layout.text_top(self._cursor)
        index = self._layout.row_at(min(max(top + lines, 0), self._layout.height - 1))
        self._scroll(shown + lines)
        if index == self._cursor:
            bottom = self._layout.top(index + 1)
            if bottom > shown + self.size.height if pages > 0 else top < shown:
                self.post_message(self.Moved())
                return  # there is more of this row to read
            index += 1 if pages > 0 else -1
        self.move_to(index)

    def spot_box(self) -> Box | None:
        """Return where the current term or word (or row) stands in the widget, in cells."""
        return self.box_of(self._cursor, self.spot)

    def box_of(self, index: int, spot: tuple[int, int] | None) -> Box | None:
        """Return where a part of the Korean of row ``index`` stands in the widget, in cells."""
        layout = self._layout
        if layout is None or not 0 <= index < len(self.rows):
            return None
        row = self.rows[index]
        y, _ = layout.find(index, spot[0] if spot else 0)
        line = layout.line(y)
        x = layout.x_of(index, line, spot[0] if spot else 0) if line else 0
        width = 1
        height = 1
        if spot:
            width = width_of(row.ko[slice(*spot)])
            height = layout.find(index, spot[1] - 1)[0] - y + 1
        return Box(x, y - self.scroll_offset.y, max(width, 1), height)

    # Upkeep

    def _redraw(self, index: int) -> None:
        """Draw the lines of one row anew."""
        raise NotImplementedError

    def _keep_in_view(self) -> None:
        """Scroll, by about half a window, when the current row is not wholly in view.

        Of a row that is higher than the window the part with the current term or word is.
        """
        layout = self._layout
        if layout is None or not self.rows:
            return
        height, shown = self.size.height, self.scroll_offset.y
        above, top = layout.top(self._cursor), layout.text_top(self._cursor)
        bottom = layout.top(self._cursor + 1)
        if bottom - top > height:
            start, end = self.spot or (0, 1)
            first = layout.find(self._cursor, start)[0]
            last = layout.find(self._cursor, end - 1)[0]
            if first < shown or last >= shown + height:
                self._scroll(min(max(last - height // 2, top), first))
        elif top < shown:
            self._scroll(max(0, bottom - height // 2) if above < shown - height else above)
        elif bottom > shown + height:
            self._scroll(min(max(above - height // 3, bottom - height), top))
