"""The popup beside a word. It never takes the focus, so every key keeps its meaning."""

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from newsreader.tui.cells import width_of, wrap
from newsreader.tui.placement import Box, place

_NARROWEST, _WIDEST = 24, 58
#: What the frame takes beside the hint in it, and what may stand before the hint.
_HINT_FRAME = 14
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
        border-subtitle-color: $foreground 80%;
        background: $surface;
        color: $foreground;
        padding: 0 1;
        overflow: hidden;
        link-style: none;
        link-color: $foreground;
        link-style-hover: reverse;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._lines: list[Content] = []
        self._top = 0
        self._height = 1
        self._hint = ""

    @property
    def is_open(self) -> bool:
        """Say whether the popup is on the screen."""
        return bool(self.display)

    def open_beside(self, word: Box, content: Content, window: Box, *, hint: str = "") -> None:
        """Show ``content`` beside ``word``; all boxes are in the screen's cells.

        ``hint`` is what the lower edge says; what is longer than the window has room is scrolled.
        """
        room = max(min(_WIDEST, window.width - _FRAME_WIDTH), 1)
        self._lines = _wrapped(content, room)
        widest = max(width_of(line.plain) for line in self._lines)
        room = min(room, max(widest, width_of(hint) + _HINT_FRAME, _NARROWEST))
        box = place(word, room + _FRAME_WIDTH, len(self._lines) + _FRAME_HEIGHT, window)
        self.styles.width, self.styles.height = box.width, box.height
        self.styles.offset = Offset(box.x, box.y)
        self._top, self._hint = 0, hint
        self._height = max(box.height - _FRAME_HEIGHT, 1)
        self._draw()
        self.display = True

    def scroll_lines(self, step: int) -> bool:
        """Show the next (1) or the previous (-1) part; say whether there was any."""
        most = max(len(self._lines) - self._height, 0)
        top = min(max(self._top + step * max(self._height - 1, 1), 0), most)
        moved, self._top = top != self._top, top
        self._draw()
        return moved

    def close(self) -> None:
        """Take the popup off the screen."""
        self.display = False

    def _draw(self) -> None:
        end = self._top + self._height
        self.update(Content("\n").join(self._lines[self._top : end]))
        more = "Space more" if end < len(self._lines) else ""
        self.border_subtitle = "  ".join(part for part in (more, self._hint) if part)


def _wrapped(content: Content, width: int) -> list[Content]:
    """Return the lines of ``content`` in ``width`` cells."""
    lines: list[Content] = []
    at = 0
    for part in content.plain.split("\n"):
        lines += [content[at + start : at + end] for start, end in wrap(part, width)]
        at += len(part) + 1
    return lines
