"""What the app and the commands share: the way of an article from a source to its rows.

A :class:`Workspace` belongs to one process. Everything in it is made when it is first needed, so
that reading the sample loads neither the network nor an engine.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from newsreader.article import SEOUL, Article, Match, Row, RowWarning
from newsreader.config import Paths, Settings
from newsreader.errors import LibraryError, SourceError
from newsreader.korean.segments import segment
from newsreader.library.articles import Articles, Kept
from newsreader.library.database import connect, damage
from newsreader.library.state import State
from newsreader.sample import SAMPLE, sample_article, sample_english

if TYPE_CHECKING:
    import sqlite3

    from newsreader.glossary.load import Glossary
    from newsreader.glossary.matcher import Matcher
    from newsreader.ingest.source import Reading
    from newsreader.library.memory import SqliteMemory
    from newsreader.library.pages import Pages
    from newsreader.translate.engine import Engine
    from newsreader.translate.pipeline import Translation

#: The library's address of the sample, which has no URL.
_SAMPLE_ADDRESS = "sample:1"

NO_ENGINE = (
    "no engine: the offline model is not installed (`newsreader model install`)"
    " and no online engine was chosen"
)


class Workspace:
    """One reader's settings, library, glossary and engines."""

    def __init__(self, paths: Paths, settings: Settings) -> None:
        self.paths = paths
        self.settings = settings
        #: Sentences that the reader should see once: what could not be opened, and what follows.
        self.notices: list[str] = []

    # The library

    @cached_property
    def _connection(self) -> "sqlite3.Connection":
        try:
            return connect(self.paths.library)
        except LibraryError as error:
            self.notices.append(f"{error} Nothing will be kept until this is mended.")
            return connect(None)

    @cached_property
    def articles(self) -> Articles:
        """The articles that are kept."""
        return Articles(self._connection)

    @cached_property
    def pages(self) -> "Pages":
        """The pages of the articles that are kept."""
        from newsreader.library.pages import Pages

        return Pages(self._connection)

    @cached_property
    def state(self) -> State:
        """What the app remembers."""
        return State(self._connection)

    @cached_property
    def memory(self) -> "SqliteMemory":
        """The translation memory."""
        from newsreader.library.memory import SqliteMemory

        return SqliteMemory(self._connection)

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
        if "_connection" in self.__dict__:
            self._connection.close()

    # From a source to rows

    def open_local(self, source: str) -> Kept | None:
        """Open the sample or an article of the library; None when ``source`` is neither.

        Raises SourceError when the library has no such article, LibraryError when it is damaged.
        """
        if source == SAMPLE:
            return self._keep(sample_article(), _SAMPLE_ADDRESS)
        return self.articles.get(int(source)) if source.isascii() and source.isdigit() else None

    async def article(self, source: str, *, stdin: BinaryIO | None = None) -> Article:
        """Return the article at ``source`` (``sample``, a library id, a URL, a file, ``-``).

        Raises SourceError with one sentence when there is no Korean article to be had there.
        """
        if source == SAMPLE:
            return sample_article()
        return (self.open_local(source) or await self._read(source, stdin)).article

    async def open(self, source: str, *, stdin: BinaryIO | None = None) -> Kept:
        """Open ``source`` as :meth:`article` does, and keep article and page in the library."""
        found = self.open_local(source) or await self._read(source, stdin)
        if isinstance(found, Kept):
            return found
        kept = self._keep(found.article)
        if found.page is not None and kept.id:
            try:
                self.pages.keep(kept.id, found.asked or found.page.url, found.page)
            except LibraryError as error:
                self.notices.append(f"{error} The page is not kept.")
        return kept

    async def _read(self, source: str, stdin: BinaryIO | None) -> "Reading | Kept":
        """Read ``source``, or return the library's copy, with a notice, when that fails."""
        from newsreader.ingest.source import address_of, read

        url = address_of(source)
        try:
            copy = self.pages.find(url) if url else None
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
            return self.articles.get(copy.article)

    def _keep(self, article: Article, address: str | None = None) -> Kept:
        try:
            return self.articles.keep(article, address)
        except LibraryError as error:
            self.notices.append(f"{error} This article is not kept.")
            return Kept(0, article, 1)

    def rows(self, article: Article) -> list[Row]:
        """Return one row for each sentence of ``article``, without English and terms yet."""
        return [Row(one, status="pending") for one in segment(article)]

    @cached_property
    def glossary(self) -> "Glossary":
        """The embedded glossary under the reader's own. Takes tens of milliseconds to load."""
        from newsreader.glossary.load import Glossary

        own = sorted(self.paths.glossary.glob("*.tsv"))
        return Glossary.from_files(own).over(Glossary.embedded())

    @cached_property
    def matcher(self) -> "Matcher":
        """The matcher of the whole glossary."""
        from newsreader.glossary.matcher import Matcher

        return Matcher(self.glossary.terms)

    def with_terms(self, article: Article, rows: Iterable[Row]) -> list[Row]:
        """Return ``rows`` with the glossary's terms as of the article's date. Safe in a thread."""
        on = date_of(article)
        return [replace(row, terms=tuple(self.matcher.find(row.ko, on=on))) for row in rows]

    def doubts(
        self, ko: str, en: str, on: date | None, matches: Sequence[Match] | None = None
    ) -> list[RowWarning]:
        """Return what is doubtful in ``en`` as the English of ``ko``: numbers, dates, terms.

        ``matches`` are the terms in ``ko``, where they are known already.
        """
        from newsreader.glossary.check import violations
        from newsreader.korean.number_check import check

        numbers = [RowWarning(one.code, one.message) for one in check(ko, en, on)]
        if matches is None:
            matches = self.matcher.find(ko, on=on)
        return numbers + violations(matches, en, self.glossary)

    # From rows to English

    def engine_name(self, kept: Kept, wanted: str | None = None) -> str | None:
        """Return the engine for an article, or None when there is none to use.

        ``wanted`` (a command's option) goes before what was chosen in the app, and that before the
        settings. The sample has its own English until another engine is wanted for it.
        """
        if wanted is None and kept.article == sample_article():
            return SAMPLE
        name = wanted or self.state.get("engine") or self.settings.engine
        if name != "auto":
            return str(name)
        from newsreader.translate.models import installed

        return "firefox" if installed(self.paths) else None

    def open_engine(self, name: str) -> "Engine":
        """Return the engine ``name``.

        Raises UsageError for a name that is not known, EngineError when it cannot be used here.
        """
        if name == SAMPLE:
            from newsreader.translate.engines.sample import SampleEngine

            return SampleEngine(sample_english())
        from newsreader.translate.engines import open_engine

        return open_engine(name, paths=self.paths)

    def translation(
        self,
        article: Article,
        rows: Sequence[Row],
        engine: "Engine | None",
        reason: str = NO_ENGINE,
    ) -> "Translation":
        """Return the translation of ``rows``, to be iterated; without an engine, from memory only.

        ``reason`` is what a row says that finds neither memory nor engine.
        """
        from newsreader.translate.engine import Context
        from newsreader.translate.pipeline import Translation

        context = Context(
            title=article.title,
            sentences=tuple(row.ko for row in rows),
            on=date_of(article),
            terms=tuple(match for row in rows for match in row.terms),
        )
        return Translation(
            rows,
            engine,
            self.memory,
            context=context,
            no_engine_reason=reason,
            glossary=self.glossary,
            check=lambda row: self.checked(row, context.on),
        )

    def checked(self, row: Row, on: date | None) -> Row:
        """Return a finished row with its doubts, and with what its English uses of the terms."""
        if row.en is None:
            return row
        from newsreader.glossary.check import with_use

        doubts = (*row.warnings, *self.doubts(row.ko, row.en, on, row.terms))
        return replace(row, terms=with_use(row.terms, row.en, self.glossary), warnings=doubts)

    def correct(self, ko: str, en: str) -> Callable[[], None]:
        """Keep the reader's own English of ``ko``; return what takes it back.

        Both raise LibraryError when the library cannot be written.
        """
        from newsreader.translate.memory import correction, normalised

        entry = correction(ko, en)
        before = self.memory.corrections([normalised(ko)]).get(entry.ko)
        self.memory.keep([entry])
        if before is None:
            return lambda: self.memory.forget([entry.key])
        return lambda: self.memory.keep([before])


def date_of(article: Article) -> date:
    """Return the day of ``article`` in Korea; today for one that does not say."""
    time = article.published or article.modified or datetime.now(UTC)
    return time.astimezone(SEOUL).date()
