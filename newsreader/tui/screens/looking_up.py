"""Looking words up: the part of the reader that explains the word under the cursor."""

from typing import TYPE_CHECKING

from textual import work

from newsreader.article import Row
from newsreader.child import ChildError
from newsreader.tui.placement import Box
from newsreader.tui.screens.translating import TranslatingScreen
from newsreader.tui.widgets.popup import Popup
from newsreader.workspace import Workspace, date_of

if TYPE_CHECKING:
    from textual.content import Content

    from newsreader.korean.analyser import Morpheme


class LookingUpScreen(TranslatingScreen):
    """A screen with an article whose terms and words are explained in a popup."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.popup = Popup()
        #: The popup says how the sentence is said, not what a word or term means.
        self._stance = False
        #: The analyser's morphemes of rows, by id; None while it is at work on one.
        self._morphemes: dict[int, list[Morpheme] | None] = {}

    def open_popup(self, *, stance: bool = False) -> None:
        """Explain the term or word under the cursor, or with ``stance`` how the row is said."""
        self._stance = stance
        self._draw_popup()

    def follow_with_popup(self) -> None:
        """Let an open popup go with the cursor."""
        if self.popup.is_open:
            self._draw_popup()

    def _draw_popup(self) -> None:
        """Draw the popup anew; close it where there is nothing to explain."""
        row, spot, box = self.document.row, self.document.spot, self.document.spot_box()
        if row is None or box is None or self.kept is None or not (spot or self._stance):
            self.popup.close()
            return
        if self._stance:
            content = self._stance_content(row)
        elif self.document.term is not None or spot is None:
            content = self._term_content(row)
        else:
            content = self._word_content(row, spot)
        area = self.document.region
        self.popup.open_beside(
            Box(box.x + area.x, box.y + area.y, box.width, box.height),
            content,
            Box(area.x, area.y, area.width, area.height),
        )

    def _term_content(self, row: Row) -> "Content":
        from newsreader.tui.explain import explain_term

        term = self.document.term
        assert term is not None
        assert self.kept is not None
        day = date_of(self.kept.article)
        others = self.workspace.matcher.alternatives(row.ko, term, on=day)
        return explain_term(self.workspace.glossary, term, day, self.document.rows, others)

    def _word_content(self, row: Row, spot: tuple[int, int]) -> "Content":
        from newsreader.tui.explain import explain_word

        morphemes = self._read(row)
        word = self.workspace.word(row, spot, morphemes)
        matches = [
            match
            for match in row.terms
            if match.start < spot[1]
            and spot[0] < match.end
            and self.workspace.glossary.find(match.term)
        ]
        waiting = row.id in self._morphemes and morphemes is None
        return explain_word(word, matches, waiting=waiting)

    def _stance_content(self, row: Row) -> "Content":
        from newsreader.korean.endings import stance
        from newsreader.tui.explain import explain_stance

        # The analyser tells 당국자는 from a quoting 자는, but misses some patterns of letters.
        found = stance(row.ko, self._read(row)) or stance(row.ko)
        return explain_stance(row.ko, found)

    def _read(self, row: Row) -> "list[Morpheme] | None":
        """Return the analyser's morphemes of ``row``; None, and it starts, where there are none."""
        from newsreader.korean.analyser import available

        if row.id not in self._morphemes and available():
            self._morphemes[row.id] = None
            self._analyse(row)
        return self._morphemes.get(row.id)

    @work(group="analysis", exit_on_error=False)
    async def _analyse(self, row: Row) -> None:
        # Rows take their turn: to cancel one is to kill the analyser, which takes seconds to start.
        analyser = self.workspace.analyser
        if analyser is None:
            return
        try:
            self._morphemes[row.id] = (await analyser.analyse([row.ko]))[0]
        except ChildError as error:
            del self._morphemes[row.id]
            self.notify(str(error), severity="warning", markup=False)
            return
        self.follow_with_popup()

    # Actions

    def action_word(self, step: int) -> None:
        """Move by words."""
        for _ in range(self.sequences.take_count()):
            if not self.document.move_word(step):
                break

    def action_stance(self) -> None:
        """Open or close what the sentence reports, plans, guesses, quotes or honours."""
        if self.popup.is_open and self._stance:
            self.popup.close()
            return
        self.document.move_to(self.document.index)
        self.call_after_refresh(self.open_popup, stance=True)

    def action_explain_word(self) -> None:
        """Open or close the popup of the word; without one, start with the row's first."""
        if self.popup.is_open and self.document.word is not None:
            self.popup.close()
            return
        spot = self.document.spot
        if spot is None:
            self.document.move_word(1)
        else:
            self.document.move_to(self.document.index, word=spot)
        self.call_after_refresh(self.open_popup)

    def action_popup(self) -> None:
        """Open or close the popup; without a term under the cursor, go to this row's first."""
        if self.popup.is_open:
            self.popup.close()
            return
        row = self.document.row
        if self.document.term is None and row is not None:
            if not row.terms:
                self.notify("No glossary term in this sentence; K explains a word.", markup=False)
                return
            self.document.move_to(self.document.index, 0)
        self.call_after_refresh(self.open_popup)
