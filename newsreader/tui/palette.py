"""Our commands in Textual's command palette, with their keys."""

from collections.abc import Awaitable, Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from newsreader.tui.commands import Command
from newsreader.tui.keys import key_name
from newsreader.tui.screens.base import CommandScreen


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
        """List the commands that match ``query``."""
        matcher = self.matcher(query)
        for command in self._commands:
            if (score := matcher.match(_title(command))) > 0:
                yield Hit(
                    score,
                    matcher.highlight(_title(command)),
                    self._runner(command),
                    help=command.help,
                )

    def _runner(self, command: Command) -> Callable[[], Awaitable[None]]:
        return partial(self.screen.run_action, command.action)


def _title(command: Command) -> str:
    return f"{command.title}  ({key_name(command.keys[0])})"
