"""Where an article is to be found: at its own address, and at those of portals and redirects.

All of it happens within a transaction of the caller's.
"""

import sqlite3
from collections.abc import Iterable

from newsreader.library import index

#: Tables with something of an article that goes over to another when the two are joined.
_PARTS = ("alias", "revision", "page", "entry", "tag", "note", "highlight", "seen", "sighting")


class Addresses:
    """The addresses of one library's articles."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, address: str) -> int | None:
        """Return the article at an address."""
        found = self._connection.execute(
            "SELECT id FROM article WHERE address = ?1"
            " UNION ALL SELECT article FROM alias WHERE address = ?1 LIMIT 1",
            (address,),
        ).fetchone()
        return found[0] if found else None

    def headline(self, addresses: Iterable[str]) -> int | None:
        """Return the article at one of ``addresses`` whose text is not here yet."""
        known = (number for number in map(self.find, addresses) if number is not None)
        return next((number for number in known if not self._has_text(number)), None)

    def add(self, number: int, addresses: Iterable[str]) -> None:
        """Let an article be known by ``addresses`` too; a mere headline at one of them joins it."""
        for address in addresses:
            other = self.find(address)
            if other == number:
                continue
            if other is not None and not self._has_text(other):
                self.join(number, other)
            elif other is not None and not self._has_text(number):
                continue
            self._connection.execute(
                "INSERT INTO alias SELECT ?1, ?2"
                " WHERE NOT EXISTS (SELECT 1 FROM article WHERE address = ?1)"
                " ON CONFLICT (address) DO UPDATE SET article = excluded.article",
                (address, number),
            )

    def join(self, number: int, other: int) -> int:
        """Make one article of two and return it: the first that has a text."""
        if number == other:
            return number
        if self._has_text(other) and not self._has_text(number):
            number, other = other, number
        for table in _PARTS:
            self._connection.execute(
                f"UPDATE OR IGNORE {table} SET article = ? WHERE article = ?",  # noqa: S608 - constants only
                (number, other),
            )
        address, opened, read, starred = self._connection.execute(
            "SELECT address, opened, read, starred FROM article WHERE id = ?", (other,)
        ).fetchone()
        index.remove(self._connection, other)
        self._connection.execute("DELETE FROM article WHERE id = ?", (other,))
        self._connection.execute(
            "UPDATE article SET opened = coalesce(opened, ?), read = coalesce(read, ?),"
            " starred = coalesce(starred, ?) WHERE id = ?",
            (opened, read, starred, number),
        )
        self.add(number, (address,))
        index.put_notes(self._connection, number)
        return number

    def _has_text(self, number: int) -> bool:
        found = self._connection.execute("SELECT rows FROM article WHERE id = ?", (number,))
        return bool(found.fetchone()[0])
