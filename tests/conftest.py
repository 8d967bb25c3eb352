"""What all tests share: a home of their own, no network, and real input when it is there."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Time belongs in benchmarks: a machine with other work to do must not fail a test. In CI the
# examples are the same every time; whoever develops gets new ones at every run.
settings.register_profile("newsreader", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("newsreader")

# Hundreds of tests start newsreader anew, which is not to be compiled every time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder with real input beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Name folders for the tests to live in. Few need one, and none is made before it is used."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the library and the settings of whoever runs it."""
    monkeypatch.setenv("NEWSREADER_HOME", str(next(_homes)))


@pytest.fixture(scope="session", autouse=True)
def _surroundings() -> Iterator[None]:
    """Run the tests under the same variables everywhere."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.lower(), raising=False)
        yield


@pytest.fixture(scope="session")
def _opened() -> Iterator[list[sqlite3.Connection]]:
    """All connections to databases that the running test has opened so far."""
    connect = sqlite3.connect
    opened: list[sqlite3.Connection] = []

    def remembered(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(sqlite3, "connect", remembered)
        yield opened


@pytest.fixture(autouse=True)
def _close_libraries(_opened: list[sqlite3.Connection]) -> Iterator[None]:
    """Close what a test left open: Python 3.13 warns of it, in whatever test comes next."""
    yield
    while _opened:
        with suppress(sqlite3.ProgrammingError):  # made in a thread of its own
            _opened.pop().close()


@pytest.fixture(scope="session", autouse=True)
def _loopback_only() -> Iterator[None]:
    """Fail a test that speaks to anything but this machine."""
    connect = socket.socket.connect

    def checked(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(socket.socket, "connect", checked)
        yield
