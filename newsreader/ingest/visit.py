"""The way to a page: redirects, tries, the pace of each host, and what its robots.txt allows."""

import asyncio
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from socket import gaierror
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.errors import SourceError
from newsreader.ingest.page import Page
from newsreader.ingest.refresh import refreshed
from newsreader.ingest.response import (
    PAGE,
    StatusError,
    UnreachableError,
    Wanted,
    check_type,
    read_body,
    wait_of,
)
from newsreader.ingest.robots import Robots

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"newsreader/{__version__} (+terminal news reader)"
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
_next_turn: dict[str, float] = {}
#: The rules of the hosts that were asked for them in this process.
_robots: dict[str, Robots] = {}


def address_of(url: str, base: "httpx.URL | None" = None) -> "httpx.URL":
    """Return ``url``, which may be relative to ``base``; SourceError when it is not http(s)."""
    import httpx

    try:
        address = base.join(url) if base else httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(f"{url} is not a valid address.") from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise SourceError(f"{url} is not an http or https address.")
    return address


@dataclass(frozen=True, slots=True)
class Visit:
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
                if onward is None or (there := address_of(onward, address)) == address:
                    return replace(answer, moved=moved and address != start)
                address, moved = there, False
            else:
                address = address_of(answer.location, address)
                moved = moved and answer.status in _MOVED
            if self.robots:
                await self._check_robots(address)
        raise SourceError(f"{start} redirects more than {REDIRECTS} times.")

    async def _check_robots(self, address: "httpx.URL") -> None:
        """Raise SourceError when the host's robots.txt closes ``address`` to us."""
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        rules = _robots.get(site)
        if rules is None:
            visit = Visit(self.client, ROBOTS_LIMIT)
            place = address_of(f"{site}/robots.txt")
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
                return _Later(status, wait_of(response.headers.get("retry-after")))
            if status == 304 and known:
                return replace(known, fetched=datetime.now(UTC))
            if status != 200:
                raise StatusError(address, status, wait_of(response.headers.get("retry-after")))
            kind = response.headers.get("content-type")
            check_type(address, kind, self.wanted)
            return Page(
                str(address),
                await read_body(response, self.limit, self.wanted),
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
