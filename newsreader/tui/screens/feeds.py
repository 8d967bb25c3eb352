"""Choosing feeds: the followed ones and the catalogue, in one list that shrinks as you type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import LibraryError, NewsreaderError
from newsreader.ingest.catalogue import Offer, offers
from newsreader.library.feeds import Feed
from newsreader.tui.cells import crop, width_of
from newsreader.tui.screens.choosing import hanging
from newsreader.tui.screens.window import Window
from newsreader.workspace import Workspace

#: The width of a feed's title, in cells.
_TITLE = 30
#: The cells of the list's scroll bar and edges, and how far what is wrong with a feed is set in.
_SCROLL_BAR, _INDENT = 4, 4


@dataclass(frozen=True, slots=True)
class _Line:
    """One feed: ``feed`` is there when it is followed, ``offer`` when the catalogue has it."""

    title: str
    url: str
    feed: Feed | None = None
    offer: Offer | None = None


class FeedsScreen(Window[list[int]]):
    """All feeds; Enter follows one or stops following it. Returns the ids of those added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6", "leave", "Back"),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "move(10)", "Page Down", show=False),
        Binding("pageup", "move(-10)", "Page Up", show=False),
    ]

    DEFAULT_CSS = """
    FeedsScreen {
        & > Vertical {
            width: 94%; max-width: 110; height: 90%; padding: 0 1;
        }
        & OptionList, & OptionList:focus {
            height: 1fr; border: none; background: $surface;
        }
        & Static { height: 1; padding: 0 1; }
    }
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._field = Input(placeholder="type to filter, or paste the address of a feed")
        self._list = OptionList(markup=False)
        self._list.can_focus = False
        self._state = Static("", markup=False)
        self._lines: list[_Line] = []
        self._added: list[int] = []

    def compose(self) -> ComposeResult:
        """Lay out the field, the feeds and what can be done."""
        with Vertical():
            yield self._field
            yield self._list
            yield self._state

    def on_mount(self) -> None:
        """List everything."""
        self._field.focus()
        self._show()

    def on_resize(self) -> None:
        """Cut the addresses anew."""
        self.call_after_refresh(self._show, self._list.highlighted or 0)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show()

    def _show(self, highlighted: int = 0) -> None:
        """List the feeds that fit what was typed."""
        wanted = self._field.value.lower().split()
        try:
            everything = list(self._everything())
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._lines = [
            line
            for line in everything
            if all(word in f"{line.title} {line.url}".lower() for word in wanted)
        ]
        if not self._lines and (address := self._address):
            self._lines = [_Line("Follow this address", address)]
        self._list.clear_options()
        self._list.add_options([Option(self._content(line)) for line in self._lines])
        self._list.highlighted = min(highlighted, len(self._lines) - 1) if self._lines else None
        followed = sum(line.feed is not None for line in everything)
        self._state.update(f"Enter follows or stops following; {followed} followed. Esc goes back.")

    @property
    def _address(self) -> str | None:
        typed = self._field.value.strip()
        return typed if typed.startswith(("http://", "https://")) and " " not in typed else None

    def _everything(self) -> Iterator[_Line]:
        """Yield the feeds that are followed, then those that the catalogue has besides."""
        followed = self.workspace.library.feeds.all()
        known = {feed.url for feed in followed}
        for feed in followed:
            yield _Line(feed.title, feed.url, feed=feed)
        for offer in offers():
            if offer.url not in known:
                yield _Line(offer.title, offer.url, offer=offer)

    def _content(self, line: _Line) -> Content:
        title = crop(line.title, _TITLE)
        title += " " * (_TITLE - width_of(title))
        parts = [
            ("* " if line.feed else "  ", "bold $accent"),
            (title, "bold" if line.feed else ""),
        ]
        room = (self._list.size.width or self.app.size.width) - _SCROLL_BAR
        if line.feed is not None and line.feed.problem:
            problem = hanging(f"! {line.feed.problem}", room, _INDENT)
            parts.append((f"\n{'':{_INDENT}}{problem}", "$warning"))
        else:
            parts.append((f"  {crop(line.url, room - _TITLE - _INDENT)}", "$foreground 60%"))
        return Content.assemble(*parts)

    def action_move(self, lines: int) -> None:
        """Move in the list while the field keeps the focus."""
        if self._lines:
            at = (self._list.highlighted or 0) + lines
            self._list.highlighted = min(max(at, 0), len(self._lines) - 1)

    def action_leave(self) -> None:
        """Leave, and say which feeds were added."""
        self.dismiss(self._added)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self._list.highlighted is not None:
            self._toggle(self._list.highlighted)

    @on(OptionList.OptionSelected)
    def _pointed_at(self, event: OptionList.OptionSelected) -> None:
        self._toggle(event.option_index)

    def _toggle(self, index: int) -> None:
        line, feeds = self._lines[index], self.workspace.library.feeds
        try:
            if line.feed is not None:
                feeds.remove(line.feed.id)
                self._added = [one for one in self._added if one != line.feed.id]
            elif line.offer is not None:
                from newsreader.sync.adding import follow_offer

                self._added.append(follow_offer(feeds, line.offer).id)
            else:
                self._follow_address(line.url)
                return
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._show(index)

    @work(exclusive=True, exit_on_error=False)
    async def _follow_address(self, address: str) -> None:
        """Look at what is at an address, and follow it."""
        from newsreader.sync.adding import follow_address

        self._state.update(f"Looking at {address} …")
        seconds = self.workspace.settings.fetch_timeout
        try:
            feed = await follow_address(self.workspace.library.feeds, address, seconds)
        except NewsreaderError as error:
            self._state.update(str(error))
            return
        self._added.append(feed.id)
        self._field.value = feed.title
        self._field.select_all()  # what is typed next is about another feed
