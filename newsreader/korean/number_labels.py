"""What the numbers of a sentence are about, and whether English says it of the same ones.

A number's label is the noun in front of it (수출은 7.1%, 드론 479대), the person named there or the
verb behind it (3명이 숨지고). Its English comes from ``data/number_labels.tsv`` or, for other
nouns, from the lexicon.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import combinations

from newsreader.korean.figure import Figure
from newsreader.korean.lexicon import look_up
from newsreader.korean.quantity import Quantity
from newsreader.korean.romanization import romanize, surnames

#: How far from a number its label may stand, in characters.
_NEAR = 14
#: By how many characters the labels must stand nearer each other's numbers.
_MARGIN = 4
_NOUN = re.compile(
    r"(?<![0-9가-힣])([가-힣]{2,10}?)[은는이가을를도의에와과]?\s?(?:약|총|모두|각각)?\s?$"
)
_ENGLISH_WORD = re.compile(r"[a-z]{4,}")
_WORD = re.compile(r"(?<![가-힣])([가-힣]{3})[은는이가의도]?(?![가-힣])")
#: Beyond this a noun does not belong to a number, in characters.
_FAR = 10
# The word behind a number's own: 명이 [매몰]됐다.
_NEXT = re.compile(r"[가-힣]{0,3}\s([가-힣]{2})(?=[했하한할해됐되된될돼당받])")
_AFTER_DIGITS = re.compile(r"^.*(?=[0-9])")
_BREAK = re.compile(r"[,0-9]")

_Labels = dict[str, re.Pattern[str]]


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Return side, Korean and English of each line of the table."""
    data = resources.files("newsreader.korean").joinpath("data/number_labels.tsv")
    lines = (line for line in data.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return tuple((side, re.compile(ko), re.compile(en, re.IGNORECASE)) for side, ko, en in rows)


def exchanged(
    ko: str, en: str, quantities: list[Quantity], said: list[Figure]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield two numbers of a kind where each stands by the other's label in the English."""
    labelled = [(labels, one) for one in quantities if (labels := _labels(ko, one))]
    for (labels, one), (other_labels, other) in combinations(labelled, 2):
        if not _are_rivals(one, other):
            continue
        gains = [
            _gain(en, (labels[side], one), (other_labels[side], other), said)
            for side in labels.keys() & other_labels.keys()
            if labels[side].pattern != other_labels[side].pattern
        ]
        crossed = min(gains, default=0) < -_MARGIN and max(gains) <= _MARGIN
        sides = ((labels, one, other), (other_labels, other, one))
        if crossed or any(_is_taken(en, *side, said) for side in sides):
            yield one, other


def _is_taken(en: str, labels: _Labels, one: Quantity, other: Quantity, said: list[Figure]) -> bool:
    """Say whether the noun that one number counts stands right behind the other: "42 children"."""
    if "before" not in labels:
        return False
    own = _distance(en, [(labels["before"], one)], said)
    others = _distance(en, [(labels["before"], other)], said)
    return own is not None and others is not None and others <= 1 and own > _FAR


def _are_rivals(one: Quantity, other: Quantity) -> bool:
    """Say whether one could be taken for the other: percents, sums of money, two counts."""
    counts = one.kind == other.kind == "number" and "times" not in {one.unit, other.unit}
    return (counts or one.unit == other.unit) and _size(one) != _size(other)


def _gain(
    en: str,
    one: tuple[re.Pattern[str], Quantity],
    other: tuple[re.Pattern[str], Quantity],
    said: list[Figure],
) -> int:
    """Return by how much the labels stand nearer their own numbers than each other's."""
    right = _distance(en, [one, other], said)
    wrong = _distance(en, [(one[0], other[1]), (other[0], one[1])], said)
    return 0 if right is None or wrong is None else wrong - right


def _labels(ko: str, quantity: Quantity) -> _Labels:
    """Return what English calls that which the number is about, by the side where it stands."""
    if _size(quantity) is None:
        return {}
    before = ko[max(0, quantity.start - _NEAR) : quantity.start]
    after = ko[quantity.end : quantity.end + _NEAR]
    # What stands beyond another number is about that one.
    before = _AFTER_DIGITS.sub("", before)
    if broken := _BREAK.search(after):
        after = after[: broken.start()]
    ahead, behind = [], []
    for side, korean, english in _table():
        if side == "after":
            ahead += [(found.start(), english.pattern, english) for found in korean.finditer(after)]
        else:
            behind += [(found.end(), english.pattern, english) for found in korean.finditer(before)]
    next_word = _NEXT.match(after)
    verb = min(ahead)[2] if ahead else next_word and _english(next_word[1])
    labels = {"after": verb} if verb else {}
    noun = max(behind)[2] if behind else _noun(before)
    labels |= {"before": noun} if noun else {}
    person = _person(before)
    return labels | ({"person": person} if person else {})


def _person(before: str) -> re.Pattern[str] | None:
    """Return the given name, in Roman letters, of the person named before a number."""
    for word in reversed(_WORD.findall(before)):
        if word[0] in surnames() and not any(entry.pos == "n" for entry in look_up(word)):
            given = romanize(word, name=True).split()[1:]
            letters = "".join(given).replace("-", "")
            return re.compile("-?".join(letters), re.IGNORECASE) if len(letters) > 3 else None
    return None


def _noun(before: str) -> re.Pattern[str] | None:
    """Return the English of the noun right in front of a number, by the lexicon."""
    found = _NOUN.search(before)
    return _english(found[1]) if found else None


@lru_cache(maxsize=1024)
def _english(noun: str) -> re.Pattern[str] | None:
    """Return a pattern for the English words of ``noun``, or of the first part of a compound."""
    for length in range(len(noun), 1, -1):
        nouns = [entry for entry in look_up(noun[:length]) if entry.pos == "n"]
        if not nouns:
            continue
        glosses = [gloss for sense in nouns[0].senses[:2] for gloss in sense.glosses]
        words = {word for gloss in glosses for word in _ENGLISH_WORD.findall(gloss)}
        stems = sorted(word[: max(4, len(word) - 2)] for word in words)
        return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE) if stems else None
    return None


def _size(quantity: Quantity) -> float | None:
    value = quantity.value
    size = value.get("approx") if isinstance(value, dict) else value
    return abs(float(size)) if isinstance(size, int | float) else None


def _distance(
    en: str, pairs: Iterable[tuple[re.Pattern[str], Quantity]], said: list[Figure]
) -> int | None:
    """Return how far the numbers stand from their English labels, in characters, all together."""
    total = 0
    for label, quantity in pairs:
        size = _size(quantity)
        places = [(one.start, one.end) for one in said if abs(one.value) == size]
        names = [(found.start(), found.end()) for found in label.finditer(en)]
        gaps = [max(one[0] - two[1], two[0] - one[1], 0) for one in places for two in names]
        if not gaps:
            return None
        total += min(gaps)
    return total
