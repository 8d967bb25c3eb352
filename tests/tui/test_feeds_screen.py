"""Choosing feeds, on a real library."""

from pathlib import Path

from newsreader.tui.screens.feeds import FeedsScreen
from tests.ingest.server import Server
from tests.sync.feeds import feed
from tests.tui.driving import listing, paste, shown


async def test_a_feed_of_the_catalogue_is_followed_and_left_again(tmp_path: Path) -> None:
    async with listing(tmp_path) as (pilot, home):
        feeds = home.workspace.library.feeds
        await pilot.press("F")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FeedsScreen)
        await pilot.press(*"한겨레 정치")
        await pilot.pause()
        assert "0 followed" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        (added,) = feeds.all()
        assert (added.outlet, added.section) == ("한겨레", "정치")
        assert "1 followed" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert not feeds.all()
        await pilot.press("enter", "escape")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert home.is_active
        assert f"feed:{added.url}" in {one.key for one in home._sources}


async def test_an_address_where_nothing_is_says_why(tmp_path: Path) -> None:
    async with listing(tmp_path, size=(80, 24)) as (pilot, home):
        await pilot.press("F")
        await pilot.pause()
        await paste(pilot, "http://127.0.0.1:9/rss.xml")
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "cannot be reached" in shown(pilot)
        assert not home.workspace.library.feeds.all()


async def test_several_addresses_are_given_one_after_another(tmp_path: Path) -> None:
    server = Server()
    urls = [server.on(f"/{n}", feed((f"제목 {n}", f"https://a.example/{n}"))) for n in (1, 2)]
    async with listing(tmp_path) as (pilot, home):
        await pilot.press("F")
        await pilot.pause()
        for url in urls:
            await paste(pilot, url)
            await pilot.press("enter")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        assert {one.url for one in home.workspace.library.feeds.all()} == set(urls)
    server.close()


async def test_a_feed_that_fails_says_why(tmp_path: Path) -> None:
    async with listing(tmp_path) as (pilot, home):
        feeds = home.workspace.library.feeds
        added = feeds.add("https://news.example/rss.xml", "[새벽] 전체")
        feeds.failed(added.id, added.added, "It does not exist (404).")
        await pilot.press("F")
        await pilot.pause()
        text = shown(pilot)
        assert "[새벽] 전체" in text
        assert "It does not exist (404)." in text
