"""A child process that keeps its interpreter busy for a while over every sentence."""

import time
from typing import Any

from newsreader.child import Answerer, serve

NAME = "busy"
SECONDS = 0.4


def prepare() -> tuple[Answerer, dict[str, Any]]:
    """Return what answers: it computes, it does not sleep."""

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        end = time.perf_counter() + SECONDS
        while time.perf_counter() < end:
            pass
        return {"en": f"English of {question['ko'][:2]}"}

    return answer, {}


if __name__ == "__main__":
    serve(NAME, prepare)
