"""Reading one run of Hangul as words: nouns, terms, suffixes, and particles at its end.

There is no analyser here. A run is read as the cheapest row of words that covers it whole; a term
counts only where that reading has it as a word. So 이란 is not found in 것이란, 부대 not in
국방부대변인, and 사회 not in 사회자.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

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
#: Letters of a run that are read: no Korean word is longer, but hostile text may be.
MAX_RUN = 60

#: The lengths of the terms that begin at a position of a run, longest first.
Lengths = Callable[[str, int], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a run is read. ``terms`` are where its terms stand; ``last`` is where the word begins
    that ends the run, -1 where particles do.
    """

    terms: tuple[tuple[int, int], ...]
    last: int = -1


class _Path(NamedTuple):
    cost: int = 0
    #: Lengths of the words: of equally cheap rows, the one with longer first words wins.
    lengths: tuple[int, ...] = ()
    #: Which of the words are terms, by number.
    terms: tuple[int, ...] = ()
    #: The price of a noun behind this row: another noun seldom follows a suffix.
    toll: int = 0

    def plus(self, cost: int, length: int, *, term: bool = False, toll: int = 0) -> "_Path":
        terms = (*self.terms, len(self.lengths)) if term else self.terms
        return _Path(self.cost + cost, (*self.lengths, length), terms, toll)

    def beats(self, other: "_Path | None") -> bool:
        return other is None or (-self.cost, self.lengths) > (-other.cost, other.lengths)


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
        for number, length in enumerate(best.lengths):
            last = start
            start += length
            before_verb = tail and number + 1 == len(best.lengths) and is_verbal(run[start:])
            if number in best.terms and not (before_verb and self._verbless(run[last:start])):
                terms.append((last, start))
        return Reading(tuple(terms), -1 if tail or not best.lengths else last)

    def _paths(self, run: str, begin: int, joined: bool, after_digit: bool) -> list[_Path | None]:
        """Return for each position the cheapest row of words that ends there with a noun."""
        words = self._words
        nouns: list[_Path | None] = [None] * (len(run) + 1)
        starts: list[_Path | None] = [None] * (len(run) + 1)
        starts[begin] = _Path()
        if joined:
            nouns[begin] = _Path()
        elif after_digit:
            for length in _known(run, begin, words.counters, words.longest_counter):
                nouns[begin + length] = _Path().plus(_COUNTER, length)
        if run[begin] in words.prefixes and run.startswith(words.prefixable, begin + 1):
            starts[begin + 1] = _Path().plus(_PREFIX, 1)
        for at in range(begin, len(run)):
            noun, start = nouns[at], starts[at]
            if noun is not None:
                for length in _known(run, at, words.suffixes, words.longest_suffix):
                    cost = _LOOSE if run[at : at + length] in words.loose else _SUFFIX
                    if run[at - 1] in _AREAS and run[at - 1 : at + length] in words.known:
                        cost += _CROSSING
                    _relax(nouns, at + length, noun.plus(cost, length, toll=_AFTER_SUFFIX))
            for path in (noun, start):
                if path is not None:
                    self._relax_words(run, at, path, nouns, first=at == begin and not joined)
        return nouns

    def _relax_words(
        self, run: str, at: int, path: _Path, nouns: list[_Path | None], *, first: bool
    ) -> None:
        for length in self._lengths(run, at):
            if length > 1 or (first and self.closes(run, 1) and not is_verbal(run[1:])):
                cost = _WHOLE - 1 if run[at : at + length] in self._words.whole else _TERM
                _relax(nouns, at + length, path.plus(cost + path.toll, length, term=True))
        for length in self.known(run, at):
            cost = _WHOLE if run[at : at + length] in self._words.whole else _NOUN
            _relax(nouns, at + length, path.plus(cost + path.toll, length))

    def known(self, run: str, at: int) -> Iterator[int]:
        """Yield the lengths of the known words that begin at ``at``, longest first."""
        mask = self._words.known_lengths.get(run[at : at + 2], 0)
        while mask:
            length = mask.bit_length() - 1
            mask ^= 1 << length
            if at + length <= len(run) and run[at : at + length] in self._words.known:
                yield length

    def _cheapest(
        self, run: str, begin: int, paths: list[_Path | None]
    ) -> tuple[_Path | None, bool]:
        best: _Path | None = None
        with_tail = False
        for end in range(begin, len(run) + 1):
            path = paths[end]
            if path is None or not self.closes(run, end):
                continue
            tail = end < len(run)
            whole = _Path(path.cost + _PARTICLES * tail, path.lengths, path.terms)
            if whole.beats(best):
                best, with_tail = whole, tail
        return best, with_tail

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


def _relax(paths: list[_Path | None], at: int, path: _Path) -> None:
    if path.beats(paths[at]):
        paths[at] = path
