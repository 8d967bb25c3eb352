"""Large Korean numbers in plain digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.numbers.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("원유 280만 배럴을", "원유 2,800,000배럴을"),
        ("1조 2천억 원이다", "1,200,000,000,000원이다"),
        ("3천4백여 명이", "3,400여 명이"),
        ("2천여만 원", "20,000,000여 원"),
        ("3~4만 명", "30,000~40,000명"),
        ("1조2천억~1조5천억원", "1,200,000,000,000~1,500,000,000,000원"),
        ("2.3억 달러(약 3,180억 원)", "230,000,000달러(약 318,000,000,000원)"),
        ("만 원짜리", "10,000원짜리"),
        ("삼백여 명", "300여 명"),
        ("210만 조회를", "2,100,000 조회를"),
        ("2만 경기", "20,000 경기"),
        ("$3억을", "$300,000,000을"),
        ("수십만 명", "수십만 명"),
        ("제3조와 만약", "제3조와 만약"),
        ("25일 1만307가구", "25일 10,307가구"),
        ("7천500만 명", "75,000,000명"),
    ],
)
def test_numbers_are_rewritten(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.integers(1, 9999), st.sampled_from(["만", "억", "조"]))
def test_the_value_is_kept(number: int, unit: str) -> None:
    size = {"만": 10**4, "억": 10**8, "조": 10**12}[unit]
    assert normalise(f"{number}{unit} 원을") == f"{number * size:,}원을"


FIGURE = st.from_regex(r"[1-9][0-9]{0,3}(만|억|조|천만|백)? ?(원|명|개)(은|을|이)?", fullmatch=True)


@given(st.lists(FIGURE, max_size=6).map(" 또 ".join))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert not set(once) & set("만억조")
    assert normalise(once) == once


@given(st.text(max_size=60))
def test_text_without_large_units_stays(text: str) -> None:
    if not set(text) & set("십백천만억조경"):
        assert normalise(text) == text
