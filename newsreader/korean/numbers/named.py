"""Counts of what the sentence names one by one: 한미일 3국, 부부와 두 자녀 등 4명, 2남 1녀."""

import re
from collections.abc import Iterator, Sequence

from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.fits import Fit
from newsreader.korean.numbers.quantity import Quantity

#: Countries by their first letters, as news joins them.
_COUNTRIES = re.compile(r"(?<![가-힣])[한미일중러북남영독불유호인]{2,}\s?$")
_NAME = r"[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3}"
_NAMES = re.compile(rf"\b{_NAME}(?:, (?:the )?{_NAME})*,? and (?:the )?{_NAME}")
_AND = re.compile(r",? and |, ")
#: What English may name in place of counting it: 이통 3사 is "SK Telecom, KT and LG Uplus".
_MEMBERS = frozenset({"사", "개사", "국", "개국", "당", "인"})
_IN_ALL = re.compile(r"등\s?(?:모두\s|총\s)?$")
_TWO = re.compile(r"(?<![0-9가-힣])(?:부부|모녀|모자|부자|부녀|남매|형제|자매)(?![가-힣]{2})")
_AND_OTHERS = re.compile(
    r"(\S.*)(?:\s등|[을를]\s(?:포함한|포함해|비롯한|비롯해))\s?(?:모두\s|총\s)?$"
)
_LISTED = re.compile(r"[,·]\s?|(?<=[가-힣])[와과]\s")
_OTHERS = re.compile(r"\s?(?:\w+\s)?(?:others?|more)\b", re.IGNORECASE)
#: How far before a number the names are looked for, in characters.
_REACH = 30
_SONS_AND_DAUGHTERS = frozenset({"남", "녀"})
_CHILDREN = re.compile(r"\s?(?:\w+\s)?(?:children|kids|siblings)\b", re.IGNORECASE)


def counts_named(quantity: Quantity, quantities: Sequence[Quantity], ko: str, en: str) -> bool:
    """Say whether the quantity counts what the Korean or the English names: it adds nothing."""
    if quantity.unit in _MEMBERS:
        countries = _COUNTRIES.search(ko[: quantity.start].replace("·", ""))
        if countries and quantity.value == len(countries.group().rstrip()):
            return True
        return quantity.value in {len(_AND.split(names)) for names in _NAMES.findall(en)}
    if not _IN_ALL.search(ko, max(0, quantity.start - 6), quantity.start):
        return False
    counted = [
        one.value for one in quantities if one.end <= quantity.start and one.kind == "number"
    ]
    couples = 2 * len(_TWO.findall(ko[: quantity.start]))
    return quantity.value == couples + sum(one for one in counted if isinstance(one, int))


def others_fits(quantity: Quantity, said: list[Figure], ko: str, en: str) -> Iterator[Fit]:
    """Yield the figures that count who is not named: 김 씨 등 3명 are "Kim and two others"."""
    named = _AND_OTHERS.search(ko, max(0, quantity.start - _REACH), quantity.start)
    if not named or not isinstance(quantity.value, int):
        return
    left = {quantity.value - 1, quantity.value - len(_LISTED.split(named[1]))}
    for index, figure in enumerate(said):
        if figure.value in left and _OTHERS.match(en, figure.end):
            yield Fit((index,))


def children_fits(
    quantity: Quantity, quantities: Sequence[Quantity], said: list[Figure], en: str
) -> Iterator[Fit]:
    """Yield the figures that count sons and daughters together: 2남 1녀 are "three children"."""
    if quantity.unit in _SONS_AND_DAUGHTERS:
        all_of_them = [one.value for one in quantities if one.unit in _SONS_AND_DAUGHTERS]
        total = sum(one for one in all_of_them if isinstance(one, int))
        for index, figure in enumerate(said):
            if figure.value == total and _CHILDREN.match(en, figure.end):
                yield Fit((index,))
