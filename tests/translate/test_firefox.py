"""The offline engine: the true fxtranslate with a tiny model, in its own process."""

import asyncio
import importlib.util
import json
import os
import signal
import sys
from contextlib import aclosing

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import Paths
from newsreader.errors import EngineError, UsageError
from newsreader.translate.engine import Answer, Context, Request
from newsreader.translate.engines import ENGINES, open_engine
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.engines.local import clauses
from newsreader.translate.models import Model, installed
from tests.fixtures.model.corpus import HELD_OUT, TRAINED

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fxtranslate") is None, reason="no fxtranslate on this platform"
)

NOTHING_AROUND = Context()


async def translated(engine: FirefoxEngine, *texts: str) -> dict[int, str]:
    requests = [Request(number, text) for number, text in enumerate(texts)]
    return {answer.id: answer.text async for answer in engine.translate(requests, NOTHING_AROUND)}


async def test_what_the_model_learnt_comes_out_exactly(firefox: FirefoxEngine) -> None:
    found = await translated(firefox, *(ko for ko, _ in TRAINED))
    assert list(found.values()) == [en for _, en in TRAINED]


async def test_most_of_what_it_never_saw_comes_out_too(firefox: FirefoxEngine) -> None:
    found = await translated(firefox, *(ko for ko, _ in HELD_OUT))
    assert sum(en == found[number] for number, (_, en) in enumerate(HELD_OUT)) >= 30


async def test_the_event_loop_goes_on_while_it_translates(firefox: FirefoxEngine) -> None:
    """Others have their turn between any two answers."""
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0)
            beats += 1

    heart = asyncio.create_task(beat())
    requests = [Request(number, ko) for number, (ko, _) in enumerate(TRAINED)]
    turns = {beats async for _ in firefox.translate(requests, NOTHING_AROUND)}
    heart.cancel()
    assert len(turns) == len(TRAINED)


async def test_stopping_in_the_middle_costs_one_sentence(firefox: FirefoxEngine) -> None:
    requests = [Request(number, ko) for number, (ko, _) in enumerate(TRAINED)]
    seen: list[Answer] = []

    async def read() -> None:
        async with aclosing(firefox.translate(requests, NOTHING_AROUND)) as answers:
            async for answer in answers:
                seen.append(answer)  # noqa: PERF401 - looked at while it grows

    task = asyncio.create_task(read())
    while len(seen) < 10:  # noqa: ASYNC110 - looked at from outside
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(seen) < len(requests)
    assert [answer.text for answer in seen] == [en for _, en in TRAINED[: len(seen)]]
    assert await translated(firefox, TRAINED[50][0]) == {0: TRAINED[50][1]}


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
async def test_a_killed_process_is_replaced(firefox: FirefoxEngine) -> None:
    await translated(firefox, TRAINED[0][0])
    before = firefox.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert await translated(firefox, TRAINED[1][0]) == {0: TRAINED[1][1]}
    assert firefox.pid != before


async def test_closing_leaves_no_process(firefox: FirefoxEngine) -> None:
    await translated(firefox, TRAINED[0][0])
    process = psutil.Process(firefox.pid)
    await firefox.close()
    assert not process.is_running()


@pytest.mark.parametrize("name", ["vocab.koen.spm", "model.koen.intgemm.alphas.bin"])
async def test_a_changed_file_is_refused(firefox: FirefoxEngine, model: Model, name: str) -> None:
    file = model.directory / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(EngineError, match=rf"{name} is damaged or was changed"):
        await translated(firefox, TRAINED[0][0])


async def test_a_file_that_is_no_model_is_refused(firefox: FirefoxEngine, model: Model) -> None:
    import hashlib

    rubbish = b"\x01" * 5000
    name = "model.koen.intgemm.alphas.bin"
    (model.directory / name).write_bytes(rubbish)
    manifest = json.loads((model.directory / "manifest.json").read_text())
    manifest["files"][name] = hashlib.sha256(rubbish).hexdigest()
    (model.directory / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(EngineError, match="cannot be used"):
        await translated(firefox, TRAINED[0][0])


async def test_a_model_that_went_away_is_one_sentence(firefox: FirefoxEngine, model: Model) -> None:
    for file in model.directory.iterdir():
        file.unlink()
    with pytest.raises(EngineError, match=r"manifest\.json cannot be read"):
        await translated(firefox, TRAINED[0][0])


async def test_a_long_sentence_is_translated_to_its_end(firefox: FirefoxEngine) -> None:
    pairs = TRAINED[:12]
    joined = ", ".join(ko.removesuffix(".") for ko, _ in pairs) + "."
    (english,) = (await translated(firefox, joined)).values()
    last_word = pairs[-1][1].split()[-1].rstrip(".")
    assert len(joined) > 200
    assert english.rstrip(".").endswith(last_word)


def test_opening_says_what_is_missing(paths: Paths) -> None:
    with pytest.raises(EngineError, match="newsreader model install"):
        open_engine("firefox", paths=paths)
    with pytest.raises(UsageError, match="choose one of firefox, local-ct2, ollama, google"):
        open_engine("babelfish", paths=paths)


async def test_opening_finds_the_installed_model(paths: Paths, model: Model) -> None:
    assert installed(paths) == model
    engine = open_engine("firefox", paths=paths)
    assert engine.version == model.version
    assert engine.info is ENGINES["firefox"]
    await engine.close()


@given(st.text("가나다고며, .一A", max_size=900), st.integers(20, 200))
def test_clauses_lose_nothing_and_are_short(text: str, longest: int) -> None:
    pieces = clauses(text, longest)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= longest for piece in pieces)


def test_clauses_are_cut_behind_a_comma_if_there_is_one() -> None:
    first, second = "가나다 " * 30 + "했으며,", "라마바 " * 30 + "했다."
    assert clauses(f"{first} {second}", 200) == [first, second]
