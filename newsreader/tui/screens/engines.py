"""Choosing what translates. An online engine is used only after the reader agreed to it once."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import LibraryError
from newsreader.translate.engine import EngineInfo
from newsreader.translate.engines import ENGINES
from newsreader.tui.screens.choosing import ChoosingScreen
from newsreader.workspace import Workspace


class EnginesScreen(ChoosingScreen[str | None]):
    """The engines with what each sends, and where; returns the one that was chosen."""

    def __init__(self, workspace: Workspace, current: str) -> None:
        super().__init__()
        self.workspace = workspace
        self._current = current
        #: The online engine that was chosen once and waits for the reader to agree.
        self._asked: str | None = None
        self._question = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the question and the list."""
        with Vertical():
            yield self._question
            yield OptionList(
                *(Option(self._line(info), id=info.name) for info in ENGINES.values()),
                markup=False,
            )

    def on_mount(self) -> None:
        """Ask, with the engine in use highlighted."""
        self._question.update("What shall translate?  Enter chooses, Esc leaves it as it is.")
        engines = self.query_one(OptionList)
        names = list(ENGINES)
        engines.highlighted = names.index(self._current) if self._current in names else 0
        engines.focus()

    def _line(self, info: EngineInfo) -> Content:
        place = "stays on this machine" if info.local else "ONLINE"
        mark = "*" if info.name == self._current else " "
        return Content.assemble(
            (f"{mark} {info.name:<15}", "bold"),
            f"{info.title} · {place}\n",
            (f"    {info.sends} {info.limits}", "$foreground 70%"),
        )

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        name = event.option.id or ""
        info = ENGINES[name]
        unknown = not info.local and name not in self.workspace.agreed_engines
        if unknown and self._asked != name:
            self._asked = name
            self._question.update(
                f"{info.sends} Press Enter again to agree to that for {name}; Esc leaves."
            )
            return
        try:
            self.workspace.choose_engine(name)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
        self.dismiss(name)
