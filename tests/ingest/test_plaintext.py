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


def _broken_within_words(text: str, columns: int = 80) -> str:
    """Break ``text`` as w3m does: between any two Korean syllables, a blank at the end lost."""
    lines, line, width = [], "", 0
    for character in text:
        size = 2 if character >= "\u1100" else 1
        if width + size > columns:
            lines.append(line.rstrip())
            line, width = "", 0
            if character == " ":
                continue
        line, width = line + character, width + size
    return "\n".join([*lines, line])


HEADED = f"""  • 정치
  • 사회

사회
{pages.TITLE}
{pages.SUBTITLES[0]}
{pages.SUBTITLES[1]}
윤새봄 기자
입력 2024-05-12 09:30 수정 2024-05-12 11:05
(BUTTON) 페이스북 (BUTTON) X(트위터)[3]카카오톡 (BUTTON) URL복사

URL이 복사되었습니다.
글자크기 (BUTTON) 가
[] {pages.CAPTION[:-1]}. 로이터연합뉴스
"""
LINKS = """
지금 뜨는 기사
  1. 다른 마을에도 도서관이 열렸다고 한다.
  2. 바다 건너에서도 책을 나눈다고 한다.
  3. 산마루에도 책방이 생겼다고 한다.

이 사이트의 모든 글은 보호를 받습니다.
"""


@pytest.mark.parametrize("broken", [False, True])
def test_dump_with_the_head_above_the_time(broken: bool) -> None:
    texts = [_broken_within_words(one) if broken else one for one in pages.PARAGRAPHS]
    article = extract_text("\n".join([HEADED, "\n\n".join(texts), LINKS]))
    assert article.title == pages.TITLE
    assert article.subtitles == pages.SUBTITLES
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.published is not None
    assert article.modified is not None
    kinds = [block.kind for block in article.blocks[3:]]
    assert kinds == ["caption", *["paragraph"] * len(pages.PARAGRAPHS)]
    squeezed = ["".join(block.text.split()) for block in article.blocks[4:]]
    assert squeezed == ["".join(one.split()) for one in pages.PARAGRAPHS]


def test_short_dump_with_a_picture_and_one_broken_paragraph() -> None:
    caption = "도서관 앞에서 아이들이 책을 고르고 있다."
    body = [_broken_within_words(pages.PARAGRAPHS[index], 60) for index in (0, 2)]
    article = extract_text(
        f"정치 사회 국제 오피니언\n\n{pages.TITLE}\n\n책 만 권 모아\n{pages.SUBTITLES[1]}\n\n"
        f"윤새봄 기자\n입력 2024-05-12 09:30\n\n[p1]\n{caption}\n\n{body[0]}\n\n"
        f"[p2]\n헌책방의 책장. 사진 윤새봄\n\n{body[1]}\n"
    )
    assert article.title == pages.TITLE
    captions = [block.text for block in article.blocks if block.kind == "caption"]
    assert captions == [caption, "헌책방의 책장. 사진 윤새봄"]
    paragraphs = [block.text for block in article.blocks if block.kind == "paragraph"]
    squeezed = ["".join(text.split()) for text in paragraphs]
    assert squeezed == ["".join(pages.PARAGRAPHS[index].split()) for index in (0, 2)]


def test_words_broken_at_the_width_are_whole_again() -> None:
    texts = [_broken_within_words(one) for one in pages.PARAGRAPHS]
    article = extract_text("\n\n".join([pages.TITLE, *texts]))
    words = {word for block in article.blocks for word in block.text.split()}
    whole = {word for one in pages.PARAGRAPHS for word in one.split()}
    # Where a blank was lost two words may be joined; none is cut.
    assert len(whole - words) <= 4
    assert all(any(one in word for word in words) for one in whole)


def test_time_beside_its_writer() -> None:
    article = extract_text(
        f"{pages.TITLE}\n윤새봄 기자 saebom@example.com | 2024.05.12 09:30\n\n{pages.PARAGRAPHS[0]}"
    )
    assert (article.title, article.subtitles) == (pages.TITLE, ())
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.published is not None
    assert article.published.isoformat() == pages.PUBLISHED


@pytest.mark.parametrize(
    "table",
    [
        "┌────┬──────┐\n│갈래│책    │\n│    │권수  │\n├────┼──────┤\n│시집│3     │\n└────┴──────┘",
        " +-------------+\n | 갈래 | 책 권수 |\n |------+-------|\n | 시집 | 3 |\n +-------------+",
        "갈래\t책 권수\n시집\t3",
    ],
    ids=["w3m", "links", "copied"],
)
def test_tables_as_terminal_browsers_draw_them_and_as_they_are_copied(table: str) -> None:
    before, after = pages.PARAGRAPHS[:2]
    article = extract_text(f"{pages.TITLE}\n\n{before}\n\n{table}\n{after}")
    assert [(block.kind, block.text) for block in article.blocks[1:]] == [
        ("paragraph", before),
        ("list", "갈래 | 책 권수"),
        ("list", "시집 | 3"),
        ("paragraph", after),
    ]


@pytest.mark.parametrize("day", ["", "2024년 5월 12일 — 4 min read\n"])
def test_title_below_a_menu_where_no_time_is_printed(day: str) -> None:
    menu = "느린편지\n\n  • 정치\n  • 사회\n  • 문화\n\n[      ]검색\n생활\n\n"
    body = "\n\n".join(pages.PARAGRAPHS)
    article = extract_text(
        f"{menu}{pages.TITLE}\n\n{day}{body}\n\n댓글 2\n\n나도 갔다.\n책이 많다."
    )
    assert article.title == pages.TITLE
    assert [block.text for block in article.blocks[1:]] == list(pages.PARAGRAPHS)
    assert (article.published is not None) == bool(day)


def test_a_list_of_headlines_is_said_to_be_one() -> None:
    units = [
        f"  • {pages.SUBTITLES[0]} {n}\n\n    {text}\n\n    가온신문 · {n}시간 전"
        for n, text in enumerate(pages.PARAGRAPHS, 1)
    ]
    assert extract_text("\n".join(units)).extraction.notes == (
        "The text looks like a list of headlines, not like one article.",
    )
    assert extract_text(DUMP).extraction.notes == ()


def test_a_page_copied_out_of_a_browser() -> None:
    """Its menu has no marks, an address stands before a notice, and the time below the text."""
    menu = "정치\n경제\n사회\n\n검색\n"
    caption = (
        f"[가온=뉴시스] {pages.CAPTION}(사진=가온시 제공)\nphoto@example.com *재판매 및 DB 금지"
    )
    form = "□ (대상) 헌책을 가진 가온시민\nㅇ 두 권까지 바꿀 수 있다."
    body = "\n\n".join(pages.PARAGRAPHS[1:])
    article = extract_text(
        f"{menu}{pages.TITLE}\n\n- 가온의사회 “한 권은 비워 둔다”\n\n{caption}\n"
        f"[가온=뉴시스]윤새봄 기자 = {pages.PARAGRAPHS[0]}\n\n{body}\n\n{form}\n\n"
        "2024-05-12 09:30\n관련기사\n마을 도서관 십 년의 기록\n\n댓글 2\n\n나도 갔다."
    )
    assert article.title == pages.TITLE
    assert article.published is not None
    assert (article.agency, [one.name for one in article.bylines]) == ("뉴시스", ["윤새봄"])
    assert [block.text for block in article.blocks[3:]] == [
        f"[가온=뉴시스]윤새봄 기자 = {pages.PARAGRAPHS[0]}",
        *pages.PARAGRAPHS[1:],
        *form.split("\n"),
    ]
