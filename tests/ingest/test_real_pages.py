"""The targets on real pages and a real text dump, where they lie beside the checkout."""

from pathlib import Path
from statistics import mean

import pytest

from newsreader.article import Article
from newsreader.ingest.decode import decode
from newsreader.ingest.extract import extract_html
from newsreader.ingest.source import read
from tests.ingest.measure import Score, lines_of, reference, score


def _scores(shared: Path, *, generic_only: bool) -> dict[str, Score]:
    scores = {}
    for folder in sorted((shared / "pages").iterdir()):
        expected, meta = reference(folder)
        text = decode((folder / "page.html").read_bytes()).text
        article = extract_html(text, url=meta["url"], generic_only=generic_only)
        scores[folder.name] = score(article, expected)
    return scores


def test_publishers_rules_reach_the_targets(shared: Path) -> None:
    scores = _scores(shared, generic_only=False)
    every = list(scores.values())
    assert mean(one.f1 for one in every) >= 0.985
    assert min(one.f1 for one in every) >= 0.95
    assert sum(one.exact for one in every) >= 0.97 * sum(one.paragraphs for one in every)
    assert [name for name, one in scores.items() if not one.title] == []
    assert [name for name, one in scores.items() if not one.subtitles] == []
    assert sum(one.published and one.modified for one in every) >= 0.98 * len(every)
    assert sum(one.bylines for one in every) >= 0.95 * len(every)
    assert sum(one.leaked for one in every) == 0
    assert [name for name, one in scores.items() if one.boilerplate] == []


def test_generic_finder_alone_reaches_its_target(shared: Path) -> None:
    scores = _scores(shared, generic_only=True)
    assert mean(one.f1 for one in scores.values()) >= 0.96
    assert [name for name, one in scores.items() if one.boilerplate] == []


@pytest.mark.parametrize("name", ["012", "E12", "019", "E19"])
def test_recoded_pages_give_the_same_article(shared: Path, name: str) -> None:
    twin = {"012": "E12", "E12": "012", "019": "E19", "E19": "019"}[name]
    articles = []
    for one in (name, twin):
        decoded = decode((shared / "pages" / one / "page.html").read_bytes())
        articles.append(extract_html(decoded.text))
    assert articles[0].blocks == articles[1].blocks
    assert not any("\ufffd" in block.text for block in articles[0].blocks)


async def test_text_dump_of_an_agency_page(shared: Path) -> None:
    article: Article = (await read(str(shared / "seed" / "newsis-2023-02-06.txt"))).article
    assert article.title.startswith("한미 북핵수석·차석대표 협의…")
    assert article.subtitles == (
        "김건, NSC와 北 불법 사이버 협의",
        "억지·단념·외교 총체적 노력 강화",
    )
    assert article.published is not None
    assert article.published.isoformat() == "2023-02-06T19:34:44+09:00"
    assert article.modified is not None
    assert article.modified.isoformat() == "2023-02-06T19:52:49+09:00"
    assert [(one.name, one.role) for one in article.bylines] == [("최서진", "기자")]
    assert (article.dateline, article.agency, article.outlet) == ("서울", "뉴시스", "뉴시스")
    captions = [block.text for block in article.blocks if block.kind == "caption"]
    assert len(captions) == 2
    assert all(
        text.startswith("[서울=뉴시스]") and "(사진=외교부 제공)" in text for text in captions
    )
    paragraphs = lines_of(article)
    assert len(paragraphs) == 15
    assert paragraphs[0].startswith("[서울=뉴시스]최서진 기자 = 김건 외교부")
    assert paragraphs[-1].endswith("계속 협의해 나가기로 했다.")
    everything = " ".join(block.text for block in article.blocks)
    for furniture in ("페이스북", "이메일", "@", "protected", "많이 본", "◎", "PDF"):
        assert furniture not in everything
