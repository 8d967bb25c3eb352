"""Keys in the reader, in a real terminal: a long article against a short one, side by side.

    python -m tests.benchmarks.bench_reader [ROWS]

Time is from writing the key to the last byte of the frames that follow it. Also printed: resizing,
opening to the first rows, and the memory of the app's process.
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


def measure(rows: int, folder: Path) -> dict[str, float]:
    """Return the figures of one article."""
    file = folder / f"{rows}.txt"
    file.write_text(article(rows), encoding="utf-8")
    with Terminal([*NEWSREADER, "open", str(file)], home=folder / "home") as terminal:
        while "관계 기관".encode() not in terminal.raw:
            terminal.read(0.02)
        opened = (time.perf_counter() - terminal.started) * 1000
        terminal.settle(0.8)
        keys = [after(terminal, key) for key in "jjjjjjjjjjkkkkkjjjjjjjjjjjjjjjjjjjjjjjjj"]
        pages = [after(terminal, "\x06") for _ in range(5)]
        start = time.perf_counter()
        terminal.resize(100, 40)
        last = start
        while terminal.read(0.5 if last == start else 0.15):
            last = time.perf_counter()
        memory = psutil.Process(terminal.pid).memory_info().rss / 1e6
        return {
            "start to rows, ms": opened,
            "key median, ms": statistics.median(keys),
            "key p95, ms": sorted(keys)[int(len(keys) * 0.95)],
            "page median, ms": statistics.median(pages),
            "resize, ms": (last - start) * 1000,
            "memory, MB": memory,
        }


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        short, long = measure(20, Path(folder)), measure(rows, Path(folder))
    print(f"{'':<20}{'20 rows':>10}{f'{rows} rows':>12}{'ratio':>8}")
    for name, figure in short.items():
        print(f"{name:<20}{figure:>10.1f}{long[name]:>12.1f}{long[name] / figure:>8.2f}")


if __name__ == "__main__":
    main()
