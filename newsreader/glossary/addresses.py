"""Places of an address that the glossary lacks: 두메면 behind a county, 새터리 behind a township.

They are told by what stands before them, because any noun may end so (운동, 정리, 그러면).
"""

import re
from collections.abc import Iterator, Sequence

from newsreader.article import Match
from newsreader.glossary.load import Glossary
from newsreader.glossary.persons import is_word
from newsreader.korean.particles import is_particle_chain
from newsreader.korean.romanization import romanize

#: What a unit may be part of: the last letters of the place before it. Revised Romanisation sets
#: the units apart with a hyphen, and assimilates nothing across it.
_UNITS = {
    "읍": ("eup", "시군"),
    "면": ("myeon", "시군"),
    "동": ("dong", "시구"),
    "리": ("ri", "읍면"),
}
#: Shorter words are seldom places of an address (운동, 자리).
_SHORTEST = 3
_WORD = re.compile(r" (?P<word>[가-힣]{3,8})(?![A-Za-z0-9])")
#: Verbs in -면 "if".
_IF = re.compile("[으라다려되이키러하]면$")


def addresses(text: str, matches: Sequence[Match], glossary: Glossary) -> Iterator[Match]:
    """Yield the places of addresses in ``text`` that stand behind a place of ``matches``.

    Their English is made by rule, so their status is ``proposed``.
    """
    covered = {place for match in matches for place in range(match.start, match.end)}
    for match in matches:
        term = glossary.entry(match)
        if term is None or term.kind != "place":
            continue
        before = match
        while (found := _next(text, before)) is not None:
            if not covered.isdisjoint(range(found.start, found.end)):
                break
            yield found
            before = found


def _next(text: str, before: Match) -> Match | None:
    word = _WORD.match(text, before.end)
    name = _name(word["word"], text[before.end - 1]) if word else None
    if word is None or name is None:
        return None
    start = word.start("word")
    english = f"{romanize(name[:-1]).capitalize()}-{_UNITS[name[-1]][0]}"
    return Match(start, start + len(name), name, english, "proposed")


def _name(word: str, whole: str) -> str | None:
    """Return the place that ``word`` begins with, as a part of one whose last letter is whole."""
    for end in range(len(word), _SHORTEST - 1, -1):
        name, rest = word[:end], word[end:]
        unit = _UNITS.get(name[-1])
        if unit is None or whole not in unit[1] or (rest and not is_particle_chain(rest, name)):
            continue
        joined = len(name) > _SHORTEST and is_word(name[:-2]) and is_word(name[-2:])  # 선거운동
        if not is_word(name) and not joined and not _IF.search(name):
            return name
    return None
