"""What a number in an English sentence is: a span of text with a kind, a value and a unit."""

from dataclasses import dataclass
from typing import Literal

FigureKind = Literal[
    "number",
    "ordinal",
    "date",
    "weekday",
    "time",
    "decade",
    "age-decade",
    "order",
    "score",
    "ratio",
    "part-of-year",
    "digits",
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at text[start:end].

    ``value`` is the number, the day of the month, the hour (14.5 is 14:30), the decade or the
    ratio. ``month`` and ``year`` are a date's; ``other`` is a score's second number. ``loose`` says
    that the figure is so common a word (a year, one, both) that nothing follows from it alone.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    unit: str | None = None
    month: int | None = None
    year: int | None = None
    other: float | None = None
    half_known: bool = False
    loose: bool = False
