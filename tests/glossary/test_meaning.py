"""Words of several meanings: which one a sentence has, by what stands around it."""

from datetime import date

import pytest

from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.meaning import Context
from newsreader.glossary.term import Term
from tests.glossary.terms import with_term


def test_homographs_need_their_cues() -> None:
    matcher = Matcher(
        [
            with_term("특사", en="special envoy", cues=("파견", "대통령")),
            with_term("특사", en="special pardon", cues=("광복절", "사면")),
        ]
    )
    assert [one.en for one in matcher.find("대통령이 특사를 보냈다")] == ["special envoy"]
    assert [one.en for one in matcher.find("광복절 특사로 나왔다")] == ["special pardon"]
    (match,) = matcher.find("대통령이 광복절에 특사를")
    assert match.unsure
    (match,) = matcher.find("특사가 왔다")
    assert match.unsure
    assert [one.en for one in matcher.alternatives("특사가 왔다", match)] == ["special pardon"]


def test_a_word_with_one_meaning_needs_its_cues() -> None:
    matcher = Matcher([with_term("선고", en="sentence", cues=("법원", "징역", "검찰", "재판"))])
    assert matcher.find("선고를 들었다") == []
    suggested = Context("법원은 징역을")
    settled = Context("법원은 징역을, 검찰은 재판을")
    (match,) = matcher.find("선고를 들었다", context=suggested)
    assert match.unsure
    (match,) = matcher.find("선고를 들었다", context=settled)
    assert not match.unsure


def test_the_section_of_the_article_has_a_voice() -> None:
    matcher = Matcher(
        [
            Term("경기", "match", "sport", cues=("축구",)),
            Term("경기", "economy", "economy", cues=("침체",)),
        ]
    )
    both = "축구를 보았다. 침체가 길다."
    for section, english in (("스포츠", "match"), ("경제", "economy")):
        (match,) = matcher.find("경기가 끝났다", context=Context(both, section))
        assert (match.en, match.unsure) == (english, True)


HOMOGRAPHS = [
    Term("경기", "match", "sport", cues=("축구", "열린 경기")),
    Term("경기", "Gyeonggi", "place", cues=("경기 수원",)),
    Term("경기", "economy", "economy", cues=("침체",)),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("경기 수원에서 축구를 했다.", ["Gyeonggi"]),
        ("경기 수원에서 열린 경기", ["Gyeonggi", "match"]),
        ("경기가 침체에 빠졌다", ["economy"]),
        ("경기가 끝났다", ["match"]),
    ],
)
def test_the_cue_around_a_word_wins_over_one_elsewhere(text: str, expected: list[str]) -> None:
    assert [match.en for match in Matcher(HOMOGRAPHS).find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시장 상황이 나쁘다", {"시장": "market"}),
        ("오세훈 시장은 말했다", {"시장": "mayor"}),
        ("산불 진화에 나섰다", {"진화": "putting out the fire"}),
        ("논란 진화에 나섰다", {"진화": "damage control"}),
        ("대통령 부인이 왔다", {"부인": "wife"}),
        ("혐의를 부인했다", {"부인": "denial"}),
        ("축구대표팀은", {"대표팀": "national team"}),
        ("민주의문 앞에서", {"민주의문": "Democracy Gate"}),
        ("민주, 단독 처리", {"민주": "Democratic Party of Korea"}),
        ("한복판에서 피고발인이 콩고물을 전세기로 신정부에", {}),
    ],
)
def test_words_of_several_meanings(text: str, expected: dict[str, str]) -> None:
    matches = Glossary.embedded().matcher.find(text, on=date(2025, 7, 1))
    found = {text[match.start : match.end]: match.en for match in matches}
    assert {word: found.get(word) for word in expected} == expected
    assert expected or not found
