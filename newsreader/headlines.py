"""The English of headlines in a list: from the memory, and from the engine in use."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from datetime import date

from newsreader.article import SEOUL, Row, Segment
from newsreader.library.listing import Listed
from newsreader.translate.engine import Context, Engine
from newsreader.translate.pipeline import Translation
from newsreader.workspace import NO_ENGINE, Workspace


async def english_of_headlines(
    workspace: Workspace, headlines: Iterable[Listed]
) -> AsyncGenerator[int, None]:
    """Translate ``headlines``, keep their English in the library, and yield the articles' ids.

    Each is read with the terms of its own day, and on its own: what stands beside a headline in a
    list is no context. Without an engine only what the memory has is kept.

    Raises EngineError or UsageError when the engine cannot be used, LibraryError when the library
    cannot be written.
    """
    days: dict[date, list[Listed]] = {}
    for one in headlines:
        day = (one.published or one.added).astimezone(SEOUL).date()
        days.setdefault(day, []).append(one)
    if not days:
        return
    name = workspace.engine_name()
    engine = workspace.open_engine(name) if name else None
    try:
        for day, those in days.items():
            async with aclosing(_of_one_day(workspace, engine, day, those)) as found:
                async for number in found:
                    yield number
    finally:
        if engine is not None:
            await engine.close()


async def _of_one_day(
    workspace: Workspace, engine: Engine | None, day: date, headlines: Iterable[Listed]
) -> AsyncGenerator[int, None]:
    rows = await asyncio.to_thread(_rows, workspace, day, headlines)
    translation = Translation(
        rows,
        engine,
        workspace.library.memory,
        context=Context(on=day),
        no_engine_reason=NO_ENGINE,
        glossary=workspace.glossary,
    )
    async with aclosing(translation):
        async for row in translation:
            if row.en is not None:
                workspace.library.articles.keep_english(row.id, {row.ko: row.en})
                yield row.id


def _rows(workspace: Workspace, day: date, headlines: Iterable[Listed]) -> list[Row]:
    return [
        Row(
            Segment(one.id, 0, "title", one.title),
            status="pending",
            terms=tuple(workspace.terms_in(one.title, day)),
        )
        for one in headlines
    ]
