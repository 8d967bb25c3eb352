"""The commands, and the one place where a failure becomes a sentence and an exit code."""

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from newsreader import __version__
from newsreader.cli.command import Cli, Run, say
from newsreader.cli.parser import Parser
from newsreader.config import Paths, Settings
from newsreader.errors import EXIT_DONE, EXIT_SOURCE, EXIT_USAGE, NewsreaderError
from newsreader.workspace import Workspace

#: The modules beside this one, and the commands that each adds.
_GROUPS: dict[str, set[str]] = {
    "read": {"open", "show", "extract"},
    "glossary": {"terms", "lookup"},
    "termbase": {"check", "glossary"},
    "korean": {"korean"},
    "find": {"find"},
    "notes": {"notes"},
    "library": {"library", "revisions"},
    "sync": {"sync", "feeds", "watch"},
    "memory": {"memory"},
    "engines": {"engines"},
    "model": {"model"},
    "dictionary": {"dictionary"},
    "doctor": {"doctor"},
}

#: What would do nothing, or for nobody, where the library cannot be used.
_OF_THE_LIBRARY = {"find", "notes", "revisions", "sync", "feeds", "watch", "memory", "dictionary"}

_EPILOG = """\
A SOURCE is a web address, a file (.html, .txt), - for standard input, `sample`, or the number of
an article in the library. Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 source could not be
read, 4 no translation could be made, 130 interrupted.
"""


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser for ``arguments``: of the whole command line, unless they name a command.

    Only the group of that command is loaded then, so that the app starts sooner.
    """
    whole = Parser(
        prog="newsreader",
        description="Read Korean news with English beside it, sentence by sentence.",
        epilog=_EPILOG,
    )
    whole.add_argument("--version", action="version", version=f"newsreader {__version__}")
    whole.add_argument("--home", metavar="DIR", help="keep everything under this folder")
    cli = Cli(whole.add_subparsers(dest="command", metavar="COMMAND", title="commands"))
    named = [group for group, commands in _GROUPS.items() if commands & set(arguments)]
    for group in named or _GROUPS:
        import_module(f"newsreader.cli.{group}").add_commands(cli)
    return whole


def run(arguments: Sequence[str]) -> int:
    """Run one command; without one, the app on the library. Returns the exit code."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed, as after `>&-`
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for good
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        # Korean must come through a pipe on systems whose own encoding has none.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = parser(arguments).parse_args(arguments)
    except SystemExit as leaving:  # argparse has said what is wrong, or printed its help
        return leaving.code if isinstance(leaving.code, int) else EXIT_USAGE
    return guarded(lambda: _dispatch(options))


def guarded(work: Callable[[], int]) -> int:
    """Return the exit code of ``work``; an expected failure is one sentence on stderr."""
    try:
        code = work()
        sys.stdout.flush()
    except NewsreaderError as error:
        say(error)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone, as `| head` does. Python would complain once more
        # when it flushes at exit, so what is left goes nowhere.
        _write_nowhere()
        return EXIT_DONE
    except OSError as error:
        if error.filename is not None or error.errno not in {errno.ENOSPC, errno.EIO, errno.EINVAL}:
            raise
        _write_nowhere()
        if error.errno == errno.EINVAL:  # what Windows says of a pipe whose reader has gone
            return EXIT_DONE
        say(f"the output cannot be written: {error.strerror}.")
        return EXIT_USAGE
    return code


def _write_nowhere() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(options: argparse.Namespace) -> int:
    paths = Paths.find(options.home)
    workspace = Workspace(paths, Settings.load(paths.config_file))
    command: Run | None = getattr(options, "run", None)
    try:
        if command is None:
            from newsreader.cli.read import run_app

            return run_app(workspace, None)
        if options.command in _OF_THE_LIBRARY and workspace.library.file is None:
            return EXIT_SOURCE  # a notice says why it cannot be used
        return command(workspace, options)
    finally:
        workspace.close()
        for notice in workspace.notices:
            say(notice)
