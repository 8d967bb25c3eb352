"""The tables: every row whole, no row twice, every kind known."""

import re
from importlib import resources

import pytest

COLUMNS = {
    "particles.tsv": 6,
    "units.tsv": 5,
    "number_words.tsv": 3,
    "number_labels.tsv": 2,
    "number_opposites.tsv": 5,
    "number_paraphrases.tsv": 2,
    "english_forms.tsv": 2,
    "english_number_words.tsv": 4,
    "affixes.tsv": 6,
    "frequent_forms.tsv": 2,
    "hanja.tsv": 3,
    "hanja_words.tsv": 4,
    "headline_hanja.tsv": 8,
    "headline_tags.tsv": 4,
    "romanization_words.tsv": 2,
    "surnames.tsv": 2,
}


def _rows(name: str) -> list[list[str]]:
    text = resources.files("newsreader.korean").joinpath(f"data/{name}").read_text("utf-8")
    assert text.startswith("#")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_rows_are_whole_and_single(name: str) -> None:
    rows = _rows(name)
    assert all(len(row) == COLUMNS[name] for row in rows)
    assert len(set(map(tuple, rows))) == len(rows)


def test_headline_hanja_are_many_and_their_conditions_compile() -> None:
    rows = _rows("headline_hanja.tsv")
    assert len({row[0] for row in rows}) >= 150
    for row in rows:
        re.compile(row[3])
        re.compile(row[4])
