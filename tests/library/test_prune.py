"""Sizes, and removing for good: only what the reader named, and the index with it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader.article import Row
from newsreader.ingest.page import Page
from newsreader.korean.segments import segment
from newsreader.library.articles import Headline
from newsreader.library.library import Library
from newsreader.library.prune import Pruned
from tests.library.articles import article

OLD = datetime.now(UTC) - timedelta(days=100)


def page(number: int, fetched: datetime) -> Page:
    return Page(f"https://news.example/{number}", b"<p>" * 5000, None, fetched)


def test_old_pages_go_and_their_texts_stay(library: Library) -> None:
    old = library.articles.keep(article(1, "협의했다.")).id
    new = library.articles.keep(article(2, "협의했다.")).id
    library.pages.keep(old, page(1, OLD))
    library.pages.keep(new, page(2, datetime.now(UTC)))
    assert library.prune(pages=30) == Pruned(0, 1)
    assert library.pages.get(old) is None
    assert library.pages.get(new) is not None
    assert library.articles.get(old).article == article(1, "협의했다.")


def test_headlines_that_nobody_opened_go(library: Library) -> None:
    headlines = [
        Headline(f"https://news.example/{number}", "북핵 협의", published=OLD)
        for number in range(5)
    ]
    added = [one.id for one in library.articles.add_headlines(headlines)]
    library.flags.star(added[:1])
    library.flags.tag(added[1:2], "later")
    library.flags.open(added[2])
    kept = library.articles.keep(replace(article(3, "본문이다."), published=OLD), opened=False)
    library.notes.add(kept.id, Row(segment(kept.article)[0]), "다시")
    library.articles.add_headlines([replace(headlines[0], address="https://new.example/")])
    assert library.prune(unopened=200) == Pruned(0, 0)
    assert library.prune(unopened=30) == Pruned(2, 0)
    assert {one.id for one in library.articles.listing()} == {*added[:3], kept.id}
    assert len(library.search.find("북핵").hits) == 3


def test_deleted_articles_go_for_good(library: Library, file: Path) -> None:
    for number in range(50):
        library.articles.keep(article(number, f"{number}차 협의를 했다. " * 200))
    library.flags.delete(one.id for one in library.articles.listing() if one.id > 5)
    library.prune(pages=0)
    before = file.stat().st_size
    assert library.prune(deleted=True) == Pruned(45, 0)
    assert file.stat().st_size < before / 2
    assert library.articles.count() == 5
    assert len(library.search.find("협의").hits) == 5
    (added,) = library.articles.add_headlines([Headline("https://news.example/30", "다시")])
    assert added.new


@pytest.mark.parametrize("name", ["articles", "texts", "pages", "search", "memory", "deleted"])
def test_parts_are_counted(library: Library, name: str) -> None:
    kept = library.articles.keep(article(1, "협의했다."))
    library.pages.keep(kept.id, page(1, OLD))
    (part,) = (one for one in library.parts() if one.name == name)
    assert (part.entries, part.size > 0) == (
        (0, False) if name in ("memory", "deleted") else (1, True)
    )
