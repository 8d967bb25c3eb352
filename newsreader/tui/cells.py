"""Text measured in terminal cells: wrapping for Korean and English.

Hangul and hanja take two cells, most other characters one, combining marks none; Rich's tables are
those that Textual draws by. Korean is wrapped between words, as newspapers on screens do
(``word-break: keep-all``); a word wider than the line is folded between characters.
"""

import re

from rich.cells import cell_len, get_character_cell_size

_WORD = re.compile(r"\S+")
#: What may not stand at the start of a line, and what may not stand at its end (the basic rules of
#: the W3C's "Requirements for Hangul Text Layout").
_NOT_FIRST = frozenset("!%),.:;?]}”’」』》〉】·…~。，、！？％）")
_NOT_LAST = frozenset("([{“‘「『《〈【（")


def width_of(text: str) -> int:
    """Return the number of cells that ``text`` takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) offsets of the lines of ``text`` in ``width`` cells.

    Lines never start or end with a blank; only blanks lie between them. A character wider than
    the line gets a line of its own. Empty text is one empty line.
    """
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for word in _WORD.finditer(text):
        size = width_of(word.group())
        gap = word.start() - end
        if end and used + gap + size <= width:
            end, used = word.end(), used + gap + size
            continue
        if end:
            lines.append((start, end))
        start, end, used = word.start(), word.end(), size
        if size > width:
            *whole, (start, end) = _fold(text, start, end, width)
            lines.extend(whole)
            used = width_of(text[start:end])
    lines.append((start, end))
    return tuple(lines)


def _fold(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Cut one overlong word into lines, keeping closing marks off line starts where that fits."""
    lines: list[tuple[int, int]] = []
    used, line = 0, start
    for index in range(start, end):
        size = get_character_cell_size(text[index])
        if used + size > width and index > line:
            cut = index
            while cut - 1 > line and (text[cut] in _NOT_FIRST or text[cut - 1] in _NOT_LAST):
                cut -= 1
            if width_of(text[cut : index + 1]) > width:
                cut = index
            lines.append((line, cut))
            line, used = cut, width_of(text[cut:index])
        used += size
    lines.append((line, end))
    return lines


def crop(text: str, width: int) -> str:
    """Return ``text`` cut to ``width`` cells, with ``…`` where something was cut."""
    if width_of(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width - 1:
            return text[:index].rstrip() + "…"
    return text
