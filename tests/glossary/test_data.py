"""The embedded glossary keeps its own rules."""

from pathlib import Path

import pytest

from newsreader.glossary.load import Glossary, embedded_files
from newsreader.glossary.validate import main, problems_in
from newsreader.text import clean_line


def test_the_embedded_files_have_no_problems() -> None:
    assert [str(problem) for problem in problems_in(embedded_files())] == []


def test_the_embedded_files_are_clean() -> None:
    """They are loaded without cleaning, so cleaning must have nothing to do."""
    for file in embedded_files():
        for line in file.read_text("utf-8").split("\n"):
            for column in line.split("\t"):
                assert clean_line(column) == column, file.name


def test_there_is_a_glossary_worth_the_name() -> None:
    glossary = Glossary.embedded()
    assert len(glossary) > 5000
    assert glossary.problems == ()
    assert sum(term.note is not None for term in glossary.terms) > 1000


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("법원\tcourt\tlegal\t\tfrom=2020\tto=2019\n", "from=2020 is not before to=2019"),
        ("법원\tcourt\tlegal\t法\n", "法 has 1 syllables, 법원 has 2"),
        ("법원\tcourt\tlegal\t法언\n", "法언 has 언 where 법원 has 원"),
        ("법원\tcourt\tlegal\tcourt\n", "no hanja in court"),
        ("법원에서\tin court\tlegal\n", "법원에서 ends in a particle"),
        ("법원\t법 court\tlegal\n", "there is Hangul in the English"),
        ("법원\tcourt\tlegal\t\tnext=없는청\n", "next=없는청 is no entry"),
        ("법원\tcourt\tlegal\t\tnext=법원\n", "it is its own successor"),
        ("법원\tcourt\tlegal\t\tvariants=법원\n", "the term is its own variant"),
        ("법원\tcourt\tlegal\t\tadmitted=court\n", "the English is also admitted or forbidden"),
        ("법원\tcourt\tlegal\t\tadmitted=a|b\tforbidden=b\n", "admitted and forbidden"),
        ("법원\tcourt\tlegal\n법원\tCourt\tlegal\n", "the same entry stands in own.tsv:1"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, lines: str, said: str) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(lines, "utf-8")
    assert any(said in str(problem) for problem in problems_in([file]))


def test_the_checker_prints_one_problem_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("무명법원\tcourt\tlegal\n예산\tbudget\tmoney\n", "utf-8")
    assert main([str(file)]) == 1
    assert capsys.readouterr().out == "own.tsv:2: unknown kind 'money'\n"
    file.write_text("무명법원\tcourt\tlegal\n", "utf-8")
    assert main([str(file)]) == 0
    assert main([str(tmp_path / "none.tsv")]) == 2
