"""One sentence as a citation: Korean, English and where they come from, in the usual styles."""

import json
import re
from datetime import date, datetime
from typing import Any

from newsreader.article import SEOUL, Article, Row
from newsreader.export.head import byline_text, note_on, time_text
from newsreader.export.markdown import escaped

_BIBTEX_SPECIAL = re.compile(r"([{}%&$#_])")


def as_plain(article: Article, row: Row, accessed: date) -> str:
    """Return Korean and English on a line each, and under them the origin."""
    return f"{row.ko}\n{_english(row)}\n{', '.join(_origin(article, row, accessed))}"


def as_markdown_quote(article: Article, row: Row, accessed: date) -> str:
    """Return a quotation in CommonMark, its origin under it."""
    lines = [row.ko, "", _english(row), "", "— " + ", ".join(_origin(article, row, accessed))]
    return "\n".join(f"> {escaped(line)}".rstrip() for line in lines)


def as_bibtex(article: Article, row: Row, accessed: date) -> str:
    """Return a BibTeX entry (``@online``, as biblatex has it); the sentence is its ``note``."""
    time = article.published or article.modified
    fields = {
        "author": " and ".join(f"{{{one.name}}}" for one in article.bylines),
        "title": f"{{{_braced(article.title)}}}",
        "organization": _braced(article.outlet or ""),
        "date": _day(time) or "",
        "url": article.url or "",
        "urldate": accessed.isoformat(),
        "language": "korean",
        "note": _braced(f"Sentence {row.id}: {row.ko} = {_english(row)}"),
    }
    body = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@online{{{_key(article, row)},\n{body}}}"


def as_csl_json(article: Article, row: Row, accessed: date) -> str:
    """Return a list of one item in CSL-JSON, as Zotero and pandoc read it."""
    item: dict[str, Any] = {
        "id": _key(article, row),
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": one.name} for one in article.bylines],
        "container-title": article.outlet,
        "issued": _csl_date(article.published or article.modified),
        "URL": article.url,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
        "language": "ko",
        "note": f"Sentence {row.id}: {row.ko} = {_english(row)}",
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2)


#: The styles by name, the one of the plain copy first.
CITATIONS = {
    "plain": as_plain,
    "Markdown": as_markdown_quote,
    "BibTeX": as_bibtex,
    "CSL-JSON": as_csl_json,
}


def _english(row: Row) -> str:
    if row.en is None:
        return note_on(row) or ""
    return row.en if row.status == "edited" else f"{row.en} (translation: {row.engine})"


def _origin(article: Article, row: Row, accessed: date) -> list[str]:
    modified = time_text(article.modified)
    parts = (
        article.outlet,
        ", ".join(byline_text(one) for one in article.bylines),
        time_text(article.published),
        f"revised {modified}" if modified and article.modified != article.published else None,
        article.url,
        f"accessed {accessed.isoformat()}" if article.url else None,
        f"sentence {row.id}",
    )
    return [part for part in parts if part]


def _braced(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(r"\\\1", text.replace("\\", "/"))


def _day(time: datetime | None) -> str | None:
    return f"{time.astimezone(SEOUL):%Y-%m-%d}" if time else None


def _csl_date(time: datetime | None) -> dict[str, list[list[int]]] | None:
    if time is None:
        return None
    day = time.astimezone(SEOUL)
    return {"date-parts": [[day.year, day.month, day.day]]}


def _key(article: Article, row: Row) -> str:
    """Return a key of letters and digits that stays the same for the same sentence."""
    host = re.sub(r"^https?://(?:www\.)?|/.*$", "", article.url or "")
    name = re.sub(r"[^a-z0-9]", "", host.split(".")[0].lower()) or "article"
    day = (_day(article.published or article.modified) or "").replace("-", "")
    return f"{name}{day}s{row.id}"
