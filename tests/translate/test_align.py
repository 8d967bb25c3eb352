"""Laying English beside Korean by length."""

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.translate.align import Bead, align, split_english
from tests.fixtures.model.corpus import pairs

SENTENCES = pairs()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ('"We won." He left!', ['"We won."', "He left!"]),
        ("Mr. Kim met Dr. Lee. They talked.", ["Mr. Kim met Dr. Lee.", "They talked."]),
        ("It was on Nov. 25. They left.", ["It was on Nov. 25.", "They left."]),
        ("The U.S. Senate met J. Doe at No. 10. 3 left.", None),
        ("It rose 3.5 percent to e.g. five. (Good.) Yes?", None),
        ("", []),
        ("no end", ["no end"]),
    ],
)
def test_english_is_split(text: str, sentences: list[str] | None) -> None:
    found = split_english(text)
    assert " ".join(found) == text
    if sentences is not None:
        assert found == sentences
    assert not any(one in {"Mr.", "The U.S.", "Senate met J.", "at No."} for one in found)


def test_one_to_one_is_found() -> None:
    korean, english = zip(*SENTENCES[:30], strict=True)
    assert align(korean, english) == [Bead(range(n, n + 1), range(n, n + 1)) for n in range(30)]


def test_a_merged_and_a_split_sentence_are_found() -> None:
    # Sentences of different lengths, as in news; the tiny corpus has all of one length.
    korean = ["가" * size for size in (30, 80, 20, 55, 100, 42)]
    english = ["a" * size for size in (60, 200, 108, 95, 105, 82)]
    assert align(korean, english) == [
        Bead(range(1), range(1)),
        Bead(range(1, 3), range(1, 2)),
        Bead(range(3, 4), range(2, 3)),
        Bead(range(4, 5), range(3, 5)),
        Bead(range(5, 6), range(5, 6)),
    ]


def test_most_sentences_of_random_news_are_right() -> None:
    chance = random.Random(1)
    right = whole = 0
    for _ in range(40):
        korean = ["가" * chance.randint(20, 120) for _ in range(6)]
        english = ["a" * round(len(one) * chance.gauss(1.99, 0.32)) for one in korean]
        merged = chance.randrange(5)
        english[merged : merged + 2] = [english[merged] + english[merged + 1]]
        truth = [
            {place} if place < merged else {place, place + 1} if place == merged else {place + 1}
            for place in range(5)
        ]
        owners = {
            place: set(bead.korean) for bead in align(korean, english) for place in bead.english
        }
        right += sum(owners[place] == truth[place] for place in range(5))
        whole += 5
    assert right / whole > 0.85


def test_what_speaks_for_a_pair_goes_before_lengths() -> None:
    korean, english = ["가" * 20] * 3, ["a" * 40] * 2

    def evidence(ko: range, en: range) -> float:
        if not ko or not en:
            return 0.0
        return 20.0 if (ko.start, en.start) in {(0, 0), (2, 1)} and len(ko) == 1 else -3.0

    beads = align(korean, english, evidence)
    assert [(bead.korean, bead.english) for bead in beads] == [
        (range(1), range(1)),
        (range(1, 2), range(1, 1)),
        (range(2, 3), range(1, 2)),
    ]
    assert all(bead.likelihood > 0.99 for bead in beads)
    assert all(bead.likelihood < 0.9 for bead in align(korean, english))


lengths = st.lists(st.integers(0, 300), max_size=60)


@given(lengths, lengths)
def test_every_sentence_is_in_exactly_one_bead(korean: list[int], english: list[int]) -> None:
    beads = align(["가" * size for size in korean], ["a" * size for size in english])
    assert list(itertools.chain(*(bead.korean for bead in beads))) == list(range(len(korean)))
    assert list(itertools.chain(*(bead.english for bead in beads))) == list(range(len(english)))
    assert all(0 <= bead.likelihood <= 1 for bead in beads)


@pytest.mark.parametrize(("korean", "english"), [(1500, 1400), (1, 1500), (1500, 1), (0, 1500)])
def test_time_grows_with_the_text_only(korean: int, english: int) -> None:
    began = time.process_time()
    beads = align(["가" * 50] * korean, ["a" * 100] * english)
    assert sum(len(bead.english) for bead in beads) == english
    assert time.process_time() - began < 10
