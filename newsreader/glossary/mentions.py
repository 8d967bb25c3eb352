"""Persons whom an article names in full once, and by the family name from then on.

서해린 본부장 is 서 본부장 in the next sentence, and 박가람씨 is 박씨. The family name stands for
the one person of the article who has it with that title; where two fit, it stands for nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsreader.article import Match
from newsreader.glossary.load import Glossary
from newsreader.glossary.meaning import Context
from newsreader.glossary.names import split_name
from newsreader.glossary.persons import NamedPerson, is_likely_name, persons_in, titles
from newsreader.korean.particles import is_particle_chain
from newsreader.korean.romanization import surnames

_CIVIL = "씨"
#: 김 의원, 김 전 의원; 김씨 and 김 씨, but not the family as such (김씨 일가).
_MENTION = re.compile(
    r"(?<![가-힣])(?P<surname>[가-힣]{1,2})(?:"
    r" ?씨(?P<rest>[가-힣]*)(?! (?:일가|가문|집안|왕조|문중|종친))|"
    r" (?:(?:전|현) )?(?P<word>[가-힣0-9]{2,})(?![A-Za-z]))"
)
#: Family names that are words before a title as well: 전 장관 "a former minister", 한 의원 "one".
_WORDS = frozenset("전현한양고신")
#: What ends the part of a sentence before a person: before other words they are no names.
_FREE = re.compile(r"(?:^|[은는이가을를에로와과도,.:;·…“”‘’\"'(\[<>\])]|[^가-힣A-Za-z0-9%\s])\s*$")
#: Bearers of a name whom the article does not name: 김모(34)씨, 김 모 씨, 김○○.
_ANONYMOUS = r"(?<![가-힣]){} ?(?:(?:모|아무개)(?=\(| ?씨)|[○ㅇO*]{{1,2}})"


@dataclass(frozen=True, slots=True)
class Mention:
    """A family name alone at ``text[start:end]``, and the person whom it stands for.

    ``person`` has its place in the article's text. ``sure``: nobody else can be meant.
    """

    start: int
    end: int
    person: NamedPerson
    sure: bool = True


def mentions_in(text: str, context: Context, glossary: Glossary) -> Iterator[Mention]:
    """Yield the family names that stand alone in ``text`` for somebody of the article."""
    if not context.text:
        return
    for found in _MENTION.finditer(text):
        surname, (start, end) = found["surname"], found.span("surname")
        if surname not in surnames():
            continue
        if found["word"] is None:
            rest = found["rest"]
            if not rest or is_particle_chain(rest, _CIVIL):
                yield from _civil(surname, (start, end), context.text, glossary)
        elif surname not in _WORDS or _FREE.search(text, 0, start):
            title = _title(found["word"])
            persons = [
                one
                for one in _bearers(surname, context.text, glossary)
                if title and (one.title.endswith(title) or title.endswith(one.title))
            ]
            if (person := _only(persons)) is not None:
                yield Mention(start, end, person)


def surname_in_english(match: Match) -> str | None:
    """Return the family name in a person's English where the match is that alone, else None."""
    parts = split_name(match.term)
    if parts is None or match.end - match.start != len(parts[0]):
        return None
    first, *_, last = match.en.split() * 2
    return last if last == surnames().get(parts[0]) else first


def _title(word: str) -> str | None:
    """Return the title that a word is, without particles."""
    for end in range(len(word), 1, -1):
        if word.endswith(titles(), 0, end) and (
            end == len(word) or is_particle_chain(word[end:], word[:end])
        ):
            return word[:end]
    return None


def _civil(surname: str, span: tuple[int, int], text: str, glossary: Glossary) -> Iterator[Mention]:
    """Yield whom a family name with 씨 stands for.

    It is who is 씨 in full or has an occupation; else who alone bears the name, which is unsure:
    the article may name others without any title.
    """
    if re.search(_ANONYMOUS.format(surname), text):
        return
    bearers = _bearers(surname, text, glossary)
    named = _only([one for one in bearers if one.title == _CIVIL or one.leading])
    if named is not None:
        yield Mention(*span, named)
    elif (person := _only(bearers)) and not _has_others(person, surname, text, glossary):
        yield Mention(*span, person, sure=False)


def _only(persons: Sequence[NamedPerson]) -> NamedPerson | None:
    """Return the first of ``persons`` if all are one; None: several or nobody."""
    return persons[0] if len({one.name for one in persons}) == 1 else None


def _bearers(surname: str, text: str, glossary: Glossary) -> list[NamedPerson]:
    """Return the persons of ``text`` with a family name, each once for every title."""
    persons = {
        (one.name, one.title): one
        for one in reversed(_persons(text))
        if (parts := split_name(one.name)) is not None
        and parts[0] == surname
        and (_is_known(one.name, glossary) or is_likely_name(one.name))
    }
    return list(persons.values())


def _has_others(person: NamedPerson, surname: str, text: str, glossary: Glossary) -> bool:
    """Say whether ``text`` has somebody else with the family name, of the glossary or by age."""
    names = re.finditer(rf"(?<![가-힣])({surname}[가-힣]{{1,3}})(\(\d)?", text)
    return any(
        found[2] or any(_is_known(found[1][:size], glossary) for size in range(2, 5))
        for found in names
        if not found[1].startswith(person.name)
    )


def _is_known(name: str, glossary: Glossary) -> bool:
    return any(term.kind == "person" for term in glossary.find(name))


@lru_cache(maxsize=8)
def _persons(text: str) -> tuple[NamedPerson, ...]:
    return tuple(persons_in(text))
