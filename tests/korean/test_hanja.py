"""Readings and meanings of hanja, and the build of their table."""

import pytest

from newsreader.korean.hanja import fold, is_hanja, look_up, read
from tests.building.build_hanja import rows


@pytest.mark.parametrize(
    ("word", "hangul"),
    [
        ("女性", "여성"),
        ("北核", "북핵"),
        ("勞動", "노동"),
        ("確率", "확률"),
        ("比率", "비율"),
        ("不動産", "부동산"),
        ("不法", "불법"),
        ("來年", "내년"),
        ("法律", "법률"),
        ("旅行", "여행"),
        ("\uf981性", "여성"),
        ("한글", "한글"),
    ],
)
def test_words_are_read_as_they_are_written(word: str, hangul: str) -> None:
    assert read(word) == hangul


def test_a_character_has_readings_and_a_meaning() -> None:
    found = look_up("金")
    assert found is not None
    assert found.readings == ("금", "김")
    assert "gold" in found.meaning
    assert look_up("가") is None


def test_compatibility_characters_are_the_unified_ones() -> None:
    assert fold("\uf9e1가") == "李가"
    assert look_up("\uf9e1") == look_up("李")
    assert is_hanja("\uf9e1")
    assert not is_hanja("가")


def test_the_table_is_made_of_unihan() -> None:
    readings = (
        "# comment\n"
        "U+5317\tkDefinition\tnorth\n"
        "U+5317\tkHangul\t배:0N 북:0E\n"
        "U+4E02\tkDefinition\tno hanja\n"
        "U+8ECA\tkHangul\t거:0E 차:0N\n"
    )
    assert rows(readings) == ["北\t북 배\tnorth", "車\t차 거\t"]
