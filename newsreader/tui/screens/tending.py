"""Keeping the list in order: the part of the library screen that stars, tags and deletes."""

from collections.abc import Callable

from newsreader.errors import LibraryError
from newsreader.library.listing import Listed
from newsreader.text import clean_line
from newsreader.tui.screens.listing import ListingScreen
from newsreader.workspace import Workspace

#: "All read" goes so many articles deep at once, so that it can be undone.
_MOST = 5_000


class TendingScreen(ListingScreen):
    """A list of articles that the reader can change, and take the changes back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        #: What takes back the last changes, the last one last, each with what it then says.
        self._undo: list[tuple[Callable[[], None], str]] = []

    def _change(
        self, do: Callable[[], None], undo: Callable[[], None], said: str, unsaid: str
    ) -> None:
        """Do something to articles, show the list as it is then, and remember how to undo it."""
        try:
            do()
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._undo.append((undo, unsaid))
        self._show_again()
        self.notify(f"{said} {self.key_for('undo-list')} takes it back.", timeout=3, markup=False)

    def _show_again(self) -> None:
        self.show_sources()
        self.show_list(index=self.headlines.index)

    @property
    def _current(self) -> Listed | None:
        listed = self.headlines.current
        if listed is None:
            self.notify("There is no article here.", timeout=2, markup=False)
        return listed

    def action_undo(self) -> None:
        """Take back the last change."""
        if not self._undo:
            self.notify("Nothing to undo.", timeout=2, markup=False)
            return
        undo, said = self._undo.pop()
        try:
            undo()
        except LibraryError as error:
            said = str(error)
        self._show_again()
        self.notify(said, timeout=3, markup=False)

    def action_star(self) -> None:
        """Give the article a star, or take it away."""
        if (listed := self._current) is None:
            return
        flags, one = self.workspace.library.flags, [listed.id]
        self._change(
            lambda: flags.star(one, starred=not listed.starred),
            lambda: flags.star(one, starred=listed.starred),
            "The star is gone." if listed.starred else "Starred.",
            "The star is as it was.",
        )

    def action_mark_read(self) -> None:
        """Mark the article as read or unread, and go on to the next one."""
        if (listed := self._current) is None:
            return
        flags, one = self.workspace.library.flags, [listed.id]
        index = self.headlines.index
        self._change(
            lambda: flags.mark_read(one, read=not listed.read),
            lambda: flags.mark_read(one, read=listed.read),
            "Unread again." if listed.read else "Read.",
            "It is as it was.",
        )
        if self.headlines.current is not None and self.headlines.current.id == listed.id:
            self.headlines.move_to(index + 1)

    def action_mark_all_read(self) -> None:
        """Mark everything in the list as read."""
        wanted, sort = self._wanted()
        library, flags = self.workspace.library, self.workspace.library.flags
        try:
            found = library.articles.listing(wanted, sort, limit=_MOST)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        unread = [one.id for one in found if not one.read]
        if not unread:
            self.notify("Everything here was read.", timeout=2, markup=False)
            return
        self._change(
            lambda: flags.mark_read(unread),
            lambda: flags.mark_read(unread, read=False),
            f"{len(unread):,} marked as read.",
            f"{len(unread):,} are unread again.",
        )

    def action_delete(self) -> None:
        """Take the article out of the lists."""
        if (listed := self._current) is None:
            return
        flags, one = self.workspace.library.flags, [listed.id]
        self._change(
            lambda: flags.delete(one),
            lambda: flags.undelete(one),
            "Deleted.",
            f"Back again: {listed.title}",
        )

    def action_tag(self) -> None:
        """Ask for a tag, and give it to the article or take it away."""
        if (listed := self._current) is None:
            return
        from newsreader.tui.screens.ask import AskScreen

        has = f" It has: {', '.join(listed.tags)}." if listed.tags else ""
        self.app.push_screen(
            AskScreen(f"A tag for this article; one that it has is taken away.{has}", "정상회담"),
            lambda name: self._tagged(listed, clean_line(name)) if name else None,
        )

    def _tagged(self, listed: Listed, name: str) -> None:
        flags, one = self.workspace.library.flags, [listed.id]
        if name in listed.tags:
            self._change(
                lambda: flags.untag(one, name),
                lambda: flags.tag(one, name),
                f"No longer tagged {name}.",
                f"Tagged {name} again.",
            )
        else:
            self._change(
                lambda: flags.tag(one, name),
                lambda: flags.untag(one, name),
                f"Tagged {name}.",
                f"No longer tagged {name}.",
            )
