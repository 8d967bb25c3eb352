"""How far an English figure may be from a Korean value: rounding, hedges and bounds."""

import re

from newsreader.korean.numbers.figure import Figure

#: Figures this close count as equal, in parts of one: English rounds.
TOLERANCE = 0.005
#: Behind "about", "nearly", "some", "more than" …
ROUGH = 0.06
#: Without such a word.
ROUNDED = 0.02
#: How far a bound may be from the value: "more than 500,000".
_BOUND = 0.12
_MORE_THAN = re.compile(r"\b(?:more than|over|above)\s[$€£¥₩]?$", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|just under|close to)\s[$€£¥₩]?$", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|more than|just under|under|"
    r"less than|at least|up to|close to|or so|an estimated|estimated)\s(?:of\s)?(?:[$€£¥₩]|US)?$",
    re.IGNORECASE,
)


def is_hedged(en: str, figure: Figure) -> bool:
    """Say whether a word before the figure says that it is not exact."""
    return _HEDGE.search(en[max(0, figure.start - 20) : figure.start]) is not None


def bounds(before: str, said: float, value: float) -> bool:
    """Say whether a round figure bounds the value: "more than half a million" for 554,000."""
    leading = said
    while leading >= 10:
        leading /= 10
    if said < 100 or leading % 1:
        return False
    if _MORE_THAN.search(before):
        return said <= value <= said * (1 + _BOUND)
    return _ALMOST.search(before) is not None and said * (1 - _BOUND) <= value <= said


def rounds(said: float, value: float, tolerance: float) -> bool:
    """Say whether ``said`` is ``value``, or ``value`` cut or rounded to its own last figure."""
    step = 1.0
    while said and said % (step * 10) == 0 and step < abs(said):
        step *= 10
    while round(said / step, 6) % 1 and step > 1e-6:
        step /= 10
    same = near(said, value, 1e-6)
    return same or (abs(said - value) < step and near(said, value, tolerance))


def near(one: float, other: float, tolerance: float = TOLERANCE) -> bool:
    """Say whether two numbers differ by no more than ``tolerance``, in parts of one."""
    return abs(one - other) <= tolerance * max(abs(other), 1e-9)
