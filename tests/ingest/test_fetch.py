"""Fetching from servers on this machine that behave well, badly and not at all."""

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest

from newsreader.errors import SourceError
from newsreader.ingest import visit
from newsreader.ingest.fetch import connections, fetch
from newsreader.ingest.refresh import refreshed
from newsreader.ingest.source import read
from newsreader.ingest.visit import USER_AGENT
from tests.ingest import pages
from tests.ingest.server import HTML, Answer, Server, send


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(visit, "PACE", 0.0)
    monkeypatch.setattr(visit, "_robots", {})
    running = Server()
    yield running
    running.close()


async def test_page_with_its_final_address(server: Server) -> None:
    server.on("/old", send(b"", 301, Location="/new"))
    server.on("/new", send(kind="text/html; charset=utf-8", Set_Cookie="a=1"))
    page = await fetch(server.url + "/old")
    assert (page.url, page.content) == (server.url + "/new", HTML)
    assert page.content_type == "text/html; charset=utf-8"
    assert page.fetched.tzinfo is not None
    for _, headers in server.asked:
        assert headers["User-Agent"] == USER_AGENT
        assert "Cookie" not in headers


async def test_url_becomes_an_article(server: Server) -> None:
    content = pages.naver_old().encode("cp949")
    article = (
        await read(server.on("/1", send(content, kind="text/html; charset=ISO-8859-1")))
    ).article
    assert article.title == pages.TITLE
    assert article.url == server.url + "/1"


async def test_compressed_page(server: Server) -> None:
    url = server.on("/", send(gzip.compress(HTML), Content_Encoding="gzip"))
    assert (await fetch(url)).content == HTML


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (send(b"", 401), "asks for a login"),
        (send(b"", 402), "subscribers"),
        (send(b"", 403), r"let newsreader in \(403\)"),
        (send(b"", 404), "does not exist"),
        (send(b"", 410), "removed"),
        (send(b"", 500), r"has an error \(500\)"),
        (send(b"", 418), "unexpected status 418"),
        (send(b"", 429, Retry_After="3600"), "too many requests"),
        (send(b"", 302, Location="/loop"), "redirects more than 5 times"),
        (send(b"", 302, Location="ftp://127.0.0.1/"), "not an http or https address"),
        (send(kind="application/pdf"), "not a web page but application/pdf"),
        (send(b"%PDF-1.7", kind=None), "is a PDF document"),
        (send(b"\x89PNG....", kind="text/html"), "is an image"),
        (send(b" \n"), "is empty"),
        (send(b"x" * (21 * 1024 * 1024)), "larger than 10 MB"),
        (send(gzip.compress(b"\0" * (64 * 1024 * 1024)), Content_Encoding="gzip"), "larger than"),
        (send(b"not gzip", Content_Encoding="gzip"), "cannot be undone"),
        (send(b"...", Content_Encoding="br"), "packed with br"),
    ],
)
async def test_useless_answers_are_said_in_one_sentence(
    server: Server, answer: Answer, words: str
) -> None:
    url = server.on("/loop", answer)
    with pytest.raises(SourceError, match=words) as caught:
        await fetch(url)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message


async def test_large_page_without_a_length_is_cut_off(server: Server) -> None:
    sent = 0

    def endless(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        with suppress(OSError):
            while sent < 200 * 1024 * 1024:
                sent += handler.wfile.write(b"x" * 65536)

    with pytest.raises(SourceError, match="larger than 1 MB"):
        await fetch(server.on("/", endless), limit=1024 * 1024)
    assert sent < 100 * 1024 * 1024


async def test_silence_ends_after_the_time_out(server: Server) -> None:
    released = threading.Event()

    def silent(_: object) -> None:
        released.wait(60)

    url = server.on("/", silent)
    async with asyncio.timeout(20):
        with pytest.raises(SourceError, match=r"within 0\.3 seconds|too long"):
            await fetch(url, timeout=0.3)
    released.set()


async def test_cancellation_stands_whenever_it_comes(server: Server) -> None:
    url = server.on("/", lambda _: time.sleep(0.2))
    async with connections() as client:
        for turns in range(40):
            task = asyncio.create_task(fetch(url, client=client))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            # More than one, and asyncio does not know Ctrl-C any more.
            assert task.cancelling() == 1


async def test_drip_ends_after_the_time_out(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        with suppress(OSError):
            for _ in range(30):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.05)

    with pytest.raises(SourceError, match=r"within 0\.4 seconds"):
        await fetch(server.on("/", drip), timeout=0.4)


async def test_passing_trouble_is_tried_again(server: Server) -> None:
    left = [503, 429]

    def answer(handler: BaseHTTPRequestHandler) -> None:
        send(b"", left.pop(), Retry_After="0")(handler) if left else send()(handler)

    assert (await fetch(server.on("/", answer))).content == HTML
    assert len(server.asked) == 3


async def test_lasting_trouble_is_tried_three_times(server: Server) -> None:
    with pytest.raises(SourceError, match="503"):
        await fetch(server.on("/", send(b"", 503, Retry_After="0")))
    assert len(server.asked) == 3


async def test_refused_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "RETRIES", 0)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="refuses the connection"):
        await fetch(f"http://127.0.0.1:{port}/")


async def test_broken_connection(server: Server) -> None:
    def drop(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"nonsense\r\n\r\n")

    with pytest.raises(SourceError, match="broke off"):
        await fetch(server.on("/", drop))


async def test_no_tls_where_tls_is_asked_for(server: Server) -> None:
    with pytest.raises(SourceError, match="TLS"):
        await fetch(server.url.replace("http:", "https:"), timeout=5)


async def test_unknown_host() -> None:
    with pytest.raises(SourceError, match=r"unknown|no connection"):
        await fetch("http://nowhere.invalid/")


@pytest.mark.parametrize(
    "url", ["ftp://example.com/", "file:///etc/passwd", "http://", "http://[::1"]
)
async def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(SourceError, match="address"):
        await fetch(url)


async def test_one_host_is_asked_at_its_pace(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "PACE", 0.3)
    url = server.on("/", send())
    begun = time.monotonic()
    await asyncio.gather(*(fetch(url) for _ in range(3)))
    assert time.monotonic() - begun >= 0.6


async def test_page_that_has_not_changed_is_not_sent_again(server: Server) -> None:
    stamp = "Mon, 13 May 2024 00:30:00 GMT"
    url = server.on("/", send(ETag='"1"', Last_Modified=stamp))
    page = await fetch(url)
    assert (page.etag, page.changed) == ('"1"', stamp)
    server.on("/", send(b"", 304))
    again = await fetch(url, known=page)
    assert again.content == HTML
    assert again.fetched > page.fetched
    headers = server.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"1"', stamp)


async def test_only_the_address_that_gave_them_gets_validators_back(server: Server) -> None:
    page = await fetch(server.on("/new", send(ETag='"1"')))
    server.on("/new", send(b"", 304))
    again = await fetch(server.on("/old", send(b"", 301, Location="/new")), known=page)
    assert again.url == page.url
    assert ["If-None-Match" in headers for _, headers in server.asked] == [False, False, True]
    with pytest.raises(SourceError, match="unexpected status 304"):
        await fetch(server.on("/other", send(b"", 304)), known=page)


async def test_changed_page_comes_anew(server: Server) -> None:
    page = await fetch(server.on("/", send(ETag='"1"')))
    again = await fetch(server.on("/", send(b"<p>Other</p>", ETag='"2"')), known=page)
    assert (again.content, again.etag) == (b"<p>Other</p>", '"2"')


async def test_robots_txt_is_heeded_where_no_reader_asks(server: Server) -> None:
    rules = b"User-agent: *\nDisallow: /closed/\n\nUser-agent: newsreader\nDisallow: /private/\n"
    server.on("/robots.txt", send(rules, kind="text/plain"))
    server.on("/closed/1", send())
    server.on("/private/1", send())
    assert (await fetch(server.url + "/closed/1", robots=True)).content == HTML
    assert (await fetch(server.url + "/private/1")).content == HTML
    with pytest.raises(SourceError, match=r"closed to programs by the site's robots\.txt"):
        await fetch(server.url + "/private/1", robots=True)
    moved = server.on("/moved", send(b"", 302, Location="/private/1"))
    with pytest.raises(SourceError, match="closed to programs"):
        await fetch(moved, robots=True)
    asked = [path for path, _ in server.asked]
    assert asked == ["/robots.txt", "/closed/1", "/private/1", "/moved"]


@pytest.mark.parametrize(
    ("answer", "is_open"),
    [
        (send(b"", 404), True),
        (send(b"", 403), True),
        (send(b"", 500), False),
        (send(b"", 302, Location="/nowhere"), True),
        (send(b"\xff\xfe\x00Disallow", kind="image/png"), True),
        (send(b"User-agent: *\nDisallow: /\n" * 40_000, kind="text/plain"), True),
    ],
)
async def test_robots_txt_that_says_nothing(server: Server, answer: Answer, is_open: bool) -> None:
    server.on("/robots.txt", answer)
    url = server.on("/1", send())
    if is_open:
        assert (await fetch(url, robots=True)).content == HTML
    else:
        with pytest.raises(SourceError, match="closed to programs"):
            await fetch(url, robots=True)


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        ('<meta http-equiv="refresh" content="0; url=/new?a=1&amp;b=2">', "/new?a=1&b=2"),
        ("<META content='1;URL=https://x.example/' HTTP-EQUIV=Refresh />", "https://x.example/"),
        ('<meta http-equiv="refresh" content="0;url=\'/new\'">', "/new"),
        ('<meta http-equiv="refresh" content="300; url=/new">', None),
        ('<meta http-equiv="refresh" content="0">', None),
        ('<noscript><meta http-equiv="refresh" content="0; url=/plain"></noscript>', None),
        ('<!-- <meta http-equiv="refresh" content="0; url=/old"> -->', None),
        ('<meta http-equiv="refresh" content="0; url=javascript:go()">', None),
    ],
)
def test_refresh(markup: str, target: str | None) -> None:
    assert refreshed(f"<html><head>{markup}</head></html>".encode()) == target


async def test_page_that_sends_on_is_followed(server: Server) -> None:
    moved = b'<meta http-equiv="refresh" content="0; url=/new">'
    server.on("/old", send(moved))
    server.on("/new", send())
    assert (await fetch(server.url + "/old")).url == server.url + "/new"
    itself = server.on("/self", send(b'<meta http-equiv="refresh" content="0; url=/self">'))
    assert (await fetch(itself)).url == itself
