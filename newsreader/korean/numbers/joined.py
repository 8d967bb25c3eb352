"""Numbers of a Korean sentence that only together say one thing: 자정 10분 전, 6월 첫째 일요일."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace

from newsreader.korean.numbers.date_values import hours_of
from newsreader.korean.numbers.quantity import Quantity

_BESIDE = re.compile(r"\s(전|후)(?![가-힣]{2})")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_NTH_WEEKDAY = re.compile(
    r"\s(첫째|둘째|셋째|넷째|다섯째|마지막)\s?(?:주\s?)?([월화수목금토일])요일"
)
_NTH = {"첫째": 0, "둘째": 1, "셋째": 2, "넷째": 3, "다섯째": 4, "마지막": -1}


def joined(ko: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with those joined that are one time or one day."""
    return list(_nth_weekdays(ko, _beside_the_hour(ko, quantities)))


def _nth_weekdays(ko: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities with 다음 달 첫째 일요일 as the day that it is.

    The ordinal may then be left unsaid.
    """
    within = 0
    for one in quantities:
        found = _NTH_WEEKDAY.match(ko, one.end)
        if one.start < within:
            yield replace(one, kind="no-number", value=str(one.value))
        elif one.kind == "date" and found and _MONTH.fullmatch(str(one.value)):
            year, month = map(int, str(one.value).split("-"))
            weeks = calendar.monthcalendar(year, month)
            weekday = "월화수목금토일".index(found[2])
            days = [week[weekday] for week in weeks if week[weekday]]
            nth = _NTH[found[1]]
            if nth < len(days):
                within = found.end()
                yield replace(one, value=f"{one.value}-{days[nth]:02}")
            else:
                yield one
        else:
            yield one


def _beside_the_hour(ko: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with 자정 10분 전 as the one time that it is."""
    joined: list[Quantity] = []
    for one in quantities:
        last = joined[-1] if joined else None
        side = _BESIDE.match(ko, one.end)
        if (
            last is None
            or side is None
            or (last.kind, one.unit) != ("time", "minute")
            or not isinstance(last.value, str)
            or not isinstance(one.value, int)
            or ko[last.end : one.start] != " "
        ):
            joined.append(one)
            continue
        minutes = round(hours_of(last.value) * 60) + one.value * (1 if side[1] == "후" else -1)
        clock = f"{minutes // 60 % 24:02}:{minutes % 60:02}"
        surface = ko[last.start : side.end()]
        joined[-1] = Quantity(last.start, side.end(), surface, "time", clock)
    return joined
