"""An engine that says what a test tells it to, and the way of rows through the pipeline."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from typing import Any

import pytest

from newsreader.article import Row
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Answer, Capabilities, Context, Engine, EngineInfo, Request
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import TRAINED

AROUND = Context(title="제목")
KOREAN = [ko for ko, _ in TRAINED]
ENGLISH = [en for _, en in TRAINED]

SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="no signals")


async def finished(
    rows: Sequence[Row],
    engine: Engine | None,
    memory: SqliteMemory,
    context: Context = AROUND,
    **more: Any,
) -> list[Row]:
    return [row async for row in Translation(rows, engine, memory, context=context, **more)]


BATCHES = Capabilities(batch=100)


class Oracle:
    """An engine that answers as a test tells it to: the border against any engine's nonsense."""

    info = EngineInfo("oracle", "", local=True, sends="", limits="")
    version = "1"

    def __init__(
        self,
        *speeches: Callable[[Sequence[Request]], Iterable[Answer]],
        capabilities: Capabilities = BATCHES,
    ) -> None:
        self.capabilities = capabilities
        self.asked: list[list[int]] = []
        self._speeches = iter(speeches)

    async def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        del context
        self.asked.append([request.id for request in requests])
        speak = next(self._speeches, well)
        for answer in speak(requests):
            await asyncio.sleep(0)
            yield answer

    async def close(self) -> None:
        """Nothing is open."""


def well(requests: Sequence[Request]) -> list[Answer]:
    return [Answer(request.id, f"English {request.id}.") for request in requests]
