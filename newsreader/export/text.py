"""Plain text: each sentence with its number, the English under it."""

from collections.abc import Sequence

from newsreader.article import Article, Row
from newsreader.export.head import engines_of, head_parts, notes_on


def as_text(article: Article, rows: Sequence[Row]) -> str:
    """Return the article as text: number and Korean on one line, English on the next."""
    lines = [" · ".join(head_parts(article))]
    notes, below = notes_on(rows)
    block = -1
    for row in rows:
        if row.segment.block != block:
            lines.append("")
            block = row.segment.block
        lines += [f"{row.id:>3}  {row.ko}"]
        if row.status != "pending":
            lines += [f"     {row.en if row.en is not None else notes[row.id]}"]
        lines += [f"     ! {warning.message}" for warning in row.warnings]
    lines += ["", *below]
    if article.url:
        lines.append(article.url)
    if engines := engines_of(rows):
        lines.append(f"English: {engines}")
    return "\n".join(lines).strip("\n") + "\n"
