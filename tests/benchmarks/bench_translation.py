"""Measure the translation layer: ``python -m tests.benchmarks.bench_translation [MODEL]``.

``MODEL`` is a folder with a model and its manifest; without it the tiny model of the tests is used.
Times are medians of several rounds.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

from newsreader.article import Row, Segment
from newsreader.config import Paths
from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Context, Remembered, Request
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.memory import key
from newsreader.translate.models import Model, install_from
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import pairs

TINY = Path(__file__).resolve().parent.parent / "fixtures" / "model"
SENTENCES = [ko for ko, _ in pairs()]
REMEMBERED = 1_000_000


async def timed(work: Callable[[], Awaitable[object]]) -> float:
    """Return how many milliseconds ``work`` takes."""
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


async def longest_stall(work: Callable[[], Awaitable[object]]) -> float:
    """Return the longest time in milliseconds that the event loop was kept from a heartbeat."""
    gaps = [0.0]

    async def beat() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.002)
            gaps.append(time.perf_counter() - began - 0.002)

    heart = asyncio.create_task(beat())
    await work()
    heart.cancel()
    return max(gaps) * 1000


async def bench_engine(model: Model, logs: Path) -> None:
    """Print what starting, a sentence, stopping and stalls cost."""
    engine = FirefoxEngine(model, log=logs / "engine.log")

    async def article(size: int) -> None:
        requests = [Request(number, text) for number, text in enumerate(SENTENCES[:size])]
        async for _ in engine.translate(requests, Context()):
            pass

    starts, sentences, stops, stalls = [], [], [], []
    for _ in range(5):
        first = await timed(lambda: article(1))
        sentences.append(await timed(lambda: article(len(SENTENCES))) / len(SENTENCES))
        starts.append(first - sentences[-1])
        stalls.append(await longest_stall(lambda: article(len(SENTENCES))))
        stops.append(await timed(engine.close))
    print(f"engine: start              {statistics.median(starts):9.1f} ms")
    print(f"engine: one sentence       {statistics.median(sentences):9.2f} ms")
    print(f"engine: stop               {statistics.median(stops):9.1f} ms")
    print(f"engine: longest stall      {statistics.median(stalls):9.1f} ms")


async def bench_pipeline(model: Model, logs: Path) -> None:
    """Print what an article costs the first time and the second."""
    rows = [Row(Segment(number, 0, "paragraph", ko)) for number, ko in enumerate(SENTENCES)]
    engine = FirefoxEngine(model, log=logs / "engine.log")
    first, second = [], []

    for _ in range(5):
        memory = SqliteMemory(connect(None))

        async def article(memory: SqliteMemory = memory) -> None:
            async for _ in Translation(rows, engine, memory, context=Context()):
                pass

        first.append(await timed(article))
        second.append(await timed(article))
    await engine.close()
    a, b = statistics.median(first), statistics.median(second)
    print(f"article of {len(rows)}: first     {a:9.1f} ms")
    print(f"article of {len(rows)}: second    {b:9.1f} ms   {a / b:.0f} times faster")


def bench_memory(folder: Path) -> None:
    """Print what looking up 100 keys costs in a memory of a million entries."""
    connection = connect(folder / "library.db")
    memory = SqliteMemory(connection)
    keys = [key(str(number), engine="firefox", version="1") for number in range(REMEMBERED)]
    began = time.perf_counter()
    memory.keep(
        Remembered(name, f"문장 {number} " * 6, f"Sentence {number} " * 8, "firefox", "1")
        for number, name in enumerate(keys)
    )
    print(f"memory: fill with {REMEMBERED}  {time.perf_counter() - began:7.1f} s")
    chance, rounds, corrections, keeps = Random(0), [], [], []
    for _ in range(20):
        wanted = chance.sample(keys, 100)
        began = time.perf_counter()
        found = memory.find(wanted)
        rounds.append((time.perf_counter() - began) * 1000)
        assert len(found) == len(wanted)
        began = time.perf_counter()
        memory.corrections(wanted)
        corrections.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        memory.keep(list(found.values())[:1])
        keeps.append((time.perf_counter() - began) * 1000)
    print(
        f"memory: find 100 keys      {statistics.median(rounds):9.2f} ms   worst {max(rounds):.2f}"
    )
    print(f"memory: 100 corrections    {statistics.median(corrections):9.2f} ms")
    print(f"memory: keep one           {statistics.median(keeps):9.2f} ms   worst {max(keeps):.2f}")
    connection.close()


async def main() -> None:
    """Run all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else TINY
        model = install_from(Paths.find(folder), given)
        await bench_engine(model, folder)
        await bench_pipeline(model, folder)
        bench_memory(folder)


if __name__ == "__main__":
    asyncio.run(main())
