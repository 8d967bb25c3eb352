"""Copies of the library: made in use, put back whole; the one before is kept."""

import sqlite3
import threading
from pathlib import Path

import pytest

from newsreader.errors import LibraryError
from newsreader.library import database
from newsreader.library.backup import back_up, restore
from newsreader.library.library import Library
from newsreader.library.schema import MIGRATIONS
from tests.library.articles import article


def titles(file: Path) -> list[str]:
    with Library(file) as library:
        return sorted(one.title for one in library.articles.listing())


@pytest.fixture
def copy(file: Path, tmp_path: Path) -> Path:
    """A copy of a library with article 1; the library then gets article 2."""
    with Library(file) as library:
        library.articles.keep(article(1, "하나."))
        made = back_up(file, tmp_path / "copy.db")
        library.articles.keep(article(2, "둘."))
    return made


def test_a_copy_is_one_file_with_everything(copy: Path) -> None:
    assert [one.name for one in copy.parent.glob("*copy*")] == ["copy.db"]
    assert titles(copy) == ["제목 1"]


def test_a_copy_into_a_folder_has_the_day_in_its_name(file: Path, tmp_path: Path) -> None:
    Library(file).close()
    assert back_up(file, tmp_path).name.startswith("newsreader-2")


def test_a_restored_library_is_what_the_copy_was(copy: Path, file: Path) -> None:
    before = restore(file, copy)
    assert titles(file) == ["제목 1"]
    assert before is not None
    assert titles(before) == ["제목 1", "제목 2"]
    with Library(file) as library:
        assert len(library.search.find("하나").hits) == 1
    again = restore(file, before)
    assert again not in (None, before)
    assert titles(file) == ["제목 1", "제목 2"]


def test_another_newsreader_sees_what_was_restored(copy: Path, file: Path) -> None:
    with Library(file) as other:
        assert other.articles.count() == 2
        restore(file, copy)
        assert other.articles.count() == 1
        other.articles.keep(article(3, "셋."))
    assert titles(file) == ["제목 1", "제목 3"]


def test_a_damaged_library_is_moved_aside_whole(copy: Path, file: Path) -> None:
    file.write_bytes(b"no library" * 1000)
    before = restore(file, copy)
    assert before is not None
    assert before.read_bytes() == b"no library" * 1000
    assert titles(file) == ["제목 1"]


def test_a_library_that_was_lost_comes_back(copy: Path, file: Path) -> None:
    for part in file.parent.glob("library.db*"):
        part.unlink()
    assert restore(file, copy) is None
    assert titles(file) == ["제목 1"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda copy: copy.write_bytes(b"no library" * 1000), "not a newsreader library"),
        (lambda copy: copy.unlink(), "no library at"),
        (lambda copy: _newer(copy), "newer newsreader"),
        (lambda copy: _other(copy), "not a newsreader library"),
        (lambda copy: copy.write_bytes(copy.read_bytes()[:40_000]), "damaged|malformed"),
    ],
)
def test_what_is_no_whole_library_is_refused_and_nothing_is_changed(
    copy: Path, file: Path, make: object, says: str
) -> None:
    assert callable(make)
    make(copy)
    with pytest.raises(LibraryError, match=says):
        restore(file, copy)
    assert titles(file) == ["제목 1", "제목 2"]
    assert not list(file.parent.glob("*before-restore*"))


def test_an_older_copy_is_brought_up_to_date(
    copy: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    longer = (*MIGRATIONS, "CREATE TABLE added (word TEXT) STRICT;")
    monkeypatch.setattr(database, "MIGRATIONS", longer)
    restore(file, copy)
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM added").fetchone() == (0,)
    connection.close()
    assert titles(file) == ["제목 1"]


def test_a_copy_made_while_others_write_is_whole(file: Path, tmp_path: Path) -> None:
    with Library(file) as library:
        library.articles.keep(article(0, "첫째."))
    stop = threading.Event()

    def write() -> None:
        with Library(file) as library:
            number = 0
            while not stop.is_set():
                number += 1
                library.articles.keep(article(number, "본문이다."))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            made = back_up(file, tmp_path / f"copy-{number}.db")
            assert database.damage(made) is None
    finally:
        stop.set()
        writer.join()


def _newer(copy: Path) -> None:
    with sqlite3.connect(copy) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()


def _other(copy: Path) -> None:
    copy.unlink()
    with sqlite3.connect(copy) as connection:
        connection.execute("CREATE TABLE something (a)")
    connection.close()
