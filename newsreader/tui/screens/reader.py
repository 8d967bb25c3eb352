"""The reader: one article in two columns, its terms explained, its English arriving row by row."""

import asyncio
import logging
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsreader.article import Match, RowWarning
from newsreader.errors import LibraryError, NewsreaderError
from newsreader.export.head import head_parts
from newsreader.library.articles import Kept
from newsreader.tui.commands import EVERYWHERE, READER, Command, bindings
from newsreader.tui.screens.highlighting import HighlightingScreen
from newsreader.tui.screens.translating import LOOKING_FOR_TERMS
from newsreader.tui.widgets.bars import KeyHints
from newsreader.tui.widgets.document import Document
from newsreader.tui.widgets.skeleton import Skeleton
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.glossary.term import Term
    from newsreader.tui.screens.lists import Item

#: Seconds of rest after which the reader's place is written down.
_REST = 0.5


class ReaderScreen(HighlightingScreen):
    """One article. ``source`` is whatever ``newsreader open`` takes.

    ``row`` is the row to begin at; 0 is where the reader was.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (*READER, *EVERYWHERE)

    DEFAULT_CSS = """
    ReaderScreen {
        layers: base popup;
        & #state { padding: 1 2; height: 1fr; display: none; }
        &.-message #state { display: block; }
        &.-message Document { display: none; }
        &.-opening #state { height: auto; }
        &.-opening Skeleton { display: block; }
    }
    """

    def __init__(self, workspace: Workspace, source: str, *, row: int = 0) -> None:
        super().__init__(workspace)
        self.source = source
        self._first_row = row
        self.set_head(f"‹ {source}")
        self.state_text = Static("", id="state", markup=False)
        self._place_timer = self.set_timer(0, lambda: None, pause=True)

    def compose(self) -> ComposeResult:
        """Lay the bar, the article and the hints one under another."""
        yield self.bar
        yield self.document
        yield self.state_text
        yield Skeleton()
        yield KeyHints(self.commands_here)
        yield self.popup

    def _english_of(self, match: Match, english: str) -> tuple[int, int] | None:
        from newsreader.glossary.fix import place_of

        return place_of(match, english, self.workspace.glossary)

    def on_mount(self) -> None:
        """Open the source: at once from this machine, otherwise in the background."""
        self.document.focus()
        self.document.english_of_term = self._english_of
        self.document.at_move = self.show_place
        try:
            kept = self.workspace.open_local(self.source)
        except NewsreaderError as error:
            self._say(str(error))
            return
        if kept is not None:
            self._opened(kept)
        else:
            self._fetch()

    # Opening

    @work(exclusive=True, group="article", exit_on_error=False)
    async def _fetch(self) -> None:
        name = self.workspace.name_of(self.source)
        self.set_head(f"‹ {name}")
        self._say_opening(name, 0)
        self.add_class("-opening")
        seconds = count(1)
        clock = self.set_interval(1, lambda: self._say_opening(name, next(seconds)))
        try:
            kept = await self.workspace.open(self.source)
        except NewsreaderError as error:
            again, back = self.key_for("retry"), self.key_for("back")
            self._say(str(error), f"{again} tries again, {back} goes back to the library.")
            return
        finally:
            clock.stop()
            self.remove_class("-opening")
        self._opened(kept)

    def _say_opening(self, name: str, seconds: int) -> None:
        """Say what is being opened, and for how long it has been tried."""
        limit = self.workspace.settings.fetch_timeout
        tried = f"{seconds} s; it may take up to {limit:g} s. " if seconds else ""
        self._say(f"Opening {name} …", f"{tried}{self.key_for('back')} stops it.")

    def _opened(self, kept: Kept) -> None:
        self.kept = kept
        self.remove_class("-message")
        self.query_one(KeyHints).limit(None)
        self.set_head(f"‹ {' · '.join(head_parts(kept.article)) or kept.article.title}")
        self.load_arrangement()
        self.document.show(self.workspace.rows(kept.article), cursor=self._first_row or kept.row)
        self.load_marks()
        self.load_notes()
        self.load_highlights()
        self.show_progress()
        if self.workspace.notices:
            self.tell_notices(self.workspace.notices)
        else:
            self.tell_change()
        # After the first paint: finding terms takes the interpreter for tens of milliseconds.
        self.call_after_refresh(self.translate)

    def _say(self, *sentences: str) -> None:
        """Show a state instead of an article: what is going on and what to do."""
        self.state_text.update("\n\n".join(sentences))
        self.add_class("-message")
        self.query_one(KeyHints).limit({"back", "help"})

    # Events

    def on_key(self, event: events.Key) -> None:
        """Let Esc put a search away before it leaves the article."""
        reads = self.document.has_focus and not self.popup.is_open
        if event.key == "escape" and reads and self.forget_search():
            event.stop()
            event.prevent_default()

    @on(Document.Moved)
    def _moved(self) -> None:
        self.follow_with_popup()
        self.prefer_visible()
        self._place_timer.stop()
        self._place_timer = self.set_timer(_REST, self._remember_place)

    @on(HighlightingScreen.TermsFound)
    def _terms_found(self) -> None:
        self.follow_with_popup()

    @on(Document.Clicked)
    def _clicked(self, event: Document.Clicked) -> None:
        self.document.move_to(event.index, event.term)
        if event.term is not None:
            self.open_popup()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell of an error of our own; what is on the screen stays readable."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        from newsreader.log import open_log

        file = open_log(self.workspace.paths.logs)
        logging.getLogger("newsreader").error("worker %s", event.worker.name, exc_info=error)
        where = f"; details are in {file}" if file else ""
        self.notify(
            f"A fault in newsreader stopped this: {type(error).__name__}{where}.",
            severity="error",
            timeout=20,
            markup=False,
        )

    def on_resize(self) -> None:
        """Keep the popup beside its word."""
        self.call_after_refresh(self.follow_with_popup)

    def on_unmount(self) -> None:
        """Write down where the reader was."""
        self._remember_place()

    def _remember_place(self) -> None:
        row = self.document.row
        if self.kept is None or row is None or not self.kept.id:
            return
        try:
            self.workspace.library.flags.set_row(self.kept.id, row.id)
        except LibraryError as error:
            self.log.error(str(error))

    # Actions

    def action_term(self, step: int) -> None:
        """Move by terms."""
        for _ in range(self.sequences.take_count()):
            if not self.document.move_term(step):
                none = "No more terms this way." if self.terms_known else LOOKING_FOR_TERMS
                self.notify(none, timeout=2, markup=False)
                break

    def action_list(self, name: str) -> None:
        """Show the terms, the warnings or the outline, and go to the row that is chosen."""
        from newsreader.tui.screens.lists import (
            ListScreen,
            WarningsScreen,
            outline_items,
            quotation_items,
            term_items,
            warning_items,
        )

        title, items = {
            "terms": ("Terms of this article", term_items),
            "warnings": ("Warnings", warning_items),
            "quotations": ("Quotations", quotation_items),
            "outline": ("Outline", outline_items),
        }[name]
        found = items(self.document.rows)
        if not found:
            said = f"{title}: none."
            if name == "warnings" and all(row.en is None for row in self.document.rows):
                said = f"Nothing was translated yet; {self.key_for('engine')} chooses an engine."
            self.notify(said, timeout=2, markup=False)
            return
        self.close_popup()
        here = self.document.index + 1
        self.app.push_screen(
            WarningsScreen(title, found, here, self._waive, self._fix)
            if name == "warnings"
            else ListScreen(title, found, here),
            lambda row: self.jump_to_id(row) if row is not None else None,
        )

    def _waive(self, item: "Item", reason: str) -> bool:
        """Waive the warning of a line and say whether that is kept."""
        row = self.document.by_id(item.row)
        warning = RowWarning(item.more, item.text)
        try:
            self.workspace.library.waivers.add(row.ko, warning, reason)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return False

        def undo() -> str:
            self.workspace.library.waivers.remove(row.ko, warning)
            now = self.document.by_id(row.id)
            self.document.update_rows([replace(now, warnings=(*now.warnings, warning))])
            return f"The warning of sentence {row.id} is back."

        self.undoable(undo)
        left = self.workspace.unwaived(row.ko, row.warnings)
        self.document.update_rows([replace(row, warnings=left)])
        self.show_progress()
        return True

    def _fix(self, only: int | None) -> "Sequence[Item] | None":
        """Put terms right in the row ``only`` or in all; return the warnings left, or None."""
        from newsreader.tui.screens.lists import warning_items

        before = {row.id: row for row in self.document.rows}
        fixed = self.workspace.fixed(self.document.rows, self._day, only)
        if not fixed:
            return None
        takes_back: list[Callable[[], None]] = []
        try:
            takes_back.extend(self.workspace.correct(row.ko, row.en or "") for row in fixed)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            fixed = fixed[: len(takes_back)]

        def undo() -> str:
            for take_back in reversed(takes_back):
                take_back()
            self.document.update_rows([before[row.id] for row in fixed])
            return "The English is as it was."

        self.undoable(undo)
        self.document.update_rows(fixed)
        self.check_between()
        return warning_items(self.document.rows)

    def action_retry(self) -> None:
        """Translate the rows that have no English; where nothing is open, open it again."""
        if self.kept is None:
            self._fetch()
            return
        missing = [row for row in self.document.rows if row.en is None]
        if missing:
            self.start_over(missing)
        else:
            self.notify("Every sentence has its English.", timeout=2, markup=False)

    def action_edit_term(self) -> None:
        """Let the reader write the term under the cursor, or a new one."""
        row, match, spot = self.document.row, self.document.term, self.document.spot
        if row is None:
            return
        from newsreader.tui.screens.term_editor import TermEditorScreen

        term = self.workspace.term_of(match) if match else None
        word = row.ko[slice(*spot)] if spot else ""
        self.close_popup()
        self.app.push_screen(TermEditorScreen(term, korean=word), self._term_written)

    def _term_written(self, term: "Term | None") -> None:
        if term is None:
            return
        try:
            said = self.workspace.add_term(term)
        except NewsreaderError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.undoable(self._take_back_term)
        self._find_terms_again()
        self.notify(f"{said} {self.key_for('undo')} takes it back.", timeout=4, markup=False)

    def _take_back_term(self) -> str:
        try:
            said = self.workspace.undo_term()
        except NewsreaderError as error:
            return str(error)
        self._find_terms_again()
        return said or "Nothing to undo."

    @work(exclusive=True, group="terms", exit_on_error=False)
    async def _find_terms_again(self) -> None:
        if self.kept is None:
            return
        article, rows = self.kept.article, self.document.rows
        rows = await asyncio.to_thread(self.workspace.with_terms, article, rows)
        self.document.update_rows([self.workspace.terms_checked(row) for row in rows])
        self.remember_terms()
        self.show_progress()

    async def action_back(self) -> None:
        """Close the popup; where none is open, go back to the library."""
        if self.popup.is_open:
            self.close_popup()
            return
        await self.workspace.english_kept()  # the library's list shows how much there is
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            await self.run_action("app.library")
