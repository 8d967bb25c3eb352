"""Do the numbers of a translation keep their roles? 수출은 7.1%, 수입은 3.4% and which is which.

English lists keep label and number together, so what is first among the labels of two rivals is
first among their numbers: where the labels stand in one order and the numbers in the other, the
numbers have changed places. Where only one label is known, it must not stand by the rival's number.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsreader.korean.numbers.labels import (
    Label,
    Labels,
    Sentence,
    Span,
    Told,
    group,
    labels,
    respective,
)
from newsreader.korean.numbers.quantity import Quantity

_CLAUSE = re.compile(
    r"[,;:]|\b(?:and|but|while|whereas|although|after|before|when|who|which)\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+")
# Before a number that says by how much: 1년 전보다 19만 명. It is about what the total is about.
_COMPARED = re.compile(r"(?:보다|대비|비해|比)\s(?:약\s)?$")
_CODA_N = 4
# What is behind a time, and before it in English.
_SIDES = {
    "until": (
        re.compile(r"\s?까지"),
        re.compile(r"\b(?:by|until|till|through|to|before)\s(?:the\s)?$", re.IGNORECASE),
    ),
    "since": (
        re.compile(r"\s?(?:부터|대비|이후)"),
        re.compile(r"\b(?:from|since|after|starting|with|than)\s(?:the\s)?$", re.IGNORECASE),
    ),
}
# What stands between a number and the one that it becomes, and behind that one.
_BECOMES = re.compile(r"(?:에서|을|를|이던 것을|이던 것이)\s(?:[가-힣]{1,8}\s)?")
_INTO = re.compile(r"으?로")
# What stands between two numbers that tell each other by their size: 30명 이상 100명 미만.
_SCALE = re.compile(r"\s?(?:이상|초과)[,~]?\s?|\s만점(?:에|에서)\s")
#: By how many words a label that stands alone may be away from a number.
_CLOSE = 3
_FAR = 1000
#: Labels whose weights multiply to less say too little by their order.
_STRONG = 0.5


def exchanged(sentence: Sentence) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield two rivals whose English stands by each other's labels."""
    groups: dict[str, list[Told]] = {}
    for one in sentence.told:
        if one.places and (name := group(one.quantity)):
            groups.setdefault(name, []).append(one)
    for rivals in groups.values():
        if len(rivals) > 1:
            yield from _exchanged(sentence, rivals)


def _exchanged(sentence: Sentence, rivals: Sequence[Told]) -> Iterator[tuple[Quantity, Quantity]]:
    known = labels(sentence, rivals)
    listed = respective(sentence, rivals)
    for one, other in combinations(rivals, 2):
        if (one in listed) != (other in listed) or _SCALE.fullmatch(
            sentence.ko, one.quantity.end, other.quantity.start
        ):
            continue
        if one not in listed and (
            sentence.is_list(one, other) or changes(sentence.ko, one.quantity, other.quantity)
        ):
            continue
        turned = _by_particles(sentence, one, other)
        if turned is None:
            turned = _crossed(sentence, one, other, rivals, known)
        if turned:
            yield one.quantity, other.quantity


def changes(ko: str, one: Quantity, other: Quantity) -> bool:
    """Say whether one becomes the other: 300명에서 450명으로, 4차로를 6차로로."""
    between = _BECOMES.fullmatch(ko, one.end, other.start)
    return between is not None and _INTO.match(ko, other.end) is not None


def _is_difference(ko: str, quantity: Quantity, rivals: Sequence[Told]) -> bool:
    """Say whether the number tells by how much: 1년 전보다 19만 명, 3.2원 내린 1,428.8원."""
    if _COMPARED.search(ko[: quantity.start]):
        return True
    following = [ko[quantity.end : one.quantity.start].split() for one in rivals]
    return any(len(words) == 1 and _is_adnominal(words[0]) for words in following)


def _is_adnominal(word: str) -> bool:
    """Say whether a verb's form stands before a noun: 오른, 늘어난, 긴."""
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - ord("가")) % 28 == _CODA_N


def _by_particles(sentence: Sentence, one: Told, other: Told) -> bool | None:
    """Compare 2030년까지 and 2018년 대비 with "by" and "from"; None where these do not tell."""
    sides = []
    for told in (one, other):
        behind = sentence.ko[told.quantity.end : told.quantity.end + 4]
        sides.append(next((side for side, (ko_, _) in _SIDES.items() if ko_.match(behind)), None))
    if None in sides or sides[0] == sides[1]:
        return None
    said = [
        {
            side
            for side, (_, words) in _SIDES.items()
            for start, _ in told.places
            if words.search(sentence.en[max(0, start - 16) : start])
        }
        for told in (one, other)
    ]
    return said[0] == {sides[1]} and said[1] == {sides[0]}


def _crossed(
    sentence: Sentence, one: Told, other: Told, rivals: Sequence[Told], known: Labels
) -> bool:
    if one.quantity.value == other.quantity.value or {*one.places} & {*other.places}:
        return False
    own, its = known[one], known[other]
    if any(_is_difference(sentence.ko, told.quantity, rivals) for told in (one, other)):
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
        _is_taken(sentence.en, label, mine.places, rival.places)
        for some, mine, rival in ((own, one, other), (its, other, one))
        for label in some
        if label.weight == max(each.weight for each in some)
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


def _is_taken(en: str, label: Label, mine: Sequence[Span], its: Sequence[Span]) -> bool | None:
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
