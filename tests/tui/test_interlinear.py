"""Words with glosses under them: nothing is lost, nothing overlaps, nothing leaves the column."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Row, Segment
from newsreader.tui.arrangement import Arrangement
from newsreader.tui.cells import width_of
from newsreader.tui.interlinear import Gloss, set_words
from newsreader.tui.layout import Layout

TEXTS = st.text("가나다라 ab.“”", min_size=1, max_size=60)


@st.composite
def glossed(draw: st.DrawFn) -> tuple[str, list[Gloss]]:
    text = draw(TEXTS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    glosses = [
        Gloss(start, end, draw(st.text("abc·", max_size=30)))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    return text, glosses


@given(glossed(), st.integers(2, 60))
def test_all_text_stands_inside_the_width_without_overlaps(
    given_text: tuple[str, list[Gloss]], width: int
) -> None:
    text, glosses = given_text
    lines = set_words(text, glosses, width)
    shown = "".join(text[stop.start : stop.end] for line in lines for stop in line.stops)
    assert shown.replace(" ", "") == text.replace(" ", "")
    for line in lines:
        end = -1
        for stop in line.stops:
            assert stop.x > end
            end = stop.x + width_of(text[stop.start : stop.end])
        assert end <= width
        end = -1
        for x, under in line.glosses:
            assert x > end
            end = x + width_of(under)
        assert end <= width


def test_a_gloss_stands_under_its_word() -> None:
    (line,) = set_words("정부는 밝혔다.", [Gloss(0, 2, "government"), Gloss(4, 7, "revealed")], 60)
    assert [stop.x for stop in line.stops] == [0, 12]
    assert line.glosses == ((0, "government"), (12, "revealed"))


def test_a_gloss_may_span_words() -> None:
    (line,) = set_words("한반도 평화를 위해", [Gloss(0, 6, "peace on the peninsula")], 60)
    assert (line.stops[0].start, line.stops[0].end) == (0, 7)
    assert len(line.glosses) == 1


def test_the_view_keeps_its_lines_when_glosses_come_late() -> None:
    rows = [Row(Segment(1, 0, "paragraph", "정부는 밝혔다."), "It said.", "translated")]
    layout = Layout(rows, 100, Arrangement("interlinear"))
    height = layout.height
    assert not layout.gloss(0, [Gloss(0, 3, "government·topic")])
    assert layout.height == height == 3
    line = layout.line(0)
    assert line is not None
    assert layout.x_of(0, line, 4) == layout.columns.korean + len("government·topic") + 2
    assert layout.offset_at(line, "korean", layout.x_of(0, line, 5)) == 5
