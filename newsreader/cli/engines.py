"""What can translate here: ``newsreader engines``."""

import argparse

from newsreader.cli.command import Cli, wrapped
from newsreader.errors import EXIT_DONE
from newsreader.workspace import Workspace


def add_commands(cli: Cli) -> None:
    """Add ``engines``."""
    cli.add("engines", _engines, help="list the engines, what each sends, and where to")


def _engines(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    from newsreader.translate.engines import ENGINES

    agreed = workspace.agreed_engines
    chosen = workspace.library.state.get("engine") or workspace.settings.engine
    for info in ENGINES.values():
        mark = "*" if info.name == chosen else " "
        place = "local" if info.local else "online"
        print(f"{mark} {info.name:<15}{place:<7} {info.title}")
        facts = [info.sends, info.limits_and_price]
        if info.name in agreed and not info.local:
            facts.append("You agreed to that in the app.")
        for fact in facts:
            print(wrapped(fact, 4))
    if chosen == "auto":
        print("The offline model is used when it is installed; otherwise nothing is.")
    return EXIT_DONE
