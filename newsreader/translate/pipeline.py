"""The way of one article's rows from Korean to English: memory, engine, checks, memory.

Rows come out one by one as they are finished, in whatever order that is; each carries its id. The
English of a row is always found by that id, never by its place in an answer.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace

from newsreader.article import Row, RowWarning, Status
from newsreader.errors import EngineError, LibraryError
from newsreader.korean.normalise import normalise as plain_numbers
from newsreader.text import clean_line
from newsreader.translate.checks import fault, translatable, with_terms_used
from newsreader.translate.engine import Context, Engine, Memory, Remembered, Request
from newsreader.translate.memory import key, normalised

#: How often an engine is asked for the same row.
_TRIES = 2


class Translation:
    """The running translation of one article's rows.

    Iterate it once; each row comes exactly once, finished. What the memory has comes first, and
    no engine is asked for it. The engine works on while the caller looks at a row.

    A library that cannot be read or written stops nothing: the first row that suffers from it
    carries the warning ``not-kept``, and the rest goes on without the memory.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        engine: Engine | None,
        memory: Memory,
        *,
        context: Context,
        no_engine_reason: str = "No engine was chosen.",
        check: Callable[[Row], Row] = with_terms_used,
    ) -> None:
        #: The rows that are not finished, by id.
        self._waiting = {row.id: row for row in rows}
        self._engine = engine
        self._memory: Memory | None = memory
        self._context = context
        self._no_engine_reason = no_engine_reason
        #: Looks at a finished row's Korean and English together and adds what is doubtful.
        self._check = check
        self._preferred: tuple[int, ...] = ()
        self._warnings: tuple[RowWarning, ...] = ()
        #: Finished rows; None is the end.
        self._finished: asyncio.Queue[Row | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def prefer(self, ids: Iterable[int]) -> None:
        """Translate the rows ``ids`` (what the reader sees) next, in this order."""
        self._preferred = tuple(ids)

    def __aiter__(self) -> AsyncIterator[Row]:
        return self

    async def __anext__(self) -> Row:
        if self._closed:
            raise StopAsyncIteration
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        row = await self._finished.get()
        if row is not None:
            return row
        self._closed = True
        await asyncio.wait([self._task])
        if not self._task.cancelled():
            self._task.result()  # raises what went wrong in our own code
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Stop at once. The rows that came out are in the memory already."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        try:
            self._take_by_text("edited", lambda memory, texts: memory.corrections(texts))
            if self._engine is None:
                self._take_by_text("cached", lambda memory, texts: memory.newest(texts))
                self._leave(self._waiting, "untranslated", self._no_engine_reason)
            else:
                await self._translate(self._engine)
        finally:
            self._finished.put_nowait(None)

    async def _translate(self, engine: Engine) -> None:
        """Give every row that waits its English: from the memory, then from ``engine``."""
        requests = self._requests(engine)
        keys = {number: _key(one, engine, self._context) for number, one in requests.items()}
        known = self._recall(lambda memory: memory.find(list(keys.values())))
        for number, wanted in keys.items():
            if wanted in known:
                del requests[number]
                self._finish(number, known[wanted].en, "cached", engine.info.name)
        while requests:
            batch = [requests.pop(number) for number in self._next(requests, engine)]
            try:
                await self._ask(engine, batch, keys)
            except EngineError as error:
                self._leave((one.id for one in batch), "failed", str(error), engine)
                self._leave(requests, "untranslated", str(error), engine)
                return

    def _requests(self, engine: Engine) -> dict[int, Request]:
        """Return a request for each row that waits and that ``engine`` can take."""
        requests = {}
        most = engine.capabilities.max_characters
        for number, row in list(self._waiting.items()):
            request = _prepare(row, engine, self._context)
            if not translatable(row.ko):
                self._finish(number, request.text, _status(engine), engine.info.name)
            elif len(request.text) > most:
                reason = (
                    f"The engine {engine.info.name} takes no more than {most} characters at once."
                )
                self._leave([number], "failed", reason, engine)
            else:
                requests[number] = request
        return requests

    def _next(self, requests: Iterable[int], engine: Engine) -> list[int]:
        """Return the ids to translate now: preferred ones first, then in reading order."""
        left = dict.fromkeys(requests)
        order = dict.fromkeys(number for number in self._preferred if number in left) | left
        return list(order)[: engine.capabilities.batch]

    async def _ask(self, engine: Engine, batch: Sequence[Request], keys: dict[int, str]) -> None:
        """Ask for ``batch``, and once more for what was not answered well."""
        name = engine.info.name
        faults = {one.id: f"The engine {name} gave no answer for this sentence." for one in batch}
        for _ in range(_TRIES):
            asked = [one for one in batch if one.id in faults]
            if not asked:
                return
            async with aclosing(engine.translate(asked, self._context)) as answers:
                async for answer in answers:
                    if answer.id not in faults:
                        continue  # never asked for, or answered well already
                    ko, en = self._waiting[answer.id].ko, clean_line(answer.text)
                    if why := fault(ko, en):
                        faults[answer.id] = f"The answer of {name} {why}."
                        continue
                    del faults[answer.id]
                    if not engine.capabilities.sample:
                        self._keep(
                            Remembered(keys[answer.id], normalised(ko), en, name, engine.version)
                        )
                    self._finish(answer.id, en, _status(engine), name)
        for number, why in faults.items():
            self._leave([number], "failed", why, engine)

    # The memory

    def _take_by_text(
        self,
        status: Status,
        look_up: Callable[[Memory, Sequence[str]], dict[str, Remembered]],
    ) -> None:
        """Finish the rows whose Korean ``look_up`` knows."""
        texts = {number: normalised(row.ko) for number, row in self._waiting.items()}
        known = self._recall(lambda memory: look_up(memory, list(texts.values())))
        for number, text in texts.items():
            if text in known:
                self._finish(number, known[text].en, status, known[text].engine)

    def _recall(self, look_up: Callable[[Memory], dict[str, Remembered]]) -> dict[str, Remembered]:
        if self._memory is None:
            return {}
        try:
            return look_up(self._memory)
        except LibraryError as error:
            self._lose_memory(error)
            return {}

    def _keep(self, entry: Remembered) -> None:
        if self._memory is None:
            return
        try:
            self._memory.keep([entry])
        except LibraryError as error:
            self._lose_memory(error)

    def _lose_memory(self, error: LibraryError) -> None:
        self._memory = None
        self._warnings = (RowWarning("not-kept", f"Translations are not kept: {error}"),)

    # Out to the reader

    def _finish(self, number: int, en: str, status: Status, engine: str) -> None:
        row = self._waiting.pop(number).with_english(en, status=status, engine=engine)
        self._send(self._check(row))

    def _leave(
        self, numbers: Iterable[int], status: Status, reason: str, engine: Engine | None = None
    ) -> None:
        """Finish those of ``numbers`` that still wait, without English."""
        name = engine.info.name if engine else None
        for number in list(numbers):
            if (row := self._waiting.pop(number, None)) is not None:
                self._send(self._check(row.without_english(reason, status=status, engine=name)))

    def _send(self, row: Row) -> None:
        if self._warnings:
            row = replace(row, warnings=row.warnings + self._warnings)
            self._warnings = ()
        self._finished.put_nowait(row)


def _prepare(row: Row, engine: Engine, context: Context) -> Request:
    """Return what an engine is asked for ``row``."""
    text = normalised(row.ko)
    if engine.capabilities.plain_numbers:
        text = plain_numbers(text, context.on)
    return Request(row.id, text, row.terms)


def _key(request: Request, engine: Engine, context: Context) -> str:
    can = engine.capabilities
    return key(
        request.text,
        engine=engine.info.name,
        version=engine.version,
        terms=request.terms if can.uses_terms else (),
        context=context if can.uses_context else None,
    )


def _status(engine: Engine) -> Status:
    return "sample" if engine.capabilities.sample else "translated"
