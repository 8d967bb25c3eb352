"""Korean large numbers in plain digits, for engines that mangle 만, 억 and 조."""

from datetime import date

from newsreader.korean.numbers.find import find
from newsreader.korean.numbers.numerals import Numeral, read_digits, read_sino
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.units import fold

_KINDS = frozenset({"number", "money", "measure", "range", "age", "duration", "percent"})
_MULTIPLIERS = frozenset("십백천만억조경")


def normalise(text: str, on: date | None = None) -> str:
    """Return ``text`` with its large numbers in plain digits, all else as it was.

    ``280만 배럴`` becomes ``2,800,000배럴``, ``1조 2천억 원`` becomes ``1,200,000,000,000원``; 여
    stays (``3천4백여 명``: ``3,400여 명``); open numbers such as 수십만 stay as they are. ``on`` is
    the article's date.
    """
    pieces: list[str] = []
    done = 0
    folded = fold(text)
    for quantity in find(text, on):
        if quantity.kind not in _KINDS or _MULTIPLIERS.isdisjoint(quantity.surface):
            continue
        written = _written(folded, quantity)
        if written is not None:
            pieces += [text[done : quantity.start], written]
            done = quantity.end
    return "".join([*pieces, text[done:]])


def _written(text: str, quantity: Quantity) -> str | None:
    value = quantity.value
    start = quantity.start
    while start < quantity.end and text[start] in "$€£¥₩+-":
        start += 1
    numeral = _numeral(text, start)
    if numeral is None or numeral.end > quantity.end:
        return None
    sign = text[quantity.start : start]
    if isinstance(value, dict) and set(value) == {"from", "to"}:
        return _range(text, quantity, numeral, value["from"], value["to"])
    number = value.get("approx") if isinstance(value, dict) else value
    if not isinstance(number, int | float):
        return None
    return sign + _digits(abs(number)) + _rest(text, numeral, quantity.end)


def _range(text: str, quantity: Quantity, low: Numeral, first: float, last: float) -> str | None:
    at = low.end
    while at < quantity.end and text[at] in " ~–—-":
        at += 1
    high = _numeral(text, at) if at > low.end else None
    if high is None:
        return None
    return f"{_digits(first)}~{_digits(last)}" + _rest(text, high, quantity.end)


def _numeral(text: str, at: int) -> Numeral | None:
    if text[at : at + 1].isdigit():
        return read_digits(text, at)
    return next(iter(read_sino(text, at)), None)


def _digits(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def _rest(text: str, numeral: Numeral, end: int) -> str:
    """Return what follows the numeral up to ``end``: 여, and the counter without its blank."""
    rest = text[numeral.end : end]
    if text[numeral.end - 1] == "여":
        return "여" + rest
    approx = "여" if numeral.approx else ""
    rest = rest.lstrip(" ")
    # 210만 조회 must not become so many 조.
    apart = rest and (approx or rest[0] in _MULTIPLIERS)
    return approx + (" " + rest if apart else rest)
