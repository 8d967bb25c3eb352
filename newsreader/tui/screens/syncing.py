"""Reading the feeds: the part of the library screen that fetches what is new."""

from collections.abc import Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, WorkerState

from newsreader.errors import NewsreaderError
from newsreader.tui.screens.tending import TendingScreen
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.sync.events import Event, Finished

#: Seconds between two looks at what has come; more often, and the list would jump under the reader.
_LOOK = 1.0


class SyncingScreen(TendingScreen):
    """A list of articles that grows while the feeds are read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._sync: Worker[None] | None = None
        self._new = self._asked = self._answered = self._failed = 0
        #: The feeds that the last sync left to rest, as they had failed before.
        self._resting = 0
        self._grown = False

    def on_mount(self) -> None:
        """Look from time to time at what has come."""
        self.set_interval(_LOOK, self._look)

    @property
    def syncing(self) -> bool:
        """Whether the feeds are being read."""
        return self._sync is not None and self._sync.state in {
            WorkerState.PENDING,
            WorkerState.RUNNING,
        }

    def action_sync(self) -> None:
        """Read the feeds; while they are read, stop."""
        if self.syncing and self._sync is not None:
            self._sync.cancel()
            self._say_doing("")
            self.notify("Stopped; what had come is kept.", timeout=3, markup=False)
        elif not self.workspace.library.feeds.all():
            said = f"No feed is followed yet; {self.key_for('feeds')} chooses some."
            self.notify(said, timeout=4, markup=False)
        else:
            self.start_sync(resting=self._all_rested)

    @property
    def _all_rested(self) -> bool:
        """Whether the last sync asked nobody, as all feeds had failed before."""
        return self._resting > 0 and not self._asked

    def action_feeds(self) -> None:
        """Let the reader choose feeds; what new ones have is fetched at once."""
        from newsreader.tui.screens.feeds import FeedsScreen

        self.app.push_screen(FeedsScreen(self.workspace), self._feeds_chosen)

    def _feeds_chosen(self, added: Sequence[int] | None) -> None:
        self.show_sources()
        if added and not self.syncing:
            self.start_sync(added)

    def start_sync(self, feeds: Sequence[int] | None = None, *, resting: bool = False) -> None:
        """Read all feeds, or those of these ids; with ``resting`` also those that failed before."""
        self._new = self._asked = self._answered = self._failed = self._resting = 0
        self._say_doing("reading the feeds")
        self._sync = self._read_feeds(feeds, resting)

    @work(exclusive=True, group="sync", exit_on_error=False)
    async def _read_feeds(self, feeds: Sequence[int] | None, resting: bool) -> None:
        from newsreader.sync.run import sync

        try:
            async with aclosing(sync(self.workspace, feeds, resting=resting)) as events:
                async for event in events:
                    self._take(event)
        except NewsreaderError as error:
            self.notify(str(error), severity="warning", markup=False)
        finally:
            self._say_doing("")
            self._look()

    def _take(self, event: "Event") -> None:
        """Say what happens, and remember what the list does not show yet."""
        from newsreader.sync import events

        match event:
            case events.Started(count, resting):
                self._asked, self._resting = count, resting
            case events.FeedRead(_, new, _, _):
                self._answered += 1
                self._new += len(new)
                self._grown |= bool(new)
            case events.FeedFailed():
                self._answered += 1
                self._failed += 1
            case events.Sighted(_, title, word, _):
                self.notify(f"{word}: {title}", timeout=8, markup=False)
            case events.TextRead(_, title, _):
                self._say_doing(f"fetching ahead: {title}")
                self._grown = True
                return
            case events.Translated(_, title, _):
                self._say_doing(f"translating ahead: {title}")
                self._grown = True
                return
            case events.Finished():
                self._tell_finished(event)
        self._say_doing(f"feeds {self._answered}/{self._asked}, {self._new} new")

    def _tell_finished(self, done: "Finished") -> None:
        said = f"{done.new} new articles." if done.new != 1 else "1 new article."
        why = f"{self.key_for('feeds')} says why"
        if done.failed:
            said += f" {_feeds(done.failed)} could not be read; {why}."
        elif self._all_rested:
            again = f"{self.key_for('sync')} again reads all the same"
            said = f"{_feeds(self._resting)} left to rest; {why}, {again}."
        elif self._resting:
            said += f" {_feeds(self._resting)} left to rest; {why}."
        self.notify(said, timeout=5, markup=False)

    def _say_doing(self, text: str) -> None:
        self.doing = text
        self.show_state()

    def _look(self) -> None:
        """Show what has come since the last look; the article under the cursor stays there."""
        if not self._grown or not self.is_active:
            return
        self._grown = False
        here, line = self.headlines.current, self.headlines.index
        self.show_sources()
        self.show_list(index=line)
        if here is not None and line > 0:
            self.headlines.move_to(self._place_of(here.id, line))

    def _place_of(self, number: int, near: int) -> int:
        """Return where an article stands now; newer ones may have come before it."""
        for index in range(near, min(near + self._new, self.headlines.count)):
            listed = self.headlines.at(index)
            if listed is not None and listed.id == number:
                return index
        return near


def _feeds(count: int) -> str:
    return "1 feed" if count == 1 else f"{count} feeds"
