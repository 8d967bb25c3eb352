"""Numbers that changed places: by what their neighbours are called in English."""

import pytest

from newsreader.article import Match
from newsreader.korean.numbers.check import check
from newsreader.korean.numbers.role_words import places, tokens


def _codes(ko: str, en: str, *matches: Match) -> list[str]:
    return [doubt.code for doubt in check(ko, en, None, matches)]


def _match(ko: str, term: str, en: str) -> Match:
    start = ko.index(term)
    return Match(start, start + len(term), term, en)


def test_the_glossary_tells_what_a_number_is_about() -> None:
    ko = "누리글방에 310명, 새벗터에 145명이 다녀갔다."
    right = "Nuri Library had 310 visitors and New Friends House 145."
    wrong = "Nuri Library had 145 visitors and New Friends House 310."
    terms = (_match(ko, "누리글방", "Nuri Library"), _match(ko, "새벗터", "New Friends House"))
    assert _codes(ko, right, *terms) == []
    assert _codes(ko, wrong, *terms) == ["number-swapped"]


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("강릉에는", "In Gangneung it rained"),
        ("나스닥지수는", "the Nasdaq index"),
        ("박모", "a man surnamed Park"),
        ("구조됐다", "were rescued"),
        ("숨지고", "two died"),
        ("긴", "ten minutes longer"),
    ],
)
def test_a_word_is_found_by_table_lexicon_and_sound(word: str, english: str) -> None:
    (token,) = tokens(word)
    assert places(token, word, english)


@pytest.mark.parametrize("english", ["It rained.", "The Naval base", "a market", "dice", "wrong"])
def test_other_words_are_not_found(english: str) -> None:
    for word in ("강릉에는", "나스닥지수는", "구조됐다", "숨지고", "긴"):
        assert not places(tokens(word)[0], word, english)


def test_another_order_of_the_same_is_no_exchange() -> None:
    ko = "버스는 40분, 기차는 25분이 걸린다."
    assert _codes(ko, "It takes 25 minutes by train and 40 minutes by bus.") == []
    assert _codes(ko, "It takes 40 minutes by train and 25 minutes by bus.") == ["number-swapped"]


def test_without_known_neighbours_nothing_is_said() -> None:
    assert _codes("갸르는 40분, 뎌르는 25분이다.", "It is 25 minutes or 40 minutes.") == []
