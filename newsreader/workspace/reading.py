"""From a source to rows: the part of the workspace that opens articles and keeps them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from newsreader.article import SEOUL, Article, Row
from newsreader.config import Paths, Settings
from newsreader.errors import LibraryError, SourceError
from newsreader.korean.segments import segment
from newsreader.library.articles import Kept
from newsreader.library.database import damage
from newsreader.library.library import Library
from newsreader.sample import SAMPLE, sample_article

if TYPE_CHECKING:
    from newsreader.ingest.source import Reading

#: The library's address of the sample, which has no URL.
_SAMPLE_ADDRESS = "sample:1"


class ReadingWorkspace:
    """One reader's settings and library."""

    def __init__(self, paths: Paths, settings: Settings) -> None:
        self.paths = paths
        self.settings = settings
        #: Sentences that the reader should see once: what could not be opened, and what follows.
        self.notices: list[str] = []

    @cached_property
    def library(self) -> Library:
        """What is kept; one that lives in memory alone where the file cannot be used."""
        try:
            return Library(self.paths.library)
        except LibraryError as error:
            self.notices.append(
                f"{error} Nothing will be kept until this is mended: see `newsreader doctor`."
            )
            return Library(None)

    def library_problem(self) -> str | None:
        """Look through the whole library and return what is wrong with it, if anything."""
        if not self.paths.library.exists():
            return None
        try:
            return damage(self.paths.library)
        except LibraryError as error:
            return str(error)

    def close(self) -> None:
        """Close the library. Nothing is lost without it."""
        if "library" in self.__dict__:
            self.library.close()

    # From a source to rows

    def open_local(self, source: str) -> Kept | None:
        """Open the sample or an article whose text is here; None when ``source`` is neither.

        Raises SourceError when the library has no such article, LibraryError when it is damaged.
        """
        if source == SAMPLE:
            return self._keep(sample_article(), _SAMPLE_ADDRESS)
        kept = self._local(source)
        if kept is not None:
            try:
                self.library.flags.open(kept.id)
            except LibraryError as error:
                self.notices.append(str(error))
        return kept

    def _local(self, source: str) -> Kept | None:
        number = _number(source)
        if number is None or not self.library.articles.listed(number).rows:
            return None
        return self.library.articles.get(number)

    async def article(self, source: str, *, stdin: BinaryIO | None = None) -> Article:
        """Return the article at ``source`` (``sample``, a library id, a URL, a file, ``-``).

        Raises SourceError with one sentence when there is no Korean article to be had there.
        """
        if source == SAMPLE:
            return sample_article()
        return (self._local(source) or await self._read(source, stdin)).article

    async def open(self, source: str, *, stdin: BinaryIO | None = None) -> Kept:
        """Open ``source`` as :meth:`article` does, and keep article and page in the library."""
        found = self.open_local(source) or await self._read(source, stdin)
        if isinstance(found, Kept):
            return found
        # What is doubtful about it is told when it is new, not each time it is opened again.
        self.notices += found.article.extraction.notes
        page = found.page
        kept = self._keep(found.article, also=[page.url, found.asked or page.url] if page else [])
        if page is not None and kept.id:
            try:
                self.library.pages.keep(kept.id, page)
            except LibraryError as error:
                self.notices.append(f"{error} The page is not kept.")
        return kept

    async def _read(self, source: str, stdin: BinaryIO | None) -> "Reading | Kept":
        """Read ``source``, or return the library's copy, with a notice, when that fails."""
        from newsreader.ingest.source import address_of, read

        number = _number(source)
        if number is not None:  # a headline whose text is not here yet
            source = self.library.articles.listed(number).address
        url = address_of(source)
        try:
            copy = self.library.pages.find(url) if url else None
        except LibraryError as error:
            self.notices.append(str(error))
            copy = None
        try:
            return await read(
                source,
                timeout=self.settings.fetch_timeout,
                stdin=stdin,
                known=copy.page if copy else None,
            )
        except SourceError as error:
            if copy is None:
                raise
            when = f"{copy.fetched.astimezone():%Y-%m-%d %H:%M}"
            self.notices.append(f"{str(error).rstrip('.')}; this is the copy of {when}.")
            return self.library.articles.get(copy.article)

    def _keep(self, article: Article, address: str | None = None, also: Sequence[str] = ()) -> Kept:
        try:
            return self.library.articles.keep(article, address, also=also)
        except LibraryError as error:
            self.notices.append(f"{error} This article is not kept.")
            return Kept(0, article, 1)

    def name_of(self, source: str) -> str:
        """Return what to call a source before it is open: its headline where the library has it."""
        number = _number(source)
        if number is None:
            return source
        try:
            return self.library.articles.listed(number).title
        except (LibraryError, SourceError):
            return source

    def rows(self, article: Article) -> list[Row]:
        """Return one row for each sentence of ``article``, without English and terms yet."""
        return [Row(one, status="pending") for one in segment(article)]


def _number(source: str) -> int | None:
    """Return the library's number of an article; None when ``source`` is something else."""
    return int(source) if source.isascii() and source.isdigit() and len(source) < 19 else None


def date_of(article: Article) -> date:
    """Return the day of ``article`` in Korea; today for one that does not say."""
    time = article.published or article.modified or datetime.now(UTC)
    return time.astimezone(SEOUL).date()
