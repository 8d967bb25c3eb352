"""Which headlines are of one article, and which of one event."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sync.same import Told, events, title_key, words_of

NOW = datetime(2026, 11, 26, tzinfo=UTC)


def told(*titles: tuple[str, str], hours: float = 1) -> list[Told]:
    return [
        Told(n, title, outlet, NOW + timedelta(hours=hours * n))
        for n, (outlet, title) in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“국회, 예산안 처리”…여야 합의", "국회 예산안 처리 … 여야 합의", True),
        ("국회 예산안 처리 여야 합의", "국회 예산안 처리 여야 불발", False),
    ],
)
def test_titles_of_one_article(one: str, other: str, same: bool) -> None:
    assert (title_key(one) == title_key(other)) == same


@pytest.mark.parametrize(
    "title", ["[포토] 국회 본회의장 전경", "<인사> 한빛부 국장급 전보", "속보", ""]
)
def test_titles_that_say_nothing_of_an_article(title: str) -> None:
    assert title_key(title) is None


def test_words_without_particles() -> None:
    known = words_of("[단독] 한은이 기준금리를 2.5%로 동결")
    assert known == {"한은", "기준금리", "2.5%", "동결"}


def test_one_event_in_several_outlets() -> None:
    headlines = told(
        ("가", "한은, 기준금리 연 2.5% 동결…물가 불안 여전"),
        ("나", "한은 기준금리 2.5% 동결 결정…물가 불안에 신중"),
        ("다", "코스피 3,100선 회복…외국인 사흘째 순매수"),
        ("라", "외국인 사흘째 순매수에 코스피 3,100선 회복 마감"),
        ("마", "프로야구 한빛, 연장 끝에 별무리 꺾어"),
    )
    assert events(headlines) == [[0, 1], [2, 3]]


def test_what_only_looks_alike_stays_apart() -> None:
    headlines = told(
        ("가", "서울 아파트값 3주 연속 상승"),
        ("나", "부산 아파트값 5주 연속 하락"),
        ("다", "이 대통령, 미국 대통령과 정상회담"),
        ("라", "이 대통령, 일본 총리와 정상회담"),
        ("마", "[오늘의 운세] 2026년 11월 26일"),
        ("바", "[오늘의 날씨] 2026년 11월 26일"),
    )
    assert events(headlines) == []


def test_one_outlet_alone_and_days_apart_are_no_group() -> None:
    one = "한은, 기준금리 연 2.5% 동결…물가 불안 여전"
    assert events(told(("가", one), ("가", one))) == []
    assert events(told(("가", one), ("나", one), hours=48)) == []


@given(
    st.lists(
        st.tuples(st.sampled_from("가나다"), st.text("한은 기준금리동결2.5%…", max_size=30)),
        max_size=12,
    )
)
def test_no_headline_is_in_two_groups(headlines: list[tuple[str, str]]) -> None:
    groups = events(told(*headlines))
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in groups)
