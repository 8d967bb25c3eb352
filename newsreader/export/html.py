"""One HTML file that needs nothing else: two columns, readable on a phone and on paper."""

from collections.abc import Sequence
from html import escape

from newsreader.article import Article, Row
from newsreader.export.head import engines_of, head_parts, notes_on, web_address

_STYLE = """
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
.row { display: grid; grid-template-columns: 2rem 1fr 1fr; gap: 1rem; padding: .25rem 0; }
.row > :first-child, .head, footer { color: #767676; }
.title, .subheading, .subtitle { font-weight: 700; font-size: 1rem; margin: 0; }
h1.title { font-size: 1.3rem; }
.caption { font-size: .9rem; font-style: italic; } .block { margin-top: 1rem; }
.missing { font-style: italic; color: #767676; } .warning { color: #9a4a12; }
@media (max-width: 45rem) { .row { grid-template-columns: 2rem 1fr; } .row > :nth-child(3) { grid-column: 2; } }
""".strip()  # noqa: E501 - style sheets have long rules

_TAGS = {"title": "h1", "subheading": "h2"}


def as_html(article: Article, rows: Sequence[Row]) -> str:
    """Return the article as an HTML document; everything from outside is escaped."""
    parts = [
        '<!doctype html>\n<html lang="ko">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(article.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>",
        f'<p class="head">{escape(" · ".join(head_parts(article)))}</p>',
    ]
    notes, below = notes_on(rows)
    block = -1
    for row in rows:
        kind = row.segment.kind + (" block" if row.segment.block != block else "")
        block = row.segment.block
        tag = _TAGS.get(row.segment.kind, "div")
        parts.append(
            f'<{tag} class="row {kind}" id="row-{row.id}"><span>{row.id}</span>'
            f"<span>{escape(row.ko)}</span>{_english(row, notes.get(row.id))}</{tag}>"
        )
    parts.append('<footer lang="en">')
    parts += [f"<p>{escape(line)}</p>" for line in below]
    if url := web_address(article):
        address = escape(url, quote=True)
        parts.append(f'<p><a href="{address}">{address}</a></p>')
    if engines := engines_of(rows):
        parts.append(f"<p>English: {escape(engines)}</p>")
    parts.append("</footer>\n</body>\n</html>\n")
    return "\n".join(parts)


def _english(row: Row, note: str | None) -> str:
    if row.en is None and note is None:
        return ""
    warnings = "".join(
        f'<br><span class="warning">⚠ {escape(one.message)}</span>' for one in row.warnings
    )
    if row.en is None:
        return f'<span lang="en" class="missing">{escape(note or "")}{warnings}</span>'
    return f'<span lang="en">{escape(row.en)}{warnings}</span>'
