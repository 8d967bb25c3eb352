"""Pages in the markup of many outlets: the same article must come out of each."""

import json
import re
from collections.abc import Callable

import pytest

from newsreader.article import Article
from newsreader.errors import SourceError
from newsreader.ingest.decode import decode
from newsreader.ingest.extract import extract_html
from tests.ingest import pages

CASES = pytest.mark.parametrize(
    ("url", "build"),
    list(pages.LAYOUTS.items()),
    ids=[one.__name__ for one in pages.LAYOUTS.values()],
)
#: Layouts whose markup holds no subtitles, captions, bylines or times of change.
WITHOUT_SUBTITLES = {"arc", "pushed_state", "broadcaster", "unknown_table", "unknown_short_lines"}
WITHOUT_CAPTION = {"arc", "pushed_state", "broadcaster", "unknown_short_lines"}
WITHOUT_BYLINE = {"script_state", "pushed_state", "unknown_short_lines"}
WITHOUT_CHANGE = {"yonhap", "unknown_table"}

#: What pages of lists repeat: a headline that is a link, and how its article begins.
_UNITS = "".join(
    f"<div><h4><a href='/{n}'>{pages.SUBTITLES[0]} {n}</a></h4><p>{text}</p><i>{n}시간 전</i></div>"
    for n, text in enumerate(pages.PARAGRAPHS)
)
#: A footer with a sentence in it, which is no article's.
_MENU = f"<footer><p>{pages.PARAGRAPHS[0]}</p></footer>"


def _paragraphs(article: Article) -> list[str]:
    texts = [block.text for block in article.blocks if block.kind in {"lead", "paragraph"}]
    return [re.sub(r"^[(\[][^)\]]+[)\]]\s?\S+ 기자 = ", "", text) for text in texts]


@CASES
@pytest.mark.parametrize("generic_only", [False, True])
def test_text(url: str, build: Callable[[], str], generic_only: bool) -> None:
    article = extract_html(build(), url=url, generic_only=generic_only)
    said = [text for text in _paragraphs(article) if text != f"{pages.REPORTER} 기자입니다."]
    assert said == list(pages.PARAGRAPHS)
    assert article.title == pages.TITLE
    if build.__name__ not in WITHOUT_SUBTITLES:
        assert article.subtitles == pages.SUBTITLES


@CASES
def test_facts(url: str, build: Callable[[], str]) -> None:
    article = extract_html(build(), url=url)
    assert article.published is not None
    assert article.published.isoformat() == pages.PUBLISHED
    if build.__name__ not in WITHOUT_CHANGE:
        assert article.modified is not None
        assert article.modified.isoformat() == pages.MODIFIED
    if build.__name__ not in WITHOUT_BYLINE:
        assert [one.name for one in article.bylines] == [pages.REPORTER]
    assert article.url == url
    assert article.outlet


@CASES
def test_no_furniture(url: str, build: Callable[[], str]) -> None:
    article = extract_html(build(), url=url)
    everything = "\n".join(block.text for block in article.blocks)
    assert [word for word in pages.FURNITURE if word in everything] == []
    assert "@" not in everything


@CASES
def test_caption_once(url: str, build: Callable[[], str]) -> None:
    article = extract_html(build(), url=url)
    captions = [one.text for one in article.blocks if pages.CAPTION in one.text]
    kinds = {one.kind for one in article.blocks if pages.CAPTION in one.text}
    if build.__name__ not in WITHOUT_CAPTION:
        assert len(captions) == 1
        assert kinds == {"caption"}


def test_method_names_the_layer() -> None:
    by_method = {
        build.__name__: extract_html(build(), url=url).extraction
        for url, build in pages.LAYOUTS.items()
    }
    assert (by_method["newsis"].method, by_method["newsis"].publisher) == ("publisher", "newsis")
    assert (by_method["ndsoft"].method, by_method["ndsoft"].publisher) == ("publisher", "ndsoft")
    assert by_method["arc"].method == "structured-data"
    assert (by_method["unknown_table"].method, by_method["unknown_table"].publisher) == (
        "generic",
        None,
    )


def test_agency_dateline_and_outlet() -> None:
    article = extract_html(
        pages.newsis(), url="https://www.newsis.com/view/NISX20240512_0000000001"
    )
    assert (article.outlet, article.agency, article.dateline) == ("뉴시스", "뉴시스", "가온")
    portal = extract_html(
        pages.naver(), url="https://n.news.naver.com/mnews/article/999/0000000001"
    )
    assert portal.outlet == "가온일보"


def test_heading_between_paragraphs() -> None:
    article = extract_html(pages.unknown_wrapped())
    kinds = [block.kind for block in article.blocks if block.text == pages.SUBHEADING]
    assert kinds == ["subheading"]


def test_rule_that_finds_too_little_is_not_believed() -> None:
    page = pages.unknown_wrapped().replace(
        "<main>", '<div class="viewer"><p>짧은 안내 글이 여기에 있다.</p></div><main>'
    )
    article = extract_html(page, url="https://www.newsis.com/view/NISX20240512_0000000001")
    assert _paragraphs(article) == list(pages.PARAGRAPHS)
    assert article.extraction.method == "generic"
    assert "newsis" in article.extraction.notes[0]


def test_utf_8_and_cp949_give_the_same() -> None:
    html = pages.naver_old()
    decoded = decode(html.encode("cp949"))
    assert decoded.charset == "cp949"
    assert extract_html(decoded.text).blocks == extract_html(html).blocks


def test_table_of_data_becomes_rows() -> None:
    rows = "".join(
        f"<tr><td>{one}</td><td>{number}권</td></tr>"
        for one, number in (("시집", 3), ("그림책", 5))
    )
    html = pages.unknown_short_lines().replace(
        '<div class="txt">',
        f'<div class="txt"><p>{pages.PARAGRAPHS[0]}</p><table class="rank">{rows}</table>',
    )
    article = extract_html(html)
    assert [one.text for one in article.blocks if one.kind == "list"] == [
        "시집 | 3권",
        "그림책 | 5권",
    ]


@pytest.mark.parametrize("name", ["tag-energy tag-물값", "entry-content no-share", "article-copy"])
def test_an_article_in_a_box_named_like_furniture(name: str) -> None:
    """WordPress and Ghost name an article after its subjects, JNews after what it lacks."""
    text = pages._p(*pages.PARAGRAPHS).replace("<p>", "<p class='has-drop-cap'>", 1)
    article = extract_html(f"<h1>{pages.TITLE}</h1><article class='{name}'>{text}</article>")
    assert _paragraphs(article) == list(pages.PARAGRAPHS)


def test_a_box_of_links_late_in_the_text_does_not_end_it() -> None:
    links = "".join(
        f"<li><a>다른 마을의 소식 {n}</a><span>2024.05.0{n}</span></li>" for n in (1, 2)
    )
    box = f"<div><h3>관련기사</h3><ul>{links}</ul></div>"
    text = f"{pages._p(*pages.PARAGRAPHS[:4])}{box}{pages._p(*pages.PARAGRAPHS[4:])}"
    after = "<h3>지난 칼럼</h3><ul><li><a>골목의 등불</a><p>등불이 켜졌다고 한다.</p></li></ul>"
    article = extract_html(f"<h1>{pages.TITLE}</h1><div>{text}{after}</div>")
    assert _paragraphs(article) == list(pages.PARAGRAPHS)
    assert {block.kind for block in article.blocks} == {"title", "paragraph"}


def test_a_link_with_its_preview_is_no_text() -> None:
    card = (
        "<figure data-ke-type='opengraph'><a href='https://example.org'><div class='og-text'>"
        "<p>헌책방 모임</p><p>전국의 헌책방이 모인 곳이다.</p></div></a></figure>"
    )
    text = f"{pages._p(*pages.PARAGRAPHS[:3])}{card}{pages._p(*pages.PARAGRAPHS[3:])}"
    assert _paragraphs(extract_html(f"<h1>{pages.TITLE}</h1><div>{text}</div>")) == list(
        pages.PARAGRAPHS
    )


def test_breaking_news_may_be_its_headline_alone() -> None:
    title = "[속보] 가온시장 “내일 모든 도서관 문 연다”"
    article = extract_html(f"<title>{title}</title><h1>{title}</h1><p>{title}</p><p>(끝)</p>")
    assert [block.text for block in article.blocks] == [title]
    assert article.extraction.notes == ("The page has no more than this headline.",)


def test_archived_copy_keeps_the_original_address() -> None:
    url = "https://web.archive.org/web/20240601000000/https://www.newsis.com/view/NISX20240512_0000000001"
    article = extract_html(pages.newsis(), url=url)
    assert article.extraction.publisher == "newsis"
    assert article.url == "https://www.newsis.com/view/NISX20240512_0000000001"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>로그인 후 이용할 수 있습니다. 로그인이 필요한 서비스입니다.</p>", "asks for a login"),
        (
            "<noscript>자바스크립트를 활성화해야 볼 수 있습니다.</noscript><div id=root></div>",
            "JavaScript",
        ),
        (
            "<p>쿠키에 동의하고 계속하시겠습니까? 동의 없이는 볼 수 없습니다.</p>",
            "consent",
        ),
        (
            "<p>이 정보는 19세 미만의 청소년이 이용할 수 없습니다. 본인 인증이 필요합니다.</p>",
            "age",
        ),
        (
            "<h1>안내</h1><p>요청하신 페이지를 찾을 수 없습니다. 주소를 다시 확인해 주세요.</p>",
            "gone",
        ),
        ("<p>삭제되었거나 존재하지 않는 기사입니다.</p>", "gone"),
        (
            "<p>이 기사는 유료 회원 전용 기사입니다. 구독하시면 전문을 볼 수 있습니다.</p>",
            "subscribers",
        ),
        ("<noscript></noscript><p>자바스크립트를 활성화해야 볼 수 있습니다.</p>", "JavaScript"),
        ("<title>Just a moment...</title><p>Checking your browser</p>", "robot"),
        ("<p>Nothing in Korean here.</p>", "no Korean text"),
        ("<script>var a = 1;</script><div id=root></div>", "outside its scripts"),
        (f"<ul>{pages._RELATED}</ul>", "list of headlines"),
        (f"<h2>지역</h2>{_UNITS}", "list of headlines"),
        ("<script>alert('존재하지 않는 기사입니다.');history.back()</script>", "gone"),
        ("<p>해당 기사는 언론사의 요청으로 비공개 처리되었습니다.</p>", "gone"),
        (
            "<h1>서비스 점검 중입니다</h1><p>더 나은 서비스를 위해 애쓰고 있습니다.</p>",
            "maintained",
        ),
        ("<p>이 게시판은 회원만 볼 수 있습니다. 로그인해 주세요.</p>", "login"),
        ("<frameset><frame src='top.html'><frame src='main.html'></frameset>", "open main.html"),
        ("<meta http-equiv=refresh content='0;url=https://m.example.com/1'>", "open https://m"),
        ("<iframe id=mainFrame src='/PostView.naver?no=1'></iframe>", "open /PostView.naver"),
        (f"<h1>{pages.TITLE}</h1><video></video><p>입력 2024.05.12 09:30</p>{_MENU}", "picture or"),
        (f"<title>Gaon water prices</title><h1>Gaon water prices</h1>{_MENU}", "not in Korean"),
        (
            f"<h3>{pages.TITLE}</h3><p>담당 부서 도서관과</p><a href='1.hwpx'>내려받기</a>",
            "attached document",
        ),
    ],
)
def test_pages_without_an_article_say_what_they_are(html: str, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        extract_html(f"<html><body>{html}</body></html>")
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_an_article_above_a_list_of_others_is_none_itself() -> None:
    html = f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1>{pages._p(*pages.PARAGRAPHS[:3])}"
    article = extract_html(f"<div>{html}<h3>지난 칼럼</h3>{_UNITS}</div>")
    assert _paragraphs(article)[:3] == list(pages.PARAGRAPHS[:3])


def test_front_page_with_one_story_above_all() -> None:
    top = f"<h1><a href='/news/20240512001'>{pages.TITLE}</a></h1>{pages._p(*pages.PARAGRAPHS[:2])}"
    html = f"<title>가온일보</title><div>{top}</div><ul>{pages._RELATED}</ul>"
    for page in (html, html.replace("<title>", f"<title>{pages.TITLE} - ")):
        with pytest.raises(SourceError, match="list of headlines"):
            extract_html(page, url="https://www.example.com/")
        # Boards link the title of an article to itself.
        assert extract_html(page, url="https://www.example.com/news/20240512001").blocks


def _generic(title: str, *lines: str) -> list[tuple[str, str]]:
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = extract_html(f"<title>{title}</title><h1>{title}</h1><div>{body}</div>")
    return [(block.kind, block.text) for block in article.blocks]


def test_broadcasters_speakers_and_credits() -> None:
    blocks = _generic(
        "헌책 도서관이 문을 열었다",
        "◀ 앵커 ▶",
        pages.PARAGRAPHS[0],
        "◀ 리포트 ▶",
        pages.PARAGRAPHS[1],
        "MBC뉴스 윤새봄입니다.",
        "영상취재: 한누리 / 영상편집: 두리",
        "MBC 뉴스는 24시간 여러분의 제보를 기다립니다.",
    )
    kinds = [kind for kind, _ in blocks]
    assert kinds == ["title", "subheading", "paragraph", "subheading", "paragraph", "paragraph"]


def test_speakers_of_a_discussion_are_not_bylines() -> None:
    blocks = _generic(
        "도서관을 말하다", pages.PARAGRAPHS[0], "윤새봄 변호사", *pages.PARAGRAPHS[1:3]
    )
    assert ("subheading", "윤새봄 변호사") in blocks


def test_opinion_is_signed_at_its_end() -> None:
    body = "<br><br>".join((*pages.PARAGRAPHS, "윤새봄 가온대 문헌정보학과 교수"))
    article = extract_html(f"<title>[시론] 책의 계절이 왔다</title><div>{body}</div>")
    assert [(one.name, one.role) for one in article.bylines] == [("윤새봄", "교수")]
    assert _paragraphs(article) == list(pages.PARAGRAPHS)


def test_notice_of_appointments_has_no_sentences() -> None:
    blocks = _generic(
        "[인사] 가온시청", "◇ 국장급 승진", "▲ 기획국장 윤새봄 ▲ 재정국장 한누리 ▲ 문화국장 하늬보",
        "◇ 과장급 전보", "▲ 총무과장 두리봄 ▲ 회계과장 아라솔 ▲ 공원과장 마루한",
    )  # fmt: skip
    assert ("paragraph", "▲ 기획국장 윤새봄 ▲ 재정국장 한누리 ▲ 문화국장 하늬보") in blocks
    notice = (
        "◇ 3급 승진 ▲ 기획실장 윤새봄 ▲ 재정실장 한누리",
        "◇ 4급 전보 ▲ 문화과장 하늬보 ▲ 도로과장 두리봄",
    )
    assert _generic("[인사] 가온시청", *notice)[1:] == [("paragraph", one) for one in notice]


def test_lines_of_a_form_are_no_headings() -> None:
    form = ("□ (대상) 헌책을 가진 가온시민", "■ 진행 : 윤새봄")
    blocks = _generic("헌책 도서관이 문을 열었다", *form, *pages.PARAGRAPHS)
    assert [kind for kind, text in blocks if text in form] == ["paragraph"] * 2


def test_what_stands_behind_the_last_sentence() -> None:
    blocks = _generic(
        "[날씨] 내일 전국 맑음",
        *pages.PARAGRAPHS,
        "▲ 가온 : [맑음, 구름많음] (7∼21) <0, 10>",
        "그래픽=한누리",
        "이 기사는 인공지능(AI) 기술을 활용해 작성됐으며 편집자가 살폈습니다.",
        "이 뉴스는 기업이 뉴스와이어를 통해 배포한 보도자료입니다.",
    )
    assert [text for _, text in blocks[len(pages.PARAGRAPHS) + 1 :]] == [
        "▲ 가온 : [맑음, 구름많음] (7∼21) <0, 10>"
    ]


def test_captions_without_a_name_beside_their_pictures() -> None:
    """One between title and text, one that only its ending tells; and what no page should say."""
    above = "<div><img><div>도서관에 꽂힌 헌책. /뉴스1</div></div>"
    inside = "<div align=center><img></div><div align=center>주민들이 책을 고치고 있다</div>"
    text = pages._p(*pages.PARAGRAPHS[:2]) + inside + pages._p(*pages.PARAGRAPHS[2:])
    asking = "<p>후원 계좌: 가온은행 000-00</p><p>가온일보의 소식을 메일로 받아 보세요.</p>"
    article = extract_html(f"<h1>{pages.TITLE}</h1>{above}<div>{text}{asking}</div>")
    assert [block.text for block in article.blocks if block.kind == "caption"] == [
        "도서관에 꽂힌 헌책. /뉴스1",
        "주민들이 책을 고치고 있다",
    ]
    assert _paragraphs(article) == list(pages.PARAGRAPHS)


def test_northern_agency() -> None:
    html = (
        "<title>조선중앙통신 | 기사</title>"
        '<div class="article-main-title">새 도서관이 준공되였다</div>'
        '<div class="article-content-body"><div class="content-wrapper">'
        "<p>(평양 5월 12일발 조선중앙통신)</p>"
        f'<p>{pages.PARAGRAPHS[0]}</p></div><p class="publish-time">주체113(2024).5.12.</p></div>'
    )
    article = extract_html(html, url="http://www.kcna.kp/kp/article/q/1.kcmsf")
    assert article.title == "새 도서관이 준공되였다"
    assert (article.dateline, article.agency) == ("평양", "조선중앙통신")
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-12T00:00:00+09:00"


def test_hidden_text_of_another_article_is_not_taken() -> None:
    other = "".join(f"<p>{pages.PARAGRAPHS[1]}</p>" for _ in range(9))
    html = (
        f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><div><p>{pages.PARAGRAPHS[0]}</p>"
        f'<p>{pages.PARAGRAPHS[2]}</p></div><script>x={{"content": {json.dumps(other)}}}</script>'
    )
    assert _paragraphs(extract_html(html)) == [pages.PARAGRAPHS[0], pages.PARAGRAPHS[2]]


def test_paid_article_is_marked_as_the_start_only() -> None:
    facts = json.dumps(
        {"@type": "NewsArticle", "headline": pages.TITLE, "isAccessibleForFree": False}
    )
    html = (
        f'<script type="application/ld+json">{facts}</script><h1>{pages.TITLE}</h1>'
        f"<div><p>{pages.PARAGRAPHS[0]}</p><p>{pages.PARAGRAPHS[1]}</p></div>"
    )
    assert any("subscribers" in note for note in extract_html(html).extraction.notes)


def test_marked_words_stay_in_their_sentences() -> None:
    first = pages.PARAGRAPHS[0].replace("도서관", '<a class="keyword" href="/tag">도서관</a>')
    blocks = _generic("헌책 도서관이 문을 열었다", first, *pages.PARAGRAPHS[1:3])
    assert [text for kind, text in blocks if kind == "paragraph"] == list(pages.PARAGRAPHS[:3])


def test_text_hidden_on_small_screens_only_is_read() -> None:
    body = "".join(f'<p class="hidden md:block">{one}</p>' for one in pages.PARAGRAPHS)
    hidden = '<p class="hidden">이 문장은 아무에게도 보이지 않는다.</p>'
    article = extract_html(
        f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><div>{body}{hidden}</div>"
    )
    assert _paragraphs(article) == list(pages.PARAGRAPHS)
