"""What the app remembers between two starts: the chosen engine, consent, theme and view."""

import json
import sqlite3
from typing import Any

from newsreader.library.database import transaction


class State:
    """A small store of JSON values by name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of ``name``, or ``default`` when it is not set or not readable."""
        try:
            found = self._connection.execute(
                "SELECT value FROM state WHERE key = ?", (name,)
            ).fetchone()
            return default if found is None else json.loads(found[0])
        except (sqlite3.Error, ValueError):
            return default

    def set(self, name: str, value: Any) -> None:
        """Keep ``value``. Raises LibraryError when the library cannot be written."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO state (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (name, json.dumps(value, ensure_ascii=False)),
            )
