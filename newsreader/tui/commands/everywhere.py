"""The commands of every screen."""

from newsreader.tui.commands.command import Command
from newsreader.tui.commands.models import MODELS

EVERYWHERE: tuple[Command, ...] = (
    Command(
        "help",
        ("question_mark", "f1"),
        "Keys of this screen",
        "List what can be done here; type to filter the list.",
        "app.help",
        "app",
        "help",
    ),
    Command(
        "palette",
        ("ctrl+p", "colon"),
        "Command palette",
        "Find any command by its name.",
        "app.command_palette",
        "app",
    ),
    MODELS,
    Command(
        "theme",
        ("f8",),
        "Dark or light",
        "Change between the dark and the light theme; the palette has all themes.",
        "app.toggle_theme",
        "app",
    ),
    Command(
        "suspend",
        ("alt+z",),
        "Suspend",
        "Go to the shell and leave newsreader as it is; fg comes back to it.",
        "app.suspend_process",
        "app",
    ),
    Command(
        "quit",
        ("ctrl+q", "ctrl+c"),
        "Quit",
        "Leave newsreader; where you are is remembered.",
        "app.quit",
        "app",
    ),
)
