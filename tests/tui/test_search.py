"""Finding text in an article: both columns, case, blanks, initial consonants, forms of verbs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Row, Segment
from newsreader.korean.analyser import available
from newsreader.tui.search import Hit, find_all, next_hit
from tests.tui.driving import reading, screen_text, settled, shown


def row(number: int, ko: str, en: str | None = None) -> Row:
    return Row(Segment(number, 0, "paragraph", ko), en)


ROWS = [
    row(1, "한반도 정세를 논의했다.", "They discussed the Korean  Peninsula."),
    row(2, "한미 정상이 만났다.", None),
    row(3, "억지·단념·외교", "Deterrence, dissuasion and diplomacy"),
]


def test_both_columns_whatever_the_case() -> None:
    assert find_all(ROWS, "DETERRENCE") == [Hit(2, "english", 0, 10)]
    assert find_all(ROWS, "korean peninsula") == [Hit(0, "english", 19, 36)]
    assert [hit.row for hit in find_all(ROWS, "한")] == [0, 1]


def test_initial_consonants() -> None:
    edges = [row(1, "가깋 까낗 ㄱ하힣")]
    assert find_all(edges, "ㄱㄱ ㄲㄲ") == [Hit(0, "korean", 0, 5)]
    assert find_all(edges, "ㄱㅎㅎ") == [Hit(0, "korean", 6, 9)]
    assert find_all(ROWS, "ㅎㅂㄷ") == [Hit(0, "korean", 0, 3)]
    assert find_all(ROWS, "ㅎㅁ ㅈㅅ") == [Hit(1, "korean", 0, 5)]


def test_what_looks_like_a_pattern_is_text() -> None:
    assert find_all([row(1, "값이 (약) 3.5% 올랐다")], "(약) 3.5") == [Hit(0, "korean", 3, 10)]
    assert find_all(ROWS, ".*") == []


@given(st.text(max_size=20), st.text(max_size=5))
def test_every_hit_is_what_was_wanted(ko: str, wanted: str) -> None:
    for hit in find_all([row(1, ko)], wanted):
        found = ko[hit.start : hit.end]
        assert len(found) > 0
        assert hit.end <= len(ko)


def test_next_goes_round() -> None:
    hits = [Hit(1, "korean", 0, 1), Hit(4, "korean", 0, 1)]
    assert [next_hit(hits, at, 1) for at in (0, 1, 4)] == [hits[0], hits[1], hits[0]]
    assert [next_hit(hits, at, -1) for at in (4, 1)] == [hits[0], hits[1]]
    assert next_hit([], 0, 1) is None


async def test_enter_and_k_explain_what_was_found(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await settled(pilot)
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"ㄷㅂㅌㅂㄷㅍ", "enter")
        await pilot.pause()
        assert reader.document.term is not None
        assert reader.document.term.term == "대북특별대표"
        await pilot.press("escape", "slash")
        await pilot.pause()
        await pilot.press(*"강행", "enter")
        await pilot.pause()
        assert reader.document.row is not None
        assert reader.document.word is not None
        assert reader.document.row.ko[slice(*reader.document.word)] == "강행할"


async def test_searching_finds_in_both_columns_and_leaves_no_trace(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"ironclad")
        await pilot.pause()
        assert reader.document.row is not None
        assert "ironclad" in (reader.document.row.en or "")
        assert "1 found" in reader.bar.text
        await pilot.press("escape")
        await pilot.pause()
        assert reader.document.row.id == 1
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"nuclear", "enter")
        await pilot.pause()
        first = reader.document.row.id
        await pilot.press("n")
        second = reader.document.row.id
        assert second > first
        await pilot.press("N")
        assert reader.document.row.id == first


async def test_going_through_what_was_found_says_how_far(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("slash", *"the", "enter", "g", "g")
        found = len(reader.find("the"))
        in_first = sum(hit.row == 0 for hit in reader.find("the"))
        await pilot.press("n")
        await pilot.pause()
        foot = screen_text(pilot)[-1]
        assert f" {in_first + 1}" in foot
        assert f" of {found} found" in foot


async def test_a_search_without_a_hit_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, _):
        await pilot.press("n")
        await pilot.pause()
        assert "Nothing was searched for yet" in shown(pilot)
        await pilot.press("slash", *"zzz", "enter")
        await pilot.pause()
        assert "“zzz” is nowhere in this article." in shown(pilot)


@pytest.mark.skipif(not available(), reason="needs the analyser")
async def test_search_finds_a_verb_in_all_its_forms(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("slash", *"열리다")
        await settled(pilot)
        found = [reader.document.rows[hit.row].ko[hit.start : hit.end] for hit in reader._hits]
        assert any("열렸" in one or "열린" in one for one in found)
        assert not any("열리다" in row.ko for row in reader.document.rows)


async def test_esc_puts_a_search_away_before_it_leaves(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("slash", *"envoy", "enter", "escape")
        await settled(pilot)
        assert pilot.app.screen is reader
        assert not reader.document._hits
        await pilot.press("n")
        assert "Nothing was searched for yet" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert pilot.app.screen is not reader
