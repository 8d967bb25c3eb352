"""What a text is found by: every part of a Korean word, and English by its beginning."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.tokens import TITLE, expression, in_hangul, pattern, tokens

WORDS = st.text("가나다라마바사아北美한·", min_size=1, max_size=8)


def found(text: str, wanted: str) -> bool:
    """Say whether SQLite and the pattern find ``wanted`` in ``text``."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE word USING fts5 (tokens, content = '', detail = none,"
        " columnsize = 0, tokenize = 'ascii')"
    )
    connection.execute("INSERT INTO word (rowid, tokens) VALUES (1, ?)", (" ".join(tokens(text)),))
    match = expression(wanted)
    hit = connection.execute("SELECT 1 FROM word WHERE word MATCH ?", (match,)).fetchone()
    connection.close()
    seen = pattern(wanted)
    return hit is not None and bool(seen.search(text) or seen.search(in_hangul(text)))


@given(before=WORDS, wanted=WORDS, after=WORDS)
def test_any_part_of_a_word_is_found(before: str, wanted: str, after: str) -> None:
    if expression(wanted):
        assert found(f"{before} {before}{wanted}{after} {after}", wanted)


@given(text=st.text(max_size=40), wanted=st.text(max_size=6))
def test_nothing_that_is_typed_breaks_the_search(text: str, wanted: str) -> None:
    if expression(wanted):
        found(text, wanted)
    else:
        assert pattern(wanted).search(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("한미 북핵협의회의를 열었다", "협의"),
        ("한·미 정상회담", "한미"),
        ("한미 정상회담", "한·미"),
        ("對北 제재", "北"),
        ("대북 제재", "북"),
        ("北美 회담 결렬", "북미"),
        ("尹대통령 對北 메시지", "대북"),
        ("女性 의원", "여성"),
        ("코로나19 확산", "코로나19"),
        ("KBS는 보도했다", "kbs"),
        ("그는 G20에서 만났다", "G20"),
        ("Korea's policies on deterrence", "policy"),
        ("The envoys held talks.", "talk"),
        ("The envoys talked.", "talk"),
        ("The envoy's answer", "envoys"),
        ("Good news", "news"),
        ("Economic policy", "econom"),
        ("Two addresses", "address"),
        ("The address", "addresses"),
        ("U.S. envoy", "U.S."),
        ("1,200억 원", "1,200억"),
        ("수석대표 협의를 했다", "수석대표 협의"),
        ("수석대표협의를 했다", "수석대표 협의"),
    ],
)
def test_it_is_found(text: str, wanted: str) -> None:
    assert found(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("북한은 핵을", "북핵"),
        ("수석 대표", "석표"),
        ("The talks", "alk"),
        ("A new law", "news"),
        ("The envoys talked.", "talks"),
        ("협의 수석대표", "수석대표 협의"),
        ("협력과 회의", "협의"),
    ],
)
def test_it_is_not_found(text: str, wanted: str) -> None:
    assert not found(text, wanted)


def test_a_title_can_be_looked_for_alone() -> None:
    assert expression("협의", TITLE) == f'"{TITLE}협의"'
    assert expression("…!") == ""
