from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import SEOUL
from newsreader.ingest.dates import Times, is_time_line, labelled_times, merge, parse_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025.05.15 20:00", "2025-05-15T20:00:00+09:00"),
        ("2025-06-04 02:37:08", "2025-06-04T02:37:08+09:00"),
        ("2023.11.02. 오후 8:06", "2023-11-02T20:06:00+09:00"),
        ("2023.11.02. 오전 12:06", "2023-11-02T00:06:00+09:00"),
        ("2026. 1. 6. 16:19", "2026-01-06T16:19:00+09:00"),
        ("입력 2026.01.06 (17:45)", "2026-01-06T17:45:00+09:00"),
        ("기사입력 :[ 2018-08-25 15:24 ]", "2018-08-25T15:24:00+09:00"),
        ("2026.01.06. 오후 6:23.", "2026-01-06T18:23:00+09:00"),
        ("2024년 3월 5일 오전 9시 12분", "2024-03-05T09:12:00+09:00"),
        ("2024-01-05(금) 10:20", "2024-01-05T10:20:00+09:00"),
        ("2025-05-15T20:00:52.000+0900", "2025-05-15T20:00:52+09:00"),
        ("2026-07-12T13:09:00Z", "2026-07-12T22:09:00+09:00"),
        ("2026-07-12T08:09:00-05:00", "2026-07-12T22:09:00+09:00"),
        ("20260927095437", "2026-09-27T09:54:37+09:00"),
        ("주체112(2023).2.6.", "2023-02-06T00:00:00+09:00"),
        ("2023.02.06 24:00", "2023-02-07T00:00:00+09:00"),
        ("2023-02-30 10:00", None),
        ("2026-07-12T08:09:00+99:99", None),
        ("조회수 2023", None),
        ("", None),
    ],
)
def test_forms_of_times(text: str, expected: str | None) -> None:
    found = parse_time(text)
    assert (found.isoformat() if found else None) == expected


def test_labels_even_without_blanks() -> None:
    times = labelled_times("등록 2023.02.06 19:34:44수정 2023.02.06 19:52:49")
    assert times == Times(
        datetime(2023, 2, 6, 19, 34, 44, tzinfo=SEOUL),
        datetime(2023, 2, 6, 19, 52, 49, tzinfo=SEOUL),
    )
    assert labelled_times("2023.02.06 19:34") == Times()
    assert labelled_times("최종수정 2023.02.06 19:34").published is None


def test_labels_behind_their_times() -> None:
    times = labelled_times("윤새봄 기자 2024.05.12 09:30 작성 2024.05.12 11:05 수정")
    assert times == labelled_times("작성 2024.05.12 09:30 수정 2024.05.12 11:05")
    first = labelled_times("2024년 5월 12일 입력 2024.05.12 09:30")
    assert first == labelled_times("입력 2024.05.12 09:30")


def test_lines_of_times_are_told_from_sentences() -> None:
    assert is_time_line("입력 2024.05.12. 09:30 | 수정 2024.05.12. 11:05")
    assert not is_time_line("시는 2024년 5월 12일 헌책 도서관을 열었다고 밝혔다.")


def test_what_is_printed_outweighs_a_false_z() -> None:
    printed = datetime(2024, 5, 12, 9, 30, tzinfo=SEOUL)
    false = datetime(2024, 5, 12, 9, 30, 15, tzinfo=UTC)
    exact = datetime(2024, 5, 12, 0, 30, 15, tzinfo=UTC)
    assert merge(printed, false) == printed
    assert merge(printed, exact) == exact
    assert merge(printed.replace(hour=0, minute=0), exact) == exact
    assert merge(None, exact) == exact
    assert merge(None, None) is None


@given(st.text(alphabet="0123456789년월일시분.:-/ TZ+오전후()", max_size=60))
def test_any_text_gives_an_aware_time_or_none(text: str) -> None:
    found = parse_time(text)
    assert found is None or found.tzinfo is not None
    labelled_times(text)
    is_time_line(text)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_every_time_survives_its_iso_form(time: datetime) -> None:
    time = time.replace(microsecond=0, tzinfo=SEOUL)
    assert parse_time(time.isoformat()) == time
