"""The lines of a body made ready to be judged: what stands above its title, a machine's summary,
line breaks for width alone and what comes after the article are taken out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsreader.ingest import clean
from newsreader.ingest.blocks import Line
from newsreader.ingest.bylines import is_byline
from newsreader.ingest.dates import is_clock, is_time_line

#: So many lines of a body may stand above the article's title, each no longer than this.
_ABOVE_TITLE = 20
_LABEL_LENGTH = 30
#: A machine's summary has no more lines.
_LONGEST_SUMMARY = 10
#: What has more of it inside links is a link; a list of articles has so many, none longer.
_LINKED = 0.7
_FEWEST_HEADLINES, _LONGEST_HEADLINE = 4, 120
#: What begins a line of its own: a mark of an item, or the lead of a report.
_STARTS = re.compile(r"[^\w\s\"'“‘「『(<《〈]\s?\S|[ㅇo]\s|[(\[][가-힣A-Za-z ]{2,12}[=ㅣ|]")
#: What ends an article stands behind this share of its sentences. Of what follows a box of links in
#: the midst of one, at least the other share is its own.
_MOST, _A_GOOD_PART = 0.6, 0.2
#: No line shorter than this is broken for width.
_WRAPPED = 20
#: A live report has at least so many entries; a time alone is how long a recording plays.
_FEWEST_CLOCKS = 2
#: What ``str.isalnum`` is true of, in runs.
_LETTERS = re.compile(r"[^\W_]+")


def prepare(lines: Sequence[Line], title: str) -> list[Line]:
    """Return the lines of an article whose title is ``title``, squeezed."""
    lines = _without_summary(_below_title(lines, title))
    return _with_clocks_as_headings(_without_hard_wraps(lines))


def squeeze(text: str) -> str:
    """Return ``text`` without blanks and punctuation, to compare what two places of a page say."""
    return "".join(_LETTERS.findall(text)).casefold()


def lists_others(lines: Sequence[Line]) -> bool:
    """Say whether lines are the headlines of other articles, each with the beginning of its text.

    A link to a headline heads every second line or so of such a page, and its first sentence.
    """
    texts = heads = 0
    for line, *after in zip(lines, lines[1:], lines[2:], strict=False):
        linked = line.linked > _LINKED
        texts += not linked and len(line.text) >= _WRAPPED
        if not heads and not linked and clean.is_prose(line.text):
            return False
        heads += (
            linked
            and _WRAPPED // 2 <= len(line.text) <= _LONGEST_HEADLINE
            and not clean.is_prose(line.text)
            and any(one.linked < _LINKED and len(one.text) >= _WRAPPED for one in after)
        )
    return heads >= _FEWEST_HEADLINES and heads * 2 >= texts


def until_end(lines: Sequence[Line]) -> list[Line]:
    """Return the lines before what comes after articles, which may also stand amid one."""
    weights = [
        len(line.text) if line.kind not in {"item", "caption"} and clean.is_prose(line.text) else 0
        for line in lines
    ]
    most = _MOST
    if not any(weights):
        # A notice without sentences ends where something else begins.
        weights = [len(line.text) if line.kind == "text" else 0 for line in lines]
        most = 0
    total = sum(weights)
    kept: list[Line] = []
    done = 0
    below = links = boxed = False
    for index, (line, weight) in enumerate(zip(lines, weights, strict=True)):
        # Only the heading above them tells pictures that lead to other articles.
        boxed = line.kind == "caption" and (boxed or clean.heads_links(line.text))
        if boxed:
            continue
        if _is_end(line):
            if done and done >= most * total and not _goes_on(lines, weights, index):
                break
            below, links = True, clean.heads_links(line.text)
            continue
        # In the middle of an article such a line heads a list of others.
        below = below and (line.kind == "item" or (links and _may_be_link(line)))
        if not below:
            kept.append(line)
            done += weight
    return kept


def _is_end(line: Line) -> bool:
    return (
        line.kind != "caption"
        and clean.ends_article(line.text)
        and not clean.is_prose(clean.cut_tail(line.text))
    )


def _may_be_link(line: Line) -> bool:
    """Say whether a line below a heading of links may be one, in a text that shows no links."""
    short = line.kind == "text" and len(line.text) <= _LONGEST_HEADLINE
    return short and not line.bold and not clean.ends_sentence(line.text)


def _goes_on(lines: Sequence[Line], weights: Sequence[int], index: int) -> bool:
    """Say whether a good part of the article follows a box with links to others."""
    if not clean.heads_links(lines[index].text):
        return False
    last = next((at for at in range(index + 1, len(lines)) if _is_end(lines[at])), len(lines))
    return sum(weights[index:last]) >= _A_GOOD_PART * sum(weights)


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


def _with_clocks_as_headings(lines: Sequence[Line]) -> list[Line]:
    """Make headings of the times in a live report, each of which heads a sentence; drop others."""
    clocks = {at for at, line in enumerate(lines) if is_clock(line.text)}
    heads = {
        at
        for at in clocks
        if at + 1 < len(lines)
        and lines[at + 1].kind == "text"
        and clean.is_prose(lines[at + 1].text)
        and not lines[at].by_image
    }
    if len(heads) < _FEWEST_CLOCKS:
        heads = set()
    return [
        replace(line, kind="heading") if at in heads else line
        for at, line in enumerate(lines)
        if at in heads or at not in clocks
    ]


def _may_join(before: Line, line: Line) -> bool:
    return (
        line.gap < 2
        and not _STARTS.match(line.text)
        and not is_clock(line.text)
        and before.kind == line.kind == "text"
        and not line.by_image
        and before.bold == line.bold
    )
