"""The library's side of a sync: a thread of its own with a library of its own.

Whoever waits for a sync (the app) goes on meanwhile. What comes back from one call is kept.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from newsreader.article import Article
from newsreader.ingest.addresses import also_known, site_of
from newsreader.ingest.feeds import Entry
from newsreader.ingest.page import Page
from newsreader.ingest.publisher import rules_for
from newsreader.library.articles import Headline
from newsreader.library.feeds import Feed
from newsreader.library.library import Library
from newsreader.library.listing import Filter, Listed
from newsreader.sync import same
from newsreader.sync.events import Sighted
from newsreader.sync.watching import Lookout

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

#: Headlines of so long before are compared with new ones; and so many of them at most.
_RECENT = timedelta(days=2)
_MOST_RECENT = 5_000

#: In the library's state: the newest article that a sync has grouped and watched. Ids only grow.
_LOOKED_AT = "sync.looked-at"

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """What is asked of the library, one thing after another, in one thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._thread = ThreadPoolExecutor(1, "sync")
        self._library: Library | None = None
        self._titles: dict[tuple[str, str], list[tuple[str | None, str]]] | None = None

    async def ask(
        self, work: Callable[Concatenate["Desk", P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call a method of this class in its thread, and wait for what it returns."""
        call = partial(work, self, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    @property
    def library(self) -> Library:
        """The library, within the thread. Raises LibraryError."""
        if self._library is None:
            self._library = Library(self._file)
        return self._library

    def close(self) -> None:
        """Close the library, within the thread."""
        if self._library is not None:
            self._library.close()
            self._library = None

    async def end(self) -> None:
        """End the thread when it has done what it was asked."""
        await self.ask(Desk.close)
        self._thread.shutdown()

    # Within the thread. All of it raises LibraryError.

    def feeds(self, numbers: Sequence[int] | None, *, resting: bool) -> tuple[list[Feed], int]:
        """Return the feeds to read, and how many are left to rest."""
        known = self.library.feeds.all()
        wanted = [one for one in known if numbers is None or one.id in numbers]
        if resting:
            return wanted, 0
        now = datetime.now(UTC)
        ready = [one for one in wanted if not _rests(one, now)]
        return ready, len(wanted) - len(ready)

    def keep(self, feed: Feed, entries: Iterable[Entry]) -> tuple[int, ...]:
        """Keep what a feed lists; return the articles that are new."""
        headlines = [self._headline(feed, entry) for entry in entries]
        added = self.library.articles.add_headlines(headlines, feed=feed.id)
        return tuple(dict.fromkeys(one.id for one in added if one.new))

    def read(self, feed: Feed, page: Page) -> None:
        """Write down that a feed was read, and where it has moved for good."""
        if page.moved:
            self.library.feeds.move(feed.id, page.url)
        self.library.feeds.succeeded(
            feed.id, datetime.now(UTC), etag=page.etag, changed=page.changed
        )

    def fail(self, feed: Feed, due: datetime, reason: str) -> None:
        """Write down why a feed could not be read."""
        self.library.feeds.failed(feed.id, due, reason)

    def begin(self) -> None:
        """Note, before a first sync, what was there: that is not new."""
        newest = self.library.feeds.newest_entry()
        if self.library.state.get(_LOOKED_AT, newest + 1) > newest:
            self.library.state.set(_LOOKED_AT, newest)

    def fresh(self) -> list[int]:
        """Return the articles of feeds that no sync has come to look at yet.

        They are the new ones, and those of a sync that was stopped before it did.
        """
        return self.library.feeds.entries_after(self.library.state.get(_LOOKED_AT, 0))

    def looked_at(self, numbers: Sequence[int]) -> None:
        """Note that articles were grouped and watched words were looked for in them."""
        if numbers:
            self.library.state.set(_LOOKED_AT, max(numbers))

    def watch(self, numbers: Iterable[int]) -> list[Sighted]:
        """Look for the watched words in headlines; keep and return what was not found before."""
        watches = self.library.watches.all()
        if not watches:
            return []
        lookout = Lookout(watches)
        sighted = []
        for one in self._listed(numbers):
            known = self.library.watches.sightings(one.id)
            found = lookout.find(one.title, one.summary, one.english)
            found = {word: text for word, text in found.items() if word not in known}
            if found:
                self.library.watches.sighted(one.id, found)
            sighted += [Sighted(one.id, one.title, word, text) for word, text in found.items()]
        return sighted

    def group(self, numbers: Iterable[int]) -> None:
        """Group the recent headlines that tell of the same events as the new ones do."""
        new = set(numbers)
        if not new:
            return
        told = [
            same.Told(one.id, one.title, one.outlet, one.published or one.added)
            for one in self._recent()
        ]
        for group in same.events(told):
            if not new.isdisjoint(group):
                self.library.articles.group(group)

    def without_text(self, most: int) -> list[Listed]:
        """Return the newest unread articles whose text was not tried, so many at most."""
        found = self.library.articles.listing(Filter(read=False), limit=10 * most)
        wanted = [one for one in found if not one.rows and one.failure is None]
        return [one for one in wanted if one.address.startswith(("http:", "https:"))][:most]

    def untranslated(self, most: int) -> dict[int, Article]:
        """Return the newest unread texts of which no sentence has English, so many at most.

        Those of a sync that was stopped are among them. The title may have had its English before.
        """
        found = self.library.articles.listing(Filter(read=False, translated=False), limit=10 * most)
        wanted = [one.id for one in found if one.rows > 1 and one.translated <= 1][:most]
        return {number: self.library.articles.get(number).article for number in wanted}

    def without_english(self, most: int) -> list[Listed]:
        """Return the newest unread articles of which the title has no English, so many at most."""
        found = self.library.articles.listing(Filter(read=False), limit=10 * most)
        return [one for one in found if one.english is None][:most]

    def _listed(self, numbers: Iterable[int]) -> list[Listed]:
        return [self.library.articles.listed(number) for number in numbers]

    def _recent(self) -> list[Listed]:
        since = datetime.now(UTC) - _RECENT
        return self.library.articles.listing(Filter(since=since), limit=_MOST_RECENT)

    def _headline(self, feed: Feed, entry: Entry) -> Headline:
        rules = rules_for(entry.address)
        portal = rules is not None and bool(rules.origin)
        outlet = entry.outlet
        if not portal:
            known = outlet or feed.outlet or (rules.outlet if rules else None)
            outlet = known or site_of(entry.address) or None
        also = also_known(entry.address)
        if self.library.articles.find(entry.address) is None:
            also += self._twin(entry, outlet)
        return Headline(
            entry.address, entry.title, outlet, feed.section or entry.section, entry.summary,
            entry.published, also,
        )  # fmt: skip

    def _twin(self, entry: Entry, outlet: str | None) -> tuple[str, ...]:
        """Return the address of the same article elsewhere: same title, outlet and day."""
        if self._titles is None:
            self._titles = {}
            for one in self._recent():
                self._remember(one.title, one.published or one.added, one.outlet, one.address)
        time = entry.published or datetime.now(UTC)
        key = same.title_key(entry.title)
        known = self._titles.get((key or "", same.day_key(time)), [])
        anywhere = same.title_key(entry.title, anywhere=True) is not None
        for other, address in known:
            if address != entry.address and (other == outlet if other and outlet else anywhere):
                return (address,)
        self._remember(entry.title, time, outlet, entry.address)
        return ()

    def _remember(self, title: str, time: datetime, outlet: str | None, address: str) -> None:
        assert self._titles is not None
        if key := same.title_key(title):
            self._titles.setdefault((key, same.day_key(time)), []).append((outlet, address))


def _rests(feed: Feed, now: datetime) -> bool:
    """Say whether a feed is left alone; not when it was tried later than now: clocks go back."""
    if not feed.failures or feed.due is None or (feed.checked and feed.checked > now):
        return False
    return feed.due > now


@asynccontextmanager
async def desk(file: Path) -> "AsyncIterator[Desk]":
    """A desk for as long as it is needed."""
    one = Desk(file)
    try:
        yield one
    finally:
        await asyncio.shield(one.end())
