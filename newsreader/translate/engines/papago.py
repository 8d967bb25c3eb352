"""Naver's Papago over Naver Cloud (the older, free interface was shut in February 2024)."""

from collections.abc import AsyncGenerator, Sequence

from newsreader.config import Paths
from newsreader.translate.accounts import Secret, account
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import PAPAGO
from newsreader.translate.engines.web import Pace, Service

_SERVER = "https://papago.apigw.ntruss.com"


def open_papago(paths: Paths) -> "PapagoEngine":
    """Return the engine with the reader's key. Raises EngineError without one."""
    known = account("papago", ("id", "key"), paths)
    return PapagoEngine(known.need("id"), known.need("key"))


class PapagoEngine:
    """Translates with a key's ``key_id`` and ``key``. ``base_url`` is for tests."""

    info = PAPAGO
    capabilities = Capabilities()
    version = "nmt-1"

    def __init__(
        self, key_id: Secret, key: Secret, *, base_url: str = "", pace: Pace | None = None
    ) -> None:
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
                form={"source": "ko", "target": "en", "text": request.text},
            )
            match answer:
                case {"message": {"result": {"translatedText": str(text)}}}:
                    yield Answer(request.id, text)

    async def close(self) -> None:
        """Close the connections."""
        await self._service.close()
