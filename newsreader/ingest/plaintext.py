"""Text to an article: a page as a browser or terminal browser prints it, or what someone pasted."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile
from unicodedata import east_asian_width

from newsreader.article import Article, Block, Extraction
from newsreader.errors import SourceError
from newsreader.ingest.assemble import MOST_LINES, assemble
from newsreader.ingest.blocks import Line
from newsreader.ingest.bylines import Lead, first_lead, is_byline, parse_lead
from newsreader.ingest.clean import (
    ends_sentence,
    heads_comments,
    is_boilerplate,
    is_notice,
    is_prose,
    looks_like_caption,
    tells_a_picture,
)
from newsreader.ingest.dates import (
    is_clock,
    is_time_line,
    labelled_times,
    parse_time,
    without_times,
)
from newsreader.ingest.drawn import draw, read_table
from newsreader.ingest.publisher import rules_for
from newsreader.text import clean, has_hangul

_BULLET = re.compile(r"^[•‣⁃∙*o+]\s+")
_NUMBERED = re.compile(r"^\d{1,2}\.\s+\D")
#: What terminal browsers print for buttons, and for pictures: a word or the name of their file.
_BUTTONS = re.compile(r"\(BUTTON\)|\[(?:LINK|EMBED)\]|\[(?:INS|DEL):|:(?:INS|DEL)\]")
_PICTURES = re.compile(
    r"\[(?:IMAGE|INLINE|IMG|[\w-]{1,60}\.(?:jpe?g|png|gif|webp))\]|^\s*\[[A-Za-z0-9_.-]{0,60}\]"
)
#: Lynx numbers its links and lists them at the end.
_LYNX_LIST = re.compile(r"^\s*References\s*(?:\n\s*(?:Visible links)?\s*)+1\. \S+://", re.MULTILINE)
_LYNX_MARK = re.compile(r"\[\d{1,4}\](?=\S)")
_COPYRIGHT = re.compile(r"(?:ⓒ|©|\(c\))\s?([가-힣A-Za-z0-9]{2,12})")
_TITLE_LENGTH = 120
_SHORTEST_TITLE = 6
#: How far above the time of publication a title may stand, in lines.
_TITLE_WITHIN = 12
#: Of the lines above the time the uppermost is the title, if it is no shorter than this.
_LONG_TITLE = 15
#: A line of a menu: the way to the article, or at least three sections of a site.
_SECTIONS = re.compile(
    r"^(?:홈|HOME|Home)\b|[>›]\s?\w+$|(?:\s?[가-힣A-Za-z]{1,8}\s?\|){2,}"
    r"|(?<![가-힣])(?:(?:정치|경제|사회|국제|세계|문화|스포츠|연예|오피니언|IT|과학|생활|전국|북한|증권|금융"
    r"|부동산|산업|지역|라이프|건강)\W+){2}\w+"
)
_LONGEST_MENU = 10
#: Characters in which a day is printed; letters that may stand beside it.
_LONGEST_DAY, _BESIDE_DAY = 16, 14
#: So many items in a row, behind this share of the text, are links to other articles.
_FEWEST_LINKS = 3
_MOST_OF_TEXT = 0.6
#: When an article came out, as lists of the latest tell.
_AGO = re.compile(r"(?<!\d)\d{1,2}\s?(?:분|시간|일)\s?전(?![가-힣])")
_LONGEST_TIME = 80
_FEW_HEADLINES = 12
_ANNOUNCES_LIST = re.compile(r"[:：]\s*$|다음과 같\S{1,3}\s*$")
#: A terminal browser breaks lines between these many columns; lynx counts a syllable as one.
_NARROWEST, _WIDEST = 56, 200
_FEW_FILLED = 4
#: One that breaks within words fills its lines to so many columns.
_RAGGED = 3
#: A particle behind a bracket or a quotation; particles that seldom begin a longer word.
_AFTER_MARK = re.compile(
    r"(?:이라|라)?(?:이|가|은|는|을|를|의|에|와|과|도|로|으로|에서|고|며|면서)(?=[\s,.]|$)"
)
_CLOSING = frozenset(")]」』”’\"'")
_ENDS_WORD = re.compile(r"[가-힣](?:을|를|은|는|의|에|에서|에게|으로)$")


def extract_text(text: str, *, url: str | None = None) -> Article:
    """Return the article in a text. ``url`` is where it comes from, where known.

    Raises SourceError when there is no Korean in it.
    """
    text = clean(draw(text))
    if not has_hangul(text):
        raise SourceError(f"{url or 'The text'} has no Korean in it.")
    if found := _LYNX_LIST.search(text):
        text = _LYNX_MARK.sub("", text[: found.start()])
    lines = _unwrapped(_lines(text))
    for line in lines:
        if line.by_image and len(line.text) <= _TITLE_LENGTH and tells_a_picture(line.text):
            line.kind = "caption"
    time = _time_line(lines)
    title, rest = _split(lines, time)
    body = assemble(rest, title, keep_remains=time is None)
    notes = [f"Only the first {MOST_LINES} lines are shown."] * body.cut
    if not is_notice(title) and _lists_articles(rest, body.blocks):
        notes.append("The text looks like a list of headlines, not like one article.")
    printed = lines[time].text if time is not None else ""
    times = labelled_times(printed).completed(body.times)
    lead = first_lead(body.blocks)
    blocks = (
        *((Block("title", title),) if title else ()),
        *(Block("subtitle", one) for one in body.subtitles),
        *body.blocks,
    )
    if not blocks:
        raise SourceError(f"{url or 'The text'} has no text of an article in it.")
    return Article(
        blocks,
        Extraction("text", notes=tuple(notes)),
        url=url,
        outlet=_outlet(url, text, lead.agency),
        bylines=lead.bylines or tuple(body.bylines),
        dateline=lead.dateline,
        agency=lead.agency,
        published=times.published or parse_time(printed),
        modified=times.modified,
    )


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 2
    by_image = False
    drawn = text.split("\n")
    behind_table = 0
    for index, raw in enumerate(drawn):
        if index < behind_table:
            continue
        rows, behind_table = read_table(drawn, index)
        if rows:
            lines += [Line(" ".join(row.split()), "row") for row in rows]
            gap = 2
            continue
        raw, pictures = _PICTURES.subn(" ", raw)
        by_image = by_image or pictures > 0
        raw = " ".join(_BUTTONS.sub(" ", raw).split())
        if not raw:
            gap = 2
            continue
        bullet = _BULLET.match(raw)
        lines.append(
            Line(
                raw[bullet.end() :] if bullet else raw,
                "item" if bullet or _NUMBERED.match(raw) else "text",
                gap=gap,
                by_image=by_image,
            )
        )
        gap = 1
        by_image = False
    return [line for line in lines if line.text]


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of paragraphs that were broken at the width of a terminal."""
    widths = [_width(line.text) for line in lines]
    full = max(widths, default=0)
    # A page whose paragraphs are one line each has lines far wider than any terminal's, and few
    # of nearly equal width.
    filled = [index for index, width in enumerate(widths) if width > 0.85 * full]
    if not _NARROWEST <= full <= _WIDEST or len(filled) < 2:
        return list(lines)
    # Lines that end where their sentences end were not broken for width.
    going = [index for index in filled if _goes_on(lines, index)]
    if sum(ends_sentence(lines[index].text) for index in going) * 2 > len(going):
        return list(lines)
    # Of a few lines, some may just happen to be so long.
    few = len(filled) < _FEW_FILLED
    broken = [full - widths[index] for index in going]
    within_words = sum(missing <= _RAGGED for missing in broken) * 5 > len(broken) * 4
    known = _words(lines) if within_words else frozenset()
    joined: list[Line] = []
    previous = 0
    for line, width in zip(lines, widths, strict=True):
        words = line.text.split()
        first = 0 if within_words or not words else _width(words[0]) + 1
        goes_on = previous + first > full * 0.9 if first else previous >= full - _RAGGED
        whole = joined and (
            looks_like_caption(joined[-1].text)
            or parse_lead(line.text) != Lead()
            or (few and ends_sentence(joined[-1].text))
        )
        if joined and line.gap < 2 and line.kind == "text" and goes_on and not whole:
            before = joined[-1].text
            glue = "" if within_words and _is_one_word(before, line.text, known) else " "
            joined[-1].text = f"{before}{glue}{line.text}"
        else:
            joined.append(line)
        previous = width
    return joined


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Say whether the next line follows without an empty one between them."""
    return index + 1 < len(lines) and lines[index + 1].gap < 2


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand within lines, and so are whole."""
    return frozenset(word for line in lines for word in line.text.split()[1:-1])


def _is_one_word(before: str, after: str, known: frozenset[str]) -> bool:
    """Say whether a break between two lines was within a word, as w3m breaks Korean.

    Of such breaks three in four are: two whole words must both be known from elsewhere.
    """
    if not before[-1:].isalnum():
        return _AFTER_MARK.match(after) is not None and before[-1] in _CLOSING
    last, first = before.split()[-1], after.split()[0]
    if not first[0].isalnum() or last + first in known:
        return first[0].isalnum()
    return not (last in known and first in known) and not _ENDS_WORD.search(last)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _time_line(lines: Sequence[Line]) -> int | None:
    """The line with the time of publication, if the text is a page's."""
    for index, line in enumerate(lines):
        if len(line.text) < _LONGEST_TIME and (
            labelled_times(line.text).published
            or is_time_line(line.text)
            or (is_byline(without_times(line.text)) and parse_time(line.text))
        ):
            return index
        if index > 400:
            break
    # Before the text a day may stand beside something else.
    head = takewhile(lambda line: not is_prose(line.text), lines)
    return next((index for index, line in enumerate(head) if _opens_with_day(line)), None)


def _opens_with_day(line: Line) -> bool:
    rest = re.findall(r"\w", without_times(line.text))
    return (
        line.kind == "text"
        and line.text[:2] in {"19", "20"}
        and bool(parse_time(line.text[:_LONGEST_DAY]))
        and len(rest) <= _BESIDE_DAY
    )


def _split(lines: Sequence[Line], time: int | None) -> tuple[str, list[Line]]:
    """Return the title, and the lines in which to look for the rest."""
    if time is None:
        kept = [
            line for line in lines if heads_comments(line.text) or not is_boilerplate(line.text)
        ]
        kept = list(dropwhile(_is_menu, kept))
        first = next((at for at, line in enumerate(kept) if is_prose(line.text)), 0)
        menu = _menu_end(kept[:first])
        if menu and (title := _title_above(kept, first)) is not None and title >= menu:
            return kept[title].text, kept[title + 1 :]
        kept = kept[menu:]
        if len(kept) > 1 and _is_title(kept[0]):
            return kept[0].text, kept[1:]
        return "", kept
    if _text_in(lines[:time]) > _text_in(lines[time:]):
        # Some pages print when it was written below the text.
        return _split([*lines[:time], *lines[time + 1 :]], None)
    after = _without_links(lines[time + 1 :])
    if is_byline(beside := without_times(lines[time].text).strip()):
        after.insert(0, Line(beside))
    title = _title_above(lines, time)
    if title is not None:
        between = [
            line for line in lines[title + 1 : time] if _is_title(line) or is_byline(line.text)
        ]
        return lines[title].text, [*between, *after]
    if after and _is_title(after[0]):
        return after[0].text, after[1:]
    return "", [*lines[:time], *after] if time < 3 else after


def _title_above(lines: Sequence[Line], time: int) -> int | None:
    """The place of the title above the time: over its subtitles, below the menu."""
    found = None
    for index in range(time - 1, max(-1, time - _TITLE_WITHIN), -1):
        line = lines[index]
        if not _is_title(line):
            if found is not None and not (is_byline(line.text) or is_boilerplate(line.text)):
                break
        elif found is None or len(line.text) >= _LONG_TITLE:
            found = index
    return found


def _is_menu(line: Line) -> bool:
    """Say whether a line names parts of a site."""
    return line.kind == "item" and len(line.text) <= _LONGEST_MENU


def _text_in(lines: Sequence[Line]) -> int:
    """Characters of sentences."""
    return sum(len(line.text) for line in lines if is_prose(line.text))


def _menu_end(lines: Sequence[Line]) -> int:
    """The place behind the last menu of a page above its text; 0 where there is none."""
    runs = zip(lines, lines[1:], lines[2:], strict=False)
    short = (all(len(line.text) <= _LONGEST_MENU for line in run) for run in runs)
    return max((at + 3 for at, menu in enumerate(short) if menu), default=0)


def _without_links(lines: Sequence[Line]) -> list[Line]:
    """Stop at the list of other articles that a page has below its own."""
    weights = [
        len(line.text) if line.kind != "item" and is_prose(line.text) else 0 for line in lines
    ]
    total, done = sum(weights), 0
    for index in range(len(lines)):
        run = lines[index : index + _FEWEST_LINKS]
        if (
            done >= _MOST_OF_TEXT * total > 0
            and len(run) == _FEWEST_LINKS
            and all(one.kind == "item" for one in run)
            and not _ANNOUNCES_LIST.search(lines[index - 1].text)
        ):
            return list(lines[:index])
        done += weights[index]
    return list(lines)


def _lists_articles(lines: Sequence[Line], blocks: Sequence[Block]) -> bool:
    """Say whether texts end in one time after another, or headlines are far more than sentences."""
    ended = 0
    told = False
    for line in lines:
        if is_prose(line.text):
            told = True
        elif len(line.text) < _LONGEST_TIME and (_AGO.search(line.text) or parse_time(line.text)):
            ended += told
            told = False
    texts = [block.text for block in blocks if block.kind != "caption"]
    sentences = sum(map(is_prose, texts))
    headlines = sum(len(one) >= _SHORTEST_TITLE and not ends_sentence(one) for one in texts)
    return ended >= _FEWEST_LINKS or headlines > max(_FEW_HEADLINES, 4 * sentences)


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
        and not is_clock(text)
        and not looks_like_caption(text)
        and not parse_lead(text).agency
        and not _SECTIONS.search(text)
    )


def _outlet(url: str | None, text: str, agency: str | None) -> str | None:
    if (rules := rules_for(url)) and rules.outlet:
        return rules.outlet
    if agency:
        return agency
    found = _COPYRIGHT.search(text)
    return found[1] if found else None
