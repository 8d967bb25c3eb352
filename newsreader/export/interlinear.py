"""Word-for-word text: Korean words over their short English, wrapped to a width, the English below.

Follows the Leipzig Glossing Rules in what stands where: the words, their glosses aligned under
them, and the free translation last.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len, chop_cells

from newsreader.article import Article, Row
from newsreader.export.head import engines_of, head_parts, notes_on
from newsreader.korean.interlinear import Cell

_INDENT = 5
_GAP = 2
#: Below this width, in terminal cells, the words stand without indentation.
_NARROW = 24


def as_interlinear(
    article: Article,
    rows: Sequence[Row],
    cells: Mapping[int, Sequence[Cell]],
    *,
    width: int,
    romanized: bool = False,
) -> str:
    """Return the article word for word in lines of at most ``width`` terminal cells.

    ``cells`` are those of each row by its id; ``romanized`` adds how each word is read.
    """
    indent = _INDENT if width >= _NARROW else 0
    lines = [" · ".join(head_parts(article))]
    notes, below = notes_on(rows)
    for row in rows:
        lines.append("")
        body = list(aligned(cells[row.id], width - indent, romanized=romanized))
        if row.status != "pending":
            english = row.en if row.en is not None else notes[row.id]
            body += ["", *_wrapped(english, width - indent)]
        body += [f"! {warning.message}" for warning in row.warnings]
        numbers = [f"{row.id:>3}  " if indent else f"{row.id} ", *[" " * indent] * len(body)]
        if not indent:
            body.insert(0, "")
        lines += [(number + line).rstrip() for number, line in zip(numbers, body, strict=False)]
    lines.append("")
    for said in below:
        lines += _wrapped(said, width)
    if article.url:
        lines.append(article.url)
    if engines := engines_of(rows):
        lines.append(f"English: {engines}")
    return "\n".join(lines).strip("\n") + "\n"


def aligned(cells: Sequence[Cell], width: int, *, romanized: bool = False) -> Iterator[str]:
    """Yield the lines of one sentence: words, then readings where wanted, then glosses.

    A word or gloss that is wider than ``width`` goes on in further lines of its column.
    """
    width = max(2, width)
    group: list[list[list[str]]] = []
    used = 0
    for cell in cells:
        texts = [cell.surface, *([cell.romanization] if romanized else []), cell.under]
        column = [_wrapped(text, width) for text in texts]
        size = _size(column)
        if group and used + _GAP + size > width:
            yield from _lines(group)
            yield ""
            group, used = [], 0
        used += size + (_GAP if group else 0)
        group.append(column)
    if group:
        yield from _lines(group)


def _size(column: list[list[str]]) -> int:
    return max(cell_len(line) for lines in column for line in lines)


def _lines(group: list[list[list[str]]]) -> Iterator[str]:
    """Yield the lines of words that stand beside each other."""
    sizes = [_size(column) for column in group]
    for level in range(len(group[0])):
        for depth in range(max(len(column[level]) for column in group)):
            line = ""
            for column, size in zip(group, sizes, strict=True):
                text = column[level][depth] if depth < len(column[level]) else ""
                line += text + " " * (size - cell_len(text) + _GAP)
            yield line.rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` cells; a word that is wider is cut."""
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
            continue
        pieces = chop_cells(word, width) if cell_len(word) > width else [word]
        lines += pieces if lines[-1] else []
        if not lines[0]:
            lines = pieces
    return lines
