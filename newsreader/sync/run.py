"""The sync itself: feeds, each host at its pace, then what is ahead of reading."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.errors import LibraryError, SourceError
from newsreader.ingest.catalogue import offer_at
from newsreader.ingest.feeds import Channel, is_feed, parse
from newsreader.ingest.fetch import connections, fetch
from newsreader.ingest.page import Page
from newsreader.ingest.response import FEED, StatusError, UnreachableError
from newsreader.library.feeds import Feed
from newsreader.sync.desk import Desk, desk
from newsreader.sync.events import Event, FeedFailed, FeedRead, Finished, Started
from newsreader.sync.lock import Lock
from newsreader.sync.prefetch import prefetch
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    import httpx

#: Hosts that are asked at once.
HOSTS = 24
#: A host that did not answer so often in a row is left alone for the rest of the sync.
_PATIENCE = 2
#: How long a feed rests after a first failure, doubled with each one more, and the longest.
_REST, _LONGEST_REST = timedelta(minutes=15), timedelta(days=1)
#: A feed that is gone (410) is not asked again sooner.
_GONE = 410


async def sync(
    workspace: Workspace, feeds: Sequence[int] | None = None, *, resting: bool = False
) -> AsyncGenerator[Event, None]:
    """Read the feeds (all, or those of these ids) and tell what happens, as it happens.

    ``resting`` reads also those that rest after a failure. Close the iterator or cancel its task
    to stop: what was told is kept, and the next sync goes on with what was left. Raises BusyError
    when another sync is going on, LibraryError when the library cannot be used.
    """
    lock = workspace.paths.library.with_suffix(".sync")
    with Lock(lock):
        async with desk(workspace.paths.library) as library:
            wanted, left = await library.ask(Desk.feeds, feeds, resting=resting)
            await library.ask(Desk.begin)
            yield Started(len(wanted), left)
            new: list[int] = []
            read = failed = 0
            async with aclosing(_read_all(workspace, library, wanted)) as events:
                async for event in events:
                    if isinstance(event, FeedRead):
                        read += 1
                        new += event.new
                    else:
                        failed += 1
                    yield event
            fresh = await library.ask(Desk.fresh)
            await library.ask(Desk.group, fresh)
            for sighted in await library.ask(Desk.watch, fresh):
                yield sighted
            await library.ask(Desk.looked_at, fresh)
            async with aclosing(prefetch(workspace, library)) as ahead:
                async for done in ahead:
                    yield done
            yield Finished(read, failed, len(new))


async def _read_all(
    workspace: Workspace, library: Desk, feeds: Sequence[Feed]
) -> AsyncGenerator[FeedRead | FeedFailed, None]:
    """Read feeds: one task for each host, so that no host's pace holds up another."""
    hosts: dict[str, list[Feed]] = {}
    for feed in feeds:
        hosts.setdefault(urlsplit(feed.url).netloc, []).append(feed)
    told: asyncio.Queue[FeedRead | FeedFailed | None] = asyncio.Queue()
    turn = asyncio.Semaphore(HOSTS)
    timeout = workspace.settings.fetch_timeout

    async def read_host(own: Sequence[Feed], client: "httpx.AsyncClient") -> None:
        silent = 0
        for feed in own:
            if silent >= _PATIENCE:
                await told.put(FeedFailed(feed, "The host did not answer for other feeds.", None))
                continue
            async with turn:
                event, reached = await _read(library, feed, client, timeout)
            silent = 0 if reached else silent + 1
            await told.put(event)

    async def read_hosts() -> None:
        try:
            async with connections(timeout) as client, asyncio.TaskGroup() as tasks:
                for own in hosts.values():
                    tasks.create_task(read_host(own, client))
        finally:
            told.put_nowait(None)

    task = asyncio.create_task(read_hosts())
    try:
        while (event := await told.get()) is not None:
            yield event
        await _result(task)
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, ExceptionGroup):
            await task


async def _result(task: asyncio.Task[None]) -> None:
    """Raise what a library said that cannot be used, rather than the group it comes in."""
    try:
        await task
    except ExceptionGroup as group:
        for error in group.exceptions:
            if isinstance(error, LibraryError):
                raise error from group
        raise


async def _read(
    library: Desk, feed: Feed, client: "httpx.AsyncClient", seconds: float
) -> tuple[FeedRead | FeedFailed, bool]:
    """Read one feed and keep what it lists; say as well whether its host answered at all."""
    known = Page(feed.url, b"", None, datetime.now(UTC), feed.etag, feed.changed)
    try:
        page = await fetch(feed.url, timeout=seconds, known=known, wanted=FEED, client=client)
        if not page.content:
            await library.ask(Desk.read, feed, page)
            return FeedRead(feed, changed=False), True
        channel = await library.ask(_understood, feed, page)
        new = await library.ask(Desk.keep, feed, channel.entries)
        # Only now: what a kill loses here is listed once more.
        await library.ask(Desk.read, feed, page)
    except SourceError as error:
        due = datetime.now(UTC) + _rest(feed, error)
        await library.ask(Desk.fail, feed, due, str(error))
        return FeedFailed(feed, str(error), due), not isinstance(error, UnreachableError)
    return FeedRead(feed, new, notes=channel.notes), True


def _understood(_: Desk, feed: Feed, page: Page) -> Channel:
    """Read a page in the desk's thread, as it takes its time."""
    return understand(page, feed.url, feed.kind)


def understand(page: Page, url: str, kind: str) -> Channel:
    """Read a page as a feed or as a list of articles. Raises SourceError."""
    if kind == "list" and not is_feed(page.content, page.content_type):
        from newsreader.ingest.lists import parse_list

        offer = offer_at(url)
        return parse_list(page.content, page.url, page.content_type, offer.links if offer else None)
    return parse(page.content, page.url, page.content_type, page.fetched)


def _rest(feed: Feed, error: SourceError) -> timedelta:
    """Return how long a feed that failed is left alone: longer each time, as the server wishes."""
    if isinstance(error, StatusError):
        if error.status == _GONE:
            return _LONGEST_REST
        if error.retry_after is not None:
            asked = timedelta(seconds=min(error.retry_after, _LONGEST_REST.total_seconds()))
            return max(asked, _REST)
    rest: timedelta = _REST * 2 ** min(feed.failures, 10)
    return min(rest, _LONGEST_REST)
