"""Reading what can be read of a damaged library into a new one."""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsreader.article import Article, Block, Extraction
from newsreader.errors import LibraryError
from newsreader.library import index
from newsreader.library.articles import Articles
from newsreader.library.backup import BESIDE, beside, check_version
from newsreader.library.database import connect, now, plain

#: The tables whose rows belong to an article.
_CHILDREN = (
    "alias", "revision", "page", "document", "entry", "tag", "note", "highlight", "seen", "sighting"
)  # fmt: skip


#: Where times stand, and whether there may be none.
_TIMES = {
    "article": {"published": True, "added": False, "opened": True, "read": True, "starred": True,
                "deleted": True},
    "revision": {"fetched": False},
    "page": {"fetched": False},
    "note": {"created": False, "changed": False},
    "highlight": {"created": False},
    "feed": {"added": False, "checked": True, "due": True},
    "watch": {"added": False},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was read out of a damaged library, by table, and where the damaged one is kept.

    ``texts`` and ``notes`` count those of ``rows`` that were made anew from what search knows of
    them: such a text has its sentences, but not how they stood in paragraphs.
    """

    rows: dict[str, int]
    texts: int
    notes: int
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
        rows, texts, notes = _rescue(reading, new)
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
    return Repaired(rows, texts, notes, original)


def _rescue(file: Path, new: Path) -> tuple[dict[str, int], int, int]:
    """Read what can be read of ``file`` into a new library.

    Return the rows of each table, and how many texts and notes of them search has given back.
    """
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
        notes = _notes_of_search(target)  # first: a text is kept with the notes that there are
        texts = _texts_of_search(target)
        target.execute("COMMIT")
        for table in counts:
            counts[table] = target.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
        target.execute("PRAGMA journal_mode = DELETE")
    return counts, texts, notes


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
                if number <= start:  # a page that is hurt may give its rows in any order, for ever
                    raise sqlite3.DatabaseError("rows out of order")
                if step:  # the first row after damage: what stands between it and the damage?
                    yield from _backwards(connection, select, before, number)
                last = start = number
                step = 0
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
        for number, *row in connection.execute(
            f"{select} WHERE rowid > ? AND rowid < ? ORDER BY rowid DESC", (after, before)
        ):
            if not after < number < before:
                return
            before = number
            yield tuple(row)


def _mend(connection: sqlite3.Connection) -> None:
    """Make whole what hangs together: articles of texts, no part without its article, the index."""
    _mend_times(connection)
    for number, body in connection.execute("SELECT id, body FROM revision").fetchall():
        try:
            Article.from_json(json.loads(body))
        except ValueError:
            connection.execute("DELETE FROM revision WHERE id = ?", (number,))
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


def _mend_times(connection: sqlite3.Connection) -> None:
    """Put now, or nothing, where a time is none."""
    connection.create_function("is_time", 1, _is_time, deterministic=True)
    for table, columns in _TIMES.items():
        for column, may_be_none in columns.items():
            connection.execute(
                f"UPDATE {table} SET {column} = ?"  # noqa: S608 - constants only
                f" WHERE {column} IS NOT NULL AND NOT is_time({column})",
                (None if may_be_none else now(),),
            )


def _is_time(text: object) -> bool:
    try:
        return datetime.fromisoformat(str(text)).tzinfo is not None
    except ValueError:
        return False


def _texts_of_search(connection: sqlite3.Connection) -> int:
    """Make the texts that are lost of the sentences that they are found by; return how many."""
    articles, made = Articles(connection), 0
    for address, outlet, packed in connection.execute(
        "SELECT address, outlet, sentences FROM article JOIN document ON document.article = id"
        " WHERE revision IS NULL"
    ).fetchall():
        title, *texts = [one.ko for one in index.unpack(packed) if one.row] or [""]
        if not texts:
            continue  # a headline
        blocks = (Block("title", title), *(Block("paragraph", text) for text in texts))
        url = address if address.startswith(("http:", "https:")) else None
        lost = "Made of its sentences when the library was repaired; its paragraphs are lost."
        article = Article(blocks, Extraction("text", notes=(lost,)), url=url, outlet=outlet)
        articles.keep(article, address, opened=False)
        made += 1
    return made


def _notes_of_search(connection: sqlite3.Connection) -> int:
    """Write the notes that are lost again as search knows them; return how many."""
    made = 0
    for article, packed in connection.execute("SELECT article, sentences FROM document").fetchall():
        for one in index.unpack(packed):
            known = connection.execute(
                "SELECT 1 FROM note WHERE article = ? AND ko = ?", (article, one.ko)
            ).fetchone()
            for text in one.note.splitlines() if one.note and not known else ():
                connection.execute(
                    "INSERT INTO note (article, row, ko, text, created, changed)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (article, one.row, one.ko, text, now(), now()),
                )
                made += 1
    return made


def _copy(file: Path, to: Path) -> None:
    for name in ("", *BESIDE):
        part = file.with_name(file.name + name)
        if part.exists():
            shutil.copy2(part, to.with_name(to.name + name))
