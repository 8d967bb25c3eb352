"""The layout, without a screen: every row has its lines, at every width, in every view."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args, overload

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from newsreader.article import BlockKind, Match, Row, RowWarning, Segment
from newsreader.tui.arrangement import STACK_BELOW, VIEWS, Arrangement, View, columns
from newsreader.tui.layout import Layout
from newsreader.tui.pen import Pen, Spot

ROWS = st.lists(
    st.builds(
        lambda block, kind, ko, en: Row(Segment(0, block, kind, ko), en, "translated"),
        st.integers(0, 4),
        st.sampled_from(get_args(BlockKind)),
        st.text("가나다 라마ab", min_size=1, max_size=60),
        st.one_of(st.none(), st.text("abc de", max_size=60)),
    ),
    min_size=1,
    max_size=12,
).map(
    lambda rows: [replace(row, segment=replace(row.segment, id=n)) for n, row in enumerate(rows, 1)]
)


def row(number: int, ko: str, en: str | None = None, block: int = 0) -> Row:
    return Row(Segment(number, block, "paragraph", ko), en, "translated" if en else "pending")


@given(ROWS, st.integers(10, 240), st.sampled_from(VIEWS))
def test_every_line_belongs_to_the_row_that_owns_it(
    rows: list[Row], width: int, view: View
) -> None:
    layout = Layout(rows, width, Arrangement(view))
    for y in range(layout.height):
        line = layout.line(y)
        assert line is not None
        assert line.row == layout.row_at(y)
        assert layout.top(line.row) <= y < layout.top(line.row + 1)
    assert layout.line(layout.height) is None


@given(ROWS, st.integers(10, 240), st.sampled_from(VIEWS))
def test_all_korean_is_shown_in_every_view(rows: list[Row], width: int, view: View) -> None:
    layout = Layout(rows, width, Arrangement(view))
    for index, one in enumerate(rows):
        if view == "english" and one.en is not None:
            continue
        shown = "".join(one.ko[slice(*line.korean)] for line in layout.lines(index) if line.korean)
        assert shown.replace(" ", "") == one.ko.replace(" ", "")


def test_numbers_of_four_digits_leave_room_for_cursor_and_flag() -> None:
    doubted = replace(row(1000, "하나."), warnings=(RowWarning("number-differs", "1 is 2."),))
    layout = Layout([row(999, "영."), doubted], 100)
    pen = Pen(layout, Style.null(), lambda _: Style.null(), {})
    lines = [pen.draw(layout.lines(n)[-1], 100, Spot() if n else None).text for n in (0, 1)]
    assert [line[:6] for line in lines] == ["  999 ", ">1000!"]
    assert lines[1][6:].startswith("하나.")


class _Asked(Sequence[Match]):
    """Terms, one behind the other, that count how many of them are looked at."""

    looked_at = 0

    def __len__(self) -> int:
        return 10_000

    @overload
    def __getitem__(self, at: int) -> Match: ...
    @overload
    def __getitem__(self, at: slice) -> "_Asked": ...
    def __getitem__(self, at: int | slice) -> "Match | _Asked":
        assert isinstance(at, int)
        self.looked_at += 1
        return Match(4 * at, 4 * at + 3, "국회의", "Assembly")


def test_a_line_looks_at_its_own_terms_alone() -> None:
    terms = _Asked()
    long = replace(row(1, "국회의 " * len(terms)), terms=cast("tuple[Match, ...]", terms))
    layout = Layout([long], 100)
    pen = Pen(layout, Style.null(), lambda name: Style(bold=name == "term"), {})
    strip = pen.draw(layout.lines(0)[1000], 100, None)
    assert [one.text for one in strip if one.style and one.style.bold] == ["국회의"] * 6
    assert terms.looked_at < 100


@given(st.integers(1, 300), st.floats(0.25, 0.75))
def test_columns_stay_inside_the_window(width: int, share: float) -> None:
    geometry = columns(width, Arrangement(share=share))
    if not geometry.stacked:
        assert geometry.korean + geometry.korean_width < geometry.english
        assert geometry.english + geometry.english_width < width
    assert geometry.korean_width >= 1
    assert geometry.stacked == (width < STACK_BELOW)


def test_rows_share_their_height() -> None:
    layout = Layout([row(1, "짧다.", "word " * 60), row(2, "다음.", "Next.")], 100)
    second = layout.line(layout.top(1))
    assert second is not None
    assert second.korean == (0, 3)
    assert second.english == (0, 5)


def test_a_late_answer_moves_only_what_is_below() -> None:
    layout = Layout([row(1, "하나."), row(2, "둘."), row(3, "셋.", block=1)], 100)
    before = [layout.top(index) for index in range(4)]
    assert layout.replace(1, row(2, "둘.", "word " * 60))
    assert [layout.top(index) for index in range(2)] == before[:2]
    assert layout.top(2) > before[2]
    assert not layout.replace(0, row(1, "하나.", "One."))


@given(ROWS, st.lists(st.tuples(st.integers(0, 11), st.text("ab c", max_size=90)), max_size=6))
def test_a_changed_layout_is_as_one_made_of_the_changed_rows(
    rows: list[Row], changes: list[tuple[int, str]]
) -> None:
    layout = Layout(rows, 40)
    for number, english in changes:
        index = number % len(rows)
        layout.replace(index, replace(layout.rows[index], en=english))
        made = Layout(layout.rows, 40)
        # Asked in the middle first: what stands above is known, what is below is not yet.
        assert layout.line(layout.top(index)) == made.line(made.top(index))
        assert layout.row_at(made.height - 1) == len(rows) - 1
        assert [layout.top(n) for n in range(len(rows) + 1)] == [
            made.top(n) for n in range(len(rows) + 1)
        ]


def test_hidden_english_appears_when_asked_for() -> None:
    layout = Layout([row(1, "하나.", "One.")], 100, Arrangement("reveal"))
    assert layout.english(0) != "One."
    layout.reveal(0)
    assert layout.english(0) == "One."


def test_a_missing_translation_says_why() -> None:
    lost = row(1, "하나.").without_english("the model is not installed", status="untranslated")
    assert "the model is not installed" in Layout([lost], 100).english(0)


@pytest.mark.parametrize("offset", [0, 3, 20])
def test_find_gives_the_line_of_an_offset(offset: int) -> None:
    text = "가나다라마 바사아자차 카타파하가 나다라마바"
    layout = Layout([row(1, text, "x")], 40)
    y, start = layout.find(0, offset)
    line = layout.line(y)
    assert line is not None
    assert line.korean is not None
    assert line.korean[0] == start <= offset < line.korean[1]


@given(ROWS, st.integers(10, 240), st.sampled_from(VIEWS))
def test_how_a_row_is_said_stands_once_among_its_own_lines(
    rows: list[Row], width: int, view: View
) -> None:
    said = {1: "reportedly · plans to", len(rows): "reportedly"}
    layout = Layout(rows, width, Arrangement(view, stance=True), stances=said)
    tagged = []
    for index, one in enumerate(rows):
        tags = [text for line in layout.lines(index) for _, text in line.glosses or ()]
        tagged += [one.id] * sum(text.startswith("~") for text in tags)
    assert tagged == sorted(said)
    assert layout.replace(0, rows[0]) is False
    without = Layout(rows, width, Arrangement(view), stances=said)
    assert without.height <= layout.height


def test_the_tag_takes_no_line_where_the_english_is_longer() -> None:
    rows = [row(1, "짧다.", "word " * 60)]
    plain = Layout(rows, 100, Arrangement(stance=True))
    height = plain.height
    assert not plain.tag(0, "reportedly")
    assert plain.height == height
    second = plain.line(1)
    assert second is not None
    assert second.english is not None
    assert second.glosses == ((0, "~ reportedly"),)
