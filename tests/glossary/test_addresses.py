"""Places of an address that the glossary lacks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.glossary.check import with_use
from newsreader.glossary.guesses import kind_of_guess, with_persons
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from newsreader.glossary.titled import titled

GLOSSARY = Glossary(
    [
        Term("새벽시", "Saebyeok", "place"),
        Term("너울군", "Neoul County", "place"),
        Term("미르구", "Mireu-gu", "place"),
        Term("새벽시", "Saebyeok City Hall", "organisation", cues=("새벽시청",)),
        Term("면장", "head of the township", "title"),
    ]
)
MATCHER = Matcher(GLOSSARY.terms)


def places(text: str) -> list[tuple[str, str]]:
    found = with_persons(text, MATCHER.find(text), GLOSSARY)
    return [(text[one.start : one.end], one.en) for one in found if one.status == "proposed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("너울군 두메면에서", [("두메면", "Dume-myeon")]),
        (
            "너울군 한실읍 별내리 산불은",
            [("한실읍", "Hansil-eup"), ("별내리", "Byeollae-ri")],
        ),
        ("새벽시 가온동의 한", [("가온동", "Gaon-dong")]),
        ("새벽시 미르구 압록동", [("압록동", "Amnok-dong")]),
        ("너울군 밝음면", [("밝음면", "Balgeum-myeon")]),
        ("미르구 잣골리", []),
        ("새벽시 선거운동은", []),
        ("너울군 그러면", []),
        ("새벽시 운동은 미르구 부동산", []),
        ("너울군은 두메면에서", []),
        ("다시 정리해 당시 오리면", []),
    ],
)
def test_a_place_behind_the_one_that_it_is_part_of(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert places(text) == expected


def test_it_is_a_place_and_no_person() -> None:
    text = "너울군 두메면 면장은 웃었다."
    matches = with_persons(text, MATCHER.find(text), GLOSSARY)
    assert [kind_of_guess(one) for one in matches if one.term == "두메면"] == ["place"]
    assert titled(text, matches, GLOSSARY) == {}
    used = [
        [one.used for one in with_use(matches, english, GLOSSARY) if one.term == "두메면"]
        for english in ("The head of Dume-myeon smiled.", "A myeon is a township.")
    ]
    assert used == [[True], [False]]


@given(st.text(alphabet="너울군두메면새벽시가온동리읍 은", max_size=30))
def test_places_overlap_with_nothing(text: str) -> None:
    found = with_persons(text, MATCHER.find(text), GLOSSARY)
    assert all(one.end <= other.start for one, other in pairwise(found))
