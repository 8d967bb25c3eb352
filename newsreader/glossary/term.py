"""A term: what a Korean expression is called in English, since when, and who says so."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from newsreader.article import TermStatus

TermKind = Literal[
    "person",
    "title",
    "organisation",
    "place",
    "law",
    "event",
    "weapon",
    "technology",
    "economy",
    "legal",
    "military",
    "diplomacy",
    "politics",
    "society",
    "health",
    "science",
    "culture",
    "sport",
    "idiom",
    "slogan",
    "headline",
    "product",
]
TERM_KINDS: tuple[TermKind, ...] = get_args(TermKind)

#: How an entry stands on a day.
When = Literal["current", "obsolete", "not-yet"]


class Term(NamedTuple):
    """One entry of a glossary; a tuple, because thousands are made at every start.

    Dates are ISO prefixes (``2024``, ``2024-05``, ``2024-05-28``): ``valid_from`` is the first day
    on which the term is right, ``valid_to`` the first day on which it no longer is.
    """

    ko: str
    en: str
    kind: TermKind
    hanja: str | None = None
    status: TermStatus = "preferred"
    #: Other Korean spellings and abbreviations of the same thing.
    variants: tuple[str, ...] = ()
    #: English that may stand instead of ``en``.
    admitted: tuple[str, ...] = ()
    #: English that must not stand for this term.
    forbidden: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    #: The Korean of the term that took this one's place.
    successor: str | None = None
    #: Korean words of which one must stand near for this meaning (homographs); empty: no condition.
    cues: tuple[str, ...] = ()
    domain: str | None = None
    #: Who says so: a publication, a web address, or ``own`` (our translation, no official name).
    source: str = "own"
    #: One or two sentences for a reader who has never met the term.
    note: str | None = None
    example: str | None = None
    #: The Korean is kept as it is (a code, a brand written in Latin letters).
    do_not_translate: bool = False
    #: The English is our best knowledge of an official name, not a checked one.
    unsure: bool = False

    def begun(self, on: date) -> bool:
        """Say whether the term had come into use by ``on``."""
        return self.valid_from is None or self.valid_from <= on.isoformat()

    def ended(self, on: date) -> bool:
        """Say whether the term had gone out of use by ``on``."""
        return self.valid_to is not None and self.valid_to <= on.isoformat()

    def valid(self, on: date | None) -> bool:
        """Say whether the term was right on a day; without a day, whether it has not ended."""
        if on is None:
            return self.valid_to is None
        return self.begun(on) and not self.ended(on)

    def status_on(self, on: date | None) -> TermStatus:
        """Return the status to show: obsolete after its end, proposed before it or if unsure."""
        if on is None:
            late, early = self.valid_to is not None, False
        else:
            late, early = self.ended(on), not self.begun(on)
        if late:
            return "obsolete"
        return "proposed" if early or (self.unsure and self.status == "preferred") else self.status


def first_day(text: str | None) -> str:
    """Return the first day of a year or month (``2024-05`` → ``2024-05-01``); "" for None."""
    return f"{text}-01-01"[:10] if text else ""


def nearest(entries: Sequence[Term], on: date) -> tuple[Term, When]:
    """Return the entry to show for a date and how it stands; the first of equals wins.

    An entry that is valid on the date wins, then the one that ended last before it, then the one
    that began first after it.
    """
    for term in entries:
        if term.valid(on):
            return term, "current"
    ended = [term for term in entries if term.ended(on)]
    if ended:
        return max(ended, key=lambda term: first_day(term.valid_to)), "obsolete"
    return min(entries, key=lambda term: first_day(term.valid_from)), "not-yet"
