"""The workspace: what it hands on from an article to the parts."""

from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from newsreader.article import Row
from newsreader.config import Paths, Settings
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
