"""Measure the matcher: ``python -m tests.benchmarks.bench_matcher``.

Prints, for glossaries of growing size, what building the index costs in time and memory, how long
another thread has to wait meanwhile, and how fast texts are read; medians of several rounds. No
article is read twice: the first one after building has nothing to profit from, the others are new
texts as a day brings them. Their time is that of the processor, so that other programs disturb
little. The texts are made of the matcher's own nouns, so that nothing of a publisher's is needed.
"""

import random
import statistics
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice

import psutil

from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from newsreader.glossary.words import words

ROUNDS = 5
#: Letters of an article: three in four are shorter.
_ARTICLE = 1_500
_ARTICLES = 20
_PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에", "에서", "으로", "과", "도", "")


def main() -> None:
    """Print the table."""
    random.seed(7)
    nouns = sorted(noun for noun in words().known if len(noun) == 2)
    print(f"Python {sys.version.split()[0]}, {psutil.cpu_count()} processors")
    rounds = [_milliseconds(Glossary.embedded) for _ in range(ROUNDS)]
    embedded = Glossary.embedded()
    print(f"loading {len(embedded):,} embedded terms: {statistics.median(rounds):.0f} ms")
    megabyte = _text(nouns, 10**6 // 3)
    print("  terms   build ms   MB   longest wait ms   first article ms   new article ms   1 MB s")
    for count in (len(embedded), 30_000, 100_000):
        _measure(_terms(embedded, nouns, count), nouns, megabyte)


def _measure(terms: list[Term], nouns: list[str], megabyte: str) -> None:
    build = statistics.median(_milliseconds(lambda: Matcher(terms)) for _ in range(ROUNDS))
    tracemalloc.start()
    matcher = Matcher(terms)
    memory = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    wait = _longest_wait(lambda: Matcher(terms))
    first, later = [], []
    for _ in range(ROUNDS):
        fresh = Matcher(terms)
        times = [_processor_time(fresh, _text(nouns, _ARTICLE)) for _ in range(_ARTICLES)]
        first.append(times[0])
        later += times[1:]
    long = statistics.median(_milliseconds(lambda: matcher.find(megabyte)) for _ in range(3))
    articles = f"{statistics.median(first):18.1f} {statistics.median(later):16.1f}"
    print(f"{len(terms):7,} {build:10.0f} {memory:4.0f} {wait:17.0f} {articles} {long / 1000:8.2f}")


def _processor_time(matcher: Matcher, text: str) -> float:
    """Return the milliseconds of the processor that the sentences of a new text take."""
    sentences = [text[at : at + 80] for at in range(0, len(text), 80)]
    start = time.process_time()
    for sentence in sentences:
        matcher.find(sentence)
    return (time.process_time() - start) * 1000


def _terms(embedded: Glossary, nouns: list[str], count: int) -> list[Term]:
    """Return the embedded terms and as many made of two nouns as ``count`` wants."""
    pairs = {"".join(random.choices(nouns, k=2)): None for _ in range(count)}
    more = islice(pairs, max(0, count - len(embedded)))
    return [*embedded.terms, *(Term(pair, "x", "society") for pair in more)]


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
