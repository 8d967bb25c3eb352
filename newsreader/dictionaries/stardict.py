"""StarDict dictionaries: .ifo, .idx (.gz), .dict (.dz) and .syn (.dz).

The format is described in StarDict's own doc/StarDictFileFormat: the index is a row of words, each
ended by a zero byte and followed by offset and size in the dictionary file, big-endian.
"""

import html
import re
import struct
from collections.abc import Iterator

from newsreader.dictionaries.archive import Files
from newsreader.dictionaries.entry import Headword, Source, facts, headword
from newsreader.errors import SourceError

_MOST_WORD = 1024
#: Bytes of one entry; of a longer one the beginning is read.
_MOST_ENTRY = 1 << 17
#: Types whose content is text: plain, Pango markup, phonetics, XDXF, HTML, PowerWord, MediaWiki.
_TEXT = frozenset("mlgtyxkwhn")
_MARKUP = frozenset("gxhkwn")
_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div|/tr|/ol|/ul|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def read(files: Files) -> Source:
    """Return the dictionary. Raises SourceError when its parts are missing or do not fit."""
    name = files.ending(".ifo") or ""
    about = _about(files.read(name))
    index = files.ending(".idx", ".idx.gz")
    content = files.ending(".dict", ".dict.dz")
    if index is None or content is None:
        raise SourceError("The StarDict dictionary lacks its .idx or its .dict file.")
    licence = " ".join(filter(None, (about.get("license"), about.get("copyright"))))
    licence = licence or about.get("description", "")
    title = about.get("bookname", "")
    source = about.get("website", "") or about.get("author", "")
    return Source(facts(title, "StarDict", licence, source), _entries(files, about, index, content))


def _about(content: bytes) -> dict[str, str]:
    text = content[:65_536].decode("utf-8", "replace").lstrip("\ufeff")
    if not text.startswith("StarDict"):
        raise SourceError("The .ifo file is not that of a StarDict dictionary.")
    lines = (line.partition("=") for line in text.splitlines()[1:])
    return {key.strip().lower(): value.strip() for key, _, value in lines}


def _entries(files: Files, about: dict[str, str], index: str, content: str) -> Iterator[Headword]:
    places = list(_places(files.read(index), wide=about.get("idxoffsetbits") == "64"))
    data = files.read(content)
    types = about.get("sametypesequence", "")
    for word, start, size in places:
        if start + size > len(data):
            raise SourceError("The StarDict index points behind the end of its dictionary.")
        found = headword(word, _texts(data[start : start + min(size, _MOST_ENTRY)], types))
        if found is not None:
            yield found
    synonyms = files.ending(".syn", ".syn.dz")
    for word, number in _synonyms(files.read(synonyms)) if synonyms else ():
        if number < len(places):
            target, start, size = places[number]
            texts = [f"→ {target}", *_texts(data[start : start + min(size, _MOST_ENTRY)], types)]
            found = headword(word, texts)
            if found is not None:
                yield found


def _places(index: bytes, *, wide: bool) -> Iterator[tuple[str, int, int]]:
    form = struct.Struct(">QI" if wide else ">II")
    at = 0
    while at < len(index):
        end = index.find(b"\0", at, at + _MOST_WORD)
        if end < 0 or end + 1 + form.size > len(index):
            raise SourceError("The StarDict index is broken.")
        start, size = form.unpack_from(index, end + 1)
        yield index[at:end].decode("utf-8", "replace"), start, size
        at = end + 1 + form.size


def _synonyms(content: bytes) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(content):
        end = content.find(b"\0", at, at + _MOST_WORD)
        if end < 0 or end + 5 > len(content):
            raise SourceError("The StarDict list of synonyms is broken.")
        yield (
            content[at:end].decode("utf-8", "replace"),
            struct.unpack_from(">I", content, end + 1)[0],
        )
        at = end + 5


def _texts(data: bytes, types: str) -> Iterator[str]:
    """Yield the texts of one entry; ``types`` are its fields where the index does not say it."""
    at = 0
    fields = list(types)
    while at < len(data):
        if fields:
            kind, last = fields.pop(0), not fields
        elif types:
            return
        else:
            kind, last = chr(data[at]), False
            at += 1
        if last:
            part, at = data[at:], len(data)
        elif kind.isupper():
            if at + 4 > len(data):
                return
            size = int.from_bytes(data[at : at + 4], "big")
            part, at = data[at + 4 : at + 4 + size], at + 4 + size
        else:
            end = data.find(b"\0", at)
            end = end if end >= 0 else len(data)
            part, at = data[at:end], end + 1
        if kind in _TEXT:
            text = part.decode("utf-8", "replace")
            yield plain(text) if kind in _MARKUP else text


def plain(markup: str) -> str:
    """Return the text of HTML or the like, its paragraphs as lines."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup)))
