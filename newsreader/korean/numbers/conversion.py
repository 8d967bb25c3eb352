"""Units: which of them measure the same, and what a value is in another one."""

from functools import cache

from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.quantity import SQUARE_METRES_PER_PYEONG, Quantity
from newsreader.korean.numbers.rounding import near
from newsreader.korean.numbers.units import count_the_same, counters, english_names

#: What "point" is read as; percentage points are called so as well.
_POINT = "득점"
TIME_UNITS = frozenset({"year", "quarter", "month", "week", "day", "hour", "minute", "second"})
PER_CENT = frozenset({"%", "%p", "bp"})
#: Days in each length of time.
DAYS = {"year": 365.0, "quarter": 91.25, "month": 30.4, "week": 7.0, "day": 1.0, "hour": 1 / 24}
DAYS |= {
    "minute": 1 / 1440,
    "second": 1 / 86400,
    "night": 1.0,
    "century": 36500.0,
    "semester": 180.0,
}
#: People are counted as sons and daughters as well, and who sits in parliament by seats and votes.
_PEOPLE = frozenset({"명", "인", "사람"})
_ALSO_PEOPLE = frozenset({"석", "좌석", "표", "남", "녀"})
#: What a player does so many times.
_SCORED = frozenset({"골", "홈런", "도움"})
#: Counters of things and people that nothing is measured by.
_BARE_COUNTERS = frozenset({"개", "명", "곳", "건", "회", "번", "차례", "가구", "마리", "대", "척"})
# Units of one dimension, in its base unit (metre, square metre, kilogram, watt, litre).
_SIZES: tuple[dict[str, float], ...] = (
    {"mm": 0.001, "cm": 0.01, "m": 1, "km": 1000, "in": 0.0254, "ft": 0.3048, "mi": 1609.344},
    {
        "m2": 1,
        "ha": 10_000,
        "km2": 1_000_000,
        "acre": 4046.86,
        "mi2": 2_589_988,
        "ft2": 0.0929,
        "평": SQUARE_METRES_PER_PYEONG,
    },
    # English pounds are also a weight.
    {"GBP": 0.45359, "mg": 1e-6, "g": 0.001, "kg": 1, "t": 1000, "oz": 0.02835},
    {"돈": 3.75, "냥": 37.5, "근": 600, "g": 1, "kg": 1000, "oz": 28.35, "GBP": 453.59},
    {"W": 1, "kW": 1e3, "MW": 1e6, "GW": 1e9},
    DAYS,
    {"화소": 1, "megapixel": 1e6},
    {"mL": 0.001, "L": 1, "m3": 1000, "gal": 3.78541},
)


#: How many things some counters stand for: 한 접 is a hundred bulbs of garlic.
_COLLECTIVE = {"다스": 12, "타": 12, "두름": 20, "쾌": 20, "판": 30, "접": 100, "톳": 100}


def converted(quantity: Quantity, value: float, figure: Figure) -> bool:
    """Say whether the figure is the quantity in another unit: square metres, Fahrenheit, miles."""
    if quantity.kind == "number" and quantity.unit is None and 0 < value < 1:  # 절반, 7할
        return figure.unit == "%" and near(figure.value, value * 100)
    if quantity.unit in _COLLECTIVE and figure.unit not in DAYS:
        return figure.value == value * _COLLECTIVE[quantity.unit]
    if quantity.unit == "%p" and figure.unit == "bp":
        return near(figure.value, value * 100)
    if quantity.unit == "%" and figure.unit == "times":  # 100% 늘었다 is "doubled"
        return near(figure.value, 1 + value / 100)
    if quantity.unit == "%" and figure.unit is None:  # 50% 줄었다 is "halved"
        return figure.value == 0.5 and value == 50
    if quantity.unit == "times" and figure.unit == "%":
        return near(figure.value, value * 100) or near(figure.value, (value - 1) * 100)
    if quantity.unit == "°C" and figure.unit == "°F":
        return abs(figure.value - (value * 9 / 5 + 32)) <= 1
    if quantity.unit == "m/s":
        hourly = {"km": 3.6, "km/h": 3.6, "mi": 2.237}.get(figure.unit or "")
        return hourly is not None and near(figure.value, value * hourly, 0.03)
    if quantity.unit == figure.unit:
        return False
    times = factor(quantity.unit, figure.unit)
    return times is not None and near(figure.value, value * times, 0.04)


@cache
def factor(unit: str | None, other: str | None) -> float | None:
    """Return how many of ``other`` are one ``unit``, if both measure the same."""
    unit, other = (name and name.removesuffix("/h") for name in (unit, other))
    for sizes in _SIZES:
        if unit in sizes and other in sizes:
            return sizes[unit] / sizes[other]
    return None


def unit_agrees(quantity: Quantity, figure: Figure) -> bool:
    """Say whether value and figure may count the same: won and won, people and a bare number."""
    if quantity.kind == "money" or (quantity.kind == "range" and is_currency(quantity.unit)):
        return figure.unit == quantity.unit or figure.unit is None
    if quantity.unit == "%":
        return figure.unit == "%" or (figure.unit is None and figure.value == 0)
    if quantity.unit == "%p":
        return figure.unit in {"%p", _POINT}
    if figure.unit in PER_CENT or is_currency(figure.unit):
        return False
    if quantity.kind == "age":
        return figure.unit in {None, "세", "year"}
    if quantity.kind == "measure" or (quantity.kind == "range" and _is_measured(quantity.unit)):
        return (
            figure.unit in {quantity.unit, None}
            or (quantity.unit, figure.unit) == ("°", "°C")  # "degrees" alone
            or figure.unit == (quantity.unit or "").split("/")[0]
            or quantity.unit == (figure.unit or "").split("/")[0]
        )
    counted = quantity.kind == "number" and quantity.unit in english_names()
    if quantity.unit in _SCORED and figure.unit == "times":  # he scored twice
        return True
    if counted and figure.unit in counters():  # two goals are no two assists
        same = count_the_same(figure.unit, quantity.unit)
        return same or (quantity.unit in _PEOPLE and figure.unit in _ALSO_PEOPLE)
    if quantity.kind == "number" and quantity.unit in _BARE_COUNTERS:
        return (
            factor(figure.unit, figure.unit) is None or figure.unit in DAYS
        )  # 19개 is no 19 kilometers
    return True


def _is_measured(unit: str | None) -> bool:
    return unit in english_names() and unit not in counters()


def is_currency(unit: str | None) -> bool:
    """Say whether the unit is an ISO 4217 code."""
    return unit is not None and len(unit) == 3 and unit.isupper() and unit not in {"TEU", "CGT"}
