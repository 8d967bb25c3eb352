"""Pictures in a text, and what the columns and boxes around it hold."""

import pytest

from newsreader.article import Article, Block
from newsreader.ingest.extract import extract_html
from tests.ingest import pages

CREDIT = "가온 윤새봄 기자"
TEASERS = (
    "<div><a href='/1'><img>{headline}</a><p>{summary}</p></div>",
    "<dl><dt><a href='/1'>{headline}</a></dt><dd>{summary}</dd></dl>",
    "<div><a href='/1'><img></a><div><h3><a href='/1'>{headline}</a></h3>"
    "<div><p>{summary}</p></div><a href='/1'>더 읽기</a></div></div>",
    "<div><a href='/1'><b>{headline}</b></a><div>{summary}</div><div>윤새봄 2024-05-01</div></div>",
)


def _teasers(markup: str, count: int = 12) -> str:
    return "".join(
        markup.format(
            headline=f"나래마을 소식 {number}번째",
            summary=f"나래마을의 {number}번째 소식을 모았다. 주민들은 반가워했다고 한다.",
        )
        for number in range(count)
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


@pytest.mark.parametrize("markup", TEASERS)
def test_summaries_under_headlines_of_others_are_not_read(markup: str) -> None:
    index = "<table><tr><th>나래지수</th><td>4,012</td></tr><tr><th>가온지수</th><td>911</td></tr>"
    article = _article(beside=f"{_teasers(markup)}{index}</table>")
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
        "가온레터는 매주 목요일에 도착합니다. 아래에서 무료로 구독하세요.",
        "가온뉴스를 응원해 주세요",
        "커피 한 잔 값으로 함께해 주세요.",
        "※이 기사는 지역신문기금을 지원받았습니다.",
        "가온일보는 인터넷신문윤리강령을 준수합니다.",
        "[이 기사는 증권 자료를 바탕으로 자동 생성된 기사입니다.]",
        "본 정보는 투자 참고용이며 투자 판단의 책임은 투자자 본인에게 있습니다.",
        "가온뉴스는 시민의 제보를 기다립니다. 전화 000-0000-0000",
        "08:10",
        "▶ 가온방송 앱에서 더 많은 소식을 지금 바로 무료로 받아 보고 친구에게 알려 주세요",
        "HOME > 알림마당 > 보도자료",
        "작성자 : 홍보팀 작성일 : 2024-05-12 조회 : 77",
        "※ 외부 필자의 글은 본지의 편집 방향과 다를 수 있습니다.",
        "<div class='p-ai'>가온시가 폐교를 고쳐 도서관을 열었다.</div>",
        "<div>함께 보면 좋은 기사<a href='/1'><img>마을의 밥상</a><i>석 달을 지켜보았다.</i></div>",
        "기사에 대한 이의가 있으면 고충처리인에게 알려 주십시오.",
    ],
)
def test_lines_of_boxes_are_no_text(furniture: str) -> None:
    assert _article(f"<p>{furniture}</p>").blocks == _article().blocks


@pytest.mark.parametrize(
    "said",
    [
        "회원들은 시민들이 보낸 성금으로 헌책을 사서 마을에 나눠 주었습니다.",
        "이 기획은 주민들이 낸 기금의 절반을 다시 마을에 쓰자는 것입니다.",
        "커피 한 잔 값이 책 한 권 값보다 비싸졌습니다.",
        "두 신문은 앞으로 윤리강령을 지키기로 했습니다.",
        "그는 투자 판단의 책임은 투자자 본인에게 있다고 말했습니다.",
        "경찰은 그날 도서관에 있던 시민들의 제보를 기다리고 있다.",
        "이 도서관은 마을 시민들의 성금으로 운영됩니다.",
        "시는 공공누리 제1유형으로 사진을 내놓아 누구나 이용할 수 있게 했다.",
        "QR코드를 찍으면 책의 주인이 누구였는지 바로 볼 수 있습니다.",
        "검찰은 도서관의 후원 계좌를 들여다보고 있습니다.",
        "그는 마을 소식을 이메일로 보내 왔습니다.",
        "다음 달부터는 마을 방송에도 책 채널을 추가하기로 했습니다.",
    ],
)
def test_words_of_a_text_that_boxes_have_too(said: str) -> None:
    assert said in _texts(_article(f"<p>{said}</p>"), "paragraph")


@pytest.mark.parametrize(
    "heading",
    [
        "1단계 책 고르기",
        "다음 글로벌 도서관은",
        "투표 결과",
        "구독 신청 급증",
        "무단사용 책임",
        "▶ 책 찾는 앱 출시",
    ],
)
def test_headings_of_a_text_that_begin_like_furniture(heading: str) -> None:
    assert _texts(_article(f"<p>{heading}</p>"), "subheading") == [heading]


@pytest.mark.parametrize(
    "markup", ["<p><b>{0}</b></p><p>{1}</p>", "{0}<br>{1}<br>", "<h3>{0}</h3><div>{1}</div>"]
)
def test_times_head_the_entries_of_a_live_report(markup: str) -> None:
    times = "14:05", "오후 2:31", "15:10:20"
    entries = list(zip(times, pages.PARAGRAPHS, strict=False))
    text = "".join(markup.format(*entry) for entry in entries)
    article = extract_html(
        f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><div>{text}<p>03:20</p></div>"
    )
    said = [(block.kind, block.text) for block in article.blocks[1:]]
    assert said == [
        one for time, told in entries for one in (("subheading", time), ("paragraph", told))
    ]


@pytest.mark.parametrize(
    "subtitle",
    [
        "나래그룹, 한누리 총괄회장→명예회장 추대",
        "재수 끝에 마을회 대표 선출…윤새봄 38표",
        "가온지법 소송에서 파출소장 패소 판결",
        '윤새봄 가온청년연구원 위원 "책은 흘러야 한다"',
        "윤새봄 가온도서관 회장, 나래시 서점에서 책 나눠",
    ],
)
def test_a_subtitle_that_names_an_office_is_no_signature(subtitle: str) -> None:
    text = "</p><p>".join(pages.PARAGRAPHS)
    article = extract_html(
        f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><div><p>{subtitle}</p><p>{text}</p></div>"
    )
    assert (article.subtitles, article.bylines) == ((subtitle,), ())


def test_a_title_that_links_to_itself_leads_to_its_own_text() -> None:
    text = "<br>".join(pages.PARAGRAPHS[:2])
    article = extract_html(
        f"<title>{pages.TITLE}</title><h1><a href='/me'>{pages.TITLE}</a></h1><div>{text}</div>"
    )
    assert _texts(article, "paragraph") == list(pages.PARAGRAPHS[:2])


@pytest.mark.parametrize("markup", ["article", "div class='one'"])
def test_the_next_article_on_the_same_page_is_not_read(markup: str) -> None:
    """Pages that go on as one scrolls hold the next article too."""
    both = "".join(
        f"<{markup}><h1>{title}</h1><div><p>{'</p><p>'.join(texts)}</p></div></{markup.split()[0]}>"
        for title, texts in (
            (pages.TITLE, pages.PARAGRAPHS[:3]),
            ("나래시, 헌책 도서관을 닫았다", pages.PARAGRAPHS[3:]),
        )
    )
    article = extract_html(f"<title>{pages.TITLE}</title><div>{both}</div>")
    assert [one.text for one in article.blocks] == [pages.TITLE, *pages.PARAGRAPHS[:3]]


def test_what_follows_the_last_sentence() -> None:
    forecast = "▲ 가온 : [맑음, 맑음] (-3∼7)", "▲ 나래 : [맑음, 흐림] (-2∼6)"
    lines = "</p><p>".join(
        (*pages.PARAGRAPHS, "다음은 지역별 날씨 전망.", *forecast, "가온일보의 눈")
    )
    article = extract_html(
        f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><div><p>{lines}</p><div><img>"
        "<b>윤새봄 기자</b><p>책과 마을을 취재합니다.</p></div><h5>독자 의견 2개</h5>"
        "<p>기사를 잘 읽었습니다. 다음 기사도 기다리겠습니다.</p></div>"
    )
    said = [one.text for one in article.blocks]
    assert said == [pages.TITLE, *pages.PARAGRAPHS, "다음은 지역별 날씨 전망.", *forecast]


def test_elements_of_a_page_s_own_making() -> None:
    text = "".join(f"<g-text>{one}</g-text>" for one in pages.PARAGRAPHS)
    marked = text.replace("헌책", "<g-word>헌책</g-word>", 1)
    article = extract_html(f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><g-body>{marked}")
    assert _texts(article, "paragraph") == list(pages.PARAGRAPHS)


def test_a_notice_that_a_word_processor_broke_up() -> None:
    broken = "".join(
        f"<p><span>{one[:9]}</span><span lang='EN-US'>{one[9:20]}</span><span>{one[20:]}</span></p>"
        for one in pages.PARAGRAPHS
    )
    article = extract_html(
        "<title>보도자료 | 가온시청</title><h3>보도자료</h3><p class='path'>소식 &gt; 보도자료</p>"
        f"<div class='bbs_view'><h4>{pages.TITLE}</h4><ul><li><b>부서</b> 도서관과</li>"
        f"<li><b>등록일</b> 2024-05-12</li></ul><div class='con'>{broken}</div><div class='kogl'>"
        "<p>이 저작물은 공공누리 조건에 따라 누구나 자유롭게 이용할 수 있습니다.</p></div></div>"
    )
    assert (article.title, article.section) == (pages.TITLE, "보도자료")
    assert [one.text for one in article.blocks] == [pages.TITLE, *pages.PARAGRAPHS]


def test_headlines_after_a_question_to_the_reader_are_of_others() -> None:
    said, told = (
        f"<p>{'</p><p>'.join(pages.PARAGRAPHS)}</p>",
        "<p>주민들은 반가워했다고 한다.</p>",
    )
    article = extract_html(
        f"<title>{pages.TITLE}</title><h1>{pages.TITLE}</h1><div>{said}<h2>이런 기사는 어때요?</h2>"
        f"{f'<a><img><h3>나래마을 소식 모음</h3>{told}</a>' * 6}</div>"
    )
    assert not _texts(article, "caption")


def test_a_flash_of_one_line_without_a_sentence() -> None:
    line = "가온 앞바다에서 규모 3.0 지진 발생...기상청 '피해 없을 듯'"
    title = "[속보] 가온 앞바다 규모 3.0 지진...'피해 없을 듯'"
    html = (
        f"<title>{title}</title><article><h1>{title}</h1><div class='txt'><span>{line}<br><br>"
        "※ '당신의 제보가 뉴스가 됩니다'<br>[카카오톡] 가온방송 검색해 채널 추가</span></div>"
        f"<ul><li><a href='/1'>나래시 헌책 도서관에 책 삼만 권이 모였다</a></li></ul></article>"
        f"<div>{_teasers(TEASERS[0])}</div>"
    )
    assert extract_html(html).blocks == (Block("title", title), Block("paragraph", line))
    alone = extract_html(html.replace(line, "잠시 뒤에 자세한 소식을 전해 드리겠습니다"))
    assert alone.blocks == (Block("title", title),)


def test_questions_set_bold_are_headings() -> None:
    article = _article("<p><strong>Q : 왜 헌책인가.</strong></p><p>A : 손때가 남아서다.</p>")
    assert _texts(article, "subheading") == ["Q : 왜 헌책인가."]
    assert "A : 손때가 남아서다." in _texts(article, "paragraph")


def test_the_heading_of_a_summary_is_no_subtitle() -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in pages.PARAGRAPHS)
    article = extract_html(
        f"<div><div><h1>{pages.TITLE}</h1><div><h3>기사의 주요 내용</h3>"
        "<p>AI 추천 요약은 기계가 만든 요약입니다.</p></div></div>"
        f"<div class='txt'><h3>낡은 책이 마을을 바꿨다</h3>{paragraphs}</div></div>"
    )
    assert "기사의 주요 내용" not in [block.text for block in article.blocks]


def test_buttons_beside_a_reporter_are_nobody() -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in pages.PARAGRAPHS)
    article = extract_html(
        f"<h1 class='subject'>{pages.TITLE}</h1><div class='infobox1'><a>윤새봄 기자</a>"
        f"<a>글자크기</a><a>공유하기</a></div><div id='textBody'>{paragraphs}</div>",
        url="https://news.mt.co.kr/mtview.php?no=1",
    )
    assert [one.name for one in article.bylines] == ["윤새봄"]
