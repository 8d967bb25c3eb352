# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""Pages as Korean outlets laid them out in 2025 and 2026, each with what must be read from it.

The markup follows structure notes of public readers and crawlers (January and October 2026), named
in the rule files; people, places and sentences are invented here.
"""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """A page and its article. ``text`` are the lines of the body in reading order: paragraphs, and
    with a mark before them ``#`` headings, ``-`` rows and items of lists.
    """

    url: str
    html: str
    title: str
    text: tuple[str, ...]
    subtitles: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None


TITLE = '가람국·나래국, 강물 나눠 쓰기 합의…"십 년 다툼 끝냈다"'
SUBTITLES = ("물길 관리 공동위원회 두기로", "내년 우기 전 첫 방류")
TEXT = (
    "가람국과 나래국이 국경을 흐르는 누리강의 물을 나눠 쓰기로 3일(현지시간) 합의했다.",
    "두 나라 외교장관은 이날 나래국 수도에서 만나 공동 성명을 냈다고 현지 매체 '누리 타임스'(Nuri Times)가 보도했다.",
    '솔빛 나래국 외교장관은 "강은 국경을 모른다"면서 "이제 다툼은 끝났다"고 강조했다.',
    "합의문에 따르면 두 나라는 ▲ 수위 자료 공유 ▲ 공동위원회 설치 ▲ 분기별 점검 등을 하게 된다.",
    "앞서 두 나라는 2016년부터 상류 댐을 두고 갈등을 빚어왔다. 세계은행(World Bank)이 중재에 나선 바 있다.",
    "다만 구체적인 방류량은 정해지지 않았다.",
)
CAPTION = "3일 나래국 수도에서 악수하는 두 나라 외교장관"
RELATED = "".join(
    f'<li><a href="/a/{n}">강 건너 마을의 다른 소식 {n}번을 전해 드린다고 했다.</a></li>'
    for n in range(7)
)
SHARE = (
    '<div class="sns_wrap"><button>페이스북</button><button>X(트위터)</button><a href="#">카카오톡</a>'
    "<button>URL복사</button><p>URL이 복사되었습니다.</p><span>글자크기</span><button>가</button></div>"
)
GNB = '<nav><ul><li><a href="/p">정치</a></li><li><a href="/w">국제</a></li></ul></nav>'
FOOT = (
    "<footer><p>가온빌딩 3층 발행인 아무개 청소년보호책임자 아무개. 이 사이트의 글은 보호를 받습니다.</p>"
    "<p>Copyright ⓒ 2026 All rights reserved. 무단 전재 및 재배포 금지</p></footer>"
)


def page(site: str, body: str, *, title: str = TITLE, head: str = "") -> str:
    """A whole page of ``site`` around ``body``."""
    quoted = title.replace('"', "&quot;")
    return (
        f'<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{title} | {site}</title>'
        f'<meta property="og:title" content="{quoted}"><meta property="og:site_name" content="{site}">'
        f"{head}</head><body>{GNB}{body}{FOOT}</body></html>"
    )


def ps(*texts: str, name: str = "") -> str:
    """Paragraphs."""
    return "".join(f'<p class="{name}">{one}</p>' if name else f"<p>{one}</p>" for one in texts)


def breaks(*texts: str) -> str:
    """Text between line breaks."""
    return "<br><br>".join(texts)


def led(lead: str) -> tuple[str, ...]:
    """The text with ``lead`` before its first sentence."""
    return (f"{lead}{TEXT[0]}", *TEXT[1:])


CASES: list[Case] = []


def add(url: str, html: str, **expected: Any) -> None:
    """Keep a case whose fields differ from the common article's in ``expected`` only."""
    CASES.append(Case(url, html, **{"title": TITLE, "text": TEXT, **expected}))


add(
    "https://www.yonhapnewstv.co.kr/news/AKR20260106000001",
    page(
        "연합뉴스TV",
        '<div class="article-inheader"><h3><a>세계</a></h3>'
        f'<h2>{TITLE}</h2><div class="reporter-info"><span>입력 2026-01-06 16:21:55</span><span>수정 2026-01-06 17:02:10</span></div></div>{SHARE}'
        f'<div class="article-body"><div class="article-body-text"><div class="ynaobject ynaimage"><img class="yna_img"><div class="yna_caption">{CAPTION} [로이터=연합뉴스 제공]</div></div>'
        f'{breaks(*TEXT)}<br><br>#누리강 #외교 #물<br><br>연합뉴스TV 기사문의 및 제보 : 카톡/라인 jebo23<br><br>한가람(garam@example.com)</div></div>'
        f'<div class="article-keyword"><ul><li><a>#누리강</a></li></ul></div><div class="reporter-name"><span>한가람</span></div><div class="rank"><ul>{RELATED}</ul></div>',
    ),
    captions=(f"{CAPTION} [로이터=연합뉴스 제공]",),
    bylines=("한가람",),
    published="2026-01-06T16:21:55", modified="2026-01-06T17:02:10", outlet="연합뉴스TV",
)  # fmt: skip
add(
    "https://www.mbn.co.kr/news/world/5000001",
    page(
        "MBN 뉴스",
        f'<div class="title_box"><div class="section">뉴스 &gt; 국제</div><h1>{TITLE}</h1><div class="txt_box"><span class="time">기사입력 2026-01-06 13:59 l 최종수정 2026-01-06 14:16</span></div></div>{SHARE}'
        f'<div id="newsViewArea" itemprop="articleBody"><div class="center_img"><img><div class="cap">{CAPTION} / 사진=가온시 제공</div></div>'
        f'{breaks(*TEXT)}<br><br>[ 한가람 기자 / garam@example.com ]<br><br><div class="news_ad"><p>화제 뉴스</p><ul>{RELATED}</ul></div>'
        "< Copyright ⓒ MBN(매일방송) 무단전재 및 재배포 금지 ></div>",
    ),
    captions=(f"{CAPTION} / 사진=가온시 제공",),
    bylines=("한가람",),
    published="2026-01-06T13:59", modified="2026-01-06T14:16", outlet="MBN",
)  # fmt: skip
add(
    "https://news.tvchosun.com/site/data/html_dir/2026/01/06/2026010690001.html",
    page(
        "TV조선 뉴스",
        f'<div class="view-title"><div class="category"><span><a>국제</a></span></div><h2 class="title">{TITLE}</h2><div class="editor"><div class="name-box"><a class="reporter">한가람 기자</a><a class="department">국제부</a></div>'
        f'<div class="date"><ul><li><p>등록: 2026.01.06 오후 17:25</p></li><li><p>수정: 2026.01.06 오후 18:01</p></li></ul></div></div></div>{SHARE}'
        f'<div class="item-main"><div class="contents"><div class="img-box"><img><span class="description">{CAPTION} /AP 연합뉴스</span></div><div class="text-box"><p>{breaks(*TEXT)}</p></div></div></div>'
        "<p>Copyrights ⓒ TV조선. 무단전재 및 재배포 금지</p><p>제보하기</p><ul><li>* 뉴스제보 : 이메일(tvchosun@example.com), 카카오톡(tv조선제보)</li></ul>"
        f'<div class="more"><ul>{RELATED}</ul></div>',
    ),
    captions=(f"{CAPTION} /AP 연합뉴스",),
    bylines=("한가람",),
    published="2026-01-06T17:25", modified="2026-01-06T18:01", outlet="TV조선",
)  # fmt: skip
add(
    "https://ichannela.com/news/detail/000000500001.do",
    page(
        "채널A 뉴스",
        f'<div class="news_article_title"><h2><span class="title">{TITLE}</span></h2></div><div class="public"><span class="cata">국제</span><span class="date">2026-01-06</span><span class="time">16:46</span></div>{SHARE}'
        f'<div class="news_page_txt">{breaks(*TEXT)}<br><br>한가람 기자 garam@example.com</div><div class="copy">Copyright Ⓒ 채널A. All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</div>'
        f'<div class="rec"><strong>시청자 의견</strong><ul>{RELATED}</ul></div>',
    ),
    bylines=("한가람",),
    published="2026-01-06T16:46", outlet="채널A",
)  # fmt: skip
add(
    "https://www.asiae.co.kr/article/world/2026010610540000001",
    page(
        "아시아경제",
        f'<div class="area_title"><div class="lc"><a class="btn_title">국제</a></div><h1>{TITLE}</h1><div class="date_box"><p>입력 2026.01.06 10:54</p><p>수정 2026.01.06 11:20</p></div></div>{SHARE}'
        f'<div class="article_head"><h4>{SUBTITLES[0]}</h4><h4>{SUBTITLES[1]}</h4></div><div class="cont_sub"><div class="article" id="txt_area"><div class="article_photo"><img><p class="txt">{CAPTION}. 로이터연합뉴스</p><a class="btn_zoom">원본보기 아이콘</a></div>'
        + "".join(f'<p data-alda-marking>{one}</p>' for one in TEXT)
        + f'<div class="google_ad">광고</div><p class="e_article">한가람 기자 garam@example.com</p></div></div><p class="txt_prohibition">&lt;ⓒ투자가를 위한 경제콘텐츠 플랫폼, 아시아경제(www.asiae.co.kr) 무단전재 배포금지&gt;</p>'
        f'<div class="reporter"><p><strong>한가람</strong> 기자</p><button>구독</button></div><div class="box"><h3>지금 뜨는 뉴스</h3><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. 로이터연합뉴스",), bylines=("한가람",),
    published="2026-01-06T10:54", modified="2026-01-06T11:20", outlet="아시아경제",
)  # fmt: skip
add(
    "https://www.kmib.co.kr/article/view.asp?arcid=0020000001",
    page(
        "국민일보",
        f'<div class="article_header"><div class="breadcrumb"><a>시사</a><a>국제</a></div><h1 class="article_headline">{TITLE}</h1><div class="datetime"><div>입력:2026-01-06 14:00</div><div>수정:2026-01-06 15:30</div></div></div>{SHARE}'
        f'<div class="article_content"><div id="articleBody" class="article_body"><div class="article_body_img"><figure><img><figcaption>{CAPTION}. AP뉴시스</figcaption></figure></div>'
        f'{TEXT[0]}<br/><br/>{TEXT[1]}<br/><br/><div class="article_recommend"><h4>이 기사와 함께 보면 좋은 기사</h4><ul>{RELATED}</ul></div>{breaks(*TEXT[2:])}<br/><br/>한가람 기자 garam@example.com<br/><br/></div></div>'
        "<p>GoodNews paper ⓒ 국민일보(www.kmib.co.kr), 무단전재 및 수집, 재배포 및 AI학습 이용 금지</p>",
    ),
    captions=(f"{CAPTION}. AP뉴시스",), bylines=("한가람",),
    published="2026-01-06T14:00", modified="2026-01-06T15:30", outlet="국민일보",
)  # fmt: skip
add(
    "https://www.munhwa.com/article/11500001",
    page(
        "문화일보",
        f'<div class="article-header"><div class="section-title"><a class="depth1">국제</a><a class="depth2">유럽</a></div><h1 class="title">{TITLE}</h1><div class="byline"><div class="writer"><span><a>한가람 기자</a></span><span><a>노을 기자</a></span></div><div class="date-publish">입력 2026-01-05 23:24</div><div class="date-modify">수정 2026-01-06 08:10</div></div></div>{SHARE}'
        f'<div class="article-subtitle">{ps(*SUBTITLES)}</div><div id="article-body" class="article-body"><div class="article-photo-wrap"><figure class="article-img"><img><figcaption class="caption">{CAPTION}. AP 연합뉴스</figcaption></figure></div>'
        + ps(*TEXT, name="text-l")
        + f'<p class="text-l">한가람·노을 기자</p></div><div class="reporter-card"><div>한가람 기자</div><div>국제부 / 부장</div></div><div class="news-rank"><h3>주요뉴스</h3><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. AP 연합뉴스",), bylines=("한가람", "노을"),
    published="2026-01-05T23:24", modified="2026-01-06T08:10", outlet="문화일보",
)  # fmt: skip
add(
    "https://www.nocutnews.co.kr/news/6450001",
    page(
        "노컷뉴스",
        f'<div class="sub_group"><strong>국제</strong></div><div class="h_info"><h1>{TITLE}</h1><ul class="bl_b"><li class="email"><span>CBS노컷뉴스 한가람 기자</span></li><li>2026-01-06 14:51</li></ul></div>{SHARE}<h3 class="news-h3">{"<br>".join(SUBTITLES)}</h3>'
        f'<div id="pnlContent"><div class="news-image"><span class="fr-img-caption fr-fic"><img><span class="fr-inner">{CAPTION}. 연합뉴스</span></span></div>{breaks(*TEXT)}</div>'
        '<p>※CBS노컷뉴스는 여러분의 제보로 함께 세상을 바꿉니다. 각종 비리와 부당대우, 사건사고와 미담 등 모든 얘깃거리를 알려주세요.</p><ul><li>이메일 :<a>jebo@example.com</a></li><li>카카오톡 :<a>@노컷뉴스</a></li></ul>'
        f'<div class="jebo"><h4>많이 본 뉴스</h4><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. 연합뉴스",), bylines=("한가람",),
    published="2026-01-06T14:51", outlet="노컷뉴스",
)  # fmt: skip
add(
    "https://www.wowtv.co.kr/NewsCenter/News/Read?articleId=A202601060001",
    page(
        "한국경제TV",
        f'<div class="location-page"><ul><li><a><span>뉴스</span></a></li><li><a><span>국제</span></a></li></ul></div><h1 class="title-news">{TITLE}</h1><div class="news-aside"><p><span>한가람 기자</span></p><p class="date-news">입력 <span id="artdate">2026-01-06 15:33</span> 수정 <span id="artupdate">2026-01-06 16:05</span></p></div>{SHARE}'
        f'<div class="box-news-body"><div id="divNewsContent"><div><img itemprop="image"></div>{breaks(*TEXT)}<br><br>(사진=연합뉴스)<br><br></div></div><div class="box-news-tags"><a class="hash-tag02">#누리강</a></div>'
        f'<div class="repoter-aside"><strong>한가람 기자</strong><span class="part">디지털뉴스부</span></div><p>Copyrightⓒ한국경제TV. All Rights Reserved. (www.wowtv.co.kr) 무단전재 및 재배포 금지</p><ul>{RELATED}</ul>',
    ),
    bylines=("한가람",),
    published="2026-01-06T15:33", modified="2026-01-06T16:05", outlet="한국경제TV",
)  # fmt: skip
add(
    "https://www.nongmin.com/article/20260105500001",
    page(
        "농민신문",
        f'<div class="view_top"><div class="view_tit"><pre>{TITLE}</pre></div><div class="view_data"><div class="inr"><pre>입력 : 2026-01-05 18:47</pre><pre>수정 : 2026-01-06 08:00</pre></div></div></div>{SHARE}<div class="news_sub_tit"><pre><strong>{SUBTITLES[0]}\n{SUBTITLES[1]}</strong></pre></div>'
        f'<div class="news_txt ck-content"><figure class="image"><img><figcaption>{CAPTION}. 연합뉴스</figcaption></figure>{ps(*TEXT)}<p>한가람 기자 garam@example.com</p></div><div class="news_hawk"><ul class="teb_btn"><li id="writeName">한가람</li></ul></div>'
        f'<div class="view_rel"><p>ⓒ 농민신문 &amp; nongmin.com, 무단 전재 및 수집, 재배포 금지</p><h4>관련기사</h4><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. 연합뉴스",), bylines=("한가람",),
    published="2026-01-05T18:47", modified="2026-01-06T08:00", outlet="농민신문",
)  # fmt: skip
add(
    "https://www.osen.co.kr/article/G1112000001",
    page(
        "OSEN",
        f'<div class="page-location"><a>Home</a><a>Entertainment</a></div><strong class="view-info_title">{TITLE}</strong><div class="view-info"><div class="view-info__journalist"><em>한가람 기자</em></div><div class="view-info__date">발행 2026.01.06 07:06</div></div>{SHARE}'
        f'<div id="articleBody" itemprop="articleBody"><div class="article_paragarph"><img class="view_photo"></div>'
        + "".join(f'<div class="article_paragarph">{one}</div>' for one in led("[OSEN=한가람 기자] "))
        + '<div class="article_paragarph">/garam@example.com</div><div class="article_paragarph">[사진] OSEN DB.</div></div>'
        f'<div class="view-copy">[Copyright ⓒ 한국 최고의 스포츠 엔터테인먼트 전문 미디어 OSEN(www.osen.co.kr) 무단전재 및 재배포 금지]</div><div class="view-best"><ul>{RELATED}</ul></div>',
    ),
    text=led("[OSEN=한가람 기자] "), bylines=("한가람",),
    published="2026-01-06T07:06", outlet="OSEN",
)  # fmt: skip
add(
    "https://biz.sbs.co.kr/article/20000280001",
    page(
        "SBS Biz",
        f'<div class="article_head"><div class="ah_category"><span class="aha_title">글로벌</span></div><h3 class="ah_big_title">{TITLE}</h3><div class="ah_info"><span class="ahi_name">한가람 기자</span><span class="ahi_date">입력 2026.01.06.18:05</span><span class="ahi_date">수정 2026.01.06.18:40</span></div></div>{SHARE}'
        f'<div class="article_body"><div class="ab_photo"><img><p class="ab_caption">[{CAPTION} (AFP=연합뉴스)]</p></div><div class="ab_text">{breaks(*TEXT)}</div><div class="ab_reporter"><strong class="rl_title">한가람</strong><span class="rl_subtext">garam@example.com</span></div></div>'
        f'<p class="ab_copy">당신의 제보가 뉴스로 만들어집니다.<br>SBS Biz는 여러분의 제보를 기다리고 있습니다.</p><p>저작권자 SBS미디어넷 &amp; SBSi 무단전재-재배포 금지</p><div class="al"><h4>한가람 다른기사</h4><ul>{RELATED}</ul></div>',
    ),
    captions=(f"[{CAPTION} (AFP=연합뉴스)]",), bylines=("한가람",),
    published="2026-01-06T18:05", modified="2026-01-06T18:40", outlet="SBS Biz",
)  # fmt: skip
add(
    "https://www.kookje.co.kr/news2011/asp/newsbody.asp?code=0400&key=20260106.22000001",
    page(
        "국제신문",
        f'<div class="news_title"><h1>{TITLE}</h1><h2>{SUBTITLES[0]}</h2><h2>{SUBTITLES[1]}</h2></div><div class="f_news_info"><span class="f_news_repoter">한가람 garam@example.com 기자</span> | <span class="f_news_date">입력 : 2026-01-06 19:24:10</span></div>{SHARE}'
        f'<div class="news_article"><table width="600" align="center"><tr><td><img id="newsimg"></td></tr><tr><td class="imgcaption">{CAPTION}. 국제신문DB</td></tr></table>{breaks(*TEXT)}<br><br><div style="float:right"><ins>광고</ins></div></div>'
        f'<div class="copy">ⓒ국제신문(www.kookje.co.kr), 무단 전재 및 재배포 금지</div><div class="relnews"><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. 국제신문DB",), bylines=("한가람",),
    published="2026-01-06T19:24:10", outlet="국제신문",
)  # fmt: skip
add(
    "https://newstapa.org/article/Ab1Cd",
    page(
        "뉴스타파",
        f'<div class="category-container"><h6>국제</h6></div><h3 class="entry-title">{TITLE}</h3><div class="journalist-item"><div class="flex-grow-1"><h6 class="font-weight-bold"><a>한가람</a></h6><p>2025년 12월 26일 15시 12분</p></div></div><div class="journalist-item"><h6 class="font-weight-bold"><a>노을</a></h6></div>{SHARE}'
        '<div class="article-body">'
        + "".join(f'<div class="ce-block"><div class="ce-block__content"><div class="ce-paragraph cdx-block">{one}</div></div></div>' for one in TEXT[:3])
        + f'<div class="ce-block"><div class="ce-block__content"><h3 class="ce-header">말뿐이던 열 해</h3></div></div><div class="ce-block"><div class="cdx-block image-tool"><div class="image-tool__image"><img class="image-tool__image-picture"></div><div class="cdx-input image-tool__caption">▲ {CAPTION}</div></div></div>'
        + "".join(f'<div class="ce-block"><div class="ce-block__content"><div class="ce-paragraph cdx-block">{one}</div></div></div>' for one in TEXT[3:])
        + f'</div><div class="tags-container"><div class="tags-list"><a>#누리강</a></div></div><div class="made"><h6>제작진</h6></div><div class="donation-box"><p>뉴스타파는 권력과 자본의 간섭을 받지 않고 진실만을 보도하기 위해, 광고나 협찬 없이 오직 후원회원들의 회비로만 제작됩니다. 월 1만원 후원으로 더 나은 세상을 만들어주세요.</p></div><ul>{RELATED}</ul>',
    ),
    text=(*TEXT[:3], "#말뿐이던 열 해", *TEXT[3:]), captions=(CAPTION,), bylines=("한가람", "노을"),
    published="2025-12-26T15:12", outlet="뉴스타파",
)  # fmt: skip
add(
    "https://www.hankookilbo.com/News/Read/A2026010614000001",
    page(
        "한국일보",
        f'<div class="depth1-grp-tit">국제</div><div class="news-view-head"><h2 class="news-view-ttl">{TITLE}</h2><p class="news-view-lead">{"<br>".join(SUBTITLES)}</p></div><div class="writer-info"><span class="name">한가람 기자</span><span class="date">입력 2026-01-06 15:30</span></div>{SHARE}'
        f'<div class="end-body"><figure><div class="img-box"><img></div><figcaption>{CAPTION}. AFP 연합뉴스</figcaption></figure>{ps(*TEXT[:3])}<div class="end-ad"><span>광고</span></div>{ps(*TEXT[3:])}<div class="btm-writer"><strong>한가람 기자</strong><a>구독</a></div></div>'
        f'<p>ⓒ한국일보</p><div class="reco"><strong>당신이 관심 있을만한 이슈</strong><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. AFP 연합뉴스",), bylines=("한가람",),
    published="2026-01-06T15:30", outlet="한국일보",
)  # fmt: skip
add(
    "https://www.chosun.com/international/2026/01/06/ABCDEFGHIJKLMNOPQRSTUVWX2A/",
    page(
        "조선일보",
        f'<section class="article-header"><div class="breadcrumb"><a>국제</a><a>국제 일반</a></div><div class="article-header__headline-container"><h1 class="article-header__headline"><span>{TITLE}</span></h1><p><span>{"<br>".join(SUBTITLES)}</span></p></div></section>'
        f'<div class="article-byline"><a class="article-byline__author">나래시/한가람 특파원</a></div><div class="article-dateline"><span class="inputDate">입력 2026.01.06. 08:15</span><span class="upDate">업데이트 2026.01.06. 13:50</span></div>{SHARE}'
        f'<section class="article-body"><figure><div class="lazyload-wrapper"><img></div><figcaption>{CAPTION}. /AFP 연합뉴스</figcaption></figure>{ps(*TEXT[:4], name="article-body__content-text")}<div class="arcad-wrapper">광고</div>{ps(*TEXT[4:], name="article-body__content-text")}</section>'
        f'<div class="article-tags"><a><span>#누리강</span></a></div><p>매일 조선일보에 실린 칼럼 5개가 담긴 뉴스레터를 받아보세요. 세상에 대한 통찰을 얻을 수 있습니다.</p><a>칼럼니스트 뉴스레터 구독하기</a><ul>{RELATED}</ul>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. /AFP 연합뉴스",), bylines=("한가람",),
    published="2026-01-06T08:15", modified="2026-01-06T13:50", outlet="조선일보",
)  # fmt: skip
add(
    "https://www.khan.co.kr/article/202601061234001",
    page(
        "경향신문",
        f'<article><header><div class="category"><a>국제</a></div><h1>{TITLE}</h1><div class="date"><a>수정</a><div class="inner"><p>입력 2026.01.06 12:34</p><p>수정 2026.01.06 14:00</p></div></div><div class="bottom"><ul class="editor"><li><a>한가람 기자</a></li></ul>{SHARE}</div></header>'
        f'<div class="art_cont"><div id="articleBody" class="art_body"><div class="art_photo"><img><p class="caption">{CAPTION}. 로이터연합뉴스</p></div>{ps(*TEXT[:2], name="content_text text-l")}<p class="content_text text-l"><strong>말뿐이던 열 해</strong></p>{ps(*TEXT[2:], name="content_text text-l")}</div></div></article>'
        f'<div class="latest"><h3>오늘의 핵심 이슈</h3><ul>{RELATED}</ul></div>',
    ),
    text=(*TEXT[:2], "#말뿐이던 열 해", *TEXT[2:]), captions=(f"{CAPTION}. 로이터연합뉴스",), bylines=("한가람",),
    published="2026-01-06T12:34", modified="2026-01-06T14:00", outlet="경향신문",
)  # fmt: skip
add(
    "https://news.nate.com/view/20260106n00001",
    page(
        "네이트뉴스",
        f'<div class="articleHead"><h1 class="articleSubecjt">{TITLE}</h1><p class="articleInfo"><a class="medium">가온일보</a><span class="firstDate">기사전송 <em>2026-01-06 09:11</em></span><span class="lastDate">최종수정 <em>2026-01-06 09:45</em></span></p></div>{SHARE}'
        f'<div id="articleContetns"><div id="realArtcContents"><span class="sub_tit"><b>{"<br>".join(SUBTITLES)}</b></span><br><br><span class="img_ad"><img><br>{CAPTION} (사진=연합뉴스)</span><br>{breaks(*TEXT)}<br><br>한가람(garam@example.com)</div></div>'
        f'<div class="recomm"><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION} (사진=연합뉴스)",), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T09:45", outlet="가온일보",
)  # fmt: skip
add(
    "https://www.news1.kr/world/europe/6000001",
    page(
        "뉴스1",
        f'<h1 class="article-h2-header-title">{TITLE}</h1><h2 class="article-h2-header-sub">{"<br>".join(SUBTITLES)}</h2><div class="info"><span class="reporter">한가람 기자</span><span id="article_created">2026.01.06 오전 09:11</span> 업데이트 <span id="article_modified">2026.01.06 오후 01:05</span></div>{SHARE}'
        f'<div id="articleBodyContent"><figure><img><figcaption>{CAPTION}. 2026.01.03/뉴스1 ⓒ AFP=뉴스1</figcaption></figure>{ps(*led("(나래=뉴스1) 한가람 기자 = "))}<p>garam@example.com</p></div><p>Copyright ⓒ 뉴스1. All rights reserved. 무단 전재 및 재배포, AI학습 이용금지.</p><ul>{RELATED}</ul>',
    ),
    text=led("(나래=뉴스1) 한가람 기자 = "), subtitles=SUBTITLES, captions=(f"{CAPTION}. 2026.01.03/뉴스1 ⓒ AFP=뉴스1",), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T13:05", outlet="뉴스1", agency="뉴스1", dateline="나래",
)  # fmt: skip
add(
    "https://news.mt.co.kr/mtview.php?no=2026010609000000001",
    page(
        "머니투데이",
        f'<div class="view_top"><h1 class="subject">{TITLE}</h1><ul class="info2"><li class="name"><a>머니투데이 한가람 기자</a></li><li class="name"><a>나래=노을 특파원</a></li><li class="date">2026.01.06 09:11</li></ul></div>{SHARE}'
        f'<div id="textBody"><table class="article_photo center"><tr><td class="img"><img></td></tr><tr><td class="alt">{CAPTION} /로이터=뉴스1</td></tr></table>{breaks(*TEXT[:3])}<br><br><div class="article_add"><h4>관련기사</h4><ul>{RELATED}</ul></div>{breaks(*TEXT[3:])}<br><br></div>'
        "<p>&lt;저작권자 © '돈이 보이는 리얼타임 뉴스' 머니투데이, 무단전재 및 재배포 금지&gt;</p>",
    ),
    captions=(f"{CAPTION} /로이터=뉴스1",), bylines=("한가람", "노을"),
    published="2026-01-06T09:11", outlet="머니투데이",
)  # fmt: skip
add(
    "https://www.hankyung.com/article/2026010600001",
    page(
        "한국경제",
        f'<div class="article-header"><h1 class="headline">{TITLE}</h1><div class="datetime"><span class="item">입력<span class="txt-date">2026.01.06 09:11</span></span><span class="item">수정<span class="txt-date">2026.01.06 09:58</span></span></div></div>{SHARE}<div class="article-body-wrap"><div class="summary-lead"><ul><li>{SUBTITLES[0]}</li><li>{SUBTITLES[1]}</li></ul></div>'
        f'<div class="article-body" id="articletxt" itemprop="articleBody"><figure class="article-figure"><div class="figure-img"><img></div><figcaption class="figure-caption">{CAPTION}. 사진=로이터</figcaption></figure>{breaks(*TEXT)}<br><br>한가람 기자 garam@example.com</div></div>'
        f'<div class="article-copyright"><p>ⓒ 한경닷컴, 무단전재 및 재배포 금지</p></div><div class="relate"><ul>{RELATED}</ul></div>',
    ),
    captions=(f"{CAPTION}. 사진=로이터",), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T09:58", outlet="한국경제",
)  # fmt: skip
add(
    "https://www.sedaily.com/NewsView/2K0000000A",
    page(
        "서울경제",
        f'<div class="article_head"><h1 class="art_tit">{TITLE}</h1><div class="article_info"><span class="url_txt">입력2026-01-06 09:11:00</span><span class="url_txt">수정 2026.01.06 10:02:11</span></div></div>{SHARE}<div class="sub_tit">{"<br>".join(SUBTITLES)}</div>'
        f'<div class="article_view" itemprop="articleBody"><div class="art_photo"><img><span class="ph_tit">{CAPTION}. 로이터연합뉴스</span></div>{breaks(*TEXT)}<br><br></div><div class="reporter_info"><a>한가람 기자</a><a>garam@example.com</a></div>'
        f'<p class="copyright">&lt; 저작권자 ⓒ 서울경제, 무단 전재 및 재배포 금지 &gt;</p><div class="rel"><strong>관련 뉴스</strong><ul>{RELATED}</ul></div>',
    ),
    subtitles=SUBTITLES, captions=(f"{CAPTION}. 로이터연합뉴스",), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T10:02:11", outlet="서울경제",
)  # fmt: skip
add(
    "https://www.fnnews.com/news/202601060911000001",
    page(
        "파이낸셜뉴스",
        f'<div class="view_hd"><h1 class="tit_view">{TITLE}</h1><div class="byline"><em class="reporter">한가람 기자</em><em>파이낸셜뉴스</em><em>입력 2026.01.06 09:11</em><em>수정 2026.01.06 09:31</em></div></div>{SHARE}<div class="desc">{"<br>".join(SUBTITLES)}</div>'
        f'<div id="article_content"><div class="photo_center"><img><div class="caption">{CAPTION}. 연합뉴스</div></div>{breaks(*led("[파이낸셜뉴스] "))}<br><br>garam@example.com 한가람 기자</div><div class="copy_txt">※ 저작권자 ⓒ 파이낸셜뉴스, 무단전재-재배포 금지</div><ul>{RELATED}</ul>',
    ),
    text=led("[파이낸셜뉴스] "), subtitles=SUBTITLES, captions=(f"{CAPTION}. 연합뉴스",), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T09:31", outlet="파이낸셜뉴스",
)  # fmt: skip
add(
    "https://www.etnews.com/20260106000001",
    page(
        "전자신문",
        f'<div class="article_header"><h2 id="article_title_h2">{TITLE}</h2><p>발행일 : 2026-01-06 09:11</p><p>업데이트 : 2026-01-06 10:00</p></div>{SHARE}<section class="article_body" id="articleBody"><figure class="article_image"><a><img></a><figcaption>{CAPTION}</figcaption></figure>{ps(*TEXT)}<p>한가람 기자 garam@example.com</p>'
        f'</section><div class="related"><h4>관련 기사</h4><ul>{RELATED}</ul></div>',
    ),
    captions=(CAPTION,), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T10:00", outlet="전자신문",
)  # fmt: skip
add(
    "https://zdnet.co.kr/view/?no=20260106091100",
    page(
        "지디넷코리아",
        f'<div class="news_head"><h1>{TITLE}</h1><p class="summary">{SUBTITLES[0]}…{SUBTITLES[1]}</p><p class="meta"><span>입력 :2026/01/06 09:11</span>&nbsp;&nbsp;&nbsp;<span>수정: 2026/01/06 09:40</span></p></div><div class="reporter_list"><ul><li><a>한가람 기자</a></li></ul></div>{SHARE}'
        f'<div id="articleBody"><figure class="image" style="width:640px"><img><figcaption>{CAPTION}</figcaption></figure>{ps(*TEXT)}<div class="news_box connect"><h4>관련기사</h4><ul>{RELATED}</ul></div></div>',
    ),
    subtitles=(f"{SUBTITLES[0]}…{SUBTITLES[1]}",), captions=(CAPTION,), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T09:40", outlet="지디넷코리아",
)  # fmt: skip
add(
    "https://www.pressian.com/pages/articles/2026010609110000001",
    page(
        "프레시안",
        f'<div class="view_header"><p class="title">{TITLE}</p><p class="sub_title">[나래 통신] {SUBTITLES[0]}</p><div class="byother"><span class="name">한가람 기자</span></div><div class="byotherspan"><span class="date">기사입력 2026.01.06. 09:11:22</span></div></div>{SHARE}'
        f'<div class="article_body" itemprop="articleBody">{ps(*TEXT[:3])}<figure class="body_img_caption"><img><figcaption>▲{CAPTION}. ⓒ프레시안(한가람)</figcaption></figure>{ps(*TEXT[3:])}</div>'
        f'<div class="list_author"><strong>한가람 기자</strong><p>강과 사람을 씁니다. 좋은 이야기를 찾아다닙니다.</p><button>구독하기</button></div><div class="donation"><p>프레시안에 제보하기 프레시안에 CMS 정기후원하기</p></div><ul>{RELATED}</ul>',
    ),
    subtitles=(f"[나래 통신] {SUBTITLES[0]}",), captions=(f"▲{CAPTION}. ⓒ프레시안(한가람)",), bylines=("한가람",),
    published="2026-01-06T09:11:22", outlet="프레시안",
)  # fmt: skip
_BBC = {
    "props": {"pageProps": {"pageData": {"content": {"model": {"blocks": [
        {"type": "headline", "model": {"text": TITLE}},
        {"type": "text", "model": {"text": "이 문단은 화면에 나온 것과 같다."}},
    ]}}}}}
}  # fmt: skip
add(
    "https://www.bbc.com/korean/articles/c000000000o",
    page(
        "BBC News 코리아",
        f'<main role="main"><h1 id="content" tabindex="-1">{TITLE}</h1><figure><div><picture><img></picture></div><figcaption><span class="visually-hidden">사진 출처, </span><span role="text">Getty Images</span></figcaption></figure><figcaption><span class="visually-hidden">사진 설명, </span><p>{CAPTION}</p></figcaption>'
        '<section role="region" aria-labelledby="article-byline"><strong id="article-byline" class="visually-hidden">기사 관련 정보</strong><ul><li><span>기자, </span><span>한가람</span></li><li><span>기자, </span><span>BBC 코리아</span></li></ul></section><div><time datetime="2026-01-06">2026년 1월 6일</time></div>'
        + "".join(f'<div dir="ltr"><p dir="ltr"><b>{one}</b></p></div>' if n == 0 else f'<div dir="ltr"><p dir="ltr">{one}</p></div>' for n, one in enumerate(TEXT[:3]))
        + f'<div><h2 id="말뿐이던-열-해" tabindex="-1">말뿐이던 열 해</h2></div>{ps(*TEXT[3:])}<section aria-label="관련 기사"><h2>관련 기사</h2><ul>{RELATED}</ul></section></main>',
        head=f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(_BBC, ensure_ascii=False)}</script><meta name="article:published_time" content="2026-01-06T00:11:22.000Z"><meta name="article:modified_time" content="2026-01-06T02:00:00.000Z">',
    ),
    text=(*TEXT[:3], "#말뿐이던 열 해", *TEXT[3:]), captions=(CAPTION,), bylines=("한가람",),
    published="2026-01-06T09:11:22", modified="2026-01-06T11:00", outlet="BBC 코리아",
)  # fmt: skip
add(
    "https://www.voakorea.com/a/1000001.html",
    page(
        "VOA",
        f'<div class="hdr-container"><div class="category"><a>세계</a></div><h1 class="title pg-title">{TITLE}</h1><div class="publishing-details"><div class="published"><span class="date"><time datetime="2026-01-06T00:11:22+00:00">2026.1.6 오전 9:11</time></span></div><div class="links"><ul class="links__list"><li class="links__item"><a class="links__item-link">한가람</a></li></ul></div></div></div>{SHARE}'
        f'<div class="media-pholder"><figure class="media-image"><div class="img-wrap"><img></div><figcaption><span class="caption">{CAPTION}. (자료사진)</span></figcaption></figure></div><div class="body-container"><div class="intro"><p>{TEXT[0]}</p></div><div id="article-content" class="content-offset"><div class="wsw">{ps(*TEXT[1:])}<p>VOA 뉴스 한가람입니다.</p><div class="wsw__embed"><a>더 보기</a></div></div><ul>{RELATED}</ul></div></div>',
    ),
    text=(*TEXT, "VOA 뉴스 한가람입니다."), captions=(f"{CAPTION}. (자료사진)",), bylines=("한가람",),
    published="2026-01-06T09:11:22", outlet="미국의소리",
)  # fmt: skip
add(
    "https://www.dailynk.com/20260106-1/",
    page(
        "데일리NK",
        f'<article class="post"><header class="td-post-title"><ul class="td-category"><li><a>북한</a></li></ul><h1 class="entry-title">{TITLE}</h1><p class="td-post-sub-title">{SUBTITLES[0]}</p><div class="td-module-meta-info"><div class="td-post-author-name">By <a>한가람 기자</a></div><span class="td-post-date"><time class="entry-date updated" datetime="2026-01-06T09:11:00+09:00">2026.01.06 9:11 오전</time></span></div></header>{SHARE}'
        f'<div class="td-post-content"><figure class="wp-caption aligncenter"><img><figcaption class="wp-caption-text">{CAPTION}. /사진=데일리NK</figcaption></figure>{ps(*TEXT)}<div class="jp-relatedposts"><h3>관련</h3><ul>{RELATED}</ul></div></div></article>',
    ),
    subtitles=(SUBTITLES[0],), captions=(f"{CAPTION}. /사진=데일리NK",), bylines=("한가람",),
    published="2026-01-06T09:11", outlet="데일리NK",
)  # fmt: skip
_RELEASE = (
    "외교부는 1월 6일(화) 가람국과 나래국의 물 나눔 합의를 환영한다고 밝혔다.",
    "하늬보 차관은 같은 날 두 나라 대사와 만나 합의의 이행을 돕겠다는 뜻을 전달하였다.",
    "양측은 올해 안에 전문가 회의를 열기로 하였다.",
)  # fmt: skip
add(
    "https://www.mofa.go.kr/www/brd/m_4080/view.do?seq=370001",
    page(
        "외교부",
        '<div class="bo_view"><div class="bo_head"><h2>하늬보 차관, 물 나눔 합의 관련 두 나라 대사 면담</h2><dl><dt>부서명</dt><dd>가람과</dd><dt>작성일</dt><dd>2026-01-06</dd><dt>조회수</dt><dd>321</dd></dl></div><div class="bo_con"><div class="se-contents">'
        f'<p>□ {_RELEASE[0]}</p><p>&nbsp;</p><p>□ {_RELEASE[1]}</p><p>&nbsp;</p><p>□ {_RELEASE[2]}</p><p>&nbsp;</p><p>붙임 : 면담 사진. 끝.</p></div></div>'
        '<div class="bo_file"><ul><li><a>26-001 보도자료.hwpx</a><a>다운로드</a><a>미리보기</a></li></ul></div><p>메뉴담당부서 : 공보담당관실</p><p>전화 02-0000-0000</p></div><ul><li>이전글 <a>지난 보도자료의 제목이 여기에 있다</a></li></ul>',
        title="하늬보 차관, 물 나눔 합의 관련 두 나라 대사 면담",
    ),
    title="하늬보 차관, 물 나눔 합의 관련 두 나라 대사 면담",
    text=tuple(f"□ {one}" for one in _RELEASE),
    published="2026-01-06T00:00", outlet="외교부",
)  # fmt: skip
_NORTH = (
    "누리강류역의 협동농장들에서 물관리를 개선하기 위한 사업이 힘있게 벌어지고있다.",
    "농장원들은 물길보수공사를 짧은 기간에 끝내는 성과를 거두었다.",
    "일군들은 앞채를 메고 대중을 불러일으키였다.",
)
add(
    "http://www.kcna.kp/kp/article/q/0000000000000000000000000000000000000000000000000000000000000001.kcmsf",
    page(
        "조선중앙통신",
        '<div class="article-main"><header class="article-main-title"><h1>누리강류역 농장들 물길보수 결속</h1></header><div class="article-content-body"><div class="content-wrapper">'
        f'<p>(평양 1월 6일발 조선중앙통신)</p>{ps(*_NORTH)}<p>(끝)</p></div></div><div class="publish-time">www.kcna.kp (주체115.1.6.)</div></div>',
        title="누리강류역 농장들 물길보수 결속",
    ),
    title="누리강류역 농장들 물길보수 결속",
    text=("(평양 1월 6일발 조선중앙통신)", *_NORTH), published="2026-01-06T00:00",
    outlet="조선중앙통신", agency="조선중앙통신", dateline="평양",
)  # fmt: skip
add(
    "https://www.donga.com/news/Inter/article/all/20260106/130000001/1",
    page(
        "동아일보",
        f'<section class="head_group"><h1>{TITLE}</h1><ul class="news_info"><li class="date_info"><button>업데이트<span aria-hidden="true">2026-01-06 10:02</span></button><div class="sub_date">입력<span aria-hidden="true">2026-01-06 09:11</span></div></li></ul></section>{SHARE}'
        f'<section class="news_view"><h2 class="sub_tit">{SUBTITLES[0]}<br>{SUBTITLES[1]}<br>"이행이 관건" 지적도</h2><figure class="img_cont"><div class="btn_img"><button>크게보기</button></div><img><figcaption>{CAPTION}. 나래=AP 뉴시스</figcaption></figure>{breaks(*TEXT[:2])}<br><br><b>● 말뿐이던 열 해<br></b><br>{TEXT[2]}<div class="view_m_ad02">광고</div><br><br>{breaks(*TEXT[3:])}<br><!--BYLINE-->'
        '<div class="byline">나래=한가람 특파원 garam@example.com<br>노을 기자 noeul@example.com</div></section><p class="caution_text">© dongA.com All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</p>'
        f'<section class="sec_recommend"><h3>지금 뜨는 뉴스</h3><ul>{RELATED}</ul></section>',
    ),
    text=(*TEXT[:2], "#● 말뿐이던 열 해", *TEXT[2:]), subtitles=(*SUBTITLES, '"이행이 관건" 지적도'), captions=(f"{CAPTION}. 나래=AP 뉴시스",), bylines=("한가람", "노을"),
    published="2026-01-06T09:11", modified="2026-01-06T10:02", outlet="동아일보",
)  # fmt: skip
add(
    "https://news.sbs.co.kr/news/endPage.do?news_id=N1008000001",
    page(
        "SBS 뉴스",
        f'<div class="w_article_title"><h1 id="news-title">{TITLE}</h1><div class="reporter_area"><a class="reporter">한가람 기자</a></div><div class="date_area"><span>작성 2026.01.06 09:11</span><span>수정 2026.01.06 10:02</span></div></div>{SHARE}'
        f'<div class="w_article_cont"><div class="w_article_mainimg"><img alt="{TITLE.replace(chr(34), "")}"></div><div class="main_text"><div class="text_area" itemprop="articleBody"><div style="text-align:center;color:#888">▲ {CAPTION}</div><br>{breaks(*TEXT)}<br><br>(사진=AP, 연합뉴스)</div></div></div>'
        f'<div class="copyright_area">Copyright Ⓒ SBS. All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</div><div class="rel"><ul>{RELATED}</ul></div>',
    ),
    captions=(CAPTION,), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T10:02", outlet="SBS",
)  # fmt: skip
add(
    "https://www.hani.co.kr/arti/international/international_general/1230001.html",
    page(
        "한겨레",
        f'<article id="renewal2023"><div class="ArticleDetailView_breadcrumb___UwRC"><a>국제</a></div><h3 class="ArticleDetailView_title__9kRU_">{TITLE}</h3><div class="ArticleDetailView_reporterList__waOKp"><a>한가람</a>, <a>노을</a>기자</div><ul><li class="ArticleDetailView_dateListItem__mRc3d">수정<!-- --> <span>2026-01-06 17:19</span></li><li class="ArticleDetailView_dateListItem__mRc3d">등록<!-- --> <span>2026-01-06 15:45</span></li></ul>{SHARE}'
        f'<h4 class="ArticleDetailView_subtitle__x6jcS"><span>강 이야기</span><br>{SUBTITLES[0]}<br>{SUBTITLES[1]}</h4><div class="ArticleDetailView_audioWrap__559ME"><button>기사를 읽어드립니다</button><span>0:00</span></div><div class="article-text"><div class="ArticleDetailContent_imageContainer___o_gm"><figure class="ArticleDetailContent_imageArea__EILpj"><div class="ArticleDetailContent_imageWrap__o8GzH"><picture><img></picture><button title="이미지 크게 보기"></button></div><figcaption class="ArticleDetailContent_figcaption__Aq2sU">{CAPTION}. AP 연합뉴스</figcaption></figure></div>'
        f'{ps(*TEXT[:3], name="text")}<div class="ArticleDetailContent_adWrap__xYVGB"><div class="BaseAd_adWrapper__kTNSx"><span class="sr-only">광고</span></div></div><div class="cont-midtitle type2"><p class="text">말뿐이던 열 해</p></div>{ps(*TEXT[3:], name="text")}<p class="text"> 한가람 기자 <a href="mailto:g@example.com">garam@example.com</a>, 노을 기자 <a>noeul@example.com</a></p></div></article>'
        f'<div class="ArticleDetailBottomBanner_wrap__2">항상 시민과 함께하겠습니다. 한겨레 구독신청 하기</div><ul>{RELATED}</ul>',
    ),
    text=(*TEXT[:3], "#말뿐이던 열 해", *TEXT[3:]), subtitles=("강 이야기", *SUBTITLES), captions=(f"{CAPTION}. AP 연합뉴스",), bylines=("한가람", "노을"),
    published="2026-01-06T15:45", modified="2026-01-06T17:19", outlet="한겨레",
)  # fmt: skip
add(
    "https://www.yna.co.kr/view/AKR20260106000100001",
    page(
        "연합뉴스",
        f'<div class="title-article01"><ul class="nav-path01"><li><a>세계</a></li></ul><h1 class="tit01">{TITLE}</h1><div class="update-time" data-published-time="2026-01-06 09:11" data-update-time="2026-01-06 10:02">송고2026-01-06 09:11</div></div><div id="newsWriterCarousel01" class="writer-zone01"><div><strong>한가람 기자</strong><button>구독</button><a>기자 페이지</a></div></div>{SHARE}<div class="tit-sub"><h2 class="tit01">{SUBTITLES[0]}</h2><h2 class="tit01">{SUBTITLES[1]}</h2></div>'
        f'<div class="comp-box"><strong>세 줄 요약</strong><p>두 나라가 강물을 나눠 쓰기로 했다고 기계가 줄였습니다.</p><p>인공지능이 자동으로 줄인 세 줄 요약 기술을 사용합니다. 전체 내용을 이해하기 위해서는 기사 본문과 함께 읽어야 합니다.</p></div><article class="story-news article"><div class="comp-box photo-group"><figure class="image-zone01"><span class="img"><img></span><figcaption class="desc-con"><strong class="tit-cap">악수하는 두 장관</strong><p class="txt-desc">(나래 로이터=연합뉴스) {CAPTION}. [재판매 및 DB 금지] 2026.1.3</p></figcaption></figure></div>'
        f'{ps(*led("(나래=연합뉴스) 한가람 특파원 = "))}<p> garam@example.com<br/></p><p class="txt-copyright adrs"><em class="txt03"><a href="#">제보는 카카오톡 okjebo</a></em> <em class="txt01">&lt;저작권자(c) 연합뉴스,</em> <em class="txt02">무단 전재-재배포, AI 학습 및 활용 금지&gt;</em><span class="date"><span class="txt01" aria-hidden="true">2026/01/06 09:11 송고</span><span class="ir-txt01">2026년01월06일 09시11분 송고</span></span></p><p>다양한 채널에서 연합뉴스를 만나보세요!</p></article><ul>{RELATED}</ul>',
    ),
    text=led("(나래=연합뉴스) 한가람 특파원 = "), subtitles=SUBTITLES, captions=("악수하는 두 장관", CAPTION), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T10:02", outlet="연합뉴스", agency="연합뉴스", dateline="나래",
)  # fmt: skip
_COLUMN = (
    "헌책방 주인은 책을 사지 않는다. 그는 책이 머물 자리를 빌려줄 뿐이다.",
    "책은 누구의 것인가. 읽은 사람의 것인가, 아니면 아직 읽지 않은 사람의 것인가.",
    "“책은 흘러야 삽니다.” 주인의 말이 오래 남는다.",
    "우리가 도서관에 기대하는 것도 그런 흐름일 것이다.",
)
add(
    "https://column.example.com/opinion/20260106000001",
    page(
        "가온일보",
        f'<article><h1>[노을의 책장] 책은 흘러야 산다</h1><p class="date">2026. 1. 6. (화) 오전 5:02</p>{SHARE}<div class="view"><p><strong>노을 | 가온대 국문학과 교수</strong></p>{ps(*_COLUMN)}<p>&lt;이 글은 필자의 견해로, 본지의 편집 방향과 다를 수 있습니다&gt;</p></div></article><ul>{RELATED}</ul>',
        title="[노을의 책장] 책은 흘러야 산다",
    ),
    title="[노을의 책장] 책은 흘러야 산다", text=_COLUMN, bylines=("노을",),
    published="2026-01-06T05:02", outlet="가온일보",
)  # fmt: skip
_RESULTS = (
    "가온전자는 3분기 영업이익이 1조2천억원으로 지난해 같은 기간보다 18% 늘었다고 6일 공시했다.",
    "매출은 9조1천억원으로 8.3% 증가했다. 시장의 예상을 조금 웃도는 수준이다.",
    "회사는 다음과 같은 계획을 내놓았다.",
    "-내년까지 공장 두 곳 증설",
    "-연구 인력 300명 채용",
    "주가는 전날보다 2.1% 오른 5만3천원에 거래를 마쳤다.",
)
add(
    "https://economy.example.kr/news/articleView?id=77",
    page(
        "가온경제",
        '<div class="wrap"><div class="hd"><h2>가온전자 3분기 영업이익 1조2천억…작년보다 18%↑</h2><div class="ii"><span>승인 2026.01.06 16:01</span> <span>수정 2026.01.06 16:33</span> <span>한가람·노을 기자</span> <span>댓글 0</span></div></div>'
        f'<div class="cc">{ps(*_RESULTS[:2])}<table border="1"><caption>가온전자 실적</caption><tr><th>구분</th><th>올해 3분기</th><th>지난해 3분기</th></tr><tr><td>매출</td><td>9조1천억원</td><td>8조4천억원</td></tr><tr><td>영업이익</td><td>1조2천억원</td><td>1조원</td></tr></table><p>{_RESULTS[2]}</p><ul><li>{_RESULTS[3][1:]}</li><li>{_RESULTS[4][1:]}</li></ul><p>{_RESULTS[5]}</p><p>[가온경제 한가람 기자 garam@example.com]</p></div><div><b>많이 본 뉴스</b><ol>{RELATED}</ol></div></div>',
        title="가온전자 3분기 영업이익 1조2천억…작년보다 18%↑",
    ),
    title="가온전자 3분기 영업이익 1조2천억…작년보다 18%↑",
    text=(*_RESULTS[:2], "-구분 | 올해 3분기 | 지난해 3분기", "-매출 | 9조1천억원 | 8조4천억원", "-영업이익 | 1조2천억원 | 1조원", *_RESULTS[2:]),
    bylines=("한가람", "노을"), published="2026-01-06T16:01", modified="2026-01-06T16:33", outlet="가온경제",
)  # fmt: skip
_QA = (
    "헌책 도서관을 연 하늬보 관장을 6일 만났다.",
    "-처음 생각한 때는 언제인가.",
    "“열 해 전이다. 버려지는 책을 보고 마음이 아팠다.”",
    "-가장 기억에 남는 손님은.",
    "“여든 살 할머니다. 한글을 배우고 처음 읽을 책을 고르러 오셨다.”",
    "그는 인터뷰를 마치고 다시 책장으로 돌아갔다.",
)
add(
    "https://weekly.example.com/a/99",
    page(
        "주간가온",
        f'<div class="a1"><h1>“버려진 책이 갈 곳을 만들었죠”</h1><h2>하늬보 헌책 도서관 관장 인터뷰</h2><p class="b">인턴기자 노을 / 사진 한가람 기자 | 2026.01.06 11:00</p><div class="c1"><p>{"</p><p>".join(_QA)}</p><p>노을 인턴기자 noeul@example.com</p></div></div><ul>{RELATED}</ul>',
        title="“버려진 책이 갈 곳을 만들었죠”",
    ),
    title="“버려진 책이 갈 곳을 만들었죠”",
    text=tuple(one if not one.startswith("-") else f"\\{one}" for one in _QA),
    subtitles=("하늬보 헌책 도서관 관장 인터뷰",), bylines=("노을", "한가람"),
    published="2026-01-06T11:00", outlet="주간가온",
)  # fmt: skip
_NEXT = {"props": {"pageProps": {"article": {"title": TITLE, "subTitle": "<br>".join(SUBTITLES), "regDt": "2026-01-06 09:11:00", "modDt": "2026-01-06 10:02:00", "reporterName": "한가람 기자",
         "content": f"<figure><img src='1.jpg'><figcaption>{CAPTION}</figcaption></figure>" + ps(*TEXT)}}}}  # fmt: skip
add(
    "https://next.example.com/news/1",
    page(
        "다음일보",
        '<div id="__next"><div class="skeleton">불러오는 중입니다.</div></div>',
        head=f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(_NEXT)}</script>',
    ),
    subtitles=SUBTITLES, captions=(CAPTION,), bylines=("한가람",),
    published="2026-01-06T09:11", modified="2026-01-06T10:02", outlet="다음일보",
)  # fmt: skip
add(
    "http://old.example.co.kr/read.asp?id=1",
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>:: 가온신문 :: '
    f'{TITLE}</title></head><body><table width="900"><tr><td colspan="2"><a href="/">홈</a> | <a href="/p">정치</a></td></tr><tr><td width="640" valign="top"><table width="100%"><tr><td><font size="5"><b>{TITLE}</b></font></td></tr><tr><td><font color="gray">{SUBTITLES[0]}<br>{SUBTITLES[1]}</font></td></tr><tr><td align="right">한가람 기자 garam@example.com<br>기사입력 : 2006년 01월 06일 (금) 09:11</td></tr><tr><td><table align="left" width="300"><tr><td><img src="a.jpg"></td></tr><tr><td><font size="2">▲ {CAPTION} ⓒ 가온신문</font></td></tr></table><font size="3">{"<br>&nbsp;<br>".join(TEXT)}</font></td></tr><tr><td>&lt;저작권자 ⓒ 가온신문, 무단전재 및 재배포 금지&gt;</td></tr></table></td>'
    f'<td width="260" valign="top"><table><tr><td><b>가장 많이 본 기사</b></td></tr><tr><td><ol>{RELATED}</ol></td></tr></table></td></tr><tr><td colspan="2">회사소개 | 이용약관 | 개인정보취급방침 서울시 가온구 Tel 02-000-0000</td></tr></table></body></html>',
    subtitles=SUBTITLES, captions=(CAPTION,), bylines=("한가람",), published="2006-01-06T09:11",
)  # fmt: skip

add(
    "http://m.gaonilbo.example.com/mnews.asp?pk_no=1",
    f'<html><head><meta charset="utf-8"><title>가온일보 모바일 :: {TITLE}</title></head><body><div id="wrap"><div class="head"><a href="/">가온일보</a></div><div class="view"><p class="tit">{TITLE}</p><p class="stit">{SUBTITLES[0]}</p><p class="info">2020-01-06 일자 | 2020-01-06 09:11:00</p><div class="cont"><center><img src="1.jpg"><br><span style="font-size:12px">{CAPTION}. 사진=가온시 제공</span></center><br>{"<br><br>".join(TEXT)}나래=한가람 기자<br><br>&lt;저작권자ⓒ가온일보사. 무단전재-재배포 금지&gt;</div><div class="btns"><a>목록</a> <a>이전기사</a></div><div class="mlist"><ul>{RELATED}</ul></div></div></div></body></html>',
    subtitles=(SUBTITLES[0],),
    captions=(CAPTION,),
    bylines=("한가람",),
    published="2020-01-06T09:11",
)

add(
    "https://www.gaon.example.go.kr/www/bodo/view?idx=9",
    page(
        "가온시청",
        '<div id="content"><h3>보도자료</h3><div class="location"><span>홈</span><span>소식</span><span>보도자료</span></div><table class="board_view"><thead><tr><th colspan="4">가온시, 강변 산책길 새로 열어</th></tr></thead><tbody><tr><th>작성자</th><td>홍보과</td><th>등록일</th><td>2026-01-06 17:20</td></tr><tr><th>조회</th><td>88</td><th>파일</th><td><a>산책길.jpg (320 KB)</a></td></tr><tr><td colspan="4" class="cont"><p>- 두 해 공사 마치고 6일 개통 -</p><p><img src="a.jpg"></p><p>가온시(시장 하늬보)는 두 해에 걸친 공사를 마치고 강변 산책길을 6일 열었다고 밝혔다.</p><p>산책길은 모두 3km로, 나무 다리와 쉼터 네 곳을 갖췄다.</p><p>하늬보 시장은 “누구나 편히 걷는 길을 만들겠다”고 말했다.</p><p>한편, 시는 올해 안에 자전거길도 이을 계획이다.</p><p>&lt;끝&gt;</p><p>※ 별첨 : 사진 1부.</p></td></tr></tbody></table><ul><li>이전글 가온시, 겨울 축제 마무리</li><li>다음글 가온시, 새 도서관 첫 삽</li></ul><div class="satis"><p>이 페이지에서 제공하는 정보에 만족하십니까?</p></div></div>',
        title="보도자료",
    ),
    title="가온시, 강변 산책길 새로 열어",
    text=(
        "가온시(시장 하늬보)는 두 해에 걸친 공사를 마치고 강변 산책길을 6일 열었다고 밝혔다.",
        "산책길은 모두 3km로, 나무 다리와 쉼터 네 곳을 갖췄다.",
        "하늬보 시장은 “누구나 편히 걷는 길을 만들겠다”고 말했다.",
        "한편, 시는 올해 안에 자전거길도 이을 계획이다.",
    ),
    subtitles=("- 두 해 공사 마치고 6일 개통 -",),
    published="2026-01-06T17:20",
)

add(
    "https://daily.example.co.kr/news/article.html?no=3",
    page(
        "날마다신문",
        f'<div class="art_top"><h2 class="art_title">{TITLE}</h2><h3 class="art_subtitle">{SUBTITLES[0]}</h3><ul class="art_info"><li><a>한가람 기자 garam@example.com</a></li><li>등록 2026.01.06 09:11:11</li></ul></div><div class="smartOutput" id="news_body_area"><p><img></p><p class="img_caption">{CAPTION}. &lt;사진=나래시&gt;</p>'
        + "".join(f"<p>&nbsp;&nbsp;{t}</p><p>&nbsp;</p>" for t in led("[날마다신문 한가람 기자] "))
        + f'<p>Copyright @2026 날마다신문 Corp. All rights reserved.</p></div><div class="art_reporter">프로필 사진<br>한가람 기자<br>모든 글을 꼼꼼히 씁니다.</div><ul>{RELATED}</ul>',
    ),
    text=led("[날마다신문 한가람 기자] "),
    subtitles=(SUBTITLES[0],),
    captions=(CAPTION,),
    bylines=("한가람",),
    published="2026-01-06T09:11",
)

add(
    "https://react.example.com/articles/7",
    page(
        "리액트뉴스",
        f'<div id="root"><div class="css-1ab"><h1 class="css-2cd">{TITLE}</h1><div class="css-3ef"><span>한가람 기자</span><span>2026.01.06. 09:11</span><span>수정 2026.01.06. 10:02</span></div><div class="css-4gh"><button>가</button><button>공유</button></div><div class="css-5ij">{"".join(f"<div class=css-p><span>{t}</span></div>" for t in TEXT)}</div><div class="css-6kl"><a href="/sub">리액트뉴스 구독하고 매일 아침 받아보기</a></div><div class="css-7mn"><p>좋아요 12</p><p>댓글 3</p></div><div class="css-8op"><h2>많이 본 뉴스</h2>{"".join(f"<div><a href=/{n}><p>다른 기사의 첫 문장이 여기에 조금 보인다. 더 읽으려면 누른다.</p></a></div>" for n in range(8))}</div></div></div>',
    ),
    bylines=("한가람",),
    published="2026-01-06T09:11",
    modified="2026-01-06T10:02",
)

add(
    "https://flash.example.com/1",
    page(
        "속보일보",
        '<article><h1>[속보] 누리강 수문 개방</h1><p class="d">입력 2026.01.06. 오전 9:11</p><div class="b">[속보] 누리강 수문 개방<br><br>누리강 관리소가 6일 오전 9시 수문을 열었다고 밝혔다.<br><br>한가람 기자 garam@example.com<br><br>▶ 기사 제보 및 문의 jebo@example.com<br>▶ 채널 구독하기</div></article>'
        + f"<ul>{RELATED}</ul>",
        title="[속보] 누리강 수문 개방",
    ),
    title="[속보] 누리강 수문 개방",
    text=("누리강 관리소가 6일 오전 9시 수문을 열었다고 밝혔다.",),
    bylines=("한가람",),
    published="2026-01-06T09:11",
)

add(
    "https://newmedia.example.com/2026/01/06/water/",
    page(
        "새매체",
        f'<article class="post-1 post type-post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2026-01-06T09:11:00+09:00">2026년 1월 6일</time><time class="updated" datetime="2026-01-06T10:02:00+09:00">2026년 1월 6일</time></span><span class="byline"> by <span class="author vcard"><a>한가람</a></span></span></div></header><div class="entry-content">{ps(*TEXT[:2])}<figure class="wp-block-gallery"><figure class="wp-block-image"><img></figure><figure class="wp-block-image"><img></figure><figcaption class="blocks-gallery-caption">{CAPTION}</figcaption></figure><h2 class="wp-block-heading">말뿐이던 열 해</h2><blockquote class="wp-block-quote"><p>강은 국경을 모른다. 우리는 같은 물을 마신다.</p></blockquote>{ps(*TEXT[2:])}<div class="sharedaddy"><h3>이것이 좋아요:</h3></div><div class="yarpp"><h3>관련 글</h3><ul>{RELATED}</ul></div></div></article>',
        head='<meta property="article:published_time" content="2026-01-06T00:11:00+00:00"><meta property="article:modified_time" content="2026-01-06T01:02:00+00:00"><meta name="author" content="한가람">',
    ),
    text=(*TEXT[:2], "#말뿐이던 열 해", "강은 국경을 모른다. 우리는 같은 물을 마신다.", *TEXT[2:]),
    captions=(CAPTION,),
    bylines=("한가람",),
    published="2026-01-06T09:11",
    modified="2026-01-06T10:02",
)
