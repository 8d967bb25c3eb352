"""Every command of the app, once.

Bindings, the hints at the foot of a screen, the command palette, the help screen and the key table
of the README are all made from these tables.
"""

from newsreader.tui.commands.command import Command, bindings
from newsreader.tui.commands.everywhere import EVERYWHERE
from newsreader.tui.commands.home import HOME
from newsreader.tui.commands.reader import READER

__all__ = ["EVERYWHERE", "HOME", "READER", "SCREENS", "Command", "bindings"]

#: All commands by screen, in the order of help and README.
SCREENS: dict[str, tuple[Command, ...]] = {
    "Library": HOME,
    "Reader": READER,
    "Everywhere": EVERYWHERE,
}
