"""Words with their glosses under them: how they share lines of a width, in cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsreader.tui.cells import crop, width_of

_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"\s")
#: Cells between one word and the next, so that glosses do not run into each other.
_GAP = 2
#: A gloss never makes its word wider than this; what is longer is cut.
_WIDEST_GLOSS = 22


class Gloss(NamedTuple):
    """What stands under ``ko[start:end]`` of a row: a word's meaning in a few letters."""

    start: int
    end: int
    text: str


class Stop(NamedTuple):
    """A piece of text and the cell where it stands, counted from its column's left edge."""

    start: int
    end: int
    x: int


class GlossedLine(NamedTuple):
    """One line of Korean, and the line of glosses under it as (cell, text)."""

    stops: tuple[Stop, ...]
    glosses: tuple[tuple[int, str], ...]


def set_words(text: str, glosses: Sequence[Gloss], width: int) -> list[GlossedLine]:
    """Return the lines of ``text`` in ``width`` cells, each word as wide as its gloss.

    ``glosses`` are in order and do not overlap. Nothing of the text but blanks is left out.
    """
    lines: list[GlossedLine] = []
    stops: list[Stop] = []
    under: list[tuple[int, str]] = []
    x = 0
    for start, end, gloss in _pieces(text, glosses):
        size = width_of(text[start:end])
        shown = crop(gloss, min(max(_WIDEST_GLOSS, size), width))
        size = max(size, width_of(shown))
        if stops and x + size > width:
            lines.append(GlossedLine(tuple(stops), tuple(under)))
            stops, under, x = [], [], 0
        for stop, size_here in _folded(text, start, end, x, width):
            if stops and stop.x == 0:
                lines.append(GlossedLine(tuple(stops), tuple(under)))
                stops, under = [], []
            stops.append(stop)
            if shown:
                under.append((stop.x, shown))
            x, shown = stop.x + max(size_here, width_of(shown)) + _GAP, ""
    lines.append(GlossedLine(tuple(stops), tuple(under)))
    return lines


def _pieces(text: str, glosses: Sequence[Gloss]) -> list[Gloss]:
    """Return what stands between blanks, with all glosses in it; one gloss may join words."""
    pieces: list[Gloss] = []
    rest = list(reversed(glosses))
    for word in _WORD.finditer(text):
        start, end = word.span()
        if pieces and start < pieces[-1].end:
            continue
        said = []
        while rest and rest[-1].start < end:
            gloss = rest.pop()
            if gloss.start >= start:
                said.append(gloss.text)
                end = max(end, _end_of_word(text, gloss.end))
        pieces.append(Gloss(start, end, " ".join(said)))
    return pieces


def _end_of_word(text: str, at: int) -> int:
    found = _BLANK.search(text, at)
    return found.start() if found else len(text)


def _folded(text: str, start: int, end: int, x: int, width: int) -> list[tuple[Stop, int]]:
    """Return one piece of text as it fits from ``x`` on; what is wider than a line is folded."""
    size = width_of(text[start:end])
    if size <= width or end - start == 1:
        return [(Stop(start, end, x), size)]
    cut, used = start, 0
    while cut < end and (cut == start or used + width_of(text[cut]) <= width):
        used += width_of(text[cut])
        cut += 1
    return [(Stop(start, cut, 0), used), *_folded(text, cut, end, 0, width)]
