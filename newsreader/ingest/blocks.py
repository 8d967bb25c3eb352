"""A part of a page's tree to lines of text, as a reader of the page would see them.

Nothing is judged here by what it says; the lines carry what the markup says of them (heading,
caption, link …) and :mod:`newsreader.ingest.assemble` decides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsreader.ingest.clean import has_sentence
from newsreader.ingest.names import NOTHING, Said, said_of
from newsreader.ingest.pictures import LONGEST_CAPTION, captioned, is_set_apart
from newsreader.text import clean_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LineKind = Literal["text", "heading", "subtitle", "lead", "caption", "quote", "item", "row"]

#: Elements that never hold text of an article.
IGNORED = frozenset(
    {
        "amp-ad", "amp-auto-ads", "amp-consent", "amp-embed", "amp-list", "amp-sidebar",
        "amp-social-share", "amp-sticky-ad", "amp-user-notification", "applet", "audio", "button",
        "canvas", "datalist", "dialog", "embed", "footer", "frameset", "head", "iframe", "input",
        "ins", "map", "math", "nav", "noframes", "noscript", "object", "optgroup", "option",
        "script", "select", "source", "style", "svg", "template", "textarea", "track", "video",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "col",
        "colgroup", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_KINDS: dict[str, LineKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "blockquote": "quote",
    "li": "item",
}
#: Nothing in a line of these kinds is of another kind.
_WHOLE = frozenset({"caption", "subtitle", "lead"})
_BOLD = frozenset({"b", "strong"})
_BREAKS = frozenset({"br", "img", "amp-img"})
_TEXT = "-text"

#: All subtitles of an article together have no more characters.
_LONGEST_SUBTITLES = 400
#: Of nothing else is nearly every line of Korean news; ``clean`` changes none of it.
_CLEAN = re.compile("[ -~\xa1-\xac\xae-\xff가-힣一-鿿‐-‧‰-※⅐-⅟←-⇿①-⓿■-⛿、-〟ㄱ-ㅣㆍ㈀-㏿！-～]*+")
#: No page has so much text, even where its titles or pictures share what is around them.
_MOST_REPEATED = 1_000_000
#: Furniture in the midst of a line is longer.
_INLINE = 40


@dataclass(slots=True)
class Line:
    """One line as displayed.

    ``linked`` is the share of it inside links, ``gap`` the number of line breaks before it (2 for
    a new block), ``bold`` says that all of it is bold, ``by_image`` that it follows an image.
    """

    text: str
    kind: LineKind = "text"
    linked: float = 0.0
    bold: bool = False
    gap: int = 2
    by_image: bool = False


@dataclass(slots=True)
class Passage:
    """The lines of a part of a page, and texts set aside that name who wrote it."""

    lines: list[Line] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of elements before they are read; all are named by their ``mem_id``.

    ``kinds`` and ``dropped`` come from a publisher's rules; with ``by_name``, elements whose class
    names them so are subtitles.
    """

    kinds: "Mapping[int, LineKind]" = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()
    by_name: bool = False


_UNMARKED = Marks()


def node_text(node: "LexborNode") -> str:
    """The text of ``node`` on one line, without scripts."""
    child = node.first_child
    if child is not None and child.next is None and child.tag == _TEXT:
        return one_line(child.text_content or "")
    return " ".join(line.text for line in read_lines(node, guard=False).lines)


class Texts:
    """The texts of elements, up to ``_MOST_REPEATED`` characters in all.

    Elements may stand in one another: each has the text of all that it holds, and to ask a page of
    nested ones would take the square of its size.
    """

    def __init__(self) -> None:
        self._left = _MOST_REPEATED

    def of(self, node: "LexborNode") -> str | None:
        """Return the text of ``node``; None once too much was asked for."""
        if self._left < 0:
            return None
        text = node.text()
        self._left -= len(text)
        return text


def texts_of(nodes: "Iterable[LexborNode]") -> "Iterator[tuple[LexborNode, str]]":
    """Yield elements with their :class:`Texts`, as long as there are any."""
    texts = Texts()
    for node in nodes:
        if (text := texts.of(node)) is None:
            return
        yield node, text


def one_line(text: str) -> str:
    """Return ``text`` on one line, cleaned; at once where a quick look shows it to be clean."""
    if _CLEAN.fullmatch(text) and "  " not in text:
        return text.strip()
    text = " ".join(text.split())
    return text if _CLEAN.fullmatch(text) else clean_line(text)


def read_lines(
    root: "LexborNode",
    marks: Marks = _UNMARKED,
    *,
    guard: bool = True,
    within: "Span | None" = None,
) -> Passage:
    """Read the subtree of ``root``, or only what lies ``within`` a span of it.

    With ``guard``, furniture by class is left out unless it holds a good part of all text: names
    like ``copy`` are also given to whole articles.
    """
    return _Reader(root, marks, guard).read(within)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a subtree: from the node ``first`` to the one ``before`` which it ends.

    ``path`` holds the elements around ``first``; no more than ``most`` lines are wanted. All nodes
    are named by their ``mem_id``.
    """

    first: int
    before: int
    path: frozenset[int]
    most: int


class _Frame(NamedTuple):
    """What the borders of an element change."""

    block: bool = False
    kind: LineKind | None = None
    kept: bool = False
    linked: bool = False
    bold: bool = False


#: An element whose borders change nothing, and those of most.
_PLAIN = _Frame()
_BLOCK = _Frame(block=True)


class _Reader:
    """One walk over a subtree, with a stack of its own: pages nest deeper than Python calls."""

    def __init__(self, root: "LexborNode", marks: Marks, guard: bool) -> None:
        self.root = root
        self.marks = marks
        self.guard = guard
        self.result = Passage()
        #: The texts of the line so far, and how many of its characters are ink, linked and bold.
        self.parts: list[str] = []
        self.ink = self.ink_linked = self.ink_bold = 0
        self.kinds: list[LineKind] = ["text"]
        self.linked = 0
        self.bold = 0
        self.kept = 0
        self.gap = 2
        self.by_image = False
        #: The length of all text, once it is asked for.
        self.size: int | None = None
        self.texts = Texts()
        self.figures = captioned(root, self.texts) if guard else set()

    def read(self, span: Span | None) -> Passage:
        if mark := self.marks.kinds.get(self.root.mem_id):
            self.kinds.append(mark)
        begun = span is None
        #: What follows each element around ``node``.
        around: list[tuple[LexborNode | None, _Frame]] = []
        node = self.root.first_child
        while node is not None or around:
            if node is None:
                node, frame = around.pop()
                if frame is not _PLAIN:
                    self._leave(frame)
                continue
            if span:
                place = node.mem_id
                if place == span.before or len(self.result.lines) > span.most:
                    break
                begun = begun or place == span.first
                if not begun and place not in span.path:
                    node = node.next
                    continue
            tag = node.tag or "-"
            if tag == _TEXT:
                text = node.text_content or ""
                # Most texts are the blanks between elements.
                if begun and (self.parts or self.kept or not text.isspace()):
                    self._add(text)
            elif (entered := self._enter(node, tag)) is not None:
                around.append((node.next, entered))
                node = node.first_child
                continue
            node = node.next
        self._end_line(2)
        return self.result

    def _enter(self, node: "LexborNode", tag: str) -> _Frame | None:
        """Begin an element; None when it is left out or has nothing inside."""
        if tag in _BREAKS:
            self._end_line(1)
            self.by_image |= tag != "br"
            return None
        if tag in IGNORED or tag[0] in "-!":
            return None
        said = said_of(node.attributes)
        place = node.mem_id
        mark = self.marks.kinds.get(place)
        if mark is None:
            if place in self.marks.dropped:
                self._end_line(2)
                return None
            if said is not NOTHING or tag == "aside":
                if self._is_subtitle(node, said):
                    mark = "subtitle"
                elif self._is_left_out(node, tag, said):
                    return None
            if mark is None and tag == "table" and (rows := _rows(node)):
                self._end_line(2)
                self.result.lines += rows
                return None
        if self.parts and self.kinds[-1] == "caption" and is_set_apart(node):
            self.parts.append(" ")
        kind = mark or self._kind(node, tag, place, said)
        # Elements of a page's own making are inline unless its style sheet says otherwise.
        block = said.block or ("-" in tag and has_sentence(self.texts.of(node) or ""))
        frame = _frame(tag, block, said.kept, kind)
        if frame is not _PLAIN:
            self._begin(frame)
        return frame

    def _begin(self, frame: _Frame) -> None:
        if frame.block:
            self._end_line(2)
        elif frame.kind:
            self._end_line(1)
        if frame is not _BLOCK:
            if frame.kind:
                self.kinds.append(frame.kind)
            self.linked += frame.linked
            self.bold += frame.bold
            self.kept += frame.kept

    def _leave(self, frame: _Frame) -> None:
        if frame.block:
            self._end_line(2)
        elif frame.kind:
            self._end_line(1)
        if frame is not _BLOCK:
            if frame.kind:
                self.kinds.pop()
            self.linked -= frame.linked
            self.bold -= frame.bold
            self.kept -= frame.kept

    def _is_subtitle(self, node: "LexborNode", said: Said) -> bool:
        if not self.marks.by_name or not (said.subtitle or said.perhaps_subtitle):
            return False
        text = self.texts.of(node)
        if text is None or len(text.strip()) > _LONGEST_SUBTITLES:
            return False
        # What is called a summary may be one in sentences, which is no subtitle.
        return said.subtitle or (
            not has_sentence(text) and node.css_first("a, button, input") is None
        )

    def _is_left_out(self, node: "LexborNode", tag: str, said: Said) -> bool:
        if said.hidden:
            return True
        if not self.guard or not (said.furniture or tag == "aside"):
            return False
        if tag == "table" and node.css_first("a") is None:
            return False
        if (text := self.texts.of(node)) is None:
            return False
        if self.size is None:
            self.size = len(self.root.text())
        # A word within a sentence may be marked as keyword or tag; it is still a word of it.
        if len(text) * 3 > self.size or (tag not in _BLOCKS and len(text) < _INLINE):
            return False
        if said.credits and len(text) < 2000:
            self.result.credits.append(one_line(text))
        if tag in _BLOCKS:
            self._end_line(2)
        return True

    def _kind(self, node: "LexborNode", tag: str, place: int, said: Said) -> LineKind | None:
        if self.kinds[-1] in _WHOLE:
            return None
        if tag == "figcaption" or place in self.figures:
            return "caption"
        if said.caption:
            text = self.texts.of(node)
            return "caption" if text is not None and len(text) <= 2 * LONGEST_CAPTION else None
        return _KINDS.get(tag)

    def _add(self, text: str) -> None:
        if self.kept and "\n" in text:
            for index, piece in enumerate(text.split("\n")):
                if index:
                    self._end_line(1)
                self._write(piece)
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        size = len(text.strip())
        self.ink += size
        if self.linked:
            self.ink_linked += size
        if self.bold:
            self.ink_bold += size

    def _end_line(self, gap: int) -> None:
        text = one_line("".join(self.parts)) if self.parts else ""
        if text:
            linked, bold = self.ink_linked / self.ink, self.ink_bold == self.ink
            line = Line(text, self.kinds[-1], linked, bold, self.gap, self.by_image)
            self.result.lines.append(line)
            self.by_image = False
            self.gap = gap
        elif self.gap < 2:
            self.gap = min(2, self.gap + gap)
        if self.parts:
            self.parts.clear()
            self.ink = self.ink_linked = self.ink_bold = 0


@lru_cache(maxsize=1024)
def _frame(tag: str, block: bool, kept: bool, kind: LineKind | None) -> _Frame:
    frame = _Frame(block or tag in _BLOCKS, kind, kept or tag == "pre", tag == "a", tag in _BOLD)
    return next((one for one in (_PLAIN, _BLOCK) if one == frame), frame)


def _rows(table: "LexborNode") -> list[Line]:
    """The rows of a small table of data; nothing for tables that only lay out a page."""
    if table.css_first("table table, img, iframe") is not None or len(table.css("br")) > 4:
        return []
    rows = []
    for row in table.css("tr")[:200]:
        cells = [one_line(cell.text(separator=" ")) for cell in row.css("td, th")[:30]]
        rows.append([cell for cell in cells if cell])
    wide = [row for row in rows if len(row) > 1]
    if len(rows) < 2 or len(wide) * 2 < len(rows) or any(len(c) > 120 for row in rows for c in row):
        return []
    return [Line(" | ".join(row), "row") for row in rows if row]
