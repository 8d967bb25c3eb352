"""The analyser at work on the article: the part of the reader that knows words by their forms."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

from newsreader.article import Row
from newsreader.child import ChildError
from newsreader.tui.screens.moving import MovingScreen
from newsreader.tui.search import Hit, find_forms
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme

#: So many sentences are analysed at once: the first ones are there soon.
_BATCH = 12


class AnalysingScreen(MovingScreen):
    """A screen with an article whose sentences are analysed where that is wanted."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        #: The analyser's morphemes of rows, by id; None while it is at work on one.
        self._morphemes: dict[int, list[Morpheme] | None] = {}

    def morphemes_of(self, row: Row) -> "list[Morpheme] | None":
        """Return the analyser's morphemes of ``row``; None, and it starts, where there are none."""
        from newsreader.korean.analyser import available

        if row.id not in self._morphemes and available():
            self._analyse([row])
        return self._morphemes.get(row.id)

    def is_waiting_for(self, row: Row) -> bool:
        """Say whether the analyser is at work on ``row``."""
        return row.id in self._morphemes and self._morphemes[row.id] is None

    @work(group="analysis", exit_on_error=False)
    async def _analyse(self, rows: Sequence[Row]) -> None:
        # Rows take their turn: to cancel one is to kill the analyser, which takes seconds to start.
        await self.analyse(rows)

    async def analyse(self, rows: Sequence[Row]) -> bool:
        """Have ``rows`` analysed, as far as they are not; say whether it can be done here."""
        analyser = self.workspace.analyser
        if analyser is None:
            return False
        left = [row for row in rows if row.id not in self._morphemes]
        self._morphemes |= dict.fromkeys(row.id for row in left)
        try:
            for at in range(0, len(left), _BATCH):
                batch = left[at : at + _BATCH]
                found = await analyser.analyse([row.ko for row in batch])
                for row, morphemes in zip(batch, found, strict=True):
                    self._morphemes[row.id] = morphemes
                    self._refine(row.id)
                self.words_known()
        except ChildError as error:
            for row in left:
                if self._morphemes.get(row.id) is None:
                    self._morphemes.pop(row.id, None)
            self.notify(str(error), severity="warning", markup=False)
            return False
        return True

    def _refine(self, number: int) -> None:
        """Show the terms that only the analyser's morphemes of a row have brought to light."""
        morphemes, kept = self._morphemes.get(number), self.kept
        if kept is None or morphemes is None:
            return
        row = self.document.by_id(number)
        refined = self.workspace.refined(kept.article, row, morphemes)
        if refined is not row:
            self.document.update_rows([self.workspace.terms_checked(refined)])

    def words_known(self) -> None:
        """Show what is known now that more sentences are analysed."""
        if self.search_text.strip().endswith("다"):
            self.search_again()

    def find(self, text: str) -> list[Hit]:
        """Return the places of ``text``; those of a verb or adjective in all its forms."""
        hits = super().find(text)
        wanted = text.strip()
        if len(wanted) < 2 or not wanted.endswith("다"):
            return hits
        rows = self.document.rows
        if any(row.id not in self._morphemes for row in rows):
            self._analyse(rows)
        return sorted({*hits, *find_forms(rows, wanted, self._morphemes)})
