"""How well an article agrees with a page's text as a person wrote it down.

The reference is ``expected.json`` of a real page: title, subtitles, paragraphs, captions, and lines
that count neither way.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsreader.article import Article

#: What a body never holds, on any page.
BOILERPLATE = re.compile(
    r"무단\s?전재|재배포|All rights reserved|구독하기|채널 구독|기사의 섹션 정보|많이 본"
    r"|관련\s?기사|이미지 확대|URL이 복사|본문 요약봇|@[\w.]+\.(?:com|kr|net)"
)


@dataclass(frozen=True, slots=True)
class Score:
    """``exact`` of ``paragraphs`` stand as a line of their own; ``f1`` is over 5-grams."""

    f1: float
    exact: int
    paragraphs: int
    title: bool
    subtitles: bool
    bylines: bool
    published: bool
    modified: bool
    leaked: int
    boilerplate: bool


def reference(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is expected of the page in ``folder``, and where it is from."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return expected, meta


def lines_of(article: Article) -> list[str]:
    """The lines of an article that count as its body."""
    kinds = {"lead", "paragraph", "quote", "list"}
    return [block.text for block in article.blocks if block.kind in kinds]


def f1(lines: list[str], expected: dict[str, Any]) -> float:
    """The F1 of the multisets of 5-grams of characters, blanks left out.

    Subtitles, headings between paragraphs and optional lines count neither way.
    """
    neither = {_squeezed(text) for text in (*expected["optional"], *expected["subtitle"])}
    neither |= {_squeezed(one["text"]) for one in expected["body"] if one["type"] == "h"}
    found = _grams("".join(line for line in lines if _squeezed(line) not in neither))
    wanted = _grams("".join(expected["paragraphs"]))
    common = (found & wanted).total()
    return 2 * common / (found.total() + wanted.total()) if common else 0.0


def score(article: Article, expected: dict[str, Any]) -> Score:
    """Compare ``article`` with what is expected of its page."""
    lines = lines_of(article)
    body = _squeezed("".join(lines))
    published = article.published.isoformat() if article.published else ""
    modified = article.modified.isoformat() if article.modified else ""
    wanted = expected["published"] or ""
    return Score(
        f1=f1(lines, expected),
        exact=sum(paragraph in lines for paragraph in expected["paragraphs"]),
        paragraphs=len(expected["paragraphs"]),
        title=article.title == expected["title"],
        subtitles=list(article.subtitles) == expected["subtitle"],
        bylines=[one.name for one in article.bylines] == expected["byline"],
        # To the minute, or to the day where the page prints no time.
        published=published[: min(16, len(wanted))] == wanted[:16],
        modified=modified[:16] == (expected["modified"] or "")[:16],
        leaked=sum(_squeezed(caption)[:30] in body for caption in expected["captions"]),
        boilerplate=any(BOILERPLATE.search(line) for line in lines),
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _grams(text: str) -> Counter[str]:
    text = _squeezed(text)
    return Counter(text[start : start + 5] for start in range(max(1, len(text) - 4)))
