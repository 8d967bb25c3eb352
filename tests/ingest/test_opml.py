"""Lists of feeds in and out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.ingest.addresses import canonical
from newsreader.ingest.catalogue import offer_at, offers, search
from newsreader.ingest.lists import parse_list
from newsreader.ingest.opml import Outline, read, write


def opml(body: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="1.0"><head/><body>{body}</body></opml>'.encode()


def test_folders_and_flaws() -> None:
    body = """<outline text="한국"><outline title="정치" text="x">
      <outline text="한빛 &lt;b&gt;일보&lt;/b&gt;" xmlUrl="https://a.example/rss?a=1&b=2"/>
      <outline text="a" xmlUrl="javascript:x"/></outline></outline>
      <outline type="link" text="목록" url="https://b.example/list"/>
      <outline type="rss" text="again" xmlUrl="https://a.example/rss?a=1&amp;b=2"/>"""
    outlines, notes = read(opml(body), "my.opml")
    assert outlines == [
        Outline("https://a.example/rss?a=1&b=2", "한빛 일보", ("한국", "정치")),
        Outline("https://b.example/list", "목록", (), "list"),
    ]
    assert notes == ["1 entries of my.opml have no address that can be used."]


def test_nested_a_thousand_deep() -> None:
    feed = '<outline text="한빛" xmlUrl="https://a.example/rss"/>'
    outlines, notes = read(opml('<outline text="f">' * 1000 + feed + "</outline>" * 1000), "x")
    assert [one.url for one in outlines] == ["https://a.example/rss"]
    assert not notes


def test_half_a_file_gives_its_feeds() -> None:
    whole = write([Outline(f"https://a.example/{n}", f"한빛 {n}") for n in range(20)])
    outlines, notes = read(whole[: len(whole) // 2], "half.opml")
    assert 5 < len(outlines) < 20
    assert "half.opml is broken at line" in notes[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"hello", "is not an OPML file"), (opml("<outline text='a'/>"), "has no feed in it")],
)
def test_what_is_no_list(content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read(content, "x.opml")


# With Hangul in it no text is taken for one that was stored in the wrong encoding.
_names = (
    st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=20)
    .filter(lambda name: not set("<&") & set(name))
    .map(lambda name: f"한{name}")
)


@given(st.lists(st.tuples(_names, _names), max_size=8))
def test_what_is_written_is_read_again(named: list[tuple[str, str]]) -> None:
    from newsreader.ingest.markup import plain

    outlines = [
        Outline(f"https://a.example/{n}?a=1&b=2", title, (folder,), "list" if n % 2 else "feed")
        for n, (title, folder) in enumerate(named)
        if plain(title) == title and plain(folder) == folder
    ]
    if outlines:
        again, notes = read(write(outlines), "x")
        assert sorted(again, key=lambda one: one.url) == sorted(outlines, key=lambda one: one.url)
        assert not notes


def test_catalogue() -> None:
    assert len(offers()) >= 60
    assert len({one.url for one in offers()}) == len(offers())
    for one in offers():
        assert canonical(one.url) == one.url
        assert one.outlet
        assert one.section
        if one.links:
            with pytest.raises(SourceError):  # a selector that can be read, and finds nothing here
                parse_list(b"<p>", one.url, links=one.links)
    assert {one.outlet for one in search("조선일보 정치")} == {"조선일보"}
    yonhap = offer_at("https://www.yna.co.kr/rss/news.xml")
    assert yonhap is not None
    assert (yonhap.title, yonhap.seen) == ("연합뉴스", "2026-08")
    assert offer_at("https://nowhere.example/") is None
