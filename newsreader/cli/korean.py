"""The Korean tools as filters: ``newsreader korean split|romanize|numbers|hanja|words``."""

import argparse
import asyncio
import sys
from collections.abc import Callable

from newsreader.cli.command import Cli
from newsreader.cli.lines import day, each_object, json_lines, lines_in, write
from newsreader.errors import EXIT_DONE, UsageError
from newsreader.workspace import Workspace


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
    from newsreader.korean.numbers import find

    each_object(lambda line: [one.to_json() for one in find(line["text"], day(line.get("on")))])


def _hanja(workspace: Workspace, options: argparse.Namespace) -> None:
    del workspace, options
    from newsreader.korean.headlines import resolve

    each_object(
        lambda line: [one.to_json() for one in resolve(line["headline"], day(line.get("date")))]
    )


def _words(workspace: Workspace, options: argparse.Namespace) -> None:
    del options
    from newsreader.korean.analyser import Analyser, available
    from newsreader.korean.word import explain

    async def answer() -> None:
        analyser = Analyser(workspace.paths.logs / "analyser.log") if available() else None
        try:
            for number, line in json_lines(sys.stdin.buffer):
                try:
                    text, start, end = line["text"], int(line["start"]), int(line["end"])
                    found = (await analyser.analyse([text]))[0] if analyser else None
                    write(explain(text, start, end, found).to_json())
                except (KeyError, TypeError, ValueError) as error:
                    raise UsageError(
                        f'Line {number} must have "text", "start" and "end": {error}.'
                    ) from error
        finally:
            if analyser is not None:
                await analyser.close()

    asyncio.run(answer())


_TOOLS: dict[str, Callable[[Workspace, argparse.Namespace], None]] = {
    "split": _split,
    "romanize": _romanize,
    "numbers": _numbers,
    "hanja": _hanja,
    "words": _words,
}
