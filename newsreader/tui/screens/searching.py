"""Searching in the article: the part of the reader that finds text in both columns."""

from textual import on

from newsreader.tui.messages import SearchKept, SearchLeft, SearchTyped
from newsreader.tui.screens.base import CommandScreen
from newsreader.tui.search import Hit, find_all, next_hit
from newsreader.tui.widgets.bars import Bar, KeyHints
from newsreader.tui.widgets.document import Document


class SearchingScreen(CommandScreen):
    """A screen with an article that can be searched."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self.document = Document()
        self._head = ""
        self._hits: list[Hit] = []
        self.search_text = ""
        self._from = 0

    def set_head(self, text: str) -> None:
        """Set what the bar says when nothing is searched for."""
        self._head = text
        self.bar.set_texts(left=text)

    async def action_search(self) -> None:
        """Open the line to search in."""
        from newsreader.tui.widgets.search_bar import SearchBar

        bars = self.query(SearchBar)
        bar = bars.first() if bars else SearchBar()
        if not bars:
            await self.mount(bar, before=self.query_one(KeyHints))
        bar.display = True
        self._from = self.document.index
        bar.focus()

    @on(SearchTyped)
    def _search_typed(self, event: SearchTyped) -> None:
        self.search_text = event.text
        self.search_again()
        if (hit := next_hit(self._hits, self._from - 1, 1)) is not None:
            self._go_to(hit)

    def _go_to(self, hit: Hit) -> None:
        """Put the cursor on what was found, where Enter and K explain it."""
        if hit.column == "korean":
            self.document.move_to_place(hit.row, hit.start, hit.end)
        else:
            self.document.move_to(hit.row)

    def find(self, text: str) -> list[Hit]:
        """Return the places of ``text`` in the article."""
        return find_all(self.document.rows, text)

    def search_again(self) -> None:
        """Show what is found now; the cursor stays."""
        self._hits = self.find(self.search_text)
        self.document.show_hits(self._hits)
        if self.search_text.strip() and self._is_typing:
            self.bar.set_texts(left=f"{len(self._hits)} found")
        else:
            self.bar.set_texts(left=self._head)

    @property
    def _is_typing(self) -> bool:
        from newsreader.tui.widgets.search_bar import SearchBar

        return any(bar.display for bar in self.query(SearchBar))

    @on(SearchKept)
    def _search_kept(self) -> None:
        self._close_bar()
        if self.search_text.strip() and not self._hits:
            self._tell_none()

    def forget_search(self) -> bool:
        """Highlight no places any more; say whether any were."""
        found = bool(self._hits)
        self._hits, self.search_text = [], ""
        self.document.show_hits(())
        return found

    @on(SearchLeft)
    def _search_left(self) -> None:
        self.forget_search()
        self.document.move_to(self._from)
        self._close_bar()

    def _close_bar(self) -> None:
        from newsreader.tui.widgets.search_bar import SearchBar

        self.query_one(SearchBar).display = False
        self.document.focus()
        self.bar.set_texts(left=self._head)

    def action_hit(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) place found."""
        hit = next_hit(self._hits, self.document.index, step)
        if hit is not None:
            self._go_to(hit)
            here = [at for at, one in enumerate(self._hits, 1) if one.row == hit.row]
            places = "–".join(str(at) for at in dict.fromkeys((here[0], here[-1])))
            self.notify(f"{places} of {len(self._hits)} found", timeout=2, markup=False)
        elif self.search_text.strip():
            self._tell_none()
        else:
            key = self.key_for("search")
            self.notify(f"Nothing was searched for yet; {key} searches.", timeout=2, markup=False)

    def _tell_none(self) -> None:
        text = self.search_text.strip()
        self.notify(f"“{text}” is nowhere in this article.", timeout=3, markup=False)
