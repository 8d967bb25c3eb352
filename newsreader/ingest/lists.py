"""Pages that list articles, for outlets without a feed; and the feeds that a page names."""

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsreader.errors import SourceError
from newsreader.ingest.addresses import canonical, site_of
from newsreader.ingest.decode import decode
from newsreader.ingest.feeds import MOST, TITLE, Channel, Entry
from newsreader.ingest.markup import shortened
from newsreader.text import clean_line, has_hangul

#: Where articles' links stand when no rule says so.
_ANYWHERE = "a[href]"
#: Characters of the shortest headline; what is shorter leads to a section or to a picture.
_SHORTEST = 8
#: The address of an article has a number, a date or a long name in it; that of a section has none.
_ARTICLE = re.compile(r"\d{5,}|\d{4}[/-]?\d\d[/-]?\d\d|[?&](?:idxno|aid|no|id)=|[\w%]+-[\w%-]{20,}")
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml"})


def parse_list(
    content: bytes, url: str, content_type: str | None = None, links: str | None = None
) -> Channel:
    """Read the page at ``url`` as a list of articles.

    ``links`` is a CSS selector of the links to articles. Only addresses of the page's own site
    count, each once, with the longest text that leads there. Raises SourceError when there is none.
    """
    tree = LexborHTMLParser(decode(content, content_type).text)
    site = site_of(url)
    titles: dict[str, str] = {}
    for link in tree.css(links or _ANYWHERE)[: 5 * MOST]:
        address = canonical(link.attributes.get("href") or "", url)
        if (
            address is None
            or site_of(address) != site
            or not _ARTICLE.search(_behind_host(address))
        ):
            continue
        title = _title(link)
        if len(title) < _SHORTEST or not has_hangul(title):
            continue
        if len(title) > len(titles.get(address, "")):
            titles[address] = title
    if not titles:
        raise SourceError(f"{url} has no links to articles that newsreader can tell from others.")
    name = tree.css_first("title")
    entries = tuple(Entry(address, title) for address, title in list(titles.items())[:MOST])
    return Channel(clean_line(name.text()) or None if name else None, entries)


def _title(link: LexborNode) -> str:
    """Return what a link is called: its headline, where it holds the outlet and time as well."""
    for part in link.css("h2, h3, h4, strong, [class*=tit]"):
        title = clean_line(part.text(separator=" "))
        if len(title) >= _SHORTEST:
            return shortened(title, TITLE)
    return shortened(clean_line(link.text(separator=" ")), TITLE)


def named_feeds(content: bytes, url: str, content_type: str | None = None) -> list[str]:
    """Return the addresses of the feeds that a page names in its head."""
    tree = LexborHTMLParser(decode(content, content_type).text)
    found = (
        canonical(link.attributes.get("href") or "", url)
        for link in tree.css("link[rel~=alternate]")
        if (link.attributes.get("type") or "").lower() in _FEED_TYPES
    )
    return list(dict.fromkeys(filter(None, found)))


def _behind_host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"
