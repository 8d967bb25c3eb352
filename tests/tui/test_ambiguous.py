"""Terminals with East Asian widths: nothing that they would draw wide reaches them."""

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import Paths, Settings
from newsreader.tui.ambiguous import unambiguous
from newsreader.tui.app import NewsreaderApp
from newsreader.workspace import Workspace


@given(st.text())
def test_nothing_ambiguous_is_left_and_nothing_moves(text: str) -> None:
    shown = unambiguous(text)
    assert len(shown) == len(text)
    assert not [one for one in shown if unicodedata.east_asian_width(one) == "A"]


def test_readable_instead() -> None:
    assert unambiguous("“北” …·① ─│╭▲") == '"北" ⋯･1 -|+^'


async def test_the_whole_screen_is_free_of_them(tmp_path: Path) -> None:
    settings = Settings(ambiguous="wide")
    app = NewsreaderApp(Workspace(Paths.find(tmp_path), settings), "sample")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("right_square_bracket", "enter")
        await pilot.pause()
        drawn = app.export_screenshot()
        lines = [
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        ]
    assert drawn
    assert not [one for line in lines for one in line if unicodedata.east_asian_width(one) == "A"]
