"""RSS (0.9 to 2.0), Atom and news sitemaps: bytes in, entries out.

Read with expat in one pass. A feed that is not well-formed gives what can be read of it; one that
is no feed at all is refused with a sentence.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from newsreader.article import SEOUL
from newsreader.errors import SourceError
from newsreader.ingest import xml
from newsreader.ingest.addresses import canonical
from newsreader.ingest.dates import parse_time
from newsreader.ingest.decode import decode
from newsreader.ingest.markup import LONGEST, plain, shortened

#: Entries that are read. The longest Korean feed that we know has some 800.
MOST = 1_000
#: Characters of a title and of a summary.
TITLE = 300
SUMMARY = 600
#: A summary stands within so many characters of what may be a whole article with its markup.
_SUMMARY_WITHIN = 4_000
_NAME = 80

_ROOT = re.compile(r"<(?:\w+:)?(rss|rdf|feed|urlset|channel)\b", re.IGNORECASE)
_ROOT_WITHIN = 20_000
_NEXT = re.compile(rb"<(?:item|entry|url)\b", re.IGNORECASE)
_ENTRIES = frozenset({"item", "entry", "url"})
#: Where each thing stands in RSS, Atom and news sitemaps; the first that is there counts.
_TITLE = ("title", "news:news/news:title", "media:title")
_SUMMARY = ("description", "summary", "content:encoded", "content")
_TIME = (
    "pubdate",
    "published",
    "dc:date",
    "news:news/news:publication_date",
    "updated",
    "dcterms:created",
)
_AUTHOR = ("dc:creator", "author/name", "author")
_SECTION = ("category", "dc:subject")
_OUTLET = ("source", "source/title", "dc:publisher", "news:news/news:publication/news:name")
_ID = ("guid", "id")
_LINK = ("feedburner:origlink", "link", "loc")
_FIELDS = frozenset((*_TITLE, *_SUMMARY, *_TIME, *_AUTHOR, *_SECTION, *_OUTLET, *_ID, *_LINK))

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RFC_822 = re.compile(
    r"(?:[a-z]{3,9}\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3}[a-z]{0,6}|\d{1,2})[\s-]+(\d{4}|\d\d)"
    r"\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(z|gmt|utc?|kst|jst|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\S+@\S+\s*\(?([^()]{0,80})\)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a feed lists it. ``address`` is canonical, ``title`` is never empty.

    ``published`` is aware: in Korean time where the feed does not say. ``outlet`` is what the feed
    says of this entry (a portal's feed has many), ``id`` the feed's own name for it.
    """

    address: str
    title: str
    summary: str | None = None
    published: datetime | None = None
    outlet: str | None = None
    section: str | None = None
    author: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed that was read; ``notes`` are sentences about what was doubtful or left out."""

    title: str | None
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()


def is_feed(content: bytes, content_type: str | None = None) -> bool:
    """Say whether ``content`` begins like a feed."""
    return _ROOT.search(decode(content[:_ROOT_WITHIN], content_type).text) is not None


def parse(
    content: bytes, url: str, content_type: str | None = None, fetched: datetime | None = None
) -> Channel:
    """Read the feed that was found at ``url``.

    Entries without title or address are left out, and so are those that come again. Raises
    SourceError, with one sentence, when it is no feed, or none that anything can be read of.
    """
    decoded = decode(content, content_type)
    root = _ROOT.search(decoded.text, 0, _ROOT_WITHIN)
    if root is None:
        raise SourceError(f"{url} is not a feed (RSS, Atom or a news sitemap).")
    # What stands before the root (a server's warnings, a second declaration) may break the XML;
    # the document type matters only for its entities.
    before = decoded.text[: root.start()]
    doctype = before.find("<!DOCTYPE")
    start = doctype if doctype >= 0 else root.start()
    reader, problem = xml.read(
        decoded.text[start:], lambda: _Reader(url, fetched or datetime.now(UTC)), _NEXT
    )
    entries = tuple(reader.entries.values())
    if problem and not entries:
        raise SourceError(f"{url} {problem}.")
    notes = list(decoded.notes)
    if problem:
        notes.append(f"{url} {problem}; {len(entries)} articles could be read.")
    return Channel(reader.title, entries, tuple(notes))


class _Reader(xml.Handler):
    """Collects the entries. A field is a child of an entry, or of a child of it."""

    def __init__(self, url: str, fetched: datetime) -> None:
        self._url = url
        self._fetched = fetched
        self._prefix = ""
        self._open: list[str] = []
        #: How deep the entry lies that is being read; None outside of entries.
        self._level: int | None = None
        self._fields: dict[str, str] = {}
        self._guid_is_address = True
        self._pieces: list[str] = []
        self._size = 0
        self.entries: dict[str, Entry] = {}
        self.title: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and not self._prefix:
            self._prefix = name.partition(":")[0] + ":" if ":" in name else ""
        name = name.removeprefix(self._prefix) if self._prefix else name
        if self._level is None:
            if name in _ENTRIES:
                self._level = len(self._open)
                self._fields = {}
                self._guid_is_address = True
            self._begin()
        elif len(self._open) == self._level + 1:
            self._begin()
            self._take_attributes(name, attributes)
        elif self._field(name) in _FIELDS:
            self._begin()
        self._open.append(name)

    def text(self, data: str) -> None:
        if self._size < LONGEST:
            self._pieces.append(data)
            self._size += len(data)

    def end(self, name: str) -> None:
        if not self._open:
            return
        name = self._open.pop()
        if self._level is None:
            if name == "title" and self.title is None and len(self._open) <= 2:
                self.title = shortened(plain("".join(self._pieces)), TITLE) or None
                self._begin()
        elif len(self._open) == self._level:
            self._finish()
        elif len(self._open) == self._level + 1:
            self._set(name, "".join(self._pieces))
        elif (field := self._field(name)) in _FIELDS:
            self._set(field, "".join(self._pieces))
            self._begin()

    def broken(self) -> None:
        if self._level is not None:
            self._finish()
        self._open = []
        self._begin()

    def _field(self, name: str) -> str:
        """Return the name of a field below an entry's own: ``author/name``."""
        assert self._level is not None
        return "/".join([*self._open[self._level + 1 :][:2], name])

    def _begin(self) -> None:
        self._pieces = []
        self._size = 0

    def _set(self, field: str, value: str) -> None:
        if field in _FIELDS and value.strip() and field not in self._fields:
            self._fields[field] = value

    def _take_attributes(self, name: str, attributes: dict[str, str]) -> None:
        if name == "link" and attributes.get("rel", "alternate") == "alternate":
            self._set("link", attributes.get("href", ""))
        elif name == "guid" and attributes.get("ispermalink", "true").lower() == "false":
            self._guid_is_address = False
        elif name == "category":
            self._set("category", attributes.get("label") or attributes.get("term", ""))

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._fields[name] for name in names if self._fields.get(name)), "")

    def _finish(self) -> None:
        self._level = None
        self._begin()
        # A guid is an address unless it says that it is not; that it is none, its form says.
        where = self._first((*_LINK, "guid") if self._guid_is_address else _LINK)
        address = canonical(where, self._url) if where.strip() else None
        title = plain(self._first(_TITLE))
        summary = plain(self._first(_SUMMARY)[:_SUMMARY_WITHIN])
        title = title or shortened(summary, _NAME)
        if address is None or not title or address in self.entries:
            return
        if len(self.entries) == MOST:
            raise xml.CutError(f"lists more than {MOST:,} articles, the most that are read")
        outlet = _name(self._first(_OUTLET))
        if outlet and title.endswith(f" - {outlet}"):  # as collections of feeds write it
            title = title.removesuffix(f" - {outlet}")
        self.entries[address] = Entry(
            address,
            shortened(title, TITLE),
            shortened(summary, SUMMARY) if summary and summary != title else None,
            self._time(),
            outlet,
            _name(self._first(_SECTION)),
            _author(self._first(_AUTHOR)),
            self._first(_ID)[:LONGEST].strip() or None,
        )

    def _time(self) -> datetime | None:
        stated = (self._fields[name] for name in _TIME if name in self._fields)
        time = next(filter(None, map(parse_date, stated)), None)
        if time is None:
            return None
        # Some servers state Korean time as UTC: what has not happened yet is nine hours older.
        korean = time - timedelta(hours=9)
        if time.utcoffset() == timedelta() and time > self._fetched >= korean:
            return korean.astimezone(SEOUL)
        return time


def parse_date(text: str) -> datetime | None:
    """Return the time that ``text`` states, by RFC 822 as far as servers keep to it, or ISO 8601.

    Korean time where no zone is given; None for what is no time or does not exist.
    """
    text = text.strip()[:80]
    found = _RFC_822.match(text)
    if found is None:
        return parse_time(text)
    day, month, year, hour, minute, second, zone = found.groups()
    number = int(month) if month.isdigit() else _month(month)
    century = 2000 if len(year) == 2 else 0
    try:
        return datetime(
            int(year) + century, number, int(day), int(hour), int(minute), int(second or 0),
            tzinfo=SEOUL,
        ).replace(tzinfo=_zone(zone))  # fmt: skip
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1 if name[:3].lower() in _MONTHS else 0


def _zone(zone: str | None) -> timezone:
    if zone is None or zone.upper() in {"KST", "JST"}:
        return SEOUL
    if zone[0] not in "+-":
        return UTC
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return timezone(offset if zone[0] == "+" else -offset)


def _name(text: str) -> str | None:
    name = plain(text[:500])
    return name if name and len(name) <= _NAME else None


def _author(text: str) -> str | None:
    name = plain(text[:500])
    mail = _MAIL.fullmatch(name)
    return _name(mail[1] if mail else name)
