"""Choosing feeds: the followed ones and the catalogue, in one list that shrinks as you type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import LibraryError
from newsreader.ingest.catalogue import Kind, offers
from newsreader.library.feeds import Feed
from newsreader.tui.cells import crop, width_of
from newsreader.workspace import Workspace

#: The width of a feed's title, in cells.
_TITLE = 30


@dataclass(frozen=True, slots=True)
class _Line:
    """One feed: ``feed`` is there when it is followed."""

    title: str
    url: str
    outlet: str | None
    section: str | None
    kind: Kind
    feed: Feed | None = None


class FeedsScreen(ModalScreen[bool]):
    """All feeds; Enter follows one or stops following it. Returns whether any was added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6", "leave", "Back"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    DEFAULT_CSS = """
    FeedsScreen {
        align: center middle;
        & > Vertical {
            width: 94%; max-width: 110; height: 90%; padding: 0 1;
            background: $surface; border: round $accent;
        }
        & OptionList, & OptionList:focus { height: 1fr; border: none; background: $surface; }
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
        self._added = False

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
            self._lines = [_Line("Follow this address", address, None, None, "feed")]
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
            yield _Line(feed.title, feed.url, feed.outlet, feed.section, feed.kind, feed)
        for offer in offers():
            if offer.url not in known:
                yield _Line(offer.title, offer.url, offer.outlet, offer.section, offer.kind)

    def _content(self, line: _Line) -> Content:
        title = crop(line.title, _TITLE)
        title += " " * (_TITLE - width_of(title))
        parts = [
            ("* " if line.feed else "  ", "bold $accent"),
            (title, "bold" if line.feed else ""),
        ]
        if line.feed is not None and line.feed.problem:
            parts.append((f"  ! {line.feed.problem}", "$warning"))
        else:
            parts.append((f"  {line.url}", "$foreground 60%"))
        return Content.assemble(*parts)

    def action_move(self, lines: int) -> None:
        """Move in the list while the field keeps the focus."""
        if self._lines:
            at = (self._list.highlighted or 0) + lines
            self._list.highlighted = min(max(at, 0), len(self._lines) - 1)

    def action_leave(self) -> None:
        """Leave, and say whether a feed was added."""
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
            else:
                feeds.add(
                    line.url,
                    line.url if line.url == self._address else line.title,
                    outlet=line.outlet,
                    section=line.section,
                    kind=line.kind,
                )
                self._added = True
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._show(index)
