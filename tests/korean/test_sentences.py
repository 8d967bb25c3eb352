"""Sentence splitting: the gold cases, our own cases, and what must hold for any text."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.sentences import spans, split

# Our own sentences; "|" marks the cuts.
CASES = (
    "시장은 문을 닫았다.| 손님은 없었다.",
    '그는 "왜 왔느냐?" 물었다.| 답은 없었다.',
    '"사실이 아니다." 라고 그는 말했다.| 이어 떠났다.',
    "글쎄요... 잘 모르겠다.| 다시 보자.",
    "말끝을 흐렸다...| 침묵이 흘렀다.",
    "회의가 끝났다.|A사는 부인했다.",
    "이 책 ‘누가 왔나?’가 나왔다.| 작가는 말이 없다.",
    "“갑니다.”| “언제요?”| “내일.”| 짧은 대화였다.",
    "St. 루이스에서 열렸다.| J. 스미스가 이겼다.",
    "가격은 1.5달러다.| 3일 오른다.",
    "행사는 2024. 5. 3. 열린다.| 5월이다.",
    "‘24. 3. 5. 기준이다.| 맞다.",
    "그는 “끝났다.”고 했다.| 그리고 갔다.",
    "그는 “끝났다. 간다.” 이렇게 말했다.| 갔다.",
    "회의가 끝났다!!| 정말?!| 네.",
    "정부는 “…검토하겠다…”고 했다.| 끝.",
    "매출은 3.2조원.| 이익은 0.5조원.",
    "법안은 통과됐다.(찬성 120표)| 반대는 없었다.",
    "이 마을(인구 1,204명.)은 작다.| 조용하다.",
    "1-1. 총칙을 둔다.| 1-2. 세칙을 둔다.",
    "Q3. 언제 끝나나?| 모른다.",
    "비가 내렸다| 이어 눈이 쌓였다| 길이 막혔다",
    "버스는 떠났다고 한다",
    "주소는 www.example.kr이다.| 적어 두자.",
    "첫 줄이다\n|둘째 줄이다",
)


@pytest.mark.parametrize("case", CASES)
def test_own_cases(case: str) -> None:
    expected = [part.strip() for part in case.split("|")]
    assert split(case.replace("|", "")) == expected


def _boundaries(sentences: list[str]) -> set[int]:
    found: set[int] = set()
    total = 0
    for sentence in sentences[:-1]:
        total += len("".join(sentence.split()))
        found.add(total)
    return found


def test_gold_cases(shared: Path) -> None:
    cases = json.loads((shared / "cases" / "sentences_dev.json").read_text("utf-8"))
    wrong = []
    for case in cases:
        optional = {len("".join(case["text"][:at].split())) for at in case.get("optional", [])}
        got = _boundaries(split(case["text"])) - optional
        if got != _boundaries(case["sentences"]) - optional:
            wrong.append(case["text"])
    assert len(wrong) <= 1, wrong


def test_a_long_answer_in_quotation_marks_is_split() -> None:
    answer = "“" + " ".join(f"{number}번째 질문에 대한 답은 이렇다." for number in range(20)) + "”"
    assert len(split(answer)) == 20


PIECES = st.sampled_from(
    [
        *'"“”‘’()[]「」.…?! \n가다요1',
        "했다.",
        "다.”",
        "고 ",
        "12.",
        "A.",
        "Co. ",
        "한국은 ",
        "2024. 5. ",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    found = spans(text)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in found)


@pytest.mark.parametrize(
    "unit", ['"', ".", "…", '("', " '", "“", "a.", "다. ", "했다 하면 ", "1. "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        spans(text)
        return time.process_time() - start

    small = max(seconds(25_000), 1e-3)
    assert seconds(100_000) < small * 12 + 0.2
