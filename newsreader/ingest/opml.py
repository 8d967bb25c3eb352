"""Lists of feeds as feed readers exchange them: OPML 2.0 in and out."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from newsreader.errors import SourceError
from newsreader.ingest import xml
from newsreader.ingest.addresses import canonical
from newsreader.ingest.decode import decode
from newsreader.ingest.markup import plain, shortened

#: Bytes of a file, and feeds in it.
LIMIT = 10 * 1024 * 1024
MOST = 5_000
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list. ``folders`` are the names of those that it lies in, the outermost first.

    ``kind`` is ``list`` for a page that lists articles (OPML's type ``link``).
    """

    url: str
    title: str
    folders: tuple[str, ...] = ()
    kind: str = "feed"


def read(content: bytes, name: str) -> tuple[list[Outline], list[str]]:
    """Return the feeds of an OPML file, each once, and sentences about what was left out.

    Raises SourceError, calling the file ``name``, when it is none or has no feed in it.
    """
    if len(content) > LIMIT:
        raise SourceError(f"{name} is larger than {LIMIT // 1024 // 1024} MB, which no OPML is.")
    text = decode(content).text
    start = text.find("<opml")
    if start < 0:
        raise SourceError(f"{name} is not an OPML file.")
    reader, problem = xml.read(text[start:], _Reader)
    if not reader.outlines:
        raise SourceError(f"{name} {problem or 'has no feed in it'}.")
    notes = [f"{name} {problem}; {len(reader.outlines)} feeds could be read."] if problem else []
    if reader.refused:
        notes.append(f"{reader.refused} entries of {name} have no address that can be used.")
    return list(reader.outlines.values()), notes


def write(outlines: Iterable[Outline], title: str = "newsreader") -> bytes:
    """Return a list of feeds as an OPML file; the innermost folder of each is kept."""
    folders: dict[str, list[Outline]] = {}
    for one in outlines:
        folders.setdefault(one.folders[-1] if one.folders else "", []).append(one)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0">\n<head><title>{escape(title)}</title></head>\n<body>',
    ]
    for folder, inside in sorted(folders.items()):
        lines += [f"<outline text={quoteattr(folder)}>"] if folder else []
        lines += map(_line, inside)
        lines += ["</outline>"] if folder else []
    return "\n".join([*lines, "</body>\n</opml>\n"]).encode()


def _line(one: Outline) -> str:
    where = "url" if one.kind == "list" else "xmlUrl"
    kind = "link" if one.kind == "list" else "rss"
    return f'<outline type="{kind}" text={quoteattr(one.title)} {where}={quoteattr(one.url)}/>'


class _Reader(xml.Handler):
    """Collects the outlines; an outline without an address is a folder."""

    #: A list of folders has no bound of its own: some programs nest one within each other.
    deepest = 10_000

    def __init__(self) -> None:
        self._folders: list[str | None] = []
        self.outlines: dict[str, Outline] = {}
        self.refused = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "outline":
            return
        title = shortened(
            plain(attributes.get("title") or attributes.get("text", "")), _LONGEST_NAME
        )
        link = attributes.get("type", "").lower() == "link"
        where = attributes.get("xmlurl") or (attributes.get("url") if link else None)
        self._folders.append(None if where else title)
        if where is None:
            return
        address = canonical(where)
        if address is None:
            self.refused += 1
            return
        if len(self.outlines) == MOST:
            raise xml.CutError(f"has more than {MOST:,} feeds, the most that are read")
        folders = tuple(filter(None, self._folders[-10:]))
        kind = "list" if link and not attributes.get("xmlurl") else "feed"
        self.outlines.setdefault(address, Outline(address, title or address, folders, kind))

    def end(self, name: str) -> None:
        if name == "outline" and self._folders:
            self._folders.pop()
