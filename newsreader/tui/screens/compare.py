"""One sentence by several engines, side by side, with what is doubtful in each."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.article import Article, Row
from newsreader.errors import NewsreaderError
from newsreader.workspace import Workspace


class CompareScreen(ModalScreen[str | None]):
    """Asks every engine for one row; only engines that the reader agreed to are asked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss", "Back")]

    DEFAULT_CSS = """
    CompareScreen {
        align: center middle;
        & > VerticalScroll {
            width: 90%; max-width: 110; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $accent;
        }
        & Static { height: auto; padding-bottom: 1; }
    }
    """

    def __init__(
        self,
        workspace: Workspace,
        article: Article,
        row: Row,
        engines: Sequence[str],
        said_of: Callable[[NewsreaderError], str],
    ) -> None:
        super().__init__()
        #: What the reader is told of an engine that cannot be opened.
        self._said_of = said_of
        self.workspace = workspace
        self._article = article
        self._row = row
        self._answers = {name: Static("", markup=False) for name in engines}

    def compose(self) -> ComposeResult:
        """Lay out the Korean and a place for each engine."""
        with VerticalScroll():
            yield Static(self._row.ko, markup=False)
            yield from self._answers.values()
            yield Static("Esc goes back.", markup=False)

    def on_mount(self) -> None:
        """Ask all of them at once."""
        for name, answer in self._answers.items():
            answer.update(_shown(name, "…", ()))
        self._ask_all()

    @work(exclusive=True, exit_on_error=False)
    async def _ask_all(self) -> None:
        await asyncio.gather(*(self._ask(name) for name in self._answers))

    async def _ask(self, name: str) -> None:
        asked = Row(self._row.segment, terms=self._row.terms)
        try:
            engine = self.workspace.open_engine(name)
        except NewsreaderError as error:
            self._answers[name].update(_shown(name, f"[{self._said_of(error)}]", ()))
            return
        try:
            stream = self.workspace.translation(self._article, [asked], engine, corrected=False)
            async with aclosing(stream):
                async for row in stream:
                    text = row.en if row.en is not None else f"[{row.reason}]"
                    doubts = tuple(warning.message for warning in row.warnings)
                    self._answers[name].update(_shown(name, text, doubts))
        finally:
            await engine.close()


def _shown(name: str, text: str, doubts: Sequence[str]) -> Content:
    return Content.assemble(
        (name, "bold $accent"), f"\n{text}", *((f"\n! {doubt}", "$warning") for doubt in doubts)
    )
