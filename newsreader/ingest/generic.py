"""Where the text of a Korean news page stands, without knowing the outlet.

Korean prose is easy to tell from navigation: its sentences end in 다, 요, 죠 or 까 and a full stop.
Every such text that is not a link counts for all elements around it; the body is the deepest
element that still holds nearly all of them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.ingest.blocks import IGNORED, Texts
from newsreader.ingest.clean import has_sentence
from newsreader.ingest.names import said_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_OUTSIDE = IGNORED | {"a", "aside", "label"}
#: Elements too small to be a body although they may hold all sentences of a short article.
_TEXT_LEVEL = frozenset(
    {
        "b", "blockquote", "dd", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i",
        "li", "mark", "p", "span", "strong", "tbody", "td", "tr", "u",
    }
)  # fmt: skip
#: The share of all sentences that one child must hold for the search to go down into it.
_DOMINANT = 0.86
#: The same for a child that also holds the title: what else there is are notices of the site.
_DOMINANT_AROUND_TITLE = 0.6
_SHORTEST = 18
_SHORTEST_HEADLINE = 8
#: The summary below a link to another article is no longer; so many elements hold it alone.
_LONGEST_SUMMARY, _AROUND_SUMMARY = 320, 3


def find_body(
    body: "LexborNode", title: "LexborNode | None" = None, *, prose: bool = True
) -> "LexborNode | None":
    """Return the element under ``body`` that holds the article's sentences, if there are any.

    ``title`` is the element of the article's title, where known. Without ``prose`` all longer
    texts count: for notices of appointments or deaths.
    """
    # Some outlets give a whole article a name that others give to furniture.
    return _Finder(body, title, prose).find() or _Finder(body, title, prose, guard=False).find()


def ancestors(node: "LexborNode | None") -> "Iterator[LexborNode]":
    """Yield the elements around ``node``, the nearest first."""
    while node is not None and (node := node.parent) is not None:
        yield node


def _is_blank(node: "LexborNode") -> bool:
    return node.tag == "-text" and not (node.text_content or "").strip()


def _beside(node: "LexborNode", *, before: bool) -> "Iterator[LexborNode]":
    """Yield what stands before or behind a node in the same element, the nearest first."""
    other = node.prev if before else node.next
    while other is not None:
        if not _is_blank(other):
            yield other
        other = other.prev if before else other.next


def _is_link(node: "LexborNode") -> bool:
    """Say whether all of an element is one link that is long enough to be a headline."""
    link = node if node.tag == "a" else node.css_first("a")
    headline = link.text().strip() if link is not None else ""
    return len(headline) >= _SHORTEST_HEADLINE and headline == node.text().strip()


class _Finder:
    def __init__(
        self, body: "LexborNode", title: "LexborNode | None", prose: bool, *, guard: bool = True
    ) -> None:
        self.body = body
        #: Furniture by its name is passed over.
        self.guard = guard
        self.title = title.mem_id if title is not None else None
        #: The elements around the title: what they leave out is not of the article.
        self.around_title = {node.mem_id for node in ancestors(title)}
        self.prose = prose
        self.nodes: dict[int, LexborNode] = {body.mem_id: body}
        #: Each element behind the one around it.
        self.parents: dict[int, int] = {}
        self.scores: dict[int, int] = {body.mem_id: 0}
        self.texts = Texts()

    def find(self) -> "LexborNode | None":
        self._score()
        return self._descend() if self.scores[self.body.mem_id] else None

    def _score(self) -> None:
        """Visit the elements with sentences in them; most of a page is navigation without any."""
        waiting = [self.body]
        while waiting:
            node = waiting.pop()
            place = node.mem_id
            size = 0
            child = node.first_child
            if node.tag == "p" and node.css_first("a") is None:
                # Word processors break sentences into many elements.
                size, child = self._weight(node.text()), None
            while child is not None:
                if child.tag == "-text":
                    size += self._weight(child.text_content or "")
                elif self._is_promising(child):
                    self.nodes[child.mem_id] = child
                    self.parents[child.mem_id] = place
                    self.scores[child.mem_id] = 0
                    waiting.append(child)
                child = child.next
            if size and not self._is_summary(node, size):
                self.scores[place] += size
        for place, around in reversed(self.parents.items()):
            self.scores[around] += self.scores[place]

    def _weight(self, text: str) -> int:
        if len(text) < _SHORTEST or (self.prose and not has_sentence(text)):
            return 0
        return len(text.strip())

    def _is_promising(self, node: "LexborNode") -> bool:
        if node.tag in _OUTSIDE or node.mem_id == self.title:
            return False
        said = said_of(node.attributes)
        if said.hidden or (said.furniture and self.guard):
            return False
        # The text of an element is the dearest to ask for; around the title it is most of the page.
        return node.mem_id in self.around_title or self._has_prose(node)

    def _is_summary(self, node: "LexborNode", size: int) -> bool:
        """Say whether a short text is of another article, to which the link before it leads."""
        for _ in range(_AROUND_SUMMARY if size <= _LONGEST_SUMMARY else 0):
            headline = next(_beside(node, before=True), None)
            if headline is not None:
                own = headline.mem_id == self.title or headline.mem_id in self.around_title
                rest = _beside(node, before=False)
                return not own and _is_link(headline) and not any(map(self._has_prose, rest))
            above = node.parent
            if above is None or next(_beside(node, before=False), None) is not None:
                return False
            node = above
        return False

    def _has_prose(self, node: "LexborNode") -> bool:
        text = self.texts.of(node)
        return text is None or self._weight(text) > 0

    def _descend(self) -> "LexborNode":
        children: dict[int, list[int]] = {}
        for child, parent in self.parents.items():
            children.setdefault(parent, []).append(child)
        best = self.body.mem_id
        while below := children.get(best):
            top = max(below, key=self.scores.__getitem__)
            share = _DOMINANT_AROUND_TITLE if top in self.around_title else _DOMINANT
            if self.scores[top] < self.scores[best] * share:
                inner = next((one for one in below if one in self.around_title), None)
                if inner is None or not self._has_likes(inner, below):
                    break
                top = inner
            best = top
        while best != self.body.mem_id and self._is_too_small(self.nodes[best]):
            best = self.parents[best]
        return self.nodes[best]

    def _has_likes(self, inner: int, below: list[int]) -> bool:
        """Say whether beside the element around the title stand others of its kind: pages that go
        on with the next article as one scrolls.
        """
        node = self.nodes[inner]
        kind = node.attributes.get("class")
        return (kind is not None or node.tag == "article") and any(
            one != inner
            and self.nodes[one].tag == node.tag
            and self.nodes[one].attributes.get("class") == kind
            for one in below
        )

    def _is_too_small(self, node: "LexborNode") -> bool:
        """Say whether an element is only a part of a text.

        A cell may hold all of it; where the title is known what stands around the cell is read too.
        """
        if node.tag == "td" and self.around_title and node.css_first("p, br") is not None:
            return False
        return node.tag in _TEXT_LEVEL
