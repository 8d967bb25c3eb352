# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""Pages in the markup of Korean broadcasters, about the same invented event as in ``pages``."""

from tests.ingest.furniture import (
    MOST_READ,
    SHARE,
    json_ld,
)
from tests.ingest.pages import (
    _RELATED,
    CAPTION,
    MAIL,
    MODIFIED,
    PARAGRAPHS,
    PUBLISHED,
    REPORTER,
    TITLE,
    _meta,
    _p,
    _page,
)


def kbs_paragraphs() -> str:
    """KBS: a script in paragraphs, its speakers in brackets, tips and summary around it."""
    return _page(
        _meta(site="KBS 뉴스"),
        f'<div class="view-headline"><h4 class="headline-title">{TITLE}</h4><div class="dates">'
        '<em class="input-date">입력 2024.05.12 (09:30)</em><em class="edit-date">수정 2024.05.12 (11:05)</em></div>'
        f"</div>{SHARE}<div id='vod_player'>동영상 영역 시작<p>동영상 영역 끝</p></div>"
        '<div class="detail-body font-size" id="cont_newstext">'
        + _p("[앵커]", PARAGRAPHS[0], f"{REPORTER} 기자가 보도합니다.", "[리포트]", *PARAGRAPHS[1:])
        + f"<p>KBS 뉴스 {REPORTER}입니다.</p><p>촬영기자:한별/영상편집:두리/그래픽:세찬</p></div>"
        '<div class="news-tip"><p class="tit">■ 제보하기</p><p>▷ 카카오톡 : \'KBS제보\' 검색, 채널 추가</p>'
        "<p>▷ 전화 : 02-000-0000</p><p>▷ 유튜브, 네이버, 카카오에서도 KBS뉴스를 구독해주세요!</p></div>"
        f'<ul class="reporter-area"><li class="name-box"><span class="name">{REPORTER}</span> <a>{MAIL}</a></li></ul>{MOST_READ}',
    )


def mbc() -> str:
    """MBC: speakers between arrows, line breaks, credits and an appeal at the end."""
    text = "<br><br>".join(PARAGRAPHS[1:])
    return _page(
        _meta(site="MBC NEWS"),
        f'<section class="wrap_article"><h2 class="art_title">{TITLE}</h2><div class="news_date">'
        f'<div class="date"><span class="input">입력 2024-05-12 09:30</span> | <span class="edit">수정 2024-05-12 11:05</span></div>'
        f'<span class="writer"><a>{REPORTER} 기자</a></span></div>{SHARE}<div class="news_cnt">'
        f'<div class="news_img"><img><p class="txt">{CAPTION}</p></div><div class="news_txt" itemprop="articleBody">'
        f"◀ 앵커 ▶<br><br>{PARAGRAPHS[0]}<br><br>{REPORTER} 기자가 보도합니다.<br><br>◀ 리포트 ▶<br><br>{text}"
        f"<br><br>MBC뉴스 {REPORTER}입니다.<br><br>영상취재: 한별 / 영상편집: 두리<br><br>MBC 뉴스는 24시간 여러분의 제보를"
        " 기다립니다.<br><br>▷ 전화 02-000-0000<br>▷ 이메일 mbcjebo@example.com<br>▷ 카카오톡 @mbc제보<br></div>"
        '<div class="hash_tag"><a>#도서관</a><a>#헌책</a></div></div>'
        f'<div class="copy_txt">저작권자(c) MBC (https://example.com) 무단복제-재배포 금지</div></section>{MOST_READ}',
    )


def sbs() -> str:
    """SBS: times in meta elements, figures among line breaks."""
    head, tail = "<br><br>".join(PARAGRAPHS[:2]), "<br><br>".join(PARAGRAPHS[2:])
    return _page(
        _meta(site="SBS NEWS"),
        f'<div class="article_main"><h1 id="news-title">{TITLE}</h1><div class="date_area"><span>작성 2024.05.12 09:30</span>'
        f'<span>수정 2024.05.12 11:05</span><meta itemprop="datePublished" content="{PUBLISHED}"><meta itemprop="dateModified" content="{MODIFIED}"></div>'
        f'<div class="reporter"><span itemprop="name">{REPORTER}</span> 기자</div>{SHARE}</div>'
        f'<div class="main_text"><div class="text_area" itemprop="articleBody">{head}<br><br><figure><img>'
        f"<figcaption>{CAPTION}</figcaption></figure><br>{tail}<br><br>(사진=가온시 제공, 연합뉴스)<br><br>(SBS 디지털뉴스편집부)</div></div>"
        f'<div class="copyright">Copyright ⓒ SBS. All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</div>{MOST_READ}',
    )


def ytn() -> str:
    """YTN: the reporter only in the text, tips in frames of asterisks."""
    text = "<br><br>".join(PARAGRAPHS)
    return _page(
        _meta(site="YTN"),
        f'<div class="news_title_wrap"><h2 class="news_title"><span>{TITLE}</span></h2><div class="news_info">'
        f'<div class="date">2024.05.12. 오전 09:30.</div></div></div>{SHARE}<div class="vodScript"></div>'
        f'<div id="CmAdContent" class="paragraph"><span>{text}<br><br>YTN {REPORTER} ({MAIL})<br><br>'
        "※ '당신의 제보가 뉴스가 됩니다' <br>[카카오톡] YTN 검색해 채널 추가 <br>[전화] 02-000-0000 <br>[메일] social@example.com<br><br>"
        "[저작권자(c) YTN 무단전재, 재배포 및 AI 데이터 활용 금지]</span></div>" + MOST_READ,
    )


def jtbc() -> str:
    """JTBC: a React application, class names without meaning, title and times from JSON-LD."""
    text = "<br/><br/>".join(PARAGRAPHS)
    return _page(
        _meta(site="JTBC 뉴스") + json_ld(author={"@type": "Person", "name": REPORTER}),
        f'<div class="MuiBox-root css-1a2b"><div class="MuiTypography-root css-9z">{TITLE}</div><div class="css-3k">'
        "<span>입력 2024.05.12 09:30</span><span>수정 2024.05.12 11:05</span></div>"
        f'<div class="author-item"><span>{REPORTER}</span> <span>기자</span></div>{SHARE}'
        f'<div id="ijam_content"><div class="video"><figure><img/><figcaption>{CAPTION}</figcaption></figure></div>{text}</div></div>'
        f'<div class="css-77"><h3>관련 기사</h3><ul>{_RELATED}</ul></div>'
        '<div class="css-78">본 기사는 JTBC 뉴스룸에서 작성되었습니다.</div>',
    )


#: How each page is made, by its address.
BROADCASTERS = {
    "https://news.kbs.co.kr/news/pc/view/view.do?ncd=1000002": kbs_paragraphs,
    "https://imnews.imbc.com/news/2024/society/article/1000001_1.html": mbc,
    "https://news.sbs.co.kr/news/endPage.do?news_id=N1000000001": sbs,
    "https://www.ytn.co.kr/_ln/0103_202405120930000001": ytn,
    "https://news.jtbc.co.kr/article/NB10000001": jtbc,
}
