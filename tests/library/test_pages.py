"""Kept pages: what was read comes back whole, and stands in when a server does not answer."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.errors import LibraryError, SourceError
from newsreader.ingest import visit
from newsreader.ingest.page import Page
from newsreader.library.articles import Articles, Headline
from newsreader.library.database import connect
from newsreader.library.pages import LARGEST, Pages
from newsreader.sample import sample_article
from newsreader.workspace import Workspace
from tests.ingest import pages as layouts
from tests.ingest.server import HTML, Server, send

WHEN = datetime(2024, 5, 12, 0, 30, tzinfo=UTC)
PAGE = Page("https://news.example/1", HTML, "text/html", WHEN, '"1"', "a date")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def _article(file: Path, url: str = PAGE.url) -> int:
    article = replace(sample_article(), url=url)
    return Articles(connect(file)).keep(article, also=["https://short.example/a"]).id


def test_a_page_comes_back_as_it_was(file: Path) -> None:
    pages = Pages(connect(file))
    number = _article(file)
    pages.keep(number, PAGE)
    assert pages.get(number) == PAGE
    for address in ("https://short.example/a", PAGE.url):
        found = pages.find(address)
        assert found is not None
        assert (found.article, found.fetched, found.page) == (number, WHEN, PAGE)
    assert pages.find("https://news.example/2") is None
    assert pages.get(number + 1) is None


def test_only_the_newest_page_is_kept(file: Path) -> None:
    pages = Pages(connect(file))
    number = _article(file)
    pages.keep(number, PAGE)
    newer = replace(PAGE, content=b"<p>newer</p>", fetched=WHEN + timedelta(days=1))
    pages.keep(number, newer)
    assert pages.get(number) == newer
    assert list(pages.addresses()) == [(number, PAGE.url)]


def test_a_page_beyond_all_measure_is_not_kept(file: Path) -> None:
    pages = Pages(connect(file))
    number = _article(file)
    pages.keep(number, PAGE)
    pages.keep(number, replace(PAGE, content=b"x" * (LARGEST + 1)))
    assert pages.get(number) is None
    found = pages.find(PAGE.url)
    assert found is not None
    assert (found.article, found.page) == (number, None)


def test_pages_are_packed_and_go_with_their_article(file: Path) -> None:
    connection = connect(file)
    number = _article(file)
    Pages(connection).keep(number, PAGE)
    (size,) = connection.execute("SELECT length(content) FROM page").fetchone()
    assert size < len(HTML) * 0.7
    connection.execute("DELETE FROM article WHERE id = ?", (number,))
    assert connection.execute("SELECT count(*) FROM page").fetchone() == (0,)


def test_a_damaged_page_is_said(file: Path) -> None:
    connection = connect(file)
    pages = Pages(connection)
    number = _article(file)
    pages.keep(number, PAGE)
    for damaged in (b"\0", b"", zlib.compress(HTML)[:-9], zlib.compress(b"x" * 9_000_000)):
        connection.execute("UPDATE page SET content = ?", (damaged,))
        with pytest.raises(LibraryError, match="is damaged"):
            pages.get(number)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(visit, "PACE", 0.0)
    monkeypatch.setattr(visit, "RETRIES", 0)
    running = Server()
    yield running
    running.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    one = Workspace(Paths.find(str(tmp_path / "home")), Settings())
    yield one
    one.close()


async def test_an_article_is_read_again_without_its_server(
    server: Server, workspace: Workspace
) -> None:
    server.on("/short", send(b"", 302, Location="/news/1001"))
    url = server.on("/news/1001", send())
    kept = await workspace.open(server.url + "/short")
    server.close()
    for address in (url, server.url + "/short"):
        assert await workspace.open(address) == kept
        assert "cannot be reached" in workspace.notices[-1]
        assert "this is the copy of 2" in workspace.notices[-1]
    with pytest.raises(SourceError, match="cannot be reached"):
        await workspace.open(server.url + "/news/1002")


async def test_an_article_that_was_taken_down_can_still_be_read(
    server: Server, workspace: Workspace
) -> None:
    kept = await workspace.open(server.on("/1", send()))
    url = server.on("/1", send(b"", 404))
    assert await workspace.open(url) == kept
    assert "does not exist (404); this is the copy" in workspace.notices[-1]


async def test_an_article_that_has_not_changed_is_not_sent_again(
    server: Server, workspace: Workspace
) -> None:
    url = server.on("/1", send(ETag='"1"'))
    kept = await workspace.open(url)
    server.on("/1", send(b"", 304))
    assert await workspace.open(url) == kept
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    assert workspace.notices == []


async def test_files_of_markup_are_kept_and_texts_are_not(
    tmp_path: Path, workspace: Workspace
) -> None:
    saved, text = tmp_path / "page.html", tmp_path / "page.txt"
    saved.write_bytes(HTML)
    text.write_text(f"{layouts.TITLE}\n\n{layouts.PARAGRAPHS[0]}", encoding="utf-8")
    one, two = await workspace.open(str(saved)), await workspace.open(str(text))
    page = workspace.library.pages.get(one.id)
    assert page is not None
    assert (page.url, page.content) == (saved.as_uri(), HTML)
    assert workspace.library.pages.get(two.id) is None


async def test_a_damaged_page_does_not_keep_its_article_from_being_read(
    server: Server, workspace: Workspace
) -> None:
    url = server.on("/1", send())
    kept = await workspace.open(url)
    damaged = connect(workspace.paths.library)
    damaged.execute("UPDATE page SET content = x'00'")
    damaged.close()
    assert await workspace.open(url) == kept
    assert "is damaged" in workspace.notices[-1]
    assert workspace.library.pages.get(kept.id) is not None


async def test_a_headline_is_fetched_when_it_is_opened(
    server: Server, workspace: Workspace
) -> None:
    server.on("/short", send(b"", 302, Location="/news/1001"))
    server.on("/news/1001", send())
    articles = workspace.library.articles
    (added,) = articles.add_headlines([Headline(server.url + "/short", "제목", section="정치")])
    assert workspace.open_local(str(added.id)) is None
    kept = await workspace.open(str(added.id))
    assert kept.id == added.id
    assert (await workspace.article(str(added.id))) == kept.article
    listed = articles.listed(added.id)
    assert (listed.read, listed.section, listed.rows > 1) == (True, "정치", True)
    server.close()
    assert workspace.open_local(str(added.id)) == kept
