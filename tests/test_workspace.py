"""The workspace: what it hands on from an article to the parts."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from newsreader.article import Article, Block, Extraction, Row
from newsreader.config import Paths, Settings
from newsreader.glossary.term import Term
from newsreader.library.database import connect
from newsreader.library.library import Library
from newsreader.sample import sample_article
from newsreader.translate.engine import Answer, Capabilities, Context, EngineInfo, Request
from newsreader.workspace import Workspace


class ContextEngine:
    """An engine that looks at what surrounds a sentence, and remembers what it saw."""

    info = EngineInfo("around", "around", local=True, sends="Nothing is sent.", limits="None.")
    capabilities = Capabilities(uses_context=True)
    version = "1"

    def __init__(self) -> None:
        self.seen: list[Context] = []

    async def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        self.seen.append(context)
        for request in requests:
            yield Answer(request.id, "A sentence of the sample, put into English at some length.")

    async def close(self) -> None:
        """Nothing to let go of."""


async def translated(workspace: Workspace, rows: Sequence[Row], engine: ContextEngine) -> list[Row]:
    return [row async for row in workspace.translation(sample_article(), rows, engine)]


async def test_a_row_asked_for_alone_has_the_whole_article_around_it(tmp_path: Path) -> None:
    workspace = Workspace(Paths.find(tmp_path), Settings())
    rows = workspace.with_terms(sample_article(), workspace.rows(sample_article()))
    engine = ContextEngine()
    await translated(workspace, rows[7:8], engine)
    assert engine.seen[0].sentences == tuple(row.ko for row in rows)


async def test_a_row_translated_with_the_others_is_known_when_it_is_asked_for_alone(
    tmp_path: Path,
) -> None:
    workspace = Workspace(Paths.find(tmp_path), Settings())
    rows = workspace.with_terms(sample_article(), workspace.rows(sample_article()))
    engine = ContextEngine()
    await translated(workspace, rows, engine)
    asked = len(engine.seen)
    (again,) = await translated(workspace, rows[7:8], engine)
    assert again.status == "cached"
    assert len(engine.seen) == asked


async def test_a_name_that_is_corrected_once_is_right_in_every_article(tmp_path: Path) -> None:
    workspace = Workspace(Paths.find(tmp_path), Settings())
    first, second = (
        Article((Block("paragraph", text),), Extraction("text"))
        for text in ("홍새길 장관은 말했다.", "회의에는 홍새길 전 장관이 나왔다. 홍새길은 웃었다.")
    )
    (guess,) = (one for one in workspace.with_terms(first, workspace.rows(first))[0].terms[:1])
    assert (guess.en, guess.status) == ("Hong Sae-gil", "proposed")
    workspace.add_term(workspace.term_of(guess)._replace(en="Hong Se Gil"))
    rows = workspace.with_terms(second, workspace.rows(second))
    found = [(row.id, one.en, one.status) for row in rows for one in row.terms if "홍" in one.term]
    assert found == [(1, "Hong Se Gil", "preferred"), (2, "Hong Se Gil", "preferred")]
    workspace.close()


async def test_what_is_doubtful_about_an_article_is_told_when_it_is_new(tmp_path: Path) -> None:
    page = tmp_path / "flash.html"
    title = "[속보] 가온시장 “내일 모든 도서관 문 연다”"
    page.write_text(f"<html><body><h1>{title}</h1></body></html>", encoding="utf-8")
    with closing(Workspace(Paths.find(tmp_path / "home"), Settings())) as workspace:
        kept = await workspace.open(str(page))
        assert workspace.notices == list(kept.article.extraction.notes) != []
        workspace.notices.clear()
        await workspace.open(str(kept.id))
        assert workspace.notices == []


async def test_a_row_is_put_right_and_stays_so(tmp_path: Path) -> None:
    workspace = Workspace(Paths.find(tmp_path), Settings())
    term = Term("으뜸청", "Foremost Agency", "organisation", forbidden=("First Office",))
    workspace.add_term(term)
    article = Article((Block("paragraph", "으뜸청은 쉬었다."),), Extraction("text"))
    (row,) = workspace.with_terms(article, workspace.rows(article))
    row = workspace.checked(
        row.with_english("First Office's rest.", status="translated", engine="x"), None
    )
    assert [one.code for one in row.warnings] == ["term-forbidden"]
    assert workspace.fixed([row], None, only=2) == []
    (fixed,) = workspace.fixed([row], None)
    assert (fixed.en, fixed.status) == ("Foremost Agency's rest.", "edited")
    assert fixed.warnings == ()
    undo = workspace.correct(fixed.ko, fixed.en or "")
    (kept,) = [one async for one in workspace.translation(article, [row], None)]
    assert kept.en == "Foremost Agency's rest."
    undo()
    (gone,) = [one async for one in workspace.translation(article, [row], None)]
    assert gone.en is None
    workspace.close()


async def test_english_is_kept_aside_and_none_is_lost_when_the_app_ends(tmp_path: Path) -> None:
    workspace = Workspace(Paths.find(tmp_path), Settings())
    kept = workspace.library.articles.keep(sample_article())
    first, second, *_ = workspace.rows(kept.article)
    with closing(connect(workspace.paths.library)) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can write now
        workspace.keep_english_aside(kept, [replace(first, en="An aardvark.")])
        assert not workspace.library.search.find("aardvark").hits
        other.execute("ROLLBACK")
    await workspace.english_kept()
    assert workspace.library.search.find("aardvark").hits
    workspace.keep_english_aside(kept, [replace(second, en="An okapi.")])
    workspace.close()
    with Library(workspace.paths.library) as again:
        assert again.search.find("aardvark").hits
        assert again.search.find("okapi").hits
