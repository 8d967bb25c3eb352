"""A number of Korean news in short English: 3조5000억원 is 3.5 trillion won, 두 명 2 people."""

import calendar
import re
from datetime import date

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
_DECADE = re.compile(r"([0-9]{4})년대")
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
        case "ratio":
            return value if isinstance(value, str) else ""
        case "age" if amount:
            return f"aged {amount}"
        case "duration" if isinstance(value, dict) and not amount:
            parts = ((part, count) for part, count in value.items() if isinstance(count, int))
            return ", ".join(f"{count} {_plural(part.rstrip('s'), count)}" for part, count in parts)
        case _ if not amount:
            return ""
        case "money":
            currency = _CURRENCIES.get(unit, unit)
            return f"{amount} {currency.removesuffix('s') if value == 1 else currency}"
        case "percent":
            return f"{amount}%"
        case "percent_point":
            return f"{amount} percentage points"
        case "duration":
            return f"{amount} {_plural(unit, value)}"
        case "number" | "measure":
            return f"{amount} {_plural(_counter(unit), value)}".strip()
        case "range":
            return _range(amount, unit)
        case _:
            return ""


def explained(quantity: Quantity) -> str:
    """Return what ``quantity`` comes to, for who reads no Korean; "" where it says so itself.

    A date is said as the day of the calendar that it means: 15일 is 15 November.
    """
    english = _calendar(quantity) if quantity.kind == "date" else ""
    english = english or in_english(quantity)
    return "" if english.replace(",", "") in quantity.surface else english


def _calendar(quantity: Quantity) -> str:
    value = quantity.value
    try:
        if isinstance(value, dict):
            return _period(*(date.fromisoformat(value[end]) for end in ("from", "to")))
        day = date.fromisoformat(str(value))
    except (KeyError, TypeError, ValueError):
        return ""  # a month, a year, about such a day
    said = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{said} {day.year}" if str(day.year) in quantity.surface else said


def _period(first: date, last: date) -> str:
    if last.day == calendar.monthrange(last.year, last.month)[1] and first.day == 1:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        ends = [f"{_MONTHS[day.month - 1]}" for day in (first, last)]
    elif (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_MONTHS[last.month - 1]}"
    else:
        ends = [f"{day.day} {_MONTHS[day.month - 1]}" for day in (first, last)]
    return "–".join(dict.fromkeys(ends))


def _range(amount: str, unit: str) -> str:
    if unit in _CURRENCIES:
        return f"{amount} {_CURRENCIES[unit]}"
    if unit in {"%", "%p"}:
        return f"{amount}%" if unit == "%" else f"{amount} percentage points"
    return f"{amount} {_plural(_counter(unit), 2)}".strip()


def _amount(value: Value) -> str:
    if isinstance(value, dict) and isinstance(value.get("approx"), int | float):
        return f"{_figure(value['approx'])}-odd"
    if isinstance(value, dict):
        ends = [value.get(end) for end in ("from", "to")]
        return "–".join(_figure(end) for end in ends if isinstance(end, int | float))
    return _figure(value) if isinstance(value, int | float) else ""


def _figure(value: Number) -> str:
    for scale, name in _SCALES:
        # 1.2345 trillion is read at a glance, 1.23456 trillion is not.
        if value >= scale:
            plain = round(value / scale, 4) == value / scale
            return f"{value / scale:.10g} {name}" if plain else f"{value:,}"
    return f"{value:,}"


def _date(surface: str) -> str:
    if decade := _DECADE.search(surface):
        return f"{decade[1]}s"
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
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return _PLURALS.get(noun, noun + ("es" if noun.endswith(("ch", "sh", "x")) else "s"))
