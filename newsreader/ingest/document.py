"""A page's tree on its way to become an article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.ingest.blocks import node_text, one_line, texts_of
from newsreader.ingest.publisher import Rules
from newsreader.ingest.structured import Facts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: No field that a rule points at (a name, a time, a section) has more characters.
_LONGEST = 2000


@dataclass(slots=True)
class Document:
    """The tree without scripts, what the page states of itself, and the rules that apply.

    ``html`` is what the tree was made of.

    ``given`` says that the caller named the address ``url``; otherwise the page did.

    ``scope`` is the element around title and body once they are known: what is sought after that
    is found there rather than elsewhere.
    """

    root: "LexborNode"
    facts: Facts
    rules: Rules
    html: str
    url: str | None
    given: bool
    notes: list[str] = field(default_factory=list)
    scope: "LexborNode | None" = None
    _whole: "LexborHTMLParser | None" = None

    @property
    def outlet(self) -> str | None:
        """The name of the site, from the rules or the page itself."""
        return self.rules.outlet or self.facts.site

    def scripts(self) -> list[str]:
        """Return the page's scripts."""
        return [node.text() for node in self._with_scripts().css("script")]

    def without_scripts(self) -> str:
        """Return what the page says to a browser that runs no scripts."""
        nodes = self._with_scripts().css("noscript")
        return " ".join(text for _, text in texts_of(nodes))

    def _with_scripts(self) -> "LexborHTMLParser":
        """The page once more, whole: few are read from their scripts, so it is parsed late."""
        if self._whole is None:
            from selectolax.lexbor import LexborHTMLParser

            self._whole = LexborHTMLParser(self.html)
        return self._whole

    def first(self, selectors: Sequence[str]) -> "LexborNode | None":
        """Return the first element with text or an image that a selector finds."""
        for selector in selectors:
            for node in _first_of(self.root, selector):
                if node.text().strip():
                    return node
        return None

    def value(self, selectors: Sequence[str]) -> str | None:
        """Return the first text found, or with ``selector@attribute`` the first such attribute."""
        for place, query, attribute in self._asked(selectors):
            if text := next(filter(None, _texts(_first_of(place, query), attribute)), None):
                return text
        return None

    def values(self, selectors: Sequence[str]) -> list[str]:
        """Return the texts or attributes of all elements of the first selector that finds any."""
        for place, query, attribute in self._asked(selectors):
            if texts := list(filter(None, _texts(place.css(query)[:20], attribute))):
                return texts
        return []

    @property
    def places(self) -> "tuple[LexborNode, ...]":
        """Where to look for what is said of the article, the nearest place first."""
        return (self.root,) if self.scope is None else (self.scope, self.root)

    def _asked(self, selectors: Sequence[str]) -> "Iterator[tuple[LexborNode, str, str]]":
        """Yield where to look, for what, and for which attribute of it."""
        for place in self.places:
            for selector in selectors:
                query, _, attribute = selector.partition("@")
                yield place, query, attribute


def _first_of(place: "LexborNode", query: str) -> "Iterator[LexborNode]":
    """Yield the first elements that a query finds; most often the first one is enough."""
    if (first := place.css_first(query)) is not None:
        yield first
        yield from place.css(query)[1:5]


def _texts(nodes: "Iterable[LexborNode]", attribute: str) -> Iterator[str]:
    if attribute:
        return (one_line(node.attributes.get(attribute) or "") for node in nodes)
    return (node_text(node)[:_LONGEST] for node, _ in texts_of(nodes))
