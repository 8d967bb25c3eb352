"""Who wrote it and when, in the many ways in which heads and ends of pages print it."""

import pytest

from newsreader.ingest.extract import extract_html
from tests.ingest import pages

WHEN = "2024-05-12T09:30"
LABELS = "<meta name='twitter:label1' content='글쓴이'><meta name='twitter:data1' content='윤새봄'>"
DAY = "<meta name='pubdate' content='2024-05-12'>"
AUTHOR = "<meta name='author' content='윤새봄'>"


def _page(head: str = "", meta: str = "", end: str = "", after: str = "") -> str:
    text = "".join(f"<p>{one}</p>" for one in pages.PARAGRAPHS)
    return (
        f"<html><head><title>{pages.TITLE}</title>{meta}</head><body><h1>{pages.TITLE}</h1>"
        f"<div class='i'>{head}</div><div class='c'>{text}{end}</div>{after}</body></html>"
    )


@pytest.mark.parametrize(
    "html",
    [
        _page("<span>기자명 윤새봄</span> <span>입력 2024.05.12 09:30</span>"),
        _page("글 윤새봄 기자 <em>2024.05.12 09:30</em>"),
        _page("글쓴이: 윤새봄 · 2024년 5월 12일 오전 9:30"),
        _page("취재=윤새봄 기자 | 2024.05.12 09:30"),
        _page("<li>윤새봄 객원기자</li><li>승인 2024.05.12 09:30</li>"),
        _page("윤새봄&nbsp;기자&nbsp;|&nbsp;입력&nbsp;2024.05.12&nbsp;09:30"),
        _page("가온일보 윤새봄 기자 입력: 2024. 5. 12. 09:30"),
        _page("강원CBS 윤새봄 기자 2024-05-12(일) 오전 9:30:22"),
        _page(
            "기사입력 2024-05-12 09:30 &nbsp; 윤새봄 기자 &nbsp; <a>프린트</a> <a>메일보내기</a>"
        ),
        _page("윤새봄 기자 24.05.12 09:30"),
        _page("글·사진 윤새봄 기자 2024-05-12 09:30"),
        _page().replace(
            "<div class='c'>", "<div class='c'>사진·글 윤새봄 기자 2024-05-12 09:30<br>"
        ),
        _page("<a href='/reporter/7'>윤새봄</a> <span>2024.05.12 09:30</span>"),
        _page("<p class='writer'>윤새봄</p><p>2024.05.12 09:30</p>"),
        _page("2024.05.12 09:30", AUTHOR),
        _page(
            "2024.05.12 09:30", after="<div class='columnist'><b>윤새봄</b><i>논설위원</i></div>"
        ),
        _page("2024.05.12 09:30", LABELS),
        _page("윤새봄 기자 <time datetime='2024-05-12T00:30:00Z'>6시간 전</time>"),
        _page("윤새봄 기자 <abbr class='published' title='2024-05-12T09:30+09:00'>어제</abbr>"),
        _page("2024.05.12 09:30", end="<p>윤새봄 기자 saebom@example.com</p>"),
        _page("2024.05.12 09:30", end="<p>/가온=윤새봄 기자</p>"),
        _page("2024.05.12 09:30", end="<p>(윤새봄 기자)</p>"),
        _page("<time datetime='2024-05-12T09:30'>2024.05.12</time> 윤새봄 기자", DAY),
        _page("<span>2024.05.12 09:30</span> <a class='byline-author'>윤새봄</a>", DAY),
        _page("윤새봄 기자", after="<p class='date'>2024.05.12 09:30</p>"),
        _page("2024.05.12 09:30", after="<div class='reporter_box'><b>윤새봄</b> 기자</div>"),
    ],
)
def test_writer_and_time(html: str) -> None:
    article = extract_html(html)
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.published is not None
    assert article.published.isoformat().startswith(WHEN)
    said = [block.text for block in article.blocks if block.kind == "paragraph"]
    assert said == list(pages.PARAGRAPHS)


def test_what_stands_nearest_to_the_article_is_of_it() -> None:
    others = (
        "<ul><li><time datetime='2020-01-01T00:00:00+09:00'></time></li></ul>"
        "<p class='reporter_of_the_month'>한겨울 기자</p><article>"
    )
    html = _page(
        "<time datetime='2024-05-12T09:30:00+09:00'></time>",
        after="<div class='reporter_box'><b>윤새봄</b> 기자</div>",
    ).replace("<body>", f"<body>{others}")
    article = extract_html(html)
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.published is not None
    assert article.published.isoformat().startswith(WHEN)


@pytest.mark.parametrize("word", ["부동산", "작성자 홍보과", "사람들", "작성자 관리자"])
def test_words_beside_a_time_that_name_nobody(word: str) -> None:
    assert extract_html(_page(f"{word} 2024.05.12 09:30")).bylines == ()


def test_a_rule_that_finds_no_change_leaves_it_to_what_the_page_states() -> None:
    url = "https://www.dailynk.com/20240512-2/"
    time = f"<time class='entry-date updated' datetime='{pages.PUBLISHED}'>2024.05.12</time>"
    stated = f"<meta property='article:modified_time' content='{pages.MODIFIED}'>"
    changed = extract_html(_page(time, stated), url=url).modified
    assert changed is not None
    assert changed.isoformat() == pages.MODIFIED
    assert extract_html(_page(time), url=url).modified is None


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ("<span class='category'>사회</span> 2024.05.12 09:30", "사회"),
        ("<p class='cate'><a href='/c'>책마을</a></p>", "책마을"),
        ("<div class='location'>홈 &gt; 소식 &gt; 보도자료</div>", "보도자료"),
        ("<div class='location'>홈 &gt; 문화 &gt; 책</div>", "문화"),
        ("<span class='category'>뉴스 9</span>", None),
        ("<span class='cat'>오피니언 &gt; 칼럼</span>", "오피니언"),
        ("<div class='all-location-header'><a href='/p'>정치</a></div>", None),
    ],
)
def test_section_as_a_label_or_a_way(head: str, section: str | None) -> None:
    assert extract_html(_page(head)).section == section


def test_times_that_a_rule_finds_together() -> None:
    times = "<p class='date'>입력 <i class='date2'>{}</i> 수정 <i class='date2'>{}</i></p>"
    printed = times.format("2024-05-12 09:30:00", "2024-05-12 11:05:00")
    article = extract_html(
        _page(f"<div class='title_foot'>{printed}</div>"),
        url="https://www.donga.com/news/article/all/20240512/1/1",
    )
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == pages.PUBLISHED
    assert article.modified.isoformat() == pages.MODIFIED


def test_a_line_of_times_and_of_who_wrote_it_is_no_subtitle() -> None:
    line = "등록일: 2024-05-12 오전 9:30:00 | 기사수정일: 2024-05-12 오전 11:05:00 | 글쓴이: 윤새봄"
    article = extract_html(
        f"<title>가온신문</title><dl><dt>{pages.TITLE}</dt><dd>{line}</dd>"
        f"<dd>{'<p>'.join(pages.PARAGRAPHS)}</dd></dl>"
    )
    assert (article.title, article.subtitles) == (pages.TITLE, ())
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.modified is not None
    assert article.modified.isoformat() == pages.MODIFIED


def test_a_title_named_by_its_id_alone() -> None:
    article = extract_html(
        f"<title>가온일보</title><span id='c0_lblTitle'>{pages.TITLE}</span><br>"
        f"<span id='c0_lblSubTitle'>{pages.SUBTITLES[0]}</span>{_page()[_page().index('<div') :]}"
    )
    assert (article.title, article.subtitles) == (pages.TITLE, pages.SUBTITLES[:1])


def test_section_behind_the_title() -> None:
    html = _page().replace("</title>", " &gt; 책마을 | 가온일보</title>")
    assert extract_html(html).section == "책마을"


def test_writers_of_other_texts_in_a_table() -> None:
    table = "<table><tr><td class='author'>한누리</td></tr></table>"
    assert extract_html(_page(after=table)).bylines == ()
    named = extract_html(_page("<span class='nick'>윤새봄</span>", after=table)).bylines
    assert [one.name for one in named] == ["윤새봄"]


def test_subtitles_in_a_list_by_its_class() -> None:
    items = "".join(f"<li>{one}</li>" for one in pages.SUBTITLES)
    fields = "<ul class='sub_info'><li>윤새봄 기자</li><li>2024.05.12 09:30</li></ul>"
    article = extract_html(_page(f"<ul class='sub_list'>{items}</ul>{fields}"))
    assert article.subtitles == pages.SUBTITLES


def test_last_sentence_stays_before_a_notice_on_its_line() -> None:
    text = "<br><br>".join(pages.PARAGRAPHS)
    notice = "&lt;저작권자ⓒ가온일보. 무단전재-재배포 금지.&gt;"
    linked = "<p>[관련기사] 마을 도서관 십 년의 기록</p>"
    for end in (notice, f"{notice}{linked}"):
        article = extract_html(f"<h1>{pages.TITLE}</h1><div>{text} {end}</div>")
        said = [block.text for block in article.blocks if block.kind == "paragraph"]
        assert said == list(pages.PARAGRAPHS)


def test_old_markup_where_nothing_has_a_name() -> None:
    text = "<br><br>".join(pages.PARAGRAPHS)
    article = extract_html(
        f"<html><head><title>가온일보 ::: {pages.TITLE}</title></head><body><table><tr>"
        "<td>가온일보</td><td>2024년 05월 13일</td></tr></table><table><tr>"
        f"<td><b><font size=4>{pages.TITLE}</font></b></td></tr>"
        "<tr><td>윤새봄 기자&nbsp;|&nbsp;2024-05-12 오전 9:30:00</td></tr>"
        f"<tr><td class='contents'>{text}</td></tr></table></body></html>"
    )
    assert article.title == pages.TITLE
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.published is not None
    assert article.published.isoformat().startswith(WHEN)


def test_a_page_called_after_its_site_prints_its_title_like_any_line() -> None:
    text = "<br><br>".join(pages.PARAGRAPHS)
    article = extract_html(
        "<html><head><title>가온신문</title></head><body><table>"
        f"<tr><td><b>{pages.TITLE}</b></td></tr>"
        f"<tr><td>{pages.SUBTITLES[0]}</td></tr><tr><td>2024년 05월 12일(일) 09:30</td></tr>"
        f"<tr><td class=text>{text}<br><br>윤새봄 기자 saebom@example.com</td></tr></table>"
    )
    assert article.title == pages.TITLE
    assert article.subtitles == pages.SUBTITLES[:1]
    assert article.published is not None
    assert article.published.isoformat().startswith(WHEN)


@pytest.mark.parametrize(
    ("stated", "outlet"),
    [
        (f"{pages.TITLE} &gt; 마을소식 | 물안개신문", "물안개신문"),
        (f"{pages.TITLE} - 숲지킴이", "숲지킴이"),
        (f"{pages.TITLE} | 정치", "example.com"),
        (pages.TITLE, "example.com"),
    ],
)
def test_outlet_named_behind_the_title_only(stated: str, outlet: str) -> None:
    page = _page().replace(f"<title>{pages.TITLE}", f"<title>{stated}")
    assert extract_html(page, url="https://example.com/news/1").outlet == outlet


def test_who_wrote_and_who_took_the_pictures_behind_the_last_sentence() -> None:
    text = "".join(f"<p>{one}</p>" for one in pages.PARAGRAPHS)
    signed = text.removesuffix("</p>") + " 글=윤새봄 기자/사진=한누리 기자</p>"
    article = extract_html(f"<h1>{pages.TITLE}</h1><div>{signed}</div>")
    assert [one.name for one in article.bylines] == ["윤새봄", "한누리"]
    assert article.blocks[-1].text == pages.PARAGRAPHS[-1]


def test_times_of_a_wordpress_theme_and_a_sentence_about_the_writer() -> None:
    times = (
        "<time class='published' datetime='2024-05-12T09:30:00+09:00'>2024년 5월 12일</time>"
        "<time class='updated' datetime='2024-05-13T11:05:00+09:00'>2024년 5월 13일</time>"
    )
    article = extract_html(_page(times, end="<p>글쓴이 새봄은 빵을 굽고 글을 쓴다.</p>"))
    assert article.published is not None
    assert article.published.isoformat().startswith(WHEN)
    assert article.modified is not None
    assert article.modified.isoformat().startswith("2024-05-13T11:05")
    assert article.bylines == ()


def test_long_line_of_labelled_times_and_a_summary_without_sentences() -> None:
    line = "윤새봄 기자 | 등록 2024-05-12 09:30 | 수정 2024-05-12 11:05 | 조회수 3,201 | 댓글 12"
    summary = f"<div class='article_summary'>{'<br>'.join(pages.SUBTITLES)}</div>"
    article = extract_html(_page(f"{summary}<p>{line}</p>"))
    assert article.subtitles == pages.SUBTITLES
    assert [one.name for one in article.bylines] == ["윤새봄"]
    assert article.modified is not None
