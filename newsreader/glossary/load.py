"""The glossary: its files, looking up a headword, and what was right on a date."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Self

from newsreader.article import Match
from newsreader.glossary.format import Problem, cleaned_lines, read_text
from newsreader.glossary.holders import Holder, holder
from newsreader.glossary.index import TermIndex
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term, When, first_day, nearest
from newsreader.glossary.terms import Terms, terms_in

_SEPARATOR = re.compile(r"[\s·ㆍ‧・-]+")

_DATA = Path(__file__).parent / "data"

#: Longest chain of successors that is followed: no office was renamed more often.
_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a headword on a date.

    ``term`` is the entry nearest to the date and ``status`` says how it stands. ``then`` is what
    the thing was called on the date (the term itself when it is current; None where that is not
    known); ``now`` is the last of its successors. ``before`` are its predecessors, oldest first.
    ``holder`` is who held the office that the term names on the date.
    """

    term: Term
    status: When
    then: Term | None
    now: Term | None
    before: tuple[Term, ...] = ()
    holder: Holder | None = None


class Glossary:
    """Terms in layers: what stands first wins over what stands later."""

    def __init__(
        self,
        terms: Iterable[Term],
        problems: Sequence[Problem] = (),
        own: Collection[tuple[str, str]] = (),
    ) -> None:
        self.terms = terms if isinstance(terms, Terms) else Terms(terms)
        #: Korean and English of the terms that were laid over others.
        self._own = own
        #: What was wrong in the files; the lines it speaks of gave no term.
        self.problems: tuple[Problem, ...] = tuple(problems)

    @classmethod
    @cache
    def embedded(cls) -> Self:
        """Return the glossary that comes with newsreader, the same one at every call."""
        return cls._joined(_embedded(path) for path in embedded_files())

    @classmethod
    def from_files(cls, paths: Iterable[Path]) -> Self:
        """Read files in the text format; the first file wins over the later ones.

        Raises UsageError when a file cannot be read at all; a wrong line goes to ``problems``.
        """
        return cls._joined(terms_in(cleaned_lines(read_text(path)), path.name) for path in paths)

    @classmethod
    def _joined(cls, files: Iterable[tuple[Terms, list[Problem]]]) -> Self:
        terms = Terms()
        problems: list[Problem] = []
        for own, wrong in files:
            terms.extend(own)
            problems += wrong
        return cls(terms, problems)

    def over(self, other: "Glossary") -> "Glossary":
        """Return one glossary in which this one's entries win over ``other``'s.

        A word that this one has without conditions has none of ``other``'s meanings by cues.
        """
        plain = {term.ko for term in self.terms if not term.cues}
        terms = Terms()
        terms.extend(self.terms)
        terms.extend(
            other.terms,
            (
                number
                for number, term in enumerate(other.terms)
                if not (term.cues and term.ko in plain)
            ),
        )
        own = {(term.ko, term.en) for term in self.terms}.union(other._own)
        return Glossary(terms, (*self.problems, *other.problems), own)

    def is_own(self, term: Term) -> bool:
        """Say whether the reader's own glossary has ``term``: it was laid over another."""
        return (term.ko, term.en) in self._own

    def __len__(self) -> int:
        return len(self.terms)

    @cached_property
    def index(self) -> TermIndex:
        """The terms by their letters. It takes some 7 µs a term to build."""
        return TermIndex(self.terms)

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher of all terms."""
        return Matcher(self.index)

    def find(self, ko: str) -> tuple[Term, ...]:
        """Return all entries with this headword or variant: headwords first, the reader's first.

        A word that is none is found by its letters, because writers put blanks and middots as they
        like (산업부장관, 산업부 장관).
        """
        entries = self.index.written(ko)
        if known := _named(entries, ko):
            return known
        letters = _letters(ko)
        joined, apart = _named(entries, letters), _named(entries, letters, _letters)
        return tuple(dict.fromkeys((*joined, *apart)))

    def _entries(self, word: str) -> tuple[Term, ...]:
        return _named(self.index.written(word), word)

    def entry(self, match: Match) -> Term | None:
        """Return the entry that a match was made from: of its word, the one with its English."""
        return next((term for term in self.find(match.term) if term.en == match.en), None)

    def as_of(self, ko: str, on: date) -> Standing | None:
        """Return how a headword or variant stands on a date; None when the glossary lacks it."""
        entries = self.find(ko)
        if not entries:
            return None
        term, status = nearest(entries, on)
        chain = self._chain(term)
        place = chain.index(term)
        then = term if status == "current" else next((one for one in chain if one.valid(on)), None)
        now = next((one for one in reversed(chain) if one.valid_to is None), None)
        holds = self.holder(ko, on) if term.kind == "title" else None
        return Standing(term, status, then, now, tuple(chain[:place]), holds)

    def holder(self, office: str, on: date) -> Holder | None:
        """Return who held an office on a date, by any name that the office has or had."""
        entries = self.find(office)
        chain = self._chain(nearest(entries, on)[0]) if entries else []
        names = (name for term in chain for name in (term.ko, *term.variants))
        return holder(dict.fromkeys((office, *names)), on)

    def _chain(self, term: Term) -> list[Term]:
        """Return predecessors, the term itself and its successors, oldest first."""
        chain = [term]
        while len(chain) < _CHAIN and (older := self._older(chain[0])) and older not in chain:
            chain.insert(0, older)
        while len(chain) < 2 * _CHAIN and (newer := self._newer(chain[-1])) and newer not in chain:
            chain.append(newer)
        return chain

    def _older(self, term: Term) -> Term | None:
        start = first_day(term.valid_from)
        earlier = [
            one
            for one in (*self.index.followed_by(term.ko), *self._namesakes(term))
            if one.valid_to is not None and first_day(one.valid_to) <= start
        ]
        return max(earlier, key=lambda one: first_day(one.valid_to), default=None)

    def _newer(self, term: Term) -> Term | None:
        if term.valid_to is None:
            return None
        end = first_day(term.valid_to)
        later = [one for one in self._namesakes(term) if first_day(one.valid_from) >= end]
        # A party that merged into another was followed by one that was there before.
        later += [
            one
            for one in self._entries(term.successor or "")
            if one != term and (one.valid_to is None or first_day(one.valid_to) > end)
        ]
        return min(
            later,
            key=lambda one: (one.ko not in (term.ko, term.successor), first_day(one.valid_from)),
            default=None,
        )

    def _namesakes(self, term: Term) -> Iterator[Term]:
        """Other lives of the same name: the same kind of thing under the same headword."""
        return (
            one
            for one in self._entries(term.ko)
            if one.kind == term.kind and one.ko == term.ko and one != term
        )


def _named(
    entries: Iterable[Term], word: str, form: Callable[[str], str] = str
) -> tuple[Term, ...]:
    """Return the entries that are called ``word`` in some form: by their headword, by a variant."""
    heads, others = [], []
    for term in entries:
        if form(term.ko) == word:
            heads.append(term)
        elif word in map(form, term.variants):
            others.append(term)
    return (*heads, *others)


def _embedded(path: Path) -> tuple[Terms, list[Problem]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        lines = (line.removesuffix("\n") for line in file)
        return terms_in(lines, path.name, sure=True)  # the tests have read every line


def _letters(word: str) -> str:
    return _SEPARATOR.sub("", word)


def embedded_files() -> list[Path]:
    """Return the files of the embedded glossary, in a fixed order."""
    return sorted(_DATA.glob("*.tsv"))
