"""Reading one run of Hangul as words: nouns, terms, suffixes, and particles at its end.

There is no analyser here. A run is read as the cheapest row of words that covers it whole; a term
counts only where that reading has it as a word. So 이란 is not found in 것이란, 부대 not in
국방부대변인, and 사회 not in 사회자.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsreader.glossary.index import lengths_at
from newsreader.glossary.words import Words
from newsreader.korean.particles import is_particle_chain, is_verbal

# The prices of words. A term is a little cheaper than another noun, so that it wins where both
# fit, and a word of its own (사회자) is cheaper than either. A noun with a suffix costs less than
# two nouns, so that 사회 + 자 + 가 is read, not 사회 + 자가; with what is only written on to nouns
# (앞, 밖, 상) it costs more.
_TERM = 76
_NOUN = 77
_WHOLE = 50
_SUFFIX = 74
_LOOSE = 85
_AFTER_SUFFIX = 30
_CROSSING = 40
_PREFIX = 60
_COUNTER = 40
_PARTICLES = 1

#: What ends in these may end before them as well: 광주시청 is 광주 and 시청, not 광주시 and 청.
_AREAS = frozenset("시군구도대")
#: A term of so many letters is known for itself beside a word that is not.
_LONG = 3
#: Letters of what makes another thing of a noun (나무), and of nouns for persons (종업원).
_LONGEST_OPAQUE = 2
_LONGEST_PERSON = 4
#: Letters of a run that are read: no Korean word is longer, but hostile text may be.
MAX_RUN = 60

#: A row of words: its price, its words, and the price of a noun behind it (another noun seldom
#: follows a suffix). A word of n letters is -2n, a term is -2n - 1; so the lesser of two rows is
#: the cheaper one, and of equally cheap ones that with the longer first words.
_Path = tuple[int, tuple[int, ...], int]

#: The lengths of the terms that begin at a position of a run, longest first.
Lengths = Callable[[str, int], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a run is read. ``terms`` are where its terms stand; ``last`` is where the word begins
    that ends the run, -1 where particles do.
    """

    terms: tuple[tuple[int, int], ...]
    last: int = -1


class Segmenter:
    """Reads runs against the terms that ``lengths`` finds and the other words it is given.

    ``verbless`` says of a term's letters that 하다 and 되다 behind it make another word, and
    ``is_body`` that it is an institution or a title.
    """

    def __init__(
        self,
        words: Words,
        lengths: Lengths,
        verbless: Callable[[str], bool],
        is_body: Callable[[str], bool],
    ) -> None:
        self._words = words
        self._lengths = lengths
        self._verbless = verbless
        self._is_body = is_body

    def read(
        self, run: str, begin: int = 0, *, joined: bool = False, after_digit: bool = False
    ) -> Reading | None:
        """Return the cheapest reading of ``run[begin:]``, None where there is none.

        ``joined`` says that a noun may end where the reading begins (a Latin word, a bracket);
        behind the letters before ``begin`` that is always so. ``after_digit`` says that a numeral
        stands before the run.
        """
        run = run[:MAX_RUN]
        if begin >= len(run):
            return Reading(())
        joined = joined or begin > 0
        paths = self._paths(run, begin, joined, after_digit)
        best, tail = self._cheapest(run, begin, paths)
        if best is None:
            return self._stump(run, begin)
        if begin == 0 and self._is_verb(run):
            return Reading(())
        terms: list[tuple[int, int]] = []
        start = last = begin
        for number, word in enumerate(best, 1):
            last = start
            start += _length(word)
            before_verb = tail and number == len(best) and is_verbal(run[start:])
            if word & 1 and not (before_verb and self._verbless(run[last:start])):
                terms.append((last, start))
        return Reading(tuple(terms), -1 if tail or not best else last)

    def _paths(self, run: str, begin: int, joined: bool, after_digit: bool) -> list[_Path | None]:
        """Return for each position the cheapest row of words that ends there with a noun."""
        words = self._words
        nouns, openings = self._beginnings(run, begin, joined, after_digit)
        for at in range(begin, len(run)):
            noun, path = nouns[at], openings.get(at)
            if noun is not None:
                cost, row, toll = noun
                for length in _known(run, at, words.opaque, _LONGEST_OPAQUE) if row else ():
                    whole = _length(row[-1]) + length
                    _relax(nouns, at + length, (cost, (*row[:-1], -2 * whole), 0))
                for length in _known(run, at, words.suffixes, words.longest_suffix):
                    price = cost + self._suffix(run, at, length)
                    _relax(nouns, at + length, (price, (*row, -2 * length), _AFTER_SUFFIX))
                behind = (cost + toll, row, 0)
                path = behind if path is None else min(path, behind)
            if path is not None:
                cost, row, _ = path
                for price, word in self._words_at(run, at, first=at == begin and not joined):
                    _relax(nouns, at + _length(word), (cost + price, (*row, word), 0))
        return nouns

    def _beginnings(
        self, run: str, begin: int, joined: bool, after_digit: bool
    ) -> tuple[list[_Path | None], dict[int, _Path]]:
        """Return what stands before the first word: where a noun ends, and where one may begin."""
        words = self._words
        nouns: list[_Path | None] = [None] * (len(run) + 1)
        openings: dict[int, _Path] = {begin: (0, (), 0)}
        first = run[begin]
        if joined:
            nouns[begin] = openings[begin]
        elif after_digit:
            for length in _known(run, begin, words.counters, words.longest_counter):
                nouns[begin + length] = (_COUNTER, (-2 * length,), 0)
        if first in words.prefixes and run.startswith(words.prefixable, begin + 1):
            openings[begin + 1] = (_PREFIX, (-2,), 0)
        if first in words.genders:
            for length in _known(run, begin + 1, words.persons, _LONGEST_PERSON):
                _relax(nouns, begin + 1 + length, (_PREFIX + _NOUN, (-2, -2 * length), 0))
        return nouns, openings

    def _suffix(self, run: str, at: int, length: int) -> int:
        """Return the price of a suffix."""
        cost = _LOOSE if run[at : at + length] in self._words.loose else _SUFFIX
        if run[at - 1] in _AREAS and run[at - 1 : at + length] in self._words.known:
            cost += _CROSSING
        return cost

    def _words_at(self, run: str, at: int, *, first: bool) -> Iterator[tuple[int, int]]:
        """Yield the terms and the other words that begin at a place, with their prices."""
        whole = self._words.whole
        for length in self._lengths(run, at):
            if length > 1 or (first and self.closes(run, 1) and not is_verbal(run[1:])):
                cost = _WHOLE - 1 if run[at : at + length] in whole else _TERM
                yield cost, -2 * length - 1
        for length in self.known(run, at):
            yield _WHOLE if run[at : at + length] in whole else _NOUN, -2 * length

    def known(self, run: str, at: int) -> list[int]:
        """Return the lengths of the known words that begin at a place, longest first."""
        words = self._words
        if at == len(run) - 1:
            return [1] if run[at] in words.known else []
        return lengths_at(run, at, words.known, words.starts)

    def _cheapest(
        self, run: str, begin: int, paths: list[_Path | None]
    ) -> tuple[tuple[int, ...] | None, bool]:
        """Return the words of the cheapest row, and whether particles stand behind it."""
        best: tuple[int, tuple[int, ...]] | None = None
        with_tail = False
        for end in range(begin, len(run) + 1):
            path = paths[end]
            if path is None:
                continue
            tail = end < len(run)
            whole = (path[0] + _PARTICLES * tail, path[1])
            if (best is None or whole < best) and self.closes(run, end):
                best, with_tail = whole, tail
        return (best[1] if best else None), with_tail

    def closes(self, run: str, end: int) -> bool:
        """Say whether a noun that ends at ``end`` may end the run, or particles do behind it."""
        rest = run[end:]
        return not rest or is_particle_chain(rest, run[end - 1 : end])

    def _stump(self, run: str, begin: int) -> Reading | None:
        """Return a long term that begins or ends the run, where the rest is at least a word long.

        Behind an unknown word only bodies and titles are taken: 경찰서 in 으뜸볕경찰서.
        """
        if begin:
            return None
        for length in self._lengths(run, 0):
            if (
                length >= _LONG
                and len(run) - length >= 2
                and run[: length + 1] not in self._words.whole
            ):
                return Reading(((0, length),))
        for at in range(2, len(run) - _LONG + 1):
            for length in self._lengths(run, at):
                word = run[at : at + length]
                if length >= _LONG and self._is_body(word) and self.closes(run, at + length):
                    return Reading(((at, at + length),))
        return None

    def _is_verb(self, run: str) -> bool:
        return any(
            run.startswith(stem) and run[len(stem) :] in self._words.endings
            for stem in self._words.stems
        )


def _known(run: str, at: int, words: frozenset[str], longest: int) -> Iterator[int]:
    for length in range(1, min(longest, len(run) - at) + 1):
        if run[at : at + length] in words:
            yield length


def _length(word: int) -> int:
    return -word >> 1


def _relax(paths: list[_Path | None], at: int, path: _Path) -> None:
    known = paths[at]
    if known is None or path < known:
        paths[at] = path
