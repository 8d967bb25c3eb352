"""Drawing one line of an article: gutter, Korean, English, and what is highlighted in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.article import Row
from newsreader.tui.layout import GUTTER, Layout, Line
from newsreader.tui.search import Column
from newsreader.tui.selection import Selection

#: Offsets of the first character and of the one after the last, and what they look like.
_Mark = tuple[int, int, Style]

_KINDS = ("title", "subtitle", "subheading", "caption", "quote")


@dataclass(frozen=True, slots=True)
class Pen:
    """What is needed to draw: the layout, the background, styles by name, places to highlight."""

    layout: Layout
    background: Style
    style: Callable[[str], Style]
    hits: Mapping[tuple[int, Column], Sequence[tuple[int, int]]]
    selection: Selection | None = None

    def draw(
        self,
        line: Line,
        width: int,
        *,
        current: bool,
        term: int | None,
        word: tuple[int, int] | None,
    ) -> Strip:
        """Return ``line`` in exactly ``width`` cells.

        ``current`` says that its row is under the cursor, ``term`` which of the row's terms is,
        ``word`` which part of its Korean.
        """
        layout, row = self.layout, self.layout.rows[line.row]
        base = self.background
        if current and (line.korean or line.english):
            base += self.style("current")
        segments = [
            Segment(self._gutter(row, line, current), base + self._gutter_style(row, current))
        ]
        inset = layout.indent(line.row)
        if line.korean:
            segments += _pad(segments, layout.columns.korean + inset, base)
            segments += self._korean(line, base, term, word)
        if line.english:
            segments += _pad(segments, layout.columns.english + inset, base)
            segments += self._english(line, base, term)
        segments += _pad(segments, width, base)
        return Strip(segments).crop_extend(0, width, base)

    def _gutter(self, row: Row, line: Line, current: bool) -> str:
        """Return the cursor's mark, the row's number, and a flag for doubts."""
        mark = ">" if current and line.first else " "
        flag = "!" if line.first and _doubted(row) else " "
        if self.layout.columns.korean < GUTTER:
            return mark + flag
        return f"{mark}{row.id if line.first else '':>3}{flag}"[:GUTTER]

    def _gutter_style(self, row: Row, current: bool) -> Style:
        return self.style("flag" if _doubted(row) else "mark" if current else "number")

    def _korean(
        self, line: Line, base: Style, term: int | None, word: tuple[int, int] | None
    ) -> list[Segment]:
        assert line.korean is not None
        row = self.layout.rows[line.row]
        marks = [
            (match.start, match.end, self.style("chosen" if number == term else "term"))
            for number, match in enumerate(row.terms)
        ]
        if word is not None:
            marks.append((*word, self.style("chosen")))
        style = base + self.style("korean") + self._kind_style(row)
        over = self._marks_over(line.row, "korean", len(row.ko))
        return _styled(row.ko, line.korean, style, marks, over)

    def _english(self, line: Line, base: Style, term: int | None) -> list[Segment]:
        assert line.english is not None
        row, text = self.layout.rows[line.row], self.layout.english(line.row)
        if text != row.en:
            return _styled(text, line.english, base + self.style("missing"))
        marks: list[_Mark] = []
        if term is not None and term < len(row.terms):
            wanted = row.terms[term].en
            if (at := text.casefold().find(wanted.casefold())) >= 0:
                marks.append((at, at + len(wanted), self.style("term-english")))
        style = base + self.style("english") + self._kind_style(row)
        over = self._marks_over(line.row, "english", len(text))
        return _styled(text, line.english, style, marks, over)

    def _marks_over(self, index: int, column: Column, length: int) -> list[_Mark]:
        """Return what was searched for and what is selected in one text of row ``index``."""
        hit = self.style("hit")
        marks = [(start, end, hit) for start, end in self.hits.get((index, column), ())]
        selection = self.selection
        if selection and selection.column == column and (span := selection.span(index, length)):
            marks.append((*span, self.style("selected")))
        return marks

    def _kind_style(self, row: Row) -> Style:
        kind = row.segment.kind
        return self.style(kind) if kind in _KINDS else Style.null()


def _doubted(row: Row) -> bool:
    return bool(row.warnings) or row.status == "failed"


def _styled(
    text: str, span: tuple[int, int], style: Style, *layers: Sequence[_Mark]
) -> list[Segment]:
    """Return ``text[span]`` in ``style``, with layers of marks laid over it."""
    start, end = span
    marks = [
        (max(left, start), min(right, end), mark)
        for layer in layers
        for left, right, mark in layer
        if left < end and right > start
    ]
    if not marks:
        return [Segment(text[start:end], style)]
    edges = sorted({start, end, *(edge for left, right, _ in marks for edge in (left, right))})
    segments = []
    for left, right in pairwise(edges):
        over = [mark for first, last, mark in marks if first <= left and right <= last]
        segments.append(Segment(text[left:right], sum(over, style)))
    return segments


def _pad(segments: Iterable[Segment], to: int, style: Style) -> list[Segment]:
    """Return blanks that fill the line up to cell ``to``."""
    used = sum(segment.cell_length for segment in segments)
    return [Segment(" " * (to - used), style)] if used < to else []
