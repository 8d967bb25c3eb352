"""A part of a page's tree to lines of text, as a reader of the page would see them.

Nothing is judged here by what it says; the lines carry what the markup says of them (heading,
caption, link …) and :mod:`newsreader.ingest.assemble` decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsreader.ingest.names import is_furniture, is_hidden, names_caption, names_credits
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
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})
_BREAKS = frozenset({"br", "img", "amp-img"})
_TEXT = "-text"

_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table)", re.IGNORECASE)
_KEPT_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
#: An element with an image and no more text than this is a picture with its caption.
_CAPTION_LENGTH = 320
_SENTENCE = re.compile(r"[다요죠까][.?!]")
#: Of nothing else is nearly every line of Korean news; ``clean`` changes none of it.
_CLEAN = re.compile("[ -~가-힣一-鿿\xb0-\xbf\xd7‐-‧‰-※←-⇿①-⓿■-⛿、-〟ㆍ㈀-㏿！-～]*+")
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


def node_text(node: "LexborNode") -> str:
    """The text of ``node`` on one line, without scripts."""
    return " ".join(line.text for line in read_lines(node, guard=False).lines)


def texts_of(nodes: "Iterable[LexborNode]") -> "Iterator[tuple[LexborNode, str]]":
    """Yield elements with their texts, up to ``_MOST_REPEATED`` characters.

    Elements may stand in one another: each has the text of all that it holds, and to ask a page of
    nested ones would take the square of its size.
    """
    left = _MOST_REPEATED
    for node in nodes:
        if left < 0:
            return
        text = node.text()
        left -= len(text)
        yield node, text


def one_line(text: str) -> str:
    """Return ``text`` on one line, cleaned; at once where a quick look shows it to be clean."""
    text = " ".join(text.split())
    return text if _CLEAN.fullmatch(text) else clean_line(text)


def read_lines(
    root: "LexborNode",
    *,
    marked: "dict[int, LineKind] | None" = None,
    dropped: Iterable[int] = (),
    guard: bool = True,
    within: "Span | None" = None,
) -> Passage:
    """Read the subtree of ``root``; ``marked`` and ``dropped`` name nodes by their ``mem_id``.

    With ``guard``, furniture by class is left out unless it holds a good part of all text: names
    like ``copy`` are also given to whole articles. Only what lies ``within`` a span is read.
    """
    return _Reader(root, marked or {}, frozenset(dropped), guard, within).read()


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
    """An element that is being read."""

    tag: str
    block: bool = False
    kind: LineKind | None = None
    kept: bool = False


#: An element whose borders change nothing.
_PLAIN = _Frame("")


class _Reader:
    """One walk over a subtree, with a stack of its own: pages nest deeper than Python calls."""

    def __init__(
        self,
        root: "LexborNode",
        marked: "dict[int, LineKind]",
        dropped: frozenset[int],
        guard: bool,
        within: Span | None,
    ) -> None:
        self.root = root
        self.within = within
        self.marked = marked
        self.dropped = dropped
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
        self.size = len(root.text()) if guard else 0
        self.figures = _figures(root) if guard else set()

    def read(self) -> Passage:
        if mark := self.marked.get(self.root.mem_id):
            self.kinds.append(mark)
        span = self.within
        begun = span is None
        #: What follows each element around ``node``.
        around: list[tuple[LexborNode | None, _Frame]] = []
        node = self.root.first_child
        while node is not None or around:
            if node is None:
                node, frame = around.pop()
                if frame is not _PLAIN:
                    self._cross(frame, -1)
                continue
            if span:
                place = node.mem_id
                if place == span.before or len(self.result.lines) > span.most:
                    break
                begun = begun or place == span.first
                if not begun and place not in span.path:
                    node = node.next
                    continue
            if node.tag == _TEXT:
                if begun:
                    self._add(node.text_content or "")
            elif entered := self._enter(node):
                around.append((node.next, entered))
                node = node.first_child
                continue
            node = node.next
        self._end_line(2)
        return self.result

    def _enter(self, node: "LexborNode") -> "_Frame | None":
        """Begin an element; None when it is left out or has nothing inside."""
        tag = node.tag or "-"
        if tag in IGNORED or tag[0] in "-!":
            return None
        if tag in _BREAKS:
            self._end_line(1)
            self.by_image |= tag != "br"
            return None
        attributes = node.attributes
        place = node.mem_id
        mark = self.marked.get(place)
        if mark is None and place in self.dropped:
            self._end_line(2)
            return None
        if (
            mark is None
            and (attributes or tag == "aside")
            and self._is_left_out(node, tag, attributes)
        ):
            return None
        if tag == "table" and mark is None and (rows := _rows(node)):
            self._end_line(2)
            self.result.lines += rows
            return None
        style = attributes.get("style")
        block = tag in _BLOCKS or bool(style and _BLOCK_STYLE.search(style))
        kept = tag == "pre" or bool(style and _KEPT_BREAKS.search(style))
        kind = mark or self._kind(node, tag, place, attributes)
        if not (block or kept or kind or tag == "a" or tag in _BOLD):
            return _PLAIN
        frame = _Frame(tag, block, kind, kept)
        self._cross(frame, 1)
        return frame

    def _cross(self, frame: "_Frame", step: int) -> None:
        """Cross the border of an element, inwards or outwards."""
        if frame.block:
            self._end_line(2)
        elif frame.kind:
            self._end_line(1)
        if frame.kind and step > 0:
            self.kinds.append(frame.kind)
        elif frame.kind:
            self.kinds.pop()
        self.linked += step * (frame.tag == "a")
        self.bold += step * (frame.tag in _BOLD)
        self.kept += step * frame.kept

    def _is_left_out(
        self, node: "LexborNode", tag: str, attributes: "dict[str, str | None]"
    ) -> bool:
        if is_hidden(attributes):
            return True
        if not self.guard or (tag != "aside" and not is_furniture(attributes)):
            return False
        text = node.text()
        if tag == "table" and node.css_first("a") is None:
            return False
        # A word within a sentence may be marked as keyword or tag; it is still a word of it.
        if len(text) * 3 > self.size or (tag not in _BLOCKS and len(text) < _INLINE):
            return False
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if names_credits(names) and len(text) < 2000:
            self.result.credits.append(one_line(text))
        if tag in _BLOCKS:
            self._end_line(2)
        return True

    def _kind(
        self, node: "LexborNode", tag: str, place: int, attributes: "dict[str, str | None]"
    ) -> LineKind | None:
        if self.kinds[-1] in {"caption", "subtitle", "lead"}:
            return None
        if tag == "figcaption" or place in self.figures:
            return "caption"
        if (names := attributes.get("class")) and names_caption(names[:400]):
            return "caption" if len(node.text()) <= 2 * _CAPTION_LENGTH else None
        if tag in _HEADINGS:
            return "heading"
        if tag == "blockquote":
            return "quote"
        return "item" if tag == "li" else None

    def _add(self, text: str) -> None:
        if self.kept and "\n" in text:
            for index, piece in enumerate(text.split("\n")):
                if index:
                    self._end_line(1)
                self._write(piece)
        elif self.parts or not text.isspace():
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
        else:
            self.gap = 2 if gap == 2 else min(2, self.gap + gap)
        if self.parts:
            self.parts.clear()
            self.ink = self.ink_linked = self.ink_bold = 0


def _figures(root: "LexborNode") -> set[int]:
    """Elements below ``root`` that hold an image and at most a caption."""
    found: set[int] = set()
    top = root.mem_id
    texts: dict[int, str] = {}
    for image in root.css("img, amp-img")[:200]:
        best = None
        node = image.parent
        for _ in range(6):
            if node is None or (place := node.mem_id) == top or place in found:
                break
            # Pictures that stand together share what is around them.
            if (text := texts.get(place)) is None:
                text = texts[place] = node.text().strip()
            if len(text) > _CAPTION_LENGTH or len(_SENTENCE.findall(text)) > 2:
                break
            if text:
                if node.tag == "p" and _SENTENCE.search(text[-3:]):
                    break
                best = place
            node = node.parent
        if best is not None:
            found.add(best)
    return found


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
