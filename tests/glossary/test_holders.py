"""Who held which office: dates, gaps, acting holders, and a list that keeps its own rules."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from newsreader.glossary.format import is_date
from newsreader.glossary.holders import Holder, holder, holders
from newsreader.glossary.load import Glossary
from newsreader.glossary.lookup import look_up

EMBEDDED = Glossary.embedded()


@pytest.mark.parametrize(
    ("office", "on", "name"),
    [
        ("대통령", "2022-05-09", "문재인"),
        ("대통령", "2022-05-10", "윤석열"),
        ("대통령", "2025-01-15", "최상목"),
        ("외교부장관", "2023-02-06", "박진"),
        ("외교통상부 장관", "2011-05-01", "김성환"),
        ("한반도평화교섭본부장", "2023-02-06", "김건"),
        ("국방위원장", "2010-01-01", "김정일"),
        ("대통령", "1900-01-01", None),
        ("국회의원", "2023-02-06", None),
        ("없는관직", "2023-02-06", None),
    ],
)
def test_an_office_is_held_by_somebody(office: str, on: str, name: str | None) -> None:
    found = EMBEDDED.holder(office, date.fromisoformat(on))
    assert (found.ko if found else None) == name


def test_nobody_is_named_where_two_may_have_shared_a_month() -> None:
    one = Holder("청장", "나준호", "Na Jun-ho", "2020-03", "2021-12", "", date(2025, 1, 1))
    assert [one.held(date.fromisoformat(day)) for day in ("2020-03-31", "2020-04-01")] == [
        False,
        True,
    ]
    assert [one.held(date.fromisoformat(day)) for day in ("2021-11-30", "2021-12-01")] == [
        True,
        False,
    ]
    december = Holder("청장", "나준호", "Na Jun-ho", "2020-12", None, "", date(2025, 1, 1))
    assert [december.held(date.fromisoformat(d)) for d in ("2020-12-31", "2021-01-01")] == [
        False,
        True,
    ]


def test_who_is_in_office_still_is_told_with_the_day_of_the_check() -> None:
    one = Holder("청장", "나준호", "Na Jun-ho", "2020", None, "acting", date(2025, 1, 1))
    assert one.describe(date(2024, 1, 1)) == "Na Jun-ho (나준호), acting"
    assert one.describe(date(2026, 1, 1)) == "Na Jun-ho (나준호), acting, as of 2025-01"


def test_a_line_newer_than_the_check_of_the_list_is_known_from_its_first_day() -> None:
    one = Holder("시장", "나준호", "Na Jun-ho", "2026-07-01", None, "", date(2025, 11, 1))
    assert one.describe(date(2026, 7, 1)) == "Na Jun-ho (나준호)"
    assert one.describe(date(2026, 11, 1)) == "Na Jun-ho (나준호), as of 2026-07"


def test_lookup_names_the_holder() -> None:
    answer = look_up("외교부장관은", EMBEDDED, date(2023, 2, 6)).to_json()
    assert (answer["holder"]["ko"], answer["holder"]["en"]) == ("박진", "Park Jin")
    assert look_up("협의", EMBEDDED, date(2023, 2, 6)).to_json()["holder"] is None


def test_the_list_is_in_order_and_spells_names_as_the_glossary() -> None:
    for office, terms in holders().items():
        assert [one.since for one in terms] == sorted(one.since for one in terms), office
        for one in terms:
            assert is_date(one.since), one
            assert one.until is None or (is_date(one.until) and one.since < one.until), one
            assert one.how in {"", "acting", "interim"}, one
        for one, following in pairwise(terms):
            assert one.until is not None, one
            if following.how == one.how == "":
                assert one.until[:7] <= following.since, one
    for one in (one for terms in holders().values() for one in terms):
        names = [term.en for term in EMBEDDED.find(one.ko) if term.kind == "person"]
        # Another person of the same name may be the one that the glossary has.
        assert one.ko == "김성환" or not names or one.en in names


def test_acting_holders_stand_before_the_suspended() -> None:
    on = date(2017, 1, 10)
    acting = holder(["대통령"], on)
    assert acting is not None
    assert (acting.ko, acting.how) == ("황교안", "acting")
    after = holder(["대통령"], on + timedelta(days=200))
    assert after is not None
    assert after.ko == "문재인"
