"""Fetching from servers on this machine that behave well, badly and not at all."""

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsreader.errors import SourceError
from newsreader.ingest import fetch as module
from newsreader.ingest.fetch import USER_AGENT, fetch
from newsreader.ingest.source import read
from tests.ingest import pages

HTML = pages.unknown_wrapped().encode()
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A server whose paths are given by the test, and which remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, dict(self.headers)))
                outer.answers[self.path](self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - likewise
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def on(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.url + path


def send(
    content: bytes = HTML, status: int = 200, kind: str | None = "text/html", **headers: str
) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        with suppress(OSError):  # The client may have heard enough.
            handler.wfile.write(content)

    return answer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(module, "PACE", 0.0)
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
    article = await read(server.on("/1", send(content, kind="text/html; charset=ISO-8859-1")))
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
    begun = time.monotonic()
    with pytest.raises(SourceError, match=r"within 0\.3 seconds|too long"):
        await fetch(server.on("/", lambda _: time.sleep(1.5)), timeout=0.3)
    assert time.monotonic() - begun < 1.2


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
    monkeypatch.setattr(module, "RETRIES", 0)
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
    monkeypatch.setattr(module, "PACE", 0.3)
    url = server.on("/", send())
    begun = time.monotonic()
    await asyncio.gather(*(fetch(url) for _ in range(3)))
    assert time.monotonic() - begun >= 0.6
