import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.ingest.plaintext import extract_text
from newsreader.text import clean_line
from tests.ingest import pages

DUMP = f"""• 페이스북
  • 트위터

{pages.TITLE}

등록 2024.05.12 09:30:00수정 2024.05.12 11:05:00

  • 이메일 보내기
  • 프린터

{pages.SUBTITLES[0]}

{pages.SUBTITLES[1]}

[가온=뉴시스]{pages.CAPTION} (사진=가온시 제공) 2024.05.12. photo@example.com

[가온=뉴시스]{pages.CAPTION} (사진=가온시 제공) 2024.05.12. [email protected]


[가온=뉴시스]윤새봄 기자 = {pages.PARAGRAPHS[0]}

{pages.PARAGRAPHS[1]}
{pages.PARAGRAPHS[2]}

{pages.PARAGRAPHS[3]}

◎공감언론 뉴시스 [email protected]

많이 본 기사

다른 마을에도 도서관이 열렸다고 한다.
"""


def test_dump_of_a_page() -> None:
    article = extract_text(DUMP)
    assert article.title == pages.TITLE
    assert article.subtitles == pages.SUBTITLES
    assert [block.kind for block in article.blocks] == [
        "title", "subtitle", "subtitle", "caption", *["paragraph"] * 4,
    ]  # fmt: skip
    assert article.published is not None
    assert article.published.isoformat() == pages.PUBLISHED
    assert article.modified is not None
    assert (article.agency, article.dateline) == ("뉴시스", "가온")
    assert article.extraction.method == "text"


def test_pasted_text_keeps_everything() -> None:
    article = extract_text(
        f"{pages.TITLE}\n\n{pages.PARAGRAPHS[0]}\n{pages.PARAGRAPHS[1]}\n\n이어서 계속"
    )
    assert [block.text for block in article.blocks] == [
        pages.TITLE, pages.PARAGRAPHS[0], pages.PARAGRAPHS[1], "이어서 계속",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [pages.PARAGRAPHS[0], pages.TITLE, "안녕"])
def test_one_line_is_an_article(text: str) -> None:
    assert [block.text for block in extract_text(text).blocks] == [text]


def test_lines_broken_at_the_width_of_a_terminal_are_joined() -> None:
    body = "\n\n".join(textwrap.fill(one, 38) for one in pages.PARAGRAPHS)
    article = extract_text(f"{pages.TITLE}\n\n{body}\n")
    assert [block.text for block in article.blocks[1:]] == list(pages.PARAGRAPHS)


def test_links_of_lynx_are_left_out() -> None:
    dump = f"[12]{pages.TITLE}\n\n{pages.PARAGRAPHS[0]} [13]가온시\n\nReferences\n\n   1. http://example.com/\n"
    article = extract_text(dump)
    assert article.title == pages.TITLE
    assert "http" not in " ".join(block.text for block in article.blocks)


def test_no_korean_is_an_error() -> None:
    with pytest.raises(SourceError, match="no Korean"):
        extract_text("Nothing here.")


@given(
    st.lists(st.sampled_from([*DUMP.splitlines(), "2024.05.12 09:30", "\x1b[31m가", "<b>", "•"]))
)
def test_any_order_of_lines(lines: list[str]) -> None:
    try:
        article = extract_text("\n".join(lines))
    except SourceError:
        return
    assert article.blocks
    assert all(block.text == clean_line(block.text) != "" for block in article.blocks)
