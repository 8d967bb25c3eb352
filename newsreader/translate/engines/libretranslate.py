"""LibreTranslate: a free server that anyone may run (https://docs.libretranslate.com)."""

from collections.abc import AsyncGenerator, Sequence

from newsreader.config import Paths
from newsreader.translate.accounts import Secret, account
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import LIBRETRANSLATE
from newsreader.translate.engines.web import Pace, Service


def open_libretranslate(paths: Paths) -> "LibreTranslateEngine":
    """Return the engine for the reader's server. Raises EngineError without an address."""
    known = account("libretranslate", ("url", "key"), paths)
    return LibreTranslateEngine(known.need("url").reveal(), known.secret())


class LibreTranslateEngine:
    """Translates with the server at ``url``; some servers want a ``key``."""

    info = LIBRETRANSLATE
    capabilities = Capabilities(batch=5)
    version = "1"

    def __init__(self, url: str, key: Secret | None = None, *, pace: Pace | None = None) -> None:
        self._key = key
        self._service = Service("LibreTranslate", url, pace=pace)

    async def translate(
        self,
        requests: Sequence[Request],
        context: Context,  # noqa: ARG002 - the protocol's
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of the requests. Raises EngineError."""
        body = {
            "q": [request.text for request in requests],
            "source": "ko",
            "target": "en",
            "format": "text",
        }
        if self._key is not None:
            body["api_key"] = self._key.reveal()
        answer = await self._service.post("/translate", body=body)
        match answer:
            # The order is that of the texts; any other number of answers has lost it.
            case {"translatedText": [*found]} if len(found) == len(requests):
                for request, text in zip(requests, found, strict=True):
                    if isinstance(text, str):
                        yield Answer(request.id, text)

    async def close(self) -> None:
        """Close the connections."""
        await self._service.close()
