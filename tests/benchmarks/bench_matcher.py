"""Measure the matcher: ``python -m tests.benchmarks.bench_matcher``.

Prints, for glossaries of growing size, what building the index costs in time and memory, how long
another thread has to wait meanwhile, and how fast texts are read; medians of several rounds. The
texts are made of the matcher's own nouns, so that nothing of a publisher's is needed.
"""

import random
import statistics
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from itertools import islice, product

import psutil

from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from newsreader.glossary.words import words

ROUNDS = 5
_PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에", "에서", "으로", "과", "도", "")


def main() -> None:
    """Print the table."""
    random.seed(7)
    nouns = sorted(noun for noun in words().known if len(noun) == 2)
    print(f"Python {sys.version.split()[0]}, {psutil.cpu_count()} processors")
    rounds = [_milliseconds(Glossary.embedded) for _ in range(ROUNDS)]
    embedded = Glossary.embedded()
    print(f"loading {len(embedded):,} embedded terms: {statistics.median(rounds):.0f} ms")
    article, megabyte = _text(nouns, 3_000), _text(nouns, 10**6 // 3)
    print("  terms   build ms   MB   longest wait ms   article ms   1 MB of UTF-8 s")
    for terms in (list(embedded.terms), _terms(nouns, 10_000), _terms(nouns, 100_000)):
        _measure(terms, article, megabyte)


def _measure(terms: list[Term], article: str, megabyte: str) -> None:
    build = statistics.median(_milliseconds(lambda: Matcher(terms)) for _ in range(ROUNDS))
    tracemalloc.start()
    matcher = Matcher(terms)
    memory = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    wait = _longest_wait(lambda: Matcher(terms))
    articles = []
    for _ in range(ROUNDS):
        text = article[::-1][: random.randrange(5)] + article
        fresh = Matcher(terms) if len(terms) < 20_000 else matcher
        articles.append(_milliseconds(partial(fresh.find, text)))
    long = statistics.median(_milliseconds(lambda: matcher.find(megabyte)) for _ in range(3))
    print(
        f"{len(terms):7,} {build:10.0f} {memory:4.0f} {wait:17.0f} "
        f"{statistics.median(articles):12.1f} {long / 1000:17.2f}"
    )


def _terms(nouns: list[str], count: int) -> list[Term]:
    pairs = islice(product(nouns, nouns), 0, None, 7)
    return [Term(first + second, "x", "society") for first, second in islice(pairs, count)]


def _text(nouns: list[str], letters: int) -> str:
    weights = [1 / (rank + 8) for rank in range(len(nouns))]
    random.shuffle(nouns)
    parts: list[str] = []
    length = 0
    while length < letters:
        word = "".join(random.choices(nouns, weights, k=random.choice((1, 1, 1, 2))))
        part = word + random.choice(_PARTICLES)
        parts.append(part)
        length += len(part) + 1
    return " ".join(parts)[:letters]


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _longest_wait(work: Callable[[], object]) -> float:
    """Return how long a thread that sleeps 5 ms at a time had to wait for the interpreter."""
    thread = threading.Thread(target=work)
    longest = 0.0
    thread.start()
    while thread.is_alive():
        longest = max(longest, _milliseconds(lambda: time.sleep(0.005)) - 5)
    return longest


if __name__ == "__main__":
    main()
