"""A child process that says back what it got, in English letters: ``python -m … LOG``.

Each line of the file LOG is a text that was asked for. Hangul becomes "…" so that the answer is no
Korean; what is in Latin letters and digits already stays.
"""

import re
import sys
from pathlib import Path
from typing import Any

from newsreader.child import Answerer, serve

NAME = "echo"
_HANGUL = re.compile("[가-힣]+")


def prepare() -> tuple[Answerer, dict[str, Any]]:
    """Return what answers."""
    log = Path(sys.argv[1])

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        with log.open("a", encoding="utf-8") as file:
            file.write(question["ko"] + "\n")
        return {"en": "So " + _HANGUL.sub("…", question["ko"])}

    return answer, {}


if __name__ == "__main__":
    serve(NAME, prepare)
