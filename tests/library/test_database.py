"""Opening the library: new, old, newer, damaged, locked, read-only."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.errors import LibraryError
from newsreader.library import database
from newsreader.library.database import connect, transaction
from newsreader.library.schema import MIGRATIONS


def test_a_new_library_has_all_tables(tmp_path: Path) -> None:
    connection = connect(tmp_path / "folder" / "library.db")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert {"article", "revision", "memory", "state"} <= names
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_what_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    file.write_bytes(b"not a database at all, but long enough to be read as one" * 20)
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="not a newsreader library"):
        connect(file)
    assert file.read_bytes() == before


def test_a_newer_library_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    with sqlite3.connect(file) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="newer newsreader"):
        connect(file)
    assert file.read_bytes() == before


def test_an_old_library_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "library.db"
    connection = connect(file)
    with transaction(connection):
        connection.execute("INSERT INTO state VALUES ('theme', '1')")
    connection.close()
    longer = (*MIGRATIONS, "CREATE TABLE added (word TEXT) STRICT;")
    monkeypatch.setattr(database, "MIGRATIONS", longer)
    connection = connect(file)
    assert connection.execute("SELECT count(*) FROM added").fetchone() == (0,)
    assert connection.execute("SELECT value FROM state").fetchone() == ("1",)
    connection.close()
    backup = sqlite3.connect(tmp_path / f"library.db.v{len(MIGRATIONS)}.backup")
    assert backup.execute("SELECT value FROM state").fetchone() == ("1",)
    backup.close()


def test_a_failed_migration_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "library.db"
    connect(file).close()
    broken = (*MIGRATIONS, "CREATE TABLE added (word TEXT) STRICT; CREATE NONSENSE;")
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", broken)
        with pytest.raises(LibraryError, match="cannot be used"):
            connect(file)
    connection = connect(file)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()


@pytest.mark.skipif(
    not Path("/proc/version").exists(), reason="needs a folder that root may not write"
)
def test_a_folder_that_may_not_be_written_is_named() -> None:
    with pytest.raises(LibraryError, match=r"/proc/newsreader/library\.db cannot be opened"):
        connect(Path("/proc/newsreader/library.db"))


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    with pytest.raises(LibraryError, match="cannot be opened"):
        connect(tmp_path / "library.db")


def test_a_broken_transaction_keeps_nothing(tmp_path: Path) -> None:
    connection = connect(tmp_path / "library.db")
    with pytest.raises(LibraryError, match="cannot be written"), transaction(connection):
        connection.execute("INSERT INTO state VALUES ('a', '1')")
        connection.execute("INSERT INTO nowhere VALUES (1)")
    assert connection.execute("SELECT count(*) FROM state").fetchone() == (0,)
    connection.close()


def test_many_can_open_a_new_library_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from newsreader.library.database import connect\n"
        "connect(Path(sys.argv[1]))"
    )
    file = tmp_path / "library.db"
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(file)], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in running:
        assert process.communicate(timeout=60)[1] == b""
        assert process.returncode == 0
