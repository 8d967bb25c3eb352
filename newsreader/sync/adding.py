"""Following a feed: from an address, of the catalogue or any other, to what the library keeps."""

from newsreader.errors import SourceError
from newsreader.ingest.addresses import canonical
from newsreader.ingest.catalogue import Offer, offer_at
from newsreader.ingest.feeds import is_feed
from newsreader.ingest.fetch import connections, fetch
from newsreader.ingest.lists import named_feeds
from newsreader.ingest.opml import Outline
from newsreader.ingest.publisher import rules_for
from newsreader.ingest.response import FEED
from newsreader.library.feeds import Feed, Feeds
from newsreader.sync.run import understand


def follow_offer(feeds: Feeds, offer: Offer) -> Feed:
    """Follow a feed of the catalogue. Raises LibraryError."""
    return feeds.add(
        offer.url, offer.title, outlet=offer.outlet, section=offer.section, kind=offer.kind
    )


def follow_outline(feeds: Feeds, outline: Outline) -> Feed:
    """Follow a feed of an OPML file, with its innermost folder as its section.

    What the catalogue knows better goes before. Raises LibraryError.
    """
    if offer := offer_at(outline.url):
        return follow_offer(feeds, offer)
    rules = rules_for(outline.url)
    return feeds.add(
        outline.url,
        outline.title,
        outlet=rules.outlet if rules else None,
        section=outline.folders[-1] if outline.folders else None,
        kind="list" if outline.kind == "list" else "feed",
    )


async def follow_address(feeds: Feeds, address: str, seconds: float = 30.0) -> Feed:
    """Follow what is at an address: a feed, the first feed that a page names, or a page as a list.

    An address of the catalogue is followed without asking. Raises SourceError when there is
    nothing to follow, LibraryError.
    """
    url = canonical(address if "://" in address else f"https://{address}")
    if url is None:
        raise SourceError(f"{address} is not an http or https address.")
    if offer := offer_at(url):
        return follow_offer(feeds, offer)
    async with connections(seconds) as client:
        page = await fetch(url, timeout=seconds, wanted=FEED, client=client)
        kind = "feed"
        if not is_feed(page.content, page.content_type):
            named = named_feeds(page.content, page.url, page.content_type)
            if named:
                url = named[0]
                if offer := offer_at(url):
                    return follow_offer(feeds, offer)
                page = await fetch(url, timeout=seconds, wanted=FEED, client=client)
            else:
                kind = "list"
    channel = understand(page, url, kind)
    rules = rules_for(url)
    return feeds.add(
        url,
        channel.title or url,
        outlet=rules.outlet if rules and not rules.origin else None,
        kind="list" if kind == "list" else "feed",
    )
