"""What the reader leaves on an article: notes on a row, and highlights."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsreader.article import Row
from newsreader.errors import UsageError
from newsreader.library import index
from newsreader.library.database import now, reading, transaction


@dataclass(frozen=True, slots=True)
class Note:
    """A note on the sentence ``ko``, which was row ``row`` when the note was written."""

    id: int
    article: int
    row: int
    ko: str
    text: str
    created: datetime
    changed: datetime


@dataclass(frozen=True, slots=True)
class Highlight:
    """``text``, which stands at [start:end] of one side of the row whose Korean is ``ko``."""

    id: int
    article: int
    row: int
    ko: str
    side: Literal["ko", "en"]
    start: int
    end: int
    text: str
    created: datetime


class Notes:
    """The notes of one library. What writes raises LibraryError when it cannot be written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, article: int, row: Row, text: str) -> Note:
        """Write a note on a row."""
        time = now()
        with transaction(self._connection):
            number = self._connection.execute(
                "INSERT INTO note (article, row, ko, text, created, changed)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (article, row.id, row.ko, text, time, time),
            ).lastrowid
            index.put_notes(self._connection, article)
        assert number is not None
        when = datetime.fromisoformat(time)
        return Note(number, article, row.id, row.ko, text, when, when)

    def restore(self, note: Note) -> None:
        """Write a note again that was removed, as it was."""
        times = (note.created.isoformat(), note.changed.isoformat())
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO note (id, article, row, ko, text, created, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (note.id, note.article, note.row, note.ko, note.text, *times),
            )
            index.put_notes(self._connection, note.article)

    def change(self, number: int, text: str) -> None:
        """Give a note another text. Raises UsageError when there is none of that id."""
        with transaction(self._connection):
            found = self._connection.execute(
                "UPDATE note SET text = ?, changed = ? WHERE id = ? RETURNING article",
                (text, now(), number),
            ).fetchone()
            self._put(number, found)

    def move(self, number: int, row: int, ko: str) -> None:
        """Put a note on another sentence. Raises UsageError when there is none of that id."""
        with transaction(self._connection):
            found = self._connection.execute(
                "UPDATE note SET row = ?, ko = ?, changed = ? WHERE id = ? RETURNING article",
                (row, ko, now(), number),
            ).fetchone()
            self._put(number, found)

    def remove(self, number: int) -> None:
        """Remove a note. Raises UsageError when there is none of that id."""
        with transaction(self._connection):
            found = self._connection.execute(
                "DELETE FROM note WHERE id = ? RETURNING article", (number,)
            ).fetchone()
            self._put(number, found)

    def get(self, number: int) -> Note:
        """Return a note. Raises UsageError when there is none of that id, LibraryError."""
        found = self._select("id = ?", number)
        if not found:
            raise UsageError(f"There is no note {number}.")
        return found[0]

    def of(self, article: int) -> list[Note]:
        """Return an article's notes, oldest first. Raises LibraryError."""
        return self._select("article = ?", article)

    def all(self) -> list[Note]:
        """Return all notes, article by article. Raises LibraryError."""
        return self._select("1")

    def _select(self, condition: str, *values: int) -> list[Note]:
        with reading():
            found = self._connection.execute(
                "SELECT id, article, row, ko, text, created, changed FROM note"  # noqa: S608 - constants only
                f" WHERE {condition} ORDER BY article, id",
                values,
            ).fetchall()
        return [
            Note(note, number, row, ko, text, *map(datetime.fromisoformat, times))
            for note, number, row, ko, text, *times in found
        ]

    def _put(self, number: int, found: tuple[int] | None) -> None:
        if found is None:
            raise UsageError(f"There is no note {number}.")
        index.put_notes(self._connection, found[0])


def placed(notes: Iterable[Note], rows: Sequence[Row]) -> tuple[dict[int, list[Note]], list[Note]]:
    """Return notes by the id of the row that their sentence is in ``rows``, and the others.

    A sentence that stands in an article more than once is the one nearest to where it was.
    """
    ids: dict[str, list[int]] = {}
    for row in rows:
        ids.setdefault(row.ko, []).append(row.id)
    found: dict[int, list[Note]] = {}
    others = []
    for note in notes:
        if note.ko in ids:
            nearest = min(ids[note.ko], key=lambda number: abs(number - note.row))
            found.setdefault(nearest, []).append(note)
        else:
            others.append(note)
    return found, others


class Highlights:
    """The highlights of one library. What writes raises LibraryError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(
        self, article: int, row: Row, side: Literal["ko", "en"], start: int, end: int
    ) -> Highlight:
        """Highlight [start:end] of one side of a row. Raises UsageError when nothing is there."""
        text = ((row.ko if side == "ko" else row.en) or "")[start:end]
        if not text:
            raise UsageError(f"Row {row.id} has no text there to highlight.")
        time = now()
        with transaction(self._connection):
            number = self._connection.execute(
                "INSERT INTO highlight (article, row, ko, side, first, last, text, created)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (article, row.id, row.ko, side, start, end, text, time),
            ).lastrowid
        assert number is not None
        when = datetime.fromisoformat(time)
        return Highlight(number, article, row.id, row.ko, side, start, end, text, when)

    def remove(self, number: int) -> None:
        """Remove a highlight."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM highlight WHERE id = ?", (number,))

    def of(self, article: int) -> list[Highlight]:
        """Return an article's highlights, oldest first. Raises LibraryError."""
        with reading():
            found = self._connection.execute(
                "SELECT id, article, row, ko, side, first, last, text, created FROM highlight"
                " WHERE article = ? ORDER BY id",
                (article,),
            ).fetchall()
        return [
            Highlight(
                mark, number, row, ko, side, start, end, text, datetime.fromisoformat(created)
            )
            for mark, number, row, ko, side, start, end, text, created in found
        ]
