"""A list out of the article (terms, warnings, headings); choosing a line goes to its row."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.article import Row
from newsreader.text import clean_line
from newsreader.tui.cells import width_of
from newsreader.tui.screens.choosing import ChoosingScreen, hanging

#: The cells of a row's number, and of the scroll bar.
_INDENT = 6
_SCROLL_BAR = 1
#: Second texts stand under each other where the first ones are no wider than this.
_WIDEST_TEXT = 28
_QUOTED = re.compile('[“"][^“”"]{2,}[”"]')


class Item(NamedTuple):
    """One line: the row it belongs to, what stands there, and a second text in muted colour.

    ``chosen`` is what the list returns for it where that is not its row.
    """

    row: int
    text: str
    more: str = ""
    chosen: int | None = None


class ListScreen(ChoosingScreen[int | None]):
    """Lines to choose from; returns the id of the chosen line's row, or what the line says."""

    HINT: ClassVar[str] = "Enter goes there  Esc back"

    def __init__(self, title: str, items: Sequence[Item], current: int) -> None:
        super().__init__()
        self._title = title
        self._items = items
        self._current = current

    def compose(self) -> ComposeResult:
        """Lay out the title and the lines."""
        with Vertical():
            yield Static(self._title, markup=False)
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Start at the first line of the cursor's row, or of the last one before it."""
        lines = self.query_one(OptionList)
        self._fill(lines)
        rows = [item.row for item in self._items]
        near = max((row for row in rows if row <= self._current), default=rows[0])
        lines.highlighted = rows.index(near)
        lines.focus()

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        lines = self.query_one(OptionList)
        self.call_after_refresh(self._fill, lines)

    def _fill(self, lines: OptionList) -> None:
        highlighted = lines.highlighted
        room = (lines.size.width or self.app.size.width) - _SCROLL_BAR
        widest = max((width_of(item.text) for item in self._items), default=0)
        first = min(widest, _WIDEST_TEXT)
        lines.clear_options()
        lines.add_options([Option(_line(item, first, room)) for item in self._items])
        if highlighted is not None and self._items:
            lines.highlighted = min(highlighted, len(self._items) - 1)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        item = self._items[event.option_index]
        self.dismiss(item.row if item.chosen is None else item.chosen)


class WarningsScreen(ListScreen):
    """The warnings of the article: ``w`` waives one, ``f`` and ``F`` put terms right."""

    HINT: ClassVar[str] = "Enter goes there  w is no mistake  f put right  F all  Esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,f6", "waive", "Waive"),
        Binding("f,f7", "fix(False)", "Put right here"),
        Binding("F,f9", "fix(True)", "Put right everywhere"),
    ]

    def __init__(
        self,
        title: str,
        items: Sequence[Item],
        current: int,
        waive: Callable[[Item, str], bool],
        fix: Callable[[int | None], Sequence[Item] | None],
    ) -> None:
        super().__init__(title, items, current)
        self._waive = waive
        #: Puts terms right in one row or in all; returns what is left, or None if it could not.
        self._fix = fix

    def action_fix(self, everywhere: bool) -> None:
        """Put the glossary's English where another stands, in this row or in all."""
        lines = self.query_one(OptionList)
        if lines.highlighted is None:
            return
        left = self._fix(None if everywhere else self._items[lines.highlighted].row)
        if left is None:
            self.notify("Nothing here can be put right by itself.", timeout=3, markup=False)
        elif not left:
            self.dismiss(None)
        else:
            self._items = left
            lines.highlighted = min(lines.highlighted, len(left) - 1)
            self._fill(lines)

    async def action_waive(self) -> None:
        """Ask why the highlighted line is no mistake."""
        at = self.query_one(OptionList).highlighted
        if at is None or self._items[at].more == "failed":
            self.notify("Only doubts can be waived.", timeout=3, markup=False)
            return
        if not self.query(Input):
            reason = Input(placeholder="Why is this no mistake? Enter waives it", max_length=300)
            await self.query_one(Vertical).mount(reason)
            reason.focus()

    @on(Input.Submitted)
    async def _said_why(self, event: Input.Submitted) -> None:
        lines = self.query_one(OptionList)
        reason, at = clean_line(event.value), lines.highlighted
        if not reason or at is None:
            self.notify("A reason is needed.", timeout=3, markup=False)
            return
        await event.input.remove()
        if self._waive(self._items[at], reason):
            self._items = [item for n, item in enumerate(self._items) if n != at]
            lines.remove_option_at_index(at)
        if self._items:
            lines.focus()
        else:
            self.dismiss(None)


def _line(item: Item, first: int, room: int) -> Content:
    """Return ``item`` in ``room`` cells: on one line, its second text behind ``first`` cells.

    What is longer is wrapped, the second text under the first one.
    """
    number = (f"{item.row:>4}  ", "$foreground 70%")
    gap = max(first - width_of(item.text), 0) + 2
    if _INDENT + width_of(item.text) + gap + width_of(item.more) <= room:
        return Content.assemble(number, item.text, (" " * gap + item.more, "$foreground 80%"))
    more = f"\n{'':{_INDENT}}" + hanging(item.more, room, _INDENT) if item.more else ""
    return Content.assemble(number, hanging(item.text, room, _INDENT), (more, "$foreground 80%"))


def term_items(rows: Sequence[Row]) -> list[Item]:
    """Return every term of the article once, where it stands first."""
    items: dict[str, Item] = {}
    for row in rows:
        for match in row.terms:
            items.setdefault(match.term, Item(row.id, match.term, match.en))
    return list(items.values())


def warning_items(rows: Sequence[Row]) -> list[Item]:
    """Return every doubt, and every row that could not be translated."""
    return [
        item
        for row in rows
        for item in (
            *(Item(row.id, warning.message, warning.code) for warning in row.warnings),
            *([Item(row.id, row.reason or "", row.status)] if row.status == "failed" else []),
        )
    ]


def quotation_items(rows: Sequence[Row]) -> list[Item]:
    """Return what is quoted in double quotation marks, with the English quotation where as many
    are quoted there.
    """
    items = []
    for row in rows:
        korean = _QUOTED.findall(row.ko)
        english = _QUOTED.findall(row.en or "")
        if len(english) != len(korean):
            english = [""] * len(korean)
        items += [Item(row.id, *pair) for pair in zip(korean, english, strict=True)]
    return items


def outline_items(rows: Sequence[Row]) -> list[Item]:
    """Return headline, subtitles, subheadings and captions."""
    kinds = {"title", "subtitle", "subheading", "caption"}
    return [Item(row.id, row.ko, row.segment.kind) for row in rows if row.segment.kind in kinds]
