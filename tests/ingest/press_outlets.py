# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""Pages as Korean outlets laid them out in 2025 and 2026, each with what must be read from it.

The markup follows structure notes of public readers and crawlers (January and October 2026), named
in the rule files.
"""

import json

from tests.ingest.press import (
    CAPTION,
    RELATED,
    SHARE,
    SUBTITLES,
    TEXT,
    TITLE,
    breaks,
    case,
    led,
    ps,
)

_BBC = {
    "props": {
        "pageProps": {
            "pageData": {
                "content": {
                    "model": {
                        "blocks": [
                            {"type": "headline", "model": {"text": TITLE}},
                            {"type": "text", "model": {"text": "이 문단은 화면에 나온 것과 같다."}},
                        ]
                    }
                }
            }
        }
    }
}
_RELEASE = (
    "외교부는 1월 6일(화) 가람국과 나래국의 물 나눔 합의를 환영한다고 밝혔다.",
    "하늬보 차관은 같은 날 두 나라 대사와 만나 합의의 이행을 돕겠다는 뜻을 전달하였다.",
    "양측은 올해 안에 전문가 회의를 열기로 하였다.",
)
_NORTH = (
    "누리강류역의 협동농장들에서 물관리를 개선하기 위한 사업이 힘있게 벌어지고있다.",
    "농장원들은 물길보수공사를 짧은 기간에 끝내는 성과를 거두었다.",
    "일군들은 앞채를 메고 대중을 불러일으키였다.",
)
# fmt: off
OUTLETS = (
    case(
        "https://www.yonhapnewstv.co.kr/news/AKR20260106000001",
        "연합뉴스TV",
        '<div class="article-inheader"><h3><a>세계</a></h3>'
        f'<h2>{TITLE}</h2><div class="reporter-info"><span>입력 2026-01-06 16:21:55</span><span>수정 2026-01-06 17:02:10</span></div></div>{SHARE}'
        f'<div class="article-body"><div class="article-body-text"><div class="ynaobject ynaimage"><img class="yna_img"><div class="yna_caption">{CAPTION} [로이터=연합뉴스 제공]</div></div>'
        f'{breaks(*TEXT)}<br><br>#누리강 #외교 #물<br><br>연합뉴스TV 기사문의 및 제보 : 카톡/라인 jebo23<br><br>한가람(garam@example.com)</div></div>'
        f'<div class="article-keyword"><ul><li><a>#누리강</a></li></ul></div><div class="reporter-name"><span>한가람</span></div><div class="rank"><ul>{RELATED}</ul></div>',
        captions=(f"{CAPTION} [로이터=연합뉴스 제공]",),
        published="2026-01-06T16:21:55", modified="2026-01-06T17:02:10",
    ),
    case(
        "https://www.mbn.co.kr/news/world/5000001",
        "MBN 뉴스",
        f'<div class="title_box"><div class="section">뉴스 &gt; 국제</div><h1>{TITLE}</h1><div class="txt_box"><span class="time">기사입력 2026-01-06 13:59 l 최종수정 2026-01-06 14:16</span></div></div>{SHARE}'
        f'<div id="newsViewArea" itemprop="articleBody"><div class="center_img"><img><div class="cap">{CAPTION} / 사진=가온시 제공</div></div>'
        f'{breaks(*TEXT)}<br><br>[ 한가람 기자 / garam@example.com ]<br><br><div class="news_ad"><p>화제 뉴스</p><ul>{RELATED}</ul></div>'
        "< Copyright ⓒ MBN(매일방송) 무단전재 및 재배포 금지 ></div>",
        captions=(f"{CAPTION} / 사진=가온시 제공",),
        published="2026-01-06T13:59", modified="2026-01-06T14:16", outlet="MBN",
    ),
    case(
        "https://news.tvchosun.com/site/data/html_dir/2026/01/06/2026010690001.html",
        "TV조선 뉴스",
        f'<div class="view-title"><div class="category"><span><a>국제</a></span></div><h2 class="title">{TITLE}</h2><div class="editor"><div class="name-box"><a class="reporter">한가람 기자</a><a class="department">국제부</a></div>'
        f'<div class="date"><ul><li><p>등록: 2026.01.06 오후 17:25</p></li><li><p>수정: 2026.01.06 오후 18:01</p></li></ul></div></div></div>{SHARE}'
        f'<div class="item-main"><div class="contents"><div class="img-box"><img><span class="description">{CAPTION} /AP 연합뉴스</span></div><div class="text-box"><p>{breaks(*TEXT)}</p></div></div></div>'
        "<p>Copyrights ⓒ TV조선. 무단전재 및 재배포 금지</p><p>제보하기</p><ul><li>* 뉴스제보 : 이메일(tvchosun@example.com), 카카오톡(tv조선제보)</li></ul>"
        f'<div class="more"><ul>{RELATED}</ul></div>',
        captions=(f"{CAPTION} /AP 연합뉴스",),
        published="2026-01-06T17:25", modified="2026-01-06T18:01", outlet="TV조선",
    ),
    case(
        "https://ichannela.com/news/detail/000000500001.do",
        "채널A 뉴스",
        f'<div class="news_article_title"><h2><span class="title">{TITLE}</span></h2></div><div class="public"><span class="cata">국제</span><span class="date">2026-01-06</span><span class="time">16:46</span></div>{SHARE}'
        f'<div class="news_page_txt">{breaks(*TEXT)}<br><br>한가람 기자 garam@example.com</div><div class="copy">Copyright Ⓒ 채널A. All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</div>'
        f'<div class="rec"><strong>시청자 의견</strong><ul>{RELATED}</ul></div>',
        published="2026-01-06T16:46", outlet="채널A",
    ),
    case(
        "https://www.asiae.co.kr/article/world/2026010610540000001",
        "아시아경제",
        f'<div class="area_title"><div class="lc"><a class="btn_title">국제</a></div><h1>{TITLE}</h1><div class="date_box"><p>입력 2026.01.06 10:54</p><p>수정 2026.01.06 11:20</p></div></div>{SHARE}'
        f'<div class="article_head"><h4>{SUBTITLES[0]}</h4><h4>{SUBTITLES[1]}</h4></div><div class="cont_sub"><div class="article" id="txt_area"><div class="article_photo"><img><p class="txt">{CAPTION}. 로이터연합뉴스</p><a class="btn_zoom">원본보기 아이콘</a></div>'
        + "".join(f'<p data-alda-marking>{one}</p>' for one in TEXT)
        + f'<div class="google_ad">광고</div><p class="e_article">한가람 기자 garam@example.com</p></div></div><p class="txt_prohibition">&lt;ⓒ투자가를 위한 경제콘텐츠 플랫폼, 아시아경제(www.asiae.co.kr) 무단전재 배포금지&gt;</p>'
        f'<div class="reporter"><p><strong>한가람</strong> 기자</p><button>구독</button></div><div class="box"><h3>지금 뜨는 뉴스</h3><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. 로이터연합뉴스",),
        published="2026-01-06T10:54", modified="2026-01-06T11:20",
    ),
    case(
        "https://www.kmib.co.kr/article/view.asp?arcid=0020000001",
        "국민일보",
        f'<div class="article_header"><div class="breadcrumb"><a>시사</a><a>국제</a></div><h1 class="article_headline">{TITLE}</h1><div class="datetime"><div>입력:2026-01-06 14:00</div><div>수정:2026-01-06 15:30</div></div></div>{SHARE}'
        f'<div class="article_content"><div id="articleBody" class="article_body"><div class="article_body_img"><figure><img><figcaption>{CAPTION}. AP뉴시스</figcaption></figure></div>'
        f'{TEXT[0]}<br/><br/>{TEXT[1]}<br/><br/><div class="article_recommend"><h4>이 기사와 함께 보면 좋은 기사</h4><ul>{RELATED}</ul></div>{breaks(*TEXT[2:])}<br/><br/>한가람 기자 garam@example.com<br/><br/></div></div>'
        "<p>GoodNews paper ⓒ 국민일보(www.kmib.co.kr), 무단전재 및 수집, 재배포 및 AI학습 이용 금지</p>",
        captions=(f"{CAPTION}. AP뉴시스",),
        published="2026-01-06T14:00", modified="2026-01-06T15:30",
    ),
    case(
        "https://www.munhwa.com/article/11500001",
        "문화일보",
        f'<div class="article-header"><div class="section-title"><a class="depth1">국제</a><a class="depth2">유럽</a></div><h1 class="title">{TITLE}</h1><div class="byline"><div class="writer"><span><a>한가람 기자</a></span><span><a>노을 기자</a></span></div><div class="date-publish">입력 2026-01-05 23:24</div><div class="date-modify">수정 2026-01-06 08:10</div></div></div>{SHARE}'
        f'<div class="article-subtitle">{ps(*SUBTITLES)}</div><div id="article-body" class="article-body"><div class="article-photo-wrap"><figure class="article-img"><img><figcaption class="caption">{CAPTION}. AP 연합뉴스</figcaption></figure></div>'
        + ps(*TEXT, name="text-l")
        + f'<p class="text-l">한가람·노을 기자</p></div><div class="reporter-card"><div>한가람 기자</div><div>국제부 / 부장</div></div><div class="news-rank"><h3>주요뉴스</h3><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. AP 연합뉴스",), bylines=("한가람", "노을"),
        published="2026-01-05T23:24", modified="2026-01-06T08:10",
    ),
    case(
        "https://www.nocutnews.co.kr/news/6450001",
        "노컷뉴스",
        f'<div class="sub_group"><strong>국제</strong></div><div class="h_info"><h1>{TITLE}</h1><ul class="bl_b"><li class="email"><span>CBS노컷뉴스 한가람 기자</span></li><li>2026-01-06 14:51</li></ul></div>{SHARE}<h3 class="news-h3">{"<br>".join(SUBTITLES)}</h3>'
        f'<div id="pnlContent"><div class="news-image"><span class="fr-img-caption fr-fic"><img><span class="fr-inner">{CAPTION}. 연합뉴스</span></span></div>{breaks(*TEXT)}</div>'
        '<p>※CBS노컷뉴스는 여러분의 제보로 함께 세상을 바꿉니다. 각종 비리와 부당대우, 사건사고와 미담 등 모든 얘깃거리를 알려주세요.</p><ul><li>이메일 :<a>jebo@example.com</a></li><li>카카오톡 :<a>@노컷뉴스</a></li></ul>'
        f'<div class="jebo"><h4>많이 본 뉴스</h4><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. 연합뉴스",),
        published="2026-01-06T14:51",
    ),
    case(
        "https://www.wowtv.co.kr/NewsCenter/News/Read?articleId=A202601060001",
        "한국경제TV",
        f'<div class="location-page"><ul><li><a><span>뉴스</span></a></li><li><a><span>국제</span></a></li></ul></div><h1 class="title-news">{TITLE}</h1><div class="news-aside"><p><span>한가람 기자</span></p><p class="date-news">입력 <span id="artdate">2026-01-06 15:33</span> 수정 <span id="artupdate">2026-01-06 16:05</span></p></div>{SHARE}'
        f'<div class="box-news-body"><div id="divNewsContent"><div><img itemprop="image"></div>{breaks(*TEXT)}<br><br>(사진=연합뉴스)<br><br></div></div><div class="box-news-tags"><a class="hash-tag02">#누리강</a></div>'
        f'<div class="repoter-aside"><strong>한가람 기자</strong><span class="part">디지털뉴스부</span></div><p>Copyrightⓒ한국경제TV. All Rights Reserved. (www.wowtv.co.kr) 무단전재 및 재배포 금지</p><ul>{RELATED}</ul>',
        published="2026-01-06T15:33", modified="2026-01-06T16:05",
    ),
    case(
        "https://www.nongmin.com/article/20260105500001",
        "농민신문",
        f'<div class="view_top"><div class="view_tit"><pre>{TITLE}</pre></div><div class="view_data"><div class="inr"><pre>입력 : 2026-01-05 18:47</pre><pre>수정 : 2026-01-06 08:00</pre></div></div></div>{SHARE}<div class="news_sub_tit"><pre><strong>{SUBTITLES[0]}\n{SUBTITLES[1]}</strong></pre></div>'
        f'<div class="news_txt ck-content"><figure class="image"><img><figcaption>{CAPTION}. 연합뉴스</figcaption></figure>{ps(*TEXT)}<p>한가람 기자 garam@example.com</p></div><div class="news_hawk"><ul class="teb_btn"><li id="writeName">한가람</li></ul></div>'
        f'<div class="view_rel"><p>ⓒ 농민신문 &amp; nongmin.com, 무단 전재 및 수집, 재배포 금지</p><h4>관련기사</h4><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. 연합뉴스",),
        published="2026-01-05T18:47", modified="2026-01-06T08:00",
    ),
    case(
        "https://www.osen.co.kr/article/G1112000001",
        "OSEN",
        f'<div class="page-location"><a>Home</a><a>Entertainment</a></div><strong class="view-info_title">{TITLE}</strong><div class="view-info"><div class="view-info__journalist"><em>한가람 기자</em></div><div class="view-info__date">발행 2026.01.06 07:06</div></div>{SHARE}'
        f'<div id="articleBody" itemprop="articleBody"><div class="article_paragarph"><img class="view_photo"></div>'
        + "".join(f'<div class="article_paragarph">{one}</div>' for one in led("[OSEN=한가람 기자] "))
        + '<div class="article_paragarph">/garam@example.com</div><div class="article_paragarph">[사진] OSEN DB.</div></div>'
        f'<div class="view-copy">[Copyright ⓒ 한국 최고의 스포츠 엔터테인먼트 전문 미디어 OSEN(www.osen.co.kr) 무단전재 및 재배포 금지]</div><div class="view-best"><ul>{RELATED}</ul></div>',
        text=led("[OSEN=한가람 기자] "),
        published="2026-01-06T07:06",
    ),
    case(
        "https://biz.sbs.co.kr/article/20000280001",
        "SBS Biz",
        f'<div class="article_head"><div class="ah_category"><span class="aha_title">글로벌</span></div><h3 class="ah_big_title">{TITLE}</h3><div class="ah_info"><span class="ahi_name">한가람 기자</span><span class="ahi_date">입력 2026.01.06.18:05</span><span class="ahi_date">수정 2026.01.06.18:40</span></div></div>{SHARE}'
        f'<div class="article_body"><div class="ab_photo"><img><p class="ab_caption">[{CAPTION} (AFP=연합뉴스)]</p></div><div class="ab_text">{breaks(*TEXT)}</div><div class="ab_reporter"><strong class="rl_title">한가람</strong><span class="rl_subtext">garam@example.com</span></div></div>'
        f'<p class="ab_copy">당신의 제보가 뉴스로 만들어집니다.<br>SBS Biz는 여러분의 제보를 기다리고 있습니다.</p><p>저작권자 SBS미디어넷 &amp; SBSi 무단전재-재배포 금지</p><div class="al"><h4>한가람 다른기사</h4><ul>{RELATED}</ul></div>',
        captions=(f"[{CAPTION} (AFP=연합뉴스)]",),
        published="2026-01-06T18:05", modified="2026-01-06T18:40",
    ),
    case(
        "https://www.kookje.co.kr/news2011/asp/newsbody.asp?code=0400&key=20260106.22000001",
        "국제신문",
        f'<div class="news_title"><h1>{TITLE}</h1><h2>{SUBTITLES[0]}</h2><h2>{SUBTITLES[1]}</h2></div><div class="f_news_info"><span class="f_news_repoter">한가람 garam@example.com 기자</span> | <span class="f_news_date">입력 : 2026-01-06 19:24:10</span></div>{SHARE}'
        f'<div class="news_article"><table width="600" align="center"><tr><td><img id="newsimg"></td></tr><tr><td class="imgcaption">{CAPTION}. 국제신문DB</td></tr></table>{breaks(*TEXT)}<br><br><div style="float:right"><ins>광고</ins></div></div>'
        f'<div class="copy">ⓒ국제신문(www.kookje.co.kr), 무단 전재 및 재배포 금지</div><div class="relnews"><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. 국제신문DB",),
        published="2026-01-06T19:24:10",
    ),
    case(
        "https://newstapa.org/article/Ab1Cd",
        "뉴스타파",
        f'<div class="category-container"><h6>국제</h6></div><h3 class="entry-title">{TITLE}</h3><div class="journalist-item"><div class="flex-grow-1"><h6 class="font-weight-bold"><a>한가람</a></h6><p>2025년 12월 26일 15시 12분</p></div></div><div class="journalist-item"><h6 class="font-weight-bold"><a>노을</a></h6></div>{SHARE}'
        '<div class="article-body">'
        + "".join(f'<div class="ce-block"><div class="ce-block__content"><div class="ce-paragraph cdx-block">{one}</div></div></div>' for one in TEXT[:3])
        + f'<div class="ce-block"><div class="ce-block__content"><h3 class="ce-header">말뿐이던 열 해</h3></div></div><div class="ce-block"><div class="cdx-block image-tool"><div class="image-tool__image"><img class="image-tool__image-picture"></div><div class="cdx-input image-tool__caption">▲ {CAPTION}</div></div></div>'
        + "".join(f'<div class="ce-block"><div class="ce-block__content"><div class="ce-paragraph cdx-block">{one}</div></div></div>' for one in TEXT[3:])
        + f'</div><div class="tags-container"><div class="tags-list"><a>#누리강</a></div></div><div class="made"><h6>제작진</h6></div><div class="donation-box"><p>뉴스타파는 권력과 자본의 간섭을 받지 않고 진실만을 보도하기 위해, 광고나 협찬 없이 오직 후원회원들의 회비로만 제작됩니다. 월 1만원 후원으로 더 나은 세상을 만들어주세요.</p></div><ul>{RELATED}</ul>',
        text=(*TEXT[:3], "#말뿐이던 열 해", *TEXT[3:]), captions=(CAPTION,), bylines=("한가람", "노을"),
        published="2025-12-26T15:12",
    ),
    case(
        "https://www.hankookilbo.com/News/Read/A2026010614000001",
        "한국일보",
        f'<div class="depth1-grp-tit">국제</div><div class="news-view-head"><h2 class="news-view-ttl">{TITLE}</h2><p class="news-view-lead">{"<br>".join(SUBTITLES)}</p></div><div class="writer-info"><span class="name">한가람 기자</span><span class="date">입력 2026-01-06 15:30</span></div>{SHARE}'
        f'<div class="end-body"><figure><div class="img-box"><img></div><figcaption>{CAPTION}. AFP 연합뉴스</figcaption></figure>{ps(*TEXT[:3])}<div class="end-ad"><span>광고</span></div>{ps(*TEXT[3:])}<div class="btm-writer"><strong>한가람 기자</strong><a>구독</a></div></div>'
        f'<p>ⓒ한국일보</p><div class="reco"><strong>당신이 관심 있을만한 이슈</strong><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. AFP 연합뉴스",),
        published="2026-01-06T15:30",
    ),
    case(
        "https://www.chosun.com/international/2026/01/06/ABCDEFGHIJKLMNOPQRSTUVWX2A/",
        "조선일보",
        f'<section class="article-header"><div class="breadcrumb"><a>국제</a><a>국제 일반</a></div><div class="article-header__headline-container"><h1 class="article-header__headline"><span>{TITLE}</span></h1><p><span>{"<br>".join(SUBTITLES)}</span></p></div></section>'
        f'<div class="article-byline"><a class="article-byline__author">나래시/한가람 특파원</a></div><div class="article-dateline"><span class="inputDate">입력 2026.01.06. 08:15</span><span class="upDate">업데이트 2026.01.06. 13:50</span></div>{SHARE}'
        f'<section class="article-body"><figure><div class="lazyload-wrapper"><img></div><figcaption>{CAPTION}. /AFP 연합뉴스</figcaption></figure>{ps(*TEXT[:4], name="article-body__content-text")}<div class="arcad-wrapper">광고</div>{ps(*TEXT[4:], name="article-body__content-text")}</section>'
        f'<div class="article-tags"><a><span>#누리강</span></a></div><p>매일 조선일보에 실린 칼럼 5개가 담긴 뉴스레터를 받아보세요. 세상에 대한 통찰을 얻을 수 있습니다.</p><a>칼럼니스트 뉴스레터 구독하기</a><ul>{RELATED}</ul>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. /AFP 연합뉴스",),
        published="2026-01-06T08:15", modified="2026-01-06T13:50",
    ),
    case(
        "https://www.khan.co.kr/article/202601061234001",
        "경향신문",
        f'<article><header><div class="category"><a>국제</a></div><h1>{TITLE}</h1><div class="date"><a>수정</a><div class="inner"><p>입력 2026.01.06 12:34</p><p>수정 2026.01.06 14:00</p></div></div><div class="bottom"><ul class="editor"><li><a>한가람 기자</a></li></ul>{SHARE}</div></header>'
        f'<div class="art_cont"><div id="articleBody" class="art_body"><div class="art_photo"><img><p class="caption">{CAPTION}. 로이터연합뉴스</p></div>{ps(*TEXT[:2], name="content_text text-l")}<p class="content_text text-l"><strong>말뿐이던 열 해</strong></p>{ps(*TEXT[2:], name="content_text text-l")}</div></div></article>'
        f'<div class="latest"><h3>오늘의 핵심 이슈</h3><ul>{RELATED}</ul></div>',
        text=(*TEXT[:2], "#말뿐이던 열 해", *TEXT[2:]), captions=(f"{CAPTION}. 로이터연합뉴스",),
        published="2026-01-06T12:34", modified="2026-01-06T14:00",
    ),
    case(
        "https://news.nate.com/view/20260106n00001",
        "네이트뉴스",
        f'<div class="articleHead"><h1 class="articleSubecjt">{TITLE}</h1><p class="articleInfo"><a class="medium">가온일보</a><span class="firstDate">기사전송 <em>2026-01-06 09:11</em></span><span class="lastDate">최종수정 <em>2026-01-06 09:45</em></span></p></div>{SHARE}'
        f'<div id="articleContetns"><div id="realArtcContents"><span class="sub_tit"><b>{"<br>".join(SUBTITLES)}</b></span><br><br><span class="img_ad"><img><br>{CAPTION} (사진=연합뉴스)</span><br>{breaks(*TEXT)}<br><br>한가람(garam@example.com)</div></div>'
        f'<div class="recomm"><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION} (사진=연합뉴스)",),
        published="2026-01-06T09:11", modified="2026-01-06T09:45", outlet="가온일보",
    ),
    case(
        "https://www.news1.kr/world/europe/6000001",
        "뉴스1",
        f'<h1 class="article-h2-header-title">{TITLE}</h1><h2 class="article-h2-header-sub">{"<br>".join(SUBTITLES)}</h2><div class="info"><span class="reporter">한가람 기자</span><span id="article_created">2026.01.06 오전 09:11</span> 업데이트 <span id="article_modified">2026.01.06 오후 01:05</span></div>{SHARE}'
        f'<div id="articleBodyContent"><figure><img><figcaption>{CAPTION}. 2026.01.03/뉴스1 ⓒ AFP=뉴스1</figcaption></figure>{ps(*led("(나래=뉴스1) 한가람 기자 = "))}<p>garam@example.com</p></div><p>Copyright ⓒ 뉴스1. All rights reserved. 무단 전재 및 재배포, AI학습 이용금지.</p><ul>{RELATED}</ul>',
        text=led("(나래=뉴스1) 한가람 기자 = "), subtitles=SUBTITLES, captions=(f"{CAPTION}. 2026.01.03/뉴스1 ⓒ AFP=뉴스1",),
        published="2026-01-06T09:11", modified="2026-01-06T13:05", agency="뉴스1", dateline="나래",
    ),
    case(
        "https://news.mt.co.kr/mtview.php?no=2026010609000000001",
        "머니투데이",
        f'<div class="view_top"><h1 class="subject">{TITLE}</h1><ul class="info2"><li class="name"><a>머니투데이 한가람 기자</a></li><li class="name"><a>나래=노을 특파원</a></li><li class="date">2026.01.06 09:11</li></ul></div>{SHARE}'
        f'<div id="textBody"><table class="article_photo center"><tr><td class="img"><img></td></tr><tr><td class="alt">{CAPTION} /로이터=뉴스1</td></tr></table>{breaks(*TEXT[:3])}<br><br><div class="article_add"><h4>관련기사</h4><ul>{RELATED}</ul></div>{breaks(*TEXT[3:])}<br><br></div>'
        "<p>&lt;저작권자 © '돈이 보이는 리얼타임 뉴스' 머니투데이, 무단전재 및 재배포 금지&gt;</p>",
        captions=(f"{CAPTION} /로이터=뉴스1",), bylines=("한가람", "노을"),
        published="2026-01-06T09:11",
    ),
    case(
        "https://www.hankyung.com/article/2026010600001",
        "한국경제",
        f'<div class="article-header"><h1 class="headline">{TITLE}</h1><div class="datetime"><span class="item">입력<span class="txt-date">2026.01.06 09:11</span></span><span class="item">수정<span class="txt-date">2026.01.06 09:58</span></span></div></div>{SHARE}<div class="article-body-wrap"><div class="summary-lead"><ul><li>{SUBTITLES[0]}</li><li>{SUBTITLES[1]}</li></ul></div>'
        f'<div class="article-body" id="articletxt" itemprop="articleBody"><figure class="article-figure"><div class="figure-img"><img></div><figcaption class="figure-caption">{CAPTION}. 사진=로이터</figcaption></figure>{breaks(*TEXT)}<br><br>한가람 기자 garam@example.com</div></div>'
        f'<div class="article-copyright"><p>ⓒ 한경닷컴, 무단전재 및 재배포 금지</p></div><div class="relate"><ul>{RELATED}</ul></div>',
        captions=(f"{CAPTION}. 사진=로이터",),
        published="2026-01-06T09:11", modified="2026-01-06T09:58",
    ),
    case(
        "https://www.sedaily.com/NewsView/2K0000000A",
        "서울경제",
        f'<div class="article_head"><h1 class="art_tit">{TITLE}</h1><div class="article_info"><span class="url_txt">입력2026-01-06 09:11:00</span><span class="url_txt">수정 2026.01.06 10:02:11</span></div></div>{SHARE}<div class="sub_tit">{"<br>".join(SUBTITLES)}</div>'
        f'<div class="article_view" itemprop="articleBody"><div class="art_photo"><img><span class="ph_tit">{CAPTION}. 로이터연합뉴스</span></div>{breaks(*TEXT)}<br><br></div><div class="reporter_info"><a>한가람 기자</a><a>garam@example.com</a></div>'
        f'<p class="copyright">&lt; 저작권자 ⓒ 서울경제, 무단 전재 및 재배포 금지 &gt;</p><div class="rel"><strong>관련 뉴스</strong><ul>{RELATED}</ul></div>',
        subtitles=SUBTITLES, captions=(f"{CAPTION}. 로이터연합뉴스",),
        published="2026-01-06T09:11", modified="2026-01-06T10:02:11",
    ),
    case(
        "https://www.fnnews.com/news/202601060911000001",
        "파이낸셜뉴스",
        f'<div class="view_hd"><h1 class="tit_view">{TITLE}</h1><div class="byline"><em class="reporter">한가람 기자</em><em>파이낸셜뉴스</em><em>입력 2026.01.06 09:11</em><em>수정 2026.01.06 09:31</em></div></div>{SHARE}<div class="desc">{"<br>".join(SUBTITLES)}</div>'
        f'<div id="article_content"><div class="photo_center"><img><div class="caption">{CAPTION}. 연합뉴스</div></div>{breaks(*led("[파이낸셜뉴스] "))}<br><br>garam@example.com 한가람 기자</div><div class="copy_txt">※ 저작권자 ⓒ 파이낸셜뉴스, 무단전재-재배포 금지</div><ul>{RELATED}</ul>',
        text=led("[파이낸셜뉴스] "), subtitles=SUBTITLES, captions=(f"{CAPTION}. 연합뉴스",),
        published="2026-01-06T09:11", modified="2026-01-06T09:31",
    ),
    case(
        "https://www.etnews.com/20260106000001",
        "전자신문",
        f'<div class="article_header"><h2 id="article_title_h2">{TITLE}</h2><p>발행일 : 2026-01-06 09:11</p><p>업데이트 : 2026-01-06 10:00</p></div>{SHARE}<section class="article_body" id="articleBody"><figure class="article_image"><a><img></a><figcaption>{CAPTION}</figcaption></figure>{ps(*TEXT)}<p>한가람 기자 garam@example.com</p>'
        f'</section><div class="related"><h4>관련 기사</h4><ul>{RELATED}</ul></div>',
        captions=(CAPTION,),
        published="2026-01-06T09:11", modified="2026-01-06T10:00",
    ),
    case(
        "https://zdnet.co.kr/view/?no=20260106091100",
        "지디넷코리아",
        f'<div class="news_head"><h1>{TITLE}</h1><p class="summary">{SUBTITLES[0]}…{SUBTITLES[1]}</p><p class="meta"><span>입력 :2026/01/06 09:11</span>&nbsp;&nbsp;&nbsp;<span>수정: 2026/01/06 09:40</span></p></div><div class="reporter_list"><ul><li><a>한가람 기자</a></li></ul></div>{SHARE}'
        f'<div id="articleBody"><figure class="image" style="width:640px"><img><figcaption>{CAPTION}</figcaption></figure>{ps(*TEXT)}<div class="news_box connect"><h4>관련기사</h4><ul>{RELATED}</ul></div></div>',
        subtitles=(f"{SUBTITLES[0]}…{SUBTITLES[1]}",), captions=(CAPTION,),
        published="2026-01-06T09:11", modified="2026-01-06T09:40",
    ),
    case(
        "https://www.pressian.com/pages/articles/2026010609110000001",
        "프레시안",
        f'<div class="view_header"><p class="title">{TITLE}</p><p class="sub_title">[나래 통신] {SUBTITLES[0]}</p><div class="byother"><span class="name">한가람 기자</span></div><div class="byotherspan"><span class="date">기사입력 2026.01.06. 09:11:22</span></div></div>{SHARE}'
        f'<div class="article_body" itemprop="articleBody">{ps(*TEXT[:3])}<figure class="body_img_caption"><img><figcaption>▲{CAPTION}. ⓒ프레시안(한가람)</figcaption></figure>{ps(*TEXT[3:])}</div>'
        f'<div class="list_author"><strong>한가람 기자</strong><p>강과 사람을 씁니다. 좋은 이야기를 찾아다닙니다.</p><button>구독하기</button></div><div class="donation"><p>프레시안에 제보하기 프레시안에 CMS 정기후원하기</p></div><ul>{RELATED}</ul>',
        subtitles=(f"[나래 통신] {SUBTITLES[0]}",), captions=(f"▲{CAPTION}. ⓒ프레시안(한가람)",),
        published="2026-01-06T09:11:22",
    ),
    case(
        "https://www.bbc.com/korean/articles/c000000000o",
        "BBC News 코리아",
        f'<main role="main"><h1 id="content" tabindex="-1">{TITLE}</h1><figure><div><picture><img></picture></div><figcaption><span class="visually-hidden">사진 출처, </span><span role="text">Getty Images</span></figcaption></figure><figcaption><span class="visually-hidden">사진 설명, </span><p>{CAPTION}</p></figcaption>'
        '<section role="region" aria-labelledby="article-byline"><strong id="article-byline" class="visually-hidden">기사 관련 정보</strong><ul><li><span>기자, </span><span>한가람</span></li><li><span>기자, </span><span>BBC 코리아</span></li></ul></section><div><time datetime="2026-01-06">2026년 1월 6일</time></div>'
        + "".join(f'<div dir="ltr"><p dir="ltr"><b>{one}</b></p></div>' if n == 0 else f'<div dir="ltr"><p dir="ltr">{one}</p></div>' for n, one in enumerate(TEXT[:3]))
        + f'<div><h2 id="말뿐이던-열-해" tabindex="-1">말뿐이던 열 해</h2></div>{ps(*TEXT[3:])}<section aria-label="관련 기사"><h2>관련 기사</h2><ul>{RELATED}</ul></section></main>',
        head=f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(_BBC, ensure_ascii=False)}</script><meta name="article:published_time" content="2026-01-06T00:11:22.000Z"><meta name="article:modified_time" content="2026-01-06T02:00:00.000Z">',
        text=(*TEXT[:3], "#말뿐이던 열 해", *TEXT[3:]), captions=(CAPTION,),
        published="2026-01-06T09:11:22", modified="2026-01-06T11:00", outlet="BBC 코리아",
    ),
    case(
        "https://www.voakorea.com/a/1000001.html",
        "VOA",
        f'<div class="hdr-container"><div class="category"><a>세계</a></div><h1 class="title pg-title">{TITLE}</h1><div class="publishing-details"><div class="published"><span class="date"><time datetime="2026-01-06T00:11:22+00:00">2026.1.6 오전 9:11</time></span></div><div class="links"><ul class="links__list"><li class="links__item"><a class="links__item-link">한가람</a></li></ul></div></div></div>{SHARE}'
        f'<div class="media-pholder"><figure class="media-image"><div class="img-wrap"><img></div><figcaption><span class="caption">{CAPTION}. (자료사진)</span></figcaption></figure></div><div class="body-container"><div class="intro"><p>{TEXT[0]}</p></div><div id="article-content" class="content-offset"><div class="wsw">{ps(*TEXT[1:])}<p>VOA 뉴스 한가람입니다.</p><div class="wsw__embed"><a>더 보기</a></div></div><ul>{RELATED}</ul></div></div>',
        text=(*TEXT, "VOA 뉴스 한가람입니다."), captions=(f"{CAPTION}. (자료사진)",),
        published="2026-01-06T09:11:22", outlet="미국의소리",
    ),
    case(
        "https://www.dailynk.com/20260106-1/",
        "데일리NK",
        f'<article class="post"><header class="td-post-title"><ul class="td-category"><li><a>북한</a></li></ul><h1 class="entry-title">{TITLE}</h1><p class="td-post-sub-title">{SUBTITLES[0]}</p><div class="td-module-meta-info"><div class="td-post-author-name">By <a>한가람 기자</a></div><span class="td-post-date"><time class="entry-date updated" datetime="2026-01-06T09:11:00+09:00">2026.01.06 9:11 오전</time></span></div></header>{SHARE}'
        f'<div class="td-post-content"><figure class="wp-caption aligncenter"><img><figcaption class="wp-caption-text">{CAPTION}. /사진=데일리NK</figcaption></figure>{ps(*TEXT)}<div class="jp-relatedposts"><h3>관련</h3><ul>{RELATED}</ul></div></div></article>',
        subtitles=(SUBTITLES[0],), captions=(f"{CAPTION}. /사진=데일리NK",),
        published="2026-01-06T09:11",
    ),
    case(
        "https://www.mofa.go.kr/www/brd/m_4080/view.do?seq=370001",
        "외교부",
        '<div class="bo_view"><div class="bo_head"><h2>하늬보 차관, 물 나눔 합의 관련 두 나라 대사 면담</h2><dl><dt>부서명</dt><dd>가람과</dd><dt>작성일</dt><dd>2026-01-06</dd><dt>조회수</dt><dd>321</dd></dl></div><div class="bo_con"><div class="se-contents">'
        f'<p>□ {_RELEASE[0]}</p><p>&nbsp;</p><p>□ {_RELEASE[1]}</p><p>&nbsp;</p><p>□ {_RELEASE[2]}</p><p>&nbsp;</p><p>붙임 : 면담 사진. 끝.</p></div></div>'
        '<div class="bo_file"><ul><li><a>26-001 보도자료.hwpx</a><a>다운로드</a><a>미리보기</a></li></ul></div><p>메뉴담당부서 : 공보담당관실</p><p>전화 02-0000-0000</p></div><ul><li>이전글 <a>지난 보도자료의 제목이 여기에 있다</a></li></ul>',
        title="하늬보 차관, 물 나눔 합의 관련 두 나라 대사 면담",
        text=tuple(f"□ {one}" for one in _RELEASE),
        published="2026-01-06T00:00", bylines=(),
    ),
    case(
        "http://www.kcna.kp/kp/article/q/0000000000000000000000000000000000000000000000000000000000000001.kcmsf",
        "조선중앙통신",
        '<div class="article-main"><header class="article-main-title"><h1>누리강류역 농장들 물길보수 결속</h1></header><div class="article-content-body"><div class="content-wrapper">'
        f'<p>(평양 1월 6일발 조선중앙통신)</p>{ps(*_NORTH)}<p>(끝)</p></div></div><div class="publish-time">www.kcna.kp (주체115.1.6.)</div></div>',
        title="누리강류역 농장들 물길보수 결속",
        text=("(평양 1월 6일발 조선중앙통신)", *_NORTH), published="2026-01-06T00:00",
        agency="조선중앙통신", dateline="평양", bylines=(),
    ),
    case(
        "https://www.donga.com/news/Inter/article/all/20260106/130000001/1",
        "동아일보",
        f'<section class="head_group"><h1>{TITLE}</h1><ul class="news_info"><li class="date_info"><button>업데이트<span aria-hidden="true">2026-01-06 10:02</span></button><div class="sub_date">입력<span aria-hidden="true">2026-01-06 09:11</span></div></li></ul></section>{SHARE}'
        f'<section class="news_view"><h2 class="sub_tit">{SUBTITLES[0]}<br>{SUBTITLES[1]}<br>"이행이 관건" 지적도</h2><figure class="img_cont"><div class="btn_img"><button>크게보기</button></div><img><figcaption>{CAPTION}. 나래=AP 뉴시스</figcaption></figure>{breaks(*TEXT[:2])}<br><br><b>● 말뿐이던 열 해<br></b><br>{TEXT[2]}<div class="view_m_ad02">광고</div><br><br>{breaks(*TEXT[3:])}<br><!--BYLINE-->'
        '<div class="byline">나래=한가람 특파원 garam@example.com<br>노을 기자 noeul@example.com</div></section><p class="caution_text">© dongA.com All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</p>'
        f'<section class="sec_recommend"><h3>지금 뜨는 뉴스</h3><ul>{RELATED}</ul></section>',
        text=(*TEXT[:2], "#● 말뿐이던 열 해", *TEXT[2:]), subtitles=(*SUBTITLES, '"이행이 관건" 지적도'), captions=(f"{CAPTION}. 나래=AP 뉴시스",), bylines=("한가람", "노을"),
        published="2026-01-06T09:11", modified="2026-01-06T10:02",
    ),
    case(
        "https://news.sbs.co.kr/news/endPage.do?news_id=N1008000001",
        "SBS 뉴스",
        f'<div class="w_article_title"><h1 id="news-title">{TITLE}</h1><div class="reporter_area"><a class="reporter">한가람 기자</a></div><div class="date_area"><span>작성 2026.01.06 09:11</span><span>수정 2026.01.06 10:02</span></div></div>{SHARE}'
        f'<div class="w_article_cont"><div class="w_article_mainimg"><img alt="{TITLE.replace(chr(34), "")}"></div><div class="main_text"><div class="text_area" itemprop="articleBody"><div style="text-align:center;color:#888">▲ {CAPTION}</div><br>{breaks(*TEXT)}<br><br>(사진=AP, 연합뉴스)</div></div></div>'
        f'<div class="copyright_area">Copyright Ⓒ SBS. All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</div><div class="rel"><ul>{RELATED}</ul></div>',
        captions=(CAPTION,),
        published="2026-01-06T09:11", modified="2026-01-06T10:02", outlet="SBS",
    ),
    case(
        "https://www.hani.co.kr/arti/international/international_general/1230001.html",
        "한겨레",
        f'<article id="renewal2023"><div class="ArticleDetailView_breadcrumb___UwRC"><a>국제</a></div><h3 class="ArticleDetailView_title__9kRU_">{TITLE}</h3><div class="ArticleDetailView_reporterList__waOKp"><a>한가람</a>, <a>노을</a>기자</div><ul><li class="ArticleDetailView_dateListItem__mRc3d">수정<!-- --> <span>2026-01-06 17:19</span></li><li class="ArticleDetailView_dateListItem__mRc3d">등록<!-- --> <span>2026-01-06 15:45</span></li></ul>{SHARE}'
        f'<h4 class="ArticleDetailView_subtitle__x6jcS"><span>강 이야기</span><br>{SUBTITLES[0]}<br>{SUBTITLES[1]}</h4><div class="ArticleDetailView_audioWrap__559ME"><button>기사를 읽어드립니다</button><span>0:00</span></div><div class="article-text"><div class="ArticleDetailContent_imageContainer___o_gm"><figure class="ArticleDetailContent_imageArea__EILpj"><div class="ArticleDetailContent_imageWrap__o8GzH"><picture><img></picture><button title="이미지 크게 보기"></button></div><figcaption class="ArticleDetailContent_figcaption__Aq2sU">{CAPTION}. AP 연합뉴스</figcaption></figure></div>'
        f'{ps(*TEXT[:3], name="text")}<div class="ArticleDetailContent_adWrap__xYVGB"><div class="BaseAd_adWrapper__kTNSx"><span class="sr-only">광고</span></div></div><div class="cont-midtitle type2"><p class="text">말뿐이던 열 해</p></div>{ps(*TEXT[3:], name="text")}<p class="text"> 한가람 기자 <a href="mailto:g@example.com">garam@example.com</a>, 노을 기자 <a>noeul@example.com</a></p></div></article>'
        f'<div class="ArticleDetailBottomBanner_wrap__2">항상 시민과 함께하겠습니다. 한겨레 구독신청 하기</div><ul>{RELATED}</ul>',
        text=(*TEXT[:3], "#말뿐이던 열 해", *TEXT[3:]), subtitles=("강 이야기", *SUBTITLES), captions=(f"{CAPTION}. AP 연합뉴스",), bylines=("한가람", "노을"),
        published="2026-01-06T15:45", modified="2026-01-06T17:19",
    ),
    case(
        "https://www.yna.co.kr/view/AKR20260106000100001",
        "연합뉴스",
        f'<div class="title-article01"><ul class="nav-path01"><li><a>세계</a></li></ul><h1 class="tit01">{TITLE}</h1><div class="update-time" data-published-time="2026-01-06 09:11" data-update-time="2026-01-06 10:02">송고2026-01-06 09:11</div></div><div id="newsWriterCarousel01" class="writer-zone01"><div><strong>한가람 기자</strong><button>구독</button><a>기자 페이지</a></div></div>{SHARE}<div class="tit-sub"><h2 class="tit01">{SUBTITLES[0]}</h2><h2 class="tit01">{SUBTITLES[1]}</h2></div>'
        f'<div class="comp-box"><strong>세 줄 요약</strong><p>두 나라가 강물을 나눠 쓰기로 했다고 기계가 줄였습니다.</p><p>인공지능이 자동으로 줄인 세 줄 요약 기술을 사용합니다. 전체 내용을 이해하기 위해서는 기사 본문과 함께 읽어야 합니다.</p></div><article class="story-news article"><div class="comp-box photo-group"><figure class="image-zone01"><span class="img"><img></span><figcaption class="desc-con"><strong class="tit-cap">악수하는 두 장관</strong><p class="txt-desc">(나래 로이터=연합뉴스) {CAPTION}. [재판매 및 DB 금지] 2026.1.3</p></figcaption></figure></div>'
        f'{ps(*led("(나래=연합뉴스) 한가람 특파원 = "))}<p> garam@example.com<br/></p><p class="txt-copyright adrs"><em class="txt03"><a href="#">제보는 카카오톡 okjebo</a></em> <em class="txt01">&lt;저작권자(c) 연합뉴스,</em> <em class="txt02">무단 전재-재배포, AI 학습 및 활용 금지&gt;</em><span class="date"><span class="txt01" aria-hidden="true">2026/01/06 09:11 송고</span><span class="ir-txt01">2026년01월06일 09시11분 송고</span></span></p><p>다양한 채널에서 연합뉴스를 만나보세요!</p></article><ul>{RELATED}</ul>',
        text=led("(나래=연합뉴스) 한가람 특파원 = "), subtitles=SUBTITLES, captions=("악수하는 두 장관", CAPTION),
        published="2026-01-06T09:11", modified="2026-01-06T10:02", agency="연합뉴스", dateline="나래",
    ),
)
# fmt: on
