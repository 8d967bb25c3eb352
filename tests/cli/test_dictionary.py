"""``dictionary`` and what ``lookup`` says from other dictionaries."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.commands import newsreader
from tests.dictionaries.files import KEDICT, write_zip, yomitan
from tests.ingest.server import Server, send


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def test_a_dictionary_is_added_listed_asked_and_removed(tmp_path: Path) -> None:
    file = write_zip(tmp_path / "our.zip", yomitan(attribution="CC BY 4.0"))
    done = newsreader("dictionary", "add", file)
    assert (done.code, done.out) == (0, "Our Yomitan: 3 entries (Yomitan)\nlicence: CC BY 4.0\n")
    (listed,) = newsreader("dictionary", "list", "--json").json()
    assert (listed["name"], listed["entries"]) == ("our-yomitan", 3)
    found = newsreader("lookup", "--json", "발표하셨습니다").json()["dictionaries"]
    assert [one["dictionary"] for one in found] == ["Our Yomitan"]
    assert found[0]["senses"] == ["announce", "make public"]
    shown = newsreader("lookup", "발표하셨습니다").out
    assert shown.index("1. announce, release") < shown.index("Our Yomitan")
    assert newsreader("lookup", "가람에서").code == 0
    assert newsreader("dictionary", "remove", "our-yomitan").code == 0
    assert newsreader("dictionary").code == 1
    assert newsreader("lookup", "--json", "발표").json()["dictionaries"] == []


def test_a_dictionary_from_the_web(server: Server) -> None:
    url = server.on("/x/kedict.yml", send(KEDICT.encode(), kind="application/x-yaml"))
    done = newsreader("dictionary", "add", url)
    assert "cc-kedict: 3 entries" in done.out
    assert "CC BY-SA 3.0" in done.out
    assert newsreader("dictionary", "add", server.on("/no.zip", send(status=404))).code == 3


def test_what_is_no_dictionary_is_refused(tmp_path: Path) -> None:
    broken = write_zip(tmp_path / "b.zip", {"index.json": b"["})
    done = newsreader("dictionary", "add", broken)
    assert done.code == 3
    assert done.err.count("\n") == 1
    assert newsreader("dictionary", "add", "no-such.zip").code == 2
    assert newsreader("dictionary", "remove", "none").code == 2


def test_the_online_dictionary_is_not_asked_unless_it_was_chosen() -> None:
    done = newsreader("lookup", "가람", environment={"NEWSREADER_ONLINE_DICTIONARY": "krdict"})
    assert "NEWSREADER_KRDICT_KEY" in done.err
    assert json.loads(newsreader("lookup", "--json", "정부").out)["dictionaries"] == []
    assert newsreader("lookup", "정부").err == ""
