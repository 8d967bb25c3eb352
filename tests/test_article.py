"""The domain's JSON: what is written can be read, and nothing else is."""

from dataclasses import replace

import pytest

from newsreader.article import Article, Match, Row, RowWarning, Segment, article_with_rows
from newsreader.sample import sample_article


def test_an_article_survives_its_json() -> None:
    article = sample_article()
    assert Article.from_json(article.to_json()) == article


def test_title_and_subtitles_are_blocks() -> None:
    article = sample_article()
    assert article.title == article.blocks[0].text
    assert len(article.subtitles) == 2


@pytest.mark.parametrize("broken", [{}, {"schema": "newsreader.article/9"}])
def test_another_schema_is_refused(broken: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="schema"):
        Article.from_json(broken)


def test_half_an_article_is_refused() -> None:
    data = sample_article().to_json()
    del data["blocks"]
    with pytest.raises(ValueError, match="not a whole article"):
        Article.from_json(data)


def test_a_row_without_english_says_why() -> None:
    row = Row(Segment(1, 0, "paragraph", "끝났다."))
    lost = row.without_english("the engine died", status="failed", engine="firefox")
    assert (lost.en, lost.reason) == (None, "the engine died")
    found = lost.with_english("It is over.", status="translated", engine="firefox")
    assert (found.en, found.reason) == ("It is over.", None)


def test_nothing_is_said_of_english_that_is_gone() -> None:
    term = Match(0, 2, "끝나", "be over", used=True)
    row = Row(Segment(1, 0, "paragraph", "끝났다."), "It is over.", terms=(term,))
    doubted = replace(row, warnings=(RowWarning("number-differs", "…"),))
    lost = doubted.without_english("waiting", status="pending")
    assert lost.warnings == ()
    assert lost.terms == (Match(0, 2, "끝나", "be over"),)


def test_rows_stand_in_the_whole() -> None:
    article = sample_article()
    whole = article_with_rows(article, [Row(Segment(1, 0, "title", article.title))])
    assert whole["rows"][0]["ko"] == article.title
    assert list(whole)[-1] == "extraction"
