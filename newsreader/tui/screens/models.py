"""The offline engine's models: fetching, choosing, adding from a folder, removing."""

import asyncio
import shutil
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import EngineError, NewsreaderError
from newsreader.translate import installing
from newsreader.translate.models import Model, installed, models, remove, use
from newsreader.tui.screens.choosing import ChoosingScreen, hanging
from newsreader.workspace import Workspace

_BAR = 40
_INDENT = 4
#: The identity of the row with what can be fetched; no model's name has a dot.
_OFFER = "to.fetch"
_HELP = "Offline models: no text leaves this machine."


class ModelsScreen(ChoosingScreen[str | None]):
    """The models that are here and the one to fetch; returns the one that was put to use."""

    HINT: ClassVar[str] = "Enter uses or fetches  o from a folder  d removes  Esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back"),
        Binding("o", "add", "From a folder"),
        Binding("d,delete", "remove", "Remove"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._offer = installing.OFFER
        #: The model whose removal the reader was asked about.
        self._asked: str | None = None
        self._said = Static(_HELP, markup=False)
        self._list = OptionList(markup=False)

    def compose(self) -> ComposeResult:
        """Lay out what is said and the list."""
        with Vertical():
            yield self._said
            yield self._list

    def on_mount(self) -> None:
        """List the models, the one in use highlighted."""
        self._fill()
        used = installed(self.workspace.paths)
        if used is not None:
            self._list.highlighted = self._list.get_option_index(used.name)
        self._list.focus()

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        super().on_resize()
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        highlighted = self._list.highlighted
        room = (self._list.size.width or self.app.size.width) - 1
        paths = self.workspace.paths
        there, used = models(paths), installed(paths)
        self._list.clear_options()
        for model in there:
            mark = "*" if model == used else " "
            facts = f"{_size_text(model.size)} on the disk, licence {model.licence}"
            line = _line(f"{mark} {model.name}", facts, str(model.directory), room)
            self._list.add_option(Option(line, id=model.name))
        if all(model.name != self._offer.name for model in there):
            self._list.add_option(Option(self._offered(room), id=_OFFER))
        if self._list.option_count:
            self._list.highlighted = min(highlighted or 0, self._list.option_count - 1)

    def _offered(self, room: int) -> Content:
        offer, paths = self._offer, self.workspace.paths
        address = self.workspace.settings.model_mirror or offer.url
        facts = (
            f"{_size_text(offer.download_size)} to fetch from {urlsplit(address).hostname},"
            f" {_size_text(offer.size)} on the disk, licence {offer.licence}"
        )
        if fetched := installing.fetched(paths, offer):
            facts += f"; {_size_text(fetched)} of it are here"
        folder = paths.models if paths.models.is_dir() else paths.models.anchor
        free = _size_text(shutil.disk_usage(folder).free)
        return _line(f"  {offer.name}", facts, f"{offer.title}; {free} are free", room)

    def _say(self, sentence: str) -> None:
        self._asked = None
        self._said.update(sentence)

    @property
    def _current(self) -> Model | None:
        """The model under the cursor; None for the one to fetch."""
        option = self._list.highlighted_option
        there = models(self.workspace.paths)
        return next((one for one in there if option and one.name == option.id), None)

    @property
    def _busy(self) -> bool:
        return any(not worker.is_finished for worker in self.workers if worker.node is self)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        if self._busy:
            return
        model = self._current
        if model is None:
            self._fetch()
            return
        try:
            use(self.workspace.paths, model)
        except EngineError as error:
            self._say(str(error))
        else:
            self.dismiss(model.name)

    def action_leave(self) -> None:
        """Stop what is being fetched; otherwise go back."""
        if self._busy:
            self.workers.cancel_node(self)
            self._say("Stopped; Enter goes on from here, Esc leaves.")
        else:
            self.dismiss(None)

    def action_add(self) -> None:
        """Ask for the folder of a model, and install it."""
        if self._busy:
            return
        from newsreader.tui.screens.ask import AskScreen

        self.app.push_screen(
            AskScreen("Folder with a model in Firefox's format", "~/Downloads/ko-en"),
            self._folder_named,
        )

    def _folder_named(self, folder: str | None) -> None:
        if folder:
            self._add(Path(folder).expanduser())

    def action_remove(self) -> None:
        """Remove the model under the cursor, or what was fetched of one, when asked twice."""
        model, offer = self._current, self._offer
        name = model.name if model else offer.name
        if self._busy or (model is None and not installing.fetched(self.workspace.paths, offer)):
            return
        if self._asked != name:
            what = name if model else f"what was fetched of {name}"
            self._say(f"d once more removes {what} from the disk.")
            self._asked = name
            return
        try:
            remove(self.workspace.paths, model)
            self._say(f"{name} is removed.")
        except EngineError as error:
            self._say(str(error))
        self._fill()

    @work(exclusive=True, exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            model = await installing.install(
                self.workspace.paths,
                mirror=self.workspace.settings.model_mirror,
                progress=self._show_progress,
                offer=self._offer,
            )
        except EngineError as error:
            self._say(f"{error} Enter tries again.")
        else:
            self.dismiss(model.name)
        finally:
            if self.is_attached:  # with what has come so far, also when it was stopped
                self._fill()

    @work(exclusive=True, exit_on_error=False)
    async def _add(self, folder: Path) -> None:
        self._say(f"Checking and copying {folder} …")
        try:
            model = await asyncio.to_thread(
                installing.install_from, self.workspace.paths, folder, offer=self._offer
            )
        except NewsreaderError as error:
            self._say(str(error))
        else:
            self.dismiss(model.name)

    def _show_progress(self, file: str, done: int, total: int) -> None:
        full = _BAR * done // total if total else 0
        self._say(
            f"{file}\n{'▰' * full}{'▱' * (_BAR - full)}  {_size_text(done)} of {_size_text(total)}"
            "\nEsc stops; the next try goes on from here."
        )


def _size_text(size: int) -> str:
    """Return a size as people read it: 44 MB, 0.3 MB, 1.5 GB."""
    amount, unit = (size / 1e9, "GB") if size >= 1e9 else (size / 1e6, "MB")
    return f"{amount:,.0f} {unit}" if amount >= 10 else f"{amount:.1f} {unit}"


def _line(name: str, facts: str, more: str, room: int) -> Content:
    return Content.assemble(
        (name, "bold"),
        f"\n{'':{_INDENT}}{hanging(facts, room, _INDENT)}",
        (f"\n{'':{_INDENT}}{hanging(more, room, _INDENT)}", "$foreground 80%"),
    )
