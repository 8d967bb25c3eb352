"""Lines of a page to blocks of an article: what is text, caption, heading, byline or furniture."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newsreader.article import Block, BlockKind, Byline
from newsreader.ingest import clean
from newsreader.ingest.blocks import Line
from newsreader.ingest.bylines import (
    cut_byline,
    is_byline,
    parse_bylines,
    parse_lead,
    signature,
    without_mail,
)
from newsreader.ingest.dates import (
    NEVER,
    Times,
    is_clock,
    is_time_line,
    labelled_times,
    parse_time,
    without_times,
)
from newsreader.ingest.ending import TEXT_KINDS, until_last_sentence
from newsreader.ingest.lines import prepare, squeeze, until_end
from newsreader.text import has_hangul

_MARKED_HEADING = re.compile(r"^[◆◇■□●○▣▶▷★☆◈♦❚▌◎]\s?[^\s▲△▶▷][^▲△▶▷]*$")
#: A line of a form (□ (대상) 누구, ■ 진행 : 이름) is none.
_FIELD = re.compile(r"^\W\s?(?:\([^()]{1,12}\)\s|[가-힣 ]{1,10}\s?[:：])")
_BRACKETED_HEADING = re.compile(r"(?:<[^<>]{2,40}>|〈[^〈〉]{2,40}〉|【[^【】]{2,40}】)$")
#: Who speaks in a broadcaster's script: [앵커], [리포트], 【 기자 】, <앵커>.
_SPEAKER = re.compile(
    r"[\[【<◀]\s?(?:앵커|리포트|기자|인터뷰|아나운서|진행자|캐스터)[^\]】>▶]{0,12}[\]】>▶]\W*$"
)
#: What an interviewer asks, set bold as a heading.
_QUESTION = re.compile(r"Q\s?\d{0,2}\s?[.:)]\s?[가-힣\"“‘']")
_MARKED_CAPTION = re.compile(r"[▲△▼▽◀◁↑↓←→]\s?\S")
_PROMOTION = re.compile(r"^[▶▷☞►➤◈★▲■●◆\[<]")

#: No article has more lines; what follows is left out with a note.
MOST_LINES = 5000
_HEADING_LENGTH = 70
#: A heading that no markup shows is shorter.
_LONE_HEADING_LENGTH = 45
#: The heading of a list of links is no longer.
_LABEL_LENGTH = 30
_SUBTITLE_LENGTH = 110
_SUBTITLES = 8
_IMPRINT_LENGTH = 120
_CAPTION_LENGTH = 250


@dataclass(slots=True)
class Body:
    """The blocks of a body in reading order, and what its lines said besides."""

    blocks: list[Block] = field(default_factory=list)
    subtitles: list[str] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    times: Times = NEVER
    #: The first line that is a time without a label.
    first: datetime | None = None
    #: There were more lines than an article can have.
    cut: bool = False

    @property
    def size(self) -> int:
        """The number of characters of running text."""
        return sum(len(block.text) for block in self.blocks if block.kind in TEXT_KINDS)


def assemble(
    lines: Sequence[Line],
    title: str = "",
    subtitles: Sequence[str] = (),
    *,
    keep_remains: bool = False,
) -> Body:
    """Turn the lines of a body into blocks.

    ``title`` and ``subtitles`` are those already known: they are not repeated. Where no subtitles
    are known, the lines before the first sentence are taken for them. ``keep_remains`` keeps short
    lines after the last sentence, which on a page are signatures and links.
    """
    assembler = _Assembler(lines, title, subtitles)
    return assembler.assemble(keep_remains=keep_remains)


class _Assembler:
    def __init__(self, lines: Sequence[Line], title: str, subtitles: Sequence[str]) -> None:
        self.lines = prepare(lines[:MOST_LINES], squeeze(title))
        self.body = Body(cut=len(lines) > MOST_LINES)
        self.known = {squeeze(text) for text in (title, *subtitles) if text}
        self.longest_known = 2 * max(map(len, (title, *subtitles)))
        self.given = bool(subtitles)
        self.captions: list[tuple[str, int]] = []
        self.sources: list[Line] = []
        self.labelled = False
        self.last = ""

    def assemble(self, *, keep_remains: bool) -> Body:
        lines = until_end(self._without_furniture(self.lines))
        for line in lines:
            self._place(line)
        self._take_subtitles()
        self._find_headings()
        if not keep_remains:
            self.body.blocks, signed = until_last_sentence(self.body.blocks, self.sources)
            self._sign(signed)
        self._settle_quotes()
        return self.body

    def _without_furniture(self, lines: Sequence[Line]) -> list[Line]:
        """Drop furniture, and a short line over two or more links, which is their heading."""
        kept: list[Line] = []
        links = 0
        heading = False
        for line in lines:
            wanted = self._is_kept(line)
            if _is_linked(line) and self._is_link(line):
                links += 1
                if links == 2 and heading and not clean.ends_article(kept[-1].text):
                    kept.pop()
                    heading = False
            elif wanted:
                kept.append(line)
                links = 0
                heading = (
                    line.kind in {"text", "heading"}
                    and len(line.text) <= _LABEL_LENGTH
                    and not clean.ends_sentence(line.text)
                )
        return kept

    def _is_kept(self, line: Line) -> bool:
        """Drop furniture; remember what bylines and times it states."""
        text = line.text
        if line.kind != "caption" and (is_time_line(text) or self._is_imprint(text)):
            found = labelled_times(text)
            self.body.times = self.body.times.completed(found)
            if found is NEVER:
                self.body.first = self.body.first or parse_time(text)
            return False
        if clean.is_boilerplate(text):
            # Where comments begin, the article has ended.
            return clean.heads_comments(text)
        if line.kind != "caption" and is_byline(text):
            self._add_bylines(text)
            return False
        return True

    def _is_imprint(self, text: str) -> bool:
        """Say whether a line is of times and who wrote the text; remember the latter."""
        if len(text) > _IMPRINT_LENGTH or clean.is_prose(text):
            return False
        rest = without_times(text).strip(" |·/:")
        if named := rest != text and is_byline(rest):
            self._add_bylines(rest)
        return named

    @staticmethod
    def _is_link(line: Line) -> bool:
        """A line of links is a way to other pages unless it is a sentence of this one."""
        if line.kind in {"caption", "subtitle", "lead"}:
            return False
        if line.kind in {"item", "heading"} or _PROMOTION.match(line.text):
            return True
        return not clean.is_prose(line.text)

    def _add_bylines(self, text: str) -> None:
        self._sign(parse_bylines(text))

    def _sign(self, people: Iterable[Byline]) -> None:
        known = {one.name for one in self.body.bylines}
        self.body.bylines += [one for one in people if one.name not in known]

    def _place(self, line: Line) -> None:
        text = clean.cut_tail(line.text)
        labelled, self.labelled = self.labelled, False
        if text != line.text and is_byline(text):
            self._add_bylines(text)
            return
        if not any(map(str.isalnum, text)):
            return
        if len(text) <= self.longest_known and squeeze(text) in self.known:
            return
        if line.kind in {"text", "item"} and clean.is_caption_label(text):
            self.labelled = True
        elif labelled or line.kind == "caption" or self._is_caption(line, text):
            self._add_caption(text, line)
        else:
            self._add_text(line, text)

    @staticmethod
    def _is_caption(line: Line, text: str) -> bool:
        if line.kind not in {"text", "item"} or _SPEAKER.match(text):
            return False
        # ▲ opens captions, but also the items of lists of appointments.
        if _MARKED_CAPTION.match(text) and (line.by_image or clean.ends_in_credit(text)):
            return True
        if clean.looks_like_caption(without_mail(text)):
            return True
        if not line.by_image or len(text) >= _CAPTION_LENGTH:
            return False
        if clean.ends_in_credit(text):
            return True
        told = line.gap < 2 or clean.tells_a_picture(text)
        return told and not clean.ends_sentence(text)

    def _add_caption(self, text: str, line: Line) -> None:
        """Add a caption unless the page prints it a second time, as many do for large screens."""
        text = without_mail(text)
        if self._credit_caption(text, line) or clean.is_bare_credit(text):
            return
        mark = squeeze(text)
        if not mark or clean.is_boilerplate(text):
            return
        for index, (other, place) in enumerate(self.captions):
            if mark in other:
                return
            if other in mark:
                self.captions[index] = (mark, place)
                self.body.blocks[place] = Block("caption", text)
                return
        self.captions.append((mark, len(self.body.blocks)))
        self._append("caption", text, line)

    def _credit_caption(self, credit: str, line: Line) -> bool:
        """Put a credit on a line of its own behind the caption above; close to a picture it is of
        that one. Returns whether it was put, or stood there already.
        """
        blocks = self.body.blocks
        if line.by_image or not blocks or blocks[-1].kind != "caption":
            return False
        if not (clean.is_bare_credit(credit) or clean.is_lone_credit(credit)):
            return False
        caption = blocks[-1].text
        if credit not in caption:
            blocks[-1] = Block("caption", f"{caption} {credit}")
            self.captions = [
                (squeeze(blocks[-1].text), place) if place == len(blocks) - 1 else (mark, place)
                for mark, place in self.captions
            ]
        return True

    def _add_text(self, line: Line, text: str) -> None:
        if line.kind in {"text", "item", "quote"}:
            text, byline = cut_byline(text)
            if byline:
                self._add_bylines(byline)
                text = clean.cut_tail(text)
        if text and not (text == self.last and len(text) > 20):
            self.last = text
            self._append(_kind(line, text), text, line)

    def _append(self, kind: BlockKind, text: str, line: Line) -> None:
        self.body.blocks.append(Block(kind, text))
        self.sources.append(line)

    def _find_headings(self) -> None:
        """Take short lines that stand alone between paragraphs for headings, if they are few."""
        blocks = self.body.blocks
        text = [index for index, block in enumerate(blocks) if block.kind == "paragraph"]
        whole = {index for index in text if clean.is_prose(blocks[index].text)}
        found = [
            here
            for before, here, after in zip(text, text[1:], text[2:], strict=False)
            if before in whole
            and after in whole
            and len(blocks[here].text) <= _LONE_HEADING_LENGTH
            and not clean.ends_sentence(blocks[here].text)
            and not _FIELD.match(blocks[here].text)
            and self.sources[here].gap > 1
            and self.sources[min(here + 1, len(blocks) - 1)].gap > 1
        ]
        if len(found) * 3 <= len(whole):
            for index in found:
                blocks[index] = Block("subheading", blocks[index].text)

    def _take_subtitles(self) -> None:
        """Take what stands before the first sentence, or is marked as such, for subtitles."""
        blocks = self.body.blocks
        first = next(
            (
                index
                for index, block in enumerate(blocks)
                if block.kind in TEXT_KINDS and clean.ends_sentence(block.text)
            ),
            0,
        )
        self._settle_caption(first)
        head = [
            index
            for index in range(first)
            if blocks[index].kind in {"paragraph", "subheading"}
            and len(blocks[index].text) <= _SUBTITLE_LENGTH
            and has_hangul(blocks[index].text)
            and not _SPEAKER.match(blocks[index].text)
            and not _MARKED_HEADING.match(blocks[index].text)
            and not is_clock(blocks[index].text)
            and parse_lead(blocks[index].text).agency is None
        ]
        if self.given or len(head) > _SUBTITLES:
            head = []
        marked = [index for index in range(first) if blocks[index].kind == "subtitle"]
        signed = self._take_signatures(first)
        taken = {*marked, *head, *signed}
        if not self.given:
            self.body.subtitles = [blocks[index].text for index in sorted(taken - signed)]
        # What is marked as a subtitle further down is a heading between paragraphs.
        self.body.blocks = [
            Block("subheading", one.text) if one.kind == "subtitle" else one
            for index, one in enumerate(blocks)
            if index not in taken
        ]
        self.sources = [one for index, one in enumerate(self.sources) if index not in taken]

    def _settle_caption(self, first: int) -> None:
        """Make a caption of the one line before the block ``first`` that is marked as such."""
        blocks = self.body.blocks
        marked = [
            index
            for index in range(first)
            if blocks[index].kind in {"paragraph", "subheading"}
            and _MARKED_CAPTION.match(blocks[index].text)
            and not _SPEAKER.match(blocks[index].text)
        ]
        if len(marked) == 1:
            blocks[marked[0]] = Block("caption", blocks[marked[0]].text)

    def _take_signatures(self, first: int) -> set[int]:
        """Who signs an opinion above its first sentence; returns the places of the blocks."""
        signed = {
            index: one
            for index in range(first)
            if self.body.blocks[index].kind in {"paragraph", "subheading"}
            and (one := signature(self.body.blocks[index].text))
        }
        self._sign(signed.values())
        return set(signed)

    def _settle_quotes(self) -> None:
        """An outlet that sets its whole text as quotations or list items means paragraphs."""
        blocks = self.body.blocks
        running = sum(len(block.text) for block in blocks if block.kind == "paragraph")
        for kind in ("quote", "list"):
            sentences = [one for one in blocks if one.kind == kind and clean.is_prose(one.text)]
            if sum(len(block.text) for block in sentences) > running:
                blocks = [
                    Block("paragraph", one.text) if one.kind == kind else one for one in blocks
                ]
        self.body.blocks = blocks


def _is_linked(line: Line) -> bool:
    """Say whether a line is a link, perhaps with a time behind it."""
    text = line.text
    rest = without_times(text) if line.kind == "item" and line.linked > 0.3 else text
    return line.linked * len(text) > 0.7 * len(rest)


def _kind(line: Line, text: str) -> BlockKind:
    if line.kind in {"subtitle", "lead", "quote"}:
        return line.kind
    if line.kind in {"item", "row"}:
        return "list"
    if line.bold and _QUESTION.match(text):
        return "subheading"
    if len(text) <= _HEADING_LENGTH and not clean.ends_sentence(text):
        if line.kind == "heading" or _SPEAKER.match(text) or _BRACKETED_HEADING.match(text):
            return "subheading"
        marked = _MARKED_HEADING.match(text) and line.gap > 1 and not _FIELD.match(text)
        if line.bold or marked:
            return "subheading"
    return "paragraph"
