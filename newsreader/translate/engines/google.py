"""Google's web translation through deep-translator: unofficial, and often refused since 2026.

deep-translator's ``GoogleTranslator`` is not safe between threads (its parameters are those of the
last call), opens a new connection for each text, waits for ever, and hides status and headers of an
answer. So each text gets a translator of its own, and the module's way to the network is replaced
by one that keeps connections, has time limits, and remembers the answer.

Several sentences go in one request, a line each, and usually come back so. Lines that were merged,
split or dropped are seen by their number and lengths; the sentences then go one by one.
"""

import asyncio
import random
import re
import threading
import time
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from newsreader import __version__
from newsreader.errors import EngineError, in_minutes
from newsreader.translate.align import align, misfit, split_english
from newsreader.translate.checks import is_error_page
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import GOOGLE
from newsreader.translate.engines.web import retry_after

_THREADS = 2
_TRIES = 3
#: What goes in one request at most: lines, and characters (the address has nine for one of Hangul).
_LINES, _CHARACTERS = 10, 1500
#: A line whose length is further from the usual, in standard deviations, is another one's English.
_MISFIT = 4.0
_KOREAN_END = re.compile(r"[.?!][\"'”’)]*(?=\s|$)")
#: The end of a sentence, or of a quotation or a bracket.
_WHOLE = re.compile(r"[.?!…\"'”’)]$")
#: An answer of Google's is some ten kilobytes long.
_LARGEST_PAGE = 1 << 20
#: The longest that a sentence waits for another try, in seconds.
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds: of the network, and of our own restraint."""

    connect: float = 5.0
    #: The longest silence of the server, and the longest that a whole answer may take.
    read: float = 15.0
    #: Between the starts of two requests.
    spacing: float = 0.25
    #: Before the second try, if the server does not say; doubled for the third.
    pause: float = 1.0
    #: For how long a server that refused is left alone.
    rest: float = 30 * 60.0


class GoogleEngine:
    """Translates some sentences at a time. ``base_url`` is for tests: a server on this machine."""

    info = GOOGLE
    capabilities = Capabilities(max_characters=_CHARACTERS, batch=_THREADS * _LINES, tries=3)
    version = "web-m"

    # For all engines of this process, by server, in monotonic time: two open articles are one
    # guest of Google's.
    #: Until when it is left alone.
    _resting: dict[str, float] = {}  # noqa: RUF012 - shared on purpose
    #: When the next request may start.
    _turns: dict[str, float] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, *, base_url: str = "", limits: Limits = Limits()) -> None:
        self._base_url = base_url
        self._limits = limits
        self._clients: list[_Client] = []
        self._pool = ThreadPoolExecutor(_THREADS, "google", initializer=self._start_thread)
        #: Texts that did not come back as the lines they were sent as.
        self._alone: set[str] = set()

    async def translate(
        self,
        requests: Sequence[Request],
        context: Context,  # noqa: ARG002 - the protocol's
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of the requests as it comes, none where lines were lost on the way.

        Raises EngineError when there is no connection, or when Google refused: it is then left
        alone for half an hour.
        """
        tasks = [asyncio.create_task(self._answers(group)) for group in self._groups(requests)]
        try:
            for answers in asyncio.as_completed(tasks):
                for answer in await answers:
                    yield answer
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def close(self) -> None:
        """Drop connections and threads; a request under way ends by its own time limit."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for client in self._clients:
            client.close()

    def _groups(self, requests: Sequence[Request]) -> list[list[Request]]:
        """Return the requests in groups that fit into one address each."""
        groups: list[list[Request]] = []
        room = 0
        for request in requests:
            alone = request.text in self._alone
            room -= len(request.text) + 1
            if not groups or room < 0 or len(groups[-1]) == _LINES or alone:
                groups.append([])
                room = _CHARACTERS - len(request.text)
            groups[-1].append(request)
            if alone:
                room = 0
        return groups

    async def _answers(self, group: Sequence[Request]) -> list[Answer]:
        english = await self._translated("\n".join(request.text for request in group))
        if len(group) == 1:
            return [Answer(group[0].id, english)]
        lines = [line.strip() for line in english.split("\n")]
        if not _belong([request.text for request in group], lines):
            self._alone.update(request.text for request in group)
            return []
        return [Answer(one.id, line) for one, line in zip(group, lines, strict=True)]

    async def _translated(self, text: str) -> str:
        loop = asyncio.get_running_loop()
        refusal = _Refusal("did not answer")
        for attempt in range(_TRIES):
            self._check_rest()
            await self._wait_for_turn()
            found = await loop.run_in_executor(self._pool, self._fetch, text)
            if isinstance(found, str):
                return found
            refusal = found
            wait = refusal.after
            if wait is None:
                wait = self._limits.pause * 2**attempt * random.uniform(0.5, 1)  # noqa: S311 - jitter
            if wait > _PATIENCE:
                break
            if attempt + 1 < _TRIES:
                await asyncio.sleep(wait)
        raise self._refused(refusal)

    def _refused(self, refusal: "_Refusal") -> EngineError:
        if not refusal.deliberate:
            return EngineError(f"Google {refusal.what}; check the connection and try again.")
        rest = max(self._limits.rest, refusal.after or 0.0)
        self._resting[self._base_url] = time.monotonic() + rest
        return _resting_error(f"Google {refusal.what}", rest)

    def _check_rest(self) -> None:
        rest = self._resting.get(self._base_url, 0.0) - time.monotonic()
        if rest > 0:
            raise _resting_error("Google refused not long ago", rest)

    async def _wait_for_turn(self) -> None:
        """Keep the starts of requests apart, whichever engine makes them."""
        now = time.monotonic()
        start = max(now, self._turns.get(self._base_url, now))
        self._turns[self._base_url] = start + self._limits.spacing
        await asyncio.sleep(start - now)

    # In a thread of the pool

    def _start_thread(self) -> None:
        _HERE.client = client = _Client(self._limits)
        self._clients.append(client)

    def _fetch(self, text: str) -> "str | _Refusal":
        """Return the English of ``text``, or how it was refused."""
        import requests
        from deep_translator import exceptions

        client: _Client = _HERE.client
        try:
            english = _translator(self._base_url).translate(text)
        except exceptions.TooManyRequests:
            return _Refusal("refused: too many requests", client.retry_after())
        except exceptions.RequestError:
            return _Refusal(f"answered with an error (HTTP {client.status})", client.retry_after())
        except exceptions.TranslationNotFound:
            return _Refusal("answered without a translation")
        except requests.RequestException as error:
            return _Refusal(f"could not be reached ({type(error).__name__})", deliberate=False)
        if english is None:  # deep-translator's word for "nothing to translate"
            return text
        if is_error_page(english):
            return _Refusal("answered with an error page")
        return str(english)


def _belong(korean: Sequence[str], english: Sequence[str]) -> bool:
    """Say whether each line of English can only be that of the Korean in the same place.

    Lines merged in one place and split in another leave the number as it was: then a line has more
    sentences than its Korean, or ends in the middle of one, or the lengths do not go together.
    """
    if len(korean) != len(english) or not all(english):
        return False
    for ko, en in zip(korean, english, strict=True):
        if misfit(len(ko), len(en)) > _MISFIT:
            return False
        if len(split_english(en)) > max(1, len(_KOREAN_END.findall(ko))):
            return False
        if _WHOLE.search(ko) and not _WHOLE.search(en):
            return False
    return all(len(bead.korean) == len(bead.english) == 1 for bead in align(korean, english))


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why there is no English; ``after`` is Retry-After in seconds.

    ``deliberate`` says that the server was there and did not want to.
    """

    what: str
    after: float | None = None
    deliberate: bool = True


def _resting_error(why: str, rest: float) -> EngineError:
    return EngineError(
        f"{why}; it is left alone for {in_minutes(rest)}, so choose another engine or wait.",
        retry_after=rest,
    )


@dataclass(slots=True)
class _Page:
    """As much of an answer as deep-translator looks at."""

    status_code: int
    text: str

    def close(self) -> None:
        """Nothing is open."""


class _Client:
    """One thread's way to the network."""

    def __init__(self, limits: Limits) -> None:
        import requests

        self._limits = limits
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"newsreader/{__version__}"
        self.status = 0
        self._retry_after: str | None = None

    def get(self, url: str, params: dict[str, str]) -> _Page:
        """Fetch ``url`` within the limits of time and size. Raises requests.RequestException."""
        import requests

        self.status, self._retry_after = 0, None
        end = time.monotonic() + self._limits.read
        timeout = (self._limits.connect, self._limits.read)
        with self._session.get(url, params=params, timeout=timeout, stream=True) as response:
            self.status = response.status_code
            self._retry_after = response.headers.get("Retry-After")
            body = b""
            for chunk in response.iter_content(1 << 14):
                body += chunk
                if len(body) > _LARGEST_PAGE or time.monotonic() > end:
                    raise requests.Timeout("the answer does not end")
            return _Page(response.status_code, body.decode(response.encoding or "utf-8", "replace"))

    def retry_after(self) -> float | None:
        """Return the last answer's Retry-After in seconds, if it had one."""
        return retry_after(self._retry_after)

    def close(self) -> None:
        self._session.close()


#: Each thread's ``client``.
_HERE = threading.local()


class _Requests:
    """Stands for the module ``requests`` inside ``deep_translator.google``."""

    def __init__(self) -> None:
        import requests

        self.exceptions = requests.exceptions

    def get(self, url: str, params: dict[str, str], proxies: Any = None) -> _Page:  # noqa: ARG002 - the environment's proxies are used
        client: _Client = _HERE.client
        return client.get(url, params)


def _translator(base_url: str) -> Any:
    """Return a new translator; its network is ours."""
    import deep_translator.google as module

    if not isinstance(module.requests, _Requests):
        module.requests = _Requests()
    translator = module.GoogleTranslator(source="ko", target="en")
    if base_url:
        translator._base_url = base_url  # there is no public way
    return translator
