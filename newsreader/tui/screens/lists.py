"""A list out of the article (terms, warnings, headings); choosing a line goes to its row."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.article import Row
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
