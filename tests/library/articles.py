"""Articles of ours to put into a library. Children import this too, so it imports no pytest."""

from datetime import datetime

from newsreader.article import SEOUL, Article, Block, Extraction


def article(
    number: int,
    *paragraphs: str,
    title: str = "",
    outlet: str = "가람일보",
    published: datetime | None = None,
) -> Article:
    """Return an article of ours at an address of its own."""
    title = title or f"제목 {number}"
    blocks = [Block("title", title), *(Block("paragraph", text) for text in paragraphs)]
    return Article(
        tuple(blocks),
        Extraction("text"),
        url=f"https://news.example/{number}",
        outlet=outlet,
        published=published or datetime(2026, 11, 1 + number % 28, 9, tzinfo=SEOUL),
    )
