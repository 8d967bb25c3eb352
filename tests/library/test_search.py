"""Finding articles: both languages, notes, operators, order, and what changes under the index."""

from datetime import UTC, datetime

import pytest

from newsreader.article import Row
from newsreader.korean.segments import segment
from newsreader.library.articles import Headline
from newsreader.library.library import Library
from newsreader.library.search import Order
from tests.library.articles import article


def ids(library: Library, query: str, order: Order = "newest") -> list[int]:
    return [hit.article.id for hit in library.search.find(query, order=order).hits]


def test_words_of_two_letters_are_found_wherever_they_stand(library: Library) -> None:
    kept = library.articles.keep(article(1, "양측은 만났다. 북핵협의회의를 열었다."))
    library.articles.keep(article(2, "협력과 회의를 말했다."))
    (hit,) = library.search.find("협의").hits
    assert (hit.article.id, hit.row, hit.ko) == (kept.id, 3, "북핵협의회의를 열었다.")
    assert [hit.ko[start:end] for start, end in hit.ko_spans] == ["협의"]


def test_all_words_must_stand_somewhere_and_the_row_with_most_is_shown(library: Library) -> None:
    one = library.articles.keep(article(1, "외교부가 밝혔다. 억지와 단념을 말했다."))
    library.articles.keep(article(2, "억지를 말했다."))
    (hit,) = library.search.find("단념 외교 억지").hits
    assert (hit.article.id, hit.row) == (one.id, 3)


def test_english_is_found_when_the_rows_have_it_and_shown_beside(library: Library) -> None:
    kept = library.articles.keep(article(1, "억지를 말했다."))
    assert ids(library, "deterrence") == []
    library.articles.keep_english(kept.id, {"억지를 말했다.": "They spoke of deterrence."})
    for query in ("deterrence", "억지 deterrence", "Deterrences", "deterr"):
        (hit,) = library.search.find(query).hits
        assert (hit.row, hit.ko, hit.en) == (2, "억지를 말했다.", "They spoke of deterrence.")
    assert [hit.en[slice(*span)] for span in hit.en_spans if hit.en] == ["deterr"]
    listed = library.articles.listed(kept.id)
    assert (listed.translated, listed.rows, listed.english) == (1, 2, None)
    library.articles.keep_english(kept.id, {"제목 1": "Title 1", "없는 문장": "None"})
    listed = library.articles.listed(kept.id)
    assert (listed.translated, listed.english) == (2, "Title 1")
    assert ids(library, "is:translated") == [kept.id]


def test_corrected_english_takes_the_place_of_what_was_found_before(library: Library) -> None:
    kept = library.articles.keep(article(1, "억지를 말했다."))
    library.articles.keep_english(kept.id, {"억지를 말했다.": "It spoke of obstinacy."})
    library.articles.keep_english(kept.id, {"억지를 말했다.": "It spoke of deterrence."})
    assert ids(library, "obstinacy") == []
    assert ids(library, "deterrence") == [kept.id]


def test_a_new_revision_is_found_and_the_old_text_is_not(library: Library) -> None:
    kept = library.articles.keep(article(1, "억지를 말했다.", "그대로다."))
    library.articles.keep_english(kept.id, {"그대로다.": "It is as it was."})
    library.articles.keep(article(1, "단념을 말했다.", "그대로다."))
    assert ids(library, "억지") == []
    assert ids(library, "단념") == ids(library, "as it was") == [kept.id]
    assert library.articles.listed(kept.id).translated == 1


def test_notes_are_found_and_follow_their_sentence(library: Library) -> None:
    kept = library.articles.keep(article(1, "억지를 말했다."))
    row = Row(segment(kept.article)[1])
    note = library.notes.add(kept.id, row, "회담 뒤에 다시 볼 것")
    (hit,) = library.search.find("회담").hits
    assert (hit.row, hit.ko, hit.note) == (2, row.ko, "회담 뒤에 다시 볼 것")
    assert library.search.find("억지").hits[0].note is None
    library.articles.keep(article(1, "새로 말했다."))
    (hit,) = library.search.find("회담").hits
    assert (hit.row, hit.ko, hit.note) == (0, "", "회담 뒤에 다시 볼 것")
    library.articles.keep(article(1, "앞에 더했다.", "억지를 말했다."))
    assert library.search.find("회담").hits[0].row == 3
    library.notes.change(note.id, "읽었음")
    assert ids(library, "회담") == []
    library.notes.remove(note.id)
    assert ids(library, "읽었음") == []
    assert ids(library, "억지") == [kept.id]


def test_headlines_are_found_before_their_text(library: Library) -> None:
    (added,) = library.articles.add_headlines(
        [Headline("https://news.example/1", "속보 북핵 협의", summary="수석대표가 만났다")]
    )
    assert [(hit.article.id, hit.row) for hit in library.search.find("북핵").hits] == [
        (added.id, 1)
    ]
    assert library.search.find("수석대표").hits[0].row == 0
    library.articles.add_headlines([Headline("https://news.example/1", "고친 제목")])
    assert ids(library, "북핵") == []
    assert ids(library, "고친") == [added.id]
    library.articles.keep_english(added.id, {"고친 제목": "A mended headline"})
    assert ids(library, "mended") == [added.id]


def test_a_portal_copy_that_was_joined_is_found_once(library: Library) -> None:
    portal = Headline("https://portal.example/1", "제목 1")
    library.articles.add_headlines([portal])
    kept = library.articles.keep(article(1, "억지."))
    library.articles.keep(article(1, "억지."), also=[portal.address])
    assert ids(library, "제목") == [kept.id]


def test_operators(library: Library) -> None:
    one = library.articles.keep(article(1, "협의했다.", outlet="가람일보"), opened=False).id
    two = library.articles.keep(article(2, "협의했다.", outlet="나루신문")).id
    library.flags.star([one])
    library.flags.tag([two], "Desk")
    assert ids(library, "협의") == [two, one]
    for query, wanted in (
        ("is:unread", one),
        ("is:read", two),
        ("is:starred", one),
        ("-is:starred", two),
        ("outlet:가람", one),
        ("-outlet:가람", two),
        ("tag:desk", two),
        ("-tag:desk", one),
        ("date:2026-11-02", one),
        ("date:2026-11-03..", two),
        ("-나루 title:1", one),
    ):
        assert ids(library, f"협의 {query}") == [wanted], query
        assert ids(library, query) == [wanted], query
    assert ids(library, "is:translated") == ids(library, "is:noted") == []
    assert ids(library, "-협의") == []


def test_a_phrase_is_one_and_a_word_may_be_excluded(library: Library) -> None:
    one = library.articles.keep(article(1, "수석대표 협의를 했다.")).id
    two = library.articles.keep(article(2, "협의를 수석대표가 했다.")).id
    assert ids(library, '"수석대표 협의"') == [one]
    assert ids(library, "수석대표 협의") == [two, one]
    assert ids(library, '협의 -"대표가"') == [one]


def test_deleted_articles_are_not_found(library: Library) -> None:
    kept = library.articles.keep(article(1, "협의했다."))
    library.flags.delete([kept.id])
    assert ids(library, "협의") == []
    library.flags.undelete([kept.id])
    assert ids(library, "협의") == [kept.id]


def test_best_puts_titles_and_what_says_it_often_first(library: Library) -> None:
    often = library.articles.keep(article(1, "협의했다. 협의했다. 협의했다.")).id
    title = library.articles.keep(article(2, "만났다.", title="북핵 협의")).id
    once = library.articles.keep(article(3, "협의했다.")).id
    assert ids(library, "협의", "best") == [title, often, once]
    assert ids(library, "협의", "newest") == [once, title, often]


def test_newest_goes_by_publication_not_by_when_it_came(library: Library) -> None:
    new = datetime(2026, 11, 20, tzinfo=UTC)
    old = datetime(1969, 3, 1, tzinfo=UTC)
    first = library.articles.keep(article(1, "협의.", published=new)).id
    second = library.articles.keep(article(2, "협의.", published=old)).id
    assert ids(library, "협의") == [first, second]
    assert ids(library, "협의 date:1969") == [second]
    library.articles.keep(article(2, "협의.", published=datetime(2026, 11, 21, tzinfo=UTC)))
    assert ids(library, "협의") == [second, first]


def test_there_may_be_more(library: Library) -> None:
    for number in range(4):
        library.articles.keep(article(number, "협의했다."))
    for order in ("newest", "best"):
        found = library.search.find("협의", order=order, limit=3)
        assert (len(found.hits), found.more) == (3, True)
        assert not library.search.find("협의", order=order, limit=4).more


@pytest.mark.parametrize(
    "query", ['"', "''", "a* OR b", "NEAR(가 나)", "협의)", "^협의", "{x}:협의"]
)
def test_the_language_of_the_index_cannot_be_reached(library: Library, query: str) -> None:
    library.articles.keep(article(1, "협의했다."))
    if any(map(str.isalnum, query)):
        library.search.find(query)


def test_hanja_are_found_by_their_reading_and_shown_as_they_stand(library: Library) -> None:
    library.articles.add_headlines([Headline("https://news.example/1", "韓美, 對北 제재 논의")])
    for query, wanted in (("한미", ["韓美"]), ("대북 제재", ["對北 제재"]), ("對北", ["對北"])):
        (hit,) = library.search.find(query).hits
        assert [hit.ko[start:end] for start, end in hit.ko_spans] in (wanted, wanted[0].split())
    assert library.search.find("-한미 제재").hits == ()
