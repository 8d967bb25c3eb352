"""Google through the true deep_translator, against a server on this machine."""

import asyncio
import html
import time
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace
from random import Random

import pytest

from newsreader.errors import EngineError
from newsreader.library.memory import SqliteMemory
from newsreader.sample import sample_english
from newsreader.translate.engine import Context, Request
from newsreader.translate.engines.google import GoogleEngine, Limits, _belong
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import pairs
from tests.translate.conftest import MakeRows
from tests.translate.server import Asked, Reply, Server

NOTHING_AROUND = Context()
FAST = Limits(connect=10, read=10, spacing=0, pause=0.01, rest=600)


def page(text: str, *, element: str = "result-container") -> Reply:
    return Reply(body=f'<html><body><div class="{element}">{text}</div></body></html>'.encode())


def english(asked: Asked) -> Reply:
    lines = asked.query["q"].split("\n")
    return page(html.escape("\n".join(f"EN[{line}]" for line in lines)))


ERROR_PAGE = Reply(
    body=b"<title>Error 500 (Server Error)!!1</title>"
    b'<div class="t0">Error 500 (Server Error)!!1500.That\xe2\x80\x99s an error.</div>'
)

MakeEngine = Callable[..., GoogleEngine]


@pytest.fixture
async def make_engine(server: Server) -> AsyncIterator[MakeEngine]:
    engines: list[GoogleEngine] = []

    def make(limits: Limits = FAST) -> GoogleEngine:
        engines.append(GoogleEngine(base_url=f"{server.url}/m", limits=limits))
        return engines[-1]

    yield make
    for engine in engines:
        await engine.close()


async def translated(engine: GoogleEngine, *texts: str) -> dict[int, str]:
    requests = [Request(number, text) for number, text in enumerate(texts)]
    return {answer.id: answer.text async for answer in engine.translate(requests, NOTHING_AROUND)}


async def test_a_sentence_is_asked_for_as_google_wants_it(
    server: Server, make_engine: MakeEngine
) -> None:
    server.reply = english
    text = "비용은 <10%> & 남는다."
    assert await translated(make_engine(), text) == {0: f"EN[{text}]"}
    (asked,) = server.asked
    assert asked.path == "/m"
    assert asked.query == {"tl": "en", "sl": "ko", "q": text}
    assert asked.headers["user-agent"].startswith("newsreader/")


async def test_many_at_once_never_change_places(server: Server, make_engine: MakeEngine) -> None:
    def twice(asked: Asked) -> Reply:
        return page("\n".join(f"EN {line} {line}" for line in asked.query["q"].split("\n")))

    server.reply = twice
    texts = [f"{number}번째 문장" + "이다" * (number % 150) for number in range(200)]
    found = await translated(make_engine(), *texts)
    assert found == {number: f"EN {text} {text}" for number, text in enumerate(texts)}
    sizes = [asked.query["q"].split("\n") for asked in server.asked]
    assert max(map(len, sizes)) == 10
    assert all(len(asked.query["q"]) <= 1500 for asked in server.asked)


LINES = [f"{number}번째 문장은 이렇게 길다." for number in range(6)]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: [*said[:2], f"{said[2]} {said[3]}", *said[4:]],
        lambda said: said[1:],
        lambda said: [*said, "One more."],
        lambda said: [" ".join(said)],
        lambda said: [*said[:2], "", *said[3:]],
        # Merged in one place and split in another: only the lengths tell.
        lambda said: [*said[:2], " ".join(said[2:5]), said[5][:5], said[5][5:7], said[5][7:]],
    ],
)
async def test_lines_that_do_not_come_back_are_sent_one_by_one(
    server: Server,
    make_engine: MakeEngine,
    memory: SqliteMemory,
    make_rows: MakeRows,
    spoil: Callable[[list[str]], list[str]],
) -> None:
    def reply(asked: Asked) -> Reply:
        said = [f"This is what No. {line[0]} says." for line in asked.query["q"].split("\n")]
        return page("\n".join(spoil(said) if len(said) > 1 else said))

    server.reply = reply
    rows = Translation(make_rows(LINES), make_engine(), memory, context=NOTHING_AROUND)
    found = {row.id: row.en async for row in rows}
    assert found == {number + 1: f"This is what No. {number} says." for number in range(6)}
    assert [asked.query["q"].count("\n") for asked in server.asked] == [5, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("texts", [sample_english(), dict(pairs())])
def test_a_merged_and_a_split_line_never_pass_together(texts: dict[str, str]) -> None:
    chance = Random(0)
    all_korean = list(texts)
    for start in range(0, len(all_korean) - 5, 10):
        korean = all_korean[start : start + 10]
        english = [texts[ko] for ko in korean]
        assert _belong(korean, english)
        for _ in range(10):
            merged = chance.randrange(len(english) - 1)
            lines = [
                *english[:merged],
                f"{english[merged]} {english[merged + 1]}",
                *english[merged + 2 :],
            ]
            split = chance.choice([place for place in range(len(lines)) if place != merged])
            words = lines[split].split()
            half = max(1, len(words) // 2)
            lines[split : split + 1] = [" ".join(words[:half]), " ".join(words[half:])]
            assert len(lines) == len(korean)
            assert not _belong(korean, lines), lines


async def test_two_engines_in_one_process_keep_to_their_servers(
    server: Server, make_engine: MakeEngine
) -> None:
    server.reply = english
    with Server() as other:
        other.reply = lambda _: page("other")
        second = GoogleEngine(base_url=f"{other.url}/m", limits=FAST)
        first, found = await asyncio.gather(
            translated(make_engine(), "가"), translated(second, "가")
        )
        await second.close()
    assert (first, found) == ({0: "EN[가]"}, {0: "other"})


async def test_punctuation_that_comes_back_is_the_answer(
    server: Server, make_engine: MakeEngine
) -> None:
    server.reply = lambda asked: page(asked.query["q"])
    assert await translated(make_engine(), "…!") == {0: "…!"}


async def test_too_many_requests_are_waited_for(server: Server, make_engine: MakeEngine) -> None:
    replies = iter([Reply(429, b"Sorry...", {"Retry-After": "1"}), page("Good.")])
    server.reply = lambda _: next(replies)
    began = time.monotonic()
    assert await translated(make_engine(), "가") == {0: "Good."}
    assert time.monotonic() - began >= 1.0


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply(429, b"Sorry..."), "too many requests"),
        (Reply(500, b"oh"), r"HTTP 500"),
        (Reply(404, b"gone"), r"HTTP 404"),
        (Reply(200, b"<html>solve this captcha</html>"), "without a translation"),
        (ERROR_PAGE, "an error page"),
    ],
)
async def test_a_refusal_is_tried_three_times_then_google_is_left_alone(
    server: Server, make_engine: MakeEngine, reply: Reply, sentence: str
) -> None:
    server.reply = lambda _: reply
    with pytest.raises(EngineError, match=sentence) as caught:
        await translated(make_engine(), "가")
    assert len(server.asked) == 3
    assert caught.value.retry_after == FAST.rest
    # An engine that is opened for the next article does not ask either.
    server.reply = english
    with pytest.raises(EngineError, match="left alone"):
        await translated(make_engine(), "나")
    assert len(server.asked) == 3


async def test_google_is_asked_again_when_its_rest_is_over(
    server: Server, make_engine: MakeEngine
) -> None:
    server.reply = lambda _: Reply(429, b"Sorry...")
    limits = replace(FAST, rest=0.01)
    with pytest.raises(EngineError, match="too many requests"):
        await translated(make_engine(limits), "가")
    server.reply = english
    await asyncio.sleep(limits.rest)
    assert await translated(make_engine(limits), "가") == {0: "EN[가]"}


async def test_a_long_retry_after_is_not_waited_for(
    server: Server, make_engine: MakeEngine
) -> None:
    server.reply = lambda _: Reply(429, b"", {"Retry-After": "3600"})
    with pytest.raises(EngineError, match="60 minutes") as caught:
        await translated(make_engine(), "가")
    assert len(server.asked) == 1
    assert caught.value.retry_after == 3600


async def test_a_server_that_hangs_is_given_up(server: Server, make_engine: MakeEngine) -> None:
    server.reply = lambda _: Reply(delay=5)
    with pytest.raises(EngineError, match=r"could not be reached \(ReadTimeout\)"):
        await translated(make_engine(replace(FAST, read=0.2)), "가")
    # Being unreachable is no refusal: the next try is free.
    server.reply = english
    assert await translated(make_engine(), "나") == {0: "EN[나]"}


async def test_no_server_is_one_sentence() -> None:
    with Server() as gone:
        address = gone.url
    engine = GoogleEngine(base_url=address, limits=FAST)
    with pytest.raises(EngineError, match="check the connection"):
        await translated(engine, "가")
    await engine.close()


async def test_an_endless_answer_is_cut_off(server: Server, make_engine: MakeEngine) -> None:
    server.reply = lambda _: Reply(body=b"x" * (3 << 20))
    with pytest.raises(EngineError, match="could not be reached"):
        await translated(make_engine(), "가")


async def test_stopping_does_not_wait_for_the_server(
    server: Server, make_engine: MakeEngine
) -> None:
    server.reply = lambda _: Reply(delay=60)
    engine = make_engine(Limits(read=60.0))

    async def read() -> None:
        async with aclosing(engine.translate([Request(1, "가")], NOTHING_AROUND)) as answers:
            async for _ in answers:
                pass

    task = asyncio.create_task(read())
    await asyncio.sleep(0.1)
    task.cancel()
    async with asyncio.timeout(20):
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_requests_keep_their_distance_also_between_engines(
    server: Server, make_engine: MakeEngine
) -> None:
    starts: list[float] = []

    def reply(asked: Asked) -> Reply:
        starts.append(time.monotonic())
        return english(asked)

    server.reply = reply
    texts = [letter * 1000 for letter in "가나다"]
    limits = replace(FAST, spacing=0.05)
    began = time.monotonic()
    await asyncio.gather(*(translated(make_engine(limits), *texts) for _article in range(2)))
    assert len(starts) == 6
    # Five distances, and what the requests need on their way.
    assert starts[-1] - began >= 5 * limits.spacing
