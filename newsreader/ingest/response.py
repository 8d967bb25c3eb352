"""What a server answers: its refusals in words, and a body within its bounds."""

import time
import zlib
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.ingest.decode import name_of

if TYPE_CHECKING:
    import httpx

_REASONS = {
    401: "asks for a login",
    402: "is for subscribers only",
    403: "does not let newsreader in (403)",
    404: "does not exist (404)",
    410: "has been removed (410)",
    429: "asks to wait: too many requests (429)",
    451: "is withheld for legal reasons (451)",
}


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


async def read_body(response: "httpx.Response", limit: int, wanted: Wanted) -> bytes:
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


def check_type(address: "httpx.URL", content_type: str | None, wanted: Wanted) -> None:
    """Raise SourceError when a server says that what it sends is nothing that is wanted."""
    kind = (content_type or "text/html").partition(";")[0].strip().lower()
    if wanted.kinds is not None and kind not in wanted.kinds:
        raise SourceError(f"{address} is not a web page but {kind}.")


def wait_of(retry_after: str | None) -> float | None:
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
