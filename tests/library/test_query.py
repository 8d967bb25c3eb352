"""Queries as they are typed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import SEOUL
from newsreader.errors import UsageError
from newsreader.library.query import Query, parse
from newsreader.library.sought import Written

TODAY = date(2026, 11, 26)


def bounds(text: str) -> tuple[str | None, str | None]:
    query = parse(f"date:{text}", TODAY)
    for time in (query.since, query.until):
        assert time is None or (time.tzinfo == SEOUL and time.hour == 0)
    return (
        query.since.date().isoformat() if query.since else None,
        query.until.date().isoformat() if query.until else None,
    )


def test_words_phrases_and_what_must_not_stand() -> None:
    assert parse('북핵 "수석대표 협의" -사설 -"두 말" title:속보') == Query(
        (Written("북핵"), Written("수석대표 협의")),
        (Written("속보"),),
        (Written("사설"), Written("두 말")),
    )
    assert parse('"끝이 없다').words == (Written("끝이 없다"),)
    address, time = parse("https://news.example/1 10:30").words
    assert (address, time) == (Written("https://news.example/1"), Written("10:30"))


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2026-11-01", "2026-11-01", "2026-11-02"),
        ("2026-11-01..2026-11-26", "2026-11-01", "2026-11-27"),
        ("2026-11", "2026-11-01", "2026-12-01"),
        ("2026-12", "2026-12-01", "2027-01-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("2025-12..2026-02", "2025-12-01", "2026-03-01"),
        ("2026-11-20..", "2026-11-20", None),
        ("..2026-11-20", None, "2026-11-21"),
        ("today", "2026-11-26", "2026-11-27"),
        ("yesterday", "2026-11-25", "2026-11-26"),
        ("week", "2026-11-20", "2026-11-27"),
        ("month", "2026-10-28", "2026-11-27"),
    ],
)
def test_days_are_korean_days(text: str, since: str | None, until: str | None) -> None:
    assert bounds(text) == (since, until)


def test_two_ranges_must_both_hold() -> None:
    query = parse("date:2026-11 date:week", TODAY)
    assert (query.since, query.until) == (
        datetime(2026, 11, 20, tzinfo=SEOUL),
        datetime(2026, 11, 27, tzinfo=SEOUL),
    )


def test_conditions_can_be_turned_round() -> None:
    (one,) = parse("is:starred").conditions
    (other,) = parse("-is:starred").conditions
    assert one != other
    assert parse('-tag:"two words"').conditions[0].values == ("two words",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to look for"),
        ("… !", "nothing to look for"),
        ("is:lost", "unread, read, starred"),
        ("date:2026-13", "is no date"),
        ("date:soon", "is no date"),
        ("date:..", "is no date"),
        ("date:2026-02-30", "is no date"),
        ("-date:week", "cannot be turned round"),
    ],
)
def test_what_says_nothing_is_refused_with_what_can_be_written(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        parse(text, TODAY)


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_is_refused_in_a_sentence(text: str) -> None:
    try:
        parse(text)
    except UsageError as error:
        assert str(error).endswith(".")
