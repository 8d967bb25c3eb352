"""What a command is, and how a group of commands adds its own to the command line."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass

from newsreader.cli.parser import Parser
from newsreader.errors import EXIT_DONE, EXIT_NOTHING
from newsreader.workspace import Workspace

#: What a command is: it gets the workspace and its arguments, and returns an exit code.
Run = Callable[[Workspace, argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Cli:
    """The parser under construction: each group of commands adds its own."""

    commands: "argparse._SubParsersAction[Parser]"

    def add(self, name: str, run: Run, *, help: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse's word
        """Add a command and return its parser for its arguments."""
        parser = self.commands.add_parser(
            name, help=help, description=f"{help[0].upper()}{help[1:]}."
        )
        parser.set_defaults(run=run)
        return parser


def outcome(found: object, *, nothing: str) -> int:
    """Return the exit code of a command that looked for something; say when there was none."""
    if found:
        return EXIT_DONE
    print(f"newsreader: {nothing}", file=sys.stderr)
    return EXIT_NOTHING
