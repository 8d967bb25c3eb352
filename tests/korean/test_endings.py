"""Endings and constructions, what they tell of a writer's stance, and verbs back to their lemma."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.analyser import Analyser, Morpheme
from newsreader.korean.conjugation import inflections
from newsreader.korean.endings import endings, find, in_short, name, stance
from newsreader.korean.lexicon import look_up

STANCES = [
    ("시는 다음 달 다리를 고치기로 했다.", "기로 했다", "planned"),
    ("회사는 공장을 닫을 방침이다.", "방침이다", "planned"),
    ("행사는 오는 토요일에 열릴 예정이다.", "예정이다", "planned"),
    ("홍 씨는 물러나겠다고 밝혔다.", "겠다고 밝혔다", "planned"),
    ("내일은 눈이 내릴 전망이다.", "전망이다", "expected"),
    ("물가는 더 오를 것으로 예상된다.", "것으로 예상된다", "expected"),
    ("홍 씨는 이미 떠난 것으로 알려졌다.", "것으로 알려졌다", "reported"),
    ("소방서에 따르면 다친 사람은 없다.", "에 따르면", "reported"),
    ("불은 부엌에서 시작된 것으로 추정된다.", "것으로 추정된다", "guessed"),
    ("일정이 미뤄질 가능성이 크다.", "가능성이", "guessed"),
    ("홍 씨는 사실이 아니라고 말했다.", "라고 말했다", "quoted"),
    ("값이 비싸다는 지적이 나온다.", "다는 지적이", "quoted"),
    ("교장 선생님께서 오셨다.", "께서", "honorific"),
    ("회사는 새 공장을 세운다는 구상이다.", "다는 구상이다", "planned"),
    ("두 시는 다리를 함께 놓기로 뜻을 모았다.", "기로 뜻을 모았다", "planned"),
    ("비가 더 내릴 공산이 크다.", "공산이", "guessed"),
    ("홍 씨는 “몰랐다”며 사과했다.", "며", "quoted"),
    ("기온이 오를 것으로 예보됐다.", "것으로 예보됐다", "expected"),
    ("이는 선거를 의식한 것으로 풀이된다.", "으로 풀이된다", "guessed"),
    ("홍 씨가 상을 받는다는 소문이 돈다.", "다는 소문이", "reported"),
]


def test_the_table_is_large_and_every_row_says_what_it_means() -> None:
    rows = endings()
    assert len(rows) >= 200
    for row in rows:
        assert row.forms and row.name and row.meaning
        assert row.register in {"neutral", "formal", "spoken", "written", "honorific"}
        assert bool(row.english) == (row.does is not None), row
    assert {row.does for row in rows if row.does} == {
        "reported",
        "quoted",
        "planned",
        "expected",
        "guessed",
        "honorific",
    }


@pytest.mark.parametrize(("text", "words", "kind"), STANCES)
def test_a_stance_is_seen_in_the_written_text(text: str, words: str, kind: str) -> None:
    assert (words, kind) in [(text[one.start : one.end], one.kind) for one in stance(text)]


def test_plain_statements_have_no_stance() -> None:
    for text in ("시는 다리를 고쳤다.", "홍길순 씨가 상을 받았다.", "값이 올라 손님이 줄었다."):
        assert stance(text) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_a_stance_is_seen_with_morphemes_too(analyser: Analyser) -> None:
    analysed = await analyser.analyse([text for text, _, _ in STANCES])
    for (text, words, kind), morphemes in zip(STANCES, analysed, strict=True):
        found = [(text[one.start : one.end], one.kind) for one in stance(text, morphemes)]
        assert (words, kind) in found


def test_a_name_depends_on_what_an_ending_is_attached_to() -> None:
    verb, adjective = name("ㄴ", "ETM"), name("ㄴ", "ETM", "adjective")
    assert verb is not None and adjective is not None
    assert (verb.name, adjective.name) == (
        "adnominal ending, past",
        "adnominal ending of an adjective",
    )
    copula, command = name("라고", "EC", "copula"), name("라고", "EC")
    assert copula is not None and command is not None
    assert (copula.english, command.english) == ("says that it is", "tells to")
    assert name("쀍", "EC") is None


@pytest.mark.parametrize(
    "text",
    [
        "화재가 발생해 주민이 대피했다",
        "실력을 쌓아 주목받는다",
        "재판에 넘겨 본부장이 물러났다",
        "경기가 식어 둔화했다",
    ],
)
def test_a_noun_behind_an_infinitive_is_no_auxiliary(text: str) -> None:
    assert [one.ending.forms for one in find(text) if one.ending.is_construction] == []


@pytest.mark.parametrize(
    ("text", "form"), [("짐을 들어 줬다", "-어 주다"), ("한 번 먹어 본 적", "-어 보다")]
)
def test_an_auxiliary_behind_an_infinitive_is_seen(text: str, form: str) -> None:
    assert form in {one.ending.forms[0] for one in find(text)}


def test_morphemes_keep_look_alikes_apart() -> None:
    text = "그는 려과기를 샀다"
    noun = [Morpheme("려과기", "NNG", "려과기", 3, 6)]
    assert find(text, noun) == []


@given(st.text(alphabet="가는다고겠것으로알려졌예정이할 기로했.다며\n😀", max_size=60))
def test_places_are_inside_the_text_and_apart(text: str) -> None:
    last = 0
    for one in stance(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end


def test_a_long_text_is_read_in_reasonable_time() -> None:
    text = "그는 물러나겠다고 밝힌 것으로 알려졌다. " * 400
    endings()
    start = time.process_time()
    assert len(stance(text)) >= 800
    assert time.process_time() - start < 5


# Conjugation


def _known(lemma: str) -> bool:
    return any(entry.pos in {"v", "a", "aux"} for entry in look_up(lemma))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("올랐다", "오르다"),
        ("불러", "부르다"),
        ("이르러", "이르다"),
        ("도와", "돕다"),
        ("어려울", "어렵다"),
        ("들으며", "듣다"),
        ("지었다", "짓다"),
        ("푸는", "풀다"),
        ("하얀", "하얗다"),
        ("그래서", "그렇다"),
        ("커", "크다"),
        ("내놨다", "내놓다"),
        ("알려졌다", "알려지다"),
        ("써야", "쓰다"),
        ("가져왔다는", "가져오다"),
        ("읽으셨습니다", "읽다"),
        ("팔았을지도", "팔다"),
    ],
)
def test_inflected_forms_go_back_to_their_lemma(word: str, lemma: str) -> None:
    assert lemma in [one.lemma for one in inflections(word, _known)][:2]


def test_the_endings_of_a_form_are_named() -> None:
    first = inflections("물러나겠다고", _known)[0]
    assert first.lemma == "물러나다"
    assert [ending.name for ending in first.endings] == [
        "prospective",
        "quotative ending, statement",
    ]


@given(st.text(max_size=30))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(inflections(text, lambda _: True), list)


def test_in_short_a_stance_is_said_once_and_without_asides() -> None:
    text = "회사는 공장을 닫을 방침이라고 밝혔다. 홍 씨는 몰랐다고 주장했다."
    said = in_short(stance(text))
    assert said.startswith("plans to · ")
    assert "(" not in said
    assert in_short([]) == ""
    twice = stance("비가 올 전망이다. 눈도 올 전망이다.")
    assert len(twice) == 2
    assert " · " not in in_short(twice)
