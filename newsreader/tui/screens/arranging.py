"""How the article is laid out: the part of the reader for views, widths, spacing and focus."""

from dataclasses import replace
from typing import get_args

from newsreader.config import ColumnOrder, Spacing
from newsreader.errors import LibraryError
from newsreader.tui.arrangement import FOCUSES, VIEWS, Arrangement
from newsreader.tui.screens.looking_up import LookingUpScreen

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


class ArrangingScreen(LookingUpScreen):
    """A screen with an article whose layout the reader can change; changes are kept."""

    def load_arrangement(self) -> None:
        """Lay the article out as the settings and the reader's last changes say."""
        kept = self.workspace.library.state.get(_READING)
        self.document.set_arrangement(Arrangement.of(self.workspace.settings, kept))

    def _arrange(self, arrangement: Arrangement, said: str) -> None:
        self.document.set_arrangement(arrangement)
        self.follow_with_popup()
        self.notify(said, timeout=3, markup=False)
        try:
            self.workspace.library.state.set(_READING, arrangement.changes(self.workspace.settings))
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)

    def action_view(self) -> None:
        """Go to the next view."""
        now = self.document.arrangement
        view = VIEWS[(VIEWS.index(now.view) + 1) % len(VIEWS)]
        self.close_popup()
        self._arrange(replace(now, view=view), _VIEW_NAMES[view])

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
