"""``show`` and ``extract``: what they print, and what they say when something is wrong."""

import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newsreader.config import Paths
from tests.cli.commands import ARTICLE, newsreader, newsreader_process

PAGE = """<html><head><meta charset="utf-8">
<title>가람시, 새 다리 이달 말 개통 - 가람일보</title></head><body><article>
<h1>가람시, 새 다리 이달 말 개통</h1>
<p>가람시는 오는 30일 새 다리를 개통한다고 5일 밝혔다. 공사에는 3년이 걸렸다.</p>
<p>시 관계자는 "출퇴근 시간이 20분 넘게 줄어들 것"이라고 말했다.</p>
<p>다리는 길이 1.2km에 왕복 4차로이며 자전거 길도 함께 놓였다.</p>
</article></body></html>"""


def test_nothing_is_doubtful_in_the_sample() -> None:
    rows = newsreader("show", "sample", "--format", "json").json()["rows"]
    assert [row["warnings"] for row in rows if row["warnings"]] == []


def test_the_sample_has_its_english() -> None:
    done = newsreader("show", "sample")
    assert done.code == 0
    assert "한반도평화교섭본부장" in done.out
    assert "deterrence, dissuasion and diplomacy" in done.out


def test_json_follows_the_schema() -> None:
    done = newsreader("show", "sample", "--format", "json")
    whole = done.json()
    ARTICLE.validate(whole)
    assert {row["status"] for row in whole["rows"]} == {"sample"}
    assert len(whole["rows"]) >= 14
    ids = [row["id"] for row in whole["rows"]]
    assert ids == list(range(1, len(ids) + 1))
    for row in whole["rows"]:
        for term in row["terms"]:
            assert 0 <= term["start"] < term["end"] <= len(row["ko"])


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_format_has_every_sentence(name: str) -> None:
    whole = newsreader("show", "sample", "--format", "json").json()
    shown = newsreader("show", "sample", "--format", name).out.replace("\\", "")
    for row in whole["rows"]:
        assert row["ko"].replace('"', "&quot;" if name == "html" else '"') in shown


def test_word_for_word_has_every_word_and_the_english() -> None:
    done = newsreader("show", "sample", "--format", "interlinear", environment={"COLUMNS": "60"})
    whole = newsreader("show", "sample", "--format", "json").json()
    shown = "".join(done.out.split())
    for row in whole["rows"]:
        assert "".join(row["en"].split()) in shown
        assert all(word in shown for word in row["ko"].split())
    assert "Special Representative for Korean Peninsula Peace" in done.out


def test_without_an_engine_the_korean_stays_and_the_reason_is_said(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    done = newsreader("show", page, "--format", "json")
    assert done.code == 4
    whole = done.json()
    ARTICLE.validate(whole)
    assert whole["title"] == "가람시, 새 다리 이달 말 개통"
    assert all(row["status"] == "untranslated" for row in whole["rows"])
    assert "newsreader model install" in whole["rows"][0]["reason"]
    assert "newsreader model install" in done.err
    shown = newsreader("show", page)
    assert shown.code == 4
    assert (shown.out + shown.err).count("newsreader model install") == 1


def test_without_translation_is_done() -> None:
    done = newsreader("show", "sample", "--no-translate")
    assert done.code == 0
    assert "deterrence" not in done.out


def test_stdin_and_library_number() -> None:
    piped = newsreader("show", "-", "--no-translate", "--format", "json", stdin=PAGE)
    assert piped.code == 0
    again = newsreader("show", "1", "--no-translate", "--format", "json")
    assert again.json() == piped.json()


def test_extract_keeps_nothing() -> None:
    done = newsreader("extract", "sample")
    ARTICLE.validate(done.json())
    assert "rows" not in done.json()
    assert newsreader("show", "1").code == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "no-such-file.html"], 3, "no-such-file.html"),
        (["show", "999"], 3, "no article 999"),
        (["show", "ftp://example.com/x"], 3, "ftp"),
        (["show", "sample", "--engine", "babelfish"], 2, "babelfish"),
        (["show", "sample", "--format", "pdf"], 2, "pdf"),
        (["shew", "sample"], 2, "shew"),
        (["show", "."], 3, "."),
        (["terms", "sample", "--on", "gestern"], 2, "gestern"),
    ],
)
def test_what_is_wrong_is_one_sentence(arguments: list[str], code: int, said: str) -> None:
    done = newsreader(*arguments)
    assert done.code == code
    assert done.out == ""
    assert said in done.err
    if code == 3:
        assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "content", [b"", b"<html><body></body></html>", b"Just English here.", b"\x00\x01"]
)
def test_what_is_no_korean_article(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(content)
    done = newsreader("show", file)
    assert done.code == 3
    assert len(done.err.strip().splitlines()) == 1


@contextmanager
def served(status: int, body: bytes, headers: dict[str, str]) -> Iterator[str]:
    """Answer every request on loopback with the same thing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/news/1"
        finally:
            server.shutdown()
            thread.join()


def test_a_page_over_http() -> None:
    with served(200, PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"}) as url:
        done = newsreader("show", url, "--no-translate", "--format", "json")
    assert done.code == 0
    assert done.json()["title"] == "가람시, 새 다리 이달 말 개통"
    assert done.json()["url"] == url


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (403, {}, "403"),
        (404, {}, "404"),
        (500, {}, "500"),
        (302, {"Location": "/news/1"}, "redirect"),
        (200, {"Content-Type": "image/png"}, "image/png"),
    ],
)
def test_a_server_that_refuses(status: int, headers: dict[str, str], said: str) -> None:
    with served(status, b"no", headers) as url:
        done = newsreader("show", url)
    assert done.code == 3
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_damaged_library_does_not_hide_the_article() -> None:
    library = Paths.find().library
    library.parent.mkdir(parents=True)
    library.write_bytes(b"this was a library once, before the disk went bad" * 30)
    before = library.read_bytes()
    done = newsreader("show", "sample")
    assert done.code == 0
    assert "한반도평화교섭본부장" in done.out
    assert "not a newsreader library" in done.err
    assert library.read_bytes() == before


def test_a_wrong_setting_is_named() -> None:
    paths = Paths.find()
    paths.config.mkdir(parents=True)
    paths.config_file.write_text("engin = 'firefox'", encoding="utf-8")
    done = newsreader("show", "sample")
    assert done.code == 2
    assert "engin" in done.err
    assert str(paths.config_file) in done.err


def test_a_closed_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "newsreader", "glossary", "list"]  # more than a pipe holds
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        assert process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_seed_of_a_newsis_page(shared: Path) -> None:
    done = newsreader("extract", shared / "seed" / "newsis-2023-02-06.txt")
    article = done.json()
    ARTICLE.validate(article)
    assert article["title"] == '한미 북핵수석·차석대표 협의…"北 도발에 대가 따를 것"'
    assert article["subtitles"] == [
        "김건, NSC와 北 불법 사이버 협의",
        "억지·단념·외교 총체적 노력 강화",
    ]
    assert article["published"] == "2023-02-06T19:34:44+09:00"
    assert article["modified"] == "2023-02-06T19:52:49+09:00"
    assert [byline["name"] for byline in article["bylines"]] == ["최서진"]
    assert (article["dateline"], article["outlet"]) == ("서울", "뉴시스")
    kinds = [block["kind"] for block in article["blocks"]]
    assert (kinds.count("caption"), kinds.count("paragraph") + kinds.count("lead")) == (2, 15)
    text = json.dumps(article["blocks"], ensure_ascii=False)
    for furniture in ("페이스북", "이메일", "많이 본", "공감언론", "@newsis", "[email"):
        assert furniture not in text


def test_every_shared_page_opens(shared: Path) -> None:
    for folder in sorted((shared / "pages").iterdir()):
        done = newsreader("show", folder / "page.html", "--no-translate", "--format", "json")
        assert done.code == 0, folder
        ARTICLE.validate(done.json())


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("asked", [False, True], ids=["connecting", "waiting"])
def test_ctrl_c_ends_with_130_and_without_a_traceback(asked: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/news/1"
        # A shell starts what runs in its background with Ctrl-C ignored, and that is handed on.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        process = subprocess.Popen(
            [sys.executable, "-m", "newsreader", "show", url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        signal.signal(signal.SIGINT, before)
        connection, _ = silent.accept()
        if asked:
            assert connection.recv(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        connection.close()
    assert process.returncode == 130, err
    assert out == b""
    assert b"Traceback" not in err


def test_output_is_utf8_whatever_the_locale() -> None:
    done = newsreader_process(
        "show", "sample", environment={"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
    )
    assert "한반도평화교섭본부장" in done.out
