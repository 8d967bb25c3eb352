"""The library: what was read, and the ways to read something new."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import LibraryError
from newsreader.export.head import time_text
from newsreader.library.listing import Filter, Listed
from newsreader.sample import SAMPLE
from newsreader.tui.commands import EVERYWHERE, HOME, Command, bindings
from newsreader.tui.screens.base import CommandScreen
from newsreader.tui.widgets.bars import Bar, KeyHints
from newsreader.workspace import Workspace

_EMPTY = """\
Your library is empty.

  s or Enter   read the sample: an article of ours with English beside it, no network needed
  o            open a web address, or a saved page (.html, .txt)
  ?            all keys

In the shell

  newsreader open https://…    read an article from the web
  newsreader model install     fetch the offline engine's model (44 MB)

Nothing you read leaves this machine until you choose an online engine.\
"""


class HomeScreen(CommandScreen):
    """The list of kept articles, the one opened last first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME)
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (*HOME, *EVERYWHERE)
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    HomeScreen {
        & OptionList, & OptionList:focus {
            height: 1fr; border: none; background: $background; padding: 0 1;
        }
        & #empty { height: 1fr; padding: 1 2; display: none; }
        &.-empty #empty { display: block; }
        &.-empty OptionList { display: none; }
    }
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.bar = Bar("newsreader")
        self.list = OptionList(markup=False)

    def compose(self) -> ComposeResult:
        """Lay the bar, the list and the hints one under another."""
        yield self.bar
        yield self.list
        yield Static(_EMPTY, id="empty", markup=False)
        yield KeyHints(self.commands_here)

    def on_screen_resume(self) -> None:
        """Show the library as it is now."""
        highlighted = self.list.highlighted
        try:
            articles = self.workspace.library.articles.listing(Filter(opened=True), "opened")
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            articles = []
        self.list.clear_options()
        self.list.add_options([Option(_line(one), id=str(one.id)) for one in articles])
        self.set_class(not articles, "-empty")
        if articles:
            self.list.highlighted = min(highlighted or 0, len(articles) - 1)
            self.list.focus()
        else:
            self.set_focus(None)
        count = "1 article" if len(articles) == 1 else f"{len(articles)} articles"
        self.bar.set_texts(right=count if articles else "")
        self.tell_notices(self.workspace.notices)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            self._read(event.option.id)

    def _read(self, source: str) -> None:
        from newsreader.tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(self.workspace, source))

    def action_move(self, rows: int) -> None:
        """Move in the list."""
        rows *= self.sequences.take_count()
        if self.list.option_count:
            at = (self.list.highlighted or 0) + rows
            self.list.highlighted = min(max(at, 0), self.list.option_count - 1)

    def action_first(self) -> None:
        """Go to the top of the list."""
        self.list.action_first()

    def action_last(self) -> None:
        """Go to the end of the list."""
        self.list.action_last()

    def action_read(self) -> None:
        """Open the highlighted article, or the sample when there is none."""
        if self.list.option_count:
            self.list.action_select()
        else:
            self._read(SAMPLE)

    def action_sample(self) -> None:
        """Open the sample."""
        self._read(SAMPLE)

    def action_open(self) -> None:
        """Ask for an address or a file, then open it."""
        from newsreader.tui.screens.open import OpenScreen

        self.app.push_screen(OpenScreen(), lambda source: self._read(source) if source else None)


def _line(article: Listed) -> Content:
    time = time_text(article.published) or time_text(article.opened) or ""
    return Content.assemble(
        (f"{time:<16}  ", "$foreground 60%"),
        Content(article.title),
        (f"  {article.outlet}" if article.outlet else "", "$secondary"),
    )
