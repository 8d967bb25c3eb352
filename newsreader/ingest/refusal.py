"""Why a page gives no article: one sentence that says what it is instead, and what to do."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsreader.ingest.clean import find_wall, has_syllables
from newsreader.ingest.document import Document
from newsreader.ingest.generic import ancestors
from newsreader.ingest.head import says_nothing
from newsreader.text import has_hangul

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: Fewer syllables than this are no article.
FEWEST_SYLLABLES = 30
#: Characters from a page's start in which it says what it asks for.
_LOOKED_AT = 20_000
#: What a page of headlines is, as the end of a sentence about it.
LISTS = "has Korean text but no article: it may be a list of headlines; open one of them."
#: Where public boards keep a text that the page itself does not show: a file, or a viewer of files.
_ATTACHED = re.compile(
    r"""(?:href|src)=["'][^"'<>]{0,300}(?:\.hwpx?\b|\.pdf\b|synap|docviewer|fileDown|download\.do)""",
    re.IGNORECASE,
)
#: What a script says instead of a page: alert("존재하지 않는 기사입니다.").
_ALERT = re.compile(r"""alert\(\s*["']([^"']{1,200})["']""")
#: Pages that hold nothing but the address of another.
_LEADS_ON = re.compile(
    r"""<meta[^<>]{0,40}http-equiv=["']?refresh[^<>]{0,40}url=["']?(?P<to>[^"'<> ]{1,500})"""
    r"""|<i?frame\s[^<>]{0,300}?src=["']?(?P<frame>[^"'<> ]{1,500})""",
    re.IGNORECASE,
)
#: The frame with the text, by what its address is called.
_MAIN = re.compile("main|view|content|body", re.IGNORECASE)


def reason(page: Document, title: str, title_node: "LexborNode | None") -> str:
    """Return why there is no article on ``page``, as a sentence about it.

    ``title`` is what was found for its title, and ``title_node`` the element that prints it.
    """
    where = page.url or "The page"
    text = page.root.text() + page.without_scripts()
    said = " ".join((*page.facts.titles, text[:_LOOKED_AT]))
    if wall := "is for subscribers only" if page.facts.paid else find_wall(said):
        return f"{where} {wall}, so there is no article to read."
    if not has_syllables(text, FEWEST_SYLLABLES):
        return f"{where} {_without_korean(page)}"
    if _ATTACHED.search(page.html):
        return f"{where} keeps its text in an attached document; open that and paste its text."
    if title_node is None or says_nothing(title, page.outlet) or _is_linked(title_node):
        return f"{where} {LISTS}"
    if not has_hangul(title):
        return f"{where} is not in Korean."
    return f"{where} has no text below its title; it may only show a picture or a video."


def _is_linked(node: "LexborNode") -> bool:
    return node.css_first("a[href]") is not None or any(one.tag == "a" for one in ancestors(node))


def _without_korean(page: Document) -> str:
    scripts = page.scripts()
    told = " ".join(found[1] for text in scripts for found in _ALERT.finditer(text))
    if wall := find_wall(told):
        return f"{wall}, so there is no article to read."
    others = [found["to"] or found["frame"] for found in _LEADS_ON.finditer(page.html)]
    if others:
        # Of several frames the menu is one.
        address = urljoin(page.url or "", next(filter(_MAIN.search, others), others[0]))
        return f"shows nothing but another page; open {address}."
    if scripts:
        return "has no Korean text outside its scripts; open the article's print page."
    return "has no Korean text."
