from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.article import TERM_STATUSES
from newsreader.errors import UsageError
from newsreader.glossary.exchange import PROGRAMS, merge, read, write
from newsreader.glossary.format import parse, write_text
from newsreader.glossary.load import Glossary
from newsreader.glossary.tables import parse_table, write_deepl, write_table, write_weblate
from newsreader.glossary.tbx import parse_tbx, write_tbx
from newsreader.glossary.term import TERM_KINDS, Term
from newsreader.text import clean_line

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


def test_csv_keeps_what_a_spreadsheet_can_hold(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    write(file, TERMS)
    terms, problems = read(file)
    assert problems == []
    kept = ("ko", "en", "kind", "hanja", "status", "variants", "admitted", "forbidden",
            "valid_from", "valid_to", "note")  # fmt: skip
    for read_back, term in zip(terms, TERMS, strict=True):
        for field in kept:
            assert getattr(read_back, field) == getattr(term, field)


def test_weblate_gets_one_target_with_a_comment(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    write(file, TERMS, "weblate")
    assert file.read_text("utf-8").startswith("source,target,context,developer_comments\n기획원,")
    terms, problems = read(file)
    assert problems == []
    assert [(one.ko, one.en, one.kind, one.note) for one in terms] == [
        (one.ko, one.en, one.kind, one.note) for one in TERMS
    ]


def test_deepl_gets_pairs_and_no_word_twice() -> None:
    twice = [*TERMS, TERMS[2]._replace(en="Finance Ministry")]
    assert write_deepl(twice) == "재정부,Ministry of Finance,ko,en\nK-9,K9,ko,en\n"
    terms, problems = parse_table("Board,기획원,EN-US,KO\n", "theirs.csv")
    assert problems == []
    assert [(one.ko, one.en, one.note) for one in terms] == [("기획원", "Board", None)]


_WORD = (
    st.text(min_size=1, max_size=12)
    .map(clean_line)
    .filter(lambda text: bool(text) and "|" not in text and not text.startswith(("#", "'")))
)
_WORDS = st.lists(_WORD, max_size=2, unique=True).map(tuple)
_DATE = st.none() | st.sampled_from(["1999", "2008-02", "2024-05-28"])
_TERM = st.builds(
    Term,
    _WORD.map(lambda text: "한" + text),
    _WORD.filter(lambda text: not any("가" <= letter <= "힣" for letter in text)),
    st.sampled_from(TERM_KINDS),
    hanja=st.none() | st.just("韓"),
    status=st.sampled_from(TERM_STATUSES),
    variants=_WORDS,
    admitted=_WORDS,
    forbidden=_WORDS,
    valid_from=_DATE,
    valid_to=_DATE,
    successor=st.none(),
    cues=st.just(()),
    domain=st.none(),
    source=st.just("own"),
    note=st.none() | _WORD,
    example=st.none(),
    do_not_translate=st.just(False),
    unsure=st.just(False),
)


@example([Term("한", "x", "person", forbidden=("\ue000",))])
@given(st.lists(_TERM, max_size=4))
def test_our_format_and_tables_come_back_as_they_went(terms: list[Term]) -> None:
    lines, problems = parse(write_text(terms), "mine.tsv")
    assert ([term for _, term in lines], problems) == (terms, [])
    assert parse_table(write_table(terms), "mine.csv") == (terms, [])


@given(st.lists(_TERM, max_size=3), st.sampled_from([2, 3]))
def test_tbx_comes_back_as_it_went(terms: list[Term], version: int) -> None:
    back, problems = parse_tbx(write_tbx(terms, version), "mine.tbx")
    assert problems == []
    for read_back, term in zip(back, terms, strict=True):
        assert (read_back.ko, read_back.en, read_back.kind) == (term.ko, term.en, term.kind)
        assert (read_back.variants, read_back.note) == (term.variants, term.note)
        # A proposed term has no status of its own in TBX-Basic.
        assert read_back.status == ("admitted" if term.status == "proposed" else term.status)
        assert set(read_back.admitted) <= set(term.admitted)
        assert set(read_back.forbidden) == set(term.forbidden)


@given(st.lists(_TERM, max_size=4))
def test_weblate_comes_back_in_pairs(terms: list[Term]) -> None:
    back, problems = parse_table(write_weblate(terms), "theirs.csv")
    assert problems == []
    assert [(one.ko, one.en, one.kind, one.note) for one in back] == [
        (one.ko, one.en, one.kind, one.note) for one in terms
    ]


@pytest.mark.parametrize("version", [2, 3])
def test_tbx_keeps_terms_and_status(version: int) -> None:
    terms, problems = parse_tbx(write_tbx(TERMS, version), "mine.tbx")
    assert problems == []
    for read_back, term in zip(terms, TERMS, strict=True):
        for field in ("ko", "en", "kind", "variants", "admitted", "forbidden", "note", "status"):
            assert getattr(read_back, field) == getattr(term, field)


def test_tbx_of_others_is_read() -> None:
    text = """<?xml version="1.0" encoding="EUC-KR"?>
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


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    write(file, [Term("수식", "=1+1", "science")])
    assert "'=1+1" in file.read_text("utf-8")
    assert [term.en for term in read(file)[0]] == ["=1+1"]


def test_every_program_has_a_writer(tmp_path: Path) -> None:
    for program in PROGRAMS:
        write(tmp_path / f"{program}.out", TERMS, program)
    assert "<martif" in (tmp_path / "tbx-2.out").read_text("utf-8")


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
        Term("예산", "estimate", "economy"),
        Term("예산", "budget", "economy"),
    ]
    result = merge(Glossary(TERMS), offered)
    assert [term.ko for term in result.same] == ["재정부", "예산"]
    conflicts = [(one.kept.en, one.offered.en) for one in result.conflicts]
    assert conflicts == [("K9", "K-9 gun"), ("budget", "estimate")]
    assert [term.ko for term in result.added] == ["예산"]


@given(st.text())
def test_any_text_is_a_table_or_a_problem(text: str) -> None:
    terms, _ = parse_table(text, "theirs.csv")
    assert all(term.ko and term.en for term in terms)
