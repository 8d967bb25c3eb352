"""What the reader shows where there is no article: what is going on, and what to do."""

import asyncio
import re
from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.library.articles import Headline
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.tui.widgets.skeleton import Skeleton
from newsreader.workspace import Workspace
from tests.tui.driving import reading, screen_text, settled, until


async def test_an_article_on_its_way_is_called_by_its_headline(tmp_path: Path) -> None:
    async def never(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(never, "127.0.0.1")
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/1"
    workspace = Workspace(Paths.find(tmp_path), Settings(fetch_timeout=60))
    (added,) = workspace.library.articles.add_headlines([Headline(address, "가람시 예산안 의결")])
    app = NewsreaderApp(workspace, str(added.id))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        lines = screen_text(pilot)
        assert lines[0] == " ‹ 가람시 예산안 의결"
        assert lines[2] == "  Opening 가람시 예산안 의결 …"
        assert lines[4].endswith(" q stops it.")
        skeleton = app.screen.query_one(Skeleton)
        assert skeleton.region.y > 4
        assert skeleton.region.bottom == 29
        told = re.compile(r"  \d+ s; it may take up to 60 s\. q stops it\.")
        await until(pilot, lambda: told.fullmatch(screen_text(pilot)[4]) is not None)
        await pilot.press("q")
        await app.workers.wait_for_complete()
        assert not isinstance(app.screen, ReaderScreen)
    server.close()
    workspace.close()


async def test_a_text_without_korean_says_so_and_no_skeleton_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Nothing here.", encoding="utf-8")
    app = NewsreaderApp(Workspace(Paths.find(tmp_path), Settings()), str(page))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "R tries again" in " ".join(screen_text(pilot)))
        await settled(pilot)
        text = " ".join(" ".join(screen_text(pilot)).split())  # the path fills a line or two
        assert "has no Korean in it" in text
        assert "R tries again, q goes back to the library." in text
        assert screen_text(pilot)[-1] == " q back  ? help"  # nothing else is of use here
        assert not app.screen.query_one(Skeleton).display
    app.workspace.close()


async def test_an_empty_library_names_the_keys_that_the_reader_has(tmp_path: Path) -> None:
    app = NewsreaderApp(Workspace(Paths.find(tmp_path), Settings(keymap="plain")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = screen_text(pilot)
        assert (
            "    F9 or Enter   read the sample, with English beside it; no network needed" in lines
        )
        assert "    Shift-F7      fetch the offline engine's model (44 MB)" in lines
        assert lines[-1] == " Enter read  F3 open  F6 feeds  Ctrl-x quit  ? help"
    app.workspace.close()


@pytest.mark.parametrize("size", [(40, 8), (60, 20), (240, 80)])
async def test_every_window_is_whole_in_a_small_and_in_a_large_terminal(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size=size) as (pilot, reader):
        for key in ("T", "Q", "O", "Y", "S", "e", "M", "c", "i", "E", "a", "question_mark"):
            await pilot.press(key)
            await pilot.pause()
            frame = pilot.app.screen.children[0].region
            assert pilot.app.screen is not reader, key
            assert pilot.app.screen.region.contains_region(frame), key
            strips = pilot.app.screen._compositor.render_strips()
            corners = [
                strips[y].crop(x, x + 1).text
                for y in (frame.y, frame.bottom - 1)
                for x in (frame.x, frame.right - 1)
            ]
            assert corners == list("╭╮╰╯"), key
            await pilot.press("escape")
            await pilot.pause()
