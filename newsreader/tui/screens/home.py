"""The library: everything that is kept or that feeds have brought, and the ways to read it."""

from contextlib import aclosing
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from newsreader.errors import NewsreaderError
from newsreader.sample import SAMPLE
from newsreader.tui.commands import EVERYWHERE, HOME, Command, bindings
from newsreader.tui.screens.syncing import SyncingScreen
from newsreader.tui.widgets.headlines import Headlines


class HomeScreen(SyncingScreen):
    """Sources at the left, headlines at the right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME)
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (*HOME, *EVERYWHERE)

    # Reading

    def _read(self, source: str) -> None:
        from newsreader.tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(self.workspace, source))

    @on(Headlines.Chosen)
    def action_read(self) -> None:
        """Open the article under the cursor; in an empty library the sample."""
        if self._column.has_focus:
            self.action_sources()
        elif (listed := self.headlines.current) is not None:
            self._read(str(listed.id))
        elif self.has_class("-empty"):
            self._read(SAMPLE)

    def action_sample(self) -> None:
        """Open the sample."""
        self._read(SAMPLE)

    def action_open(self) -> None:
        """Ask for an address or a file, then open it."""
        from newsreader.tui.screens.ask import AskScreen

        self.app.push_screen(
            AskScreen("Web address, file (.html, .txt) or library number", "https://…"),
            lambda source: self._read(source) if source else None,
        )

    def action_browser(self) -> None:
        """Open the article's address in the web browser."""
        from newsreader.tui.browser import open_in_browser

        listed = self.headlines.current
        if problem := open_in_browser(self.app, listed.address if listed else None):
            self.notify(problem, timeout=3, markup=False)

    def action_find(self) -> None:
        """Find text in all articles."""
        from newsreader.tui.screens.find import FindScreen

        self.app.push_screen(FindScreen(self.workspace))

    # English headlines

    def list_shown(self) -> None:
        """Have the headlines in the window translated, when their English is shown."""
        if self.headlines.english:
            self.call_after_refresh(self._translate_headlines)

    @on(Headlines.Moved)
    def _moved(self) -> None:
        self.list_shown()

    def action_english(self) -> None:
        """Show or hide the English of the headlines."""
        self.headlines.set_english(not self.headlines.english)
        self._remember()
        if self.headlines.english and self.workspace.engine_name() is None:
            self.notify(
                "No engine yet: only what was translated before has its English;"
                f" {self.key_for('list-engine')} chooses one.",
                timeout=5,
                markup=False,
            )
        self.list_shown()

    @work(exclusive=True, group="headlines", exit_on_error=False)
    async def _translate_headlines(self) -> None:
        from newsreader.headlines import english_of_headlines

        wanted = [one for one in self.headlines.in_view() if one.english is None]
        try:
            async with aclosing(english_of_headlines(self.workspace, wanted)) as translated:
                async for _ in translated:
                    self.headlines.read_again()
        except NewsreaderError as error:
            self.notify(str(error), severity="warning", markup=False)

    def action_engine(self) -> None:
        """Let the reader choose what translates."""
        from newsreader.tui.screens.engines import EnginesScreen

        name = self.workspace.engine_name() or ""
        self.app.push_screen(
            EnginesScreen(self.workspace, name), lambda name: self.list_shown() if name else None
        )
