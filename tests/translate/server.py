"""A server on this machine that answers as a test tells it to."""

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as it arrived; header names are in lower case."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    method: str = "GET"


@dataclass(frozen=True)
class Reply:
    """What to answer; ``cut`` bytes of the body are promised but not sent."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    #: Seconds of silence before the answer, and in front of what is cut off.
    delay: float = 0.0
    stall: float = 0.0


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of the tests; anything else is not."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Server:
    """Answers with ``reply(asked)`` and remembers what it was asked, in order."""

    def __init__(self) -> None:
        self.reply: Callable[[Asked], Reply] = lambda _: Reply(404)
        self.asked: list[Asked] = []
        #: What is answered always, by path; it is not remembered as asked.
        self.always: dict[str, Reply] = {}
        self._closing = threading.Event()
        self._server = _QuietServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # A client that keeps its connection must not keep the test.
            timeout = 5

            def do_GET(self) -> None:
                address = urlsplit(self.path)
                asked = Asked(
                    address.path,
                    {name: values[0] for name, values in parse_qs(address.query).items()},
                    {name.lower(): value for name, value in self.headers.items()},
                    self.rfile.read(int(self.headers.get("Content-Length", 0))),
                    self.command,
                )
                if (reply := server.always.get(asked.path)) is None:
                    server.asked.append(asked)
                    reply = server.reply(asked)
                if server._closing.wait(reply.delay):
                    return
                self._send(reply)

            do_POST = do_PUT = do_GET  # noqa: N815 - the base class's names

            def _send(self, reply: Reply) -> None:
                headers = {"Content-Type": "text/html; charset=UTF-8", **reply.headers}
                headers["Content-Length"] = str(len(reply.body))
                head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
                body = reply.body[: len(reply.body) - reply.cut]
                # One write: a second one would wait 40 ms for a delayed acknowledgement.
                start = f"HTTP/1.1 {reply.status} -\r\n{head}\r\n".encode()
                try:
                    self.wfile.write(start + body)
                except OSError:
                    self.close_connection = True
                if reply.cut:
                    server._closing.wait(reply.stall)
                    self.close_connection = True

            def log_message(self, *_: Any) -> None:
                """Nothing is printed."""

        return Handler
