"""The terms that stood in what was read: how often a reader has met each."""

import sqlite3
from collections.abc import Iterable

from newsreader.library.database import now, reading, transaction


class Seen:
    """The terms seen in one library. What writes raises LibraryError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, article: int, terms: Iterable[str]) -> None:
        """Write down that terms stood in an article that was read."""
        time = now()
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)",
                [(term, article, time) for term in terms],
            )

    def count(self, term: str) -> int:
        """Return in how many articles a term was seen. Raises LibraryError."""
        with reading():
            found = self._connection.execute("SELECT count(*) FROM seen WHERE term = ?", (term,))
            number: int = found.fetchone()[0]
        return number
