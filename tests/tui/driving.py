"""The app in Textual's own test driver: how tests open it, wait for it and look at it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from newsreader.article import SEOUL
from newsreader.config import Paths, Settings
from newsreader.library.articles import Headline
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens.home import HomeScreen
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.workspace import Workspace

Running = Pilot[None]

OUTLETS = ("한빛통신", "누리일보", "새벽신문")


@asynccontextmanager
async def reading(
    home: Path, source: str | None = "sample", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Running, ReaderScreen]]:
    """Run the app until every sentence of ``source`` has what it will get."""
    app = NewsreaderApp(Workspace(Paths.find(home), Settings()), source)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        yield pilot, app.screen


@asynccontextmanager
async def listing(
    home: Path, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[tuple[Running, HomeScreen]]:
    """Run the app on the library at ``home``."""
    # No text is fetched ahead: what the feeds of a test lead to is not there.
    app = NewsreaderApp(Workspace(Paths.find(home), Settings(prefetch_texts=0)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        yield pilot, app.screen
    app.workspace.close()


def fill(home: Path, count: int = 12) -> None:
    """Put headlines into the library at ``home``, the newest first."""
    with Workspace(Paths.find(home), Settings()).library as library:
        now = datetime.now(SEOUL)
        library.articles.add_headlines(
            Headline(
                f"https://{n % 3}.example/{n}",
                f"[속보] 가람시 예산안 {n}호 의결",
                outlet=OUTLETS[n % 3],
                published=now - timedelta(minutes=n),
            )
            for n in range(count)
        )


async def settled(pilot: Running) -> None:
    """Wait until nothing is at work any more."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Running, holds: Callable[[], bool]) -> None:
    """Wait until something holds that another thread or process brings about."""
    for _ in range(400):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError(shown(pilot))


async def paste(pilot: Running, text: str) -> None:
    """Paste ``text`` into the terminal. Typing waits for the window after every letter."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


def screen_text(pilot: Running) -> list[str]:
    """Return the lines on the screen as a reader sees them."""
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def shown(pilot: Running) -> str:
    """Return what is on the screen, line by line."""
    return "\n".join(screen_text(pilot))


def popup_is_open(reader: ReaderScreen) -> bool:
    return reader.popup.is_open
