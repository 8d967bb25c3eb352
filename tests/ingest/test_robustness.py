"""Whatever a server sends, extraction ends soon, with an article or with one sentence."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newsreader.article import Article
from newsreader.errors import SourceError
from newsreader.ingest.blocks import one_line, texts_of
from newsreader.ingest.decode import decode
from newsreader.ingest.extract import extract_html
from newsreader.ingest.plaintext import extract_text
from newsreader.ingest.tame import tame
from newsreader.text import clean_line
from tests.ingest import pages

#: Seconds.
LONGEST = 2.0
PROSE = f"<p>{'</p><p>'.join(pages.PARAGRAPHS)}</p>"
BOMBS = {
    "nested": "<div>" * 100_000,
    "nested formatting": "<b><i>" * 50_000,
    "nested tables": "<table><tr><td>" * 20_000,
    "wrong nesting": "<b><p></b><i></p>" * 20_000,
    "many attributes": "<div " + " ".join(f"a{n}=b" for n in range(600_000)) + ">",
    "attributes of an end tag": "</div " + " ".join(f"a{n}=b" for n in range(60_000)) + ">",
    "attributes and angles": "<div " + " ".join(f"a{n}=b <" for n in range(60_000)) + ">",
    "attributes and quotes": "<div " + " ".join(f"a{n}='>'" for n in range(60_000)) + ">",
    "attributes with tags": "<div " + " ".join(f"a{n}='<p></p>'" for n in range(60_000)) + ">",
    "attributes and few tags": "<div "
    + "".join(
        " ".join(f"a{n + i}" for i in range(1_500)) + " q='<>' " for n in range(0, 60_000, 1_500)
    )
    + ">",
    "attributes everywhere": ("<div " + " ".join(f"a{n}=b" for n in range(900)) + ">") * 300,
    "long attribute": f'<div class="{"x " * 2_500_000}">',
    "entities": "&amp;" * 600_000 + "&" * 2_000_000,
    "angles": "<" * 2_000_000,
    "closing tags": "</div>" * 600_000,
    "images": f"<p><img src=x>{pages.PARAGRAPHS[0]}</p>" * 6_000,
    "deep JSON-LD": '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
    "escapes in a script": '<script>x={"content":"' + '\\"' * 500_000 + '다."}</script>',
    "long title": "<title>" + "가나다 - " * 100_000 + "</title>",
    "dates": "<p>" + "2023.02.06 " * 60_000 + "</p>",
    "labelled dates": "<p>" + "입력 2023.02.06 09:30 " * 100_000 + "</p>",
    "pushed state": '<script>self.__next_f.push([1, "a\x01다.' + "b" * 300 + '"])</script>',
    "breadcrumbs": '<div class="breadcrumb"><a>홈</a>' * 5_000,
    "cells": "<table>" + "<tr><td><p>책</p></td><td>3</td></tr>" * 20_000 + "</table>",
    "headlines": "<h1>가람시, 새 다리 이달 말 개통</h1>" * 20_000,
    "addresses": "<p>말했다. " + "a@b." * 60_000 + "</p>",
    "names": "<p>" + "윤새봄 기자 " * 30_000 + "</p>",
    "blanks": "<p>가" + " " * 2_000_000 + "나</p>",
    "nested headings": "<h1><div>가람시 다리 개통했다." * 8_000,
    "nested pictures": "<div><img>" * 19_000,
    "nested names around a long text": (
        '<div><div class="sub_title"><div class="caption"><div class="share"><h2 class="reporter">'
    )
    * 75
    + "가나다라 " * 200_000,
    "nested noscript": "<noscript>가" * 19_000,
    "quotes that nothing closes": "<a b='<>' " * 60_000,
    "paragraphs": "<p>책을 골랐다고 했다.</p>" * 40_000,
}


def _checked(article: Article) -> None:
    for block in article.blocks:
        assert block.text
        assert block.text == clean_line(block.text)
    fields = (article.outlet, article.section, article.agency, article.dateline)
    for text in (*fields, *(one.name for one in article.bylines)):
        assert text is None or text == clean_line(text)


def _survives(html: str) -> None:
    begun = time.process_time()
    try:
        _checked(extract_html(html))
    except SourceError as error:
        assert "\n" not in str(error)
    assert time.process_time() - begun < LONGEST


@pytest.mark.parametrize("bomb", list(BOMBS))
def test_bombs(bomb: str) -> None:
    _survives(f"<html><body>{BOMBS[bomb]}{PROSE}</body></html>")


def _mutations(html: str, dice: random.Random) -> Iterator[str]:
    yield html[: dice.randrange(len(html))]
    yield html[dice.randrange(len(html)) :]
    content = bytearray(html.encode())
    for _ in range(60):
        content[dice.randrange(len(content))] = dice.randrange(256)
    yield decode(bytes(content)).text
    tags = ["div", "p", "b", "a", "td", "table", "br", "li", "script", "h1", "article"]
    one, other = dice.sample(tags, 2)
    yield html.replace(f"<{one}", f"<{other}").replace(f"</{one}", f"</{other}")
    start, end = sorted(dice.choices(range(len(html)), k=2))
    yield html[:start] + html[end:] + html[start:end]
    place = dice.randrange(len(html))
    yield (
        html[:place]
        + dice.choice(["\x00", "\x1b[2J", "\u202e", "<", '"', "</", "<!--"])
        + html[place:]
    )


@pytest.mark.parametrize("build", pages.LAYOUTS.values(), ids=lambda build: build.__name__)
def test_mutated_layouts(build: Callable[[], str]) -> None:
    dice = random.Random(build.__name__)
    for _ in range(6):
        for html in _mutations(build(), dice):
            _survives(html)


def test_mutated_real_pages(shared: Path) -> None:
    dice = random.Random(7)
    for folder in sorted((shared / "pages").iterdir()):
        html = decode((folder / "page.html").read_bytes()).text
        for mutated in _mutations(html, dice):
            _survives(mutated)


def test_control_characters_never_come_out() -> None:
    dirty = "\x1b\x07\u202e\u200b\u3164\ufe0f"
    html = pages.unknown_wrapped().replace("도서관", f"도{dirty}서관&#27;&#8238;&#8203;")
    article = extract_html(html)
    _checked(article)
    assert "도서관" in article.title
    _checked(extract_text(f"{pages.TITLE}\n{dirty}{pages.PARAGRAPHS[0]}"))


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                *pages.PARAGRAPHS, pages.TITLE, pages.CAPTION, "<p>", "</p>", "<br>", "<div>",
                "</div>", "<h1>", "</h1>", "<table><tr><td>", "</td></tr></table>", "<img>",
                "<a href=x>", "</a>", "<b>", "</b>", "<li>", "<figure>", "</figure>",
                "<figcaption>", "2024.05.12 09:30", "입력", "윤새봄 기자", "a@example.com",
                "&#0;", "&#xD800;", "<script>", "</script>",
            ]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_markup(parts: list[str]) -> None:
    _survives("".join(parts))


def test_long_tags_lose_their_attributes_and_scripts_nothing() -> None:
    state = 'if(a<b){x="' + "y" * 30_000 + '"}'
    html = f'<!-- <a {"x" * 9000} --><div data-x="{"z" * 9000}"><p>글</p></div>'
    assert tame(html) == "<!-- <a>--><div><p>글</p></div>"
    for whole in (f"<p>글</p><script>{state}</script>", f"<pre>{'글 ' * 9000}</pre>"):
        assert tame(whole) == whole


def test_nested_elements_are_not_read_in_the_square_of_their_size() -> None:
    depth = 300
    tree = LexborHTMLParser(f"<div>{'글 ' * 5_000}" * depth)
    read = [text for _, text in texts_of(tree.css("div"))]
    assert len(read) < depth
    assert sum(map(len, read[:-1])) <= 1_000_000
    flat = LexborHTMLParser("<h1>가람시 새 다리 개통</h1>" * depth)
    assert len(list(texts_of(flat.css("h1")))) == depth


def test_quick_look_at_a_line_misses_nothing() -> None:
    # Han and Hangul, by far the most characters, are left out.
    places = [
        *range(0x3400),
        *range(0xA000, 0xAC00),
        *range(0xD7A4, 0x20000),
        *range(0xE0000, 0xE0200),
    ]
    for character in map(chr, places):
        text = one_line(f"가{character}나")
        assert text == clean_line(text), hex(ord(character))


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    _survives(text)
    with suppress(SourceError):
        _checked(extract_text(text))
