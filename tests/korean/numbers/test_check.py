"""Do Korean and English say the same numbers? The gold pairs and our own."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.numbers.check import check
from newsreader.korean.numbers.english import figures

OWN = Path(__file__).with_name("pairs.tsv")
PAIRS = [
    line.split("\t") for line in OWN.read_text("utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize(("agree", "on", "ko", "en"), PAIRS)
def test_own_pairs(agree: str, on: str, ko: str, en: str) -> None:
    doubts = check(ko, en, None if on == "-" else date.fromisoformat(on))
    assert (not doubts) == (agree == "yes"), doubts


@pytest.mark.parametrize(
    ("ko", "en", "code"),
    [
        ("직원 1,250명", "1,520 employees", "number-differs"),
        ("직원들이 모였다", "The 340 employees met", "number-added"),
        ("50억 엔", "5 billion won", "unit-differs"),
        ("4%포인트 올랐다", "It rose 4 percent", "unit-differs"),
        ("5월 3일 열린다", "It opens on June 3", "date-differs"),
        ("수출은 7.1%, 수입은 3.4% 늘었다", "Exports rose 3.4%, imports 7.1%", "number-swapped"),
        ("전월보다 3% 줄었다", "It fell 3 percent from a year earlier", "base-differs"),
    ],
)
def test_the_code_says_what_is_wrong(ko: str, en: str, code: str) -> None:
    doubts = check(ko, en, date(2025, 5, 1))
    assert code in {doubt.code for doubt in doubts}
    assert all(doubt.message.endswith(".") for doubt in doubts)
    assert doubts[0].to_json().keys() == {"code", "message"}


@pytest.mark.parametrize(
    ("ko", "said"),
    [
        ("44명이 모였다", "44명 (44 people)"),
        ("지난달 15일 열렸다", "지난달 15일 (15 April)"),
        ("2025년 4월 3일 열렸다", "2025년 4월 3일 (3 April 2025)"),
        ("4~7일 열린다", "4~7일 (4–7 May)"),
        ("2분기에 늘었다", "2분기 (April–June)"),
        ("30~40명이 모였다", "30~40명 (30–40 people)"),
        ("3000만~5000만원이 든다", "3000만~5000만원 (30 million–50 million won)"),
        ("2021년에 늘었다", "2021년"),
        ("13.5% 늘었다", "13.5%"),
    ],
)
def test_what_is_missing_is_explained_where_that_adds_something(ko: str, said: str) -> None:
    (doubt,) = check(ko, "It did.", date(2025, 5, 1))
    assert doubt.message == f"The English does not say {said}."


def test_gold_pairs(shared: Path) -> None:
    lines = (shared / "cases" / "number_pairs_dev.jsonl").read_text("utf-8").splitlines()
    wrong = []
    for case in map(json.loads, lines):
        on = date.fromisoformat(case["on"]) if "on" in case else None
        if (not check(case["ko"], case["en"], on)) != case["agree"]:
            wrong.append(case["id"])
    assert len(wrong) <= len(lines) * 0.03, wrong


ENGLISH = st.sampled_from(
    [
        "two ",
        "and a half ",
        "million ",
        "May ",
        "3 ",
        "to ",
        "p.m. ",
        "%",
        "-",
        "$",
        "1990s ",
        "half ",
        "of ",
        "1,000 ",
    ]
)


@given(st.lists(ENGLISH, max_size=25).map("".join))
def test_figures_are_ordered_and_apart(text: str) -> None:
    found = figures(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_lengths_of_any_form_stand_beside_dates() -> None:
    # A value that is a mapping is no number of days.
    assert check("6월 3일부터 5일까지 10여 일간, 사나흘", "It lasts.", date(2025, 6, 1))


@given(st.text(max_size=60), st.text(max_size=60), st.one_of(st.none(), st.dates()))
def test_any_text_can_be_compared(ko: str, en: str, on: date | None) -> None:
    assert isinstance(check(ko, en, on), list)
