"""``find``: what was kept is found in both languages, with exit codes for scripts."""

from pathlib import Path

import pytest

from tests.cli.commands import newsreader

TEXT = """북핵 수석대표 협의

한미 수석대표가 서울에서 만났다. 양측은 억지와 단념을 논의했다.
"""
ENGLISH = """Nuclear envoys hold talks

The chief envoys met in Seoul. They discussed deterrence and dissuasion.
"""


@pytest.fixture
def number(tmp_path: Path) -> int:
    """The number of an article with the English of a person beside it."""
    text, english = tmp_path / "article.txt", tmp_path / "english.txt"
    text.write_text(TEXT, encoding="utf-8")
    english.write_text(ENGLISH, encoding="utf-8")
    done = newsreader("show", text, "--with", english)
    assert done.code == 0, done.err
    (found,) = newsreader("find", "억지", "--json").json()
    return int(found["article"])


def test_a_row_is_found_in_both_languages(number: int) -> None:
    for query in ("단념", "deterrence", "억지 dissuasion"):
        done = newsreader("find", query)
        assert done.code == 0
        assert f"{number}  " in done.out
        assert "북핵 수석대표 협의" in done.out
        assert "3  양측은 억지와 단념을 논의했다." in done.out
        assert "They discussed deterrence and dissuasion." in done.out


def test_json_has_the_row_and_where_the_words_stand(number: int) -> None:
    (hit,) = newsreader("find", "--json", "deterrence").json()
    assert (hit["article"], hit["row"]) == (number, 3)
    assert [hit["en"][start:end] for start, end in hit["en_spans"]] == ["deterrence"]


def test_nothing_found_is_exit_code_1(number: int) -> None:
    del number
    done = newsreader("find", "없는말")
    assert (done.code, done.out) == (1, "")
    done = newsreader("find", "--json", "없는말")
    assert (done.code, done.json()) == (1, [])
    assert newsreader("find", "--", "억지", "-단념").code == 1
    done = newsreader("find", "ㄷㄴ")
    assert (done.code, "within an open article" in done.err) == (1, True)


def test_a_query_that_says_nothing_is_wrong_usage() -> None:
    for query in ("date:soon", "is:lost", "!"):
        done = newsreader("find", query)
        assert done.code == 2
        assert done.err.count("\n") == 1
    assert newsreader("find", "--limit", "0", "억지").code == 2
