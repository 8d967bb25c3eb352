"""The border: whatever comes in, nothing that a terminal acts on goes through."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsreader.text import clean, clean_line, has_hangul

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@given(st.text())
def test_nothing_a_terminal_acts_on_survives(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)


def test_brackets_markup_and_line_breaks_are_text() -> None:
    text = "[서울=한빛통신] [b]굵게[/b]\r\n[@click=app.quit]여기[/]\u2028끝"
    assert clean(text) == "[서울=한빛통신] [b]굵게[/b]\n[@click=app.quit]여기[/]\n끝"


def test_escape_sequences_lose_their_escape() -> None:
    assert clean("\x1b]52;c;aGk=\x07\x9b31m제목\x1b[0m") == "]52;c;aGk=31m제목[0m"


def test_blanks_become_one_space() -> None:
    assert clean("  한\u00a0국 \u3000\t은행  \n  총재 ") == "한 국 은행\n총재"


def test_decomposed_hangul_is_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "한국은행")) == "한국은행"


def test_has_hangul() -> None:
    assert has_hangul("EU와")
    assert not has_hangul("EU 北")
