"""Running the command line as a user does: a process of its own, its output and its exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_SCHEMA = json.loads((Path(__file__).parent.parent / "article.schema.json").read_text("utf-8"))
ARTICLE = Draft202012Validator(_SCHEMA)


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def newsreader(
    *arguments: str | Path, stdin: str | bytes = b"", environment: Mapping[str, str] | None = None
) -> Done:
    """Run ``newsreader`` in the test's home (``$NEWSREADER_HOME``)."""
    done = subprocess.run(
        [sys.executable, "-m", "newsreader", *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(environment or {})},
        check=False,
    )
    result = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in result.err, result.err
    return result
