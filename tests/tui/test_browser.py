"""The web browser, one beside the program and one that would take the terminal."""

import sys
import webbrowser
from pathlib import Path

import pytest

from newsreader.tui.browser import open_in_browser
from tests.tui.driving import fill, listing, shown


class Beside(webbrowser.BaseBrowser):
    """A browser with a window of its own; it remembers what it was asked for."""

    asked: str | None = None

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        del new, autoraise
        self.asked = url
        return True


async def test_a_browser_works_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 1)
    browser = Beside()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    async with listing(tmp_path) as (pilot, _):
        await pilot.press("O")
        assert browser.asked == "https://0.example/0"
        assert open_in_browser(pilot.app, "javascript:x") == "This article has no web address."


async def test_a_browser_in_the_terminal_is_not_started_over_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 1)
    seen = tmp_path / "seen"
    writes = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    command = [sys.executable, "-c", writes, str(seen), "%s"]
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser(command))
    async with listing(tmp_path) as (pilot, _):
        # The test's driver has no terminal that it could hand over.
        await pilot.press("O")
        await pilot.pause()
        assert "cannot be opened from within newsreader" in shown(pilot)
        assert not seen.exists()
