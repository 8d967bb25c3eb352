"""The reader's own file: one line changes, the others stay as they are."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Row, Segment
from newsreader.config import Paths, Settings
from newsreader.errors import UsageError
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.own import own_file, put, reader_files, remove
from newsreader.glossary.term import Term
from newsreader.sample import sample_article
from newsreader.workspace import Workspace

LINES = (
    "# my words\r\n\r\n무명청\tOld Agency\torganisation\t\tnote=x\n협의\ttalks\tdiplomacy\nbroken"
)


def test_a_new_term_is_added_and_an_old_one_replaced(tmp_path: Path) -> None:
    file = tmp_path / "glossary" / "own.tsv"
    assert put(file, Term("무명청", "Agency", "organisation")) is None
    assert file.read_text("utf-8") == "무명청\tAgency\torganisation\t\n"
    file.write_bytes(LINES.encode())
    replaced = put(file, Term("무명청", "New Agency", "organisation", forbidden=("Old Agency",)))
    assert replaced == Term("무명청", "Old Agency", "organisation", note="x")
    put(file, Term("시청", "city hall", "place"))
    assert (
        file.read_bytes().decode()
        == LINES.replace(
            "무명청\tOld Agency\torganisation\t\tnote=x",
            "무명청\tNew Agency\torganisation\t\tforbidden=Old Agency",
        )
        + "\n시청\tcity hall\tplace\t\n"
    )
    remove(file, Term("시청", "whatever", "place"))
    remove(file, Term("없는청", "nothing", "place"))
    assert "시청" not in file.read_text("utf-8")
    assert [path.name for path in file.parent.iterdir()] == ["own.tsv"]


def test_the_same_word_with_other_cues_is_another_term(tmp_path: Path) -> None:
    file = own_file(tmp_path)
    put(file, Term("경기", "match", "sport", cues=("축구",)))
    assert put(file, Term("경기", "economy", "economy")) is None
    assert len(Glossary.from_files([file])) == 2


@pytest.mark.parametrize(
    "term",
    [
        Term("#무명청", "Agency", "organisation"),
        Term("무명청", "", "organisation"),
        Term("무명청", "Agency", "organisation", forbidden=("a|b",)),
        Term("무명청", "Agency", "organisation", note="x" * 5000),
    ],
)
def test_what_cannot_stand_on_a_line_is_refused(tmp_path: Path, term: Term) -> None:
    with pytest.raises(UsageError, match="cannot be kept"):
        put(own_file(tmp_path), term)
    assert not own_file(tmp_path).exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "glossary").write_text("a file", "utf-8")
    with pytest.raises(UsageError, match="cannot be"):
        put(tmp_path / "glossary" / "own.tsv", Term("무명청", "Agency", "organisation"))


@given(st.lists(st.sampled_from(["가청", "나청", "다청"]), max_size=8))
def test_the_last_english_counts_and_no_word_stands_twice(words: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = own_file(Path(folder))
        for number, word in enumerate(words):
            put(file, Term(word, f"Agency {number}", "organisation"))
        terms = Glossary.from_files([file]).terms if words else ()
    last = {word: f"Agency {number}" for number, word in enumerate(words)}
    assert {term.ko: term.en for term in terms} == last
    assert len(terms) == len(last)


def test_the_own_file_goes_before_the_others(tmp_path: Path) -> None:
    (tmp_path / "subscribed").mkdir()
    for name in ("zzz.tsv", "own.tsv", "imported.tsv", "subscribed/desk.tsv"):
        (tmp_path / name).write_text("", "utf-8")
    names = [file.name for file in reader_files(tmp_path)]
    assert names == ["own.tsv", "imported.tsv", "zzz.tsv", "desk.tsv"]


def test_an_own_word_wins_over_meanings_by_cues() -> None:
    below = Glossary([Term("경기", "match", "sport", cues=("축구",))])
    whole = Glossary([Term("경기", "economy", "economy")]).over(below)
    assert [one.en for one in Matcher(whole.terms).find("축구 경기")] == ["economy"]


def workspace(home: Path) -> Workspace:
    return Workspace(Paths.find(home), Settings())


def english(space: Workspace) -> dict[str, str]:
    article = sample_article()
    row = Row(Segment(1, 0, "paragraph", "무명청은 말했다."), en="The Old Agency spoke.")
    found = space.terms_checked(*space.with_terms(article, [row]))
    return {match.term: match.en for match in found.terms} | {
        one.code: one.message for one in found.warnings
    }


def test_a_term_is_there_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    assert english(space) == {}
    term = Term("무명청", "Agency", "organisation", forbidden=("Old Agency",))
    assert space.add_term(term) == "무명청 is Agency from now on."
    assert english(space)["무명청"] == "Agency"
    assert "term-forbidden" in english(space)
    assert space.add_term(term._replace(en="Office")) == (
        "무명청 is Office from now on, no longer Agency."
    )
    assert english(workspace(tmp_path))["무명청"] == "Office"
    assert space.undo_term() == "무명청 is Agency again."
    assert space.undo_term() == "무명청 is removed again."
    assert space.undo_term() is None
    assert english(space) == {}


def test_a_file_that_another_program_changed_is_read_again(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    assert english(space) == {}
    file = own_file(space.paths.glossary)
    file.parent.mkdir(parents=True)
    file.write_text("무명청\tAgency\torganisation\n", "utf-8")
    assert english(space) == {"무명청": "Agency"}
    file.write_text("무명청\tBureau\torganisation\n", "utf-8")
    os.utime(file, ns=(1, 1))
    assert english(space)["무명청"] == "Bureau"
    file.unlink()
    assert english(space) == {}


def test_a_file_that_cannot_be_read_is_a_notice(tmp_path: Path) -> None:
    space = workspace(tmp_path)
    space.paths.glossary.mkdir(parents=True)
    (space.paths.glossary / "bad.tsv").write_bytes(b"\xff\xfe")
    (space.paths.glossary / "wrong.tsv").write_text("무명청\tAgency\n무명\n", "utf-8")
    assert space.glossary.find("국회")
    assert space.glossary.as_of("국회", date(2025, 1, 1))
    assert ["not UTF-8" in notice or "(2 such lines)" in notice for notice in space.notices] == [
        True,
        True,
    ]
