"""Dictionaries of the reader's own: ``newsreader dictionary add|list|remove``."""

import argparse
import asyncio
import tempfile
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from newsreader.cli.command import Cli, outcome, print_json, say
from newsreader.errors import EXIT_DONE, UsageError
from newsreader.workspace import Workspace

#: Seconds that the download of a dictionary may take.
_PATIENCE = 900.0
#: Where one is to be had that is small, stable and says its licence.
_EXAMPLE = "https://raw.githubusercontent.com/mhagiwara/cc-kedict/master/kedict.yml (CC BY-SA 3.0)"


def add_commands(cli: Cli) -> None:
    """Add ``dictionary``."""
    dictionary = cli.add("dictionary", _list, help="add, list or remove other dictionaries")
    dictionary.set_defaults(json=False)
    actions = Cli.under(dictionary)

    added = actions.add(
        "add", _add, help="add a StarDict, Yomitan, kedict or tab-separated dictionary"
    )
    added.add_argument("source", metavar="FILE|URL", help=".ifo, .zip, .tar.*, .yml, .tsv")

    listed = actions.add("list", _list, help="list the dictionaries and their licences")
    listed.add_argument("--json", action="store_true", help="print JSON")

    removed = actions.add("remove", _remove, help="delete a dictionary")
    removed.add_argument("name", metavar="NAME")


def _add(workspace: Workspace, options: argparse.Namespace) -> int:
    address = urlsplit(options.source)
    if address.scheme in {"http", "https"}:
        with tempfile.TemporaryDirectory() as folder:
            name = PurePosixPath(unquote(address.path)).name or "dictionary"
            file = Path(folder) / name.replace("\\", "_").replace(":", "_")
            _fetch(options.source, file)
            return _add_file(workspace, file, options.source)
    file = Path(options.source).expanduser()
    if not file.is_file():
        raise UsageError(f"{options.source} is neither a file nor a web address.")
    return _add_file(workspace, file, "")


def _fetch(url: str, file: Path) -> None:
    from newsreader.dictionaries.archive import MOST_PACKED
    from newsreader.ingest.fetch import fetch
    from newsreader.ingest.response import FILE

    say(f"fetching {url}")
    page = asyncio.run(fetch(url, timeout=_PATIENCE, limit=MOST_PACKED, wanted=FILE))
    file.write_bytes(page.content)


def _add_file(workspace: Workspace, file: Path, origin: str) -> int:
    from newsreader.dictionaries.read import dictionary

    with dictionary(file) as source:
        added = workspace.dictionaries.add(source, origin=origin)
    print(f"{added.facts.title}: {added.entries:,} entries ({added.facts.format})")
    print(f"licence: {added.facts.licence or 'not stated by the dictionary'}")
    return EXIT_DONE


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    found = workspace.dictionaries.all()
    if options.json:
        print_json([one.to_json() for one in found])
    for one in () if options.json else found:
        about = one.facts
        print(f"{one.name}  {about.title}  {one.entries:,} entries  {about.format}")
        print(f"    licence: {about.licence or 'not stated'}")
        if about.source:
            print(f"    from {about.source}")
    return outcome(found, nothing=f"no dictionary was added; one that is free: {_EXAMPLE}")


def _remove(workspace: Workspace, options: argparse.Namespace) -> int:
    removed = workspace.dictionaries.remove(options.name)
    print(f"{removed.facts.title} is removed.")
    return EXIT_DONE
