"""What search looks through: the sentences of every article in both languages, and the notes.

An article's sentences stand packed in ``document`` and their tokens in the full-text table
``word``, both under one number that grows with the article's time: the newest hits come first
without sorting. The full-text table keeps no text of its own and has to be told, when a document
changes, the tokens that it had; both are only ever written here, in one transaction.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

#: The article's id is the lower part of a document's place.
_IDS = 1 << 31


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with the reader's notes on it.

    ``row`` is 0 for what has no row: the summary in a feed, a note on a sentence that has gone
    (``ko`` is then empty).
    """

    row: int
    ko: str
    en: str | None = None
    note: str | None = None


def place(moment: int, article: int = 0) -> int:
    """Return where an article stands among all; ``moment`` is in seconds since 1970."""
    return moment * _IDS + article


def put(
    connection: sqlite3.Connection, article: int, moment: int, sentences: Iterable[Sentence]
) -> list[Sentence]:
    """Let an article be found by ``sentences``, and return them as they are kept.

    They take the place of those before. A sentence whose Korean was there keeps the English that
    it had.
    """
    before = _load(connection, article)
    known = {one.ko: one.en for one in before[1]} if before else {}
    now = [
        one if one.en or not known.get(one.ko) else replace(one, en=known[one.ko])
        for one in sentences
    ]
    now = _with_notes(connection, article, now)
    if before != (at := place(moment, article), now):
        _store(connection, article, before, at, now)
    return now


def put_english(
    connection: sqlite3.Connection, article: int, english: Mapping[str, str]
) -> list[Sentence] | None:
    """Lay ``english`` (by Korean) beside an article's sentences, and return them as they are now.

    None says that nothing of it was new.
    """
    before = _load(connection, article)
    if before is None:
        return None
    at, sentences = before
    now = _with_english(sentences, english)
    if now == sentences:
        return None
    _store(connection, article, before, at, now)
    return now


def prepare_english(
    connection: sqlite3.Connection, article: int, english: Mapping[str, str]
) -> None:
    """Work out beforehand what :func:`put_english` needs; it then locks the library for less."""
    before = _load(connection, article)
    if before is not None:
        for sentences in (before[1], _with_english(before[1], english)):
            _tokens(tuple(sentences))


def put_notes(connection: sqlite3.Connection, article: int) -> None:
    """Let an article be found by the notes that it has now."""
    before = _load(connection, article)
    if before is not None:
        now = _with_notes(connection, article, before[1])
        _store(connection, article, before, before[0], now)


def remove(connection: sqlite3.Connection, article: int) -> None:
    """Let an article no longer be found."""
    before = _load(connection, article)
    if before is not None:
        _forget(connection, *before)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the full-text table anew from the documents. One that cannot be read is removed."""
    connection.execute("INSERT INTO word (word) VALUES ('delete-all')")
    for at, packed in connection.execute("SELECT place, sentences FROM document").fetchall():
        sentences = unpack(packed)
        if sentences:
            connection.execute(
                "INSERT INTO word (rowid, tokens) VALUES (?, ?)", (at, _tokens(tuple(sentences)))
            )
        else:
            connection.execute("DELETE FROM document WHERE place = ?", (at,))


def unpack(packed: bytes) -> list[Sentence]:
    """Return the sentences of a document; none of them when it is damaged."""
    try:
        return [Sentence(*row) for row in rows(packed)]
    except TypeError:
        return []


def rows(packed: bytes) -> list[tuple[int, str, str | None, str | None]]:
    """Return the sentences of a document as they are packed, which is faster for many."""
    try:
        found: list[tuple[int, str, str | None, str | None]] = json.loads(zlib.decompress(packed))
    except (ValueError, zlib.error):
        return []
    return found


def _with_notes(
    connection: sqlite3.Connection, article: int, sentences: Sequence[Sentence]
) -> list[Sentence]:
    notes: dict[str, list[str]] = {}
    rows = "SELECT ko, text FROM note WHERE article = ? ORDER BY id"
    for ko, text in connection.execute(rows, (article,)):
        notes.setdefault(ko, []).append(text)
    now = []
    for one in sentences:
        texts = notes.pop(one.ko, None)
        note = "\n".join(texts) if texts else None
        if one.ko:
            now.append(one if one.note == note else replace(one, note=note))
    left = (text for texts in notes.values() for text in texts)
    return now + [Sentence(0, "", None, text) for text in left]


def _with_english(sentences: Iterable[Sentence], english: Mapping[str, str]) -> list[Sentence]:
    return [replace(one, en=english.get(one.ko) or one.en) for one in sentences]


def _load(connection: sqlite3.Connection, article: int) -> tuple[int, list[Sentence]] | None:
    found = connection.execute(
        "SELECT place, sentences FROM document WHERE article = ?", (article,)
    ).fetchone()
    return (found[0], unpack(found[1])) if found else None


def _store(
    connection: sqlite3.Connection,
    article: int,
    before: tuple[int, Sequence[Sentence]] | None,
    at: int,
    sentences: Sequence[Sentence],
) -> None:
    if before is not None:
        _forget(connection, *before)
    rows = [[one.row, one.ko, one.en, one.note] for one in sentences]
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())
    connection.execute("INSERT INTO document VALUES (?, ?, ?)", (at, article, packed))
    connection.execute(
        "INSERT INTO word (rowid, tokens) VALUES (?, ?)", (at, _tokens(tuple(sentences)))
    )


def _forget(connection: sqlite3.Connection, at: int, sentences: Sequence[Sentence]) -> None:
    connection.execute(
        "INSERT INTO word (word, rowid, tokens) VALUES ('delete', ?, ?)",
        (at, _tokens(tuple(sentences))),
    )
    connection.execute("DELETE FROM document WHERE place = ?", (at,))


# What an article has now is what it has before its next change.
@lru_cache(maxsize=4)
def _tokens(sentences: tuple[Sentence, ...]) -> str:
    # Not before an article changes: its patterns take longer to make than the app has to start.
    from newsreader.library.tokens import TITLE, tokens

    texts, title = [], []
    for one in sentences:
        texts += [text for text in (one.ko, one.en, one.note) if text]
        if one.row == 1:
            title += [text for text in (one.ko, one.en) if text]
    # Between two sentences stands a line break, so that no pair of letters crosses it.
    found = tokens("\n".join(texts))
    found.update(TITLE + token for token in tokens("\n".join(title)))
    return " ".join(sorted(found))
