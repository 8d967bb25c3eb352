"""Tags and clipped endings of headlines."""

from newsreader.korean.headline_style import marks


def test_tags_and_endings_are_explained() -> None:
    found = marks("[단독] 도담군, 다리 철거 검토…주민 “반대” 논란")
    assert [(mark.text, mark.kind, mark.en) for mark in found] == [
        ("[단독]", "tag", "exclusive"),
        ("검토", "ending", "is considering"),
        ("…", "ending", "pause"),
        ("논란", "ending", "causes controversy"),
    ]


def test_offsets_are_exact() -> None:
    headline = "(종합) 물가 3%↑ 비상"
    assert all(headline[mark.start : mark.end] == mark.text for mark in marks(headline))


def test_words_inside_longer_words_are_left_alone() -> None:
    assert marks("재검토 요구와 검토하는 위원") == []
    assert marks("[도담군] 새 다리") == []
    assert [mark.text for mark in marks("요금 올리기로…인상키로")] == ["…", "키로"]
