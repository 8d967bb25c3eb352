"""What a library goes through: kills at any moment, a full disk, locks, two at once, wrong clocks.

``NEWSREADER_KILLS=200 pytest tests/library/test_faults.py`` kills so many times in each test.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles, database
from newsreader.library.backup import back_up
from newsreader.library.database import connect, damage
from newsreader.library.library import Library
from newsreader.library.schema import MIGRATIONS
from newsreader.translate.memory import correction_key
from tests.library import writer
from tests.library.articles import article

KILLS = int(os.environ.get("NEWSREADER_KILLS", "4"))
ROOT = Path(__file__).resolve().parents[2]


def start(file: Path, what: str, first: int = 0, *more: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.library.writer", file, what, first, *more]
    return subprocess.Popen(
        [str(one) for one in command], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def killed(process: subprocess.Popen[str], delay: float) -> list[int]:
    """Kill a writer some time after its first word; return what it said was kept."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(delay)
    process.kill()
    rest, _ = process.communicate()
    return [int(line) for line in f"{first}{rest}".splitlines()]


def test_killed_while_keeping_nothing_acknowledged_is_lost(file: Path) -> None:
    chance = random.Random(1)
    done: list[int] = []
    for _ in range(KILLS):
        done += killed(start(file, "keep", len(done) + 1000), chance.uniform(0, 0.1))
        assert damage(file) is None
    with Library(file) as library:
        assert library.articles.count() >= len(set(done))
        for number in set(done):
            found = library.articles.find(f"https://news.example/{number}")
            assert found is not None
            assert library.search.find(f"{number}차").hits[-1].article.rows == 21


def test_killed_while_translating_nothing_acknowledged_is_lost(file: Path) -> None:
    chance = random.Random(2)
    first = 0
    for _ in range(KILLS):
        done = killed(start(file, "translate", first), chance.uniform(0, 0.1))
        first = done[-1] + 1
        assert damage(file) is None
        with Library(file) as library:
            keys = [correction_key(f"{one}: {one % 60}번 문장이다.") for one in done]
            assert len(library.memory.find(keys)) == len(done)
            (hit,) = library.search.find(f'"{done[-1] % 60}번 문장이다"').hits
            # The one after it may have been kept and not said yet, for another sentence.
            assert hit.en == f"Sentence {done[-1]}."


def test_killed_while_migrating_it_is_old_or_new(file: Path) -> None:
    chance = random.Random(3)
    with Library(file) as library:
        library.articles.keep(article(1, "본문이다."))
    for _ in range(KILLS):
        killed(start(file, "migrate"), chance.uniform(0, 0.5))
        connection = sqlite3.connect(file)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        assert ("added" in tables) == (version == len(MIGRATIONS) + 1)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)
        if version == len(MIGRATIONS) + 1:
            assert connection.execute("SELECT count(*) FROM added").fetchone() == (200_000,)
            connection.executescript(
                "DROP TABLE added; ALTER TABLE article DROP COLUMN more;"
                f"PRAGMA user_version = {len(MIGRATIONS)}"
            )
        else:
            assert version == len(MIGRATIONS)
        connection.close()


def test_a_second_step_is_taken_with_a_copy_before_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(file) as library:
        library.articles.keep(article(1, "협의했다."))
    monkeypatch.setattr(database, "MIGRATIONS", writer.LONGER)
    with Library(file) as library:
        assert len(library.search.find("협의").hits) == 1
        library.articles.keep(article(2, "협의했다."))
    assert damage(file) is None
    monkeypatch.undo()
    with Library(file.with_name(f"library.db.v{len(MIGRATIONS)}.backup")) as before:
        assert before.articles.count() == 1
    with pytest.raises(LibraryError, match="newer newsreader"):
        Library(file)


def test_killed_while_restoring_it_is_one_or_the_other(file: Path, tmp_path: Path) -> None:
    chance = random.Random(4)
    with Library(file) as library:
        for number in range(30):
            library.articles.keep(article(number, "앞의 본문이다. " * 100))
        copy = back_up(file, tmp_path / "copy.db")
        library.articles.keep(article(99, "뒤의 본문이다."))
    for _ in range(KILLS):
        killed(start(file, "restore", 0, copy), chance.uniform(0, 0.1))
        assert damage(file) is None
        with Library(file) as library:
            assert library.articles.count() in (30, 31)


def test_killed_while_backing_up_the_copy_is_the_one_before_or_the_new_one(
    file: Path, tmp_path: Path
) -> None:
    chance = random.Random(6)
    copy = tmp_path / "copies" / "copy.db"
    copy.parent.mkdir()
    with Library(file) as library:
        for number in range(30):
            library.articles.keep(article(number, "본문이다. " * 100))
        back_up(file, copy)
        for number in range(30, 30 + KILLS):
            library.articles.keep(article(number, "본문이다."))
            done = killed(start(file, "backup", 0, copy), chance.uniform(0, 0.05))
            assert damage(file) is None
            with sqlite3.connect(copy) as found:
                assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                (count,) = found.execute("SELECT count(*) FROM article").fetchone()
            found.close()
            assert count == number + 1 if 1 in done else count <= number + 1
        for left in copy.parent.glob(".*"):
            os.utime(left, (0, 0))
        (copy.parent / ".copy.db.1.part").write_bytes(b"of another that is at work")
        back_up(file, copy)
    assert {one.name for one in copy.parent.iterdir()} == {"copy.db", ".copy.db.1.part"}


def test_two_write_at_once(file: Path) -> None:
    processes = [start(file, "keep", first) for first in (0, 100_000)]
    time.sleep(0.5)
    done = [number for process in processes for number in killed(process, 0.3)]
    assert damage(file) is None
    with Library(file) as library:
        listed = {one.address for one in library.articles.listing(limit=10_000)}
    assert {f"https://news.example/{number}" for number in done} <= listed
    assert min(done) == 0
    assert max(done) >= 100_000


def test_a_full_disk_is_said_and_loses_nothing(file: Path) -> None:
    connection = connect(file)
    store = articles.Articles(connection)
    kept = store.keep(article(1, "하나."))
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    number = 1
    with pytest.raises(LibraryError, match="the disk is full"):
        for number in range(2, 1000):
            store.keep(article(number, "본문이다. " * 500))
    assert store.get(kept.id) == kept
    assert store.find(f"https://news.example/{number}") is None
    connection.execute("PRAGMA max_page_count = 1000000")
    store.keep(article(number, "본문이다."))
    connection.close()
    assert damage(file) is None


def test_a_library_that_stays_locked_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    other = connect(file)
    with Library(file) as library:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="another program keeps it locked"):
            library.articles.keep(article(1, "하나."))
        assert library.articles.listing() == []
        other.execute("COMMIT")
        library.articles.keep(article(1, "하나."))
    other.close()


def test_a_clock_that_goes_backwards_does_not_bring_an_old_text_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(file) as library:
        first = library.articles.keep(article(1, "앞의 본문이다."))
        monkeypatch.setattr(articles, "now", lambda: "1999-01-01T00:00:00+00:00")
        library.articles.keep(article(1, "뒤의 본문이다."))
        assert library.articles.get(first.id).article == article(1, "뒤의 본문이다.")
        assert [one.article for one in library.articles.revisions(first.id)] == [
            article(1, "뒤의 본문이다."), article(1, "앞의 본문이다.")
        ]  # fmt: skip
        (hit,) = library.search.find("본문").hits
        assert hit.ko == "뒤의 본문이다."
