from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match
from newsreader.config import NameStyle
from newsreader.glossary.check import with_use
from newsreader.glossary.guesses import with_persons
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term

GLOSSARY = Glossary(
    [
        Term("나준호", "Na June Ho", "person", source="the person's own spelling"),
        Term("최새봄", "Choi Sae-bom", "person"),
        Term("외교부", "Ministry of Foreign Affairs", "organisation"),
    ]
)
MATCHER = Matcher(GLOSSARY.terms)


def persons(text: str, style: NameStyle = "official") -> list[tuple[str, str, str]]:
    found = with_persons(text, MATCHER.find(text), GLOSSARY, style=style)
    return [(text[one.start : one.end], one.en, one.status) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "임서연 외교부 단장은 나준호 의원을 만났다.",
            [
                ("임서연", "Lim Seo-yeon", "proposed"),
                ("외교부", "Ministry of Foreign Affairs", "preferred"),
                ("나준호", "Na June Ho", "preferred"),
            ],
        ),
        ("북한 김철석 부상은", [("김철석", "Kim Chol Sok", "proposed")]),
        ("북한은 임서연 단장의 말을", [("임서연", "Lim Seo-yeon", "proposed")]),
        ("임서연 북한인권대사는", [("임서연", "Lim Seo-yeon", "proposed")]),
        ("정부가 대표를 보냈고 박씨의 변호사가", []),
        ("고등학교 교장", []),
    ],
)
def test_a_person_who_is_named_with_a_title_is_a_guess(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("official", ["Lim Seo-yeon", "Choi Sae-bom"]),
        ("ap", ["Lim Seo-yeon", "Choi Sae-bom"]),
        ("mofa", ["Lim Seoyeon", "Choi Saebom"]),
    ],
)
def test_the_style_is_for_guesses_and_entries(style: NameStyle, expected: list[str]) -> None:
    assert [en for _, en, _ in persons("임서연 단장과 최새봄 의원", style)] == expected


def test_the_family_name_alone_uses_a_guess() -> None:
    guess = Match(0, 3, "임서연", "Lim Seo-yeon", "proposed")
    used = [
        with_use([guess], english, GLOSSARY)[0].used
        for english in ("Lim Seo-yeon said so.", "Director Lim said so.", "The director said so.")
    ]
    assert used == [True, True, False]


@given(st.text(alphabet="임서연나준호 외교부장관의북한가A는·", max_size=30))
def test_matches_never_overlap_and_stay_in_order(text: str) -> None:
    matches = MATCHER.find(text, on=date(2025, 1, 1))
    found = with_persons(text, matches, GLOSSARY)
    assert set(matches) <= set(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] for one in found)
