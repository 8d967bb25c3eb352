"""Which rows an answer covers, told by lengths and by what the neighbours lack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.translate.merging import Asking, covered_by, may_cover_more

#: Korean sentences of 20 characters; their English has about 40.
KOREAN = {number: f"{number}" * 20 for number in range(1, 6)}
FORTY, EIGHTY = "a" * 40, "b" * 80


@pytest.mark.parametrize(
    ("english", "rows"),
    [
        ({1: FORTY, 2: EIGHTY, 4: FORTY, 5: FORTY}, [2, 3]),
        ({1: FORTY, 2: EIGHTY, 3: EIGHTY, 4: FORTY, 5: FORTY}, [2, 3]),
        ({2: EIGHTY, 3: FORTY, 4: FORTY, 5: FORTY}, [1, 2]),
        ({1: FORTY, 2: "c" * 120, 5: FORTY}, [2, 3, 4]),
        ({1: FORTY, 2: EIGHTY, 3: FORTY, 4: FORTY, 5: FORTY}, [2]),
        ({1: FORTY, 2: FORTY[:-1], 4: FORTY, 5: FORTY}, [2]),
        ({2: EIGHTY, 5: FORTY}, [2, 3]),
    ],
)
def test_what_row_two_covers(english: dict[int, str], rows: list[int]) -> None:
    assert covered_by(2, KOREAN, english) == rows


def test_the_same_korean_twice_has_the_same_english() -> None:
    assert covered_by(1, {1: "가나다라", 2: "가나다라"}, {1: FORTY, 2: FORTY}) == [1]


def test_rows_that_are_no_neighbours_are_not_covered() -> None:
    assert not may_cover_more(1, {1: KOREAN[1], 3: KOREAN[3]}, EIGHTY)
    assert covered_by(1, {1: KOREAN[1], 3: KOREAN[3]}, {1: EIGHTY}) == [1]


def test_a_row_that_was_asked_for_alone_has_its_own_english() -> None:
    """What its neighbours lack then, they were not asked for."""
    asking = Asking({1: "가" * 30, 2: "나" * 30}, {}, {1: "no answer", 2: "no answer"})
    assert asking.own([1], {1: "a" * 100}, [1]) == [1]
    asking.faults[1] = "no answer"
    assert asking.own([1], {1: "a" * 100}, [1, 2]) == []
    # It is no other English than when they were asked for together.
    assert asking.own([1], {1: "a" * 100}, [1]) == []
    assert asking.merged[1].rows == (1, 2)


texts = st.text("가", min_size=1, max_size=60)


@given(st.dictionaries(st.integers(1, 8), texts, min_size=1), st.data())
def test_no_row_is_covered_that_has_english_of_its_own(
    korean: dict[int, str], data: st.DataObject
) -> None:
    said = {
        number: f"{number} " + data.draw(st.text("a", max_size=200))
        for number in korean
        if data.draw(st.booleans())
    }
    asking = Asking(korean, {}, dict.fromkeys(korean, "no answer"))
    alone = asking.own(list(said), said, korean)
    assert set(alone) | set(asking.merged) == set(said)
    assert set(asking.faults) == set(korean) - set(alone)
    for number, merged in asking.merged.items():
        assert list(merged.rows) == list(range(merged.rows[0], merged.rows[-1] + 1))
        assert {row for row in merged.rows if row in said} == {number}
