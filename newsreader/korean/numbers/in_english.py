"""A number of Korean news in short English: 3조5000억원 is 3.5 trillion won, 두 명 2 people."""

import calendar
import re

from newsreader.korean.lexicon import look_up
from newsreader.korean.numbers.quantity import Number, Quantity, Value

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_CURRENCIES = {
    "KRW": "won",
    "USD": "dollars",
    "JPY": "yen",
    "EUR": "euros",
    "CNY": "yuan",
    "GBP": "pounds",
}
_MONTHS = tuple(calendar.month_name)[1:]
_YEAR = re.compile(r"([0-9]{4})년")
_MONTH = re.compile(r"([0-9]{1,2})월")
_DAY = re.compile(r"([0-9]{1,2})일")
#: Written out these are words: 첫째, 오전, 지난해.
_IN_DIGITS = frozenset({"date", "time", "ordinal", "age"})
_PLURALS = {"person": "people", "household": "households", "company": "companies"}


def in_english(quantity: Quantity) -> str:
    """Return ``quantity`` in a few English words; "" for a word of the lexicon (올해)."""
    if quantity.kind in _IN_DIGITS and not re.search("[0-9]", quantity.surface):
        return ""
    value, unit = quantity.value, quantity.unit or ""
    amount = _amount(value)
    match quantity.kind:
        case "date":
            return _date(quantity.surface)
        case "time":
            return value if isinstance(value, str) else ""
        case "ordinal" if isinstance(value, int):
            return _ordinal(value)
        case "age" if isinstance(value, int):
            return f"aged {value}"
        case _ if not amount:
            return ""
        case "money":
            return f"{amount} {_CURRENCIES.get(unit, unit)}"
        case "percent":
            return f"{amount}%"
        case "percent_point":
            return f"{amount} percentage points"
        case "duration":
            return f"{amount} {_plural(unit, value)}"
        case "number" | "measure":
            return f"{amount} {_plural(_counter(unit), value)}".strip()
        case _:
            return ""


def _amount(value: Value) -> str:
    if isinstance(value, dict) and isinstance(value.get("approx"), int | float):
        return f"{_figure(value['approx'])}-odd"
    return _figure(value) if isinstance(value, int | float) else ""


def _figure(value: Number) -> str:
    for scale, name in _SCALES:
        # 1.2345 trillion is read at a glance, 1.23456 trillion is not.
        if value >= scale:
            plain = round(value / scale, 4) == value / scale
            return f"{value / scale:.10g} {name}" if plain else f"{value:,}"
    return f"{value:,}"


def _date(surface: str) -> str:
    year, month, day = (found.search(surface) for found in (_YEAR, _MONTH, _DAY))
    if month and not 1 <= int(month[1]) <= len(_MONTHS):
        return ""
    name = _MONTHS[int(month[1]) - 1] if month else ""
    if day and not name:
        return _ordinal(int(day[1]))
    return " ".join(filter(None, (day[1] if day else "", name, year[1] if year else "")))


def _ordinal(value: int) -> str:
    teen = 10 < value % 100 < 20
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _counter(unit: str) -> str:
    """Return the English of a counter; an SI symbol stays what it is."""
    if unit.isascii() or unit == "개":
        return unit if unit.isascii() else ""
    entries = sorted(look_up(unit), key=lambda entry: entry.pos != "bn")
    return re.sub(r"\s*\([^)]*\)", "", entries[0].senses[0].glosses[0]) if entries else ""


def _plural(noun: str, value: Value) -> str:
    if not noun or value == 1 or not noun.isalpha() or len(noun) < 3 or noun.endswith("s"):
        return noun
    return _PLURALS.get(noun, noun + ("es" if noun.endswith(("ch", "sh", "x")) else "s"))
