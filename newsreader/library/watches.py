"""Words that the reader watches for, and the articles that they were found in."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsreader.library.database import now, reading, transaction


@dataclass(frozen=True, slots=True)
class Watch:
    """A word to watch for: Korean in its dictionary form, or English."""

    word: str
    language: Literal["ko", "en"]
    added: datetime


class Watches:
    """The watched words of one library. What writes raises LibraryError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, word: str, language: Literal["ko", "en"]) -> None:
        """Watch for a word."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO watch VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET language = excluded.language",
                (word, language, now()),
            )

    def remove(self, word: str) -> bool:
        """Watch for a word no longer; say whether it was watched for."""
        with transaction(self._connection):
            done = self._connection.execute("DELETE FROM watch WHERE word = ?", (word,))
        return bool(done.rowcount)

    def all(self) -> list[Watch]:
        """Return the words in alphabetical order. Raises LibraryError."""
        with reading():
            found = self._connection.execute(
                "SELECT word, language, added FROM watch ORDER BY word"
            ).fetchall()
        return [
            Watch(word, language, datetime.fromisoformat(added)) for word, language, added in found
        ]

    def sighted(self, article: int, sentences: Mapping[str, str]) -> None:
        """Write down in which sentence of an article each word was found."""
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT OR IGNORE INTO sighting VALUES (?, ?, ?)",
                [(word, article, sentence) for word, sentence in sentences.items()],
            )

    def sightings(self, article: int) -> dict[str, str]:
        """Return the words that were found in an article, and the sentence. Raises LibraryError."""
        with reading():
            return dict(
                self._connection.execute(
                    "SELECT word, sentence FROM sighting WHERE article = ? ORDER BY word",
                    (article,),
                ).fetchall()
            )
