"""Do the numbers of a translation stand in the same relations? Exchanged numbers, other bases."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import resources
from itertools import combinations, pairwise

from newsreader.korean.figure import Figure
from newsreader.korean.quantity import Quantity
from newsreader.korean.words import values

_LAST_MONTH = re.compile(r"전월\s?(?:보다|대비|에 비해|比)|전달보다|지난달보다|한 달 전")
_LAST_YEAR = re.compile(
    r"전년(?:\s?동[월기])?\s?(?:보다|대비|에 비해|比)|(?:지난해|작년)(?: 같은 [달기]간?)?보다|"
    r"1년 전보다"
)
_FROM_MONTH = re.compile(
    r"\b(?:previous|last|prior|preceding)\smonth|month\s(?:earlier|ago|before)|month-on-month|on-month|"
    r"(?:from|than|compared\swith)\s(?:a\s)?month",
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(
    r"\b(?:previous|last|prior|preceding)\syear|year\s(?:earlier|ago|before)|year-on-year|on-year|"
    r"(?:from|than|compared\swith)\s(?:a\s)?year",
    re.IGNORECASE,
)
_NEAR = 14


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Return side, Korean and English of each line of the table."""
    data = resources.files("newsreader.korean").joinpath("data/number_labels.tsv")
    lines = (line for line in data.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return tuple((side, re.compile(ko), re.compile(en, re.IGNORECASE)) for side, ko, en in rows)


def swapped(
    ko: str, en: str, quantities: list[Quantity], said: list[Figure]
) -> Iterator[tuple[str, str]]:
    """Yield (as written, its rival) for numbers of a kind that have changed places."""
    labelled = [(label, one) for one in quantities if (label := _label(ko, one))]
    for (label, one), (other_label, other) in combinations(labelled, 2):
        if label == other_label or one.unit != other.unit or _size(one) == _size(other):
            continue
        right = _distances(en, ((label, one), (other_label, other)), said)
        wrong = _distances(en, ((label, other), (other_label, one)), said)
        if right is not None and wrong is not None and wrong + _MARGIN < right:
            yield one.surface, other.surface
            return
    yield from _turned_round(ko, en, quantities, said)


#: By how many characters the labels must stand nearer each other's numbers.
_MARGIN = 4


def _label(ko: str, quantity: Quantity) -> re.Pattern[str] | None:
    """Return what English calls that which the number is about."""
    if not isinstance(quantity.value, int | float):
        return None
    before = ko[max(0, quantity.start - _NEAR) : quantity.start]
    after = ko[quantity.end : quantity.end + _NEAR]
    behind, ahead = [], []
    for side, korean, english in _labels():
        if side == "after":
            ahead += [(m.start(), english.pattern, english) for m in korean.finditer(after)]
        else:
            behind += [(m.end(), english.pattern, english) for m in korean.finditer(before)]
    if ahead and not re.search(r"[,0-9]", after[: min(ahead)[0]]):
        return min(ahead)[2]
    return max(behind)[2] if behind else None


def _size(quantity: Quantity) -> float:
    return abs(float(quantity.value)) if isinstance(quantity.value, int | float) else 0.0


def _distances(
    en: str, pairs: Iterable[tuple[re.Pattern[str], Quantity]], said: list[Figure]
) -> int | None:
    """Return how far the figures stand from their English labels, in characters."""
    gaps = [_distance(en, label, quantity, said) for label, quantity in pairs]
    known = [gap for gap in gaps if gap is not None]
    return sum(known) if len(known) == len(gaps) else None


def _distance(
    en: str, label: re.Pattern[str], quantity: Quantity, said: list[Figure]
) -> int | None:
    size = _size(quantity)
    places = [(one.start, one.end) for one in said if abs(one.value) == size]
    names = [(found.start(), found.end()) for found in label.finditer(en)]
    gaps = [max(one[0] - two[1], two[0] - one[1], 0) for one in places for two in names]
    return min(gaps, default=None)


def _turned_round(
    ko: str, en: str, quantities: list[Quantity], said: list[Figure]
) -> Iterator[tuple[str, str]]:
    """Compare 300명에서 450명으로 with "from 300 to 450"."""
    for first, second in pairwise(quantities):
        if ko[first.end : second.start] != "에서 " or not _TO.match(ko, second.end):
            continue
        if first.kind != second.kind or first.value == second.value:
            continue
        starts = [one.value for one in said if _FROM.search(en[max(0, one.start - 14) : one.start])]
        if starts and starts[0] == second.value:
            yield first.surface, second.surface


_TO = re.compile(r"으?로")
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s)?[$€£¥₩]?$", re.IGNORECASE)


def other_base(ko: str, en: str) -> str | None:
    """Return the Korean comparison (전월보다) whose base the English changes to month or year."""
    for korean, right, wrong, other in (
        (_LAST_MONTH, _FROM_MONTH, _FROM_YEAR, _LAST_YEAR),
        (_LAST_YEAR, _FROM_YEAR, _FROM_MONTH, _LAST_MONTH),
    ):
        found = korean.search(ko)
        if found and wrong.search(en) and not right.search(en) and not other.search(ko):
            return found.group()
    return None


_ENGLISH_AWAY = re.compile(
    r"(?<!the )\b(last|this|next)\s(?:fiscal\s)?(year|month|week)\b", re.IGNORECASE
)
_AWAY = {"last": -1, "this": 0, "next": 1}
# Comparisons that English may tell as "last year", "last month".
_BEFORE = {
    "year": re.compile(r"전년|년 전|해 전|동기|동월"),
    "month": re.compile(r"전월|전달|달 전|개월 전"),
    "week": re.compile(r"전주|주 전|주일 전"),
}


def other_time(ko: str, en: str, quantities: list[Quantity], on: date | None) -> str | None:
    """Return the English "next year" (month, week) where the Korean names another one."""
    for found in _ENGLISH_AWAY.finditer(en):
        unit = found[2].lower()
        words = values(unit).items()
        named: set[int | None] = {away for word, away in words if len(word) > 1 and word in ko}
        if not named:
            continue
        if _BEFORE[unit].search(ko):
            named.add(-1)
        if on is not None:
            named |= {_away(one, unit, on) for one in quantities if one.kind == "date"}
        if _AWAY[found[1].lower()] not in named:
            return found.group()
    return None


def _away(quantity: Quantity, unit: str, on: date) -> int | None:
    """Return by how many years, months or weeks the date is away from ``on``."""
    value = quantity.value
    text = str(next(iter(value.values())) if isinstance(value, dict) else value)
    parts = [int(part) for part in text.split("-") if part]
    if unit == "year":
        return parts[0] - on.year
    if unit == "month":
        return (parts[0] - on.year) * 12 + parts[1] - on.month if len(parts) > 1 else None
    if len(parts) < 3:
        return None
    return ((date(*parts[:3]) - on).days + on.weekday()) // 7
