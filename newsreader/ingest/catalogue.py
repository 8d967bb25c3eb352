"""The catalogue: feeds of Korean outlets by section, to choose from. Its data is ``feeds.tsv``."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["feed", "list"]
#: The section of a feed that has everything.
WHOLE = "전체"


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that may be followed, or a page that lists articles.

    ``links`` is the CSS selector of a list's links. ``seen`` is the month (``2026-08``) in which
    somebody is known to have read it; None when that is not known: it may be gone.
    """

    outlet: str
    section: str
    url: str
    kind: Kind = "feed"
    links: str | None = None
    seen: str | None = None

    @property
    def title(self) -> str:
        """What the feed is called in lists."""
        return f"{self.outlet} {self.section}" if self.section != WHOLE else self.outlet


@cache
def offers() -> tuple[Offer, ...]:
    """Return the whole catalogue: agencies, papers, broadcasters, magazines, local papers."""
    text = Path(__file__).with_name("feeds.tsv").read_text(encoding="utf-8")
    return tuple(_offer(line) for line in text.splitlines() if line and not line.startswith("#"))


def offer_at(url: str) -> Offer | None:
    """Return what the catalogue says of an address."""
    return next((one for one in offers() if one.url == url), None)


def search(words: str) -> list[Offer]:
    """Return the feeds whose outlet, section or address has every one of ``words``."""
    wanted = words.lower().split()
    return [
        one
        for one in offers()
        if all(word in f"{one.outlet} {one.section} {one.url}".lower() for word in wanted)
    ]


def _offer(line: str) -> Offer:
    outlet, section, url, kind, links, seen = line.split("\t")
    assert kind in {"feed", "list"}
    return Offer(
        outlet, section, url, "list" if kind == "list" else "feed", links or None,
        seen if seen[0].isdigit() else None,
    )  # fmt: skip
