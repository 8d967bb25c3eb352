"""Text measured in terminal cells: wrapping for Korean and English.

Hangul and hanja take two cells, most other characters one, combining marks none; Rich's tables are
those that Textual draws by. Korean is wrapped between words, as newspapers on screens do
(``word-break: keep-all``); a word wider than the line is folded between characters.
"""

from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

#: What may not stand at the start of a line, and what may not stand at its end (the basic rules of
#: the W3C's "Requirements for Hangul Text Layout").
_NOT_FIRST = frozenset("!%),.:;?]}”’」』》〉】·…~。，、！？％）")
_NOT_LAST = frozenset("([{“‘「『《〈【（")


class _Sizes(dict[str, int]):
    """The cells of characters, each looked up once."""

    def __missing__(self, character: str) -> int:
        size = self[character] = get_character_cell_size(character)
        return size


_SIZES = _Sizes()


def width_of(text: str) -> int:
    """Return the number of cells that ``text`` takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) offsets of the lines of ``text`` in ``width`` cells.

    Lines never start or end with a blank; only blanks lie between them. A character wider than
    the line gets a line of its own. Empty text is one empty line.
    """
    width = max(1, width)
    #: The cells before each character, and of the whole text.
    cells = [0, *accumulate(map(_SIZES.__getitem__, text))]
    lines: list[tuple[int, int]] = []
    start, last = _behind_blanks(text, 0), len(text.rstrip(" "))
    while start < last:
        fits = bisect_right(cells, cells[start] + width) - 1
        if fits >= last:
            lines.append((start, last))
            break
        blank = text.rfind(" ", start, fits + 1)
        if blank > start:
            lines.append((start, len(text[:blank].rstrip(" "))))
            start = _behind_blanks(text, blank)
            continue
        word = text.find(" ", start)
        end = last if word < 0 else word
        *whole, rest = _fold(text, start, end, width)
        lines.extend(whole)
        start = rest[0]
        if cells[end] - cells[start] > width:
            lines.append(rest)
            start = _behind_blanks(text, end)
    return tuple(lines) or ((0, 0),)


def _behind_blanks(text: str, start: int) -> int:
    while text.startswith(" ", start):
        start += 1
    return start


def _fold(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Cut one overlong word into lines, keeping closing marks off line starts where that fits."""
    lines: list[tuple[int, int]] = []
    used, line = 0, start
    for index in range(start, end):
        size = _SIZES[text[index]]
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
        used += _SIZES[character]
        if used > width - 1:
            return text[:index].rstrip() + "…"
    return text
