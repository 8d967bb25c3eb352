"""Choosing the style of a citation."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.export.citation import CITATIONS
from newsreader.tui.screens.choosing import ChoosingScreen

_WHAT = {
    "plain": "Korean, English, and a line that says where they are from",
    "Markdown": "a quotation for notes and README files",
    "BibTeX": "an @online entry, for LaTeX",
    "CSL-JSON": "an item for Zotero and pandoc",
}


class StylesScreen(ChoosingScreen[str | None]):
    """The styles of a citation; returns the one that was chosen."""

    HINT: ClassVar[str] = "Enter copies  Esc back"

    def compose(self) -> ComposeResult:
        """Lay out the question and the styles."""
        with Vertical():
            yield Static("Copy this sentence as", markup=False)
            yield OptionList(
                *(
                    Option(Content.assemble((f"{style:<10}", "bold"), _WHAT[style]), id=style)
                    for style in CITATIONS
                ),
                markup=False,
            )

    def on_mount(self) -> None:
        """Start at the first style."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
