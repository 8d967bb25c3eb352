"""What a page states for machines: JSON-LD, OpenGraph and other ``<meta>``, and its script state.

JSON-LD is read as schema.org's NewsArticle; OpenGraph as ogp.me's ``article`` with the additions
that Korean content systems make (``dable:author``, ``og:regDate``, ``og:article:author``).
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsreader.ingest.blocks import one_line
from newsreader.ingest.clean import sentences_in
from newsreader.ingest.dates import most_precise, parse_time
from newsreader.text import has_hangul

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: No page's JSON-LD is longer; a script's state may be.
_LONGEST_JSON = 2_000_000
_LONGEST_FACT = 1000
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)$")
_TAG = re.compile(r"<(?:p|br|div|figure|h\d)\b", re.IGNORECASE)
#: A string of JSON or JavaScript that is long enough to hold text.
_STRING = re.compile(r'"((?:[^"\\]|\\.){40,})"', re.DOTALL)
_KEYED = re.compile(r'"(\w{2,40})"\s*:\s*"((?:[^"\\]|\\.){20,})"', re.DOTALL)
#: What stands beside a body in script state, under the names that content systems give it.
_BESIDE = re.compile(
    r'"(?:(?P<subtitle>sub_?title|subTitle|sub_?headline|subheadlines"\s*:\s*\{\s*"basic|deck)'
    r"|(?P<published>deployDt|deploy_dt|regDt|reg_dt|publishedAt|published_at|datePublished"
    r"|first_publish_date|serviceDt|service_daytime)"
    r"|(?P<modified>modDt|mod_dt|updateDt|modifiedAt|updated_at|dateModified|last_updated_date)"
    r"|(?P<author>reporterName|reporter_name|writerName|authorName|author_name|byline))"
    r'"\s*:\s*"(?P<value>(?:[^"\\]|\\.){2,600})"',
)
_PUSHED = re.compile(r'__next_f\.push\(\[1,\s*("(?:[^"\\]|\\.)*")\]\)', re.DOTALL)

_TITLES = ("og:title", "twitter:title", "title", "headline", "dable:title")
_PUBLISHED = (
    "article:published_time", "article:published", "datePublished", "og:regDate", "og:pubdate",
    "pubdate", "regDate", "date", "dc.date.issued", "DC.date", "parsely-pub-date", "sailthru.date",
    "article_date_original", "publish-date", "og:article:published_time",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified", "dateModified", "og:updated_time", "lastmod",
    "og:article:modified_time",
)  # fmt: skip
_AUTHORS = ("dable:author", "article:author", "og:article:author", "author", "byl")
_WRITTEN_BY = frozenset({"글쓴이", "작성자", "Written by"})
_SECTIONS = ("article:section", "content_category", "og:article:section", "section")
_IMAGES = ("og:image", "twitter:image", "image")
_ADDRESSES = ("og:url", "twitter:url")
_SITES = ("og:site_name", "article:media_name", "application-name", "twitter:site", "copyright")
_STATING = 'meta, title, link[rel="canonical"], script[type*="ld+json"]'
_WANTED = frozenset(
    (
        *_TITLES, *_PUBLISHED, *_MODIFIED, *_AUTHORS, *_SECTIONS, *_IMAGES, *_ADDRESSES, *_SITES,
        "twitter:label1", "twitter:data1",
    )
)  # fmt: skip


@dataclass(slots=True)
class Facts:
    """What a page states of itself. ``titles`` and ``authors`` are raw, the best first."""

    titles: list[str] = field(default_factory=list)
    headline: str | None = None
    authors: list[str] = field(default_factory=list)
    published: datetime | None = None
    modified: datetime | None = None
    section: str | None = None
    site: str | None = None
    url: str | None = None
    image: str | None = None
    body: str | None = None
    paid: bool = False
    origin: str | None = None
    #: The names on the way from the home page to the article (schema.org's BreadcrumbList).
    trail: list[str] = field(default_factory=list)


def read_facts(tree: "LexborHTMLParser") -> Facts:
    """Read metadata and JSON-LD of a page whose scripts are still in the tree."""
    stated: dict[str | None, list[LexborNode]] = {}
    for node in tree.css(_STATING):
        stated.setdefault(node.tag, []).append(node)
    metas = _metas(stated.get("meta", []))
    facts = Facts()
    for item in _items(stated.get("script", [])):
        kinds = [str(kind) for kind in _listed(item.get("@type"))]
        if facts.headline is None and any(map(_ARTICLE_TYPE.search, kinds)):
            _take_article(facts, item)
        elif "BreadcrumbList" in kinds and not facts.trail:
            steps = [one for one in _listed(item.get("itemListElement")) if isinstance(one, dict)]
            names = (_name(one.get("item")) or _name(one) for one in steps[:20])
            facts.trail = [name for name in names if name]

    def first(names: tuple[str, ...]) -> str | None:
        values = (metas[name][0] for name in names if metas.get(name))
        # Accounts (@…) are no names.
        return next((value for value in values if not value.startswith("@")), None)

    facts.titles += [metas[name][0] for name in _TITLES if metas.get(name)]
    if titles := stated.get("title"):
        facts.titles.append(_fact(titles[0].text()))
    facts.authors += [one for name in _AUTHORS for one in metas.get(name, [])]
    # WordPress with Yoast's plug-in: a label and what it labels.
    if any(label in _WRITTEN_BY for label in metas.get("twitter:label1", [])):
        facts.authors += metas.get("twitter:data1", [])
    facts.published = most_precise((*_times(metas, _PUBLISHED), facts.published))
    facts.modified = most_precise((*_times(metas, _MODIFIED), facts.modified))
    facts.section = first(_SECTIONS) or facts.section
    facts.site = facts.site if facts.site and has_hangul(facts.site) else first(_SITES)
    facts.image = first(_IMAGES) or facts.image
    facts.origin = first(("og:article:author",))
    links = (node.attributes.get("href") for node in stated.get("link", []))
    facts.url = next(links, None) or first(_ADDRESSES) or facts.url
    return facts


@dataclass(slots=True)
class State:
    """What a page keeps in its script state: the body as HTML, and what stands beside it."""

    body: str
    subtitle: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    author: str | None = None


def read_state(scripts: Sequence[str]) -> State | None:
    """Return the article that a page keeps in its script state; None when there is none.

    The body is the longest Korean prose in one string (``"contentHtml": "…"``), or in all strings
    of one key in order (``"content"`` of each element in Arc's state).
    """
    pushed = [
        json.loads(one, strict=False)
        for text in scripts
        for one in _PUSHED.findall(text)
        if _valid(one)
    ]
    best, best_size, best_text, best_place = "", 1, "", 0
    for text in [*scripts, "".join(pushed)]:
        if not 200 < len(text) < _LONGEST_JSON or not ("다." in text or "\\ub2e4." in text):
            continue
        for candidate, place in _prose(text):
            size = sentences_in(candidate)
            if size > best_size:
                best, best_size, best_text, best_place = candidate, size, text, place
    return _beside(best, best_text, best_place) if best else None


def _beside(body: str, text: str, place: int) -> State:
    """Read subtitle, times and author from the strings nearest to the body's."""
    nearest: dict[str, tuple[int, str]] = {}
    for found in _BESIDE.finditer(text):
        what = next(name for name in ("subtitle", "published", "modified", "author") if found[name])
        distance = abs(found.start() - place)
        value = _decoded(found["value"])
        if value and (what not in nearest or distance < nearest[what][0]):
            nearest[what] = (distance, value)
    values = {what: value for what, (_, value) in nearest.items()}
    return State(
        body,
        values.get("subtitle"),
        parse_time(values.get("published", "")),
        parse_time(values.get("modified", "")),
        values.get("author"),
    )


def _prose(text: str) -> Iterator[tuple[str, int]]:
    """Yield what may be a body and where: single strings, and the strings of one key together."""
    keyed: dict[str, dict[str, int]] = {}
    for found in _KEYED.finditer(text):
        key, raw = found.groups()
        if ("다." in raw or "\\ub2e4" in raw or "caption" in key) and (value := _decoded(raw)):
            keyed.setdefault(key, {}).setdefault(value, found.start())
    for values in keyed.values():
        longest = max(values, key=len)
        if len(longest) * 2 > sum(map(len, values)):
            yield longest, values[longest]
        else:
            yield "".join(f"<p>{value}</p>" for value in values), min(values.values())
    if not keyed:
        for found in _STRING.finditer(text):
            if "다." in found[1] and (value := _decoded(found[1])):
                yield value, found.start()


def _decoded(raw: str) -> str | None:
    if not _valid(f'"{raw}"'):
        return None
    text: str = json.loads(f'"{raw}"', strict=False)
    if "&lt;p" in text or "&lt;br" in text:
        text = html.unescape(text)
    if _TAG.search(text):
        return text
    # A text without markup of paragraphs keeps them in line breaks.
    return (text if "</" in text else html.escape(text)).replace("\n", "<br>")


def _valid(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except ValueError:
        return False
    return True


def _metas(nodes: "Sequence[LexborNode]") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in nodes[:300]:
        attributes = meta.attributes
        for key in ("property", "name", "itemprop"):
            for name in (attributes.get(key) or "").split():
                if name in _WANTED and (value := _fact(attributes.get("content") or "")):
                    found.setdefault(name, []).append(value)
    return found


def _times(metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[datetime | None]:
    return (parse_time(value) for name in names for value in metas.get(name, ()))


def _items(scripts: "Sequence[LexborNode]") -> Iterator[dict[str, Any]]:
    for script in scripts[:20]:
        text = script.text().strip().rstrip(";")
        if len(text) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            # Trailing commas are the common fault.
            try:
                data = json.loads(re.sub(r",\s*([}\]])", r"\1", text), strict=False)
            except (ValueError, RecursionError):
                continue
        yield from _flat(data)


def _flat(data: Any) -> Iterator[dict[str, Any]]:
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from (one for one in _listed(item.get("@graph")) if isinstance(one, dict))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _take_article(facts: Facts, article: dict[str, Any]) -> None:
    facts.headline = _text(article.get("headline")) or _text(article.get("name"))
    if facts.headline:
        facts.titles.insert(0, facts.headline)
    facts.authors = [name for one in _listed(article.get("author")) if (name := _name(one))]
    facts.published = parse_time(_text(article.get("datePublished")) or "")
    facts.modified = parse_time(_text(article.get("dateModified")) or "")
    sections = _listed(article.get("articleSection"))
    facts.section = _text(sections[0]) if sections else None
    facts.site = _name(article.get("publisher"))
    facts.url = _text(article.get("url"))
    images = _listed(article.get("image"))
    if images:
        first = images[0]
        facts.image = _text(first.get("url") if isinstance(first, dict) else first)
    facts.body = article.get("articleBody") if isinstance(article.get("articleBody"), str) else None
    facts.paid = article.get("isAccessibleForFree") in {False, "False", "false"}


def _name(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    return (_fact(value) or None) if isinstance(value, str) else None


def _fact(text: str) -> str:
    """A value on one line; no title, name or address is longer than ``_LONGEST_FACT``."""
    text = text[:_LONGEST_FACT]
    return one_line(html.unescape(text) if "&" in text else text)
