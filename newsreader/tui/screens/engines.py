"""Choosing what translates. An online engine is used only after the reader agreed to it once."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import LibraryError
from newsreader.translate.engine import EngineInfo
from newsreader.translate.engines import ENGINES
from newsreader.translate.engines.infos import FIREFOX
from newsreader.translate.models import installed
from newsreader.tui.screens.choosing import ChoosingScreen, hanging
from newsreader.tui.screens.models import ModelsScreen
from newsreader.workspace import Workspace

#: The cells of an engine's name, and how far what is said of it is set in.
_NAME = 15
_INDENT = 4


class EnginesScreen(ChoosingScreen[str | None]):
    """The engines with what each sends, and where; returns the one that was chosen."""

    HINT: ClassVar[str] = "Enter chooses  m offline models  Esc back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "models", "Offline models")]

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
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Ask, with the engine in use highlighted."""
        self._question.update("What shall translate?")
        engines = self.query_one(OptionList)
        self._fill(engines)
        names = list(ENGINES)
        engines.highlighted = names.index(self._current) if self._current in names else 0
        engines.focus()

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        self.call_after_refresh(self._fill, self.query_one(OptionList))

    def _fill(self, engines: OptionList) -> None:
        highlighted = engines.highlighted
        # The scroll bar, and a blank before it.
        room = (engines.size.width or self.app.size.width) - 2
        engines.clear_options()
        engines.add_options(
            [Option(self._line(info, room), id=info.name) for info in ENGINES.values()]
        )
        engines.highlighted = highlighted

    def _line(self, info: EngineInfo, room: int) -> Content:
        place = "stays on this machine" if info.local else "ONLINE"
        mark = "*" if info.name == self._current else " "
        name = f"{mark} {info.name:<{_NAME}}"
        facts = f"{info.sends} {info.limits_and_price}"
        return Content.assemble(
            (name, "bold"),
            hanging(f"{info.title} · {place}", room, len(name)),
            (f"\n{'':{_INDENT}}{hanging(facts, room, _INDENT)}", "$foreground 80%"),
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
        if name == FIREFOX.name and installed(self.workspace.paths) is None:
            self.app.push_screen(
                ModelsScreen(self.workspace), lambda model: self._choose(name) if model else None
            )
            return
        self._choose(name)

    def _choose(self, name: str) -> None:
        try:
            self.workspace.choose_engine(name)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
        self.dismiss(name)

    def action_models(self) -> None:
        """Show the offline engine's models; one that is put to use there is chosen."""
        self.app.push_screen(
            ModelsScreen(self.workspace),
            lambda model: self._choose(FIREFOX.name) if model else None,
        )
