"""Where a popup goes: beside its word, never over it, never off the window."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int


def place(word: Box, width: int, height: int, window: Box) -> Box:
    """Return where a popup of the wanted size goes in ``window``.

    Below the word where it fits, above it where it fits there, otherwise on the side with more
    room and only as high as that; it starts at the word's left edge unless the window ends first.
    The word's own lines stay free as long as the window has one line beside them.
    """
    width = min(width, window.width)
    x = max(window.x, min(word.x, window.x + window.width - width))
    below = window.y + window.height - (word.y + word.height)
    above = word.y - window.y
    if height <= below or below >= above:
        height = max(1, min(height, below))
        return Box(x, min(word.y + word.height, window.y + window.height - height), width, height)
    height = max(1, min(height, above))
    return Box(x, word.y - height, width, height)
