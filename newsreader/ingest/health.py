"""Whether a publisher's rules still find what they name on one of its pages."""

from dataclasses import dataclass
from typing import Literal

from newsreader.article import Article, Method
from newsreader.errors import SourceError
from newsreader.ingest.dates import parse_time
from newsreader.ingest.decode import decode
from newsreader.ingest.document import Document
from newsreader.ingest.extract import extract_html, open_document
from newsreader.ingest.lines import squeeze
from newsreader.ingest.page import Page
from newsreader.ingest.publisher import Rules

#: ``broken``: the rules' body is lost or not believed; ``weak``: other layers had to help.
Verdict = Literal["holds", "weak", "broken"]

_FIELDS = ("title", "subtitle", "byline", "published", "modified", "section", "body")
#: Every article has these: rules that name them and find none are weak.
_NEEDED = ("title", "published")
#: Two layers agree when they have at least this share of their text in common.
_AGREED = 0.8


@dataclass(frozen=True, slots=True)
class Health:
    """How the rules of one publisher fared on one page.

    ``found`` has the fields that the rules name; ``method`` is None when no article came out.
    """

    verdict: Verdict
    found: dict[str, bool]
    agrees: bool
    method: Method | None


def judge(page: Page, rules: Rules, url: str) -> Health:
    """Judge ``rules`` by ``page``, whose public address is ``url``."""
    html = decode(page.content, page.content_type).text
    try:
        document = open_document(html, url)
        article = extract_html(html, url=url)
    except SourceError:
        return Health(
            "broken", {name: False for name in _FIELDS if getattr(rules, name)}, False, None
        )
    method = article.extraction.method
    found = {name: _finds(document, name) for name in _FIELDS if getattr(rules, name)}
    found["body"] = method == "publisher"
    agrees = method != "generic" and _common(article, _generic(html, url)) >= _AGREED
    if method == "generic":
        verdict: Verdict = "broken"
    elif agrees and all(found.get(name, True) for name in (*_NEEDED, "body")):
        verdict = "holds"
    else:
        verdict = "weak"
    return Health(verdict, found, agrees, method)


def _finds(document: Document, name: str) -> bool:
    text = document.value(getattr(document.rules, name))
    if name in {"published", "modified"}:
        return text is not None and parse_time(text) is not None
    return text is not None


def _generic(html: str, url: str) -> Article | None:
    try:
        return extract_html(html, url=url, generic_only=True)
    except SourceError:
        return None


def _common(one: Article, other: Article | None) -> float:
    """The share of characters of running text that two readings have in common."""
    if other is None:
        return 0.0
    texts = [
        {squeeze(block.text) for block in article.blocks if block.kind in {"paragraph", "lead"}}
        for article in (one, other)
    ]
    every = sum(map(len, texts[0] | texts[1]))
    return sum(map(len, texts[0] & texts[1])) / every if every else 0.0
