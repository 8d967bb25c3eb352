"""The family name alone, for whom the article names in full."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match
from newsreader.glossary.check import with_use
from newsreader.glossary.guesses import with_persons
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.meaning import Context
from newsreader.glossary.mentions import surname_in_english
from newsreader.glossary.term import Term
from newsreader.glossary.titled import titled

GLOSSARY = Glossary(
    [
        Term("나준호", "Na June Ho", "person", source="the person's own spelling"),
        Term("김건", "Kim Gunn", "person"),
        Term("김새봄", "Saebom Kim", "person"),
        Term("의원", "lawmaker", "title"),
        Term("총리", "prime minister", "title"),
    ]
)
MATCHER = Matcher(GLOSSARY.terms)
FULL = "서해린 본부장과 나준호 전 총리, 김건 곡물교섭본부장이 왔다. 박가람(34)씨도 있었다."


def alone(text: str, article: str = FULL) -> list[tuple[str, str, str, bool]]:
    """Return the persons of a sentence who are named by one or two letters."""
    found = with_persons(text, MATCHER.find(text), GLOSSARY, context=Context(f"{article}\n{text}"))
    return [
        (text[one.start : one.end], one.term, one.en, one.unsure)
        for one in found
        if one.end - one.start < len(one.term)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("서 본부장은 웃었다.", ("서", "서해린", "Seo Hae-rin", False)),
        ("“나 전 총리께서 왔다”", ("나", "나준호", "Na June Ho", False)),
        ("이날 나 총리가 말했다.", ("나", "나준호", "Na June Ho", False)),
        ("김 본부장에게도 물었다.", ("김", "김건", "Kim Gunn", False)),
        ("경찰은 박씨를 불렀다.", ("박", "박가람", "Park Ga-ram", False)),
        ("경찰은 박 씨에게서 들었다.", ("박", "박가람", "Park Ga-ram", False)),
        ("서씨는 웃었다.", ("서", "서해린", "Seo Hae-rin", True)),
    ],
)
def test_the_family_name_stands_for_the_one_who_has_it(
    text: str, expected: tuple[str, str, str, bool]
) -> None:
    assert alone(text) == [expected]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("서 의원은 웃었다.", FULL),
        ("최 본부장은 웃었다.", FULL),
        ("서 본부장실에서", FULL),
        ("서씨 일가는", FULL),
        ("나 본부장은 웃었다.", FULL),
        ("김 본부장은 웃었다.", FULL + " 김새봄 대외협력본부장도 왔다."),
        ("박씨를 불렀다.", FULL + " 박모(51)씨도 왔다."),
        ("박씨를 불렀다.", FULL + " 박나래씨도 왔다."),
        ("김씨를 불렀다.", FULL + " 김새봄은 오지 않았다."),
        ("야당 한 의원은 웃었다.", "한가람 의원이 왔다."),
        ("야당 전 의원은 웃었다.", "전가람 의원이 왔다."),
        ("서 본부장은 웃었다.", ""),
        ("오늘 날씨는", "오늘날씨는 날 씨가 좋다."),
    ],
)
def test_it_stands_for_nobody_where_none_or_several_fit(text: str, article: str) -> None:
    assert alone(text, article) == []


def test_who_has_an_occupation_is_a_civilian() -> None:
    article = "배우 도가람(29)이 왔다. 도나래 의원도 왔다."
    assert alone("도씨는 웃었다.", article) == [("도", "도가람", "Do Ga-ram", False)]


def test_a_family_name_that_is_a_word_stands_at_the_start_of_its_part() -> None:
    article = "한가람 의원이 왔다."
    for text in (
        "한 의원은 웃었다.",
        "이에 대해 “한 의원은 웃었다”고",
        "이날 야당은 한 의원을 불렀다.",
    ):
        assert [term for _, term, _, _ in alone(text, article)] == ["한가람"], text


def test_an_entry_with_cues_is_meant_where_they_are() -> None:
    glossary = Glossary([Term("이도담", "Lee Dodam", "person", cues=("바둑",))])
    text = "이 의원은 웃었다."
    persons = [
        with_persons(text, (), glossary, context=Context(f"이도담 의원이 {where} 졌다."))[0]
        for where in ("바둑을", "선거에서")
    ]
    assert [(one.en, one.status) for one in persons] == [
        ("Lee Dodam", "preferred"),
        ("Lee Dodam", "proposed"),
    ]


def test_family_name_or_full_name_uses_it() -> None:
    match = Match(0, 1, "김건", "Kim Gunn")
    used = [
        with_use([match], english, GLOSSARY)[0].used
        for english in ("Kim smiled.", "Kim Gunn smiled.", "The envoy smiled.")
    ]
    assert used == [True, True, False]


def test_in_english_it_is_the_family_name() -> None:
    text = "나 전 총리는 웃었다."
    matches = with_persons(text, MATCHER.find(text), GLOSSARY, context=Context(FULL))
    assert titled(text, matches, GLOSSARY) == {0: "former Prime Minister Na"}
    assert surname_in_english(Match(0, 1, "김새봄", "Saebom Kim")) == "Kim"
    assert surname_in_english(Match(0, 3, "김새봄", "Saebom Kim")) is None


@given(st.text(alphabet="서해린박가람나준호김건 본부장총리씨의원은모(3)", max_size=40))
def test_mentions_overlap_with_nothing(text: str) -> None:
    matches = MATCHER.find(text)
    found = with_persons(text, matches, GLOSSARY, context=Context(f"{FULL}\n{text}"))
    assert set(matches) <= set(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
