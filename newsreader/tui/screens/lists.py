"""A list out of the article (terms, warnings, headings); choosing a line goes to its row."""

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
from newsreader.tui.screens.choosing import ChoosingScreen


class Item(NamedTuple):
    """One line: the row it belongs to, what stands there, and a second text in muted colour."""

    row: int
    text: str
    more: str = ""


class ListScreen(ChoosingScreen[int | None]):
    """Lines to choose from; returns the id of the chosen line's row."""

    def __init__(self, title: str, items: Sequence[Item], current: int) -> None:
        super().__init__()
        self._title = title
        self._items = items
        self._current = current

    def compose(self) -> ComposeResult:
        """Lay out the title and the lines."""
        with Vertical():
            yield Static(self._title, markup=False)
            yield OptionList(*(Option(_line(item)) for item in self._items), markup=False)

    def on_mount(self) -> None:
        """Start at the line nearest to the cursor's row."""
        lines = self.query_one(OptionList)
        near = [n for n, item in enumerate(self._items) if item.row <= self._current]
        lines.highlighted = near[-1] if near else 0
        lines.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._items[event.option_index].row)


class WarningsScreen(ListScreen):
    """The warnings of the article; ``w`` waives the line's, after the reader said why."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w,f6", "waive", "Waive")]

    def __init__(
        self, title: str, items: Sequence[Item], current: int, waive: Callable[[Item, str], bool]
    ) -> None:
        super().__init__(f"{title}   w: this is none", items, current)
        self._waive = waive

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


def _line(item: Item) -> Content:
    return Content.assemble(
        (f"{item.row:>4}  ", "$foreground 60%"), item.text, (f"  {item.more}", "$foreground 70%")
    )


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


def outline_items(rows: Sequence[Row]) -> list[Item]:
    """Return headline, subtitles, subheadings and captions."""
    kinds = {"title", "subtitle", "subheading", "caption"}
    return [Item(row.id, row.ko, row.segment.kind) for row in rows if row.segment.kind in kinds]
