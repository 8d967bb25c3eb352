"""The articles and the column of sources: the part of the library screen that shows them."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import LibraryError
from newsreader.library.listing import Filter, Listed, Sort
from newsreader.tui.cells import crop, width_of
from newsreader.tui.screens.base import CommandScreen
from newsreader.tui.sources import (
    Heading,
    Source,
    fixed_sources,
    source_of,
    sources,
    sources_beside,
)
from newsreader.tui.widgets.bars import Bar, KeyHints
from newsreader.tui.widgets.headlines import Headlines
from newsreader.workspace import Workspace

#: What can be done in an empty library; the reader's keys for it go before each line.
_WAYS = (
    (("sample", "read"), "read the sample, with English beside it; no network needed"),
    (("open",), "open a web address, or a saved page (.html, .txt)"),
    (("feeds",), "choose feeds: every day's headlines of your outlets"),
    (("models",), "fetch the offline engine's model (44 MB)"),
    (("help",), "all keys"),
)
#: The hints at the foot of an empty library.
_USEFUL_AT_FIRST = frozenset({"read", "open", "feeds", "leave", "help"})
_EMPTY = """\
Your library is empty.

{ways}

In the shell

  newsreader open https://…    read an article from the web
  newsreader doctor            what works here, and what is missing

Nothing you read leaves this machine until you choose an online engine.\
"""
_NOTHING = (
    "Nothing here.  {sources} goes to the sources, {unread-only} shows what was read too,"
    " {sync} fetches what is new."
)
#: Below this many columns the sources are only shown while the reader chooses one.
_WITH_SOURCES = 100
#: The most headlines that are looked through for one that was not read yet.
_LOOK_AHEAD = 2_000
#: Cells of a source's title and of what stands behind it.
_TITLE, _MORE = 20, 5

_SORT_NAMES: dict[Sort, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "opened": "read last first",
    "outlet": "by outlet",
}
SORTS: tuple[Sort, ...] = get_args(Sort)


class ListingScreen(CommandScreen):
    """A screen with the articles of one source."""

    DEFAULT_CSS = """
    ListingScreen {
        & #sources {
            width: 30; height: 1fr; border: none; background: $surface; padding: 0 1;
            scrollbar-size-vertical: 1; display: none;
        }
        & #sources:focus { border: none; background: $surface; }
        &.-sources #sources { display: block; }
        & .message { width: 1fr; height: 1fr; padding: 1 2; display: none; }
        &.-empty #empty { display: block; }
        &.-nothing #nothing { display: block; }
        &.-empty Horizontal { display: none; }
        &.-nothing Headlines { display: none; }
        & Horizontal { height: 1fr; }
    }
    """
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.bar = Bar("newsreader")
        self.headlines = Headlines()
        self._sources: list[Source] = []
        self._source = Source("all", "All", Filter())
        self._sort: Sort = "newest"
        self._unread_only = False
        #: What goes on in the background, for the bar.
        self.doing = ""

    def compose(self) -> ComposeResult:
        """Lay the bar, sources beside headlines, and the hints one under another."""
        yield self.bar
        yield Static(self._empty_text(), id="empty", classes="message", markup=False)
        with Horizontal():
            yield OptionList(id="sources", markup=False)
            yield self.headlines
            yield Static(self._nothing_text(), id="nothing", classes="message", markup=False)
        yield KeyHints(self.commands_here)

    def _empty_text(self) -> str:
        keys = [" or ".join(map(self.key_for, commands)) for commands, _ in _WAYS]
        wide = max(map(width_of, keys)) + 3
        ways = zip(keys, (does for _, does in _WAYS), strict=True)
        return _EMPTY.format(ways="\n".join(f"  {key:<{wide}}{does}" for key, does in ways))

    def _nothing_text(self) -> str:
        names = ("sources", "unread-only", "sync")
        return _NOTHING.format_map({name: self.key_for(name) for name in names})

    @property
    def _column(self) -> OptionList:
        return self.query_one("#sources", OptionList)

    def on_mount(self) -> None:
        """Begin where the reader was last."""
        self._fill_column(fixed_sources())
        kept = self.workspace.library.state.get("list", {})
        if isinstance(kept, dict):
            self._source = replace(self._source, key=str(kept.get("source")))
            self._sort = kept["sort"] if kept.get("sort") in SORTS else "newest"
            self._unread_only = kept.get("unread_only") is True
            self.headlines.set_english(kept.get("english") is True)

    def on_screen_resume(self) -> None:
        """Show the library as it is now."""
        self._source = source_of(self._source.key, self.workspace.library)
        self.show_sources()
        self.show_list(index=self.headlines.index)
        if self.focused is None:
            self.set_focus(self.headlines)
        self.tell_notices(self.workspace.notices)

    def on_resize(self) -> None:
        """Show the sources where there is room for them."""
        self.set_class(self.size.width >= _WITH_SOURCES or self._column.has_focus, "-sources")

    # The sources

    @work(exclusive=True, group="sources", exit_on_error=False)
    async def show_sources(self) -> None:
        """List what the library can be narrowed to, with the counts of now."""
        library = self.workspace.library
        try:
            if library.file is None:
                found = sources(library)
            else:
                found = await asyncio.to_thread(sources_beside, library.file)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._fill_column(found)

    def _fill_column(self, found: Sequence[Source | Heading]) -> None:
        self._sources = [one for one in found if isinstance(one, Source)]
        column = self._column
        column.clear_options()
        column.add_options(
            [
                Option(_source_line(one), id=one.key)
                if isinstance(one, Source)
                else Option(Content.styled(one.title, "bold $secondary"), disabled=True)
                for one in found
            ]
        )
        known = self._source.key in {one.key for one in self._sources}
        column.highlighted = column.get_option_index(self._source.key) if known else 0

    @on(OptionList.OptionHighlighted, "#sources")
    def _source_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if not self._column.has_focus or event.option.id == self._source.key:
            return
        self._source = next(one for one in self._sources if one.key == event.option.id)
        self.show_list()
        self._remember()

    @on(OptionList.OptionSelected, "#sources")
    def _source_selected(self) -> None:
        self.action_sources()

    def action_sources(self) -> None:
        """Go to the sources, or back to the headlines."""
        if self._column.has_focus:
            self.set_focus(self.headlines)
            self.set_class(self.size.width >= _WITH_SOURCES, "-sources")
        else:
            self.set_class(True, "-sources")
            self.set_focus(self._column)

    def action_whole_list(self) -> None:
        """Go back to the headlines; from those of one source to all."""
        if self._column.has_focus:
            self.action_sources()
        elif self._source.key != "all":
            self._source = source_of("all", self.workspace.library)
            self.show_sources()
            self.show_list()
            self._remember()
        else:
            self.notify(f"{self.key_for('leave')} leaves newsreader.", timeout=3, markup=False)

    # The list

    def show_list(self, *, index: int = 0) -> None:
        """Show the articles of the source, as the library has them now."""
        wanted, sort = self._wanted()
        articles = self.workspace.library.articles

        def page(limit: int, offset: int) -> list[Listed]:
            try:
                return articles.listing(wanted, sort, limit=limit, offset=offset)
            except LibraryError as error:
                self.notify(str(error), severity="error", markup=False)
                return []

        try:
            count, everything = articles.count(wanted), articles.count()
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            count = everything = 0
        self.set_class(not everything, "-empty")
        self.query_one(KeyHints).limit(None if everything else _USEFUL_AT_FIRST)
        self.set_class(bool(everything) and not count, "-nothing")
        self.headlines.show(count, page, index=index)
        self.show_state()
        self.list_shown()

    def list_shown(self) -> None:
        """Do what is to be done whenever other headlines are shown."""

    def show_state(self) -> None:
        """Say in the bar what is listed and what goes on."""
        parts = ["newsreader", self._source.title]
        if self._unread_only:
            parts.append("unread only")
        if self._sort != "newest":
            parts.append(_SORT_NAMES[self._sort])
        count = self.headlines.count
        articles = "1 article" if count == 1 else f"{count:,} articles"
        self.bar.set_texts(
            left=" · ".join(parts), right="  ".join(filter(None, [self.doing, articles]))
        )

    def _wanted(self) -> tuple[Filter, Sort]:
        wanted = self._source.filter
        if self._unread_only and wanted.read is None:
            wanted = replace(wanted, read=False)
        return wanted, self._source.sort if self._sort == "newest" else self._sort

    def _remember(self) -> None:
        kept = {
            "source": self._source.key,
            "sort": self._sort,
            "unread_only": self._unread_only,
            "english": self.headlines.english,
        }
        try:
            self.workspace.library.state.set("list", kept)
        except LibraryError as error:
            self.log.error(str(error))

    # Actions

    def action_move(self, lines: int) -> None:
        """Move in the list, or in the sources when they have the focus."""
        lines *= self.sequences.take_count()
        if self._column.has_focus:
            step = self._column.action_cursor_down if lines > 0 else self._column.action_cursor_up
            for _ in range(abs(lines)):
                step()
        else:
            self.headlines.move(lines)

    def action_page(self, pages: float) -> None:
        """Move by windows."""
        self.headlines.page_by(pages * self.sequences.take_count())

    def action_first(self) -> None:
        """Go to the top of the list."""
        self.headlines.move_to(0)

    def action_last(self) -> None:
        """Go to the end of the list."""
        self.headlines.move_to(self.headlines.count - 1)

    def action_unread(self) -> None:
        """Go to the next article that was not read yet, from the top again at the end."""
        count, start = self.headlines.count, self.headlines.index
        for step in range(1, min(count, _LOOK_AHEAD) + 1):
            index = (start + step) % count
            listed = self.headlines.at(index)
            if listed is not None and not listed.read:
                self.headlines.move_to(index)
                return
        self.notify("Everything here was read.", timeout=2, markup=False)

    def action_unread_only(self) -> None:
        """Show only what was not read yet, or everything."""
        self._unread_only = not self._unread_only
        self.show_list()
        self._remember()

    def action_sort(self) -> None:
        """Go to the next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.show_list()
        self._remember()
        self.notify(f"Sorted: {_SORT_NAMES[self._sort]}.", timeout=2, markup=False)


def _source_line(source: Source) -> Content:
    title = crop(source.title, _TITLE)
    pad = " " * (_TITLE - width_of(title))
    return Content.assemble(f"{title}{pad}", (f" {source.more:>{_MORE}}", "$foreground 70%"))
