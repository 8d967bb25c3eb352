"""Lists of articles: what to show and in which order, and what a line of the list holds."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from newsreader.library.database import reading

#: ``newest`` and ``oldest`` go by when an article was published, else by when it was added.
Sort = Literal["newest", "oldest", "opened", "outlet"]

_ORDER: Mapping[Sort, str] = {
    "newest": "article.moment DESC, article.id DESC",
    "oldest": "article.moment, article.id",
    "opened": "article.opened DESC, article.id DESC",
    "outlet": "article.outlet, article.moment DESC, article.id DESC",
}

_COLUMNS = (
    "article.id, article.address, article.title, article.english, article.outlet,"
    " article.section, article.summary, article.published, article.added, article.opened,"
    " article.read IS NOT NULL, article.starred IS NOT NULL, article.rows, article.translated,"
    " article.failure, article.event,"
    " (SELECT count(DISTINCT other.outlet) FROM article AS other"
    " WHERE other.event = article.event),"
    " (SELECT group_concat(tag.name, char(31)) FROM tag WHERE tag.article = article.id)"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as it stands in a list: everything but its text.

    ``english`` is that of the title. ``rows`` counts its sentences and is 0 until the text was
    fetched; ``translated`` says how many have English. ``outlets`` counts those that have an
    article of the same event, and is 0 for an article without one.
    """

    id: int
    address: str
    title: str
    english: str | None
    outlet: str | None
    section: str | None
    summary: str | None
    published: datetime | None
    added: datetime
    opened: datetime | None
    read: bool
    starred: bool
    rows: int
    translated: int
    failure: str | None
    event: int | None
    outlets: int
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """What an article must be to stand in a list; None and an empty text ask for nothing.

    ``since`` and ``until`` bound when it was published (else added): since <= time < until.
    ``translated`` wants English for every sentence. ``deleted`` lists those alone, None lists both.
    """

    read: bool | None = None
    starred: bool | None = None
    opened: bool | None = None
    translated: bool | None = None
    outlet: str = ""
    section: str = ""
    tag: str = ""
    feed: int | None = None
    watch: str = ""
    event: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    deleted: bool | None = False

    def conditions(self) -> tuple[str, list[Any]]:
        """Return the filter as SQL on ``article``, and its values."""
        parts = ["1"]
        values: list[Any] = []

        def add(condition: str, *value: Any) -> None:
            parts.append(condition)
            values.extend(value)

        for column in ("deleted", "read", "starred", "opened"):
            wanted: bool | None = getattr(self, column)
            if wanted is not None:
                add(f"article.{column} IS {'NOT ' if wanted else ''}NULL")
        if self.translated is not None:
            whole = "article.rows > 0 AND article.translated = article.rows"
            add(whole if self.translated else f"NOT ({whole})")
        if self.outlet:
            add("article.outlet = ?", self.outlet)
        if self.section:
            add("article.section = ?", self.section)
        if self.event is not None:
            add("article.event = ?", self.event)
        if self.since:
            add("article.moment >= ?", self.since.timestamp())
        if self.until:
            add("article.moment < ?", self.until.timestamp())
        for value, table, column in (
            (self.tag, "tag", "name"),
            (self.feed, "entry", "feed"),
            (self.watch, "sighting", "word"),
        ):
            if value:
                add(f"article.id IN (SELECT article FROM {table} WHERE {column} = ?)", value)  # noqa: S608 - constants only
        return " AND ".join(parts), values


def listing(
    connection: sqlite3.Connection, wanted: Filter, sort: Sort, limit: int, offset: int
) -> list[Listed]:
    """Return the articles that pass a filter. Raises LibraryError."""
    conditions, values = wanted.conditions()
    order = _ORDER[sort]
    with reading():
        # Chosen first and read then: what a filter leaves out costs next to nothing.
        found = connection.execute(
            f"SELECT {_COLUMNS} FROM (SELECT id FROM article WHERE {conditions}"  # noqa: S608 - our own parts only
            f" ORDER BY {order} LIMIT ? OFFSET ?) AS chosen"
            f" CROSS JOIN article ON article.id = chosen.id ORDER BY {order}",
            (*values, limit, offset),
        ).fetchall()
    return [_listed(row) for row in found]


def count(connection: sqlite3.Connection, wanted: Filter) -> int:
    """Return how many articles pass a filter. Raises LibraryError."""
    conditions, values = wanted.conditions()
    with reading():
        found = connection.execute(
            f"SELECT count(*) FROM article WHERE {conditions}",  # noqa: S608 - our own parts only
            values,
        )
        number: int = found.fetchone()[0]
    return number


def lines(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Listed]:
    """Return the lines of articles by their ids. Raises LibraryError."""
    statement = f"SELECT {_COLUMNS} FROM article WHERE article.id = ?"  # noqa: S608 - our own parts only
    with reading():
        found = [connection.execute(statement, (one,)).fetchone() for one in numbers]
    return {row[0]: _listed(row) for row in found if row}


def _listed(row: tuple[Any, ...]) -> Listed:
    """Return the line of a row of :data:`_COLUMNS`."""
    (
        number, address, title, english, outlet, section, summary, published, added, opened,
        read, starred, rows, translated, failure, event, outlets, tags,
    ) = row  # fmt: skip
    return Listed(
        number, address, title, english, outlet, section, summary,
        datetime.fromisoformat(published) if published else None,
        datetime.fromisoformat(added),
        datetime.fromisoformat(opened) if opened else None,
        bool(read), bool(starred), rows, translated, failure, event, outlets,
        tuple(sorted(tags.split("\x1f"))) if tags else (),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles an outlet, a section or a tag has, and how many of them are unread."""

    name: str
    articles: int
    unread: int


def counts(connection: sqlite3.Connection, by: Literal["outlet", "section", "tag"]) -> list[Count]:
    """Return the articles counted by what they have, in the order of the names.

    Raises LibraryError.
    """
    source = "tag JOIN article ON article.id = tag.article" if by == "tag" else "article"
    name = "tag.name" if by == "tag" else f"article.{by}"
    with reading():
        found = connection.execute(
            f"SELECT {name}, count(*), sum(article.read IS NULL) FROM {source}"  # noqa: S608 - constants only
            f" WHERE article.deleted IS NULL AND {name} IS NOT NULL GROUP BY {name} ORDER BY {name}"
        ).fetchall()
    return [Count(*row) for row in found]
