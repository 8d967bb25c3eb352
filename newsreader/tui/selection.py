"""Selected text: one column at a time, in characters of the article and not in cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsreader.article import Row
from newsreader.tui.cells import width_of
from newsreader.tui.layout import Layout
from newsreader.tui.search import Column


class Place(NamedTuple):
    """A character: the row's index (from 0) and the offset in its Korean or English."""

    row: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From where the button went down to where the pointer is, both included."""

    column: Column
    start: Place
    end: Place

    def span(self, row: int, length: int) -> tuple[int, int] | None:
        """Return which characters of a row's text are selected, or None."""
        first, last = sorted((self.start, self.end))
        if not first.row <= row <= last.row:
            return None
        left = first.offset if row == first.row else 0
        right = last.offset + 1 if row == last.row else length
        return (left, min(right, length)) if left < min(right, length) else None

    def text(self, rows: Sequence[Row]) -> str:
        """Return the selected text, unwrapped, each row on its own line."""
        first, last = sorted((self.start, self.end))
        lines = []
        for index in range(first.row, last.row + 1):
            whole = rows[index].ko if self.column == "korean" else rows[index].en or ""
            if span := self.span(index, len(whole)):
                lines.append(whole[slice(*span)])
        return "\n".join(lines)


def place_at(
    layout: Layout, x: int, y: int, column: Column | None = None
) -> tuple[Column, Place] | None:
    """Return the column and the character at cell ``x`` of line ``y`` of the article.

    With ``column`` the nearest character of that column is meant, wherever ``x`` is. None where
    no text stands.
    """
    line = layout.line(y)
    if line is None:
        return None
    columns, inset = layout.columns, layout.indent(line.row)
    beside = not columns.stacked and x >= columns.english
    wanted = column or ("english" if line.english and (beside or not line.korean) else "korean")
    span = line.korean if wanted == "korean" else line.english
    if span is None:
        return None
    row = layout.rows[line.row]
    text = row.ko if wanted == "korean" else layout.english(line.row)
    left = (columns.korean if wanted == "korean" else columns.english) + inset
    offset = span[0] + _characters(text[slice(*span)], x - left)
    return wanted, Place(line.row, min(offset, max(span[1] - 1, span[0])))


def _characters(text: str, x: int) -> int:
    """Return the offset of the character under cell ``x``."""
    for index in range(len(text)):
        if x < width_of(text[: index + 1]):
            return index
    return len(text)
