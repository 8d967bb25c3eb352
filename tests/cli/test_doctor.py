"""What ``doctor`` says of a fresh home, a damaged library, and rules that a redesign has broken."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.commands import newsreader, newsreader_process
from tests.ingest import pages

NEWSIS = "https://www.newsis.com/view/NISX20240512_000000000{}"


def _saved(folder: Path, html: str, url: str) -> Path:
    file = folder / "page.html"
    link = f'<link rel="canonical" href="{url}"></head>'
    file.write_text(html.replace("</head>", link), encoding="utf-8")
    return file


def _open(folder: Path, html: str, url: str) -> None:
    done = newsreader("show", _saved(folder, html, url), "--no-translate")
    assert done.code == 0, done.err


def test_a_fresh_home_is_well() -> None:
    done = newsreader("doctor")
    assert done.code == 0
    assert "made when you open the first article" in done.out
    subjects = {one["subject"] for one in newsreader("doctor", "--json").json()}
    assert {"newsreader", "library", "glossary", "terminal"} <= subjects


@pytest.mark.skipif(sys.platform != "linux", reason="needs a locale without Korean")
def test_a_terminal_without_korean_is_told() -> None:
    environment = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    done = newsreader_process("doctor", environment=environment)
    assert "Korean needs UTF-8" in done.out


def test_a_home_that_cannot_be_is_told_and_fails_what_needs_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = newsreader("--home", file, "doctor")
    assert done.code == 1
    assert f"{file} is no folder that you may write to" in done.out
    done = newsreader("--home", file, "watch", "add", "예산")
    assert (done.code, done.out) == (3, "")
    assert "cannot be opened" in done.err
    assert newsreader("--home", file, "extract", "sample").code == 0


def test_an_engine_that_is_none_is_told() -> None:
    done = newsreader("doctor", environment={"NEWSREADER_ENGINE": "nope"})
    assert done.code == 1
    assert "there is no engine 'nope'" in done.out


def test_a_damaged_library_is_told_with_what_to_do(tmp_path: Path) -> None:
    _open(tmp_path, pages.newsis(), NEWSIS.format(1))
    for file in Path(os.environ["NEWSREADER_HOME"]).rglob("library.db*"):
        file.write_bytes(b"no library" * 1000)
    done = newsreader("doctor")
    assert done.code == 1
    assert "doctor --repair" in done.out


def test_nothing_to_judge_rules_by() -> None:
    done = newsreader("doctor", "--publishers")
    assert (done.code, done.out) == (0, "")
    assert "no page" in done.err


def test_rules_that_hold(tmp_path: Path) -> None:
    _open(tmp_path, pages.newsis(), NEWSIS.format(1))
    _open(tmp_path, pages.naver(), "https://n.news.naver.com/mnews/article/999/0000000001")
    done = newsreader("doctor", "--publishers")
    assert done.code == 0
    assert "newsis" in done.out
    assert "holds" in done.out
    found = {one["id"]: one for one in newsreader("doctor", "--publishers", "--json").json()}
    assert found["newsis"]["verdict"] == found["naver"]["verdict"] == "holds"
    assert found["newsis"]["found"] == {
        "title": 1, "subtitle": 1, "published": 1, "modified": 1, "body": 1
    }  # fmt: skip
    assert (found["newsis"]["kept"], found["newsis"]["agree"]) == (1, 1)


def test_a_redesign_weakens_or_breaks_rules(tmp_path: Path) -> None:
    _open(tmp_path, pages.newsis(), NEWSIS.format(1))
    renamed = pages.newsis().replace("title_area", "headline-2027")
    _open(tmp_path, renamed.replace("infoLine", "line-2027"), NEWSIS.format(2))
    (weak,) = newsreader("doctor", "--publishers", "--json").json()
    assert (weak["verdict"], weak["kept"], weak["read"]) == ("weak", 2, 2)
    assert (weak["found"]["title"], weak["found"]["body"]) == (1, 2)
    _open(tmp_path, pages.newsis().replace('class="viewer"', 'class="v2027"'), NEWSIS.format(3))
    done = newsreader("doctor", "--publishers")
    assert done.code == 1
    assert done.out.startswith("! newsis")
    assert "broken" in done.out
    assert "body 2/3" in done.out
    assert "articles are there all the same" in done.out
