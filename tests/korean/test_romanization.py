"""The Revised Romanization: the gold list, our own words, names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.romanization import romanize, romanize_name, surnames

WORDS = """
급하다 geupada | 축하하다 chukhahada | 북한 bukhan | 겉옷 geodot | 첫인상 cheodinsang |
값어치 gabeochi | 태양열 taeyangnyeol | 두통약 dutongnyak | 선거공약 seongeogongyak |
신도림역 sindorimnyeok | 방역 bangyeok | 환율 hwanyul | 핵전력 haekjeollyeok |
판단력 pandannyeok | 열여덟 yeollyeodeol | 신혼여행 sinhonnyeohaeng | 일요일 iryoil |
닭고기 dakgogi | 읽고 ilgo | 미닫이 midaji | 끝이 kkeuchi | 십육 simnyuk |
광한루 gwanghallu | 대관령 daegwallyeong | 물난리 mullalli | 줄넘기 julleomgi |
앞마당 ammadang | 꽃망울 kkonmangul | 몫몫이 mongmoksi | 격려 gyeongnyeo |
원룸 wollum | 인력난 illyeongnan | 괜찮다 gwaenchanta | 끊임없이 kkeunimeopsi |
닫혀 dachyeo | 앉히다 anchida | 얽히다 eolkida | 한국인 hangugin |
맏형 mathyeong | 맏형수 mathyeongsu
"""


@pytest.mark.parametrize("pair", [" ".join(pair.split()) for pair in WORDS.split("|")])
def test_own_words(pair: str) -> None:
    word, expected = pair.split(" ")
    assert romanize(word) == expected


def test_verbs_lose_the_h() -> None:
    assert romanize("국회") == "gukhoe"
    assert romanize("막혀") == "makyeo"
    assert romanize("착한", noun=False) == "chakan"


def test_what_is_not_hangul_stays() -> None:
    assert romanize("F-35와 G7 (2024)") == "F-35wa G7 (2024)"


@pytest.mark.parametrize(
    ("name", "official", "customary"),
    [
        ("홍빛나", "Hong Bitna", "Hong Bit-na"),
        ("한복남", "Han Boknam", "Han Bok-nam"),
        ("김갑동", "Gim Gapdong", "Kim Gap-dong"),
        ("윤석열", "Yun Seokyeol", "Yoon Seok-yeol"),
        ("남궁가람", "Namgung Garam", "Namgung Ga-ram"),
        ("이준", "I Jun", "Lee Jun"),
        ("박", "Bak", "Park"),
    ],
)
def test_names(name: str, official: str, customary: str) -> None:
    assert romanize(name, name=True) == official
    assert romanize_name(name) == customary
    assert romanize_name(name, customary=False).replace("-", "").casefold() == official.casefold()


def test_surnames_are_listed() -> None:
    assert surnames()["최"] == "Choi"


def test_gold_words(shared: Path) -> None:
    lines = (shared / "cases" / "romanization_dev.tsv").read_text("utf-8").splitlines()
    wrong = []
    for line in lines:
        word, expected, _ = line.split("\t")
        if romanize(word).casefold() not in expected.casefold().split("|"):
            wrong.append((word, romanize(word)))
    assert len(wrong) <= len(lines) * 0.01, wrong


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8))
def test_every_syllable_is_written(text: str) -> None:
    for noun in (True, False):
        written = romanize(text, noun=noun)
        assert written.isascii()
        assert len(written) >= len(text)
    assert romanize(text, name=True).isascii()
