"""How fast a large library is, beside an empty one: ``python -m tests.benchmarks.bench_library``.

Makes a library of 100,000 articles of invented words (drawn as words in news are: few are common,
most are rare) from 60 feeds, one in five with its whole text, the others headlines; then measures
adding, opening a library and listing, opening an article, and searching. ``--articles N`` makes
fewer, ``--texts 1`` gives all of them a text, ``--keep FILE`` keeps the library and uses it again,
``--cpu`` counts the processor's time, for a machine that has other work as well.
The start of the app itself on a large library is in ``bench_startup``.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import get_args

from newsreader.article import Article, Block, Extraction
from newsreader.library.articles import Headline
from newsreader.library.database import transaction
from newsreader.library.library import Library
from newsreader.library.listing import Filter
from newsreader.library.search import Order

_OUTLETS = ("가람일보", "나루신문", "다온통신", "라온경제", "마루방송", "바다뉴스")
_SECTIONS = ("정치", "경제", "사회", "국제", "문화")
_ENDINGS = ("", "은", "는", "이", "가", "을", "를", "의", "에서", "으로")
#: Sought by dictionary form. Invented words are no verbs: what is measured is looking for them.
_VERBS = [
    "올랐다",
    "밝혔다",
    "나섰다",
    "받았다",
    "도왔다",
    "알려졌다",
    "높은",
    "들었다",
    "만드는",
    "지은",
]
_START = datetime(2020, 1, 1, tzinfo=UTC)
#: Headlines in one transaction, as of one feed.
_FEED = 50


class Words:
    """Invented words: the Nth is drawn with a weight of 1 / (N + 8)."""

    def __init__(self, count: int = 40_000) -> None:
        self.random = random.Random(7)
        syllables = [chr(self.random.randrange(0xAC00, 0xD7A4)) for _ in range(700)]
        two = {"".join(self.random.sample(syllables, 2)) for _ in range(count // 2)}
        three = {"".join(self.random.sample(syllables, 3)) for _ in range(count // 2)}
        self.korean = self.random.sample(sorted(two | three), len(two | three))
        letters = "abcdefghijklmnoprstuvwy"
        self.english = [
            "".join(self.random.choices(letters, k=self.random.randrange(3, 9)))
            for _ in self.korean
        ]
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.korean))))

    def sentence(self, length: int) -> str:
        """Return a sentence of Korean words with endings."""
        words = self.random.choices(self.korean, cum_weights=self.weights, k=length)
        return " ".join(word + self.random.choice(_ENDINGS) for word in words)

    def english_sentence(self, length: int) -> str:
        """Return a sentence of English words."""
        return " ".join(self.random.choices(self.english, cum_weights=self.weights, k=length))


def articles(words: Words, count: int) -> Iterator[Article]:
    """Make articles of about 1,000 letters, in the order of their times."""
    for number in range(count):
        texts = [". ".join(words.sentence(14) + "다" for _ in range(4)) + "." for _ in range(5)]
        yield Article(
            (
                Block("title", words.sentence(8)),
                *(Block("paragraph", text) for text in texts),
            ),
            Extraction("text"),
            url=f"https://news.example/{number}",
            outlet=_OUTLETS[number % len(_OUTLETS)],
            section=_SECTIONS[number % len(_SECTIONS)],
            published=_START + timedelta(minutes=30 * number),
        )


def headlines(words: Words, count: int, total: int) -> Iterator[Headline]:
    """Make headlines with a summary, spread over the same time."""
    for number in range(count):
        yield Headline(
            f"https://feeds.example/{number}",
            words.sentence(8),
            outlet=_OUTLETS[number % len(_OUTLETS)],
            section=_SECTIONS[number % len(_SECTIONS)],
            summary=words.sentence(25),
            published=_START + timedelta(minutes=30 * total * number / max(count, 1)),
        )


def fill(library: Library, words: Words, texts: int, total: int) -> None:
    """Put articles into ``library`` and say how fast that was."""
    made = list(islice(headlines(words, total - texts, total), total - texts))
    began = clock()
    feeds = [library.feeds.add(f"https://feeds.example/{n}", f"Feed {n}").id for n in range(60)]
    for number, start in enumerate(range(0, len(made), _FEED)):
        feed = feeds[number % len(feeds)]
        library.articles.add_headlines(made[start : start + _FEED], feed=feed)
    if made:
        rate("headlines, 50 a transaction", len(made), began)
    began, spent = clock(), 0.0
    for number, article in enumerate(articles(words, texts)):
        before = clock()
        kept = library.articles.keep(article, opened=False)
        spent += clock() - before
        if number % 2:
            english = {block.text: words.english_sentence(14) for block in article.blocks[:1]}
            library.articles.keep_english(kept.id, english)
    if texts:
        rate("whole articles, one a transaction", texts, clock() - spent)
    with transaction(library.articles._connection):
        library.flags.mark_read(range(1, total, 2))
        library.flags.star(range(1, total, 1000))


#: What tells the time.
clock = time.perf_counter


def rate(what: str, count: int, began: float) -> None:
    """Print how many a second."""
    print(f"{what:<44}{count / (clock() - began):>10,.0f} a second")


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    began = clock()
    work()
    return 1000 * (clock() - began)


def report(what: str, times: list[float]) -> float:
    """Print median and 95th percentile, and return the median."""
    ordered = sorted(times)
    median, late = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{what:<44}{median:>10.2f} ms median{late:>10.2f} ms p95{ordered[-1]:>10.2f} ms worst")
    return median


def starting(file: Path, limit: int = 500) -> list[float]:
    """Return how long it takes to open a library and list what is newest, ten times."""

    def start() -> None:
        with Library(file) as library:
            library.articles.listing(Filter(read=False), limit=limit)

    return [milliseconds(start) for _ in range(10)]


def measure(file: Path, words: Words) -> None:
    """Measure reading and searching in a filled library."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        Library(empty).close()
        small = report("open and list, empty library", starting(empty))
        large = report("open and list 100 unread, full library", starting(file, 100))
        report("open and list 500 unread, full library", starting(file))
        print(f"{'':<44}{large - small:>10.2f} ms more for a screen of a full one")
    with Library(file) as library:
        ids = [one.id for one in library.articles.listing(limit=200_000) if one.rows]
        chosen = words.random.sample(ids, min(300, len(ids)))
        get = library.articles.get
        report("open any article", [milliseconds(partial(get, one)) for one in chosen])
        for what, wanted in (
            ("list an outlet", Filter(outlet=_OUTLETS[0])),
            ("list what has a star", Filter(starred=True)),
            ("list a feed", Filter(feed=1)),
            ("list a section's unread", Filter(section=_SECTIONS[0], read=False)),
        ):
            listing = partial(library.articles.listing, wanted)
            report(what, [milliseconds(listing) for _ in range(20)])
        end = partial(library.articles.listing, limit=100, offset=library.articles.count() - 100)
        report("list the last hundred", [milliseconds(end) for _ in range(10)])
        count = partial(library.articles.count, Filter(read=False))
        report("count the unread", [milliseconds(count) for _ in range(10)])
        report("count by outlet", [milliseconds(library.articles.outlets) for _ in range(5)])
        report("count by feed", [milliseconds(library.feeds.counts) for _ in range(5)])
        searches(library, words)


def searches(library: Library, words: Words) -> None:
    """Measure searching: common and rare words of two letters, longer ones, English, operators."""
    two = [word for word in words.korean if len(word) == 2]
    common, rare = two[:150], words.random.sample(two, 150)
    longer = [word for word in words.korean if len(word) == 3][:100]
    groups: dict[str, list[str]] = {
        "two letters, common (150)": common,
        "two letters, rare (150)": rare,
        "three letters, common": longer,
        "two words": [f"{a} {b}" for a, b in zip(common, rare, strict=True)],
        "one letter": [word[0] for word in rare[:50]],
        "nothing found": [a[0] + b[1] for a, b in pairwise(rare)],
        "verbs in all their forms": _VERBS,
        "English": words.english[:50] + words.random.sample(words.english, 50),
        "common, starred": [f"{word} is:starred" for word in common[:30]],
        "common, one month": [f"{word} date:2021-03" for word in common[:30]],
        "common, without another": [f"{a} -{b}" for a, b in pairwise(common)],
    }
    for order in get_args(Order):
        for what, queries in groups.items():
            find = partial(library.search.find, order=order)
            times = [milliseconds(partial(find, query)) for query in queries]
            report(f"{order}: {what}", times)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--texts", type=float, default=0.2, help="the share with a whole text")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--cpu", action="store_true")
    options = parser.parse_args()
    if options.cpu:
        globals()["clock"] = time.process_time
    words = Words()
    with tempfile.TemporaryDirectory() as folder:
        file = options.keep or Path(folder) / "library.db"
        if not file.exists():
            with Library(file) as library:
                fill(library, words, int(options.articles * options.texts), options.articles)
        print(f"{'size':<44}{file.stat().st_size / 1e6:>10.0f} MB")
        measure(file, words)


if __name__ == "__main__":
    main()
