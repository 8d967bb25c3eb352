"""Keys in the reader, in a real terminal: a long article and worse ones against a short one.

    python -m tests.benchmarks.bench_reader [ROWS]

Time is from writing the key to the last byte of the frames that follow it. All articles are open
at once and get each key in turn, so that what else the machine does falls on all. Also printed:
resizing (by the clock, and by the processor time of the app's process), the first rows after the
start and after Enter in the library, and the memory of the app's process. The ratio is that of the
long article to the short one; the worse ones are a sentence of 100,000 letters, and 5,000 terms of
the glossary.
"""

import itertools
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from newsreader.glossary.load import Glossary
from tests.terminal import NEWSREADER, Terminal

_SUBJECTS = ("정부는", "국회는", "한국은행은", "외교부는", "가람시는")
_VERBS = ("새 대책을 발표했다", "회의를 열었다", "조사를 시작했다", "방안을 논의하기로 했다")
_QUIET = 0.08
#: A word of the first sentences of every article here.
_WORD = "관계 기관".encode()
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


def endless(letters: int) -> str:
    """Return a text of one sentence with so many letters, nearly."""
    part = "정부는 새 대책을 발표하고 관계 기관과 협의하며 "
    return f"긴 문장 하나\n\n{part * (letters // len(part))}회의를 열었다고 밝혔다.\n"


def full_of_terms(count: int) -> str:
    """Return a text with so many terms, eight in a sentence."""
    terms = [term.ko for term in itertools.islice(Glossary.embedded().terms, count)]
    lists = (", ".join(terms[at : at + 8]) for at in range(0, count, 8))
    return "용어가 많은 기사\n\n" + "\n".join(f"{one} 등 관계 기관이 모였다." for one in lists)


def first_rows(text: str, folder: Path) -> float:
    """Return the milliseconds from Enter on a kept article to its first rows."""
    home = folder / f"library-{len(text)}"
    if not home.exists():
        keep = [*NEWSREADER, "--home", str(home), "show", "--no-translate", "-"]
        subprocess.run(keep, input=text.encode(), check=True, capture_output=True)
    with Terminal(NEWSREADER, home=home) as terminal:
        terminal.settle(0.8)
        before, start = len(terminal.raw), time.perf_counter()
        terminal.send("\r")
        while terminal.raw.find(_WORD, before) < 0:
            terminal.read(0.02)
        return (time.perf_counter() - start) * 1000


class Open:
    """The app with an article open, and what was measured of it."""

    def __init__(self, text: str, folder: Path) -> None:
        file = folder / f"{len(text)}.txt"
        file.write_text(text, encoding="utf-8")
        self.terminal = Terminal([*NEWSREADER, "open", str(file)], home=folder / "home")
        while _WORD not in self.terminal.raw:
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
    texts = {
        "20 rows": article(20),
        f"{rows} rows": article(rows),
        "one line": endless(100_000),
        "5000 terms": full_of_terms(5000),
    }
    with tempfile.TemporaryDirectory() as folder:
        turns = [[first_rows(text, Path(folder)) for text in texts.values()] for _ in range(5)]
        opened = [Open(text, Path(folder)) for text in texts.values()]
        for key in ("j" * 15 + "k" * 15) * 4:
            for one in opened:
                one.keys.append(after(one.terminal, key))
        for key in _PAGES * 6:
            for one in opened:
                one.pages.append(after(one.terminal, key))
        for columns in (100, 120) * 4:
            for one in opened:
                one.resize(columns)
        for one in opened:
            one.memory = one.process.memory_info().rss / 1e6
            one.terminal.kill()
    entered = (statistics.median(times) for times in zip(*turns, strict=True))
    short, long, *worse = (
        {"Enter to rows, ms": rows_after, **one.figures()}
        for rows_after, one in zip(entered, opened, strict=True)
    )
    print(" " * 22 + "".join(f"{name:>12}" for name in texts) + f"{'ratio':>8}")
    for name, figure in short.items():
        figures = [one[name] for one in (short, long, *worse)]
        ratio = f"{long[name] / figure:8.2f}"
        print(f"{name:<22}" + "".join(f"{one:12.1f}" for one in figures) + ratio)


if __name__ == "__main__":
    main()
