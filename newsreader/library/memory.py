"""The translation memory in SQLite."""

import asyncio
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher

from newsreader.errors import LibraryError
from newsreader.library.database import PATIENCE, transaction
from newsreader.translate.engine import Remembered, Similar
from newsreader.translate.memory import READER, correction_key

#: Values in one statement; SQLite before 3.32 takes no more than 999.
_CHUNK = 500
_FIELDS = "key, ko, en, engine, version, created"

#: What translators' tools offer as a near match begins here.
_LIKE = 0.75
#: Similar sentences are looked for among those that begin with as many of the same letters.
_BEGINNINGS = (6, 2)
_CANDIDATES = 500
#: The longest that comparing takes, in seconds: it may happen beside a screen that scrolls.
_PATIENCE = 0.03
#: Longer texts take too long to compare.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Holding:
    """What the memory holds of one engine's English (``reader``: the reader's own)."""

    engine: str
    entries: int
    oldest: str
    newest: str


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

    async def similar(self, text: str, limit: int = 3) -> list[Similar]:
        """Return what is known of Korean at least 75 % like the normalised ``text``, nearest first.

        Only sentences that begin with the same two letters are looked at, and for some
        hundredths of a second, in a thread with a connection of its own. Raises LibraryError when
        the memory cannot be read.
        """
        if not 2 <= len(text) <= _LONGEST:
            return []
        with _readable():
            file = self._connection.execute("PRAGMA database_list").fetchone()[2]
        if not file:  # it lives in this connection alone
            return self._similar(self._connection, text, limit)
        return await asyncio.to_thread(self._similar_in, file, text, limit)

    def _similar_in(self, file: str, text: str, limit: int) -> list[Similar]:
        with _readable(), closing(sqlite3.connect(file, timeout=PATIENCE)) as connection:
            return self._similar(connection, text, limit)

    def _similar(self, connection: sqlite3.Connection, text: str, limit: int) -> list[Similar]:
        end = time.monotonic() + _PATIENCE
        matcher = SequenceMatcher(None, "", text, autojunk=False)
        found: dict[str, Similar] = {}
        for letters in _BEGINNINGS:
            for entry in _beginning(connection, text[:letters], len(text)):
                if time.monotonic() > end:
                    break
                if entry.ko in found:
                    continue
                matcher.set_seq1(entry.ko)
                if matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE:
                    likeness = matcher.ratio()
                    if likeness >= _LIKE:
                        found[entry.ko] = Similar(likeness, entry)
            if len(found) >= limit:
                break
        return sorted(found.values(), key=lambda one: -one.likeness)[:limit]

    def holdings(self) -> list[Holding]:
        """Return what is kept of each engine, most first. Raises LibraryError."""
        with _readable():
            return [
                Holding(*row)
                for row in self._connection.execute(
                    "SELECT engine, count(*), min(created), max(created) FROM memory"
                    " GROUP BY engine ORDER BY count(*) DESC, engine"
                )
            ]

    def keep(self, entries: Iterable[Remembered]) -> None:
        """Keep ``entries``, each in place of what had its key; of an older date, only what is new.

        Raises LibraryError when the library cannot be written; none of them is then kept.
        """
        now = datetime.now(UTC)
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO memory (key, ko, en, engine, version, created)"
                " VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET en = excluded.en, created = excluded.created"
                " WHERE ? OR excluded.created >= created",
                (
                    (
                        *(one.key, one.ko, one.en, one.engine, one.version),
                        *(_text(one.created or now), one.created is None),
                    )
                    for one in entries
                ),
            )

    def forget(self, keys: Sequence[str]) -> None:
        """Remove what is known under ``keys``. Raises LibraryError when it cannot be written."""
        with transaction(self._connection):
            self._connection.executemany("DELETE FROM memory WHERE key = ?", [(k,) for k in keys])

    def __iter__(self) -> Iterator[Remembered]:
        """Go through the whole memory, oldest first. Raises LibraryError."""
        with _readable():
            for found in self._connection.execute(f"SELECT {_FIELDS} FROM memory ORDER BY created"):  # noqa: S608 - constants only
                yield _remembered(found)

    def _select(self, column: str, values: Sequence[str], order: str = "") -> list[Remembered]:
        found: list[Remembered] = []
        with _readable():
            for start in range(0, len(values), _CHUNK):
                chunk = values[start : start + _CHUNK]
                marks = ",".join("?" * len(chunk))
                statement = f"SELECT {_FIELDS} FROM memory WHERE {column} IN ({marks}) {order}"  # noqa: S608 - column and order are ours
                found += [_remembered(row) for row in self._connection.execute(statement, chunk)]
        return found


def _remembered(row: tuple[str, str, str, str, str, str]) -> Remembered:
    return Remembered(*row[:5], created=datetime.fromisoformat(row[5]))


def _text(moment: datetime) -> str:
    """Return ``moment`` as it is kept: texts that are in order as the moments are."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _beginning(connection: sqlite3.Connection, start: str, length: int) -> list[Remembered]:
    """Return entries whose Korean begins with ``start``, none too long or short to be alike."""
    # Of two texts that are 75 % alike the shorter has 3/5 of the longer one's letters at least.
    statement = (
        f"SELECT {_FIELDS} FROM memory"  # noqa: S608 - constants only
        " WHERE ko >= ? AND ko < ? AND length(ko) BETWEEN ? AND ? LIMIT ?"
    )
    bounds = (start, start + "\U0010ffff", length * 3 // 5, length * 5 // 3 + 1, _CANDIDATES)
    with _readable():
        return [_remembered(row) for row in connection.execute(statement, bounds)]


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(f"The translation memory cannot be read: {error}.") from error
