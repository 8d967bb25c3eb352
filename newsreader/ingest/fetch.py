"""One page over HTTP: bounded in time, size, redirects and tries, and honest when it fails."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, nullcontext
from typing import TYPE_CHECKING

from newsreader.ingest.page import Page
from newsreader.ingest.response import PAGE, UnreachableError, Wanted
from newsreader.ingest.visit import USER_AGENT, Visit, address_of

if TYPE_CHECKING:
    import httpx

#: Bytes of a page, as sent and as decompressed.
LIMIT = 10 * 1024 * 1024


@asynccontextmanager
async def connections(timeout: float = 30.0) -> "AsyncIterator[httpx.AsyncClient]":  # noqa: ASYNC109 - of each phase of each page
    """Connections that several calls of :func:`fetch` may share, at once or one after another."""
    import httpx

    phase = httpx.Timeout(min(timeout, 15.0), connect=min(timeout, 10.0))
    headers = {
        "User-Agent": USER_AGENT,
        "Accept-Language": "ko,en;q=0.5",
        # Only what zlib can undo within a limit.
        "Accept-Encoding": "gzip",
    }
    async with httpx.AsyncClient(http2=True, timeout=phase, headers=headers) as client:
        yield client


async def fetch(
    url: str,
    *,
    timeout: float = 30.0,  # noqa: ASYNC109 - one deadline for all phases and tries
    limit: int = LIMIT,
    known: Page | None = None,
    robots: bool = False,
    wanted: Wanted = PAGE,
    client: "httpx.AsyncClient | None" = None,
) -> Page:
    """Fetch ``url`` in ``timeout`` seconds and ``limit`` bytes, as sent and as decompressed.

    With ``known``, the page as it was fetched before, the server is asked whether it has changed;
    if not, the same content comes back with a new time. ``robots`` heeds the robots.txt of each
    host on the way: for pages that no reader has named himself. ``client`` is one of
    :func:`connections`.

    Raises SourceError, with one sentence, for an address that is not http(s), a status other than
    200 (StatusError), a host that is unknown, refuses or takes too long (UnreachableError), too
    many redirects, or a page that is too large, not what is wanted, or closed to programs.
    """
    opened = nullcontext(client) if client else connections(timeout)
    try:
        async with asyncio.timeout(timeout), opened as shared:
            visit = Visit(shared, limit, wanted, known, robots)
            return await _stoppable(visit.follow(address_of(url)))
    except TimeoutError as error:
        raise UnreachableError(f"{url} did not answer within {timeout:g} seconds.") from error


async def _stoppable(visit: Coroutine[None, None, Page]) -> Page:
    """Wait for a visit, and stop it when cancelled, as often as it takes.

    Whatever the visit ends with then, the caller's cancellation stands: httpx's anyio counts
    cancellations of the task that it runs in, and asyncio must find its own count of them right to
    tell Ctrl-C.
    """
    task = asyncio.create_task(visit)
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        while not task.done():
            task.cancel()
            await asyncio.wait([task], timeout=0.05)
        if not task.cancelled():
            task.exception()  # has been asked for, so that nobody complains of it
        raise
    return task.result()
