"""The app: themes, the two main screens, help and the command palette."""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import Theme

from newsreader.errors import LibraryError
from newsreader.tui.commands import EVERYWHERE, bindings
from newsreader.tui.hangul_keys import latin_keys
from newsreader.tui.keymap import Keymap
from newsreader.tui.screens.base import CommandScreen
from newsreader.tui.theme import DARK, LIGHT, THEMES
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from textual.command import Provider

_HANGUL_HINT = "한글 입력 중: the keys work all the same (ㅓ is j); Latin input answers sooner."
#: Seconds after which a thread that works gives the interpreter to one that waits.
_TURN = 0.001


def _command_provider() -> "type[Provider]":
    """Return our part of the command palette, which is loaded when it is first opened."""
    from newsreader.tui.palette import CommandProvider

    return CommandProvider


class NewsreaderApp(App[None]):
    """The reader's app; with a ``source`` it opens on that article, otherwise on the library."""

    TITLE = "newsreader"
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    COMMANDS = App.COMMANDS | {_command_provider}
    #: The mode of the first screen: one with a name of ours, so that it can be left for good.
    DEFAULT_MODE = "start"
    CSS = """
    OptionList > .option-list--option-highlighted,
    OptionList:focus > .option-list--option-highlighted {
        background: $panel; color: $foreground; text-style: bold;
    }
    Input, Input:focus, TextArea, TextArea:focus {
        border: none; padding: 0 1; background: $panel; color: $foreground;
    }
    Input { height: 1; }
    /* What is too long for the foot of a screen is wrapped there, over its whole width. */
    ToastRack { margin: 0; }
    Toast, Toast.-information, Toast.-warning, Toast.-error {
        width: 100%; max-width: 100%; margin: 0; padding: 0 1; border: none;
        background: $surface; color: $foreground; text-style: bold;
    }
    Toast.-warning { color: $warning; }
    Toast.-error { color: $error; }
    """

    def __init__(
        self,
        workspace: Workspace,
        source: str | None = None,
        *,
        themes: Sequence[Theme] = THEMES,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        #: Raises UsageError before anything is shown when the settings contradict themselves.
        self.keys = Keymap(workspace.settings.keymap, workspace.settings.keys)
        self.set_keymap(self.keys.changed_bindings())
        self._source = source
        self._hangul_hint_shown = False
        if workspace.settings.ambiguous == "wide":
            from newsreader.tui.ambiguous import Unambiguous

            # Textual applies these to every line on its way to the terminal.
            self._filters.append(Unambiguous())
        for theme in themes:
            self.register_theme(theme)
        wanted = str(workspace.library.state.get("theme") or workspace.settings.theme)
        if wanted not in self.available_themes:
            workspace.notices.append(f"There is no theme {wanted!r}; {DARK.name} is used.")
            wanted = DARK.name
        self._kept_theme = wanted
        self.theme = wanted

    def get_default_screen(self) -> Screen[None]:
        """Return the article that was asked for, or the library.

        Textual paints a default screen once, as soon as it is there; one that :meth:`add_mode` has
        made it lays out three times before anything is seen.
        """
        if self._source is None:
            from newsreader.tui.screens.home import HomeScreen

            return HomeScreen(self.workspace)
        from newsreader.tui.screens.reader import ReaderScreen

        return ReaderScreen(self.workspace, self._source)

    def on_ready(self) -> None:
        """Collect garbage again, but not what start-up has made to stay; let keys go first."""
        gc.freeze()
        gc.enable()
        # A key waits for the interpreter as long as this each time that a thread has it.
        sys.setswitchinterval(_TURN)
        # Back from the shell the terminal is empty; Textual sees that its size is as it was.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh())

    def on_key(self, event: events.Key) -> None:
        """Press the Latin keys of Hangul that no text field took, on whatever screen."""
        if not (keys := latin_keys(event.character or "")):
            return
        event.prevent_default()
        if not self._hangul_hint_shown:
            self._hangul_hint_shown = True
            self.screen.notify(_HANGUL_HINT, markup=False)
        for key in keys:
            self.post_message(events.Key(key, key).set_sender(self))

    async def on_unmount(self) -> None:
        """Let go of what works in processes of its own."""
        await self.workspace.close_processes()

    async def action_library(self) -> None:
        """Leave the article that the app was started with and show the library."""
        from newsreader.tui.screens.home import HomeScreen

        self.add_mode("library", lambda: HomeScreen(self.workspace))
        await self.switch_mode("library")
        # Only a mode that was added can be removed, and the first screen's has only been begun.
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        await self.remove_mode(self.DEFAULT_MODE)

    def action_help(self) -> None:
        """Show the keys of the screen that is open."""
        from newsreader.tui.screens.help import HelpScreen, commands_on

        self.push_screen(HelpScreen(commands_on(self.screen)))

    def action_models(self) -> None:
        """Show the models of the offline engine."""
        if isinstance(self.screen, CommandScreen):
            from newsreader.tui.screens.models import ModelsScreen

            self.push_screen(ModelsScreen(self.workspace), self._say_what_translates)

    def _say_what_translates(self, model: str | None) -> None:
        if model is not None:
            self.screen.notify(f"The offline engine translates with {model}.", markup=False)

    def action_toggle_theme(self) -> None:
        """Change between our two themes."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def _watch_theme(self, theme_name: str) -> None:
        super()._watch_theme(theme_name)
        if theme_name == self._kept_theme:
            return
        self._kept_theme = theme_name
        try:
            self.workspace.library.state.set("theme", theme_name)
        except LibraryError as error:
            self.log.error(str(error))
