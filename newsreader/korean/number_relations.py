"""Do the numbers of a translation stand in the same relations? Exchanged numbers, other bases."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsreader.korean.english_numbers import Figure
from newsreader.korean.quantity import Quantity

_LAST_MONTH = re.compile(r"전월\s?(?:보다|대비|에 비해|比)|전달보다|지난달보다|한 달 전")
_LAST_YEAR = re.compile(
    r"전년(?:\s?동[월기])?\s?(?:보다|대비|에 비해|比)|(?:지난해|작년)(?: 같은 [달기]간?)?보다|"
    r"1년 전보다"
)
_FROM_MONTH = re.compile(
    r"\b(?:previous|last|prior|preceding)\smonth|month\s(?:earlier|ago|before)|month-on-month|on-month|"
    r"(?:from|than|compared\swith)\s(?:a\s)?month",
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(
    r"\b(?:previous|last|prior|preceding)\syear|year\s(?:earlier|ago|before)|year-on-year|on-year|"
    r"(?:from|than|compared\swith)\s(?:a\s)?year",
    re.IGNORECASE,
)
# What a number is about, where the two languages must agree; nouns stand before the number, verbs
# behind it.
_NOUNS: tuple[tuple[str, str], ...] = (
    ("찬성", r"in favou?r|\bfor\b|\byes\b|support|approv"),
    ("반대", r"against|oppos|\bno\b"),
    ("수출", r"export"),
    ("수입", r"import"),
    ("매출", r"sales|revenue"),
    ("영업이익", r"operating (?:profit|income)"),
    ("순이익", r"net (?:profit|income)"),
    ("사망", r"killed|dead|died|deaths?"),
    ("부상", r"injur|wound|hurt"),
    ("실종", r"missing"),
    ("남성|남자", r"\bmen\b|\bman\b|\bmales?\b|\bboys?\b"),
    ("여성|여자", r"women|woman|females?|girls?"),
    ("최저|아침", r"\blows?\b|lowest|minimum|morning"),
    ("최고|낮", r"\bhighs?\b|highest|maximum|daytime"),
    ("여당", r"ruling"),
    ("야당", r"opposition"),
    ("코스피", r"kospi"),
    ("코스닥", r"kosdaq"),
)
_VERBS: tuple[tuple[str, str], ...] = (
    ("숨[지졌진]|사망[했하]|목숨을 잃", r"killed|dead|died|deaths?"),
    ("다[치쳤친]|부상[을했]", r"injur|wound|hurt"),
    ("실종[됐되]", r"missing"),
    ("승(?=[ ,])", r"\bwins?\b|victor"),
    ("패(?=[ ,로])", r"loss|\blost\b|defeat"),
)
_NEAR = 14


def swapped(
    ko: str, en: str, quantities: list[Quantity], said: list[Figure]
) -> Iterator[tuple[str, str]]:
    """Yield (as written, its rival) for numbers of a kind that have changed places."""
    labelled = [(label, one) for one in quantities if (label := _label(ko, one))]
    for english, quantity in labelled:
        rivals = [
            other
            for label, other in labelled
            if label != english and other.unit == quantity.unit and other.value != quantity.value
        ]
        spoken = _nearest(en, english, said, [quantity, *rivals])
        if spoken is not None and spoken != _size(quantity):
            yield quantity.surface, f"{spoken:g}"
            return
    yield from _turned_round(ko, en, quantities, said)


def _label(ko: str, quantity: Quantity) -> str | None:
    """Return what English calls that which the number is about."""
    if not isinstance(quantity.value, int | float):
        return None
    before = ko[max(0, quantity.start - _NEAR) : quantity.start]
    after = ko[quantity.end : quantity.end + _NEAR]
    verbs = [(m.start(), en) for verb, en in _VERBS if (m := re.search(verb, after))]
    if verbs and not re.search(r"[,0-9]", after[: min(verbs)[0]]):
        return min(verbs)[1]
    nouns = [(m.start(), en) for noun, en in _NOUNS for m in re.finditer(noun, before)]
    return max(nouns)[1] if nouns else None


def _size(quantity: Quantity) -> float:
    return abs(float(quantity.value)) if isinstance(quantity.value, int | float) else 0.0


def _nearest(en: str, label: str, said: list[Figure], candidates: list[Quantity]) -> float | None:
    """Return which of the candidates' values stands nearest the English label."""
    values = {_size(one) for one in candidates}
    found = re.search(label, en, re.IGNORECASE)
    if found is None or len(values) < 2:
        return None
    distances = [
        (min(abs(one.start - found.end()), abs(found.start() - one.end)), abs(one.value))
        for one in said
        if abs(one.value) in values
    ]
    return min(distances)[1] if len(distances) >= 2 else None


def _turned_round(
    ko: str, en: str, quantities: list[Quantity], said: list[Figure]
) -> Iterator[tuple[str, str]]:
    """Compare 300명에서 450명으로 with "from 300 to 450"."""
    for first, second in pairwise(quantities):
        if ko[first.end : second.start] != "에서 " or not _TO.match(ko, second.end):
            continue
        if first.kind != second.kind or first.value == second.value:
            continue
        starts = [one.value for one in said if _FROM.search(en[max(0, one.start - 14) : one.start])]
        if starts and starts[0] == second.value:
            yield first.surface, second.surface


_TO = re.compile(r"으?로")
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s)?[$€£¥₩]?$", re.IGNORECASE)


def other_base(ko: str, en: str) -> str | None:
    """Return the Korean comparison (전월보다) whose base the English changes to month or year."""
    for korean, right, wrong, other in (
        (_LAST_MONTH, _FROM_MONTH, _FROM_YEAR, _LAST_YEAR),
        (_LAST_YEAR, _FROM_YEAR, _FROM_MONTH, _LAST_MONTH),
    ):
        found = korean.search(ko)
        if found and wrong.search(en) and not right.search(en) and not other.search(ko):
            return found.group()
    return None
