"""What changed between two texts of an article: sentence by sentence, then word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from newsreader.article import Article
from newsreader.korean.segments import segment

#: Sentences that are less alike than this are two sentences, not one that was changed.
_ALIKE = 0.5

PartKind = Literal["same", "removed", "added"]
#: How words of each kind are marked in print, as `git diff --word-diff` does.
MARKS: dict[PartKind, str] = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that was changed, added (``before`` is None) or removed (``after`` is None).

    ``before`` and ``after`` are row numbers, from 1. ``parts`` are the words of both in order;
    those of kind ``same`` and ``removed`` are the sentence before, ``same`` and ``added`` after.
    """

    before: int | None
    after: int | None
    parts: tuple[tuple[PartKind, str], ...]


def history(articles: Sequence[Article]) -> list[list[Change]]:
    """Return what each of ``articles``, texts of one, changed in the one after it, which is older.

    The last one changed nothing.
    """
    texts = [[one.text for one in segment(article)] for article in articles]
    changed = [changes(old, new) for new, old in pairwise(texts)]
    return [*changed, []] if articles else []


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return what was changed between the sentences ``before`` and ``after``, in reading order."""
    found: list[Change] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, at, to in matcher.get_opcodes():
        if kind != "equal":
            found += _changed(before, range(start, end), after, range(at, to))
    return found


def _changed(
    before: Sequence[str], gone: range, after: Sequence[str], come: range
) -> Iterator[Change]:
    """Pair the sentences that take the place of others, in order, as far as they are alike."""
    left = list(gone)
    for new in come:
        old = next((one for one in left if _likeness(before[one], after[new]) >= _ALIKE), None)
        if old is None:
            yield Change(None, new + 1, (("added", after[new]),))
            continue
        while left[0] != old:
            yield _removed(left.pop(0), before)
        left.pop(0)
        yield Change(old + 1, new + 1, tuple(_words(before[old], after[new])))
    for one in left:
        yield _removed(one, before)


def _removed(number: int, before: Sequence[str]) -> Change:
    return Change(number + 1, None, (("removed", before[number]),))


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _words(before: str, after: str) -> Iterator[tuple[PartKind, str]]:
    old, new = before.split(), after.split()
    for kind, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", " ".join(old[start:end])
            continue
        if start < end:
            yield "removed", " ".join(old[start:end])
        if at < to:
            yield "added", " ".join(new[at:to])
