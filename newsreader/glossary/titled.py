"""A person's name with the title behind it, in the order that English has.

Korean says name, office, title (홍길동 전 외교부 장관). English sets a short title before the name
(Prime Minister Hong Gil-dong) and a longer one behind it (Hong Gil-dong, head of the division).
Two posts (겸) stand behind it, and so does what somebody is only named for (후보자, 내정자).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsreader.article import Match
from newsreader.glossary.guesses import is_guess, kind_of_guess
from newsreader.glossary.load import Glossary
from newsreader.glossary.mentions import surname_in_english
from newsreader.glossary.persons import occupation_before
from newsreader.glossary.term import TermKind

#: What may stand between a name and its title: an age in brackets, 전 "former", 현 "present".
_BETWEEN = re.compile(r"(?:\([^()]{1,30}\))? (?:(?P<when>전|현|前|現|신임|故) ?)?$|^ ?$")
#: What may stand behind a title: who only acts in the post, and who does not hold it yet.
_STANDING = re.compile(
    " ?(?:(?P<acting>직무대행|권한대행|직무대리|대행)|(?P<elect>당선인|당선자)|"
    "(?P<nominee>후보자|내정자|지명자|예정자))"
)
_ALSO = re.compile(" ?겸 ?$")
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
    """Return by place in ``matches`` the persons who have a title with their names, in English.

    It stands behind the name, or is an occupation before it (배우 나준호).

    ``matches`` are those of ``text``, in order, persons whom the glossary lacks included.
    """
    return {
        number: phrase
        for number, match in enumerate(matches)
        if _is(match, "person", glossary)
        and (phrase := _phrase(text, matches[number:], glossary)) is not None
    }


@dataclass(frozen=True, slots=True)
class _Post:
    """A post in English as it stands behind a name; ``rank`` is how it stands before one, if so."""

    english: str
    rank: str | None = None


def _phrase(text: str, matches: Sequence[Match], glossary: Glossary) -> str | None:
    name, posts = surname_in_english(matches[0]) or matches[0].en, list[_Post]()
    when, offices = "", list[Match]()
    for last, match in pairwise(matches):
        gap = text[last.end : match.start]
        if posts and not offices:
            gap = _STANDING.sub("", gap)
            if not _ALSO.fullmatch(gap):
                break
            gap = ""
        between = _BETWEEN.match(gap)
        if between is None:
            break
        when = _WHEN.get(between["when"] or "", when)
        if _is(match, "title", glossary):
            post = _post(offices, match.en, glossary)
            posts.append(_standing(_STANDING.match(text, match.end), when, post))
            when, offices = "", []
        elif _is(match, "organisation", glossary) or _is(match, "place", glossary):
            offices.append(match)
        else:
            break
    if not posts:
        occupation = occupation_before(text, matches[0].start)
        return f"{occupation} {name}" if occupation else None
    if len(posts) == 1 and posts[0].rank:
        return f"{posts[0].rank} {name}"
    return f"{name}, {' and '.join(post.english for post in posts)}"


def _standing(standing: re.Match[str] | None, when: str, post: _Post) -> _Post:
    """Return a post as somebody stands to it: former, acting, elected or only named."""
    if standing and standing["nominee"]:
        return _Post(f"nominee for {post.english}")
    if standing and standing["acting"]:
        when += "acting "

    def said(english: str) -> str:
        title, of, whole = english.partition(" of ")
        return f"{when}{title}{'-elect' if standing and standing['elect'] else ''}{of}{whole}"

    return _Post(said(post.english), said(post.rank) if post.rank else None)


def _post(offices: Sequence[Match], title: str, glossary: Glossary) -> _Post:
    long = _LONG.search(title) is not None
    if not offices:
        return _Post(title, None if long else _as_rank(title))
    office = offices[-1]
    if _is(office, "place", glossary) and not long and len(offices) == 1:
        return _Post(f"{office.en} {title}", f"{office.en} {_as_rank(title)}")
    if "minister" in title and _MINISTRY.match(office.en):
        return _Post(f"{title} {_MINISTRY.sub('', office.en)}")
    whole = ", ".join(one.en for one in reversed(offices))
    if long:
        return _Post(f"{title}, {whole}")
    the = "the " if _COLLECTIVE.search(whole) and not whole.startswith("the ") else ""
    return _Post(f"{title} of {the}{whole}")


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
        # What the glossary lacks, and persons in the reader's style.
        if is_guess(match, glossary):
            return kind == kind_of_guess(match)
        return kind == "person" and any(one.kind == kind for one in glossary.find(match.term))
    return term.kind == kind
