"""English ahead of reading, by the true offline engine with a tiny model, and by nothing else."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.ingest import visit
from newsreader.sync.events import Sighted, Translated
from newsreader.translate.installing import install_from
from newsreader.workspace import Workspace
from tests.fixtures.model.corpus import TRAINED
from tests.ingest.server import Server, send
from tests.sync.feeds import events, feed, follow, page
from tests.translate.conftest import TINY

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fxtranslate") is None, reason="no fxtranslate on this platform"
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(visit, "PACE", 0.0)
    running = Server()
    yield running
    running.close()


async def translated(home: Workspace, server: Server) -> list[Translated]:
    titles = [(ko, f"https://a.example/{n}") for n, (ko, _) in enumerate(TRAINED[:3])]
    follow(home, server.on("/a", feed(*titles)))
    home.library.watches.add(TRAINED[0][1].split()[0].strip(".,"), "en")
    told = await events(home)
    if any(isinstance(event, Translated) for event in told):
        assert any(isinstance(event, Sighted) for event in told)
    return [event for event in told if isinstance(event, Translated)]


async def test_titles_are_translated_where_the_model_is(server: Server, tmp_path: Path) -> None:
    paths = Paths.find(tmp_path)
    install_from(paths, TINY)
    home = Workspace(paths, Settings(prefetch_texts=0, prefetch_titles=2))
    assert len(await translated(home, server)) == 2
    known = {one.title: one.english for one in home.library.articles.listing()}
    assert [known[ko] for ko, _ in TRAINED[:3]].count(None) == 1
    assert {en for en in known.values() if en} <= {en for _, en in TRAINED}
    home.close()


async def test_what_a_stopped_sync_left_is_translated_by_the_next(
    server: Server, tmp_path: Path
) -> None:
    paths = Paths.find(tmp_path)
    home = Workspace(paths, Settings(prefetch_titles=1, prefetch_english=1))
    text = page("제목이다", (ko for ko, _ in TRAINED[3:13]))
    address = server.on("/text", send(text))
    server.on("/robots.txt", send(b"", 404))
    follow(home, server.on("/a", feed(("제목이다", address))))
    await events(home)  # as one that ends before the model is there
    (before,) = home.library.articles.listing()
    assert (before.rows, before.translated) == (11, 0)
    install_from(paths, TINY)
    assert [type(event) for event in await events(home)].count(Translated) == 1
    (after,) = home.library.articles.listing()
    assert after.translated >= 10
    assert [type(event) for event in await events(home)].count(Translated) == 0
    home.close()


async def test_nothing_is_translated_without_the_model(server: Server, tmp_path: Path) -> None:
    settings = Settings(prefetch_texts=0, engine="google")
    home = Workspace(Paths.find(tmp_path), settings)
    home.library.state.set("engine", "google")
    assert await translated(home, server) == []
    home.close()
