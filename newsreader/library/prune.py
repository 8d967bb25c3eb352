"""How much room the parts of the library take, and making room: only ever at the reader's word."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newsreader.errors import LibraryError
from newsreader.library import index
from newsreader.library.database import plain, reading, transaction

_PARTS = {
    "articles": "SELECT count(*), sum(length(title) * 3 + coalesce(length(summary), 0) * 3)"
    " FROM article",
    "texts": "SELECT count(*), sum(length(CAST(body AS BLOB))) FROM revision",
    "pages": "SELECT count(*), sum(length(content)) FROM page",
    "search": "SELECT (SELECT count(*) FROM document),"
    " (SELECT sum(length(sentences)) FROM document) + (SELECT sum(length(block)) FROM word_data)",
    "memory": "SELECT count(*), sum(length(CAST(ko AS BLOB)) + length(CAST(en AS BLOB)) + 64)"
    " FROM memory",
    "notes": "SELECT count(*), sum(length(CAST(text AS BLOB))) FROM note",
    "deleted": "SELECT count(*), 0 FROM article WHERE deleted IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the library: how many entries, and about how many bytes."""

    name: str
    entries: int
    size: int


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many articles and pages were removed."""

    articles: int
    pages: int


def parts(connection: sqlite3.Connection) -> list[Part]:
    """Return what the library holds. Raises LibraryError."""
    with reading():
        found = {name: connection.execute(sql).fetchone() for name, sql in _PARTS.items()}
    return [Part(name, count, size or 0) for name, (count, size) in found.items()]


def prune(
    connection: sqlite3.Connection,
    *,
    pages: int | None = None,
    unopened: int | None = None,
    deleted: bool = False,
) -> Pruned:
    """Remove for good what the reader can do without, and give the room back.

    ``pages``: the pages that are older than so many days; their texts stay. ``unopened``: articles
    older than so many days that were never opened, and have no star, tag or note. ``deleted``:
    articles that were deleted.

    Raises LibraryError when the library cannot be written; nothing is then removed.
    """
    today = datetime.now(UTC)
    conditions, values = [], []
    if deleted:
        conditions.append("deleted IS NOT NULL")
    if unopened is not None:
        conditions.append(
            "(moment < ? AND opened IS NULL AND starred IS NULL"
            " AND id NOT IN (SELECT article FROM tag UNION SELECT article FROM note"
            " UNION SELECT article FROM highlight))"
        )
        values.append(int((today - timedelta(days=unopened)).timestamp()))
    gone = removed = 0
    with transaction(connection):
        if pages is not None:
            before = (today - timedelta(days=pages)).isoformat()
            gone = connection.execute("DELETE FROM page WHERE fetched < ?", (before,)).rowcount
        if conditions:
            for (number,) in connection.execute(
                f"SELECT id FROM article WHERE {' OR '.join(conditions)}",  # noqa: S608 - our own parts only
                values,
            ).fetchall():
                index.remove(connection, number)
                connection.execute("DELETE FROM article WHERE id = ?", (number,))
                removed += 1
    try:
        connection.execute("INSERT INTO word (word) VALUES ('optimize')")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise LibraryError(
            f"What was to go is removed, but the file is no smaller yet: {plain(error)}."
        ) from error
    return Pruned(removed, gone)
