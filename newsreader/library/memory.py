"""The translation memory in SQLite."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from newsreader.errors import LibraryError
from newsreader.library.database import transaction
from newsreader.translate.engine import Remembered
from newsreader.translate.memory import READER, correction_key

#: Values in one statement; SQLite before 3.32 takes no more than 999.
_CHUNK = 500
_FIELDS = "key, ko, en, engine, version"


class SqliteMemory:
    """What was translated before. Belongs to the thread that opened the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, keys: Sequence[str]) -> dict[str, Remembered]:
        """Return what is known under ``keys``. Raises LibraryError when it cannot be read."""
        return {entry.key: entry for entry in self._select("key", keys)}

    def corrections(self, texts: Sequence[str]) -> dict[str, Remembered]:
        """Return the reader's own English by normalised Korean text.

        Raises LibraryError when it cannot be read.
        """
        found = self.find([correction_key(text) for text in texts])
        return {entry.ko: entry for entry in found.values()}

    def newest(self, texts: Sequence[str]) -> dict[str, Remembered]:
        """Return the last English that any engine gave, by normalised Korean text.

        Raises LibraryError when it cannot be read.
        """
        # Later entries overwrite earlier ones of the same Korean.
        return {
            entry.ko: entry
            for entry in self._select("ko", texts, "ORDER BY created")
            if entry.engine != READER
        }

    def keep(self, entries: Iterable[Remembered]) -> None:
        """Keep ``entries``, each in place of what had its key.

        Raises LibraryError when the library cannot be written; none of them is then kept.
        """
        now = datetime.now(UTC).isoformat()
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO memory (key, ko, en, engine, version, created)"
                " VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET en = excluded.en, created = excluded.created",
                ((one.key, one.ko, one.en, one.engine, one.version, now) for one in entries),
            )

    def forget(self, keys: Sequence[str]) -> None:
        """Remove what is known under ``keys``. Raises LibraryError when it cannot be written."""
        with transaction(self._connection):
            self._connection.executemany("DELETE FROM memory WHERE key = ?", [(k,) for k in keys])

    def __iter__(self) -> Iterator[Remembered]:
        """Go through the whole memory, oldest first. Raises LibraryError."""
        with _readable():
            for found in self._connection.execute(f"SELECT {_FIELDS} FROM memory ORDER BY created"):  # noqa: S608 - constants only
                yield Remembered(*found)

    def _select(self, column: str, values: Sequence[str], order: str = "") -> list[Remembered]:
        found: list[Remembered] = []
        with _readable():
            for start in range(0, len(values), _CHUNK):
                chunk = values[start : start + _CHUNK]
                marks = ",".join("?" * len(chunk))
                statement = f"SELECT {_FIELDS} FROM memory WHERE {column} IN ({marks}) {order}"  # noqa: S608 - column and order are ours
                found += [Remembered(*row) for row in self._connection.execute(statement, chunk)]
        return found


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(f"The translation memory cannot be read: {error}.") from error
