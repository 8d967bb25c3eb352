"""The rows that language models give English to, which merge, split, forget and lose count."""

import json
from collections.abc import Callable, Sequence

import pytest

from newsreader.article import Row
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Context
from newsreader.translate.engines.llm import DIALECTS
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import TRAINED
from tests.translate.conftest import MakeRows
from tests.translate.llm_server import (
    Pairs,
    engine_for,
    fenced,
    in_all_dialects,
    lines,
    question_of,
    wrapped,
)
from tests.translate.server import Asked, Reply, Server


class Unruly:
    """Answers like a model on a bad day: each fault once, in a form that changes."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, asked: Asked) -> Reply:
        self.count += 1
        if self.count == 1:
            return Reply(429, b"slow down", {"Retry-After": "0"})
        pairs = {
            int(number): f"He said the number {number}."
            for number in question_of(asked)["sentences"]
        }
        form: Callable[[Pairs], str] = (lines, fenced, wrapped)[self.count % 3]
        first = min(pairs)
        match self.count:
            case 2:  # one forgotten, one empty
                del pairs[first]
                pairs[first + 1] = ""
            case 4:  # one left in Korean, one that was never asked for
                pairs[first] = "그는 그렇게 말했다고 한다."
                pairs[9999] = "Never asked for."
            case 6:  # breaks off in the middle
                return in_all_dialects(form(pairs)[: len(form(pairs)) // 2])
        return in_all_dialects(form(pairs))


@pytest.mark.parametrize("name", DIALECTS)
async def test_every_row_gets_its_own_english_from_an_unruly_model(
    server: Server, memory: SqliteMemory, make_rows: MakeRows, name: str
) -> None:
    server.reply = Unruly()
    engine = engine_for(name, server)
    rows = make_rows([f"그는 숫자 {number}번을 말했다." for number in range(1, 26)])
    found = {}
    async for row in Translation(rows, engine, memory, context=Context()):
        found[row.id] = (row.status, row.en)
    await engine.close()
    assert found == {
        number: ("translated", f"He said the number {number}.") for number in range(1, 26)
    }
    assert len(server.asked) == 7


def said_of(number: int) -> str:
    return f"He said the number {number}."


def merged(pairs: Pairs) -> str:
    pairs[3] = f"{pairs[3][:-1]}, and then the number 4."
    return lines({number: en for number, en in pairs.items() if number != 4})


def dropped(pairs: Pairs) -> str:
    return lines({number: en for number, en in pairs.items() if number not in {2, 9}})


def reordered(pairs: Pairs) -> str:
    return lines(dict(reversed(pairs.items())))


def echoed(pairs: Pairs) -> str:
    return lines({**pairs, 5: "그는 숫자 5번을 말했다.", 6: ""})


def truncated(pairs: Pairs) -> str:
    said = lines(pairs)
    return said[: said.index('{"id": 8') + 20]


def renumbered(pairs: Pairs) -> str:
    return lines({number + 100: en for number, en in pairs.items()})


@pytest.mark.parametrize(
    ("form", "again"),
    [
        (merged, [[3, 4]]),
        (dropped, [[2, 9]]),
        (reordered, []),
        (echoed, [[5, 6]]),
        (truncated, [[8, 9, 10, 11], [12]]),
        (renumbered, [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]),
    ],
)
async def test_only_the_rows_concerned_are_asked_for_again(
    server: Server,
    memory: SqliteMemory,
    make_rows: MakeRows,
    form: Callable[[Pairs], str],
    again: list[list[int]],
) -> None:
    asked_for: list[list[int]] = []

    def reply(asked: Asked) -> Reply:
        numbers = [int(number) for number in question_of(asked)["sentences"]]
        asked_for.append(numbers)
        pairs = {number: said_of(number) for number in numbers}
        return in_all_dialects(form(pairs) if len(asked_for) == 1 else lines(pairs))

    server.reply = reply
    engine = engine_for("openai", server)
    rows = make_rows([f"그는 숫자 {number}번을 말했다." for number in range(1, 13)])
    found = {row.id: row.en async for row in Translation(rows, engine, memory, context=Context())}
    await engine.close()
    assert asked_for == [list(range(1, 13)), *again]
    assert set(found) == set(range(1, 13))
    assert found == {number: said_of(number) for number in found}


#: Sentences that begin differently, with their English, in the order of an article.
ARTICLE = list({" ".join(ko.split()[:3]): (ko, en) for ko, en in TRAINED}.values())[:12]
Triple = tuple[str, str]


def counted(said: Sequence[Triple], start: int = 1) -> str:
    """Write what a model said, Korean and English, under the numbers that it counts."""
    return "\n".join(
        json.dumps({"id": number, "ko": " ".join(ko.split()[:3]), "en": en})
        for number, (ko, en) in enumerate(said, start)
    )


def shifted_after_merging(said: list[Triple]) -> str:
    said[4:6] = [(said[4][0], f"{said[4][1]} {said[5][1]}")]
    return counted(said)


def shifted_after_splitting(said: list[Triple]) -> str:
    ko, en = said[4]
    said[4:5] = [(ko, en), (" ".join(ko.split()[2:]), en[20:])]
    return counted(said)


def shifted_after_forgetting(said: list[Triple]) -> str:
    return counted([*said[:2], *said[3:]])


def shifted_from_the_start(said: list[Triple]) -> str:
    return counted(said, start=2)


def changed_places(said: list[Triple]) -> str:
    said[3], said[8] = said[8], said[3]
    return counted(said)


def reversed_numbers(said: list[Triple]) -> str:
    return counted(said[::-1])


@pytest.mark.parametrize(
    "badly",
    [
        shifted_after_merging,
        shifted_after_splitting,
        shifted_after_forgetting,
        shifted_from_the_start,
        changed_places,
        reversed_numbers,
    ],
)
async def test_a_model_that_loses_count_puts_no_english_into_another_row(
    server: Server,
    memory: SqliteMemory,
    make_rows: MakeRows,
    badly: Callable[[list[Triple]], str],
) -> None:
    english = dict(ARTICLE)

    def reply(asked: Asked) -> Reply:
        sentences: dict[str, str] = question_of(asked)["sentences"]
        if len(server.asked) == 1:
            return in_all_dialects(badly([(ko, english[ko]) for ko in sentences.values()]))
        return in_all_dialects(lines({int(n): english[ko] for n, ko in sentences.items()}))

    server.reply = reply
    engine = engine_for("openai", server)
    rows = make_rows([ko for ko, _ in ARTICLE])
    found = {row.ko: row.en async for row in Translation(rows, engine, memory, context=Context())}
    await engine.close()
    assert found == english
    first, *again = ([*question_of(asked)["sentences"]] for asked in server.asked)
    assert len(first) == 12
    if badly is changed_places:
        assert again == [["4", "9", "10"]]  # the tenth could have been both, by its length


def forgotten(pairs: Pairs) -> str:
    """Rows 3 and 4 merged, for as long as they are asked for together."""
    return merged(pairs) if {3, 4} <= pairs.keys() else lines(pairs)


def stubborn(pairs: Pairs) -> str:
    """Row 4 is never answered, and row 3 always with both."""
    both = "He said the number 3, and then the number 4."
    return lines({n: both if n == 3 else en for n, en in pairs.items() if n != 4})


def doubled(pairs: Pairs) -> str:
    """Rows 3 and 4 get the same English of both, while they are asked for together."""
    both = "He said the number 3, and then the number 4."
    together = {3, 4} <= pairs.keys()
    return lines({n: both if together and n in {3, 4} else en for n, en in pairs.items()})


async def answered(
    server: Server, memory: SqliteMemory, rows: list[Row], form: Callable[[Pairs], str]
) -> tuple[dict[int, Row], list[list[int]]]:
    """Return the rows as a model leaves them that always answers like ``form``, and what it got."""
    asked_for: list[list[int]] = []

    def reply(asked: Asked) -> Reply:
        asked_for.append([int(number) for number in question_of(asked)["sentences"]])
        return in_all_dialects(form({number: said_of(number) for number in asked_for[-1]}))

    server.reply = reply
    engine = engine_for("openai", server)
    found = {row.id: row async for row in Translation(rows, engine, memory, context=Context())}
    await engine.close()
    return found, asked_for


@pytest.mark.parametrize("form", [forgotten, doubled])
async def test_merged_rows_are_asked_for_one_by_one(
    server: Server, memory: SqliteMemory, make_rows: MakeRows, form: Callable[[Pairs], str]
) -> None:
    rows = make_rows([f"그는 숫자 {number}번을 말했다." for number in range(1, 13)])
    found, asked_for = await answered(server, memory, rows, form)
    assert asked_for[1:] == [[3, 4], [3], [4]]
    assert {number: row.en for number, row in found.items()} == {n: said_of(n) for n in found}
    assert not [row.warnings for row in found.values() if row.warnings]


async def test_what_stays_merged_is_shown_as_merged_over_its_rows(
    server: Server, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    rows = make_rows([f"그는 숫자 {number}번을 말했다." for number in range(1, 13)])
    found, asked_for = await answered(server, memory, rows, stubborn)
    assert asked_for[1:] == [[3, 4], [3], [4], [3], [4]]
    for number in (3, 4):
        assert found[number].en == "He said the number 3, and then the number 4."
        assert [(one.code, one.message) for one in found[number].warnings] == [
            ("merged", "this English covers rows 3–4")
        ]
    own = {number: row.en for number, row in found.items() if number not in {3, 4}}
    assert own == {number: said_of(number) for number in own}
    assert not [row.id for row in found.values() if row.id in own and row.warnings]
    # The memory has English by the sentence, and this is of two.
    assert {entry.en for entry in memory} == set(own.values())


async def test_a_long_answer_whose_neighbours_have_their_own_stays(
    server: Server, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    def wordy(pairs: Pairs) -> str:
        return lines({**pairs, 3: f"{said_of(3)[:-1]}, which is what people say of him."})

    rows = make_rows([f"그는 숫자 {number}번을 말했다." for number in range(1, 13)])
    found, asked_for = await answered(server, memory, rows, wordy)
    assert asked_for == [list(range(1, 13))]
    assert found[3].en == "He said the number 3, which is what people say of him."


async def test_a_sentence_that_never_comes_is_asked_for_four_times(
    server: Server, memory: SqliteMemory, make_rows: MakeRows
) -> None:
    asked_for: list[list[int]] = []

    def reply(asked: Asked) -> Reply:
        numbers = [int(number) for number in question_of(asked)["sentences"]]
        asked_for.append(numbers)
        return in_all_dialects(lines({n: said_of(n) for n in numbers if n not in {2, 7}}))

    server.reply = reply
    engine = engine_for("openai", server)
    rows = make_rows([f"그는 숫자 {number}번을 말했다." for number in range(1, 13)])
    found = {row.id: row async for row in Translation(rows, engine, memory, context=Context())}
    await engine.close()
    assert asked_for == [list(range(1, 13)), [2, 7], [2], [7], [2], [7]]
    assert {row.id for row in found.values() if row.en is None} == {2, 7}
    assert found[7].reason == "The engine openai gave no answer for this sentence."
