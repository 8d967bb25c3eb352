"""An engine that is asked for other English: what was there is kept when it gives none."""

import json
from pathlib import Path

import pytest

from newsreader.article import Match, Row, Segment
from newsreader.tui.screens.compare import CompareScreen
from tests.translate.server import Asked, Reply, Server
from tests.tui.driving import reading, screen_text, settled

_LONG = (
    "Officials of both sides met on the island in spring to talk about ships, fish, and the price"
    " of salt, agreed on little, praised the weather, and left by the evening ferry; what they had"
    " written down was read to reporters twice, once slowly, before the lights went out at last."
)


def _in_english(asked: Asked) -> Reply:
    texts = json.loads(asked.body)["q"]
    answer = {"translatedText": [_LONG[: len(one) + 9] for one in texts]}
    return Reply(body=json.dumps(answer).encode())


async def test_english_is_not_lost_to_an_engine_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server() as server:
        monkeypatch.setenv("NEWSREADER_LIBRETRANSLATE_URL", server.url)
        server.reply = lambda _: Reply(403)
        async with reading(tmp_path) as (pilot, reader):
            before = list(reader.document.rows)
            reader._translate_with("libretranslate")
            await settled(pilot)
            assert list(reader.document.rows) == before
            assert reader.engine == "sample"
            text = " ".join(" ".join(screen_text(pilot)).split())
            assert "LibreTranslate refused the key" in text
            assert "The English is as it was." in text
            server.reply = _in_english
            reader._translate_with("libretranslate")
            await settled(pilot)
            assert "libretranslate" in {row.engine for row in reader.document.rows}
            await pilot.press("u")
            assert list(reader.document.rows) == before


async def test_what_an_engine_lacks_is_said_once_and_shortly_in_the_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSREADER_DEEPL_KEY", raising=False)
    page = tmp_path / "page.txt"
    page.write_text("정부는 대책을 발표했다. 시장은 환영했다.", encoding="utf-8")
    async with reading(tmp_path, str(page)) as (pilot, reader):
        reader._translate_with("deepl")
        await settled(pilot)
        reasons = {row.reason for row in reader.document.rows}
        assert reasons == {"The engine deepl needs 'key'; e shows the engines."}
        told = [one.message for one in pilot.app._notifications]
        assert any("NEWSREADER_DEEPL_KEY" in message for message in told)


async def test_engines_are_compared_with_what_there_is_and_those_that_answer_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server() as server:
        monkeypatch.setenv("NEWSREADER_LIBRETRANSLATE_URL", server.url)
        server.reply = _in_english
        async with reading(tmp_path, size=(100, 40)) as (pilot, reader):
            reader.workspace.choose_engine("libretranslate")
            await pilot.press("j", "c")
            await settled(pilot)
            text = "\n".join(screen_text(pilot))
            places = [
                text.index(said)
                for said in ("now, by sample", "  libretranslate  ", "Officials of", "  firefox  ")
            ]
            assert places == sorted(places)
            # What differs is seen: terms underlined, figures bold.
            screen = pilot.app.screen
            assert isinstance(screen, CompareScreen)
            row = Row(
                Segment(1, 0, "paragraph", "외교부 14일"),
                en="The ministry of foreign affairs said 14.",
                terms=(Match(0, 3, "외교부", "Ministry of Foreign Affairs"),),
            )
            said = screen._said("firefox", row)
            marked = {(said.plain[one.start : one.end], str(one.style)) for one in said.spans}
            assert ("ministry of foreign affairs", "underline") in marked
            assert ("14", "bold") in marked
            # The last reason is there to its end.
            assert text.rstrip().count("engines.toml.]") == text.count("engines.toml.")
