"""Our commands in Textual's command palette, with their keys."""

from collections.abc import Awaitable, Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from newsreader.tui.commands import Command
from newsreader.tui.keys import key_name
from newsreader.tui.screens.base import CommandScreen

#: The score of a command whose help alone has what was typed: behind those whose name has it. Helps
#: are too long for the matcher, which tries every way to pick the letters.
_IN_HELP = 0.01


class CommandProvider(Provider):
    """The commands of the screen under the palette."""

    @property
    def _commands(self) -> tuple[Command, ...]:
        screen = self.screen
        return screen.commands_here if isinstance(screen, CommandScreen) else ()

    async def discover(self) -> Hits:
        """List every command before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(_title(command), self._runner(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """List the commands whose name or help matches ``query``."""
        matcher = self.matcher(query)
        for command in self._commands:
            title, in_title = _title(command), matcher.match(_title(command))
            if in_title or query.casefold() in command.help.casefold():
                shown = matcher.highlight(title) if in_title else Content(title)
                score = in_title or _IN_HELP
                yield Hit(score, shown, self._runner(command), text=title, help=command.help)

    def _runner(self, command: Command) -> Callable[[], Awaitable[None]]:
        return partial(self.screen.run_action, command.action)


def _title(command: Command) -> str:
    return f"{command.title}  ({key_name(command.keys[0])})"
