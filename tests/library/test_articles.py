"""Articles in the library: known again, every revision kept, the reader's place remembered."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsreader.article import Block
from newsreader.errors import LibraryError, SourceError
from newsreader.library.articles import Articles
from newsreader.library.database import connect
from newsreader.library.library import Library
from newsreader.library.state import State
from newsreader.sample import sample_article


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    return Articles(connect(tmp_path / "library.db"))


def test_an_article_comes_back_as_it_was(articles: Articles) -> None:
    kept = articles.keep(sample_article())
    assert articles.get(kept.id) == kept


def test_the_same_address_is_the_same_article(library: Library) -> None:
    first = replace(sample_article(), url="https://news.example/1")
    changed = replace(first, blocks=(*first.blocks, Block("paragraph", "고쳤다.")))
    kept = library.articles.keep(first)
    library.flags.set_row(kept.id, 7)
    articles = library.articles
    again = articles.keep(changed)
    assert (again.id, again.row) == (kept.id, 7)
    assert articles.get(kept.id).article == changed
    assert articles.keep(first).id == kept.id
    assert articles.get(kept.id).article == first
    assert len(articles.listing(sort="opened")) == 1


def test_texts_without_an_address_are_told_apart_by_what_they_say(articles: Articles) -> None:
    one = sample_article()
    two = replace(one, blocks=one.blocks[:3])
    assert articles.keep(one).id != articles.keep(two).id
    assert articles.keep(one).id == articles.keep(one).id


def test_the_list_has_the_one_opened_last_first(articles: Articles) -> None:
    one = articles.keep(replace(sample_article(), url="https://news.example/1"))
    two = articles.keep(replace(sample_article(), url="https://news.example/2"))
    assert [listed.id for listed in articles.listing(sort="opened")] == [two.id, one.id]
    articles.keep(one.article)
    assert [listed.id for listed in articles.listing(sort="opened")] == [one.id, two.id]


def test_what_is_not_there_is_said(articles: Articles) -> None:
    with pytest.raises(SourceError, match="no article 4"):
        articles.get(4)


def test_a_damaged_article_is_said(tmp_path: Path) -> None:
    connection = connect(tmp_path / "library.db")
    articles = Articles(connection)
    kept = articles.keep(sample_article())
    connection.execute("UPDATE revision SET body = '{'")
    with pytest.raises(LibraryError, match="damaged"):
        articles.get(kept.id)


def test_state_is_kept(tmp_path: Path) -> None:
    State(connect(tmp_path / "library.db")).set("consent", ["google"])
    state = State(connect(tmp_path / "library.db"))
    assert state.get("consent") == ["google"]
    assert state.get("unknown", "default") == "default"
