"""One page over HTTP: bounded in time, size, redirects and tries, and honest when it fails."""

import asyncio
import ssl
import time
import zlib
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from socket import gaierror
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.errors import SourceError
from newsreader.ingest.decode import name_of
from newsreader.ingest.page import Page
from newsreader.ingest.refresh import refreshed
from newsreader.ingest.robots import Robots

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"newsreader/{__version__} (+terminal news reader)"
LIMIT = 10 * 1024 * 1024
REDIRECTS = 5
RETRIES = 2
#: Seconds between two pages of one host within this process.
PACE = 1.0
#: Bytes. RFC 9309 wants at least 500 KiB of a robots.txt to be read.
ROBOTS_LIMIT = 512 * 1024
#: The longest wait, in seconds, that a server may ask for before the next try.
PATIENCE = 8.0

_RETRIED = frozenset({429, 502, 503, 504})
_REDIRECTED = frozenset({301, 302, 303, 307, 308})
#: Redirects that are for good (RFC 9110, 15.4).
_MOVED = frozenset({301, 308})
_REASONS = {
    401: "asks for a login",
    402: "is for subscribers only",
    403: "does not let newsreader in (403)",
    404: "does not exist (404)",
    410: "has been removed (410)",
    429: "asks to wait: too many requests (429)",
    451: "is withheld for legal reasons (451)",
}
_next_turn: dict[str, float] = {}
#: The rules of the hosts that were asked for them in this process.
_robots: dict[str, Robots] = {}


class StatusError(SourceError):
    """A server's refusal; ``status`` is its number.

    ``retry_after`` is how many seconds the server asks us to wait, if it says so.
    """

    def __init__(self, address: object, status: int, retry_after: float | None = None) -> None:
        super().__init__(f"{address} {_reason(status)}.")
        self.status = status
        self.retry_after = retry_after


class UnreachableError(SourceError):
    """No answer came from the host at all: whatever else it has cannot be had either."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is fetched: its ``name`` for complaints, and what a server is asked for and may send.

    Without ``kinds`` any Content-Type is taken: what came is known by its content. Without
    ``text`` any file is.
    """

    name: str
    accept: str
    kinds: frozenset[str] | None = None
    text: bool = True


PAGE = Wanted(
    "article",
    "text/html,application/xhtml+xml,text/plain;q=0.8",
    frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/octet-stream"}),
)
#: Feeds come as any type, text/html among them.
FEED = Wanted(
    "feed",
    "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5",
)


FILE = Wanted("file", "*/*", text=False)


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
            visit = _Visit(shared, limit, wanted, known, robots)
            return await _stoppable(visit.follow(_address(url)))
    except TimeoutError as error:
        raise UnreachableError(f"{url} did not answer within {timeout:g} seconds.") from error


async def _stoppable(visit: Coroutine[None, None, Page]) -> Page:
    """Wait for a visit, and stop it when cancelled, as often as it takes.

    A cancellation that comes at the moment of connecting is lost within httpx's anyio, and Ctrl-C
    would then wait for the time limit.
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


def _address(url: str, base: "httpx.URL | None" = None) -> "httpx.URL":
    import httpx

    try:
        address = base.join(url) if base else httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(f"{url} is not a valid address.") from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise SourceError(f"{url} is not an http or https address.")
    return address


@dataclass(frozen=True, slots=True)
class _Visit:
    """The way from an address to a page, all redirects and tries together."""

    client: "httpx.AsyncClient"
    limit: int
    wanted: Wanted = PAGE
    known: Page | None = None
    robots: bool = False

    async def follow(self, start: "httpx.URL") -> Page:
        """Follow redirects ourselves, so that each step is checked and cookies stay off."""
        address = start
        moved = True
        if self.robots:
            await self._check_robots(address)
        await _wait_for_turn(address.netloc.decode("ascii"))
        for _ in range(REDIRECTS + 1):
            answer = await self._try(address)
            if isinstance(answer, Page):
                onward = refreshed(answer.content) if self.wanted.text else None
                if onward is None or (there := _address(onward, address)) == address:
                    return replace(answer, moved=moved and address != start)
                address, moved = there, False
            else:
                address = _address(answer.location, address)
                moved = moved and answer.status in _MOVED
            if self.robots:
                await self._check_robots(address)
        raise SourceError(f"{start} redirects more than {REDIRECTS} times.")

    async def _check_robots(self, address: "httpx.URL") -> None:
        """Raise SourceError when the host's robots.txt closes ``address`` to us."""
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        rules = _robots.get(site)
        if rules is None:
            visit = _Visit(self.client, ROBOTS_LIMIT)
            place = _address(f"{site}/robots.txt")
            try:
                answer = await visit._try(place)
                rules = Robots.parse(answer.content if isinstance(answer, Page) else b"")
            except StatusError as error:
                # RFC 9309, 2.3.1: without rules all is open, behind a broken server all is closed.
                rules = Robots.closed() if error.status >= 500 else Robots.parse(b"")
            except SourceError:
                rules = Robots.parse(b"")
            _robots[site] = rules
        if not rules.allows(USER_AGENT, str(address)):
            raise SourceError(
                f"{address} is closed to programs by the site's robots.txt; open it by its address."
            )

    async def _try(self, address: "httpx.URL") -> "Page | _Elsewhere":
        """Ask for one address, again after a while where that may help: a page, or where to go."""
        import httpx

        for attempt in range(RETRIES + 1):
            pause = 0.5 * 3**attempt
            try:
                answer = await self._ask(address)
            except httpx.ConnectError as error:
                reason, passing = _why_not_connected(error)
                if not passing or attempt == RETRIES:
                    raise UnreachableError(f"{address} cannot be reached: {reason}.") from error
            except httpx.TimeoutException as error:
                raise UnreachableError(f"{address} took too long to answer.") from error
            except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
                raise SourceError(f"{address} broke off: {_sentence(error)}.") from error
            else:
                if not isinstance(answer, _Later):
                    return answer
                pause = answer.seconds if answer.seconds is not None else pause
                if attempt == RETRIES or pause > PATIENCE:
                    raise StatusError(address, answer.status, answer.seconds)
            await asyncio.sleep(pause)
        raise AssertionError("the last try returns or raises")

    async def _ask(self, address: "httpx.URL") -> "Page | _Elsewhere | _Later":
        self.client.cookies.clear()
        known = self.known if self.known and self.known.url == str(address) else None
        headers = {"Accept": self.wanted.accept, **_conditions(known)}
        async with self.client.stream("GET", address, headers=headers) as response:
            status = response.status_code
            location: str | None = response.headers.get("location")
            if status in _REDIRECTED and location:
                return _Elsewhere(status, location)
            if status in _RETRIED:
                return _Later(status, _seconds(response.headers.get("retry-after")))
            if status == 304 and known:
                return replace(known, fetched=datetime.now(UTC))
            if status != 200:
                raise StatusError(address, status, _seconds(response.headers.get("retry-after")))
            kind = response.headers.get("content-type")
            _check_type(address, kind, self.wanted)
            return Page(
                str(address),
                await _body(response, self.limit, self.wanted),
                kind,
                datetime.now(UTC),
                response.headers.get("etag"),
                response.headers.get("last-modified"),
            )


def _conditions(known: Page | None) -> dict[str, str]:
    """The headers that ask for a page only if it is not ``known`` (RFC 9110, 13.1)."""
    stated = {
        "If-None-Match": known and known.etag,
        "If-Modified-Since": known and known.changed,
    }
    return {name: value for name, value in stated.items() if value}


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A redirect."""

    status: int
    location: str


@dataclass(frozen=True, slots=True)
class _Later:
    """A status that may pass; ``seconds`` is what the server asks us to wait."""

    status: int
    seconds: float | None


async def _body(response: "httpx.Response", limit: int, wanted: Wanted) -> bytes:
    """Read what the server sends, never holding more than ``limit`` bytes of it."""
    too_large = SourceError(
        f"{response.url} is larger than {limit / 1024 / 1024:g} MB; it was not read."
    )
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise too_large
    unpack = _Unpack(response)
    parts: list[bytes] = []
    sent = size = 0
    async for chunk in response.aiter_raw():
        sent += len(chunk)
        parts.append(unpack(chunk, limit - size + 1))
        size += len(parts[-1])
        if sent > limit or size > limit:
            raise too_large
    content = b"".join(parts)
    if wanted.text and (what := name_of(content)):
        raise SourceError(f"{response.url} is {what}, not a web page.")
    if not content.strip():
        raise SourceError(f"{response.url} is empty.")
    return content


class _Unpack:
    """Undo gzip piece by piece, giving out no more than was asked for."""

    def __init__(self, response: "httpx.Response") -> None:
        self._url = response.url
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        packed = encoding not in {"", "identity"}
        if packed and encoding not in {"gzip", "x-gzip"}:
            raise SourceError(f"{self._url} is packed with {encoding}, which was not asked for.")
        # 16 more than the size of the window means gzip.
        self._zlib = zlib.decompressobj(zlib.MAX_WBITS + 16) if packed else None

    def __call__(self, chunk: bytes, most: int) -> bytes:
        if self._zlib is None:
            return chunk
        try:
            return self._zlib.decompress(chunk, most)
        except zlib.error as error:
            raise SourceError(f"{self._url} is packed in a way that cannot be undone.") from error


def _check_type(address: "httpx.URL", content_type: str | None, wanted: Wanted) -> None:
    kind = (content_type or "text/html").partition(";")[0].strip().lower()
    if wanted.kinds is not None and kind not in wanted.kinds:
        raise SourceError(f"{address} is not a web page but {kind}.")


def _seconds(retry_after: str | None) -> float | None:
    """The header Retry-After (RFC 9110, 10.2.3): seconds or a date."""
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, when.timestamp() - time.time())


def _reason(status: int) -> str:
    if status in _REASONS:
        return _REASONS[status]
    if status >= 500:
        return f"cannot be served at the moment: the server has an error ({status})"
    return f"answers with the unexpected status {status}"


def _why_not_connected(error: BaseException) -> tuple[str, bool]:
    """Return the reason, and whether trying again may help."""
    for cause in _causes(error):
        if isinstance(cause, gaierror):
            return "the host is unknown or there is no network", False
        if isinstance(cause, ssl.SSLError):
            return f"its TLS certificate or connection is not valid ({_sentence(cause)})", False
        if isinstance(cause, ConnectionRefusedError):
            return "the host refuses the connection", True
    return "no connection could be made", True


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 10:
        yield error
        error = error.__cause__ or error.__context__
        seen += 1


def _sentence(error: BaseException) -> str:
    if isinstance(error, ssl.SSLError) and error.reason:
        return error.reason.replace("_", " ").lower()
    return str(error).rstrip(".") or type(error).__name__


async def _wait_for_turn(host: str) -> None:
    """Let a host rest for ``PACE`` seconds between two pages."""
    now = time.monotonic()
    for other in [other for other, turn in _next_turn.items() if turn < now]:
        del _next_turn[other]
    turn = max(now, _next_turn.get(host, now))
    _next_turn[host] = turn + PACE
    await asyncio.sleep(turn - now)
