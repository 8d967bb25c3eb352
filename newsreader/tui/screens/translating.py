"""Translating the article: the part of the reader that finds terms and asks an engine."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import aclosing
from datetime import date
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from newsreader.article import Row
from newsreader.errors import LibraryError, NewsreaderError, NoOfflineEngineError, NotReadyError
from newsreader.library.articles import Kept
from newsreader.tui.screens.searching import SearchingScreen
from newsreader.tui.widgets.bars import progress_text
from newsreader.workspace import Workspace, date_of

if TYPE_CHECKING:
    from newsreader.translate.pipeline import Translation

#: Rows that arrive are shown together so often, in seconds. A memory gives hundreds at once, and
#: each that is shown alone costs a frame.
_FRAME = 1 / 30
LOOKING_FOR_TERMS = "The terms are still being looked for."
#: How long something is said that takes reading, in seconds.
_LONG = 10


class TranslatingScreen(SearchingScreen):
    """A screen with an article whose English arrives row by row."""

    class TermsFound(Message):
        """The rows know their terms now."""

    class Translated(Message):
        """The rows have the English that they will get."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.kept: Kept | None = None
        #: The engine that the rows come from, as the bar names it; "" before it is known.
        self.engine = ""
        #: There is none to ask.
        self._without_engine = False
        #: Whether the rows have the terms that they will have.
        self.terms_known = False
        self._wanted_engine: str | None = None
        #: Functions that take back what the reader changed, the last one last; each says what.
        self._undo: list[Callable[[], str]] = []
        self._translation: Translation | None = None
        #: What the bar says of the translation.
        self._progress = ""
        #: Finished rows that are not shown yet.
        self._arrived: list[Row] = []
        #: Rows as they were before an engine was asked for other English, by id.
        self._before: dict[int, Row] = {}
        #: Why rows got no other English and are as they were.
        self._refused: str | None = None

    @work(exclusive=True, group="translation", exit_on_error=False)
    async def translate(self, *, anew: bool = False) -> None:
        """Find the terms, then translate every row that has no English.

        With ``anew`` the engine is asked also for what the memory has.
        """
        kept = self.kept
        if kept is None:
            return
        rows = self.document.rows
        if not any(row.terms for row in rows):
            rows = await asyncio.to_thread(self.workspace.with_terms, kept.article, rows)
            self.document.update_rows(rows)
            self.post_message(self.TermsFound())
        self.terms_known = True
        wanted = [row for row in rows if row.en is None]
        if wanted:
            await asyncio.to_thread(self.workspace.warm_up)
        name = self.workspace.engine_name(kept, self._wanted_engine)
        self.engine, self._without_engine = name or "", name is None
        # Short, because every row says it.
        engine, reason = None, f"no engine yet: {self.key_for('engine')} chooses one"
        if name is not None:
            try:
                # In a thread, for it may have to load a client of the web.
                engine = await asyncio.to_thread(self.workspace.open_engine, name)
            except NotReadyError as error:
                reason = self._shortly(error)
                if not isinstance(error, NoOfflineEngineError):
                    self.notify(str(error), severity="warning", timeout=_LONG, markup=False)
            except NewsreaderError as error:
                reason = str(error)
        try:
            await self._stream(
                self.workspace.translation(kept.article, wanted, engine, reason, anew=anew)
            )
        finally:
            if engine is not None:
                await engine.close()

    def _said_of(self, error: NewsreaderError) -> str:
        """Return what is wrong with an engine; of a model to fetch, with the key and no command."""
        return self._shortly(error) if isinstance(error, NoOfflineEngineError) else str(error)

    def _shortly(self, error: NotReadyError) -> str:
        return f"{error.why}; {self.key_for('engine')} shows the engines."

    def _offer(self) -> str:
        """Return what the bar says where nothing translates: what there would be, and how."""
        from newsreader.translate.installing import OFFER

        size = f"{OFFER.download_size / 1e6:.0f} MB"
        return f"no engine; {self.key_for('engine')}: offline model, {size}"

    async def _stream(self, translation: "Translation") -> None:
        self._translation = translation
        translation.prefer(self.document.visible_ids())
        self.show_progress()
        try:
            async with aclosing(translation):
                async for row in translation:
                    if not self._arrived:
                        self.set_timer(_FRAME, self._show_arrived)
                    self._arrived.append(row)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
        finally:
            self._translation = None
            self._show_arrived()
            self._tell_refusal()
            self.check_between()
            self._keep_english(self.document.rows)
        self.post_message(self.Translated())

    def _show_arrived(self) -> None:
        arrived, self._arrived = self._arrived, []
        self.document.update_rows([self._or_as_it_was(row) for row in arrived])
        self.show_progress()

    def _or_as_it_was(self, row: Row) -> Row:
        """Return a finished row; one that had English and got no other keeps what it had."""
        before = self._before.pop(row.id, None)
        if before is None or row.en is not None:
            return row
        self._refused = row.reason
        return before

    def _tell_refusal(self) -> None:
        if self._refused is not None:
            said = f"{self._refused.rstrip('.')}. The English is as it was."
            self.notify(said, severity="warning", timeout=_LONG, markup=False)
            self._refused = None
            engines = Counter(row.engine for row in self.document.rows if row.en is not None)
            self.engine = engines.most_common(1)[0][0] or ""

    def check_between(self) -> None:
        """Mark the rows whose English names a term otherwise than the rows before do."""
        rows = self.document.rows
        checked = self.workspace.varied(rows)
        changed = [new for old, new in zip(rows, checked, strict=True) if new is not old]
        if changed:
            self.document.update_rows(changed)
        self.show_progress()

    def _keep_english(self, rows: Sequence[Row]) -> None:
        if self.kept is not None:
            self.workspace.keep_english_aside(self.kept, rows)

    @property
    def _day(self) -> date | None:
        return date_of(self.kept.article) if self.kept else None

    def prefer_visible(self) -> None:
        """Have the rows in the window translated next."""
        if self._translation is not None:
            self._translation.prefer(self.document.visible_ids())

    def show_progress(self) -> None:
        """Say in the bar how far the translation is, which terms it has, and what is in doubt."""
        rows: Sequence[Row] = self.document.rows
        done = sum(row.en is not None for row in rows)
        doubts = sum(bool(row.warnings) or row.status == "failed" for row in rows)
        parts = [self.engine, progress_text(done, len(rows))]
        if self._without_engine:
            parts = [self._offer()]
        satisfied, applicable = self.workspace.satisfaction(rows)
        if applicable:
            parts.append(f"{satisfied}/{applicable} terms")
        if doubts:
            parts.append(f"{doubts}!")
        self._progress = "  ".join(part for part in parts if part)
        self.show_place()

    def show_place(self) -> None:
        """Say in the bar at which sentence the reader is, behind what it says of the English."""
        place, rows = self.document.index + 1, len(self.document.rows)
        percent = f"{place}/{rows} {place * 100 // rows}%" if rows else ""
        self.bar.set_texts(right=f"{self._progress}  {percent}".strip())

    def action_engine(self) -> None:
        """Let the reader choose an engine, then translate with it."""
        from newsreader.tui.screens.engines import EnginesScreen

        self.app.push_screen(
            EnginesScreen(self.workspace, self.engine),
            lambda name: self._translate_with(name) if name else None,
        )

    def _translate_with(self, name: str) -> None:
        others = [row for row in self.document.rows if row.engine != name]
        self._undoable_english(others, self.engine)
        self._wanted_engine = name
        self.start_over(others)

    def action_compare(self) -> None:
        """Show the current row by all engines that may be asked."""
        row, kept = self.document.row, self.kept
        if row is None or kept is None:
            return
        from newsreader.translate.engines import ENGINES
        from newsreader.tui.screens.compare import CompareScreen

        agreed = self.workspace.agreed_engines
        names = [info.name for info in ENGINES.values() if info.local or info.name in agreed]
        self.app.push_screen(CompareScreen(self.workspace, kept.article, row, names, self._said_of))

    def action_edit(self) -> None:
        """Let the reader write the English of the current row."""
        row = self.document.row
        if row is None:
            return
        from newsreader.tui.screens.edit import EditScreen

        self.app.push_screen(
            EditScreen(row.ko, row.en or ""), lambda text: self._edited(row, text) if text else None
        )

    def _edited(self, row: Row, english: str) -> None:
        if english == row.en:
            return
        try:
            takes_back = self.workspace.correct(row.ko, english)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return

        def undo() -> str:
            takes_back()
            self.document.update_rows([row])
            self._keep_english([row])
            return f"Sentence {row.id} is as it was."

        self.undoable(undo)
        edited = row.with_english(english, status="edited", engine="reader")
        self.document.update_rows([self.workspace.checked(edited, self._day)])
        self._keep_english([edited])
        self.check_between()
        self.notify(f"Kept; {self.key_for('undo')} takes it back.", timeout=3, markup=False)

    def undoable(self, take_back: Callable[[], str]) -> None:
        """Remember how to take back what was just changed; it says in a sentence what it did."""
        self._undo.append(take_back)

    def action_undo(self) -> None:
        """Take back the last change."""
        if not self._undo:
            self.notify("Nothing to undo.", timeout=2, markup=False)
            return
        try:
            said = self._undo.pop()()
        except NewsreaderError as error:
            said = str(error)
        self.show_progress()
        self.notify(said, timeout=3, markup=False)

    def action_retranslate(self, which: str) -> None:
        """Ask the engine again for this sentence or for the article; undo brings back the old."""
        row, kept = self.document.row, self.kept
        if kept is None:
            return
        asked = [row] if which == "row" and row is not None else list(self.document.rows)
        asked = [one for one in asked if one.status != "edited"]
        if not asked:
            self.notify(
                f"This English is your own; {self.key_for('edit')} changes it.",
                timeout=3,
                markup=False,
            )
        elif self.workspace.engine_name(kept, self._wanted_engine) is None:
            self.notify(
                f"No engine yet; {self.key_for('engine')} chooses one.", timeout=3, markup=False
            )
        else:
            self._undoable_english(asked, self.engine)
            self.start_over(asked, anew=True)

    def _undoable_english(self, rows: Sequence[Row], engine: str) -> None:
        """Let undo bring back the English that ``rows`` have now, on the screen and in memory."""
        from newsreader.translate.memory import normalised

        had = [row for row in rows if row.en is not None]
        if not had:
            return
        wanted = self._wanted_engine
        try:
            memory = self.workspace.library.memory
            before = list(memory.newest([normalised(row.ko) for row in had]).values())
        except LibraryError:
            before = []  # what is not kept cannot be lost

        def undo() -> str:
            self.workers.cancel_group(self, "translation")
            self._show_arrived()
            self.workspace.library.memory.keep(before)
            self._wanted_engine, self.engine = wanted, engine
            self.document.update_rows(had)
            what = f"sentence {had[0].id}" if len(had) == 1 else f"{len(had)} sentences"
            return f"The English of {what} is as it was."

        self.undoable(undo)

    def start_over(self, rows: Sequence[Row], *, anew: bool = False) -> None:
        """Translate ``rows`` again; with ``anew`` not from the memory."""
        self._show_arrived()
        self._before |= {row.id: row for row in rows if row.en is not None}
        self.document.update_rows(
            [row.without_english("waiting", status="pending") for row in rows]
        )
        self.translate(anew=anew)
