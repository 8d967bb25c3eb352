"""Asking an online service: JSON there and back, patience with refusals, bounds on everything."""

import asyncio
import ipaddress
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsreader import __version__
from newsreader.errors import EngineError, in_minutes
from newsreader.translate.accounts import Secret

if TYPE_CHECKING:
    import httpx

#: Answers after which another try makes sense: busy, or broken for the moment (529: Anthropic).
_AGAIN = frozenset({429, 500, 502, 503, 504, 529})
_TRIES = 4
#: The longest that a request waits for another try, in seconds.
_PATIENCE = 30.0
_LARGEST = 1 << 22
#: A refusal that names its cause does so within so many bytes.
_REFUSAL = 1 << 13
#: What refusals say whose status does not: OpenAI's 429 and Anthropic's 400 when the money is gone,
#: Papago's 429 when the day's quota is.
_SPENT = (b'"insufficient_quota"', b"credit balance is too low", b"Quota Exceed")


@dataclass(frozen=True, slots=True)
class Pace:
    """Times in seconds: to connect, to wait for an answer, before the second try (then doubled)."""

    connect: float = 5.0
    read: float = 30.0
    pause: float = 0.5


class NotAcceptedError(EngineError):
    """The service understood who asks and does not like the request itself."""


class Service:
    """One service at ``url``. ``name`` is how the reader knows it; ``headers`` may hold a key."""

    def __init__(
        self,
        name: str,
        url: str,
        *,
        headers: Mapping[str, str | Secret] | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._name = name
        self._url = url.rstrip("/")
        self._headers = dict(headers or {})
        self._pace = pace or Pace()
        self._client: httpx.AsyncClient | None = None
        if not _is_safe(url):
            raise EngineError(f"The address of {name} must be a whole one and begin with https://.")

    async def post(
        self,
        path: str,
        *,
        body: Mapping[str, Any] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Any:
        """Send ``body`` as JSON, or ``form``, to ``path``, and return the JSON that comes back.

        Raises EngineError, with ``retry_after`` where waiting will help; NotAcceptedError when
        another request may be accepted.
        """
        return await self._ask("POST", path, body, form)

    async def put(self, path: str, *, body: Mapping[str, Any]) -> Any:
        """Put ``body`` as JSON in the place of what is at ``path``. Raises as :meth:`post` does."""
        return await self._ask("PUT", path, body)

    async def get(self, path: str) -> Any:
        """Return the JSON at ``path``. Raises EngineError as :meth:`post` does."""
        return await self._ask("GET", path)

    async def _ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Any:
        refused = "did not answer"
        for attempt in range(_TRIES):
            status, wait, answer = await self._send(method, path, body, form)
            if status < 300:
                return answer
            if status not in _AGAIN:
                raise self._final(status)
            refused = "asks to slow down" if status == 429 else f"has trouble (HTTP {status})"
            if wait is None:
                wait = self._pace.pause * 2**attempt * random.uniform(0.5, 1)  # noqa: S311 - jitter
            if wait > _PATIENCE:
                raise EngineError(
                    f"{self._name} {refused}; try again in {in_minutes(wait)}.",
                    retry_after=wait,
                )
            if attempt + 1 < _TRIES:
                await asyncio.sleep(wait)
        raise EngineError(f"{self._name} {refused}; try again later.", retry_after=_PATIENCE)

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _send(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        form: Mapping[str, str] | None,
    ) -> tuple[int, float | None, Any]:
        """Return status, Retry-After in seconds and, if all is well, what was answered."""
        import httpx

        client = self._client = self._client or self._connected()
        try:
            async with client.stream(method, self._url + path, json=body, data=form) as response:
                wait = retry_after(response.headers.get("Retry-After"))
                content = bytearray()
                if response.status_code >= 300:
                    async for chunk in response.aiter_bytes():
                        content += chunk
                        if len(content) > _REFUSAL:
                            break
                    if any(said in content for said in _SPENT):
                        raise self._spent(response.status_code)
                    return response.status_code, wait, None
                async for chunk in response.aiter_bytes():
                    content += chunk
                    if len(content) > _LARGEST:
                        raise EngineError(f"{self._name} answered without end.")
                return response.status_code, wait, json.loads(content)
        except httpx.InvalidURL as error:
            raise EngineError(f"The address of {self._name} is not one.") from error
        except httpx.TimeoutException as error:
            raise EngineError(
                f"{self._name} did not answer in time.", retry_after=_PATIENCE
            ) from error
        except httpx.HTTPError as error:
            raise EngineError(
                f"{self._name} could not be reached ({type(error).__name__}); check the connection."
            ) from error
        except (ValueError, RecursionError) as error:
            raise EngineError(f"{self._name} answered with something that is not JSON.") from error

    def _connected(self) -> "httpx.AsyncClient":
        import httpx

        headers = {"User-Agent": f"newsreader/{__version__}"}
        for name, value in self._headers.items():
            headers[name] = value.reveal() if isinstance(value, Secret) else value
        try:
            return httpx.AsyncClient(
                headers=headers,
                timeout=httpx.Timeout(self._pace.read, connect=self._pace.connect),
                # What stays on this machine must not go through a proxy elsewhere.
                trust_env=not is_loopback(self._url),
            )
        except UnicodeEncodeError:
            # The cause would show the key.
            raise EngineError(f"The key for {self._name} has letters that no key has.") from None

    def _final(self, status: int) -> EngineError:
        match status:
            case 401 | 403:
                why = "refused the key; check it"
            case 402 | 456:
                return self._spent(status)
            case 404:
                why = "does not know this address or model; check both"
            case 413 | 414:
                why = "says that the text is too long"
            case _:
                return NotAcceptedError(f"{self._name} did not accept the request (HTTP {status}).")
        return EngineError(f"{self._name} {why} (HTTP {status}).")

    def _spent(self, status: int) -> EngineError:
        why = "says that this account's quota is used up"
        return EngineError(f"{self._name} {why} (HTTP {status}).")


def is_loopback(url: str) -> bool:
    """Say whether ``url`` is on this machine."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_safe(url: str) -> bool:
    """Say whether text and keys may go to ``url``: encrypted, or not leaving this machine."""
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    if address.scheme == "http":
        return is_loopback(url)
    return address.scheme == "https" and bool(address.hostname)


def retry_after(value: str | None) -> float | None:
    """Return a Retry-After header as seconds from now, never below 0 (RFC 9110, 10.2.3).

    It holds seconds or an HTTP date; None is returned for anything else.
    """
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
