"""Reading: the app on an article, the article on standard output, what was understood of a page."""

import argparse
import asyncio
import gc
import json
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import aclosing

from newsreader.article import Article, Row, article_with_rows
from newsreader.cli.command import WIDTH, Cli, add_source, print_json, say
from newsreader.errors import (
    EXIT_DONE,
    EXIT_UNTRANSLATED,
    EngineError,
    NewsreaderError,
    UsageError,
)
from newsreader.library.articles import Kept
from newsreader.workspace import NO_ENGINE, Workspace, date_of

_FORMATS = ("text", "json", "markdown", "html", "interlinear")
_SAY_WHY = frozenset({"text", "interlinear"})


def add_commands(cli: Cli) -> None:
    """Add ``open``, ``show`` and ``extract``."""
    opened = cli.add("open", _open, help="open the app on one article")
    add_source(opened)

    show = cli.add("show", _show, help="print an article, Korean with English")
    add_source(show)
    show.add_argument("--format", choices=_FORMATS, default="text", help="how (text)")
    show.add_argument("--romanized", action="store_true", help="interlinear: how words are read")
    show.add_argument("--engine", metavar="NAME", help="translate with this engine")
    show.add_argument("--no-translate", action="store_true", help="print the Korean alone")
    show.add_argument(
        "--with", dest="human", metavar="FILE", help="lay a person's English (a file, -) beside it"
    )

    extract = cli.add("extract", _extract, help="print what was understood of a page, as JSON")
    add_source(extract)


def run_app(workspace: Workspace, source: str | None) -> int:
    """Run the app on ``source``, or on the library. Returns the exit code."""
    # Without Textual's Kitty keyboard mode, text from a Korean input method arrives whole in every
    # terminal; with it, iTerm2 drops it and longer words come as junk keys (Textual 8.2.8). It is
    # read once, when Textual is imported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # Importing makes nothing but objects that stay: collecting garbage meanwhile is time lost. The
    # app turns it on again when it has painted.
    gc.disable()
    from newsreader.tui.app import NewsreaderApp
    from newsreader.tui.theme import themes_here

    app = NewsreaderApp(workspace, source, themes=themes_here())
    app.run()
    return app.return_code or EXIT_DONE


def _open(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.source != "-":
        return run_app(workspace, options.source)
    kept = asyncio.run(workspace.open("-", stdin=sys.stdin.buffer))
    _give_the_terminal_back()
    return run_app(workspace, str(kept.id))


def _give_the_terminal_back() -> None:
    """Make the keyboard standard input again after an article came through a pipe."""
    terminal = "CON" if sys.platform == "win32" else "/dev/tty"
    try:
        os.dup2(os.open(terminal, os.O_RDONLY), sys.stdin.fileno())
    except OSError as error:
        raise NewsreaderError(f"There is no keyboard to read from: {error.strerror}.") from error


def _extract(workspace: Workspace, options: argparse.Namespace) -> int:
    article = asyncio.run(workspace.article(options.source, stdin=sys.stdin.buffer))
    print_json(article.to_json())
    return EXIT_DONE


def _show(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.human is not None:
        return _show_beside(workspace, options)
    kept, rows = asyncio.run(
        translated_rows(
            workspace, options.source, engine=options.engine, translate=not options.no_translate
        )
    )
    print(_formatted(workspace, kept.article, rows, options), end="")
    if options.no_translate or any(row.en is not None for row in rows):
        return EXIT_DONE
    # Texts end with the reason.
    reasons = [row.reason for row in rows if row.reason and options.format not in _SAY_WHY]
    why = f": {reasons[0]}" if reasons else "."
    say(f"nothing could be translated{why}")
    return EXIT_UNTRANSLATED


def _show_beside(workspace: Workspace, options: argparse.Namespace) -> int:
    """Print an article with the English of a person, checked as that of an engine is."""
    from newsreader.translate.human import beside, read_english

    if options.source == options.human == "-":
        raise UsageError("Only one of the two texts can come from standard input.")
    if options.engine or options.no_translate:
        raise UsageError("--with has its English already; leave --engine and --no-translate out.")
    english = read_english(options.human, sys.stdin.buffer)
    kept = asyncio.run(workspace.open(options.source, stdin=sys.stdin.buffer))
    rows = beside(workspace.with_terms(kept.article, workspace.rows(kept.article)), english)
    on = date_of(kept.article)
    checked = [workspace.checked(row, on) for row in rows]
    workspace.keep_english(kept, checked)
    print(_formatted(workspace, kept.article, checked, options), end="")
    return EXIT_DONE


async def translated_rows(
    workspace: Workspace, source: str, *, engine: str | None = None, translate: bool = True
) -> tuple[Kept, list[Row]]:
    """Return the article at ``source`` and its rows, finished, by the engine that is wanted.

    Raises SourceError when there is no article, UsageError for an engine that does not exist.
    """
    kept = await workspace.open(source, stdin=sys.stdin.buffer)
    rows = workspace.with_terms(kept.article, workspace.rows(kept.article))
    if not translate:
        reason = "translation was not asked for"
        return kept, [row.without_english(reason, status="untranslated") for row in rows]
    name = workspace.engine_name(kept, engine)
    opened, reason = None, NO_ENGINE
    if name is not None:
        try:
            opened = workspace.open_engine(name)
        except EngineError as error:
            reason = str(error)
    done = {row.id: row for row in rows}
    try:
        async with aclosing(workspace.translation(kept.article, rows, opened, reason)) as stream:
            async for row in stream:
                done[row.id] = row
    finally:
        workspace.keep_english(kept, done.values())
        if opened is not None:
            await opened.close()
    return kept, list(done.values())


def _formatted(
    workspace: Workspace, article: Article, rows: Sequence[Row], options: argparse.Namespace
) -> str:
    if options.format == "json":
        from newsreader.korean.endings import stance

        whole = article_with_rows(article, rows)
        for row in whole["rows"]:
            row["stance"] = [one.to_json() for one in stance(row["ko"])]
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    if options.format == "interlinear":
        from newsreader.export.interlinear import as_interlinear

        cells = asyncio.run(workspace.word_for_word(rows, date_of(article)))
        width = shutil.get_terminal_size((WIDTH, 0)).columns
        return as_interlinear(article, rows, cells, width=width, romanized=options.romanized)
    from newsreader.export.formats import FORMATS

    return FORMATS[options.format](article, rows)
