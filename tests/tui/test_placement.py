"""Popups: inside the window, and not over their word, wherever there is room beside it."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.tui.placement import Box, place


@given(
    st.integers(1, 240),
    st.integers(2, 80),
    st.data(),
    st.integers(1, 80),
    st.integers(1, 40),
)
def test_a_popup_stays_inside_and_beside(
    columns: int, lines: int, data: st.DataObject, width: int, height: int
) -> None:
    window = Box(0, 1, columns, lines)
    word = Box(data.draw(st.integers(0, columns - 1)), data.draw(st.integers(1, lines)), 3, 1)
    popup = place(word, width, height, window)
    assert popup.x >= 0
    assert popup.x + popup.width <= columns
    assert popup.y >= 1
    assert popup.y + popup.height <= 1 + lines
    assert popup.y >= word.y + word.height or popup.y + popup.height <= word.y


def test_below_where_it_fits_otherwise_above() -> None:
    window = Box(0, 0, 80, 24)
    assert place(Box(10, 5, 4, 1), 30, 8, window) == Box(10, 6, 30, 8)
    assert place(Box(70, 20, 4, 1), 30, 8, window) == Box(50, 12, 30, 8)
