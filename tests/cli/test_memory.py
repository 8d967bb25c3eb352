"""``memory`` and ``show --with``: the commands, as processes of their own."""

from pathlib import Path

import pytest

from newsreader.config import Paths
from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Remembered
from newsreader.translate.memory import correction
from tests.cli.commands import ARTICLE, newsreader

FOREIGN = """<?xml version="1.0"?>
<tmx version="1.4"><header srclang="ko"/><body><tu>
<tuv xml:lang="ko-KR"><seg>다리에는 자전거 길도 함께 놓였다.</seg></tuv>
<tuv xml:lang="en-GB"><seg>There is a path for bicycles, too.</seg></tuv>
</tu></body></tmx>
"""
ARTICLE_TEXT = """가람시, 새 다리 이달 말 개통

가람시는 오는 30일 새 다리를 개통한다고 5일 밝혔다. 공사에는 3년이 걸렸다.

다리에는 자전거 길도 함께 놓였다.
"""


def fill(*entries: Remembered) -> None:
    connection = connect(Paths.find().library)
    SqliteMemory(connection).keep(entries)
    connection.close()


def entry(number: int) -> Remembered:
    return Remembered(f"{number:064x}", f"문장 <{number}> & 끝", f"No. {number}", "firefox", "v1")


def test_an_empty_memory_has_nothing() -> None:
    done = newsreader("memory", "stats")
    assert (done.code, done.out.split()) == (1, ["in", "all", "0"])


def test_what_is_exported_is_imported_as_it_was(tmp_path: Path) -> None:
    fill(*map(entry, range(2500)), correction("그는 갔다.", "He left."))
    file = tmp_path / "all.tmx"
    assert newsreader("memory", "export", file).out == f"2,501 entries are in {file}.\n"
    other = {"NEWSREADER_HOME": str(tmp_path / "other")}
    done = newsreader("memory", "import", file, environment=other)
    assert (done.code, done.out) == (0, "2,501 entries are taken over.\n")
    stats = newsreader("memory", environment=other)
    lines = [line.split()[:2] for line in stats.out.splitlines()]
    assert lines == [["firefox", "2,500"], ["reader", "1"], ["in", "all"]]
    assert list(tmp_path.glob(".*")) == []


def test_export_and_import_through_pipes(tmp_path: Path) -> None:
    fill(entry(1))
    out = newsreader("memory", "export", "-").out
    other = {"NEWSREADER_HOME": str(tmp_path / "other")}
    assert newsreader("memory", "import", "-", stdin=out, environment=other).code == 0
    assert newsreader("memory", "export", "-", environment=other).out == out


def test_what_a_translator_wrote_is_shown_as_edited(tmp_path: Path) -> None:
    (tmp_path / "foreign.tmx").write_text(FOREIGN, encoding="utf-8")
    assert newsreader("memory", "import", tmp_path / "foreign.tmx").code == 0
    whole = newsreader("show", "-", "--format", "json", stdin=ARTICLE_TEXT).json()
    ARTICLE.validate(whole)
    last = whole["rows"][-1]
    assert (last["en"], last["status"]) == ("There is a path for bicycles, too.", "edited")


def test_a_near_match_is_offered_where_there_is_no_english() -> None:
    fill(correction("다리에는 자전거 길도 나란히 놓였다.", "A path for bicycles runs beside it."))
    whole = newsreader("show", "-", "--format", "json", stdin=ARTICLE_TEXT).json()
    last = whole["rows"][-1]
    assert last["en"] is None
    (warning,) = last["warnings"]
    assert warning["code"] == "similar"
    assert "A path for bicycles runs beside it." in warning["message"]


@pytest.mark.parametrize(
    ("content", "said"), [(b"not xml", "not well-formed"), (b"<html/>", "not TMX"), (None, "read")]
)
def test_what_is_no_tmx_is_one_sentence(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "in.tmx"
    if content is not None:
        file.write_bytes(content)
    done = newsreader("memory", "import", file)
    assert (done.code, done.out) == (3, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    fill(entry(1))
    done = newsreader("memory", "export", tmp_path / "no" / "folder.tmx")
    assert done.code == 2
    assert "cannot be written" in done.err
    assert not list(tmp_path.iterdir())


# show --with


def test_show_with_a_persons_english(tmp_path: Path) -> None:
    english = tmp_path / "en.txt"
    english.write_text(
        "Garam City to open new bridge at month's end\n\n"
        "Garam City said on the 5th that it would open a new bridge on the 30th of this month."
        " Construction took three years.\n\nA bicycle path was laid on the bridge as well.\n",
        encoding="utf-8",
    )
    done = newsreader("show", "-", "--with", english, "--format", "json", stdin=ARTICLE_TEXT)
    assert done.code == 0
    whole = done.json()
    ARTICLE.validate(whole)
    assert {(row["status"], row["engine"]) for row in whole["rows"]} == {("translated", "human")}
    assert whole["rows"][2]["en"] == "Construction took three years."
    text = newsreader("show", "-", "--with", english, stdin=ARTICLE_TEXT).out
    assert "A bicycle path was laid" in text
    piped = newsreader("show", "1", "--with", "-", stdin=english.read_bytes())
    assert "A bicycle path was laid" in piped.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-", "--with", "-"], 2, "Only one of the two"),
        (["sample", "--with", "no-such-file.txt"], 3, "no-such-file.txt"),
        (["sample", "--with", "-"], 3, "no English"),
        (["sample", "--with", "-", "--engine", "google"], 2, "--engine"),
    ],
)
def test_what_cannot_be_laid_beside_is_one_sentence(
    arguments: list[str], code: int, said: str
) -> None:
    done = newsreader("show", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1
