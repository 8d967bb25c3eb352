"""Korean persons in a text: who is named with which title, behind the name or before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsreader.glossary.names import split_name
from newsreader.glossary.words import words
from newsreader.korean.lexicon import look_up
from newsreader.korean.particles import is_particle_chain

#: Shorter words before a title are mostly no names (이번 장관, 한미 대표).
_SHORTEST = 3
#: Syllables that no given name has: 박씨, and particles at the end.
_NO_NAME = re.compile("씨|[는을를의엔며]$")
#: Syllables that foreign names have and Korean ones have not.
_FOREIGN = re.compile("[카타크스트프즈드츠티디키쿠케토코파포푸페]")
#: Suffixes that make a word for persons of another noun, and no given name.
_GROUPS = frozenset("생단팀")
_TITLES = Path(__file__).parent / "titles.txt"
_OCCUPATIONS = Path(__file__).parent / "occupations.tsv"


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A name with a title in a text: ``text[start:end]`` is the name.

    ``office`` is what stands between name and title (외교부 in 홍길동 외교부 장관), if anything.
    ``leading``: the title is an occupation that stands before the name (배우 나준호).
    """

    start: int
    end: int
    name: str
    title: str
    office: str | None = None
    leading: bool = False


def persons_in(text: str) -> Iterator[NamedPerson]:
    """Yield the persons whom ``text`` names with a title behind or before the name, in order.

    A title behind the name wins: 배우 나준호 감독 is a director.
    """
    behind = list(_titled_behind(text))
    taken = {place for one in behind for place in range(one.start, one.end)}
    before = (one for one in _titled_before(text) if taken.isdisjoint(range(one.start, one.end)))
    yield from sorted([*behind, *before], key=lambda one: one.start)


def occupation_before(text: str, start: int) -> str | None:
    """Return the English of the occupation that stands before the name at ``start``, if one does.

    Who no longer has it is a former one (전직 배우 나준호).
    """
    found = _occupied().search(text, 0, start)
    if found is None:
        return None
    return ("former " if found["former"] else "") + occupations()[found["title"]]


@cache
def occupations() -> dict[str, str]:
    """Return the occupations that stand before a name, with their English; read once."""
    lines = (line for line in _OCCUPATIONS.read_text("utf-8").splitlines() if line[:1] != "#")
    return dict(line.split("\t") for line in lines)


def _titled_behind(text: str) -> Iterator[NamedPerson]:
    at = 0
    while found := _pattern().search(text, at):
        name = found["name"]
        if split_name(name) is None or name in words().known or not _is_civil(found):
            # What seems to be an office may be the name (정부 홍길동 대표).
            at = found.end("name")
            continue
        at = found.end()
        yield NamedPerson(
            found.start("name"),
            found.end("name"),
            name,
            found["title"] or found["civil"],
            found["office"],
        )


def _titled_before(text: str) -> Iterator[NamedPerson]:
    for found in _leading().finditer(text):
        word, start = found["word"], found.start("word")
        for length in (4, 3):
            name, rest = word[:length], word[length:]
            whole = len(name) == length and (not rest or is_particle_chain(rest, name))
            if whole and split_name(name) is not None and _is_leading_name(name, rest):
                yield NamedPerson(start, start + length, name, found["title"], leading=True)
                break


def _is_leading_name(name: str, rest: str) -> bool:
    """Say whether what stands behind an occupation is a name; any noun may stand there.

    No name are nouns with a suffix (연습생), foreign names (제시카), what may be a name of two
    syllables with a particle (백석과), and what 당 "per" seems to stand behind (채용담당).
    """
    if not is_likely_name(name) or _FOREIGN.search(name) or rest[:1] == "당":
        return False
    if not rest and name[-1] in "이가과와":
        return False
    return not (name[2:] in _GROUPS and is_word(name[:2]))


def _is_civil(found: re.Match[str]) -> bool:
    """Say whether 씨 behind a name is the title and no part of a word (오늘 날씨); True without."""
    if found["civil"] is None:
        return True
    name, rest = found["name"], found["rest"]
    if any(is_word(name[at:] + "씨") for at in range(len(name))):
        return False
    return not rest or is_particle_chain(rest, "씨")


@cache
def titles() -> tuple[str, ...]:
    """Return the titles that stand behind names, the longest first; read once."""
    return tuple(sorted(_TITLES.read_text("utf-8").split(), key=len, reverse=True))


def is_likely_name(name: str) -> bool:
    """Say whether a word is likelier a name than a noun, with or without a particle (정부가)."""
    if len(name) < _SHORTEST or _NO_NAME.search(name) or is_word(name):
        return False
    if is_particle_chain(name) or is_particle_chain(name[1:], name[:1]):
        return False
    return not any(
        is_word(name[:cut]) and is_particle_chain(name[cut:], name[:cut])
        for cut in range(2, len(name))
    )


def is_word(text: str) -> bool:
    """Say whether a text is a Korean word that the matcher or the lexicon knows."""
    return text in words().known or bool(look_up(text))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![가-힣])(?P<title>{'|'.join(occupations())}) (?P<word>[가-힣]{{3,9}})(?![A-Za-z])"
    )


@cache
def _occupied() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![가-힣])(?P<former>전직?) )?(?<![가-힣])(?P<title>{'|'.join(occupations())}) $"
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![가-힣])(?P<name>[가-힣]{2,4})(?:\([^()]{1,30}\))?"
        r"(?:(?P<civil>씨)(?![가-힣]*[A-Za-z])(?=(?P<rest>[가-힣]*))|"
        r" (?:(?:전|현|신임) )?(?:(?P<office>[가-힣A-Za-z·]+(?: [가-힣A-Za-z·]+)?) )??"
        rf"(?P<title>[가-힣0-9]*?(?:{'|'.join(titles())}))(?![가-힣]*[A-Za-z]))"
    )
