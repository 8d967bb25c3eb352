"""Text to an article: a page as a browser or terminal browser prints it, or what someone pasted."""

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from newsreader.article import Article, Block, Extraction
from newsreader.errors import SourceError
from newsreader.ingest.assemble import MOST_LINES, assemble
from newsreader.ingest.blocks import Line
from newsreader.ingest.bylines import is_byline, parse_lead
from newsreader.ingest.clean import ends_sentence, is_boilerplate, is_prose
from newsreader.ingest.dates import Times, is_time_line, labelled_times, parse_time
from newsreader.ingest.publisher import rules_for
from newsreader.text import clean, has_hangul

_BULLET = re.compile(r"^[•‣⁃∙*o+]\s+")
#: Lynx numbers its links and lists them at the end.
_LYNX_LIST = re.compile(r"^\s*References\s*(?:\n\s*(?:Visible links)?\s*)+1\. \S+://", re.MULTILINE)
_LYNX_MARK = re.compile(r"\[\d{1,4}\](?=\S)")
_COPYRIGHT = re.compile(r"(?:ⓒ|©|\(c\))\s?([가-힣A-Za-z0-9]{2,12})")
_TITLE_LENGTH = 120
_SHORTEST_TITLE = 6
#: How far above the time of publication a title may stand, in lines.
_TITLE_WITHIN = 12
#: A terminal browser breaks lines between these many columns.
_NARROWEST, _WIDEST = 56, 140


def extract_text(text: str, *, url: str | None = None) -> Article:
    """Return the article in a text. ``url`` is where it comes from, where known.

    Raises SourceError when there is no Korean in it.
    """
    text = clean(text)
    if not has_hangul(text):
        raise SourceError(f"{url or 'The text'} has no Korean in it.")
    if found := _LYNX_LIST.search(text):
        text = _LYNX_MARK.sub("", text[: found.start()])
    lines = _unwrapped(_lines(text))
    time = _time_line(lines)
    title, rest = _split(lines, time)
    body = assemble(rest, title, keep_remains=time is None)
    times = labelled_times(lines[time].text) if time is not None else Times()
    published = times.published or body.times.published
    if published is None and time is not None:
        published = parse_time(lines[time].text)
    paragraphs = [block.text for block in body.blocks if block.kind == "paragraph"]
    lead = parse_lead(paragraphs[0]) if paragraphs else parse_lead("")
    blocks = (
        *((Block("title", title),) if title else ()),
        *(Block("subtitle", one) for one in body.subtitles),
        *body.blocks,
    )
    if not blocks:
        raise SourceError(f"{url or 'The text'} has no text of an article in it.")
    return Article(
        blocks,
        Extraction("text", notes=(f"Only the first {MOST_LINES} lines are shown.",) * body.cut),
        url=url,
        outlet=_outlet(url, text, lead.agency),
        bylines=lead.bylines or tuple(body.bylines),
        dateline=lead.dateline,
        agency=lead.agency,
        published=published,
        modified=times.modified or body.times.modified,
    )


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 2
    for raw in text.split("\n"):
        if not raw:
            gap = 2
            continue
        bullet = _BULLET.match(raw)
        lines.append(
            Line(raw[bullet.end() :] if bullet else raw, "item" if bullet else "text", gap=gap)
        )
        gap = 1
    return [line for line in lines if line.text]


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of paragraphs that were broken at the width of a terminal."""
    widths = [_width(line.text) for line in lines]
    full = max(widths, default=0)
    # A page whose paragraphs are one line each has lines far wider than any terminal's, and few
    # of nearly equal width.
    if not _NARROWEST <= full <= _WIDEST or sum(width > 0.85 * full for width in widths) < 4:
        return list(lines)
    joined: list[Line] = []
    previous = 0
    for line, width in zip(lines, widths, strict=True):
        words = line.text.split()
        first = _width(words[0]) if words else 0
        if joined and line.gap < 2 and line.kind == "text" and previous + 1 + first > full * 0.9:
            joined[-1].text += f" {line.text}"
        else:
            joined.append(line)
        previous = width
    return joined


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _time_line(lines: Sequence[Line]) -> int | None:
    """The line with the time of publication, if the text is a page's."""
    for index, line in enumerate(lines):
        if len(line.text) < 80 and (labelled_times(line.text).published or is_time_line(line.text)):
            return index
        if index > 400:
            break
    return None


def _split(lines: Sequence[Line], time: int | None) -> tuple[str, list[Line]]:
    """Return the title, and the lines in which to look for the rest."""
    if time is None:
        kept = [line for line in lines if not is_boilerplate(line.text)]
        if len(kept) > 1 and _is_title(kept[0]):
            return kept[0].text, kept[1:]
        return "", kept
    for index in range(time - 1, max(-1, time - _TITLE_WITHIN), -1):
        if _is_title(lines[index]):
            return lines[index].text, list(lines[time + 1 :])
    rest = list(lines[time + 1 :])
    if rest and _is_title(rest[0]):
        return rest[0].text, rest[1:]
    return "", [*lines[:time], *rest] if time < 3 else rest


def _is_title(line: Line) -> bool:
    text = line.text
    return (
        line.kind == "text"
        and _SHORTEST_TITLE <= len(text) <= _TITLE_LENGTH
        and has_hangul(text)
        and not is_prose(text)
        and not ends_sentence(text)
        and not is_byline(text)
        and not is_boilerplate(text)
        and not parse_lead(text).agency
    )


def _outlet(url: str | None, text: str, agency: str | None) -> str | None:
    if (rules := rules_for(url)) and rules.outlet:
        return rules.outlet
    if agency:
        return agency
    found = _COPYRIGHT.search(text)
    return found[1] if found else None
