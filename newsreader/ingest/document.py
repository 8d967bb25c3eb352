"""A page's tree on its way to become an article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.ingest.blocks import node_text, one_line, texts_of
from newsreader.ingest.publisher import Rules
from newsreader.ingest.structured import Facts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


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

    @property
    def outlet(self) -> str | None:
        """The name of the site, from the rules or the page itself."""
        return self.rules.outlet or self.facts.site

    def scripts(self) -> list[str]:
        """Return the page's scripts; few pages are read from them, so they are looked for late."""
        from selectolax.lexbor import LexborHTMLParser

        return [node.text() for node in LexborHTMLParser(self.html).css("script")]

    def without_scripts(self) -> str:
        """Return what the page says to a browser that runs no scripts."""
        from selectolax.lexbor import LexborHTMLParser

        nodes = LexborHTMLParser(self.html).css("noscript")
        return " ".join(text for _, text in texts_of(nodes))

    def first(self, selectors: Iterable[str]) -> "LexborNode | None":
        """Return the first element with text or an image that a selector finds."""
        for selector in selectors:
            for node in self._found(selector):
                if node.text().strip():
                    return node
        return None

    def value(self, selectors: Iterable[str]) -> str | None:
        """Return the first text found, or with ``selector@attribute`` the first such attribute."""
        for selector in selectors:
            query, _, attribute = selector.partition("@")
            for node in self._found(query):
                if text := _text(node, attribute):
                    return text
        return None

    def values(self, selectors: Iterable[str]) -> list[str]:
        """Return the texts or attributes of all elements of the first selector that finds any."""
        for selector in selectors:
            query, _, attribute = selector.partition("@")
            texts = [_text(node, attribute) for node in self.css(query)[:20]]
            if any(texts):
                return [text for text in texts if text]
        return []

    def css(self, query: str) -> "list[LexborNode]":
        """Return the elements that ``query`` finds around the article, else on all of the page."""
        near = self.scope.css(query) if self.scope is not None else []
        return near or self.root.css(query)

    def _found(self, query: str) -> "Iterator[LexborNode]":
        """Yield the first elements that a query finds; most often the first one is enough."""
        for place in (self.scope, self.root):
            if place is not None and (first := place.css_first(query)) is not None:
                yield first
                yield from place.css(query)[1:5]
                return


def _text(node: "LexborNode", attribute: str) -> str:
    if not attribute:
        return node_text(node)
    return one_line(node.attributes.get(attribute) or "")
