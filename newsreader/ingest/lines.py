"""The lines of a body made ready to be judged: what stands above its title, a machine's summary and
line breaks for width alone are taken out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsreader.ingest import clean
from newsreader.ingest.blocks import Line
from newsreader.ingest.bylines import is_byline
from newsreader.ingest.dates import is_time_line

#: So many lines of a body may stand above the article's title, each no longer than this.
_ABOVE_TITLE = 20
_LABEL_LENGTH = 30
#: A machine's summary has no more lines.
_LONGEST_SUMMARY = 10
#: No line shorter than this is broken for width.
_WRAPPED = 20
#: What ``str.isalnum`` is true of, in runs.
_LETTERS = re.compile(r"[^\W_]+")


def prepare(lines: Sequence[Line], title: str) -> list[Line]:
    """Return the lines of an article whose title is ``title``, squeezed."""
    return _without_hard_wraps(_without_summary(_below_title(lines, title)))


def squeeze(text: str) -> str:
    """Return ``text`` without blanks and punctuation, to compare what two places of a page say."""
    return "".join(_LETTERS.findall(text)).casefold()


def _below_title(lines: Sequence[Line], title: str) -> Sequence[Line]:
    """Leave out the short lines above a title that stands within the body: section, label."""
    for place, line in enumerate(lines[:_ABOVE_TITLE]):
        if len(line.text) >= len(title) and squeeze(line.text) == title:
            above = [one for one in lines[:place] if not _is_label(one)]
            return [*above, *lines[place:]]
        if clean.is_prose(line.text):
            break
    return lines


def _without_summary(lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out what a machine made of the article, where it is announced and owned up to."""
    for start, line in enumerate(lines[:_ABOVE_TITLE]):
        if not clean.is_summary_label(line.text):
            continue
        for end in range(start + 1, min(len(lines), start + _LONGEST_SUMMARY)):
            if clean.is_summary_notice(lines[end].text):
                return [*lines[:start], *lines[end + 1 :]]
    return lines


def _is_label(line: Line) -> bool:
    return (
        line.kind in {"text", "heading", "item"}
        and len(line.text) <= _LABEL_LENGTH
        and not is_time_line(line.text)
        and not is_byline(line.text)
    )


def _without_hard_wraps(lines: Sequence[Line]) -> list[Line]:
    """Join lines that a page breaks for width alone, where that is clearly its habit."""
    broken = whole = 0
    for before, line in pairwise(lines):
        if _may_join(before, line):
            if clean.ends_sentence(before.text):
                whole += 1
            else:
                broken += len(before.text) >= _WRAPPED
    if broken < 4 or broken <= whole:
        return list(lines)
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else line
        if (
            joined
            and _may_join(before, line)
            and len(before.text) >= _WRAPPED
            and not clean.ends_sentence(before.text)
        ):
            joined[-1] = replace(before, text=f"{before.text} {line.text}")
        else:
            joined.append(line)
    return joined


def _may_join(before: Line, line: Line) -> bool:
    return (
        line.gap < 2
        and before.kind == line.kind == "text"
        and not line.by_image
        and before.bold == line.bold
    )
