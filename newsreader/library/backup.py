"""Copies of the library: made while it is in use, and put back whole."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from newsreader.errors import LibraryError
from newsreader.library.database import PATIENCE, connect, copy_into, copy_to, plain
from newsreader.library.schema import MIGRATIONS

#: What SQLite writes beside a library that is in use.
BESIDE = ("-wal", "-shm")


def back_up(file: Path, to: Path) -> Path:
    """Copy the library at ``file`` to ``to`` (a file, or a folder), and return the copy.

    The library may be in use meanwhile. What stood at ``to`` stays until the copy is whole.

    Raises LibraryError when there is no library, it is damaged, or the copy cannot be written.
    """
    if to.is_dir():
        to = to / f"newsreader-{datetime.now():%Y-%m-%d}.db"
    with closing(_open(file)) as connection:
        _check(connection, file)
        try:
            copy_to(connection, to)
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"The copy {to} cannot be written: {plain(error)}.") from error
    return to


def restore(file: Path, source: Path) -> Path | None:
    """Make the library at ``file`` what the copy ``source`` is; return where the one before is.

    It happens all at once, also for another newsreader that has the library open. The copy itself
    is only read.

    Raises LibraryError when ``source`` is no whole library of this or an older version, or when
    the library cannot be written; it is then as it was.
    """
    with closing(_open(source)) as copy:
        _check(copy, source)
        before = beside(file, "before-restore") if file.exists() else None
        try:
            if before is not None and not _keep_whole(file, before):
                _move(file, before)
            if file.exists():
                with closing(sqlite3.connect(file, timeout=PATIENCE)) as library:
                    copy_into(copy, library)
            else:
                copy_to(copy, file)
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"The library {file} cannot be written: {plain(error)}.") from error
    connect(file).close()
    return before


def _open(file: Path) -> sqlite3.Connection:
    """Open a library that must exist, as it is."""
    if not file.is_file():
        raise LibraryError(f"There is no library at {file}.")
    try:
        return sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=PATIENCE
        )
    except sqlite3.Error as error:
        raise LibraryError(f"{file} cannot be opened: {plain(error)}.") from error


def _check(connection: sqlite3.Connection, file: Path) -> None:
    """Raise LibraryError unless this is a whole library that we know."""
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'article'").fetchone()
        state: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise LibraryError(f"{file} cannot be read: {plain(error)}.") from error
    _refuse_newer(version, file)
    if not known:
        raise LibraryError(f"{file} is not a newsreader library.")
    if state != "ok":
        raise LibraryError(f"{file} is damaged: {state}.")


def check_version(copy: Path, file: Path) -> None:
    """Raise LibraryError when a copy of ``file`` is of a newer newsreader; damage is no matter."""
    with closing(sqlite3.connect(copy)) as connection, suppress(sqlite3.DatabaseError):
        _refuse_newer(connection.execute("PRAGMA user_version").fetchone()[0], file)


def _refuse_newer(version: int, file: Path) -> None:
    if version > len(MIGRATIONS):
        raise LibraryError(f"{file} was written by a newer newsreader; update newsreader first.")


def _keep_whole(file: Path, to: Path) -> bool:
    """Copy the library to ``to``; False when it is too damaged for that."""
    try:
        with closing(sqlite3.connect(file, timeout=PATIENCE)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return False
            copy_to(connection, to)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    return True


def _move(file: Path, to: Path) -> None:
    for name in (*BESIDE, ""):
        part = file.with_name(file.name + name)
        if part.exists():
            part.replace(to.with_name(to.name + name))


def beside(file: Path, what: str) -> Path:
    """Return a name beside ``file`` that nothing has yet."""
    name = f"{file.name}.{what}-{datetime.now():%Y%m%d-%H%M%S}"
    number, found = 1, file.with_name(name)
    while found.exists():
        number += 1
        found = file.with_name(f"{name}-{number}")
    return found
