"""A real terminal for the app: a pty, an emulator behind it, and the bytes that went through.

The driver answers Textual's question for synchronized output, so that frames come with marks
around them, as in a modern terminal. POSIX only.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
from wcwidth import wcwidth

_ASKS_SYNC = b"\x1b[?2026$p"
_HAS_SYNC = b"\x1b[?2026;1$y"
#: Private sequences that the emulator would print instead of ignoring.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\$[a-z]")

NEWSREADER = (sys.executable, "-m", "newsreader")


class Screen(pyte.Screen):
    """An emulator's screen that does with half-covered wide characters what terminals do."""

    def draw(self, data: str) -> None:
        for character in data:
            cells = max(wcwidth(character), 0)
            line, x = self.buffer[self.cursor.y], self.cursor.x
            if cells and 0 < x < self.columns and line[x].data == "":
                line[x - 1] = line[x - 1]._replace(data=" ")
            after = x + cells
            if cells and after < self.columns and line[after].data == "":
                line[after] = line[after]._replace(data=" ")
            super().draw(character)


class Terminal:
    """One program in a terminal of ``columns`` × ``lines`` cells."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        home: Path | None = None,
        columns: int = 120,
        lines: int = 40,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.lines = columns, lines
        self.screen = Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self._drawn = 0
        self.exit_code: int | None = None
        variables = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
        for name in ("COLUMNS", "LINES"):  # a test runner's own size would go before the pty's
            variables.pop(name, None)
        if home:
            variables["NEWSREADER_HOME"] = str(home)
        variables.update(environment or {})
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            # Before the program looks: it must never see another size than the one wanted.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execvpe(arguments[0], list(arguments), variables)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def _set_size(self) -> None:
        size = struct.pack("HHHH", self.lines, self.columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)

    def read(self, seconds: float) -> bytes:
        """Wait at most ``seconds`` for output and take what is there; b"" when nothing came."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self._fd, 1 << 18)
        except OSError:  # Linux says so when the program has gone
            data = b""
        if not data:
            self._reap()
            return b""
        if _ASKS_SYNC in data:
            os.write(self._fd, _HAS_SYNC)
        self.raw += data
        return data

    def draw(self) -> list[str]:
        """Return the lines of the screen as the emulator shows them now."""
        self._stream.feed(_UNKNOWN.sub(b"", bytes(self.raw[self._drawn :])))
        self._drawn = len(self.raw)
        return list(self.screen.display)

    def cells(self, y: int, start: int, end: int) -> str:
        """Return what stands in some cells of a line."""
        line = self.screen.buffer[y]
        return "".join(line[x].data for x in range(start, end))

    def wait_for(self, text: str, seconds: float = 20.0) -> list[str]:
        """Wait until ``text`` stands on one line of the screen; return the lines then."""
        end = time.perf_counter() + seconds
        while True:
            lines = self.draw()
            if any(text in line for line in lines):
                return lines
            if time.perf_counter() > end or self.exit_code is not None:
                shown = "\n".join(lines)
                raise AssertionError(f"{text!r} did not appear (exit {self.exit_code}):\n{shown}")
            self.read(0.05)

    def wait_for_end(self, seconds: float = 20.0) -> int:
        """Wait until the program has ended; return its exit code."""
        end = time.perf_counter() + seconds
        while self.exit_code is None:
            self.read(0.05)
            if time.perf_counter() > end:
                raise AssertionError("the program did not end:\n" + "\n".join(self.draw()))
        return self.exit_code

    def settle(self, quiet: float = 0.3, seconds: float = 10.0) -> list[str]:
        """Read until nothing has come for ``quiet`` seconds; return the screen."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and self.read(quiet):
            pass
        return self.draw()

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._fd, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self.draw()
        self.columns, self.lines = columns, lines
        self.screen.resize(lines, columns)
        self._set_size()
        os.kill(self.pid, signal.SIGWINCH)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """End the program."""
        if self.exit_code is None:
            os.kill(self.pid, number)
            self._reap()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _reap(self) -> None:
        if self.exit_code is None:
            _, status = os.waitpid(self.pid, 0)
            self.exit_code = os.waitstatus_to_exitcode(status)
