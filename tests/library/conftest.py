"""A library of the test's own, and articles to put into it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from newsreader.article import SEOUL, Article, Block, Extraction
from newsreader.library.library import Library


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    with Library(file) as one:
        yield one


def article(
    number: int,
    *paragraphs: str,
    title: str = "",
    outlet: str = "가람일보",
    published: datetime | None = None,
) -> Article:
    """Return an article of ours at an address of its own."""
    title = title or f"제목 {number}"
    blocks = [Block("title", title), *(Block("paragraph", text) for text in paragraphs)]
    return Article(
        tuple(blocks),
        Extraction("text"),
        url=f"https://news.example/{number}",
        outlet=outlet,
        published=published or datetime(2026, 11, 1 + number % 28, 9, tzinfo=SEOUL),
    )
