"""Selected text: one column at a time, in characters of the article and not in cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsreader.article import Row
from newsreader.tui.arrangement import Column
from newsreader.tui.layout import Layout


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
    columns = layout.columns
    beside = not columns.stacked and (
        x >= columns.english if columns.english > columns.korean else x < columns.korean
    )
    wanted = column or ("english" if line.english and (beside or not line.korean) else "korean")
    offset = layout.offset_at(line, wanted, x)
    return None if offset is None else (wanted, Place(line.row, offset))
