"""A language model on the loopback server: what it is asked, and the forms that it answers in."""

import json
from typing import Any

from newsreader.translate.accounts import Secret
from newsreader.translate.engines.llm import DIALECTS, LlmEngine
from newsreader.translate.engines.web import Pace
from tests.translate.server import Asked, Reply, Server

FAST = Pace(connect=1, read=2, pause=0.01)
#: English by the number that it is given for.
Pairs = dict[int, str]


def models(*known: dict[str, Any]) -> Reply:
    return Reply(body=json.dumps({"models": known}).encode())


def engine_for(name: str, server: Server) -> LlmEngine:
    """Return the engine of a dialect on ``server``, which has the model that it asks for."""
    server.always.setdefault("/api/tags", models({"name": "tiny-llm:latest"}))
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
