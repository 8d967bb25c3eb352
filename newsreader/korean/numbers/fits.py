"""Which English figures say a Korean number, for :mod:`newsreader.korean.numbers.check`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.quantity import SQUARE_METRES_PER_PYEONG, Quantity
from newsreader.korean.numbers.units import count_the_same, counters, english_names

#: Figures this close count as equal, in parts of one: English rounds.
_TOLERANCE = 0.005
#: Behind "about", "nearly", "some", "more than" …
_ROUGH = 0.06
#: Without such a word.
_ROUNDED = 0.02
#: How far a bound may be from the value: "more than 500,000".
_BOUND = 0.12
_MORE_THAN = re.compile(r"\b(?:more than|over|above)\s[$€£¥₩]?$", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|just under|close to)\s[$€£¥₩]?$", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|more than|just under|under|"
    r"less than|at least|up to|close to|or so|an estimated|estimated)\s(?:of\s)?(?:[$€£¥₩]|US)?$",
    re.IGNORECASE,
)
TIME_UNITS = frozenset({"year", "quarter", "month", "week", "day", "hour", "minute", "second"})
_PER_CENT = frozenset({"%", "%p", "bp"})
_DAYS = {"year": 365.0, "quarter": 91.25, "month": 30.4, "week": 7.0, "day": 1.0, "hour": 1 / 24}
_DAYS |= {
    "minute": 1 / 1440,
    "second": 1 / 86400,
    "night": 1.0,
    "century": 36500.0,
    "semester": 180.0,
}
#: Who sits in parliament is counted by seats and votes as well.
_PEOPLE = frozenset({"명", "인", "사람"})
_PLACES = frozenset({"석", "좌석", "표"})
#: Counters of things and people that nothing is measured by.
_BARE_COUNTERS = frozenset({"개", "명", "곳", "건", "회", "번", "차례", "가구", "마리", "대", "척"})
#: Counters that English turns into an ordinal: 20회 is "the 20th".
_ALSO_ORDINAL = frozenset(
    {"회", "번", "°", "집", "권", "편", "장", "부", "기", "대", "강", "차례", "반"}
)
_FOR_EACH = re.compile(r"\b(?:for (?:every|each)|per|each)\b", re.IGNORECASE)
_AND_OVER = re.compile(r"\s(?:and|or)\s(?:over|older|above|up)\b|\+")
_BELOW = re.compile(
    r"\b(?:minus|negative|below|contract|shr[aiu]nk|fell|fall|drop|declin|decreas|down|los[st]|deficit|slid|slump)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fit:
    """The figures (by index) that say a quantity; ``doubt`` is a code and message, if any."""

    figures: tuple[int, ...]
    doubt: tuple[str, str] | None = None


def number_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    """Yield the ways in which the English says a quantity that is neither date nor time."""
    if quantity.kind in {"phone", "no-number"}:
        yield from _event_fits(quantity, said)
    elif quantity.kind == "ratio":
        yield from _ratio_fits(quantity, said, en)
    elif quantity.kind == "score":
        yield from _score_fits(quantity, said)
    elif quantity.kind == "age" and isinstance(quantity.value, dict):
        yield from _decade_fits(quantity, said, en)
    else:
        yield from _number_fits(quantity, said, en)


def _event_fits(quantity: Quantity, said: list[Figure]) -> Iterator[Fit]:
    """The day in 3·1절 may be told as March 1; a code's digits may be told as they are."""
    numbers = [int(part) for part in re.findall(r"[0-9]+", str(quantity.value))][:4]
    for index, figure in enumerate(said):
        if figure.kind == "date":
            told = numbers == [figure.month, figure.value]
        else:
            told = figure.value in numbers
        if told:
            yield Fit((index,))


def _ratio_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    text = str(quantity.value)
    top, bottom = (float(part) for part in re.split("[/:]", text))
    share = top / bottom if bottom else 0.0
    for index, figure in enumerate(said):
        if (
            (figure.kind == "ratio" and _near(figure.value, share))
            or (figure.kind == "score" and (figure.value, figure.other) == (top, bottom))
            or (figure.unit == "%" and _near(figure.value, share * 100, 0.02))
            or (bottom == 1 and _is_count(figure) and figure.value == top and _FOR_EACH.search(en))
        ):
            yield Fit((index,))
    tops = [i for i, one in enumerate(said) if _is_count(one) and one.value == top]
    bottoms = [i for i, one in enumerate(said) if _is_count(one) and one.value == bottom]
    if tops and bottoms and not _is_reversed(said[bottoms[0]], said[tops[0]], en):
        yield Fit((tops[0], bottoms[0]))


def _is_reversed(first: Figure, second: Figure, en: str) -> bool:
    """Say whether the English has the two the other way round: "eight of the three", "4 to 6"."""
    between = en[first.end : second.start]
    return re.fullmatch(r"\s(?:out\s)?of\s(?:the\s)?|\sto\s|-to-|:", between) is not None


def _is_count(figure: Figure) -> bool:
    return figure.kind in {"number", "ordinal", "score"} and figure.unit not in _PER_CENT


def _score_fits(quantity: Quantity, said: list[Figure]) -> Iterator[Fit]:
    first, second = (float(part) for part in str(quantity.value).split("-"))
    for index, figure in enumerate(said):
        if figure.kind in {"score", "ratio"} and figure.other is not None:
            top = figure.value if figure.kind == "score" else figure.value * figure.other
            if {round(top, 6), figure.other} == {first, second}:
                yield Fit((index,))
    both = [_plain_index(said, first), _plain_index(said, second)]
    if both[0] is not None and both[1] is not None:
        yield Fit((both[0], both[1]))


def _plain_index(said: list[Figure], value: float) -> int | None:
    return next((i for i, one in enumerate(said) if _is_count(one) and one.value == value), None)


def _decade_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    value = quantity.value
    if not isinstance(value, dict):
        return
    low, high = float(value["from"]), float(value["to"])
    lasts = [i for i, one in enumerate(said) if one.kind == "age-decade" and one.value == high - 9]
    firsts = [i for i, one in enumerate(said) if one.value == low and one.unit not in _PER_CENT]
    if lasts and (low == high - 9 or firsts):
        yield Fit((*firsts, *lasts))
    for index, figure in enumerate(said):
        if figure.value == low and _AND_OVER.match(en, figure.end):
            yield Fit((index,))
    ends = [i for i, one in enumerate(said) if one.kind == "number" and one.value in {low, high}]
    if {said[i].value for i in ends} == {low, high}:
        yield Fit(tuple(ends))
    yield from _joined_fits(low, high, said)


def _number_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    value = quantity.value
    if isinstance(value, list):
        found = [_plain_index(said, float(one)) for one in value]
        if None not in found:
            yield Fit(tuple(index for index in found if index is not None))
        return
    if isinstance(value, dict):
        yield from _open_fits(quantity, value, said, en)
        return
    if isinstance(value, str):
        return
    for index, figure in enumerate(said):
        fit = _single_fit(quantity, float(value), figure, en)
        if fit is not None:
            yield Fit((index,), fit if isinstance(fit, tuple) else None)


def _open_fits(
    quantity: Quantity, value: dict[str, float], said: list[Figure], en: str
) -> Iterator[Fit]:
    """Ranges, 여, 수- and lengths of several units."""
    if "order" in value:
        for index, figure in enumerate(said):
            if (
                figure.kind == "order"
                and figure.value == value["order"]
                and _unit_agrees(quantity, figure)
            ):
                yield Fit((index,))
        return
    if "approx" in value:
        for index, figure in enumerate(said):
            about = float(value["approx"])
            dozen = about == 10 and figure.value == 12
            if dozen or _single_fit(quantity, about, figure, en) is True:
                yield Fit((index,))
        return
    if "from" in value:
        low, high = (
            [i for i, one in enumerate(said) if _single_fit(quantity, end, one, en) is True]
            for end in (float(value["from"]), float(value["to"]))
        )
        # The ends that stand nearest each other: "three or four more within two or three months".
        for first, last in sorted(product(low, high), key=lambda ends: abs(ends[1] - ends[0])):
            yield Fit((first, last))
        for index in high:
            if index and _is_low_end(said[index - 1], float(value["from"])):
                yield Fit((index - 1, index))
        yield from _joined_fits(float(value["from"]), float(value["to"]), said, quantity.unit)
        return
    yield from _compound_fits(value, said)


def _is_low_end(figure: Figure, low: float) -> bool:
    """Say whether a bare figure before the upper end is the lower: 3 to 4 million, 1.5-1.8%."""
    if figure.kind != "number" or figure.unit is not None or figure.value <= 0:
        return False
    return any(_near(figure.value * scale, low, 1e-9) for scale in (1, 1e3, 1e6, 1e9, 1e12))


def _joined_fits(
    low: float, high: float, said: list[Figure], unit: str | None = None
) -> Iterator[Fit]:
    """Ranges that English joins by a hyphen look like scores: aged 19-34, 30-50 millimeters."""
    for index, figure in enumerate(said):
        if figure.kind != "score" or (figure.value, figure.other) != (low, high):
            continue
        if unit is None or figure.unit is None or figure.unit == unit.split("/")[0]:
            yield Fit((index,))


def _compound_fits(value: dict[str, float], said: list[Figure]) -> Iterator[Fit]:
    """1년 6개월 is "a year and six months", "18 months" or "one and a half years"."""
    parts = {name.removesuffix("s"): float(number) for name, number in value.items()}
    found = {
        name: next(
            (i for i, one in enumerate(said) if one.unit == name and one.value == number), None
        )
        for name, number in parts.items()
    }
    if all(index is not None for index in found.values()):
        yield Fit(tuple(index for index in found.values() if index is not None))
    if "night" in parts:
        if found["day"] is not None and "night" not in {one.unit for one in said}:
            yield Fit((found["day"],))
        return
    total = sum(number * _DAYS[name] for name, number in parts.items())
    # Months and years are of no exact length.
    rough = 0.02 if {"year", "month"} & parts.keys() else 1e-6
    for index, figure in enumerate(said):
        if figure.unit in _DAYS and _near(figure.value * _DAYS[figure.unit], total, rough):
            yield Fit((index,))


def _single_fit(
    quantity: Quantity, value: float, figure: Figure, en: str
) -> bool | tuple[str, str] | None:
    """Say whether ``figure`` says ``value``: True, None, or a doubt about its unit."""
    hedged = _HEDGE.search(en[max(0, figure.start - 20) : figure.start]) is not None
    if figure.kind == "ratio":
        shared = quantity.kind in {"number", "duration", "percent", "percent_point"}
        share = value / 100 if quantity.kind == "percent" else value
        if figure.other is not None and quantity.kind == "number":  # a 5-to-4 vote
            return True if value in {figure.other, round(figure.value * figure.other, 6)} else None
        rough = _ROUGH if hedged else _ROUNDED if quantity.kind == "percent" else _TOLERANCE
        close = _near(figure.value, share, rough)  # 33% is a third
        return True if shared and close else None
    if figure.kind == "score":  # eight wins and three losses are 8-3
        counted = quantity.kind in {"number", "ordinal"}
        return True if counted and value in {figure.value, figure.other} else None
    if figure.kind == "part-of-year":  # of a match
        return True if quantity.unit == "쿼터" and figure.value == value else None
    if figure.kind == "digits":
        return True if quantity.unit == "자릿수" and figure.value == value else None
    if quantity.unit == "자릿수":
        return None
    if quantity.unit == "세기" and figure.kind == "decade":
        return True if figure.value == (value - 1) * 100 else None
    if quantity.kind == "ordinal":
        return True if figure.value == value and _may_be_ordinal(quantity, figure) else None
    if figure.kind == "ordinal":
        counted = quantity.unit in _ALSO_ORDINAL or quantity.kind in {"age", "duration"}
        return True if counted and figure.value == value else None
    if figure.kind != "number":
        return None
    if quantity.kind == "duration":
        return _duration_fits(quantity, value, figure)
    if _converted(quantity, value, figure):
        return True
    if quantity.unit == "m" and en[figure.start : figure.end] == f"{value:g}m":
        return True  # The letter is read as "million" elsewhere.
    negative = value < 0 and figure.value > 0 and _BELOW.search(en) is not None
    said = -figure.value if negative else figure.value
    before = en[max(0, figure.start - 14) : figure.start]
    if not (_rounds(said, value, _ROUGH if hedged else _ROUNDED) or _bounds(before, said, value)):
        return None
    if _unit_agrees(quantity, figure):
        return True
    if figure.unit in _PER_CENT or quantity.unit in _PER_CENT or quantity.kind == "money":
        return ("unit-differs", f"{quantity.surface} is given as {figure.unit or 'a bare number'}.")
    return ("unit-differs", f"{quantity.surface} ({quantity.unit}) is given in {figure.unit}.")


def _may_be_ordinal(quantity: Quantity, figure: Figure) -> bool:
    if quantity.unit in _DAYS and figure.unit in _DAYS:
        return quantity.unit == figure.unit
    if figure.kind == "ordinal":
        return True
    if figure.kind != "number" or figure.unit == "층":  # an 18-story building is no 18th floor
        return False
    return figure.unit is None or figure.unit == quantity.unit or figure.unit in _DAYS


def _duration_fits(quantity: Quantity, value: float, figure: Figure) -> bool | None:
    if figure.unit is None:
        return True if figure.value == value else None
    days = _DAYS.get(quantity.unit or "")
    # "20,000 years old" tells a length of time as well.
    said = _DAYS.get("year" if figure.unit == "세" else figure.unit)
    if days is None or said is None:
        return None
    # Half a month is two weeks in English, a month four.
    rough = 0.08 if quantity.unit != figure.unit else _TOLERANCE
    return True if _near(figure.value * said, value * days, rough) else None


def _converted(quantity: Quantity, value: float, figure: Figure) -> bool:
    """Say whether the figure is the quantity in another unit: square metres, Fahrenheit, miles."""
    if quantity.kind == "number" and quantity.unit is None and 0 < value < 1:  # 절반, 7할
        return figure.unit == "%" and _near(figure.value, value * 100)
    if quantity.unit == "%p" and figure.unit == "bp":
        return _near(figure.value, value * 100)
    if quantity.unit == "times" and figure.unit == "%":
        return _near(figure.value, value * 100) or _near(figure.value, (value - 1) * 100)
    if quantity.unit == "°C" and figure.unit == "°F":
        return abs(figure.value - (value * 9 / 5 + 32)) <= 1
    if quantity.unit == "m/s":
        hourly = {"km": 3.6, "km/h": 3.6, "mi": 2.237}.get(figure.unit or "")
        return hourly is not None and _near(figure.value, value * hourly, 0.03)
    factor = _factor(quantity.unit, figure.unit)
    return factor is not None and _near(figure.value, value * factor, 0.04)


# Units of one dimension, in its base unit (metre, square metre, kilogram, watt, litre).
_SIZES: tuple[dict[str, float], ...] = (
    {"mm": 0.001, "cm": 0.01, "m": 1, "km": 1000, "in": 0.0254, "ft": 0.3048, "mi": 1609.344},
    {"m2": 1, "ha": 10_000, "km2": 1_000_000, "acre": 4046.86, "평": SQUARE_METRES_PER_PYEONG},
    # English pounds are also a weight.
    {"GBP": 0.45359, "mg": 1e-6, "g": 0.001, "kg": 1, "t": 1000, "oz": 0.02835},
    {"W": 1, "kW": 1e3, "MW": 1e6, "GW": 1e9},
    {"mL": 0.001, "L": 1, "m3": 1000, "gal": 3.78541},
)


def _factor(unit: str | None, other: str | None) -> float | None:
    """Return how many of ``other`` are one ``unit``, if both measure the same."""
    unit, other = (name and name.removesuffix("/h") for name in (unit, other))
    for sizes in _SIZES:
        if unit in sizes and other in sizes and unit != other:
            return sizes[unit] / sizes[other]
    return None


def _unit_agrees(quantity: Quantity, figure: Figure) -> bool:
    """Say whether value and figure may count the same: won and won, people and a bare number."""
    if quantity.kind == "money" or (quantity.kind == "range" and _is_currency(quantity.unit)):
        return figure.unit == quantity.unit or figure.unit is None
    if quantity.unit == "%":
        return figure.unit == "%"
    if quantity.unit == "%p":
        return figure.unit == "%p"
    if figure.unit in _PER_CENT or _is_currency(figure.unit):
        return False
    if quantity.kind == "measure" or (quantity.kind == "range" and _is_measured(quantity.unit)):
        return (
            figure.unit in {quantity.unit, None}
            or figure.unit == (quantity.unit or "").split("/")[0]
            or quantity.unit == (figure.unit or "").split("/")[0]
        )
    counted = quantity.kind == "number" and quantity.unit in english_names()
    if counted and figure.unit in counters():  # two goals are no two assists
        same = count_the_same(figure.unit, quantity.unit)
        return same or (quantity.unit in _PEOPLE and figure.unit in _PLACES)
    if quantity.kind == "number" and quantity.unit in _BARE_COUNTERS:
        return not any(figure.unit in sizes for sizes in _SIZES)  # 19개 is no 19 kilometers
    return True


def _is_measured(unit: str | None) -> bool:
    return unit in english_names() and unit not in counters()


def _is_currency(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isupper() and unit not in {"TEU", "CGT"}


def _bounds(before: str, said: float, value: float) -> bool:
    """Say whether a round figure bounds the value: "more than half a million" for 554,000."""
    leading = said
    while leading >= 10:
        leading /= 10
    if said < 100 or leading % 1:
        return False
    if _MORE_THAN.search(before):
        return said <= value <= said * (1 + _BOUND)
    return _ALMOST.search(before) is not None and said * (1 - _BOUND) <= value <= said


def _rounds(said: float, value: float, tolerance: float) -> bool:
    """Say whether ``said`` is ``value``, or ``value`` cut or rounded to its own last figure."""
    step = 1.0
    while said and said % (step * 10) == 0 and step < abs(said):
        step *= 10
    while round(said / step, 6) % 1 and step > 1e-6:
        step /= 10
    return said == value or (abs(said - value) < step and _near(said, value, tolerance))


def _near(one: float, other: float, tolerance: float = _TOLERANCE) -> bool:
    return abs(one - other) <= tolerance * max(abs(other), 1e-9)
