"""Putting right what the check found."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.article import Match, Row, Segment
from newsreader.glossary.check import forbidden_in, inconsistencies
from newsreader.glossary.fix import mended, replaced, without_forbidden
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import Term

AGENCY = Term(
    "관청",
    "Grain Agency",
    "organisation",
    admitted=("Cereal Bureau",),
    forbidden=("Grain Office", "Office of Grain"),
)
ENVOY = Term("특사", "special envoy", "title", forbidden=("deputy",))
PACT = Term("조약", "accord on grain", "law", forbidden=("grain accord",))
GLOSSARY = Glossary([AGENCY, ENVOY, PACT])


def row(english: str | None, *terms: Term, number: int = 1, unsure: bool = False) -> Row:
    ko = " ".join(term.ko for term in terms)
    matches = tuple(
        Match(ko.index(term.ko), ko.index(term.ko) + len(term.ko), term.ko, term.en, unsure=unsure)
        for term in terms
    )
    return Row(Segment(number, 0, "paragraph", ko or "글"), en=english, terms=matches)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The Grain Office said so.", "The Grain Agency said so."),
        ("The grain-office’s head", "The Grain Agency’s head"),
        ("Office of Grain: no comment", "Grain Agency: no comment"),
        ("two Grain Offices", "two Grain Agencies"),
        ("the Grain Offices' heads", "the Grain Agencies' heads"),
        ("An Office of Grain is needed.", "A Grain Agency is needed."),
        ("The Grain Agency is no grain silo.", None),
        ("", None),
    ],
)
def test_the_inflection_stays(english: str, expected: str | None) -> None:
    assert without_forbidden(row(english, AGENCY), GLOSSARY) == expected


@pytest.mark.parametrize(
    ("english", "form", "wanted", "expected"),
    [
        ("a deputy came", "deputy", "envoy", "an envoy came"),
        ("Deputies came. deputies left", "deputy", "envoy", "Envoys came. envoys left"),
        ("an old deputy", "deputy", "envoy", "an old envoy"),
        ("a envoy", "envoy", "hour", "an hour"),
        ("an envoy", "envoy", "European MP", "a European MP"),
        ("an envoy", "envoy", "MP", "an MP"),
        ("the envoy", "envoy", "the King", "the King"),
        ("U.S. forces", "US", "American", "American forces"),
        ("defence ministry's plan", "defense ministry", "MND", "MND's plan"),
        ("deputyship", "deputy", "envoy", "deputyship"),
    ],
)
def test_replaced(english: str, form: str, wanted: str, expected: str) -> None:
    assert replaced(english, form, wanted) == expected


def test_what_is_part_of_the_right_form_stays() -> None:
    term = Term("구호", "peace and trade", "slogan", forbidden=("trade",))
    glossary = Glossary([term])
    assert without_forbidden(row("Peace and Trade", term), glossary) is None
    assert without_forbidden(row("Trade it is", term), glossary) == "Peace and trade it is"


def test_an_unsure_meaning_is_left_alone() -> None:
    assert without_forbidden(row("The deputy came.", ENVOY, unsure=True), GLOSSARY) is None


def test_two_renderings_become_one_the_preferred_where_it_stands() -> None:
    rows = [
        row("The Cereal Bureau opened.", AGENCY, number=1),
        row("The Grain Agency closed.", AGENCY, number=2),
        row("The Grain Office slept.", AGENCY, number=3),
        row(None, AGENCY, number=4),
    ]
    assert mended(rows, GLOSSARY) == {
        1: "The Grain Agency opened.",
        3: "The Grain Agency slept.",
    }


def test_one_rendering_in_all_rows_stays() -> None:
    rows = [row("The Cereal Bureau opened.", AGENCY, number=number) for number in (1, 2)]
    assert mended(rows, GLOSSARY) == {}


@example(["Office", "of", "Office", "of", "Grain"])
@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "a",
                "Grain",
                "Office",
                "Offices",
                "of",
                "deputy",
                "deputies'",
                "U.S.",
                ",",
                "x",
            ]
        ),
        max_size=12,
    )
)
def test_nothing_forbidden_is_left_and_a_second_time_changes_nothing(words: list[str]) -> None:
    before = row(" ".join(words), AGENCY, ENVOY)
    after = without_forbidden(before, GLOSSARY)
    if after is not None:
        assert without_forbidden(row(after, AGENCY, ENVOY), GLOSSARY) is None
    english = after if after is not None else before.en or ""
    assert not any(forbidden_in(term, english) for term in (AGENCY, ENVOY))
    assert inconsistencies([row(english, AGENCY, ENVOY)], GLOSSARY) == []
