"""The offline engine's model: ``newsreader model list|install|remove|path``."""

import argparse
import asyncio
import sys
import time
from pathlib import Path

from newsreader.cli.command import Cli
from newsreader.errors import EXIT_DONE, EXIT_NOTHING
from newsreader.workspace import Workspace

#: Seconds between two lines of progress.
_PAUSE = 0.2


def add_commands(cli: Cli) -> None:
    """Add ``model``."""
    model = cli.add("model", _list, help="list, install or remove the offline engine's model")
    actions = model.add_subparsers(metavar="ACTION", title="actions")
    for name, run, text in (
        ("list", _list, "what is installed, and what can be"),
        ("install", _install, "fetch the model, or take it from a folder"),
        ("remove", _remove, "delete the model"),
        ("path", _path, "print the model's folder"),
    ):
        action = actions.add_parser(name, help=text, description=text)
        action.set_defaults(run=run)
        if name == "install":
            action.add_argument("--from", dest="folder", type=Path, metavar="DIR")
            action.add_argument("--mirror", metavar="URL", default="")


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    from newsreader.translate.models import OFFER, installed

    model = installed(workspace.paths)
    if model is not None:
        print(f"installed  {model.name}  {model.size / 1e6:.0f} MB  {model.licence}")
        print(f"           {model.directory}")
    if model is None or model.name != OFFER.name:
        sizes = (
            f"{OFFER.download_size / 1e6:.0f} MB to fetch, {OFFER.size / 1e6:.0f} MB on the disk"
        )
        print(f"available  {OFFER.name}  {sizes}  {OFFER.licence}")
        print(f"           {OFFER.title}; `newsreader model install`")
    return EXIT_DONE


def _install(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.translate.models import OFFER, install, install_from

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
        self._open = False

    def __call__(self, file: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and (now < self._next or not sys.stderr.isatty()):
            return
        self._next = now + _PAUSE
        share = 100 * done // total if total else 0
        line = f"{file}  {done / 1e6:.1f} of {total / 1e6:.1f} MB  {share} %"
        if sys.stderr.isatty():
            print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)
            self._open = True
        else:
            print(line, file=sys.stderr)

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            print(file=sys.stderr)


def _remove(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    from newsreader.translate.models import remove

    there = remove(workspace.paths)
    print("The model is removed." if there else "No model is installed.")
    return EXIT_DONE if there else EXIT_NOTHING


def _path(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    from newsreader.translate.models import installed

    model = installed(workspace.paths)
    if model is None:
        print("newsreader: no model is installed; run `newsreader model install`.", file=sys.stderr)
        return EXIT_NOTHING
    print(model.directory)
    return EXIT_DONE
