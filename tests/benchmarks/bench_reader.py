"""Keys in the reader, in a real terminal: a long article against a short one, side by side.

    python -m tests.benchmarks.bench_reader [ROWS]

Time is from writing the key to the last byte of the frames that follow it. Both articles are open
at once and get each key in turn, so that what else the machine does falls on both. Also printed:
resizing (by the clock, and by the processor time of the app's process), opening to the first rows,
and the memory of the app's process.
"""

import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.terminal import NEWSREADER, Terminal

_SUBJECTS = ("정부는", "국회는", "한국은행은", "외교부는", "가람시는")
_VERBS = ("새 대책을 발표했다", "회의를 열었다", "조사를 시작했다", "방안을 논의하기로 했다")
_QUIET = 0.08
#: A page down and up again.
_PAGES = "\x06\x02"


def article(rows: int) -> str:
    """Return a text of ``rows`` sentences of our own."""
    sentences = [
        f"{subject} {number}일 관계 기관과 함께 {verb}고 밝히면서 앞으로의 일정을 설명했다."
        for number, (subject, verb) in zip(
            range(1, rows), itertools.cycle(itertools.product(_SUBJECTS, _VERBS)), strict=False
        )
    ]
    paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    return "긴 기사 하나\n\n" + "\n\n".join(paragraphs) + "\n"


def after(terminal: Terminal, keys: str) -> float:
    """Press ``keys``; return the milliseconds until the last byte they caused."""
    start = time.perf_counter()
    terminal.send(keys)
    last = start
    while terminal.read(0.5 if last == start else _QUIET):
        last = time.perf_counter()
    return (last - start) * 1000


class Open:
    """The app with an article of ``rows`` sentences, and what was measured of it."""

    def __init__(self, rows: int, folder: Path) -> None:
        file = folder / f"{rows}.txt"
        file.write_text(article(rows), encoding="utf-8")
        self.terminal = Terminal([*NEWSREADER, "open", str(file)], home=folder / "home")
        while "관계 기관".encode() not in self.terminal.raw:
            self.terminal.read(0.02)
        self.opened = (time.perf_counter() - self.terminal.started) * 1000
        self.terminal.settle(0.8)
        self.process = psutil.Process(self.terminal.pid)
        self.memory = 0.0
        self.keys: list[float] = []
        self.pages: list[float] = []
        self.resizes: list[float] = []
        self.computed = 0.0

    def resize(self, columns: int) -> None:
        """Change the width; note the milliseconds until the last byte, and those of computing."""
        before = self.process.cpu_times()
        start = last = time.perf_counter()
        self.terminal.resize(columns, 40)
        while self.terminal.read(0.5 if last == start else 0.15):
            last = time.perf_counter()
        self.resizes.append((last - start) * 1000)
        now = self.process.cpu_times()
        self.computed += (now.user + now.system - before.user - before.system) * 1000

    def figures(self) -> dict[str, float]:
        """Return what was measured, by its name."""
        return {
            "start to rows, ms": self.opened,
            "key median, ms": statistics.median(self.keys),
            "key p95, ms": sorted(self.keys)[int(len(self.keys) * 0.95)],
            "page median, ms": statistics.median(self.pages),
            "resize, ms": statistics.median(self.resizes),
            "resize, processor ms": self.computed / len(self.resizes),
            "memory, MB": self.memory,
        }


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        both = [Open(20, Path(folder)), Open(rows, Path(folder))]
        for key in ("j" * 15 + "k" * 15) * 4:
            for one in both:
                one.keys.append(after(one.terminal, key))
        for key in _PAGES * 6:
            for one in both:
                one.pages.append(after(one.terminal, key))
        for columns in (100, 120) * 4:
            for one in both:
                one.resize(columns)
        for one in both:
            one.memory = one.process.memory_info().rss / 1e6
            one.terminal.kill()
    short, long = (one.figures() for one in both)
    print(f"{'':<22}{'20 rows':>10}{f'{rows} rows':>12}{'ratio':>8}")
    for name, figure in short.items():
        print(f"{name:<22}{figure:>10.1f}{long[name]:>12.1f}{long[name] / figure:>8.2f}")


if __name__ == "__main__":
    main()
