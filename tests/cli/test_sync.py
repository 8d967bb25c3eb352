"""``newsreader sync``, ``feeds`` and ``watch`` as a user runs them."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.commands import newsreader
from tests.ingest.server import Server, send
from tests.sync.feeds import feed

AHEAD = {"NEWSREADER_PREFETCH_TEXTS": "0"}


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def titles(listed: str) -> list[str]:
    """Return the lines of a list without the feeds' numbers."""
    return [line[4:] for line in listed.splitlines()]


def test_feeds_of_the_catalogue_are_chosen_by_words() -> None:
    assert newsreader("feeds").code == 1
    assert "https://www.yna.co.kr/rss/politics.xml" in newsreader("feeds", "catalogue", "정치").out
    added = newsreader("feeds", "add", "연합뉴스 정치", "https://www.hani.co.kr/rss/")
    assert added.code == 0
    assert len(added.out.splitlines()) == 2
    listed = newsreader("feeds", "list").out
    assert "연합뉴스 정치" in listed
    assert "\n* 한겨레\t전체" in "\n" + newsreader("feeds", "catalogue", "한겨레").out
    assert newsreader("feeds", "remove", listed.split()[0]).code == 0
    assert len(newsreader("feeds").out.splitlines()) == 1
    assert newsreader("feeds", "add", "없는신문").code == 2
    assert newsreader("feeds", "remove", "99").code == 2


def test_lists_of_feeds_go_out_and_in(tmp_path: Path) -> None:
    newsreader("feeds", "add", "경향신문")
    exported = newsreader("feeds", "export")
    file = tmp_path / "feeds.opml"
    file.write_text(exported.out, encoding="utf-8")
    again = newsreader("feeds", "import", file)
    assert again.out.startswith("0 feeds are new, ")
    other = {"NEWSREADER_HOME": str(tmp_path / "other")}
    assert newsreader("feeds", "import", file, environment=other).code == 0
    assert titles(newsreader("feeds", environment=other).out) == titles(newsreader("feeds").out)
    assert newsreader("feeds", "import", tmp_path / "none.opml").code == 3


def test_sync_tells_what_is_new_and_what_was_watched_for(server: Server) -> None:
    assert newsreader("sync").code == 2
    where = server.on("/rss", feed(("여야 추경 협상을 재개", "https://a.example/1")))
    page = f'<link rel="alternate" type="application/rss+xml" href="{where}">'.encode()
    server.on("/", send(page))
    added = newsreader("feeds", "add", server.url + "/", environment=AHEAD)
    assert (added.code, where in added.out) == (0, True), added.err
    assert newsreader("watch", "add", "협상", "tariff").code == 0
    assert newsreader("watch").out.splitlines() == ["en  tariff", "ko  협상"]
    done = newsreader("sync", "--json", "--watch-words", environment=AHEAD)
    told = [json.loads(line) for line in done.out.splitlines()]
    assert [one["event"] for one in told] == ["sighted", "finished"]
    assert (told[0]["word"], told[0]["sentence"]) == ("협상", "여야 추경 협상을 재개")
    assert done.code == 0
    again = newsreader("sync", "--json", environment=AHEAD)
    assert again.code == 1
    assert [json.loads(line)["event"] for line in again.out.splitlines()] == [
        "started", "feed-read", "finished",
    ]  # fmt: skip
    server.on("/rss", send(b"", 404))
    failed = newsreader("sync", environment=AHEAD)
    assert failed.code == 3
    assert "does not exist (404). It rests until" in failed.err
    assert "does not exist (404). (1 in a row)" in newsreader("feeds").out
    assert newsreader("watch", "remove", "협상").code == 0
    assert newsreader("watch", "remove", "협상").code == 2


def test_a_sync_that_goes_on_is_not_disturbed() -> None:
    from newsreader.sync.lock import Lock

    newsreader("feeds", "add", "한겨레21")
    with Lock(Path(os.environ["NEWSREADER_HOME"]) / "library.sync"):
        done = newsreader("sync")
    assert (done.code, "Another newsreader" in done.err) == (1, True)
