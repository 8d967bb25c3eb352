# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""More pages in the markup of Korean outlets, about the same invented event as in ``pages``.

Each has the furniture that its outlet sets around and into its articles.
"""

from tests.ingest.broadcasters import BROADCASTERS
from tests.ingest.furniture import (
    COMMENTS,
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
    SUBHEADING,
    SUBTITLES,
    TITLE,
    _meta,
    _p,
    _page,
)


def yonhap_summary() -> str:
    """연합뉴스 2026: a machine's summary above, related articles within, an appeal for tips below."""
    first = f"(가온=연합뉴스) {REPORTER} 기자 = {PARAGRAPHS[0]}"
    related = (
        f'<div class="comp-box related-zone"><strong>관련기사</strong><ul>{_RELATED}</ul></div>'
    )
    return _page(
        _meta(site="연합뉴스"),
        f'<div class="title-article01"><ul class="nav-path01"><li><a>홈</a></li><li><a>전국</a></li></ul>'
        f'<h1 class="tit01">{TITLE}</h1><div class="info"><p class="update-time"'
        ' data-published-time="2024-05-12 09:30" data-update-time="2024-05-12 11:05">송고2024-05-12 09:30'
        f'</p></div>{SHARE}</div><div class="summary-zone ai-summary"><strong>기사 요약</strong><p>가온시가 헌책'
        " 도서관을 열었다고 기계가 요약했습니다.</p><p>이 요약은 인공지능이 만들어 틀릴 수 있습니다.</p></div>"
        '<div class="writer-zone01"><div class="txt-con"><strong class="tit-name">'
        f"<a>{REPORTER}</a></strong><span>기자</span><button>구독</button></div></div>"
        '<div class="tit-sub">'
        + "".join(f'<h2 class="tit01">{one}</h2>' for one in SUBTITLES)
        + '</div><article class="story-news article"><div class="comp-box photo-group"><figure'
        ' class="image-zone01"><span class="img"><img src="1.jpg"><a class="btn">이미지 확대</a></span>'
        f'<figcaption class="txt-desc">{CAPTION}<br>[연합뉴스 자료사진. 재판매 및 DB 금지]</figcaption></figure></div>'
        + _p(first, PARAGRAPHS[1])
        + related
        + _p(*PARAGRAPHS[2:], MAIL)
        + '<p class="txt-tip">제보는 카카오톡 okjebo</p><p>(끝)</p><p class="txt-copyright">&lt;저작권자(c)'
        " 연합뉴스, 무단 전재-재배포, AI 학습 및 활용 금지&gt;</p><p class=txt-time>2024/05/12 09:30 송고"
        f"</p></article>{MOST_READ}{COMMENTS}",
    )


def hani() -> str:
    """한겨레: class names with a hash, advertisements between paragraphs, an appeal for support."""
    ad = '<div class="ArticleDetailView_adBox__x1"><div id="ad_1">광고</div></div>'
    return _page(
        _meta(site="한겨레", times=True),
        f'<div class="ArticleDetailView_header__aa"><a class="ArticleDetailView_sectionLink__zz">전국</a>'
        f'<h3 class="ArticleDetailView_title__9q">{TITLE}</h3>'
        f'<h4 class="ArticleDetailView_subtitle__7k">{"<br>".join(SUBTITLES)}</h4>'
        f'<div><a class="ArticleDetailView_reporterLink__eG">{REPORTER}<!-- --> 기자<img></a>'
        '<ul><li class="ArticleDetailView_dateListItem__mR">등록 2024-05-12 09:30</li>'
        '<li class="ArticleDetailView_dateListItem__mR">수정 2024-05-12 11:05</li></ul></div></div>'
        f'{SHARE}<div class="ArticleDetailAudioPlayer_wrap__yC">기사를 읽어드립니다<span>0:00</span></div>'
        '<div class="article-text-font-size"><div class="article-text"><figure class='
        '"ArticleDetailContent_figure__rP"><div class="ArticleDetailContent_imageWrap__o8"><img></div>'
        f'<figcaption class="ArticleDetailContent_figcaption__eP">{CAPTION} 가온시 제공</figcaption></figure>'
        + _p(*PARAGRAPHS[:2], name="text")
        + ad
        + _p(*PARAGRAPHS[2:4], name="text")
        + ad
        + _p(*PARAGRAPHS[4:], f"{REPORTER} 기자 {MAIL}", name="text")
        + "</div></div>"
        '<div class="ArticleDetailBottomBanner_wrap__2"><strong>항상 시민과 함께하겠습니다. 한겨레 구독신청 하기</strong>'
        f"<a>민주주의의 퇴행을 막는 후원을 부탁드립니다.</a></div><ul>{_RELATED}</ul>{COMMENTS}",
    )


def donga() -> str:
    """동아일보 2026: bare text between line breaks, figures and advertisements within."""
    text = "<br><br>".join(PARAGRAPHS[1:])
    return _page(
        _meta(site="동아일보", times=True),
        f'<section class="head_group"><h1>{TITLE}</h1><ul class="news_info"><li><strong class="name">동아일보'
        f'</strong></li><li class="date_info"><button>업데이트<span aria-hidden="true">2024-05-12 11:05</span>'
        '</button><div class="sub_date">입력<span aria-hidden="true">2024-05-12 09:30</span></div></li></ul>'
        f'<div class="author_info"><a>{REPORTER} 기자</a></div></section>{SHARE}'
        f'<section class="news_view"><h2 class="sub_tit">{"<br>".join(SUBTITLES)}</h2>'
        f'<figure class="img_cont"><img><figcaption>{CAPTION} 가온시 제공</figcaption></figure>{PARAGRAPHS[0]}'
        f'<div class="view_ad06"><div id="div-gpt">광고</div></div><br><br>{text}<br><br><br>{REPORTER} 기자'
        f' {MAIL}</section><section class="sec_recommend"><h3>트렌드뉴스</h3><ul>{_RELATED}</ul></section>'
        '<div class="article_bottom"><button>좋아요 3개</button><button>슬퍼요 0개</button></div>'
        "<p>© dongA.com All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</p>",
    )


def joongang() -> str:
    """중앙일보: numbered paragraphs, a heading and related articles between them."""
    return _page(
        _meta(site="중앙일보", times=True),
        f'<header class="article_header"><div class="subhead"><a class="title">사회</a></div>'
        f'<h1 class="headline">{TITLE}</h1><div class="datetime"><p class="date">입력 <time'
        f' itemprop="datePublished" datetime="{PUBLISHED}">2024.05.12 09:30</time></p><p>업데이트 <time'
        f' itemprop="dateModified" datetime="{MODIFIED}">2024.05.12 11:05</time></p></div>'
        f'<div class="byline"><a>{REPORTER} 기자</a></div>{SHARE}</header>'
        '<div class="article_body" id="article_body"><div class="ab_photo photo_center"><div class="image">'
        f'<img></div><p class="caption">{CAPTION} [사진 가온시]</p></div>'
        + "".join(f'<p data-divno="{n}">{one}</p>' for n, one in enumerate(PARAGRAPHS[:3]))
        + f'<div class="ab_related_article"><div class="ab_related_article_tit"><b>관련기사</b></div><ul>{_RELATED}</ul></div>'
        f'<div class="ab_sub_heading"><h2>{SUBHEADING}</h2></div>'
        + "".join(f'<p data-divno="{n}">{one}</p>' for n, one in enumerate(PARAGRAPHS[3:], 3))
        + f'<div class="ab_byline"><p class="byline">{REPORTER} 기자 {MAIL}</p></div></div>'
        '<div class="ab_jtbc">이 기사는 구독자를 위한 콘텐츠가 아닙니다.</div>'
        f"<footer><div>{MOST_READ}</div></footer>{COMMENTS}",
    )


def khan() -> str:
    """경향신문: paragraphs of a class, a banner and an appeal within the body."""
    return _page(
        _meta(site="경향신문", times=True),
        f'<article><header><div class="location"><a>사회</a></div><h1 id="article_title">{TITLE}</h1>'
        '<div class="date"><p>입력 2024.05.12 09:30</p><p>수정 2024.05.12 11:05</p></div>'
        f'<ul class="bottom"><li class="editor"><a>{REPORTER} 기자</a></li></ul>{SHARE}</header>'
        f'<div class="art_cont"><div class="art_body" id="articleBody"><h2 class="art_subtit">{"<br>".join(SUBTITLES)}</h2>'
        f'<div class="art_photo photo_center"><div class="art_photo_wrap"><img><p class="caption">{CAPTION}</p></div></div>'
        + _p(*PARAGRAPHS[:3], name="content_text text-l")
        + '<div class="banner-article"><a>점심시간에 읽는 소식을 편지로 받아 보세요.</a></div>'
        + _p(*PARAGRAPHS[3:], name="content_text text-l")
        + f'</div></div><div class="editor-wrap"><strong>{REPORTER} 기자</strong><p>{MAIL}</p></div>'
        f"</article><aside><h3>많이 본 기사</h3><ul>{_RELATED}</ul></aside>",
    )


def daum() -> str:
    """다음뉴스: sections, the outlet only in its logo, text in typed paragraphs."""
    return _page(
        f'<title>{TITLE}</title><meta property="og:title" content="{TITLE.replace(chr(34), "&quot;")}">'
        '<meta property="og:article:author" content="가온일보"><meta property="og:regDate" content="20240512093000">',
        f'<header class="doc-header"><h2 id="kakaoServiceLogo">가온일보</h2></header><div class="head_view"><h3 class="tit_view">{TITLE}</h3>'
        f'<div class="info_view"><span class="txt_info">{REPORTER}</span><span class="txt_info">입력 <span class="num_date">2024. 5. 12. 09:30</span></span>'
        f'<span class="txt_info">수정 <span class="num_date">2024. 5. 12. 11:05</span></span></div>{SHARE}</div>'
        f'<div class="news_view"><div class="box_summary"><strong class="summary_view">{"<br>".join(SUBTITLES)}</strong></div>'
        '<div class="article_view"><section dmcf-sid="a"><figure dmcf-ptype="figure"><p class="link_figure"><img></p>'
        f'<figcaption class="txt_caption">{CAPTION}</figcaption></figure>'
        + "".join(
            f'<p dmcf-pid="{n}" dmcf-ptype="general">{one}</p>' for n, one in enumerate(PARAGRAPHS)
        )
        + f'<p dmcf-ptype="general">{REPORTER} 기자 {MAIL}</p></section></div></div>'
        '<p class="txt_copyright">Copyright © 가온일보. 무단전재 및 재배포 금지.</p>'
        f'<div class="box_related"><strong>관련뉴스</strong><ul>{_RELATED}</ul></div>',
    )


def naver_print() -> str:
    """네이버뉴스's page for printing: a head and the bare text."""
    text = "<br><br>".join(PARAGRAPHS)
    return _page(
        f"<title>{TITLE} : 네이버 뉴스</title>",
        '<div id="print_wrap"><a href="#">인쇄하기</a><div class="media_end_head"><a class="media_end_head_top_logo"><img alt="가온일보"></a>'
        f'<h2 class="media_end_head_headline">{TITLE}</h2><span>기사입력 2024.05.12. 오전 9:30</span> <span>최종수정 2024.05.12. 오전 11:05</span></div>'
        f'<div id="newsct_article"><div id="dic_area"><strong class="media_end_summary">{"<br>".join(SUBTITLES)}</strong>'
        f'<span class="end_photo_org"><img><em class="img_desc">{CAPTION}</em></span>{text}<br><br>{REPORTER} 기자({MAIL})</div></div>'
        '<p class="print_copy">Copyright ⓒ 가온일보 All rights reserved. 무단 전재 및 재배포 금지.</p></div>',
    )


def ohmynews() -> str:
    """오마이뉴스: appeals to support citizen reporters, headings in bold."""
    head, tail = "<br><br>".join(PARAGRAPHS[:3]), "<br><br>".join(PARAGRAPHS[3:])
    return _page(
        _meta(site="오마이뉴스", times=True),
        f'<div class="newstitle"><h2 class="article_tit tit_subject"><a href="/view">{TITLE}</a></h2><p class="tit_subtit">{"<br>".join(SUBTITLES)}</p>'
        f'<div class="info_data"><div>24.05.12 09:30 l <strong>최종 업데이트 24.05.12 11:05</strong></div><a class="name">{REPORTER}({MAIL.split("@")[0]})</a></div></div>{SHARE}'
        f'<div class="article_view"><div class="text" itemprop="articleBody"><figure class="omn-photo"><img><figcaption>▲ {CAPTION}</figcaption></figure>'
        f"{head}<br><br><b>{SUBHEADING}</b><br><br>{tail}</div></div>"
        '<div class="donate_box"><p>이 기사가 마음에 드시나요? 좋은기사 원고료로 응원하세요.</p></div>'
        f'<div class="copy">저작권자(c) 오마이뉴스(시민기자), 무단 전재 및 재배포 금지</div>{MOST_READ}',
    )


def nocut() -> str:
    """노컷뉴스: a mail button for the reporter, a table of links within."""
    text = "<br>\n<br>\n".join(PARAGRAPHS)
    return _page(
        _meta(site="노컷뉴스"),
        f'<div class="h_info"><h2>{TITLE}</h2><ul class="bl_b"><li class="email"><a>{REPORTER} 기자</a><a>메일보내기</a></li>'
        f'<li>2024-05-12 09:30</li></ul></div>{SHARE}<div id="pnlViewTop"><div class="sub_group"><p>{SUBTITLES[0]}<br>{SUBTITLES[1]}</p></div></div>'
        f'<div id="pnlContent"><span class="fr-img-space-wrap"><span class="fr-img-caption fr-fic"><span class="fr-img-wrap"><img><span class="fr-inner">{CAPTION}</span></span></span></span>'
        f'<br>{text}<br></div><div class="e-mail"><h4>※CBS노컷뉴스는 여러분의 제보로 함께 세상을 바꿉니다. 각종 비리와 부당대우 등 모든 얘깃거리를 알려주세요.</h4>'
        f'<ul><li>이메일 : jebo@example.com</li><li>카카오톡 : @노컷뉴스</li></ul></div><div class="relation"><strong>더 클릭!</strong><ul>{_RELATED}</ul></div>',
    )


def segye() -> str:
    """세계일보: paragraphs in an article with a name that says nothing."""
    return _page(
        _meta(site="세계일보", times=True),
        f'<div id="wps_layout1"><h3 id="title_sns">{TITLE}</h3><p class="viewInfo">입력 : 2024-05-12 09:30:00 수정 : 2024-05-12 11:05:00'
        f' <span class="name">{REPORTER} 기자</span></p>{SHARE}</div><div id="wps_layout2"><article class="viewBox2"><em class="precis">{"<br>".join(SUBTITLES)}</em>'
        f'<figure class="class_div_main image"><img><figcaption>{CAPTION}</figcaption></figure>'
        + _p(*PARAGRAPHS)
        + f"<p>{REPORTER} 기자 {MAIL}</p><p>[ⓒ 세계일보 &amp; Segye.com, 무단전재 및 재배포 금지]</p></article></div>{MOST_READ}",
    )


def briefing() -> str:
    """정책브리핑: a ministry's paper, with who to ask and a licence at its end."""
    return _page(
        _meta(site="대한민국 정책브리핑"),
        f'<div class="article_head"><h1>{TITLE}</h1><h2>{"<br>".join(SUBTITLES)}</h2><div class="info"><span>2024.05.12</span><span>가온시</span></div></div>{SHARE}'
        f'<div class="article_body"><div class="view_cont"><div class="img"><img><span class="caption">{CAPTION}</span></div>'
        + "".join(f"<p>&nbsp;{one}</p><p>&nbsp;</p>" for one in PARAGRAPHS)
        + '<p>문의: 가온시 도서관과(044-000-0000)</p></div></div><div class="copyright_box"><p>“이 자료는 가온시의 보도자료를 전재하여 제공함을 알려드립니다.”</p></div>'
        '<div class="kogl"><p>공공누리 출처표시의 조건에 따라 자유이용이 가능합니다. (텍스트)</p></div>'
        f'<div class="prevnext"><p>이전기사</p><a>{PARAGRAPHS[2][:20]}</a></div>',
    )


def seoul() -> str:
    """서울신문: subtitle in a box, a caption under the photograph in a table of its own."""
    text = "<br><br>".join(PARAGRAPHS)
    return _page(
        _meta(site="서울신문", times=True),
        f'<div class="viewHeader"><h1 class="h38">{TITLE}</h1><div class="subTitle_s2">{"<br>".join(SUBTITLES)}</div>'
        f'<div class="writerInfo"><span class="writerName">{REPORTER} 기자</span></div><div class="date">입력 2024-05-12 09:30 수정 2024-05-12 11:05</div>{SHARE}</div>'
        f'<div class="viewContent body18 color700"><div class="v_photo"><img><div class="v_photo_caption">{CAPTION}</div></div>'
        f'{text}<br><br>가온 {REPORTER} 기자</div><p class="copyright">Copyright ⓒ 서울신문 All rights reserved. 무단 전재-재배포, AI 학습 및 활용 금지</p>'
        + MOST_READ,
    )


def edaily() -> str:
    """이데일리: a lead in brackets, the photograph in a table between paragraphs."""
    text = "<br><br>".join(PARAGRAPHS[1:])
    return _page(
        _meta(site="이데일리", times=True),
        f'<div class="news_titles"><h1>{TITLE}</h1><h2>{"<br>".join(SUBTITLES)}</h2><div class="dates"><ul><li>등록 2024-05-12 오전 9:30:00</li><li>수정 2024-05-12 오전 11:05:00</li></ul></div>'
        f'<div class="reporter_name"><a>{REPORTER} 기자</a></div></div>{SHARE}<div class="news_body">[이데일리 {REPORTER} 기자] {PARAGRAPHS[0]}'
        f'<br><br><table class="gd_image" align="center"><tr><td><img></td></tr><tr><td class="gg_textshow">{CAPTION}(사진=가온시)</td></tr></table>'
        f'{text}</div><div class="news_foot"><p>저작권자 © 이데일리 - 당신의 경제 뉴스, 무단전재, 재배포 금지</p></div>{MOST_READ}',
    )


def amp() -> str:
    """An AMP page of an unknown outlet: its own elements, its address on another host."""
    return _page(
        f'<link rel="canonical" href="https://www.gaon.example.com/news/20240512001"><title>{TITLE}</title>'
        + json_ld(author=[{"@type": "Person", "name": f"{REPORTER} 기자"}]),
        f'<amp-sidebar id="sidebar"><ul>{_RELATED}</ul></amp-sidebar><article><h1 class="hd">{TITLE}</h1><h2 class="sub-title">{"<br>".join(SUBTITLES)}</h2>'
        f'<amp-social-share type="facebook">공유</amp-social-share><div class="txt"><figure><amp-img src="1.jpg"></amp-img><figcaption>{CAPTION}</figcaption></figure>'
        + _p(*PARAGRAPHS[:2])
        + "<amp-ad><div>광고 문구가 여기 들어 있다.</div></amp-ad>"
        + _p(*PARAGRAPHS[2:])
        + f"</div></article><amp-list><h4>추천뉴스</h4><ul>{_RELATED}</ul></amp-list>",
    )


def unknown_modules() -> str:
    """CSS modules: class names without meaning, paragraphs as boxes, furniture told by its text alone."""
    body = "".join(f'<div class="_p_8x1">{one}</div>' for one in PARAGRAPHS)
    return _page(
        _meta(times=True),
        f'<div id="__next"><div class="_w_1"><div class="_h_2"><h1>{TITLE}</h1><div class="_i_3"><span>{REPORTER} 기자</span><span>입력 2024.05.12 09:30</span>'
        f'<span>수정 2024.05.12 11:05</span></div></div><div class="_b_4"><div class="_f_5"><picture><img></picture><p>{CAPTION} 가온시 제공</p></div>{body}'
        f'<div class="_z_6">{REPORTER} 기자 {MAIL}</div><div class="_z_7">[가온일보 유튜브 채널 구독하기]</div><div class="_z_8">ⓒ 가온일보, 무단 전재 및 재배포 금지</div></div>'
        f'<div class="_r_9"><strong>이 시각 주요뉴스</strong><ul>{_RELATED}</ul></div></div></div>',
    )


def unknown_spans() -> str:
    """A blog-like editor: every line a paragraph of spans, empty ones between them."""
    lines = "".join(
        f'<p style="text-align:justify"><span style="font-size:16px"><span>{one}</span></span></p><p><br></p>'
        for one in PARAGRAPHS
    )
    return _page(
        _meta(times=True),
        f'<div class="board-view"><dl><dt>{TITLE}</dt><dd>작성자 : {REPORTER} 기자</dd><dd>등록일 : 2024.05.12 09:30</dd></dl><div class="board-content">'
        f'<p style="text-align:center"><img></p><p style="text-align:center"><span>▲ {CAPTION}</span></p>{lines}</div>'
        '<div class="board-nav"><ul><li>이전글 <a>지난 글의 제목이 여기에 있다</a></li><li>다음글 <a>다음 글의 제목이 여기에 있다</a></li></ul></div></div>',
    )


#: How each page is made, by its address.
OUTLETS = {
    "https://www.yna.co.kr/view/AKR20240512000200001": yonhap_summary,
    "https://www.hani.co.kr/arti/area/capital/1000001.html": hani,
    "https://www.donga.com/news/Society/article/all/20240512/1000001/1": donga,
    "https://www.joongang.co.kr/article/25000001": joongang,
    "https://www.khan.co.kr/article/202405120930001": khan,
    **BROADCASTERS,
    "https://v.daum.net/v/20240512093000001": daum,
    "https://n.news.naver.com/article/print/999/0000000002": naver_print,
    "https://www.ohmynews.com/NWS_Web/View/at_pg.aspx?CNTN_CD=A0000000001": ohmynews,
    "https://www.nocutnews.co.kr/news/6000001": nocut,
    "https://www.segye.com/newsView/20240512500001": segye,
    "https://www.korea.kr/news/policyNewsView.do?newsId=148900001": briefing,
    "https://www.seoul.co.kr/news/society/2024/05/12/20240512500001": seoul,
    "https://www.edaily.co.kr/News/Read?newsId=01000001": edaily,
    "https://www.gaon.example.com/news/20240512001": amp,
    "https://modules.example.com/news/1001": unknown_modules,
    "https://spans.example.com/board/1001": unknown_spans,
}
