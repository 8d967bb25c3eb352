"""Limits that English tells by the whole number beside: 100명 미만 is "up to 99"."""

import re
from collections.abc import Iterator

from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.fits import Fit
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.value_fits import single_fit

_AT_MOST = re.compile(
    r"\b(?:up to|at most|no more than|limited to|capped at|maximum of|to)\s⟨|"
    r"⟩\s?(?:\w+\s){0,2}?(?:or|and)\s(?:less|fewer|under|younger|below)\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|no (?:less|fewer) than|minimum of|from)\s⟨|"
    r"⟩\s?(?:\w+\s){0,2}?(?:or|and)\s(?:more|older|over|above|up)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:more than|older than|over|above)\s⟨", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:(?:less|fewer|younger) than|under|below)\s⟨", re.IGNORECASE)
_FORBIDDEN = re.compile(r"금지|제한|불가|못|수 없")
#: Behind the number: how far from it the English one is, and the words that must stand by that.
_LIMITS: dict[str, tuple[int, tuple[re.Pattern[str], ...]]] = {
    "미만": (-1, (_AT_MOST,)),
    "초과": (1, (_AT_LEAST,)),
    "이상": (-1, (_OVER,)),
    "이하": (1, (_UNDER,)),
}
_LIMIT = re.compile(rf"\s?({'|'.join(_LIMITS)})")
#: How far around a figure the words of a limit are looked for, in characters.
_REACH = 24


def limit_fits(quantity: Quantity, said: list[Figure], ko: str, en: str) -> Iterator[Fit]:
    """Yield the figures that say the limit by the next whole number.

    5인 이상 모임 금지 forbids what is more than four: "limited to four".
    """
    limit = _LIMIT.match(ko, quantity.end)
    if not limit or not isinstance(quantity.value, int) or quantity.kind not in {"number", "age"}:
        return
    away, words = _LIMITS[limit[1]]
    if limit[1] == "이상" and _FORBIDDEN.search(ko, limit.end()):
        words = (_OVER, _AT_MOST)
    beside = quantity.value + away
    for index, figure in enumerate(said):
        if figure.value != beside or single_fit(quantity, beside, figure, en) is not True:
            continue
        before = en[max(0, figure.start - _REACH) : figure.start]
        after = en[figure.end : figure.end + _REACH]
        marked = f"{before}⟨{en[figure.start : figure.end]}⟩{after}"
        if any(word.search(marked) for word in words):
            yield Fit((index,))
