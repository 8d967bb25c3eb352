"""From rows to English: the part of the workspace with the engines and the memory."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.article import Article, Row
from newsreader.errors import LibraryError
from newsreader.korean.segments import segment
from newsreader.library.articles import Kept
from newsreader.library.library import Library
from newsreader.sample import SAMPLE, sample_article, sample_english
from newsreader.workspace.reading import date_of
from newsreader.workspace.words import WordsWorkspace

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from newsreader.translate.engine import Engine
    from newsreader.translate.pipeline import Translation

#: The name in the state of the list of engines that the reader agreed to.
_AGREED = "consent"

_UNKNOWN = "Search does not know this English."

NO_ENGINE = (
    "no engine: the offline model is not installed (`newsreader model install`)"
    " and no online engine was chosen"
)


class TranslatingWorkspace(WordsWorkspace):
    """The engine in use, what it makes of rows, and the reader's own English."""

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

    def warm_up(self) -> None:
        """Load what translating and checking take, longer than a frame lasts. Safe in a thread."""
        import_module("newsreader.translate.pipeline")
        # Two numbers that could change places have their neighbours looked up in the lexicon.
        self.doubts("남성 2명, 여성 3명", "two men and three women", None)

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

    def keep_english(self, kept: Kept, rows: Iterable[Row]) -> None:
        """Let an article that is kept be found by the English of its rows."""
        english = {row.ko: row.en for row in rows if row.en}
        if kept.id and english:
            self._keep_english(self.library, kept.id, english)

    def keep_english_aside(self, kept: Kept, rows: Iterable[Row]) -> None:
        """Do what :meth:`keep_english` does in a thread: of a long article it takes a while.

        :meth:`english_kept` waits for it, and so does :meth:`close`.
        """
        file = self.library.file
        if file is None:  # it lives in this thread's connection alone
            self.keep_english(kept, rows)
            return
        english = {row.ko: row.en for row in rows if row.en}
        if kept.id and english:
            self._aside.submit(self._keep_english_beside, file, kept.id, english)

    async def english_kept(self) -> None:
        """Wait until what is kept aside is kept."""
        if "_aside" in self.__dict__:
            await asyncio.wrap_future(self._aside.submit(lambda: None))

    def close(self) -> None:
        """Keep what is still to be kept, and close the library."""
        if "_aside" in self.__dict__:
            self._aside.shutdown()
        super().close()

    @cached_property
    def _aside(self) -> "ThreadPoolExecutor":
        """The thread, one, so that what is kept last is what stays."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, "english")

    def _keep_english_beside(self, file: Path, number: int, english: Mapping[str, str]) -> None:
        try:
            library = Library(file)
        except LibraryError as error:
            self.notices.append(f"{error} {_UNKNOWN}")
            return
        with library:
            self._keep_english(library, number, english)

    def _keep_english(self, library: Library, number: int, english: Mapping[str, str]) -> None:
        try:
            library.articles.keep_english(number, english)
        except LibraryError as error:
            self.notices.append(f"{error} {_UNKNOWN}")

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
