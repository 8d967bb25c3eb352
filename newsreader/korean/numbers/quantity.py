"""What a number in Korean news is: a span of text with a kind, a value and a unit."""

from dataclasses import dataclass
from typing import Any, Literal

QuantityKind = Literal[
    "number",
    "money",
    "percent",
    "percent_point",
    "measure",
    "date",
    "time",
    "duration",
    "age",
    "ordinal",
    "ratio",
    "score",
    "range",
    "phone",
    "no-number",
]

Number = int | float
#: A number; a text ("06:15", "2025-01", "1/4"); several numbers; or a mapping: {"from", "to"},
#: {"approx"} (about so many), {"order"} (수십: 10, 수백만: 1000000), {"approx_month"},
#: {"approx_year"}, {"years", "months"}, {"nights", "days"}.
Value = Number | str | list[Number] | dict[str, Any]

#: Square metres of one pyeong (Measures Act: 1 pyeong = 400/121 square metres).
SQUARE_METRES_PER_PYEONG = 400 / 121


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``surface`` = text[start:end], with its counter and what decides its meaning.

    ``unit`` is the counter as written, an English time unit, an ISO 4217 code, "%", "%p", an SI
    symbol, "times" (배) or "세" (age); None where there is none.
    """

    start: int
    end: int
    surface: str
    kind: QuantityKind
    value: Value
    unit: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the quantity as a JSON object; an area in pyeong also has its square metres."""
        whole: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "kind": self.kind,
            "value": self.value,
            "unit": self.unit,
        }
        if self.unit == "평" and isinstance(self.value, int | float):
            whole["m2"] = round(self.value * SQUARE_METRES_PER_PYEONG, 1)
        return whole


def plain(value: float) -> Number:
    """Return ``value`` as an int where it is whole, else rounded to what was written."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
