"""What can break while an article is translated: the rows that came stay, and the cause is said."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import aclosing, suppress
from pathlib import Path
from random import Random
from urllib.parse import parse_qs

import pytest

from newsreader.article import Row
from newsreader.child import Child
from newsreader.library.memory import SqliteMemory
from newsreader.translate.accounts import Secret
from newsreader.translate.engine import Context, Engine
from newsreader.translate.engines.deepl import DeeplEngine
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.engines.google import GoogleEngine, Limits
from newsreader.translate.engines.infos import FIREFOX
from newsreader.translate.engines.libretranslate import LibreTranslateEngine
from newsreader.translate.engines.local import LocalEngine
from newsreader.translate.engines.papago import PapagoEngine
from newsreader.translate.engines.web import Pace
from newsreader.translate.models import Model
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import TRAINED
from tests.translate.conftest import MakeRows
from tests.translate.numbered import english_of, google_page
from tests.translate.server import Asked, Reply, Server

FAST = Pace(connect=1, read=0.4, pause=0.01)
QUICK = Limits(connect=1, read=0.4, spacing=0, pause=0.01, rest=60)
KEY = Secret("key-4711:fx")
TEXTS = [f"{number}번째 문장이다." for number in range(1, 46)]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no signals there")


async def finished(rows: list[Row], engine: Engine, memory: SqliteMemory) -> dict[int, Row]:
    found = {}
    async with aclosing(Translation(rows, engine, memory, context=Context())) as stream:
        async for row in stream:
            assert row.id not in found
            found[row.id] = row
    await engine.close()
    assert set(found) == {row.id for row in rows}
    return found


def deepl_answer(asked: Asked) -> Reply:
    texts = json.loads(asked.body)["text"]
    answer = {"translations": [{"text": english_of(text)} for text in texts]}
    return Reply(body=json.dumps(answer).encode())


def papago_answer(asked: Asked) -> Reply:
    answer = {"message": {"result": {"translatedText": english_of(texts_of(asked)[0])}}}
    return Reply(body=json.dumps(answer).encode())


def texts_of(asked: Asked) -> list[str]:
    """Return what a request wants to have translated."""
    if not asked.body:
        return asked.query["q"].split("\n")
    if asked.body.startswith(b"{"):
        texts: list[str] = json.loads(asked.body)["text"]
        return texts
    return parse_qs(asked.body.decode())["text"]


def google(server: Server) -> Engine:
    return GoogleEngine(base_url=f"{server.url}/m", limits=QUICK)


def deepl(server: Server) -> Engine:
    return DeeplEngine(KEY, base_url=server.url, pace=FAST)


def papago(server: Server) -> Engine:
    return PapagoEngine(KEY, KEY, base_url=server.url, pace=FAST)


ONLINE = {
    "google": (google, google_page),
    "deepl": (deepl, deepl_answer),
    "papago": (papago, papago_answer),
}
ERROR_PAGE = (
    b'<html><div class="t0">Error 500 (Server Error)!!1500.That\xe2\x80\x99s an error.</div>'
)


@pytest.mark.parametrize("name", ONLINE)
@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(429), "too many requests|asks to slow down"),
        (Reply(429, headers={"Retry-After": "0"}), "too many requests|asks to slow down"),
        (Reply(429, headers={"Retry-After": "900"}), "minutes"),
        (Reply(500), "HTTP 500"),
        (Reply(403), "HTTP 403"),
        (Reply(456), "quota|HTTP 456"),
        (Reply(429, b'{"error": {"code": "insufficient_quota"}}'), "used up|too many requests"),
        (Reply(200, ERROR_PAGE), "error page|not JSON"),
        (Reply(200, b"x" * 5000, cut=2000), "could not be reached|without a translation"),
        (Reply(delay=2), "ReadTimeout|in time"),
    ],
)
async def test_a_fault_in_mid_article(
    server: Server, memory: SqliteMemory, make_rows: MakeRows, name: str, reply: Reply, said: str
) -> None:
    make, answer = ONLINE[name]

    def misbehave(asked: Asked) -> Reply:
        return reply if TEXTS.index(texts_of(asked)[-1]) >= 20 else answer(asked)

    server.reply = misbehave
    rows = await finished(make_rows(TEXTS), make(server), memory)
    for number in range(1, 21):
        assert (rows[number].en, rows[number].status) == (
            english_of(TEXTS[number - 1]),
            "translated",
        )
    assert rows[21].status == "failed"
    for row in rows.values():
        assert row.en in {None, english_of(row.ko)}
        assert (row.en is None) == (row.reason is not None)
        assert "4711" not in str(row)
    assert rows[45].status == "untranslated"
    assert any(part in (rows[45].reason or "") for part in said.split("|"))
    assert {entry.en for entry in memory} == {row.en for row in rows.values() if row.en}


@pytest.mark.parametrize("name", ONLINE)
async def test_a_burst_of_errors_is_got_over(
    server: Server, memory: SqliteMemory, make_rows: MakeRows, name: str
) -> None:
    make, answer = ONLINE[name]
    burst = iter([Reply(500), Reply(500)])
    server.reply = lambda asked: next(burst, None) or answer(asked)
    rows = await finished(make_rows(TEXTS), make(server), memory)
    assert {number: row.en for number, row in rows.items()} == {
        number: english_of(text) for number, text in enumerate(TEXTS, 1)
    }


async def test_an_error_page_among_good_answers_is_asked_for_again(
    server: Server, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    asked_for: list[list[str]] = []

    def reply(asked: Asked) -> Reply:
        texts = json.loads(asked.body)["q"]
        asked_for.append(texts)
        said = [english_of(text) for text in texts]
        if len(asked_for) == 1:
            said[1] = "502 Bad Gateway"
        return Reply(body=json.dumps({"translatedText": said}).encode())

    server.reply = reply
    rows = await finished(make_rows(TEXTS[:5]), LibreTranslateEngine(server.url), memory)
    assert [rows[number].en for number in range(1, 6)] == [english_of(text) for text in TEXTS[:5]]
    assert asked_for == [TEXTS[:5], [TEXTS[1]]]


@pytest.mark.parametrize("change", [lambda said: said[:-1], lambda said: [*said, "More."]])
async def test_a_wrong_count_moves_no_english_to_another_row(
    server: Server,
    memory: SqliteMemory,
    make_rows: MakeRows,
    change: Callable[[list[str]], list[str]],
) -> None:
    sizes: list[int] = []

    def reply(asked: Asked) -> Reply:
        texts = json.loads(asked.body)["text"]
        sizes.append(len(texts))
        said = [english_of(text) for text in texts]
        said = change(said) if len(texts) > 3 else said
        return Reply(body=json.dumps({"translations": [{"text": one} for one in said]}).encode())

    server.reply = reply
    rows = await finished(make_rows(TEXTS[:10]), deepl(server), memory)
    assert {row.en for row in rows.values()} == {english_of(text) for text in TEXTS[:10]}
    assert all(row.en == english_of(row.ko) for row in rows.values())
    assert sizes == [10, 3, 3, 3, 1]


# The way there


@pytest.mark.parametrize("proxy", ["", "http://127.0.0.1:1"])
async def test_no_name_server_and_no_proxy(
    memory: SqliteMemory, make_rows: MakeRows, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    if proxy:
        for name in ("HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy)
    for engine in (
        GoogleEngine(base_url="http://newsreader.invalid/m", limits=QUICK),
        DeeplEngine(KEY, base_url="https://newsreader.invalid", pace=FAST),
    ):
        rows = await finished(make_rows(TEXTS[:4]), engine, memory)
        assert {row.en for row in rows.values()} == {None}
        for row in rows.values():
            assert "could not be reached" in (row.reason or "")
            assert "check the connection" in (row.reason or "")


# The offline engine


@POSIX
async def test_a_process_that_is_killed_at_any_moment(
    firefox: FirefoxEngine, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    chance = Random(4711)

    async def kill() -> None:
        while True:
            await asyncio.sleep(chance.uniform(0, 0.4))
            if (pid := firefox.pid) is not None:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    killer = asyncio.create_task(kill())
    rows = await finished(make_rows([ko for ko, _ in TRAINED]), firefox, memory)
    killer.cancel()
    for number, (_, en) in enumerate(TRAINED, 1):
        assert rows[number].en in {None, en}
        reason = rows[number].reason or ""
        named = "offline translation process" in reason or "gave no answer" in reason
        assert (rows[number].en is None) == named
    assert {entry.en for entry in memory} == {row.en for row in rows.values() if row.en}


async def test_a_process_that_prints_rubbish_in_mid_article(
    tmp_path: Path, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    child = Child("tests.translate.rubbish_worker", [], name="rubbish", log=tmp_path / "log")
    engine = LocalEngine(FIREFOX, "1", child)
    rows = await finished(make_rows(TEXTS), engine, memory)
    assert all(rows[number].en == english_of(TEXTS[number - 1]) for number in range(1, 21))
    assert all(rows[number].en is None for number in range(21, 46))
    assert "not JSON" in (rows[45].reason or "")
    assert "\x1b" not in str(rows[45].reason)


@POSIX
async def test_a_model_that_breaks_in_mid_article(
    firefox: FirefoxEngine, model: Model, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    rows = {}
    async for row in Translation(
        make_rows([ko for ko, _ in TRAINED]), firefox, memory, context=Context()
    ):
        rows[row.id] = row
        if len(rows) == 20 and firefox.pid is not None:
            file = next(file for file in model.directory.iterdir() if file.name.endswith(".bin"))
            content = file.read_bytes()
            file.write_bytes(content[:1000] + b"\0" + content[1001:])
            os.kill(firefox.pid, signal.SIGKILL)
    assert all(rows[number].en == TRAINED[number - 1][1] for number in range(1, 20))
    last = rows[len(TRAINED)]
    assert last.en is None
    assert "is damaged or was changed" in (last.reason or "")
    assert "newsreader model install" in (last.reason or "")
