"""A person's name with the title behind it, in the order that English has.

Korean says name, office, title (홍길동 전 외교부 장관). English sets a short title before the name
(Prime Minister Hong Gil-dong) and a longer one behind it (Hong Gil-dong, head of the division).
"""

import re
from collections.abc import Sequence

from newsreader.article import Match
from newsreader.glossary.guesses import is_guess
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import TermKind

#: What may stand between a name and its title: 전 "former", 현 "present".
_BETWEEN = re.compile(r" (?:(?P<when>전|현|前|現|신임|故) ?)?$|^ ?$")
_WHEN = {"전": "former ", "前": "former ", "신임": "new "}
#: Words that join a title to what it is a title of: such a title stands behind the name.
_LONG = re.compile(r"\b(?:of|for|to|in|at|on)\b|,")
_OCCUPATIONS = frozenset(
    {"lawyer", "reporter", "journalist", "actor", "singer", "writer", "player"}
)
_MINISTRY = re.compile(r"(?:the )?Ministry (?=of )")
_COLLECTIVE = re.compile(
    r"\b(?:of|Office|Ministry|Commission|Committee|Court|Agency|Party|Service|Administration|"
    r"Assembly|Council|Bank|Board|Bureau|Union|Federation|Association|Center|Centre|Corps|Army)\b"
)
_SHORTEST_RANK = 3


def titled(text: str, matches: Sequence[Match], glossary: Glossary) -> dict[int, str]:
    """Return by place in ``matches`` the persons who have a title behind their names, in English.

    ``matches`` are those of ``text``, in order, persons whom the glossary lacks included.
    """
    return {
        number: phrase
        for number, match in enumerate(matches)
        if _is(match, "person", glossary)
        and (phrase := _phrase(text, matches[number:], glossary)) is not None
    }


def _phrase(text: str, matches: Sequence[Match], glossary: Glossary) -> str | None:
    person, when, offices = matches[0], "", list[Match]()
    before = person
    for match in matches[1:]:
        between = _BETWEEN.match(text[before.end : match.start])
        if between is None:
            return None
        when = _WHEN.get(between["when"] or "", when)
        before = match
        if _is(match, "title", glossary):
            return _in_order(person.en, when, offices, match.en, glossary)
        if not (_is(match, "organisation", glossary) or _is(match, "place", glossary)):
            return None
        offices.append(match)
    return None


def _in_order(
    name: str, when: str, offices: Sequence[Match], title: str, glossary: Glossary
) -> str:
    if not offices:
        if _LONG.search(title):
            return f"{name}, {when}{title}"
        return f"{when}{_as_rank(title)} {name}"
    office = offices[-1]
    if _is(office, "place", glossary) and not _LONG.search(title) and len(offices) == 1:
        return f"{when}{office.en} {_as_rank(title)} {name}"
    if "minister" in title and _MINISTRY.match(office.en):
        return f"{name}, {when}{title} {_MINISTRY.sub('', office.en)}"
    whole = ", ".join(one.en for one in reversed(offices))
    if _LONG.search(title):
        return f"{name}, {when}{title}, {whole}"
    the = "the " if _COLLECTIVE.search(whole) and not whole.startswith("the ") else ""
    return f"{name}, {when}{title} of {the}{whole}"


def _as_rank(title: str) -> str:
    """Return a title as it stands before a name: with capitals, unless it is an occupation."""
    if title in _OCCUPATIONS or not title.islower():
        return title
    return " ".join(
        word.capitalize() if len(word) >= _SHORTEST_RANK else word for word in title.split()
    )


def _is(match: Match, kind: TermKind, glossary: Glossary) -> bool:
    term = glossary.entry(match)
    if term is None:
        # Persons in the reader's style, and those whom the glossary lacks.
        known = glossary.find(match.term)
        return kind == "person" and (
            is_guess(match, glossary) or any(one.kind == "person" for one in known)
        )
    return term.kind == kind
