"""Language models in three dialects: what they are asked, and what they refuse."""

import json
from typing import Any

import pytest

from newsreader.article import Match
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.translate.engine import Answer, Context, Request
from newsreader.translate.engines.llm import DIALECTS, open_llm
from tests.translate.llm_server import engine_for, in_all_dialects, lines, models, question_of
from tests.translate.server import Asked, Reply, Server

SEVEN = '{"id": 7, "en": "Seven."}'


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
