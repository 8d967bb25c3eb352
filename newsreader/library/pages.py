"""Pages as they were read: the newest one of each article, to read again when rules have changed.

They also let a server say that nothing has changed, and stand in when it cannot be reached.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from newsreader.errors import LibraryError
from newsreader.ingest.page import Page
from newsreader.library.database import reading, transaction

#: Bytes of a page before packing. What is larger is not kept; articles' pages have 0.03 to 0.5 MB.
LARGEST = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Copy:
    """What the library has of an address: an article, when it was read, and perhaps its page."""

    article: int
    fetched: datetime
    page: Page | None


class Pages:
    """The pages of one library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, article: int, page: Page) -> None:
        """Keep ``page`` as the one of ``article``.

        Raises LibraryError when the library cannot be written.
        """
        with transaction(self._connection):
            self._connection.execute("DELETE FROM page WHERE article = ?", (article,))
            if len(page.content) > LARGEST:
                return
            self._connection.execute(
                "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    article, page.url, page.fetched.isoformat(), page.content_type,
                    page.etag, page.changed, zlib.compress(page.content),
                ),
            )  # fmt: skip

    def find(self, address: str) -> Copy | None:
        """Return what was read at ``address``: an article's own, asked for, or arrived at.

        Raises LibraryError when the library cannot be read.
        """
        with reading():
            found = self._connection.execute(
                "SELECT revision.article, coalesce(page.fetched, max(revision.fetched)), page.url"
                " FROM revision LEFT JOIN page ON page.article = revision.article"
                " WHERE revision.article = (SELECT id FROM article WHERE address = ?1"
                " UNION ALL SELECT article FROM alias WHERE address = ?1 LIMIT 1)"
                " GROUP BY revision.article",
                (address,),
            ).fetchone()
        if found is None:
            return None
        article, fetched, url = found
        page = self.get(article) if url else None
        return Copy(article, datetime.fromisoformat(fetched), page)

    def get(self, article: int) -> Page | None:
        """Return the page of ``article``; None when there is none.

        Raises LibraryError when the library cannot be read or the page is damaged.
        """
        with reading():
            found = self._connection.execute(
                "SELECT url, content, type, fetched, etag, changed FROM page WHERE article = ?",
                (article,),
            ).fetchone()
        if found is None:
            return None
        url, packed, content_type, fetched, etag, changed = found
        unpack = zlib.decompressobj()
        try:
            content = unpack.decompress(packed, LARGEST + 1)
        except zlib.error:
            content = b""
        if not unpack.eof:
            raise LibraryError(f"The page of article {article} in the library is damaged.")
        return Page(url, content, content_type, datetime.fromisoformat(fetched), etag, changed)

    def addresses(self) -> Iterator[tuple[int, str]]:
        """Yield each article that has a page, and its own address; the newest page first.

        Raises LibraryError when the library cannot be read.
        """
        with reading():
            yield from self._connection.execute(
                "SELECT article, address FROM page JOIN article ON article.id = page.article"
                " ORDER BY page.fetched DESC"
            )
