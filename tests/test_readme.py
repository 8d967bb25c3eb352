"""The README tells the truth: its made parts are as the program has them, its commands exist."""

import re

from newsreader.cli.main import parser
from tests.readme import README, with_parts

TEXT = README.read_text("utf-8")


def test_keys_and_engines_are_those_of_the_program() -> None:
    assert with_parts(TEXT) == TEXT, "run `python -m tests.readme`"


def test_every_command_is_listed_and_every_listed_command_exists() -> None:
    listed = set(re.findall(r"^newsreader ([a-z]+)", TEXT, re.MULTILINE))
    help_text = parser().format_help()
    existing = set(re.findall(r"^    ([a-z]+)(?: |$)", help_text, re.MULTILINE))
    assert listed == existing


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((screenshots/[^)]+)\)", TEXT)
    assert pictures
    for picture in pictures:
        assert (README.parent / picture).is_file()


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    blocks = re.findall(r"<!-- test command -->\n```sh\n(.+?)\n```", TEXT, re.DOTALL)
    assert len(blocks) == 1
    assert "pytest" in blocks[0]
