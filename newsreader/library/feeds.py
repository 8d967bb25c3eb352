"""The feeds that the reader follows, when each is due, and what went wrong with it."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from newsreader.errors import UsageError
from newsreader.library.database import now, reading, transaction
from newsreader.library.listing import Count

Kind = Literal["feed", "list"]

_FIELDS = (
    "id, url, title, outlet, section, kind, added, etag, changed, checked, due, failures, problem"
)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed (RSS, Atom) or a page that lists articles.

    ``etag`` and ``changed`` (Last-Modified) are as the server sent them. ``due`` is None when it
    should be read at once. ``failures`` counts those since the last success, ``problem`` is the
    last one in a sentence.
    """

    id: int
    url: str
    title: str
    outlet: str | None
    section: str | None
    kind: Kind
    added: datetime
    etag: str | None = None
    changed: str | None = None
    checked: datetime | None = None
    due: datetime | None = None
    failures: int = 0
    problem: str | None = None


class Feeds:
    """The feeds of one library. What writes raises LibraryError when it cannot be written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(
        self,
        url: str,
        title: str,
        *,
        outlet: str | None = None,
        section: str | None = None,
        kind: Kind = "feed",
    ) -> Feed:
        """Follow a feed and return it; one that is followed already stays as it is."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT OR IGNORE INTO feed (url, title, outlet, section, kind, added)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (url, title, outlet, section, kind, now()),
            )
        (feed,) = self._select("url = ?", url)
        return feed

    def all(self) -> list[Feed]:
        """Return all feeds by outlet, section and title. Raises LibraryError."""
        return self._select("1")

    def get(self, number: int) -> Feed:
        """Return a feed. Raises UsageError when there is none of that id, LibraryError."""
        found = self._select("id = ?", number)
        if not found:
            raise UsageError(f"There is no feed {number}.")
        return found[0]

    def find(self, url: str) -> Feed | None:
        """Return the feed at an address. Raises LibraryError."""
        return next(iter(self._select("url = ?", url)), None)

    def due(self, at: datetime | None = None) -> list[Feed]:
        """Return the feeds to read at a time (now), the longest due first. Raises LibraryError.

        A feed that was checked after ``at`` is due as well: the clock has gone backwards.
        """
        time = (at or datetime.now(UTC)).astimezone(UTC).isoformat()
        feeds = self._select("due IS NULL OR due <= ? OR checked > ?", time, time)
        return sorted(feeds, key=lambda feed: feed.due.timestamp() if feed.due else 0.0)

    def counts(self) -> dict[int, Count]:
        """Return how many articles each feed has, by the feed's id. Raises LibraryError."""
        with reading():
            found = self._connection.execute(
                "SELECT feed.id, feed.title, count(*), sum(article.read IS NULL)"
                " FROM feed JOIN entry ON entry.feed = feed.id"
                " JOIN article ON article.id = entry.article"
                " WHERE article.deleted IS NULL GROUP BY feed.id"
            ).fetchall()
        return {number: Count(*rest) for number, *rest in found}

    def newest_entry(self) -> int:
        """Return the id of the newest article that came with a feed, or 0. Raises LibraryError."""
        with reading():
            found = self._connection.execute("SELECT coalesce(max(article), 0) FROM entry")
            number: int = found.fetchone()[0]
        return number

    def entries_after(self, article: int) -> list[int]:
        """Return the articles of feeds that came later than one, by id. Raises LibraryError."""
        with reading():
            found = self._connection.execute(
                "SELECT DISTINCT article FROM entry WHERE article > ? ORDER BY article", (article,)
            ).fetchall()
        return [number for (number,) in found]

    def rename(self, number: int, title: str) -> None:
        """Give a feed another title."""
        self._set(number, title=title)

    def move(self, number: int, url: str) -> None:
        """Give a feed the address that it has moved to for good; one there already stays."""
        if self.find(url) is None:
            self._set(number, url=url)

    def remove(self, number: int) -> None:
        """Follow a feed no longer. Its articles stay."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM feed WHERE id = ?", (number,))

    def succeeded(
        self, number: int, due: datetime, *, etag: str | None = None, changed: str | None = None
    ) -> None:
        """Write down that a feed was read and when it is due again."""
        self._set(
            number, checked=now(), due=due.astimezone(UTC).isoformat(), etag=etag,
            changed=changed, failures=0, problem=None,
        )  # fmt: skip

    def failed(self, number: int, due: datetime, problem: str) -> None:
        """Write down why a feed could not be read, in a sentence, and when to try again."""
        with transaction(self._connection):
            self._set(number, checked=now(), due=due.astimezone(UTC).isoformat(), problem=problem)
            self._connection.execute(
                "UPDATE feed SET failures = failures + 1 WHERE id = ?", (number,)
            )

    def _set(self, number: int, **values: Any) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        with transaction(self._connection):
            self._connection.execute(
                f"UPDATE feed SET {columns} WHERE id = ?",  # noqa: S608 - names are our own
                (*values.values(), number),
            )

    def _select(self, condition: str, *values: Any) -> list[Feed]:
        with reading():
            found = self._connection.execute(
                f"SELECT {_FIELDS} FROM feed WHERE {condition}"  # noqa: S608 - constants only
                " ORDER BY outlet, section, title, id",
                values,
            ).fetchall()
        return [_feed(row) for row in found]


def _feed(row: tuple[Any, ...]) -> Feed:
    number, url, title, outlet, section, kind, added, etag, changed, checked, due, *rest = row
    return Feed(
        number, url, title, outlet, section, kind, datetime.fromisoformat(added), etag, changed,
        datetime.fromisoformat(checked) if checked else None,
        datetime.fromisoformat(due) if due else None,
        *rest,
    )  # fmt: skip
