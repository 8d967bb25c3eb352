"""The way of one article's rows from Korean to English: memory, engine, checks, memory.

Rows come out one by one as they are finished, in whatever order that is; each carries its id. The
English of a row is always found by that id, never by its place in an answer.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace

from newsreader.article import Match, Row, RowWarning, Status
from newsreader.errors import EngineError, LibraryError
from newsreader.glossary.check import with_use
from newsreader.glossary.load import Glossary
from newsreader.text import clean_line
from newsreader.translate.checks import english_in, fault, translatable
from newsreader.translate.engine import Context, Engine, Memory, Remembered
from newsreader.translate.memory import key, normalised
from newsreader.translate.merging import Asking, Merged, merged_warning
from newsreader.translate.prepare import Prepared, prepare

#: Each time a row is asked for again, so many times fewer rows are asked for at once.
_SMALLER = 3
#: How long an article's rows without English may look for similar ones, in seconds.
_SUGGESTING = 0.5

_NO_GLOSSARY = Glossary(())


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
        glossary: Glossary = _NO_GLOSSARY,
        check: Callable[[Row], Row] = lambda row: row,
        corrected: bool = True,
        anew: bool = False,
    ) -> None:
        #: The rows that are not finished, by id.
        self._waiting = {row.id: row for row in rows}
        self._engine = engine
        self._memory: Memory | None = memory
        self._context = context
        self._no_engine_reason = no_engine_reason
        #: What the rows' terms are: names go to the engine in English.
        self._glossary = glossary
        #: Looks at a finished row's Korean and English together and adds what is doubtful.
        self._check = check
        #: Whether the reader's own English goes before everything.
        self._corrected = corrected
        #: Whether the engine is asked also for what the memory has.
        self._anew = anew
        self._preferred: tuple[int, ...] = ()
        self._warnings: tuple[RowWarning, ...] = ()
        #: Finished rows, each once, and None at the end: never more than the article has.
        self._finished: asyncio.Queue[Row | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        #: Seconds that are left for looking for similar rows.
        self._suggesting = _SUGGESTING

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
            if self._corrected:
                self._take_by_text("edited", lambda memory, texts: memory.corrections(texts))
            if self._engine is None:
                self._take_by_text("cached", lambda memory, texts: memory.newest(texts))
                await self._leave(self._waiting, "untranslated", self._no_engine_reason)
            else:
                await self._translate(self._engine)
        finally:
            self._finished.put_nowait(None)

    async def _translate(self, engine: Engine) -> None:
        """Give every row that waits its English: from the memory, then from ``engine``."""
        waiting = await self._prepared(engine)
        keys = {number: self._key(one, engine) for number, one in waiting.items()}
        known: dict[str, Remembered] = {}
        if not self._anew:
            known = self._recall(lambda memory: memory.find(list(keys.values())))
        for number, wanted in keys.items():
            if wanted in known:
                del waiting[number]
                self._finish(number, known[wanted].en, "cached", engine.info.name)
        while waiting:
            batch = [waiting.pop(number) for number in self._next(waiting, engine)]
            try:
                await self._ask(engine, batch)
            except EngineError as error:
                ids = [one.request.id for one in batch]
                await self._leave(ids, "failed", str(error), engine)
                await self._leave(waiting, "untranslated", str(error), engine)
                return

    async def _prepared(self, engine: Engine) -> dict[int, Prepared]:
        """Return each row that waits and that ``engine`` can take, prepared for it."""
        prepared = {}
        most = engine.capabilities.max_characters
        for number, row in list(self._waiting.items()):
            await asyncio.sleep(0)  # an article's numbers and names take a while
            one = prepare(row, engine, self._context.on, self._glossary)
            if not translatable(row.ko):
                self._finish(number, clean_line(row.ko), _status(engine), engine.info.name)
            elif len(one.request.text) > most:
                reason = (
                    f"The engine {engine.info.name} takes no more than {most} characters at once."
                )
                await self._leave([number], "failed", reason, engine)
            else:
                prepared[number] = one
        return prepared

    def _key(self, one: Prepared, engine: Engine) -> str:
        return key(
            one.lead + one.request.text,
            engine=engine.info.name,
            version=engine.version,
            terms=one.request.terms,
            context=self._context if engine.capabilities.uses_context else None,
        )

    def _next(self, waiting: Iterable[int], engine: Engine) -> list[int]:
        """Return the ids to translate now: preferred ones first, then in reading order."""
        left = dict.fromkeys(waiting)
        order = dict.fromkeys(number for number in self._preferred if number in left) | left
        return list(order)[: engine.capabilities.batch]

    async def _ask(self, engine: Engine, batch: Sequence[Prepared]) -> None:
        """Ask for ``batch``, and again, fewer at once, for what was not answered well."""
        why = f"The engine {engine.info.name} gave no answer for this sentence."
        faults = {one.request.id: why for one in batch}
        asking = Asking(
            {one.request.id: one.ko for one in batch}, self._seen(engine, faults), faults
        )
        size = len(batch)
        for _ in range(engine.capabilities.tries):
            left = [one for one in batch if one.request.id in faults]
            for start in range(0, len(left), size):
                await self._ask_once(engine, left[start : start + size], asking)
            size = max(1, size // _SMALLER)
        for number, rows in asking.merged.items():
            if number in faults:
                self._finish_merged(engine, rows, asking)
        for number, why in faults.items():
            await self._leave([number], "failed", why, engine)

    def _seen(self, engine: Engine, batch: Collection[int]) -> dict[int, str]:
        """Return the Korean beside ``batch`` that waits and that ``engine`` is shown as context."""
        if not engine.capabilities.uses_context:
            return {}
        beside = {number + step for number in batch for step in (1, -1)}.difference(batch)
        return {number: self._waiting[number].ko for number in beside if number in self._waiting}

    async def _ask_once(
        self,
        engine: Engine,
        batch: Sequence[Prepared],
        asking: Asking,
    ) -> None:
        """Finish what ``engine`` answers well, and note in ``asking`` what it does not."""
        asked = {one.request.id: one for one in batch}
        faults, said = asking.faults, dict[int, str]()
        #: What waits for the end of the call: it may cover its neighbour, or lacks a term.
        later: list[int] = []
        requests = [one.request for one in batch]
        try:
            async with aclosing(engine.translate(requests, self._context)) as answers:
                async for answer in answers:
                    one, number = asked.get(answer.id), answer.id
                    if one is None or number not in faults or number in said:
                        continue  # not asked for now, or answered well already
                    en = english_in(answer.text, one.ko)
                    if wrong := fault(one.ko, en):
                        faults[number] = f"The answer of {engine.info.name} {wrong}."
                        continue
                    said[number] = en
                    if asking.may_cover_more(number, en, asked) or self._is_short(engine, one, en):
                        later.append(number)
                    else:
                        del faults[number]
                        self._accept(engine, one, en)
        except EngineError:
            # What had no answer yet was not merged with anything.
            for number in asking.own(later, {**dict.fromkeys(asked, ""), **said}, asked):
                self._accept(engine, asked[number], said[number])
            raise
        for number in asking.own(later, said, asked):
            one, en = asked[number], said[number]
            if self._is_short(engine, one, en):
                en = await self._better(engine, one, en)
            self._accept(engine, one, en)

    async def _better(self, engine: Engine, one: Prepared, en: str) -> str:
        """Ask once more with the nouns that ``en`` lacks in English; return what has more terms."""
        row = self._waiting[one.request.id]
        again = prepare(
            row, engine, self._context.on, self._glossary, insist=self._lacking(one, en)
        )
        if again.request.text == one.request.text:
            return en
        found = [en]
        try:
            async with aclosing(engine.translate([again.request], self._context)) as answers:
                async for answer in answers:
                    text = english_in(answer.text, one.ko)
                    if answer.id == row.id and not fault(one.ko, text):
                        found.append(text)
        except EngineError:
            pass  # the row has its English; a broken engine will say so at the next one
        return max(found, key=lambda text: self._count(row, text))

    def _is_short(self, engine: Engine, one: Prepared, en: str) -> bool:
        """Say whether ``en`` lacks a term that the engine can be made to write."""
        return not engine.capabilities.uses_terms and bool(self._lacking(one, en))

    def _lacking(self, one: Prepared, en: str) -> list[Match]:
        """Return the terms that were left to the engine and that ``en`` does not have."""
        used = with_use(one.request.terms, en, self._glossary)
        return [term for term, seen in zip(one.request.terms, used, strict=True) if not seen.used]

    def _count(self, row: Row, en: str) -> int:
        return sum(bool(match.used) for match in with_use(row.terms, en, self._glossary))

    def _accept(self, engine: Engine, one: Prepared, en: str) -> None:
        number, en = one.request.id, one.lead + en
        if not engine.capabilities.sample:
            ko, name = normalised(self._waiting[number].ko), engine.info.name
            self._keep(Remembered(self._key(one, engine), ko, en, name, engine.version))
        self._finish(number, en, _status(engine), engine.info.name)

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

    def _finish_merged(self, engine: Engine, merged: Merged, asking: Asking) -> None:
        """Show English of several rows in those that have no other; it is not remembered."""
        warning = merged_warning(merged.rows[0], merged.rows[-1])
        for number in merged.rows:
            if asking.faults.pop(number, None) is None:
                continue
            row = self._waiting.pop(number)
            row = row.with_english(merged.en, status=_status(engine), engine=engine.info.name)
            row = self._check(row)
            self._send(replace(row, warnings=(*row.warnings, warning)))

    async def _leave(
        self, numbers: Iterable[int], status: Status, reason: str, engine: Engine | None = None
    ) -> None:
        """Finish those of ``numbers`` that still wait, without English."""
        name = engine.info.name if engine else None
        for number in list(numbers):
            if (row := self._waiting.pop(number, None)) is not None:
                row = row.without_english(reason, status=status, engine=name)
                self._send(self._check(await self._with_suggestion(row)))

    async def _with_suggestion(self, row: Row) -> Row:
        """Return a row without English with that of the most similar Korean, as a warning."""
        if self._memory is None or self._suggesting <= 0:
            return row
        began = time.monotonic()
        try:
            nearest = next(iter(await self._memory.similar(normalised(row.ko), limit=1)), None)
        except LibraryError as error:
            self._lose_memory(error)
            return row
        self._suggesting -= time.monotonic() - began
        if nearest is None:
            return row
        alike, entry = nearest.likeness, nearest.entry
        what = "this sentence" if alike == 1 else f"a sentence {100 * alike:.0f} % like this one"
        said = f"The memory has {what}, by {entry.engine}: {entry.en}"
        return replace(row, warnings=(*row.warnings, RowWarning("similar", said)))

    def _send(self, row: Row) -> None:
        if self._warnings:
            row = replace(row, warnings=row.warnings + self._warnings)
            self._warnings = ()
        self._finished.put_nowait(row)


def _status(engine: Engine) -> Status:
    return "sample" if engine.capabilities.sample else "translated"
