"""Running the command line as a user does: its arguments, its output and its exit code."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jsonschema import Draft202012Validator

from newsreader.cli.main import run

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
    """Run the command line in the test's home (``$NEWSREADER_HOME``), within this process.

    A process of its own (:func:`newsreader_process`) costs half a second before it does anything.
    ``environment`` is added to ours.
    """
    out, err = _stream(), _stream()
    with (
        patch.dict(os.environ, environment or {}),
        redirect_stdout(out),
        redirect_stderr(err),
        _standard_input(_bytes(stdin)),
    ):
        code = run([str(argument) for argument in arguments])
    return Done(code, _written(out), _written(err))


def newsreader_process(
    *arguments: str | Path, stdin: str | bytes = b"", environment: Mapping[str, str] | None = None
) -> Done:
    """Run ``newsreader`` as a process of its own: where the process itself is what is tested."""
    done = subprocess.run(
        [sys.executable, "-m", "newsreader", *map(str, arguments)],
        input=_bytes(stdin),
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(environment or {})},
        check=False,
    )
    result = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in result.err, result.err
    return result


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _stream(content: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


@contextmanager
def _standard_input(content: bytes) -> Iterator[None]:
    before, sys.stdin = sys.stdin, _stream(content)
    try:
        yield
    finally:
        sys.stdin = before
