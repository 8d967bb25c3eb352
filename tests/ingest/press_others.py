# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""Pages of outlets without rules, in layouts that are common; with what must be read from them."""

import json

from tests.ingest.press import (
    CAPTION,
    RELATED,
    SHARE,
    SUBTITLES,
    TEXT,
    TITLE,
    Case,
    breaks,
    case,
    led,
    ps,
)

_COLUMN = (
    "헌책방 주인은 책을 사지 않는다. 그는 책이 머물 자리를 빌려줄 뿐이다.",
    "책은 누구의 것인가. 읽은 사람의 것인가, 아니면 아직 읽지 않은 사람의 것인가.",
    "“책은 흘러야 삽니다.” 주인의 말이 오래 남는다.",
    "우리가 도서관에 기대하는 것도 그런 흐름일 것이다.",
)
_RESULTS = (
    "가온전자는 3분기 영업이익이 1조2천억원으로 지난해 같은 기간보다 18% 늘었다고 6일 공시했다.",
    "매출은 9조1천억원으로 8.3% 증가했다. 시장의 예상을 조금 웃도는 수준이다.",
    "회사는 다음과 같은 계획을 내놓았다.",
    "-내년까지 공장 두 곳 증설",
    "-연구 인력 300명 채용",
    "주가는 전날보다 2.1% 오른 5만3천원에 거래를 마쳤다.",
)
_QA = (
    "헌책 도서관을 연 하늬보 관장을 6일 만났다.",
    "-처음 생각한 때는 언제인가.",
    "“열 해 전이다. 버려지는 책을 보고 마음이 아팠다.”",
    "-가장 기억에 남는 손님은.",
    "“여든 살 할머니다. 한글을 배우고 처음 읽을 책을 고르러 오셨다.”",
    "그는 인터뷰를 마치고 다시 책장으로 돌아갔다.",
)
_NEXT = {
    "props": {
        "pageProps": {
            "article": {
                "title": TITLE,
                "subTitle": "<br>".join(SUBTITLES),
                "regDt": "2026-01-06 09:11:00",
                "modDt": "2026-01-06 10:02:00",
                "reporterName": "한가람 기자",
                "content": f"<figure><img src='1.jpg'><figcaption>{CAPTION}</figcaption></figure>"
                + ps(*TEXT),
            }
        }
    }
}
# fmt: off
OTHERS = (
    case(
        "https://column.example.com/opinion/20260106000001",
        "가온일보",
        f'<article><h1>[노을의 책장] 책은 흘러야 산다</h1><p class="date">2026. 1. 6. (화) 오전 5:02</p>{SHARE}<div class="view"><p><strong>노을 | 가온대 국문학과 교수</strong></p>{ps(*_COLUMN)}<p>&lt;이 글은 필자의 견해로, 본지의 편집 방향과 다를 수 있습니다&gt;</p></div></article><ul>{RELATED}</ul>',
        title="[노을의 책장] 책은 흘러야 산다",
        text=_COLUMN, bylines=("노을",),
        published="2026-01-06T05:02",
    ),
    case(
        "https://economy.example.kr/news/articleView?id=77",
        "가온경제",
        '<div class="wrap"><div class="hd"><h2>가온전자 3분기 영업이익 1조2천억…작년보다 18%↑</h2><div class="ii"><span>승인 2026.01.06 16:01</span> <span>수정 2026.01.06 16:33</span> <span>한가람·노을 기자</span> <span>댓글 0</span></div></div>'
        f'<div class="cc">{ps(*_RESULTS[:2])}<table border="1"><caption>가온전자 실적</caption><tr><th>구분</th><th>올해 3분기</th><th>지난해 3분기</th></tr><tr><td>매출</td><td>9조1천억원</td><td>8조4천억원</td></tr><tr><td>영업이익</td><td>1조2천억원</td><td>1조원</td></tr></table><p>{_RESULTS[2]}</p><ul><li>{_RESULTS[3][1:]}</li><li>{_RESULTS[4][1:]}</li></ul><p>{_RESULTS[5]}</p><p>[가온경제 한가람 기자 garam@example.com]</p></div><div><b>많이 본 뉴스</b><ol>{RELATED}</ol></div></div>',
        title="가온전자 3분기 영업이익 1조2천억…작년보다 18%↑",
        text=(*_RESULTS[:2], "-구분 | 올해 3분기 | 지난해 3분기", "-매출 | 9조1천억원 | 8조4천억원", "-영업이익 | 1조2천억원 | 1조원", *_RESULTS[2:]),
        bylines=("한가람", "노을"), published="2026-01-06T16:01", modified="2026-01-06T16:33",
    ),
    case(
        "https://weekly.example.com/a/99",
        "주간가온",
        f'<div class="a1"><h1>“버려진 책이 갈 곳을 만들었죠”</h1><h2>하늬보 헌책 도서관 관장 인터뷰</h2><p class="b">인턴기자 노을 / 사진 한가람 기자 | 2026.01.06 11:00</p><div class="c1"><p>{"</p><p>".join(_QA)}</p><p>노을 인턴기자 noeul@example.com</p></div></div><ul>{RELATED}</ul>',
        title="“버려진 책이 갈 곳을 만들었죠”",
        text=tuple(one if not one.startswith("-") else f"\\{one}" for one in _QA),
        subtitles=("하늬보 헌책 도서관 관장 인터뷰",), bylines=("노을", "한가람"),
        published="2026-01-06T11:00",
    ),
    case(
        "https://next.example.com/news/1",
        "다음일보",
        '<div id="__next"><div class="skeleton">불러오는 중입니다.</div></div>',
        head=f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(_NEXT)}</script>',
        subtitles=SUBTITLES, captions=(CAPTION,),
        published="2026-01-06T09:11", modified="2026-01-06T10:02",
    ),
    Case(
        "http://old.example.co.kr/read.asp?id=1",
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>:: 가온신문 :: '
        f'{TITLE}</title></head><body><table width="900"><tr><td colspan="2"><a href="/">홈</a> | <a href="/p">정치</a></td></tr><tr><td width="640" valign="top"><table width="100%"><tr><td><font size="5"><b>{TITLE}</b></font></td></tr><tr><td><font color="gray">{SUBTITLES[0]}<br>{SUBTITLES[1]}</font></td></tr><tr><td align="right">한가람 기자 garam@example.com<br>기사입력 : 2006년 01월 06일 (금) 09:11</td></tr><tr><td><table align="left" width="300"><tr><td><img src="a.jpg"></td></tr><tr><td><font size="2">▲ {CAPTION} ⓒ 가온신문</font></td></tr></table><font size="3">{"<br>&nbsp;<br>".join(TEXT)}</font></td></tr><tr><td>&lt;저작권자 ⓒ 가온신문, 무단전재 및 재배포 금지&gt;</td></tr></table></td>'
        f'<td width="260" valign="top"><table><tr><td><b>가장 많이 본 기사</b></td></tr><tr><td><ol>{RELATED}</ol></td></tr></table></td></tr><tr><td colspan="2">회사소개 | 이용약관 | 개인정보취급방침 서울시 가온구 Tel 02-000-0000</td></tr></table></body></html>',
        subtitles=SUBTITLES, captions=(CAPTION,), bylines=("한가람",), published="2006-01-06T09:11",
        title=TITLE, text=TEXT,
    ),
    Case(
        "http://m.gaonilbo.example.com/mnews.asp?pk_no=1",
        f'<html><head><meta charset="utf-8"><title>가온일보 모바일 :: {TITLE}</title></head><body><div id="wrap"><div class="head"><a href="/">가온일보</a></div><div class="view"><p class="tit">{TITLE}</p><p class="stit">{SUBTITLES[0]}</p><p class="info">2020-01-06 일자 | 2020-01-06 09:11:00</p><div class="cont"><center><img src="1.jpg"><br><span style="font-size:12px">{CAPTION}. 사진=가온시 제공</span></center><br>{"<br><br>".join(TEXT)}나래=한가람 기자<br><br>&lt;저작권자ⓒ가온일보사. 무단전재-재배포 금지&gt;</div><div class="btns"><a>목록</a> <a>이전기사</a></div><div class="mlist"><ul>{RELATED}</ul></div></div></div></body></html>',
        subtitles=(SUBTITLES[0],),
        captions=(CAPTION,),
        bylines=("한가람",),
        published="2020-01-06T09:11",
        title=TITLE, text=TEXT,
    ),
    case(
        "https://www.gaon.example.go.kr/www/bodo/view?idx=9",
        "가온시청",
        '<div id="content"><h3>보도자료</h3><div class="location"><span>홈</span><span>소식</span><span>보도자료</span></div><table class="board_view"><thead><tr><th colspan="4">가온시, 강변 산책길 새로 열어</th></tr></thead><tbody><tr><th>작성자</th><td>홍보과</td><th>등록일</th><td>2026-01-06 17:20</td></tr><tr><th>조회</th><td>88</td><th>파일</th><td><a>산책길.jpg (320 KB)</a></td></tr><tr><td colspan="4" class="cont"><p>- 두 해 공사 마치고 6일 개통 -</p><p><img src="a.jpg"></p><p>가온시(시장 하늬보)는 두 해에 걸친 공사를 마치고 강변 산책길을 6일 열었다고 밝혔다.</p><p>산책길은 모두 3km로, 나무 다리와 쉼터 네 곳을 갖췄다.</p><p>하늬보 시장은 “누구나 편히 걷는 길을 만들겠다”고 말했다.</p><p>한편, 시는 올해 안에 자전거길도 이을 계획이다.</p><p>&lt;끝&gt;</p><p>※ 별첨 : 사진 1부.</p></td></tr></tbody></table><ul><li>이전글 가온시, 겨울 축제 마무리</li><li>다음글 가온시, 새 도서관 첫 삽</li></ul><div class="satis"><p>이 페이지에서 제공하는 정보에 만족하십니까?</p></div></div>',
        page_title="보도자료",
        title="가온시, 강변 산책길 새로 열어",
        text=(
            "가온시(시장 하늬보)는 두 해에 걸친 공사를 마치고 강변 산책길을 6일 열었다고 밝혔다.",
            "산책길은 모두 3km로, 나무 다리와 쉼터 네 곳을 갖췄다.",
            "하늬보 시장은 “누구나 편히 걷는 길을 만들겠다”고 말했다.",
            "한편, 시는 올해 안에 자전거길도 이을 계획이다.",
        ),
        subtitles=("- 두 해 공사 마치고 6일 개통 -",),
        published="2026-01-06T17:20", bylines=(),
    ),
    case(
        "https://daily.example.co.kr/news/article.html?no=3",
        "날마다신문",
        f'<div class="art_top"><h2 class="art_title">{TITLE}</h2><h3 class="art_subtitle">{SUBTITLES[0]}</h3><ul class="art_info"><li><a>한가람 기자 garam@example.com</a></li><li>등록 2026.01.06 09:11:11</li></ul></div><div class="smartOutput" id="news_body_area"><p><img></p><p class="img_caption">{CAPTION}. &lt;사진=나래시&gt;</p>'
        + "".join(f"<p>&nbsp;&nbsp;{t}</p><p>&nbsp;</p>" for t in led("[날마다신문 한가람 기자] "))
        + f'<p>Copyright @2026 날마다신문 Corp. All rights reserved.</p></div><div class="art_reporter">프로필 사진<br>한가람 기자<br>모든 글을 꼼꼼히 씁니다.</div><ul>{RELATED}</ul>',
        text=led("[날마다신문 한가람 기자] "),
        subtitles=(SUBTITLES[0],),
        captions=(CAPTION,),
        published="2026-01-06T09:11",
    ),
    case(
        "https://react.example.com/articles/7",
        "리액트뉴스",
        f'<div id="root"><div class="css-1ab"><h1 class="css-2cd">{TITLE}</h1><div class="css-3ef"><span>한가람 기자</span><span>2026.01.06. 09:11</span><span>수정 2026.01.06. 10:02</span></div><div class="css-4gh"><button>가</button><button>공유</button></div><div class="css-5ij">{"".join(f"<div class=css-p><span>{t}</span></div>" for t in TEXT)}</div><div class="css-6kl"><a href="/sub">리액트뉴스 구독하고 매일 아침 받아보기</a></div><div class="css-7mn"><p>좋아요 12</p><p>댓글 3</p></div><div class="css-8op"><h2>많이 본 뉴스</h2>{"".join(f"<div><a href=/{n}><p>다른 기사의 첫 문장이 여기에 조금 보인다. 더 읽으려면 누른다.</p></a></div>" for n in range(8))}</div></div></div>',
        published="2026-01-06T09:11",
        modified="2026-01-06T10:02",
    ),
    case(
        "https://flash.example.com/1",
        "속보일보",
        '<article><h1>[속보] 누리강 수문 개방</h1><p class="d">입력 2026.01.06. 오전 9:11</p><div class="b">[속보] 누리강 수문 개방<br><br>누리강 관리소가 6일 오전 9시 수문을 열었다고 밝혔다.<br><br>한가람 기자 garam@example.com<br><br>▶ 기사 제보 및 문의 jebo@example.com<br>▶ 채널 구독하기</div></article>'
        + f"<ul>{RELATED}</ul>",
        title="[속보] 누리강 수문 개방",
        text=("누리강 관리소가 6일 오전 9시 수문을 열었다고 밝혔다.",),
        published="2026-01-06T09:11",
    ),
    case(
        "https://newmedia.example.com/2026/01/06/water/",
        "새매체",
        f'<article class="post-1 post type-post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2026-01-06T09:11:00+09:00">2026년 1월 6일</time><time class="updated" datetime="2026-01-06T10:02:00+09:00">2026년 1월 6일</time></span><span class="byline"> by <span class="author vcard"><a>한가람</a></span></span></div></header><div class="entry-content">{ps(*TEXT[:2])}<figure class="wp-block-gallery"><figure class="wp-block-image"><img></figure><figure class="wp-block-image"><img></figure><figcaption class="blocks-gallery-caption">{CAPTION}</figcaption></figure><h2 class="wp-block-heading">말뿐이던 열 해</h2><blockquote class="wp-block-quote"><p>강은 국경을 모른다. 우리는 같은 물을 마신다.</p></blockquote>{ps(*TEXT[2:])}<div class="sharedaddy"><h3>이것이 좋아요:</h3></div><div class="yarpp"><h3>관련 글</h3><ul>{RELATED}</ul></div></div></article>',
        head='<meta property="article:published_time" content="2026-01-06T00:11:00+00:00"><meta property="article:modified_time" content="2026-01-06T01:02:00+00:00"><meta name="author" content="한가람">',
        text=(*TEXT[:2], "#말뿐이던 열 해", "강은 국경을 모른다. 우리는 같은 물을 마신다.", *TEXT[2:]),
        captions=(CAPTION,),
        published="2026-01-06T09:11",
        modified="2026-01-06T10:02",
    ),
    # Gnuboard (github.com/gnuboard/gnuboard5, skin/board/basic/view.skin.php), on which many small
    # papers run, states nothing for machines.
    Case(
        "https://board.example.com/bbs/board.php?bo_table=news&wr_id=7",
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{TITLE} > 국제 | 가람신문</title></head><body><div id="hd"><h1 id="hd_h1">{TITLE} > 국제</h1></div>'
        f'<article id="bo_v"><header><h2 id="bo_v_title"><span class="bo_v_cate">국제</span> <span class="bo_v_tit">{TITLE}</span></h2></header><section id="bo_v_info"><h2>페이지 정보</h2><div class="profile_info"><span class="sound_only">작성자</span> <strong>한가람</strong> <span class="sound_only">댓글</span><strong>0건</strong> <span>조회</span><strong>12회</strong> <strong class="if_date">작성일 26-01-06 09:11</strong></div></section>'
        f'<section id="bo_v_atc"><h2 id="bo_v_atc_title">본문</h2><div id="bo_v_con">{breaks(*TEXT)}</div></section><ul class="bo_v_nb"><li>이전글 <a>강 건너 마을의 다른 소식</a></li></ul></article></body></html>',
        TITLE,
        TEXT,
        bylines=("한가람",),
        published="2026-01-06T09:11",
    ),
    case(
        "https://m.small.example.com/news/view.php?no=7",
        "작은신문",
        f'<div class="vw_head"><h2 class="vw_tit">{TITLE}</h2><p class="vw_sub">{SUBTITLES[0]}</p><p class="vw_info">기사입력 2026-01-06 09:11 &nbsp; 한가람 기자 &nbsp; <a href="#">프린트</a> <a href="#">메일보내기</a></p></div><div class="vw_body">{breaks(*TEXT)}</div>',
        subtitles=(SUBTITLES[0],),
        published="2026-01-06T09:11",
    ),
)
# fmt: on
