"""Do the numbers of a translation keep their roles? 수출은 7.1%, 수입은 3.4% and which is which.

Two numbers that could stand for each other are *rivals*: two counts, sums, shares, lengths, dates.
What a number is about are the words around it in its own clause, and the other numbers there
(59㎡ of 9억 원). English lists keep label and number together, so what is first among the labels is
first among the numbers: where the labels stand in one order and the numbers in the other, the
numbers have changed places. Where only one label is known, it must not stand in the rival's clause.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from newsreader.article import Match
from newsreader.korean.number_words import Token, places, says_nothing, tokens
from newsreader.korean.quantity import Quantity

#: How many words on each side may say what a number is about.
_MOST = 4
_CLAUSE = re.compile(
    r"[,;:]|\b(?:and|but|while|whereas|with|although|after|before|when|who|which)\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+")
# Behind a number: what follows is what it counts or describes.
_ATTRIBUTIVE = re.compile(r"\)?\s|(?:짜리|의|급|형|대|간의|규모의)\s")
# Between these two nothing says which is which: 30%에서 35%로.
_LISTED = re.compile(r"(?:에서|부터|서|와|과|이?나|까지|[,·~–])?\s?")
#: By how many words a label that stands alone may be away from a number.
_CLOSE = 3
_FAR = 1000
#: The only word attached to a number that says something of it: so much each.
_EACH = "씩"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A Korean quantity and the spans of the English figures that say it, each alone."""

    quantity: Quantity
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """A word or number that says what a quantity is about.

    ``key`` is its Korean, ``hits`` are where the English has it; ``side`` is where it stands,
    "before" or "after", or for a number what it is.
    """

    key: str
    hits: tuple[Span, ...]
    weight: float
    side: str


def exchanged(
    ko: str, en: str, told: Sequence[Told], matches: Sequence[Match] = ()
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield two rivals whose English stands by each other's labels; ``told`` is in order."""
    groups: dict[str, list[Told]] = {}
    for one in told:
        if one.places and (group := _group(one.quantity)):
            groups.setdefault(group, []).append(one)
    words: list[Token] | None = None
    for rivals in groups.values():
        if len(rivals) < 2:
            continue
        words = words if words is not None else _words(ko, told)
        labels = _labels(ko, en, rivals, words, told, matches)
        for one, other in combinations(rivals, 2):
            if _LISTED.fullmatch(ko, one.quantity.end, other.quantity.start):
                continue
            if _crossed(en, one, other, labels):
                yield one.quantity, other.quantity


def _group(quantity: Quantity) -> str | None:
    """Return what the quantity could be taken for, or None for what stands alone."""
    kind, unit = quantity.kind, quantity.unit
    if quantity.value == 1 and not re.search("[0-9]", quantity.surface):
        return None  # 하루, 한
    if kind in {"phone", "no-number", "ratio", "score"}:
        return None
    if kind == "number":
        return "times" if unit == "times" else "count"
    if kind in {"date", "time", "age", "duration", "percent", "percent_point"}:
        return kind
    return f"{kind} {unit}"


def _words(ko: str, told: Sequence[Told]) -> list[Token]:
    """Return the words that are no part of a number, nor the particle behind one."""
    for one in told:
        start, end = one.quantity.start, one.quantity.end
        ko = ko[:start] + " " * (end - start) + ko[end:]
    ends = {one.quantity.end for one in told}
    return [
        word
        for word in tokens(ko)
        if not says_nothing(word) and (word.start not in ends or word.word == _EACH)
    ]


def _labels(
    ko: str,
    en: str,
    rivals: list[Told],
    words: list[Token],
    told: Sequence[Told],
    matches: Sequence[Match],
) -> dict[Told, list[_Label]]:
    """Return the labels of each rival, the nearest first; none that two of them share."""
    found: dict[Told, list[_Label]] = {}
    borders = _borders(ko, rivals, words)
    for rival, (start, end) in zip(rivals, pairwise(borders), strict=True):
        one = rival.quantity
        own = [word for word in words if start <= word.start and word.end <= end]
        before = [word for word in own if word.end <= one.start][::-1]
        after = [word for word in own if word.start >= one.end]
        labels = []
        for side, some in (("before", before[:_MOST]), ("after", after[:_MOST])):
            for rank, word in enumerate(some):
                # What stands beyond another number is less surely about this one.
                beyond = sum(word.end <= two.quantity.start < one.start for two in told)
                if hits := places(word, ko, en, matches):
                    where = word.word if word.word == _EACH else side
                    labels.append(
                        _Label(word.word[:2], tuple(hits), 1 / 2 ** (rank + beyond), where)
                    )
        for other in told:
            inside = start <= other.quantity.start and other.quantity.end <= end
            if inside and other not in rivals and other.places:
                side = _group(other.quantity) or "number"
                labels.append(_Label(other.quantity.surface, other.places, 1.0, side))
        found[rival] = labels
    return {rival: _own(rival, found) for rival in rivals}


def _own(rival: Told, found: Mapping[Told, list[_Label]]) -> list[_Label]:
    """Return the labels of ``rival``, without what the others have as well."""
    others = [label for other, some in found.items() if other is not rival for label in some]
    keys = {label.key for label in others}
    shared = {hit for label in others for hit in label.hits}
    own = [
        replace(one, hits=tuple(hit for hit in one.hits if hit not in shared))
        for one in found[rival]
        if one.key not in keys
    ]
    return [one for one in own if one.hits]


def _borders(ko: str, rivals: list[Told], words: list[Token]) -> list[int]:
    """Return where the words of each rival begin, and the end of the text."""
    borders = [0]
    for one, other in pairwise(rival.quantity for rival in rivals):
        between = [word for word in words if one.end <= word.start and word.end <= other.start]
        borders.append(_border(ko, one, other, between))
    return [*borders, len(ko)]


def _border(ko: str, one: Quantity, other: Quantity, between: list[Token]) -> int:
    """Return where the words of the second of two neighbours begin.

    A comma or a verb that joins clauses ends what belongs to the first; without one, a word that
    follows the number without a particle is what it counts: 50대 여성.
    """
    comma = re.search(r"[,;·]", ko[one.end : other.start])
    closing = next((word for word in between if word.closes), None)
    if closing and (not comma or closing.start <= one.end + comma.start()):
        return closing.end
    if comma:
        return one.end + comma.end()
    if between and _ATTRIBUTIVE.match(ko, one.end):
        return between[0].end
    return between[0].end if between and between[0].start == one.end else one.end


def _crossed(en: str, one: Told, other: Told, labels: Mapping[Told, list[_Label]]) -> bool:
    if one.quantity.value == other.quantity.value or {*one.places} & {*other.places}:
        return False
    pairs = [
        (first, second)
        for first in labels[one]
        for second in labels[other]
        if first.side == second.side
    ]
    if any(first.weight * second.weight == 1.0 for first, second in pairs):
        votes = (
            _vote(first.hits, second.hits, one.places, other.places) * first.weight * second.weight
            for first, second in pairs
        )
        return sum(votes) < 0
    taken = [
        _is_taken(en, label, mine.places, its.places)
        for mine, its in ((one, other), (other, one))
        for label in labels[mine]
        if label.weight == max(known.weight for known in labels[mine])
    ]
    return any(taken) and None not in taken


def _vote(
    first: Sequence[Span], second: Sequence[Span], one: Sequence[Span], other: Sequence[Span]
) -> int:
    """Return 1 where labels and numbers can be in the same order, -1 where they cannot."""
    fits = any(
        (a < b) == (x < y) for a in first for b in second for x in one for y in other if a != b
    )
    return 1 if fits else -1


def _is_taken(en: str, label: _Label, mine: Sequence[Span], its: Sequence[Span]) -> bool | None:
    """Say whether the label stands by the rival's number; None where it does by its own."""
    own, rivals = (
        min(_distance(en, hit, span) for hit in label.hits for span in spans)
        for spans in (mine, its)
    )
    if own < _FAR and own <= rivals:
        return None
    return rivals <= _CLOSE and rivals < own


def _distance(en: str, one: Span, other: Span) -> int:
    """Return how many words stand between, or :data:`_FAR` where a clause ends there."""
    first, second = sorted((one, other))
    between = en[first[1] : second[0]]
    return _FAR if _CLAUSE.search(between) else len(_WORD.findall(between))
