"""The commands of the reader for the article as a whole, and for what the reader keeps with it."""

from newsreader.tui.commands.command import Command

ARTICLE: tuple[Command, ...] = (
    Command(
        "note",
        ("a", "ctrl+a"),
        "Write a note",
        "Write a note on this sentence, or change it; an empty one is removed.",
        "note",
        "article",
    ),
    Command(
        "notes",
        ("A", "alt+a"),
        "Notes on this article",
        "List your notes on this article; Enter goes there.",
        "notes",
        "article",
    ),
    Command(
        "highlight",
        ("H", "alt+h"),
        "Highlight",
        "Highlight the selection, else the word or term, else the sentence; again takes it away.",
        "highlight",
        "article",
    ),
    Command(
        "revisions",
        ("V", "alt+v"),
        "Revisions: what changed",
        "List the kept texts of this article, with what each changed, word by word.",
        "revisions",
        "article",
    ),
    Command(
        "save",
        ("S", "ctrl+s"),
        "Save the article",
        "Save Korean and English as Markdown, HTML, JSON or text, in a file that you name.",
        "save",
        "article",
    ),
    Command(
        "browser",
        ("o", "f4"),
        "Open in the browser",
        "Open the article's address in the web browser.",
        "browser",
        "article",
    ),
    Command(
        "back",
        ("q", "escape"),
        "Back",
        "Close the popup; otherwise go back to the library. Esc first puts a search away.",
        "back",
        "article",
        "back",
    ),
)
