"""Word for word: every word has its English, given terms win, nothing is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match
from newsreader.korean.interlinear import Cell, interlinear
from newsreader.korean.numbers.find import find
from newsreader.korean.numbers.in_english import in_english


def under(text: str, *matches: Match) -> list[tuple[str, str]]:
    return [(cell.surface, cell.under) for cell in interlinear(text, matches=matches)]


def test_each_word_has_its_english_and_its_grammar() -> None:
    assert under("검찰은 혐의를 부인한 대표를 다시 불러 조사했습니다.") == [
        ("검찰은", "prosecution·topic"),
        ("혐의를", "suspicion·obj"),
        ("부인한", "deny·which did"),
        ("대표를", "leader·obj"),
        ("다시", "again"),
        ("불러", "call·and then"),
        ("조사했습니다.", "investigate·past·formal"),
    ]


def test_constructions_are_explained_whole() -> None:
    cells = under("올해 수출은 크게 늘어날 것으로 보인다”고 말했다.")
    assert ("것으로 보인다”고", "it seems that it will·that") in cells
    assert ("위해", "for") in under("집값 안정을 위해")
    assert ("않겠다고", "not·will·that") in under("출마하지 않겠다고 말했다")
    assert ("밝혔다.", "say·past") in under("부인했다고 밝혔다.")


def test_given_terms_win_and_span_words() -> None:
    match = Match(0, 3, "성 김", "Sung Kim")
    (cell, _) = interlinear("성 김은 말했다.", matches=[match])
    assert cell == Cell(0, 4, "성 김은", "Sung Kim", "seong gimeun", ("topic",), is_term=True)


def test_a_verb_made_of_a_term_is_a_verb() -> None:
    match = Match(0, 2, "협의", "consultation")
    assert under("협의했다고", match) == [("협의했다고", "consult·past·that")]


def test_hanja_numbers_and_names_without_meaning() -> None:
    cells = dict(under("美 정부는 엘리자 2조원을 3.5% 늘렸다."))
    assert cells["美"] == "the United States"
    assert cells["2조원을"] == "2 trillion won·obj"
    assert cells["3.5%"] == "3.5%"
    assert cells["엘리자"] == "ellija"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("3조5000억원", "3.5 trillion won"),
        ("3조5123억4567만원", "3,512,345,670,000 won"),
        ("40여 명", "40-odd people"),
        ("두 명", "2 people"),
        ("1명", "1 person"),
        ("2026년 3월 15일", "15 March 2026"),
        ("22일", "22nd"),
        ("5년간", "5 years"),
        ("오전 9시 30분", "09:30"),
        ("제11차", "11th"),
        ("2.5%포인트", "2.5 percentage points"),
        ("올해", ""),
        ("30~40명", "30–40 people"),
        ("3분의 1", "1/3"),
        ("80대", "aged 80–89"),
        ("1990년대", "1990s"),
        ("3박 4일", "3 nights, 4 days"),
        ("1달러", "1 dollar"),
        ("3국이", "3 countries"),
    ],
)
def test_numbers_in_english(text: str, english: str) -> None:
    (found,) = find(text, date(2026, 3, 20))
    assert in_english(found) == english


@given(st.text(alphabet="가나은는을 했다것으로보인3조%명“”고美(),·=", max_size=40), st.data())
def test_no_character_but_blanks_is_lost(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = data.draw(st.lists(places, max_size=3))
    matches = [Match(min(span), max(span), "x", "X") for span in spans if span[0] != span[1]]
    cells = interlinear(text, matches=matches)
    at = 0
    for cell in cells:
        assert not text[at : cell.start].strip()
        assert cell.surface == text[cell.start : cell.end]
        at = cell.end
    assert not text[at:].strip()
