"""Writing a term of one's own: the Korean, its English, and what must not stand for it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from newsreader.glossary.format import KINDS
from newsreader.glossary.term import TERM_KINDS, Term
from newsreader.text import clean_line
from newsreader.tui.screens.window import Window

_FIELDS = (
    ("ko", "Korean"),
    ("en", "English"),
    ("kind", "Kind"),
    ("note", "Note"),
    ("forbidden", "Do not use (separate with |)"),
)
_HINT = "Enter or Ctrl-s keeps it, Tab goes to the next field, Esc leaves."
#: Characters in a field; a term's line has room for all of them.
_LONGEST = 600


class TermEditorScreen(Window[Term | None]):
    """The fields of one term, filled in from ``term``; returns the term to keep, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Keep"),
        Binding("escape", "dismiss", "Leave"),
    ]

    DEFAULT_CSS = """
    TermEditorScreen {
        & > Vertical {
            width: 86%; max-width: 80; height: auto; max-height: 100%; padding: 0 1;
            overflow-y: auto;
        }
        & Static { height: auto; color: $foreground 70%; }
        & #said { padding-top: 1; }
    }
    """

    def __init__(self, term: Term | None = None, *, korean: str = "") -> None:
        super().__init__()
        self._term = term
        self._given = {
            "ko": term.ko if term else korean,
            "en": term.en if term else "",
            "kind": term.kind if term else "society",
            "note": (term.note or "") if term else "",
            "forbidden": "|".join(term.forbidden) if term else "",
        }

    def compose(self) -> ComposeResult:
        """Lay out the fields, each under its name, and what is to be said."""
        with Vertical():
            for name, title in _FIELDS:
                yield Static(title, markup=False)
                yield Input(
                    self._given[name],
                    id=name,
                    max_length=_LONGEST,
                    suggester=SuggestFromList(TERM_KINDS) if name == "kind" else None,
                )
            yield Static(_HINT, id="said", markup=False)

    def on_mount(self) -> None:
        """Start where something is to be written."""
        self.query_one("#en" if self._given["ko"] else "#ko", Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Return the term; say what is missing where it cannot be kept."""
        values = {name: clean_line(self.query_one(f"#{name}", Input).value) for name, _ in _FIELDS}
        kind = KINDS.get(values["kind"])
        if not values["ko"] or not values["en"]:
            self._say("A term needs its Korean and its English.")
        elif kind is None:
            self._say(f"The kind must be one of {', '.join(TERM_KINDS)}.")
        else:
            forbidden = tuple(filter(None, map(str.strip, values["forbidden"].split("|"))))
            # What the reader changes is the reader's: for good, and in all its senses.
            self.dismiss(
                Term(
                    values["ko"],
                    values["en"],
                    kind,
                    hanja=self._term.hanja if self._term else None,
                    variants=self._term.variants if self._term else (),
                    forbidden=forbidden,
                    note=values["note"] or None,
                )
            )

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(f"{sentence} {_HINT}")
