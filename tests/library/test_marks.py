"""Notes, highlights and terms seen."""

import pytest

from newsreader.article import Row, Segment
from newsreader.errors import UsageError
from newsreader.library.library import Library
from newsreader.library.marks import placed
from tests.library.articles import article

ROW = Row(Segment(2, 1, "paragraph", "본문이다."), en="This is the text.")


@pytest.fixture
def number(library: Library) -> int:
    return library.articles.keep(article(1, "본문이다.")).id


def test_notes_are_written_changed_and_removed(library: Library, number: int) -> None:
    note = library.notes.add(number, ROW, "다시 볼 것")
    assert library.notes.of(number) == [note]
    library.notes.change(note.id, "looked at again")
    (changed,) = library.notes.of(number)
    assert (changed.text, changed.created, changed.ko) == ("looked at again", note.created, ROW.ko)
    library.notes.remove(note.id)
    assert library.notes.of(number) == []
    for use in (library.notes.remove, lambda one: library.notes.change(one, "x")):
        with pytest.raises(UsageError, match="no note"):
            use(note.id)


def test_a_note_that_was_removed_comes_back_as_it_was(library: Library, number: int) -> None:
    note = library.notes.add(number, ROW, "다시 볼 것")
    library.notes.remove(note.id)
    library.notes.restore(note)
    assert library.notes.of(number) == [note]


def test_a_note_follows_its_sentence_into_another_text(library: Library, number: int) -> None:
    def rows(*texts: str) -> list[Row]:
        return [Row(Segment(n, n, "paragraph", text)) for n, text in enumerate(texts, 1)]

    for row in rows("가.", "나.", "가."):
        library.notes.add(number, row, str(row.id))
    notes = library.notes.of(number)
    found, others = placed(notes, rows("가.", "새로.", "다.", "가."))
    texts = {row: [note.text for note in there] for row, there in found.items()}
    assert texts == {1: ["1"], 4: ["3"]}
    assert [note.text for note in others] == ["2"]


def test_highlights_hold_what_was_marked(library: Library, number: int) -> None:
    korean = library.highlights.add(number, ROW, "ko", 0, 2)
    english = library.highlights.add(number, ROW, "en", 0, 4)
    assert (korean.text, english.text) == ("본문", "This")
    assert library.highlights.of(number) == [korean, english]
    library.highlights.remove(korean.id)
    assert library.highlights.of(number) == [english]
    with pytest.raises(UsageError, match="no text there"):
        library.highlights.add(number, ROW, "ko", 90, 95)


def test_terms_are_counted_once_an_article(library: Library, number: int) -> None:
    other = library.articles.keep(article(2, "둘.")).id
    library.seen.add(number, ["억지", "억지", "단념"])
    library.seen.add(number, ["억지"])
    library.seen.add(other, ["억지"])
    assert (library.seen.count("억지"), library.seen.count("단념"), library.seen.count("외교")) == (
        2, 1, 0
    )  # fmt: skip
