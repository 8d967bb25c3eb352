"""Whatever an engine says, a row shows its own English or says why it has none."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article import Match, Row, Segment
from newsreader.errors import EngineError
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import Term
from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.text import clean_line
from newsreader.translate.checks import fault
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.pipeline import Translation
from tests.translate.conftest import MakeRows
from tests.translate.oracle import AROUND, Oracle, finished


async def test_what_was_not_answered_well_is_asked_once_more(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def badly(requests: Sequence[Request]) -> list[Answer]:
        del requests
        return [
            Answer(5, "Row five."),
            Answer(2, ""),
            Answer(99, "Never asked for."),
            Answer(3, "아직도 한국어 그대로다"),
            Answer(1, "Row one."),
            Answer(1, "Row one again, later."),
            Answer(4, "Error 500 (Server Error)!!1"),
        ]

    engine = Oracle(badly)
    rows = {row.id: row for row in await finished(make_rows(["가나다."] * 6), engine, memory)}
    assert engine.asked == [[1, 2, 3, 4, 5, 6], [2, 3], [4, 6]]
    assert {number: row.en for number, row in rows.items()} == {
        1: "Row one.",
        2: "English 2.",
        3: "English 3.",
        4: "English 4.",
        5: "Row five.",
        6: "English 6.",
    }


async def test_what_is_never_answered_well_fails_alone(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def badly(requests: Sequence[Request]) -> list[Answer]:
        said = {2: "", 3: "그대로 그대로"}
        return [Answer(one.id, said.get(one.id, "Fine.")) for one in requests if one.id != 4]

    engine = Oracle(*[badly] * 9)
    rows = {row.id: row for row in await finished(make_rows(["가나다."] * 4), engine, memory)}
    assert {number: row.reason for number, row in rows.items()} == {
        1: None,
        2: "The answer of oracle is empty.",
        3: "The answer of oracle is still Korean.",
        4: "The engine oracle gave no answer for this sentence.",
    }
    assert [rows[number].status for number in (1, 2)] == ["translated", "failed"]


async def test_what_was_answered_before_an_engine_broke_stays(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def breaking(requests: Sequence[Request]) -> Iterator[Answer]:
        yield Answer(requests[1].id, "Second.")
        raise EngineError("The engine has no power.")

    engine = Oracle(breaking, capabilities=Capabilities(batch=3))
    rows = {row.id: row for row in await finished(make_rows(["가나다."] * 5), engine, memory)}
    assert [rows[number].status for number in range(1, 6)] == [
        "failed",
        "translated",
        "failed",
        "untranslated",
        "untranslated",
    ]
    assert {row.reason for row in rows.values() if not row.en} == {"The engine has no power."}
    assert [one.en for one in memory] == ["Second."]


async def test_a_row_that_waits_for_a_better_answer_keeps_the_first_one(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def breaking(requests: Sequence[Request]) -> Iterator[Answer]:
        yield Answer(requests[0].id, "They left it at that.")
        raise EngineError("The engine has no power.")

    glossary = Glossary([Term("기준금리", "base rate", "economy")])
    rows = [
        replace(row, terms=(Match(0, 4, "기준금리", "base rate"),))
        for row in make_rows(["기준금리다."] * 2)
    ]
    stream = Translation(rows, Oracle(breaking), memory, context=AROUND, glossary=glossary)
    found = {row.id: row async for row in stream}
    assert (found[1].en, found[2].en) == ("They left it at that.", None)
    assert found[2].reason == "The engine has no power."


async def test_our_own_mistakes_are_not_swallowed(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def buggy(requests: Sequence[Request]) -> list[Answer]:
        raise ZeroDivisionError(len(requests))

    with pytest.raises(ZeroDivisionError):
        await finished(make_rows(["가나다."]), Oracle(buggy), memory)


async def test_a_sentence_that_is_too_long_fails_alone(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    engine = Oracle(capabilities=Capabilities(max_characters=10))
    long, short = await finished(make_rows(["가" * 11, "나" * 10]), engine, memory)
    assert (long.status, short.status) == ("failed", "translated")
    assert "no more than 10 characters" in (long.reason or "")


async def test_what_is_not_korean_stays_as_it_is(memory: SqliteMemory, make_rows: MakeRows) -> None:
    engine = Oracle()
    (row,) = await finished(make_rows(["(AFP) 2026-11-23 ***"]), engine, memory)
    assert (row.en, row.status) == ("(AFP) 2026-11-23 ***", "translated")
    assert engine.asked == []


async def test_terms_and_context_are_part_of_the_key_only_if_they_are_used(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    (row,) = make_rows(["한국은행은 갔다."])
    named = replace(row, terms=(Match(0, 4, "한국은행", "Bank of Korea"),))
    for uses, statuses in ((False, ["cached", "cached"]), (True, ["translated", "translated"])):
        can = Capabilities(uses_terms=uses, uses_context=uses)
        engine = Oracle(capabilities=can)
        engine.version = str(uses)
        await finished([row], engine, memory)
        (by_term,) = await finished([named], engine, memory)
        (by_context,) = await finished([row], engine, memory, Context(title="다른 제목"))
        assert [by_term.status, by_context.status] == statuses


async def test_a_library_that_breaks_does_not_stop_the_translation(
    connection: sqlite3.Connection, make_rows: MakeRows
) -> None:
    connection.execute("DROP TABLE memory")
    rows = await finished(make_rows(["가나다."] * 3), Oracle(), SqliteMemory(connection))
    assert [row.status for row in rows] == ["translated"] * 3
    assert [[warning.code for warning in row.warnings] for row in rows] == [["not-kept"], [], []]


# Merged rows


SHORT, LONG = "가" * 40, "나" * 44


@pytest.mark.parametrize("again", ["alone", "merged"])
async def test_english_that_goes_on_into_the_next_batch_is_asked_for_again(
    memory: SqliteMemory, make_rows: MakeRows, again: str
) -> None:
    """Rows 1 and 2 are one batch, 3 and 4 the next: the answer for row 2 has that of row 3."""
    own = {number: f"No. {number}. " + "a" * 72 for number in range(1, 5)}

    def merging(requests: Sequence[Request]) -> list[Answer]:
        return [
            Answer(one.id, f"{own[2]}. {own[3]}." if one.id == 2 else own[one.id])
            for one in requests
        ]

    def right(requests: Sequence[Request]) -> list[Answer]:
        return [Answer(one.id, own[one.id]) for one in requests]

    second = merging if again == "merged" else right
    sees = Capabilities(batch=2, uses_context=True)
    engine = Oracle(merging, second, right, capabilities=sees)
    texts = ["가" * 40, "나" * 44, "다" * 40, "라" * 44]
    rows = {row.id: row for row in await finished(make_rows(texts), engine, memory)}
    assert engine.asked == [[1, 2], [2], [3, 4]]
    assert [rows[number].en for number in (1, 3, 4)] == [own[1], own[3], own[4]]
    if again == "alone":
        assert rows[2].en == own[2]
        assert not rows[2].warnings
    else:
        assert [one.code for one in rows[2].warnings] == ["merged"]
        assert rows[2].warnings[0].message == "this English covers rows 2–3"
        # Only what is a row's own is remembered.
        assert sorted(entry.en for entry in memory) == [own[1], own[3], own[4]]


async def test_an_engine_without_context_cannot_know_the_next_batch(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    """English of its own that is merely long is not asked for again."""
    long = "It is a long way. " * 9

    def windy(requests: Sequence[Request]) -> list[Answer]:
        return [Answer(one.id, f"{long}{one.id}.") for one in requests]

    engine = Oracle(windy, windy, capabilities=Capabilities(batch=1))
    rows = await finished(make_rows([SHORT, LONG]), engine, memory)
    assert engine.asked == [[1], [2]]
    assert all(not row.warnings for row in rows)


# Anything at all


#: What an engine may say for a row; {} is the row's number.
SPEECHES = st.sampled_from(
    [
        "English {}.",
        "English {}, and then a good deal more of it than anyone has said in Korean so far.",
        "  English\u200b {}\x1b[31m\u202e. ",
        "",
        "영어가 아니라 아직 한국어 {}.",
        "中文回答第{}句话，而不是英文。",
        "Error 500 (Server Error)!!1",
        "no no no no no no {}",
        "long " * 2000 + "{}",
    ]
)
#: One call's answers: the place of the row, or of none, and what is said for it.
CALLS = st.lists(st.lists(st.tuples(st.integers(-1, 9), SPEECHES), max_size=12), max_size=12)


@settings(max_examples=40)
@given(CALLS, st.integers(1, 8), st.integers(1, 4))
async def test_whatever_is_answered_a_row_shows_what_was_said_for_it(
    calls: list[list[tuple[int, str]]], size: int, batch: int
) -> None:
    said: dict[int, set[str]] = {}

    def speech(answers: list[tuple[int, str]]) -> Callable[[Sequence[Request]], list[Answer]]:
        def speak(requests: Sequence[Request]) -> list[Answer]:
            del requests
            for number, text in answers:
                said.setdefault(number, set()).add(clean_line(text.format(number)))
            return [Answer(number, text.format(number)) for number, text in answers]

        return speak

    can = Capabilities(batch=batch, tries=3, uses_context=True)
    engine = Oracle(*map(speech, calls), *[lambda _: []] * 99, capabilities=can)
    rows = [
        Row(Segment(number, 0, "paragraph", f"{number}번째 문장은 이렇게 길게 이어진다고 한다."))
        for number in range(1, size + 1)
    ]
    with closing(connect(None)) as connection:
        memory = SqliteMemory(connection)
        found = await finished(rows, engine, memory)
        kept = {entry.ko: entry.en for entry in memory}
    assert sorted(row.id for row in found) == [row.id for row in rows]
    for row in found:
        merged = any(one.code == "merged" for one in row.warnings)
        if row.en is None:
            assert row.reason
        elif not merged:
            assert row.en in said[row.id]
            assert fault(row.ko, row.en) is None
        assert kept.get(row.ko) == (None if merged else row.en)
