"""Measure what the glossary knows of real news: ``python -m tests.benchmarks.bench_glossary``.

Reads ``../shared/corpus/open_sample.jsonl.gz`` (or the file that is named: JSON lines with a
``text`` and a ``cat``) and prints, by section, how many of its proper nouns a term or the rule for
names explains, and which are missed most. Proper nouns are what Kiwi tags NNP where it is
installed, without bare surnames; otherwise capitalised Latin words and names with a title, which
is far fewer.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from newsreader.glossary.guesses import with_persons
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.names import persons_in
from newsreader.korean.sentences import split
from newsreader.text import clean

_CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "open_sample.jsonl.gz"
_ARTICLES = 1_000
_MISSES = 60
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z&]+")

_Spans = Iterator[tuple[int, int]]


def main() -> None:
    """Print the shares and the commonest misses."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else _CORPUS
    if not corpus.is_file():
        sys.exit(f"There is no corpus at {corpus}; name one.")
    tool, proper_nouns = _finder()
    glossary = Glossary.embedded()
    matcher = Matcher(glossary.terms)
    seen: Counter[str] = Counter()
    by_term: Counter[str] = Counter()
    by_rule: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    for section, sentence in _sentences(corpus):
        matches = with_persons(sentence, matcher.find(sentence), glossary)
        for start, end in proper_nouns(sentence):
            found = [one for one in matches if one.start < end and start < one.end]
            seen[section] += 1
            if any(one.status != "proposed" or glossary.find(one.term) for one in found):
                by_term[section] += 1
            elif found:
                by_rule[section] += 1
            else:
                misses[sentence[start:end]] += 1
    print(f"proper nouns by {tool}, {len(glossary):,} terms")
    print("section         nouns  by a term  by rule  missed")
    for section in [*sorted(seen), "all"]:
        total, term, rule = (
            sum(counter.values()) if section == "all" else counter[section]
            for counter in (seen, by_term, by_rule)
        )
        left = total - term - rule
        print(
            f"{section:<12} {total:8,} {term / total:10.1%} {rule / total:8.1%} {left / total:7.1%}"
        )
    print("missed most:", ", ".join(f"{word} {n}" for word, n in misses.most_common(_MISSES)))


def _sentences(corpus: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in islice(lines, _ARTICLES):
            article = json.loads(line)
            for paragraph in clean(article["text"]).split("\n"):
                for sentence in split(paragraph):
                    yield article["cat"], str(sentence)


def _finder() -> tuple[str, Callable[[str], _Spans]]:
    try:
        from kiwipiepy import Kiwi
    except ImportError:
        return "capitals and titles", _by_their_looks
    kiwi = Kiwi()

    def by_kiwi(sentence: str) -> _Spans:
        for token in kiwi.tokenize(sentence):
            if token.tag == "NNP" and token.len > 1:
                yield token.start, token.end

    return "Kiwi", by_kiwi


def _by_their_looks(sentence: str) -> _Spans:
    for word in _CAPITALISED.finditer(sentence):
        yield word.span()
    for person in persons_in(sentence):
        yield person.start, person.end


if __name__ == "__main__":
    main()
