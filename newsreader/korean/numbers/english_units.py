"""Units behind a number in English sentences: "3 percent", "a 65-year-old", "2 trillion won"."""

import re
from dataclasses import replace
from functools import cache

from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.units import english_names

#: Units of which there may be "half a".
HALVED = (
    "ton|tonne|kilometer|kilometre|meter|metre|mile|liter|litre|kilogram|gram|inch|foot|acre|"
    "hectare|pound|ounce|gallon|barrel|degree|percent|percentage point|point"
)
LENGTH = "year|decade|century|month|day|hour|minute"
_TIME_UNIT = re.compile(
    r"[- ](?:consecutive\s|or\s(?:more|so)\s|straight\s|full\s|business\s|more\s)?"
    r"(year|month|week|day|hour|minute|second(?!-[a-z])|night|decade|century|centurie)s?\b"
    r"(?P<old>[- ]olds?\b)?",
    re.IGNORECASE,
)


def in_smaller_units(figure: Figure) -> Figure:
    """Return decades and centuries as years."""
    years = {"decade": 10, "century": 100}.get(figure.unit or "")
    return replace(figure, value=figure.value * years, unit="year") if years else figure


@cache
def _unit_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for unit, some in english_names().items():
        if unit not in _SIZES_OF_TIME:
            names.update(dict.fromkeys(some, unit))
    names |= {"degrees fahrenheit": "°F", "degree fahrenheit": "°F", "degrees f": "°F"}
    names |= {"basis points": "bp", "basis point": "bp", "percentage points": "%p"}
    names |= {"mph": "mi", "miles per hour": "mi", "percentage point": "%p", "pct": "%"}
    names |= {"megapixel": "megapixel", "megapixels": "megapixel"}
    names |= {"years old": "세", "years of age": "세"}
    longest = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", "[- ]") for name in longest)
    return re.compile(
        rf"[- ]?(?:U\.?S\.?\s|South Korean\s|Korean\s|Japanese\s|Chinese\s)?({words})(?![A-Za-z])",
        re.IGNORECASE,
    ), names


_SIZES_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter"})


def unit_after(text: str, end: int) -> tuple[str | None, int]:
    """Return the unit that follows a number, and where it ends."""
    if found := _TIME_UNIT.match(text, end):
        unit = found[1].lower().replace("centurie", "century")
        unit = "세" if found["old"] and unit == "year" else unit
        return unit, found.end()
    pattern, names = _unit_names()
    if found := pattern.match(text, end):
        return names.get(found[1].lower()) or names[found[1].lower().replace("-", " ")], found.end()
    return None, end
