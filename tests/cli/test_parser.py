"""What the command line says of itself, and of what it cannot understand."""

import argparse
import re
import shlex
from collections.abc import Iterator

import pytest

from newsreader.cli.examples import EXAMPLES
from newsreader.cli.main import _GROUPS, parser
from tests.cli.commands import newsreader

COMMANDS = sorted(set().union(*_GROUPS.values()))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_a_sentence_and_columns_that_stand(command: str) -> None:
    done = newsreader(command, "--help")
    assert done.code == 0
    assert re.search(r"^[A-Z].*\.$", done.out, re.MULTILINE)
    # A name that is wider than its column has its text on a line of its own, further right.
    assert not re.search(r"^ {4}[a-z]+\n {10}", done.out, re.MULTILINE)


def test_the_names_of_all_commands_stand_beside_their_texts() -> None:
    told = newsreader("--help").out
    for command in COMMANDS:
        assert re.search(rf"^    {command} {{2,}}\S", told, re.MULTILINE), command


def every_parser(whole: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield whole
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from every_parser(one)


def test_every_command_and_every_option_has_its_help() -> None:
    for one in every_parser(parser()):
        assert re.fullmatch(r"[A-Z].*\.", one.description or ""), one.prog
        assert all(action.help for action in one._actions if action.option_strings), one.prog


@pytest.mark.parametrize("example", [one for lines in EXAMPLES.values() for one in lines])
def test_every_example_can_be_read(example: str) -> None:
    assert set(EXAMPLES) <= set(COMMANDS)
    words = shlex.split(re.sub(r" [|>] (?:jq .*|\S+)$|^echo .* \| ", "", example))
    assert words[0] == "newsreader"
    assert callable(parser(words[1:]).parse_args(words[1:]).run)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("shwo sample", "argument COMMAND: there is no 'shwo': did you mean show?"),
        ("show --format pdf x", "there is no 'pdf': choose from text, json, "),
        ("find --limit x 예산", "argument --limit: 'x' is no whole number"),
        ("feeds ad x", "did you mean add?; see `newsreader feeds --help`"),
        ("show", "required: SOURCE; see `newsreader show --help`"),
    ],
)
def test_what_is_not_understood_is_one_sentence(line: str, said: str) -> None:
    done = newsreader(*line.split())
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "line",
    ["find 없는말", "feeds", "feeds catalogue 없는말", "watch", "glossary waivers", "notes"],
)
def test_nothing_found_is_said_and_not_in_the_data(line: str) -> None:
    done = newsreader(*line.split())
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_a_byte_order_mark_before_the_first_line_is_left_out() -> None:
    assert newsreader("korean", "split", stdin='\ufeff"봄이다. 춥다."\n').json() == [
        "봄이다.",
        "춥다.",
    ]


def test_a_line_that_is_not_as_it_should_be_is_named_in_plain_words() -> None:
    assert "Line 1 is not JSON" in newsreader("korean", "words", stdin="배를 탔다").err
    done = newsreader("check", stdin='{"ko": 1, "en": "2"}')
    assert (done.code, done.out) == (2, "")
    assert "Line 1 is not as it should be: ko must be a string." in done.err
    done = newsreader("check", stdin='{"ko": "a", "en": "b", "on": "x"}')
    assert "Line 1 is not as it should be: x is no date as 2023-02-06." in done.err
