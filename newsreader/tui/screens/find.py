"""Finding text in every article: what is typed is found at once, in both languages and in notes."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import NewsreaderError
from newsreader.export.head import time_text
from newsreader.library.query import are_initials
from newsreader.library.search import Found, Hit, Order
from newsreader.library.sought import sought
from newsreader.tui.cells import crop, width_of
from newsreader.tui.widgets.bars import Bar
from newsreader.workspace import Workspace

_HELP = """\
Type a word, in Korean or English; several words must all be there.

  올랐다                  inflected words in all their forms: 오르는, 올라
  "핵 협의"               words that stand together, or one exactly as it is
  -사설                   without this word
  title:정상회담          in the headline
  outlet:한겨레           of an outlet
  section:정치            of a section
  date:2026-11            of a month; date:2026-11-01..2026-11-15, date:today, date:week
  is:unread               also is:starred, is:read, is:translated, is:noted
  tag:desk                with a tag\
"""
_FOUND_AT_ONCE = 60
#: Cells before the texts of a hit.
_INDENT = 4
#: How much of a sentence stands before the first word found, in characters.
_BEFORE = 18

Span = tuple[int, int]


class FindScreen(Screen[None]):
    """A field to type in, and what it finds; Enter opens an article at the sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back"),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "move(8)", "Page Down", show=False),
        Binding("pageup", "move(-8)", "Page Up", show=False),
        Binding("ctrl+o,f11", "order", "Order"),
    ]

    DEFAULT_CSS = """
    FindScreen {
        & OptionList, & OptionList:focus {
            height: 1fr; border: none; background: $background; padding: 0 1;
        }
        & #help { height: 1fr; padding: 1 2; }
        & OptionList { display: none; }
        &.-found OptionList { display: block; }
        &.-found #help { display: none; }
    }
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.bar = Bar("Find")
        self._field = Input(placeholder="find in every article; Esc goes back")
        self._help = Static(_HELP, id="help", markup=False)
        self._list = OptionList(markup=False)
        self._list.can_focus = False
        self._hits: tuple[Hit, ...] = ()
        self._order: Order = "newest"

    def compose(self) -> ComposeResult:
        """Lay out the bar, the field and what was found."""
        yield self.bar
        yield self._field
        yield self._help
        yield self._list
        yield Static(
            " Enter opens  ↑↓ move  Ctrl-o newest or best first  F1 keys  Esc back", markup=False
        )

    def on_mount(self) -> None:
        """Make ready for Korean words while the reader begins to type."""
        self._load_words()

    @work(thread=True)
    def _load_words(self) -> None:
        sought("찾다")  # which reads the lexicon

    def on_screen_resume(self) -> None:
        """Find again: an article that was read may have more English now."""
        self._field.focus()
        self._find()

    def on_resize(self, event: events.Resize) -> None:
        """Cut the texts anew."""
        del event
        self._show_hits()

    @on(Input.Changed)
    def _find(self) -> None:
        text = self._field.value.strip()
        if not text:
            self._say(_HELP)
            return
        try:
            found = self.workspace.library.search.find(
                text, order=self._order, limit=_FOUND_AT_ONCE
            )
        except NewsreaderError as error:
            self._say(str(error))
            return
        if not found.hits:
            hint = "\nInitial consonants find words within one article." * are_initials(text)
            self._say(f"Nothing was found for {text}.{hint}")
            return
        self._show_found(found)

    def _say(self, text: str) -> None:
        self._hits = ()
        self.bar.set_texts(right="")
        self._help.update(text)
        self.remove_class("-found")

    def _show_found(self, found: Found) -> None:
        self._hits = found.hits
        many = f"more than {len(found.hits)}" if found.more else str(len(found.hits))
        order = "best first" if self._order == "best" else "newest first"
        self.bar.set_texts(right=f"{many} found, {order}")
        self.add_class("-found")
        self._show_hits()
        self._list.highlighted = 0

    def _show_hits(self) -> None:
        highlighted = self._list.highlighted
        width = self.size.width - 3
        self._list.clear_options()
        self._list.add_options([Option(_lines(hit, width)) for hit in self._hits])
        self._list.highlighted = highlighted if self._hits else None

    def action_move(self, hits: int) -> None:
        """Move among what was found."""
        if self._hits:
            at = (self._list.highlighted or 0) + hits
            self._list.highlighted = min(max(at, 0), len(self._hits) - 1)

    def action_order(self) -> None:
        """Put the newest first, or the best."""
        self._order = "best" if self._order == "newest" else "newest"
        self._find()

    @on(Input.Submitted)
    def _chosen(self) -> None:
        if self._hits:
            self._open(self._hits[self._list.highlighted or 0])

    @on(OptionList.OptionSelected)
    def _pointed_at(self, event: OptionList.OptionSelected) -> None:
        self._open(self._hits[event.option_index])

    def _open(self, hit: Hit) -> None:
        from newsreader.tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(self.workspace, str(hit.article.id), row=hit.row))


def _lines(hit: Hit, width: int) -> Content:
    """Return a hit as lines: headline and origin, then the sentence in Korean and in English."""
    listed = hit.article
    origin = " · ".join(filter(None, [listed.outlet, time_text(listed.published or listed.added)]))
    in_title = hit.ko == listed.title
    title = _shown(listed.title, hit.ko_spans if in_title else (), width - width_of(origin) - 2)
    parts = [title.stylize_before("bold") + Content.styled(f"  {origin}", "$secondary")]
    indent, room = Content(" " * _INDENT), max(width - _INDENT, 10)
    if hit.ko and not in_title:
        parts.append(indent + _shown(hit.ko, hit.ko_spans, room))
    if hit.en:
        parts.append(indent + _shown(hit.en, hit.en_spans, room))
    if hit.note:
        parts.append(indent + Content.styled(f"note: {crop(hit.note, room - 6)}", "italic"))
    return Content("\n").join(parts)


def _shown(text: str, spans: Iterable[Span], room: int) -> Content:
    """Return as much of ``text`` as fits around the first word found, with the words marked."""
    spans, room = list(spans), max(room, 10)
    start = max(spans[0][0] - _BEFORE, 0) if spans else 0
    if width_of(text) <= room:
        start = 0
    lead = "…" if start else ""
    shown = crop(lead + text[start:], room)
    content = Content(shown)
    for first, last in spans:
        at, end = first - start + len(lead), last - start + len(lead)
        if end <= len(shown):
            content = content.stylize("bold $accent", at, end)
    return content
