"""Numbers, dates and times in English sentences, as far as a comparison with Korean needs them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from newsreader.korean.units import english_names

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


@cache
def _table() -> dict[str, dict[str, tuple[float, str | None]]]:
    data = resources.files("newsreader.korean").joinpath("data/english_number_words.tsv")
    kinds: dict[str, dict[str, tuple[float, str | None]]] = {}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, kind, value, unit = line.split("\t")
            kinds.setdefault(kind, {})[word] = (float(value), None if unit == "-" else unit)
    return kinds


def _values(kind: str) -> dict[str, float]:
    return {word: value for word, (value, _) in _table()[kind].items()}


def _either(kind: str) -> str:
    return "|".join(sorted(map(re.escape, _table()[kind]), key=len, reverse=True))


_ONES = _values("one")
_TENS = _values("ten")
_SCALES = _values("scale")
_ORDINALS = _values("ordinal")
_FRACTIONS = _values("fraction")
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBER_WORD = f"{_either('ten')}|{_either('one')}"
_SCALE = _either("scale")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    rf"(?P<about>(?:mid|early|late)[- ])?(?P<month>{_MONTH})"
    r"(?:\s(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b(?!,[0-9]{3}\b))?(?:,?\s(?P<year>[12][0-9]{3})\b)?|"
    rf"\b(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})"
    r"(?:,?\s(?P<year2>[12][0-9]{3})\b)?"
)
# The second day or hour of "May 3 to 5" and the first of "2 to 4 p.m.".
_UNTIL = re.compile(
    r"\s?(?:-|–|to|and|through)\s?([0-3]?[0-9])(?:st|nd|rd|th)?\b(?![,.:]?[0-9]|\s?[ap]\.?m|%)"
)
_FROM = re.compile(r"\b([0-9]{1,2})(?::([0-5][0-9]))?\s?(?:-|–|to|and|until)\s?$")
_WEEKDAY = re.compile(rf"\b({_either('weekday')})days?\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?P<hour>[0-2]?[0-9])(?::(?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m\b\.?|"
    r"\b(?P<hour2>[0-2]?[0-9]):(?P<minute2>[0-5][0-9])\b|\b(?P<word>midnight|noon)\b|"
    rf"\b(?P<part>half|quarter)\s(?P<side>past|to)\s(?P<hour3>{_NUMBER_WORD}|[0-9]+)\b",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?P<part>half|quarter)\b|"
    r"\bQ(?P<q>[1-4])\b|\bH(?P<h>[12])\b",
    re.IGNORECASE,
)
_AGE_DECADE = re.compile(
    r"\b(?P<digits>[1-9]0)s\b|\b(?P<word>teens|twenties|thirties|forties|fifties|sixties|seventies|"
    r"eighties|nineties)\b|\b(?P<some>twenty|thirty|forty|fifty|sixty|seventy|eighty)-?something",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?P<year>[12][0-9]{2}0)s\b|['’](?P<short>[0-9]0)s\b")
_ORDER = re.compile(
    r"\b(?P<count>dozens|scores|tens|hundreds|thousands|millions|billions|trillions)\b(?:\sof\s"
    r"(?P<of>hundreds|thousands|millions|billions|trillions)\b)?|"
    r"\b(?:several|a few|many)\s(?P<few>dozen|hundred|thousand|million|billion|trillion)\b"
    r"(?:\s(?P<more>thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?P<a>{_NUMBER_WORD}|[0-9]+)\s?(?:in|out\sof|of\severy|-in-)\s?(?:every\s)?"
    rf"(?P<b>{_NUMBER_WORD}|[0-9]+)\b(?![,.]?[0-9]|\s(?:percent|{_SCALE})|-year)|"
    rf"\b(?P<c>[0-9.]+|{_NUMBER_WORD})(?:(?:-to-|:)(?P<d>[0-9.]+|one|two|three)|\sto\s(?P<e>1|one))\b(?![.,]?[0-9])"
    r"(?!\s?(?:percent|p\.m|a\.m|million|billion|trillion|,|years|days|months|hours|weeks))",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"(?<![.,0-9])\b(?P<a>[0-9]{1,3})[-–](?P<b>[0-9]{1,3})\b(?!-|[.,][0-9]|\s?(?:percent|%))"
)
_FRACTION = re.compile(
    r"\b(?<!and )(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[- ]"
    rf"(?P<part>{_either('fraction')})\b(?!\s(?:million|billion|trillion|year|month|week|day|hour|"
    r"time|consecutive|straight|place)|-)|"
    r"\b(?<!and a )(?P<half>half|halves)\b(?!\s(?:an?\s(?:million|billion|trillion|dozen|year|"
    r"century|hour|month)|past|of\sthe\syear))|\b(?P<quarter>quarter)\sof\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:(?P<digits>[0-9]{1,4})(?:st|nd|rd|th)|"
    rf"(?:(?P<ten>{_either('ten')})[- ])?(?P<word>{_either('ordinal')}))\b",
    re.IGNORECASE,
)
_MIXED_DIGITS = re.compile(r"\b(single|double|triple)[- ]digits?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<currency>(?:US|A|C|HK|NT|S)?[$]|[€£¥₩])?"
    r"(?P<sign>(?<![\w.])[-−–](?=[0-9])|\b(?:minus|negative)\s)?"
    r"(?:(?P<digits>(?:(?<![A-Za-z0-9.,-])|(?<=[\s(0-9%][-−–])|(?<=[A-Za-z]-))"
    rf"(?:{_DIGITS}))|"
    rf"\b(?P<word>{_NUMBER_WORD})\b|\b(?P<half>half)\sa(?=\s(?:{_SCALE}|year|century)\b)|"
    rf"\b(?P<a>an?|few)(?=[- ](?:{_SCALE})\b))",
    re.IGNORECASE,
)
_MORE = re.compile(rf"[- ](?:and[- ])?(?P<word>{_NUMBER_WORD})\b", re.IGNORECASE)
_SCALED = re.compile(rf"[- ]?(?P<scale>{_SCALE}|[mk](?![A-Za-z]))\b", re.IGNORECASE)
_AND_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_SPECIAL = re.compile(rf"\b({_either('word')})\b", re.IGNORECASE)
_A_UNIT = re.compile(
    r"\b(?:an?|per|each|every)\s(day|week|month|year|hour|minute|second)\b", re.IGNORECASE
)
_TIME_UNIT = re.compile(
    r"[- ](?:consecutive\s|straight\s|full\s|business\s|more\s)?"
    r"(year|month|week|day|hour|minute|second|night|decade)s?\b(?P<old>[- ]olds?\b)?",
    re.IGNORECASE,
)
_CURRENCY = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NT$": "TWD"}
_CURRENCY |= {"S$": "SGD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}


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


def figures(text: str) -> list[Figure]:
    """Return the figures of an English sentence in order, none overlapping another."""
    taken = bytearray(len(text))
    found: list[Figure] = []
    for reader in _READERS:
        for figure in reader(text):
            if not any(taken[figure.start : figure.end]):
                taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
                found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def _dates(text: str) -> Iterator[Figure]:
    for found in _DATE.finditer(text):
        day = found["day"] or found["day2"]
        name = found["month"] or found["month2"]
        if name == "May" and not (day or found["year"] or found["about"]):
            before = text[max(0, found.start() - 8) : found.start()].lower()
            if not re.search(
                r"\b(?:in|of|since|until|by|and|to|from|between|last|this|next)\s$", before
            ):
                continue
        month = int(_table()["month"][name[:3].lower()][0])
        year = found["year"] or found["year2"]
        yield Figure(
            found.start(),
            found.end(),
            "date",
            int(day or 0),
            month=month,
            year=int(year) if year else None,
        )
        until = _UNTIL.match(text, found.end()) if found["day"] and not found["year"] else None
        if until and int(until[1]) > int(day or 0):
            yield Figure(until.start(1), until.end(), "date", int(until[1]), month=month)


def _weekdays(text: str) -> Iterator[Figure]:
    for found in _WEEKDAY.finditer(text):
        weekday = _table()["weekday"][found[1].lower()][0]
        yield Figure(found.start(), found.end(), "weekday", weekday)


def _times(text: str) -> Iterator[Figure]:
    for found in _TIME.finditer(text):
        if word := found["word"]:
            hour: float = 0 if word.lower() == "midnight" else 12
            yield Figure(found.start(), found.end(), "time", hour, half_known=True)
        elif found["part"]:
            hour = _word_value(found["hour3"])
            away = 0.5 if found["part"].lower() == "half" else 0.25
            hour += away if found["side"].lower() == "past" else -away
            yield Figure(found.start(), found.end(), "time", hour)
        else:
            hour = int(found["hour"] or found["hour2"])
            hour += int(found["minute"] or found["minute2"] or 0) / 60
            known = found["half"] is not None
            if known:
                hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
                if start := _FROM.search(text[max(0, found.start() - 12) : found.start()]):
                    first = int(start[1]) % 12 + int(start[2] or 0) / 60
                    first += 12 if hour >= 12 and first + 12 < hour else 0
                    offset = max(0, found.start() - 12)
                    yield Figure(
                        offset + start.start(), found.start(), "time", first, half_known=True
                    )
            yield Figure(found.start(), found.end(), "time", hour, half_known=known or hour >= 13)


def _parts_of_year(text: str) -> Iterator[Figure]:
    for found in _PART_OF_YEAR.finditer(text):
        if found["q"] or found["h"]:
            part, nth = ("quarter", found["q"]) if found["q"] else ("half", found["h"])
        else:
            part, nth = found["part"].lower(), found["nth"].lower()
        value = int(nth[0]) if nth[0].isdigit() else _ORDINALS[nth]
        yield Figure(found.start(), found.end(), "part-of-year", value, part)


def _decades(text: str) -> Iterator[Figure]:
    for found in _DECADE.finditer(text):
        year = int(found["year"]) if found["year"] else 1900 + int(found["short"])
        yield Figure(found.start(), found.end(), "decade", year)
    tens = {name[:-1] + "ies": value for name, value in _TENS.items()} | {"teens": 10}
    for found in _AGE_DECADE.finditer(text):
        if found["word"]:
            value = tens[found["word"].lower()]
        elif found["some"]:
            value = _TENS[found["some"].lower()]
        else:
            value = int(found["digits"])
        yield Figure(found.start(), found.end(), "age-decade", value)


def _orders(text: str) -> Iterator[Figure]:
    sizes = {f"{name}s": size for name, size in _SCALES.items()} | {"tens": 10, "scores": 10}
    sizes |= {"dozens": 10}
    for found in _ORDER.finditer(text):
        if found["count"]:
            value = sizes[found["count"].lower()]
            value *= sizes[found["of"].lower()] if found["of"] else 1
        else:
            value = sizes[f"{found['few'].lower()}s"]
            value *= _SCALES[found["more"].lower()] if found["more"] else 1
        yield Figure(found.start(), found.end(), "order", value, _unit_after(text, found.end())[0])


def _ratios(text: str) -> Iterator[Figure]:
    for found in _RATIO.finditer(text):
        top, bottom = (
            (found["a"], found["b"]) if found["a"] else (found["c"], found["d"] or found["e"])
        )
        first, second = _word_value(top), _word_value(bottom)
        if second == 0 or (found["a"] and first > second):
            continue
        yield Figure(found.start(), found.end(), "ratio", first / second, other=second)
    for found in _FRACTION.finditer(text):
        if found["half"] or found["quarter"]:
            value = 0.5 if found["half"] else 0.25
        else:
            value = (1 if found["top"].lower() in {"a", "an"} else _ONES[found["top"].lower()]) / (
                _FRACTIONS[found["part"].lower()]
            )
        yield Figure(found.start(), found.end(), "ratio", value)


def _scores(text: str) -> Iterator[Figure]:
    for found in _SCORE.finditer(text):
        yield Figure(found.start(), found.end(), "score", int(found["a"]), other=int(found["b"]))


def _ordinals(text: str) -> Iterator[Figure]:
    for found in _ORDINAL.finditer(text):
        if found["digits"]:
            value = float(found["digits"])
        else:
            value = _ORDINALS[found["word"].lower()]
            value += _TENS[found["ten"].lower()] if found["ten"] else 0
        yield Figure(found.start(), found.end(), "ordinal", value, loose=value == 1)


def _digit_counts(text: str) -> Iterator[Figure]:
    for found in _MIXED_DIGITS.finditer(text):
        count = {"single": 1, "double": 2, "triple": 3}[found[1].lower()]
        yield Figure(found.start(), found.end(), "digits", count)


def _numbers(text: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        value, end = _read_value(text, found)
        unit, after = _unit_after(text, end)
        currency = found["currency"]
        if currency:
            unit = _CURRENCY[currency.upper()]
        if found["sign"]:
            value = -value
        loose = unit is None and found["digits"] is None and value in {0, 1, 2}
        figure = Figure(found.start(), max(end, after), "number", value, unit, loose=loose)
        yield _in_smaller_units(figure)
    for found in _SPECIAL.finditer(text):
        number, unit = _table()["word"][found[1].lower()]
        loose = number in {1, 2} or unit == "year"
        yield Figure(found.start(), found.end(), "number", number, unit, loose=loose)
    for found in _A_UNIT.finditer(text):
        half = _AND_HALF.match(text, found.end())
        value, end = (1.5, half.end()) if half else (1.0, found.end())
        yield Figure(found.start(), end, "number", value, found[1].lower(), loose=half is None)


def _in_smaller_units(figure: Figure) -> Figure:
    if figure.unit == "decade":
        return replace(figure, value=figure.value * 10, unit="year")
    return figure


def _read_value(text: str, found: re.Match[str]) -> tuple[float, int]:
    """Read number words, scales and "and a half" behind the first word or digits."""
    end = found.end()
    if found["digits"]:
        value = float(found["digits"].replace(",", ""))
    elif found["word"]:
        value = _word_value(found["word"])
        more = _MORE.match(text, end)
        if more and value >= 20 and _word_value(more["word"]) < 10:
            value, end = value + _word_value(more["word"]), more.end()
    else:
        value = 0.5 if found["half"] else 1
    while scaled := _SCALED.match(text, end):
        name = scaled["scale"].lower()
        value *= _SCALES.get(name) or (10**6 if name == "m" else 10**3)
        end = scaled.end()
        more = _MORE.match(text, end)
        if more and name in {"hundred", "thousand"}:
            value, end = value + _word_value(more["word"]), more.end()
    if half := _AND_HALF.match(text, end):
        value, end = value + 0.5, half.end()
    return value, end


def _word_value(word: str) -> float:
    lower = word.lower()
    if lower in _ONES:
        return _ONES[lower]
    return _TENS[lower] if lower in _TENS else float(word)


@cache
def _unit_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for unit, some in english_names().items():
        if unit not in _SIZES_OF_TIME:
            names.update(dict.fromkeys(some, unit))
    names |= {"degrees fahrenheit": "°F", "degree fahrenheit": "°F", "degrees f": "°F"}
    names |= {"basis points": "bp", "basis point": "bp", "percentage points": "%p"}
    names |= {"mph": "mi", "miles per hour": "mi", "percentage point": "%p", "pct": "%"}
    names |= {"years old": "세", "years of age": "세"}
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"[- ]?(?:U\.?S\.?\s|South Korean\s|Korean\s|Japanese\s|Chinese\s)?({words})(?![A-Za-z])",
        re.IGNORECASE,
    ), names


_SIZES_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter"})


def _unit_after(text: str, end: int) -> tuple[str | None, int]:
    """Return the unit that follows a number, and where it ends."""
    if found := _TIME_UNIT.match(text, end):
        unit = "세" if found["old"] and found[1].lower() == "year" else found[1].lower()
        return unit, found.end()
    pattern, names = _unit_names()
    if found := pattern.match(text, end):
        return names[found[1].lower()], found.end()
    return None, end


_READERS = (
    _dates,
    _weekdays,
    _times,
    _digit_counts,
    _parts_of_year,
    _decades,
    _orders,
    _ratios,
    _scores,
    _ordinals,
    _numbers,
)
