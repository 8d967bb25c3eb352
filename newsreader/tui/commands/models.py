"""The command that opens the offline engine's models."""

from newsreader.tui.commands.command import Command

MODELS = Command(
    "models",
    ("M", "shift+f7"),
    "Offline models",
    "Fetch, choose, add or remove the models of the offline engine.",
    "app.models",
    "app",
)
