"""Does the English say the opposite of what the Korean says of a number? 올랐다 and "fell".

``data/number_opposites.tsv`` groups the words that exclude each other: up and down, at least and at
most, early and late, from a month and from a year before. A translation is doubted only where the
Korean has one word of a group by the number and the English has another and not that one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newsreader.korean import DATA
from newsreader.korean.numbers.labels import Span, Told

#: Groups that are asked for in the whole sentence, not in the number's own clause.
_OF_SENTENCE = frozenset({"base", "per"})
#: Groups whose words are said at the end of a list for all numbers in it.
_OF_LIST = frozenset({"change", "net", "vote"})
_LISTED = re.compile(r"\s?(?:씩)?[,·]|[와과]\s")
#: The code of a group's disagreement, where it is not ``number-differs``.
_CODES = {
    "base": "base-differs",
    "per": "base-differs",
    "rate": "base-differs",
    "part": "date-differs",
    "away": "date-differs",
    "until": "date-differs",
}
# "30 and over", "two days after": words that follow a figure at once are its own.
_CLAUSE = re.compile(
    r",(?![0-9])|[;:]|\b(?:but|while|whereas|although|when|who|which|as|with|despite|amid|instead|"
    r"because|and(?!\s(?:over|older|above|more|higher|up|under|younger|below|less|fewer)\b)|"
    r"(?<!^\s)(?:before|after)(?!\s(?:the\s)?$))\b",
    re.IGNORECASE,
)
_KOREAN_CLAUSE = re.compile(r",(?![0-9])|(?:[고며]|지만|는데|으나|면서|반면)\s")
#: How far around a figure its clause is looked through, in characters.
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Word:
    name: str
    korean: re.Pattern[str]
    english: re.Pattern[str]
    also: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Group:
    """Words that exclude each other.

    Where ``silent`` is in only one of Korean and English, nothing follows from them.
    """

    name: str
    korean: re.Pattern[str]
    words: tuple[_Word, ...]
    silent: _Word | None


@dataclass(frozen=True, slots=True)
class _Claim:
    """The word of a group that the Korean has, and whether its sense is turned round there."""

    group: _Group
    own: _Word
    turned: bool

    def contradicted(self, clauses: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the group's code and the English, if each clause has another word of the group."""
        wrong = None
        for en in clauses:
            if self.own.english.search(en) or self.own.also.search(en):
                return
            if self.group.silent and self.turned != _has(self.group.silent.english, en):
                return
            others = (word.english.search(en) for word in self.group.words if word is not self.own)
            wrong = next((found for found in others if found), None)
            if wrong is None:
                return
        if wrong:
            words = wrong.group().replace("⟨", "").replace("⟩", "").strip()
            yield _CODES.get(self.group.name, "number-differs"), words


@cache
def _groups() -> tuple[_Group, ...]:
    words: dict[str, list[_Word]] = {}
    silent: dict[str, _Word] = {}
    for line in (DATA / "number_opposites.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        group, name, korean, *english = line.split("\t")
        said, also = (re.compile("(?!)" if one == "-" else one, re.IGNORECASE) for one in english)
        word = _Word(name, re.compile(korean), said, also)
        if name == "-":
            silent[group] = word
        else:
            words.setdefault(group, []).append(word)
    return tuple(
        _Group(name, _any_of(some), tuple(some), silent.get(name)) for name, some in words.items()
    )


def _any_of(words: Sequence[_Word]) -> re.Pattern[str]:
    return re.compile("|".join(word.korean.pattern for word in words))


def opposites(ko: str, en: str, told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Yield (code, English words) where the English says the opposite of the Korean.

    ``told`` is where the English says each quantity.
    """
    for group in _groups():
        if group.name in _OF_SENTENCE and (claim := _claim(group, ko)):
            yield from claim.contradicted([en])
    named = _named(_marked(ko, [(one.quantity.start, one.quantity.end) for one in told]))
    for index, one in enumerate(told) if named else ():
        listed = told[_last_of_list(ko, told, index)]
        mine, last = (_korean_clause(ko, quantity) for quantity in (one, listed))
        claims = [
            claim
            for group in named
            if (claim := _claim(group, last if _is_of_list(group, mine) else mine))
        ]
        english = [_clause(en, place, _CLAUSE) for place in one.places] if claims else []
        for claim in claims:
            yield from claim.contradicted(english)


def _named(ko: str) -> list[_Group]:
    """Return the groups of which the marked sentence has a word, for its numbers' own clauses."""
    return [
        group for group in _groups() if group.name not in _OF_SENTENCE and group.korean.search(ko)
    ]


def _is_of_list(group: _Group, mine: str) -> bool:
    """Say whether a number's word may stand behind its list: it has none in its own clause."""
    return group.name in _OF_LIST and not _has(group.korean, mine)


def _last_of_list(ko: str, told: Sequence[Told], index: int) -> int:
    """Return the last number of a list, whose verb is that of all: 수출은 7%, 수입은 3% 늘었다."""
    for last, other in pairwise(one.quantity for one in told[index:]):
        if last.unit != other.unit or not _LISTED.match(ko, last.end):
            break
        index += 1
    return index


def _claim(group: _Group, ko: str) -> _Claim | None:
    """Return what the Korean says, if it has one word of the group and no more."""
    said = [word for word in group.words if word.korean.search(ko)]
    if len(said) != 1:
        return None
    turned = group.silent is not None and _has(group.silent.korean, ko)
    return _Claim(group, said[0], turned)


def _has(word: re.Pattern[str], text: str) -> bool:
    return word.search(text) is not None


def _marked(text: str, spans: Sequence[Span]) -> str:
    """Return ``text`` with marks around each of ``spans``."""
    for start, end in reversed(spans):
        text = f"{text[:start]}⟨{text[start:end]}⟩{text[end:]}"
    return text


def _korean_clause(ko: str, one: Told) -> str:
    return _clause(ko, (one.quantity.start, one.quantity.end), _KOREAN_CLAUSE)


def _clause(text: str, span: Span, border: re.Pattern[str]) -> str:
    """Return the clause around text[start:end], with marks around that."""
    start, end = span
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begins = max((found.end() for found in border.finditer(before)), default=0)
    ends = border.search(after)
    return f"{before[begins:]}⟨{text[start:end]}⟩{after[: ends.start() if ends else None]}"
