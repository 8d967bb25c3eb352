"""Every command of the app, once: its keys, its name, its help and the action it runs.

Bindings, the hints at the foot of a screen, the command palette, the help screen and the key table
of the README are all made from these tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a reader can do on one screen.

    ``keys`` are Textual key names, the one that is shown first; at least one of them is a key that
    no input method can hold back (an arrow, Enter, a control or function key). ``hint`` is the
    word at the foot of the screen; None keeps the command out of there.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    action: str
    group: str
    hint: str | None = None


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the Textual bindings of ``commands``; two-key sequences are left to the screen."""
    return [
        Binding(
            ",".join(key for key in command.keys if "," not in key),
            command.action,
            command.title,
            id=command.id,
            tooltip=command.help,
            show=command.hint is not None,
        )
        for command in commands
    ]


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
        ("ctrl+p",),
        "Command palette",
        "Find any command by its name.",
        "app.command_palette",
        "app",
    ),
    Command(
        "theme",
        ("f8",),
        "Dark or light",
        "Change between the dark and the light theme; the palette has all themes.",
        "app.toggle_theme",
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

READER: tuple[Command, ...] = (
    Command(
        "next-row",
        ("j", "down"),
        "Next sentence",
        "Go to the next sentence; 5j goes five on.",
        "move(1)",
        "move",
        "sentence",
    ),
    Command(
        "previous-row",
        ("k", "up"),
        "Previous sentence",
        "Go to the sentence before.",
        "move(-1)",
        "move",
    ),
    Command(
        "next-term",
        ("right_square_bracket", "tab"),
        "Next term",
        "Go to the next glossary term.",
        "term(1)",
        "move",
        "term",
    ),
    Command(
        "previous-term",
        ("left_square_bracket", "shift+tab"),
        "Previous term",
        "Go to the glossary term before.",
        "term(-1)",
        "move",
    ),
    Command(
        "next-word",
        ("l", "right"),
        "Next word",
        "Go to the next word; K explains it.",
        "word(1)",
        "move",
    ),
    Command(
        "previous-word",
        ("h", "left"),
        "Previous word",
        "Go to the word before.",
        "word(-1)",
        "move",
    ),
    Command(
        "page-down",
        ("space", "pagedown", "ctrl+f"),
        "Page down",
        "Go a window down; in the reveal view, show the English of this sentence.",
        "space",
        "move",
    ),
    Command("page-up", ("b", "pageup", "ctrl+b"), "Page up", "Go a window up.", "page(-1)", "move"),
    Command(
        "half-page-down",
        ("ctrl+d",),
        "Half a page down",
        "Go half a window down.",
        "page(0.5)",
        "move",
    ),
    Command(
        "half-page-up", ("ctrl+u",), "Half a page up", "Go half a window up.", "page(-0.5)", "move"
    ),
    Command("first-row", ("g,g", "home"), "First sentence", "Go to the headline.", "first", "move"),
    Command("last-row", ("G", "end"), "Last sentence", "Go to the end.", "last", "move"),
    Command(
        "search",
        ("slash", "f2"),
        "Search",
        "Find text in both columns; initial consonants (ㅎㅂㄷ) find Korean words.",
        "search",
        "find",
        "search",
    ),
    Command(
        "next-hit", ("n", "f3"), "Next place found", "Go to the next place found.", "hit(1)", "find"
    ),
    Command(
        "previous-hit",
        ("N", "shift+f3"),
        "Previous place found",
        "Go to the place found before.",
        "hit(-1)",
        "find",
    ),
    Command(
        "popup",
        ("enter",),
        "Explain the term",
        "Open or close the popup of the term; it follows ] and [.",
        "popup",
        "look up",
        "popup",
    ),
    Command(
        "explain-word",
        ("K", "ctrl+k"),
        "Explain the word",
        "Dictionary form, parts, endings and meaning of the word under the cursor.",
        "explain_word",
        "look up",
        "word",
    ),
    Command(
        "stance",
        ("s", "ctrl+g"),
        "How it is said",
        "What this sentence reports, plans, guesses, quotes or honours, in plain English.",
        "stance",
        "look up",
    ),
    Command(
        "terms",
        ("T", "f9"),
        "Terms of this article",
        "List the glossary's terms in this article; Enter goes there.",
        "list('terms')",
        "look up",
    ),
    Command(
        "warnings",
        ("exclamation_mark", "f10"),
        "Warnings",
        "List what is doubtful in the English, and what could not be translated.",
        "list('warnings')",
        "look up",
    ),
    Command(
        "outline",
        ("O", "f11"),
        "Outline",
        "List headlines, subheadings and captions; Enter goes there.",
        "list('outline')",
        "look up",
    ),
    Command(
        "view",
        ("t", "f6"),
        "Change the view",
        "Both columns, Korean only, English only, or English hidden until Space asks for it.",
        "view",
        "view",
        "view",
    ),
    Command(
        "wider-korean",
        ("greater_than_sign", "ctrl+right"),
        "Wider Korean",
        "Move the divide to the right.",
        "share(0.05)",
        "view",
    ),
    Command(
        "wider-english",
        ("less_than_sign", "ctrl+left"),
        "Wider English",
        "Move the divide to the left.",
        "share(-0.05)",
        "view",
    ),
    Command(
        "engine",
        ("e", "f7"),
        "Choose the engine",
        "Choose what translates; an online engine is only used after you agreed to it.",
        "engine",
        "translation",
        "engine",
    ),
    Command(
        "retry",
        ("R", "f5"),
        "Translate what is missing",
        "Ask again for the sentences that have no English yet.",
        "retry",
        "translation",
    ),
    Command(
        "compare",
        ("c", "f12"),
        "Compare engines",
        "This sentence by every local engine and by the online ones that you agreed to.",
        "compare",
        "translation",
    ),
    Command(
        "edit",
        ("i", "ctrl+t"),
        "Write your own English",
        "Correct the English of this sentence; yours is kept and goes before any engine's.",
        "edit",
        "translation",
    ),
    Command(
        "edit-term",
        ("E", "ctrl+e"),
        "Write your own term",
        "Keep the term or word under the cursor with your own English, here and in later articles.",
        "edit_term",
        "translation",
    ),
    Command(
        "undo",
        ("u", "ctrl+z"),
        "Undo",
        "Take back the last change you made.",
        "undo",
        "translation",
    ),
    Command(
        "copy",
        ("y", "ctrl+y"),
        "Copy the sentence",
        "Copy Korean, English, outlet, time and address of this sentence.",
        "copy",
        "translation",
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
        "Close the popup; otherwise go back to the library.",
        "back",
        "article",
        "back",
    ),
)

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

#: All commands by screen, in the order of help and README.
SCREENS: dict[str, tuple[Command, ...]] = {
    "Library": HOME,
    "Reader": READER,
    "Everywhere": EVERYWHERE,
}
