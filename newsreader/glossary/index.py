"""The letters of terms, to find those that begin at a place: the matcher's index."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from newsreader.glossary.folding import Folded, fits, folded_term
from newsreader.glossary.neighbours import is_hangul
from newsreader.glossary.term import Term

#: By so many first letters it is known how long terms may be. By one more it would be known
#: better, but the starts would take twice the memory, and looking is as fast.
_START = 2
#: No term that is looked for has more letters.
_LONGEST = 100


class TermIndex:
    """Terms by their letters, in pure Python.

    It knows terms by their numbers, so that none is read that is not asked for.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        #: Letters → the number of the first term that is written so.
        self._first: dict[str, int] = {}
        #: Further entries of the same letters: homographs, and names at other times.
        self._more: dict[str, list[int]] = {}
        #: Terms of one letter.
        self._letters_alone: set[str] = set()
        #: Letters that are a term only when its parts are written apart (성 김).
        self._apart: set[str] = set()
        #: Headword → the terms whose place it took.
        self._followed: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            self._add(number, term)
        #: First two letters of longer terms → their lengths, as bits.
        self._starts = starts_of(letters for letters in self._first if len(letters) <= _LONGEST)

    def _add(self, number: int, term: Term) -> None:
        if term.successor:
            self._followed.setdefault(term.successor, []).append(number)
        for spelling in spellings(term):
            letters = spelling if is_hangul(spelling) else self._letters(spelling)
            if not letters:
                continue
            if letters == spelling:
                self._apart.discard(letters)
            if self._first.setdefault(letters, number) != number:
                more = self._more.setdefault(letters, [])
                if number not in more:
                    more.append(number)
            if len(letters) == 1:
                self._letters_alone.add(letters)

    def _letters(self, spelling: str) -> str:
        letters, shape = folded_term(spelling)
        if shape and letters not in self._first and not fits(letters, (), shape):
            self._apart.add(letters)
        return letters

    def __contains__(self, letters: str) -> bool:
        return letters in self._first

    def entries(self, letters: str) -> list[Term]:
        """Return all entries of these letters, in the order of the glossary."""
        first = self._first.get(letters)
        if first is None:
            return []
        return [self._terms[number] for number in (first, *self._more.get(letters, ()))]

    def written(self, word: str) -> list[Term]:
        """Return all entries whose letters are those of ``word``, whatever separates them."""
        return self.entries(folded_term(word)[0])

    def followed_by(self, ko: str) -> list[Term]:
        """Return the entries that name the headword ``ko`` as their successor."""
        return [self._terms[number] for number in self._followed.get(ko, ())]

    def stands_joined(self, letters: str) -> bool:
        """Say whether the letters are a term when nothing separates them."""
        return letters in self._first and letters not in self._apart

    def lengths(self, letters: str, at: int, least: int = 1) -> list[int]:
        """Return the lengths of the terms that ``letters`` has at a place, longest first.

        Those of fewer than ``least`` letters are left out.
        """
        found = lengths_at(letters, at, self._first, self._starts, least)
        if least == 1 and letters[at] in self._first:
            found.append(1)
        return found

    def lengths_joined(self, letters: str, at: int) -> list[int]:
        """Return :meth:`lengths` without the terms whose parts are only written apart."""
        found = self.lengths(letters, at)
        if self._apart:
            found = [one for one in found if letters[at : at + one] not in self._apart]
        return found

    def runs(self, folded: Folded) -> Iterator[int]:
        """Yield the runs in which a term may begin, by its first letters, in order.

        All letters of a text are gone over at once here, because most runs hold no term.
        """
        starts, terms = self._starts, self._first
        letters = folded.letters
        places = [
            at
            for at in range(len(letters) - 1)
            if (pair := letters[at : at + _START]) in terms
            or (pair in starts and lengths_at(letters, at, terms, starts))
        ]
        if self._letters_alone:
            alone = self._letters_alone
            runs = zip(folded.starts, folded.words, strict=True)
            places += [start for start, word in runs if word[0] in alone]
            places.sort()
        end = -1
        for place in places:
            if place >= end:
                run = folded.run_at(place)
                end = folded.run_end(run)
                yield run


def lengths_at(
    letters: str, at: int, words: Container[str], starts: Mapping[str, int], least: int = _START
) -> list[int]:
    """Return the lengths of the words that ``letters`` has at a place, longest first.

    Only words of two letters and more, and of at least ``least``; ``starts`` are those of
    :func:`starts_of` the words.
    """
    start = letters[at : at + _START]
    left = len(letters) - at
    found = [
        length
        for length in _bits(starts.get(start, 0))
        if least <= length <= left and letters[at : at + length] in words
    ]
    if least <= _START <= left and start in words:
        found.append(_START)
    return found


def starts_of(words: Iterable[str]) -> dict[str, int]:
    """Return the first two letters of the words that have more → their lengths, as bits."""
    starts: dict[str, int] = {}
    for word in words:
        if len(word) > _START:
            starts[word[:_START]] = starts.get(word[:_START], 0) | 1 << len(word)
    return starts


@lru_cache(maxsize=4096)
def _bits(mask: int) -> tuple[int, ...]:
    """Return the places of the bits that are set, highest first."""
    return tuple(bit for bit in range(mask.bit_length() - 1, -1, -1) if mask >> bit & 1)


def spellings(term: Term) -> tuple[str, ...]:
    """Return every way in which a term is written: headword, variants, hanja."""
    return (term.ko, *term.variants, *((term.hanja,) if term.hanja else ()))
