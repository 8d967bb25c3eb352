"""Do the numbers of a translation keep their roles? 수출은 7.1%, 수입은 3.4% and which is which.

Two numbers that could stand for each other are *rivals*: two counts, sums, shares, lengths, dates.
What a number is about are the words around it in its own clause, and the other numbers there
(59㎡ of 9억 원). English lists keep label and number together, so what is first among the labels is
first among the numbers: where the labels stand in one order and the numbers in the other, the
numbers have changed places. Where only one label is known, it must not stand in the rival's clause.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from newsreader.article import Match
from newsreader.korean.number_words import Token, is_verb, places, says_nothing, tokens
from newsreader.korean.quantity import Quantity

#: How many words on each side may say what a number is about.
_MOST = 4
_CLAUSE = re.compile(
    r"[,;:]|\b(?:and|but|while|whereas|although|after|before|when|who|which)\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+")
# Behind a number: what follows is what it counts or describes.
_ATTRIBUTIVE = re.compile(r"\)?\s|(?:짜리|의|급|형|대|간의|규모의)\s")
# Before a number that says by how much: 1년 전보다 19만 명. It is about what the total is about.
_COMPARED = re.compile(r"(?:보다|대비|비해|比)\s(?:약\s)?$")
# What stands between a number and the one that it becomes, and behind that one.
_BECOMES = re.compile(r"(?:에서|을|를|이던 것을|이던 것이)\s(?:[가-힣]{1,8}\s)?")
_INTO = re.compile(r"으?로")
# Between these two nothing says which is which: 30%에서 35%로.
_LISTED = re.compile(r"(?:에서|부터|서|와|과|이?나|까지|[,·~–])?\s?")
#: By how many words a label that stands alone may be away from a number.
_CLOSE = 3
_FAR = 1000
#: Labels whose weights multiply to less say too little by their order.
_STRONG = 0.5
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
    is_verb: bool = False


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
        differences = [one for one in rivals if _COMPARED.search(ko[: one.quantity.start])]
        run = _respective(ko, rivals)
        if run:
            labels |= _their_labels(ko, en, rivals, run, words, labels, matches)
        for one, other in combinations(rivals, 2):
            if (one in run) != (other in run):
                continue
            if one not in run and _LISTED.fullmatch(ko, one.quantity.end, other.quantity.start):
                continue
            if changes(ko, one.quantity, other.quantity):
                continue
            if _crossed(en, one, other, labels, differences):
                yield one.quantity, other.quantity


def _respective(ko: str, rivals: list[Told]) -> list[Told]:
    """Return the numbers that are listed behind 각각: 수출과 수입은 각각 7%, 3% 늘었다."""
    for found in re.finditer("각각", ko):
        behind = [one for one in rivals if one.quantity.start >= found.end()]
        run = behind[:1]
        for one, other in pairwise(behind):
            if not _LISTED.fullmatch(ko, one.quantity.end, other.quantity.start):
                break
            run.append(other)
        if len(run) > 1:
            return run
    return []


def _their_labels(
    ko: str,
    en: str,
    rivals: list[Told],
    run: list[Told],
    words: list[Token],
    labels: Mapping[Told, list[_Label]],
    matches: Sequence[Match],
) -> dict[Told, list[_Label]]:
    """Return the labels of numbers listed behind 각각: those of as many numbers or nouns before."""
    place = ko.rindex("각각", 0, run[0].quantity.start)
    before = [one for one in rivals if one.quantity.end <= place][-len(run) :]
    if len(before) == len(run):
        return {one: labels[other] for one, other in zip(run, before, strict=True)}
    nouns = [word for word in words if word.end <= place][-len(run) :]
    joined = all(word.closes or word.word[-1] in "와과" for word in nouns[:-1])
    if len(nouns) < len(run) or not joined:
        return {one: [] for one in run}
    return {
        one: [_Label(noun.word[:2], tuple(hits), 1.0, "before")]
        for one, noun in zip(run, nouns, strict=True)
        if (hits := places(noun, ko, en, matches))
    }


def changes(ko: str, one: Quantity, other: Quantity) -> bool:
    """Say whether one becomes the other: 300명에서 450명으로, 4차로를 6차로로."""
    between = _BECOMES.fullmatch(ko, one.end, other.start)
    return between is not None and _INTO.match(ko, other.end) is not None


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
                    # What the sentence is about is said of the others as well.
                    topic = rank + beyond > 0 and word.word[-1] in "은는"
                    weight = 1 / 2 ** (rank + beyond + topic)
                    verb = side == "after" and is_verb(word)
                    labels.append(_Label(word.word[:2], tuple(hits), weight, where, verb))
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


def _crossed(
    en: str,
    one: Told,
    other: Told,
    labels: Mapping[Told, list[_Label]],
    differences: Collection[Told],
) -> bool:
    if one.quantity.value == other.quantity.value or {*one.places} & {*other.places}:
        return False
    own, its = labels[one], labels[other]
    if other in differences:
        own = [label for label in own if label.side != "before"]
    if not any(label.is_verb for label in own):
        # 수출은 7%, 수입은 3% 늘었다: the verb at the end is that of both.
        its = [label for label in its if not label.is_verb]
    pairs = [(first, second) for first in own for second in its if first.side == second.side]
    if any(first.weight * second.weight >= _STRONG for first, second in pairs):
        votes = (
            _vote(first.hits, second.hits, one.places, other.places) * first.weight * second.weight
            for first, second in pairs
        )
        return sum(votes) < 0
    taken = [
        _is_taken(en, label, mine.places, rival.places)
        for some, mine, rival in ((own, one, other), (its, other, one))
        for label in some
        if label.weight == max(known.weight for known in some)
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
    taken = False
    for hit in label.hits:
        own, rivals = (min(_distance(en, hit, span) for span in spans) for spans in (mine, its))
        if own < _FAR and own <= rivals:
            return None
        taken = taken or (rivals <= _CLOSE and rivals < own)
    return taken


def _distance(en: str, one: Span, other: Span) -> int:
    """Return how many words stand between, or :data:`_FAR` where a clause ends there."""
    first, second = sorted((one, other))
    between = en[first[1] : second[0]]
    return _FAR if _CLAUSE.search(between) else len(_WORD.findall(between))
