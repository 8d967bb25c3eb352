"""What a sync tells while it goes on, for the app and the command line."""

from dataclasses import dataclass
from datetime import datetime

from newsreader.library.feeds import Feed


@dataclass(frozen=True, slots=True)
class Started:
    """So many feeds will be read; ``resting`` are left alone for now, as they failed."""

    feeds: int
    resting: int


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed was read. ``new`` are the articles that the library did not know.

    ``changed`` is False when the server said that nothing has changed. ``notes`` are sentences
    about what was doubtful.
    """

    feed: Feed
    new: tuple[int, ...] = ()
    changed: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedFailed:
    """A feed could not be read, for ``reason``, a sentence; it rests until ``due``.

    ``due`` is None for a feed that was not tried, as its host had not answered for others.
    """

    feed: Feed
    reason: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Sighted:
    """A watched word stands in ``sentence`` of an article."""

    article: int
    title: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TextRead:
    """The text of an article was fetched ahead of reading; ``reason`` says why it was not."""

    article: int
    title: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Translated:
    """An article, or the title of one, was translated ahead of reading: ``rows`` of it."""

    article: int
    title: str
    rows: int


@dataclass(frozen=True, slots=True)
class Finished:
    """All is done: how many feeds were read and failed, and how many articles are new."""

    read: int
    failed: int
    new: int


Event = Started | FeedRead | FeedFailed | Sighted | TextRead | Translated | Finished
