"""Finding in what a language model says which sentence each answer is for."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.translate.engine import Answer
from newsreader.translate.engines.llm_answers import answers_in
from tests.translate.llm_server import Pairs, fenced, lines, wrapped


def test_answers_are_found_wherever_they_stand() -> None:
    said = (
        '{"id": 1, "en": "A \\"quoted\\" word\\nand a line."}\n'
        '{"id":"2","en":"raw\nbreak"} {"id": 1, "en": "again"} {"id": 3, "en": "bad \\x"}'
        '[{"id" : 4 , "en" : "four"}] {"id": 5, "en": "cut of'
    )
    assert list(answers_in(said, dict.fromkeys(range(9), "가"))) == [
        Answer(1, 'A "quoted" word\nand a line.'),
        Answer(2, "raw\nbreak"),
        Answer(4, "four"),
    ]


def test_what_a_model_thinks_is_no_answer() -> None:
    seven = '{"id": 7, "en": "Seven."}'
    said = f'<think>Perhaps {{"id": 7, "en": "a draft"}}? No.</think>\n{seven}'
    assert list(answers_in(said, {7: "가"})) == [Answer(7, "Seven.")]


@given(st.dictionaries(st.integers(0, 999), st.text()), st.integers(0, 2))
def test_what_a_model_writes_well_is_read_back(pairs: Pairs, form: int) -> None:
    said, korean = (lines, fenced, wrapped)[form](pairs), dict.fromkeys(pairs, "가")
    assert {answer.id: answer.text for answer in answers_in(said, korean)} == pairs


@given(st.text('{}[]",:\\ iden0123é\n', max_size=300))
def test_anything_can_be_read(said: str) -> None:
    for answer in answers_in(said, dict.fromkeys(range(200), "가")):
        assert isinstance(answer.text, str)


def test_a_model_that_says_where_it_begins_says_so_always() -> None:
    korean = {1: "정부는 갔다.", 2: "국회는 왔다.", 3: "2026 KBO가 열렸다."}
    said = (
        '{"id": 1, "ko": "정부는 갔다", "en": "One."} {"id": 2, "en": "Two."}'
        '{"id": 3, "ko": "2026 KBO가", "en": "Three."}'
    )
    assert [answer.id for answer in answers_in(said, korean)] == [1, 3]
    # A model that copies badly is heard when it is asked for the one sentence alone.
    assert [answer.id for answer in answers_in(said.replace("정부", "政府"), korean)] == [3]
    assert [answer.id for answer in answers_in(said.replace("정부", "政府"), {1: korean[1]})] == [1]
    # What is no Korean says nothing.
    said = said.replace("정부는 갔다", "The government").replace("KBO가", "KBO")
    assert [answer.id for answer in answers_in(said, korean)] == [1, 2, 3]


SPLIT = "정부는 예산을 늘린다고 밝혔고 국회는 이를 반대했다."
AFTER = "이날 시장은 조용했다."
FIRST, SECOND = "The government said the budget grows.", "Parliament was against it."


@pytest.mark.parametrize(
    "said",
    [
        [(1, "정부는 예산을", FIRST), (1, "국회는 이를", SECOND), (2, "이날 시장은", "Calm.")],
        # It counts on …
        [(1, "정부는 예산을", FIRST), (2, "국회는 이를", SECOND), (2, "이날 시장은", "Calm.")],
        # … comes back …
        [(1, "정부는 예산을", FIRST), (2, "이날 시장은", "Calm."), (1, "국회는 이를", SECOND)],
        # … copies badly, or tells nothing: then the lengths tell.
        [(1, "정부는 예산을", FIRST), (1, "의회는", SECOND), (2, "이날 시장은", "Calm.")],
        [(1, "", FIRST), (1, "", SECOND), (2, "", "Calm.")],
    ],
)
def test_a_sentence_in_two_pieces_is_joined(said: list[tuple[int, str, str]]) -> None:
    answers = answers_in(triples(said), {1: SPLIT, 2: AFTER})
    assert list(answers) == [Answer(1, f"{FIRST} {SECOND}"), Answer(2, "Calm.")]


def test_a_sentence_in_two_pieces_leaves_the_next_to_be_asked_for_again() -> None:
    said = [(1, "정부는 예산을", FIRST), (2, "국회는 이를", SECOND), (3, "이날 시장은", "Calm.")]
    korean = {1: SPLIT, 2: AFTER, 3: "끝났다."}
    assert list(answers_in(triples(said), korean)) == [Answer(1, f"{FIRST} {SECOND}")]
    # So it is when the sentence is asked for alone.
    assert list(answers_in(triples(said), {1: SPLIT})) == [Answer(1, f"{FIRST} {SECOND}")]


@pytest.mark.parametrize(
    ("beginning", "english"),
    [
        ("정부는 예산을", SECOND),  # it says the same sentence again
        ("", f"{FIRST} {SECOND} This is a second draft."),
        ("", FIRST),
        ("이날 시장은", SECOND),  # it begins the sentence behind it
    ],
)
def test_what_is_no_second_piece_is_not_joined(beginning: str, english: str) -> None:
    said = [(1, beginning and "정부는 예산을", FIRST), (1, beginning, english)]
    assert Answer(1, FIRST) in list(answers_in(triples(said), {1: SPLIT, 2: AFTER}))


def triples(said: list[tuple[int, str, str]]) -> str:
    """Write answers of numbers, the Korean they say to begin with, and English."""
    return "\n".join(json.dumps({"id": n, "ko": ko, "en": en}) for n, ko, en in said)
