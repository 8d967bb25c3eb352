"""What the tests of translation share: folders, the tiny model, a memory, rows."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import pytest

from newsreader.article import Row, Segment
from newsreader.config import Paths
from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engines.firefox import FirefoxEngine
from newsreader.translate.installing import install_from
from newsreader.translate.models import Model
from tests.translate.server import Server

TINY = Path(__file__).resolve().parent.parent / "fixtures" / "model"

MakeRows = Callable[[Sequence[str]], list[Row]]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.find(tmp_path / "home")


@pytest.fixture
def model(paths: Paths) -> Model:
    """The tiny Korean-English model, installed."""
    return install_from(paths, TINY)


@pytest.fixture
async def firefox(model: Model, paths: Paths) -> AsyncIterator[FirefoxEngine]:
    engine = FirefoxEngine(model, log=paths.logs / "engine.log")
    yield engine
    await engine.close()


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = connect(None)
    yield connection
    connection.close()


@pytest.fixture
def memory(connection: sqlite3.Connection) -> SqliteMemory:
    return SqliteMemory(connection)


@pytest.fixture
def make_rows() -> MakeRows:
    def make(texts: Sequence[str]) -> list[Row]:
        return [
            Row(Segment(number, 0, "paragraph", text), status="pending")
            for number, text in enumerate(texts, 1)
        ]

    return make


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server
