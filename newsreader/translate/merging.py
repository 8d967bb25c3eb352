"""Seeing that an answer covers more sentences than the one it was given for.

A model that merges two sentences answers the first with the English of both and forgets the second,
or gives both the same English. Their lengths tell: such English fits its own Korean worse than that
of the sentences together. An engine that sees the article around a batch may also go on into a
sentence that it was not asked for; what that one lacks is not known yet, so there the English must
be far too long for its own Korean and more than one sentence, or the same as it was when they were
asked for together.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from newsreader.article import RowWarning
from newsreader.translate.align import misfit, split_english

#: By how many standard deviations English is too long that goes on beyond what was asked for.
_FAR_TOO_LONG = 2.0


@dataclass(frozen=True, slots=True)
class Merged:
    """English that an engine gave for one of ``rows``, in order, and that covers them all."""

    rows: tuple[int, ...]
    en: str


@dataclass(frozen=True, slots=True)
class Asking:
    """How far the asking for some rows has come."""

    #: The Korean that was asked for, by the ids of the rows.
    korean: Mapping[int, str]
    #: The Korean of the neighbours that were not asked for and that the engine sees all the same.
    beyond: Mapping[int, str]
    #: What was wrong with the last answer, for each row that has none yet.
    faults: dict[int, str]
    #: The answers that covered more than the row they were given for, by that row.
    merged: dict[int, Merged] = field(default_factory=dict)

    def own(
        self, numbers: Iterable[int], said: Mapping[int, str], asked: Collection[int]
    ) -> list[int]:
        """Return those of ``numbers`` whose English in ``said`` is theirs alone: they are done.

        ``said`` is what one call answered that asked for the rows ``asked``. The others stay
        faults, and it is noted what they cover.
        """
        english = {row: "" for row in self.korean if row not in self.faults} | dict(said)
        alone = []
        for number in numbers:
            rows = covered_by(number, self._near(number, said[number], asked), english)
            if len(rows) == 1:
                del self.faults[number]
                alone.append(number)
            else:
                self.merged[number] = Merged(tuple(rows), said[number])
                self.faults[number] = "The answer covered a neighbouring sentence, too."
        return alone

    def may_cover_more(self, number: int, en: str, asked: Collection[int]) -> bool:
        """Say whether ``en``, the answer for ``number``, could be a neighbour's as well."""
        return may_cover_more(number, self._near(number, en, asked), en)

    def _near(self, number: int, en: str, asked: Collection[int]) -> Mapping[int, str]:
        """Return the Korean that ``en`` may cover, said when ``asked`` were asked for."""
        ko, before = self.korean[number], self.merged.get(number)
        known = {**self.korean, **self.beyond}
        if before is not None and before.en == en:
            return {row: known[row] for row in before.rows}
        too_long = len(en) > len(ko) and misfit(len(ko), len(en)) > _FAR_TOO_LONG
        if too_long and len(split_english(en)) > 1:
            return known
        return {row: self.korean[row] for row in asked}


def merged_warning(first: int, last: int) -> RowWarning:
    """Return what the rows from ``first`` to ``last`` say that have the same English."""
    return RowWarning("merged", f"this English covers rows {first}–{last}")


def may_cover_more(number: int, korean: Mapping[int, str], en: str) -> bool:
    """Say whether ``en``, the answer for ``number``, would fit better with a neighbour's Korean.

    ``korean`` has the sentences that were asked for together, by the ids of their rows.
    """
    near = [[number, number + 1], [number - 1, number]]
    own = _misfit([number], korean, en)
    return any(korean.keys() >= set(rows) and _misfit(rows, korean, en) < own for rows in near)


def covered_by(number: int, korean: Mapping[int, str], english: Mapping[int, str]) -> list[int]:
    """Return the rows that the answer for ``number`` seems to cover, in order; its own is one.

    The others are next to it, and have no English in ``english``, or the very same for other
    Korean.
    """
    en = english[number]
    runs = [[number]]
    for step in (1, -1):
        rows, row = [number], number + step
        while row in korean and _lacks(row, number, korean, english):
            rows = sorted([*rows, row])
            runs.append(rows)
            row += step
    return min(runs, key=lambda rows: _misfit(rows, korean, en))


def _lacks(row: int, number: int, korean: Mapping[int, str], english: Mapping[int, str]) -> bool:
    same = english.get(row) == english[number] and korean[row] != korean[number]
    return row not in english or same


def _misfit(rows: Collection[int], korean: Mapping[int, str], en: str) -> float:
    return misfit(sum(len(korean[row]) for row in rows), len(en))
