"""60 feeds of 50 articles from servers with 100 ms latency, and parsing beside feedparser.

    python -m tests.benchmarks.bench_feeds

Each feed has a host of its own (127.0.0.x, so that the pace of one host holds; it stays on), and
every answer waits for 100 ms. The syncs are those of the command line without prefetching. The time
that 60 answers need one after another, and parsing with feedparser where it is installed (it is no
dependency), stand beside them. Real feeds are read from ../shared/feeds where they are there.
"""

import asyncio
import importlib
import platform
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from newsreader.config import Paths, Settings
from newsreader.ingest.feeds import parse
from newsreader.sync.events import FeedRead, Finished
from newsreader.sync.run import sync
from newsreader.workspace import Workspace

FEEDS, ARTICLES, LATENCY = 60, 50, 0.1
SHARED = Path(__file__).resolve().parents[3] / "shared" / "feeds"
_SUBJECTS = (
    "국회",
    "정부",
    "한은",
    "법원",
    "서울시",
    "국방부",
    "외교부",
    "코스피",
    "반도체",
    "병원",
)
_VERBS = ("동결", "인상", "인하", "합의", "협상", "재개", "중단", "발표", "검토", "추진", "확대")


@cache
def feed(number: int, articles: int = ARTICLES) -> bytes:
    """Return a feed of titles that differ, some of them alike those of other feeds."""
    items = []
    today = datetime.now(UTC) - timedelta(days=1)
    for n in range(articles):
        at = number * 7 + n * 11
        subject, verb = _SUBJECTS[at % 10], _VERBS[at // 3 % 11]
        title = (
            f"{subject}, {at % 97}조 {n}개 사업 {verb}…제{number}차 회의 {number * ARTICLES + n}호"
        )
        items.append(
            f"<item><title><![CDATA[{title}]]></title><link>https://o{number}.example/{n}</link>"
            f"<description><![CDATA[<p>{title} 소식을 {'자세히 ' * 20}전한다.</p>]]></description>"
            f"<pubDate>{today:%d %b %Y} {n % 24:02}:30:00 +0900</pubDate></item>"
        )
    channel = f"<title>{number}</title>{''.join(items)}"
    return f"<rss version='2.0'><channel>{channel}</channel></rss>".encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer requests of one connection, /NUMBER or /NUMBER/ARTICLES: the feed, or 304."""
    while head := await reader.readuntil(b"\r\n\r\n"):
        await asyncio.sleep(LATENCY)
        _, number, *articles = head.split(b" ", 2)[1].split(b"/")
        if b"if-none-match:" in head.lower():
            writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 0\r\n\r\n')
        else:
            body = feed(int(number), *map(int, articles))
            writer.write(
                b'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: "1"\r\n'
                b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
            )
        await writer.drain()


async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        await answer(reader, writer)
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def syncs(home: Path) -> None:
    # macOS has only 127.0.0.1: there the ports make the hosts differ.
    many = platform.system() != "Darwin"
    servers = [
        await asyncio.start_server(served, f"127.0.0.{n + 1 if many else 1}", 0)
        for n in range(FEEDS)
    ]
    workspace = Workspace(Paths.find(home), Settings(prefetch_texts=0))
    for n, server in enumerate(servers):
        host, port = server.sockets[0].getsockname()
        workspace.library.feeds.add(f"http://{host}:{port}/{n}", f"{n}", outlet=f"신문 {n}")
    for name in ("first sync", "second sync, nothing new"):
        begun = time.perf_counter()
        unchanged = 0
        async for event in sync(workspace):
            if isinstance(event, FeedRead) and not event.changed:
                unchanged += 1
            if isinstance(event, Finished):
                done = event
        seconds = time.perf_counter() - begun
        one_by_one = FEEDS * LATENCY
        print(
            f"{name}: {seconds:.2f} s, {done.new} new, {unchanged} unchanged, {done.failed} failed"
            f" (waiting one after another: {one_by_one:.1f} s, ratio {one_by_one / seconds:.1f})"
        )
    workspace.close()
    for server in servers:
        server.close()


def parsing() -> None:
    files = sorted(SHARED.glob("*.xml")) if SHARED.is_dir() else []
    contents = [file.read_bytes() for file in files] or [feed(n) for n in range(FEEDS)]
    ours = min(
        _timed(lambda: [parse(one, "https://a.example/") for one in contents]) for _ in "123"
    )
    size = sum(map(len, contents)) / 1e6
    print(f"parsing {len(contents)} feeds, {size:.1f} MB: {ours * 1000:.0f} ms")
    try:
        feedparser = importlib.import_module("feedparser")
    except ImportError:
        print("feedparser is not installed: nothing to compare with")
        return
    theirs = min(_timed(lambda: [feedparser.parse(one) for one in contents]) for _ in "123")
    print(f"feedparser {feedparser.__version__}: {theirs * 1000:.0f} ms, ratio {theirs / ours:.1f}")


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(syncs(Path(folder)))
    parsing()
