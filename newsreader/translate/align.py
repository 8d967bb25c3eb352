"""Finding which English belongs to which Korean sentence where no ids say it.

A pasted English edition, or a model that answers with one paragraph, has to be laid beside the
Korean by what both have in common: their order and their lengths. This is the method of Gale and
Church (1993, A Program for Aligning Sentences in Bilingual Corpora) with values for Korean and
English news measured on FLORES-200. It is right in 95 to 99 of 100 sentences, and so a way out, not
the way: English found like this should be marked as approximate.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

#: English characters for one of Korean, and how much that varies (of the length, squared).
_RATIO, _VARIANCE = 1.96, 4.0
#: How often so many Korean sentences become so many English ones.
_BEADS = {
    (1, 1): 0.86,
    (1, 2): 0.06,
    (2, 1): 0.05,
    (2, 2): 0.01,
    (1, 3): 0.006,
    (3, 1): 0.006,
    (1, 0): 0.001,
    (0, 1): 0.001,
}
_PRIORS = {bead: -math.log(share) for bead, share in _BEADS.items()}
#: What it costs when one side has no text at all.
_NOTHING = 8.0
#: How many sentences the search may leave the straight way from start to end.
_BAND = 30

_ENGLISH_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Gov|Sen|Rep|No|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|"
    r"U\.S|U\.K|U\.N|N\.K|S\.K|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z])$"
)
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same, by their places: ``korean`` and ``english`` are ranges."""

    korean: range
    english: range


def split_english(text: str) -> list[str]:
    """Return the sentences of an English ``text``."""
    sentences = []
    start = 0
    for found in _ENGLISH_END.finditer(text):
        before = text[max(start, found.start() - _LONGEST_ABBREVIATION) : found.start()]
        if text[found.start()] == "." and _ABBREVIATION.search(before):
            continue
        sentences.append(text[start : found.end()].strip())
        start = found.end()
    return [sentence for sentence in (*sentences, text[start:].strip()) if sentence]


def align(korean: Sequence[str], english: Sequence[str]) -> list[Bead]:
    """Return the most likely beads, in order; every sentence is in exactly one.

    Takes time in proportion to the number of sentences (about 10 ms for 20 of them).
    """
    lengths_ko = [0, *accumulate(map(len, korean))]
    lengths_en = [0, *accumulate(map(len, english))]
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i, j in _band(len(korean), len(english)):
        for (di, dj), prior in _PRIORS.items():
            if (before := best.get((i - di, j - dj))) is None:
                continue
            cost = (
                before
                + prior
                + _cost(lengths_ko[i] - lengths_ko[i - di], lengths_en[j] - lengths_en[j - dj])
            )
            if cost < best.get((i, j), math.inf):
                best[i, j] = cost
                came[i, j] = (i - di, j - dj)
    return _walk(came, (len(korean), len(english)))


def _band(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Go through the places near the straight way from (0, 0) to (rows, columns)."""
    slope = columns / rows if rows else 0.0
    width = _BAND if rows else columns
    # A steep way moves more than one column a row; neighbouring rows must still touch.
    width = max(width, math.ceil(slope) + 1)
    for i in range(rows + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - width), min(columns, middle + width) + 1):
            yield i, j


def misfit(korean: int, english: int) -> float:
    """Return by how many standard deviations two lengths (over 0) differ from the usual ratio."""
    expected = english / _RATIO
    return abs(expected - korean) / math.sqrt((korean + expected) / 2 * _VARIANCE)


def _cost(korean: int, english: int) -> float:
    """Return how unlikely it is that texts of these lengths say the same."""
    if not korean or not english:
        return _NOTHING
    return -math.log(max(math.erfc(misfit(korean, english) / math.sqrt(2)), 1e-12))


def _walk(came: dict[tuple[int, int], tuple[int, int]], end: tuple[int, int]) -> list[Bead]:
    beads = []
    while end != (0, 0):
        start = came[end]
        beads.append(Bead(range(start[0], end[0]), range(start[1], end[1])))
        end = start
    return beads[::-1]
