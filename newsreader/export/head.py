"""The line under a headline: outlet, section, who wrote it, when."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from newsreader.article import SEOUL, Article, Byline, Row


def byline_text(byline: Byline) -> str:
    """Return a byline as Korean papers print it: name, then role."""
    return f"{byline.name} {byline.role}" if byline.role else byline.name


def time_text(time: datetime | None) -> str | None:
    """Return a time to the minute in Korea."""
    return f"{time.astimezone(SEOUL):%Y-%m-%d %H:%M}" if time else None


def head_parts(article: Article) -> list[str]:
    """Return outlet, section, bylines and times, as far as they are known."""
    times = time_text(article.published)
    modified = time_text(article.modified)
    if times and modified and modified != times:
        same_day = modified[:10] == times[:10]
        times += f" (수정 {modified[11:] if same_day else modified})"
    parts = (
        article.outlet,
        article.section,
        ", ".join(byline_text(one) for one in article.bylines) or None,
        times or (f"수정 {modified}" if modified else None),
    )
    return [part for part in parts if part]


def note_on(row: Row) -> str | None:
    """Return why a row has no English, or None when it has."""
    return None if row.en is not None else f"[{row.reason or 'not translated'}]"


def notes_on(rows: Sequence[Row]) -> tuple[dict[int, str], list[str]]:
    """Return what stands for the English of rows that have none, by id, and lines for the end.

    A reason that several rows share is said once, at the end; rows still on their way have none.
    """
    without = [row for row in rows if row.en is None and row.status != "pending"]
    reasons = Counter(row.reason for row in without if row.reason)
    shared = [reason for reason, times in reasons.items() if times > 1]
    notes = {
        row.id: "[not translated]" if row.reason in shared else note_on(row) or ""
        for row in without
    }
    return notes, [f"Not translated: {reason}" for reason in shared]


def engines_of(rows: Sequence[Row]) -> str:
    """Return the engines that the English came from, for the citation at the end."""
    names = sorted({row.engine for row in rows if row.en is not None and row.engine})
    return ", ".join(names)


def web_address(article: Article) -> str | None:
    """Return the article's address if it is one that a link may lead to."""
    url = article.url or ""
    safe = url.startswith(("https://", "http://")) and not re.search(r"[\s<>]", url)
    return url if safe else None
