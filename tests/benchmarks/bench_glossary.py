"""Measure what the glossary knows of real news: ``python -m tests.benchmarks.bench_glossary``.

Reads ``../shared/corpus/open_sample.jsonl.gz`` (or the file that is named: JSON lines with a
``text`` and a ``cat``) and prints, by section, how many of its proper nouns a term or the rule for
names explains, and which are missed most. ``--misses FILE`` writes all that are missed more than
once: the noun, how often, in how many articles, its commonest section, and where it stands once.
Proper nouns are what Kiwi tags NNP where it is installed, without bare surnames; otherwise
capitalised Latin words and names with a title, which is far fewer.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsreader.glossary.guesses import with_persons
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.persons import persons_in
from newsreader.korean.sentences import split
from newsreader.text import clean

_CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "open_sample.jsonl.gz"
_MISSES = 60
#: Characters on either side of a missed noun that are written with it.
_AROUND = 12
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z&]+")

_Spans = Iterator[tuple[int, int]]


@dataclass
class _Miss:
    count: int = 0
    articles: set[int] = field(default_factory=set)
    sections: Counter[str] = field(default_factory=Counter)
    context: str = ""


def main() -> None:
    """Print the shares and the commonest misses."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path, nargs="?", default=_CORPUS)
    parser.add_argument("--misses", type=Path)
    options = parser.parse_args()
    if not options.corpus.is_file():
        sys.exit(f"There is no corpus at {options.corpus}; name one.")
    tool, proper_nouns = _finder()
    glossary = Glossary.embedded()
    matcher = Matcher(glossary.terms)
    seen: Counter[str] = Counter()
    by_term: Counter[str] = Counter()
    by_rule: Counter[str] = Counter()
    misses: dict[str, _Miss] = {}
    for number, section, sentence in _sentences(options.corpus):
        matches = with_persons(sentence, matcher.find(sentence), glossary)
        for start, end in proper_nouns(sentence):
            found = [one for one in matches if one.start < end and start < one.end]
            seen[section] += 1
            if any(one.status != "proposed" or glossary.find(one.term) for one in found):
                by_term[section] += 1
            elif found:
                by_rule[section] += 1
            else:
                miss = misses.setdefault(sentence[start:end], _Miss())
                miss.count += 1
                miss.articles.add(number)
                miss.sections[section] += 1
                miss.context = sentence[max(0, start - _AROUND) : end + _AROUND]
    print(f"proper nouns by {tool}, {len(glossary):,} terms")
    _print_shares(seen, by_term, by_rule)
    ranked = sorted(misses.items(), key=lambda one: (-one[1].count, one[0]))
    print("missed most:", ", ".join(f"{word} {miss.count}" for word, miss in ranked[:_MISSES]))
    if options.misses:
        _write(options.misses, [one for one in ranked if one[1].count > 1])


def _print_shares(seen: Counter[str], by_term: Counter[str], by_rule: Counter[str]) -> None:
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


def _write(file: Path, misses: list[tuple[str, _Miss]]) -> None:
    with file.open("w", encoding="utf-8") as out:
        for word, miss in misses:
            section = miss.sections.most_common(1)[0][0]
            out.write(f"{word}\t{miss.count}\t{len(miss.articles)}\t{section}\t{miss.context}\n")


def _sentences(corpus: Path) -> Iterator[tuple[int, str, str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            for paragraph in clean(article["text"]).split("\n"):
                for sentence in split(paragraph):
                    yield number, article["cat"], str(sentence)


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
