"""The one way in: a URL, a file or standard input becomes an article."""

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from newsreader.article import Article
from newsreader.errors import SourceError
from newsreader.ingest.decode import decode, name_of
from newsreader.ingest.page import Page

_WHAT_TO_GIVE = "give a URL, a file or - for input"
#: Bytes. No saved page is larger.
LIMIT = 20 * 1024 * 1024

_MARKUP = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|article|section|meta|br)\b[^<>]*/?>"
    r"|<(?:title|h[1-6]|ul|ol|table)[\s>]",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_FILE_SCHEME = "file://"
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[a-zA-Z]{2,}(?::\d{1,5})?/\S*")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, and the page that it was read from: None for plain files and standard input.

    ``asked`` is the URL that led to the page.
    """

    article: Article
    page: Page | None = None
    asked: str | None = None


def address_of(source: str) -> str | None:
    """Return the URL that ``source`` means, with its scheme; None for a file and for ``-``."""
    if _SCHEME.match(source):
        return None if source.lower().startswith(_FILE_SCHEME) else source
    if not _HOST.fullmatch(source) or Path(source).exists():
        return None
    return f"https://{source}"


async def read(
    source: str,
    *,
    timeout: float = 30.0,  # noqa: ASYNC109 - handed on to fetch, which keeps it
    stdin: BinaryIO | None = None,
    known: Page | None = None,
) -> Reading:
    """Read the article at ``source``: a URL, a path to HTML or text, or ``-`` for ``stdin``.

    ``timeout`` is in seconds, for everything a URL needs. ``known`` is what was read there before.

    Raises SourceError, with one sentence, when the source cannot be read or is no Korean article.
    """
    if source == "-":
        content = await asyncio.to_thread(_read_stream, stdin)
        return Reading(_extract(content, "Standard input"))
    url = await asyncio.to_thread(address_of, source)
    if url is None:
        return await asyncio.to_thread(_from_file, source)
    from newsreader.ingest.fetch import fetch

    page = await fetch(url, timeout=timeout, known=known)
    return Reading(read_page(page), page, url)


def read_page(page: Page) -> Article:
    """Read the article on a page that is at hand.

    Raises SourceError when there is none.
    """
    return _extract(page.content, page.url, page.content_type, page.url)


def _from_file(source: str) -> Reading:
    if not source.strip():
        raise SourceError(f"The source is empty; {_WHAT_TO_GIVE}.")
    path = _path_of(source)
    content = _read_file(path, source)
    article = _extract(content, source)
    if article.extraction.method == "text":
        return Reading(article)
    address = path.absolute().as_uri()
    return Reading(article, Page(address, content, None, datetime.now(UTC)))


def _read_stream(stream: BinaryIO | None) -> bytes:
    if stream is None:
        raise SourceError("There is nothing on standard input.")
    content = stream.read(LIMIT + 1)
    return _checked(content, "Standard input")


def _path_of(source: str) -> Path:
    """The file that ``source`` means: a path, or its address as other programs hand it over."""
    if not source.lower().startswith(_FILE_SCHEME):
        return Path(source).expanduser()
    from urllib.request import url2pathname

    try:
        return Path(url2pathname(urlsplit(source).path))
    except ValueError as error:
        raise SourceError(f"{source} is not a valid address.") from error


def _read_file(path: Path, source: str) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise SourceError(f"{source} does not exist; {_WHAT_TO_GIVE}.") from error
    except IsADirectoryError as error:
        raise SourceError(f"{source} is a folder, not a page or a text.") from error
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise SourceError("The name of the source is not valid.") from error
    return _checked(content, source)


def _checked(content: bytes, name: str) -> bytes:
    if len(content) > LIMIT:
        raise SourceError(f"{name} is larger than {LIMIT // 1024 // 1024} MB, which no article is.")
    if not content.strip():
        raise SourceError(f"{name} is empty.")
    return content


def _extract(
    content: bytes, name: str, content_type: str | None = None, url: str | None = None
) -> Article:
    """Decode and extract; ``name`` is what a complaint calls the source."""
    if what := name_of(content):
        raise SourceError(f"{name} is {what}, not a page or a text.")
    decoded = decode(content, content_type)
    try:
        if _MARKUP.search(decoded.text, 0, 50_000):
            from newsreader.ingest.extract import extract_html

            article = extract_html(decoded.text, url=url)
        else:
            from newsreader.ingest.plaintext import extract_text

            article = extract_text(decoded.text, url=url)
    except SourceError as error:
        raise error if url else SourceError(f"{name}: {error}") from error
    if not decoded.notes:
        return article
    extraction = replace(article.extraction, notes=decoded.notes + article.extraction.notes)
    return replace(article, extraction=extraction)
