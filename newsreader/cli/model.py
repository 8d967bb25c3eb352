"""The offline engine's models: ``newsreader model list|install|use|remove|path``."""

import argparse
import asyncio
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.command import Cli, outcome
from newsreader.errors import EXIT_DONE, EXIT_NOTHING
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.translate.models import Model

#: Seconds between two lines of progress.
_PAUSE = 0.2


def add_commands(cli: Cli) -> None:
    """Add ``model``."""
    model = cli.add("model", _list, help="list, install, choose or remove the offline models")
    actions = Cli.under(model)
    actions.add(
        "list",
        _list,
        help="what is installed (* is in use) and what can be, with size and licence",
    )
    install = actions.add(
        "install", _install, help="fetch Mozilla's model, or take one from a folder; use it then"
    )
    install.add_argument(
        "--from", dest="folder", type=Path, metavar="DIR", help="a folder with the model"
    )
    install.add_argument("--mirror", metavar="URL", default="", help="where to fetch it instead")
    use = actions.add("use", _use, help="translate with another of the installed models")
    use.add_argument("name", metavar="NAME")
    remove = actions.add("remove", _remove, help="delete a model; the one in use if none is named")
    remove.add_argument("name", metavar="NAME", nargs="?")
    path = actions.add(
        "path", _path, help="print a model's folder; that of the one in use if none is named"
    )
    path.add_argument("name", metavar="NAME", nargs="?")


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    from newsreader.translate.installing import OFFER
    from newsreader.translate.models import installed, models

    paths, there = workspace.paths, models(workspace.paths)
    used = installed(paths)
    for model in there:
        mark = "*" if model == used else " "
        print(f"{mark} {model.name}  {model.size / 1e6:.0f} MB  {model.licence}")
        print(f"  {model.directory}")
    if all(model.name != OFFER.name for model in there):
        sizes = (
            f"{OFFER.download_size / 1e6:.0f} MB to fetch, {OFFER.size / 1e6:.0f} MB on the disk"
        )
        print(f"  {OFFER.name}  available: {sizes}  {OFFER.licence}")
        print(f"  {OFFER.title}")
        print("  `newsreader model install` fetches it.")
    if there:
        size = sum(model.size for model in there)
        free = shutil.disk_usage(paths.models).free
        print(f"Offline models: {size / 1e6:.0f} MB on the disk, {free / 1e6:,.0f} MB are free.")
    return EXIT_DONE


def _install(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.translate.installing import OFFER, install, install_from

    if options.folder is not None:
        model = install_from(workspace.paths, options.folder)
    else:
        mirror = options.mirror or workspace.settings.model_mirror
        print(f"{OFFER.title}, {OFFER.licence}", file=sys.stderr)
        progress = _Progress()
        try:
            model = asyncio.run(install(workspace.paths, mirror=mirror, progress=progress))
        finally:
            progress.end()
    print(f"{model.name} is installed in {model.directory}.")
    return EXIT_DONE


class _Progress:
    """One line on stderr that is written over; without a terminal, only the end of each file."""

    def __init__(self) -> None:
        self._next = 0.0
        #: Characters of the longest line so far: what is written over it covers all of it.
        self._longest = 0

    def __call__(self, file: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and (now < self._next or not sys.stderr.isatty()):
            return
        self._next = now + _PAUSE
        share = 100 * done // total if total else 0
        line = f"{file}  {done / 1e6:.1f} of {total / 1e6:.1f} MB  {share} %"
        if sys.stderr.isatty():
            self._longest = max(self._longest, len(line))
            print(f"\r{line.ljust(self._longest)}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr)

    def end(self) -> None:
        """Leave the line."""
        if self._longest:
            print(file=sys.stderr)


def _use(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.translate.models import model_named, use

    use(workspace.paths, model_named(workspace.paths, options.name))
    print(f"{options.name} translates from now on.")
    return EXIT_DONE


def _remove(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.translate.models import remove

    model = _wanted(workspace, options)
    there = remove(workspace.paths, model)
    name = model.name if model else "What was fetched of a model"
    print(f"{name} is removed." if there else "No model is installed.")
    return EXIT_DONE if there else EXIT_NOTHING


def _path(workspace: Workspace, options: argparse.Namespace) -> int:
    model = _wanted(workspace, options)
    if model is None:
        return outcome(model, nothing="no model is installed; run `newsreader model install`.")
    print(model.directory)
    return EXIT_DONE


def _wanted(workspace: Workspace, options: argparse.Namespace) -> "Model | None":
    """Return the model that was named, or else the one in use."""
    from newsreader.translate.models import installed, model_named

    if options.name:
        return model_named(workspace.paths, options.name)
    return installed(workspace.paths)
