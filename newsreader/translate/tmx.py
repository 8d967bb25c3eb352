"""The translation memory as TMX 1.4b (LISA, 2005), the format that translators' tools exchange.

What newsreader wrote it reads back as it was, keys and engines included. Units of other tools were
approved by a person and become the reader's own English.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import BinaryIO
from xml.parsers import expat

from newsreader import __version__
from newsreader.errors import SourceError
from newsreader.text import clean_line
from newsreader.translate.engine import Remembered
from newsreader.translate.memory import READER, correction, normalised

_CHUNK = 1 << 16
_LARGEST = 256 << 20
#: The most characters of a segment; a longer one is no sentence and is left out.
_LONGEST = 5000
_KEY = re.compile(r"[0-9a-f]{64}")
#: TMX 1.4b, 3.2.2: ISO 8601 without marks, in UTC.
_DATE = "%Y%m%dT%H%M%SZ"
_ENGINE = re.compile(r"[a-z][a-z0-9-]{0,39}")
#: TMX nests six deep, and a little more inside a segment.
_DEEPEST = 32
#: Elements in a segment whose content is the markup of some other format, not text.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})

_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="newsreader" creationtoolversion="{__version__}" segtype="sentence" \
o-tmf="newsreader" adminlang="en" srclang="ko" datatype="plaintext"/>
<body>
"""


def write(entries: Iterable[Remembered], out: BinaryIO) -> int:
    """Write ``entries`` to ``out`` and return how many there were. Raises OSError."""
    out.write(_HEAD.encode())
    count = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007 - the count is wanted afterwards
        date = f' creationdate="{entry.created:{_DATE}}"' if entry.created else ""
        version = f'<prop type="x-version">{escape(entry.version)}</prop>' if entry.version else ""
        unit = (
            f'<tu tuid="{entry.key}"{date}>'
            f'<prop type="x-engine">{escape(entry.engine)}</prop>{version}'
            f'<tuv xml:lang="ko"><seg>{escape(entry.ko)}</seg></tuv>'
            f'<tuv xml:lang="en"><seg>{escape(entry.en)}</seg></tuv></tu>\n'
        )
        out.write(unit.encode())
    out.write(b"</body>\n</tmx>\n")
    return count


def read(source: BinaryIO) -> Iterator[Remembered]:
    """Yield the units of a TMX file that have Korean and English.

    Raises SourceError when it is not TMX, declares entities or is too large; OSError when it cannot
    be read.
    """
    units = _Units()
    read_so_far = 0
    try:
        while chunk := source.read(_CHUNK):
            read_so_far += len(chunk)
            if read_so_far > _LARGEST:
                raise SourceError(f"The TMX file has more than {_LARGEST >> 20} MB.")
            units.feed(chunk)
            yield from units.take()
        units.finish()
    except (expat.ExpatError, LookupError, ValueError) as error:
        # LookupError and ValueError: an encoding that Python or the parser does not know.
        raise SourceError(f"The file is not well-formed TMX: {error}.") from error
    yield from units.take()


class _Units:
    """Gathers units while the parser goes through the file."""

    def __init__(self) -> None:
        self._found: list[Remembered] = []
        self._open: list[str] = []
        self._attributes: dict[str, str] = {}
        self._props: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._created: datetime | None = None
        self._language = ""
        self._prop = ""
        self._text: list[str] = []
        self._length = 0
        parser = self._parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._entity

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def finish(self) -> None:
        self._parser.Parse(b"", True)

    def take(self) -> list[Remembered]:
        """Return what was found since the last time."""
        found, self._found = self._found, []
        return found

    def _entity(self, *_: object) -> None:
        raise SourceError("The TMX file declares entities, which could make it grow without end.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != "tmx":
            raise SourceError("The file is XML, but not TMX.")
        if len(self._open) >= _DEEPEST:
            raise SourceError("The file nests deeper than any TMX does.")
        self._open.append(name)
        match name:
            case "tu":
                self._attributes, self._props, self._texts = attributes, {}, {}
                self._created = _moment(attributes)
            case "tuv":
                tag = attributes.get("xml:lang") or attributes.get("lang", "")
                self._language = tag.replace("_", "-").partition("-")[0].lower()
                self._created = max(
                    filter(None, (self._created, _moment(attributes))), default=None
                )
            case "prop":
                self._prop = attributes.get("type", "")
                self._restart()
            case "seg":
                self._restart()

    def _restart(self) -> None:
        self._text, self._length = [], 0

    def _data(self, text: str) -> None:
        self._length += len(text)
        if self._length <= _LONGEST and _CODES.isdisjoint(self._open):
            self._text.append(text)

    def _end(self, name: str) -> None:
        self._open.pop()
        text = "" if self._length > _LONGEST else "".join(self._text)
        match name:
            case "prop" if self._open[-1] == "tu":
                self._props[self._prop] = text
            case "seg":
                self._texts[self._language] = text
            case "tu":
                ko, en = self._texts.get("ko", ""), self._texts.get("en", "")
                if normalised(ko) and clean_line(en):
                    self._found.append(self._entry(ko, en))

    def _entry(self, ko: str, en: str) -> Remembered:
        key, engine = self._attributes.get("tuid", ""), self._props.get("x-engine", "")
        if engine == READER or not (_KEY.fullmatch(key) and _ENGINE.fullmatch(engine)):
            return replace(correction(ko, en), created=self._created)
        version = clean_line(self._props.get("x-version", ""))
        return Remembered(key, normalised(ko), clean_line(en), engine, version, self._created)


def _moment(attributes: dict[str, str]) -> datetime | None:
    """Return when something was changed last, if it says so; never what is yet to come."""
    written = attributes.get("changedate") or attributes.get("creationdate", "")
    try:
        moment = datetime.strptime(written, _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None
    return min(moment, datetime.now(UTC))
