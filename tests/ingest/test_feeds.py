"""RSS, Atom and news sitemaps as servers send them, well and badly."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.ingest import feeds
from newsreader.ingest.addresses import canonical
from newsreader.ingest.feeds import parse, parse_date
from newsreader.ingest.lists import named_feeds, parse_list
from newsreader.ingest.markup import plain

URL = "https://news.example/rss/all.xml"


def rss(items: str, head: str = "") -> bytes:
    channel = "<title>한빛일보 - 정치</title><link>https://news.example/</link>"
    declared = f'<?xml version="1.0" encoding="UTF-8"?>{head}'
    return f'{declared}<rss version="2.0"><channel>{channel}{items}</channel></rss>'.encode()


def item(
    title: str = "국회, 예산안 처리", link: str = "https://news.example/1", more: str = ""
) -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def only(content: bytes) -> feeds.Entry:
    (entry,) = parse(content, URL).entries
    return entry


def test_rss_with_everything() -> None:
    entry = only(
        rss(
            item(
                more="<description>본회의가 &lt;b&gt;열렸다&lt;/b&gt;.</description>"
                "<category>정치</category>"
                "<author>desk@news.example (나한빛)</author><guid isPermaLink='false'>A-1</guid>"
                "<pubDate>Thu, 26 Nov 2026 09:30:00 +0900</pubDate>"
            )
        )
    )
    assert entry == feeds.Entry(
        "https://news.example/1", "국회, 예산안 처리", "본회의가 열렸다.",
        datetime.fromisoformat("2026-11-26T09:30:00+09:00"), None, "정치", "나한빛", "A-1",
    )  # fmt: skip


def test_atom() -> None:
    entry = only(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>한빛</title><entry>
        <title type="html">&amp;lt;르포&amp;gt; 새벽 시장 &lt;em&gt;풍경&lt;/em&gt;</title>
        <link rel="self" href="/api/1"/><link href="/articles/1?utm_source=rss"/>
        <id>tag:news.example,2026:1</id><updated>2026-11-26T00:30:00Z</updated>
        <author><name>나한빛</name><email>a@news.example</email></author><category term="사회"/>
        <content type="xhtml"><div><p>첫 줄</p><p>둘째 줄</p></div></content></entry>
        </feed>""".encode()
    )
    assert (entry.address, entry.title) == (
        "https://news.example/articles/1",
        "<르포> 새벽 시장 풍경",
    )
    assert entry.published == datetime(2026, 11, 26, 0, 30, tzinfo=UTC)
    assert (entry.author, entry.section, entry.id) == ("나한빛", "사회", "tag:news.example,2026:1")
    assert entry.summary == "첫 줄둘째 줄"


def test_rdf_with_prefixes_and_atom_with_one() -> None:
    more = "<dc:date>2026-11-26T09:30:00+09:00</dc:date><dc:creator>나한빛</dc:creator>"
    rdf = f'<rdf:RDF xmlns="n" xmlns:rdf="r" xmlns:dc="d"><channel/>{item(more=more)}</rdf:RDF>'
    assert only(rdf.encode()).author == "나한빛"
    entry = '<a:entry><a:title>국회 본회의</a:title><a:link href="/1"/></a:entry>'
    atom = f'<a:feed xmlns:a="x">{entry}</a:feed>'
    assert only(atom.encode()).address == "https://news.example/1"


def test_news_sitemap() -> None:
    entry = only(
        """<urlset xmlns:news="n"><url><loc>https://news.example/article/A1</loc><news:news>
        <news:publication><news:name>한빛일보</news:name></news:publication>
        <news:publication_date>2026-11-26T09:30:00+09:00</news:publication_date>
        <news:title>국회 본회의 열려</news:title></news:news></url></urlset>""".encode()
    )
    assert entry.title == "국회 본회의 열려"
    assert entry.published is not None
    assert entry.outlet == "한빛일보"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<![CDATA[“A&B”…&quot;예산&quot; <b>처리</b>]]>", '“A&B”…"예산" 처리'),
        ("A &amp;amp; B &amp;#039;처리&amp;#039;", "A & B '처리'"),
        ("&lt;인사&gt; 한빛부", "<인사> 한빛부"),
        ("[서울=한빛] 예산 &lt;script&gt;x()&lt;/script&gt;안", "[서울=한빛] 예산 안"),
        ("여\x1b[31m야\x00 \u202e합의", "여[31m야 합의"),
        ("예산&nbsp;안 &hellip; 처리 R&D", "예산 안 … 처리 R&D"),
        ("줄\n\t바꿈 &#0; &#x1F; &#x110000;", "줄 바꿈"),
        ("<b>예산</b>안", "예산안"),
    ],
)
def test_titles_are_plain(written: str, shown: str) -> None:
    assert only(rss(item(written))).title == shown


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("Thu, 26 Nov 2026 09:30:00 +0900", "2026-11-26T09:30:00+09:00"),
        ("Thu,26 Nov  2026 09:30", "2026-11-26T09:30:00+09:00"),
        ("Thu, 26 11 2026 09:30:00 +0900", "2026-11-26T09:30:00+09:00"),
        ("Thu, 26 Nov 2026 09:30:00+09:00", "2026-11-26T09:30:00+09:00"),
        ("Thu, 26 Nov 2026 00:30:00 GMT", "2026-11-26T00:30:00+00:00"),
        ("26 November 26 09:30:00 KST", "2026-11-26T09:30:00+09:00"),
        ("2026-11-26 09:30:00", "2026-11-26T09:30:00+09:00"),
        ("2026-11-26T00:30:00.123Z", "2026-11-26T00:30:00+00:00"),
        ("2026.11.26 오전 9:30", "2026-11-26T09:30:00+09:00"),
        ("Thu, 31 Feb 2026 09:30:00 +0900", None),
        ("Thu, 26 Nov 2026 09:30:00 +9999", None),
        ("어제", None),
        ("", None),
    ],
)
def test_dates(written: str, time: str | None) -> None:
    assert parse_date(written) == (datetime.fromisoformat(time) if time else None)


def test_korean_time_that_is_stated_as_utc() -> None:
    now = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
    stated = rss(item(more="<pubDate>Thu, 26 Nov 2026 09:30:00 GMT</pubDate>"))
    (entry,) = parse(stated, URL, fetched=now).entries
    assert entry.published == datetime(2026, 11, 26, 0, 30, tzinfo=UTC)


def test_encodings() -> None:
    korean = rss(item("똠방각하 펲시콜라")).decode().replace("UTF-8", "euc-kr").encode("cp949")
    assert only(korean).title == "똠방각하 펲시콜라"
    assert only(rss(item()).decode().encode("utf-16")).title == "국회, 예산안 처리"
    assert (
        only(rss(item()).decode().replace("UTF-8", "euc-kr").encode()).title == "국회, 예산안 처리"
    )


def test_portal_feed_says_whose_an_article_is() -> None:
    entry = only(
        rss(
            item("국회 본회의 - 한빛일보", more="<source url='https://x.example'>한빛일보</source>")
        )
    )
    assert (entry.title, entry.outlet) == ("국회 본회의", "한빛일보")


def test_what_is_broken_is_read_as_far_as_it_goes() -> None:
    good, bad = item(), item("가 < 나", "https://news.example/2")
    rest = item("뒤의 기사", "https://news.example/3")
    channel = parse(rss(good + bad + rest), URL)
    assert [entry.address[-1] for entry in channel.entries] == ["1", "3"]
    assert "is broken at line" in channel.notes[0]
    half = rss(good + rest)[:-20]
    assert [entry.title for entry in parse(half, URL).entries] == ["국회, 예산안 처리", "뒤의 기사"]
    assert len(parse(b"\n<br>Warning: x in y\n" + rss(good), URL).entries) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!doctype html><html><body>Hello</body></html>", "is not a feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "is not a feed"),
        (rss("<a>" * 1000 + "</a>" * 1000), "nested more than 100 deep"),
        (rss(item("&lol9;"), '<!DOCTYPE r [<!ENTITY lol "lollollol">]>'), "declares the ent"),
        (rss(item("&x;"), '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///x">]>'), "declares the entity"),
    ],
)  # fmt: skip
def test_what_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        parse(content, URL)


def test_small_entities_of_the_documents_own() -> None:
    head = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY middot "·">]>'
    assert only(rss(item("여&middot;야&nbsp;합의"), head)).title == "여·야 합의"


def test_no_more_than_so_many_articles() -> None:
    items = "".join(item(f"기사 {n}", f"https://news.example/{n}") for n in range(100_000))
    channel = parse(rss(items), URL)
    assert len(channel.entries) == feeds.MOST
    assert "more than 1,000 articles" in channel.notes[0]


def test_long_texts_are_cut_and_the_same_address_counts_once() -> None:
    long = "가나다 " * 100_000
    entry = only(rss(item(long, more=f"<description>{long}라</description>") + item()))
    assert len(entry.title) <= feeds.TITLE
    assert entry.title.endswith("…")
    assert entry.summary is not None
    assert len(entry.summary) <= feeds.SUMMARY


@given(st.binary(max_size=400), st.integers(0, 400))
def test_no_bytes_do_harm(noise: bytes, place: int) -> None:
    whole = rss(item() + item("둘째", "https://news.example/2"))
    for content in (noise, whole[:place] + noise, whole[:place] + noise + whole[place:]):
        try:
            channel = parse(content, URL)
        except SourceError as error:
            assert str(error).endswith(".")
            continue
        for entry in channel.entries:
            assert (
                entry.title == plain(entry.title).strip()
                or "<" in entry.title
                or "&" in entry.title
            )
            assert entry.address == canonical(entry.address)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80))
def test_a_title_that_is_escaped_once_comes_out_as_it_is(title: str) -> None:
    from xml.sax.saxutils import escape

    channel = parse(rss(item(f"가{escape(title)}나")), URL)
    assert [entry.title for entry in channel.entries] == [plain(f"가{title}나")]


def test_feeds_of_real_outlets(shared: Path) -> None:
    for file in sorted((shared / "feeds").glob("*.xml")):
        channel = parse(file.read_bytes(), "https://feed.example/")
        assert len(channel.entries) >= 8, file.name
        assert not channel.notes, file.name
        for entry in channel.entries:
            assert entry.published is not None, (file.name, entry)
            assert "&lt;" not in entry.title + (entry.summary or "")
            assert "\ufffd" not in entry.title


@pytest.mark.parametrize(
    ("written", "one"),
    [
        ("http://X.example:80/a/1?utm_source=rss&id=2#top", "http://x.example/a/1?id=2"),
        ("https://www.yna.co.kr/view/AKR1?section=politics/all&site=rss", "https://www.yna.co.kr/view/AKR1"),
        ("https://n.news.naver.com/mnews/article/001/0015000000?sid=100", "https://n.news.naver.com/article/001/0015000000"),
        ("https://news.naver.com/main/read.naver?mode=LSD&oid=001&aid=0015000000", "https://n.news.naver.com/article/001/0015000000"),
        ("https://news.v.daum.net/v/20261126093000123?f=o", "https://v.daum.net/v/20261126093000123"),
        ("/view?a=1&b=%EA%B0%80", "https://news.example/view?a=1&b=%EA%B0%80"),
        ("https://x.example/기사 1", "https://x.example/기사%201"),
        ("javascript:alert(1)", None),
        ("ftp://x.example/1", None),
        ("http://[::1", None),
        ("https://x.example:99999/", None),
    ],
)  # fmt: skip
def test_addresses_have_one_form(written: str, one: str | None) -> None:
    assert canonical(written, URL) == one


PAGE = """<html><head><title>정치 - 한빛일보</title>
<link rel="alternate" type="application/rss+xml" href="/rss/p.xml"></head><body>
<a href="/politics">정치 기사 모두 보기</a><a href="/article/20261126001"><img></a>
<h2 class="headline"><a href="/article/20261126001">국회 본회의, 예산안 처리</a></h2>
<h2 class="headline"><a
 href="https://m.news.example/article/20261126002?utm_source=x">여야, 추경 협상 재개</a></h2>
<a href="https://other.example/article/20261126003">다른 곳의 긴 제목 기사</a></body></html>"""


def test_page_that_lists_articles() -> None:
    channel = parse_list(PAGE.encode(), "https://www.news.example/politics")
    assert channel.title == "정치 - 한빛일보"
    assert [(entry.address, entry.title) for entry in channel.entries] == [
        ("https://www.news.example/article/20261126001", "국회 본회의, 예산안 처리"),
        ("https://m.news.example/article/20261126002", "여야, 추경 협상 재개"),
    ]
    by_rule = parse_list(
        PAGE.encode("cp949"), "https://www.news.example/politics", links=".headline a"
    )
    assert by_rule.entries == channel.entries
    with pytest.raises(SourceError, match="no links to articles"):
        parse_list(PAGE.encode(), "https://www.news.example/politics", links=".gone a")


def test_a_link_that_holds_the_outlet_as_well_is_called_by_its_headline() -> None:
    item = (
        '<a href="https://v.portal.example/v/20261126004"><div class="cont_thumb">'
        '<strong class="tit_txt">여야, 추경 협상 재개하기로</strong>'
        '<span class="info_thumb">한빛일보</span><span>5분 전</span></div></a>'
    )
    (entry,) = parse_list(item.encode(), "https://news.portal.example/politics").entries
    assert entry.title == "여야, 추경 협상 재개하기로"


def test_feeds_that_a_page_names() -> None:
    assert named_feeds(PAGE.encode(), "https://www.news.example/") == [
        "https://www.news.example/rss/p.xml"
    ]
    assert named_feeds(b"\x00<", "https://www.news.example/") == []
