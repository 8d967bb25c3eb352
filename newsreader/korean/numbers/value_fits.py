"""Does one English figure say one Korean value? Tolerance, rounding, ordinals, lengths of time."""

import re

from newsreader.korean.numbers.conversion import DAYS, PER_CENT, converted, unit_agrees
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.rounding import (
    ROUGH,
    ROUNDED,
    TOLERANCE,
    bounds,
    is_hedged,
    near,
    rounds,
)

#: What else counts some ordinals: a triple champion, a five-game winning streak.
_ALSO_COUNTED = {
    "관왕": ("times",),
    "회전": ("times",),
    "연승": ("경기", "승"),
    "연패": ("경기", "패"),
}
#: What some ordinals count.
_LENGTHS = {"주년": "year", "년차": "year", "년째": "year", "주차": "week", "일차": "day"}
#: How many years of school lie before the first of each kind: 고등학교 2학년 is the 11th grade.
_GRADES = (0, 6, 9)
#: Counters that English turns into an ordinal: 20회 is "the 20th".
_ALSO_ORDINAL = frozenset(
    {"회", "번", "°", "집", "권", "편", "장", "부", "기", "대", "강", "차례", "반", "열", "차로"}
    | {"승", "골", "홈런", "안타", "세이브", "도움", "도루"}
    | {"교시", "세트", "홀", "이닝", "쪽", "면"}
)
_BELOW = re.compile(
    r"\b(?:minus|negative|below|contract|shr[aiu]nk|fell|fall|drop|declin|decreas|down|los[st]|deficit|slid|slump)",
    re.IGNORECASE,
)


def single_fit(
    quantity: Quantity, value: float, figure: Figure, en: str
) -> bool | tuple[str, str] | None:
    """Say whether ``figure`` says ``value``: True, None, or a doubt about its unit."""
    hedged = is_hedged(en, figure)
    if figure.kind != "number" or quantity.kind == "ordinal" or quantity.unit == "자릿수":
        return _kind_fits(quantity, value, figure, hedged=hedged) or None
    if quantity.kind == "duration":
        return _duration_fits(quantity, value, figure)
    if converted(quantity, value, figure):
        return True
    if quantity.unit == "m" and en[figure.start : figure.end] == f"{value:g}m":
        return True  # The letter is read as "million" elsewhere.
    negative = value < 0 and figure.value > 0 and _BELOW.search(en) is not None
    said = -figure.value if negative else figure.value
    before = en[max(0, figure.start - 14) : figure.start]
    if not (rounds(said, value, ROUGH if hedged else ROUNDED) or bounds(before, said, value)):
        return None
    if unit_agrees(quantity, figure):
        return True
    if figure.unit in PER_CENT or quantity.unit in PER_CENT or quantity.kind == "money":
        return ("unit-differs", f"{quantity.surface} is given as {figure.unit or 'a bare number'}.")
    return ("unit-differs", f"{quantity.surface} ({quantity.unit}) is given in {figure.unit}.")


def _kind_fits(quantity: Quantity, value: float, figure: Figure, *, hedged: bool) -> bool:
    """Say whether a figure that is no plain number says ``value``, or any an ordinal's."""
    match figure.kind:
        case "ratio":
            return _share_fits(quantity, value, figure, hedged=hedged)
        case "score":  # eight wins and three losses are 8-3
            return quantity.kind in {"number", "ordinal"} and value in {figure.value, figure.other}
        case "part-of-year":  # of a match; the first three months
            unit = "month" if figure.unit == "months" else "쿼터"
            return quantity.unit == unit and figure.value == value
        case "digits":  # 10승 are "double-digit wins"
            digits = value if quantity.unit == "자릿수" else len(str(int(abs(value))))
            return figure.value == digits
        case "age-decade":  # a centenarian; a rating in the low 20s
            return quantity.kind in {"age", "percent"} and figure.value == value
        case "decade":
            return quantity.unit == "세기" and figure.value == (value - 1) * 100
        case "number" | "ordinal" if quantity.kind == "ordinal":
            graded = quantity.unit == "학년" and figure.kind == "ordinal"
            same = figure.value - value in (_GRADES if graded else (0,))
            return same and _may_be_ordinal(quantity, figure)
        case "ordinal" if quantity.unit == "%":  # the richest tenth
            return figure.value > 2 and near(100 / figure.value, value)
        case "ordinal":
            counted = quantity.unit in _ALSO_ORDINAL or quantity.kind in {"age", "duration"}
            return counted and figure.value == value
        case _:
            return False


def _share_fits(quantity: Quantity, value: float, figure: Figure, *, hedged: bool) -> bool:
    if (quantity.unit, value) == ("month", 3) and figure.value == 0.25:  # "in a quarter"
        return True
    if figure.other is not None and quantity.kind == "number":  # a 5-to-4 vote
        return value in {figure.other, round(figure.value * figure.other, 6)}
    share = value / 100 if quantity.kind == "percent" else value
    rough = ROUGH if hedged else ROUNDED if quantity.kind == "percent" else TOLERANCE
    shared = quantity.kind in {"number", "duration", "percent", "percent_point"}
    return shared and near(figure.value, share, rough)  # 33% is a third


def _may_be_ordinal(quantity: Quantity, figure: Figure) -> bool:
    length = _LENGTHS.get(quantity.unit or "", quantity.unit)
    if length in DAYS and figure.unit in DAYS:
        return length == figure.unit
    if figure.kind == "ordinal":
        return True
    if figure.kind != "number" or figure.unit == "층":  # an 18-story building is no 18th floor
        return False
    also = _ALSO_COUNTED.get(quantity.unit or "", ())
    if figure.unit in also or figure.unit == "times":
        return figure.unit in also
    return figure.unit is None or figure.unit == quantity.unit or figure.unit in DAYS


def _duration_fits(quantity: Quantity, value: float, figure: Figure) -> bool | None:
    if figure.unit is None:
        return True if figure.value == value else None
    days = DAYS.get(quantity.unit or "")
    # "20,000 years old" tells a length of time as well.
    said = DAYS.get("year" if figure.unit == "세" else figure.unit)
    if days is None or said is None:
        return None
    # Half a month is two weeks in English, a month four.
    rough = 0.08 if quantity.unit != figure.unit else TOLERANCE
    return True if near(figure.value * said, value * days, rough) else None
