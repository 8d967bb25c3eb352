"""What a Korean sentence and its English have in common: figures, Latin words, names.

Lengths alone cannot tell where a person left a sentence out or wrote one of their own. What is in
common can, the better the rarer it is in the English: of two sentences that say the same nearly all
share it, of two others as many as there are sentences with it.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from newsreader.article import Row
from newsreader.glossary.check import words_of
from newsreader.korean.numbers.english import figures
from newsreader.korean.numbers.find import find

#: How often what could be in common is, in sentences that say the same: a translator rounds, leaves
#: out, and says "the ministry".
_KEPT = 0.8
#: What speaks for a sentence having none on the other side: human editions leave out captions and
#: subtitles, and tell their readers what those of the Korean know.
_ALONE = 7.0
_SHORTEST = 3

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_LAST_NUMBER = re.compile(r"(\d+)\D*$")

#: One thing, by the words or figures any of which stands for it.
Anchor = frozenset[str]


def evidence(rows: Sequence[Row], english: Sequence[str]) -> Callable[[range, range], float]:
    """Return what tells how much more likely some rows and sentences say the same than not.

    That is the logarithm of a ratio: 0 where there is nothing to go by.
    """
    words = [_in_english(sentence) for sentence in english]
    seen = Counter(word for sentence in words for word in sentence)
    anchors = [
        [anchor for anchor in _in_korean(row) if any(word in seen for word in anchor)]
        for row in rows
    ]

    def weigh(korean: range, said: range) -> float:
        if not korean or not said:
            return _ALONE
        there = set().union(*(words[place] for place in said))
        total = 0.0
        for anchor in {anchor for place in korean for anchor in anchors[place]}:
            often = sum(seen[word] for word in anchor) / len(english)
            chance = min(0.5, len(said) * often)
            kept = not there.isdisjoint(anchor)
            total += math.log(_KEPT / chance if kept else (1 - _KEPT) / (1 - chance))
        return total

    return weigh


def _in_english(sentence: str) -> frozenset[str]:
    numbers = (f"{one.value:g}" for one in figures(sentence))
    return frozenset([*words_of(sentence), *numbers])


def _in_korean(row: Row) -> Iterator[Anchor]:
    for quantity in find(row.ko, None):
        match quantity.value:
            case bool():
                continue
            case int() | float() as number:
                yield frozenset([f"{number:g}"])
            case str(text) if last := _LAST_NUMBER.search(text):  # a date: its day
                yield frozenset([f"{int(last[1])}"])
    for latin in _LATIN.findall(row.ko):
        yield frozenset(words_of(latin))
    for term in row.terms:
        yield frozenset(word for word in words_of(term.en) if len(word) >= _SHORTEST)
