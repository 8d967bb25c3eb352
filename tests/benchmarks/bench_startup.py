"""Start to what a reader came for, in a real terminal.

    python -m tests.benchmarks.bench_startup [RUNS]

The sample's first rows against an empty Textual app, and the list of a library of 100,000 articles
against an empty library. All four start in turn, A B C D A B …; quoted are the medians and the
ratios of the medians.
"""

import compileall
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import newsreader
from newsreader.article import SEOUL
from newsreader.config import Paths
from newsreader.library.articles import Headline
from newsreader.library.library import Library
from tests.terminal import NEWSREADER, Terminal

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("painted", markup=False)
Empty().run()
"""
_ARTICLES = 100_000


class Start(NamedTuple):
    """A program, and what it has drawn when it is ready."""

    arguments: Sequence[str]
    marker: str
    home: Path


def seconds_until_ready(start: Start) -> float:
    """Return the seconds from the start of a program to its marker among its bytes."""
    with Terminal(start.arguments, home=start.home) as terminal:
        wanted = start.marker.encode()
        while wanted not in terminal.raw:
            terminal.read(0.05)
            if terminal.exit_code is not None:
                raise SystemExit(bytes(terminal.raw).decode(errors="replace"))
        return time.perf_counter() - terminal.started


def fill(home: Path) -> None:
    """Put headlines of five outlets into the library at ``home``, the newest first."""
    now = datetime.now(SEOUL)
    with Library(Paths.find(home).library) as library:
        library.articles.add_headlines(
            Headline(
                f"https://{n % 5}.example/{n}",
                f"가람시 예산안 {n}호 의결",
                outlet=f"신문{n % 5}",
                published=now - timedelta(minutes=n),
            )
            for n in range(_ARTICLES)
        )


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(Path(newsreader.__file__).parent, quiet=1)  # as pip does
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        fill(Path(large))
        starts = {
            "empty app": Start([sys.executable, "-c", _EMPTY], "painted", Path(small)),
            "sample": Start([*NEWSREADER, "open", "sample"], "한반도평화교섭본부장", Path(small)),
            "empty library": Start(NEWSREADER, "library is empty", Path(small) / "new"),
            "large library": Start(NEWSREADER, "예산안 1호 의결", Path(large)),
        }
        times: dict[str, list[float]] = {name: [] for name in starts}
        for run in range(runs + 1):
            for name, start in starts.items():
                seconds = seconds_until_ready(start)
                if run:  # the first round only warms the disk's cache
                    times[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:<16} median {median * 1000:6.0f} ms  min {min(times[name]) * 1000:6.0f} ms")
    for ours, base in (("sample", "empty app"), ("large library", "empty library")):
        print(f"{ours} / {base}: {medians[ours] / medians[base]:.2f} over {runs} runs")


if __name__ == "__main__":
    main()
