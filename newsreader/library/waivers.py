"""Warnings that the reader has waived: each for one sentence, with the reason."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from newsreader.article import RowWarning
from newsreader.errors import LibraryError
from newsreader.library.database import transaction

#: What only explains the Korean of a message, as in 44명 (44 people), is not what was waived.
_EXPLAINED = re.compile(r" \([^()]*\)(?=\.$)")


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning about the sentence ``ko`` that is shown no more, and why; ``created`` is UTC."""

    ko: str
    code: str
    message: str
    reason: str
    created: str


class Waivers:
    """What was waived. Belongs to the thread that opened the connection; :meth:`holds` to none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known = {_key(one.ko, one.code, one.message) for one in self.all()}

    def holds(self, ko: str, warning: RowWarning) -> bool:
        """Say whether this warning about this sentence was waived."""
        wordings = filter(None, (warning.message, warning.formerly))
        return any(_key(ko, warning.code, one) in self._known for one in wordings)

    def add(self, ko: str, warning: RowWarning, reason: str) -> None:
        """Waive a warning, or give it another reason. Raises LibraryError; nothing is then kept."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO waiver (ko, code, message, reason, created) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET reason = excluded.reason",
                (ko, warning.code, warning.message, reason, datetime.now(UTC).isoformat()),
            )
        self._known.add(_key(ko, warning.code, warning.message))

    def remove(self, ko: str, warning: RowWarning) -> None:
        """Let a warning be shown again. Raises LibraryError; nothing is then changed."""
        with transaction(self._connection):
            self._connection.execute(
                "DELETE FROM waiver WHERE ko = ? AND code = ? AND message = ?",
                (ko, warning.code, warning.message),
            )
        self._known.discard(_key(ko, warning.code, warning.message))

    def all(self) -> list[Waiver]:
        """Return all waivers, oldest first. Raises LibraryError when they cannot be read."""
        try:
            rows = self._connection.execute(
                "SELECT ko, code, message, reason, created FROM waiver ORDER BY created, ko"
            ).fetchall()
        except sqlite3.Error as error:
            raise LibraryError(f"The waived warnings cannot be read: {error}.") from error
        return [Waiver(*row) for row in rows]


def _key(ko: str, code: str, message: str) -> tuple[str, str, str]:
    return ko, code, _EXPLAINED.sub("", message)
