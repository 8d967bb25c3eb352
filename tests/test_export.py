"""Exports: every sentence, every reason, and nothing from a page is markup."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.article import Article, Block, Extraction, Row, RowWarning, Segment
from newsreader.export.formats import FORMATS
from newsreader.export.head import head_parts
from newsreader.export.interlinear import aligned, as_interlinear
from newsreader.export.markdown import escaped
from newsreader.korean.interlinear import Cell, interlinear
from newsreader.sample import sample_article


def article(url: str | None = None) -> Article:
    return Article(
        (Block("title", "<b>제목</b> *별*"), Block("paragraph", "[서울=한빛통신] 끝.")),
        Extraction("text"),
        url=url,
        outlet="한빛 & 통신",
    )


ROWS = [
    Row(
        Segment(1, 0, "title", "<b>제목</b> *별*"),
        "<i>Title</i> _x_",
        "translated",
        engine="firefox",
    ),
    Row(
        Segment(2, 1, "paragraph", "[서울=한빛통신] 끝."),
        None,
        "failed",
        "the engine <died>",
        warnings=(RowWarning("number-differs", "3 & 4 differ"),),
    ),
]


class Tags(HTMLParser):
    """Collects the tags of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.add(tag)


def test_html_has_only_our_tags() -> None:
    tags = Tags()
    tags.feed(FORMATS["html"](article("https://news.example/1?a=1&b=2"), ROWS))
    assert {"b", "i"} & tags.tags == set()
    assert "a" in tags.tags


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://a.kr/><b>", None]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert "href" not in FORMATS["html"](article(url), ROWS)
    assert url is None or f"<{url}>" not in FORMATS["markdown"](article(url), ROWS)


def test_markdown_escapes_what_pages_say() -> None:
    text = FORMATS["markdown"](article(), ROWS)
    assert r"\<b\>제목\</b\> \*별\*" in text
    assert r"\[서울=한빛통신\]" in text
    assert r"the engine \<died\>" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gil-dong (2023-11-15) met E-3! R&D", "Gil-dong (2023-11-15) met E-3! R&D"),
        ("- a dash, no list", r"\- a dash, no list"),
        ("1. a number", r"1\. a number"),
        ("2023년 1) 수출", "2023년 1) 수출"),
        ("=== --- 끝", r"\=== --- 끝"),
        ("3~4일 &lt; &amp", r"3\~4일 \&lt; &amp"),
    ],
)
def test_markdown_is_escaped_only_where_it_would_be_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_html_says_what_is_a_heading_and_in_which_language() -> None:
    page = FORMATS["html"](article(), ROWS)
    assert '<h1 class="row title block"' in page
    assert '<span lang="en" class="missing">' in page
    assert '<footer lang="en">' in page


def test_text_says_why_a_sentence_has_no_english() -> None:
    text = FORMATS["text"](article(), ROWS)
    assert "[the engine <died>]" in text
    assert "3 & 4 differ" in text


def test_a_reason_that_rows_share_is_said_once() -> None:
    rows = [
        Row(
            Segment(number, number, "paragraph", "문장이다."), None, "untranslated", "no engine yet"
        )
        for number in (1, 2, 3)
    ]
    cells = {row.id: interlinear(row.ko) for row in rows}
    for text in (
        *(FORMATS[name](article(), rows) for name in ("text", "html", "markdown")),
        as_interlinear(article(), rows, cells, width=60),
    ):
        assert text.count("no engine yet") == 1
        assert text.count("not translated") == 3


@pytest.mark.parametrize("name", FORMATS)
@given(ko=st.text("가나<>&*_[]`# ", min_size=1), en=st.text("ab<>&*_[]`# ", min_size=1))
def test_any_text_comes_through_every_format(name: str, ko: str, en: str) -> None:
    row = Row(Segment(1, 0, "paragraph", ko), en, "translated", engine="x")
    assert FORMATS[name](article(), [row]).endswith("\n")


def test_the_head_names_outlet_section_writer_and_times() -> None:
    assert head_parts(sample_article()) == [
        "한빛통신",
        "정치",
        "윤가람 특파원",
        "2023-11-15 08:12 (수정 09:05)",
    ]


@given(
    st.lists(st.tuples(st.text("가힣ab北·", max_size=12), st.text("ab c·", max_size=30))),
    st.integers(2, 90),
    st.booleans(),
)
def test_word_for_word_fits_any_width(
    words: list[tuple[str, str]], width: int, romanized: bool
) -> None:
    cells = [Cell(0, 0, ko or "가", en, "ga", ("topic",)) for ko, en in words]
    lines = list(aligned(cells, width, romanized=romanized))
    assert all(cell_len(line) <= width for line in lines)
    shown = "".join("".join(lines).split())
    assert Counter("".join(cell.surface for cell in cells)) <= Counter(shown)


@pytest.mark.parametrize("width", [20, 60, 120])
def test_an_article_word_for_word_keeps_every_sentence_and_reason(width: int) -> None:
    cells = {row.id: interlinear(row.ko) for row in ROWS}
    shown = as_interlinear(article(), ROWS, cells, width=width)
    squeezed = "".join(shown.split())
    assert all("".join(word.split()) in squeezed for word in ("[서울=한빛통신]", "<i>Title</i>"))
    assert "theengine<died>" in squeezed
    assert "!" in shown
