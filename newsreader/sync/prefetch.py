"""Ahead of reading: texts, and their English by the offline engine alone, within the settings."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing

from newsreader.article import Article, Block, Extraction, Row
from newsreader.errors import EngineError, SourceError
from newsreader.ingest.fetch import connections, fetch
from newsreader.ingest.page import Page
from newsreader.ingest.response import StatusError, UnreachableError
from newsreader.ingest.source import read_page
from newsreader.library.listing import Listed
from newsreader.sync.desk import Desk
from newsreader.sync.events import Sighted, TextRead, Translated
from newsreader.workspace import Workspace

#: The engine that translates unasked: it works on this machine and sends nothing.
_ENGINE = "firefox"
_AT_ONCE = 8


async def prefetch(
    workspace: Workspace, library: Desk
) -> AsyncGenerator[TextRead | Translated | Sighted, None]:
    """Fetch and translate ahead of reading, as far as the settings say.

    Sites whose robots.txt is closed to programs are left alone. No online engine is ever used.
    """
    from newsreader.translate.models import installed

    settings = workspace.settings
    if settings.prefetch_texts > 0:
        wanted = await library.ask(Desk.without_text, settings.prefetch_texts)
        async with aclosing(_texts(workspace, library, wanted)) as texts:
            async for one in texts:
                yield one
    if installed(workspace.paths) is None:
        return
    articles = await library.ask(Desk.untranslated, max(0, settings.prefetch_english))
    titles = await library.ask(Desk.without_english, max(0, settings.prefetch_titles))
    articles |= {one.id: _title_alone(one) for one in titles if one.id not in articles}
    async with aclosing(_english(workspace, library, articles)) as english:
        async for done in english:
            yield done
            for sighted in await library.ask(Desk.watch, [done.article]):
                yield sighted


async def _texts(
    workspace: Workspace, library: Desk, wanted: Iterable[Listed]
) -> AsyncGenerator[TextRead, None]:
    turn = asyncio.Semaphore(_AT_ONCE)
    timeout = workspace.settings.fetch_timeout
    async with connections(timeout) as client:

        async def read(one: Listed) -> TextRead:
            try:
                async with turn:
                    page = await fetch(one.address, timeout=timeout, robots=True, client=client)
                article = await asyncio.to_thread(read_page, page)
            except SourceError as error:
                await library.ask(_failed, one, error)
                return TextRead(one.id, one.title, str(error))
            number = await library.ask(_kept, one, article, page)
            return TextRead(number, article.title)

        tasks = [asyncio.create_task(read(one)) for one in wanted]
        try:
            for done in asyncio.as_completed(tasks):
                yield await done
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _kept(desk: Desk, one: Listed, article: Article, page: Page) -> int:
    also = (page.url, one.address)
    number = desk.library.articles.keep(article, also=also, opened=False).id
    desk.library.pages.keep(number, page)
    return number


def _failed(desk: Desk, one: Listed, error: SourceError) -> None:
    """Note why there is no text, unless it may be there another time."""
    passing = isinstance(error, UnreachableError) or (
        isinstance(error, StatusError) and (error.status >= 500 or error.status == 429)
    )
    if not passing:
        desk.library.articles.fail(one.id, str(error))


async def _english(
    workspace: Workspace, library: Desk, articles: Mapping[int, Article]
) -> AsyncGenerator[Translated, None]:
    """Translate articles one after another; an engine that fails ends it."""
    if not articles:
        return
    try:
        engine = workspace.open_engine(_ENGINE)
    except EngineError as error:
        workspace.notices.append(str(error))
        return
    try:
        for number, article in articles.items():
            rows = workspace.rows(article)
            rows = await asyncio.to_thread(workspace.with_terms, article, rows)
            done: list[Row] = []
            async with aclosing(workspace.translation(article, rows, engine)) as translation:
                async for row in translation:
                    done.append(row)  # noqa: PERF401 - as they come, for the one that fails
            english = {row.ko: row.en for row in done if row.en}
            if english:
                await library.ask(_keep_english, number, english)
                yield Translated(number, article.title, len(english))
            failed = next((row for row in done if row.status == "failed"), None)
            if failed is not None and not english:
                workspace.notices.append(failed.reason or "The offline engine failed.")
                return
    finally:
        await engine.close()


def _keep_english(desk: Desk, number: int, english: Mapping[str, str]) -> None:
    desk.library.articles.keep_english(number, english)


def _title_alone(one: Listed) -> Article:
    """Return a headline as an article, to be translated as one."""
    return Article(
        (Block("title", one.title),),
        Extraction("text"),
        url=one.address,
        outlet=one.outlet,
        published=one.published,
    )
