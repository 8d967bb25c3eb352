"""Reading 60 feeds, and starting on what was read, beside newsboat on the same feeds.

    python -m tests.benchmarks.bench_newsboat [RUNS]

It needs ``newsboat`` (apt install newsboat). The feeds are those of ``bench_feeds``: 60 hosts on
this machine, 50 articles each, 100 ms before every answer. Both programs are whole processes:
theirs is ``newsboat -x reload``, with one thread as it comes and with as many as we ask hosts at
once; ours is ``newsreader sync`` without prefetching. They start in turn; quoted are medians and
their ratios. Then both open their list in a terminal on 60 feeds of 500 articles.
"""

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsreader.config import Paths
from newsreader.library.library import Library
from newsreader.sync.run import HOSTS
from tests.benchmarks.bench_feeds import FEEDS, served
from tests.terminal import NEWSREADER, Terminal

_MANY = 500


class Reader:
    """A program with a folder of its own that follows all feeds."""

    def __init__(self, folder: Path, urls: Sequence[str], threads: int = 0) -> None:
        folder.mkdir()
        self.environment = {**os.environ, "NEWSREADER_HOME": str(folder)}
        self.environment["NEWSREADER_PREFETCH_TEXTS"] = "0"
        self.reload: tuple[str, ...] = (*NEWSREADER, "sync")
        self.start: tuple[str, ...] = NEWSREADER
        if not threads:
            with Library(Paths.find(folder).library) as library:
                for number, url in enumerate(urls):
                    library.feeds.add(url, f"{number}", outlet=f"신문 {number}")
            return
        (folder / "urls").write_text("\n".join(urls) + "\n")
        (folder / "config").write_text(f"reload-threads {threads}\n")
        self.start = (
            *("newsboat", "-u", f"{folder}/urls", "-C", f"{folder}/config"),
            *("-c", f"{folder}/cache.db", "-q"),
        )
        self.reload = (*self.start, "-x", "reload")

    async def seconds(self) -> float:
        """Return how long it reads all feeds."""
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *self.reload, env=self.environment, stdout=asyncio.subprocess.DEVNULL
        )
        if await process.wait() not in (0, 1):
            raise SystemExit(f"{self.reload[0]} failed")
        return time.perf_counter() - began

    def seconds_to_list(self, marker: str) -> float:
        """Return how long it takes from its start to its list."""
        with Terminal(self.start, environment=self.environment) as terminal:
            terminal.wait_for(marker, 60)
            return time.perf_counter() - terminal.started


def readers(folder: Path, urls: Sequence[str]) -> dict[str, Reader]:
    """Return the programs that are compared, with empty folders."""
    return {
        "newsreader": Reader(folder / "ours", urls),
        "newsboat, 1 thread": Reader(folder / "one", urls, 1),
        f"newsboat, {HOSTS} threads": Reader(folder / "many", urls, HOSTS),
    }


async def main(runs: int) -> None:
    """Measure and print."""
    servers = [await asyncio.start_server(served, f"127.0.0.{n + 1}", 0) for n in range(FEEDS)]
    hosts = ["{}:{}".format(*server.sockets[0].getsockname()) for server in servers]
    urls = [f"http://{host}/{n}" for n, host in enumerate(hosts)]
    first: dict[str, list[float]] = {}
    second: dict[str, list[float]] = {}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            for name, reader in readers(Path(folder), urls).items():
                first.setdefault(name, []).append(await reader.seconds())
                second.setdefault(name, []).append(await reader.seconds())
    report("first reading", first)
    report("second, nothing new", second)
    starts: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        compared = readers(Path(folder), [f"{url}/{_MANY}" for url in urls])
        for reader in compared.values():
            await reader.seconds()
        for _ in range(runs):
            for name, reader in compared.items():
                marker = f"({_MANY}/{_MANY})" if "newsboat" in name else "호"
                seconds = await asyncio.to_thread(reader.seconds_to_list, marker)
                starts.setdefault(name, []).append(seconds)
    report(f"start on {FEEDS * _MANY:,} articles", starts)


def report(what: str, times: Mapping[str, Sequence[float]]) -> None:
    """Print medians, and how many times as long as ours each one takes."""
    medians = {name: statistics.median(one) for name, one in times.items()}
    for name, median in medians.items():
        ratio = median / medians["newsreader"]
        print(f"{what:<28}{name:<22}{median:7.2f} s median  {ratio:5.2f}× ours")


if __name__ == "__main__":
    if shutil.which("newsboat") is None:
        raise SystemExit("newsboat is not installed: nothing to compare with")
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
