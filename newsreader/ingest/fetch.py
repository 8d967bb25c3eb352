"""One page over HTTP: bounded in time, size, redirects and tries, and honest when it fails."""

import asyncio
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from socket import gaierror
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.errors import SourceError
from newsreader.ingest.decode import name_of

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"newsreader/{__version__} (+terminal news reader)"
LIMIT = 10 * 1024 * 1024
REDIRECTS = 5
RETRIES = 2
#: Seconds between two pages of one host within this process.
PACE = 1.0
#: The longest wait, in seconds, that a server may ask for before the next try.
PATIENCE = 8.0

_RETRIED = frozenset({429, 502, 503, 504})
_REDIRECTED = frozenset({301, 302, 303, 307, 308})
_ACCEPTED = ("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream")
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


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: ``url`` is the final address, ``content`` is decompressed."""

    url: str
    content: bytes
    content_type: str | None
    fetched: datetime


async def fetch(
    url: str,
    *,
    timeout: float = 30.0,  # noqa: ASYNC109 - one deadline for all phases and tries
    limit: int = LIMIT,
) -> Page:
    """Fetch ``url`` in ``timeout`` seconds and ``limit`` bytes, as sent and as decompressed.

    Raises SourceError, with one sentence, for an address that is not http(s), a host that is
    unknown or refuses, a time-out, a status other than 200, too many redirects, a TLS failure, a
    page that is too large or is not HTML or text.
    """
    import httpx

    phase = httpx.Timeout(min(timeout, 15.0), connect=min(timeout, 10.0))
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
        "Accept-Language": "ko,en;q=0.5",
        # Only what zlib can undo within a limit.
        "Accept-Encoding": "gzip",
    }
    try:
        async with (
            asyncio.timeout(timeout),
            httpx.AsyncClient(http2=True, timeout=phase, headers=headers) as client,
        ):
            return await _follow(client, _address(url), limit)
    except TimeoutError as error:
        raise SourceError(f"{url} did not answer within {timeout:g} seconds.") from error


def _address(url: str, base: "httpx.URL | None" = None) -> "httpx.URL":
    import httpx

    try:
        address = base.join(url) if base else httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(f"{url} is not a valid address.") from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise SourceError(f"{url} is not an http or https address.")
    return address


async def _follow(client: "httpx.AsyncClient", address: "httpx.URL", limit: int) -> Page:
    """Fetch, following redirects ourselves so that each step is checked and cookies stay off."""
    start = address
    await _wait_for_turn(address.netloc.decode("ascii"))
    for _ in range(REDIRECTS + 1):
        answer = await _try(client, address, limit)
        if isinstance(answer, Page):
            return answer
        address = _address(answer, address)
    raise SourceError(f"{start} redirects more than {REDIRECTS} times.")


async def _try(client: "httpx.AsyncClient", address: "httpx.URL", limit: int) -> "Page | str":
    """Ask for one address, again after a while where that may help. Returns a page or where to."""
    import httpx

    for attempt in range(RETRIES + 1):
        pause = 0.5 * 3**attempt
        try:
            answer = await _ask(client, address, limit)
        except httpx.ConnectError as error:
            reason, passing = _why_not_connected(error)
            if not passing or attempt == RETRIES:
                raise SourceError(f"{address} cannot be reached: {reason}.") from error
        except httpx.TimeoutException as error:
            raise SourceError(f"{address} took too long to answer.") from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
            raise SourceError(f"{address} broke off: {_sentence(error)}.") from error
        else:
            if not isinstance(answer, _Later):
                return answer
            pause = answer.seconds if answer.seconds is not None else pause
            if attempt == RETRIES or pause > PATIENCE:
                raise SourceError(f"{address} {_reason(answer.status)}.")
        await asyncio.sleep(pause)
    raise AssertionError("the last try returns or raises")


@dataclass(frozen=True, slots=True)
class _Later:
    """A status that may pass; ``seconds`` is what the server asks us to wait."""

    status: int
    seconds: float | None


async def _ask(
    client: "httpx.AsyncClient", address: "httpx.URL", limit: int
) -> "Page | str | _Later":
    client.cookies.clear()
    async with client.stream("GET", address) as response:
        status = response.status_code
        location: str | None = response.headers.get("location")
        if status in _REDIRECTED and location:
            return location
        if status in _RETRIED:
            return _Later(status, _seconds(response.headers.get("retry-after")))
        if status != 200:
            raise SourceError(f"{address} {_reason(status)}.")
        kind = response.headers.get("content-type")
        _check_type(address, kind)
        return Page(str(address), await _body(response, limit), kind, datetime.now(UTC))


async def _body(response: "httpx.Response", limit: int) -> bytes:
    """Read what the server sends, never holding more than ``limit`` bytes of it."""
    too_large = SourceError(
        f"{response.url} is larger than {limit / 1024 / 1024:g} MB, which no article is."
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
    if what := name_of(content):
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


def _check_type(address: "httpx.URL", content_type: str | None) -> None:
    kind = (content_type or "text/html").partition(";")[0].strip().lower()
    if kind not in _ACCEPTED:
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
