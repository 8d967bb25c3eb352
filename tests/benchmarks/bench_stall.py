"""The longest time that the app's event loop stands still while everything works at once.

    python -m tests.benchmarks.bench_stall [TERMS]

Runs of the true app (through Pilot), side by side in one process: idle, translating an article
of 200 sentences (an engine in a child process that computes), starting the analyser and analysing
the article, reading a glossary of the reader's own of TERMS (100,000) terms and building its
matcher in a thread, and all of it together. A task of the loop wakes every millisecond; what it
wakes later than that is a stall. On a machine with other work to do a stall may be that work's:
the second figure counts no more of each than the processor time that this process used in it.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from newsreader.config import Paths, Settings
from newsreader.glossary.format import write_text
from newsreader.glossary.term import Term
from newsreader.korean.analyser import available
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens.reader import ReaderScreen
from tests.benchmarks.bench_reader import article
from tests.tui.test_responsive import BusyWorkspace

_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
_ROWS = 200


def terms(count: int) -> list[Term]:
    """Return so many terms of four made-up syllables."""
    size = len(_SYLLABLES)
    return [
        Term(
            "".join(_SYLLABLES[number // size**place % size] for place in range(4)),
            f"term {number}",
            "society",
        )
        for number in range(count)
    ]


class Watch:
    """A task that notes by how much the loop wakes it too late, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        #: The same, but of each no more than this process computed.
        self.own: list[float] = []

    async def run(self) -> None:
        """Wake every millisecond until it is cancelled."""
        while True:
            before, computed = time.perf_counter(), time.process_time()
            await asyncio.sleep(0.001)
            late = (time.perf_counter() - before) * 1000 - 1
            self.late.append(late)
            self.own.append(min(late, (time.process_time() - computed) * 1000))


async def longest_stall(
    work: Callable[[ReaderScreen], Awaitable[None]], *, engine: bool, glossary: str = ""
) -> tuple[float, float]:
    """Return the longest stall while ``work`` is done in an open article: all of it, and our part.

    ``glossary`` is written among the reader's own when the work begins.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(article(_ROWS), encoding="utf-8")
        workspace = BusyWorkspace(Paths.find(folder), Settings())
        app = NewsreaderApp(workspace, str(file))
        async with app.run_test(size=(120, 40)) as pilot:
            while not isinstance(app.screen, ReaderScreen) or app.screen.kept is None:
                await pilot.pause(0.05)
            screen = app.screen
            await pilot.pause(0.5)
            if not engine:
                screen.workers.cancel_group(screen, "translation")
                await pilot.pause(0.5)
            watch = Watch()
            if glossary:
                workspace.paths.glossary.mkdir(parents=True, exist_ok=True)
                (workspace.paths.glossary / "many.tsv").write_text(glossary, encoding="utf-8")
            task = asyncio.create_task(watch.run())
            await work(screen)
            task.cancel()
            await workspace.close_processes()
        workspace.close()
        return max(watch.late), max(watch.own)


async def wait(screen: ReaderScreen) -> None:
    """Let three seconds pass."""
    del screen
    await asyncio.sleep(3)


async def analyse(screen: ReaderScreen) -> None:
    """Start the analyser and have the whole article analysed."""
    if available():
        await screen.analyse(list(screen.document.rows))


async def build(screen: ReaderScreen) -> None:
    """Read the glossary that has changed, build its matcher and find the terms again."""
    assert screen.kept is not None
    rows = screen.document.rows
    await asyncio.to_thread(screen.workspace.with_terms, screen.kept.article, rows)


async def everything(screen: ReaderScreen) -> None:
    """Do all of it at once."""
    await asyncio.gather(analyse(screen), build(screen))


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    many = write_text(terms(count))
    runs: list[tuple[str, Callable[[ReaderScreen], Awaitable[None]], bool, str]] = [
        ("idle", wait, False, ""),
        ("translating", wait, True, ""),
        ("analysing", analyse, False, ""),
        (f"a glossary of {count:,} terms", build, False, many),
        ("all at once", everything, True, many),
    ]
    print(f"{'longest stall':<32}{'ms':>8}{'ours':>8}")
    for name, work, engine, glossary in runs:
        whole, ours = asyncio.run(longest_stall(work, engine=engine, glossary=glossary))
        print(f"{name:<32}{whole:>8.1f}{ours:>8.1f}")


if __name__ == "__main__":
    main()
