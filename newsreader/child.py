"""A child process that answers questions: one JSON object a line, over pipes.

Some libraries hold the interpreter for a third of a second, or cannot be interrupted at all. They
work in a process of their own, where they stop nobody and can be killed. Both ends of the way of
speaking are here: :class:`Child` asks, :func:`serve` answers.

The child first says ``{"hello": NAME, "protocol": 1, …}`` or ``{"fatal": "why"}``. Then, for each
line ``{"id": n, …}`` on its standard input, it writes ``{"id": n, …}`` or ``{"id": n, "error":
"why"}``, and it ends with its standard input. What it (or a library in it) writes to standard error
or prints goes to a log file, never to the terminal.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsreader.errors import NewsreaderError

#: The version of the way of speaking; both ends come from one installation.
PROTOCOL = 1

#: The most bytes of one line, either way.
LINE_LIMIT = 1 << 20

_LOG_LIMIT = 1 << 20
_EXIT_FATAL = 3
#: Seconds to wait for the end of a dead child's pipe, should somebody else hold it open.
_LAST_WORDS = 1.0


class ChildError(NewsreaderError):
    """A child process gave no answer. ``str(error)`` is one sentence."""


class ChildRefusedError(ChildError):
    """The child said itself that it cannot work; starting it again would not help."""


class _BrokenError(Exception):
    """The child ended or spoke rubbish; starting it again may help."""


class Child:
    """One child process that runs ``module``, started when first asked.

    Questions are put one after another. A child that ends or speaks rubbish is started again, once
    for each question. Cancelling a question kills the child: its answer would come too late and be
    taken for that of the next one.
    """

    def __init__(
        self,
        module: str,
        arguments: Sequence[str],
        *,
        name: str,
        log: Path,
        start_timeout: float = 30.0,
        answer_timeout: float = 30.0,
    ) -> None:
        self._module = module
        self._arguments = tuple(arguments)
        self._name = name
        self._log = log
        self._start_timeout = start_timeout
        self._answer_timeout = answer_timeout
        self._process: asyncio.subprocess.Process | None = None
        #: What makes the process; it goes on when whoever waits for it is cancelled.
        self._starting: asyncio.Task[asyncio.subprocess.Process] | None = None
        #: What lets go of the process before this one, likewise.
        self._ending: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._closing = False
        self._asked = 0

    @property
    def pid(self) -> int | None:
        """The number of the running process, or None."""
        return self._process.pid if self._process else None

    async def ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return the child's answer to ``question`` (whose ``id`` is set here).

        Raises ChildRefusedError when the child cannot work here, ChildError when it failed twice,
        took longer than the time limit, or says that it could not answer.
        """
        async with self._turn:
            try:
                return await self._ask(question)
            except ChildError:
                raise
            except BaseException:  # cancelled: the answer may still be on its way
                await self._end()
                raise

    async def close(self) -> None:
        """End the child, if it runs; a question that is under way fails."""
        self._closing = True
        try:
            self._kill()
            async with self._turn:
                await self._end()
        finally:
            self._closing = False

    async def _ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        for last in (False, True):
            try:
                return await self._exchange(question)
            except TimeoutError:
                await self._end()
                raise ChildError(
                    f"The {self._name} process did not answer in {self._answer_timeout:g} seconds."
                ) from None
            except _BrokenError as error:
                await self._end()
                if self._closing:
                    raise ChildError(f"The {self._name} process was stopped.") from error
                if last:
                    raise ChildError(
                        f"The {self._name} process failed twice: {error} (see {self._log})."
                    ) from error
        raise AssertionError("the second failure raises")

    async def _exchange(self, question: Mapping[str, Any]) -> dict[str, Any]:
        process = await self._running()
        self._asked += 1
        line = json.dumps({**question, "id": self._asked}).encode() + b"\n"
        async with asyncio.timeout(self._answer_timeout):
            answer = await _say_and_hear(process, line)
        if answer.get("id") != self._asked:
            raise _BrokenError("it answered what was not asked")
        if "error" in answer:
            raise ChildError(f"The {self._name} process could not answer: {answer['error']}.")
        return answer

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is not None and self._process.returncode is None:
            return self._process
        await self._end()
        self._starting = asyncio.create_task(self._start())
        process = await asyncio.shield(self._starting)
        try:
            async with asyncio.timeout(self._start_timeout):
                hello = await _hear(process)
        except TimeoutError:
            await self._end()
            raise ChildError(
                f"The {self._name} process did not start in {self._start_timeout:g} seconds."
            ) from None
        if "fatal" in hello:
            await self._end()
            raise ChildRefusedError(str(hello["fatal"]))
        if hello.get("hello") != self._name or hello.get("protocol") != PROTOCOL:
            raise _BrokenError("it is not the program that was expected")
        return process

    async def _start(self) -> asyncio.subprocess.Process:
        try:
            log = _open_log(self._log)
        except OSError as error:
            raise ChildError(f"The log {self._log} cannot be written: {error.strerror}.") from error
        try:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", self._module, *self._arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                limit=LINE_LIMIT,
                env=_environment(),
                **_own_group(),
            )
        except OSError as error:
            raise ChildError(
                f"The {self._name} process could not be started: {error.strerror}."
            ) from error
        finally:
            os.close(log)
        return self._process

    def _kill(self) -> None:
        if self._process is None or self._process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                # Process.kill would take the exit code from whoever waits for it in asyncio, which
                # then writes "Unknown child process" to the terminal (Python before 3.13).
                os.kill(self._process.pid, signal.SIGKILL)

    async def _end(self) -> None:
        """End the process and wait until asyncio has let go of it.

        Tasks of their own start and end it: whoever waits may be cancelled, and the next one goes
        on waiting.
        """
        if self._starting is not None:
            await asyncio.wait([self._starting])
            self._starting = None
        if self._process is not None:
            self._kill()
            self._ending = asyncio.create_task(_let_go(self._process))
            self._process = None
        if self._ending is not None:
            await asyncio.shield(self._ending)
            self._ending = None


async def _let_go(process: asyncio.subprocess.Process) -> None:
    if process.stdin is not None:
        process.stdin.close()
    await process.wait()
    if process.stdout is not None:
        # asyncio lets go of the process when it has seen the end of the pipe, too.
        with suppress(TimeoutError):
            async with asyncio.timeout(_LAST_WORDS):
                await process.stdout.read()


async def _say_and_hear(process: asyncio.subprocess.Process, line: bytes) -> dict[str, Any]:
    assert process.stdin is not None
    try:
        process.stdin.write(line)
        await process.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        raise _BrokenError("it ended") from None
    return await _hear(process)


async def _hear(process: asyncio.subprocess.Process) -> dict[str, Any]:
    """Return the next object that the child writes."""
    assert process.stdout is not None
    try:
        line = await process.stdout.readline()
    except ValueError:
        raise _BrokenError(f"it wrote a line of more than {LINE_LIMIT} bytes") from None
    if not line.endswith(b"\n"):
        raise _BrokenError("it ended")
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        raise _BrokenError("it wrote what is not JSON") from None
    if not isinstance(said, dict):
        raise _BrokenError("it wrote what is not an answer")
    return said


def _environment() -> dict[str, str]:
    """Return ours, so that the child (``-P``) imports the same newsreader from any folder."""
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _own_group() -> dict[str, Any]:
    """Return what keeps the terminal's Ctrl+C (and on Windows a console) from the child."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"process_group": 0}


def _open_log(file: Path) -> int:
    """Open ``file`` to append, from the start again once it has grown too long."""
    file.parent.mkdir(parents=True, exist_ok=True)
    long = file.exists() and file.stat().st_size > _LOG_LIMIT
    start = os.O_TRUNC if long else 0
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | start, 0o600)


# The child's end


Answerer = Callable[[dict[str, Any]], dict[str, Any]]


def serve(name: str, prepare: Callable[[], tuple[Answerer, Mapping[str, Any]]]) -> None:
    """Answer questions until standard input ends. This is all that a child's program does.

    ``prepare`` does what is done once and returns the function that answers and facts to say with
    the hello; a NewsreaderError from it is said as fatal. The answering function gets a question
    and returns the fields of its answer; a ValueError from it becomes the question's ``error``.
    """
    # From here on, what a library prints goes to the log; the pipe is ours alone.
    out = os.dup(1)
    os.dup2(2, 1)
    try:
        answer, facts = prepare()
    except NewsreaderError as error:
        _write(out, {"fatal": str(error)})
        raise SystemExit(_EXIT_FATAL) from error
    _write(out, {**facts, "hello": name, "protocol": PROTOCOL})
    while line := sys.stdin.buffer.readline(LINE_LIMIT):
        question = json.loads(line)
        try:
            reply = answer(question)
        except ValueError as error:
            reply = {"error": str(error)}
        _write(out, {**reply, "id": question["id"]})


def _write(out: int, said: Mapping[str, Any]) -> None:
    line = json.dumps(said).encode() + b"\n"
    while line:
        line = line[os.write(out, line) :]
