"""What the online services share: accounts, secrets, refusals, patience."""

import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.translate.accounts import Secret, account
from newsreader.translate.engines.web import Pace, Service, is_loopback, retry_after
from tests.translate.server import Reply, Server

KEY = "sk-very-secret-4711"
MakeService = Callable[..., Service]


@pytest.fixture
async def service(server: Server) -> AsyncIterator[Service]:
    pace = Pace(connect=1, read=0.5, pause=0.01)
    service = Service("Babel", server.url, headers={"X-Key": Secret(KEY)}, pace=pace)
    yield service
    await service.close()


async def test_what_is_sent_and_what_comes_back(server: Server, service: Service) -> None:
    server.reply = lambda _: Reply(body='{"en": "좋다"}'.encode())
    assert await service.post("/go", body={"ko": "좋다"}) == {"en": "좋다"}
    assert await service.post("/go", form={"ko": "좋다 &"}) == {"en": "좋다"}
    first, second = server.asked
    assert first.headers["x-key"] == KEY
    assert first.headers["user-agent"].startswith("newsreader/")
    assert second.body == b"ko=%EC%A2%8B%EB%8B%A4+%26"


async def test_a_busy_server_is_asked_again(server: Server, service: Service) -> None:
    replies = iter([Reply(429, headers={"Retry-After": "0"}), Reply(529), Reply(body=b"[1]")])
    server.reply = lambda _: next(replies)
    assert await service.post("/go", body={}) == [1]


async def test_patience_ends(server: Server, service: Service) -> None:
    server.reply = lambda _: Reply(503)
    with pytest.raises(EngineError, match=r"has trouble \(HTTP 503\)") as caught:
        await service.post("/go", body={})
    assert len(server.asked) == 4
    assert caught.value.retry_after


async def test_a_long_wait_is_left_to_the_reader(server: Server, service: Service) -> None:
    server.reply = lambda _: Reply(429, headers={"Retry-After": "7200"})
    with pytest.raises(EngineError, match="in 120 minutes") as caught:
        await service.post("/go", body={})
    assert len(server.asked) == 1
    assert caught.value.retry_after == 7200


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply(401, b'{"error": "bad key sk-very-secret-4711"}'), "refused the key"),
        (Reply(456), "quota is used up"),
        (Reply(429, b'{"error": {"code": "insufficient_quota"}}'), r"used up \(HTTP 429\)"),
        (Reply(400, b'{"error": {"message": "Your credit balance is too low"}}'), "used up"),
        (Reply(429, b'{"error": {"errorCode": "400", "message": "Quota Exceeded"}}'), "used up"),
        (Reply(400, b" " * (1 << 22)), "did not accept"),
        (Reply(404), "address or model"),
        (Reply(413), "too long"),
        (Reply(302, headers={"Location": "http://elsewhere.invalid/"}), "did not accept"),
        (Reply(200, b"<html>"), "not JSON"),
        (Reply(200, b"[" * 100_000), "not JSON"),
        (Reply(200, b"\xff\xfe"), "not JSON"),
        (Reply(200, b" " * (5 << 20)), "without end"),
        (Reply(200, b"[1, 2, 3]", cut=5), "could not be reached"),
        (Reply(delay=3), "did not answer in time"),
    ],
)
async def test_each_failure_is_one_sentence_without_the_key(
    server: Server, service: Service, reply: Reply, sentence: str
) -> None:
    server.reply = lambda _: reply
    with pytest.raises(EngineError, match=sentence) as caught:
        await service.post("/go", body={})
    assert KEY not in str(caught.value)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://example.invalid",
        "http://10.0.0.1/v1",
        "example.org",
        "https://",
        "https://[::1",
        "ftp://127.0.0.1",
        "",
    ],
)
def test_keys_and_text_do_not_travel_in_the_clear(url: str) -> None:
    with pytest.raises(EngineError, match="https"):
        Service("Babel", url)


async def test_no_proxy_sees_what_stays_here(
    server: Server, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.reply = lambda _: Reply(body=b"[]")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert await service.post("/go", body={}) == []


async def test_a_key_with_odd_letters_is_one_sentence(server: Server) -> None:
    service = Service("Babel", server.url, headers={"X-Key": Secret("sk-…")})
    with pytest.raises(EngineError, match="letters that no key has") as caught:
        await service.post("/go", body={})
    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:11434", True),
        ("http://127.0.0.1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost.example.org", False),
        ("http://10.0.0.1", False),
        ("nonsense", False),
    ],
)
def test_what_is_on_this_machine(url: str, here: bool) -> None:
    assert is_loopback(url) is here


# Accounts


def write(paths: Paths, content: str, mode: int = 0o600) -> Path:
    paths.config.mkdir(parents=True)
    file = paths.config / "engines.toml"
    file.write_text(content, encoding="utf-8")
    file.chmod(mode)
    return file


def test_the_environment_goes_before_the_file(paths: Paths) -> None:
    write(paths, '[deepl]\nkey = "from the file"\nurl = "u"\n[openai]\nkey = "another"')
    found = account("deepl", ("key", "url"), paths, {"NEWSREADER_DEEPL_KEY": f" {KEY} "})
    assert found.need("key").reveal() == KEY
    assert found.get("url") == "u"
    assert account("deepl", ("key",), paths, {}).need("key").reveal() == "from the file"


def test_a_key_shows_itself_nowhere(paths: Paths) -> None:
    found = account("deepl", ("key",), paths, {"NEWSREADER_DEEPL_KEY": KEY})
    assert KEY not in repr(found)
    assert KEY not in f"{found.secret()}"


def test_a_missing_key_says_where_it_goes(paths: Paths) -> None:
    with pytest.raises(EngineError, match=r"NEWSREADER_DEEPL_KEY.*\[deepl\] in .*engines\.toml"):
        account("deepl", ("key",), paths, {}).need("key")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_a_file_that_others_can_read_is_refused(paths: Paths) -> None:
    write(paths, f'[deepl]\nkey = "{KEY}"', 0o644)
    with pytest.raises(EngineError, match="chmod 600") as caught:
        account("deepl", ("key",), paths, {})
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("content", [f"[deepl]\nkey = {KEY}", "deepl = 5", "\x00"])
def test_a_file_that_makes_no_sense_is_one_sentence(paths: Paths, content: str) -> None:
    write(paths, content)
    with pytest.raises(EngineError, match=r"engines\.toml") as caught:
        account("deepl", ("key",), paths, {})
    assert KEY not in str(caught.value)


def test_retry_after_is_seconds_or_a_date() -> None:
    in_a_minute = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    assert retry_after("2") == 2.0
    assert retry_after(in_a_minute) == pytest.approx(60, abs=2)
    assert retry_after("Thu, 01 Jan 1970 00:00:00 GMT") == 0.0
    assert retry_after("soon") is None
    assert retry_after(None) is None
