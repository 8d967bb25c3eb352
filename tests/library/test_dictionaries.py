"""Dictionaries that are kept: whole or not at all, found by word, removed with their file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.dictionaries.entry import Facts, Headword, Source
from newsreader.errors import LibraryError, SourceError, UsageError
from newsreader.library.dictionaries import Dictionaries

ENTRIES = [
    Headword("가람", ("river", "stream"), "noun", "江"),
    Headword("가람", ("temple",)),
    Headword("발표", ("announcement",)),
]


def source(title: str = "My Words (1)", entries: list[Headword] | None = None) -> Source:
    return Source(Facts(title, "TSV", "CC0"), iter(ENTRIES if entries is None else entries))


def test_what_was_added_is_listed_and_found(tmp_path: Path) -> None:
    kept = Dictionaries(tmp_path / "d")
    assert kept.all() == []
    assert kept.look_up(["가람"]) == []
    added = kept.add(source(), origin="https://x.example/w.tsv")
    assert (added.name, added.entries, added.facts.licence) == ("my-words-1", 3, "CC0")
    assert added.facts.source == "https://x.example/w.tsv"
    assert kept.all() == [added]
    found = kept.look_up(["없다", "가람", "발표"])
    assert [one.entry for one in found] == ENTRIES[:2]
    assert {one.dictionary for one in found} == {"My Words (1)"}


def test_adding_again_replaces_and_removing_removes(tmp_path: Path) -> None:
    kept = Dictionaries(tmp_path)
    kept.add(source())
    kept.add(source(entries=[Headword("새", ("bird",))]))
    assert [one.entries for one in kept.all()] == [1]
    kept.add(source("Other"))
    kept.remove("My Words (1)")
    assert [one.name for one in kept.all()] == ["other"]
    kept.remove("other")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UsageError, match="no dictionary 'other'"):
        kept.remove("other")


def test_a_source_that_breaks_leaves_what_was_there(tmp_path: Path) -> None:
    def broken() -> Iterator[Headword]:
        yield ENTRIES[0]
        raise SourceError("It broke.")

    kept = Dictionaries(tmp_path)
    kept.add(source())
    before = sorted(tmp_path.iterdir())
    with pytest.raises(SourceError):
        kept.add(Source(Facts("My Words (1)", "TSV"), broken()))
    with pytest.raises(UsageError, match="no entry"):
        kept.add(source(entries=[]))
    assert sorted(tmp_path.iterdir()) == before
    assert [one.entries for one in kept.all()] == [3]


def test_a_file_that_is_something_else_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "x.dictionary").write_bytes(b"not a database at all" * 100)
    with pytest.raises(LibraryError, match=r"x\.dictionary"):
        Dictionaries(tmp_path).look_up(["가람"])


def test_a_title_from_outside_is_no_path(tmp_path: Path) -> None:
    kept = Dictionaries(tmp_path / "d")
    kept.add(source("../../evil"))
    assert [one.name for one in (tmp_path / "d").iterdir()] == ["evil.dictionary"]
    assert [one.name for one in tmp_path.iterdir()] == ["d"]
