"""An article's way from Korean to English with real engines and a real memory."""

import asyncio
import html
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import psutil
import pytest

from newsreader.article import Match, Row
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import Term
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Answer, Capabilities, Context, Engine, EngineInfo, Request
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.engines.google import GoogleEngine, Limits
from newsreader.translate.engines.sample import SampleEngine
from newsreader.translate.memory import correction
from newsreader.translate.models import Model
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import TRAINED
from tests.translate.conftest import MakeRows
from tests.translate.server import Asked, Reply, Server

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
        *speeches: Callable[[Sequence[Request]], list[Answer]],
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


# With the true offline engine


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


async def test_a_long_article_does_not_starve_a_short_one_online(
    server: Server, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    limits = Limits(connect=1, read=5, spacing=0, pause=0.01, rest=60)
    long, short = (GoogleEngine(base_url=server.url, limits=limits) for _ in range(2))
    served = asyncio.Event()
    loop, go_on = asyncio.get_running_loop(), threading.Event()

    def reply(asked: Asked) -> Reply:
        if "번째" in asked.query["q"]:
            loop.call_soon_threadsafe(served.set)
            go_on.wait(4)
        return google_page(asked)

    server.reply = reply
    texts = [f"{number}번째 문장이다." for number in range(1, 101)]
    slow = asyncio.create_task(finished(make_rows(texts), long, memory))
    await served.wait()
    rows = await finished(make_rows(["짧은 기사다.", "그것뿐이다."]), short, memory)
    assert [row.status for row in rows] == ["translated"] * 2
    assert not slow.done()
    go_on.set()
    assert {row.status for row in await slow} == {"translated"}
    await long.close()
    await short.close()


async def test_no_process_is_left(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    await finished(make_rows(KOREAN[:3]), firefox, memory)
    process = psutil.Process(firefox.pid)
    await firefox.close()
    assert not process.is_running()


# With Google on the loopback


@pytest.fixture
async def google(server: Server) -> AsyncGenerator[GoogleEngine, None]:
    limits = Limits(connect=1, read=1, spacing=0, pause=0.01, rest=60)
    engine = GoogleEngine(base_url=server.url, limits=limits)
    yield engine
    await engine.close()


def google_page(asked: Asked, english: str | None = None) -> Reply:
    lines = asked.query["q"].split("\n")
    text = english if english is not None else "\n".join(f"In English {o[:2]}." for o in lines)
    return Reply(body=f'<div class="t0">{html.escape(text)}</div>'.encode())


async def test_a_refusal_in_mid_article_keeps_what_came(
    server: Server, google: GoogleEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    server.reply = lambda asked: Reply(429) if "27번째" in asked.query["q"] else google_page(asked)
    texts = [f"{number}번째 문장이다." for number in range(1, 51)]
    rows = {row.id: row for row in await finished(make_rows(texts), google, memory)}
    assert [rows[number].status for number in range(1, 21)] == ["translated"] * 20
    assert rows[27].status == "failed"
    assert rows[50].status == "untranslated"
    assert rows[27].reason == rows[50].reason
    assert "too many requests" in (rows[27].reason or "")
    assert all(row.en is None for row in rows.values() if row.status != "translated")


async def test_korean_that_comes_back_is_no_translation(
    server: Server, google: GoogleEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    server.reply = lambda asked: google_page(asked, asked.query["q"] + " 그렇다.")
    (row,) = await finished(make_rows(["한국어 문장이다."]), google, memory)
    assert (row.status, row.reason) == ("failed", "The answer of google is still Korean.")
    assert len(server.asked) == 3
    assert list(memory) == []


async def test_escape_sequences_do_not_come_through(
    server: Server, google: GoogleEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    server.reply = lambda asked: google_page(asked, "Red \x1b[31malert\u202e\nnow\x07.")
    (row,) = await finished(make_rows(["경보다."]), google, memory)
    assert row.en == "Red [31malert now."


async def test_two_engines_do_not_share_their_english(
    server: Server,
    google: GoogleEngine,
    firefox: FirefoxEngine,
    memory: SqliteMemory,
    make_rows: MakeRows,
) -> None:
    server.reply = google_page
    rows = make_rows(KOREAN[:2])
    await finished(rows, firefox, memory)
    assert {row.status for row in await finished(rows, google, memory)} == {"translated"}
    assert {row.engine for row in await finished(rows, firefox, memory)} == {"firefox"}


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


# Whatever an engine says


async def test_what_was_not_answered_well_is_asked_once_more(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def badly(requests: Sequence[Request]) -> list[Answer]:
        del requests
        return [
            Answer(5, "Row five."),
            Answer(2, ""),
            Answer(99, "Never asked for."),
            Answer(3, "아직도 한국어 그대로다"),
            Answer(1, "Row one."),
            Answer(1, "Row one again, later."),
            Answer(4, "Error 500 (Server Error)!!1"),
        ]

    engine = Oracle(badly)
    rows = {row.id: row for row in await finished(make_rows(["가나다."] * 6), engine, memory)}
    assert engine.asked == [[1, 2, 3, 4, 5, 6], [2, 3], [4, 6]]
    assert {number: row.en for number, row in rows.items()} == {
        1: "Row one.",
        2: "English 2.",
        3: "English 3.",
        4: "English 4.",
        5: "Row five.",
        6: "English 6.",
    }


async def test_what_is_never_answered_well_fails_alone(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def badly(requests: Sequence[Request]) -> list[Answer]:
        said = {2: "", 3: "그대로 그대로"}
        return [Answer(one.id, said.get(one.id, "Fine.")) for one in requests if one.id != 4]

    engine = Oracle(*[badly] * 9)
    rows = {row.id: row for row in await finished(make_rows(["가나다."] * 4), engine, memory)}
    assert {number: row.reason for number, row in rows.items()} == {
        1: None,
        2: "The answer of oracle is empty.",
        3: "The answer of oracle is still Korean.",
        4: "The engine oracle gave no answer for this sentence.",
    }
    assert [rows[number].status for number in (1, 2)] == ["translated", "failed"]


async def test_what_was_answered_before_an_engine_broke_stays(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    class Breaking(Oracle):
        async def translate(
            self, requests: Sequence[Request], context: Context
        ) -> AsyncGenerator[Answer, None]:
            del context
            yield Answer(requests[1].id, "Second.")
            raise EngineError("The engine has no power.")

    engine = Breaking(capabilities=Capabilities(batch=3))
    rows = {row.id: row for row in await finished(make_rows(["가나다."] * 5), engine, memory)}
    assert [rows[number].status for number in range(1, 6)] == [
        "failed",
        "translated",
        "failed",
        "untranslated",
        "untranslated",
    ]
    assert {row.reason for row in rows.values() if not row.en} == {"The engine has no power."}
    assert [one.en for one in memory] == ["Second."]


async def test_a_row_that_waits_for_a_better_answer_keeps_the_first_one(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    class Breaking(Oracle):
        async def translate(
            self, requests: Sequence[Request], context: Context
        ) -> AsyncGenerator[Answer, None]:
            del context
            yield Answer(requests[0].id, "They left it at that.")
            raise EngineError("The engine has no power.")

    glossary = Glossary([Term("기준금리", "base rate", "economy")])
    rows = [
        replace(row, terms=(Match(0, 4, "기준금리", "base rate"),))
        for row in make_rows(["기준금리다."] * 2)
    ]
    stream = Translation(rows, Breaking(), memory, context=AROUND, glossary=glossary)
    found = {row.id: row async for row in stream}
    assert (found[1].en, found[2].en) == ("They left it at that.", None)
    assert found[2].reason == "The engine has no power."


async def test_our_own_mistakes_are_not_swallowed(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def buggy(requests: Sequence[Request]) -> list[Answer]:
        raise ZeroDivisionError(len(requests))

    with pytest.raises(ZeroDivisionError):
        await finished(make_rows(["가나다."]), Oracle(buggy), memory)


async def test_a_sentence_that_is_too_long_fails_alone(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    engine = Oracle(capabilities=Capabilities(max_characters=10))
    long, short = await finished(make_rows(["가" * 11, "나" * 10]), engine, memory)
    assert (long.status, short.status) == ("failed", "translated")
    assert "no more than 10 characters" in (long.reason or "")


async def test_what_is_not_korean_stays_as_it_is(memory: SqliteMemory, make_rows: MakeRows) -> None:
    engine = Oracle()
    (row,) = await finished(make_rows(["(AFP) 2026-11-23 ***"]), engine, memory)
    assert (row.en, row.status) == ("(AFP) 2026-11-23 ***", "translated")
    assert engine.asked == []


async def test_terms_and_context_are_part_of_the_key_only_if_they_are_used(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    (row,) = make_rows(["한국은행은 갔다."])
    named = replace(row, terms=(Match(0, 4, "한국은행", "Bank of Korea"),))
    for uses, statuses in ((False, ["cached", "cached"]), (True, ["translated", "translated"])):
        can = Capabilities(uses_terms=uses, uses_context=uses)
        engine = Oracle(capabilities=can)
        engine.version = str(uses)
        await finished([row], engine, memory)
        (by_term,) = await finished([named], engine, memory)
        (by_context,) = await finished([row], engine, memory, Context(title="다른 제목"))
        assert [by_term.status, by_context.status] == statuses


async def test_a_library_that_breaks_does_not_stop_the_translation(
    connection: sqlite3.Connection, make_rows: MakeRows
) -> None:
    connection.execute("DROP TABLE memory")
    rows = await finished(make_rows(["가나다."] * 3), Oracle(), SqliteMemory(connection))
    assert [row.status for row in rows] == ["translated"] * 3
    assert [[warning.code for warning in row.warnings] for row in rows] == [["not-kept"], [], []]
