"""What the reader does with articles: opens, marks as read, stars, tags and deletes them."""

import sqlite3
from collections.abc import Iterable

from newsreader.library.database import now, transaction
from newsreader.text import clean_line


class Flags:
    """The flags of one library's articles, and where the reader was.

    All of it raises LibraryError when the library cannot be written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def open(self, number: int) -> None:
        """Remember that an article was opened, which is to read it; deletion is undone."""
        time = now()
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE article SET opened = ?, read = coalesce(read, ?), deleted = NULL"
                " WHERE id = ?",
                (time, time, number),
            )

    def set_row(self, number: int, row: int) -> None:
        """Remember that the reader is on ``row`` of an article."""
        self._set("row", [number], row)

    def mark_read(self, numbers: Iterable[int], *, read: bool = True) -> None:
        """Mark articles as read, or as unread."""
        self._set("read", numbers, now() if read else None)

    def star(self, numbers: Iterable[int], *, starred: bool = True) -> None:
        """Give articles a star, or take it away."""
        self._set("starred", numbers, now() if starred else None)

    def delete(self, numbers: Iterable[int]) -> None:
        """Take articles out of every list. Nothing of them is lost until the library is pruned."""
        self._set("deleted", numbers, now())

    def undelete(self, numbers: Iterable[int]) -> None:
        """Take back a deletion."""
        self._set("deleted", numbers, None)

    def tag(self, numbers: Iterable[int], name: str) -> None:
        """Give articles a tag."""
        name = clean_line(name)
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT OR IGNORE INTO tag VALUES (?, ?)", [(one, name) for one in numbers]
            )

    def untag(self, numbers: Iterable[int], name: str) -> None:
        """Take a tag from articles."""
        name = clean_line(name)
        with transaction(self._connection):
            self._connection.executemany(
                "DELETE FROM tag WHERE article = ? AND name = ?", [(one, name) for one in numbers]
            )

    def _set(self, column: str, numbers: Iterable[int], value: str | int | None) -> None:
        with transaction(self._connection):
            self._connection.executemany(
                f"UPDATE article SET {column} = ? WHERE id = ?",  # noqa: S608 - constants only
                [(value, one) for one in numbers],
            )
