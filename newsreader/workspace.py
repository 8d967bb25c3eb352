"""What the app and the commands share: the way of an article from a source to its rows.

A :class:`Workspace` belongs to one process. Everything in it is made when it is first needed, so
that reading the sample loads neither the network nor an engine.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newsreader.article import SEOUL, Article, Match, Row, RowWarning
from newsreader.config import Paths, Settings
from newsreader.errors import LibraryError, SourceError, UsageError
from newsreader.korean.segments import segment
from newsreader.library.articles import Kept
from newsreader.library.database import damage
from newsreader.library.library import Library
from newsreader.sample import SAMPLE, sample_article, sample_english

if TYPE_CHECKING:
    from newsreader.glossary.load import Glossary
    from newsreader.glossary.matcher import Matcher
    from newsreader.glossary.meaning import Context
    from newsreader.glossary.term import Term
    from newsreader.ingest.source import Reading
    from newsreader.korean.analyser import Analyser, Morpheme
    from newsreader.korean.interlinear import Cell
    from newsreader.korean.word import Word
    from newsreader.library.dictionaries import Answer, Dictionaries
    from newsreader.translate.engine import Engine
    from newsreader.translate.pipeline import Translation

#: The library's address of the sample, which has no URL.
_SAMPLE_ADDRESS = "sample:1"
#: The name in the state of the list of engines that the reader agreed to.
_AGREED = "consent"

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
        self._glossary_state: dict[Path, tuple[int, int]] = {}
        #: The reader's own terms that were added here, each with the one that it replaced.
        self._term_changes: list[tuple[Term, Term | None]] = []

    # The library

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
                self.library.articles.open(kept.id)
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

    def rows(self, article: Article) -> list[Row]:
        """Return one row for each sentence of ``article``, without English and terms yet."""
        return [Row(one, status="pending") for one in segment(article)]

    @cached_property
    def _embedded(self) -> "Glossary":
        from newsreader.glossary.load import Glossary

        return Glossary.embedded()

    @cached_property
    def glossary(self) -> "Glossary":
        """The embedded glossary under the reader's own. Takes tens of milliseconds to load."""
        from newsreader.glossary.load import Glossary
        from newsreader.glossary.own import reader_files

        self._glossary_state = self._state_of_glossary()
        whole = self._embedded
        for file in reversed(reader_files(self.paths.glossary)):
            try:
                own = Glossary.from_files([file])
            except UsageError as error:
                self.notices.append(str(error))
                continue
            if own.problems:
                more = f" ({len(own.problems)} such lines)" if len(own.problems) > 1 else ""
                self.notices.append(f"{own.problems[0]}; the line is left out{more}.")
            whole = own.over(whole)
        return whole

    def _state_of_glossary(self) -> dict[Path, tuple[int, int]]:
        """Return time and size of the reader's glossary files, to see when they change."""
        from newsreader.glossary.own import reader_files

        states = ((file, file.stat()) for file in reader_files(self.paths.glossary))
        return {file: (state.st_mtime_ns, state.st_size) for file, state in states}

    def refresh_glossary(self) -> None:
        """Read the reader's glossary files again if one of them has changed."""
        if "glossary" in self.__dict__ and self._state_of_glossary() != self._glossary_state:
            for name in ("glossary", "matcher"):
                self.__dict__.pop(name, None)

    def term_of(self, match: Match) -> "Term":
        """Return the entry of a match; one made of the match where the glossary has none."""
        from newsreader.glossary.term import Term

        return self.glossary.entry(match) or Term(match.term, match.en, "person")

    def add_term(self, term: "Term") -> str:
        """Keep a term of the reader's own and return what was changed, in a sentence.

        Raises UsageError when it cannot be kept.
        """
        from newsreader.glossary.own import own_file, put

        replaced = put(own_file(self.paths.glossary), term)
        self._term_changes.append((term, replaced))
        self.refresh_glossary()
        was = f", no longer {replaced.en}" if replaced else ""
        return f"{term.ko} is {term.en} from now on{was}."

    def undo_term(self) -> str | None:
        """Take back the last term that was added and return what was done; None: there is none.

        Raises UsageError when the file cannot be written.
        """
        from newsreader.glossary.own import own_file, put, remove

        if not self._term_changes:
            return None
        term, replaced = self._term_changes[-1]
        file = own_file(self.paths.glossary)
        if replaced is None:
            remove(file, term)
        else:
            put(file, replaced)
        self._term_changes.pop()
        self.refresh_glossary()
        return f"{term.ko} is {replaced.en} again." if replaced else f"{term.ko} is removed again."

    @cached_property
    def matcher(self) -> "Matcher":
        """The matcher of the whole glossary."""
        from newsreader.glossary.matcher import Matcher

        return Matcher(self.glossary.terms)

    def with_terms(self, article: Article, rows: Iterable[Row]) -> list[Row]:
        """Return ``rows`` with the glossary's terms as of the article's date. Safe in a thread."""
        from newsreader.glossary.meaning import Context

        on = date_of(article)
        self.refresh_glossary()
        context = Context.of(article)
        return [replace(row, terms=tuple(self.terms_in(row.ko, on, context))) for row in rows]

    def terms_in(self, ko: str, on: date | None, context: "Context | None" = None) -> list[Match]:
        """Return the glossary's terms in a sentence, and the persons that it lacks, as guesses.

        ``context`` is the article that the sentence stands in.
        """
        from newsreader.glossary.guesses import with_persons
        from newsreader.glossary.meaning import NO_CONTEXT

        found = self.matcher.find(ko, on=on, context=context or NO_CONTEXT)
        return with_persons(ko, found, self.glossary, style=self.settings.name_style, on=on)

    def refined(self, article: Article, row: Row, morphemes: "Sequence[Morpheme]") -> Row:
        """Return a row of ``article`` with the terms that the analyser's morphemes show, too."""
        from newsreader.glossary.meaning import Context

        terms = self.matcher.refine(
            row.ko, row.terms, morphemes, on=date_of(article), context=Context.of(article)
        )
        return row if len(terms) == len(row.terms) else replace(row, terms=tuple(terms))

    def terms_checked(self, row: Row) -> Row:
        """Return a row whose terms are new with what its English makes of them now."""
        from newsreader.glossary.check import TERM_WARNINGS, violations, with_use

        if row.en is None:
            return row
        others = (one for one in row.warnings if one.code not in TERM_WARNINGS)
        return replace(
            row,
            terms=with_use(row.terms, row.en, self.glossary),
            warnings=self.unwaived(
                row.ko, (*others, *violations(row.terms, row.en, self.glossary))
            ),
        )

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
            matches = self.terms_in(ko, on)
        return numbers + violations(matches, en, self.glossary)

    # Words

    def word(
        self, row: Row, span: tuple[int, int], morphemes: "Sequence[Morpheme] | None" = None
    ) -> "Word":
        """Return what is known of the word at ``span`` in the Korean of ``row``.

        ``morphemes`` are the analyser's for the whole row; without them the rules answer alone.
        """
        from newsreader.korean.word import explain

        return explain(row.ko, *span, morphemes)

    @cached_property
    def dictionaries(self) -> "Dictionaries":
        """The dictionaries that the reader added."""
        from newsreader.library.dictionaries import Dictionaries

        return Dictionaries(self.paths.dictionaries)

    def in_dictionaries(self, word: "Word") -> "list[Answer]":
        """Return what the reader's dictionaries know of a word: of its dictionary form, else of it.

        A dictionary that cannot be read is told of in the notices.
        """
        if not self.paths.dictionaries.is_dir():
            return []
        try:
            return self.dictionaries.look_up(word.headwords)
        except LibraryError as error:
            self.notices.append(str(error))
            return []

    async def online(self, word: "Word") -> "list[Answer]":
        """Return what the online dictionary that the settings name knows of a word.

        Nothing is sent without that setting. Raises EngineError without a key, SourceError when
        there is no answer.
        """
        if self.settings.online_dictionary == "none":
            return []
        from newsreader.ingest import krdict
        from newsreader.library.dictionaries import Answer
        from newsreader.translate.accounts import account

        key = account("krdict", ("key",), self.paths).need("key")
        found = await krdict.look_up(word.headwords[0], key.reveal())
        return [Answer(krdict.TITLE, one) for one in found]

    async def word_for_word(
        self, rows: Sequence[Row], on: date | None = None
    ) -> "dict[int, list[Cell]]":
        """Return the words of each row of the day ``on`` with their short English, by its id.

        An analyser that fails is told of in the notices; the rules answer alone then.
        """
        from newsreader.child import ChildError
        from newsreader.korean.interlinear import interlinear

        found: Sequence[list[Morpheme] | None] = [None] * len(rows)
        if self.analyser is not None:
            try:
                found = await self.analyser.analyse([row.ko for row in rows])
            except ChildError as error:
                self.notices.append(str(error))
            finally:
                await self.close_processes()
        return {
            row.id: interlinear(row.ko, own, row.terms, on)
            for row, own in zip(rows, found, strict=True)
        }

    @cached_property
    def analyser(self) -> "Analyser | None":
        """The analyser with the glossary's names as its words; None where it is not installed."""
        from newsreader.glossary.check import NAME_KINDS
        from newsreader.korean.analyser import Analyser, available

        if not available():
            return None
        names = (term.ko for term in self.glossary.terms if term.kind in NAME_KINDS)
        idle = 60 * self.settings.analyser_idle
        return Analyser(self.paths.logs / "analyser.log", names, idle=idle)

    async def close_processes(self) -> None:
        """End the analyser's process, if one runs."""
        analyser = self.__dict__.get("analyser")
        if analyser is not None:
            await analyser.close()

    # From rows to English

    def engine_name(self, kept: Kept | None = None, wanted: str | None = None) -> str | None:
        """Return the engine for an article or for headlines; None when there is none to use.

        ``wanted`` (a command's option) goes before what was chosen in the app, and that before the
        settings. The sample has its own English until another engine is wanted for it.
        """
        if wanted is None and kept is not None and kept.article == sample_article():
            return SAMPLE
        name = wanted or self.library.state.get("engine") or self.settings.engine
        if name != "auto":
            return str(name)
        from newsreader.translate.models import installed

        return "firefox" if installed(self.paths) else None

    @property
    def agreed_engines(self) -> list[str]:
        """The engines whose sending the reader agreed to, once for each."""
        return list(self.library.state.get(_AGREED, []))

    def choose_engine(self, name: str) -> None:
        """Translate with ``name`` from now on; choosing it is agreeing to what it sends.

        Raises LibraryError when the library cannot be written.
        """
        agreed = self.agreed_engines
        if name not in agreed:
            self.library.state.set(_AGREED, [*agreed, name])
        self.library.state.set("engine", name)

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
        *,
        corrected: bool = True,
        anew: bool = False,
    ) -> "Translation":
        """Return the translation of ``rows``, to be iterated; without an engine, from memory only.

        ``reason`` is what a row says that finds neither memory nor engine. Without ``corrected``
        the reader's own English is left aside; with ``anew`` the engine is asked also for what the
        memory has.
        """
        from newsreader.translate.engine import Context
        from newsreader.translate.pipeline import Translation

        context = Context(
            title=article.title,
            sentences=tuple(one.text for one in segment(article)),
            on=date_of(article),
            terms=tuple(match for row in rows for match in row.terms),
        )
        return Translation(
            rows,
            engine,
            self.library.memory,
            context=context,
            no_engine_reason=reason,
            glossary=self.glossary,
            check=lambda row: self.checked(row, context.on),
            corrected=corrected,
            anew=anew,
        )

    def checked(self, row: Row, on: date | None) -> Row:
        """Return a finished row with its doubts, and with what its English uses of the terms."""
        if row.en is None:
            return row
        from newsreader.glossary.check import with_use

        doubts = (*row.warnings, *self.doubts(row.ko, row.en, on, row.terms))
        return replace(
            row,
            terms=with_use(row.terms, row.en, self.glossary),
            warnings=self.unwaived(row.ko, doubts),
        )

    def unwaived(self, ko: str, warnings: Iterable[RowWarning]) -> tuple[RowWarning, ...]:
        """Return the warnings about a sentence that the reader has not waived."""
        return tuple(one for one in warnings if not self.library.waivers.holds(ko, one))

    def keep_english(self, kept: Kept, rows: Iterable[Row]) -> None:
        """Let an article that is kept be found by the English of its rows."""
        english = {row.ko: row.en for row in rows if row.en}
        if not kept.id or not english:
            return
        try:
            self.library.articles.keep_english(kept.id, english)
        except LibraryError as error:
            self.notices.append(f"{error} Search does not know this English.")

    def fixed(self, rows: Sequence[Row], on: date | None, only: int | None = None) -> list[Row]:
        """Return the rows whose English the glossary can put right, with that English, checked.

        ``only`` is the number of the one row to look at. Nothing is kept: see :meth:`correct`.
        """
        from newsreader.glossary.fix import mended
        from newsreader.translate.memory import READER

        better = mended(rows, self.glossary)
        return [
            self.checked(row.with_english(better[row.id], status="edited", engine=READER), on)
            for row in rows
            if row.id in better and only in (None, row.id)
        ]

    def correct(self, ko: str, en: str) -> Callable[[], None]:
        """Keep the reader's own English of ``ko``; return what takes it back.

        Both raise LibraryError when the library cannot be written.
        """
        from newsreader.translate.memory import correction, normalised

        entry = correction(ko, en)
        before = self.library.memory.corrections([normalised(ko)]).get(entry.ko)
        self.library.memory.keep([entry])
        if before is None:
            return lambda: self.library.memory.forget([entry.key])
        return lambda: self.library.memory.keep([before])


def _number(source: str) -> int | None:
    """Return the library's number of an article; None when ``source`` is something else."""
    return int(source) if source.isascii() and source.isdigit() and len(source) < 19 else None


def date_of(article: Article) -> date:
    """Return the day of ``article`` in Korea; today for one that does not say."""
    time = article.published or article.modified or datetime.now(UTC)
    return time.astimezone(SEOUL).date()
