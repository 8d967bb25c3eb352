"""What was read before it was understood: a page as a server sent it or a file holds it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """``url`` is the final address (``file:`` for a file), ``content`` is decompressed.

    ``etag`` and ``changed`` (the header Last-Modified) are as the server sent them, to be sent
    back when it is asked whether the page is still the same (RFC 9110, 13.1). ``moved`` says that
    the address asked for has given way to ``url`` for good.
    """

    url: str
    content: bytes
    content_type: str | None
    fetched: datetime
    etag: str | None = None
    changed: str | None = None
    moved: bool = False
