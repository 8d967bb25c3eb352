"""A sync against servers on this machine that behave well, badly and not at all."""

import asyncio
import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import aclosing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from newsreader.errors import LibraryError
from newsreader.ingest import visit
from newsreader.library.database import damage
from newsreader.library.library import Library
from newsreader.library.listing import Filter
from newsreader.sync import run
from newsreader.sync.events import FeedFailed, FeedRead, Finished, Sighted, Started, TextRead
from newsreader.sync.lock import BusyError, Lock
from newsreader.workspace import Workspace
from tests.ingest import pages
from tests.ingest.server import Answer, Server, send
from tests.sync.feeds import events, feed, follow, rss, workspace


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(visit, "PACE", 0.0)
    monkeypatch.setattr(visit, "_robots", {})
    running = Server()
    yield running
    running.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Workspace]:
    one = workspace(tmp_path / "home")
    yield one
    one.close()


def titles(home: Workspace) -> set[str]:
    return {one.title for one in home.library.articles.listing()}


def failure(told: list[object]) -> FeedFailed:
    (failed,) = (event for event in told if isinstance(event, FeedFailed))
    return failed


async def test_an_address_tells_its_outlet_where_the_feed_does_not(
    server: Server, home: Workspace
) -> None:
    one = ("국회 본회의 예산안 처리", "https://www.hani.co.kr/arti/politics/1.html")
    home.library.feeds.add(server.on("/a", feed(one)), "모음")
    await events(home)
    assert [listed.outlet for listed in home.library.articles.listing()] == ["한겨레"]


async def test_what_is_new_is_told_once(server: Server, home: Workspace) -> None:
    one = ("국회 본회의 예산안 처리", "https://a.example/1")
    follow(home, server.on("/a", feed(one, ("여야 추경 협상 재개", "https://a.example/2"))))
    told = await events(home)
    assert told[0] == Started(1, 0)
    assert told[-1] == Finished(1, 0, 2)
    assert titles(home) == {"국회 본회의 예산안 처리", "여야 추경 협상 재개"}
    assert (await events(home))[-1] == Finished(1, 0, 0)


async def test_server_that_says_that_nothing_has_changed(server: Server, home: Workspace) -> None:
    one = follow(home, server.on("/a", feed(("국회 본회의", "https://a.example/1"), ETag='"1"')))
    await events(home)
    server.on("/a", send(b"", 304))
    told = await events(home)
    assert [event.changed for event in told if isinstance(event, FeedRead)] == [False]
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    assert home.library.feeds.get(one.id).etag == '"1"'


async def test_the_same_article_in_several_feeds_is_one(server: Server, home: Workspace) -> None:
    title = "국회 본회의 내년 예산안 처리"
    follow(home, server.on("/a", feed((title, "http://a.example/1?utm_source=rss"))))
    follow(home, server.on("/b", feed((title, "https://a.example/1#top"))))
    follow(home, server.on("/c", feed((title, "https://m.a.example/other/1"))))
    portal = f"{title}, 여야 끝까지 줄다리기"
    follow(home, server.on("/d", feed((portal, "https://a.example/9"))))
    naver = "https://n.news.naver.com/article/001/0010000001"
    follow(home, server.on("/e", feed((portal, naver))), "네이버 뉴스")
    follow(home, server.on("/f", feed((title, "https://z.example/1"))), "다른신문")
    await events(home)
    listed = home.library.articles.listing()
    assert len(listed) == 3
    assert home.library.articles.find(naver) == home.library.articles.find("https://a.example/9")


async def test_photos_of_one_title_stay_apart(server: Server, home: Workspace) -> None:
    both = [("[포토] 국회 본회의 여야 대치", f"https://a.example/{n}") for n in (1, 2)]
    follow(home, server.on("/a", feed(*both)))
    await events(home)
    assert len(home.library.articles.listing()) == 2


def hang(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    time.sleep(2)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (hang, "did not answer within 0.5 seconds"),
        (send(b"", 429, Retry_After="7200"), "too many requests"),
        (send(b"", 500), "the server has an error"),
        (send(b"", 410), "has been removed"),
        (send(b"", 302, Location="/a"), "redirects more than"),
        (send(gzip.compress(b" " * 20_000_000), Content_Encoding="gzip"), "larger than 10 MB"),
        (send(b"<html><body>Closed</body></html>"), "is not a feed"),
        (send(b"\x89PNG...", kind="image/png"), "is an image"),
    ],
)  # fmt: skip
async def test_feed_that_fails_rests_and_says_why(
    server: Server, tmp_path: Path, answer: Answer, words: str
) -> None:
    home = workspace(tmp_path, timeout=0.5)
    bad = follow(home, server.on("/a", answer))
    follow(home, server.on("/b", feed(("국회 본회의", "https://a.example/1"))))
    told = await events(home)
    assert words in failure(list(told)).reason
    assert told[-1] == Finished(1, 1, 1)
    kept = home.library.feeds.get(bad.id)
    assert kept.problem is not None
    assert words in kept.problem
    assert kept.failures == 1
    assert (await events(home))[0] == Started(1, 1)
    assert (await events(home, resting=True))[0] == Started(2, 0)
    assert home.library.feeds.get(bad.id).failures == 2
    home.close()


async def test_rest_is_longer_each_time_and_as_the_server_wishes(
    server: Server, home: Workspace
) -> None:
    one = follow(home, server.on("/a", send(b"", 404)))
    rests = []
    for _ in range(3):
        await events(home, resting=True)
        kept = home.library.feeds.get(one.id)
        assert kept.due is not None
        assert kept.checked is not None
        rests.append(round((kept.due - kept.checked).total_seconds() / 60))
    assert rests == [15, 30, 60]
    server.on("/a", send(b"", 429, Retry_After="7200"))
    due = failure(list(await events(home, resting=True))).due
    assert due is not None
    assert 7_000 < due.timestamp() - time.time() <= 7_200
    server.on("/a", feed(("국회 본회의", "https://a.example/1")))
    await events(home, resting=True)
    kept = home.library.feeds.get(one.id)
    assert (kept.failures, kept.problem) == (0, None)


async def test_feed_that_has_moved_for_good_is_asked_there(server: Server, home: Workspace) -> None:
    one = follow(home, server.on("/old", send(b"", 301, Location="/new")))
    server.on("/new", feed(("국회 본회의", "https://a.example/1")))
    await events(home)
    assert home.library.feeds.get(one.id).url == server.url + "/new"


async def test_half_a_feed_gives_what_it_has(server: Server, home: Workspace) -> None:
    many = [(f"기사 제목 {n}", f"https://a.example/{n}") for n in range(10)]
    follow(home, server.on("/a", send(rss(many)[:-400], kind="text/xml")))
    told = await events(home)
    (read,) = (event for event in told if isinstance(event, FeedRead))
    assert 5 < len(read.new) < 10
    assert "is broken at line" in read.notes[0]


async def test_watched_words_are_told_of(server: Server, home: Workspace) -> None:
    for word, language in (("협상", "ko"), ("합의하다", "ko"), ("brent", "en")):
        home.library.watches.add(word, "ko" if language == "ko" else "en")
    follow(
        home,
        server.on(
            "/a",
            feed(
                ("여야 추경 협상을 재개", "https://a.example/1"),
                ("두 나라가 합의했다고 밝혀", "https://a.example/2"),
                ("Brent유 급등", "https://a.example/3"),
                ("협상가들의 책", "https://a.example/4"),
            ),
        ),
    )
    sighted = [event for event in await events(home) if isinstance(event, Sighted)]
    assert {(one.word, one.title) for one in sighted} >= {
        ("협상", "여야 추경 협상을 재개"),
        ("합의하다", "두 나라가 합의했다고 밝혀"),
    }
    assert home.library.articles.listing(Filter(watch="협상"))


async def test_same_event_is_grouped(server: Server, home: Workspace) -> None:
    follow(
        home, server.on("/a", feed(("한은, 기준금리 연 2.5%로 동결 결정", "https://a.example/1")))
    )
    follow(
        home,
        server.on("/b", feed(("한은 기준금리 2.5% 동결 결정…물가 우려", "https://b.example/1"))),
        "다른신문",
    )
    await events(home)
    assert {one.outlets for one in home.library.articles.listing()} == {2}


async def test_texts_are_fetched_ahead_within_the_limit(server: Server, tmp_path: Path) -> None:
    home = workspace(tmp_path, texts=2)
    server.on("/robots.txt", send(b"User-agent: *\nDisallow: /closed", kind="text/plain"))
    links = [(f"{pages.TITLE} {n}", server.on(f"/article/{n}", send())) for n in range(4)]
    follow(home, server.on("/a", feed(*links)))
    told = [event for event in await events(home) if isinstance(event, TextRead)]
    assert [event.reason for event in told] == [None, None]
    with_text = [one for one in home.library.articles.listing() if one.rows]
    assert len(with_text) == 2
    assert all(one.opened is None and not one.read for one in with_text)
    await events(home)
    assert len([one for one in home.library.articles.listing() if one.rows]) == 4
    home.close()


async def test_stopping_keeps_what_was_told_and_gives_the_lock_back(
    server: Server, home: Workspace
) -> None:
    follow(home, server.on("/a", feed(("국회 본회의", "https://a.example/1"))))
    follow(home, server.on("/b", hang))
    async with aclosing(run.sync(home)) as told:
        async for event in told:
            if isinstance(event, FeedRead):
                break
    assert titles(home) == {"국회 본회의"}
    with Lock(home.paths.library.with_suffix(".sync")):
        pass


async def test_cancelled_task_ends(server: Server, home: Workspace) -> None:
    follow(home, server.on("/b", hang))
    task = asyncio.create_task(events(home))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_library_that_breaks_is_one_sentence(server: Server, home: Workspace) -> None:
    file = home.paths.library

    def break_it(handler: BaseHTTPRequestHandler) -> None:
        with sqlite3.connect(file) as connection:
            connection.execute("DROP TABLE entry")
        connection.close()
        feed(("국회 본회의", "https://a.example/1"))(handler)

    follow(home, server.on("/a", break_it))
    with pytest.raises(LibraryError, match="no such table"):
        await events(home)
    with Lock(file.with_suffix(".sync")):
        pass


async def test_two_syncs_never_run_at_once(home: Workspace) -> None:
    with Lock(home.paths.library.with_suffix(".sync")), pytest.raises(BusyError):
        await events(home)
    await events(home)


async def test_host_that_does_not_answer_is_asked_no_more(home: Workspace) -> None:
    for n in range(5):
        follow(home, f"http://127.0.0.1:9/{n}")
    told = [event for event in await events(home) if isinstance(event, FeedFailed)]
    assert [event.due is None for event in told] == [False, False, True, True, True]


SYNC = """
import asyncio, sys
from newsreader.ingest import visit
visit.PACE = 0.0
from tests.sync.feeds import events, workspace
from newsreader.sync.run import sync
from newsreader.sync.events import FeedRead
from pathlib import Path
async def main():
    async for event in sync(workspace(Path(sys.argv[1]))):
        if isinstance(event, FeedRead):
            print(event.feed.id, *event.new, flush=True)
asyncio.run(main())
"""


def test_killed_sync_keeps_what_it_told(server: Server, tmp_path: Path) -> None:
    home = workspace(tmp_path)
    for n in range(20):
        many = [(f"기사 {n} 제목 {k}", f"https://a.example/{n}/{k}") for k in range(20)]
        follow(home, server.on(f"/{n}", feed(*many)))
    home.close()
    root = Path(__file__).resolve().parent.parent.parent
    for after in (1, 4, 9):
        process = subprocess.Popen(
            [sys.executable, "-c", SYNC, str(tmp_path)], stdout=subprocess.PIPE, cwd=root
        )
        assert process.stdout is not None
        told = [process.stdout.readline().split() for _ in range(after)]
        os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.communicate()
        assert damage(home.paths.library) is None
        with Library(home.paths.library) as library:
            known = {one.id for one in library.articles.listing(limit=1000)}
        assert {int(number) for line in told for number in line[1:]} <= known
    again = workspace(tmp_path)
    assert asyncio.run(events(again))[-1] == Finished(20, 0, 400 - len(known))
    again.close()


async def test_what_a_stopped_sync_did_not_look_at_is_looked_at_by_the_next(
    server: Server, home: Workspace
) -> None:
    home.library.watches.add("예산안", "ko")
    titles = ("국회 본회의 예산안 처리", "국회, 본회의서 예산안 처리")
    for number, title in enumerate(titles):
        url = server.on(f"/{number}", feed((title, f"https://{number}.example/1")))
        follow(home, url, f"신문 {number}")
    async with aclosing(run.sync(home)) as stopped:
        async for event in stopped:
            if isinstance(event, FeedRead):
                break
    told = await events(home)
    assert {event.title for event in told if isinstance(event, Sighted)} == set(titles)
    assert [one.outlets for one in home.library.articles.listing()] == [2, 2]
    assert not any(isinstance(event, Sighted) for event in await events(home))


async def test_an_outlet_that_nobody_names_is_its_site(server: Server, home: Workspace) -> None:
    titles = ("국회 본회의 내년 예산안 처리", "국회, 본회의서 내년 예산안 처리")
    for n, title in enumerate(titles):
        url = server.on(f"/{n}", feed((title, f"https://www.paper{n}.co.kr/{n}")))
        home.library.feeds.add(url, f"Feed {n}")
    await events(home)
    listed = {one.outlet: one.outlets for one in home.library.articles.listing()}
    assert listed == {"paper0.co.kr": 2, "paper1.co.kr": 2}
