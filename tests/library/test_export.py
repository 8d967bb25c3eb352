"""Everything as objects: what went in comes out."""

import base64
import json

from newsreader.article import Article, Row
from newsreader.ingest.page import Page
from newsreader.korean.segments import segment
from newsreader.library.articles import Headline
from newsreader.library.library import Library
from newsreader.translate.memory import correction
from tests.library.articles import article
from tests.library.test_pages import PAGE


def test_what_went_in_comes_out(library: Library) -> None:
    feed = library.feeds.add("https://news.example/rss", "Feed")
    library.articles.add_headlines([Headline("https://news.example/1", "제목")], feed=feed.id)
    kept = library.articles.keep(article(1, "본문이다."), also=["https://portal.example/1"])
    library.articles.keep(article(1, "고친 본문이다."))
    library.articles.keep_english(kept.id, {"고친 본문이다.": "The mended text."})
    library.flags.tag([kept.id], "later")
    library.notes.add(kept.id, Row(segment(kept.article)[1]), "다시")
    library.seen.add(kept.id, ["본문"])
    library.pages.keep(kept.id, PAGE)
    library.memory.keep([correction("갔다.", "Went.")])
    library.watches.add("협의", "ko")
    library.state.set("theme", "dark")
    found = [json.loads(json.dumps(one)) for one in library.objects()]
    assert [one["kind"] for one in found] == ["article", "feed", "watch", "memory", "state"]
    whole = found[0]
    assert whole["address"] == "https://news.example/1"
    assert whole["aliases"] == ["https://portal.example/1"]
    assert (whole["tags"], whole["seen"], whole["feeds"]) == (["later"], ["본문"], [feed.url])
    assert [note["text"] for note in whole["notes"]] == ["다시"]
    texts = [Article.from_json(one["article"]) for one in whole["revisions"]]
    assert texts == [article(1, "본문이다."), article(1, "고친 본문이다.")]
    assert whole["sentences"][1] == {"row": 2, "ko": "고친 본문이다.", "en": "The mended text."}
    assert "content" not in whole["pages"][0]
    assert whole["pages"][0]["url"] == PAGE.url


def test_pages_come_out_when_they_are_wanted(library: Library) -> None:
    kept = library.articles.keep(article(1, "본문이다."))
    page: Page = PAGE
    library.pages.keep(kept.id, page)
    (whole,) = library.objects(pages=True)
    assert base64.b64decode(whole["pages"][0]["content"]) == page.content


def test_an_export_that_is_broken_off_lets_the_library_be_written(library: Library) -> None:
    for number in range(3):
        library.articles.keep(article(number, "본문이다."))
    objects = library.objects()
    next(objects)
    objects.close()  # type: ignore[attr-defined]
    library.articles.keep(article(9, "본문이다."))
