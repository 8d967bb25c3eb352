"""Where everything of an open article stands: a pure function of rows, width and view.

A *line* is one line of the screen, counted from the top of the article. Each row owns the lines
from ``top(i)`` up to ``top(i + 1)``; a blank line above a row belongs to it. Nothing here knows
Textual, so all of it is tested without a screen.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from newsreader.article import Row
from newsreader.tui.cells import wrap

View = Literal["both", "korean", "english", "reveal"]
VIEWS: tuple[View, ...] = get_args(View)

#: Below this width the English stands under the Korean instead of beside it.
STACK_BELOW = 72
#: Cells between the two columns.
GAP = 3
#: The mark of the current row, its number and a blank.
GUTTER = 5
#: The part of the text's width that Korean gets: English needs a little more.
SHARE = 0.47
#: How far captions, quotations and list items are set in.
INDENT = 2

_INDENTED = frozenset({"caption", "quote", "list"})
#: Blocks that belong together stand without a blank line between them.
_HEAD = frozenset({"title", "subtitle"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The geometry of one width, in cells from the left edge."""

    korean: int
    korean_width: int
    english: int
    english_width: int
    stacked: bool


def columns(width: int, *, share: float = SHARE, view: View = "both") -> Columns:
    """Divide ``width``; ``share`` is the part of the text's width that Korean gets."""
    gutter = GUTTER if width >= 24 else 2
    # The last column is the scroll bar's.
    room = max(2, width - gutter - 1)
    if view in {"korean", "english"}:
        return Columns(gutter, room, gutter, room, stacked=True)
    if width < STACK_BELOW:
        return Columns(gutter, room, min(gutter + 2, width - 2), max(2, room - 2), stacked=True)
    room -= 1  # a blank before the scroll bar
    left = min(max(round((room - GAP) * share), 20), room - GAP - 20)
    return Columns(gutter, left, gutter + left + GAP, room - GAP - left, stacked=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen: what of which row stands on it.

    ``korean`` and ``english`` are (start, end) offsets into the row's Korean and into
    :func:`english_of` it; None where that column is empty on this line.
    """

    row: int
    first: bool = False
    korean: tuple[int, int] | None = None
    english: tuple[int, int] | None = None


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
        self, rows: Sequence[Row], width: int, *, share: float = SHARE, view: View = "both"
    ) -> None:
        self.rows = list(rows)
        self.view: View = view
        self.columns = columns(width, share=share, view=view)
        self.revealed: set[int] = set()
        self._lines: list[tuple[Line, ...]] = [self._wrap(index) for index in range(len(rows))]
        self._tops = [0]
        self._add_up(0)

    @property
    def height(self) -> int:
        """The number of lines of the whole article."""
        return self._tops[-1]

    def top(self, index: int) -> int:
        """Return the first line of row ``index``; of the row after the last, the height."""
        return self._tops[index]

    def text_top(self, index: int) -> int:
        """Return the first line of row ``index`` that has text on it."""
        return self._tops[index] + self._space_above(index)

    def row_at(self, y: int) -> int:
        """Return the index of the row that owns line ``y``, or the nearest one."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self.rows) - 1)

    def line(self, y: int) -> Line | None:
        """Return line ``y``, or None below the end."""
        if not 0 <= y < self.height:
            return None
        index = self.row_at(y)
        return self._lines[index][y - self._tops[index]]

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
        before = len(self._lines[index])
        self.rows[index] = row
        self._lines[index] = self._wrap(index)
        if moved := len(self._lines[index]) != before:
            self._add_up(index)
        return moved

    def reveal(self, index: int) -> bool:
        """Show or hide the English of row ``index``; say whether any line moved."""
        self.revealed ^= {index}
        return self.replace(index, self.rows[index])

    def find(self, index: int, offset: int) -> tuple[int, int]:
        """Return (line, offset of that line's first character) of ``offset`` in row's Korean."""
        for number, line in enumerate(self._lines[index]):
            if line.korean and line.korean[0] <= offset < line.korean[1]:
                return self._tops[index] + number, line.korean[0]
        return self.text_top(index), 0

    def _add_up(self, index: int) -> None:
        del self._tops[index + 1 :]
        top = self._tops[index]
        for lines in self._lines[index:]:
            top += len(lines)
            self._tops.append(top)

    def _space_above(self, index: int) -> int:
        """Return 1 where a blank line sets row ``index`` off from the one before, otherwise 0."""
        if index == 0:
            return 0
        here, before = self.rows[index].segment, self.rows[index - 1].segment
        if here.block == before.block:
            return int(self.columns.stacked and self.view in {"both", "reveal"})
        return 0 if {here.kind, before.kind} <= _HEAD else 1

    def _wrap(self, index: int) -> tuple[Line, ...]:
        row = self.rows[index]
        inset = self.indent(index)
        korean: tuple[tuple[int, int], ...] = ()
        english: tuple[tuple[int, int], ...] = ()
        # English alone leaves out no sentence: one without English stands there in Korean.
        if self.view != "english" or row.en is None:
            korean = wrap(row.ko, self.columns.korean_width - inset)
        if self.view != "korean":
            english = wrap(self.english(index), self.columns.english_width - inset)
        blank = tuple(Line(index) for _ in range(self._space_above(index)))
        if self.columns.stacked:
            return (
                *blank,
                *(Line(index, n == 0, korean=span) for n, span in enumerate(korean)),
                *(Line(index, n == 0 and not korean, english=s) for n, s in enumerate(english)),
            )
        height = max(len(korean), len(english))
        return (
            *blank,
            *(
                Line(
                    index,
                    n == 0,
                    korean[n] if n < len(korean) else None,
                    english[n] if n < len(english) else None,
                )
                for n in range(height)
            ),
        )

    def indent(self, index: int) -> int:
        """Return how many cells row ``index`` is set in."""
        return INDENT if self.rows[index].segment.kind in _INDENTED else 0
