"""Do the numbers of a translation stand in the same relations? Exchanged numbers, other days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from newsreader.article import Match
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.labels import Sentence, Told
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.roles import changes, exchanged
from newsreader.korean.numbers.words import values

_FROM = re.compile(r"\bfrom\s(?:about\s|some\s)?[$€£¥₩]?$", re.IGNORECASE)
_PART_OF = re.compile(
    r"[^0-9.;:]{0,60}(?:\bincluding|\bof (?:whom|them|which|those)|\bamong them)\s"
    r"(?:(?:only|about|some|at least|up to)\s)?"
)
_THEN = re.compile(r"[^0-9.;:]{0,60},\s(?:(?:only|about|some|at least)\s)?")
_OF_WHOM = re.compile(r"\sof (?:whom|them|which|those)\b")


def swapped(
    ko: str, en: str, told: Sequence[Told], said: list[Figure], matches: Sequence[Match] = ()
) -> Iterator[tuple[str, str]]:
    """Yield (as written, its rival) for numbers of a kind that have changed places.

    ``told`` is where the English says each quantity.
    """
    for one, other in exchanged(Sentence(ko, en, told, matches)):
        yield one.surface, other.surface
        return
    if part := larger_part(en, said):
        yield part
        return
    yield from _turned_round(ko, en, told)


def _turned_round(ko: str, en: str, told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Compare 300명에서 450명으로 with "from 300 to 450"."""
    for first, second in pairwise(told):
        one, other = first.quantity, second.quantity
        if one.kind != other.kind or one.value == other.value or not changes(ko, one, other):
            continue
        starts = [
            start
            for start, _ in second.places
            if _FROM.search(en[max(0, start - 14) : start]) and not _shared(start, first)
        ]
        if starts and not any(_FROM.search(en[max(0, at - 14) : at]) for at, _ in first.places):
            yield one.surface, other.surface


def _shared(start: int, told: Told) -> bool:
    return any(start == place for place, _ in told.places)


def larger_part(en: str, said: list[Figure]) -> tuple[str, str] | None:
    """Return a part that is said to be more than its whole: "18 people, including 42 children"."""
    counts = [one for one in said if one.kind == "number" and (one.unit or "").islower() is False]
    for whole, part in pairwise(counts):
        between = _PART_OF.fullmatch(en, whole.end, part.start) or (
            _THEN.fullmatch(en, whole.end, part.start) and _OF_WHOM.match(en, part.end)
        )
        if between and 1 < whole.value < part.value and whole.unit == part.unit:
            return en[part.start : part.end].strip(), en[whole.start : whole.end].strip()
    return None


_ENGLISH_AWAY = re.compile(
    r"(?<!the )\b(last|this|next)\s(?:fiscal\s)?(year|month|week)(?:end)?\b|"
    r"(?<!before )(?<!after )\b(yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_AWAY = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
# Comparisons that English may tell as "last year", "last month".
_BEFORE = {
    "year": re.compile(r"전년|년 전|해 전|동기|동월"),
    "month": re.compile(r"전월|전달|달 전|개월 전"),
    "week": re.compile(r"전주|주 전|주일 전"),
    "day": re.compile(r"하루 전"),
}


def other_time(ko: str, en: str, quantities: list[Quantity], on: date | None) -> str | None:
    """Return the English "next year", "today" … where the Korean names another one."""
    for found in _ENGLISH_AWAY.finditer(en):
        unit = (found[2] or "day").lower()
        words = values(unit).items()
        named: set[int | None] = {away for word, away in words if len(word) > 1 and word in ko}
        if not named:
            continue
        if _BEFORE[unit].search(ko):
            named.add(-1)
        if on is not None:
            named |= {_away(one, unit, on) for one in quantities if one.kind == "date"}
        if _AWAY[(found[1] or found[3]).lower()] not in named:
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
    days = (date(*parts[:3]) - on).days
    return days if unit == "day" else (days + on.weekday()) // 7


# What changes a number's meaning and must be said: a floor below ground, a year before our era.
_QUALIFIED = (
    (r"지하\s?[0-9]+층", r"basement|underground|below ground|sublevel|\bB[0-9]"),
    (r"기원전\s?[0-9]+", r"\bB\.?C"),
    (r"음력\s[0-9]+월", r"lunar"),
)


def unqualified(ko: str, en: str) -> str | None:
    """Return a Korean number with its qualification (지하 2층) where the English has none."""
    for korean, english in _QUALIFIED:
        found = re.search(korean, ko)
        if found and not re.search(english, en, re.IGNORECASE):
            return found.group()
    return None
