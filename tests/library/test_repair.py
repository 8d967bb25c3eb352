"""A damaged library: what can be read of it is in the new one, and the damaged one is kept."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from newsreader.article import Row
from newsreader.errors import LibraryError
from newsreader.korean.segments import segment
from newsreader.library.articles import Headline
from newsreader.library.database import damage
from newsreader.library.library import Library
from newsreader.library.repair import repair
from newsreader.library.schema import MIGRATIONS
from newsreader.translate.memory import correction
from tests.library.articles import article

COUNT = 120
PAGE = 4096


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with something of everything, to be copied."""
    file = tmp_path_factory.mktemp("model") / "library.db"
    with Library(file) as library:
        for number in range(COUNT):
            text = f"본문 {number}이다. " + f"양측은 {number}차 협의를 했다. " * 20
            kept = library.articles.keep(article(number, text))
            library.articles.keep_english(kept.id, {f"본문 {number}이다.": f"Body {number}."})
        library.notes.add(kept.id, Row(segment(kept.article)[1]), "다시 볼 것")
        library.memory.keep([correction(f"문장 {n}", f"Sentence {n}") for n in range(300)])
        library.feeds.add("https://news.example/rss", "Feed")
    return file


@pytest.fixture
def filled(model: Path, file: Path) -> Path:
    return Path(shutil.copy(model, file))


def root(file: Path, name: str) -> int:
    connection = sqlite3.connect(file)
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    number: int = page.fetchone()[0]
    connection.close()
    return number


def spoil(file: Path, pages: list[int]) -> bytes:
    """Overwrite pages, counted from 1, and return what the file is then."""
    whole = bytearray(file.read_bytes())
    for page in pages:
        whole[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    file.write_bytes(whole)
    return bytes(whole)


@pytest.mark.parametrize("table", ["tag", "word_data", "article_moment", "document"])
def test_a_table_that_is_lost_takes_no_other_with_it(filled: Path, table: str) -> None:
    spoiled = spoil(filled, [root(filled, table)])
    assert damage(filled) is not None
    repaired = repair(filled)
    assert repaired.original.read_bytes() == spoiled
    assert damage(filled) is None
    with Library(filled) as library:
        assert library.articles.count() == COUNT
        assert len(library.search.find("협의", limit=COUNT).hits) == COUNT
        assert len(library.search.find("다시").hits) == 1
        assert len(list(library.memory)) == 300
        assert len(library.feeds.all()) == 1
        if table != "document":
            assert len(library.search.find("body", limit=COUNT).hits) == COUNT


def test_articles_come_back_from_their_texts(filled: Path) -> None:
    spoil(filled, [root(filled, "article")])
    repaired = repair(filled)
    assert repaired.rows["article"] == COUNT
    with Library(filled) as library:
        assert library.articles.count() == COUNT
        number = library.articles.find("https://news.example/7")
        assert number is not None
        assert library.articles.get(number).article.title == "제목 7"
        assert len(library.search.find("협의", limit=COUNT).hits) == COUNT
    assert damage(filled) is None


def test_texts_and_notes_come_back_from_what_search_knows(filled: Path) -> None:
    with Library(filled) as library:
        library.articles.add_headlines(
            [Headline("https://news.example/h", "제목뿐", summary="요약")]
        )
        before = {one.id: one.rows for one in library.articles.listing()}
    spoil(filled, [root(filled, "revision"), root(filled, "note")])
    repaired = repair(filled)
    assert (repaired.texts, repaired.notes) == (COUNT, 1)
    assert (repaired.rows["revision"], repaired.rows["note"]) == (COUNT, 1)
    with Library(filled) as library:
        assert {one.id: one.rows for one in library.articles.listing()} == before
        (hit,) = library.search.find("다시").hits
        kept = library.articles.get(hit.article.id)
        assert hit.ko in [one.text for one in segment(kept.article)]
        assert "repaired" in kept.article.extraction.notes[0]
        (note,) = library.notes.of(kept.id)
        assert (note.ko, note.text) == (hit.ko, "다시 볼 것")
        assert len(library.search.find("body", limit=COUNT).hits) == COUNT
    assert damage(filled) is None


def test_what_is_no_time_is_mended(filled: Path) -> None:
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE article SET added = '2026-99-01', read = char(0)")
        connection.execute("UPDATE revision SET fetched = 'x'")
        connection.execute("DELETE FROM document WHERE article < 5")
    connection.close()
    repair(filled)
    with Library(filled) as library:
        assert len(library.articles.listing()) == COUNT
        assert not any(one.read for one in library.articles.listing())
        library.articles.revisions(1)
    assert damage(filled) is None


@pytest.mark.parametrize("seed", range(8))
def test_flipped_bits_end_with_a_whole_library_and_the_damaged_one_kept(
    filled: Path, seed: int
) -> None:
    chance = random.Random(seed)
    whole = bytearray(filled.read_bytes())
    # The first pages hold the list of tables; without it nothing can be read.
    for page in chance.sample(range(root(filled, "state"), len(whole) // PAGE), 12):
        for _ in range(chance.choice([1, 20, 400])):
            whole[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    filled.write_bytes(whole)
    repaired = repair(filled)
    assert repaired.original.read_bytes() == whole
    assert damage(filled) is None
    with Library(filled) as library:
        for one in library.articles.listing():
            if one.rows:
                library.articles.get(one.id)


@pytest.mark.parametrize("seed", range(6))
def test_damage_anywhere_leaves_what_is_elsewhere(filled: Path, seed: int) -> None:
    # The first pages hold the list of tables; without it nothing can be read.
    pages = range(root(filled, "state") + 1, filled.stat().st_size // PAGE)
    spoil(filled, random.Random(seed).sample(pages, 4))
    assert damage(filled) is not None
    repair(filled)
    assert damage(filled) is None
    with Library(filled) as library:
        assert library.articles.count() > COUNT // 3
        for one in library.articles.listing():
            if one.rows:
                library.articles.get(one.id)


@pytest.mark.parametrize("content", [b"no library" * 1000, b"", b"\0" * 50_000])
def test_what_cannot_be_read_at_all_is_left_as_it_is(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(LibraryError, match=r"Nothing can be read|cannot be repaired"):
        repair(file)
    assert file.read_bytes() == content
    assert [one.name for one in file.parent.glob("library.db*")] == ["library.db"]


def test_a_newer_library_is_not_touched(filled: Path) -> None:
    with sqlite3.connect(filled) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = filled.read_bytes()
    with pytest.raises(LibraryError, match="newer newsreader"):
        repair(filled)
    assert filled.read_bytes() == before


def test_articles_that_search_lost_are_found_again(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    with connection:
        connection.execute("DELETE FROM document WHERE article < 10")
    connection.close()
    problem = damage(filled)
    assert problem is not None
    assert problem.startswith("9 articles")
    repair(filled)
    assert damage(filled) is None
    with Library(filled) as library:
        assert len(library.search.find("협의", limit=COUNT).hits) == COUNT
