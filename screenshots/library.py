"""A library for the pictures: headlines of invented papers about invented people, with English."""

from datetime import datetime, timedelta
from pathlib import Path

from newsreader.article import SEOUL
from newsreader.config import Paths
from newsreader.library.articles import Headline
from newsreader.library.library import Library

_HEADLINES = Path(__file__).with_name("headlines.tsv")


def fill(home: Path) -> None:
    """Put the headlines into the library at ``home``: some read, one starred, two of one event."""
    lines = _HEADLINES.read_text(encoding="utf-8").splitlines()[1:]
    headlines = [line.split("\t") for line in lines]
    now = datetime.now(SEOUL)
    with Library(Paths.find(home).library) as library:
        feed = library.feeds.add(
            "https://hanbit.example/rss", "한빛통신 정치", outlet="한빛통신", section="정치"
        )
        added = library.articles.add_headlines(
            (
                Headline(
                    f"https://news.example/{n}",
                    title,
                    outlet=outlet,
                    section=section,
                    published=now - timedelta(minutes=17 * n + 3),
                )
                for n, (outlet, section, title, _) in enumerate(headlines)
            ),
            feed=feed.id,
        )
        numbers = [one.id for one in added]
        for number, (_, _, title, english) in zip(numbers, headlines, strict=True):
            library.articles.keep_english(number, {title: english})
        library.flags.mark_read(numbers[i] for i in (2, 6, 9))
        library.flags.star([numbers[4]])
        library.flags.tag([numbers[0]], "정상회담")
        library.articles.group(numbers[0:2])
        library.articles.group(numbers[4:6])
