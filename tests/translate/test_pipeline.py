"""An article's way from Korean to English with the true offline engine and a real memory."""

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import aclosing

import psutil

from newsreader.article import Row
from newsreader.config import Paths
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Request
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.engines.sample import SampleEngine
from newsreader.translate.memory import correction
from newsreader.translate.models import Model
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import TRAINED
from tests.translate.conftest import MakeRows
from tests.translate.oracle import AROUND, ENGLISH, KOREAN, SIGNALS, Oracle, finished


async def test_every_row_comes_once_with_its_own_english(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    rows = await finished(make_rows(KOREAN), firefox, memory)
    assert [row.id for row in rows] == list(range(1, len(KOREAN) + 1))
    assert [row.en for row in rows] == ENGLISH
    assert {(row.status, row.engine, row.reason) for row in rows} == {
        ("translated", "firefox", None)
    }


async def test_a_second_time_no_engine_is_asked(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    await finished(make_rows(KOREAN), firefox, memory)
    await firefox.close()
    rows = await finished(make_rows(KOREAN), firefox, memory)
    assert [row.en for row in rows] == ENGLISH
    assert {row.status for row in rows} == {"cached"}
    assert firefox.pid is None


async def test_stopping_keeps_what_came(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    translation = Translation(make_rows(KOREAN), firefox, memory, context=AROUND)
    seen: list[Row] = []
    async with aclosing(translation):
        async for row in translation:
            seen.append(row)
            if len(seen) == 10:
                break
    assert not [row async for row in translation]
    rows = await finished(make_rows(KOREAN), firefox, memory)
    cached = [row.id for row in rows if row.status == "cached"]
    assert {row.id for row in seen} <= set(cached)
    assert len(cached) < len(KOREAN)
    assert {row.id: row.en for row in rows} == dict(enumerate(ENGLISH, 1))


async def test_stopping_from_outside_ends_the_reading(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    translation = Translation(make_rows(KOREAN), firefox, memory, context=AROUND)

    async def read() -> int:
        return len([row async for row in translation])

    reading = asyncio.create_task(read())
    while firefox.pid is None:  # noqa: ASYNC110 - looked at from outside
        await asyncio.sleep(0.01)
    await translation.aclose()
    assert await asyncio.wait_for(reading, 5) < len(KOREAN)
    await translation.aclose()


@SIGNALS
async def test_a_killed_process_loses_no_row(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    rows = []
    async for row in Translation(make_rows(KOREAN), firefox, memory, context=AROUND):
        rows.append(row)
        if row.id in {20, 60} and firefox.pid is not None:
            os.kill(firefox.pid, signal.SIGKILL)
    assert [row.en for row in rows] == ENGLISH


async def test_rows_in_sight_come_first(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    translation = Translation(make_rows(KOREAN), firefox, memory, context=AROUND)
    translation.prefer([80, 81, 82, 999])
    order = []
    async for row in translation:
        order.append(row.id)
        if row.id == 3:
            translation.prefer([50, 40])
    assert order[:4] == [80, 81, 82, 1]
    # The engine may have been a sentence ahead of the reader.
    after = order.index(50)
    assert order[after + 1] == 40
    assert after <= order.index(3) + 30
    assert sorted(order) == list(range(1, len(KOREAN) + 1))


async def test_a_long_article_does_not_starve_a_short_one(
    model: Model, paths: Paths, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    """Each open article has an engine of its own; the short one is done long before."""
    long, short = (FirefoxEngine(model, log=paths.logs / "engine.log") for _ in range(2))
    done: list[tuple[str, int]] = []

    async def read(name: str, engine: FirefoxEngine, texts: Sequence[str]) -> None:
        async for row in Translation(make_rows(texts), engine, memory, context=AROUND):
            assert row.en == dict(TRAINED)[row.ko]
            done.append((name, row.id))

    # The starting of a process is not what this is about.
    assert [answer async for answer in short.translate([Request(0, KOREAN[5])], AROUND)]
    first = asyncio.create_task(read("long", long, KOREAN[5:]))
    while len(done) < 3:  # noqa: ASYNC110 - looked at from outside
        await asyncio.sleep(0)
    await read("short", short, KOREAN[:5])
    behind = len([name for name, _ in done if name == "long"])
    await first
    assert behind < len(KOREAN) - 5
    assert sorted(done) == [
        *(("long", number) for number in range(1, len(KOREAN) - 4)),
        *(("short", number) for number in range(1, 6)),
    ]
    await long.close()
    await short.close()


async def test_no_process_is_left(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    await finished(make_rows(KOREAN[:3]), firefox, memory)
    process = psutil.Process(firefox.pid)
    await firefox.close()
    assert not process.is_running()


# With the sample's English


async def test_the_sample_is_neither_translated_nor_remembered(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    engine = SampleEngine({"그는  갔다.": "He left."})
    known, unknown = await finished(make_rows(["그는 갔다.", "그는 왔다."]), engine, memory)
    assert (known.en, known.status, known.engine) == ("He left.", "sample", "sample")
    assert (unknown.en, unknown.status) == (None, "failed")
    assert list(memory) == []


# Without an engine


async def test_without_an_engine_the_memory_still_speaks(
    memory: SqliteMemory, firefox: FirefoxEngine, make_rows: MakeRows
) -> None:
    await finished(make_rows(KOREAN[:1]), firefox, memory)
    memory.keep([correction(KOREAN[1], "By the reader.")])
    rows = await finished(make_rows(KOREAN[:3]), None, memory, no_engine_reason="none was chosen")
    found = {row.id: (row.en, row.status, row.engine, row.reason) for row in rows}
    assert found == {
        1: (ENGLISH[0], "cached", "firefox", None),
        2: ("By the reader.", "edited", "reader", None),
        3: (None, "untranslated", None, "none was chosen"),
    }


async def test_no_rows_are_no_work(memory: SqliteMemory) -> None:
    assert await finished([], None, memory) == []
    assert await finished([], Oracle(), memory) == []
