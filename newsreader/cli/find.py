"""Searching the library: ``newsreader find QUERY``."""

import argparse
from typing import Any, get_args

from newsreader.cli.command import Cli, outcome, print_json, say
from newsreader.errors import UsageError
from newsreader.export.head import time_text
from newsreader.library.query import are_initials
from newsreader.library.search import Hit, Order
from newsreader.workspace import Workspace


def add_commands(cli: Cli) -> None:
    """Add ``find``."""
    find = cli.add("find", _find, help="find what you kept: Korean, English and your notes")
    find.add_argument(
        "query",
        metavar="QUERY",
        nargs="+",
        help='words, "a phrase", -word, title:, outlet:, section:, tag:,'
        " date:2026-11-01..2026-11-26 (or today, week …),"
        " is:unread (read, starred, opened, translated, noted);"
        " put -- before a QUERY that begins with -",
    )
    find.add_argument("--json", action="store_true", help="print JSON")
    find.add_argument("--limit", type=int, default=20, metavar="N", help="so many at most (20)")
    find.add_argument(
        "--sort", choices=get_args(Order), default="newest", help="in this order (newest)"
    )


def _find(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.limit < 1:
        raise UsageError(f"--limit {options.limit}: write 1 or more.")
    query = " ".join(options.query)
    found = workspace.library.search.find(query, order=options.sort, limit=options.limit)
    if options.json:
        print_json([_object(hit) for hit in found.hits])
    for hit in () if options.json else found.hits:
        _print(hit)
    if found.more:
        say("there may be more; see --limit.")
    hint = "; initial consonants find words within an open article" * are_initials(query)
    return outcome(found.hits, nothing=f"nothing was found for {query}{hint}.")


def _print(hit: Hit) -> None:
    article = hit.article
    head = (time_text(article.published or article.added), article.outlet, article.title)
    print(f"{article.id:>6}  {'  '.join(part for part in head if part)}")
    if hit.ko and hit.ko != article.title:
        print(f"{hit.row or '':>10}  {hit.ko}")
    for text in (hit.en, hit.note and f"✎ {hit.note}"):
        if text:
            print(f"{'':>10}  {text}")


def _object(hit: Hit) -> dict[str, Any]:
    article = hit.article
    return {
        "article": article.id,
        "address": article.address,
        "title": article.title,
        "english": article.english,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "row": hit.row,
        "ko": hit.ko,
        "en": hit.en,
        "note": hit.note,
        "ko_spans": hit.ko_spans,
        "en_spans": hit.en_spans,
    }
