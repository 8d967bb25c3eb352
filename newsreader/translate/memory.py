"""What makes two requests the same request: the keys of the translation memory.

The English of a segment depends on the Korean as it was sent, the engine and its version, and for
some engines on the terms and the context that went with it. All of that, and nothing else, is in
the key: a new glossary term makes only those segments be translated again that contain it.
"""

import hashlib
import json
from collections.abc import Iterable

from newsreader.article import Match
from newsreader.text import clean_line
from newsreader.translate.engine import Context, Remembered

#: The engine's name of English that the reader wrote.
READER = "reader"

_SCHEMA = 1


def normalised(text: str) -> str:
    """Return ``text`` as the memory compares it: NFC, one line, single blanks, no controls."""
    return clean_line(text)


def key(
    text: str,
    *,
    engine: str,
    version: str,
    terms: Iterable[Match] = (),
    context: Context | None = None,
) -> str:
    """Return the memory's key of ``text`` (the Korean as it is sent): 64 hexadecimal digits.

    ``terms`` and ``context`` are given only where the engine's English depends on them.
    """
    parts = [
        _SCHEMA,
        engine,
        version,
        "ko",
        "en",
        sorted({(match.term, match.en) for match in terms}),
        _digest([context.title, context.sentences]) if context else "",
        normalised(text),
    ]
    return _digest(parts)


def correction(ko: str, en: str) -> Remembered:
    """Return the entry that makes ``en`` the English of ``ko``, whatever an engine says."""
    ko = normalised(ko)
    return Remembered(correction_key(ko), ko, clean_line(en), READER)


def correction_key(ko: str) -> str:
    """Return the key under which the reader's own English of ``ko`` is kept."""
    return key(ko, engine=READER, version="")


def _digest(value: object) -> str:
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(compact.encode("utf-8")).hexdigest()
