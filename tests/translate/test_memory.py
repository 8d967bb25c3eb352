"""The keys of the translation memory."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match
from newsreader.translate.engine import Context
from newsreader.translate.memory import correction, key, normalised

BANK = Match(0, 4, "한국은행", "Bank of Korea")
RATE = Match(5, 9, "기준금리", "base rate")


def test_a_key_is_the_same_for_the_same_request() -> None:
    assert re.fullmatch("[0-9a-f]{64}", key("갔다.", engine="firefox", version="1"))
    decomposed = unicodedata.normalize("NFD", "그는 갔다.")
    assert key(f" {decomposed}\n", engine="e", version="1") == key(
        "그는  갔다.", engine="e", version="1"
    )
    moved = Match(50, 54, "한국은행", "Bank of Korea", used=True)
    assert key("가", engine="e", version="1", terms=[BANK, RATE]) == key(
        "가", engine="e", version="1", terms=[RATE, moved, BANK]
    )


def test_a_key_differs_with_all_that_the_english_depends_on() -> None:
    keys = [
        key("가", engine="e", version="1"),
        key("나", engine="e", version="1"),
        key("가", engine="f", version="1"),
        key("가", engine="e", version="2"),
        key("가", engine="e", version="1", terms=[BANK]),
        key("가", engine="e", version="1", terms=[Match(0, 4, "한국은행", "BOK")]),
        key("가", engine="e", version="1", context=Context("제목")),
        key("가", engine="e", version="1", context=Context("제목", ("가",))),
        correction("가", "A").key,
    ]
    assert len(set(keys)) == len(keys)


def test_parts_do_not_run_into_each_other() -> None:
    assert key("가", engine="a", version="b,c") != key("가", engine="a,b", version="c")


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert len(correction(text, text).key) == 64
