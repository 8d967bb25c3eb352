"""Popups: looking up further inside them, and by the pointer."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsreader.article import Match
from newsreader.dictionaries.entry import Facts, Headword, Source
from newsreader.korean.analyser import available
from newsreader.korean.word import explain
from newsreader.tui.explain import explain_word, korean_words
from newsreader.tui.screens.looking_up import _HOVER
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.tui.widgets.bars import KeyHints
from tests.tui.driving import Running, popup_is_open, reading, screen_text, settled, shown

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
        text = shown(pilot)
        assert "in-person talks" in text
        assert "South Korean, U.S. chief nuclear envoys" in text


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


async def test_the_popup_explains_follows_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("5", "j", "right_square_bracket", "enter")
        await pilot.pause()
        assert popup_is_open(reader)
        place = reader.document.scroll_offset
        first = reader.document.term
        assert first is not None
        assert first.en.split()[0] in shown(pilot)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert popup_is_open(reader)
        assert reader.document.term != first
        await pilot.press("escape")
        assert not popup_is_open(reader)
        assert reader.document.scroll_offset == place
        assert isinstance(pilot.app.screen, ReaderScreen)


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40), (200, 50)])
async def test_a_popup_covers_neither_its_word_nor_the_edge(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size=size) as (pilot, reader):
        for _ in range(25):
            await pilot.press("right_square_bracket")
            if not reader.popup.is_open:
                await pilot.press("enter")
            await pilot.pause()
            box, popup = reader.document.spot_box(), reader.popup.region
            assert box is not None
            top = box.y + reader.document.region.y
            assert popup.bottom <= top or popup.y >= top + box.height
            assert pilot.app.screen.region.contains_region(popup)


async def test_the_mouse(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        layout = reader.document._layout
        assert layout is not None
        index = next(n for n, row in enumerate(reader.document.rows) if row.terms)
        term = reader.document.rows[index].terms[0]
        y, start = layout.find(index, term.start)
        x = layout.columns.korean + layout.indent(index) + 2 * (term.start - start)
        await pilot.click(reader.document, offset=(x, y))
        await pilot.pause()
        assert reader.document.term == term
        assert reader.popup.is_open


async def test_a_word_is_explained_at_once_and_better_with_the_analyser(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("7", "j", "l", "K")
        await pilot.pause()
        assert popup_is_open(reader)
        assert "this" in shown(pilot)
        await pilot.press("l", "l")
        await settled(pilot)
        text = shown(pilot)
        assert "북한" in text
        await pilot.press("escape")
        assert not popup_is_open(reader)


async def test_the_reader_s_own_dictionaries_are_shown_with_their_names(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        entry = Headword("이번", ("[bold]this[/bold] time",))
        source = Source(Facts("Our [words]", "TSV"), iter([entry]))
        reader.workspace.dictionaries.add(source)
        await pilot.press("7", "j", "l", "K")
        await pilot.pause()
        assert "Our [words]: [bold]this[/bold] time" in shown(pilot)


async def test_how_a_sentence_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        index = next(n for n, row in enumerate(reader.document.rows) if "예정이다" in row.ko)
        reader.document.move_to(index)
        await pilot.press("s")
        await pilot.pause()
        assert popup_is_open(reader)
        assert "planned" in shown(pilot)
        await pilot.press("s")
        assert not popup_is_open(reader)


@pytest.mark.skipif(not available(), reason="kiwipiepy is not installed")
async def test_going_on_to_the_next_word_does_not_stop_the_analyser(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("7", "j", "K")
        await pilot.pause()
        await pilot.press("j", "K", "K")
        await settled(pilot)
        assert len(reader._morphemes) == 2
        assert all(reader._morphemes.values())
        assert "still looking" not in shown(pilot)


async def test_how_sentences_are_said_is_marked_while_it_is_wanted(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(120, 60)) as (pilot, reader):
        index = next(n for n, row in enumerate(reader.document.rows) if "예정이다" in row.ko)
        reader.document.move_to(index)
        await pilot.press("w")
        await settled(pilot)
        reader.document.move_to(index - 1)
        for width in (120, 40):
            await pilot.resize_terminal(width, 60)
            await settled(pilot)
            assert any("~ is due to" in line for line in screen_text(pilot))
            assert "예정이다" in "".join(screen_text(pilot)).replace(" ", "")
    async with reading(tmp_path, size=(40, 60)) as (pilot, reader):
        reader.document.move_to(index - 1)
        await settled(pilot)
        assert any("~ " in line for line in screen_text(pilot))
        await pilot.press("w")
        await settled(pilot)
        assert not any("~ " in line for line in screen_text(pilot))


async def test_terms_that_are_not_known_yet_are_not_said_to_be_none(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        rows = reader.document.rows
        reader.document.update_rows([replace(row, terms=()) for row in rows])
        reader.terms_known = False
        for key in ("right_square_bracket", "enter"):
            reader.query_one(KeyHints).clear()
            await pilot.press(key)
            await pilot.pause()
            assert "still being looked for" in shown(pilot)
