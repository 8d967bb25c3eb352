"""The library screen through Textual's own test driver, on real libraries."""

from pathlib import Path

import pytest

from newsreader.library.listing import Filter
from newsreader.tui.screens.home import HomeScreen
from newsreader.tui.screens.reader import ReaderScreen
from tests.tui.driving import fill, listing, settled, shown


def title(home: HomeScreen) -> str:
    assert home.headlines.current is not None
    return home.headlines.current.title


async def test_an_empty_library_says_what_to_do_and_enter_opens_the_sample(tmp_path: Path) -> None:
    async with listing(tmp_path) as (pilot, _):
        assert "Your library is empty" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_headlines_are_listed_newest_first_and_markup_is_text(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        text = shown(pilot)
        assert "12 articles" in text
        assert "[속보] 가람시 예산안 0호 의결" in text
        assert title(home).endswith("0호 의결")
        await pilot.press("5", "j")
        assert title(home).endswith("5호 의결")
        await pilot.press("G")
        assert title(home).endswith("11호 의결")
        await pilot.press("g", "g")
        assert title(home).endswith("0호 의결")


async def test_the_korean_keyboard_moves_too(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        await pilot.press("ㅓ", "ㅓ")
        await pilot.pause()
        assert title(home).endswith("2호 의결")


async def test_a_source_narrows_the_list_and_is_remembered(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        await pilot.press("tab")
        at = home._column.get_option_index("outlet:누리일보")
        home._column.highlighted = at
        await pilot.pause()
        await pilot.press("enter")
        assert home.headlines.has_focus
        assert home.headlines.count == 4
        assert title(home).endswith("1호 의결")
    async with listing(tmp_path) as (_, home):
        assert home.headlines.count == 4


async def test_escape_goes_back_to_everything_and_never_out(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        await pilot.press("tab")
        home._column.highlighted = home._column.get_option_index("outlet:누리일보")
        await pilot.pause()
        await pilot.press("escape")
        assert home.headlines.has_focus
        assert home.headlines.count == 4
        await pilot.press("escape")
        assert home.headlines.count == 12
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.is_running and pilot.app.screen is home
        assert "q leaves newsreader." in shown(pilot)


async def test_a_narrow_window_shows_the_sources_only_when_asked(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path, size=(60, 20)) as (pilot, _):
        assert "Starred" not in shown(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert "Starred" in shown(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert "Starred" not in shown(pilot)


async def test_what_the_reader_does_is_kept_and_can_be_undone(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        articles = home.workspace.library.articles
        await pilot.press("j", "asterisk")
        await pilot.pause()
        assert [one.title[-5:] for one in articles.listing(Filter(starred=True))] == ["1호 의결"]
        await pilot.press("d")
        await pilot.pause()
        assert articles.count() == 11
        assert title(home).endswith("2호 의결")
        await pilot.press("u")
        await pilot.pause()
        assert articles.count() == 12
        await pilot.press("u")
        await pilot.pause()
        assert not articles.listing(Filter(starred=True))
        await pilot.press("u")
        assert articles.count() == 12


async def test_read_marks_and_the_next_unread(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        articles = home.workspace.library.articles
        await pilot.press("N", "N")
        await pilot.pause()
        assert articles.count(Filter(read=False)) == 10
        await pilot.press("g", "g", "n")
        assert title(home).endswith("2호 의결")
        await pilot.press("U")
        await pilot.pause()
        assert home.headlines.count == 10
        await pilot.press("A")
        await pilot.pause()
        assert "Nothing here" in shown(pilot)
        await pilot.press("u")
        await pilot.pause()
        assert home.headlines.count == 10


async def test_a_tag_is_given_and_taken_away(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        for expected in (["예산"], []):
            await pilot.press("number_sign")
            await pilot.pause()
            await pilot.press(*"예산", "enter")
            await pilot.pause()
            assert [one.name for one in home.workspace.library.articles.tags()] == expected


async def test_only_what_is_shown_is_read_from_a_large_library(tmp_path: Path) -> None:
    fill(tmp_path, 3_000)
    async with listing(tmp_path) as (pilot, home):
        assert len(home.headlines._pages) <= 1
        await pilot.press("G")
        await pilot.pause()
        assert title(home).endswith("2999호 의결")
        assert len(home.headlines._pages) <= 2


@pytest.mark.parametrize("size", [(40, 8), (72, 24), (240, 80), (20, 5)])
async def test_every_line_is_as_wide_as_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    fill(tmp_path, 30)
    async with listing(tmp_path, size=size) as (pilot, home):
        await pilot.press("t", "j", "asterisk")
        await pilot.pause()
        strips = home._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {size[0]}
        if size[0] >= 40:
            assert "호 의결" in shown(pilot) or "가람시" in shown(pilot)


async def test_a_click_moves_and_a_second_one_opens(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        await pilot.click(home.headlines, offset=(20, 3))
        assert title(home).endswith("3호 의결")
        await pilot.click(home.headlines, offset=(20, 3))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_english_headlines_come_from_the_memory_without_an_engine(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, home):
        home.workspace.correct(
            "[속보] 가람시 예산안 1호 의결", "Garam City passes budget bill No. 1"
        )
        await pilot.press("t")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Garam City passes budget bill No. 1" in shown(pilot)
        assert home.workspace.library.articles.listing()[1].english is not None


async def test_what_an_empty_list_says_is_whole_in_a_narrow_window(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path, size=(60, 20)) as (pilot, _):
        await pilot.press("A", "U")
        await settled(pilot)
        text = " ".join(shown(pilot).split())
        assert "U shows what was read too, r fetches what is new." in text
