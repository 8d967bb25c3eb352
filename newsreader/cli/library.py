"""The library as a file, ``library …``, and what changed in an article, ``revisions``."""

import argparse
import json
import sys
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.cli.command import Cli, print_json
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, UsageError
from newsreader.export.head import time_text
from newsreader.export.whole import whole
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.korean.changes import Change
    from newsreader.library.articles import Revision


def add_commands(cli: Cli) -> None:
    """Add ``library`` and ``revisions``."""
    library = cli.add("library", _info, help="sizes, backup, restore, export and pruning")
    actions = Cli.under(library)

    actions.add("info", _info, help="how much is kept, and how much room it takes")

    backup = actions.add("backup", _back_up, help="copy the library, also while it is in use")
    backup.add_argument("file", metavar="FILE", type=Path, help="a file, or a folder")

    restore = actions.add(
        "restore", _restore, help="put a copy in its place; what was there is kept"
    )
    restore.add_argument("file", metavar="FILE", type=Path)

    export = actions.add("export", _export, help="write all of it as JSON lines")
    export.add_argument(
        "file", metavar="FILE", nargs="?", default="-", help="a file, or - (stdout)"
    )
    export.add_argument("--pages", action="store_true", help="with the pages, in Base64")

    prune = actions.add("prune", _prune, help="remove for good what you name, and give room back")
    prune.add_argument("--pages", metavar="DAYS", type=int, help="pages that are older; texts stay")
    prune.add_argument(
        "--unopened", metavar="DAYS", type=int, help="older articles without star, tag or note"
    )
    prune.add_argument("--deleted", action="store_true", help="articles that you deleted")

    revisions = cli.add("revisions", _revisions, help="what changed in an article, word by word")
    revisions.add_argument("article", metavar="ARTICLE", type=int, help="its number in the library")
    revisions.add_argument("--json", action="store_true", help="print JSON")


def _info(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    for part in workspace.library.parts():
        size = f"{part.size / 1e6:>10,.1f} MB" if part.size else ""
        print(f"{part.name:<12}{part.entries:>10,}{size}")
    print(f"{'file':<12}{'':>10}{_size(workspace):>10,.1f} MB  {workspace.paths.library}")
    return EXIT_DONE


def _back_up(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.library.backup import back_up

    print(f"The library is copied to {back_up(workspace.paths.library, options.file)}.")
    return EXIT_DONE


def _restore(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.library.backup import restore

    before = restore(workspace.paths.library, options.file)
    print(f"The library is what {options.file} was.")
    if before is not None:
        print(f"The one before is kept as {before}.")
    return EXIT_DONE


def _export(workspace: Workspace, options: argparse.Namespace) -> int:
    objects = workspace.library.objects(pages=options.pages)
    count = 0
    file = None if options.file == "-" else Path(options.file)
    with whole(file) if file else nullcontext(sys.stdout.buffer) as out:
        for one in objects:
            out.write(f"{json.dumps(one, ensure_ascii=False)}\n".encode())
            count += 1
    if file:
        print(f"{count:,} objects are in {file}.")
    return EXIT_DONE


def _prune(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.pages is None and options.unopened is None and not options.deleted:
        raise UsageError("Say what may go: --pages DAYS, --unopened DAYS, --deleted.")
    if min(options.pages or 0, options.unopened or 0) < 0:
        raise UsageError("The number of days cannot be less than 0.")
    before = _size(workspace)
    pruned = workspace.library.prune(
        pages=options.pages, unopened=options.unopened, deleted=options.deleted
    )
    saved = before - _size(workspace)
    print(f"{pruned.articles:,} articles and {pruned.pages:,} pages are removed: {saved:,.1f} MB.")
    return EXIT_DONE if pruned.articles or pruned.pages else EXIT_NOTHING


def _size(workspace: Workspace) -> float:
    """Return the size of the library's file, and of what stands beside it, in MB."""
    file = workspace.paths.library
    files = (file, file.with_name(f"{file.name}-wal"))
    return sum(one.stat().st_size for one in files if one.exists()) / 1e6


def _revisions(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.korean.changes import MARKS, history

    workspace.library.articles.listed(options.article)
    revisions = workspace.library.articles.revisions(options.article)
    told = history([revision.article for revision in revisions])
    if options.json:
        objects = [_object(*pair) for pair in zip(revisions, told, strict=True)]
        print_json(objects)
    for revision, found in () if options.json else zip(revisions, told, strict=True):
        print(f"{time_text(revision.fetched)}  {revision.article.title}")
        for change in found:
            parts = (MARKS[kind].format(text) for kind, text in change.parts)
            print(f"{change.after or '':>6}  {' '.join(parts)}")
    return EXIT_DONE if any(told) else EXIT_NOTHING


def _object(revision: "Revision", found: "list[Change]") -> dict[str, Any]:
    """Return a revision and what it changed in the one before it."""
    return {
        "fetched": revision.fetched.isoformat(),
        "title": revision.article.title,
        "changes": [asdict(one) for one in found],
    }
