"""Headlines: kept before their text, joined with it, listed and filtered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newsreader.errors import SourceError
from newsreader.library.articles import Headline
from newsreader.library.library import Library
from newsreader.library.listing import Count, Filter
from tests.library.articles import article

WHEN = datetime(2026, 11, 20, 8, tzinfo=UTC)


def headline(number: int, **fields: Any) -> Headline:
    plain = Headline(f"https://news.example/{number}", f"제목 {number}", published=WHEN)
    return replace(plain, **fields)


def ids(library: Library, wanted: Filter) -> list[int]:
    return [one.id for one in library.articles.listing(wanted)]


def test_a_headline_is_added_once(library: Library) -> None:
    (first,) = library.articles.add_headlines([headline(1, summary="요약")])
    assert first.new
    (again,) = library.articles.add_headlines([headline(1, title="고친 제목", summary=None)])
    assert (again.id, again.new) == (first.id, False)
    (listed,) = library.articles.listing()
    assert (listed.title, listed.summary, listed.rows, listed.opened) == (
        "고친 제목", "요약", 0, None
    )  # fmt: skip


def test_a_headline_and_its_text_are_one_article(library: Library) -> None:
    (added,) = library.articles.add_headlines([headline(1, section="정치")])
    kept = library.articles.keep(article(1, "본문이다."))
    assert kept.id == added.id
    listed = library.articles.listed(kept.id)
    assert (listed.rows, listed.section, listed.read) == (2, "정치", True)
    library.articles.add_headlines([headline(1, title="다른 제목")])
    assert library.articles.listed(kept.id).title == "제목 1"


def test_a_headline_at_a_portal_joins_the_article_it_leads_to(library: Library) -> None:
    feed = library.feeds.add("https://portal.example/rss", "Portal")
    portal = headline(9, address="https://portal.example/a?id=1")
    (added,) = library.articles.add_headlines([portal], feed=feed.id)
    library.flags.tag([added.id], "later")
    known = library.articles.keep(article(1, "본문이다."), opened=False)
    kept = library.articles.keep(article(1, "본문이다."), also=[portal.address])
    assert kept.id == known.id
    (listed,) = library.articles.listing(Filter(feed=feed.id))
    assert (listed.id, listed.tags) == (known.id, ("later",))
    assert library.articles.find(portal.address) == known.id
    assert not library.articles.add_headlines([portal])[0].new


def test_two_articles_with_texts_are_never_joined_by_an_address(library: Library) -> None:
    one = library.articles.keep(article(1, "하나."))
    two = library.articles.keep(article(2, "둘."), also=["https://news.example/1"])
    assert library.articles.get(one.id).article == article(1, "하나.")
    assert library.articles.find("https://news.example/1") == one.id != two.id


def test_a_text_that_cannot_be_had_says_why(library: Library) -> None:
    (added,) = library.articles.add_headlines([headline(1)])
    library.articles.fail(added.id, "The page does not exist (404).")
    assert library.articles.listed(added.id).failure == "The page does not exist (404)."
    with pytest.raises(SourceError, match="is not here yet"):
        library.articles.get(added.id)
    library.articles.keep(article(1, "본문이다."))
    assert library.articles.listed(added.id).failure is None


def test_lists_are_filtered(library: Library) -> None:
    added = library.articles.add_headlines(
        [
            headline(1, outlet="가람일보", section="정치", published=WHEN - timedelta(days=2)),
            headline(2, outlet="나루신문", section="정치"),
            headline(3, outlet="나루신문", section="경제", published=WHEN - timedelta(days=1)),
        ]
    )
    one, two, three = (each.id for each in added)
    assert ids(library, Filter()) == [two, three, one]
    library.flags.mark_read([one])
    library.flags.star([three])
    library.flags.tag([two, three], "later")
    assert ids(library, Filter(read=False)) == [two, three]
    assert ids(library, Filter(read=True)) == [one]
    assert ids(library, Filter(starred=True)) == [three]
    assert ids(library, Filter(outlet="나루신문", section="정치")) == [two]
    assert ids(library, Filter(tag="later")) == [two, three]
    assert ids(library, Filter(since=WHEN - timedelta(days=1), until=WHEN)) == [three]
    library.flags.untag([two], "later")
    assert library.articles.tags() == [Count("later", 1, 1)]
    assert library.articles.outlets() == [Count("가람일보", 1, 0), Count("나루신문", 2, 2)]
    assert [one.id for one in library.articles.listing(sort="oldest", limit=1, offset=1)] == [three]


def test_a_deleted_article_can_be_had_back(library: Library) -> None:
    (added,) = library.articles.add_headlines([headline(1)])
    library.flags.delete([added.id])
    library.articles.add_headlines([headline(1)])
    assert ids(library, Filter()) == []
    assert ids(library, Filter(deleted=True)) == [added.id]
    library.flags.undelete([added.id])
    assert ids(library, Filter()) == [added.id]


def test_articles_of_one_event_count_their_outlets(library: Library) -> None:
    added = library.articles.add_headlines(
        [headline(number, outlet=outlet) for number, outlet in enumerate("가나다나")]
    )
    one, two, three, four = (each.id for each in added)
    library.articles.group([three, four])
    library.articles.group([one, three])
    listed = {each.id: each for each in library.articles.listing()}
    assert [listed[each].outlets for each in (one, two, three, four)] == [3, 0, 3, 3]
    assert len(ids(library, Filter(event=listed[one].event))) == 3


def test_a_time_far_ahead_counts_as_when_it_was_added(library: Library) -> None:
    ahead = datetime.now(UTC) + timedelta(days=400)
    library.articles.add_headlines([headline(1, published=ahead)])
    late = library.articles.add_headlines([headline(2, published=datetime.now(UTC))])
    library.articles.add_headlines([headline(3, published=None)])
    assert ids(library, Filter(until=datetime.now(UTC) + timedelta(minutes=1)))
    assert late[0].id in ids(library, Filter(since=datetime.now(UTC) - timedelta(minutes=1)))


def test_watched_words_are_listed(library: Library) -> None:
    (added,) = library.articles.add_headlines([headline(1)])
    library.watches.add("협의하다", "ko")
    library.watches.sighted(added.id, {"협의하다": "양측은 협의했다."})
    assert ids(library, Filter(watch="협의하다")) == [added.id]
    assert library.watches.sightings(added.id) == {"협의하다": "양측은 협의했다."}
    assert library.watches.remove("협의하다")
    assert not library.watches.remove("협의하다")
    assert ids(library, Filter(watch="협의하다")) == []


def test_what_has_no_time_stays_in_the_order_of_its_feed(library: Library) -> None:
    for first in (0, 3):
        added = library.articles.add_headlines(
            Headline(f"https://news.example/{n}", f"제목 {n}") for n in range(first, first + 3)
        )
        assert [library.articles.listed(one.id).title for one in added] == [
            f"제목 {n}" for n in range(first, first + 3)
        ]
    titles = [one.title for one in library.articles.listing()]
    assert titles == [f"제목 {n}" for n in (3, 4, 5, 0, 1, 2)]
