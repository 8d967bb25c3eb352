"""What the engines on this machine have in common: a child process that translates by sentences."""

import re
from collections.abc import AsyncGenerator, Sequence
from math import ceil
from pathlib import Path

from newsreader.child import Child, ChildError, ChildRefusedError
from newsreader.errors import EngineError
from newsreader.translate.engine import Answer, Capabilities, Context, EngineInfo, Request

#: Models cut what is too long off without a word: fxtranslate behind 127 tokens, OPUS behind 512.
#: Korean has about two characters a token.
_LONGEST = 200
#: A place to cut a long sentence, best kind first: behind a comma, behind a connecting ending
#: (…고, …며, …지만, …는데), behind any word.
_CUTS = (
    re.compile(r"[,;:·…]\s+"),
    re.compile(r"(?<=[가-힣])(?:고|며|면서|지만|는데|으나|아|어|자)\s+"),
    re.compile(r"\s+"),
)


class LocalEngine:
    """Translates with ``child``, which answers ``{"ko"}`` with ``{"en"}``."""

    capabilities = Capabilities(plain_numbers=True)

    def __init__(self, info: EngineInfo, version: str, child: Child) -> None:
        self.info = info
        self.version = version
        self._child = child
        #: The sentence that brought the process down, while none was translated since.
        self._culprit: str | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process that translates, if one runs."""
        return self._child.pid

    async def translate(
        self,
        requests: Sequence[Request],
        context: Context,  # noqa: ARG002 - the protocol's
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of the requests, one after another.

        A sentence that the process cannot get over is left out; a second one straight after it
        means that the engine does not work. Raises EngineError then, and when the model or the
        package that runs it cannot be used.
        """
        for request in requests:
            try:
                pieces = [await self._translated(piece) for piece in clauses(request.text)]
            except ChildRefusedError as error:
                raise EngineError(str(error)) from error
            except ChildError as error:
                if self._culprit not in (None, request.text):
                    raise EngineError(str(error)) from error
                self._culprit = request.text
                continue
            self._culprit = None
            yield Answer(request.id, " ".join(pieces))

    async def _translated(self, text: str) -> str:
        return str((await self._child.ask({"ko": text}))["en"])

    async def close(self) -> None:
        """End the process."""
        await self._child.close()


def child_log(logs: Path) -> Path:
    """Return the file that takes what the processes of local engines complain of."""
    return logs / "offline-engine.log"


def clauses(text: str, longest: int = _LONGEST) -> list[str]:
    """Return ``text`` in pieces of at most ``longest`` characters, cut where it hurts least."""
    pieces = []
    while len(text) > longest:
        # Pieces of about equal length; a cut may be this far from the ideal place.
        ideal = len(text) // ceil(len(text) / longest)
        earliest = ideal // 2
        cut = next(
            (
                min(ends, key=lambda end: abs(end - ideal))
                for pattern in _CUTS
                if (ends := [m.end() for m in pattern.finditer(text, earliest, longest)])
            ),
            longest,
        )
        pieces.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*pieces, text]
