"""Markdown: headline, then Korean sentences quoted over their English."""

import re
from collections.abc import Sequence

from newsreader.article import Article, Row
from newsreader.export.head import engines_of, head_parts, note_on

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+|~!-])")
_LEVELS = {"title": "# ", "subtitle": "### ", "subheading": "## "}


def as_markdown(article: Article, rows: Sequence[Row]) -> str:
    """Return the article as CommonMark; what pages say is escaped, so it stays text."""
    parts: list[str] = []
    headed = False
    for row in rows:
        level = _LEVELS.get(row.segment.kind, "")
        if not level and not headed:
            parts.append(_escape(" · ".join(head_parts(article))))
            headed = True
        english = _escape(row.en) if row.en is not None else f"*{_escape(note_on(row) or '')}*"
        shown = [] if row.status == "pending" else [english]
        if level:
            parts += [level + _escape(row.ko), *shown]
        else:
            parts += [f"**{row.id}** {_escape(row.ko)}", *(f"> {one}" for one in shown)]
        parts += [f"> ⚠ {_escape(warning.message)}" for warning in row.warnings]
    if article.url:
        parts.append(f"<{article.url}>")
    if engines := engines_of(rows):
        parts.append(f"English: {_escape(engines)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
