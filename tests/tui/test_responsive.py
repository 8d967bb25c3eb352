"""The window never waits: neither for an engine at work nor for a long article."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from newsreader.child import Child
from newsreader.config import Paths, Settings
from newsreader.translate.engine import Answer, Capabilities, Context, Engine, EngineInfo, Request
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.workspace import Workspace
from tests.tui import busy_worker

TEXT = "바쁜 엔진\n\n" + " ".join(f"정부는 {n}일 새 대책을 발표했다고 밝혔다." for n in range(1, 9))


class BusyEngine:
    """A local engine whose process computes for 0.4 s over every sentence."""

    info = EngineInfo("busy", "busy", local=True, sends="Nothing is sent.", limits="Slow.")
    capabilities = Capabilities()
    version = "1"

    def __init__(self, log: Path) -> None:
        self._child = Child("tests.tui.busy_worker", [], name=busy_worker.NAME, log=log)

    async def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        del context
        for request in requests:
            answer = await self._child.ask({"ko": request.text})
            yield Answer(request.id, answer["en"])

    async def close(self) -> None:
        await self._child.close()


class BusyWorkspace(Workspace):
    """A workspace whose engine is the busy one."""

    def engine_name(self, *_: object) -> str:
        return "busy"

    def open_engine(self, name: str) -> Engine:
        del name
        return BusyEngine(self.paths.logs / "busy.log")


async def test_the_event_loop_beats_while_the_engine_computes(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    app = NewsreaderApp(BusyWorkspace(Paths.find(tmp_path), Settings()), str(page))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        beats: list[int] = []
        done = 0
        while not all(row.en for row in reader.document.rows):
            before = done
            count = 0
            while done == before and not all(row.en for row in reader.document.rows):
                await asyncio.sleep(0.01)
                count += 1
                done = sum(row.en is not None for row in reader.document.rows)
            beats.append(count)
            # A key pressed while the engine computes is answered before the engine is.
            at = reader.document.row
            assert at is not None
            await pilot.press("j" if at.id < 5 else "k")
            now = reader.document.row
            assert now is not None
            assert now.id != at.id
        # 0.4 s of computing is 40 beats; a loop that waited for the engine would have one.
        assert min(beats[1:-1]) >= 8


async def test_leaving_the_article_ends_its_engine(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    app = NewsreaderApp(BusyWorkspace(Paths.find(tmp_path), Settings()), str(page))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.3)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("q")
        await app.workers.wait_for_complete()
        assert not isinstance(app.screen, ReaderScreen)
