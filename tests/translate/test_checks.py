"""What counts as a translation."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.translate.checks import english_in, fault, is_error_page, translatable

LONG = "정부는 이날 국무회의에서 내년도 예산안을 심의해 의결하고 국회에 제출하기로 했다고 밝혔다."


@pytest.mark.parametrize(
    ("ko", "en", "what"),
    [
        (LONG, "", "empty"),
        (LONG, LONG, "still Korean"),
        ("한국은행은", "The 한국은행은 한국은행은", "still Korean"),
        (LONG, "政府当天在国务会议上审议通过了明年度预算案，并决定提交国会。", "not English"),
        (LONG, "Правительство утвердило проект бюджета на следующий год.", "not English"),
        (LONG, "The government", "too short"),
        ("갔다.", "He went. " * 40, "too long"),
        (LONG, "the bill and the bill and the bill and the bill and the bill and", "repeats"),
        (LONG, "No no no no no no, said the government of the day, no", "repeats"),
        (LONG, "Error 500 (Server Error)!!1500.That’s an error.", "error page"),
        (LONG, "<!DOCTYPE html><html>", "error page"),
        (LONG, "502 Bad Gateway nginx", "error page"),
        (LONG, "Our systems have detected unusual traffic from your network.", "error page"),
    ],
)
def test_what_is_no_translation_is_seen(ko: str, en: str, what: str) -> None:
    why = fault(ko, en)
    assert why is not None
    assert what in why


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        (
            LONG,
            "The Cabinet approved next year's budget on Tuesday and will send it to parliament.",
        ),
        ("갔다.", "He's gone."),
        ("※", "※"),
        ("시진핑(習近平) 주석이 갔다.", "President Xi Jinping (習近平) left."),
        ("앙겔라 메르켈이 카페에 갔다.", "Angela Merkel went to a café in Đà Nẵng."),
        ("'먹방'이 뭐길래", "What is mukbang (먹방), anyway?"),
        ("500 오류", "Error 500"),
        ("하하하하하하", "Ha ha ha ha ha ha"[:11]),
        ("그는 “아니 아니 아니 아니 아니”라고 했다.", "“No, no, no, no, no,” he said."),
    ],
)
def test_what_is_a_translation_passes(ko: str, en: str) -> None:
    assert fault(ko, en) is None


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_text_can_be_judged(ko: str, en: str) -> None:
    assert isinstance(fault(ko, en), str | None)
    assert not (is_error_page(en) and fault(ko, en) is None)


@pytest.mark.parametrize("en", ["a " * 6000, "ab" * 6000, "-" * 12000, "a b c d e " * 1200])
def test_judging_takes_no_time(en: str) -> None:
    began = time.process_time()
    fault("가" * 3000, en)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("answer", "ko", "en"),
    [
        ("Lee&#39;s &quot;plan&quot;", "이 씨의 “계획”", 'Lee\'s "plan"'),
        ("S&amp;P &#x202e;fell &#8230;", "S&P 하락 …", "S&P fell …"),
        ("A&B; AT&T &unknown; &#99999999;", "가", "A&B; AT&T &unknown; &#99999999;"),
        ("It writes &amp; in HTML.", "HTML에서는 &amp;라고 쓴다.", "It writes &amp; in HTML."),
    ],
)
def test_html_in_an_answer_is_text(answer: str, ko: str, en: str) -> None:
    assert english_in(answer, ko) == en


def test_only_korean_needs_translating() -> None:
    assert translatable("北 도발")
    assert translatable("北")
    assert not translatable("*** 2026-11-23 (AFP) …")
