"""How a reader wants articles laid out: kept, bounded, and what columns come of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import Settings
from newsreader.tui.arrangement import FOCUSES, VIEWS, Arrangement, columns

ARRANGEMENTS = st.builds(
    Arrangement,
    view=st.sampled_from(VIEWS),
    share=st.floats(0.25, 0.75),
    width=st.one_of(st.just(0), st.integers(60, 240)),
    spacing=st.sampled_from(["compact", "normal", "wide"]),
    order=st.sampled_from(["korean-english", "english-korean"]),
    focus=st.sampled_from(FOCUSES),
)


@given(ARRANGEMENTS)
def test_what_the_reader_changed_comes_back(arrangement: Arrangement) -> None:
    settings = Settings()
    assert Arrangement.of(settings, arrangement.changes(settings)) == arrangement


@pytest.mark.parametrize(
    "kept",
    [None, 5, [], {"view": "sideways"}, {"share": 9.0}, {"width": -3}, {"width": "wide"}, {"x": 1}],
)
def test_what_is_kept_wrongly_is_passed_over(kept: object) -> None:
    arrangement = Arrangement.of(Settings(), kept)
    assert arrangement.view == "both"
    assert arrangement.width in {0, Settings().reading_width}


@given(ARRANGEMENTS, st.integers(1, 300))
def test_columns_neither_overlap_nor_leave_the_window(arrangement: Arrangement, width: int) -> None:
    geometry = columns(width, arrangement)
    assert 0 <= geometry.margin < geometry.end <= max(width, 1)
    assert min(geometry.korean_width, geometry.english_width) >= 1
    if not geometry.stacked:
        spans = sorted(
            [
                (geometry.korean, geometry.korean + geometry.korean_width),
                (geometry.english, geometry.english + geometry.english_width),
            ]
        )
        assert geometry.margin < spans[0][0]
        assert spans[0][1] < spans[1][0]
        assert spans[1][1] < width
        assert (spans[0][0] == geometry.korean) == (arrangement.order == "korean-english")
    if arrangement.width and width >= 72:
        assert geometry.korean_width + geometry.english_width <= 2 * arrangement.width


def test_wide_windows_leave_margins_at_both_sides() -> None:
    geometry = columns(200, Arrangement(width=150))
    assert geometry.margin > 10
    assert abs(geometry.margin - (200 - geometry.end)) <= 6
