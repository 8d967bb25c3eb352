"""Pictures in a text, and what the columns and boxes around it hold."""

import pytest

from newsreader.article import Article, Block
from newsreader.ingest.extract import extract_html
from tests.ingest import pages

CREDIT = "가온 윤새봄 기자"
TEASERS = "".join(
    f'<div class="card"><a href="/{number}"><img src="{number}.jpg">나래마을 소식 {number}번째'
    f"</a><p>나래마을의 {number}번째 소식을 모았다. 주민들은 반가워했다고 한다.</p></div>"
    for number in range(12)
)


def _article(inside: str = "", beside: str = "", title: str = pages.TITLE) -> Article:
    first, *others = (f"<p>{one}</p>" for one in pages.PARAGRAPHS)
    return extract_html(
        f"<title>{title}</title><div class='all'><div class='top'><h1>{title}</h1></div><div>"
        f"<div class='txt'>{first}{inside}{''.join(others)}</div></div>"
        f"<div class='r1'>{beside}</div></div>"
    )


def _texts(article: Article, kind: str) -> list[str]:
    return [block.text for block in article.blocks if block.kind == kind]


@pytest.mark.parametrize(
    ("picture", "captions"),
    [
        (
            f"<table><tr><td><img></td></tr><tr><td>{pages.CAPTION}<br>{CREDIT}</td></tr></table>",
            [f"{pages.CAPTION} {CREDIT}"],
        ),
        (
            "".join(
                f"<table><tr><td><img></td></tr><tr><td>{one}</td></tr><tr><td>ⓒ 한누리</td></tr>"
                "</table>"
                for one in (pages.CAPTION, "주민들이 낡은 책을 고치고 있다.")
            ),
            [f"{pages.CAPTION} ⓒ 한누리", "주민들이 낡은 책을 고치고 있다. ⓒ 한누리"],
        ),
        (
            "<figure><img><p><span class='visually-hidden-text'>사진 출처, </span>Alamy</p>"
            "<figcaption><span class='visually-hidden-text'>사진 설명, </span>"
            f"<span>{pages.CAPTION}</span></figcaption></figure>",
            [pages.CAPTION],
        ),
        (
            "<figure><img><figcaption><strong class='t1'>고른 책</strong><span class='t2'>"
            f"{pages.CAPTION}</span></figcaption></figure>",
            [f"고른 책 {pages.CAPTION}"],
        ),
        (
            f"<figure><img><figcaption>{pages.CAPTION[:9]}<b>{pages.CAPTION[9:]}</b></figcaption>"
            "</figure>",
            [pages.CAPTION],
        ),
    ],
)
def test_a_caption_and_its_credit_are_one(picture: str, captions: list[str]) -> None:
    article = _article(picture)
    assert _texts(article, "caption") == captions
    assert _texts(article, "paragraph") == list(pages.PARAGRAPHS)


@pytest.mark.parametrize("count", [2, 12])
def test_summaries_under_headlines_of_others_are_not_read(count: int) -> None:
    cards = "</div>".join(TEASERS.split("</div>")[:count])
    index = "<table><tr><th>나래지수</th><td>4,012</td></tr><tr><th>가온지수</th><td>911</td></tr>"
    article = _article(beside=f"{cards}</div>{index}</table>")
    assert [block.kind for block in article.blocks if block.kind != "paragraph"] == ["title"]
    assert _texts(article, "paragraph") == list(pages.PARAGRAPHS)


@pytest.mark.parametrize(
    "furniture",
    [
        "[카카오톡] 가온방송 검색해 채널 추가",
        "[전화] 02-000-0000",
        "[메일] news@example.com",
        "읽는 시간: 2분",
        "가나다라마바사",
        "가온일보는 독자 여러분의 후원으로 운영됩니다.",
        "가온일보 편집기자가 선정한 기사입니다.",
    ],
)
def test_lines_of_boxes_are_no_text(furniture: str) -> None:
    assert _article(f"<p>{furniture}</p>").blocks == _article().blocks


def test_words_of_a_text_that_boxes_have_too() -> None:
    said = "회원들은 시민들이 보낸 성금으로 헌책을 사서 마을에 나눠 주었습니다."
    assert said in _texts(_article(f"<p>{said}</p>"), "paragraph")


def test_a_flash_of_one_line_without_a_sentence() -> None:
    line = "가온 앞바다에서 규모 3.0 지진 발생...기상청 '피해 없을 듯'"
    title = "[속보] 가온 앞바다 규모 3.0 지진...'피해 없을 듯'"
    html = (
        f"<title>{title}</title><article><h1>{title}</h1><div class='txt'><span>{line}<br><br>"
        "※ '당신의 제보가 뉴스가 됩니다'<br>[카카오톡] 가온방송 검색해 채널 추가</span></div>"
        f"<ul><li><a href='/1'>나래시 헌책 도서관에 책 삼만 권이 모였다</a></li></ul></article>"
        f"<div>{TEASERS}</div>"
    )
    assert extract_html(html).blocks == (Block("title", title), Block("paragraph", line))
    alone = extract_html(html.replace(line, "잠시 뒤에 자세한 소식을 전해 드리겠습니다"))
    assert alone.blocks == (Block("title", title),)


def test_questions_set_bold_are_headings() -> None:
    article = _article("<p><strong>Q : 왜 헌책인가.</strong></p><p>A : 손때가 남아서다.</p>")
    assert _texts(article, "subheading") == ["Q : 왜 헌책인가."]
    assert "A : 손때가 남아서다." in _texts(article, "paragraph")
