"""What the reader types to find something: words, phrases in quotation marks, and operators.

``북핵 "수석대표 협의" -사설 outlet:뉴시스 date:2026-11-01..2026-11-26 is:unread tag:desk``
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from newsreader.article import SEOUL
from newsreader.errors import UsageError
from newsreader.library.sought import Sought, Written, sought
from newsreader.library.tokens import expression


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on ``article`` in SQL, and its values. ``few`` says that few articles hold it."""

    sql: str
    values: tuple[Any, ...]
    few: bool


_PART = re.compile(
    r'(-?)(?:(outlet|section|tag|is|date|title):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE
)
_IS = {
    "unread": "article.read IS NULL",
    "read": "article.read IS NOT NULL",
    "starred": "article.starred IS NOT NULL",
    "opened": "article.opened IS NOT NULL",
    "translated": "article.rows > 0 AND article.translated = article.rows",
    "noted": "EXISTS (SELECT 1 FROM note WHERE note.article = article.id)",
}
_HAS = {
    "outlet": "instr(lower(article.outlet), lower(?)) > 0",
    "section": "instr(lower(article.section), lower(?)) > 0",
    "tag": "EXISTS (SELECT 1 FROM tag WHERE tag.article = article.id AND tag.name = ?"
    " COLLATE NOCASE)",
}
#: What is true of few articles, where most are headlines that were never opened.
_FEW = {"starred", "opened", "translated", "noted", "tag"}
#: Days that end with today.
_SPANS = {"today": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class Query:
    """What to find: words by their dictionary forms, what stood in quotation marks as it is.

    ``titles`` are looked for in titles only, ``without`` must stand nowhere. ``since`` and
    ``until`` bound when an article was published: since <= time < until.
    """

    words: tuple[Sought, ...] = ()
    titles: tuple[Sought, ...] = ()
    without: tuple[Sought, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    conditions: tuple[Condition, ...] = ()


def are_initials(text: str) -> bool:
    """Say whether ``text`` is initial consonants alone (ㅎㅂㄷ): the index has whole syllables."""
    return re.fullmatch(r"[ㄱ-ㅎ\s]+", text) is not None


def parse(text: str, today: date | None = None) -> Query:
    """Read what was typed. ``today`` is the day in Korea that ``date:week`` and others end with.

    Raises UsageError, with what can be written instead, for an operator's value that says nothing,
    and for a text that asks for nothing.
    """
    today = today or datetime.now(SEOUL).date()
    words: dict[str, list[Sought]] = {"": [], "title": [], "-": []}
    conditions: list[Condition] = []
    bounds: list[tuple[datetime | None, datetime | None]] = []
    for minus, operator, quoted, plain in _PART.findall(text):
        operator, value = operator.lower(), quoted or plain
        if operator in ("", "title"):
            if expression(value):
                word = Written(quoted) if quoted else sought(plain)
                words["-" if minus else operator].append(word)
        elif operator == "date":
            if minus:
                raise UsageError("date: cannot be turned round; give a range, as in ..2026-10-31.")
            bounds.append(_bounds(value, today))
        else:
            conditions.append(_condition(operator, value, negative=bool(minus)))
    if not (any(words.values()) or conditions or bounds):
        raise UsageError("There is nothing to look for; write a word, or an operator as is:unread.")
    return Query(
        tuple(words[""]),
        tuple(words["title"]),
        tuple(words["-"]),
        max((since for since, _ in bounds if since), default=None),
        min((until for _, until in bounds if until), default=None),
        tuple(conditions),
    )


def _condition(operator: str, value: str, *, negative: bool) -> Condition:
    if operator == "is" and value.lower() not in _IS:
        raise UsageError(f"is:{value} is not known; write is: with one of {', '.join(_IS)}.")
    values: tuple[Any, ...] = () if operator == "is" else (value,)
    condition = _IS[value.lower()] if operator == "is" else _HAS[operator]
    if negative:
        return Condition(f"NOT coalesce({condition}, 0)", values, few=False)
    return Condition(f"({condition})", values, few=bool({operator, value.lower()} & _FEW))


def _bounds(value: str, today: date) -> tuple[datetime | None, datetime | None]:
    """Return the times at which a range of days begins and ends, in Korea."""
    if value.lower() in _SPANS:
        first, last = today - timedelta(days=_SPANS[value.lower()] - 1), today
        return _midnight(first), _midnight(last + timedelta(days=1))
    if value.lower() == "yesterday":
        return _midnight(today - timedelta(days=1)), _midnight(today)
    begin, dots, end = value.partition("..")
    since = _period(begin, value)[0] if begin else None
    until = _period(end or begin, value)[1] if end or not dots else None
    if since is None and until is None:
        raise _not_a_date(value)
    return since, until


def _period(text: str, whole: str) -> tuple[datetime, datetime]:
    """Return the beginning of a year, a month or a day, and that of the next one."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text)
    if match is None:
        raise _not_a_date(whole)
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            after = first + timedelta(days=1)
        elif month:
            after = (first + timedelta(days=31)).replace(day=1)
        else:
            after = date(first.year + 1, 1, 1)
    except (ValueError, OverflowError) as error:
        raise _not_a_date(whole) from error
    return _midnight(first), _midnight(after)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SEOUL)


def _not_a_date(text: str) -> UsageError:
    return UsageError(
        f"date:{text} is no date; write 2026, 2026-11, 2026-11-26, a range with .. between two of"
        " them, or today, yesterday, week, month, year."
    )
