"""Fetching the offline model from inside the app, with its size, licence and progress."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from newsreader.errors import EngineError
from newsreader.translate.installing import OFFER, install
from newsreader.workspace import Workspace

_BAR = 40


class InstallScreen(ModalScreen[bool]):
    """Asks, fetches, and returns whether the model is there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "fetch", "Fetch"),
        Binding("escape,q", "leave", "Back"),
    ]

    DEFAULT_CSS = """
    InstallScreen {
        align: center middle;
        & > Vertical {
            width: 80%; max-width: 84; height: auto; padding: 1 2;
            background: $surface; border: round $accent;
        }
        & Static { height: auto; }
    }
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._text = Static("", markup=False)
        self._running = False

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Vertical():
            yield self._text

    def on_mount(self) -> None:
        """Say what would be fetched, from where, and ask."""
        address = self.workspace.settings.model_mirror or OFFER.url
        self._text.update(
            f"{OFFER.title} translates on this machine; no text leaves it.\n\n"
            f"{OFFER.download_size / 1e6:.0f} MB to fetch, {OFFER.size / 1e6:.0f} MB on the disk, "
            f"licence {OFFER.licence}, from {address.split('/')[2] if '//' in address else address}"
            "\n\nEnter fetches it, Esc leaves. What was fetched is kept if you stop."
        )

    def action_fetch(self) -> None:
        """Start fetching."""
        if not self._running:
            self._running = True
            self._fetch()

    def action_leave(self) -> None:
        """Stop fetching, if it runs, and go back."""
        self.workers.cancel_node(self)
        self.dismiss(False)

    @work(exclusive=True, exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            await install(
                self.workspace.paths,
                mirror=self.workspace.settings.model_mirror,
                progress=self._show_progress,
            )
        except EngineError as error:
            self._text.update(f"{error}\n\nEnter tries again, Esc leaves.")
            self._running = False
            return
        self.dismiss(True)

    def _show_progress(self, file: str, done: int, total: int) -> None:
        full = _BAR * done // total if total else 0
        self._text.update(
            f"{file}\n\n{'▰' * full}{'▱' * (_BAR - full)}  {done / 1e6:.1f} of {total / 1e6:.1f} MB"
            "\n\nEsc stops; the next try goes on from here."
        )
