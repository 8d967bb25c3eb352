"""Clock times and lengths of time: 오후 2~4시, 밤 11시 50분, 1년 6개월, 닷새간, 이틀째."""

import re

from newsreader.korean.numbers.numerals import Numeral, read_digits, read_native, read_sino
from newsreader.korean.numbers.quantity import Quantity, QuantityKind, Value, plain
from newsreader.korean.numbers.units import ends_word
from newsreader.korean.numbers.words import either, pairs, values

_PERIOD = r"(?:오전|오후|새벽|아침|낮|저녁|밤|한밤)"
_HOUR_WORDS = values("hour")
_HOUR = rf"[01]?[0-9]|2[0-4]|{either(_HOUR_WORDS)}"
_AFTER_HOUR = r"시(?!간|장|민|설|도|점|군|내|즌|리|작|스|행|세|청|의|위|대|비|범|험|티)"
_CLOCK = re.compile(
    rf"(?:(?P<period>{_PERIOD})\s?)?(?P<hour>{_HOUR})(?:시?\s?~\s?(?P<period2>{_PERIOD})?\s?"
    rf"(?P<to>[01]?[0-9]|2[0-4]))?{_AFTER_HOUR}"
    r"(?:\s?(?P<minute>[0-5]?[0-9])분|\s?(?P<half>반))?(?:\s?(?P<second>[0-5]?[0-9])초)?"
)
_DIGITAL = re.compile(
    rf"(?:(?P<period>{_PERIOD})\s?)?(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
    r"(?::(?P<second>[0-5][0-9]))?(?![0-9:])"
)
_FIXED = {"정오": "12:00", "자정": "00:00"}

_DAYS = values("days")
_DAY_WORD = re.compile(either(_DAYS))
_DAY_PAIRS = pairs("days-pair")
_WHOLE = {
    "일주일": (1, "week"),
    "반년": (0.5, "year"),
    "반세기": (0.5, "century"),
    "사반세기": (0.25, "century"),
}
_UNITS = {
    "년": "year",
    "해": "year",
    "개월": "month",
    "달": "month",
    "월": "month",
    "주일": "week",
    "주": "week",
    "일": "day",
    "시간": "hour",
    "분": "minute",
    "초": "second",
    "분기": "quarter",
    "세기": "century",
}
_SIZES = ["century", "year", "quarter", "month", "week", "day", "hour", "minute", "second"]
_UNIT = re.compile(r"\s?(개월|주일|시간|분기|세기|년|해|달|월|주|일|분|초)")
# Months of a sentence are called as those of the calendar: 징역 1년 6월.
_SENTENCED = re.compile(r"(?:징역|금고|구류|유예)\s(?:[0-9]+년\s?)?$")
_NATIVE_UNITS = frozenset({"세기", "해", "달", "주", "시간"})
_SINO_UNITS = frozenset({"년", "개월", "주", "주일", "일", "시간", "분", "초", "분기"})
_LONE_SINO = re.compile(r"[일삼사오육칠팔구십]\s?(?:년|개월)|[백천만]\s년|[오십]\s분")
_MOISTURE = re.compile(r"수분(?!\s?(?:간|동안|만에|내|안에|뒤|후|전|째|씩))")
_NIGHTS = re.compile(r"([0-9]{1,3})박\s?([0-9]{1,3})일")
_HUNDREDTHS = re.compile(r"([0-9]{1,2})(?![0-9])|\s([0-9]{2})(?=[의으에로]|$)")
_HALF = re.compile(r"\s반(?![가-힣])|\s반(?=\s?만에|이|을|의|가량|동안|쯤)")
# 3년 차 is the third year, 0.1초 차 a margin.
_SERIES = re.compile(r"째|\s?연속|\s차(?![가-힣])|\s차(?=[에인의])")
# How long a bond runs or ginseng grew: 3년물, 6년근.
_AGED = re.compile(r"(?:물|근|산)(?![가-힣]{2})")
_RANGE = re.compile(r"\s?~\s?")
_NOT_TIME = re.compile(
    r"분의|년대|년생|년도|주년|주기|주차|일차|년차|해리|일본|달러|주식|초등|초반|분야"
)


def read_time(text: str, at: int) -> Quantity | None:
    """Return the clock time that begins at ``at``, in 24 hours."""
    for word, value in _FIXED.items():
        if text.startswith(word, at) and ends_word(text, at + len(word)):
            return _quantity(text, at, at + len(word), "time", value, None)
    if found := _DIGITAL.match(text, at):
        return _quantity(text, at, found.end(), "time", _time(found, "hour", "period"), None)
    found = _CLOCK.match(text, at)
    if not found or not ends_word(text, found.end()):
        return None
    if not found["period"] and not found["hour"].isdigit():
        return None
    first = _time(found, "hour", "period")
    if not found["to"]:
        return _quantity(text, at, found.end(), "time", first, None)
    start = f"{_in_day(found['hour'], found['period']):02}:00"
    until = _in_day(found["to"], found["period2"] or found["period"])
    minutes = f"{int(found['minute'] or 0):02}"
    return _quantity(
        text, at, found.end(), "time", {"from": start, "to": f"{until:02}:{minutes}"}, None
    )


def _time(found: re.Match[str], hour: str, period: str) -> str:
    groups = found.groupdict()
    minute = 30 if groups.get("half") else int(found["minute"] or 0)
    second = f":{int(found['second']):02}" if found["second"] else ""
    return f"{_in_day(found[hour], found[period]):02}:{minute:02}{second}"


def _in_day(word: str, period: str | None) -> int:
    """Return the hour from 0 to 24 for 오후 2, 밤 11, 낮 12 …"""
    hour = int(word) if word.isdigit() else _HOUR_WORDS[word]
    if period is None or hour > 12:
        return hour
    if period in {"오전", "새벽", "아침"}:
        return hour % 12
    if period in {"밤", "한밤"}:
        return hour + 12 if 6 <= hour < 12 else hour % 12
    if period == "낮" and hour >= 10:
        return hour
    return hour % 12 + 12


def read_duration(text: str, at: int) -> Quantity | None:
    """Return the length of time that begins at ``at``; with 째 or 연속 it is an ordinal."""
    return _read_nights(text, at) or _read_day_words(text, at) or _read_counted(text, at)


def _read_nights(text: str, at: int) -> Quantity | None:
    found = _NIGHTS.match(text, at)
    if not found:
        return None
    value: Value = {"nights": int(found[1]), "days": int(found[2])}
    return _finish(text, at, found.end(), value, None)


def _read_day_words(text: str, at: int) -> Quantity | None:
    for pair, (low, high) in _DAY_PAIRS.items():
        if text.startswith(pair, at):
            return _finish(text, at, at + len(pair), {"from": low, "to": high}, "day")
    for word, (value, unit) in _WHOLE.items():
        if text.startswith(word, at):
            return _finish(text, at, at + len(word), value, unit)
    found = _DAY_WORD.match(text, at)
    return _finish(text, at, found.end(), _DAYS[found.group()], "day") if found else None


def _read_counted(text: str, at: int) -> Quantity | None:
    """Read numeral and unit, and the smaller ones behind: 1년 6개월, 2시간 30분, 51초12."""
    parts: list[tuple[Numeral, Numeral | None, str]] = []
    end = at
    position = at
    while True:
        part = _read_part(text, position)
        if part is None or (parts and _SIZES.index(part[2]) <= _SIZES.index(parts[-1][2])):
            break
        if parts and (part[0].native or part[1] or part[2] == "quarter"):
            break
        parts.append(part[:3])
        end = part[3]
        if part[0].approx or part[1]:
            break
        position = end + 1 if text.startswith(" ", end) else end
    if not parts:
        return None
    return _assemble(text, at, end, parts)


def _assemble(
    text: str, at: int, end: int, parts: list[tuple[Numeral, Numeral | None, str]]
) -> Quantity | None:
    if parts[-1][2] == "second" and (hundredths := _HUNDREDTHS.match(text, end)):
        last = parts[-1][0]
        fraction = float(f"{last.value}.{hundredths.group().strip()}")
        parts[-1] = (Numeral(last.start, hundredths.end(), fraction), None, "second")
        end = hundredths.end()
    numeral, high, unit = parts[0]
    if len(parts) > 1:
        compound: Value = {f"{one[2]}s": one[0].value for one in parts}
        return _finish(text, at, end, compound, None)
    approx = numeral.approx
    if not approx and text.startswith("여", end):
        approx, end = True, end + 1
    value: Value = numeral.value
    if high is not None:
        value = {"from": numeral.value, "to": high.value}
    elif numeral.high is not None:
        value = {"from": numeral.value, "to": numeral.high}
    elif numeral.order:
        value = {"order": numeral.value}
    elif approx:
        value = {"approx": numeral.value}
    elif half := _HALF.match(text, end):
        value, end = plain(numeral.value + 0.5), half.end()
    return _finish(text, at, end, value, unit)


def _read_part(text: str, at: int) -> tuple[Numeral, Numeral | None, str, int] | None:
    for numeral in _numerals(text, at):
        high = None
        end = numeral.end
        if numeral.digits and (sign := _RANGE.match(text, end)):
            high = read_digits(text, sign.end())
            if high is not None and high.value > numeral.value:
                end = high.end
            else:
                high = None
        found = _UNIT.match(text, end)
        if not found or _NOT_TIME.match(text, found.start(1)):
            continue
        if numeral.native and found[1] not in _NATIVE_UNITS:
            continue
        if found.group() == "해":  # 한해 is more often "only" than "one year"
            continue
        if not numeral.native and not numeral.digits and found[1] not in _SINO_UNITS:
            continue
        if numeral.digits and found[1] in {"달", "해", "세기"}:
            continue
        if found[1] == "월" and not is_sentenced(text, at):
            continue
        if found[1] == "초" and numeral.value >= 1000:
            continue
        if found[1] == "주" and (numeral.value >= 100 or numeral.order):
            continue
        followed = text[found.end() : found.end() + 2]
        digits_follow = followed[:1].isdigit()
        if digits_follow or _AGED.match(text, found.end()) or ends_word(text, found.end()):
            return numeral, high, _UNITS[found[1]], found.end()
    return None


def is_sentenced(text: str, at: int) -> bool:
    """Say whether what begins at ``at`` is how long somebody is sent to prison."""
    return _SENTENCED.search(text, max(0, at - 12), at) is not None


def _numerals(text: str, at: int) -> list[Numeral]:
    if text[at : at + 1].isdigit():
        digits = read_digits(text, at)
        return [digits] if digits else []
    native = read_native(text, at)
    found = [native] if native else []
    if text.startswith("수", at) and _UNIT.match(text, at + 1) and not _MOISTURE.match(text, at):
        found.append(Numeral(at, at + 1, 1, order=True, digits=False))
    # A lone 이 is "this", 일 "work": one such word is believed before 년 and 개월 only.
    lone = _LONE_SINO.match(text, at) is not None
    return found + [sino for sino in read_sino(text, at) if sino.end - at > 1 or lone]


def _finish(text: str, at: int, end: int, value: Value, unit: str | None) -> Quantity | None:
    """Add 간 or 째 behind, and see that a word ends there."""
    kind: QuantityKind = "duration"
    series = _SERIES.match(text, end)
    if series and not (unit in {"hour", "minute", "second"} and series.group() == " 차"):
        kind, end = "ordinal", series.end()
    elif text.startswith("간", end) and ends_word(text, end + 1):
        end += 1
    elif not ends_word(text, end) and not _AGED.match(text, end):
        return None
    return _quantity(text, at, end, kind, value, unit)


def _quantity(
    text: str, at: int, end: int, kind: QuantityKind, value: Value, unit: str | None
) -> Quantity:
    return Quantity(at, end, text[at:end], kind, value, unit)
