"""The formats by name."""

from collections.abc import Callable, Sequence

from newsreader.article import Article, Row
from newsreader.export.html import as_html
from newsreader.export.markdown import as_markdown
from newsreader.export.text import as_text

FORMATS: dict[str, Callable[[Article, Sequence[Row]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}
