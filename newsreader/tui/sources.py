"""What the list of articles can be narrowed to: the left column of the library screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from newsreader.article import SEOUL
from newsreader.library.library import Library
from newsreader.library.listing import Count, Filter, Sort


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the library: ``key`` names it for good, ``more`` stands behind its title."""

    key: str
    title: str
    filter: Filter
    more: str = ""
    sort: Sort = "newest"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between groups of sources."""

    title: str


def fixed_sources() -> list[Source]:
    """Return the sources that every library has."""
    midnight = datetime.now(SEOUL).replace(hour=0, minute=0, second=0, microsecond=0)
    return [
        Source("all", "All", Filter()),
        Source("unread", "Unread", Filter(read=False)),
        Source("starred", "Starred", Filter(starred=True)),
        Source("opened", "Read last", Filter(opened=True), sort="opened"),
        Source("today", "Today", Filter(since=midnight)),
        Source("week", "Seven days", Filter(since=midnight - timedelta(days=6))),
    ]


def source_of(key: str, library: Library) -> Source:
    """Return the source of a key; everything where there is none of that key any more."""
    everything, *_ = fixed = fixed_sources()
    kind, _, name = key.partition(":")
    match kind:
        case "outlet":
            return Source(key, name, Filter(outlet=name))
        case "section":
            return Source(key, name, Filter(section=name))
        case "tag":
            return Source(key, name, Filter(tag=name))
        case "watch":
            return Source(key, name, Filter(watch=name))
        case "feed":
            feed = library.feeds.find(name)
            return Source(key, feed.title, Filter(feed=feed.id)) if feed else everything
    return next((one for one in fixed if one.key == key), everything)


def sources(library: Library) -> list[Source | Heading]:
    """Return everything that the library can be narrowed to, in groups, with counts of now.

    Counting takes half a second where there are a hundred thousand articles.

    Raises LibraryError when the library cannot be read.
    """
    found: list[Source | Heading] = [*fixed_sources()]
    found += _group("Watch words", _watched(library))
    tags = library.articles.tags()
    found += _group("Tags", (_counted("tag", one, Filter(tag=one.name)) for one in tags))
    found += _group("Feeds", _feeds(library))
    outlets = library.articles.outlets()
    found += _group(
        "Outlets", (_counted("outlet", one, Filter(outlet=one.name)) for one in outlets)
    )
    sections = library.articles.sections()
    found += _group(
        "Sections", (_counted("section", one, Filter(section=one.name)) for one in sections)
    )
    return found


def sources_beside(file: Path) -> list[Source | Heading]:
    """Return :func:`sources` of the library at ``file``, for a thread of its own."""
    with Library(file) as library:
        return sources(library)


def _group(title: str, members: Iterator[Source]) -> list[Source | Heading]:
    found = list(members)
    return [Heading(title), *found] if found else []


def _watched(library: Library) -> Iterator[Source]:
    for watch in library.watches.all():
        yield Source(f"watch:{watch.word}", watch.word, Filter(watch=watch.word))


def _feeds(library: Library) -> Iterator[Source]:
    counts = library.feeds.counts()
    for feed in library.feeds.all():
        count = counts.get(feed.id)
        more = "!" if feed.problem else _unread(count) if count else ""
        yield Source(f"feed:{feed.url}", feed.title, Filter(feed=feed.id), more)


def _counted(kind: str, count: Count, wanted: Filter) -> Source:
    return Source(f"{kind}:{count.name}", count.name, wanted, _unread(count))


def _unread(count: Count) -> str:
    return str(count.unread) if count.unread else ""
