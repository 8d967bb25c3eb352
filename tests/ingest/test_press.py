"""What the outlets' pages of 2025 and 2026 must give, with their rules and by the generic layer."""

from datetime import datetime

import pytest

from newsreader.article import Article
from newsreader.ingest.extract import extract_html
from tests.ingest.press import Case
from tests.ingest.press_others import OTHERS
from tests.ingest.press_outlets import OUTLETS

CASES = (*OUTLETS, *OTHERS)

EACH = pytest.mark.parametrize("case", CASES, ids=[one.url.split("/")[2] for one in CASES])
_MARKS = {"subheading": "#", "list": "-"}
#: What only a rule can tell: names without any sign of what they are, a subtitle in an
#: element that names none, a time only in an attribute, a year of the North.
BEYOND_GENERIC = {
    "newstapa.org": {"bylines"},
    "www.hankookilbo.com": {"subtitles"},
    "www.fnnews.com": {"subtitles"},
    "www.bbc.com": {"text"},
    "www.voakorea.com": {"published"},
    "www.kcna.kp": {"published"},
    "www.donga.com": {"modified"},
    "www.yna.co.kr": {"modified"},
}


def _text(article: Article) -> tuple[str, ...]:
    """The body as ``Case.text`` has it."""
    lines = []
    for block in article.blocks:
        if block.kind in {"title", "subtitle", "caption"}:
            continue
        mark = _MARKS.get(block.kind, "\\" if block.text.startswith("-") else "")
        lines.append(mark + block.text)
    return tuple(lines)


def _agrees(found: datetime | None, wanted: str | None) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    return found.isoformat().startswith(wanted)


def _wrong(article: Article, case: Case) -> set[str]:
    captions = [block.text for block in article.blocks if block.kind == "caption"]
    names = tuple(one.name for one in article.bylines)
    right = {
        "title": article.title == case.title,
        "text": _text(article) == case.text,
        "subtitles": article.subtitles == case.subtitles,
        "captions": len(captions) == len(case.captions)
        and all(one in other for one, other in zip(case.captions, captions, strict=True)),
        "bylines": names == case.bylines,
        "published": _agrees(article.published, case.published),
        "modified": _agrees(article.modified, case.modified),
        "dateline": article.dateline == case.dateline,
    }
    return {name for name, is_right in right.items() if not is_right}


@EACH
def test_with_rules(case: Case) -> None:
    article = extract_html(case.html, url=case.url)
    assert _wrong(article, case) == set()
    assert article.outlet == case.outlet or case.outlet is None
    assert article.agency == case.agency
    known = "example" not in case.url
    assert article.extraction.method == "publisher" or not known
    assert article.extraction.notes == ()


@EACH
def test_generic_layer_alone(case: Case) -> None:
    article = extract_html(case.html, url=case.url, generic_only=True)
    assert _wrong(article, case) == BEYOND_GENERIC.get(case.url.split("/")[2], set())
