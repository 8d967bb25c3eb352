"""Highlights: the part of the reader that marks what the reader wants to find again."""

from collections.abc import Callable, Iterator

from textual import on

from newsreader.article import Row
from newsreader.errors import LibraryError, NewsreaderError
from newsreader.library.marks import Highlight
from newsreader.tui.arrangement import Column
from newsreader.tui.screens.keeping import KeepingScreen
from newsreader.workspace import Workspace


class HighlightingScreen(KeepingScreen):
    """A screen with an article in which words and sentences can be highlighted."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._highlights: list[Highlight] = []

    @on(KeepingScreen.Translated)
    def load_highlights(self) -> None:
        """Read the article's highlights and draw those whose text still stands there."""
        if self.kept is None:
            return
        try:
            self._highlights = self.workspace.library.highlights.of(self.kept.id)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        places: dict[tuple[int, Column], list[tuple[int, int]]] = {}
        for row, column, one in self._placed():
            places.setdefault((row.id, column), []).append((one.start, one.end))
        self.document.show_highlights(places)

    def _placed(self) -> Iterator[tuple[Row, Column, Highlight]]:
        """Yield the highlights with their rows: a sentence that was changed has them no more."""
        rows = {row.ko: row for row in self.document.rows}
        for one in self._highlights:
            row = rows.get(one.ko)
            column: Column = "korean" if one.side == "ko" else "english"
            text = (row.ko if column == "korean" else row.en or "") if row else ""
            if row is not None and text[one.start : one.end] == one.text:
                yield row, column, one

    def action_highlight(self) -> None:
        """Highlight the selection, the word or term, or the sentence; or take that away."""
        row = self.document.row
        if row is None or self.kept is None:
            return
        if not self.kept.id:
            self.notify(
                "This article is not kept in the library, so a highlight would be lost.",
                severity="warning",
                markup=False,
            )
            return
        row, column, (start, end) = self.document.selected_span() or (
            row,
            "korean",
            self.document.spot or (0, len(row.ko)),
        )
        there = next(
            (
                one
                for placed, side, one in self._placed()
                if placed.id == row.id and side == column and one.start < end and start < one.end
            ),
            None,
        )
        try:
            said, take_back = (
                self._take_away(self.kept.id, row, there)
                if there
                else self._add(self.kept.id, row, column, start, end)
            )
        except NewsreaderError as error:
            self.notify(str(error), severity="error", markup=False)
            return

        def undo() -> str:
            take_back()
            self.load_highlights()
            return f"The highlights of sentence {row.id} are as they were."

        self.undoable(undo)
        self.load_highlights()
        self.notify(f"{said} {self.key_for('undo')} takes it back.", timeout=3, markup=False)

    def _add(
        self, article: int, row: Row, column: Column, start: int, end: int
    ) -> tuple[str, Callable[[], None]]:
        highlights = self.workspace.library.highlights
        added = highlights.add(article, row, "ko" if column == "korean" else "en", start, end)
        return "Highlighted.", lambda: highlights.remove(added.id)

    def _take_away(
        self, article: int, row: Row, there: Highlight
    ) -> tuple[str, Callable[[], None]]:
        highlights = self.workspace.library.highlights
        highlights.remove(there.id)

        def take_back() -> None:
            highlights.add(article, row, there.side, there.start, there.end)

        return "No longer highlighted.", take_back
