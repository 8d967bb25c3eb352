"""The command line's parser: one sentence for what is wrong, examples in every help."""

import argparse
import re
from difflib import get_close_matches
from typing import Any, NoReturn

from newsreader.cli.examples import EXAMPLES
from newsreader.errors import EXIT_USAGE

#: How argparse says that ``type=int`` failed.
_NO_NUMBER = re.compile(r"invalid int value: (.+)", re.DOTALL)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help in which also the longest name of a command has its text beside it."""

    def add_argument(self, action: argparse.Action) -> None:
        """Add one argument, and room for the names of the commands under it."""
        super().add_argument(action)
        # argparse forgets that these are indented once more.
        for command in self._iter_indented_subactions(action):
            width = len(self._format_action_invocation(command)) + self._current_indent
            self._action_max_length = max(self._action_max_length, width + 2)


class Parser(argparse.ArgumentParser):
    """A parser of ``newsreader``, of one of its commands, or of what a command can do."""

    def __init__(self, **arguments: Any) -> None:
        command = arguments.get("prog", "").partition(" ")[2]
        if command in EXAMPLES:
            lines = "".join(f"\n  {example}" for example in EXAMPLES[command])
            arguments["epilog"] = f"examples:{lines}"
        super().__init__(**{"formatter_class": Help, **arguments})

    def error(self, message: str) -> NoReturn:
        """Leave with one sentence on what was wrong."""
        message = _NO_NUMBER.sub(r"\1 is no whole number", message)
        self.exit(EXIT_USAGE, f"newsreader: {message}; see `{self.prog} --help`.\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Refuse what is none of an argument's choices; name the nearest, or else all."""
        choices = [str(one) for one in action.choices or ()]
        if action.choices is None or value in action.choices:
            return
        near = get_close_matches(str(value), choices, 1)
        hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(choices)}"
        raise argparse.ArgumentError(action, f"there is no {value!r}: {hint}")
