"""Feeds as they are kept: when each is due, and what went wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from newsreader.errors import UsageError
from newsreader.library.articles import Headline
from newsreader.library.library import Library
from newsreader.library.listing import Filter

NOW = datetime.now(UTC)


def test_a_feed_is_added_once(library: Library) -> None:
    feed = library.feeds.add("https://a.example/rss", "정치", outlet="가람일보", section="정치")
    assert library.feeds.add("https://a.example/rss", "other") == feed
    library.feeds.rename(feed.id, "정치면")
    library.feeds.move(feed.id, "https://b.example/rss")
    assert library.feeds.find("https://a.example/rss") is None
    assert [(one.title, one.url) for one in library.feeds.all()] == [
        ("정치면", "https://b.example/rss")
    ]
    library.feeds.remove(feed.id)
    with pytest.raises(UsageError, match="no feed"):
        library.feeds.get(feed.id)


def test_a_feed_is_due_at_once_and_then_when_it_was_told(library: Library) -> None:
    feed = library.feeds.add("https://a.example/rss", "A")
    assert library.feeds.due() == [feed]
    library.feeds.succeeded(feed.id, NOW + timedelta(hours=1), etag='"1"', changed="a date")
    assert library.feeds.due(NOW + timedelta(minutes=59)) == []
    (due,) = library.feeds.due(NOW + timedelta(minutes=61))
    assert (due.etag, due.changed, due.failures) == ('"1"', "a date", 0)


def test_failures_are_counted_until_it_works(library: Library) -> None:
    feed = library.feeds.add("https://a.example/rss", "A")
    for _ in range(2):
        library.feeds.failed(feed.id, NOW + timedelta(days=1), "a.example cannot be reached.")
    failed = library.feeds.get(feed.id)
    assert (failed.failures, failed.problem) == (2, "a.example cannot be reached.")
    library.feeds.succeeded(feed.id, NOW)
    mended = library.feeds.get(feed.id)
    assert (mended.failures, mended.problem) == (0, None)


def test_a_clock_that_went_backwards_makes_feeds_due(library: Library) -> None:
    feed = library.feeds.add("https://a.example/rss", "A")
    library.feeds.succeeded(feed.id, NOW + timedelta(hours=1))
    assert [one.id for one in library.feeds.due(NOW - timedelta(days=300))] == [feed.id]


def test_articles_stay_when_their_feed_goes(library: Library) -> None:
    feed = library.feeds.add("https://a.example/rss", "A")
    headlines = [Headline(f"https://news.example/{number}", "제목") for number in range(3)]
    added = library.articles.add_headlines(headlines, feed=feed.id)
    library.flags.mark_read([added[0].id])
    count = library.feeds.counts()[feed.id]
    assert (count.articles, count.unread) == (3, 2)
    assert len(library.articles.listing(Filter(feed=feed.id))) == 3
    library.feeds.remove(feed.id)
    assert len(library.articles.listing()) == 3
