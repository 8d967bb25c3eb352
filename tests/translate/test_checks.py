"""What counts as a translation, and whether a term is in it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match, Row, Segment
from newsreader.translate.checks import fault, is_error_page, translatable, with_terms_used

LONG = "정부는 이날 국무회의에서 내년도 예산안을 심의해 의결하고 국회에 제출하기로 했다고 밝혔다."


@pytest.mark.parametrize(
    ("ko", "en", "what"),
    [
        (LONG, "", "empty"),
        (LONG, LONG, "still Korean"),
        ("한국은행은", "The 한국은행은 한국은행은", "still Korean"),
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
    began = time.perf_counter()
    fault("가" * 3000, en)
    assert time.perf_counter() - began < 0.5


def test_only_korean_needs_translating() -> None:
    assert translatable("北 도발")
    assert translatable("北")
    assert not translatable("*** 2026-11-23 (AFP) …")


def used(en: str | None, term: str) -> bool | None:
    row = Row(Segment(1, 0, "paragraph", "가"), en=en, terms=(Match(0, 1, "가", term),))
    return with_terms_used(row).terms[0].used


@pytest.mark.parametrize(
    ("en", "term"),
    [
        ("The Bank of Korea froze its base rates.", "base rate"),
        ("the bank of korea's policy", "Bank of Korea (BOK)"),
        ("The BOK acted; the Bank of Korea (BOK) said", "Bank of Korea (BOK)"),
        ("New policies were announced.", "policy"),
        ("They are launching probes.", "probe"),
        ("Supreme Prosecutors' Office", "the Supreme Prosecutors’ Office"),
        ("COVID-19 cases", "COVID-19"),
    ],
)
def test_a_term_is_found_in_its_inflections(en: str, term: str) -> None:
    assert used(en, term) is True


@pytest.mark.parametrize(
    ("en", "term"),
    [
        ("The Bank froze rates in Korea.", "Bank of Korea"),
        ("The baseball rate", "base rate"),
        ("", "base rate"),
    ],
)
def test_a_term_that_is_not_there_is_not_found(en: str, term: str) -> None:
    assert used(en, term) is False


def test_without_english_nothing_is_said() -> None:
    assert used(None, "base rate") is None
