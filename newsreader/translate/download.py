"""Fetching one large file over HTTP, going on where an earlier try stopped."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from newsreader.errors import EngineError

if TYPE_CHECKING:
    import httpx

_CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+)")
_AGAIN = "the next try goes on where it stopped"


async def fetch(
    client: "httpx.AsyncClient",
    url: str,
    file: Path,
    *,
    limit: int,
    progress: Callable[[int, int], None],
) -> None:
    """Fetch ``url`` into ``file``, of which a part may be there already (RFC 9110, 14: ranges).

    ``progress`` is told the bytes so far and the bytes in all (0 when the server does not say);
    ``limit`` is the most bytes that are taken. Raises EngineError in one sentence, and OSError of
    the disk; what had arrived is then still there for the next try.
    """
    have = _size(file)
    # Saying "gzip" keeps Google's storage from unpacking .gz objects on the way; the raw bytes are
    # taken whatever the answer calls them.
    headers = {"Accept-Encoding": "gzip"}
    if have:
        headers["Range"] = f"bytes={have}-"
    with _plain_errors(url):
        async with client.stream("GET", url, headers=headers) as response:
            start, total = _place(response, have)
            if start is None:
                return
            with _open_at(file, start) as out:
                have = start
                # Without a chunk size: httpx would hold back, and lose, what does not fill one.
                async for chunk in response.aiter_raw():
                    have += len(chunk)
                    if have > limit:
                        raise EngineError(f"{_address(url)} is larger than the model; not fetched.")
                    out.write(chunk)
                    progress(have, total)


def _place(response: "httpx.Response", have: int) -> tuple[int | None, int]:
    """Return where the body goes in the file (None: the file is whole) and the size in all.

    Raises EngineError for an answer that brings no file.
    """
    address = _address(str(response.url))
    length = int(response.headers.get("Content-Length") or 0)
    found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    match response.status_code:
        case 200:
            return 0, length
        case 206 if found and found[1] == str(have):
            return have, int(found[2])
        case 416 if found and int(found[2]) == have:
            return None, have
        case 404 | 410:
            raise EngineError(
                f"{address} does not exist (HTTP {response.status_code});"
                " set model_mirror to an address that has the model."
            )
        case 206 | 416:
            raise EngineError(
                f"{address} cannot be continued; run `newsreader model remove` and try again."
            )
        case status:
            raise EngineError(f"{address} could not be fetched (HTTP {status}); {_AGAIN}.")


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _open_at(file: Path, start: int) -> BinaryIO:
    return file.open("ab" if start else "wb")


def _address(url: str) -> str:
    """Return ``url`` without a user's name and password."""
    return re.sub(r"//[^/@]*@", "//", url)


@contextmanager
def _plain_errors(url: str) -> Iterator[None]:
    import httpx

    try:
        yield
    except httpx.InvalidURL as error:
        raise EngineError(f"{_address(url)} is not an address: {error}.") from error
    except httpx.UnsupportedProtocol as error:
        raise EngineError(f"{_address(url)} is not a web address.") from error
    except httpx.TimeoutException as error:
        raise EngineError(f"{_address(url)} did not answer in time; {_AGAIN}.") from error
    except httpx.ConnectError as error:
        host = urlsplit(url).hostname
        raise EngineError(
            f"{host} cannot be reached: no connection could be made; {_AGAIN}."
        ) from error
    except httpx.HTTPError as error:
        raise EngineError(
            f"The connection to {_address(url)} failed ({error}); {_AGAIN}."
        ) from error
