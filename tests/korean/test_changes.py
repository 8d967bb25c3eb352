"""What changed between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.changes import Change, changes

SENTENCES = st.lists(st.sampled_from(["그는 갔다.", "그는 왔다.", "비가 온다.", "끝."]), max_size=6)


def test_a_changed_sentence_is_shown_word_by_word() -> None:
    (change,) = changes(
        ["제목", "양측은 억지를 논의했다고 밝혔다."], ["제목", "양측은 단념을 논의했다고 밝혔다."]
    )
    assert change == Change(
        2,
        2,
        (
            ("same", "양측은"),
            ("removed", "억지를"),
            ("added", "단념을"),
            ("same", "논의했다고 밝혔다."),
        ),
    )


def test_sentences_are_added_and_removed() -> None:
    assert changes(["하나다.", "둘이다."], ["둘이다.", "셋이 더 왔다."]) == [
        Change(1, None, (("removed", "하나다."),)),
        Change(None, 2, (("added", "셋이 더 왔다."),)),
    ]


def test_unlike_sentences_are_not_taken_for_one_another() -> None:
    found = changes(["정부는 대책을 밝혔다."], ["Weather: rain tomorrow."])
    assert [(one.before, one.after) for one in found] == [(None, 1), (1, None)]


@given(before=SENTENCES, after=SENTENCES)
def test_every_sentence_is_accounted_for(before: list[str], after: list[str]) -> None:
    found = changes(before, after)
    gone = {one.before for one in found if one.before}
    come = {one.after for one in found if one.after}
    assert [text for number, text in enumerate(before, 1) if number not in gone] == [
        text for number, text in enumerate(after, 1) if number not in come
    ]
    for one in found:
        if one.before:
            said = " ".join(text for kind, text in one.parts if kind != "added")
            assert said == before[one.before - 1]
        if one.after:
            said = " ".join(text for kind, text in one.parts if kind != "removed")
            assert said == after[one.after - 1]
