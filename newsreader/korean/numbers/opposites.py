"""Does the English say the opposite of what the Korean says of a number? 올랐다 and "fell".

``data/number_opposites.tsv`` groups the words that exclude each other: up and down, at least and at
most, early and late, from a month and from a year before. A translation is doubted only where the
Korean has one word of a group by the number and the English has another and not that one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsreader.korean import DATA
from newsreader.korean.numbers.labels import Span, Told

#: Groups that are asked for in the whole sentence, not in the number's own clause.
_OF_SENTENCE = frozenset({"base", "per"})
#: The code of a group's disagreement, where it is not ``number-differs``.
_CODES = {
    "base": "base-differs",
    "per": "base-differs",
    "rate": "base-differs",
    "part": "date-differs",
    "away": "date-differs",
    "until": "date-differs",
}
_CLAUSE = re.compile(
    r",(?![0-9])|[;:]|\b(?:and|but|while|whereas|although|when|who|which|as|with|despite|amid|"
    r"instead|because)\b",
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

    Where ``silent`` is in the Korean and not in the English, nothing follows from them.
    """

    name: str
    korean: re.Pattern[str]
    words: tuple[_Word, ...]
    silent: _Word | None


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
        if group.name in _OF_SENTENCE and (found := _opposite(group, ko, [en])):
            yield _CODES[group.name], found
    spans = [(one.quantity.start, one.quantity.end) for one in told]
    marked = _marked(ko, spans)
    named = [
        group
        for group in _groups()
        if group.name not in _OF_SENTENCE and group.korean.search(marked)
    ]
    for one, span in zip(told, spans, strict=True) if named else ():
        clause = _clause(ko, span, _KOREAN_CLAUSE)
        english = [_clause(en, place, _CLAUSE) for place in one.places]
        for group in named:
            if found := _opposite(group, clause, english):
                yield _CODES.get(group.name, "number-differs"), found


def _opposite(group: _Group, ko: str, clauses: Sequence[str]) -> str | None:
    """Return the English that is the opposite of the Korean in each of ``clauses``."""
    said = [word for word in group.words if word.korean.search(ko)]
    if len(said) != 1:
        return None
    (own,) = said
    turned = group.silent if group.silent and group.silent.korean.search(ko) else None
    wrong = None
    for en in clauses:
        if own.english.search(en) or own.also.search(en):
            return None
        if turned and not turned.english.search(en):
            return None
        others = (word.english.search(en) for word in group.words if word is not own)
        wrong = next((found for found in others if found), None)
        if wrong is None:
            return None
    return wrong and wrong.group().replace("⟨", "").replace("⟩", "").strip()


def _marked(text: str, spans: Sequence[Span]) -> str:
    """Return ``text`` with marks around each of ``spans``."""
    for start, end in reversed(spans):
        text = f"{text[:start]}⟨{text[start:end]}⟩{text[end:]}"
    return text


def _clause(text: str, span: Span, border: re.Pattern[str]) -> str:
    """Return the clause around text[start:end], with marks around that."""
    start, end = span
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begins = max((found.end() for found in border.finditer(before)), default=0)
    # A word that follows at once is the figure's own: "30 and over", "two days after".
    ends = border.search(after, 5)
    return f"{before[begins:]}⟨{text[start:end]}⟩{after[: ends.start() if ends else None]}"
