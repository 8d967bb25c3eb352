"""One sentence by several engines, side by side, with what is doubtful in each."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.article import Article, Row
from newsreader.errors import NewsreaderError
from newsreader.glossary.fix import place_of
from newsreader.korean.numbers.english import figures
from newsreader.tui.screens.window import TextWindow
from newsreader.workspace import Workspace


class CompareScreen(TextWindow):
    """Asks every engine for one row; only engines that the reader agreed to are asked."""

    DEFAULT_CSS = """
    CompareScreen Static { padding-bottom: 1; }
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
        """Lay out the Korean, its English as it is now, and a place for each engine."""
        with VerticalScroll():
            yield Static(self._row.ko, markup=False)
            if self._row.en is not None:
                yield Static(self._said(f"now, by {self._row.engine}", self._row), markup=False)
            yield from self._answers.values()

    def on_mount(self) -> None:
        """Ask all of them at once."""
        for name, answer in self._answers.items():
            answer.update(_shown(name, "…"))
        self._ask_all()

    @work(exclusive=True, exit_on_error=False)
    async def _ask_all(self) -> None:
        await asyncio.gather(*(self._ask(name) for name in self._answers))

    async def _ask(self, name: str) -> None:
        asked = Row(self._row.segment, terms=self._row.terms)
        try:
            engine = self.workspace.open_engine(name)
        except NewsreaderError as error:
            self._answers[name].update(_shown(name, f"[{self._said_of(error)}]"))
            # Behind those that answer.
            window = self.query_one(VerticalScroll)
            window.move_child(self._answers[name], after=window.children[-1])
            return
        try:
            stream = self.workspace.translation(self._article, [asked], engine, corrected=False)
            async with aclosing(stream):
                async for row in stream:
                    self._answers[name].update(self._said(name, row))
        finally:
            await engine.close()

    def _said(self, name: str, row: Row) -> Content:
        """Return what an engine made of the row: terms underlined, figures bold, then doubts."""
        if row.en is None:
            return _shown(name, f"[{row.reason}]")
        english = Content(row.en)
        for match in row.terms:
            if place := place_of(match, row.en, self.workspace.glossary):
                english = english.stylize("underline", *place)
        for figure in figures(row.en):
            english = english.stylize("bold", figure.start, figure.end)
        doubts = [(f"\n! {warning.message}", "$warning") for warning in row.warnings]
        return Content.assemble(_shown(name, english), *doubts)


def _shown(name: str, text: Content | str) -> Content:
    return Content.assemble((name, "bold $accent"), "\n", text)
