"""Finding as one types, on a real library."""

from pathlib import Path

from textual.widgets import Input

from newsreader.tui.screens.find import FindScreen
from newsreader.tui.screens.help import HelpScreen
from newsreader.tui.screens.reader import ReaderScreen
from tests.tui.driving import fill, listing, shown


async def test_what_is_typed_is_found_at_once_and_opens_at_its_row(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, _):
        await pilot.press("s")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("q", "slash")
        await pilot.pause()
        find = pilot.app.screen
        assert isinstance(find, FindScreen)
        assert "words that stand together" in shown(pilot)
        await pilot.press(*"가상자산")
        await pilot.pause()
        text = shown(pilot)
        assert "1 found" in text
        assert "가상자산" in text
        row = find._hits[0].row
        await pilot.press("enter")
        await pilot.pause()
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.document.row is not None
        assert reader.document.row.id == row
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "가상자산"


async def test_operators_orders_and_what_is_wrong_are_told(tmp_path: Path) -> None:
    fill(tmp_path)
    async with listing(tmp_path) as (pilot, _):
        await pilot.press("slash")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, FindScreen)
        field = screen.query_one(Input)
        for typed, said in (
            ("예산안 outlet:누리일보", "4 found, newest first"),
            ("예산안 -1호", "found"),
            ("없는말", "Nothing was found for 없는말"),
            ("ㅇㅅㅇ", "Initial consonants find words within one article."),
            ("date:never", "date:"),
            ("", "words that stand together"),
        ):
            field.value = typed
            await pilot.pause()
            assert said in shown(pilot)
        await pilot.press("f1")
        await pilot.pause()
        help_screen = pilot.app.screen_stack[-1]
        assert isinstance(help_screen, HelpScreen)
        assert "Ctrl-o F11 Order" in " ".join(shown(pilot).split())
        await pilot.press("escape")
        field.value = "예산안"
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "best first" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, FindScreen)
