"""Korean numerals: digits with 십백천만억조경, Sino-Korean words (삼백), native words (서른다섯).

This module reads only the numeral itself; what is counted is read in
:mod:`newsreader.korean.numbers.find`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsreader.korean.numbers.quantity import Number, plain
from newsreader.korean.numbers.words import either, pairs, values

_ARABIC = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]{1,18}(?:\.[0-9]{1,9})?")
_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
# Words whose first syllable looks like a multiplier: 3경기, 10조각, 5백신.
_NO_MULTIPLIER = re.compile(
    r"경(?:기|영|찰|로|제|선|비)|조(?:각|합|치|례|항|직|별|로)|만(?:족|찬|기)|천(?:주|막|연)|백(?:신|화점)"
)
# The rest of a number that is written apart: 1천 2백.
_SMALLER = re.compile(r" [0-9][백십]")
_YEARLIKE = re.compile(r"[0-9]{4}\s?년|[0-9]{1,2}\s?[월일]")

_DIGITS = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True))
_SINO = re.compile(
    r"(?:수|몇)?[일이삼사오육칠팔구십백천만억조]+수?(?:여(?=\s?[가-힣만억조]))?[만억조]?"
)
_SPACED = re.compile(
    r"[일이삼사오육칠팔구십백천]*[만억](?:\s[일이삼사오육칠팔구십백천]*[십백천만])+(?=\s?[가-힣])"
)

# 일이 alone is rather "work" with its particle.
_SINO_PAIR = re.compile(
    r"(일이(?=[십백천만])|이삼|삼사|사오|오[륙육]|육칠|칠팔|팔구)([십백천만억]{0,2})"
)
_ONES = values("one")
_TENS = values("ten")
_PAIRS = pairs("pair")
_ABOUT = values("about")
_NATIVE = re.compile(
    rf"(?P<pair>(?:{either(_PAIRS)})(?!기))|(?P<about>{either(_ABOUT)})(?=\s)|(?P<ten>{either(_TENS)})(?:\s(?=\S+\s살))?"
    rf"(?P<one>{either(_ONES)})?(?P<more>여)?|(?P<alone>{either(_ONES)})"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at text[start:end].

    ``high`` is set for pairs such as 서너; ``approx`` stands for 여, ``order`` for 수- and 몇-;
    ``scale`` is the multiplier it ends with, which a range passes on (3~4만).
    """

    start: int
    end: int
    value: Number
    high: Number | None = None
    approx: bool = False
    order: bool = False
    native: bool = False
    digits: bool = True
    scale: int = 1


def read_digits(text: str, at: int) -> Numeral | None:
    """Return the numeral that begins with a digit at ``at``: 3천4백여, 1억 2,000만, 2.3억."""
    start = at
    total: Number = 0
    smallest: int | None = None
    approx = False
    scale = 1
    while True:
        section = _read_section(text, at)
        if section is None:
            break
        value, end, scale_here = section
        mark = end + 1 if text.startswith("여", end) and text[end + 1 : end + 2] in _BIG else end
        big = _BIG.get(text[mark : mark + 1])
        if big is not None and not _NO_MULTIPLIER.match(text, mark):
            if smallest is not None and big >= smallest:
                break
            total += value * big
            approx = approx or mark > end
            smallest, scale, at = big, big, mark + 1
            following = at + 1 if text.startswith(" ", at) else at
            if not _continues(text, following, spaced=following > at):
                break
            at = following
            continue
        if smallest is not None and value >= smallest:
            break
        total += value
        scale = scale_here
        at = end
        break
    if at == start:
        return None
    if text[at - 1] == " ":
        at -= 1
    if text.startswith("여", at) and not text.startswith("여성", at):
        approx, at = True, at + 1
    return Numeral(start, at, plain(total), approx=approx, scale=scale)


def _continues(text: str, at: int, *, spaced: bool) -> bool:
    """Say whether the digits at ``at`` belong to the numeral before them."""
    found = _ARABIC.match(text, at)
    if not found or _YEARLIKE.match(text, at):
        return False
    if not spaced:
        return True
    behind = text[found.end() : found.end() + 1]
    return behind in _SMALL or behind in _BIG or len(found.group().replace(",", "")) == 4


def _read_section(text: str, at: int) -> tuple[Number, int, int] | None:
    """Read digits with 십, 백, 천 at ``at``: (value, end, last multiplier)."""
    total: Number = 0
    smallest: int | None = None
    start = at
    scale = 1
    while found := _ARABIC.match(text, at):
        digits = found.group().replace(",", "")
        number: Number = float(digits) if "." in digits else int(digits)
        small = _SMALL.get(text[found.end() : found.end() + 1])
        if small is not None and _NO_MULTIPLIER.match(text, found.end()):
            small = None
        if smallest is not None and number * (small or 1) >= smallest:
            break
        total += number * (small or 1)
        scale = small or 1
        at = found.end() + (1 if small else 0)
        if small is None:
            break
        smallest = small
        if _SMALLER.match(text, at):
            at += 1
    return (total, at, scale) if at > start else None


def read_sino(text: str, at: int) -> list[Numeral]:
    """Return the readings of Sino-Korean number words at ``at``, longest first: 삼백여, 수십만."""
    found = _SINO.match(text, at)
    if not found:
        return []
    readings = [*_sino_pair(text, at), *_spaced_sino(text, at)]
    for length in range(len(found.group()), 0, -1):
        numeral = _sino(found.group()[:length], at)
        if numeral:
            readings.append(numeral)
    return readings


def _sino_pair(text: str, at: int) -> Iterator[Numeral]:
    """Yield a number that is left open between two: 이삼일, 삼사십 명, 오륙백 명."""
    if found := _SINO_PAIR.match(text, at):
        low = _DIGITS[found[1][0]]
        scale = _sino(found[2], at) if found[2] else None
        times = scale.value if scale else 1
        yield Numeral(at, found.end(), low * times, high=(low + 1) * times, digits=False)


def _spaced_sino(text: str, at: int) -> Iterator[Numeral]:
    """Yield the number that is written apart at its 만 or 억: 만 오천, 이만 삼천오백."""
    found = _SPACED.match(text, at)
    numeral = _sino(found.group().replace(" ", ""), at) if found else None
    if found and numeral:
        yield replace(numeral, end=found.end())


def _sino(word: str, at: int) -> Numeral | None:
    body = word
    order = body[:1] in {"수", "몇"}
    body = body[1:] if order else body
    approx = "여" in body or "십수" in body
    body = body.replace("여", "").replace("십수", "십")
    if "수" in body:
        return None
    if not body or (order and (body[0] in _DIGITS or body[-1] in _DIGITS)):
        return None
    total = section = digit = 0
    smallest_big: int | None = None
    smallest_small: int | None = None
    for letter in body:
        if letter in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[letter]
        elif letter in _SMALL:
            small = _SMALL[letter]
            if smallest_small is not None and small >= smallest_small:
                return None
            section, digit, smallest_small = section + (digit or 1) * small, 0, small
        else:
            big = _BIG[letter]
            if smallest_big is not None and big >= smallest_big:
                return None
            total += (section + digit or 1) * big
            section = digit = 0
            smallest_big, smallest_small = big, None
    value = total + section + digit
    return Numeral(at, at + len(word), value, approx=approx, order=order, digits=False)


def read_native(text: str, at: int) -> Numeral | None:
    """Return the native numeral at ``at``: 한, 서른다섯, 두세, 열여덟."""
    found = _NATIVE.match(text, at)
    if not found:
        return None
    here = Numeral(at, found.end(), 0, native=True, digits=False)
    if pair := found["pair"]:
        low, high = _PAIRS[pair]
        return replace(here, value=low, high=high)
    if about := found["about"]:
        return replace(here, value=_ABOUT[about], approx=True)
    if alone := found["alone"]:
        return replace(here, value=_ONES[alone])
    value = _TENS[found["ten"]] + (_ONES[found["one"]] if found["one"] else 0)
    return replace(here, value=value, approx=found["more"] is not None)
