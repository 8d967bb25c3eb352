"""Persons and places that the glossary lacks, spelled by rule; and the reader's style for names."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from newsreader.article import Match
from newsreader.config import NameStyle
from newsreader.glossary.addresses import addresses
from newsreader.glossary.load import Glossary
from newsreader.glossary.meaning import NO_CONTEXT, Context, choose
from newsreader.glossary.mentions import mentions_in
from newsreader.glossary.names import spell
from newsreader.glossary.persons import NamedPerson, is_likely_name, persons_in
from newsreader.glossary.term import TermKind

_NORTHERN_WORD = re.compile("(?:북한|북측|北|조선|평양)의?")
_NORTHERN_OFFICE = re.compile(
    "노동당|로동당|조선인민군|최고인민회의|국무위원회|인민무력|통일전선부|조선중앙통신"
)


def with_persons(
    text: str,
    matches: Sequence[Match],
    glossary: Glossary,
    *,
    style: NameStyle = "official",
    on: date | None = None,
    context: Context = NO_CONTEXT,
) -> list[Match]:
    """Return ``matches`` with the persons and addresses of ``text`` that no match covers, in order.

    Their English is a guess, so their status is ``proposed``. All Korean names are in ``style``.
    Whom the article (``context``) names in full, the family name alone stands for, too (김 의원).
    """
    text = unicodedata.normalize("NFC", text)
    places = list(addresses(text, matches, glossary))
    found = [*(_in_style(match, glossary, style, on) for match in matches), *places]
    covered = {place for match in found for place in range(match.start, match.end)}
    for person in persons_in(text):
        if covered.isdisjoint(range(person.start, person.end)) and is_likely_name(person.name):
            guess = _guess(text, person, glossary, style, on)
            found += [guess] if guess else []
            covered.update(range(person.start, person.end))
    for mention in mentions_in(text, context, glossary):
        if covered.isdisjoint(range(mention.start, mention.end)):
            match = _named(context, mention.person, glossary, style, on)
            if match is not None:
                unsure = match.unsure or not mention.sure
                found.append(replace(match, start=mention.start, end=mention.end, unsure=unsure))
    return sorted(found, key=lambda match: match.start)


def is_guess(match: Match, glossary: Glossary) -> bool:
    """Say whether a match is a person or place that the glossary lacks, spelled by rule."""
    return match.status == "proposed" and not glossary.find(match.term)


def kind_of_guess(match: Match) -> TermKind:
    """Return what a match without an entry is: a person has a surname apart, a place no blank."""
    return "person" if " " in match.en else "place"


def _named(
    context: Context, person: NamedPerson, glossary: Glossary, style: NameStyle, on: date | None
) -> Match | None:
    """Return the match of a person whom the article names in full, at its place there."""
    entries = [term for term in glossary.find(person.name) if term.kind == "person"]
    span = (person.start, person.end)
    chosen = choose(entries, context.text, span, context, on) if entries else None
    if chosen is None:
        return _guess(context.text, person, glossary, style, on)
    term, sure = chosen
    match = Match(*span, person.name, term.en, term.status_on(on), unsure=not sure)
    return _in_style(match, glossary, style, on)


def _guess(
    text: str, person: NamedPerson, glossary: Glossary, style: NameStyle, on: date | None
) -> Match | None:
    """Return a match with the name spelled by rule; None: it cannot be."""
    context = "북한" if _is_northern(text, person) else ""
    spelling = spell(person.name, glossary, style=style, on=on, context=context)
    if spelling is None:
        return None
    return Match(person.start, person.end, person.name, spelling.en, "proposed")


def _in_style(match: Match, glossary: Glossary, style: NameStyle, on: date | None) -> Match:
    terms = [term for term in glossary.find(match.term) if term.en == match.en]
    if style == "official" or not any(term.kind == "person" for term in terms):
        return match
    spelling = spell(match.term, Glossary(terms), style=style, on=on)
    return replace(match, en=spelling.en) if spelling else match


def _is_northern(text: str, person: NamedPerson) -> bool:
    """Say whether the word before a name or the office behind it is North Korea's own.

    The whole sentence says nothing: South Korea's officials mostly speak of the North.
    """
    before = text[: person.start].split()
    office = f"{person.office or ''} {person.title}"
    return bool(before and _NORTHERN_WORD.fullmatch(before[-1])) or bool(
        _NORTHERN_OFFICE.search(office)
    )
