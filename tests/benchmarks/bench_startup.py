"""Start to first painted rows of the sample, against an empty Textual app, in a real terminal.

    python -m tests.benchmarks.bench_startup [RUNS]

Both start in turn, A B A B …; quoted are the medians and the ratio of the medians.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.terminal import NEWSREADER, Terminal

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("painted", markup=False)
Empty().run()
"""


def seconds_until(arguments: Sequence[str], marker: str, home: Path) -> float:
    """Return the seconds from the start of a program to ``marker`` among its bytes."""
    with Terminal(arguments, home=home) as terminal:
        wanted = marker.encode()
        while wanted not in terminal.raw:
            terminal.read(0.05)
            if terminal.exit_code is not None:
                raise SystemExit(bytes(terminal.raw).decode(errors="replace"))
        return time.perf_counter() - terminal.started


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        empty = [sys.executable, "-c", _EMPTY]
        sample = [*NEWSREADER, "open", "sample"]
        times: dict[str, list[float]] = {"empty app": [], "sample, Korean": []}
        for run in range(runs + 1):
            pair = (
                seconds_until(empty, "painted", home),
                seconds_until(sample, "한반도평화교섭본부장", home),
            )
            if run:  # the first pair only warms the disk's cache
                for name, seconds in zip(times, pair, strict=True):
                    times[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:<16} median {median * 1000:6.0f} ms  min {min(times[name]) * 1000:6.0f} ms")
    base, ours = medians.values()
    print(f"ratio {ours / base:.2f} over {runs} runs")


if __name__ == "__main__":
    main()
