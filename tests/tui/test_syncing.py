"""Reading feeds from the library screen: a real sync from servers on this machine."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.server import Server, send
from tests.tui.driving import listing, paste, screen_text, settled, shown

RSS = "application/rss+xml"


def feed_of(*titles: str) -> bytes:
    items = "".join(
        f"<item><title>{title}</title><link>https://news.example/{title[-1]}</link></item>"
        for title in titles
    )
    return f'<rss version="2.0"><channel><title>가람</title>{items}</channel></rss>'.encode()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.on("/robots.txt", send(b"", 404))
    yield server
    server.close()


async def test_a_sync_brings_headlines_and_says_so(tmp_path: Path, server: Server) -> None:
    server.on("/rss", send(feed_of("가람시 예산안 의결 1", "가람시 버스 요금 2"), kind=RSS))
    server.on("/gone", send(b"", 404))
    async with listing(tmp_path) as (pilot, home):
        await pilot.press("r")
        await pilot.pause()
        assert "No feed is followed yet" in shown(pilot)
        feeds = home.workspace.library.feeds
        feeds.add(server.url + "/rss", "가람일보")
        feeds.add(server.url + "/gone", "사라진 신문")
        await pilot.press("r")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        text = shown(pilot)
        assert "가람시 예산안 의결 1" in text
        assert "2 new articles. 1 feed could not be read" in text
        assert not home.doing


async def test_a_pasted_address_is_looked_at_and_read_at_once(
    tmp_path: Path, server: Server
) -> None:
    server.on("/rss", send(feed_of("가람시 예산안 의결 1"), kind=RSS))
    async with listing(tmp_path) as (pilot, home):
        await pilot.press("F")
        await pilot.pause()
        await paste(pilot, f"{server.url}/rss")
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "1 followed" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [one.title for one in home.workspace.library.articles.listing()] == [
            "가람시 예산안 의결 1"
        ]


async def test_r_stops_a_sync(tmp_path: Path, server: Server) -> None:
    release = threading.Event()

    def hang(_: object) -> None:
        release.wait(10)

    server.on("/rss", hang)
    async with listing(tmp_path) as (pilot, home):
        home.workspace.library.feeds.add(server.url + "/rss", "느린 신문")
        await pilot.press("r")
        await pilot.pause(0.3)
        assert home.syncing
        assert "feeds 0/1" in shown(pilot)
        await pilot.press("r")
        await pilot.pause()
        release.set()
        await pilot.app.workers.wait_for_complete()
        assert not home.syncing


async def test_feeds_that_rest_are_told_of_and_read_when_asked_once_more(
    tmp_path: Path, server: Server
) -> None:
    server.on("/rss", send(b"", 404))
    async with listing(tmp_path, size=(80, 24)) as (pilot, home):
        home.workspace.library.feeds.add(server.url + "/rss", "가람일보")
        await pilot.press("r")
        await settled(pilot)
        await pilot.press("F")
        await settled(pilot)
        problem = home.workspace.library.feeds.all()[0].problem
        assert problem is not None
        inside = " ".join(line[3:76] for line in screen_text(pilot))
        assert problem in " ".join(inside.split())  # to its end
        await pilot.press("escape", "r")
        await settled(pilot)
        text = " ".join(shown(pilot).split())
        assert "1 feed left to rest; F says why, r again reads all the same." in text
        server.on("/rss", send(feed_of("가람시 예산안 의결 1"), kind=RSS))
        await pilot.press("r")
        await settled(pilot)
        assert "1 new article." in shown(pilot)
