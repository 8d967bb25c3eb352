"""The head of an article: its title as printed, and what stands between title and text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from newsreader.article import Byline
from newsreader.ingest.blocks import Line, Marks, Span, node_text, read_lines, texts_of
from newsreader.ingest.bylines import is_byline, lone_name, parse_bylines
from newsreader.ingest.clean import (
    ends_sentence,
    is_boilerplate,
    is_prose,
    is_summary_label,
    looks_like_caption,
)
from newsreader.ingest.dates import (
    NEVER,
    Times,
    is_time_line,
    labelled_times,
    parse_time,
    without_times,
)
from newsreader.ingest.generic import ancestors
from newsreader.ingest.lines import squeeze
from newsreader.text import has_hangul

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = ("h1", "h2", "h3", "h4")
_TITLE_ELEMENTS = (
    '[class*="tit" i], [id*="tit" i], [class*="head"],'
    ' [class*="subject"], [class*="leading"], dt, th, caption'
)
_ANY_HEADING = ", ".join(_HEADINGS)
_OLD_MARKUP = "b, strong, font, td, span"
_BOARD_TITLES = (
    'thead th, th[colspan], [class*="view"] [class*="subject"], [class*="view"] [class*="tit"],'
    ' [class*="board"] dt, [class*="view"] h2, [class*="view"] h3, [class*="view"] h4,'
    ' [id$="Title"], [id$="title"], [id$="ubject"]'
)
#: Between a page's title and the name of its site.
_SEPARATOR = re.compile(r"\s+[-–—|:<>»·]{1,3}\s+|\s*(?:[|ㅣ│┃]|::|＜)\s*")
_BEHIND_TITLE = re.compile(r"\s+[>»|]\s+")
#: Separators that also stand within titles.
_IN_TITLES = re.compile(r"[-–—:·]")
#: What boards call their pages (보도자료 상세보기).
_KIND = re.compile(
    r"^[가-힣·/ ]{0,14}(?:상세\s?(?:보기|내용|페이지|조회)|보도자료|게시판|공지사항)$"
)
_LONGEST_TITLE = 200
_LONGEST_SITE = 14
_SHORTEST_HEADLINE = 8
_SHORTEST_CAPTION = 15
#: The part of a title before a separator has at least so many letters, or may be a site's name.
_SHORTEST_PART = 5
_DATED = 'time, [class*="date"], [class*="Date"], [class*="time"]'
_HEAD_LINES = 40
#: A line with a time in it has fewer characters.
_LONGEST_TIME = 60


@dataclass(slots=True)
class Head:
    """What the lines between title and body say."""

    times: Times = NEVER
    #: The first time without a label.
    first: datetime | None = None
    bylines: tuple[Byline, ...] = ()
    subtitles: list[str] = field(default_factory=list)
    #: The picture and the lead that open an article often stand outside of its body.
    opening: list[Line] = field(default_factory=list)


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
    best, best_node = plain, _title_node(root, core, wanted)
    if best_node is not None:
        best = node_text(best_node)
    if best_node is None and chosen:
        return chosen, selected
    nothing = says_nothing(plain, site)
    if (
        best_node is None
        or best_node.tag not in _HEADINGS
        or (nothing and not _heads_article(best_node))
    ):
        parts = [squeeze(plain[: found.start()]) for found in _SEPARATOR.finditer(plain)]
        parts = [one for one in parts if len(one) >= _SHORTEST_PART]
        headline = _headline(root, "" if nothing else core, core, parts)
        if headline is None and nothing:
            headline = _board_title(root)
        if headline is not None:
            return node_text(headline), headline
    if best_node is None:
        best = _printed_part(root, best)
    elif found := _BEHIND_TITLE.search(best):
        # A board's heading repeats the page's title, with the section; another prints it alone.
        alone = printed_as(root, best[: found.start()], f"{_ANY_HEADING}, {_TITLE_ELEMENTS}")
        if alone is not None:
            return node_text(alone), alone
    if not best:
        return _first_heading(root)
    return best, best_node


def says_nothing(title: str, site: str | None) -> bool:
    """Say whether a page's own title only names its site, its section or its kind."""
    mark = squeeze(title)
    if len(mark) < _SHORTEST_HEADLINE or mark == squeeze(site or ""):
        return True
    # A kind and a site: "보도자료 | 가온시청".
    parts = _SEPARATOR.split(title)
    others = [part for part in parts if not _KIND.match(part)]
    return len(others) < len(parts) and all(len(part) <= _LONGEST_SITE for part in others)


def printed_as(root: "LexborNode", title: str, elements: str = _OLD_MARKUP) -> "LexborNode | None":
    """The first of the ``elements`` that prints ``title`` and nothing else.

    By default they are those of old markup, which has no names to tell a title by.
    """
    mark = squeeze(title)
    nodes = root.css(elements)[:400] if mark else []
    return next((node for node, raw in _short(nodes) if squeeze(raw) == mark), None)


def _short(nodes: "Sequence[LexborNode]") -> "Iterator[tuple[LexborNode, str]]":
    """Yield the elements that are short enough for a title, with their raw texts."""
    for node, raw in texts_of(nodes):
        if 2 <= len(raw) <= 3 * _LONGEST_TITLE:
            yield node, raw


def _title_node(root: "LexborNode", core: str, wanted: Sequence[str]) -> "LexborNode | None":
    """The element that prints a stated title best: a heading, else one with a name for titles."""
    letters = "".join(wanted)
    # What is no heading must be near to the title in length.
    for elements, farthest in (
        (_ANY_HEADING, _LONGEST_TITLE),
        (_TITLE_ELEMENTS, len(core) * 3 // 5 + 1),
    ):
        best, nearest = None, farthest
        for node, raw in _short(root.css(elements)[:400]):
            # A quick look: the first letter of a title stands in what is stated of it.
            if next(filter(str.isalnum, raw), " ").casefold() not in letters:
                continue
            mark = squeeze(raw)
            distance = abs(len(mark) - len(core))
            if (
                distance < nearest
                and any(_agree(mark, one) for one in wanted)
                and squeeze(node_text(node)) == mark
            ):
                best, nearest = node, distance
        if best is not None:
            return best
    return None


def _headline(
    root: "LexborNode", stated: str, known: str, parts: Sequence[str]
) -> "LexborNode | None":
    """The printed headline that a page's own title only shortens or does not tell at all.

    ``stated`` is that title, squeezed, and empty where it is the site's alone; ``known`` is what is
    not to be found again, ``parts`` what stands before its separators. The headline has most of
    the words of the title; or the title is printed nowhere, and the headline heads an article.
    """
    shortened = [one for one in (stated, *parts) if one]
    for node, _ in _short(root.css("h1" if stated else "h1, h2")[:20]):
        text = node_text(node)
        mark = squeeze(text)
        if not _SHORTEST_HEADLINE <= len(mark) <= _LONGEST_TITLE or not has_hangul(text):
            continue
        if mark == known or is_boilerplate(text) or node.css_first("a[href='/']") is not None:
            continue
        if any(shortens(one, mark) for one in shortened):
            return node
        if (
            not _shared(stated, mark)
            and _heads_article(node)
            and (not stated or stated not in squeeze(root.text()))
        ):
            return node
    return None


def _board_title(root: "LexborNode") -> "LexborNode | None":
    """The title of a notice on a public board, whose page is only called after the board."""
    for node, _ in _short(root.css(_BOARD_TITLES)[:20]):
        text = node_text(node)
        if _SHORTEST_HEADLINE <= len(text) <= _LONGEST_TITLE // 2 and has_hangul(text):
            return None if is_prose(text) or is_boilerplate(text) else node
    return None


def shortens(stated: str, printed: str) -> bool:
    """Say whether ``printed`` has most of what is ``stated``, and is not much shorter."""
    return len(printed) * 5 >= len(stated) * 4 and _shared(stated, printed) * 2 > len(stated) - 1


def _shared(stated: str, printed: str) -> int:
    return sum(stated[at : at + 2] in printed for at in range(len(stated) - 1))


def _heads_article(node: "LexborNode") -> bool:
    return any(around.tag in {"article", "main"} for around in ancestors(node))


def _printed_part(root: "LexborNode", title: str) -> str:
    """Return what of a title is printed as a line of its own; all of it where nothing is."""
    ends = [found.start() for found in _SEPARATOR.finditer(title)]
    if ends:
        lines = {squeeze(line) for line in root.text(separator="\n").split("\n")}
        for end in ends:
            if end >= _SHORTEST_HEADLINE and squeeze(title[:end]) in lines:
                return title[:end].rstrip()
        for found in _SEPARATOR.finditer(title):
            rest = title[found.end() :]
            if len(rest) >= _SHORTEST_HEADLINE and squeeze(rest) in lines:
                return rest
    return title


def _first_heading(root: "LexborNode") -> "tuple[str, LexborNode | None]":
    """The title of a page that states none: its first heading of some length."""
    for node, _ in _short(root.css("h1, h2, h3")[:20]):
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


def scope_of(title: "LexborNode | None", body: "LexborNode") -> "LexborNode":
    """The smallest element around both the title's element and the body's."""
    if title is None:
        return body
    around = {title.mem_id, *(node.mem_id for node in ancestors(title))}
    scope = body
    while scope.mem_id not in around and scope.parent is not None:
        scope = scope.parent
    return scope


def read_head(
    scope: "LexborNode",
    title: "LexborNode",
    body: "LexborNode",
    marks: Marks,
    text: str,
) -> Head:
    """Read what stands between the title's element and the body's, both in ``scope``."""
    path = frozenset(node.mem_id for node in ancestors(title))
    inside = body.mem_id in path
    span = Span(title.mem_id, body.mem_id, path, _HEAD_LINES)
    marks = Marks({**marks.kinds, title.mem_id: "heading"}, by_name=marks.by_name)
    lines = read_lines(scope, marks, guard=False, within=span).lines
    mark = squeeze(text)
    starts = [
        index
        for index, line in enumerate(lines)
        if len(line.text) >= len(mark) and squeeze(line.text) == mark
    ]
    if not starts:
        return Head()
    head = lines[starts[-1] + 1 :]
    if inside:
        # The title stands in the body: its head ends with the first sentence, and the rest of it is
        # read with the body.
        head = list(takewhile(lambda line: line.kind != "text" or not is_prose(line.text), head))
    found = _read(head)
    if found.first is None and found.times is NEVER:
        found.first = _time_in(scope)
    if inside:
        found.opening.clear()
    return found


def _read(lines: list[Line]) -> Head:
    head = Head()
    for line in lines:
        found = labelled_times(line.text)
        head.times = head.times.completed(found)
        time = parse_time(line.text) if len(line.text) < _LONGEST_TIME else None
        if line.linked < 0.5:
            head.first = head.first or time
        # Beside a time stands who wrote it, among buttons.
        if is_byline(rest := without_times(line.text).strip()) or time or found is not NEVER:
            head.bylines += parse_bylines(rest) or lone_name(rest)
        if _is_subtitle(line):
            head.subtitles.append(line.text)
        if line.linked < 0.5 and (line.kind == "lead" or _is_caption(line)):
            head.opening.append(line)
    # A label may stand on the line before its time.
    head.times = head.times.completed(labelled_times(" ".join(line.text for line in lines)))
    return head


def _time_in(scope: "LexborNode") -> datetime | None:
    """The first time around title and body: some print it above the title or below the text."""
    for _, text in texts_of(scope.css(_DATED)[:20]):
        if len(text) < _LONGEST_TIME and is_time_line(text):
            return parse_time(text)
    return None


def _is_caption(line: Line) -> bool:
    if line.kind != "caption" and not (line.by_image and looks_like_caption(line.text)):
        return False
    return len(line.text) >= _SHORTEST_CAPTION


def _is_subtitle(line: Line) -> bool:
    if line.kind == "subtitle":
        fits = len(line.text) <= _LONGEST_TITLE
    else:
        fits = (
            line.kind == "heading"
            and line.linked < 0.5
            and len(line.text) >= 8
            and not ends_sentence(line.text)
        )
    if not fits or not has_hangul(line.text):
        return False
    if is_boilerplate(line.text) or is_summary_label(line.text):
        return False
    return not (is_byline(line.text) or parse_time(line.text))
