"""The commands of the library."""

from newsreader.tui.commands.command import Command

HOME: tuple[Command, ...] = (
    Command(
        "next-article",
        ("j", "down"),
        "Next article",
        "Go down in the list.",
        "move(1)",
        "move",
    ),
    Command(
        "previous-article",
        ("k", "up"),
        "Previous article",
        "Go up in the list.",
        "move(-1)",
        "move",
    ),
    Command("first-article", ("g,g", "home"), "First article", "Go to the top.", "first", "move"),
    Command("last-article", ("G", "end"), "Last article", "Go to the end.", "last", "move"),
    Command("read", ("enter",), "Read", "Open the article.", "read", "article", "read"),
    Command(
        "open",
        ("o", "f3"),
        "Open an address or a file",
        "Type or paste a web address or the path of a saved page.",
        "open",
        "article",
        "open",
    ),
    Command(
        "sample",
        ("s", "f9"),
        "Read the sample",
        "Open the built-in sample article; it needs no network.",
        "sample",
        "article",
        "sample",
    ),
    Command("leave", ("q", "escape"), "Quit", "Leave newsreader.", "app.quit", "app", "quit"),
)
