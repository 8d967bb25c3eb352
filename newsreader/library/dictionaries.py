"""Dictionaries that the reader added: one SQLite file each, so that adding one is all or nothing.

The file is written under another name and renamed when it is whole; removing a dictionary is
deleting its file. Nothing of this is read at start.
"""

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsreader.dictionaries.entry import Facts, Headword, Source
from newsreader.errors import LibraryError, UsageError

_SUFFIX = ".dictionary"
#: What the file says of itself to SQLite ("nrdc"), so that no other database is taken for one.
_APPLICATION = 0x6E726463
_TABLES = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    word TEXT NOT NULL,
    pos TEXT NOT NULL,
    hanja TEXT NOT NULL,
    senses TEXT NOT NULL                   -- one a line
) STRICT;
"""
_BATCH = 5_000
#: Entries of one word that are shown, from one dictionary.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Added:
    """A dictionary that was added; ``name`` is what it is called in commands."""

    name: str
    facts: Facts
    entries: int
    added: str

    def to_json(self) -> dict[str, Any]:
        """Return the dictionary as a JSON object."""
        return {
            "name": self.name,
            "title": self.facts.title,
            "format": self.facts.format,
            "licence": self.facts.licence,
            "source": self.facts.source,
            "entries": self.entries,
            "added": self.added,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What one dictionary knows of a word; ``dictionary`` is its title."""

    dictionary: str
    entry: Headword

    def to_json(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        return {"dictionary": self.dictionary, **self.entry.to_json()}


class Dictionaries:
    """The dictionaries in ``folder``, in the order in which they were added."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[Added]:
        """Return the dictionaries. Raises LibraryError for one that cannot be read."""
        found = []
        for file in self._files():
            with _reading(file) as connection:
                rows = connection.execute("SELECT key, value FROM facts")
                told: dict[str, str] = dict(rows.fetchall())
            about = Facts(
                told.get("title", file.stem),
                told.get("format", ""),
                told.get("licence", ""),
                told.get("source", ""),
            )
            entries = int(told.get("entries", "0"))
            found.append(Added(file.stem, about, entries, told.get("added", "")))
        return sorted(found, key=lambda one: (one.added, one.name))

    def add(self, source: Source, *, origin: str = "") -> Added:
        """Keep a dictionary; one with the same title is replaced.

        ``origin`` says where it came from, should it not say so itself. Raises LibraryError when
        it cannot be written, SourceError of the source; nothing is changed then.
        """
        about = source.facts
        name = _name(about.title)
        file = self._folder / (name + _SUFFIX)
        unfinished = file.with_suffix(f".{os.getpid()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            count = _write(unfinished, source, about.source or origin)
            if not count:
                raise UsageError(
                    f"{about.title} has no entry with a Korean word; it was not added."
                )
            unfinished.replace(file)
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"The dictionary cannot be kept in {file}: {error}.") from error
        finally:
            unfinished.unlink(missing_ok=True)
        return next(one for one in self.all() if one.name == name)

    def remove(self, name: str) -> Added:
        """Delete the dictionary with this name or title and return what it was.

        Raises UsageError when there is none, LibraryError when it cannot be deleted.
        """
        for one in self.all():
            if name in (one.name, one.facts.title):
                file = self._folder / (one.name + _SUFFIX)
                try:
                    file.unlink()
                except OSError as error:
                    raise LibraryError(f"{file} cannot be deleted: {error.strerror}.") from error
                return one
        raise UsageError(f"There is no dictionary {name!r}; `newsreader dictionary list` has them.")

    def look_up(self, words: Sequence[str]) -> list[Answer]:
        """Return the entries of the first of ``words`` that each dictionary has.

        Raises LibraryError for a dictionary that cannot be read.
        """
        found = []
        for one in self.all() if words else ():
            with _reading(self._folder / (one.name + _SUFFIX)) as connection:
                for word in words:
                    rows = connection.execute(
                        "SELECT word, senses, pos, hanja FROM entry WHERE word = ? LIMIT ?",
                        (word, _MOST),
                    ).fetchall()
                    found += [
                        Answer(
                            one.facts.title,
                            Headword(word, tuple(senses.split("\n")), pos, hanja),
                        )
                        for word, senses, pos, hanja in rows
                    ]
                    if rows:
                        break
        return found

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{_SUFFIX}")) if self._folder.is_dir() else []


def _name(title: str) -> str:
    """Return a title as a name for files and commands: "My Words (2)" is my-words-2."""
    return re.sub(r"[^\w가-힣]+", "-", title.lower()).strip("-")[:60] or "dictionary"


def _write(file: Path, source: Source, origin: str) -> int:
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        # The file is thrown away unless it becomes whole.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        count = 0
        connection.execute("BEGIN")
        for batch in _batches(source.entries):
            connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?)", batch)
            count += len(batch)
        about = source.facts
        told = {
            "title": about.title,
            "format": about.format,
            "licence": about.licence,
            "source": origin,
            "entries": str(count),
            "added": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        connection.executemany("INSERT INTO facts VALUES (?, ?)", told.items())
        connection.execute("CREATE INDEX entry_word ON entry (word)")
        connection.execute("COMMIT")
    return count


def _batches(entries: Iterator[Headword]) -> Iterator[list[tuple[str, str, str, str]]]:
    batch: list[tuple[str, str, str, str]] = []
    for one in entries:
        batch.append((one.word, one.pos, one.hanja, "\n".join(one.senses)))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a dictionary to read. Raises LibraryError when it is damaged or something else."""
    try:
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
                raise LibraryError(f"{file} is not a dictionary of newsreader.")
            yield connection
    except sqlite3.Error as error:
        raise LibraryError(
            f"The dictionary {file} cannot be read ({error}); remove it and add it again."
        ) from error
