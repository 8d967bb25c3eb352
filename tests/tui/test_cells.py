"""Wrapping: every word on some line, no line too wide, no syllable cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.tui.cells import crop, width_of, wrap

TEXT = st.text(st.sampled_from("가나다라 북한abc XYZ,.…“”()北·1 2e\u0301ᄒ"), max_size=80)


@given(TEXT, st.integers(1, 40))
def test_only_blanks_lie_between_lines(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert all(start <= end for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(
        " ", ""
    )
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@given(TEXT, st.integers(1, 40))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        line = text[start:end]
        assert cell_len(line) <= width or len(line.strip("\u0301")) == 1
        assert line == line.strip(" ")


def test_korean_is_wrapped_between_words() -> None:
    text = "북핵수석대표 협의를 했다"
    assert [text[a:b] for a, b in wrap(text, 13)] == ["북핵수석대표", "협의를 했다"]


def test_a_long_word_is_folded_between_syllables() -> None:
    text = "한반도평화교섭본부장은"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["한반도평", "화교섭본", "부장은"]


def test_a_closing_mark_does_not_start_a_line() -> None:
    text = "“가나다라”"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["“가나다", "라”"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == ((0, 0),)


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("한국은행", 8, "한국은행"),
        ("한국은행", 7, "한국은…"),
        ("한국은행", 6, "한국…"),
        ("가", 0, ""),
    ],
)
def test_crop(text: str, width: int, cut: str) -> None:
    assert crop(text, width) == cut
    assert width_of(cut) <= max(width, 0)
