"""Reading what can be read of a damaged library into a new one."""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from newsreader.article import Article
from newsreader.errors import LibraryError
from newsreader.library import index
from newsreader.library.articles import Articles
from newsreader.library.backup import BESIDE, beside, check_version
from newsreader.library.database import connect, now, plain

#: The tables whose rows belong to an article.
_CHILDREN = (
    "alias", "revision", "page", "document", "entry", "tag", "note", "highlight", "seen", "sighting"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was read out of a damaged library, by table, and where the damaged one is kept."""

    rows: dict[str, int]
    original: Path


def repair(file: Path) -> Repaired:
    """Read what can be read of a damaged library into a new one, which takes its place.

    Raises LibraryError when nothing can be read, or the new one cannot be written; the library is
    then as it was.
    """
    reading, new = beside(file, "reading"), beside(file, "repaired")
    try:
        _copy(file, reading)
        check_version(reading, file)
        rows = _rescue(reading, new)
        original = beside(file, "damaged")
        _copy(file, original)
        # Nothing of the old one may be taken for a part of the new one.
        for name in BESIDE:
            file.with_name(file.name + name).unlink(missing_ok=True)
        new.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"The library {file} cannot be repaired: {plain(error)}.") from error
    finally:
        for left in (reading, new):
            for name in ("", *BESIDE):
                with suppress(OSError):
                    left.with_name(left.name + name).unlink(missing_ok=True)
    return Repaired(rows, original)


def _rescue(file: Path, new: Path) -> dict[str, int]:
    """Read what can be read of ``file`` into a new library, and return the rows of each table."""
    counts = {}
    with closing(connect(new)) as target, closing(sqlite3.connect(file)) as source:
        source.text_factory = lambda raw: raw.decode("utf-8", "replace")
        source.execute(
            "PRAGMA writable_schema = ON"
        )  # opens a library whose list of tables is hurt
        target.execute("PRAGMA foreign_keys = OFF")
        for table, columns, keys in _tables(target):
            target.execute("BEGIN")
            there = _columns(source, table)
            names = [name for name in columns if name in there]
            counts[table] = sum(
                _insert(target, table, names, row)
                for row in (_rows(source, table, names, keys) if names else ())
            )
            target.execute("COMMIT")
        if not any(counts.values()):
            raise LibraryError(
                f"Nothing can be read of {file.name.partition('.reading')[0]}; put a backup back"
                " (`newsreader library restore FILE`), or move it away to start anew."
            )
        target.execute("BEGIN")
        _mend(target)
        target.execute("COMMIT")
        target.execute("PRAGMA journal_mode = DELETE")
    return counts


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield our tables with their columns, and their keys where these are not a number."""
    for table, sql in connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name != 'word' AND name NOT LIKE 'word\\_%' ESCAPE '\\' ORDER BY rowid"
    ).fetchall():
        info = connection.execute(f"PRAGMA table_info({table})").fetchall()
        keys = sorted((one[5], one[1]) for one in info if one[5])
        without = "WITHOUT ROWID" in sql
        yield table, [one[1] for one in info], [name for _, name in keys] if without else []


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    try:
        return {one[1] for one in connection.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return set()


def _insert(
    connection: sqlite3.Connection, table: str, names: Sequence[str], row: Sequence[object]
) -> int:
    marks = ",".join("?" * len(names))
    statement = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our own names
    try:
        return connection.execute(statement, row).rowcount
    except sqlite3.IntegrityError:  # a value of another kind: what was read is not what was kept
        return 0


def _rows(
    connection: sqlite3.Connection, table: str, names: Sequence[str], keys: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a table that can be read, whatever stands between them."""
    select = f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608 - our own names
    if keys:
        for way in ("ASC", "DESC"):
            order = ", ".join(f"{key} {way}" for key in keys)
            with suppress(sqlite3.DatabaseError):
                yield from connection.execute(f"{select} ORDER BY {order}")
                return
        return
    select = select.replace("SELECT ", "SELECT rowid, ", 1)
    last, step = -(1 << 62), 0
    while last < 1 << 62:
        start, before = last + step, last
        try:
            for number, *row in connection.execute(
                f"{select} WHERE rowid > ? ORDER BY rowid", (start,)
            ):
                if step:  # the first row after damage: what stands between it and the damage?
                    yield from _backwards(connection, select, before, number)
                last, step = number, 0
                yield tuple(row)
        except sqlite3.DatabaseError:
            step = max(1, 2 * step)
        else:
            if step:
                yield from _backwards(connection, select, before, 1 << 62)
            return
        if step > 1 << 62:
            return


def _backwards(
    connection: sqlite3.Connection, select: str, after: int, before: int
) -> Iterator[tuple[object, ...]]:
    with suppress(sqlite3.DatabaseError):
        for _, *row in connection.execute(
            f"{select} WHERE rowid > ? AND rowid < ? ORDER BY rowid DESC", (after, before)
        ):
            yield tuple(row)


def _mend(connection: sqlite3.Connection) -> None:
    """Make whole what hangs together: articles of texts, no part without its article, the index."""
    for number, body in connection.execute(
        "SELECT article, body FROM revision WHERE article NOT IN (SELECT id FROM article)"
        " ORDER BY fetched DESC"
    ).fetchall():
        with suppress(ValueError):
            article = Article.from_json(json.loads(body))
            connection.execute(
                "INSERT OR IGNORE INTO article (id, address, title, outlet, added, moment)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (number, article.url or f"lost:{number}", article.title, article.outlet, now(), 0),
            )
    for table in _CHILDREN:
        connection.execute(
            f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM article)"  # noqa: S608 - constants only
        )
    connection.execute("DELETE FROM entry WHERE feed NOT IN (SELECT id FROM feed)")
    connection.execute("DELETE FROM sighting WHERE word NOT IN (SELECT word FROM watch)")
    connection.execute(
        "UPDATE article SET revision = (SELECT id FROM revision WHERE revision.article = article.id"
        " ORDER BY fetched DESC, id DESC LIMIT 1) WHERE revision IS NULL"
        " OR revision NOT IN (SELECT id FROM revision)"
    )
    connection.execute(
        "UPDATE article SET rows = 0, translated = 0, english = NULL WHERE revision IS NULL"
    )
    index.rebuild(connection)
    articles = Articles(connection)
    for (number,) in connection.execute(
        "SELECT id FROM article WHERE id NOT IN (SELECT article FROM document)"
    ).fetchall():
        articles.reindex(number)


def _copy(file: Path, to: Path) -> None:
    for name in ("", *BESIDE):
        part = file.with_name(file.name + name)
        if part.exists():
            shutil.copy2(part, to.with_name(to.name + name))
