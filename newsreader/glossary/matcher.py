"""Finding terms in Korean text: the longest that stand there as words of their own."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from newsreader.article import Match
from newsreader.glossary.folding import Folded, fits, fold, folded_term
from newsreader.glossary.index import TermIndex, spellings
from newsreader.glossary.meaning import NO_CONTEXT, Context, by_part_of_speech, choose
from newsreader.glossary.neighbours import (
    before_number,
    behind_nouns,
    behind_unit,
    in_series,
    is_hangul,
    stands_joined,
    word_at,
)
from newsreader.glossary.segmentation import Reading, Segmenter
from newsreader.glossary.term import Term
from newsreader.glossary.words import words
from newsreader.korean.particles import is_particle_chain

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme

#: Readings of runs that are kept: news repeats its words.
_CACHE = 50_000

# Kinds whose words take no 하다 or 되다; where they seem to, it is another word (수상하다).
_VERBLESS_KINDS = frozenset({"person", "title", "organisation", "place"})
_BODIES = frozenset({"title", "organisation"})
# Behind a number with its unit these bound the number: "2도 이상 기후" has no 이상기후.
_BOUNDS = ("이상", "이하", "이내", "이전", "이후", "미만", "초과", "안팎")
#: Behind a blank a shorter tail of a name is a noun of its own: 한국 은행, but not 한국 과학기술원.
_SURE_TAIL = 4
#: What stands for a run that was not read yet.
_UNREAD = Reading((), -2)
#: Letters of a noun of one syllable with 도.
_WITH_TOO = 2
_CLOSED_BY_L = range(8, 11172, 28)

_Span = tuple[int, int]


class Matcher:
    """Finds terms by an index of their letters."""

    def __init__(self, terms: TermIndex | Iterable[Term]) -> None:
        self._terms = terms if isinstance(terms, TermIndex) else TermIndex(tuple(terms))
        self._words = words()
        self._readings: dict[tuple[str, bool, bool], Reading | None] = {}
        self._segmenter = Segmenter(
            self._words, self._terms.lengths_joined, self._is_verbless, self._is_body
        )

    def find(
        self, text: str, *, on: date | None = None, context: Context = NO_CONTEXT
    ) -> list[Match]:
        """Return the terms in ``text`` in order; no two overlap.

        ``on`` is the article's date: what a thing was called then is what is given. ``context`` is
        the article that ``text`` stands in, for words of several meanings. Offsets are into the
        NFC form of ``text``.
        """
        text = unicodedata.normalize("NFC", text)
        folded = fold(text)
        spans = (
            (folded.place(start), folded.place(end - 1) + 1, folded.letters[start:end])
            for start, end in self._spans(text, folded)
        )
        return list(self._matches(text, spans, context, on))

    def refine(
        self,
        text: str,
        matches: Sequence[Match],
        morphemes: "Sequence[Morpheme]",
        *,
        on: date | None = None,
        context: Context = NO_CONTEXT,
    ) -> list[Match]:
        """Return ``matches`` as the analyser's ``morphemes`` show them, in order.

        Added are terms behind a word that is not known here: 경찰서 in 새별경찰서. What was found
        without the analyser stays, because its borders are wrong more often than ours; but where
        it says that a word is no noun there is no term, and of several meanings its part of speech
        chooses.
        """
        text = unicodedata.normalize("NFC", text)
        taken = {place for match in matches for place in range(match.start, match.end)}
        found: list[tuple[int, int, str]] = []
        for start, end in behind_nouns(morphemes):
            letters = text[start:end]
            if (
                self._terms.stands_joined(letters)
                and taken.isdisjoint(range(start, end))
                and not is_particle_chain(letters, text[start - 1 : start])
            ):
                found.append((start, end, letters))
                taken.update(range(start, end))
        more = self._matches(text, found, context, on)
        judged = (self._judged(text, match, morphemes, on) for match in matches)
        return sorted((*filter(None, judged), *more), key=lambda match: match.start)

    def _judged(
        self, text: str, match: Match, morphemes: "Sequence[Morpheme]", on: date | None
    ) -> Match | None:
        """Return a match as the part of speech of its word has it; None: there is no term."""
        letters = fold(text[match.start : match.end]).letters
        entries = self._terms.entries(letters)
        chosen = next((one for one in entries if (one.ko, one.en) == (match.term, match.en)), None)
        if chosen is None:
            return match
        meant = by_part_of_speech(entries, chosen, (match.start, match.end), morphemes, on)
        if meant is None:
            return None
        term, sure = meant
        if term is chosen:
            return match if sure or match.unsure else replace(match, unsure=True)
        return replace(match, term=term.ko, en=term.en, status=term.status_on(on), unsure=not sure)

    def _matches(
        self, text: str, spans: Iterable[tuple[int, int, str]], context: Context, on: date | None
    ) -> Iterator[Match]:
        for start, end, letters in spans:
            chosen = self._choose(text, (start, end), letters, context, on)
            if chosen is not None:
                term, sure = chosen
                yield Match(start, end, term.ko, term.en, term.status_on(on), unsure=not sure)

    def alternatives(self, text: str, match: Match, *, on: date | None = None) -> list[Match]:
        """Return what else could be meant by ``match``: other entries of the same word, then the
        shorter terms that begin or end it, longest first.
        """
        text = unicodedata.normalize("NFC", text)
        folded = fold(text[match.start : match.end])
        letters = folded.letters
        size = len(letters)
        spans = {(0, end) for end in range(2, size)} | {(start, size) for start in range(size - 1)}
        found: list[Match] = []
        for start, end in sorted(spans | {(0, size)}, key=lambda span: (span[0] - span[1], span)):
            if letters[start:end] not in self._terms:
                continue
            place = match.start + folded.place(start)
            last = match.start + folded.place(end - 1)
            for term in self._terms.entries(letters[start:end]):
                one = Match(place, last + 1, term.ko, term.en, term.status_on(on))
                same = (one.start, one.end, one.term, one.en)
                if same != (match.start, match.end, match.term, match.en) and one not in found:
                    found.append(one)
        return found

    # Spans are positions in the folded letters.

    def _spans(self, text: str, folded: Folded) -> Iterator[_Span]:
        done = -1
        for run in self._terms.runs(folded):
            if run <= done:
                continue
            begin = folded.starts[run]
            end = self._across(folded, run, begin)
            spans = [(begin, end)] if end is not None else self._within(text, folded, run)
            yield from spans
            if spans and (end is not None or spans[-1][1] > folded.run_end(run)):
                end = spans[-1][1]
                done = folded.run_at(end - 1)
                yield from self._rest(folded, done, end)

    def _within(self, text: str, folded: Folded, run: int) -> list[_Span]:
        """Return the terms in a run of Hangul; the last of them may go on behind the run."""
        begin = folded.starts[run]
        if not is_hangul(folded.letters[begin]):
            return []
        reading = self._read(text, folded, run)
        if reading is None:
            return []
        spans = [(begin + start, begin + end) for start, end in reading.terms]
        last = begin + reading.last
        if last > begin and (end := self._across(folded, run, last)) is not None:
            return [*(span for span in spans if span[0] < last), (last, end)]
        return spans

    def _rest(self, folded: Folded, run: int, end: int) -> Iterator[_Span]:
        begin = folded.starts[run]
        reading = self._segmenter.read(folded.letters[begin : folded.run_end(run)], end - begin)
        for start, stop in reading.terms if reading else ():
            yield begin + start, begin + stop

    def _read(self, text: str, folded: Folded, run: int) -> Reading | None:
        word = folded.words[run]
        joined, after_digit = stands_joined(text, folded, run)
        key = (word, joined, after_digit)
        reading = self._readings.get(key, _UNREAD)
        if reading is _UNREAD:
            reading = self._segmenter.read(word, joined=joined, after_digit=after_digit)
            if len(self._readings) >= _CACHE:
                self._readings.clear()
            self._readings[key] = reading
        if self._is_one_of_pair(folded, run, word):
            return Reading(((0, 1),))
        if reading is None or not reading.terms:
            return reading
        if self._means_another(folded, run, word):
            return None
        if before_number(folded, run):
            kept = tuple(span for span in reading.terms if span[1] < len(word))
            return Reading(kept, reading.last)
        return reading

    def _across(self, folded: Folded, run: int, begin: int) -> int | None:
        """Return the end of the longest term that begins at ``begin`` and is more than one run of
        Hangul, or is no Hangul.
        """
        letters = folded.letters
        rest = folded.run_end(run) - begin
        least = rest + 1 if is_hangul(letters[begin]) else rest
        for length in self._terms.lengths(letters, begin, least):
            end = begin + length
            if self._fits(folded, run, begin, end, letters[begin:end]):
                return end
        return None

    def _fits(self, folded: Folded, run: int, begin: int, end: int, key: str) -> bool:
        shape = folded.shape(begin, end)
        blanks = [at for at, gap in shape if gap in " '"]
        if blanks and (
            (key in self._words.names and len(key) - blanks[-1] < _SURE_TAIL)
            or (key.startswith(_BOUNDS) and behind_unit(folded, run))
        ):
            return False
        written = (
            one for term in self._terms.entries(key) for one in map(folded_term, spellings(term))
        )
        if not any(letters == key and fits(key, shape, own) for letters, own in written):
            return False
        last = folded.run_at(end - 1)
        if in_series(folded, run, last, begin, end):
            return False
        run_end = folded.run_end(last)
        if end == run_end:
            return not before_number(folded, last)
        start = folded.starts[last]
        if not is_hangul(folded.letters[end]):
            return False
        word = folded.letters[start:run_end]
        if end - start == 1 and start > begin:
            # One letter is a word only before particles: "중 일부" has no 중일.
            return self._segmenter.closes(word, 1)
        if not self._segmenter.closes(word, end - start) and any(
            length > end - start
            for lengths in (self._terms.lengths_joined(word, 0), self._segmenter.known(word, 0))
            for length in lengths
        ):
            # The writer's blanks decide: "대북 제재위원회" is not 대북제재 and 위원회.
            return False
        return self._segmenter.read(word, end - start) is not None

    def _choose(
        self, text: str, span: _Span, letters: str, context: Context, on: date | None
    ) -> tuple[Term, bool] | None:
        entries: Sequence[Term] = self._terms.entries(letters)
        if len(letters) == 1:
            letter = text[span[0]]
            entries = [one for one in entries if letter in (one.ko, *one.variants, one.hanja)]
        return choose(entries, text, span, context, on) if entries else None

    def _means_another(self, folded: Folded, run: int, word: str) -> bool:
        """Say whether the words beside it give a run another meaning than the terms have."""
        before = word_at(folded, run - 1)
        after = word_at(folded, run + 1)
        for size in self._words.beside_lengths:
            others = self._words.beside.get(word[:size])
            if others and (before in others or after in others):
                return True
        if before.endswith(self._words.behind.get(word, ())):
            return True
        if word == "수도" and after.startswith(("있", "없")) and before:
            # "갈 수도 있다": the bound noun 수 behind a verb in -ㄹ.
            return (ord(before[-1]) - 0xAC00) in _CLOSED_BY_L
        return self._has_too(word, before, after)

    def _has_too(self, word: str, before: str, after: str) -> bool:
        """Say whether a word is one letter and 도, beside another noun with 도: 차도 사람도.

        A neighbour that is a term itself is no such noun (강원도 경기도).
        """
        if len(word) != _WITH_TOO or word[1] != "도" or before in self._terms:
            return False
        return after not in self._terms and (before.endswith("도") or after.endswith("도"))

    def _is_one_of_pair(self, folded: Folded, run: int, word: str) -> bool:
        """Say whether a term of one letter stands with 도 beside a noun with 도: 검도 경도."""
        return word[0] in self._terms and self._has_too(
            word, word_at(folded, run - 1), word_at(folded, run + 1)
        )

    def _is_body(self, letters: str) -> bool:
        return any(term.kind in _BODIES for term in self._terms.entries(letters))

    def _is_verbless(self, letters: str) -> bool:
        return letters in self._words.verbless or all(
            term.kind in _VERBLESS_KINDS for term in self._terms.entries(letters)
        )
