"""The head of an article: its title as printed, and what stands between title and text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.article import Byline
from newsreader.ingest.assemble import squeeze
from newsreader.ingest.blocks import Line, LineKind, node_text, read_lines
from newsreader.ingest.bylines import is_byline, parse_bylines
from newsreader.ingest.clean import ends_sentence, is_boilerplate
from newsreader.ingest.dates import Times, labelled_times, parse_time
from newsreader.ingest.generic import ancestors
from newsreader.text import has_hangul

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TITLE_ELEMENTS = (
    'h1, h2, h3, h4, [class*="tit"], [class*="Tit"], [id*="tit"], [id*="Tit"], [class*="head"],'
    ' [class*="subject"], [class*="leading"], dt, th, caption'
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SUBTITLE_CLASS = re.compile(
    r"sub[-_]?(?:tit|head|ject|txt)|subtit|stit(?:le)?\b|(?:tit|title|head)[-_]?sub|mid[-_]?ti?t"
    r"|media_end_summary|summary_view|summury|(?:^|[\s_-])(?:deck|standfirst|dek|sub_?cont)\b",
    re.IGNORECASE,
)
_NOT_SUBTITLE = re.compile(
    r"auto_?summ|ai[-_]?summ|_layer|news_list|related|subscribe|subject", re.IGNORECASE
)
_SUBTITLE_ELEMENTS = (
    '[class*="sub"], [class*="Sub"], [class*="stit"], [class*="mid"], [class*="summ"],'
    ' [class*="deck"], [class*="standfirst"], [class*="dek"]'
)
#: Between a page's title and the name of its site.
_SEPARATOR = re.compile(r"\s+[-–—|:<>»·]{1,2}\s+|\s*(?:[|ㅣ│┃]|::|＜)\s*")
#: Separators that also stand within titles.
_IN_TITLES = re.compile(r"[-–—:·]")
_LONGEST_TITLE = 200
_HEAD_LINES = 60
#: All subtitles of an article together have no more characters.
_LONGEST_SUBTITLES = 400


@dataclass(slots=True)
class Head:
    """What the lines between title and body say."""

    times: Times = field(default_factory=Times)
    #: The first time without a label.
    first: datetime | None = None
    bylines: tuple[Byline, ...] = ()
    subtitles: list[str] = field(default_factory=list)


def find_title(
    root: "LexborNode", stated: Sequence[str], site: str | None, selected: "LexborNode | None"
) -> "tuple[str, LexborNode | None]":
    """Return the title as printed and the element that prints it.

    ``stated`` are the page's own titles in its metadata, which may have the site's name before or
    behind; ``selected`` is what a publisher's rule points at.
    """
    wanted = [squeeze(text) for text in stated if text]
    chosen = node_text(selected) if selected is not None else ""
    if chosen and (not wanted or any(_agree(squeeze(chosen), one) for one in wanted)):
        return chosen, selected
    plain = without_site(stated, site)
    core = squeeze(plain)
    best, best_node, best_rank = plain, None, (True, len(core) * 3 // 5 + 1)
    for node in root.css(_TITLE_ELEMENTS)[:400]:
        raw = node.text()
        if not 2 <= len(raw) <= 3 * _LONGEST_TITLE or not raw.strip():
            continue
        mark = squeeze(raw)
        rank = (node.tag not in _HEADINGS, abs(len(mark) - len(core)))
        if rank < best_rank and any(_agree(mark, one) for one in wanted):
            text = node_text(node)
            if squeeze(text) == mark:
                best, best_node, best_rank = text, node, rank
    if best_node is None and chosen:
        return chosen, selected
    if not best:
        return _first_heading(root)
    return best, best_node


def _first_heading(root: "LexborNode") -> "tuple[str, LexborNode | None]":
    """The title of a page that states none: its first heading of some length."""
    for node in root.css("h1, h2, h3")[:20]:
        text = node_text(node)
        if 8 <= len(text) <= _LONGEST_TITLE and has_hangul(text):
            return text, node
    return "", None


def _agree(printed: str, stated: str) -> bool:
    """Say whether a printed line is the title in a stated one, which may be longer or cut short."""
    if len(printed) < 4 or len(stated) < 4 or len(printed) > _LONGEST_TITLE:
        return False
    if printed in stated:
        return len(printed) * 5 >= len(stated) * 2
    return len(stated) >= 10 and printed.startswith(stated) and len(printed) < 2 * len(stated)


def without_site(stated: Sequence[str], site: str | None) -> str:
    """Return the best stated title, without the name of the site or the section."""
    titles = [text for text in stated if text]
    if not titles:
        return ""
    best = titles[0]
    for other in titles[1:]:
        # One of two that goes on where the other ends has the site's name behind it.
        if len(other) >= 8 and best.startswith(other):
            best = other
    parts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(best)]
    name = squeeze(site or "")
    for start, end in parts:
        behind = squeeze(best[end:])
        if name and (name in behind or behind in name) and start >= 6:
            return best[:start].rstrip()
    if parts and name and squeeze(best[: parts[0][0]]) in name:
        return best[parts[0][1] :]
    # A short last part behind a bar is most likely a section or a site.
    if parts and len(best) - parts[-1][1] <= 10 and parts[-1][0] >= 12:
        start, end = parts[-1]
        if not _IN_TITLES.search(best[start:end]):
            return best[:start].rstrip()
    return best


def mark_subtitles(root: "LexborNode", selectors: Iterable[str]) -> "dict[int, LineKind]":
    """Return the elements that are subtitles by a rule or by their class."""
    for selector in selectors:
        if nodes := root.css(selector):
            return {node.mem_id: "subtitle" for node in nodes}
    marked: dict[int, LineKind] = {}
    for node in root.css(_SUBTITLE_ELEMENTS)[:100]:
        name = node.attributes.get("class") or ""
        if not _SUBTITLE_CLASS.search(name) or _NOT_SUBTITLE.search(name):
            continue
        if len(node.text().strip()) <= _LONGEST_SUBTITLES:
            marked[node.mem_id] = "subtitle"
    return marked


def read_head(
    title: "LexborNode", body: "LexborNode", marked: "dict[int, LineKind]", text: str
) -> Head:
    """Read what stands between the title's element and the body's."""
    above = {title.mem_id, *(node.mem_id for node in ancestors(title))}
    common = body
    while common.mem_id not in above and common.parent is not None:
        common = common.parent
    reading = read_lines(
        common, marked={**marked, title.mem_id: "heading"}, guard=False, until=body.mem_id
    )
    lines = reading.lines
    mark = squeeze(text)
    starts = [index for index, line in enumerate(lines) if squeeze(line.text) == mark]
    if not starts:
        return Head()
    return _read(lines[starts[-1] + 1 :][:_HEAD_LINES])


def _read(lines: list[Line]) -> Head:
    head = Head()
    times = Times()
    for line in lines:
        found = labelled_times(line.text)
        times = Times(times.published or found.published, times.modified or found.modified)
        if head.first is None and len(line.text) < 60 and line.linked < 0.5:
            head.first = parse_time(line.text)
        if is_byline(line.text):
            head.bylines += parse_bylines(line.text)
        if _is_subtitle(line):
            head.subtitles.append(line.text)
    together = labelled_times(" ".join(line.text for line in lines))
    head.times = Times(times.published or together.published, times.modified or together.modified)
    return head


def _is_subtitle(line: Line) -> bool:
    if line.kind == "subtitle":
        return not is_boilerplate(line.text) and len(line.text) <= _LONGEST_TITLE
    return (
        line.kind == "heading"
        and line.linked < 0.5
        and len(line.text) >= 8
        and not ends_sentence(line.text)
        and not is_boilerplate(line.text)
        and not is_byline(line.text)
        and parse_time(line.text) is None
    )
