"""How the article is laid out: the part of the reader for views, widths, spacing and focus."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, get_args

from textual import on, work

from newsreader.article import Row
from newsreader.config import ColumnOrder, Spacing
from newsreader.errors import LibraryError
from newsreader.tui.arrangement import FOCUSES, VIEWS, Arrangement
from newsreader.tui.interlinear import Gloss
from newsreader.tui.screens.looking_up import LookingUpScreen, stances_of
from newsreader.workspace import Workspace, date_of

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme

#: The name in the app's state of what the reader changed about the layout.
_READING = "reading"
#: By how much + and - change the reading width, in cells.
_STEP = 10
_VIEW_NAMES = {
    "both": "Korean and English",
    "korean": "Korean only",
    "english": "English only; what has no English stays Korean",
    "reveal": "English hidden: Space shows it for a sentence",
    "interlinear": "Word for word: what each word means stands under it",
}
_FOCUS_NAMES = {
    "both": "Both columns alike",
    "korean": "Korean in front, English paler",
    "english": "English in front, Korean paler",
}


_STANCE = "Sentences that report, plan, guess, quote or honour say so under them"
#: So many rows get their glosses before it is looked again which ones are in the window.
_BATCH = 8


def stance_of(row: Row, morphemes: "Sequence[Morpheme] | None") -> str:
    """Return in a few words how one row is said. Takes a millisecond: for a thread."""
    from newsreader.korean.endings import in_short

    return in_short(stances_of(row, morphemes))


def interlinear_of(row: Row, morphemes: "Sequence[Morpheme] | None", on: date) -> list[Gloss]:
    """Return the glosses of one row. Takes some milliseconds: for a thread."""
    from newsreader.korean.interlinear import interlinear

    cells = interlinear(row.ko, morphemes, row.terms, on)
    return [Gloss(cell.start, cell.end, cell.under) for cell in cells]


class ArrangingScreen(LookingUpScreen):
    """A screen with an article whose layout the reader can change; changes are kept."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        #: Rows of which a layer is known, by layer and id: 0 by rule, 1 by the analyser.
        self._known: dict[tuple[str, int], int] = {}
        self._glossing = False

    def load_arrangement(self) -> None:
        """Lay the article out as the settings and the reader's last changes say.

        A view that leaves something out is named: the change to it may be days ago.
        """
        kept = self.workspace.library.state.get(_READING)
        arrangement = Arrangement.of(self.workspace.settings, kept)
        self.document.set_arrangement(arrangement)
        if arrangement.view != "both":
            said = f"{_VIEW_NAMES[arrangement.view]}; {self.key_for('view')} changes the view"
            # The foot of the screen has its width then.
            self.call_after_refresh(self.notify, said, timeout=6, markup=False)

    def _arrange(self, arrangement: Arrangement, said: str) -> None:
        self.document.set_arrangement(arrangement)
        self.follow_with_popup()
        self.notify(said, timeout=3, markup=False)
        try:
            self.workspace.library.state.set(_READING, arrangement.changes(self.workspace.settings))
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)

    @on(LookingUpScreen.TermsFound)
    def _terms_are_there(self) -> None:
        self._gloss()

    @work(group="glosses", exit_on_error=False)
    async def _gloss(self) -> None:
        """Put glosses under all words, or say how rows are said, as the arrangement wants.

        First by rule, then better by the analyser; the rows in the window come first. It stops
        when the arrangement wants neither.
        """
        from newsreader.korean.analyser import available

        if self._glossing:
            return
        self._glossing = True
        try:
            await self._gloss_all(by_analyser=False)
            if available():
                await self._gloss_all(by_analyser=True)
        finally:
            self._glossing = False

    def _layers(self) -> list[str]:
        """Return what is wanted beside the text itself."""
        arrangement = self.document.arrangement
        wanted = {"glosses": arrangement.view == "interlinear", "stance": arrangement.stance}
        return [layer for layer, on in wanted.items() if on]

    async def _gloss_all(self, *, by_analyser: bool) -> None:
        known = self._known
        while self.kept is not None and (layers := self._layers()):
            todo = (
                (layer, row)
                for row in self._in_order()
                for layer in layers
                if by_analyser > known.get((layer, row.id), -1)
            )
            batch = list(islice(todo, _BATCH))
            if not batch or (by_analyser and not await self.analyse([row for _, row in batch])):
                return
            on = date_of(self.kept.article)
            stances: dict[int, str] = {}
            glosses: dict[int, list[Gloss]] = {}
            for layer, row in batch:
                morphemes = self._morphemes.get(row.id)
                if layer == "stance":
                    stances[row.id] = await asyncio.to_thread(stance_of, row, morphemes)
                else:
                    glosses[row.id] = await asyncio.to_thread(interlinear_of, row, morphemes, on)
                known[layer, row.id] = int(by_analyser)
            # Together: each time a line moves the whole window is drawn.
            self.document.show_stances(stances)
            self.document.show_glosses(glosses)

    def _in_order(self) -> Iterator[Row]:
        """Yield the rows, those in the window first."""
        seen = dict.fromkeys(self.document.visible_ids())
        yield from map(self.document.by_id, seen)
        yield from (row for row in self.document.rows if row.id not in seen)

    def action_view(self) -> None:
        """Go to the next view."""
        now = self.document.arrangement
        view = VIEWS[(VIEWS.index(now.view) + 1) % len(VIEWS)]
        self.close_popup()
        self._arrange(replace(now, view=view), _VIEW_NAMES[view])
        self._gloss()

    def action_stance_layer(self) -> None:
        """Say under rows how they are said, or no longer."""
        now = self.document.arrangement
        said = "How sentences are said is no longer marked" if now.stance else _STANCE
        self._arrange(replace(now, stance=not now.stance), said)
        self._gloss()

    def action_share(self, by: float) -> None:
        """Move the divide."""
        now = self.document.arrangement
        wanted = now.with_share(now.share + by)
        self._arrange(wanted, f"Korean has {wanted.share:.0%} of the width.")

    def action_reading_width(self, step: int) -> None:
        """Set the text narrower or wider."""
        now = self.document.arrangement
        window = self.document.size.width
        wanted = now.with_width(min(now.width or window, window) + step * _STEP)
        self._arrange(wanted, f"The text is at most {wanted.width} cells wide.")

    def action_spacing(self) -> None:
        """Leave less or more room between sentences."""
        now = self.document.arrangement
        spacings = get_args(Spacing)
        spacing = spacings[(spacings.index(now.spacing) + 1) % len(spacings)]
        self._arrange(replace(now, spacing=spacing), f"Spacing: {spacing}")

    def action_swap(self) -> None:
        """Change the places of Korean and English."""
        now = self.document.arrangement
        first, second = get_args(ColumnOrder)
        order = second if now.order == first else first
        said = "Korean first" if order == first else "English first"
        self._arrange(replace(now, order=order), said)

    def action_focus_column(self) -> None:
        """Put one language in front."""
        now = self.document.arrangement
        focus = FOCUSES[(FOCUSES.index(now.focus) + 1) % len(FOCUSES)]
        self._arrange(replace(now, focus=focus), _FOCUS_NAMES[focus])

    def action_space(self) -> None:
        """Show the English of this sentence where it is hidden; otherwise go a window down."""
        if self.document.arrangement.view == "reveal" and not self.popup.is_open:
            self.document.toggle_reveal()
        else:
            self.action_page(1)
