"""The translation memory: ``newsreader memory stats|export|import``."""

import argparse
import sys
from itertools import islice
from pathlib import Path

from newsreader.cli.command import Cli
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, SourceError
from newsreader.export.whole import whole
from newsreader.workspace import Workspace

#: Entries in one transaction of an import.
_CHUNK = 1000


def add_commands(cli: Cli) -> None:
    """Add ``memory``."""
    memory = cli.add("memory", _stats, help="what was translated before, as TMX in and out")
    actions = Cli.under(memory)
    actions.add("stats", _stats, help="how much is kept, and whose English it is")
    taken = actions.add("export", _export, help="write all of it as TMX 1.4")
    taken.add_argument("file", metavar="FILE.tmx", help="a file, or -")
    brought = actions.add(
        "import",
        _import,
        help="take over a TMX file; what other tools wrote goes before any engine",
    )
    brought.add_argument("file", metavar="FILE.tmx", help="a file, or -")


def _stats(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    holdings = workspace.library.memory.holdings()
    for one in holdings:
        print(f"{one.engine:<15}{one.entries:>10,}  {one.oldest[:10]} – {one.newest[:10]}")
    print(f"{'in all':<15}{sum(one.entries for one in holdings):>10,}")
    return EXIT_DONE if holdings else EXIT_NOTHING


def _export(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.translate import tmx

    if options.file == "-":
        tmx.write(workspace.library.memory, sys.stdout.buffer)
        return EXIT_DONE
    file = Path(options.file)
    with whole(file) as out:
        count = tmx.write(workspace.library.memory, out)
    print(f"{count:,} entries are in {file}.")
    return EXIT_DONE


def _import(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.translate import tmx

    count = 0
    try:
        with sys.stdin.buffer if options.file == "-" else Path(options.file).open("rb") as source:
            entries = tmx.read(source)
            while chunk := list(islice(entries, _CHUNK)):
                workspace.library.memory.keep(chunk)
                count += len(chunk)
    except OSError as error:
        raise SourceError(f"{options.file} cannot be read: {error.strerror}.") from error
    except SourceError as error:
        raise SourceError(f"{error} {count:,} entries before that are kept.") from error
    print(f"{count:,} entries are taken over.")
    return EXIT_DONE if count else EXIT_NOTHING
