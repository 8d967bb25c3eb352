"""Which English figures say a Korean number, for :mod:`newsreader.korean.numbers.check`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from newsreader.korean.numbers.conversion import DAYS, PER_CENT, factor, unit_agrees
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.rounding import TOLERANCE, near
from newsreader.korean.numbers.value_fits import single_fit

_FOR_EACH = re.compile(r"\b(?:for (?:every|each)|per|each)\b", re.IGNORECASE)
_AND_OVER = re.compile(r"\s(?:and|or)\s(?:over|older|above|up)\b|\+")


@dataclass(frozen=True, slots=True)
class Fit:
    """The figures (by index) that say a quantity; ``doubt`` is a code and message, if any."""

    figures: tuple[int, ...]
    doubt: tuple[str, str] | None = None


def number_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    """Yield the ways in which the English says a quantity that is neither date nor time."""
    if quantity.kind in {"phone", "no-number"}:
        yield from _event_fits(quantity, said, en)
    elif quantity.kind == "ratio":
        yield from _ratio_fits(quantity, said, en)
    elif quantity.kind == "score":
        yield from _score_fits(quantity, said)
    elif quantity.kind == "age" and isinstance(quantity.value, dict):
        yield from _decade_fits(quantity, said, en)
    else:
        yield from _number_fits(quantity, said, en)


def _event_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    """The day in 3·1절 may be told as March 1 or March; a code's digits may be told as they are."""
    numbers = [int(part) for part in re.findall(r"[0-9]+", str(quantity.value))][:4]
    for index, figure in enumerate(said):
        if figure.kind == "date":
            told = numbers[:1] == [figure.month] and figure.value in {0, *numbers[1:2]}
        else:
            as_written = en[figure.start : figure.end].strip() in quantity.surface
            # 88올림픽 is "the 1988 Olympics".
            told = as_written or not {figure.value, figure.value - 1900}.isdisjoint(numbers)
        if told:
            yield Fit((index,))


def _ratio_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    text = str(quantity.value)
    top, bottom = (float(part) for part in re.split("[/:]", text))
    share = top / bottom if bottom else 0.0
    for index, figure in enumerate(said):
        if (
            (figure.kind == "ratio" and near(figure.value, share))
            or (
                figure.kind == "score" and figure.other and near(figure.value / figure.other, share)
            )
            or (figure.unit == "%" and near(figure.value, share * 100, 0.02))
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
    return figure.kind in {"number", "ordinal", "score"} and figure.unit not in PER_CENT


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
    firsts = [i for i, one in enumerate(said) if one.value == low and one.unit not in PER_CENT]
    if lasts and (low == high - 9 or firsts):
        yield Fit((*firsts, *lasts))
    for index, figure in enumerate(said):
        if figure.value == low and _AND_OVER.match(en, figure.end):
            yield Fit((index,))
        if low == 0 and figure.value == high and figure.kind == "number":  # up to two years old
            yield Fit((index,))
    ends = [i for i, one in enumerate(said) if one.kind == "number" and one.value in {low, high}]
    if {said[i].value for i in ends} == {low, high}:
        yield Fit(tuple(ends))
    yield from _joined_fits(low, high, said)


def _number_fits(quantity: Quantity, said: list[Figure], en: str) -> Iterator[Fit]:
    value = quantity.value
    if isinstance(value, list):
        if value == list(range(1, len(value) + 1)):  # 1·2위 are the top two
            yield from (Fit((i,)) for i, one in enumerate(said) if one.value == len(value))
        found = [_plain_index(said, float(one)) for one in value]
        if None not in found:
            yield Fit(tuple(index for index in found if index is not None))
        return
    if isinstance(value, dict):
        yield from _open_fits(quantity, value, said, en)
        return
    if isinstance(value, str):
        return
    yield from _pair_fits(float(value), quantity.unit, said)
    for index, figure in enumerate(said):
        fit = single_fit(quantity, float(value), figure, en)
        if fit is not None:
            yield Fit((index,), fit if isinstance(fit, tuple) else None)


def _pair_fits(value: float, unit: str | None, said: list[Figure]) -> Iterator[Fit]:
    """Yield two figures that are one measure: "one hour and 54 minutes", "9 pounds 4 ounces"."""
    for index, (large, small) in enumerate(pairwise(said)):
        sizes = factor(large.unit, unit), factor(small.unit, unit)
        if sizes[0] and sizes[1] and sizes[0] > sizes[1]:
            total = large.value * sizes[0] + small.value * sizes[1]
            if near(total, value, TOLERANCE if unit in DAYS else 0.04):
                yield Fit((index, index + 1))


def _open_fits(
    quantity: Quantity, value: dict[str, float], said: list[Figure], en: str
) -> Iterator[Fit]:
    """Ranges, 여, 수- and lengths of several units."""
    if "order" in value:
        for index, figure in enumerate(said):
            same = figure.kind == "order" and figure.value == value["order"]
            # A nine-figure sum is one of hundreds of millions.
            same = same or (figure.kind == "digits" and 10 ** (figure.value - 1) == value["order"])
            if same and unit_agrees(quantity, figure):
                yield Fit((index,))
        return
    if "approx" in value:
        for index, figure in enumerate(said):
            about = float(value["approx"])
            dozen = about == 10 and figure.value == 12
            if dozen or single_fit(quantity, about, figure, en) is True:
                yield Fit((index,))
        return
    if "from" in value:
        low, high = (
            [i for i, one in enumerate(said) if single_fit(quantity, end, one, en) is True]
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
    return any(near(figure.value * scale, low, 1e-9) for scale in (1, 1e3, 1e6, 1e9, 1e12))


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
        told = {one.unit for one in said if one.unit in {"day", "night"}}
        if len(told) == 1 and (index := found[told.pop()]) is not None:
            yield Fit((index,))
        return
    total = sum(number * DAYS[name] for name, number in parts.items())
    # Months and years are of no exact length.
    rough = 0.02 if {"year", "month"} & parts.keys() else 1e-6
    for index, figure in enumerate(said):
        if figure.unit in DAYS and near(figure.value * DAYS[figure.unit], total, rough):
            yield Fit((index,))
