"""Tables as text has them: drawn by terminal browsers (w3m with box characters, links in ASCII), or
copied out of a browser with tabs between their cells.
"""

import re
from collections.abc import Sequence
from itertools import groupby, zip_longest

_RULE = re.compile(r"\s*[+|├┌└][-─+|┬┴┼┐┤┘]{3,}\s*")
_ROW = re.compile(r"\s*[│|](.*)[│|]\s*")
_BORDER = re.compile(r"[│|]")
#: A line of cells with tabs between them; no item of a list, whose mark is set off by one.
_TABBED = re.compile(r"(?!\s*(?:\d+\.|[^\w\s])\s)[ \t]*\S[^\t\n]*(?:\t[^\t\n]*\S[^\t\n]*)+\s*")
_LINE = "├───┤"


def draw(text: str) -> str:
    """Return ``text`` with borders around what was copied from tables: two rows or more."""
    if "\t" not in text:
        return text
    lines: list[str] = []
    for tabbed, group in groupby(text.split("\n"), lambda one: bool(_TABBED.fullmatch(one))):
        rows = list(group)
        if tabbed and len(rows) > 1:
            for row in rows:
                cells = row.strip().replace("\t", "│")
                lines += (_LINE, f"│{cells}│")
            lines.append(_LINE)
        else:
            lines += rows
    return "\n".join(lines)


def read_table(lines: Sequence[str], start: int) -> tuple[list[str], int]:
    """Return the rows of the table that begins at ``start``, and the place of the line behind it.

    The cells of a row stand between " | ", as those of a page's own tables. There are no rows where
    no table begins.
    """
    end = start
    while end < len(lines) and (_RULE.fullmatch(lines[end]) or _ROW.fullmatch(lines[end])):
        end += 1
    drawn = lines[start:end]
    if end - start < 3 or not _RULE.fullmatch(drawn[0]):
        return [], start
    rows = []
    for ruled, group in groupby(drawn, lambda line: _RULE.fullmatch(line) is not None):
        if not ruled:
            rows.append(_joined(list(group)))
    return [row for row in rows if row], end


def _joined(lines: Sequence[str]) -> str:
    """One row of a table, whose cells may go over several lines."""
    split = [_BORDER.split(found[1]) for line in lines if (found := _ROW.fullmatch(line))]
    cells = (" ".join(" ".join(parts).split()) for parts in zip_longest(*split, fillvalue=""))
    return " | ".join(cell for cell in cells if cell)
