"""``library``, ``revisions`` and ``doctor --repair`` as a reader runs them."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.commands import newsreader

PAGE = """<html><head><link rel="canonical" href="https://news.example/1">
<title>북핵 협의</title></head><body><article><h1>북핵 협의</h1>{}</article></body></html>"""
TEXT = (
    "한미 수석대표가 서울에서 만났다. 양측은 {}을 논의했다고 외교부가 밝혔다."
    " 협의는 두 시간 이어졌다."
)


def library_file() -> Path:
    (file,) = Path(os.environ["NEWSREADER_HOME"]).rglob("library.db")
    return file


@pytest.fixture
def number(tmp_path: Path) -> int:
    """The number of an article of which two revisions are kept."""
    file = tmp_path / "page.html"
    for word in ("제재", "대북 억지"):
        paragraphs = f"<p>{TEXT.format(word)}</p>" * 1 + "<p>그는 곧 돌아간다고 말했다.</p>"
        file.write_text(PAGE.format(paragraphs), encoding="utf-8")
        done = newsreader("show", file, "--no-translate")
        assert done.code == 0, done.err
    (hit,) = newsreader("find", "억지", "--json").json()
    return int(hit["article"])


def test_what_changed_is_shown_word_by_word(number: int) -> None:
    done = newsreader("revisions", number_text := str(number))
    assert done.code == 0
    assert "양측은 [-제재을-] {+대북 억지을+} 논의했다고 외교부가 밝혔다." in done.out
    assert done.out.count("북핵 협의") == 2
    newest, oldest = newsreader("revisions", number_text, "--json").json()
    assert [one["after"] for one in newest["changes"]] == [3]
    assert oldest["changes"] == []


def test_what_never_changed_is_exit_code_1() -> None:
    newsreader("show", "sample", "--no-translate")
    assert newsreader("revisions", "1").code == 1
    assert newsreader("revisions", "99").code == 3


def test_backup_and_restore(number: int, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert newsreader("library", "backup", copy).code == 0
    newsreader("show", "sample", "--no-translate")
    assert "수석대표" in newsreader("find", "수석대표").out
    done = newsreader("library", "restore", copy)
    assert done.code == 0, done.err
    assert "before-restore" in done.out
    assert newsreader("show", "2", "--no-translate").code == 3
    assert newsreader("show", str(number), "--no-translate").code == 0
    done = newsreader("library", "restore", tmp_path / "nothing.db")
    assert (done.code, done.err.count("\n")) == (3, 1)


def test_export_is_json_lines(number: int, tmp_path: Path) -> None:
    done = newsreader("library", "export")
    objects = [json.loads(line) for line in done.out.splitlines()]
    assert [one["id"] for one in objects if one["kind"] == "article"] == [number]
    file = tmp_path / "all.jsonl"
    assert newsreader("library", "export", file, "--pages").code == 0
    assert "content" in json.loads(file.read_text("utf-8").splitlines()[0])["pages"][0]
    assert newsreader("library", "export", tmp_path / "no" / "folder").code == 2


def test_pruning_is_only_what_was_named(number: int) -> None:
    assert newsreader("library", "prune").code == 2
    assert newsreader("library", "prune", "--pages", "-1").code == 2
    assert newsreader("library", "prune", "--unopened", "0", "--deleted").code == 1
    assert newsreader("library", "prune", "--pages", "0").code == 0
    assert newsreader("show", str(number), "--no-translate").code == 0
    info = newsreader("library", "info").out
    assert "texts                2" in info
    assert newsreader("library").out == info


def test_repair(number: int) -> None:
    assert newsreader("doctor", "--repair").out.startswith("The library is whole")
    file = library_file()
    content = bytearray(file.read_bytes())
    start = content.rindex("그는 곧 돌아간다고".encode())
    content[start - 1000 : start + 1000] = b"\xa5" * 2000
    file.write_bytes(content)
    done = newsreader("doctor")
    assert done.code == 1
    assert "doctor --repair" in done.out
    done = newsreader("doctor", "--repair")
    assert done.code == 0, done.err
    assert "is kept as" in done.out
    assert newsreader("doctor").code == 0
    assert any(one["article"] == number for one in newsreader("find", "협의", "--json").json())
    assert list(file.parent.glob("library.db.damaged-*"))
