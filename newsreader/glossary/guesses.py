"""Persons whom the glossary lacks, spelled by rule; and the reader's style for all Korean names."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from newsreader.article import Match
from newsreader.config import NameStyle
from newsreader.glossary.load import Glossary
from newsreader.glossary.names import NamedPerson, persons_in, spell
from newsreader.glossary.words import words
from newsreader.korean.lexicon import look_up
from newsreader.korean.particles import is_particle_chain

#: Shorter words before a title are mostly no names (이번 장관, 한미 대표).
_SHORTEST = 3
#: Syllables that no given name has: 박씨, and particles at the end.
_NO_NAME = re.compile("씨|[는을를의엔며]$")
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
) -> list[Match]:
    """Return ``matches`` with the persons whom ``text`` names and no match covers, in order.

    Their English is a guess, so their status is ``proposed``. All Korean names are in ``style``.
    """
    text = unicodedata.normalize("NFC", text)
    found = [_in_style(match, glossary, style, on) for match in matches]
    covered = {place for match in matches for place in range(match.start, match.end)}
    for person in persons_in(text):
        if covered.isdisjoint(range(person.start, person.end)) and _is_name(person.name):
            context = "북한" if _is_northern(text, person) else ""
            spelling = spell(person.name, glossary, style=style, on=on, context=context)
            if spelling is not None:
                found.append(Match(person.start, person.end, person.name, spelling.en, "proposed"))
    return sorted(found, key=lambda match: match.start)


def is_guess(match: Match, glossary: Glossary) -> bool:
    """Say whether a match is a person whom the glossary lacks, spelled by rule."""
    return match.status == "proposed" and not glossary.find(match.term)


def _in_style(match: Match, glossary: Glossary, style: NameStyle, on: date | None) -> Match:
    terms = [term for term in glossary.find(match.term) if term.en == match.en]
    if style == "official" or not any(term.kind == "person" for term in terms):
        return match
    spelling = spell(match.term, Glossary(terms), style=style, on=on)
    return replace(match, en=spelling.en) if spelling else match


def _is_name(name: str) -> bool:
    """Say whether a word is likelier a name than a noun, with or without a particle (정부가)."""
    if len(name) < _SHORTEST or _NO_NAME.search(name) or _is_word(name):
        return False
    if is_particle_chain(name) or is_particle_chain(name[1:], name[:1]):
        return False
    return not any(
        _is_word(name[:cut]) and is_particle_chain(name[cut:], name[:cut])
        for cut in range(2, len(name))
    )


def _is_word(text: str) -> bool:
    return text in words().known or bool(look_up(text))


def _is_northern(text: str, person: NamedPerson) -> bool:
    """Say whether the word before a name or the office behind it is North Korea's own.

    The whole sentence says nothing: South Korea's officials mostly speak of the North.
    """
    before = text[: person.start].split()
    office = f"{person.office or ''} {person.title}"
    return bool(before and _NORTHERN_WORD.fullmatch(before[-1])) or bool(
        _NORTHERN_OFFICE.search(office)
    )
