"""English numbers that the Korean does not have: which of them are doubtful, which are not."""

import re
from collections.abc import Iterator
from itertools import chain, combinations

from newsreader.korean.numbers.conversion import TIME_UNITS, converted, is_currency
from newsreader.korean.numbers.date_fits import lengths
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.units import counters
from newsreader.korean.numbers.words import all_values, either, values

_EVENT = re.compile(r"[0-9]{1,2}[·∙.‧][0-9]{1,2}")
_TWO = re.compile(r"(?<![가-힣])(?:양|쌍|두)[가-힣]")
_PREFIXES = dict(zip("이삼사오육칠팔구십", range(2, 11), strict=True)) | values("one")
_COMPOUND = re.compile(
    rf"(?<![가-힣])({either(_PREFIXES)})(?:쌍둥이|남매|형제|자매|인[방조]|총사|공주|중[고창주]|겹살|각형|"
    r"륜구동|대문|일장|자회[담동]|국지|국시대|발자전거|색|겹|박자)"
)
_GRADE = re.compile(r"(?<![가-힣])([초중고])([1-6])(?![0-9.,년])")
#: How many years of school lie before the first of each kind.
_GRADES_BEFORE = {"초": 0, "중": 6, "고": 9}
_AWAY = re.compile(
    r"(?:\s(?:ago|earlier|before|later|prior|from now|previously)\b)|-(?:ago|earlier)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"([월화수목금토일])요일")
#: Of more numbers some add up to almost anything.
_MOST_PARTS = 8
_SUMMED = frozenset({"number", "money"})


def _within(ko: str) -> set[float]:
    """Return the numbers in words that nobody reads as numbers: 십중팔구, 세쌍둥이, 사인방."""
    within = {
        float(value) for word, some in all_values("within").items() if word in ko for value in some
    }
    within |= {float(_PREFIXES[found[1]]) for found in _COMPOUND.finditer(ko)}
    for found in _GRADE.finditer(ko):  # 중2 is the eighth grade
        within |= {float(found[2]), float(found[2]) + _GRADES_BEFORE[found[1]]}
    return within


def added(
    quantities: list[Quantity], said: list[Figure], used: set[int], ko: str, en: str
) -> Iterator[Figure]:
    """Yield the figures that no Korean quantity accounts for and that English has no right to."""
    in_words = _within(ko)
    for index, figure in enumerate(said):
        in_digits = en[figure.start].isdigit()
        if index in used or figure.loose or _is_common(figure, ko, in_digits=in_digits):
            continue
        if figure.kind == "weekday" and (named := _WEEKDAY.findall(ko)):
            if "월화수목금토일"[int(figure.value)] not in named:
                yield figure
            continue
        if (
            (10 ** (figure.value - 1) if figure.kind == "digits" else figure.value) in in_words
            or _may_be_new(figure, quantities)
            or _is_away(figure, ko, en)
            or _is_sum(figure, quantities)
        ):
            continue
        yield figure


def _may_be_new(figure: Figure, quantities: list[Quantity]) -> bool:
    """Say whether English may give the figure where the Korean sentence has none like it.

    A weekday beside a sentence without a day, the year of an event that Korean calls by its day
    (6·25), a conversion of a sum or measure.
    """
    days = [one for one in quantities if one.kind == "date" and len(str(one.value)) == 10]
    events = any(_EVENT.fullmatch(one.surface) for one in quantities)
    if figure.kind == "weekday":
        return not days
    if figure.kind == "date":
        return not events and not any(one.kind == "date" for one in quantities)
    if figure.kind == "part-of-year":
        return not any(one.kind == "date" for one in quantities)
    if figure.unit == "day" and figure.value in lengths(quantities):
        return True
    if events and 1900 <= figure.value <= 2100:
        return True
    return figure.kind == "number" and any(_is_conversion(figure, one) for one in quantities)


def _is_conversion(figure: Figure, quantity: Quantity) -> bool:
    """Say whether the figure can be the sum or measure in another unit."""
    value, unit = quantity.value, quantity.unit
    if figure.unit == unit:
        return False
    if is_currency(unit):
        return is_currency(figure.unit)
    return isinstance(value, int | float) and converted(quantity, value, figure)


def _is_common(figure: Figure, ko: str, *, in_digits: bool) -> bool:
    """Say whether the figure is one that English uses without Korean saying a number."""
    if figure.kind not in {"number", "ordinal", "ratio"}:
        return False
    if figure.value == 2 and not in_digits:
        # 양국 is "two countries".
        return figure.unit is None or (figure.unit in counters() and _TWO.search(ko) is not None)
    return figure.value in {0.5, 1} and figure.unit in {None, "세", "득점", *TIME_UNITS}


def _is_away(figure: Figure, ko: str, en: str) -> bool:
    """Say whether the figure tells a Korean word: "two years earlier" is 재작년."""
    if figure.unit not in {"year", "month", "week", "day"} or not _AWAY.match(en, figure.end):
        return False
    words = values(figure.unit).items()
    return figure.value in {abs(away) for word, away in words if word in ko}


def _is_sum(figure: Figure, quantities: list[Quantity]) -> bool:
    """Say whether the figure adds up some of the Korean ones: 217명 and 12명 are "229 people"."""
    parts = [
        one.value
        for one in quantities
        if one.kind in _SUMMED and isinstance(one.value, int) and one.value > 1
    ]
    if len(parts) > _MOST_PARTS:
        return False
    some = chain.from_iterable(combinations(parts, count) for count in (2, 3, 4))
    sums: Iterator[float] = map(sum, some)
    return figure.kind == "number" and figure.value > 3 and figure.value in sums
