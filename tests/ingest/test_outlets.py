# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""Pages of outlets with all their furniture, and what pages of unknown outlets do differently."""

import json
import re
from collections.abc import Callable

import pytest

from newsreader.article import Article
from newsreader.ingest.extract import extract_html
from tests.ingest import pages
from tests.ingest.outlets import OUTLETS

CASES = pytest.mark.parametrize(
    ("url", "build"), list(OUTLETS.items()), ids=[one.__name__ for one in OUTLETS.values()]
)
WITHOUT_SUBTITLES = {
    "joongang", "kbs_paragraphs", "mbc", "sbs", "ytn", "jtbc", "unknown_modules", "unknown_spans"
}  # fmt: skip
WITHOUT_CAPTION = {"kbs_paragraphs", "ytn"}
#: Only a rule tells that the text under a picture outside of the body is its caption.
CAPTION_BY_RULE = {"mbc"}
WITHOUT_TIME = {"briefing"}
WITHOUT_CHANGE = {"briefing", "ytn", "nocut"}
WITHOUT_BYLINE = {"briefing"}
#: How broadcasters hand over to their reporters, and how these sign off.
SPOKEN = re.compile(rf"(?:[A-Z]+ ?뉴스 )?{pages.REPORTER}(?:입니다| 기자가 보도합니다)\.")
H1 = "가람시, 새 다리 이달 말 개통"
BODY = pages._p(*pages.PARAGRAPHS)


def _paragraphs(article: Article) -> list[str]:
    texts = [block.text for block in article.blocks if block.kind in {"lead", "paragraph"}]
    leads = [re.sub(r"^[(\[][^)\]]+[)\]]\s?(?:\S+ 기자 = )?", "", text) for text in texts]
    return [text for text in leads if not SPOKEN.fullmatch(text)]


@CASES
@pytest.mark.parametrize("generic_only", [False, True])
def test_text(url: str, build: Callable[[], str], generic_only: bool) -> None:
    article = extract_html(build(), url=url, generic_only=generic_only)
    name = build.__name__
    assert article.title == pages.TITLE
    assert _paragraphs(article) == list(pages.PARAGRAPHS)
    assert article.subtitles == (() if name in WITHOUT_SUBTITLES else pages.SUBTITLES)
    captions = [block.text for block in article.blocks if block.kind == "caption"]
    unseen = WITHOUT_CAPTION | (CAPTION_BY_RULE if generic_only else set())
    assert len(captions) == (name not in unseen)
    assert all(pages.CAPTION in caption for caption in captions)
    others = {one.text for one in article.blocks if one.kind in {"subheading", "list", "quote"}}
    assert others <= {pages.SUBHEADING, "[앵커]", "[리포트]", "◀ 앵커 ▶", "◀ 리포트 ▶"}


@CASES
def test_facts(url: str, build: Callable[[], str]) -> None:
    article = extract_html(build(), url=url)
    name = build.__name__
    assert article.published is not None
    published = article.published.isoformat()
    assert published[:10] == pages.PUBLISHED[:10]
    assert published == pages.PUBLISHED or name in WITHOUT_TIME
    modified = article.modified.isoformat() if article.modified else None
    assert modified == (None if name in WITHOUT_CHANGE else pages.MODIFIED)
    names = [one.name for one in article.bylines]
    assert names == ([] if name in WITHOUT_BYLINE else [pages.REPORTER])
    assert article.url == url


@CASES
def test_rules_are_believed(url: str, build: Callable[[], str]) -> None:
    article = extract_html(build(), url=url)
    assert article.extraction.notes == ()
    known = "example.com" not in url
    assert article.extraction.method == ("publisher" if known else "generic")


def _page(title: str, body: str, head: str = "") -> str:
    return f"<html><head>{head}<title>{title}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "html",
    [
        _page("새 다리 개통", f"<article><h1>{H1}</h1>{BODY}</article>"),
        _page("가람시, 새 다리…", f"<article><h1>{H1}</h1>{BODY}</article>"),
        _page("새 다리 개통 - 가람일보", f"<h1><a href='/'>가람일보 지역의 소리</a></h1><h1>{H1}</h1>{BODY}"),
        _page("가람일보", f"<header><h1>가람일보</h1></header><main><h1>{H1}</h1>{BODY}</main>"),
        _page("가람일보", f"<header><h1>가람일보</h1></header><main><h2>{H1}</h2>{BODY}</main>"),
        _page("새 다리 개통", f'<ul><li class="tit">새 다리 개통</li></ul><article><h1>{H1}</h1>{BODY}</article>'),
        _page("", f"<article><p>사회</p><h1>{H1}</h1>{BODY}</article>"),
    ],
)  # fmt: skip
def test_printed_headline_is_the_title(html: str) -> None:
    article = extract_html(html)
    assert article.title == H1
    assert [one.text for one in article.blocks[1:]] == list(pages.PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        _page(pages.TITLE, f"<h1>세상을 바꾸는 지역의 소리</h1><div>{pages.TITLE}</div>{BODY}"),
        _page(f"{pages.TITLE} - 가람일보", f"<main><div class=x>{pages.TITLE}</div>{BODY}</main>"),
        _page(pages.TITLE, f"<main><h1>도서관</h1>{BODY}</main>"),
    ],
)
def test_headline_of_something_else_is_not_the_title(html: str) -> None:
    assert extract_html(html).title == pages.TITLE


@pytest.mark.parametrize(
    ("head", "trail"),
    [
        ("", '<div class="breadcrumb"><a>홈</a> &gt; <a>사회</a> &gt; <a>사건</a></div>'),
        ("", f'<nav aria-label="breadcrumb"><ol><li>HOME</li><li>사회</li><li>{pages.TITLE}</li></ol></nav>'),
        ("", '<ul class="nav-path"><li><a>뉴스</a></li><li><a>사회</a></li></ul>'),
        (
            '<script type="application/ld+json">'
            + json.dumps(
                {
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"@type": "ListItem", "position": 1, "name": "홈"},
                        {"@type": "ListItem", "position": 2, "item": {"@id": "/s", "name": "사회"}},
                    ],
                }
            )
            + "</script>",
            "",
        ),
    ],
)  # fmt: skip
def test_section_from_the_way_to_the_article(head: str, trail: str) -> None:
    html = _page(pages.TITLE, f"{trail}<h1>{pages.TITLE}</h1><div>{BODY}</div>", head)
    article = extract_html(html)
    assert article.section == "사회"
    assert [one.text for one in article.blocks[1:]] == list(pages.PARAGRAPHS)


def test_lists_and_tables_keep_their_place() -> None:
    first, second, *_ = pages.PARAGRAPHS
    html = _page(
        pages.TITLE,
        f"<article><h1>{pages.TITLE}</h1><p>{first}</p><ul><li>대출 없이 교환만 가능</li><li>매주 월요일"
        f" 휴관</li></ul><p>{second}</p><table><thead><tr><th>구분</th><th>작년</th><th>올해</th></tr></thead>"
        "<tbody><tr><th>장서</th><td>1만 권</td><td>3만 권</td></tr><tr><td><p>방문</p></td><td><p>100명</p>"
        "</td><td><p>200명</p></td></tr></tbody></table></article>",
    )
    assert [(one.kind, one.text) for one in extract_html(html).blocks[1:]] == [
        ("paragraph", first),
        ("list", "대출 없이 교환만 가능"),
        ("list", "매주 월요일 휴관"),
        ("paragraph", second),
        ("list", "구분 | 작년 | 올해"),
        ("list", "장서 | 1만 권 | 3만 권"),
        ("list", "방문 | 100명 | 200명"),
    ]


def test_how_a_poll_was_made_stays() -> None:
    notes = (
        "▲ 조사 대상: 가온시민 1,000명",
        "표본오차: 95% 신뢰수준 ±3.1%p",
        "※ 자세한 내용은 중앙선거여론조사심의위원회 홈페이지 참조",
    )
    html = _page(
        pages.TITLE, f"<h1>{pages.TITLE}</h1><div>{BODY}{pages._p(*notes, '가온일보 앱')}</div>"
    )
    texts = [one.text for one in extract_html(html).blocks]
    assert texts[-3:] == list(notes)


@pytest.mark.parametrize("host", ["m.gaon.co.kr", "amp.gaon.co.kr", "www.gaon.co.kr"])
def test_copies_for_telephones_have_the_address_of_the_article(host: str) -> None:
    link = '<link rel="canonical" href="https://www.gaon.co.kr/news/{}">'
    html = _page(pages.TITLE, f"<h1>{pages.TITLE}</h1><div>{BODY}</div>", link.format(1001))
    article = extract_html(html, url=f"https://{host}/news/1001?from=mobile")
    assert article.url == "https://www.gaon.co.kr/news/1001"
    other = extract_html(html, url="https://other.co.kr/news/1001")
    assert other.url == "https://other.co.kr/news/1001"


def test_text_for_machines_alone() -> None:
    facts = {
        "@type": "NewsArticle",
        "headline": pages.TITLE,
        "articleBody": "\n\n".join(pages.PARAGRAPHS),
    }
    script = f'<script type="application/ld+json">{json.dumps(facts)}</script>'
    article = extract_html(_page(pages.TITLE, '<div id="app"></div>', script))
    assert article.extraction.method == "structured-data"
    assert _paragraphs(article) == list(pages.PARAGRAPHS)
