"""Numbers in Korean text: the gold cases, our own, and what must hold for any text."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.numbers.find import find
from newsreader.korean.numbers.quantity import Quantity

ON = date(2025, 7, 3)

# text, then (surface, kind, value, unit) of each number.
CASES: list[tuple[str, list[tuple[str, str, Any, str | None]]]] = [
    ("배 7천500만 척", [("7천500만 척", "number", 75_000_000, "척")]),
    ("1조 2천억 원을", [("1조 2천억 원", "money", 1_200_000_000_000, "KRW")]),
    ("미화 3.5억 달러", [("3.5억 달러", "money", 350_000_000, "USD")]),
    ("5~6만 명이", [("5~6만 명", "range", {"from": 50_000, "to": 60_000}, "명")]),
    ("20여만 가구", [("20여만 가구", "number", {"approx": 200_000}, "가구")]),
    ("수십억 원대", [("수십억 원", "money", {"order": 10**9}, "KRW")]),
    ("경쟁률은 15.3대 1", [("15.3대 1", "ratio", "15.3:1", None)]),
    ("3:2로 이겼다", [("3:2", "score", "3-2", None)]),
    ("셋 중 하나", [("셋 중 하나", "ratio", "1/3", None)]),
    ("10~20대 여성", [("10~20대", "age", {"from": 10, "to": 29}, "세")]),
    ("버스 20대가 섰다", [("20대", "number", 20, "대")]),
    ("22대 총선", [("22대", "ordinal", 22, "대")]),
    ("20·30대 직장인", [("20·30대", "age", {"from": 20, "to": 39}, "세")]),
    ("52년생", [("52년", "date", "1952", None)]),
    ("오는 10월 말", [("오는 10월 말", "date", {"approx_month": "2025-10"}, None)]),
    ("지난주 금요일", [("지난주 금요일", "date", "2025-06-27", None)]),
    ("7·8월", [("7·8월", "date", {"from": "2025-07-01", "to": "2025-08-31"}, None)]),
    (
        "5월 3일부터 5일까지",
        [("5월 3일", "date", "2025-05-03", None), ("5일", "date", "2025-05-05", None)],
    ),
    (
        "오후 2시부터 4시까지",
        [("오후 2시", "time", "14:00", None), ("4시", "time", "16:00", None)],
    ),
    (
        "2021년 3월 취임, 같은 해 5월 사임",
        [("2021년 3월", "date", "2021-03", None), ("5월", "date", "2021-05", None)],
    ),
    ("100m를 9초58에", [("100m", "measure", 100, "m"), ("9초58", "duration", 9.58, "second")]),
    ("섭씨 영하 15도", [("섭씨 영하 15도", "measure", -15, "°C")]),
    ("마이너스 0.3%", [("마이너스 0.3%", "percent", -0.3, "%")]),
    ("주 52시간제", [("52시간", "duration", 52, "hour")]),
    ("36시간째", [("36시간째", "ordinal", 36, "hour")]),
    ("반년 만에", [("반년", "duration", 0.5, "year")]),
    ("두 세 시간", [("두 세 시간", "duration", {"from": 2, "to": 3}, "hour")]),
    ("3·4호기", [("3·4호기", "ordinal", [3, 4], "호기")]),
    ("두 정상은", [("두", "number", 2, None)]),
    ("여남은 명", [("여남은 명", "number", {"approx": 10}, "명")]),
    ("진도 3의", [("진도 3", "measure", 3, "intensity")]),
    ("값이 곱절로", [("곱절", "number", 2, "times")]),
    ("3일엔", [("3일", "date", "2025-07-03", None)]),
    ("40분동안", [("40분", "duration", 40, "minute")]),
    ("제17·18대", [("제17·18대", "ordinal", [17, 18], "대")]),
    ("예순을 넘겼다", [("예순", "age", 60, "세")]),
    ("버스 운행을 위해 20대를 더 도입했다", [("20대", "number", 20, "대")]),
    ("4년 차 기자", [("4년 차", "ordinal", 4, "year")]),
    ("열에 아홉은", [("열에 아홉", "ratio", "9/10", None)]),
    ("같은 기간(12,754명)보다", [("12,754명", "number", 12754, "명")]),
    ("서른 한 살", [("서른 한 살", "age", 31, "세")]),
    ("만 이천 원짜리", [("만 이천 원", "money", 12_000, "KRW")]),
    ("이만 삼천오백 명", [("이만 삼천오백 명", "number", 23_500, "명")]),
    ("타율 2할9푼4리", [("2할9푼4리", "number", 0.294, None)]),
    ("청사 9층 강당에서", [("9층", "ordinal", 9, "층")]),
    ("12층짜리 건물", [("12층", "number", 12, "층")]),
    ("4000mAh 배터리", [("4000mAh", "measure", 4000, "mAh")]),
    ("혈압 150/95㎜Hg", [("150/95㎜Hg", "no-number", "150/95㎜Hg", None)]),
    ("설계 수명은 늘고 수명 가운데 수건", []),
    ("피부의 수분을", []),
    ("백사장에서 열린 백일장에서", []),
    ("오만 가지 이유로", []),
    ("비석 두 기가 섰다", [("두 기", "number", 2, "기")]),
    ("유월 마지막 주", [("유월", "date", "2025-06", None)]),
    ("시월동과 구월동", []),
    ("키 1m80㎝의", [("1m80㎝", "measure", 1.8, "m")]),
    ("천만 관객을", [("천만", "number", 10**7, None)]),
    ("고기 두 근을", [("두 근", "measure", 2, "근")]),
    ("이삼백 명이", [("이삼백 명", "range", {"from": 200, "to": 300}, "명")]),
    ("이삼일 뒤", [("이삼일", "duration", {"from": 2, "to": 3}, "day")]),
    ("이 일이 시간이 걸린다", []),
    ("사람이 119로 연결돼", [("119", "phone", "119", None)]),
    ("천만분의 일", [("천만분의 일", "ratio", "1/10000000", None)]),
    ("100만분의 3", [("100만분의 3", "ratio", "3/1000000", None)]),
    ("5⅓이닝을", [("5⅓이닝", "number", 5.333333, "이닝")]),
    ("2도 화상을", [("2도", "ordinal", 2, "도")]),
    ("천 년 고도", [("천 년", "duration", 1000, "year")]),
    ("두 세기에 걸쳐", [("두 세기", "duration", 2, "century")]),
    ("만수만", []),
    ("십수만 명이", [("십수만 명", "number", {"approx": 100_000}, "명")]),
    ("수조에 든 수조 원", [("수조 원", "money", {"order": 10**12}, "KRW")]),
    ("수 명이", [("수 명", "number", {"order": 1}, "명")]),
    ("징역 1년 6월에", [("1년 6월", "duration", {"years": 1, "months": 6}, None)]),
    ("징역 10월을", [("10월", "duration", 10, "month")]),
    ("일본을 3대2로 눌렀다", [("3대2", "score", "3-2", None)]),
    (
        "3월 14, 15일",
        [("3월 14, 15일", "date", {"from": "2025-03-14", "to": "2025-03-15"}, None)],
    ),
    ("아파트 103동", [("103동", "ordinal", 103, "동")]),
    ("시즌 7승을", [("7승", "ordinal", 7, "승")]),
    ("5년물 금리", [("5년", "duration", 5, "year")]),
    ("2천 5백 명", [("2천 5백 명", "number", 2500, "명")]),
    ("최대 30일까지", [("30일", "duration", 30, "day")]),
    ("우유 두 팩", [("두 팩", "number", 2, "팩")]),
    (
        "400석 가운데 150석",
        [("400석", "number", 400, "석"), ("150석", "number", 150, "석")],
    ),
    ("적대적 2국가론", [("2국가", "no-number", "2국가", None)]),
    ("2022·2023년", [("2022·2023년", "date", {"from": "2022-01-01", "to": "2023-12-31"}, None)]),
    ("집값의 1/3 이내", [("1/3", "ratio", "1/3", None)]),
    ("누리폰S9를 샀다", []),
    ("2-3공구 현장", [("2-3공구", "no-number", "2-3공구", None)]),
]
NO_NUMBERS = (
    "만약 억지로 천만다행이라 해도",
    "한 시민이 한동안 서 있었다",
    "구조대가 도착했다",
    "하루빨리 돌아오라",
    "사건을 재판에 넘겨 내주고 말았다",
    "열량이 높다",
    "만원 버스",
    "오늘날의 세계",
    "동해5도와 그 바다",
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_own_cases(text: str, expected: list[tuple[str, str, Any, str | None]]) -> None:
    found = [(one.surface, one.kind, one.value, one.unit) for one in find(text, ON)]
    assert found == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_words_that_look_like_numbers(text: str) -> None:
    assert find(text, ON) == []


@pytest.mark.parametrize("text", ["코로나19", "F-35", "5G", "6·25 전쟁", "3.1절", "6자회담", "2+2"])
def test_names_are_never_numbers(text: str) -> None:
    assert {one.kind for one in find(text, ON)} <= {"no-number"}


def test_without_the_date_relative_days_are_left_out() -> None:
    assert find("오늘 지난달 내일") == []
    assert find("25일")[0].value == "---25"
    assert find("3월 5일")[0].value == "--03-05"
    assert find("3분기 실적")[0].value == {"quarter": 3}


def test_pyeong_have_square_metres() -> None:
    assert find("60평")[0].to_json()["m2"] == 198.3


def _score(case: dict[str, Any], found: list[Quantity]) -> tuple[int, int, int]:
    """Return right, wanted and surplus: a hit overlaps, with equal kind and value."""
    used: set[int] = set()
    right = wanted = 0
    for gold in case["found"]:
        near = {
            index
            for index, one in enumerate(found)
            if one.start < gold["end"] and one.end > gold["start"]
        }
        wanted += 1
        if not near and gold["kind"] in {"phone", "no-number"}:
            right += 1
        right += any(
            found[index].kind == gold["kind"] and found[index].value == gold["value"]
            for index in near - used
        )
        used |= near
    return right, wanted, len(found) - len(used)


def test_gold_cases(shared: Path) -> None:
    lines = (shared / "cases" / "numbers_dev.jsonl").read_text("utf-8").splitlines()
    right = wanted = surplus = units = 0
    for case in map(json.loads, lines):
        found = find(case["text"], date.fromisoformat(case["on"]) if "on" in case else None)
        hits, golds, more = _score(case, found)
        right, wanted, surplus = right + hits, wanted + golds, surplus + more
        units += {one["unit"] for one in case["found"]} <= {one.unit for one in found} | {None}
    assert right / wanted >= 0.97
    assert surplus / wanted <= 0.02
    assert units / len(lines) >= 0.97


PIECES = st.sampled_from(
    [
        *"0123456789,.~-·만억조천백수여한두세대세월일년시분초% ",
        "오는 ",
        "지난 ",
        "원",
        "명 중 ",
        "오후 ",
        "제",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_in_order(text: str, on: date | None) -> None:
    found = find(text, on)
    assert all(one.surface == text[one.start : one.end] != "" for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for one in found:
        json.dumps(one.to_json(), allow_nan=False)


def test_hostile_text_is_read_in_linear_time() -> None:
    for text in ("1," * 20_000, "9" * 40_000, "만" * 20_000, "1~" * 20_000, "오는 " * 15_000):
        assert isinstance(find(text, ON), list)
