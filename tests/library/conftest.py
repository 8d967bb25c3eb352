"""A library of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.library.library import Library


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    with Library(file) as one:
        yield one
