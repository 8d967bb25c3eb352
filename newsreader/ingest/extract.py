"""A Korean news page to an article: publisher's rules, structured data and the generic finder.

The layers check each other: a rule whose body is much smaller than what the generic finder sees is
not believed, and a page without text in its markup is read from its script state.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.article import Article, Block, Extraction, Method
from newsreader.errors import SourceError
from newsreader.ingest import publisher, structured
from newsreader.ingest.addresses import canonical
from newsreader.ingest.assemble import MOST_LINES, Body, assemble
from newsreader.ingest.blocks import LineKind, Marks, read_lines
from newsreader.ingest.bylines import parse_bylines
from newsreader.ingest.clean import find_wall, has_syllables, is_notice, sentences_in
from newsreader.ingest.dates import Times
from newsreader.ingest.document import Document
from newsreader.ingest.facts import describe
from newsreader.ingest.generic import ancestors, find_body
from newsreader.ingest.head import (
    Head,
    find_title,
    printed_as,
    read_head,
    says_nothing,
    scope_of,
    shortens,
)
from newsreader.ingest.lines import lists_others, squeeze
from newsreader.ingest.publisher import Rules
from newsreader.ingest.refusal import FEWEST_SYLLABLES, LISTS, reason
from newsreader.ingest.tame import tame

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Elements with text that is not displayed. That of a template is not in the tree.
_STRIPPED = "script, style, noscript, svg, iframe, object"
#: An archived copy's address holds the original's.
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(https?://.+)$")
#: A body is doubted when it has less than this share of the sentences found elsewhere.
_BELIEVED = 0.6
#: A body with fewer characters is worth a look into structured data and script state.
_SHORT = 250
_FLASH = re.compile(r"[\[<【(〈]\s?(?:속보|긴급|[1-4]보)")
_NUMBER = re.compile(r"\d{3}")
#: Characters from its start that show whether a text is Korean.
_LOOKED_AT = 5000


@dataclass(slots=True)
class _Candidate:
    """A body as one layer reads it."""

    method: Method
    body: Body = field(default_factory=Body)
    head: Head = field(default_factory=Head)
    credits: list[str] = field(default_factory=list)
    #: The element around title and body, where they are on the page.
    scope: "LexborNode | None" = None
    #: The lines are headlines of other articles.
    others: bool = False


def extract_html(html: str, *, url: str | None = None, generic_only: bool = False) -> Article:
    """Return the article on a page. ``url`` is its address, where known.

    ``generic_only`` leaves publishers' rules out, for measuring.

    Raises SourceError when there is no Korean article on the page, and says what it asks for (a
    login, a subscription, a browser) where that can be told.
    """
    page = open_document(html, url, generic_only=generic_only)
    title, title_node = find_title(
        page.root, page.facts.titles, page.outlet, page.first(page.rules.title)
    )
    best = _best(page, title, title_node)
    page.scope = best.scope
    text = " ".join(block.text for block in best.body.blocks)
    # The first line of breaking news may be its headline alone.
    flash = title_node is not None and _FLASH.match(title)
    if not flash and (not _is_article(best, title, text) or _is_wall(page, best, text)):
        raise SourceError(reason(page, title, title_node))
    if not _states_one(page, best) and (best.others or _leads_on(page, best, title, title_node)):
        raise SourceError(f"{page.url or 'The page'} {LISTS}")
    page.notes += _shortcomings(page, best.body)
    subtitles = list(dict.fromkeys(best.head.subtitles or best.body.subtitles))
    if title_node is None and subtitles and says_nothing(title, page.outlet):
        # Old pages are called after their site, and print the title like any other line.
        title = subtitles.pop(0)
    blocks = (
        *((Block("title", title),) if title else ()),
        *(Block("subtitle", one) for one in subtitles),
        *best.body.blocks,
    )
    used = page.rules.id if best.method == "publisher" else None
    return describe(
        Article(blocks, Extraction(best.method, used, tuple(page.notes))),
        page, best.head, best.body, best.credits,
    )  # fmt: skip


def _shortcomings(page: Document, body: Body) -> Iterator[str]:
    """Yield what a reader should know of a text that may not be whole."""
    if not body.blocks:
        yield "The page has no more than this headline."
    if page.facts.paid and body.size < 3 * _SHORT:
        yield "The outlet says that the whole text is for subscribers only."
    elif body.size < _SHORT and (wall := find_wall((page.scope or page.root).text())):
        yield f"The text is short; the page {wall}."
    if body.cut:
        yield f"Only the first {MOST_LINES} lines are shown."


def open_document(html: str, url: str | None, *, generic_only: bool = False) -> Document:
    """Parse a page and find the rules for it.

    Raises SourceError when there is nothing to parse.
    """
    from selectolax.lexbor import LexborHTMLParser

    html = tame(html)
    tree = LexborHTMLParser(html)
    root = tree.body or tree.root
    if root is None:
        raise SourceError("The page is empty.")
    facts = structured.read_facts(tree)
    address = url or facts.url
    if address and (archived := _ARCHIVED.match(address)):
        address = archived[1]
    rules = None
    if not generic_only:
        rules = publisher.rules_for(address)
        if rules is None and tree.css_first("#article-view-content-div") is not None:
            rules = publisher.load(publisher.NDSOFT)
    _strip(tree)
    return Document(root, facts, rules or publisher.NONE, html, address, given=url is not None)


def _best(page: Document, title: str, title_node: "LexborNode | None") -> _Candidate:
    """Read the body by one layer after the other until one is convincing."""
    best = _Candidate("publisher")
    node = page.first(page.rules.body)
    if node is not None:
        best = _from_node(page, "publisher", node, title, title_node)
    inside = sum(sentences_in(block.text) for block in best.body.blocks)
    if inside < 2 or inside < _BELIEVED * sentences_in(page.root.text()) / 2:
        generic = _Candidate("generic")
        found = _find_body(page, title, title_node)
        if found and (inside < 2 or inside < _BELIEVED * sentences_in(found.text())):
            generic = _from_node(page, "generic", found, title, title_node)
        if not best.body.blocks or best.body.size < _BELIEVED * generic.body.size:
            if page.rules.body:
                page.notes.append(
                    f"The rules for {page.rules.id} found {best.body.size} characters, the generic"
                    f" finder {generic.body.size}; the latter are shown."
                )
            best = generic
    if best.body.size < _SHORT:
        for other in _hidden_bodies(page, title):
            if other.body.size * _BELIEVED > best.body.size and _continues(best, other):
                best = other
    return best


def _find_body(page: Document, title: str, title_node: "LexborNode | None") -> "LexborNode | None":
    """The element of the text by the generic finder; that of a flash has the words of its title."""
    found = find_body(page.root, title_node, prose=not is_notice(title))
    if not _FLASH.match(title) or (found and _repeats(found, title)):
        return found
    line = find_body(page.root, title_node, prose=False)
    return line if line and _repeats(line, title) else found


def _repeats(node: "LexborNode", title: str) -> bool:
    return shortens(squeeze(_FLASH.sub("", title)), squeeze(node.text()))


def _is_article(best: _Candidate, title: str, text: str) -> bool:
    """Say whether there is enough text; without a rule, only sentences or a notice show one."""
    whole = best.method == "publisher" or sentences_in(text) or is_notice(title)
    return bool(whole) and has_syllables(text[:_LOOKED_AT], FEWEST_SYLLABLES)


def _is_wall(page: Document, best: _Candidate, text: str) -> bool:
    """Say whether a page that states no article only says why it shows none."""
    unstated = not _states_one(page, best)
    return unstated and best.body.size < _SHORT and find_wall(text) is not None


def _states_one(page: Document, best: _Candidate) -> bool:
    """Say whether a page tells of itself that it is an article, or its outlet's rules do."""
    return bool(page.facts.headline or page.facts.published or best.method != "generic")


def _leads_on(
    page: Document, best: _Candidate, title: str, title_node: "LexborNode | None"
) -> bool:
    """Say whether a short text has no title but a link to the rest of it, as on front pages."""
    # An article's own address has a number, and boards link their title to it.
    if best.body.size >= _SHORT or not page.url or _NUMBER.search(page.url):
        return False
    if title_node is None:
        return says_nothing(title, page.outlet)
    around = (one for one in ancestors(title_node) if one.tag == "a")
    links = (title_node.css_first("a[href]"), *around)
    targets = (canonical(one.attributes.get("href") or "", page.url) for one in links if one)
    return any(target != canonical(page.url) for target in targets if target)


def _continues(visible: _Candidate, hidden: _Candidate) -> bool:
    """Say whether a hidden body is of the same article as the little that is displayed."""
    first = next((one.text for one in visible.body.blocks if one.kind == "paragraph"), "")
    texts = squeeze(" ".join(block.text for block in hidden.body.blocks))
    return len(first) < _SHORT // 5 or squeeze(first)[:30] in texts


def _hidden_bodies(page: Document, title: str) -> Iterator[_Candidate]:
    """Yield the bodies that a page keeps for machines only."""
    if state := structured.read_state(page.scripts()):
        head = Head(Times(state.published, state.modified))
        head.bylines = parse_bylines(state.author or "", bare=True)
        if state.subtitle and (node := _parsed(state.subtitle)):
            head.subtitles = [line.text for line in read_lines(node).lines]
        yield from _from_html(page, state.body, title, head)
    if page.facts.body:
        yield from _from_html(page, page.facts.body, title, Head())


def _from_html(page: Document, html: str, title: str, head: Head) -> Iterator[_Candidate]:
    if "<" not in html:
        html = html.replace("\n", "<br>")
    if node := _parsed(html):
        yield _from_node(page, "structured-data", node, title, None, head)


def _parsed(html: str) -> "LexborNode | None":
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(tame(html))
    _strip(tree)
    return tree.body


def _strip(tree: "LexborHTMLParser") -> None:
    """Take out what is not displayed, in one walk over the tree."""
    for node in tree.css(_STRIPPED):
        node.decompose()


def _from_node(
    page: Document,
    method: Method,
    node: "LexborNode",
    title: str,
    title_node: "LexborNode | None",
    head: Head | None = None,
) -> _Candidate:
    scope = scope_of(title_node, node)
    marks = _marks(page.rules, scope, node, title_node)
    shown = head is None
    if head is None:
        head = _head(page, scope, title, title_node, node, marks)
    reading = read_lines(node, marks)
    body = assemble([*head.opening, *reading.lines], title, head.subtitles)
    others = lists_others(reading.lines)
    return _Candidate(method, body, head, reading.credits, scope if shown else None, others)


def _marks(
    rules: Rules, scope: "LexborNode", body: "LexborNode", title_node: "LexborNode | None"
) -> Marks:
    """What the rules say of elements in the body and between it and the title."""
    subtitles = next(filter(None, map(scope.css, rules.subtitle)), [])
    kinds: dict[int, LineKind] = {one.mem_id: "subtitle" for one in subtitles}
    by_rule: tuple[tuple[LineKind, tuple[str, ...]], ...] = (
        ("caption", rules.caption),
        ("heading", rules.subheading),
        ("lead", rules.lead),
    )
    for kind, selectors in by_rule:
        if selectors:
            kinds.update({one.mem_id: kind for one in scope.css(", ".join(selectors))})
    if title_node is not None:
        kinds[title_node.mem_id] = "heading"
    dropped = body.css(", ".join(rules.drop)) if rules.drop else []
    return Marks(kinds, frozenset(one.mem_id for one in dropped), by_name=not subtitles)


def _head(
    page: Document,
    scope: "LexborNode",
    title: str,
    title_node: "LexborNode | None",
    body: "LexborNode",
    marks: Marks,
) -> Head:
    """Read what stands between the title and the body."""
    if title_node is not None:
        return read_head(scope, title_node, body, marks, title)
    if (printed := printed_as(page.root, title)) is None:
        return Head()
    # Nothing there is marked as anything, but who wrote it and when are told by their form.
    found = read_head(scope_of(printed, body), printed, body, Marks(), title)
    return Head(found.times, found.first, found.bylines)
