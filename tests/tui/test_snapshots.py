"""Pixels: what the main states look like. After a wanted change: ``pytest --snapshot-update``.

The glossary is a small one of their own, so that they change with the screen alone.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from newsreader.config import Paths, Settings
from newsreader.glossary.load import Glossary
from newsreader.tui.app import NewsreaderApp
from newsreader.workspace import Workspace

Compare = Callable[..., bool]

TERMS = Path(__file__).with_name("snapshot_terms.tsv")

STATES: dict[str, tuple[tuple[int, int], str | None, tuple[str, ...], str]] = {
    "reader": ((120, 30), "sample", (), "newsreader-dark"),
    "reader-stacked": ((60, 24), "sample", ("j", "j"), "newsreader-light"),
    "popup": (
        (100, 30),
        "sample",
        (*"jjjjj", *["right_square_bracket"] * 4, "enter"),
        "newsreader-dark",
    ),
    "reveal": ((100, 24), "sample", ("t", "t", "t", "space"), "newsreader-light"),
    "help": ((90, 24), "sample", ("question_mark",), "newsreader-dark"),
    "first-start": ((80, 24), None, (), "newsreader-dark"),
}


class SmallWorkspace(Workspace):
    """A workspace that knows a few terms of the sample."""

    def _read_glossary(self) -> Glossary:
        return Glossary.from_files([TERMS])


@pytest.mark.parametrize("name", STATES)
def test_state(name: str, snap_compare: Compare, tmp_path: Path) -> None:
    size, source, keys, theme = STATES[name]
    app = NewsreaderApp(SmallWorkspace(Paths.find(tmp_path), Settings(theme=theme)), source)
    assert snap_compare(app, terminal_size=size, run_before=_pressing(keys))


def _pressing(keys: tuple[str, ...]) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause(0.3)
        pilot.app.clear_notifications()
        await pilot.pause(0.1)

    return press
