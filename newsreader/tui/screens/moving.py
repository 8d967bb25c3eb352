"""Moving in the article: the part of the reader for paragraphs, pages, marks and jumps."""

from newsreader.errors import LibraryError
from newsreader.tui.jumps import Jumps
from newsreader.tui.screens.translating import TranslatingScreen
from newsreader.tui.widgets.bars import KeyHints
from newsreader.workspace import Workspace

#: The mark that is where the last jump began.
_LAST_JUMP = "apostrophe"


class MovingScreen(TranslatingScreen):
    """A screen with an article in which one can jump, and jump back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._jumps = Jumps()
        #: The reader's marks: letter to row id.
        self._marks: dict[str, int] = {}

    def load_marks(self) -> None:
        """Read the marks of the article that was opened."""
        found = self.workspace.library.state.get(self._marks_name, {})
        if isinstance(found, dict):
            self._marks = {
                str(letter): row for letter, row in found.items() if isinstance(row, int)
            }
        self._show_marks()

    @property
    def _marks_name(self) -> str:
        """The name under which the app's state keeps this article's marks."""
        return f"marks:{self.kept.id if self.kept else 0}"

    def _show_marks(self) -> None:
        self.document.show_marks({row: letter for letter, row in self._marks.items()})

    def jump_to_id(self, row: int) -> None:
        """Go to the row of id ``row``; the way back is remembered."""
        self.note_jump()
        self.document.move_to_id(row)

    def note_jump(self) -> None:
        """Remember the current row before a jump."""
        if (row := self.document.row) is not None:
            self._jumps.leave(row.id)

    # Actions

    def action_move(self, rows: int) -> None:
        """Move by sentences."""
        self.document.move(rows * self.sequences.take_count())

    def action_block(self, step: int) -> None:
        """Move by paragraphs."""
        self.document.move_block(step * self.sequences.take_count())

    def action_page(self, pages: float) -> None:
        """Move by windows."""
        self.document.page(pages * self.sequences.take_count())

    def action_first(self) -> None:
        """Go to the headline, or with a count to that sentence."""
        self.note_jump()
        self.document.move_to(self.sequences.take_count() - 1)

    def action_last(self) -> None:
        """Go to the end, or with a count to that sentence."""
        count = self.sequences.take_count(0)
        self.note_jump()
        self.document.move_to((count or len(self.document.rows)) - 1)

    def action_jump(self, step: int) -> None:
        """Go back (-1) to where the last jump began, or forward (1) again."""
        row = self.document.row
        if row is None:
            return
        place = self._jumps.back(row.id) if step < 0 else self._jumps.forward()
        if place is None:
            self.notify("No more jumps this way.", timeout=2, markup=False)
        else:
            self.document.move_to_id(place)

    def action_mark(self) -> None:
        """Mark this sentence with the letter that is pressed next."""
        self.notify("Mark this sentence: press a letter.", timeout=4, markup=False)
        self.sequences.take_next(self._set_mark)

    def _set_mark(self, key: str) -> None:
        row = self.document.row
        if row is None or len(key) != 1 or not key.isalnum():
            self.notify("No mark: that is no letter.", timeout=2, markup=False)
            return
        before = dict(self._marks)
        self._marks[key] = row.id
        self._keep_marks()

        def undo() -> str:
            self._marks = before
            self._keep_marks()
            return f"The mark {key} is as it was."

        self.undoable(undo)
        self.notify(f"Sentence {row.id} is mark {key}; '{key} comes back here.", markup=False)

    def _keep_marks(self) -> None:
        self._show_marks()
        try:
            self.workspace.library.state.set(self._marks_name, self._marks)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)

    def action_go_to_mark(self) -> None:
        """Go to the mark whose letter is pressed next; ' once more: where the last jump began."""
        set_marks = (
            " ".join(sorted(self._marks)) or f"none set yet; {self.key_for('mark')} sets one"
        )
        self.notify(f"Go to mark ({set_marks}), ' goes back.", timeout=4, markup=False)
        self.sequences.take_next(self._go_to_mark)

    def _go_to_mark(self, key: str) -> None:
        row = self._jumps.last if key == _LAST_JUMP else self._marks.get(key)
        if row is None:
            self.notify("There is no such mark.", timeout=2, markup=False)
        else:
            self.query_one(KeyHints).clear()  # the question is answered
            self.jump_to_id(row)
