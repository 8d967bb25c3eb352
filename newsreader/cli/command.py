"""What a command is, and how a group of commands adds its own to the command line."""

import argparse
import json
import shutil
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from newsreader.cli.parser import Parser
from newsreader.errors import EXIT_DONE, EXIT_NOTHING
from newsreader.workspace import Workspace

#: The longest line of prose, in characters; also a line's width where there is no terminal.
WIDTH = 100

#: What a command is: it gets the workspace and its arguments, and returns an exit code.
Run = Callable[[Workspace, argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Cli:
    """Commands under construction: those of the command line, or what one of them can do."""

    commands: "argparse._SubParsersAction[Parser]"

    @classmethod
    def under(cls, command: Parser) -> Self:
        """Return what adds the actions of a command."""
        return cls(command.add_subparsers(metavar="ACTION", title="actions"))

    def add(self, name: str, run: Run, *, help: str) -> Parser:  # noqa: A002 - argparse's word
        """Add a command and return its parser for its arguments; its help is one sentence."""
        parser = self.commands.add_parser(
            name, help=help, description=f"{help[0].upper()}{help[1:]}."
        )
        parser.set_defaults(run=run)
        return parser


def add_source(parser: Parser) -> None:
    """Add the argument that says which article is meant."""
    parser.add_argument(
        "source", metavar="SOURCE", help="a web address, a file, - for stdin, sample, or a number"
    )


def wrapped(prose: str, indent: int) -> str:
    """Return English ``prose`` in lines that fit the terminal, ``indent`` blanks from its edge.

    Addresses, paths and commands stay whole.
    """
    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 0)).columns)
    return textwrap.fill(
        prose,
        max(width, 2 * indent),
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def say(message: object) -> None:
    """Tell the reader what is no data: on standard error."""
    print(f"newsreader: {message}", file=sys.stderr)


def print_json(value: Any) -> None:
    """Print a command's whole answer, for programs and still for people."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def outcome(found: object, *, nothing: str) -> int:
    """Return the exit code of a command that looked for something; say when there was none."""
    if found:
        return EXIT_DONE
    say(nothing)
    return EXIT_NOTHING
