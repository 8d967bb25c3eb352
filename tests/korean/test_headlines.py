"""Hanja in headlines: the gold cases, and our own for the traps."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.headlines import HanjaRun, resolve

# headline, date, run, kind, what the sense says
CASES: list[tuple[str, str | None, str, str, str]] = [
    ("中企 절반 “납기 맞추기 벅차”", None, "中企", "other", "small and medium"),
    ("日단위 납기", None, "日", "time", "day"),
    ("日 3% 하락", None, "日", "country", "Japan"),
    ("日요일 비", None, "日", "time", "Sunday"),
    ("金·土 눈", None, "金", "time", "Friday"),
    ("첫 金 나왔다", None, "金", "other", "gold"),
    ("金 감독 사임", None, "金", "person", "Kim"),
    ("北유럽 순방", None, "北", "not-shorthand", "north"),
    ("北 “대화 없다”", None, "北", "country", "North Korea"),
    ("충北 도담군", None, "北", "not-shorthand", "North"),
    ("수사 中인 사건", None, "中", "time", "during"),
    ("열 곳 中 여섯 곳", None, "中", "other", "among"),
    ("中3 학생", None, "中", "not-shorthand", "middle school"),
    ("한빛高 우승", None, "高", "institution", "high school"),
    ("高물가 계속", None, "高", "other", "high"),
    ("도담銀 파업", None, "銀", "institution", "bank"),
    ("銀 2·銅 1", None, "銀", "other", "silver"),
    ("10년前 사건", None, "前", "time", "ago"),
    ("前 군수 소환", None, "前", "role", "former"),
    ("한글法 개정", None, "法", "other", "law"),
    ("法 “위법 수사”", None, "法", "institution", "court"),
    ("李대통령 방문", "2010-01-05", "李", "person", "Lee Myung-bak"),
    ("李대통령 방문", "2025-08-25", "李", "person", "Lee Jae-myung"),
    ("李 감독", None, "李", "person", "surname Lee"),
    ("韓총리 회견", "2024-01-01", "韓", "person", "Han Duck-soo"),
    ("韓 총력 수출", None, "韓", "country", "South Korea"),
    ("韓獨 정상 통화", None, "韓獨", "country", "South Korea and Germany"),
    ("對日 외교", None, "對日", "country", "Japan"),
    ("反安 연대", None, "反安", "party", "anti-Ahn"),
    ("中國産 부품", None, "中國産", "other", "made in China"),
    ("元老들의 石油 걱정", None, "元老", "not-shorthand", "elder"),
    ("文人의 집", None, "文人", "not-shorthand", "writer"),
    ("음력 5월 6일 丙午", None, "丙午", "time", "43"),
    ("銀 대출금리 인상", None, "銀", "institution", "bank"),
    ("中도 맞불", None, "中", "country", "China"),
    ("土 오후부터 비", None, "土", "time", "Saturday"),
    ("木부터 강추위", None, "木", "time", "Thursday"),
    ("火 전국 눈", None, "火", "time", "Tuesday"),
    ("빈집의 기록 下", None, "下", "time", "last part"),
    ("섬 학교의 하루 中", None, "中", "time", "middle part"),
    ("밀려나는 中", None, "中", "country", "China"),
    ("野球場 개장", None, "野球場", "not-shorthand", "baseball"),
]


@pytest.mark.parametrize(("headline", "on", "run", "kind", "sense"), CASES)
def test_own_cases(headline: str, on: str | None, run: str, kind: str, sense: str) -> None:
    runs = resolve(headline, date.fromisoformat(on) if on else None)
    found = next(one for one in runs if one.hanja == run)
    assert found.kind == kind
    assert sense in found.sense_en


def test_compatibility_characters_are_folded_and_offsets_kept() -> None:
    run = resolve("\uf963 핵실험")[0]
    assert (run.start, run.end, run.hanja, run.hangul) == (0, 1, "\uf963", "북")
    assert run.to_json()["sense_en"] == "North Korea"


def test_unknown_words_are_read_and_explained_by_character() -> None:
    run = resolve("玉碎 각오")[0]
    assert run.hangul == "옥쇄"
    assert "jade" in run.sense_en
    assert run.kind == "not-shorthand"


def _is_right(gold: dict[str, Any], run: HanjaRun) -> bool:
    groups = gold.get("accept_en") or [[gold["sense_en"]]]
    english = all(
        any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", run.sense_en, re.IGNORECASE)
            for word in group
        )
        for group in groups
    )
    hangul = run.hangul in {gold["hangul"], *gold.get("accept_hangul", [])}
    return english and hangul and run.kind in {gold["kind"], *gold.get("accept_kind", [])}


def test_gold_cases(shared: Path) -> None:
    lines = (shared / "cases" / "headline_hanja_dev.jsonl").read_text("utf-8").splitlines()
    right = wanted = 0
    for case in map(json.loads, lines):
        on = date.fromisoformat(case["date"]) if "date" in case else None
        runs = {(run.start, run.end): run for run in resolve(case["headline"], on)}
        wanted += len(case["runs"])
        for gold in case["runs"]:
            run = runs.get((gold["start"], gold["end"]))
            right += run is not None and _is_right(gold, run)
    assert right / wanted >= 0.95


@given(st.text(alphabet="韓美日北中對反李尹金土法\uf90a\uf9e1가나 ·0123대통령", max_size=30))
def test_runs_cover_all_hanja_in_order(text: str) -> None:
    runs = resolve(text, date(2024, 5, 1))
    assert all(text[run.start : run.end] == run.hanja for run in runs)
    assert all(one.end <= two.start for one, two in pairwise(runs))
    covered = {at for run in runs for at in range(run.start, run.end)}
    assert covered == {
        at for at, letter in enumerate(text) if letter in "韓美日北中對反李尹金土法\uf90a\uf9e1"
    }
