"""Popups: looking up further inside them, and by the pointer."""

from pathlib import Path

import pytest

from newsreader.article import Match
from newsreader.korean.analyser import available
from newsreader.korean.word import explain
from newsreader.tui.explain import explain_word, korean_words
from newsreader.tui.screens.looking_up import _HOVER
from newsreader.tui.screens.reader import ReaderScreen
from tests.tui.test_reader import Running, popup_is_open, reading, screen_text, settled

ENVOY = "한반도평화교섭본부장"


async def open_envoy(pilot: Running) -> None:
    await pilot.press("4", "j", "right_square_bracket", "right_square_bracket", "enter")
    await pilot.pause()
    while ENVOY not in popup_text(pilot).splitlines()[0]:
        await pilot.press("right_square_bracket")
        await pilot.pause()


def popup_text(pilot: Running) -> str:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return "\n".join(str(line) for line in pilot.app.screen.popup._lines)


def test_each_korean_word_of_a_popup_is_offered_once_but_not_its_headword() -> None:
    text = "외교부\nMinistry\nalso: 외교부 X; 본부장 Y; 본부장 Z"
    assert [text[slice(*span)] for span in korean_words(text)] == ["본부장"]


async def test_looking_up_inside_a_popup_and_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await open_envoy(pilot)
        place = reader.document.index
        first = popup_text(pilot)
        await pilot.press("f", "enter")
        await pilot.pause()
        second = popup_text(pilot)
        assert second != first
        assert second.splitlines()[0] in first
        await pilot.press("f", "enter", "ctrl+o")
        await pilot.pause()
        assert popup_text(pilot) == second
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert popup_text(pilot) == first
        assert reader.document.index == place
        await pilot.press("escape")
        assert not popup_is_open(reader)


async def test_a_popup_too_long_for_its_window_scrolls(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(60, 14)) as (pilot, reader):
        await open_envoy(pilot)
        last = popup_text(pilot).splitlines()[-1]
        assert not any(last in line for line in screen_text(pilot))
        place = reader.document.index
        for _ in range(12):
            await pilot.press("space")
        await pilot.pause()
        assert any(last in line for line in screen_text(pilot)) or reader.document.index != place


async def test_a_popup_leaves_the_english_beside_it_free(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await open_envoy(pilot)
        columns = reader.document.columns
        assert columns is not None
        assert reader.popup.region.right <= columns.english


async def test_the_pointer_explains_a_term_after_a_while_and_takes_it_away(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        match = reader.document.rows[0].terms[0]
        box = reader.document.box_of(0, (match.start, match.end))
        assert box is not None
        await pilot.hover(reader.document.__class__, offset=(box.x + 1, box.y))
        await pilot.pause()
        assert not popup_is_open(reader)
        await pilot.pause(_HOVER + 0.2)
        assert popup_is_open(reader)
        assert match.en in popup_text(pilot)
        assert reader.document.term is None
        await pilot.hover(reader.document.__class__, offset=(90, 20))
        await settled(pilot)
        assert not popup_is_open(reader)


async def test_a_double_click_explains_the_word(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        row = reader.document.rows[6]
        start = row.ko.index("얼굴을")
        box = reader.document.box_of(6, (start, start + 3))
        assert box is not None
        await pilot.click(reader.document.__class__, offset=(box.x + 1, box.y), times=2)
        await settled(pilot)
        assert popup_is_open(reader)
        assert "얼굴" in popup_text(pilot)
        assert reader.document.word == (start, start + 3)


async def test_the_english_of_a_term_is_found_in_another_form(tmp_path: Path) -> None:
    async with reading(tmp_path) as (_, reader):
        match = Match(0, 2, "장관", "minister")
        start, end = reader.document.english_of_term(match, "The ministers met.") or (0, 0)
        assert (start, end) == (4, 13)
        assert reader.document.english_of_term(match, "They met.") is None


async def test_the_word_for_word_view_says_what_words_mean(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("t", "t", "t", "t")
        await settled(pilot)
        assert reader.document.arrangement.view == "interlinear"
        text = "\n".join(screen_text(pilot))
        assert "in-person talks" in text
        assert "South Korean, U.S. chief nuclear envoys" in text


@pytest.mark.skipif(not available(), reason="needs the analyser")
async def test_search_finds_a_verb_in_all_its_forms(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("slash", *"열리다")
        await settled(pilot)
        found = [reader.document.rows[hit.row].ko[hit.start : hit.end] for hit in reader._hits]
        assert any("열렸" in one or "열린" in one for one in found)
        assert not any("열리다" in row.ko for row in reader.document.rows)


async def test_a_popup_says_in_how_many_articles_its_term_was_seen(tmp_path: Path) -> None:
    file = tmp_path / "기사.txt"
    file.write_text("외교부가 밝혔다.\n\n외교부는 회담이 열렸다고 전했다.", "utf-8")
    home = tmp_path / "home"
    async with reading(home, str(file)) as (pilot, _):
        await pilot.press("right_square_bracket", "enter")
        await pilot.pause()
        assert "in sentences 1, 2 · seen in 1 article" in popup_text(pilot)
    async with reading(home, str(file)) as (pilot, reader):  # the same article counts once
        assert reader.times_seen("외교부") == 1
    file.write_text("외교부가 다른 소식을 알렸다.", "utf-8")
    async with reading(home, str(file)) as (pilot, _):
        await pilot.press("right_square_bracket", "enter")
        await pilot.pause()
        assert "in sentence 1 · seen in 2 articles" in popup_text(pilot)


async def test_words_end_at_brackets_quotation_marks_and_dots(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        walked = []
        for _ in range(10):
            await pilot.press("l")
            walked.append(reader.document.rows[0].ko[slice(*reader.document.word or (0, 0))])
        assert walked[4:9] == ["만에", "대면", "협의", "北", "도발엔"]
        await pilot.press("3", "j", "l", "l", "h", "l")
        assert reader.document.rows[3].ko[slice(*reader.document.word or (0, 0))] == "왼쪽"


def test_what_the_parts_would_mean_is_left_out_where_a_term_says_what_the_whole_does() -> None:
    word = explain("대북특별대표와", 0, 7)
    assert word.derivation
    whole = Match(0, 6, "대북특별대표", "Special Representative for North Korea", "preferred")
    part = Match(0, 2, "대북", "toward North Korea", "preferred")
    told = {
        name: explain_word(word, [match], waiting=False).plain
        for name, match in (("whole", whole), ("part", part))
    }
    assert "\n1. " not in told["whole"]
    assert "\n1. " in told["part"]
