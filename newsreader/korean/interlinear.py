"""Word for word: under each written word of a sentence its short English and its grammar.

A cell is what stands between two blanks, punctuation included, so that the surfaces of a sentence's
cells are the sentence. Terms and names that are given (the glossary's matches) go before the
lexicon and may span several written words; so may constructions such as 것으로 보인다, whose words
mean nothing one by one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsreader.article import Match
from newsreader.korean import endings
from newsreader.korean.analyser import Morpheme
from newsreader.korean.headlines import resolve
from newsreader.korean.numbers.find import find
from newsreader.korean.numbers.in_english import in_english
from newsreader.korean.particles import Morpheme as Particle
from newsreader.korean.particles import describe
from newsreader.korean.reading import Part
from newsreader.korean.romanization import romanize
from newsreader.korean.word import WORD, Word, explain

_TOKEN = re.compile(r"\S+")
_HANJA = re.compile("[㐀-鿿豈-﫿]")
_DIGIT = re.compile("[0-9]")
_HANGUL = re.compile("[가-힣]+")
#: The last verb of the constructions that only say that somebody said it.
_SAY = "밝히다"
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands at text[start:end] between two blanks.

    ``gloss`` is short English, or the romanisation where nothing else is known; ``marks`` are the
    particles and endings in order ("topic", "past"); ``is_term`` says that the glossary gave the
    English.
    """

    start: int
    end: int
    surface: str
    gloss: str
    romanization: str
    marks: tuple[str, ...]
    is_term: bool = False

    @property
    def under(self) -> str:
        """Gloss and marks as they stand under the word: prosecution·topic."""
        return "·".join((self.gloss, *self.marks)) if self.gloss else "·".join(("", *self.marks))

    def to_json(self) -> dict[str, Any]:
        """Return the cell as a JSON object."""
        return {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "gloss": self.gloss,
            "romanization": self.romanization,
            "marks": list(self.marks),
            "term": self.is_term,
        }


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a cell with a meaning of its own."""

    start: int
    end: int
    gloss: str
    marks: tuple[str, ...] = ()


def interlinear(
    text: str,
    morphemes: Sequence[Morpheme] | None = None,
    matches: Sequence[Match] = (),
    on: date | None = None,
) -> list[Cell]:
    """Return the cells of one sentence in order; only blanks lie between them.

    ``morphemes`` are the analyser's for the whole ``text``, or None where there is no analyser;
    ``on`` is the day of the article, for hanja that stand for whoever was in office.
    """
    terms = _apart([_Piece(one.start, one.end, one.en) for one in matches])
    given = list(terms)
    for kind in (_numbers(text, on), _hanja(text, on), _phrases(text, morphemes)):
        pieces = [one for one in kind if not any(_overlap(one, other) for other in given)]
        given += _apart(pieces)
    return [_cell(text, start, end, terms, given, morphemes) for start, end in _spans(text, given)]


def _apart(pieces: list[_Piece]) -> list[_Piece]:
    """Return pieces of which no two overlap, the first and of these the longest."""
    kept: list[_Piece] = []
    for one in sorted(pieces, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _overlap(one: _Piece, other: _Piece) -> bool:
    return one.start < other.end and other.start < one.end


def _numbers(text: str, on: date | None) -> Iterator[_Piece]:
    for one in find(text, on):
        english = in_english(one)
        if english:
            behind = _HANGUL.match(text, one.end)
            particles = describe(behind[0], text[one.end - 1]) if behind else []
            end = behind.end() if behind and particles else one.end
            # 지난 in 지난 7월 keeps its own English.
            digit = _DIGIT.search(one.surface) if one.kind == "date" else None
            start = one.start + (digit.start() if digit else 0)
            yield _Piece(start, end, english, _marks(particles))


def _hanja(text: str, on: date | None) -> Iterator[_Piece]:
    if _HANJA.search(text):
        for one in resolve(text, on):
            yield _Piece(one.start, one.end, _short(one.sense_en))


def _phrases(text: str, morphemes: Sequence[Morpheme] | None) -> Iterator[_Piece]:
    """Yield the whole written words of constructions: 것으로 보인다 of -ㄹ 것으로 보인다."""
    for one in endings.find(text, morphemes):
        # Verbs of saying have an English of their own.
        if not one.ending.is_construction or one.ending.forms[0].endswith(_SAY):
            continue
        blank = text.rfind(" ", 0, one.start) + 1
        start = one.start if blank == one.start else text.find(" ", one.start, one.end) + 1
        if not start or not text[start : one.end].strip():
            continue
        rest = _HANGUL.match(text, one.end)
        if rest and describe(rest[0], text[one.end - 1]):
            continue  # a noun, such as 가능성이, that means what it means elsewhere
        marks: tuple[str, ...] = ()
        if rest:
            last = text.rfind(" ", start, one.end) + 1 or start
            marks = _marks(explain(text, last, rest.end(), morphemes).parts)
        yield _Piece(start, rest.end() if rest else one.end, _short(one.ending.meaning), marks)


def _spans(text: str, joined: Sequence[_Piece]) -> Iterator[tuple[int, int]]:
    """Yield where cells begin and end: what stands between blanks, joined where a piece spans."""
    start = end = -1
    for token in _TOKEN.finditer(text):
        if start >= 0 and any(one.start < end and token.start() < one.end for one in joined):
            end = token.end()
            continue
        if start >= 0:
            yield start, end
        start, end = token.span()
    if start >= 0:
        yield start, end


def _cell(
    text: str,
    start: int,
    end: int,
    terms: Sequence[_Piece],
    given: Sequence[_Piece],
    morphemes: Sequence[Morpheme] | None,
) -> Cell:
    surface = text[start:end]
    here = _Piece(start, end, "")
    inside = sorted((one for one in given if _overlap(one, here)), key=lambda one: one.start)
    pieces: list[_Piece] = []
    at = start
    for one in inside:
        pieces += _words(text, at, one.start, morphemes)
        pieces.append(_with_particles(text, one, morphemes) if one in terms else one)
        at = pieces[-1].end
    pieces += _words(text, at, end, morphemes)
    return Cell(
        start,
        end,
        surface,
        " ".join(one.gloss for one in pieces if one.gloss),
        " ".join(romanize(word) for word in surface.split()),
        tuple(mark for one in pieces for mark in one.marks),
        any(one in terms for one in inside),
    )


def _with_particles(text: str, term: _Piece, morphemes: Sequence[Morpheme] | None) -> _Piece:
    """Return a term with what is written onto it: particles, or what makes it a verb."""
    behind = _HANGUL.match(text, term.end)
    particles = describe(behind[0], text[term.end - 1]) if behind else []
    if not behind or not particles:
        return term
    start = text.rfind(" ", 0, term.end) + 1
    if "-forming suffix" in particles[0].name and start <= term.start:
        verb = explain(text, term.start, behind.end(), morphemes)
        if verb.senses and verb.lemma.endswith("다"):
            return _Piece(term.start, behind.end(), _gloss(verb), _marks(verb.parts))
    return _Piece(term.start, behind.end(), term.gloss, _marks(particles))


def _words(
    text: str, start: int, end: int, morphemes: Sequence[Morpheme] | None
) -> Iterator[_Piece]:
    for found in WORD.finditer(text, start, end):
        if not _HANGUL.search(found[0]):
            percent = text[found.end() : found.end() + 1].replace("％", "%")
            yield _Piece(*found.span(), found[0] + (percent if percent == "%" else ""))
            continue
        word = explain(text, *found.span(), morphemes)
        yield _Piece(*found.span(), _gloss(word), _marks(word.parts))


def _gloss(word: Word) -> str:
    if word.pos == "particle":
        return ""
    if not word.senses:
        return word.romanization
    return _short(word.senses[0].glosses[0])


def _short(gloss: str) -> str:
    """Return a gloss without what stands in brackets, and of several the first."""
    return _IN_BRACKETS.sub("", gloss).split(";")[0].split(", ")[0].strip() or gloss


def _marks(parts: Sequence[Part | Particle]) -> tuple[str, ...]:
    return tuple(one.mark for one in parts if one.mark)
