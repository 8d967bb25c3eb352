"""The translation memory in SQLite."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.errors import LibraryError
from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Remembered
from newsreader.translate.memory import correction


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(tmp_path / "library.db")
    yield connection
    connection.close()


@pytest.fixture
def memory(connection: sqlite3.Connection) -> SqliteMemory:
    return SqliteMemory(connection)


def entry(number: int, en: str = "Yes.", ko: str = "", engine: str = "firefox") -> Remembered:
    return Remembered(f"{number:064x}", ko or f"문장 {number}", en, engine, "v1")


def test_what_is_kept_is_found_under_its_key(memory: SqliteMemory) -> None:
    entries = [entry(number) for number in range(1200)]
    memory.keep(entries)
    assert memory.find([one.key for one in entries]) == {one.key: one for one in entries}
    assert memory.find(["f" * 64]) == {}
    assert memory.find([]) == {}


def test_the_last_english_of_a_key_stays(memory: SqliteMemory) -> None:
    memory.keep([entry(1, "First.")])
    memory.keep([entry(1, "Second.")])
    assert memory.find([entry(1).key])[entry(1).key].en == "Second."


def test_another_process_finds_what_is_kept(memory: SqliteMemory, tmp_path: Path) -> None:
    memory.keep([entry(1)])
    other = connect(tmp_path / "library.db")
    assert SqliteMemory(other).find([entry(1).key])
    other.close()


def test_corrections_are_found_by_their_korean(memory: SqliteMemory) -> None:
    memory.keep([correction("그는 \u00a0 갔다.", " He  left. "), entry(1, ko="그는 왔다.")])
    found = memory.corrections(["그는 갔다.", "그는 왔다."])
    assert {ko: one.en for ko, one in found.items()} == {"그는 갔다.": "He left."}
    memory.forget([one.key for one in found.values()])
    assert memory.corrections(["그는 갔다."]) == {}


def test_the_newest_english_is_found_by_its_korean(memory: SqliteMemory) -> None:
    memory.keep([entry(1, "Old.", "갔다.", "google")])
    memory.keep([entry(2, "New.", "갔다.", "firefox"), correction("왔다.", "By the reader.")])
    found = memory.newest(["갔다.", "왔다.", "없다."])
    assert {ko: (one.en, one.engine) for ko, one in found.items()} == {"갔다.": ("New.", "firefox")}


def test_all_of_it_can_be_read(memory: SqliteMemory) -> None:
    entries = [entry(number) for number in range(5)]
    memory.keep(entries)
    assert list(memory) == entries


def test_a_memory_that_cannot_be_read_or_written_is_one_sentence(
    memory: SqliteMemory, connection: sqlite3.Connection
) -> None:
    connection.execute("DROP TABLE memory")
    for use in (
        lambda: memory.find(["a"]),
        lambda: memory.corrections(["가"]),
        lambda: memory.newest(["가"]),
        lambda: list(memory),
    ):
        with pytest.raises(LibraryError, match="cannot be read"):
            use()
    with pytest.raises(LibraryError, match="cannot be written"):
        memory.keep([entry(1)])
