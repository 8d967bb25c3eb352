"""Text as the matcher sees it: runs of one script, and what stands between them.

Writers put blanks, middots and hyphens as they like (``한미 연합훈련``, ``한·미``, ``K9``). So
terms and texts are compared by their letters alone, and what separates the letters is compared by
:func:`fits`, which knows what may be written how.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

#: What stands before a run: nothing, blanks, a middot, a hyphen, a comma, single quotation marks.
Gap = Literal["", " ", "·", "-", ",", "'"]

_HEADLINE_HANJA = str.maketrans(
    "韓美日中北南對與野軍靑青檢警獨佛英露印黨政前現新反親",
    "한미일중북남대여야군청청검경독불영러인당정전현신반친",
)
# One character for one character, so that offsets stay: full-width forms, and all the middots,
# hyphens, quotation marks and blanks that look alike.
_FORMS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "ㆍ‧・•∙⋅･"), "·"),
    **dict.fromkeys(map(ord, "‐‑‒–−－"), "-"),
    **dict.fromkeys(map(ord, "‘’‛´`＇"), "'"),
    0x3000: " ",
}
# Most sentences have nothing to fold: looking is faster than translating.
_ODD_FORM = re.compile("[" + "".join(map(re.escape, map(chr, _FORMS))) + "]")
_HANJA = re.compile("[㐀-䶿一-鿿]")
_PLAIN = re.compile("[가-힣]+(?: [가-힣]+)*|[㐀-䶿一-鿿]+")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_RUN = re.compile(r"[가-힣]+|[^\W가-힣㐀-䶿一-鿿_]+|[^\s·\-,'가-힣]")

# Nouns of one syllable that are written together or apart alike (핵실험, 핵 실험).
_FREE = frozenset("핵당군법쌀총표날")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as runs. ``letters`` are all letters without what separates them.

    ``words[i]`` are those of run ``i``, ``starts[i]`` is where it begins in ``letters``,
    ``places[i]`` where in the text, ``gaps[i]`` what stands before it.
    """

    letters: str
    words: list[str]
    starts: list[int]
    places: list[int]
    gaps: list[Gap]

    def run_at(self, position: int) -> int:
        """Return the number of the run that holds the letter at ``position``."""
        return bisect_right(self.starts, position) - 1

    def run_end(self, run: int) -> int:
        """Return the position behind the last letter of a run."""
        return self.starts[run + 1] if run + 1 < len(self.starts) else len(self.letters)

    def place(self, position: int) -> int:
        """Return the index in the text of the letter at ``position``."""
        run = self.run_at(position)
        return self.places[run] + position - self.starts[run]

    def shape(self, start: int, end: int) -> "Shape":
        """Return what separates the letters from ``start`` to ``end``."""
        first, last = self.run_at(start), self.run_at(end - 1)
        return tuple(
            (self.starts[run] - start, gap)
            for run in range(first + 1, last + 1)
            if (gap := self.gaps[run])
        )


#: The separators inside an expression: how many letters stand before each, and which it is.
Shape = tuple[tuple[int, Gap], ...]


def fold(text: str) -> Folded:
    """Return ``text`` (NFC) as runs."""
    plain = text.translate(_FORMS) if _ODD_FORM.search(text) else text
    plain = _DECIMAL_POINT.sub("·", plain)
    words: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    gaps: list[Gap] = []
    length = end = 0
    for run in _RUN.finditer(plain):
        place = run.start()
        starts.append(length)
        places.append(place)
        gaps.append(_gap(plain[end:place]) if place > end else "")
        words.append(run[0])
        end = run.end()
        length += end - place
    letters = "".join(words)
    if _HANJA.search(letters):
        letters = letters.translate(_HEADLINE_HANJA)
        words = [word.translate(_HEADLINE_HANJA) for word in words]
    return Folded(letters, words, starts, places, gaps)


@lru_cache(maxsize=64)
def _gap(between: str) -> Gap:
    marks: tuple[Gap, ...] = ("·", "-", ",", " ")
    for mark in marks:
        if mark in between:
            return mark
    return " " if between.strip("'") else "'"


@lru_cache(maxsize=256)
def folded_term(spelling: str) -> tuple[str, Shape]:
    """Return the letters of a term's spelling and what separates them."""
    # Nearly all spellings are words of Hangul, or hanja: what fold() would do with them is plain.
    if _PLAIN.fullmatch(spelling):
        return _plain_term(spelling)
    folded = fold(unicodedata.normalize("NFC", spelling))
    return folded.letters, folded.shape(0, len(folded.letters)) if folded.letters else ()


def _plain_term(spelling: str) -> tuple[str, Shape]:
    parts = spelling.split(" ")
    shape: list[tuple[int, Gap]] = []
    at = 0
    for part in parts[:-1]:
        at += len(part)
        shape.append((at, " "))
    letters = "".join(parts).translate(_HEADLINE_HANJA)
    return spelling if letters == spelling else letters, tuple(shape)  # kept once


def fits(letters: str, written: Shape, term: Shape) -> bool:
    """Say whether separators as ``written`` in a text may stand for those of a term's spelling."""
    if written == term:
        return True
    in_text, in_term = dict(written), dict(term)
    joined = [at for at, gap in term if gap in " '" and at not in in_text]
    split = [at for at, gap in written if gap in " '" and in_term.get(at, "·") == "·"]
    if joined and not _all_whole(letters, [at for at, gap in term if gap in " '"], joined):
        return False
    if split and not _all_whole(letters, [at for at, gap in written if gap in " '"], split):
        return False
    if any(
        gap == "·" and in_term.get(at, "") == "" and not _is_initial(at, in_text)
        for at, gap in written
    ):
        return False
    return all(
        _may_stand(letters[at - 1], letters[at], in_text.get(at, ""), in_term.get(at, ""))
        for at in in_text.keys() | in_term.keys()
    )


def _all_whole(letters: str, cuts: list[int], doubtful: list[int]) -> bool:
    """Say whether the pieces beside the doubtful cuts are words: ``한 국가`` is not ``한국가``."""
    edges = [0, *cuts, len(letters)]
    for left, cut, right in zip(edges, edges[1:], edges[2:], strict=False):
        if cut in doubtful:
            for piece in (letters[left:cut], letters[cut:right]):
                if len(piece) < 2 and piece not in _FREE and not piece.isdecimal():
                    return False
    return True


def _is_initial(at: int, shape: dict[int, Gap]) -> bool:
    """Say whether one letter alone stands before a separator: 한·미, but not 부산·대(구)."""
    return at == 1 or at - 1 in shape


def _may_stand(before: str, after: str, written: Gap, term: Gap) -> bool:
    if written == term:
        return True
    digits = before.isdecimal() and after.isdecimal()
    pair = {written, term}
    if pair <= {"", " ", "'"}:
        return not digits
    if "-" in pair:
        other = (pair - {"-"}).pop()
        if after.isascii() or (before.isascii() and before.isalpha()):
            return other in {"", " "} and not digits
        # Some write 북-미 and 김씨-이씨 where others write 북·미, 북미.
        return other in {"", "·"} and not before.isascii()
    if term == "·":
        return not digits
    return written == "·" and term == "" and not digits
