"""An article and its rows as text, Markdown or HTML: Korean and English together, with sources."""

from collections.abc import Callable, Sequence

from newsreader.article import Article, Row

from .html import as_html
from .markdown import as_markdown
from .text import as_text

FORMATS: dict[str, Callable[[Article, Sequence[Row]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}

__all__ = ["FORMATS", "as_html", "as_markdown", "as_text"]
