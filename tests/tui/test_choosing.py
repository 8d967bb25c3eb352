"""Lists to choose from: the keys that move in them, with the Korean keyboard as well, and hints."""

from pathlib import Path

import pytest
from textual.containers import Vertical
from textual.widgets import OptionList

from newsreader.tui.widgets.bars import KeyHints
from tests.tui.driving import reading, screen_text


async def test_keys_of_vim_and_of_the_korean_keyboard_move_in_a_list(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(80, 24)) as (pilot, reader):
        await pilot.press("T")
        lines = pilot.app.screen.query_one(OptionList)
        last = lines.option_count - 1
        for key, index in [("j", 1), ("ㅓ", 2), ("ㅏ", 1), ("G", last), ("g", 0), ("저", 1)]:
            await pilot.press(key)
            await pilot.pause()
            assert lines.highlighted == index, key
        await pilot.press("space")
        assert (lines.highlighted or 0) > 5
        await pilot.press("ㅂ")
        await pilot.pause()
        assert pilot.app.screen is reader


@pytest.mark.parametrize("key", ["T", "Y", "e", "M"])
async def test_a_list_says_what_can_be_done(tmp_path: Path, key: str) -> None:
    async with reading(tmp_path, size=(80, 24)) as (pilot, _):
        await pilot.press(key)
        await pilot.pause()
        assert str(pilot.app.screen.query_one(Vertical).border_subtitle).endswith("Esc back")


@pytest.mark.parametrize("columns", [16, 40, 60, 80, 120])
async def test_help_and_the_way_out_are_hinted_at_in_any_window(
    tmp_path: Path, columns: int
) -> None:
    async with reading(tmp_path, size=(columns, 24)) as (pilot, reader):
        reader.query_one(KeyHints).clear()
        await pilot.pause()
        foot = screen_text(pilot)[-1]
        assert foot.endswith("q back  ? help")
