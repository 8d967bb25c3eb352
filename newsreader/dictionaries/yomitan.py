"""Yomitan (formerly Yomichan) dictionaries: a zip with index.json and term_bank_N.json.

Formats 1 and 3 as in the schemas of the Yomitan project: a term is [expression, reading, tags,
rules, score, glossary, sequence, tags]; in format 1 the meanings are all fields from the sixth on.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from newsreader.dictionaries.archive import Files
from newsreader.dictionaries.entry import Headword, Source, facts, headword
from newsreader.errors import SourceError

_BANK = re.compile(r"(?:^|/)term_bank_(\d{1,5})\.json$")
_HANJA = re.compile("[㐀-鿿豈-﫿]")
#: Elements of structured content that begin a line of their own.
_BLOCKS = frozenset({"li", "div", "p", "br", "tr", "ol", "ul", "details", "summary", "table"})
#: The most pieces of one meaning that are looked at, nested ones included.
_MOST_PIECES = 5_000


def read(files: Files) -> Source:
    """Return the dictionary. Raises SourceError when its parts are missing or are not JSON."""
    about = _json(files, files.ending("index.json") or "")
    if not isinstance(about, dict):
        raise SourceError("The dictionary's index.json is not an object.")
    version = about.get("format", about.get("version"))
    banks = [name for name in files.names if _BANK.search(name)]
    if version not in {1, 2, 3}:
        raise SourceError(
            "The dictionary is of no version of Yomitan's format that is known (1–3)."
        )
    if not banks:
        raise SourceError("The dictionary holds no terms (term_bank_1.json).")
    licence = _text(about.get("attribution")) or _text(about.get("description"))
    known = facts(_text(about.get("title")), "Yomitan", licence, _text(about.get("url")))
    return Source(known, _entries(files, banks, version))


def _entries(files: Files, banks: list[str], version: int) -> Iterator[Headword]:
    for name in sorted(banks, key=_number):
        terms = _json(files, name)
        if not isinstance(terms, list):
            raise SourceError(f"{name} is not a list of terms.")
        for term in terms:
            found = _entry(term, version) if isinstance(term, list) and len(term) > 5 else None
            if found is not None:
                yield found


def _entry(term: list[Any], version: int) -> Headword | None:
    word, reading, tags = (_text(field) for field in term[:3])
    meanings = term[5:] if version == 1 else term[5]
    if not isinstance(meanings, list):
        return None
    hanja = word if _HANJA.search(word) and reading else ""
    return headword(reading if hanja else word, (plain(one) for one in meanings), tags, hanja)


def plain(meaning: Any) -> str:
    """Return a meaning as text: structured content without its structure, images left out."""
    parts: list[str] = []
    waiting = [meaning]
    for _ in range(_MOST_PIECES):
        if not waiting:
            break
        one = waiting.pop()
        match one:
            case str():
                parts.append(one)
            case [*pieces]:
                waiting.extend(reversed(pieces))
            case {"type": "text", "text": str(text)}:
                parts.append(text)
            case {"type": "image"} | {"tag": "img"} | {"tag": "rt"} | {"tag": "rp"}:
                pass
            case {"tag": str(tag)}:
                block = tag in _BLOCKS
                waiting.extend(["\n"] * block)
                waiting.append(one.get("content", ""))
                waiting.extend(["\n"] * block)
            case {"content": content}:
                waiting.append(content)
    return "".join(parts)


def _json(files: Files, name: str) -> Any:
    try:
        return json.loads(files.read(name))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name} is not JSON that can be read.") from error


def _number(name: str) -> int:
    found = _BANK.search(name)
    return int(found[1]) if found else 0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
