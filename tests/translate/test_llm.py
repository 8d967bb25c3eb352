"""Language models in three dialects, against a server that misbehaves as models do."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match, Row
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.library.memory import SqliteMemory
from newsreader.translate.accounts import Secret
from newsreader.translate.engine import Answer, Context, Request
from newsreader.translate.engines.llm import DIALECTS, LlmEngine, answers_in, open_llm
from newsreader.translate.engines.web import Pace
from newsreader.translate.pipeline import Translation
from tests.fixtures.model.corpus import TRAINED
from tests.translate.conftest import MakeRows
from tests.translate.server import Asked, Reply, Server

FAST = Pace(connect=1, read=2, pause=0.01)
Pairs = dict[int, str]


@pytest.fixture(autouse=True)
def ollama_has_a_model(server: Server) -> None:
    server.always["/api/tags"] = models({"name": "tiny-llm:latest"})


def models(*known: dict[str, Any]) -> Reply:
    return Reply(body=json.dumps({"models": known}).encode())


def engine_for(name: str, server: Server) -> LlmEngine:
    return LlmEngine(
        DIALECTS[name], model="tiny-llm", url=server.url, key=Secret("key-4711"), pace=FAST
    )


def question_of(asked: Asked) -> dict[str, Any]:
    question: dict[str, Any] = json.loads(json.loads(asked.body)["messages"][-1]["content"])
    return question


def in_all_dialects(text: str) -> Reply:
    """Return one body that each dialect finds its answer in."""
    body = {
        "choices": [{"message": {"content": text}}],
        "content": [{"type": "text", "text": text}],
        "message": {"content": text},
    }
    return Reply(body=json.dumps(body).encode())


def lines(pairs: Pairs) -> str:
    return "\n".join(json.dumps({"id": number, "en": en}) for number, en in pairs.items())


def fenced(pairs: Pairs) -> str:
    listed = [{"id": str(number), "en": en} for number, en in pairs.items()]
    return f"Here you are:\n```json\n{json.dumps(listed, indent=2)}\n```\nAnything else?"


def wrapped(pairs: Pairs) -> str:
    return json.dumps({"t": [{"id": number, "en": en} for number, en in pairs.items()]}) + " done!"


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


async def test_what_each_dialect_is_asked(server: Server) -> None:
    server.reply = lambda _: in_all_dialects(lines({7: "Yes."}))
    match_ = Match(0, 4, "한국은행", "Bank of Korea")
    requests = [Request(7, "한국은행은 갔다.", (match_,)), Request(8, "왔다.")]
    context = Context(title="제목", sentences=("한국은행은 갔다.", "왔다."))
    for name in DIALECTS:
        engine = engine_for(name, server)
        assert [one async for one in engine.translate(requests, context)] == [Answer(7, "Yes.")]
        await engine.close()
    by_path = {asked.path: asked for asked in server.asked}
    assert set(by_path) == {"/chat/completions", "/v1/messages", "/api/chat"}
    for asked in by_path.values():
        assert json.loads(asked.body)["model"] == "tiny-llm"
        assert question_of(asked) == {
            "context": "제목\n한국은행은 갔다.\n왔다.",
            "glossary": {"한국은행": "Bank of Korea"},
            "sentences": {"7": "한국은행은 갔다.", "8": "왔다."},
        }
    assert by_path["/chat/completions"].headers["authorization"] == "Bearer key-4711"
    assert by_path["/v1/messages"].headers["x-api-key"] == "key-4711"
    assert by_path["/v1/messages"].headers["anthropic-version"]
    assert json.loads(by_path["/api/chat"].body)["stream"] is False


@pytest.mark.parametrize(
    ("name", "wish", "refused"),
    [
        # What OpenAI says for its models that reason, and Ollama for some that do not.
        ("openai", "temperature", b'{"error": {"code": "unsupported_value"}}'),
        ("ollama", "think", b'{"error": "\\"tiny-llm\\" does not support thinking"}'),
    ],
)
async def test_what_a_model_does_not_take_is_left_out(
    server: Server, name: str, wish: str, refused: bytes
) -> None:
    def reply(asked: Asked) -> Reply:
        return Reply(400, refused) if wish in json.loads(asked.body) else in_all_dialects(SEVEN)

    server.reply = reply
    engine = engine_for(name, server)
    for _ in range(2):
        found = [one async for one in engine.translate([Request(7, "가")], Context())]
        assert found == [Answer(7, "Seven.")]
    await engine.close()
    assert [wish in json.loads(asked.body) for asked in server.asked] == [True, False, False]


SEVEN = '{"id": 7, "en": "Seven."}'


async def test_a_request_that_is_never_accepted_is_one_sentence(server: Server) -> None:
    server.reply = lambda _: Reply(400)
    for name, times in (("openai", 2), ("anthropic", 1), ("ollama", 2)):
        server.asked.clear()
        engine = engine_for(name, server)
        with pytest.raises(EngineError, match=rf"{name} did not accept the request \(HTTP 400\)"):
            _ = [one async for one in engine.translate([Request(1, "가")], Context())]
        await engine.close()
        assert len(server.asked) == times


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"name": "tiny-llm:latest", "remote_host": "https://ollama.com:443"}, "at ollama.com"),
        ({"name": "tiny-llm", "remote_model": "gpt-oss:120b"}, "at ollama.com"),
        ({"name": "tiny-llm:7b"}, "run `ollama pull tiny-llm`"),
        ({}, "run `ollama pull tiny-llm`"),
    ],
)
async def test_nothing_goes_to_the_cloud_of_ollama(
    server: Server, known: dict[str, Any], said: str
) -> None:
    server.always["/api/tags"] = models(known)
    engine = engine_for("ollama", server)
    for _ in range(2):
        with pytest.raises(EngineError, match=said):
            _ = [one async for one in engine.translate([Request(1, "가")], Context())]
    await engine.close()
    assert server.asked == []


async def test_news_that_a_filter_does_not_like_has_no_answer(server: Server) -> None:
    filtered = {"choices": [{"message": {"content": None}, "finish_reason": "content_filter"}]}
    server.reply = lambda _: Reply(body=json.dumps(filtered).encode())
    engine = engine_for("openai", server)
    assert [one async for one in engine.translate([Request(1, "가")], Context())] == []
    await engine.close()


@pytest.mark.parametrize("name", DIALECTS)
async def test_an_answer_of_another_form_is_one_sentence(server: Server, name: str) -> None:
    server.reply = lambda _: Reply(body=b'{"detail": "this is something else"}')
    engine = engine_for(name, server)
    with pytest.raises(EngineError, match="a form that is not known"):
        _ = [one async for one in engine.translate([Request(1, "가")], Context())]
    await engine.close()


async def test_a_long_article_is_not_sent_whole(server: Server) -> None:
    server.reply = lambda _: in_all_dialects("")
    sentences = tuple(f"{number}번째 문장 " + "가" * 100 for number in range(500))
    engine = engine_for("openai", server)
    requests = [Request(300, sentences[299])]
    _ = [one async for one in engine.translate(requests, Context("제목", sentences))]
    await engine.close()
    around = question_of(server.asked[0])["context"]
    assert len(around) <= 6000
    assert around.startswith("제목\n0번째")
    for near in (298, 299, 300):
        assert sentences[near] in around
    assert sentences[200] not in around


def test_accounts(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineError, match="NEWSREADER_OPENAI_KEY"):
        open_llm("openai", paths)
    monkeypatch.setenv("NEWSREADER_OPENAI_URL", "http://127.0.0.1:8080/v1")
    monkeypatch.setenv("NEWSREADER_OPENAI_MODEL", "gemma")
    assert open_llm("openai", paths).version == "gemma, prompt 2"
    monkeypatch.setenv("NEWSREADER_OLLAMA_MODEL", "gemma")
    monkeypatch.setenv("NEWSREADER_OLLAMA_URL", "https://ollama.example.org")
    with pytest.raises(EngineError, match="for this machine alone"):
        open_llm("ollama", paths)


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
    said = f'<think>Perhaps {{"id": 7, "en": "a draft"}}? No.</think>\n{SEVEN}'
    assert list(answers_in(said, {7: "가"})) == [Answer(7, "Seven.")]


@given(st.dictionaries(st.integers(0, 999), st.text()), st.integers(0, 2))
def test_what_a_model_writes_well_is_read_back(pairs: Pairs, form: int) -> None:
    said, korean = (lines, fenced, wrapped)[form](pairs), dict.fromkeys(pairs, "가")
    assert {answer.id: answer.text for answer in answers_in(said, korean)} == pairs


@given(st.text('{}[]",:\\ iden0123é\n', max_size=300))
def test_anything_can_be_read(said: str) -> None:
    for answer in answers_in(said, dict.fromkeys(range(200), "가")):
        assert isinstance(answer.text, str)
