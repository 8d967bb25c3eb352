"""An article in a file that the reader names; the name's ending says in which format."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from newsreader.article import Article, Row, article_with_rows
from newsreader.errors import UsageError
from newsreader.export.formats import FORMATS
from newsreader.export.whole import whole

#: Endings and formats; what comes first is what is offered.
ENDINGS = {".md": "markdown", ".html": "html", ".json": "json", ".txt": "text"}
#: Characters that no file system takes, and blanks.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s.]+')
_LONGEST_NAME = 30


def offered_name(article: Article) -> str:
    """Return a file name for ``article``: its day and the start of its headline."""
    time = article.published or article.modified
    day = f"{time:%Y-%m-%d}-" if time else ""
    title = _NOT_IN_NAMES.sub("-", article.title)[:_LONGEST_NAME].strip("-")
    return f"{day}{title or 'article'}.md"


def save(article: Article, rows: Sequence[Row], file: Path) -> None:
    """Write ``article`` with its rows to ``file``, wholly or not at all.

    Raises UsageError for an ending that is no format, and when the file cannot be written.
    """
    kind = ENDINGS.get(file.suffix.lower())
    if kind is None:
        raise UsageError(f"The name must end in {', '.join(ENDINGS)}: that is the format.")
    rows = [
        row.without_english("not translated yet", status="untranslated")
        if row.status == "pending"
        else row
        for row in rows
    ]
    if kind == "json":
        text = json.dumps(article_with_rows(article, rows), ensure_ascii=False, indent=2) + "\n"
    else:
        text = FORMATS[kind](article, rows)
    with whole(file) as out:
        out.write(text.encode("utf-8"))
