"""Processes that translate into one library: killed, two at once, on a full disk."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from tests.translate.numbered import english_of, google_page
from tests.translate.server import Asked, Reply, Server

ROOT = Path(__file__).resolve().parents[2]
App = Callable[..., "subprocess.Popen[str]"]

PROGRAM = """
    import asyncio, sys
    from pathlib import Path
    from newsreader.article import Row, Segment
    from newsreader.library.database import connect
    from newsreader.library.memory import SqliteMemory
    from newsreader.translate.engine import Context
    from newsreader.translate.engines.google import GoogleEngine, Limits
    from newsreader.translate.pipeline import Translation

    async def main(library, url, count):
        rows = [
            Row(Segment(n, 0, "paragraph", f"{n}번째 문장이다."), status="pending")
            for n in range(1, count + 1)
        ]
        engine = GoogleEngine(base_url=url, limits=Limits(spacing=0, read=10))
        memory = SqliteMemory(connect(Path(library)))
        BEFORE
        async for row in Translation(rows, engine, memory, context=Context()):
            codes = [warning.code for warning in row.warnings]
            print(row.id, row.status, row.en, *codes, sep="|", flush=True)
        await engine.close()

    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
"""


@pytest.fixture
def app(tmp_path: Path, server: Server) -> Iterator[App]:
    """Return what starts a process that translates into the library ``tmp_path/library.db``."""
    running: list[subprocess.Popen[str]] = []

    def start(count: int, before: str = "pass") -> "subprocess.Popen[str]":
        program = textwrap.dedent(PROGRAM).replace("BEFORE", before)
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path / "library.db"), server.url, str(count)],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def kept(tmp_path: Path) -> dict[str, str]:
    connection = connect(tmp_path / "library.db")
    found = {entry.ko: entry.en for entry in SqliteMemory(connection)}
    connection.close()
    return found


async def test_an_app_that_is_killed_keeps_what_was_finished(
    tmp_path: Path, server: Server, app: App
) -> None:
    count = 0

    def reply(asked: Asked) -> Reply:
        nonlocal count
        count += 1
        page = google_page(asked)
        return page if count <= 2 else Reply(body=page.body, delay=30)

    server.reply = reply
    process = app(50)
    assert process.stdout is not None
    for _ in range(20):
        process.stdout.readline()
    process.kill()
    process.wait()
    before = kept(tmp_path)
    assert len(before) == 20
    assert all(en == english_of(ko) for ko, en in before.items())

    server.reply = google_page
    asked = len(server.asked)
    lines = app(50).communicate(timeout=30)[0].splitlines()
    assert sum("|cached|" in line for line in lines) == 20
    assert len(server.asked) - asked == 3
    assert len(kept(tmp_path)) == 50


def test_two_apps_at_once(tmp_path: Path, server: Server, app: App) -> None:
    server.reply = google_page
    connect(tmp_path / "library.db").close()
    outputs = [one.communicate(timeout=60)[0] for one in [app(30), app(30)]]
    for output in outputs:
        lines = output.splitlines()
        assert len(lines) == 30
        for line in lines:
            number, status, english = line.split("|")
            assert status in {"translated", "cached"}
            assert english == english_of(f"{number}번째")
    assert len(kept(tmp_path)) == 30


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_full_disk_stops_the_memory_and_not_the_translation(
    tmp_path: Path, server: Server, app: App
) -> None:
    server.reply = google_page
    app(5).communicate(timeout=30)
    size = (tmp_path / "library.db").stat().st_size
    # From here on no file may grow beyond what the library and a little of its log take.
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    output = app(200, limit).communicate(timeout=60)[0].splitlines()
    assert len(output) == 200
    assert all(line.split("|")[2] == english_of(f"{line.split('|')[0]}번째") for line in output)
    assert sum("not-kept" in line for line in output) == 1
    after = kept(tmp_path)
    assert 5 <= len(after) < 200
    assert all(en == english_of(ko) for ko, en in after.items())
    assert len(app(200).communicate(timeout=60)[0].splitlines()) == 200
    assert len(kept(tmp_path)) == 200
