"""Waived warnings: by sentence, code and message, with the reason."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.article import RowWarning
from newsreader.errors import LibraryError
from newsreader.library.database import connect
from newsreader.library.waivers import Waivers

WARNING = RowWarning("term-missing", "협의 should be “talks”.")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(tmp_path / "library.db")
    yield connection
    connection.close()


def test_a_waiver_is_for_one_sentence_one_code_and_one_message(
    connection: sqlite3.Connection,
) -> None:
    waivers = Waivers(connection)
    waivers.add("협의했다.", WARNING, "said so before")
    assert waivers.holds("협의했다.", WARNING)
    assert not waivers.holds("협의한다.", WARNING)
    assert not waivers.holds("협의했다.", RowWarning("term-forbidden", WARNING.message))
    assert not waivers.holds("협의했다.", RowWarning("term-missing", "another"))


def test_waivers_are_kept_and_can_be_taken_back(connection: sqlite3.Connection) -> None:
    Waivers(connection).add("협의했다.", WARNING, "said so before")
    again = Waivers(connection)
    again.add("협의했다.", WARNING, "a better reason")
    assert [(one.ko, one.code, one.reason) for one in again.all()] == [
        ("협의했다.", "term-missing", "a better reason")
    ]
    again.remove("협의했다.", WARNING)
    assert not again.holds("협의했다.", WARNING)
    assert Waivers(connection).all() == []


def test_what_cannot_be_kept_does_not_hold(connection: sqlite3.Connection) -> None:
    waivers = Waivers(connection)
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(LibraryError, match="cannot be written"):
        waivers.add("협의했다.", WARNING, "no")
    assert not waivers.holds("협의했다.", WARNING)
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("DROP TABLE waiver")
    with pytest.raises(LibraryError, match="cannot be read"):
        waivers.all()


def test_a_waived_warning_stays_waived_when_it_is_worded_otherwise(
    connection: sqlite3.Connection,
) -> None:
    waivers = Waivers(connection)
    waivers.add("44명", RowWarning("number-differs", "It does not say 44명 (44 명)."), "meant")
    waivers.add("DJ", RowWarning("term-missing", "김대중 should be “Kim”."), "meant")
    again = Waivers(connection)
    for message in ("It does not say 44명 (44 people).", "It does not say 44명."):
        assert again.holds("44명", RowWarning("number-differs", message))
    assert not again.holds("44명", RowWarning("number-differs", "It does not say 45명."))
    now = RowWarning("term-missing", "DJ should be “Kim”.", formerly="김대중 should be “Kim”.")
    assert again.holds("DJ", now)
    assert not again.holds("DJ", RowWarning("term-missing", now.message))
