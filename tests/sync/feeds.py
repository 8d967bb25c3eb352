"""Feeds and servers of the tests of a sync."""

from collections.abc import Iterable
from pathlib import Path

from newsreader.config import Paths, Settings
from newsreader.library.feeds import Feed
from newsreader.sync.events import Event
from newsreader.sync.run import sync
from newsreader.workspace import Workspace
from tests.ingest.server import Answer, send


def workspace(home: Path, *, texts: int = 0, timeout: float = 3.0) -> Workspace:
    settings = Settings(prefetch_texts=texts, fetch_timeout=timeout)
    return Workspace(Paths.find(home), settings)


def rss(titles: Iterable[tuple[str, str]], source: str = "") -> bytes:
    """Return a feed of titles and addresses."""
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link>"
        f"<description>{title} 소식이다.</description>{source}</item>"
        for title, link in titles
    )
    return f"<rss><channel><title>한빛일보</title>{items}</channel></rss>".encode()


def feed(*titles: tuple[str, str], **headers: str) -> Answer:
    return send(rss(titles), 200, "application/rss+xml", **headers)


def page(title: str, sentences: Iterable[str]) -> bytes:
    """Return the page of an article, a paragraph for each sentence."""
    text = "".join(f"<p>{one}</p>" for one in sentences)
    head = f'<meta charset="utf-8"><meta property="og:title" content="{title}">'
    body = f"<article><h1>{title}</h1>{text}</article>"
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def follow(home: Workspace, url: str, outlet: str = "한빛일보") -> Feed:
    return home.library.feeds.add(url, f"{outlet} {url[-8:]}", outlet=outlet)


async def events(home: Workspace, *, resting: bool = False) -> list[Event]:
    return [event async for event in sync(home, resting=resting)]
