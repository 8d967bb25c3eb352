"""The built-in sample: a Korean news article and its English, both written by us.

People, outlet and events are invented; institutions and vocabulary are those of the real news.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from newsreader.article import Article

#: The SOURCE that means this article.
SAMPLE = "sample"


@cache
def _read() -> dict[str, Any]:
    text = Path(__file__).with_name("sample.json").read_text(encoding="utf-8")
    whole: dict[str, Any] = json.loads(text)
    return whole


def sample_article() -> Article:
    """Return the article."""
    return Article.from_json(_read()["article"])


def sample_english() -> dict[str, str]:
    """Return our English of every sentence of the article, by its Korean."""
    english: dict[str, str] = _read()["english"]
    return english
