"""Mozilla's offline engine, as in Firefox: on this machine, in a process of its own."""

import importlib.util
import platform
import re
from collections.abc import AsyncGenerator, Sequence
from math import ceil
from pathlib import Path

from newsreader.child import Child, ChildError, ChildRefusedError
from newsreader.errors import EngineError
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.firefox_worker import NAME
from newsreader.translate.engines.infos import FIREFOX
from newsreader.translate.models import Model

#: fxtranslate cuts what is over 127 tokens off without a word; Korean has about two characters a
#: token.
_LONGEST = 200
#: A place to cut a long sentence, best kind first: behind a comma, behind a connecting ending
#: (…고, …며, …지만, …는데), behind any word.
_CUTS = (
    re.compile(r"[,;:·…]\s+"),
    re.compile(r"(?<=[가-힣])(?:고|며|면서|지만|는데|으나|아|어|자)\s+"),
    re.compile(r"\s+"),
)


class FirefoxEngine:
    """Translates with ``model``; ``log`` takes what the process complains of."""

    info = FIREFOX
    capabilities = Capabilities(plain_numbers=True)

    def __init__(self, model: Model, *, log: Path) -> None:
        self._model = model
        self._child = Child(
            "newsreader.translate.engines.firefox_worker",
            [str(model.directory)],
            name=NAME,
            log=log,
        )
        #: The sentence that brought the process down, while none was translated since.
        self._culprit: str | None = None

    @property
    def version(self) -> str:
        """The model's."""
        return self._model.version

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
        means that the engine does not work. Raises EngineError then, and when the model or
        fxtranslate cannot be used.
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


def check_platform() -> None:
    """Raise EngineError where there is no fxtranslate."""
    if importlib.util.find_spec("fxtranslate") is None:
        raise EngineError(
            f"The offline engine fxtranslate is not installed; it exists for Linux and Windows on"
            f" x86-64, Linux on ARM64 and macOS on Apple silicon, and this is {platform.system()}"
            f" on {platform.machine()}; choose an online engine with --engine."
        )


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
