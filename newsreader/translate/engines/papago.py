"""Naver's Papago over Naver Cloud (the older, free interface was shut in February 2024).

A glossary that the reader keeps in Naver Cloud is used by its ID (``glossaryKey``). The request's
``replaceInfo`` is not: the documentation (api.ncloud-docs.com, ai-naver-papagonmt-translation)
calls it a text with a "replacement index" and shows no example of one. Names and titles of our
glossary reach Papago in English within the sentence, as any engine without terms of its own.
"""

from collections.abc import AsyncGenerator, Sequence

from newsreader.config import Paths
from newsreader.translate.accounts import Secret, account
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import PAPAGO
from newsreader.translate.engines.web import Pace, Service

_SERVER = "https://papago.apigw.ntruss.com"


def open_papago(paths: Paths) -> "PapagoEngine":
    """Return the engine with the reader's key. Raises EngineError without one."""
    known = account("papago", ("id", "key", "glossary"), paths)
    return PapagoEngine(known.need("id"), known.need("key"), glossary=known.get("glossary"))


class PapagoEngine:
    """Translates with a key's ``key_id`` and ``key``. ``base_url`` is for tests.

    ``glossary`` is the ID of a glossary in the reader's account, or "".
    """

    info = PAPAGO
    capabilities = Capabilities(max_characters=5000)

    def __init__(
        self,
        key_id: Secret,
        key: Secret,
        *,
        glossary: str = "",
        base_url: str = "",
        pace: Pace | None = None,
    ) -> None:
        self.version = f"nmt-1+{glossary}" if glossary else "nmt-1"
        self._options = {"source": "ko", "target": "en"}
        if glossary:
            self._options["glossaryKey"] = glossary
        self._service = Service(
            "Papago",
            base_url or _SERVER,
            headers={"x-ncp-apigw-api-key-id": key_id, "x-ncp-apigw-api-key": key},
            pace=pace,
        )

    async def translate(
        self,
        requests: Sequence[Request],
        context: Context,  # noqa: ARG002 - the protocol's
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of the requests, one after another. Raises EngineError."""
        for request in requests:
            answer = await self._service.post(
                "/nmt/v1/translation",
                form={**self._options, "text": request.text},
            )
            match answer:
                case {"message": {"result": {"translatedText": str(text)}}}:
                    yield Answer(request.id, text)

    async def close(self) -> None:
        """Close the connections."""
        await self._service.close()
