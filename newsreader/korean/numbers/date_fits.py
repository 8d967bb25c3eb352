"""Which English figures say a Korean date or clock time: for ``check``."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from newsreader.korean.numbers.date_values import day_at, hours_of
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.fits import Fit
from newsreader.korean.numbers.quantity import Quantity, Value

# Words by which English tells a day, week, month or year from the article's own.
_RELATIVE_DAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night|"
    r"(?:previous|next|following|same) day|day (?:before|after|earlier)|overnight)\b",
    re.IGNORECASE,
)
_RELATIVE_MONTH = re.compile(
    r"\b(?:last|this|next|previous|following|coming|the) month\b|\bmonth (?:ago|earlier)\b",
    re.IGNORECASE,
)
_RELATIVE_YEAR = re.compile(
    r"\b(?:last|this|next|previous|following|coming) year\b|\byear[- ](?:ago|earlier|end|on)|"
    r"\bend of the year\b",
    re.IGNORECASE,
)
_YEARS_AWAY = re.compile(r"\s?([전뒤후])(?=에|인|의|\s|,|$)")
_WEEKEND = re.compile(r"\bweekend\b", re.IGNORECASE)
_ABOUT_WHEN = re.compile(
    r"\b(?P<part>early |mid-|late )?(?P<away>last|this|next) (?P<unit>year|month)\b", re.IGNORECASE
)
_AWAY = {"last": -1, "this": 0, "next": 1}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARE_DAY = re.compile(r"[0-9]{1,2}일")
#: A day without its month is taken for the nearest; one further away may be that of another month.
_NEAR, _MONTH = 7, 31
#: The parts of an unknown year and how many months each has.
_PARTS_OF_YEAR = {"quarter": 3, "half": 6}
_DIGIT_YEAR = re.compile(r"[0-9]{2}년|[0-9]{4}")


def told_by_words(quantity: Quantity, en: str, on: date | None) -> Iterator[tuple[int, int]]:
    """Yield where the English tells the date by words alone: last month, next year, tomorrow."""
    value = quantity.value
    if quantity.kind == "date" and on is not None:
        yield from _told_from(value, en, on)
    known = not isinstance(value, dict) or not {"approx_month", "approx_year"}.isdisjoint(value)
    if quantity.kind != "date" or not known or _DIGIT_YEAR.search(quantity.surface):
        return
    text = str(value) if not isinstance(value, dict) else str(next(iter(value.values())))
    relative = (_RELATIVE_YEAR, _RELATIVE_MONTH, _RELATIVE_DAY)[min(text.strip("-").count("-"), 2)]
    yield from (found.span() for found in relative.finditer(en))


def _told_from(value: Value, en: str, on: date) -> Iterator[tuple[int, int]]:
    """Yield where the English tells a year, a weekend or about when in a month, from ``on``."""
    if isinstance(value, dict):
        ends = [str(value.get(end)) for end in ("from", "to")]
        if all(map(_ISO.fullmatch, ends)):
            days = [date.fromisoformat(end).weekday() for end in ends]
            yield from (found.span() for found in _WEEKEND.finditer(en) if days == [5, 6])
        return
    parts = [int(part) for part in str(value).split("-") if part.isdigit()]
    for found in _ABOUT_WHEN.finditer(en):
        unit, away = found["unit"].lower(), _AWAY[found["away"].lower()]
        if (unit == "year" and parts == [on.year + away]) or (
            unit == "month"
            and len(parts) == 3
            and found["part"]
            and (parts[0] - on.year) * 12 + parts[1] - on.month == away
        ):
            yield found.span()


def is_told_by_length(quantity: Quantity, others: list[Quantity], said: list[Figure]) -> bool:
    """Say whether days and their number tell each other: "two days", "a two-day visit from Friday".

    23일부터 24일까지 says how long (이틀간 is then no news), and a first day with the length says
    which the last is.
    """
    if quantity.kind == "duration" and quantity.unit == "day":
        return isinstance(quantity.value, int) and quantity.value in lengths(others)
    days = [day for other in others if other.kind == "date" for day in _days(other)]
    if quantity.kind != "date" or not (mine := _days(quantity)):
        return False
    told = {one.value for one in said if one.unit == "day"}
    return any((mine[-1] - first).days + 1 in told for first in days if first < mine[-1])


def lengths(quantities: list[Quantity]) -> set[int]:
    """Return how many days there are from each date to each later one, both counted."""
    days = [day for one in quantities if one.kind == "date" for day in _days(one)]
    return {(last - first).days + 1 for first in days for last in days if first < last}


def _days(quantity: Quantity) -> list[date]:
    """Return the day, or the first and last day, of a date that is known to the day."""
    value = quantity.value
    known = [value.get("from"), value.get("to")] if isinstance(value, dict) else [value]
    # Of days without a year, or a month, at least the distances are known.
    ends = [re.sub("^--", "2000-", re.sub("^---", "2000-01-", str(end))) for end in known]
    return [date.fromisoformat(end) for end in ends if _ISO.fullmatch(end)]


def date_fits(quantity: Quantity, said: list[Figure], on: date | None) -> Iterator[Fit]:
    """Yield the figures that say the date."""
    value = quantity.value
    if isinstance(value, dict):
        yield from _period_fits(value, said, on)
        return
    if not isinstance(value, str):
        return
    for told in [value, *_next_best(quantity, on)]:
        yield from _day_fits(told, said)


def _next_best(quantity: Quantity, on: date | None) -> Iterator[str]:
    """Yield the other day that 30일 may mean where none is near: the tense tells which."""
    if on is None or not _BARE_DAY.fullmatch(quantity.surface):
        return
    day = date.fromisoformat(str(quantity.value))
    away = 1 if day < on else -1
    year, month = divmod(day.year * 12 + day.month - 1 + away, 12)
    other = day_at(year, month + 1, day.day)
    if other and abs((day - on).days) > _NEAR and abs((other - on).days) < _MONTH:
        yield other.isoformat()


def _day_fits(value: str, said: list[Figure]) -> Iterator[Fit]:
    """Yield the figures that say a day, a month or a year."""
    year, month, day = _split(value)
    for index, figure in enumerate(said):
        if figure.kind == "date" and _same_date(figure, year, month, day):
            years = (i for i, one in enumerate(said) if one.kind == "number" and one.value == year)
            yield Fit((index, *years))
        elif day is not None:
            full = year is not None and month is not None
            if _same_day(figure, day):
                yield Fit((index,))
            elif full and _same_weekday(figure, value):  # the last Friday of May
                months = (i for i, one in enumerate(said) if (one.month, one.value) == (month, 0))
                yield Fit((index, *months))
        elif _same_months(figure, month) or (
            month is None and year in {figure.year, _whole(figure)}
        ):
            yield Fit((index,))


def _same_months(figure: Figure, month: int | None) -> bool:
    """Say whether the figure counts the months up to ``month``: "the first 10 months"."""
    return figure.unit == "months" and figure.value == month


def _whole(figure: Figure) -> float | None:
    return figure.value if figure.kind == "number" else None


def _split(value: str) -> tuple[int | None, int | None, int | None]:
    """Read "2025-01-31", "2025-01", "2025", "--01-31" and "---31"."""
    if value.startswith("---"):
        return None, None, int(value[3:])
    parts = value.removeprefix("--").split("-")
    numbers: list[int | None] = [int(part) for part in parts]
    if value.startswith("--"):
        numbers = [None, *numbers]
    year, month, day = (*numbers, None, None)[:3]
    return year, month, day


def _same_date(figure: Figure, year: int | None, month: int | None, day: int | None) -> bool:
    if month is None or figure.month != month:
        return False
    if day is not None and figure.value != day:
        return False
    return figure.year is None or year is None or figure.year == year


def _same_day(figure: Figure, day: int) -> bool:
    return figure.kind == "ordinal" and figure.value == day


def _same_weekday(figure: Figure, value: str) -> bool:
    return figure.kind == "weekday" and date.fromisoformat(value).weekday() == figure.value


def _period_fits(value: dict[str, Any], said: list[Figure], on: date | None) -> Iterator[Fit]:
    if "approx_month" in value:
        year, month, _ = _split(value["approx_month"])
        for index, figure in enumerate(said):
            if figure.kind == "date" and _same_date(figure, year, month, None):
                yield Fit((index,))
        return
    if "approx_year" in value:
        for index, figure in enumerate(said):
            if figure.kind == "number" and figure.value == int(value["approx_year"]):
                yield Fit((index,))
        return
    if "from" not in value:
        for index, figure in enumerate(said):
            if figure.kind == "part-of-year" and value.get(figure.unit or "") == figure.value:
                yield Fit((index,))
        for name, length in _PARTS_OF_YEAR.items():
            if name in value:
                first, last = (date(1, value[name] * length - ago, 1) for ago in (length - 1, 0))
                yield from _part_fits(first, last, said, None)
                yield from _ends_fit(first, last, said)
        return
    if not _ISO.fullmatch(value["from"]):
        yield from _bare_span_fits(value, said)
        return
    first, last = date.fromisoformat(value["from"]), date.fromisoformat(value["to"])
    if first.month == first.day == 1 and (last.month, last.day) == (12, 31):
        yield from _years_fit(first, last, said)
        return
    if last.day == calendar.monthrange(last.year, last.month)[1] and first.day == 1:
        yield from _part_fits(first, last, said, on)
    yield from _ends_fit(first, last, said)


def _bare_span_fits(value: dict[str, Any], said: list[Figure]) -> Iterator[Fit]:
    """Days of an unknown month: "May 3 to 5", "the 1st to the 20th", "the first 20 days"."""
    (_, month, first), (_, _, last) = _split(value["from"]), _split(value["to"])
    starts, stops = (
        [
            index
            for index, one in enumerate(said)
            if one.value == day and one.kind in {"date", "ordinal"} and month in {None, one.month}
        ]
        for day in (first, last)
    )
    if starts and stops:
        yield Fit((starts[0], stops[-1]))
    for index, figure in enumerate(said):
        if (first == 1 and figure.unit == "day" and figure.value == last) or (
            figure.kind == "score" and (figure.value, figure.other) == (first, last)
        ):
            yield Fit((index,))


def _years_fit(first: date, last: date, said: list[Figure]) -> Iterator[Fit]:
    decades = [
        i for i, one in enumerate(said) if one.kind == "decade" and one.value == last.year - 9
    ]
    short = [
        i
        for i, one in enumerate(said)
        if one.kind == "age-decade" and one.value == (last.year - 9) % 100
    ]
    if decades or short:
        starts = [
            i
            for i, one in enumerate(said)
            if one.kind in {"decade", "number"} and one.value == first.year
        ]
        yield Fit(tuple({*(decades or short), *starts}))
    ends = [
        i
        for i, one in enumerate(said)
        if one.kind == "number" and one.value in {first.year, last.year}
    ]
    if len(ends) >= 2:
        yield Fit(tuple(ends))


def _part_fits(first: date, last: date, said: list[Figure], on: date | None) -> Iterator[Fit]:
    """A quarter or a half: "the third quarter", "January–March"."""
    length = last.month - first.month + 1
    name, nth = {3: ("quarter", (first.month + 2) // 3), 6: ("half", first.month // 6 + 1)}.get(
        length, ("", 0)
    )
    year = first.year if on is None or first.year != on.year else None
    parts = {one.unit for one in said if one.kind == "part-of-year"}
    for index, figure in enumerate(said):
        named = figure.unit == name and figure.value == nth
        counted = figure.unit == "months" and first.month == 1 and figure.value == length
        # "In the third quarter, from 1.2 trillion in the second."
        elliptic = figure.kind == "ordinal" and name in parts and figure.value == nth
        if elliptic or (figure.kind == "part-of-year" and (named or counted)):
            years = [i for i, one in enumerate(said) if one.kind == "number" and one.value == year]
            yield Fit((index, *years))


def _ends_fit(first: date, last: date, said: list[Figure]) -> Iterator[Fit]:
    """Both ends of a span: "March to May", "May 30 to June 2", "from the 15th to the 17th"."""
    starts = [i for i, one in enumerate(said) if _is_end(one, first)]
    stops = [i for i, one in enumerate(said) if _is_end(one, last) and i not in starts[:1]]
    if starts and stops:
        yield Fit((starts[0], stops[-1]))
    elif starts and first.month == last.month:
        # "May 15-17": the second day stands alone behind the first.
        bare = [
            i
            for i, one in enumerate(said)
            if one.kind in {"number", "score"} and last.day in {one.value, -one.value}
        ]
        if bare:
            yield Fit((starts[0], bare[0]))


def _is_end(figure: Figure, day: date) -> bool:
    if figure.kind == "date":
        return figure.month == day.month and figure.value in {0, day.day}
    if figure.kind == "weekday":
        return figure.value == day.weekday()
    return figure.kind == "ordinal" and figure.value == day.day


def time_fits(quantity: Quantity, said: list[Figure]) -> Iterator[Fit]:
    """Yield the figures that say the clock time."""
    value = quantity.value
    if isinstance(value, dict):
        ends = [
            next((i for i, one in enumerate(said) if _same_time(one, hours_of(end))), None)
            for end in (value["from"], value["to"])
        ]
        if ends[1] is not None:
            start = ends[0] if ends[0] is not None else _bare_hour(said, hours_of(value["from"]))
            if start is not None:
                yield Fit((start, ends[1]))
        return
    for index, figure in enumerate(said):
        if _same_time(figure, hours_of(str(value))):
            yield Fit((index,))


#: At which minute of a football match each part begins.
_PARTS_OF_MATCH = {"전반": 0, "후반": 45, "연장전반": 90, "연장후반": 105}
_PART_OF_MATCH = re.compile(r"(연장\s?[전후]반|[전후]반)\s(?:추가시간\s)?$")


def minute_fits(quantity: Quantity, said: list[Figure], ko: str) -> Iterator[Fit]:
    """Yield the figures that count a match's minutes through: 후반 37분 is "the 82nd minute"."""
    part = _PART_OF_MATCH.search(ko[max(0, quantity.start - 12) : quantity.start])
    if not part or quantity.unit != "minute" or not isinstance(quantity.value, int):
        return
    minute = _PARTS_OF_MATCH[part[1].replace(" ", "")] + quantity.value
    for index, figure in enumerate(said):
        if figure.value == minute and (figure.kind == "ordinal" or figure.unit in {None, "minute"}):
            yield Fit((index,))


def clock_fits(quantity: Quantity, said: list[Figure]) -> Iterator[Fit]:
    """Yield the two clock times between which a length lies: 12시간 is "8 a.m. to 8 p.m."."""
    hours = {"hour": 1.0, "minute": 1 / 60}.get(quantity.unit or "")
    if hours is None or not isinstance(quantity.value, int):
        return
    clocks = [(index, one.value) for index, one in enumerate(said) if one.kind == "time"]
    for (first, start), (second, end) in pairwise(clocks):
        if abs((end - start - 1e-9) % 24 - quantity.value * hours) < 1e-3:
            yield Fit((first, second))


def year_fits(quantity: Quantity, said: list[Figure], ko: str, on: date | None) -> Iterator[Fit]:
    """Yield the year that lies so many away from the article's: 3년 전 is "in 2022"."""
    side = _YEARS_AWAY.match(ko, quantity.end)
    if on is None or not side or quantity.unit != "year" or not isinstance(quantity.value, int):
        return
    year = on.year + quantity.value * (-1 if side[1] == "전" else 1)
    for index, figure in enumerate(said):
        if figure.kind == "number" and figure.unit is None and figure.value == year:
            yield Fit((index,))


def _same_time(figure: Figure, hour: float) -> bool:
    if figure.kind != "time":
        return False
    cycle = 24 if figure.half_known else 12
    # Half a cycle is added so that a hair below zero does not become a whole cycle.
    return abs((figure.value - hour + cycle / 2) % cycle - cycle / 2) < 1e-6


def _bare_hour(said: list[Figure], hour: float) -> int | None:
    hours = {hour, hour - 12}
    return next(
        (i for i, one in enumerate(said) if one.kind == "number" and one.value in hours), None
    )
