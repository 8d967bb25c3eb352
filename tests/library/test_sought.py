"""Words of a query by their dictionary forms."""

import pytest

from newsreader.korean.conjugation import beginnings
from newsreader.library.library import Library
from newsreader.library.sought import Inflected, Written, sought
from tests.library.articles import article
from tests.library.test_search import ids


@pytest.mark.parametrize(
    ("typed", "noun"),
    [
        ("발표했다", "발표"),
        ("발표하다", "발표"),
        ("합의되었다", "합의"),
        ("정부는", "정부"),
        ("대통령이", "대통령"),
        # As they are: nouns, names that end as a particle does, what ends in a doubtful particle.
        ("협의", "협의"),
        ("만남", "만남"),
        ("기시다", "기시다"),
        ("김정은", "김정은"),
        ("경기도", "경기도"),
        ("대학로", "대학로"),
        ("envoys", "envoys"),
        ("했다", "했다"),
    ],
)
def test_a_noun_is_sought_without_what_is_behind_it(typed: str, noun: str) -> None:
    assert sought(typed) == Written(noun)


@pytest.mark.parametrize(
    ("typed", "found", "not_found"),
    [
        ("올랐다", "오르며 올라 오른다고", "바오르의 오른쪽"),
        ("오른", "올랐다 오르며", "오름세"),
        ("밝힌", "밝혔다 밝히자 밝힐", "밝은 밝게"),
        ("도와", "돕는 도운 도왔다", "도울산"),
        ("나서다", "나섰다 나선 나서야", "나선형의"),
        ("받았다", "받은 받아 받고", "받침을 받아쓰기"),
        ("지은", "짓는 지었다", "지하"),
        ("만들", "만든 만들어 만드는", "만두"),
        ("커졌다", "커지는 커진", "커피"),
    ],
)
def test_a_verb_is_sought_in_all_its_forms(typed: str, found: str, not_found: str) -> None:
    word = sought(typed)
    assert isinstance(word, Inflected)
    for form in found.split():
        assert list(word.spans(f"앞말 {form}, 뒷말")) == [(3, 3 + len(form))], form
    for form in not_found.split():
        assert list(word.spans(f"앞말 {form}, 뒷말")) == [], form


def test_forms_begin_as_the_rules_of_conjugation_lead_back() -> None:
    assert {"오르", "오른", "올라", "올랐"} <= set(beginnings("오르다"))
    assert {"돕", "도우", "도와", "도운"} <= set(beginnings("돕다"))
    assert {"팔", "판", "파는"} <= set(beginnings("팔다"))
    assert {"하얗", "하얀"} <= set(beginnings("하얗다"))
    assert beginnings("읽다") == ("읽",)


def test_articles_are_found_by_dictionary_form_but_a_phrase_as_it_is(library: Library) -> None:
    one = library.articles.keep(article(1, "물가가 크게 올랐다. 대책을 발표했다.")).id
    two = library.articles.keep(article(2, "물가가 오르는 까닭을 발표한다.")).id
    library.articles.keep(article(3, "바오르 성당의 오른쪽."))
    for order in ("newest", "best"):
        assert sorted(ids(library, "오르다", order)) == [one, two]
        assert sorted(ids(library, "발표하는 물가는", order)) == [one, two]
    assert ids(library, '"올랐다"') == [one]
    assert ids(library, "물가 -오르다") == []
    (hit,) = library.search.find('올랐다 "까닭"').hits
    assert [hit.ko[start:end] for start, end in hit.ko_spans] == ["오르는", "까닭"]
