# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""Pages in the markup of Korean outlets, with sentences, people and outlets of our own.

Each builder returns the HTML of one page about the same invented event, so that every layout must
give the same title, subtitles, captions and paragraphs.
"""

import json

TITLE = '가온시, 헌책 도서관 열었다…"책 한 권이 골목을 바꾼다"'
SUBTITLES = ("폐교 고쳐 장서 삼만 권 갖춰", "주민이 직접 서가 운영")
PARAGRAPHS = (
    "가온시가 십 년 동안 비어 있던 초등학교를 고쳐 헌책만 모은 도서관을 12일 열었다.",
    "시는 지난해 봄부터 주민들에게서 책을 모았다. 석 달 만에 삼만 권이 넘는 책이 들어왔고, 그중에는"
    " 백 년 가까이 된 교과서도 있었다.",
    "도서관은 대출증이 없다. 누구나 한 권을 두고 가면 한 권을 가져갈 수 있다.",
    '하늬보 시장은 "책이 오가는 동안 사람도 오간다"며 "골목마다 이런 곳을 하나씩 만들겠다"고'
    " 말했다.",
    "개관 첫날에는 주민 이백여 명이 찾았다. 운동장에서는 낡은 책을 수선하는 법을 배우는 자리도"
    " 열렸다.",
    "시는 내년까지 같은 방식의 도서관을 두 곳 더 열 계획이다.",
)
CAPTION = "12일 문을 연 가온시 헌책 도서관에서 주민들이 책을 고르고 있다."
SUBHEADING = "빌리지 않고 바꿔 읽는다"
REPORTER = "윤새봄"
MAIL = "saebom@example.com"
PUBLISHED = "2024-05-12T09:30:00+09:00"
MODIFIED = "2024-05-12T11:05:00+09:00"

_NAVIGATION = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("정치", "경제", "사회"))
_RELATED = "".join(
    f'<li><a href="/{number}">다른 마을 소식 {number}번이 여기에 놓였다고 한다.</a></li>'
    for number in range(1, 9)
)
FURNITURE = ("다른 마을 소식", "무단전재", "많이 본", "구독", "카카오톡", "글자크기", "제보")


def _page(head: str, body: str, *, charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html lang="ko"><head><meta charset="{charset}">{head}</head><body>'
        f'<header><ul class="gnb">{_NAVIGATION}</ul></header>{body}'
        "<footer><p>가온일보 서울시 어딘가 1길 발행인 아무개. 이 사이트의 모든 글은 보호를 받습니다.</p>"
        "<p>ⓒ 가온일보 무단전재 및 재배포 금지</p></footer></body></html>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _meta(*, site: str = "가온일보", times: bool = False) -> str:
    head = (
        f"<title>{TITLE} | {site}</title>"
        f'<meta property="og:title" content="{_escaped(TITLE)} - {site}">'
        f'<meta property="og:site_name" content="{site}">'
        '<meta property="og:image" content="https://img.example.com/1.jpg">'
    )
    if times:
        head += (
            f'<meta property="article:published_time" content="{PUBLISHED}">'
            f'<meta property="article:modified_time" content="{MODIFIED}">'
        )
    return head


def _p(*texts: str, name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return "".join(f"<p{attribute}>{text}</p>\n" for text in texts)


def yonhap() -> str:
    """연합뉴스: paragraphs, an aside with advertisements, "(끝)" and what follows it."""
    first = f"(가온=연합뉴스) {REPORTER} 기자 = {PARAGRAPHS[0]}"
    return _page(
        _meta(site="연합뉴스"),
        f'<div class="title-article01"><h1 class="tit01">{TITLE}</h1>'
        f'<p class="update-time" data-published-time="2024-05-12 09:30">송고시간 2024-05-12 09:30</p>'
        '</div><div class="tit-sub">'
        + "".join(f'<h2 class="tit01">{one}</h2>' for one in SUBTITLES)
        + f'</div><div class="txt-con"><strong class="tit-name"><a>{REPORTER}</a></strong>기자 페이지'
        '</div><div class="content01 scroll-article-zone01"><div class="story-news article">'
        '<div class="image-zone01"><figure><img src="1.jpg"><button>이미지 확대</button><figcaption>'
        f'<strong class="tit-cap">문 연 도서관</strong><p class="txt-desc">{CAPTION}</p>'
        "</figcaption></figure></div>"
        + _p(first, *PARAGRAPHS[1:3])
        + '<aside class="ads"><p>광고</p><p>이 자리는 광고를 위한 자리라고 적혀 있다.</p></aside>'
        + _p(*PARAGRAPHS[3:], MAIL, "(끝)")
        + '<p class="txt-copyright">&lt;저작권자(c) 연합뉴스, 무단 전재-재배포, AI 학습 및 활용 금지&gt;'
        f'</p><p>2024/05/12 09:30 송고</p></div></div><div class="related"><ul>{_RELATED}</ul></div>',
    )


def newsis() -> str:
    """뉴시스: bare text between line breaks, captions printed twice with addresses."""
    caption = f"[가온=뉴시스]{CAPTION} (사진=가온시 제공) 2024.05.12."
    photo = (
        '<table class="article_photo center"><tr><td class="img"><img src="1.jpg"></td></tr>'
        f"<tr><td>{caption} photo@example.com <em>*재판매 및 DB 금지</em></td></tr></table>"
    )
    text = "<br>\n<br>\n".join((f"[가온=뉴시스]{REPORTER} 기자 = {PARAGRAPHS[0]}", *PARAGRAPHS[1:]))
    return _page(
        _meta(site="뉴시스"),
        f'<div class="articleView"><div class="view"><div class="top"><h1 class="tit title_area">{TITLE}'
        '</h1></div><p class="infoLine"><span class="txt">등록 2024.05.12 09:30:00</span>'
        "<span>수정 2024.05.12 11:05:00</span></p>"
        f'<div class="viewer"><div class="summury">{"<br>".join(SUBTITLES)}</div><article>{photo}'
        f'{photo}<br>{text}<br><br><p class="copyright">◎공감언론 뉴시스 [email&#160;protected]</p>'
        f"</article></div></div></div><div><h3>많이 본 기사</h3><ul>{_RELATED}</ul></div>",
    )


def naver() -> str:
    """네이버뉴스 since 2021: subtitle, caption table and text without borders between them."""
    text = "<br><br>".join(PARAGRAPHS[1:])
    return _page(
        f"<title>{TITLE}</title>"
        f'<meta property="og:title" content="{_escaped(TITLE)}">'
        '<meta property="og:article:author" content="가온일보 | 네이버">',
        '<div class="newsct"><div class="media_end_head"><div class="media_end_head_top">'
        '<a class="media_end_head_top_logo"><img title="가온일보" alt="가온일보"></a></div>'
        f'<h2 id="title_area" class="media_end_head_headline"><span>{TITLE}</span></h2>'
        '<div>입력<span class="_ARTICLE_DATE_TIME" data-date-time="2024-05-12 09:30:00">'
        '2024.05.12. 오전 9:30</span>수정<span class="_ARTICLE_MODIFY_DATE_TIME"'
        ' data-modify-date-time="2024-05-12 11:05:00">2024.05.12. 오전 11:05</span>'
        f'<em class="media_end_head_journalist_name">{REPORTER} 기자</em></div></div>'
        '<div id="contents"><div id="newsct_article"><article id="dic_area">'
        f'<strong class="media_end_summary">{"<br>".join(SUBTITLES)}</strong>{PARAGRAPHS[0]}<br><br>'
        f'<table class="nbd_table"><tr><td><img src="1.jpg"></td></tr><tr><td>{CAPTION}</td></tr>'
        f"</table>{text}<br><br>{REPORTER} 기자 {MAIL}</article></div>"
        '<div class="byline"><p class="byline_p"><span class="byline_s">'
        f'{REPORTER} 기자 {MAIL}</span></p></div><div class="copyright"><p>Copyright ⓒ 가온일보. '
        "All rights reserved. 무단 전재 및 재배포 금지.</p></div>"
        "<p>기사의 섹션 정보는 해당 언론사의 분류를 따르고 있습니다.</p></div></div>",
    )


def naver_old() -> str:
    """네이버뉴스 to 2021, in EUC-KR: byline glued to the last sentence, links of the outlet below."""
    text = "<br><br>".join(PARAGRAPHS)
    return _page(
        f'<title>{TITLE} : 네이버 뉴스</title><meta property="og:title" content="{_escaped(TITLE)}">'
        '<meta property="og:article:author" content="가온일보 | 네이버">',
        f'<div class="article_header"><div class="article_info"><h3 id="articleTitle">{TITLE}</h3>'
        '<div class="sponsor">기사입력 <span class="t11">2024.05.12. 오전 9:30</span>'
        ' 최종수정 <span class="t11">2024.05.12. 오전 11:05</span></div></div></div>'
        '<div id="articleBody"><div id="articleBodyContents"><script>var a = "다.";</script>'
        f'<strong class="media_end_summary">{"<br>".join(SUBTITLES)}</strong>'
        f'<span class="end_photo_org"><img src="1.jpg"><em class="img_desc">{CAPTION}</em></span>'
        f"{text}{REPORTER}기자 {MAIL}<br><br><a>가온일보 채널 구독</a> / <a>뉴스스탠드 구독</a><br><br>"
        "▶ <a>당신의 제보를 기다립니다</a></div></div>",
        charset="euc-kr",
    )


def donga_2013() -> str:
    """동아일보 2013: bare text, a caption in a span, a box of links within, markup in an iframe."""
    head, tail = "<br><br>".join(PARAGRAPHS[:2]), "<br><br>".join(PARAGRAPHS[2:])
    return _page(
        _meta(site="동아닷컴"),
        f'<div class="article_title"><h1>{TITLE}</h1><div class="title_foot"><span class="date">'
        '기사입력 2024-05-12 09:30:00</span> <span class="date2">기사수정 2024-05-12 11:05:00</span>'
        f'</div></div><div class="article_txt"><h2 class="sub_tit">{"<br>".join(SUBTITLES)}</h2>'
        f'<div class="articlePhotoC"><span class="p"><img src="1.jpg"></span><span class="t">{CAPTION}'
        f'</span></div>{head}<div class="article_relation"><strong>관련기사</strong><ul>{_RELATED}</ul>'
        "</div><br><br><iframe><a href=x>광고 문구가 여기 들어 있다.</a></iframe>"
        f'{tail}<br><br>{REPORTER} 기자 {MAIL}<div class="article_footer">ⓒ 동아일보 &amp; donga.com, '
        "무단 전재 및 재배포 금지</div></div>",
    )


def script_state() -> str:
    """한국일보 January 2026: nothing in the markup, the body is HTML in a script's state."""
    html = "".join(f'<p class="editor-p">{one}</p>' for one in PARAGRAPHS)
    html = (
        f'<div class="editor-img-box"><img><div class="caption"><p>{CAPTION}</p></div></div>{html}'
    )
    html += '<p class="editor-p"><br></p>'
    state = json.dumps(
        {
            "queries": [
                {"data": {"title": TITLE, "subTitle": "<br>".join(SUBTITLES), "contentHtml": html}}
            ]
        }
    )
    state = state.replace("<", "\\u003c").replace(">", "\\u003e")
    return _page(
        _meta(site="한국일보", times=True),
        f'<div id="root"><h1>{TITLE}</h1></div><script>window.__STATE__ = {state};</script>',
    )


def arc() -> str:
    """조선일보 (Arc): one element of the state for each paragraph, and JSON-LD."""
    elements = [{"type": "text", "content": one} for one in PARAGRAPHS]
    state = json.dumps({"content_elements": elements, "headlines": {"basic": TITLE}})
    facts = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
        "datePublished": "2024-05-12T00:30:00.000Z", "dateModified": "2024-05-12T02:05:00.000Z",
        "author": [{"@type": "Person", "name": REPORTER}],
    }  # fmt: skip
    return _page(
        f'<title>{TITLE} - 조선일보</title><script type="application/ld+json">{json.dumps(facts)}'
        f"</script><script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={state};</script>",
        '<div id="fusion-app"></div>',
    )


def pushed_state() -> str:
    """Next.js streaming: the state is a string of JSON in calls of ``self.__next_f.push``."""
    html = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    inner = json.dumps({"article": {"contentHtml": html}}, ensure_ascii=False)
    return _page(
        _meta(times=True),
        f"<main></main><script>self.__next_f.push([1,{json.dumps('5:' + inner)}])</script>",
    )


def broadcaster() -> str:
    """A broadcaster's script with speakers, and its credit line."""
    return _page(
        _meta(site="KBS 뉴스"),
        f'<h4 class="headline-title">{TITLE}</h4><div class="dates"><em class="input-date">입력 2024.05.12 '
        '(09:30)</em><em class="edit-date">수정 2024.05.12 (11:05)</em></div>'
        '<div class="detail-body font-size" id="cont_newstext">'
        f"[앵커]<br><br>{PARAGRAPHS[0]}<br><br>{REPORTER} 기자입니다.<br><br>[리포트]<br><br>"
        + "<br><br>".join(PARAGRAPHS[1:])
        + "<br><br>촬영기자:한별/영상편집:두리</div>"
        '<div class="news-tip"><p>■ 제보하기<br>▷ 카카오톡 : 가온제보 검색</p></div>',
    )


def ndsoft() -> str:
    """The content system of local papers, skin of 2024."""
    return _page(
        _meta(site="가온신문", times=True),
        '<div id="article-view"><header class="article-view-header"><nav>홈 &gt; 사회</nav>'
        f'<h1 class="heading">{TITLE}</h1><ul class="infomation"><li><i></i>{REPORTER} 기자</li>'
        "<li><i></i>입력 2024.05.12 09:30</li><li>수정 2024.05.12 11:05</li><li>댓글 0</li></ul></header>"
        f'<div class="article-view-page"><h2 class="subheading">{"<br>".join(SUBTITLES)}</h2>'
        '<article id="article-view-content-div" itemprop="articleBody"><figure class="photo-layout">'
        f'<img src="1.jpg"><figcaption>{CAPTION}</figcaption></figure>'
        + _p(*PARAGRAPHS[:3])
        + '<div class="ad-template"><div>AD</div></div>'
        + _p(*PARAGRAPHS[3:])
        + '</article><div class="view-copyright">저작권자 © 가온신문 무단전재 및 재배포 금지</div>'
        f'<article class="view-editors"><strong class="name">{REPORTER} 기자</strong>{MAIL}</article>'
        f'<h4>관련기사</h4><ul class="relation">{_RELATED}</ul></div></div>',
    )


def unknown_wrapped() -> str:
    """An outlet nobody knows: each paragraph in a box of its own, with boxes between."""
    boxes = "".join(f'<div class="blk"><p>{one}</p></div>' for one in PARAGRAPHS[:3])
    more = "".join(f'<div class="blk"><p>{one}</p></div>' for one in PARAGRAPHS[3:])
    return _page(
        _meta(times=True),
        f'<main><article><h1>{TITLE}</h1><div class="deck">{"<br>".join(SUBTITLES)}</div>'
        f'<p class="when">입력 2024.05.12. 09:30 수정 2024.05.12. 11:05</p><p>{REPORTER} 기자</p><div>'
        f'<figure><img src="1.jpg"><figcaption>{CAPTION}</figcaption></figure>{boxes}'
        f'<div class="newsletter-box"><p>매일 아침 소식을 편지로 보내 드립니다.</p><button>구독</button></div>'
        f"<h3>{SUBHEADING}</h3>{more}"
        f'<div class="related-news"><h4>관련기사</h4><ul>{_RELATED}</ul></div></div></article>'
        '<section class="comments"><p>저는 이 소식이 참 반갑습니다. 우리 동네에도 생기면 좋겠어요.</p>'
        "</section></main>",
    )


def unknown_table() -> str:
    """A page of the 2000s: tables, fonts, one cell for everything, no metadata but a title."""
    text = "<br><br>&nbsp;".join(PARAGRAPHS)
    return (
        f"<html><head><title>가온일보 :: {TITLE}</title></head><body><table><tr><td><a>홈</a> <a>정치</a>"
        f"</td></tr><tr><td><font size=5><b class=tit>{TITLE}</b></font></td></tr><tr><td align=right>"
        f"기사입력 :[ 2024-05-12 09:30 ]</td></tr><tr><td><table align=left><tr><td><img src=1.jpg></td>"
        f"</tr><tr><td>{CAPTION}</td></tr></table>&nbsp;{text}<br><br>&lt;{REPORTER} 기자/{MAIL}&gt;"
        "<br>&lt;저작권자ⓒ가온일보사. 무단전재-재배포 금지&gt;</td></tr><tr><td>"
        f"<ul>{_RELATED}</ul></td></tr></table></body></html>"
    )


def unknown_short_lines() -> str:
    """Single line breaks for the width of a screen within paragraphs, double ones between."""

    def wrapped(text: str) -> str:
        words, lines = text.split(), [""]
        for word in words:
            if len(lines[-1]) > 26:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        return "<br>\n".join(lines)

    text = "<br>\n<br>\n".join(wrapped(one) for one in PARAGRAPHS)
    return _page(_meta(times=True), f'<h2>{TITLE}</h2><div class="txt">{text}</div>')


LAYOUTS = {
    "https://www.yna.co.kr/view/AKR20240512000100001": yonhap,
    "https://www.newsis.com/view/NISX20240512_0000000001": newsis,
    "https://n.news.naver.com/mnews/article/999/0000000001": naver,
    "https://news.naver.com/main/read.nhn?oid=999&aid=0000000001": naver_old,
    "https://www.donga.com/news/article/all/20240512/1/1": donga_2013,
    "https://www.hankookilbo.com/News/Read/A2024051200000000001": script_state,
    "https://www.chosun.com/national/2024/05/12/AAAA/": arc,
    "https://pushed.example.com/news/1001": pushed_state,
    "https://news.kbs.co.kr/news/view.do?ncd=1000001": broadcaster,
    "https://www.gaonnews.example.com/news/articleView.html?idxno=1001": ndsoft,
    "https://www.example.com/news/1001": unknown_wrapped,
    "https://old.example.com/news/1001": unknown_table,
    "https://wrapped.example.com/news/1001": unknown_short_lines,
}
