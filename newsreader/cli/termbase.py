"""Checking against the glossary, and the glossary's files: ``check`` and ``glossary``."""

import argparse
import asyncio
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.cli.command import Cli, add_source, outcome, say
from newsreader.cli.lines import day, each_object, text_of, write
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, EXIT_SOURCE, NewsreaderError, UsageError
from newsreader.text import clean_line
from newsreader.workspace import Workspace, date_of

if TYPE_CHECKING:
    from newsreader.article import Article, Row, RowWarning
    from newsreader.glossary.exchange import Conflict

#: The reader's own glossary file that imports go to.
_IMPORTED = "imported.tsv"


def add_commands(cli: Cli) -> None:
    """Add ``check`` and ``glossary``."""
    cli.add(
        "check",
        _check,
        help='compare {"ko", "en", "on"?} a line from stdin: numbers, dates, terms',
    )
    glossary = cli.add("glossary", _list, help="list, check, import or export terms")
    glossary.set_defaults(text="")
    actions = Cli.under(glossary)

    listed = actions.add("list", _list, help="print the terms that hold TEXT, or all")
    listed.add_argument("text", metavar="TEXT", nargs="?", default="")

    check = actions.add(
        "check", _check_article, help="check an article's English against the glossary"
    )
    add_source(check)
    check.add_argument("--json", action="store_true", help="print JSON")

    fix = actions.add("fix", _fix, help="put the glossary's English where another stands")
    add_source(fix)
    fix.add_argument("--row", metavar="N", type=int, help="only in this row")
    fix.add_argument("--dry-run", action="store_true", help="only show what would be changed")

    waive = actions.add("waive", _waive, help="say why a row's doubt is no mistake")
    add_source(waive)
    waive.add_argument("row", metavar="N", type=int, help="the row")
    waive.add_argument("code", metavar="CODE", help="the doubt, as `glossary check` names it")
    waive.add_argument("reason", metavar="REASON")

    validate = actions.add("validate", _validate, help="tell what is wrong in glossary files")
    validate.add_argument("files", metavar="FILE", type=Path, nargs="+")

    actions.add("waivers", _waivers, help="list the warnings that you have waived, and why")

    followed = actions.add("subscribe", _subscribe, help="read a glossary that others keep")
    followed.add_argument(
        "address", metavar="URL|DIR", help="a web address or a folder; .git: a repository"
    )

    actions.add("update", _update, help="fetch the glossaries subscribed to again")

    brought = actions.add("import", _import, help="add the terms of a file to your own glossary")
    brought.add_argument("file", metavar="FILE", type=Path, help=".tsv, .csv, .txt or .tbx")

    taken = actions.add("export", _export, help="write terms to a new file")
    taken.add_argument("file", metavar="FILE", type=Path, help=".tsv, .csv or .tbx")
    taken.add_argument("--all", action="store_true", help="the embedded terms, too")
    taken.add_argument(
        "--for", dest="program", choices=["weblate", "deepl", "tbx-2"], help="as that reads them"
    )


def _subscribe(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.subscribed import is_web
    from newsreader.ingest.repository import is_repository

    address = options.address
    scheme, colon, _ = address.partition("://")
    if colon and not is_web(address) and not is_repository(address):
        raise UsageError(
            f"{address}: {scheme} is not read; an address begins with https:// or http://."
        )
    _fetch(workspace, address if is_web(address) else str(Path(address).expanduser().absolute()))
    return EXIT_DONE


def _update(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    from newsreader.glossary.subscribed import sources

    addresses = sources(workspace.paths.glossary)
    if not addresses:
        return outcome(None, nothing="there are no subscriptions; `glossary subscribe` adds one.")
    failed = False
    for address in addresses:
        try:
            _fetch(workspace, address)
        except NewsreaderError as error:
            failed = True
            say(error)
    return EXIT_SOURCE if failed else EXIT_DONE


def _fetch(workspace: Workspace, address: str) -> None:
    """Bring the copy of one subscription up to date and print what has changed.

    Where it says otherwise than the reader's own glossary, that is listed: the reader's wins.
    """
    from newsreader.glossary.exchange import merge
    from newsreader.glossary.load import Glossary
    from newsreader.glossary.own import own_files
    from newsreader.glossary.subscribed import is_web, keep, terms_in_download, terms_in_folder
    from newsreader.ingest.repository import checked_out, is_repository

    if is_repository(address):
        with checked_out(address) as folder:
            terms, problems = terms_in_folder(folder)
    elif is_web(address):
        from newsreader.ingest.fetch import fetch
        from newsreader.ingest.response import FILE

        timeout = workspace.settings.fetch_timeout
        page = asyncio.run(fetch(address, timeout=timeout, wanted=FILE))
        terms, problems = terms_in_download(address, page.content, page.content_type)
    else:
        terms, problems = terms_in_folder(Path(address))
    change = keep(workspace.paths.glossary, address, terms)
    for problem in problems:
        say(problem)
    print(f"{address}: {change.added} added, {change.changed} changed, {change.removed} removed")
    own = Glossary.from_files(own_files(workspace.paths.glossary))
    _print_conflicts(merge(own, terms).conflicts)


def _waivers(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    waivers = workspace.library.waivers.all()
    for one in waivers:
        print(f"{one.created[:10]}  {one.code}  {one.message}\n    {one.ko}\n    why: {one.reason}")
    return outcome(waivers, nothing="no warning was waived yet.")


def _check(workspace: Workspace, options: argparse.Namespace) -> int:
    del options

    def warnings(line: dict[str, Any]) -> list[dict[str, str]]:
        found = workspace.doubts(text_of(line, "ko"), text_of(line, "en"), day(line.get("on")))
        return [{"code": one.code, "message": one.message} for one in found]

    each_object(warnings)
    return EXIT_DONE


def _check_article(workspace: Workspace, options: argparse.Namespace) -> int:
    _, rows = _rows(workspace, options.source)
    used, applicable = workspace.satisfaction(rows)
    found = _doubts(workspace, rows)
    if options.json:
        write(
            {
                "terms": applicable,
                "used": used,
                "warnings": [
                    {"row": row.id, "code": one.code, "message": one.message} for row, one in found
                ],
            }
        )
    else:
        for row, warning in found:
            print(f"{row.id:>3}  {warning.code:<16}  {warning.message}")
        print(f"{used} of {applicable} terms used, {len(found)} warnings", file=sys.stderr)
    return EXIT_NOTHING if found else EXIT_DONE


def _rows(workspace: Workspace, source: str) -> "tuple[Article, list[Row]]":
    from newsreader.cli.read import translated_rows

    kept, rows = asyncio.run(translated_rows(workspace, source))
    return kept.article, rows


def _doubts(workspace: Workspace, rows: "Sequence[Row]") -> "list[tuple[Row, RowWarning]]":
    """Return what is doubtful in the rows, and between them, without what was waived."""
    return [(row, one) for row in workspace.varied(rows) for one in row.warnings]


def _fix(workspace: Workspace, options: argparse.Namespace) -> int:
    article, rows = _rows(workspace, options.source)
    before = {row.id: row.en for row in rows}
    fixed = workspace.fixed(rows, date_of(article), options.row)
    for row in fixed:
        print(f"{row.id:>3}  - {before[row.id]}\n     + {row.en}")
        if not options.dry_run:
            workspace.correct(row.ko, row.en or "")
    return outcome(fixed, nothing="there is nothing that can be put right by itself.")


def _waive(workspace: Workspace, options: argparse.Namespace) -> int:
    _, rows = _rows(workspace, options.source)
    found = [
        (row, one)
        for row, one in _doubts(workspace, rows)
        if row.id == options.row and one.code == options.code
    ]
    for row, warning in found:
        workspace.library.waivers.add(row.ko, warning, clean_line(options.reason))
        print(f"waived: {warning.message}")
    return outcome(found, nothing=f"row {options.row} has no {options.code}.")


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.format import write_text

    wanted = options.text.casefold()
    terms = [
        term
        for term in workspace.glossary.terms
        if any(wanted in one.casefold() for one in (term.ko, term.en, *term.variants))
    ]
    print(write_text(terms), end="")
    return outcome(terms, nothing=f"no term holds {options.text!r}.")


def _validate(workspace: Workspace, options: argparse.Namespace) -> int:
    del workspace
    from newsreader.glossary.validate import problems_in

    problems = problems_in(options.files)
    for problem in problems:
        print(problem)
    return EXIT_NOTHING if problems else EXIT_DONE


def _import(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.exchange import merge, read
    from newsreader.glossary.format import read_text, write_text
    from newsreader.glossary.load import Glossary
    from newsreader.glossary.own import own_files, write_whole

    terms, problems = read(options.file)
    for problem in problems:
        say(problem)
    own = Glossary.from_files(own_files(workspace.paths.glossary))
    merged = merge(own, terms)
    _print_conflicts(merged.conflicts)
    if merged.added:
        file = workspace.paths.glossary / _IMPORTED
        before = read_text(file) if file.exists() else ""
        write_whole(file, before + write_text(merged.added))
    print(
        f"{len(merged.added)} added, {len(merged.same)} known already,"
        f" {len(merged.conflicts)} conflicts, {len(problems)} lines not understood"
    )
    return EXIT_DONE if merged.added or merged.same else EXIT_NOTHING


def _print_conflicts(conflicts: "Iterable[Conflict]") -> None:
    for conflict in conflicts:
        print(f"kept {conflict.kept.ko} = {conflict.kept.en}; not {conflict.offered.en}")


def _export(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.exchange import write

    terms = workspace.glossary.terms
    if not options.all:
        from newsreader.glossary.load import Glossary
        from newsreader.glossary.own import own_files

        own = Glossary.from_files(own_files(workspace.paths.glossary))
        terms = own.terms
    if not terms:
        return outcome(terms, nothing="there are no terms of your own; --all takes ours, too.")
    write(options.file, terms, options.program)
    print(f"{len(terms)} terms written to {options.file}.")
    return EXIT_DONE
