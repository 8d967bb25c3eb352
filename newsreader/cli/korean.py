"""The Korean tools as filters: ``newsreader korean split|romanize|numbers|…``."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsreader.cli.command import Cli
from newsreader.cli.lines import day, each_object, json_lines, lines_in, text_of, write
from newsreader.errors import EXIT_DONE, UsageError
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme


def add_commands(cli: Cli) -> None:
    """Add ``korean``."""
    korean = cli.add("korean", _korean, help="Korean tools as filters: one line in, one line out")
    korean.add_argument("tool", metavar="TOOL", choices=sorted(_TOOLS), help=", ".join(_TOOLS))
    korean.add_argument("--name", action="store_true", help="romanize: the words are names")


def _korean(workspace: Workspace, options: argparse.Namespace) -> int:
    _TOOLS[options.tool](workspace, options)
    return EXIT_DONE


def _split(workspace: Workspace, options: argparse.Namespace) -> None:
    del workspace, options
    from newsreader.korean.sentences import split

    for number, text in json_lines(sys.stdin.buffer):
        if not isinstance(text, str):
            raise UsageError(f"Line {number} must be a JSON string.")
        write(split(text))


def _romanize(workspace: Workspace, options: argparse.Namespace) -> None:
    del workspace
    from newsreader.korean.romanization import romanize

    for _, word in lines_in(sys.stdin.buffer):
        print(romanize(word, name=options.name), flush=True)


def _numbers(workspace: Workspace, options: argparse.Namespace) -> None:
    del workspace, options
    from newsreader.korean.numbers.find import find

    each_object(
        lambda line: [one.to_json() for one in find(text_of(line, "text"), day(line.get("on")))]
    )


def _hanja(workspace: Workspace, options: argparse.Namespace) -> None:
    del workspace, options
    from newsreader.korean.headlines import resolve

    each_object(
        lambda line: [
            one.to_json() for one in resolve(text_of(line, "headline"), day(line.get("date")))
        ]
    )


def _words(workspace: Workspace, options: argparse.Namespace) -> None:
    del options
    from newsreader.korean.word import explain

    def answer(line: dict[str, Any], morphemes: "list[Morpheme] | None") -> Any:
        return explain(line["text"], int(line["start"]), int(line["end"]), morphemes).to_json()

    asyncio.run(_each_analysed(workspace, answer))


def _interlinear(workspace: Workspace, options: argparse.Namespace) -> None:
    del options
    from newsreader.korean.interlinear import interlinear

    def answer(line: dict[str, Any], morphemes: "list[Morpheme] | None") -> Any:
        on = day(line.get("on"))
        matches = workspace.terms_in(line["text"], on)
        return [cell.to_json() for cell in interlinear(line["text"], morphemes, matches, on)]

    asyncio.run(_each_analysed(workspace, answer))


def _stance(workspace: Workspace, options: argparse.Namespace) -> None:
    del options
    from newsreader.korean.endings import stance

    def answer(line: dict[str, Any], morphemes: "list[Morpheme] | None") -> Any:
        return [one.to_json() for one in stance(line["text"], morphemes)]

    asyncio.run(_each_analysed(workspace, answer))


async def _each_analysed(
    workspace: Workspace, answer: "Callable[[dict[str, Any], list[Morpheme] | None], Any]"
) -> None:
    """Print ``answer`` of every object on standard input and the morphemes of its ``text``.

    Raises UsageError naming the line that is not as it should be.
    """
    analyser = workspace.analyser
    try:
        for number, line in json_lines(sys.stdin.buffer):
            try:
                found = (await analyser.analyse([line["text"]]))[0] if analyser else None
                write(answer(line, found))
            except KeyError as error:
                raise UsageError(f"Line {number} lacks the field {error}.") from error
            except (TypeError, ValueError) as error:
                raise UsageError(f"Line {number} is not as it should be: {error}.") from error
    finally:
        await workspace.close_processes()


_TOOLS: dict[str, Callable[[Workspace, argparse.Namespace], None]] = {
    "split": _split,
    "romanize": _romanize,
    "numbers": _numbers,
    "hanja": _hanja,
    "words": _words,
    "interlinear": _interlinear,
    "stance": _stance,
}
