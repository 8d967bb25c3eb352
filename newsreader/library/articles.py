"""Articles as they are kept: every revision that differed, and where the reader was."""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newsreader.article import Article
from newsreader.errors import LibraryError, SourceError
from newsreader.library.database import transaction


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as it stands in a list: everything but its text."""

    id: int
    title: str
    outlet: str | None
    published: datetime | None
    opened: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """An article out of the library; ``row`` is the number of the row the reader was on."""

    id: int
    article: Article
    row: int


class Articles:
    """The articles of one library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, article: Article, address: str | None = None) -> Kept:
        """Keep ``article`` and return it with its id and the reader's place.

        An article is known again by its URL, by ``address`` (the sample), or by its text. A text
        that differs from all kept revisions becomes a new revision; none is ever overwritten.

        Raises LibraryError when the library cannot be written.
        """
        body = article.to_json()
        fingerprint = _fingerprint(article)
        address = article.url or address or f"text:{fingerprint}"
        now = datetime.now(UTC).isoformat()
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO article (address, title, outlet, published, opened)"
                " VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (address) DO UPDATE SET title = excluded.title,"
                " outlet = excluded.outlet, published = excluded.published,"
                " opened = excluded.opened",
                (address, article.title, article.outlet, body["published"], now),
            )
            number, row = self._connection.execute(
                "SELECT id, row FROM article WHERE address = ?", (address,)
            ).fetchone()
            self._connection.execute(
                "INSERT INTO revision (article, fetched, hash, body) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (article, hash) DO UPDATE SET fetched = excluded.fetched,"
                " body = excluded.body",
                (number, now, fingerprint, json.dumps(body, ensure_ascii=False)),
            )
        return Kept(number, article, row)

    def get(self, number: int) -> Kept:
        """Return the newest revision of an article.

        Raises SourceError when there is none of that id, LibraryError when it cannot be read.
        """
        try:
            found = self._connection.execute(
                "SELECT body, row FROM revision JOIN article ON article.id = revision.article"
                " WHERE article = ? ORDER BY fetched DESC, revision.id DESC LIMIT 1",
                (number,),
            ).fetchone()
        except sqlite3.Error as error:
            raise LibraryError(f"The library cannot be read: {error}.") from error
        if found is None:
            raise SourceError(f"The library holds no article {number}; `newsreader` lists all.")
        try:
            return Kept(number, Article.from_json(json.loads(found[0])), found[1])
        except ValueError as error:
            raise LibraryError(f"Article {number} in the library is damaged: {error}.") from error

    def recent(self, limit: int = 500) -> Sequence[Listed]:
        """Return the articles, the one opened last first.

        Raises LibraryError when the library cannot be read.
        """
        try:
            found = self._connection.execute(
                "SELECT id, title, outlet, published, opened FROM article"
                " ORDER BY opened DESC, id DESC LIMIT ?",
                (limit,),
            ).fetchall()
        except sqlite3.Error as error:
            raise LibraryError(f"The library cannot be read: {error}.") from error
        return [
            Listed(
                number,
                title,
                outlet,
                datetime.fromisoformat(published) if published else None,
                datetime.fromisoformat(opened),
            )
            for number, title, outlet, published, opened in found
        ]

    def set_row(self, number: int, row: int) -> None:
        """Remember that the reader is on ``row`` of an article."""
        with transaction(self._connection):
            self._connection.execute("UPDATE article SET row = ? WHERE id = ?", (row, number))


def _fingerprint(article: Article) -> str:
    blocks = [[block.kind, block.text] for block in article.blocks]
    return hashlib.sha256(json.dumps(blocks, ensure_ascii=False).encode()).hexdigest()
