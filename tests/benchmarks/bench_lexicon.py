"""Measure the lexicon: ``python -m tests.benchmarks.bench_lexicon [CORPUS.jsonl.gz]``.

Prints how long look-ups and explanations take and, given a corpus (one JSON object with ``text`` a
line), which share of its content words gets a meaning: by the lexicon alone, and with words that
are derived from known ones. The analyser, which has to be installed for that, tells content words.
"""

import asyncio
import gzip
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from newsreader.korean import endings, lexicon
from newsreader.korean.analyser import Analyser, Morpheme
from newsreader.korean.derivation import derive
from newsreader.korean.lexicon import look_up
from newsreader.korean.word import explain

ROUNDS = 9
ARTICLES = 300
_COLD = (
    "import time; from newsreader.korean.lexicon import look_up; t = time.perf_counter(); "
    "look_up('혐의'); print((time.perf_counter() - t) * 1000)"
)
_SENTENCE = "검찰은 혐의를 부인한 대표를 다시 불러 조사하기로 했다고 밝혔다."
_CONTENT = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "VV", "VA", "VX", "MAG", "MAJ", "MM", "XR"})


def main(corpus: str | None) -> None:
    """Print the figures."""
    cold = [float(_output(_COLD)) for _ in range(ROUNDS)]
    lemmas = [entry.lemma for entry in lexicon.entries()]
    random.Random(7).shuffle(lemmas)
    warm = _milliseconds(lambda: [look_up(lemma) for lemma in lemmas[:4000]]) / 4000
    print(f"{len(lemmas):,} entries")
    print(f"first look-up in a new process: {statistics.median(cold):.2f} ms")
    print(f"later look-ups: {warm * 1000:.0f} µs")
    first = _milliseconds(partial(explain, _SENTENCE, 4, 7))
    print(f"first explanation of a word: {first:.1f} ms")
    places = range(len(_SENTENCE) - 3)
    times = [_milliseconds(partial(explain, _SENTENCE, at, at + 3)) for at in places]
    print(f"later explanations: {statistics.median(times):.2f} ms")
    endings.stance(_SENTENCE)
    stances = [_milliseconds(lambda: endings.stance(_SENTENCE)) for _ in range(ROUNDS)]
    print(f"stance of a sentence: {statistics.median(stances):.2f} ms")
    if corpus:
        asyncio.run(_coverage(Path(corpus)))


async def _coverage(corpus: Path) -> None:
    shares: dict[str, Counter[str]] = {"without proper nouns": Counter(), "all": Counter()}
    missing: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        analyser = Analyser(Path(folder) / "log")
        try:
            for lines in _articles(corpus):
                for morphemes in await analyser.analyse(lines):
                    for tag, lemma in _words(morphemes):
                        how = _how(lemma)
                        shares["all"][how] += 1
                        if tag != "NNP":
                            shares["without proper nouns"][how] += 1
                            missing[lemma] += how == "not"
        finally:
            await analyser.close()
    for name, counts in shares.items():
        total = counts.total()
        known, made = counts["lexicon"] / total, counts["derived"] / total
        print(f"{name}: {total:,} words, lexicon {known:.2%}, with derived {known + made:.2%}")
    print(
        "most frequent without a meaning:", ", ".join(word for word, _ in missing.most_common(40))
    )


def _articles(corpus: Path) -> Iterator[list[str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in texts[:: max(1, len(texts) // ARTICLES)]:
        yield text.split("\n")


def _words(morphemes: list[Morpheme]) -> Iterator[tuple[str, str]]:
    """Yield tag and lemma of content words; a noun with 하다 is the noun."""
    for one in morphemes:
        if one.tag in _CONTENT:
            yield one.tag, one.lemma


def _how(lemma: str) -> str:
    if look_up(lemma) or look_up(f"{lemma}하다"):
        return "lexicon"
    return "derived" if derive(lemma) else "not"


def _output(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
