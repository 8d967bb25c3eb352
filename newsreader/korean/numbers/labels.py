"""What each number of a Korean sentence is about, and where its English says so.

A *label* is a word around the number in its own clause, or another number there (59㎡ of 9억 원).
Two numbers that could stand for each other are *rivals*; what both have as a label tells nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from newsreader.article import Match
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.role_words import Token, is_verb, places, says_nothing, tokens

#: How many words on each side may say what a number is about.
_MOST = 4
# Behind a number: what follows is what it counts or describes.
_ATTRIBUTIVE = re.compile(r"\)?\s|(?:짜리|의|급|형|대|간의|규모의)\s")
# Between these two nothing says which is which: 30%에서 35%로.
_LISTED = re.compile(r"(?:에서|부터|서|와|과|이?나|까지|[,·~–])?\s*")
#: The only word attached to a number that says something of it: so much each.
_EACH = "씩"
#: Numbers listed behind this word belong to as many numbers or nouns before it.
_RESPECTIVELY = "각각"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A Korean quantity and the spans of the English figures that say it, each alone."""

    quantity: Quantity
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A word or number that says what a quantity is about.

    ``key`` is its Korean, ``hits`` are where the English has it; ``side`` is where it stands,
    "before" or "after", or for a number what it is.
    """

    key: str
    hits: tuple[Span, ...]
    weight: float
    side: str
    is_verb: bool = False


Labels = Mapping[Told, list[Label]]


@dataclass(frozen=True)
class Sentence:
    """A Korean sentence with its English; ``told`` are its quantities in order."""

    ko: str
    en: str
    told: Sequence[Told]
    matches: Sequence[Match] = ()

    @cached_property
    def bare(self) -> str:
        """The Korean with blanks where numbers stand."""
        ko = self.ko
        for one in self.told:
            start, end = one.quantity.start, one.quantity.end
            ko = ko[:start] + " " * (end - start) + ko[end:]
        return ko

    @cached_property
    def words(self) -> list[Token]:
        """The words that may tell something: no part of a number, nor the particle behind one."""
        ends = {one.quantity.end for one in self.told}
        return [
            word
            for word in tokens(self.bare)
            if not says_nothing(word) and (word.start not in ends or word.word == _EACH)
        ]

    def is_list(self, one: Told, other: Told) -> bool:
        """Say whether nothing stands between two numbers that tells them apart."""
        start, end = one.quantity.end, other.quantity.start
        listed = _LISTED.fullmatch(self.ko, start, end) is not None
        return listed or not self.bare[start:end].strip()

    def places(self, word: Token) -> tuple[Span, ...]:
        """Return where the English says ``word``."""
        return tuple(places(word, self.ko, self.en, self.matches))


def labels(sentence: Sentence, rivals: Sequence[Told]) -> Labels:
    """Return the labels of each rival, the nearest first; none that two of them share."""
    found: dict[Told, list[Label]] = {}
    borders = _borders(sentence, rivals)
    for rival, (start, end) in zip(rivals, pairwise(borders), strict=True):
        found[rival] = [
            *_words(sentence, rival.quantity, start, end),
            *_numbers(sentence, rivals, start, end),
        ]
    own = {rival: _own(rival, found) for rival in rivals}
    return {**own, **_respective_labels(sentence, rivals, own)}


def _words(sentence: Sentence, one: Quantity, start: int, end: int) -> list[Label]:
    """Return the words of text[start:end] that say what ``one`` is about."""
    own = [word for word in sentence.words if start <= word.start and word.end <= end]
    before = [word for word in own if word.end <= one.start][::-1]
    after = [word for word in own if word.start >= one.end]
    found = []
    for side, some in (("before", before[:_MOST]), ("after", after[:_MOST])):
        for rank, word in enumerate(some):
            if not (hits := sentence.places(word)):
                continue
            # What stands beyond another number is less surely about this one, and what the
            # sentence is about (은) is said of the others as well.
            first, last = sorted((word.start, one.start))
            away = rank + sum(first < two.quantity.start < last for two in sentence.told)
            away += away > 0 and word.word[-1] in "은는"
            where = word.word if word.word == _EACH else side
            verb = side == "after" and is_verb(word)
            found.append(Label(word.word[:2], hits, 1 / 2**away, where, verb))
    return found


def _numbers(sentence: Sentence, rivals: Sequence[Told], start: int, end: int) -> list[Label]:
    """Return the other numbers of text[start:end]."""
    return [
        Label(other.quantity.surface, other.places, 1.0, group(other.quantity) or "number")
        for other in sentence.told
        if other.places
        and other not in rivals
        and start <= other.quantity.start
        and other.quantity.end <= end
    ]


def _own(rival: Told, found: Labels) -> list[Label]:
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


def _borders(sentence: Sentence, rivals: Sequence[Told]) -> list[int]:
    """Return where the words of each rival begin, and the end of the text."""
    borders = [0]
    for one, other in pairwise(rival.quantity for rival in rivals):
        between = [
            word for word in sentence.words if one.end <= word.start and word.end <= other.start
        ]
        borders.append(_border(sentence.ko, one, other, between))
    return [*borders, len(sentence.ko)]


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


def respective(sentence: Sentence, rivals: Sequence[Told]) -> list[Told]:
    """Return the rivals that are listed behind 각각: 수출과 수입은 각각 7%, 3% 늘었다."""
    for found in re.finditer(_RESPECTIVELY, sentence.ko):
        behind = [one for one in rivals if one.quantity.start >= found.end()]
        run = behind[:1]
        for one, other in pairwise(behind):
            if not sentence.is_list(one, other):
                break
            run.append(other)
        if len(run) > 1:
            return run
    return []


def _respective_labels(sentence: Sentence, rivals: Sequence[Told], own: Labels) -> Labels:
    """Return the labels of what is listed behind 각각: those of the numbers or nouns before."""
    run = respective(sentence, rivals)
    if not run:
        return {}
    place = sentence.ko.rindex(_RESPECTIVELY, 0, run[0].quantity.start)
    before = [one for one in rivals if one.quantity.end <= place][-len(run) :]
    if len(before) == len(run):
        return {one: own[other] for one, other in zip(run, before, strict=True)}
    nouns = [word for word in sentence.words if word.end <= place][-len(run) :]
    joined = all(word.closes or word.word[-1] in "와과" for word in nouns[:-1])
    if len(nouns) < len(run) or not joined:
        return {one: [] for one in run}
    return {
        one: [Label(noun.word[:2], hits, 1.0, "before")] if (hits := sentence.places(noun)) else []
        for one, noun in zip(run, nouns, strict=True)
    }


def group(quantity: Quantity) -> str | None:
    """Return what the quantity could be taken for, or None for what stands alone."""
    kind, unit = quantity.kind, quantity.unit
    if quantity.value == 1 and not re.search("[0-9]", quantity.surface):
        return None  # 하루, 한
    if unit is None and isinstance(quantity.value, int) and 1900 <= quantity.value <= 2100:
        return None  # the year in a name: 2002 월드컵
    if kind in {"phone", "no-number", "ratio", "score"}:
        return None
    if kind == "number":
        return "times" if unit == "times" else "count"
    if kind in {"date", "time", "age", "duration", "percent", "percent_point"}:
        return kind
    return f"{kind} {unit}"
