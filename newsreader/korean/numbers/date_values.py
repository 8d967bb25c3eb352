"""Where a Korean date lies in time: 5일, 오는 10월 말, 내년 하반기, told from the article's date.

A date without a year is the one nearest the article's date; 오는 and 지난 turn it to the future and
the past. Where the article's date is not known, only dates that name their year are read in full;
the others get ISO 8601's truncated forms (``--05-30``, ``---25``), quarters
and halves their number.
"""

import calendar
from dataclasses import dataclass
from datetime import date

from newsreader.korean.numbers.quantity import Value


@dataclass(frozen=True, slots=True)
class Parts:
    """What a date's words say, before it is placed in time."""

    end: int
    when: str | None = None
    year: int | None = None
    year_to: int | None = None
    month: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_to: int | None = None
    half: str | None = None
    quarter: int | None = None
    about: bool = False


def date_value(parts: Parts, on: date | None) -> Value | None:
    """Return the value of a date, or None where its words are no date; ``on`` is the article's."""
    if parts.day is not None:
        return _day_value(parts, on)
    if parts.month is not None:
        return _month_value(parts, on)
    if parts.half or parts.quarter:
        return _period_value(parts, on)
    if parts.year is None:
        return None
    if parts.about:
        return {"approx_year": str(parts.year)}
    if parts.year_to:
        return {"from": f"{parts.year}-01-01", "to": f"{parts.year_to}-12-31"}
    return str(parts.year)


def _day_value(parts: Parts, on: date | None) -> Value | None:
    day = parts.day or 1
    if parts.year and parts.month:
        first = day_at(parts.year, parts.month, day)
    elif on is None:
        stem = f"--{parts.month:02}-" if parts.month else "---"
        until = parts.day_to or 0
        span: Value = {"from": f"{stem}{day:02}", "to": f"{stem}{until:02}"}
        return span if until > day else f"{stem}{day:02}"
    elif parts.month:
        month = parts.month
        first = _nearest(
            [day_at(on.year + away, month, day) for away in (-1, 0, 1)], parts.when, on
        )
    else:
        months = (divmod(on.year * 12 + on.month - 1 + away, 12) for away in (-2, -1, 0, 1, 2))
        days = [day_at(year, month + 1, day) for year, month in months]
        first = _nearest(days, parts.when, on)
    if first is None:
        return None
    if parts.day_to is None:
        return first.isoformat()
    last = day_at(first.year, first.month, parts.day_to)
    return {"from": first.isoformat(), "to": last.isoformat()} if last and last > first else None


def _month_value(parts: Parts, on: date | None) -> Value | None:
    month = parts.month or 1
    if parts.year is not None:
        year = parts.year
    elif on is None:
        return None if parts.month_to or parts.about else f"--{month:02}"
    else:
        middles = [day_at(on.year + away, month, min(on.day, 28)) for away in (-1, 0, 1)]
        nearest = _nearest(middles, parts.when, on)
        if nearest is None:
            return None
        year = nearest.year
    if parts.about:
        return {"approx_month": f"{year}-{month:02}"}
    if parts.month_to:
        return _months(year, month, parts.month_to)
    return f"{year}-{month:02}"


def _period_value(parts: Parts, on: date | None) -> Value | None:
    """Return the days of a half or a quarter; without a year, of the one last spoken of."""
    if parts.quarter:
        first, length = parts.quarter * 3 - 2, 3
    else:
        first, length = (1, 6) if parts.half == "상반기" else (7, 6)
    if parts.year is not None:
        year = parts.year
    elif on is None:
        return {"quarter": parts.quarter} if parts.quarter else {"half": 1 if first == 1 else 2}
    else:
        # In January the papers write of the fourth quarter that has just ended.
        year = on.year - 1 if first - on.month > 6 else on.year
    return _months(year, first, first + length - 1)


def _months(year: int, first: int, last: int) -> Value:
    last_year = year if last >= first else year + 1
    days = calendar.monthrange(last_year, last)[1]
    return {"from": f"{year}-{first:02}-01", "to": f"{last_year}-{last:02}-{days:02}"}


def _nearest(days: list[date | None], when: str | None, on: date) -> date | None:
    real = [day for day in days if day is not None]
    if when == "지난":
        real = [day for day in real if day <= on]
    elif when:
        real = [day for day in real if day >= on]
    return min(real, key=lambda day: (abs((day - on).days), day), default=None)


def day_at(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none such: 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def bounds(value: Value) -> tuple[date, date] | None:
    """Return the first and last day of a date value."""
    if isinstance(value, dict) and "from" in value:
        return date.fromisoformat(value["from"]), date.fromisoformat(value["to"])
    if not isinstance(value, str) or not value[0].isdigit():
        return None
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    return first, date(year, month or 12, calendar.monthrange(year, month or 12)[1])


def hours_of(clock: str) -> float:
    """Return a clock time such as "14:30" in hours."""
    hour, minute = clock.split(":")[:2]
    return int(hour) + int(minute) / 60
