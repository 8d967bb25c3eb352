"""Particle chains: what may stand behind a noun, and what its pieces are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.particles import (
    MAX_CHAIN,
    describe,
    is_particle_chain,
    may_follow_counter,
    particles,
)

CHAINS = """
은 는 이 가 을 를 의 에 에서 에게서 께서는 으로부터의 과의 와는 에서의 에서만큼은 까지만
뿐만 만으로는 이라며 이라면서도 라는 이야말로 은커녕 입니다 인데도 이었음에도 였던 뿐이라는
한테서 에게라기보다는 이냐를 일까 들에게는 하겠다고는 했다 됐다며 시키려던 받겠다고 하자는
하느냐는 적인 측은 등에서도
에선 에겐 으론 까진 보단 하긴 하기엔 에서였다면 에게로의 이랄지 라고들 이건 이라니 이니만큼 였다지만
이라면야 이었더라면 해왔다 해달라고 되어왔다 하고있는 하지않는 로운 답게 없이 되리라고는 했었다
"""
WORDS = """
은행 대사관 위원회 노동 대학 지방 국가 정부 대표 경제 의원 과장 가스 이용 화재 형사 계획
한국 인사 은는 의의 를를 에은 이를가 자 ㄴ 는ㄴ 시간 지원 도전 보고 주가 오보 해지
"""


@pytest.mark.parametrize("chain", CHAINS.split())
def test_chains_are_read(chain: str) -> None:
    assert is_particle_chain(chain)
    assert describe(chain)


@pytest.mark.parametrize("word", WORDS.split())
def test_words_are_no_chains(word: str) -> None:
    assert not is_particle_chain(word)
    assert describe(word) == []


@pytest.mark.parametrize(
    ("noun", "chain", "fits"),
    [
        ("정부", "는", True),
        ("정부", "은", False),
        ("미국", "은", True),
        ("미국", "는", False),
        ("서울", "로", True),
        ("서울", "으로", False),
        ("부산", "으로", True),
        ("대사", "다", True),
        ("특사", "냐고", True),
        ("장관", "다", False),
        ("US", "은", True),
        ("", "은", True),
    ],
)
def test_the_form_fits_the_noun(noun: str, chain: str, fits: bool) -> None:
    assert is_particle_chain(chain, noun) is fits


def test_pieces_have_names_a_learner_knows() -> None:
    pieces = describe("하겠다고는")
    assert [piece.form for piece in pieces] == ["하", "겠", "다고", "는"]
    assert pieces[-1].name == "topic particle"
    assert describe("으로부터의")[-1].to_json() == {
        "form": "의",
        "name_en": "possessive particle (of)",
    }


def test_a_coda_is_a_piece() -> None:
    assert [piece.form for piece in describe("인")] == ["이", "ㄴ"]


def test_contracted_particles_are_two() -> None:
    assert [piece.form for piece in describe("에선")] == ["에서", "ㄴ"]
    assert describe("까진", "서울")[-1].name == "topic particle, contracted"
    assert not is_particle_chain("ㄴ", "나")


def test_a_counter_takes_no_noun_suffix() -> None:
    assert may_follow_counter("으로")
    assert may_follow_counter("였다")
    assert not may_follow_counter("계")


def test_single_particles_are_listed() -> None:
    assert {"은", "에서", "까지", "들"} <= particles()
    assert "다고" not in particles()


@given(st.text(alphabet="은는이가을를의에서로으만도까지하했다고라며인", max_size=MAX_CHAIN + 2))
def test_pieces_join_to_the_chain(text: str) -> None:
    pieces = describe(text)
    assert bool(pieces) == is_particle_chain(text)
    assert len(pieces) <= len(text) * 2
    if len(text) > MAX_CHAIN:
        assert not pieces
