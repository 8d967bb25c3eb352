from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import UsageError
from newsreader.glossary.exchange import merge, parse_table, read, write, write_pairs
from newsreader.glossary.load import Glossary
from newsreader.glossary.tbx import parse_tbx, write_tbx
from newsreader.glossary.term import Term

TERMS = [
    Term(
        "기획원",
        "Board of <Planning> & Budget",
        "organisation",
        hanja="企劃院",
        variants=("기획처",),
        admitted=("Planning Board",),
        forbidden=("Plan House",),
        valid_from="1999",
        valid_to="2008-02-29",
        successor="재정부",
        source="Gazette",
        note='A "board".',
    ),
    Term("특사", "envoy", "title", cues=("대통령",), status="admitted", unsure=True),
    Term("재정부", "Ministry of Finance", "organisation", domain="economy", example="재정부는"),
    Term("K-9", "K9", "weapon", do_not_translate=True),
]


def test_our_format_keeps_everything(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    write(file, TERMS)
    assert read(file) == (TERMS, [])


def test_csv_keeps_the_four_columns(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    write(file, TERMS)
    terms, problems = read(file)
    assert problems == []
    assert [term[:3] for term in terms] == [term[:3] for term in TERMS]
    assert [term.note for term in terms] == [term.note for term in TERMS]


@pytest.mark.parametrize("version", [2, 3])
def test_tbx_keeps_terms_and_status(version: int) -> None:
    terms, problems = parse_tbx(write_tbx(TERMS, version), "mine.tbx")
    assert problems == []
    for read_back, term in zip(terms, TERMS, strict=True):
        for field in ("ko", "en", "kind", "variants", "admitted", "forbidden", "note", "status"):
            assert getattr(read_back, field) == getattr(term, field)


def test_tbx_of_others_is_read() -> None:
    text = """<?xml version="1.0"?>
    <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
    <martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
      <langSet xml:lang="en-US"><tig><term>old board</term>
        <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
        <tig><term>planning board</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
      <langSet xml:lang="ko-KR"><ntig><termGrp><term>기획원</term></termGrp></ntig></langSet>
    </termEntry><termEntry id="2"><langSet xml:lang="ko"><tig><term>법</term></tig></langSet>
    </termEntry></body></text></martif>"""
    terms, problems = parse_tbx(text, "theirs.tbx")
    ((ko, en, admitted),) = [(term.ko, term.en, term.admitted) for term in terms]
    assert (ko, en, admitted) == ("기획원", "planning board", ("old board",))
    assert [problem.message for problem in problems] == [
        "an entry lacks the Korean or the English term"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares XML entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a/>', "declares XML entities"),
        ("<a><b></a>", "is no TBX"),
        ("<a>" * 50 + "</a>" * 50, "nest too deeply"),
        ("", "is no TBX"),
    ],
)
def test_hostile_xml_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_tbx(text, "theirs.tbx")


@pytest.mark.parametrize(
    "text",
    [
        "기획원\tplanning board\n예산\tbudget\n",
        "기획원,planning board\n예산,budget\n",
        "source,target,explanation\n기획원,planning board,\n예산,budget,\n",
        "English;Korean\nplanning board;기획원\nbudget;예산\n",
        '\ufeffko,en\n"기획원","planning board"\n예산,budget\n',
    ],
)
def test_tables_as_others_write_them(tmp_path: Path, text: str) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text(text, "utf-8")
    terms, problems = read(file)
    assert problems == []
    assert [(term.ko, term.en) for term in terms] == [
        ("기획원", "planning board"),
        ("예산", "budget"),
    ]


def test_wrong_rows_are_named() -> None:
    terms, problems = parse_table("기획원,board\n법,\nlaw,법\n예산,budget\n", "theirs.csv")
    assert [term.ko for term in terms] == ["기획원", "예산"]
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "the Korean or the English is empty"),
        (3, "the first column must be Korean, the second English"),
    ]


def test_two_columns_leave_out_what_would_mislead_an_engine() -> None:
    assert write_pairs(TERMS) == "재정부\tMinistry of Finance\nK-9\tK9\n"


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    write(file, [Term("수식", "=1+1", "science")])
    assert "'=1+1" in file.read_text("utf-8")


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="is there already"):
        write(file, TERMS)
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["terms.pdf", "terms"])
def test_other_endings_are_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with pytest.raises(UsageError, match="must end in"):
        write(file, TERMS)
    file.write_text("x", "utf-8")
    with pytest.raises(UsageError, match="must end in"):
        read(file)


def test_a_merge_lists_what_is_new_and_where_glossaries_differ() -> None:
    offered = [
        Term("재정부", "Ministry of Finance", "society"),
        Term("K-9", "K-9 gun", "weapon"),
        Term("예산", "budget", "economy"),
    ]
    result = merge(Glossary(TERMS), offered)
    assert [term.ko for term in result.same] == ["재정부"]
    assert [(one.kept.en, one.offered.en) for one in result.conflicts] == [("K9", "K-9 gun")]
    assert [term.ko for term in result.added] == ["예산"]


@given(st.text())
def test_any_text_is_a_table_or_a_problem(text: str) -> None:
    terms, _ = parse_table(text, "theirs.csv")
    assert all(term.ko and term.en for term in terms)
