"""Measure the translation layer: ``python -m tests.benchmarks.bench_translation [MODEL]``.

``MODEL`` is a folder with a model and its manifest; without it the tiny model of the tests is used,
and one of the real one's size with random weights. Times are medians of several rounds.
"""

import asyncio
import html
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from newsreader.article import Row, Segment
from newsreader.config import Paths
from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Context, Engine, Remembered, Request
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.engines.google import GoogleEngine, Limits
from newsreader.translate.installing import install_from
from newsreader.translate.memory import key
from newsreader.translate.models import Model, read_model
from newsreader.translate.pipeline import Translation
from tests.benchmarks.base_model import save_base_model
from tests.fixtures.model.corpus import pairs
from tests.translate.server import Asked, Reply, Server

TINY = Path(__file__).resolve().parent.parent / "fixtures" / "model"
ENGLISH = dict(pairs())
SENTENCES = list(ENGLISH)
REMEMBERED = 1_000_000
#: What a request to Google takes on a fair line, in seconds.
LATENCY = 0.2


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


def rows_of(texts: Sequence[str]) -> list[Row]:
    """Return one paragraph of rows."""
    return [Row(Segment(number, 0, "paragraph", ko)) for number, ko in enumerate(texts, 1)]


async def translated(engine: Engine, texts: Sequence[str], memory: SqliteMemory) -> list[str]:
    """Return the English of ``texts`` through the pipeline, in their order."""
    found = {}
    async for row in Translation(rows_of(texts), engine, memory, context=Context()):
        found[row.id] = row.en or ""
    return [found[number] for number in sorted(found)]


def google_page(asked: Asked) -> Reply:
    """Answer every line as Google would, after a while."""
    english = "\n".join(ENGLISH[line] for line in asked.query["q"].split("\n"))
    page = f'<div class="result-container">{html.escape(english)}</div>'
    return Reply(body=page.encode(), delay=LATENCY)


async def bench_google() -> None:
    """Print what 40 sentences cost through us and through deep-translator's own batch."""
    import deep_translator.constants as constants
    from deep_translator import GoogleTranslator

    texts = SENTENCES[:40]
    theirs: list[float] = []
    # What our engine does to deep-translator's module must not be measured as theirs.
    with Server() as server:
        server.reply = google_page
        constants.BASE_URLS["GOOGLE_TRANSLATE"] = f"{server.url}/m"
        for _ in range(3):
            began = time.perf_counter()
            expected = GoogleTranslator(source="ko", target="en").translate_batch(texts)
            theirs.append(time.perf_counter() - began)
        a = statistics.median(theirs)
        print(f"google: translate_batch    {a * 1000:9.0f} ms   {len(texts)} requests")
        for name, limits in (("paced", Limits()), ("not paced", Limits(spacing=0))):
            ours: list[float] = []
            for _ in range(3):
                asked = len(server.asked)
                engine = GoogleEngine(base_url=f"{server.url}/m", limits=limits)
                memory = SqliteMemory(connect(None))
                began = time.perf_counter()
                assert await translated(engine, texts, memory) == expected
                ours.append(time.perf_counter() - began)
                requests = len(server.asked) - asked
                await engine.close()
            b = statistics.median(ours)
            print(
                f"google: ours, {name:<13}{b * 1000:9.0f} ms   {requests} requests,"
                f" {a / b:.1f} times faster, same answers"
            )


def in_process(model: Model) -> Any:
    """Return fxtranslate's own translator for ``model``."""
    from fxtranslate import Translator

    files = model.read()
    return Translator(files["model"], files["vocab"], files["vocab"])


async def bench_engine(model: Model, logs: Path, texts: Sequence[str] = SENTENCES) -> None:
    """Print what starting, a sentence, stopping and stalls cost, beside fxtranslate's own calls."""
    engine = FirefoxEngine(model, log=logs / "engine.log")
    translator = in_process(model)

    async def article(size: int) -> None:
        requests = [Request(number, text) for number, text in enumerate(texts[:size])]
        async for _ in engine.translate(requests, Context()):
            pass

    async def direct() -> None:
        for text in texts:
            translator.translate(text)
            await asyncio.sleep(0)

    starts, sentences, stops, stalls, bare, frozen = [], [], [], [], [], []
    for _ in range(5):
        first = await timed(lambda: article(1))
        sentences.append(await timed(lambda: article(len(texts))) / len(texts))
        starts.append(first - sentences[-1])
        bare.append(await timed(direct) / len(texts))
        stalls.append(await longest_stall(lambda: article(len(texts))))
        stops.append(await timed(engine.close))
        frozen.append(await longest_stall(direct))
    # The least of each: what else the machine does only adds.
    ours, theirs = min(sentences), min(bare)
    print(f"engine, {model.name}: start {statistics.median(starts):14.1f} ms")
    print(f"  one sentence             {ours:9.2f} ms   fxtranslate in process {theirs:.2f} ms")
    print(f"  overhead                 {ours - theirs:9.2f} ms = {(ours / theirs - 1) * 100:.1f} %")
    print(f"  stop                     {statistics.median(stops):9.1f} ms")
    print(
        f"  longest stall            {statistics.median(stalls):9.1f} ms   in process"
        f" {statistics.median(frozen):.1f} ms"
    )


class Counted(FirefoxEngine):
    """The offline engine, counting how often it is asked."""

    calls = 0

    def translate(self, requests: Sequence[Request], context: Context) -> Any:
        """Translate as the engine does."""
        self.calls += 1
        return super().translate(requests, context)


async def bench_pipeline(model: Model, logs: Path) -> None:
    """Print what an article costs the first time and when it is opened again."""
    engine = Counted(model, log=logs / "engine.log")
    first, second = [], []
    for _ in range(5):
        memory = SqliteMemory(connect(None))

        async def article(memory: SqliteMemory = memory) -> None:
            await translated(engine, SENTENCES, memory)

        first.append(await timed(article))
        calls = engine.calls
        second.append(await timed(article))
        assert engine.calls == calls
    await engine.close()
    a, b = statistics.median(first), statistics.median(second)
    print(f"article of {len(SENTENCES)}: first     {a:9.1f} ms")
    print(
        f"article of {len(SENTENCES)}: again     {b:9.1f} ms   {a / b:.0f} times faster,"
        " no engine call"
    )


async def bench_memory(folder: Path) -> None:
    """Print what looking up 100 keys costs in a memory of a million entries."""
    connection = connect(folder / "library.db")
    memory = SqliteMemory(connection)
    keys = [key(str(number), engine="firefox", version="1") for number in range(REMEMBERED)]
    began = time.perf_counter()
    memory.keep(
        Remembered(
            name,
            f"{SENTENCES[number % len(SENTENCES)]} {number}번째 문장은 이렇게 끝난다.",
            f"Sentence {number} " * 8,
            "firefox",
            "1",
        )
        for number, name in enumerate(keys)
    )
    print(f"memory: fill with {REMEMBERED}  {time.perf_counter() - began:7.1f} s")
    chance, rounds, corrections, keeps, alike = Random(0), [], [], [], []
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
        looking = asyncio.create_task(
            memory.similar(f"{chance.choice(SENTENCES)} 7번째 문장은 그렇게 끝났다.")
        )
        alike.append(1000 * await _longest_stall(looking))
    print(
        f"memory: find 100 keys      {statistics.median(rounds):9.2f} ms   worst {max(rounds):.2f}"
    )
    print(f"memory: 100 corrections    {statistics.median(corrections):9.2f} ms")
    print(f"memory: keep one           {statistics.median(keeps):9.2f} ms   worst {max(keeps):.2f}")
    print(f"memory: similar, UI stall  {statistics.median(alike):9.2f} ms   worst {max(alike):.2f}")
    connection.close()


async def _longest_stall(task: asyncio.Task[Any]) -> float:
    """Return for how long at most, in seconds, the loop did nothing else until ``task`` ended."""
    longest, before = 0.0, time.perf_counter()
    while not task.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, before = max(longest, now - before - 0.001), now
    return longest


async def main() -> None:
    """Run all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else TINY
        model = install_from(Paths.find(folder), given)
        await bench_google()
        await bench_engine(model, folder)
        if given == TINY:
            save_base_model(folder / "base", TINY / "vocab.koen.spm", rows=120)
            # Two of the short sentences are as long as one in the news.
            news = [" ".join(SENTENCES[place : place + 2]) for place in range(0, 20, 2)]
            await bench_engine(read_model(folder / "base"), folder, news)
        await bench_pipeline(model, folder)
        await bench_memory(folder)


if __name__ == "__main__":
    asyncio.run(main())
