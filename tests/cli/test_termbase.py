"""``glossary``: the reader's files, waivers, and glossaries that others keep."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.article import RowWarning
from newsreader.config import Paths, Settings
from newsreader.glossary.own import own_file, put
from newsreader.glossary.term import Term
from newsreader.workspace import Workspace
from tests.cli.commands import newsreader
from tests.ingest.server import Server, send
from tests.ingest.test_repository import repository


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def english(word: str) -> str:
    return newsreader("lookup", word).out


def test_a_folder_is_subscribed_to_and_updated(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (desk / "more").mkdir(parents=True)
    (desk / ".git").mkdir()
    (desk / ".git" / "packed.tsv").write_text("무명\n", "utf-8")
    (desk / "words.tsv").write_text("무명청\tNameless Agency\torganisation\n", "utf-8")
    (desk / "more" / "list.csv").write_text("ko,en\n무명부,Nameless Ministry\n", "utf-8")
    done = newsreader("glossary", "subscribe", desk)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{desk}: 2 added, 0 changed, 0 removed\n"
    assert "Nameless Agency" in english("무명청은")
    (desk / "words.tsv").write_text("무명청\tAnonymous Agency\torganisation\n", "utf-8")
    (desk / "more" / "list.csv").unlink()
    assert "Nameless Agency" in english("무명청")
    assert newsreader("glossary", "update").out == f"{desk}: 0 added, 1 changed, 1 removed\n"
    assert "Anonymous Agency" in english("무명청")
    put(own_file(Paths.find().glossary), Term("무명청", "Own Agency", "organisation"))
    assert english("무명청").index("Own Agency") < english("무명청").index("Anonymous Agency")


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_git_repository_is_subscribed_to(tmp_path: Path) -> None:
    bare = repository(tmp_path, **{"words.tsv": "무명청\tNameless Agency\torganisation\n"})
    done = newsreader("glossary", "subscribe", bare)
    assert done.out == f"{bare}: 1 added, 0 changed, 0 removed\n"
    assert "Nameless Agency" in english("무명청은")
    shutil.rmtree(bare)
    failed = newsreader("glossary", "update")
    assert failed.code == 3
    assert "cannot be fetched" in failed.err
    assert "Nameless Agency" in english("무명청")


def test_only_the_web_folders_and_repositories_are_subscribed_to() -> None:
    done = newsreader("glossary", "subscribe", "ftp://desk.example/terms.tsv")
    assert done.code == 2
    assert "ftp is not read; an address begins with https:// or http://." in done.err


def test_a_web_address_is_subscribed_to(server: Server) -> None:
    url = server.on("/terms.tsv", send("무명청\tNameless Agency\n".encode(), kind="text/plain"))
    assert newsreader("glossary", "subscribe", url).out == f"{url}: 1 added, 0 changed, 0 removed\n"
    assert "Nameless Agency" in english("무명청")
    server.on("/terms.tsv", send(status=404))
    failed = newsreader("glossary", "update")
    assert failed.code == 3
    assert "does not exist" in failed.err
    assert "Nameless Agency" in english("무명청")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/csv; charset=utf-8", "무명청,Nameless Agency\n"),
        ("text/tab-separated-values", "무명청\tNameless Agency\n"),
        (
            "application/xml",
            '<tbx><text><body><conceptEntry><langSec xml:lang="ko"><termSec><term>무명청</term>'
            '</termSec></langSec><langSec xml:lang="en"><termSec><term>Nameless Agency</term>'
            "</termSec></langSec></conceptEntry></body></text></tbx>",
        ),
    ],
)
def test_the_kind_is_known_by_what_the_server_says(server: Server, kind: str, content: str) -> None:
    url = server.on("/glossary", send(content.encode(), kind=kind))
    assert newsreader("glossary", "subscribe", url).out == f"{url}: 1 added, 0 changed, 0 removed\n"
    assert "Nameless Agency" in english("무명청")


def test_a_web_page_is_no_glossary(server: Server) -> None:
    url = server.on("/glossary", send(b"<html>", kind="text/html"))
    assert "is a web page" in newsreader("glossary", "subscribe", url).err


def test_what_differs_from_ones_own_is_listed(tmp_path: Path) -> None:
    put(own_file(Paths.find().glossary), Term("무명청", "Own Agency", "organisation"))
    (tmp_path / "words.tsv").write_text("무명청\tNameless Agency\torganisation\n", "utf-8")
    done = newsreader("glossary", "subscribe", tmp_path)
    assert "kept 무명청 = Own Agency; not Nameless Agency" in done.out


def test_an_answer_without_terms_changes_nothing(server: Server) -> None:
    url = server.on("/terms", send("무명청\tNameless Agency\n".encode(), kind="text/plain"))
    assert newsreader("glossary", "subscribe", url).code == 0
    server.on("/terms", send(b"<p>sorry</p>\n", kind="text/html"))
    failed = newsreader("glossary", "update")
    assert failed.code == 3
    assert "is a web page" in failed.err
    server.on("/terms", send(b"# nothing\n", kind="text/plain"))
    assert "what was there before stays" in newsreader("glossary", "update").err
    assert "Nameless Agency" in english("무명청")


def test_what_cannot_be_subscribed_to_is_said(tmp_path: Path) -> None:
    assert newsreader("glossary", "update").code == 1
    failed = newsreader("glossary", "subscribe", tmp_path / "none")
    assert failed.code == 2
    assert "neither a web address nor a folder" in failed.err


def test_waivers_are_listed() -> None:
    assert newsreader("glossary", "waivers").code == 1
    workspace = Workspace(Paths.find(), Settings())
    workspace.library.waivers.add(
        "협의했다.", RowWarning("term-missing", "A doubt."), "said before"
    )
    workspace.close()
    listed = newsreader("glossary", "waivers")
    assert listed.code == 0
    for part in ("term-missing", "A doubt.", "협의했다.", "said before"):
        assert part in listed.out


def english_of_row(number: int) -> str:
    rows = newsreader("show", "sample", "--format", "json").json()["rows"]
    return str(rows[number - 1]["en"])


@pytest.fixture
def forbidden() -> str:
    """Forbid a word of the sample's first row with a term; return the row's English."""
    rows = newsreader("show", "sample", "--format", "json").json()["rows"]
    (match, *_) = (one for one in rows[0]["terms"] if one["used"])
    start = rows[0]["en"].lower().index(match["en"].lower())
    said = rows[0]["en"][start : start + len(match["en"])]
    term = Term(match["term"], "Wholly Other Name", "organisation", forbidden=(said,))
    put(own_file(Paths.find().glossary), term)
    return str(rows[0]["en"])


def test_a_forbidden_rendering_is_put_right(forbidden: str) -> None:
    checked = newsreader("glossary", "check", "sample", "--json")
    assert (1, "term-forbidden") in {
        (one["row"], one["code"]) for one in checked.json()["warnings"]
    }
    assert checked.json()["used"] < checked.json()["terms"]
    shown = newsreader("glossary", "fix", "sample", "--row", "1", "--dry-run")
    assert "Wholly Other Name" in shown.out
    assert english_of_row(1) == forbidden
    assert newsreader("glossary", "fix", "sample", "--row", "1").code == 0
    assert "Wholly Other Name" in english_of_row(1)
    again = newsreader("glossary", "fix", "sample", "--row", "1")
    assert again.code == 1
    assert "nothing" in again.err


def test_a_doubt_is_waived_with_a_reason(forbidden: str) -> None:
    assert forbidden
    said = newsreader("glossary", "waive", "sample", "1", "term-forbidden", "it is a quotation")
    assert said.code == 0
    assert said.out.startswith("waived: ")
    codes = [
        one["code"]
        for one in newsreader("glossary", "check", "sample", "--json").json()["warnings"]
        if one["row"] == 1
    ]
    assert "term-forbidden" not in codes
    assert "it is a quotation" in newsreader("glossary", "waivers").out
    assert newsreader("glossary", "waive", "sample", "1", "term-forbidden", "why").code == 1
