"""Finding text in an article, in both columns at once, plainly or by initial consonants."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Row
from newsreader.tui.arrangement import Column

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES_PER_INITIAL = 588
_CHOSEONG = re.compile(rf"[{_INITIALS}]+(?: [{_INITIALS}]+)*")


class Hit(NamedTuple):
    """What was found: ``start`` and ``end`` are offsets into the row's Korean or English."""

    row: int
    column: Column
    start: int
    end: int


def find_all(rows: Sequence[Row], wanted: str) -> list[Hit]:
    """Return every place of ``wanted`` in ``rows``, in reading order.

    Case does not matter, and a blank matches any white space. Initial consonants alone (ㅎㅂㄷ for
    한반도) match syllables that begin with them.
    """
    wanted = wanted.strip()
    if not wanted:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, wanted.split())), re.IGNORECASE)
    korean = pattern
    if _CHOSEONG.fullmatch(wanted):
        korean = re.compile("".join(map(_beginning_with, wanted)))
    hits: list[Hit] = []
    for index, row in enumerate(rows):
        hits += (Hit(index, "korean", *found.span()) for found in korean.finditer(row.ko))
        if row.en is not None:
            hits += (Hit(index, "english", *found.span()) for found in pattern.finditer(row.en))
    return hits


def find_forms(
    rows: Sequence[Row], wanted: str, morphemes: "Mapping[int, Sequence[Morpheme] | None]"
) -> list[Hit]:
    """Return every place where a form of the dictionary form ``wanted`` stands in the Korean.

    ``morphemes`` are the analyser's, by row id; rows without them are passed over.
    """
    hits = []
    for index, row in enumerate(rows):
        for one in morphemes.get(row.id) or ():
            if one.lemma == wanted:
                start = row.ko.rfind(" ", 0, one.end) + 1
                hits.append(Hit(index, "korean", min(start, one.start), one.end))
    return hits


def _beginning_with(initial: str) -> str:
    """Return a pattern of the syllables that begin with ``initial``; a blank is a blank."""
    if initial == " ":
        return r"\s+"
    first = ord("가") + _INITIALS.index(initial) * _SYLLABLES_PER_INITIAL
    return f"[{initial}{chr(first)}-{chr(first + _SYLLABLES_PER_INITIAL - 1)}]"


def next_hit(hits: Sequence[Hit], row: int, step: int) -> Hit | None:
    """Return the first hit in a row after (1) or before (-1) ``row``, going round at the end."""
    if not hits:
        return None
    if step > 0:
        return next((hit for hit in hits if hit.row > row), hits[0])
    return next((hit for hit in reversed(hits) if hit.row < row), hits[-1])
