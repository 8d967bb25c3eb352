"""Finding text in rows: both columns, case, blanks, initial consonants."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Row, Segment
from newsreader.tui.search import Hit, find_all, initials, next_hit


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
    assert initials("한반도 G20 北") == "ㅎㅂㄷ G20 北"
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
