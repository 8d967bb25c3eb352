"""Taking things out of the article: the part of the reader that copies, cites and saves."""

from datetime import date
from functools import partial
from pathlib import Path

from textual import on

from newsreader.errors import NewsreaderError
from newsreader.tui.screens.arranging import ArrangingScreen
from newsreader.tui.widgets.document import Document


class QuotingScreen(ArrangingScreen):
    """A screen with an article that can be quoted from, saved, and opened in the browser."""

    @on(Document.Selected)
    def _selected(self, event: Document.Selected) -> None:
        self.copy(event.text, "Selection copied.")

    def action_copy(self) -> None:
        """Copy the sentence with what is needed to quote it."""
        self._cite("plain", f"Copied; {self.key_for('cite')} has other styles.")

    def action_cite(self) -> None:
        """Let the reader choose a style, then copy the sentence in it."""
        from newsreader.tui.screens.styles import StylesScreen

        if self.document.row is not None:
            self.close_popup()
            self.app.push_screen(
                StylesScreen(),
                lambda style: self._cite(style, f"Copied as {style}.") if style else None,
            )

    def _cite(self, style: str, said: str) -> None:
        from newsreader.export.citation import CITATIONS

        row = self.document.row
        if row is not None and self.kept is not None:
            self.copy(CITATIONS[style](self.kept.article, row, date.today()), said)

    def copy(self, text: str, said: str) -> None:
        """Put ``text`` on the clipboard: through the terminal, and the system's own where it is."""
        from newsreader.tui.clipboard import to_system_clipboard

        self.app.copy_to_clipboard(text)
        self.run_worker(partial(to_system_clipboard, text), thread=True, exit_on_error=False)
        self.notify(said, timeout=2, markup=False)

    def action_save(self) -> None:
        """Ask for a file and save the article in it."""
        if self.kept is None:
            return
        from newsreader.export.save import offered_name
        from newsreader.tui.screens.save import SaveScreen

        self.close_popup()
        offered = Path.cwd() / offered_name(self.kept.article)
        self.app.push_screen(SaveScreen(offered), self._save)

    def _save(self, file: Path | None) -> None:
        if file is None or self.kept is None:
            return
        from newsreader.export.save import save

        try:
            save(self.kept.article, self.document.rows, file)
        except NewsreaderError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Saved as {file.name}.", markup=False)

    def action_browser(self) -> None:
        """Open the article's address in the web browser."""
        from newsreader.tui.browser import open_in_browser

        if problem := open_in_browser(self.app, self.kept.article.url if self.kept else None):
            self.notify(problem, timeout=3, markup=False)
