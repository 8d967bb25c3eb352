"""DeepL over its own interface (deep-translator's way to it was closed in January 2026)."""

from collections.abc import AsyncGenerator, Sequence

from newsreader.config import Paths
from newsreader.translate.accounts import Secret, account
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import DEEPL
from newsreader.translate.engines.web import Pace, Service

#: DeepL takes up to 50 texts; fewer come back sooner.
_BATCH = 10
_CONTEXT = 2000


def open_deepl(paths: Paths) -> "DeeplEngine":
    """Return the engine with the reader's key. Raises EngineError without one."""
    return DeeplEngine(account("deepl", ("key",), paths).need("key"))


class DeeplEngine:
    """Translates with ``key``. ``base_url`` is for tests: a server on this machine."""

    info = DEEPL
    capabilities = Capabilities(batch=_BATCH, uses_context=True)
    version = "v2-en-us"

    def __init__(self, key: Secret, *, base_url: str = "", pace: Pace | None = None) -> None:
        # The keys of free accounts end like this and have a server of their own.
        host = "api-free" if key.reveal().endswith(":fx") else "api"
        self._service = Service(
            "DeepL",
            base_url or f"https://{host}.deepl.com",
            headers={"Authorization": Secret(f"DeepL-Auth-Key {key.reveal()}")},
            pace=pace,
        )

    async def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of the requests. Raises EngineError."""
        answer = await self._service.post(
            "/v2/translate",
            body={
                "text": [request.text for request in requests],
                "source_lang": "KO",
                "target_lang": "EN-US",
                "context": "\n".join((context.title, *context.sentences))[:_CONTEXT],
                "split_sentences": "0",
            },
        )
        match answer:
            # DeepL promises the order of the texts; any other number of answers has lost it.
            case {"translations": [*found]} if len(found) == len(requests):
                for request, one in zip(requests, found, strict=True):
                    match one:
                        case {"text": str(text)}:
                            yield Answer(request.id, text)

    async def close(self) -> None:
        """Close the connections."""
        await self._service.close()
