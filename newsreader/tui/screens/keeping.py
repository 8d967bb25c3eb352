"""What is kept with the article: the part of the reader for notes, revisions and terms seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from newsreader.article import Row
from newsreader.errors import LibraryError, NewsreaderError
from newsreader.text import clean_line
from newsreader.tui.cells import crop
from newsreader.tui.screens.looking_up import Subject
from newsreader.tui.screens.quoting import QuotingScreen
from newsreader.tui.widgets.bars import KeyHints
from newsreader.tui.widgets.document import Document
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from textual.content import Content

    from newsreader.library.marks import Note

#: How long the foot says a note, in seconds, while the cursor stays on its row.
_SECONDS = 20.0


class KeepingScreen(QuotingScreen):
    """A screen with an article on whose sentences notes can be written."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        #: The notes by the ids of their rows, and those whose sentence is no longer there.
        self._notes: dict[int, list[Note]] = {}
        self._loose_notes: list[Note] = []
        #: The row whose note the foot says.
        self._noted_row: int | None = None

    def load_notes(self) -> None:
        """Read the notes on the article and show where they are."""
        if self.kept is None:
            return
        from newsreader.library.marks import placed

        try:
            notes = self.workspace.library.notes.of(self.kept.id)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._notes, self._loose_notes = placed(notes, self.document.rows)
        self.document.show_notes(self._notes)
        self._noted_row = None

    @on(Document.Moved)
    def _tell_note(self) -> None:
        """Say the note on the row under the cursor at the foot, as much of it as fits."""
        row = self.document.row
        here = row.id if row is not None and row.id in self._notes else None
        if here == self._noted_row:
            return
        self._noted_row = here
        for foot in self.query(KeyHints):
            foot.clear()
            if here is not None:
                text = crop(self._notes[here][-1].text, foot.size.width - 4)
                foot.say(text, _SECONDS, mark="* ")

    def _content(self, subject: Subject) -> "Content":
        content = super()._content(subject)
        notes = () if self._trail else self._notes.get(subject.row.id, ())
        for note in notes:
            content = content.append("\n* ").append(note.text)
        return content

    @on(QuotingScreen.TermsFound)
    def remember_terms(self) -> None:
        """Write down that the article's terms were seen."""
        if self.kept is None or not self.kept.id:
            return
        terms = {match.term for row in self.document.rows for match in row.terms}
        try:
            self.workspace.library.seen.add(self.kept.id, sorted(terms))
        except LibraryError as error:
            self.log.error(str(error))

    # Actions

    def action_note(self) -> None:
        """Ask for a note on the sentence, or for another text of the one that is there."""
        row = self.document.row
        if row is None or self.kept is None:
            return
        if not self.kept.id:
            self.notify(
                "This article is not kept in the library, so a note on it would be lost.",
                severity="warning",
                markup=False,
            )
            return
        from newsreader.tui.screens.ask import AskScreen

        note = next(reversed(self._notes.get(row.id, ())), None)
        said = "; empty it to remove it" if note else ""
        self.close_popup()
        self.app.push_screen(
            AskScreen(f"Your note on sentence {row.id}{said}", "a note", note.text if note else ""),
            lambda text: self._note_written(row, note, text),
        )

    def _choose_for_loose(self, note: "Note") -> None:
        """Ask what to do with a note whose sentence is no longer in the article."""
        from newsreader.tui.screens.lists import Item, ListScreen

        row = self.document.row
        if row is None:
            return
        ways = [
            Item(1, f"Put it on sentence {row.id}, where the cursor is", row.ko),
            Item(2, "Change it, or empty it to remove it", note.text),
        ]
        self.app.push_screen(
            ListScreen(f"The sentence of this note is gone: {note.ko}", ways, 1),
            lambda way: self._do_with_loose(note, row, way),
        )

    def _do_with_loose(self, note: "Note", row: Row, way: int | None) -> None:
        from newsreader.tui.screens.ask import AskScreen

        if way == 1:
            notes = self.workspace.library.notes
            try:
                notes.move(note.id, row.id, row.ko)
            except NewsreaderError as error:
                self.notify(str(error), severity="error", markup=False)
                return
            self._note_kept("Moved.", lambda: notes.move(note.id, note.row, note.ko))
        elif way == 2:
            self.app.push_screen(
                AskScreen("Your note; empty it to remove it", "a note", note.text),
                lambda text: self._note_written(row, note, text),
            )

    def _note_written(self, row: Row, note: "Note | None", text: str | None) -> None:
        """Keep what was written on ``row``: None is nothing, "" removes ``note``."""
        if text is None or self.kept is None:
            return
        try:
            done = self._keep_note(self.kept.id, row, note, clean_line(text))
        except NewsreaderError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if done is None:
            return
        self._note_kept(*done)

    def _note_kept(self, said: str, take_back: Callable[[], None]) -> None:
        """Show the notes as they are now, and remember what takes the change back."""

        def undo() -> str:
            take_back()
            self.load_notes()
            return "The note is as it was."

        self.undoable(undo)
        self.load_notes()
        self.notify(f"{said} {self.key_for('undo')} takes it back.", timeout=3, markup=False)

    def _keep_note(
        self, article: int, row: Row, note: "Note | None", text: str
    ) -> tuple[str, Callable[[], None]] | None:
        """Write, change or remove a note; return what was done and what takes it back."""
        notes = self.workspace.library.notes
        if text == (note.text if note else ""):
            return None
        if note is None:
            added = notes.add(article, row, text)
            return "Noted.", lambda: notes.remove(added.id)
        if not text:
            notes.remove(note.id)
            return "The note is removed.", lambda: notes.restore(note)
        notes.change(note.id, text)
        return "Noted.", lambda: notes.change(note.id, note.text)

    def action_notes(self) -> None:
        """List the notes on the article, and go to the row of the one that is chosen."""
        from newsreader.tui.screens.lists import Item, ListScreen

        last = len(self.document.rows)
        found = [
            Item(row, note.text, note.ko) for row, notes in self._notes.items() for note in notes
        ]
        found += [
            Item(min(note.row, last), note.text, f"no longer here (Enter): {note.ko}", -number)
            for number, note in enumerate(self._loose_notes, 1)
        ]
        if not found:
            self.notify(
                f"No notes on this article; {self.key_for('note')} writes one.",
                timeout=2,
                markup=False,
            )
            return
        self.close_popup()
        self.app.push_screen(
            ListScreen(
                "Notes on this article",
                sorted(found, key=lambda item: item.row),
                self.document.index + 1,
            ),
            self._note_chosen,
        )

    def _note_chosen(self, chosen: int | None) -> None:
        """Go to the row of a note; a negative number counts those whose sentence is gone."""
        if chosen is not None and chosen < 0:
            self._choose_for_loose(self._loose_notes[-chosen - 1])
        elif chosen is not None:
            self.jump_to_id(chosen)

    # Revisions

    def tell_change(self) -> None:
        """Say once that the article has another text than before."""
        if self.kept is None or not self.kept.id:
            return
        library, name = self.workspace.library, f"revisions:{self.kept.id}"
        try:
            revisions = library.articles.revisions(self.kept.id)
            if len(revisions) < 2 or library.state.get(name) == revisions[0].id:
                return
            library.state.set(name, revisions[0].id)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        how = self.key_for("revisions")
        self.notify(
            f"The text of this article has changed; {how} shows how.", timeout=10, markup=False
        )

    def action_revisions(self) -> None:
        """Show the kept texts of the article and what each of them changed."""
        if self.kept is None:
            return
        from newsreader.tui.screens.revisions import RevisionsScreen

        try:
            revisions = self.workspace.library.articles.revisions(self.kept.id)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if len(revisions) < 2:
            self.notify("No other text of this article is kept.", timeout=3, markup=False)
            return
        self.close_popup()
        self.app.push_screen(RevisionsScreen(revisions))
