"""Where everything of an open article stands: a pure function of rows, width and view.

A *line* is one line of the screen, counted from the top of the article. Each row owns the lines
from ``top(i)`` up to ``top(i + 1)``; a blank line above a row belongs to it. Nothing here knows
Textual, so all of it is tested without a screen.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from newsreader.article import Row
from newsreader.tui.arrangement import PLAIN, Arrangement, Column, columns
from newsreader.tui.cells import crop, width_of, wrap
from newsreader.tui.interlinear import Gloss, Stop, set_words

#: How far captions, quotations and list items are set in.
INDENT = 2

_INDENTED = frozenset({"caption", "quote", "list"})
#: Blocks that belong together stand without a blank line between them.
_HEAD = frozenset({"title", "subtitle"})
#: Blank lines between the sentences of a block, and between blocks.
_SPACES = {"compact": (0, 0), "normal": (0, 1), "wide": (1, 2)}


class Line(NamedTuple):
    """One line of the screen: what of which row stands on it.

    ``korean`` and ``english`` are (start, end) offsets into the row's Korean and into
    :func:`english_of` it; None where that column is empty on this line. ``stops`` say where the
    words of an interlinear line stand, ``glosses`` what is under them (cell of the column, text),
    or how the row is said.
    """

    row: int
    first: bool = False
    korean: tuple[int, int] | None = None
    english: tuple[int, int] | None = None
    stops: tuple[Stop, ...] = ()
    glosses: tuple[tuple[int, str], ...] | None = None


def english_of(row: Row, *, revealed: bool = True) -> str:
    """Return what the English column says of ``row``: its English, or why there is none."""
    if row.en is not None:
        return row.en if revealed else "· · ·"
    if row.status == "pending":
        return "…"
    return f"[{row.reason or 'not translated'}]"


class Layout:
    """The lines of one article at one width, kept up to date as rows change."""

    def __init__(
        self,
        rows: Sequence[Row],
        width: int,
        arrangement: Arrangement = PLAIN,
        *,
        revealed: frozenset[int] = frozenset(),
        glosses: Mapping[int, Sequence[Gloss]] | None = None,
        stances: Mapping[int, str] | None = None,
    ) -> None:
        """Lay ``rows`` out; by row id, ``glosses`` are for the interlinear view and ``stances``
        say how a row is said, where the arrangement wants that.
        """
        self.rows = list(rows)
        self.view = arrangement.view
        self.columns = columns(width, arrangement, rows=max((row.id for row in rows), default=0))
        self.revealed = set(revealed)
        self._english_first = arrangement.order == "english-korean"
        self._spaces = _SPACES[arrangement.spacing]
        self._glosses = dict(glosses or {})
        self._stances = dict(stances or {}) if arrangement.stance else {}
        self._lines: list[tuple[Line, ...]] = [self._wrap(index) for index in range(len(rows))]
        #: The first lines of rows, counted as far down as anyone has asked since a line moved.
        self._tops = [0]

    @property
    def height(self) -> int:
        """The number of lines of the whole article."""
        return self.top(len(self.rows))

    def top(self, index: int) -> int:
        """Return the first line of row ``index``; of the row after the last, the height."""
        tops = self._tops
        for lines in self._lines[len(tops) - 1 : index]:
            tops.append(tops[-1] + len(lines))
        return tops[index]

    def text_top(self, index: int) -> int:
        """Return the first line of row ``index`` that has text on it."""
        return self.top(index) + self._space_above(index)

    def row_at(self, y: int) -> int:
        """Return the index of the row that owns line ``y``, or the nearest one."""
        if y >= self._tops[-1]:
            self.top(len(self.rows))
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self.rows) - 1)

    def line(self, y: int) -> Line | None:
        """Return line ``y``, or None below the end."""
        if not 0 <= y < self.height:
            return None
        index = self.row_at(y)
        return self._lines[index][y - self.top(index)]

    def lines(self, index: int) -> tuple[Line, ...]:
        """Return the lines of row ``index``."""
        return self._lines[index]

    def is_revealed(self, index: int) -> bool:
        """Say whether the English of row ``index`` is shown in this view."""
        return self.view != "reveal" or index in self.revealed

    def english(self, index: int) -> str:
        """Return what the English column says of row ``index`` in this view."""
        return english_of(self.rows[index], revealed=self.is_revealed(index))

    def replace(self, index: int, row: Row) -> bool:
        """Put ``row`` in place of row ``index``; say whether any line moved."""
        before, self.rows[index] = self.rows[index], row
        return _said(row) != _said(before) and self._wrap_anew(index)

    def _wrap_anew(self, index: int) -> bool:
        """Wrap row ``index`` again; say whether any line moved."""
        before = len(self._lines[index])
        self._lines[index] = self._wrap(index)
        if moved := len(self._lines[index]) != before:
            del self._tops[index + 1 :]
        return moved

    def reveal(self, index: int) -> bool:
        """Show or hide the English of row ``index``; say whether any line moved."""
        self.revealed ^= {index}
        return self._wrap_anew(index)

    def gloss(self, index: int, glosses: Sequence[Gloss]) -> bool:
        """Put glosses under the words of row ``index``; say whether any line moved."""
        self._glosses[self.rows[index].id] = glosses
        return self._wrap_anew(index)

    def tag(self, index: int, stance: str) -> bool:
        """Say under row ``index`` how it is said; return whether any line moved."""
        self._stances[self.rows[index].id] = stance
        return self._wrap_anew(index)

    def x_of(self, index: int, line: Line, offset: int) -> int:
        """Return the cell of ``offset`` of row's Korean, which stands on ``line``."""
        left, ko = self.columns.korean + self.indent(index), self.rows[index].ko
        for stop in line.stops:
            if offset < stop.end or stop is line.stops[-1]:
                return left + stop.x + width_of(ko[stop.start : max(offset, stop.start)])
        return left + width_of(ko[line.korean[0] if line.korean else 0 : offset])

    def offset_at(self, line: Line, column: Column, x: int) -> int | None:
        """Return the offset of the character of ``column`` under cell ``x`` of ``line``.

        The nearest one where ``x`` is beside the text; None where that column has no text there.
        """
        span = line.korean if column == "korean" else line.english
        if span is None:
            return None
        korean = column == "korean"
        text = self.rows[line.row].ko if korean else self.english(line.row)
        x -= (self.columns.korean if korean else self.columns.english) + self.indent(line.row)
        if korean and line.stops:
            stop = next((one for one in reversed(line.stops) if one.x <= x), line.stops[0])
            span, x = (stop.start, stop.end), x - stop.x
        offset = span[0] + _characters(text[slice(*span)], x)
        return min(offset, max(span[1] - 1, span[0]))

    def find(self, index: int, offset: int) -> tuple[int, int]:
        """Return (line, offset of that line's first character) of ``offset`` in row's Korean."""
        for number, line in enumerate(self._lines[index]):
            if line.korean and line.korean[0] <= offset < line.korean[1]:
                return self.top(index) + number, line.korean[0]
        return self.text_top(index), 0

    def _space_above(self, index: int) -> int:
        """Return how many blank lines set row ``index`` off from the one before."""
        if index == 0:
            return 0
        here, before = self.rows[index].segment, self.rows[index - 1].segment
        inside, between = self._spaces
        if here.block == before.block:
            interleaved = self.columns.stacked and self.view not in {"korean", "english"}
            return max(inside, int(interleaved))
        return inside if {here.kind, before.kind} <= _HEAD else between

    def _wrap(self, index: int) -> tuple[Line, ...]:
        row = self.rows[index]
        inset = self.indent(index)
        korean: Sequence[Line] = ()
        english: Sequence[Line] = ()
        # English alone leaves out no sentence: one without English stands there in Korean.
        if self.view == "interlinear":
            korean = self._interlinear(index, self.columns.korean_width - inset)
        elif self.view != "english" or row.en is None:
            spans = wrap(row.ko, self.columns.korean_width - inset)
            korean = [Line(index, n == 0, korean=span) for n, span in enumerate(spans)]
        if self.view != "korean":
            spans = wrap(self.english(index), self.columns.english_width - inset)
            english = [Line(index, n == 0, english=span) for n, span in enumerate(spans)]
        # Under the Korean, where there is some.
        korean = [*korean, *self._tag(index, self.columns.korean_width - inset)]
        blank = (Line(index),) * self._space_above(index)
        if not self.columns.stacked:
            return (*blank, *_beside(index, korean, english))
        over, under = (english, korean) if self._english_first else (korean, english)
        if self.view == "english" and row.en is not None:
            over, under = english, korean
        if over and under:
            under = [under[0]._replace(first=False), *under[1:]]
        return (*blank, *over, *under)

    def _tag(self, index: int, width: int) -> list[Line]:
        """Return the line that says how row ``index`` is said, if anything is known of that."""
        stance = self._stances.get(self.rows[index].id, "")
        return [Line(index, glosses=((0, crop(f"~ {stance}", width)),))] if stance else []

    def _interlinear(self, index: int, width: int) -> list[Line]:
        """Return lines of Korean with a line of glosses under each."""
        row = self.rows[index]
        lines: list[Line] = []
        for stops, glosses in set_words(row.ko, self._glosses.get(row.id, ()), width):
            span = (stops[0].start, stops[-1].end) if stops else (0, 0)
            lines.append(Line(index, not lines, korean=span, stops=stops))
            lines.append(Line(index, glosses=glosses))
        return lines

    def indent(self, index: int) -> int:
        """Return how many cells row ``index`` is set in."""
        return INDENT if self.rows[index].segment.kind in _INDENTED else 0


def _said(row: Row) -> tuple[object, ...]:
    """Return what of ``row`` is wrapped; its terms and warnings change no line."""
    return row.segment, row.en, row.status, row.reason


def _beside(index: int, korean: Sequence[Line], english: Sequence[Line]) -> list[Line]:
    """Return two columns of lines as one."""
    empty = Line(index)
    return [
        Line(index, n == 0, left.korean, right.english, glosses=left.glosses)
        for n, (left, right) in enumerate(zip_longest(korean, english, fillvalue=empty))
    ]


def _characters(text: str, x: int) -> int:
    """Return the offset of the character under cell ``x``."""
    for index in range(len(text)):
        if x < width_of(text[: index + 1]):
            return index
    return len(text)
