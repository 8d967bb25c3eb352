import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import UsageError
from newsreader.glossary.format import MAX_BYTES, parse
from newsreader.glossary.load import Glossary
from newsreader.text import clean_line


def glossary(text: str) -> Glossary:
    lines, problems = parse(text, "own.tsv")
    assert not problems
    return Glossary(term for _, term in lines)


RENAMED = """\
갑청\tA Agency\torganisation\t\tto=2010-05-01\tnext=을청\tvariants=갑
을청\tB Agency\torganisation\t\tfrom=2010-05\tto=2020\tnext=병부
병부\tMinistry of C\torganisation\t\tfrom=2020-01-01
정처\tOld Board\torganisation\t\tfrom=1999\tto=2008-02-29
정처\tNew Board\torganisation\t\tfrom=2026-01-02
"""


@pytest.mark.parametrize(
    ("ko", "on", "status", "en", "then", "now"),
    [
        ("갑청", "2010-04-30", "current", "A Agency", "A Agency", "Ministry of C"),
        ("갑", "2010-05-01", "obsolete", "A Agency", "B Agency", "Ministry of C"),
        ("을청", "2009-12-31", "not-yet", "B Agency", "A Agency", "Ministry of C"),
        ("을청", "2020-01-01", "obsolete", "B Agency", "Ministry of C", "Ministry of C"),
        ("병부", "2015-01-01", "not-yet", "Ministry of C", "B Agency", "Ministry of C"),
        ("정처", "2004-01-01", "current", "Old Board", "Old Board", "New Board"),
        ("정처", "2015-01-01", "obsolete", "Old Board", None, "New Board"),
        ("정처", "1990-01-01", "not-yet", "Old Board", None, "New Board"),
    ],
)
def test_what_was_right_on_a_date(
    ko: str, on: str, status: str, en: str, then: str | None, now: str
) -> None:
    standing = glossary(RENAMED).as_of(ko, date.fromisoformat(on))
    assert standing is not None
    assert (standing.status, standing.term.en) == (status, en)
    assert (standing.then.en if standing.then else None) == then
    assert standing.now is not None
    assert standing.now.en == now


@pytest.mark.parametrize("asked", ["을부 장관", "을부장관", "을 부 장관", "을부·장관"])
def test_blanks_and_middots_are_as_the_writer_likes(asked: str) -> None:
    title = "을부 장관\tMinister of B\ttitle\t\tvariants=을 부장관\n"
    assert [term.en for term in glossary(title).find(asked)] == ["Minister of B"]


def test_a_word_as_written_is_no_other_word_by_its_letters() -> None:
    words = glossary("특별 감사\tspecial thanks\tsociety\n특별감사\tspecial audit\tpolitics\n")
    assert [term.en for term in words.find("특별감사")] == ["special audit"]
    assert [term.en for term in words.find("특별 감사")] == ["special thanks"]


def test_predecessors_are_told_oldest_first() -> None:
    standing = glossary(RENAMED).as_of("병부", date(2024, 1, 1))
    assert standing is not None
    assert [term.ko for term in standing.before] == ["갑청", "을청"]


def test_successors_that_go_in_a_circle_end() -> None:
    text = "가가\tA\tlaw\t\tto=2001\tnext=나나\n나나\tB\tlaw\t\tfrom=2001\tto=2002\tnext=가가\n"
    standing = glossary(text).as_of("가가", date(2005, 1, 1))
    assert standing is not None
    assert standing.now is None


def test_an_unknown_word_has_no_standing() -> None:
    assert glossary(RENAMED).as_of("무명", date(2020, 1, 1)) is None


def test_the_readers_own_file_wins(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("갑청\tAgency of Mine\torganisation\n", "utf-8")
    both = Glossary.from_files([own]).over(glossary(RENAMED))
    standing = both.as_of("갑청", date(2005, 1, 1))
    assert standing is not None
    assert standing.term.en == "Agency of Mine"
    assert [term.en for term in both.find("갑청")] == ["Agency of Mine", "A Agency"]


def test_defaults_comments_and_empty_lines_keep_the_numbering() -> None:
    text = "\n\n# 주석\n#! domain=law\n#! source=Gazette\n법안\tbill\tlaw\n헌법\tconstitution\n"
    lines, problems = parse(text, "own.tsv")
    ((number, term),) = lines
    assert (number, term.domain, term.source) == (6, "law", "Gazette")
    assert [str(problem) for problem in problems] == [
        "own.tsv:7: expected Korean, English and kind, separated by tabs"
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("법\tlaw\tlawn", "unknown kind 'lawn'"),
        ("\tlaw\tlaw", "the Korean or the English is empty"),
        ("법\tlaw\tlaw\t\tfrom=2024-13", "'2024-13' is no date"),
        ("법\tlaw\tlaw\t\tstatus=best", "unknown status 'best'"),
        ("법\tlaw\tlaw\t\tcolour=red", "unknown key 'colour'"),
        ("법\tlaw\tlaw\t\tjust words", "expected key=value, found 'just words'"),
        ("법\tlaw\tlaw\t\tnote=", "a value is empty"),
        ("법\tlaw\tlaw\t\tdnt=yes", "dnt and unsure can only be 1"),
        ("#! colour=red", "expected '#! domain=…' or '#! source=…'"),
        ("법\t" + "l" * 5000 + "\tlaw", "the line is longer than 4,000 characters"),
    ],
)
def test_a_wrong_line_is_named_and_left_out(line: str, said: str) -> None:
    lines, problems = parse(f"{line}\n예산\tbudget\teconomy\n", "own.tsv")
    assert [term.ko for _, term in lines] == ["예산"]
    (problem,) = problems
    assert (problem.file, problem.line) == ("own.tsv", 1)
    assert said in problem.message


def test_control_characters_do_not_come_in() -> None:
    lines, _ = parse("예\x1b[31m산\tbud\u202eget\teconomy\t\tnote=a\x07b\n", "own.tsv")
    assert lines[0][1].ko == "예[31m산"
    assert lines[0][1].en == "budget"
    assert lines[0][1].note == "ab"


@given(st.text())
def test_any_text_is_read_into_clean_terms(text: str) -> None:
    for _, term in parse(text, "own.tsv")[0]:
        assert clean_line(term.ko) == term.ko
        assert clean_line(term.en) == term.en


def test_a_successor_that_was_there_before_is_followed() -> None:
    merged = glossary(
        "자매당\tSister Party\torganisation\t\tfrom=2020-02\tto=2020-05-29\tnext=본당\n"
        "본당\tOld Party\torganisation\t\tfrom=2001\tto=2010\n"
        "본당\tMain Party\torganisation\t\tfrom=2019-12\n"
    ).as_of("자매당", date(2021, 1, 1))
    assert merged is not None
    assert merged.now is not None
    assert merged.now.en == "Main Party"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "is not UTF-8 in line 1"), (b"a\nb\n\xc7\xd1", "is not UTF-8 in line 3")],
)
def test_a_file_of_another_encoding_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "own.tsv"
    file.write_bytes(data)
    with pytest.raises(UsageError, match=said):
        Glossary.from_files([file])


def test_a_file_that_is_too_large_or_missing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    with pytest.raises(UsageError, match="cannot be read"):
        Glossary.from_files([file])
    with file.open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    with pytest.raises(UsageError, match="larger than 32 MB"):
        Glossary.from_files([file])


def test_dated_names(shared: Path) -> None:
    embedded = Glossary.embedded()
    for line in (shared / "cases" / "dated_names_dev.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        standing = embedded.as_of(case["ko"], date.fromisoformat(case["on"]))
        assert standing is not None, case["ko"]
        assert standing.status == case["expect"], case["ko"]
        english = standing.term.en.casefold()
        assert any(part.casefold() in english for part in case["en_contains"]), case["ko"]
