"""The reader through Textual's own test driver: state first, then the text on the screen."""

import asyncio
from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.screens.help import HelpScreen
from newsreader.tui.screens.home import HomeScreen
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.workspace import Workspace
from tests.tui.driving import reading, screen_text, settled, shown


async def test_the_sample_opens_with_its_english(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        assert {row.status for row in reader.document.rows} == {"sample"}
        text = shown(pilot)
        assert "북핵수석대표" in text
        assert "nuclear envoys" in text
        assert "28/28" in text


async def test_moving_lays_nothing_out_and_draws_two_rows(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        document = reader.document
        before = document.layouts_made
        drawn = len(document._strips)
        await pilot.press("j")
        await pilot.pause()
        assert document.row is not None
        assert document.row.id == 2
        assert document.layouts_made == before
        assert len(document._strips) <= drawn + 1
        await pilot.press("5", "j")
        assert document.row.id == 7
        await pilot.press("k", "g", "g")
        await pilot.pause()
        assert document.row.id == 1
        await pilot.press("G")
        assert document.row.id == 28
        assert document.layouts_made == before


async def test_the_row_under_the_cursor_is_always_in_view(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(80, 12)) as (pilot, reader):
        for key in ["j"] * 30 + ["k"] * 10 + ["pagedown", "pageup", "ctrl+d", "G", "home"]:
            await pilot.press(key)
            await pilot.pause()
            row = reader.document.row
            assert row is not None
            assert any(line.startswith(f">{row.id:>3}") for line in screen_text(pilot)), key


async def test_of_several_notices_none_is_lost(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        notices = ["The first file is damaged.", "The second is missing."]
        reader.tell_notices(notices)
        assert notices == []
        await pilot.pause()
        (said,) = pilot.app._notifications
        assert said.message == "! The first file is damaged.\nThe second is missing."


async def test_views(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("t")
        await pilot.pause()
        assert "envoys" not in shown(pilot)
        await pilot.press("t")
        await pilot.pause()
        text = shown(pilot)
        assert "envoys" in text
        assert "수석대표" not in text
        await pilot.press("t")
        await pilot.pause()
        assert "envoys" not in shown(pilot)
        await pilot.press("space")
        await pilot.pause()
        assert "envoys" in shown(pilot)
        await pilot.press("space", "t")
        await pilot.pause()
        assert "envoys" in shown(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert reader.document.arrangement.view == "both"
        assert "envoys" in shown(pilot)


async def test_resizing_keeps_the_row_and_every_syllable(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("9", "j")
        for width, height in ((40, 12), (240, 80), (71, 24), (72, 24), (20, 5), (120, 40)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            row = reader.document.row
            assert row is not None
            assert row.id == 10
            for strip in pilot.app.screen._compositor.render_strips():
                assert sum(segment.cell_length for segment in strip) == width


async def test_the_place_is_remembered(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, _):
        await pilot.press("7", "j")
    async with reading(tmp_path) as (_, reader):
        assert reader.document.row is not None
        assert reader.document.row.id == 8


async def test_the_korean_keyboard(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("ㅓ", "ㅓ")
        await settled(pilot)
        assert reader.document.row is not None
        assert reader.document.row.id == 3


async def test_help_lists_and_filters(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, _):
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Next sentence" in shown(pilot)
        await pilot.press(*"divide")
        await pilot.pause()
        text = shown(pilot)
        assert "Wider Korean" in text
        assert "Next sentence" not in text
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReaderScreen)


@pytest.mark.parametrize(
    ("opened", "key", "told"),
    [
        ("T", "question_mark", "j ↓ Down"),
        ("e", "question_mark", "m Offline models"),
        ("M", "question_mark", "d Del Remove"),
        ("Y", "f1", "Enter Select"),
        ("c", "question_mark", "j ↓ Scroll Down"),
        ("E", "f1", "Ctrl-s Keep"),
        ("i", "f1", "Ctrl-s Keep"),
        ("ctrl+s", "f1", "Esc Back"),
    ],
)
async def test_a_window_knows_its_keys(tmp_path: Path, opened: str, key: str, told: str) -> None:
    async with reading(tmp_path, size=(100, 60)) as (pilot, reader):
        await pilot.press(opened)
        await pilot.pause()
        window = pilot.app.screen
        assert window is not reader
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        assert told in " ".join(shown(pilot).split())
        assert "Next sentence" not in shown(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is window


async def test_from_an_empty_library_to_the_sample_and_back(tmp_path: Path) -> None:
    app = NewsreaderApp(Workspace(Paths.find(tmp_path), Settings()), None)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert "Your library is empty" in shown(pilot)
        seen: list[type[object]] = []
        for key in ("enter", "q", "enter"):
            await pilot.press(key)
            await settled(pilot)
            seen.append(type(app.screen))
        assert seen == [ReaderScreen, HomeScreen, ReaderScreen]
        await pilot.press("q")
        await pilot.pause()
        assert "한미 북핵수석대표" in shown(pilot)


async def test_markup_in_a_page_is_text(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "[속보] [the300] 국회 [/속보] 통과\n\n[서울=한빛통신] [b]굵게[/b] 정부는 3일 법안을 냈다고 "
        "밝혔다. [@click=app.quit]여기[/]를 눌러라 하고 그는 말했다.\n",
        encoding="utf-8",
    )
    async with reading(tmp_path, str(page)) as (pilot, _):
        text = "".join(screen_text(pilot))
        for piece in ("[the300]", "[서울=한빛통신]", "[b]굵게[/b]", "[@click=app.quit]"):
            assert piece in text


async def test_without_an_engine_every_row_says_why(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("새 다리 개통\n\n가람시는 5일 새 다리를 열었다고 밝혔다.\n", encoding="utf-8")
    async with reading(tmp_path, str(page)) as (pilot, reader):
        assert all(row.status == "untranslated" for row in reader.document.rows)
        text = " ".join(screen_text(pilot))
        assert "가람시는 5일" in text
        assert "no engine yet: e chooses one" in text
        await pilot.press("exclamation_mark")
        assert "Nothing was translated yet; e chooses an engine." in shown(pilot)


async def test_an_engine_is_chosen_and_online_ones_need_consent(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("e")
        await pilot.pause()
        text = shown(pilot)
        assert "ONLINE" in text
        assert "stays on this machine" in text
        await pilot.press("escape")
        await pilot.pause()
        assert reader.workspace.library.state.get("engine") is None


async def test_the_palette_knows_the_commands_and_their_keys(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, _):
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"wider kor")
        await asyncio.sleep(0.3)
        await pilot.pause()
        assert "Wider Korean" in shown(pilot)
        await pilot.press("escape", "ctrl+p", *"rev")
        await asyncio.sleep(0.3)
        await pilot.pause()
        assert "Revisions" in shown(pilot)
        await pilot.press("escape", "ctrl+p", *"dark and the light")  # words of a help
        await asyncio.sleep(0.3)
        await pilot.pause()
        assert "Dark or light" in shown(pilot)


async def test_every_theme_can_be_read(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        for name in ("newsreader-light", "ansi-dark", "dracula", "newsreader-dark"):
            pilot.app.theme = name
            await pilot.pause()
            assert "북핵수석대표" in shown(pilot)
        assert reader.workspace.library.state.get("theme") == "newsreader-dark"


@pytest.mark.parametrize(("key", "listed"), [("T", "외교부"), ("O", "대화의 문은")])
async def test_lists_go_to_their_rows(tmp_path: Path, key: str, listed: str) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press(key)
        await pilot.pause()
        assert listed in shown(pilot)
        await pilot.press(*"jjjjjj", "enter")  # the headline has five terms
        await pilot.pause()
        assert pilot.app.screen is reader
        assert reader.document.index > 0


async def test_dragging_selects_in_one_column_and_copies_whole_text(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        layout = reader.document._layout
        assert layout is not None
        for column, text in (
            (layout.columns.korean, [row.ko for row in reader.document.rows[:2]]),
            (layout.columns.english, [row.en or "" for row in reader.document.rows[:2]]),
        ):
            first, last = layout.text_top(0), layout.text_top(1)
            await pilot.mouse_down(reader.document, offset=(column, first))
            await pilot.hover(reader.document, offset=(column + 20, first))
            await pilot.hover(reader.document, offset=(column + 3, last))
            await pilot.mouse_up(reader.document, offset=(column + 3, last))
            await pilot.pause()
            copied = pilot.app.clipboard
            assert copied.startswith(text[0])
            assert copied.splitlines()[1] == text[1][: len(copied.splitlines()[1])]
            assert len(copied.splitlines()) == 2


async def test_ones_own_english_is_kept_and_can_be_taken_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        before = reader.document.rows[1].en
        await pilot.press("j", "i")
        await pilot.pause()
        await pilot.press(*" Indeed", "ctrl+s")
        await pilot.pause()
        row = reader.document.rows[1]
        assert (row.en, row.status) == (f"{before} Indeed", "edited")
    async with reading(tmp_path) as (pilot, reader):
        row = reader.document.rows[1]
        assert (row.en, row.status) == (f"{before} Indeed", "edited")
        await pilot.press("i")
        await pilot.pause()
        await pilot.press(*" so", "ctrl+s")
        await pilot.pause()
        assert reader.document.rows[1].en == f"{before} Indeed so"
        await pilot.press("u")
        await pilot.pause()
        assert reader.document.rows[1].en == f"{before} Indeed"


async def test_comparing_without_a_model_names_the_key(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, _):
        await pilot.press("c")
        await settled(pilot)
        text = " ".join(shown(pilot).split())
        assert "The offline model is not installed; e shows the engines." in text
        assert "--engine" not in text


async def test_a_view_that_hides_english_is_named_when_an_article_opens(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, _):
        await pilot.press("t", "t", "t")
    async with reading(tmp_path) as (pilot, _):
        assert "Space shows it for a sentence; t changes the view" in shown(pilot)
