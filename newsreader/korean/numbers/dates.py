"""Dates in Korean news: 오는 28일, 내년 하반기, 다음 주 월요일, by the article's date."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from newsreader.korean.numbers.date_values import Parts, bounds, date_value, day_at
from newsreader.korean.numbers.quantity import Quantity, Value
from newsreader.korean.numbers.times import is_sentenced
from newsreader.korean.numbers.units import hangul_at
from newsreader.korean.numbers.words import either, values
from newsreader.korean.particles import may_follow_counter

#: Where the article's date is unknown, two figures of a year of birth mean the 1900s.
_Y2K = date(2000, 1, 1)

_DAY_WORDS = values("day")
_YEAR_WORDS = values("year")
_MONTH_WORDS = values("month")
_MONTH_NAMES = values("named-month")
_WEEK_WORDS = values("week")
_WEEKDAYS = "월화수목금토일"

_NOT_SPAN = (
    r"(?!간|째|동안|만에|이내|내에|연속|제|짜리|가량|대|여|분(?!기)|정도|치|권|\s(?:동안|간|만에|이내|"
    r"내(?:에|로)?(?![가-힣])|연속|이상|넘|가량|정도|안에|평균|걸|뒤|후|전(?!날|당|국)|남|남짓|더|내내))"
)
_TO = r"\s?[~∼〜–―-]\s?"
_FULL = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<mark>[.\-/])\s?(?P<month>[01]?[0-9])(?P=mark)\s?(?P<day>[0-3]?[0-9])"
    r"(?![0-9])"
)
_WHEN = re.compile(r"(오는|지난|다가오는)\s?(?=[0-9월화수목금토일])")
_YEAR = re.compile(
    rf"(?P<full>[12][0-9]{{3}})(?:(?:\s?년?{_TO}|[·∙])(?P<to>[12][0-9]{{3}}|[0-9]{{2}}))?\s?(?:년|학년)도?"
    rf"(?![대간째여]|\s?동안|\s?만에)|['‘’](?P<short>[0-9]{{2}})년(?!간|째|여)|(?P<born>[0-9]{{2}})년(?=생)|(?P<past>[5-9][0-9])년(?=\s(?:외환|대선|총선|월드컵|올림픽|헌법|체제|민주|당시|여름|겨울|[0-9]{{1,2}}월))|"
    rf"(?P<word>{either(_YEAR_WORDS)})(?:도(?=\s))?"
)
_DECADE = re.compile(
    rf"(?P<from>(?:[12][0-9])?[0-9]0)(?:년대)?(?:{_TO}(?P<to>(?:[12][0-9])?[0-9]0))?\s?년대"
)
_MONTH = re.compile(
    rf"(?P<month>1[0-2]|0?[1-9])(?:월?(?:{_TO}|[·∙])(?P<to>1[0-2]|0?[1-9]))?월(?!드컵|세|급|요|남|봉)|"
    rf"(?P<word>{either(_MONTH_WORDS)})|(?P<name>{either(_MONTH_NAMES)})(?!동)"
)
_DAY = re.compile(
    rf"(?P<day>3[01]|[12][0-9]|0?[1-9])"
    rf"(?:(?:일?{_TO}|(?P<listed>[,·∙]\s?))(?P<to>3[01]|[12][0-9]|0?[1-9]))?일(?!본|반|부(?!터|로)|당)"
    + _NOT_SPAN
)
_PART = re.compile(
    r"(?P<half>상반기|하반기)|(?P<quarter>[1-4])\s?[분](?=기)기|(?P<about>초순|중순|하순|상순|말|초|연말|연초|월말|월초)"
)
_WEEK = re.compile(
    rf"(?P<word>{either(_WEEK_WORDS)})(?:\s?(?P<day>[{_WEEKDAYS}])요일|(?P<end>\s?주말|말))?"
)
# 내주다 (to give away) is no week.
_GIVING = re.compile(r"내주[는고며지던]")
_WEEKDAY = re.compile(
    rf"(?P<when>오는|지난|다가오는)\s(?:(?P<day>[{_WEEKDAYS}])요일|(?P<end>주말))"
)
_DAY_WORD = re.compile(either(_DAY_WORDS))
_RANGE_SIGN = re.compile(_TO)
_NO_PLAIN_QUARTER = re.compile(r"\s?(?:연속|동안|만에|째)")


def read_date(text: str, at: int, on: date | None) -> Quantity | None:
    """Return the date that begins at ``at``, if one does. ``on`` is the article's date."""
    for reader in (_read_full, _read_decade, _read_week, _read_parts, _read_day_word):
        found = reader(text, at, on)
        if found is not None:
            end, value = found
            return Quantity(at, end, text[at:end], "date", value)
    return None


def _read_full(text: str, at: int, _on: date | None) -> tuple[int, Value] | None:
    found = _FULL.match(text, at)
    if not found:
        return None
    day = day_at(int(found["year"]), int(found["month"]), int(found["day"]))
    return (found.end(), day.isoformat()) if day else None


def _read_decade(text: str, at: int, _on: date | None) -> tuple[int, Value] | None:
    found = _DECADE.match(text, at)
    if not found:
        return None
    first, last = (_decade(found[name] or found["from"]) for name in ("from", "to"))
    return found.end(), {"from": f"{first}-01-01", "to": f"{last + 9}-12-31"}


def _decade(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def _read_day_word(text: str, at: int, on: date | None) -> tuple[int, Value] | None:
    found = _DAY_WORD.match(text, at)
    if not found or on is None or not _ends_word(text, found.end()):
        return None
    return found.end(), (on + timedelta(days=_DAY_WORDS[found.group()])).isoformat()


def _read_week(text: str, at: int, on: date | None) -> tuple[int, Value] | None:
    if on is None:
        return None
    monday = on - timedelta(days=on.weekday())
    if found := _WEEK.match(text, at):
        if not _ends_word(text, found.end()) or _GIVING.match(text, at):
            return None
        monday += timedelta(weeks=_WEEK_WORDS[found["word"]])
        if found["day"]:
            day = monday + timedelta(days=_WEEKDAYS.index(found["day"]))
            return found.end(), day.isoformat()
        return found.end(), _days(monday + timedelta(days=5 if found["end"] else 0), monday)
    found = _WEEKDAY.match(text, at)
    if not found:
        return None
    future = found["when"] != "지난"
    if found["end"]:
        saturday = monday + timedelta(days=5 if future else -2)
        return found.end(), _days(saturday, saturday - timedelta(days=5))
    away = (_WEEKDAYS.index(found["day"]) - on.weekday()) % 7
    day = on + timedelta(days=away if future else (away or 7) - 7)
    return found.end(), day.isoformat()


def _days(first: date, monday: date) -> Value:
    return {"from": first.isoformat(), "to": (monday + timedelta(days=6)).isoformat()}


def _read_parts(text: str, at: int, on: date | None) -> tuple[int, Value] | None:
    for parts in _parts(text, at, on):
        value = date_value(parts, on)
        if value is None:
            continue
        if parts.day_to is None and (sign := _RANGE_SIGN.match(text, parts.end)):
            until = _range_end(text, sign.end(), value, on)
            if until:
                return until
        return parts.end, value
    return None


def _range_end(text: str, at: int, first: Value, on: date | None) -> tuple[int, Value] | None:
    """Read the second date of 5월 30일~6월 2일, whose first is ``first``."""
    start = bounds(first)
    for parts in _parts(text, at, on):
        second = date_value(parts, on)
        stop = bounds(second) if second is not None else None
        if start and stop and start[0] <= stop[1]:
            return parts.end, {"from": start[0].isoformat(), "to": stop[1].isoformat()}
    return None


def _parts(text: str, at: int, on: date | None) -> Iterator[Parts]:
    """Yield the readings of the date at ``at``, the fullest first."""
    start = at
    when = _WHEN.match(text, at)
    at = when.end() if when else at
    parts = Parts(at, when=when[1] if when else None)
    readings: list[Parts] = []
    for reader in (_add_year, _add_month, _add_day):
        blank = parts.end > start and text.startswith(" ", parts.end)
        added = reader(text, parts.end + (1 if blank else 0), parts, on)
        if added is not None:
            parts = added
            readings.append(parts)
    parts = readings[-1] if readings else parts
    if parts.day is None:
        blank = bool(readings) and text.startswith(" ", parts.end)
        added = _add_part(text, parts.end + (1 if blank else 0), parts)
        if added is not None:
            readings.append(added)
    for reading in reversed(readings):
        if _ends_word(text, reading.end):
            yield reading


def _add_year(text: str, at: int, parts: Parts, on: date | None) -> Parts | None:
    found = _YEAR.match(text, at)
    if not found:
        return None
    if found["word"]:
        if on is None or (found["word"] == "올" and not re.match(r"올\s?[0-9상하연]", text[at:])):
            return None
        return replace(parts, end=found.end(), year=on.year + _YEAR_WORDS[found["word"]])
    if written := found["short"] or found["past"]:
        short = int(written)
        return replace(parts, end=found.end(), year=(2000 if short < 50 else 1900) + short)
    if found["born"]:
        born = 2000 + int(found["born"])
        return replace(parts, end=found.end(), year=born - (100 if born > (on or _Y2K).year else 0))
    year = int(found["full"])
    to = found["to"] and int(
        found["to"] if len(found["to"]) == 4 else found["full"][:2] + found["to"]
    )
    return replace(parts, end=found.end(), year=year, year_to=to or None)


def _add_month(text: str, at: int, parts: Parts, on: date | None) -> Parts | None:
    found = _MONTH.match(text, at)
    if not found or parts.year_to or is_sentenced(text, at):
        return None
    if found["word"]:
        if on is None or parts.year is not None:
            return None
        month = on.year * 12 + on.month - 1 + _MONTH_WORDS[found["word"]]
        return replace(parts, end=found.end(), year=month // 12, month=month % 12 + 1)
    to = int(found["to"]) if found["to"] else None
    if found["name"]:
        return replace(parts, end=found.end(), month=_MONTH_NAMES[found["name"]])
    return replace(parts, end=found.end(), month=int(found["month"]), month_to=to)


def _add_day(text: str, at: int, parts: Parts, _on: date | None) -> Parts | None:
    found = _DAY.match(text, at)
    if not found or parts.month_to or (parts.year is not None and parts.month is None):
        return None
    if parts.month is None and _is_each_day(text, at, found.end()):
        return None
    day, to = int(found["day"]), int(found["to"]) if found["to"] else None
    if found["listed"] and to != day + 1:  # only neighbours are a span: 14, 15일
        return None
    return replace(parts, end=found.end(), day=day, day_to=to)


_PER_DAY = re.compile(
    r"1일\s?(?:[0-9]|평균|최대|최소|권장|이용|섭취|생산|처리|기준|당|한도)|"
    r"[0-9]{1,2}일에 (?:한|두) ?(?:번|회|[가-힣]꼴)"
)
_PER_WEEK = re.compile(r"(?:주|박|최대|최장|최소|평균|연간|총)\s?$")


def _is_each_day(text: str, at: int, end: int) -> bool:
    """Say whether 일 counts days: 1일 2회, 3일에 한 번, 주 4일, 2박 3일, 최대 20일."""
    return (
        bool(_PER_DAY.match(text, at) or _PER_WEEK.search(text[max(0, at - 3) : at])) and end > at
    )


def _add_part(text: str, at: int, parts: Parts) -> Parts | None:
    found = _PART.match(text, at)
    if not found or parts.year_to or parts.month_to:
        return None
    if found["about"]:
        known = parts.month is not None or parts.year is not None
        return replace(parts, end=found.end(), about=True) if known else None
    if parts.month is not None or _NO_PLAIN_QUARTER.match(text, found.end()):
        return None
    quarter = int(found["quarter"]) if found["quarter"] else None
    return replace(parts, end=found.end(), half=found["half"], quarter=quarter)


_TAIL = re.compile(
    r"(?:께|경|자|생|쯤|부|중|까지|부터|밤|낮|새벽|오전|오후|아침|저녁|당일|현재|이후|이전|전후|들어)"
)


@lru_cache(maxsize=4096)
def _is_tail(rest: str) -> bool:
    return not rest or may_follow_counter(rest) or _TAIL.match(rest) is not None


def _ends_word(text: str, at: int) -> bool:
    """Say whether the date may end at ``at``: what follows directly is a particle or the like."""
    return _is_tail(hangul_at(text, at))
