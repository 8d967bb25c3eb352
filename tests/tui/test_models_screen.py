"""Models inside the app, fetched from a server on this machine that stands for Mozilla's."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from newsreader.config import Paths, Settings
from newsreader.translate import installing
from newsreader.translate.installing import Offer, install_from
from newsreader.translate.models import installed, models
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens.engines import EnginesScreen
from newsreader.tui.screens.home import HomeScreen
from newsreader.tui.screens.models import ModelsScreen
from newsreader.workspace import Workspace
from tests.translate.conftest import TINY
from tests.translate.server import Asked, Reply, Server
from tests.translate.test_models import FIRST, PACKED, cut_at, ranged, tiny_offer
from tests.tui import driving
from tests.tui.driving import paste, until


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.find(tmp_path / "app")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture(autouse=True)
def offer(server: Server, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """What there is to fetch: the tiny model, on the loopback server."""
    offer = tiny_offer(server.url)
    monkeypatch.setattr(installing, "OFFER", offer)
    return offer


@asynccontextmanager
async def app_at(paths: Paths) -> AsyncIterator[Pilot[None]]:
    app = NewsreaderApp(Workspace(paths, Settings(prefetch_texts=0)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        yield pilot
    app.workspace.close()


def shown(pilot: Pilot[None]) -> str:
    """Return the words on the screen, however their lines are broken."""
    return " ".join(driving.shown(pilot).replace("│", " ").split())


async def test_choosing_the_offline_engine_offers_its_model_and_fetches_it(
    server: Server, paths: Paths, offer: Offer
) -> None:
    server.reply = ranged
    async with app_at(paths) as pilot:
        await pilot.press("e", "enter")
        assert isinstance(pilot.app.screen, ModelsScreen)
        text = shown(pilot)
        for said in ("tiny", "MB to fetch from 127.0.0.1", "licence MIT", "are free"):
            assert said in text
        assert not server.asked  # nothing before Enter
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        model = installed(paths)
        assert model is not None
        assert model.name == offer.name
        assert isinstance(pilot.app, NewsreaderApp)
        assert pilot.app.workspace.engine_name() == "firefox"


async def test_a_fetch_that_is_stopped_goes_on_from_there(
    server: Server, paths: Paths, offer: Offer
) -> None:
    half = len(PACKED[FIRST]) // 2

    def stalling(asked: Asked) -> Reply:
        reply = ranged(asked)
        return Reply(reply.status, reply.body, reply.headers, len(reply.body) - half, stall=60)

    server.reply = stalling
    async with app_at(paths) as pilot:
        await pilot.press("M", "enter")
        await until(pilot, lambda: "Esc stops" in shown(pilot))
        await pilot.press("escape")
        await pilot.app.workers.wait_for_complete()
        assert "goes on from here" in shown(pilot)
        await until(pilot, lambda: "of it are here" in shown(pilot))
        assert installing.fetched(paths, offer) == half
        server.reply = ranged
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert server.asked[-2].headers["range"] == f"bytes={half}-"
        assert [model.name for model in models(paths)] == ["tiny"]


async def test_what_goes_wrong_is_said_in_a_sentence_and_enter_tries_again(
    server: Server, paths: Paths
) -> None:
    server.reply = cut_at(50_000, ranged)
    async with app_at(paths) as pilot:
        await pilot.press("M", "enter")
        await until(pilot, lambda: "Enter tries again" in shown(pilot))
        assert "The connection to http://127.0.0.1" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert installed(paths) is not None


async def test_models_are_added_chosen_and_removed(paths: Paths) -> None:
    first = install_from(paths, TINY)
    other = paths.models.parent / "other"
    other.mkdir()
    for name in first.files:
        (other / name).write_bytes((first.directory / name).read_bytes())
    manifest = (first.directory / "manifest.json").read_text("utf-8")
    (other / "manifest.json").write_text(manifest.replace(first.name, "second"), "utf-8")
    async with app_at(paths) as pilot:
        await pilot.press("M", "o")
        await paste(pilot, str(paths.models.parent / "nowhere"))
        await pilot.press("enter")
        await until(pilot, lambda: "is no folder" in shown(pilot))
        await pilot.press("o")
        await paste(pilot, str(other))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert installed(paths) == next(one for one in models(paths) if one.name == "second")

        await pilot.press("e", "m")
        choices = pilot.app.screen.query_one(OptionList)
        assert choices.highlighted_option is not None
        assert choices.highlighted_option.id == "second"
        choices.highlighted = choices.get_option_index(first.name)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert installed(paths) == first

        await pilot.press("M", "d")
        assert first.directory.is_dir()
        assert "d once more removes" in shown(pilot)
        await pilot.press("d")
        assert not first.directory.exists()
        assert [model.name for model in models(paths)] == ["second"]
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_palette_knows_the_models(paths: Paths) -> None:
    async with app_at(paths) as pilot:
        await pilot.press("ctrl+p", *"offline models")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModelsScreen))
        await pilot.press("escape")
        await pilot.press("e")
        assert isinstance(pilot.app.screen, EnginesScreen)
