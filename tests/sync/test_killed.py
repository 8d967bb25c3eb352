"""A sync that is killed at any moment, with its children, alone, or only they.

``NEWSREADER_KILLS=200 pytest tests/sync/test_killed.py`` kills so often, each time within two
seconds (``NEWSREADER_KILLED_WITHIN``) of the start.
"""

import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from newsreader.config import Paths
from newsreader.library.database import damage
from newsreader.library.library import Library
from newsreader.library.listing import Filter
from newsreader.translate.installing import install_from
from tests.fixtures.model.corpus import TRAINED
from tests.ingest.server import Server, send
from tests.sync.feeds import feed, page
from tests.translate.conftest import TINY

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fxtranslate") is None, reason="no fxtranslate on this platform"
)

KILLS = int(os.environ.get("NEWSREADER_KILLS", "2"))
ROOT = Path(__file__).resolve().parents[2]
FEEDS, NEW = 2, 2  # articles in each feed that are new each time
LONGEST = float(os.environ.get("NEWSREADER_KILLED_WITHIN", "2"))  # seconds


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    running.on("/robots.txt", send(b"", 404))
    yield running
    running.close()


class Paper:
    """Feeds that have new articles before every sync."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._items: list[list[tuple[str, str]]] = [[] for _ in range(FEEDS)]
        self.feeds = [server.on(f"/feed/{n}", feed()) for n in range(FEEDS)]
        self.all: set[str] = set()

    def appear(self) -> None:
        for n, items in enumerate(self._items):
            for _ in range(NEW):
                number = len(self.all)
                title = f"{TRAINED[number % 100][0]} {number}호"
                texts = (TRAINED[(number + one) % 110][0] for one in range(10))
                url = self._server.on(f"/{n}/{number}", send(page(title, texts)))
                items.append((title, url))
                self.all.add(url)
            self._server.on(f"/feed/{n}", feed(*items))


def start(home: Path) -> subprocess.Popen[str]:
    limits = {"NEWSREADER_PREFETCH_TEXTS": "5000", "NEWSREADER_PREFETCH_ENGLISH": "5000",
              "NEWSREADER_PREFETCH_TITLES": "5000"}  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "tests.sync.syncer"],
        cwd=ROOT,
        env={**os.environ, **limits, "NEWSREADER_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def killed(process: subprocess.Popen[str], delay: float, chance: random.Random) -> list[Any]:
    """Kill some or all of a sync after a while; return what it told. None of it lives on."""
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        family = [psutil.Process(process.pid)]
        family += family[0].children(recursive=True)
        chosen = chance.choice([family, family[:1], family[:0:-1] or family])
    else:
        family = chosen = []
    for one in chosen:
        one.kill()
    if chosen and process.pid not in {one.pid for one in chosen}:
        time.sleep(delay / 4)  # goes on without its children
        process.kill()
    out, _ = process.communicate()
    _, alive = psutil.wait_procs(family[1:], timeout=10)
    assert not alive
    return [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith("\n")]


def check_told(library: Library, told: list[Any]) -> None:
    """Find in the library what was told."""
    for event in told:
        match event["event"]:
            case "feed-read":
                for number in event["new"]:
                    library.articles.listed(number)
            case "text-read":
                assert event["reason"] is None
                kept = library.articles.get(event["article"])
                assert library.articles.listed(event["article"]).rows == 11
                assert len(kept.article.blocks) == 11
                assert library.pages.get(event["article"]) is not None
            case "translated":
                assert library.articles.listed(event["article"]).translated >= event["rows"]
            case "sighted":
                assert event["word"] in library.watches.sightings(event["article"])


def test_nothing_told_is_lost_and_the_next_sync_finishes(server: Server, tmp_path: Path) -> None:
    chance = random.Random(5)
    paths = Paths.find(tmp_path / "home")
    install_from(paths, TINY)
    paper = Paper(server)
    with Library(paths.library) as library:
        for url in paper.feeds:
            library.feeds.add(url, url)
        library.watches.add("발표하다", "ko")
    told: list[Any] = []
    for _ in range(KILLS):
        paper.appear()
        told += killed(start(tmp_path / "home"), chance.uniform(0, LONGEST), chance)
        assert damage(paths.library) is None
    process = start(tmp_path / "home")
    out, complaints = process.communicate()
    told += map(json.loads, out.splitlines())
    assert complaints == ""
    assert told[-1] == {"event": "finished", "read": FEEDS, "failed": 0, "new": told[-1]["new"]}
    with Library(paths.library) as library:
        check_told(library, told)
        kept = library.articles.listing(limit=100_000)
        assert {one.address for one in kept} == paper.all
        assert {one.rows for one in kept} == {11}
        assert all(one.translated >= 10 for one in kept)
        verb = {one.id for one in kept if "발표했다" in one.title}
        sighted = library.articles.listing(Filter(watch="발표하다"), limit=100_000)
        assert verb <= {one.id for one in sighted}
