"""Markdown: headline, then Korean sentences quoted over their English."""

import re
from collections.abc import Sequence

from newsreader.article import Article, Row
from newsreader.export.head import engines_of, head_parts, notes_on, web_address

#: What CommonMark and GitHub read as more than text: anywhere in a line, and at its beginning.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~]|&(?=#?\w+;)")
_AT_START = re.compile(r"\s*(?:\d{1,9}(?=[.)])|(?=[-+=|]))")
_LEVELS = {"title": "# ", "subtitle": "### ", "subheading": "## "}


def as_markdown(article: Article, rows: Sequence[Row]) -> str:
    """Return the article as CommonMark; what pages say is escaped, so it stays text."""
    parts: list[str] = []
    notes, below = notes_on(rows)
    headed = False
    for row in rows:
        level = _LEVELS.get(row.segment.kind, "")
        if not level and not headed:
            parts.append(escaped(" · ".join(head_parts(article))))
            headed = True
        note = notes.get(row.id)
        english = f"*{escaped(note)}*" if note else escaped(row.en or "")
        if level:
            parts += [level + escaped(row.ko), english]
        else:
            parts += [f"**{row.id}** {escaped(row.ko)}", english and f"> {english}"]
        parts += [f"> ⚠ {escaped(warning.message)}" for warning in row.warnings]
    parts += map(escaped, below)
    if address := web_address(article):
        parts.append(f"<{address}>")
    if engines := engines_of(rows):
        parts.append(f"English: {escaped(engines)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return one line of text so that Markdown shows it as it is."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _AT_START.match(text)
    return f"{start[0]}\\{text[start.end() :]}" if start else text
