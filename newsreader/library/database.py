"""The library's one SQLite file: opening, migrating, and saying plainly what is wrong with it."""

import glob
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from newsreader.errors import LibraryError
from newsreader.library.schema import MIGRATIONS

#: Seconds to wait for another process that writes.
PATIENCE = 5.0
#: Seconds after which an unfinished copy is nobody's.
_ABANDONED = 3600.0


def connect(file: Path | None) -> sqlite3.Connection:
    """Open the library at ``file``, making or migrating it; None opens one that is never kept.

    Raises LibraryError when the file is not a database, is damaged, belongs to a newer version of
    newsreader, or cannot be read or written. The file is then as it was.
    """
    if file is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _prepare(connection, None)
        return connection
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"The library {file} cannot be opened: {plain(error)}.") from error
    try:
        _prepare(connection, file)
    except sqlite3.Error as error:
        connection.close()
        raise LibraryError(f"The library {file} cannot be used: {plain(error)}.") from error
    except BaseException:
        connection.close()
        raise
    return connection


def damage(file: Path) -> str | None:
    """Check every page of the library and how its parts fit; return what is wrong, or None.

    Raises LibraryError when it cannot even be opened.
    """
    connection = connect(file)
    try:
        found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
        connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
        lost = connection.execute(
            "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM document)"
        ).fetchone()[0]
    except sqlite3.Error as error:
        return f"The library {file} is damaged: {plain(error)}."
    finally:
        connection.close()
    if found != "ok":
        return f"The library {file} is damaged: {found}."
    if orphan:
        return f"The library {file} has a {orphan[0]} that belongs to nothing."
    return f"{lost:,} articles of the library {file} cannot be found by search." if lost else None


@contextmanager
def reading() -> Iterator[None]:
    """Raise LibraryError, in one sentence, where SQLite fails to read."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(f"The library cannot be read: {plain(error)}.") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what happens inside one whole, visible to others only at its end.

    One inside another is a part of it. Raises LibraryError when the disk is full, the file is
    read-only or stays locked by another process for five seconds; nothing of the transaction is
    then kept.
    """
    inside = connection.in_transaction
    if inside:
        yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        raise LibraryError(f"The library cannot be written: {plain(error)}.") from error
    try:
        yield
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise LibraryError(f"The library cannot be written: {plain(error)}.") from error
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def now() -> str:
    """Return the time as the library writes it down: ISO 8601, UTC."""
    return datetime.now(UTC).isoformat()


def _prepare(connection: sqlite3.Connection, file: Path | None) -> None:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"The library {file} was written by a newer newsreader (version {version} of its"
            f" tables, this one knows {len(MIGRATIONS)}); update newsreader to open it."
        )
    # WAL lets readers and one writer of several processes work at once; NORMAL loses nothing when
    # a process is killed, only when the machine loses power between two checkpoints.
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    if version < len(MIGRATIONS):
        if version and file:
            copy_to(connection, file.with_name(f"{file.name}.v{version}.backup"))
        _migrate(connection)


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite does not wait for another process here, so we do: for five seconds."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date in one transaction, alone even against another process."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        for migration in MIGRATIONS[version:]:
            for statement in _statements(migration):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Split ``script`` without ``executescript``, which would commit our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def copy_to(connection: sqlite3.Connection, to: Path) -> None:
    """Copy a library to a file of its own. What stood there stays until the copy is whole.

    Raises OSError and sqlite3.Error.
    """
    _remove_abandoned(to)
    unfinished = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            copy_into(connection, copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, and none beside it
        unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)


def _remove_abandoned(to: Path) -> None:
    """Remove what a copy to ``to`` left that was killed: what nobody has written to for an hour."""
    for part in to.parent.glob(f".{glob.escape(to.name)}.*.part*"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _ABANDONED:
                part.unlink()


def copy_into(connection: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Make one library what another is, in one transaction.

    Raises sqlite3.Error, also when either stays locked for five seconds.
    """
    end = time.monotonic() + PATIENCE

    def watch(status: int, left: int, total: int) -> None:
        """Give up: SQLite itself would try for ever."""
        del status
        if left == total and time.monotonic() > end:
            raise sqlite3.OperationalError("database is locked")

    connection.backup(other, progress=watch, sleep=0.05)


def plain(error: Exception) -> str:
    """Say what SQLite or the system complains of, without a traceback's vocabulary."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    text = str(error)
    return {
        "file is not a database": "the file is not a newsreader library",
        "database disk image is malformed": "the file is damaged",
        "attempt to write a readonly database": "the file may only be read",
        "unable to open database file": "the folder or the file may not be written",
        "database is locked": "another program keeps it locked",
        "database or disk is full": "the disk is full",
    }.get(text, text)
