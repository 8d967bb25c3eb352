"""Drawing one line of an article: gutter, Korean, English, and what is highlighted in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.article import Row
from newsreader.tui.arrangement import Column, Focus
from newsreader.tui.layout import Layout, Line
from newsreader.tui.selection import Selection

#: Offsets of the first character and of the one after the last, and what they look like.
_Mark = tuple[int, int, Style]

_T = TypeVar("_T")

_KINDS = ("title", "subtitle", "subheading", "caption", "quote")


class Spot(NamedTuple):
    """What is under the cursor in the row that is drawn, as offsets into its texts."""

    #: Which of the row's terms.
    term: int | None = None
    #: A word of its Korean.
    word: tuple[int, int] | None = None
    #: What says the same in its English.
    english: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Pen:
    """What is needed to draw: the layout, the background, styles by name, places to highlight."""

    layout: Layout
    background: Style
    style: Callable[[str], Style]
    hits: Mapping[tuple[int, Column], Sequence[tuple[int, int]]]
    selection: Selection | None = None
    focus: Focus = "both"
    #: The letters of the reader's marks, by row id.
    marks: Mapping[int, str] = field(default_factory=dict)
    #: The ids of the rows with notes.
    notes: Container[int] = ()
    #: What the reader highlighted, by row id and column.
    highlights: Mapping[tuple[int, Column], Sequence[tuple[int, int]]] = field(default_factory=dict)

    def draw(self, line: Line, width: int, spot: Spot | None) -> Strip:
        """Return ``line`` in exactly ``width`` cells; a ``spot`` says that its row is current."""
        layout, row = self.layout, self.layout.rows[line.row]
        columns = layout.columns
        base = self.background
        if spot is not None and (line.korean or line.english or line.glosses is not None):
            base += self.style("current")
        segments = _pad((), columns.margin, self.background)
        segments.append(
            Segment(self._gutter(row, line, spot), base + self._gutter_style(row, spot))
        )
        for column in self._order():
            if column == "korean":
                start, drawn = columns.korean, self._korean(line, base, spot)
            else:
                start, drawn = columns.english, self._english(line, base, spot)
            if drawn:
                segments += _pad(segments, start + layout.indent(line.row), base)
                segments += drawn
        segments += _pad(segments, min(columns.end, width), base)
        return Strip(segments).crop_extend(0, width, self.background)

    def _order(self) -> tuple[Column, Column]:
        """Return the columns from left to right."""
        columns = self.layout.columns
        return ("english", "korean") if columns.english < columns.korean else ("korean", "english")

    def _gutter(self, row: Row, line: Line, spot: Spot | None) -> str:
        """Return the signs of cursor and note, the row's number, and a flag for doubts or a mark.

        Where there is no room for the note's sign beside the number, the cursor's goes before it.
        """
        digits = self.layout.columns.digits
        if not line.first:
            return " " * (digits + 2)
        number = str(row.id) if digits else ""
        note = "*" if row.id in self.notes else ""
        if len(number) < digits:
            number, note = note + number, ""
        cursor = ">" if spot is not None else note or " "
        flag = "!" if _doubted(row) else self.marks.get(row.id, " ")
        return f"{cursor}{number:>{digits}}{flag}"

    def _gutter_style(self, row: Row, spot: Spot | None) -> Style:
        marked = spot is not None or row.id in self.marks or row.id in self.notes
        return self.style("flag" if _doubted(row) else "mark" if marked else "number")

    def _korean(self, line: Line, base: Style, spot: Spot | None) -> list[Segment]:
        row = self.layout.rows[line.row]
        if line.glosses is not None:
            return _placed(line.glosses, base + self.style("gloss"), base)
        if line.korean is None:
            return []
        chosen = spot.term if spot else None
        marks: list[_Mark] = []
        for number in _within(line.korean, row.terms, attrgetter("start"), attrgetter("end")):
            mark = self.style("chosen" if number == chosen else "term")
            marks.append((row.terms[number].start, row.terms[number].end, mark))
        if spot and spot.word:
            marks.append((*spot.word, self.style("chosen")))
        style = base + self.style("korean") + self._kind_style(row)
        if self.focus == "english":
            style += self.style("pale")
        over = self._marks_over(line.row, "korean", line.korean)
        if not line.stops:
            return _styled(row.ko, line.korean, style, marks, over)
        segments: list[Segment] = []
        for stop in line.stops:
            segments += _pad(segments, stop.x, base)
            segments += _styled(row.ko, (stop.start, stop.end), style, marks, over)
        return segments

    def _english(self, line: Line, base: Style, spot: Spot | None) -> list[Segment]:
        if line.english is None:
            return []
        row, text = self.layout.rows[line.row], self.layout.english(line.row)
        if text != row.en:
            return _styled(text, line.english, base + self.style("missing"))
        marks: list[_Mark] = []
        if spot and spot.english:
            marks.append((*spot.english, self.style("term-english")))
        style = base + self.style("english") + self._kind_style(row)
        if self.focus == "korean":
            style += self.style("pale")
        over = self._marks_over(line.row, "english", line.english)
        return _styled(text, line.english, style, marks, over)

    def _marks_over(self, index: int, column: Column, span: tuple[int, int]) -> list[_Mark]:
        """Return what is highlighted, searched for and selected in part of a text of a row."""
        kept, hit = self.style("highlight"), self.style("hit")
        own = self.highlights.get((self.layout.rows[index].id, column), ())
        marks = [(start, end, kept) for start, end in own]
        hits = self.hits.get((index, column), ())
        marks += [(*hits[one], hit) for one in _within(span, hits, itemgetter(0), itemgetter(1))]
        selection = self.selection
        if selection and selection.column == column and (chosen := selection.span(index, span[1])):
            marks.append((*chosen, self.style("selected")))
        return marks

    def _kind_style(self, row: Row) -> Style:
        kind = row.segment.kind
        return self.style(kind) if kind in _KINDS else Style.null()


def _within(
    span: tuple[int, int],
    places: Sequence[_T],
    start: Callable[[_T], int],
    end: Callable[[_T], int],
) -> range:
    """Return which of ``places`` are in ``span``: they stand in order, and none in another.

    A row may have thousands, and each of its lines asks.
    """
    first = bisect_right(places, span[0], key=end)
    return range(first, bisect_left(places, span[1], first, key=start))


def _placed(texts: Iterable[tuple[int, str]], style: Style, base: Style) -> list[Segment]:
    """Return texts that start at cells of their own, with blanks between them."""
    segments: list[Segment] = []
    for x, text in texts:
        segments += _pad(segments, x, base)
        segments.append(Segment(text, style))
    return segments


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
