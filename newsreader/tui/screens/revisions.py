"""The texts that an article had, and what each of them changed in the one before."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.export.head import time_text
from newsreader.korean.changes import MARKS, Change, PartKind, history
from newsreader.tui.screens.window import TextWindow

if TYPE_CHECKING:
    from newsreader.library.articles import Revision

_STYLES: dict[PartKind, str] = {"same": "", "removed": "$error", "added": "bold $success"}


class RevisionsScreen(TextWindow):
    """A window with ``revisions``, the newest first; it scrolls."""

    def __init__(self, revisions: "Sequence[Revision]") -> None:
        super().__init__()
        self._revisions = revisions
        self._text = Static("…", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with VerticalScroll():
            yield self._text

    def on_mount(self) -> None:
        """Compare the texts."""
        self._compare()

    @work(exclusive=True, exit_on_error=False)
    async def _compare(self) -> None:
        # Long texts that are unlike take longer than a frame.
        told = await asyncio.to_thread(history, [one.article for one in self._revisions])
        parts = [
            _shown(revision, changes)
            for revision, changes in zip(self._revisions, told, strict=True)
        ]
        self._text.update(Content("\n\n").join(parts))


def _shown(revision: "Revision", changes: Sequence[Change]) -> Content:
    """Return a revision: when it came, its headline, and what it changed, by sentence."""
    head = Content.assemble(
        (time_text(revision.fetched) or "", "bold $accent"), f"  {revision.article.title}"
    )
    return Content("\n").join([head, *map(_line, changes)])


def _line(change: Change) -> Content:
    words = [Content.styled(MARKS[kind].format(text), _STYLES[kind]) for kind, text in change.parts]
    number = f"{change.after or change.before:>4}  "
    return Content.assemble((number, "$foreground 70%"), Content(" ").join(words))
