"""The popup beside a word. It never takes the focus, so every key keeps its meaning."""

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from newsreader.tui.cells import wrap
from newsreader.tui.placement import Box, place

_WIDEST = 58
#: Border and padding on both sides, and above and below.
_FRAME_WIDTH, _FRAME_HEIGHT = 4, 2


class Popup(Static):
    """A small window over the article, beside the word that it explains."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Popup {
        layer: popup;
        position: absolute;
        display: none;
        border: round $accent;
        background: $surface;
        color: $foreground;
        padding: 0 1;
        overflow: hidden;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)

    @property
    def is_open(self) -> bool:
        """Say whether the popup is on the screen."""
        return bool(self.display)

    def open_beside(self, word: Box, content: Content, window: Box) -> None:
        """Show ``content`` beside ``word``; all boxes are in the screen's cells."""
        room = max(min(_WIDEST, window.width - _FRAME_WIDTH), 1)
        lines = [line for part in content.plain.split("\n") for line in wrap(part, room)]
        box = place(word, room + _FRAME_WIDTH, len(lines) + _FRAME_HEIGHT, window)
        self.styles.width, self.styles.height = box.width, box.height
        self.styles.offset = Offset(box.x, box.y)
        self.update(content)
        self.display = True

    def close(self) -> None:
        """Take the popup off the screen."""
        self.display = False
