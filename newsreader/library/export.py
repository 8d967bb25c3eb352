"""Everything in the library as objects for JSON lines, in a form that needs no newsreader."""

import base64
import json
import sqlite3
import zlib
from collections.abc import Iterator
from typing import Any

from newsreader.library.database import reading
from newsreader.library.index import unpack

#: What an article has, one list each.
_OF_ARTICLE = {
    "aliases": "SELECT address FROM alias WHERE article = ? ORDER BY address",
    "tags": "SELECT name FROM tag WHERE article = ? ORDER BY name",
    "notes": "SELECT row, ko, text, created, changed FROM note WHERE article = ? ORDER BY id",
    "highlights": "SELECT row, ko, side, first AS start, last AS end, text, created FROM highlight"
    " WHERE article = ? ORDER BY id",
    "seen": "SELECT term FROM seen WHERE article = ? ORDER BY term",
    "feeds": "SELECT url FROM feed JOIN entry ON entry.feed = feed.id WHERE article = ?"
    " ORDER BY url",
    "watched": "SELECT word, sentence FROM sighting WHERE article = ? ORDER BY word",
    "revisions": "SELECT fetched, body FROM revision WHERE article = ? ORDER BY fetched, id",
    "pages": "SELECT url, fetched, type, etag, changed, content FROM page WHERE article = ?",
}
#: Tables that stand for themselves.
_TABLES = {
    "feed": "feed",
    "watch": "watch",
    "memory": "memory",
    "waiver": "waiver",
    "state": "state",
}


def objects(connection: sqlite3.Connection, *, pages: bool = False) -> Iterator[dict[str, Any]]:
    """Yield everything, one object for each article, feed, watched word, entry of the memory …

    ``kind`` says which. The content of the pages is only given with ``pages``, in Base64. All of it
    is as it was at one moment. Raises LibraryError.
    """
    with reading():
        connection.execute("BEGIN")
        try:
            yield from _articles(connection, pages=pages)
            for kind, table in _TABLES.items():
                for one in _dicts(connection, f"SELECT * FROM {table}"):  # noqa: S608 - constants only
                    yield {"kind": kind, **one}
        finally:
            connection.execute("COMMIT")


def _articles(connection: sqlite3.Connection, *, pages: bool) -> Iterator[dict[str, Any]]:
    for article in _dicts(connection, "SELECT * FROM article ORDER BY id"):
        number = article["id"]
        whole = {"kind": "article", **article}
        del whole["moment"], whole["revision"]
        for name, statement in _OF_ARTICLE.items():
            found = list(_dicts(connection, statement, number))
            # A list of one thing each is a list of these things.
            whole[name] = [next(iter(one.values())) if len(one) == 1 else one for one in found]
        for revision in whole["revisions"]:
            revision["article"] = json.loads(revision.pop("body"))
        for page in whole["pages"]:
            packed = page.pop("content")
            if pages:
                page["content"] = base64.b64encode(zlib.decompress(packed)).decode()
        packed_sentences = connection.execute(
            "SELECT sentences FROM document WHERE article = ?", (number,)
        ).fetchall()
        whole["sentences"] = [
            {"row": one.row, "ko": one.ko, "en": one.en}
            for (packed,) in packed_sentences
            for one in unpack(packed)
            if one.ko
        ]
        yield whole


def _dicts(
    connection: sqlite3.Connection, statement: str, *values: object
) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(statement, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
