"""Korean names in English: surname and given name, and how they are spelled.

A name's spelling belongs to its bearer. So a person's entry in the glossary comes first; what is
made here by rule is marked as a guess.
"""

import re
from dataclasses import dataclass
from datetime import date

from newsreader.config import NameStyle
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import nearest
from newsreader.korean.romanization import romanize_name, surnames

# The spelling of North Korea's own English texts: one syllable by initial, vowel and coda, in the
# order of Unicode.
_NORTH = tuple(
    letters.split(" ")
    for letters in (
        "k kk n t tt r m p pp s ss  j jj ch kh th ph h",
        "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
        " k k k n n n t l l l l l l l l m p p t t ng t t k t p t",
    )
)
# Surnames that only the North writes with their old initial.
_NORTHERN_SURNAMES = frozenset("리림로량려렴륙")
_NORTHERN = re.compile(
    "북한|북측|조선중앙통신|노동신문|로동신문|노동당|조선인민군|최고인민회의|김정은|평양|국무위원회|北"
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in English. ``guess`` says that it was made by rule; ``source`` who says so."""

    en: str
    guess: bool
    source: str


def split_name(name: str) -> tuple[str, str] | None:
    """Return surname and given name, or None when ``name`` cannot be a Korean's name."""
    if " " in name or not 2 <= len(name) <= 4 or not all("가" <= one <= "힣" for one in name):
        return None
    for length in (2, 1):
        surname, given = name[:length], name[length:]
        known = surname in surnames() or surname in _NORTHERN_SURNAMES
        if known and (length == 1 or len(name) > 2) and 1 <= len(given) <= 2:
            return surname, given
    return None


def spell(
    name: str,
    glossary: Glossary,
    *,
    style: NameStyle = "official",
    on: date | None = None,
    context: str = "",
) -> Spelling | None:
    """Return the English of a person's name.

    The person's entry in the glossary wins (as of ``on``). Without one, a North Korean (one whom
    ``context`` speaks of North Korea with) is spelled in three words as the North does, a South
    Korean with the customary surname and Revised Romanisation. None: no Korean name.
    """
    entries = [term for term in glossary.find(name) if term.kind == "person"]
    if entries:
        term = nearest(entries, on or date.today())[0]
        northern = "KCNA" in term.source or "North Korea" in term.source
        return Spelling(_styled(term.en, style, northern), term.unsure, term.source)
    parts = split_name(name)
    if parts is None:
        return None
    if _is_northern(context) or parts[0] in _NORTHERN_SURNAMES:
        words = (_northern_syllable(one).capitalize() for one in name)
        return Spelling(" ".join(words), True, "spelling used in North Korea")
    en = _styled(romanize_name(name), style, False)
    return Spelling(en, True, "customary surname and Revised Romanisation")


def _styled(en: str, style: NameStyle, northern: bool) -> str:
    words = en.split()
    if style == "official" or northern or len(words) not in (2, 3):
        return en
    given = "-".join(words[1:]).split("-")
    if len(given) != 2 or (len(words) == 2 and "-" not in en):
        return en
    joint = "-" if style == "ap" else ""
    return f"{words[0]} {given[0]}{joint}{given[1].lower()}"


def _is_northern(context: str) -> bool:
    return _NORTHERN.search(context) is not None


def _northern_syllable(syllable: str) -> str:
    index = ord(syllable) - 0xAC00
    initials, vowels, codas = _NORTH
    return initials[index // 588] + vowels[index % 588 // 28] + codas[index % 28]
