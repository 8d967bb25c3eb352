"""From blocks to numbered segments."""

from newsreader.article import Article, Block, Extraction
from newsreader.korean.segments import segment


def test_headlines_stay_whole_and_numbers_run_on() -> None:
    article = Article(
        (
            Block("title", "다리가 무너졌다. 왜?…시는 “몰랐다.” 주민은 “알렸다.”"),
            Block("subtitle", "세 번 신고했다. 답은 없었다."),
            Block("paragraph", "다리가 무너졌다. 다친 사람은 없다."),
            Block("subheading", "무엇이 문제였나. 점검은 없었다."),
            Block("caption", "무너진 다리. (사진=도담군 제공)"),
            Block("quote", "“몰랐다.”"),
        ),
        Extraction("text"),
    )
    segments = segment(article)
    assert [one.id for one in segments] == list(range(1, len(segments) + 1))
    assert [one.block for one in segments] == [0, 1, 2, 2, 3, 4, 4, 5]
    assert segments[0].text == article.blocks[0].text
    assert segments[2].text == "다리가 무너졌다."
    assert segments[2].kind == "paragraph"


def test_an_article_without_text_has_no_segments() -> None:
    assert segment(Article((), Extraction("text"))) == ()


def test_an_article_is_split_once() -> None:
    article = Article((Block("paragraph", "다리가 무너졌다. 다친 이는 없다."),), Extraction("text"))
    assert segment(article) is segment(article)
