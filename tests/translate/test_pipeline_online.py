"""An article's way from Korean to English over a service: Google on the loopback."""

import asyncio
import html
import threading
from collections.abc import AsyncGenerator

import pytest

from newsreader.library.memory import SqliteMemory
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.engines.google import GoogleEngine, Limits
from tests.translate.conftest import MakeRows
from tests.translate.oracle import KOREAN, finished
from tests.translate.server import Asked, Reply, Server


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
