"""Jumps and marks: the way back is always there."""

from pathlib import Path

from newsreader.tui.jumps import Jumps
from tests.tui.driving import reading, screen_text, settled, shown


def test_back_through_all_jumps_and_forward_again() -> None:
    jumps = Jumps()
    assert jumps.back(1) is None
    for row in (1, 5, 9):
        jumps.leave(row)
    assert [jumps.back(20), jumps.back(9), jumps.back(5), jumps.back(1)] == [9, 5, 1, None]
    assert [jumps.forward(), jumps.forward(), jumps.forward(), jumps.forward()] == [5, 9, 20, None]


def test_a_jump_after_going_back_starts_from_there() -> None:
    jumps = Jumps()
    jumps.leave(1)
    jumps.leave(5)
    assert jumps.back(9) == 5
    jumps.leave(5)
    assert jumps.last == 5
    assert jumps.back(30) == 5


async def test_jumping_back_and_forth(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("j", "j", "G")
        assert reader.document.index == 27
        await pilot.press("5", "g", "g")
        assert reader.document.index == 4
        await pilot.press("ctrl+o")
        assert reader.document.index == 27
        await pilot.press("ctrl+o")
        assert reader.document.index == 2
        await pilot.press("alt+right", "ctrl+n")
        assert reader.document.index == 4


async def test_marks_are_shown_found_again_undone_and_kept(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("j", "j", "m", "a")
        await pilot.pause()
        assert any(line.startswith(">  3a") for line in screen_text(pilot))
        await pilot.press("G", "apostrophe", "a")
        assert reader.document.index == 2
        await pilot.pause()
        assert "Go to mark" not in shown(pilot)  # the question is answered
        await pilot.press("apostrophe", "apostrophe")
        assert reader.document.index == 27
        await pilot.press("ctrl+x", "b", "u", "apostrophe", "b")
        await pilot.pause()
        assert "no such mark" in shown(pilot)
    async with reading(tmp_path) as (pilot, reader):
        # With the Korean keyboard on: ㅁ is a.
        await pilot.press("g", "g", "apostrophe", "ㅁ")
        await settled(pilot)
        assert reader.document.index == 2


async def test_paragraphs(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        rows = reader.document.rows
        await pilot.press("G")
        block = rows[-1].segment.block
        await pilot.press("left_curly_bracket")
        assert rows[reader.document.index].segment.block <= block
        for _ in range(40):
            await pilot.press("left_curly_bracket")
        assert reader.document.index == 0
        await pilot.press("3", "right_curly_bracket")
        assert rows[reader.document.index].segment.block == rows[0].segment.block + 3


async def test_in_a_row_higher_than_the_window_the_term_is_in_view(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(40, 8)) as (pilot, reader):
        document = reader.document
        document.move_to(5)
        await pilot.pause()
        assert screen_text(pilot)[1].startswith(">  6")  # no line is lost to the blank above it
        seen = set()
        while document.index == 5:
            if (box := document.spot_box()) is not None:
                assert 0 <= box.y < document.size.height
                seen.add(document.scroll_offset.y)
            document.move_term(1)
        assert len(seen) > 1


async def test_pages_leave_out_no_line_of_a_row_higher_than_the_window(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(40, 8)) as (pilot, reader):
        document = reader.document
        document.move_to(5)
        await pilot.pause()
        height, seen = document.size.height, set[int]()
        while document.index == 5:
            seen.update(range(document.scroll_offset.y, document.scroll_offset.y + height))
            document.page(1)
        layout = document._layout
        assert layout is not None
        assert layout.top(6) - layout.text_top(5) > height
        assert seen >= set(range(layout.text_top(5), layout.top(6)))


async def test_the_bar_says_where_the_reader_is(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(80, 24)) as (pilot, _):
        for keys, place in [("", "1/28 3%"), ("6j", "7/28 25%"), ("G", "28/28 100%")]:
            await pilot.press(*keys)
            await pilot.pause()
            assert screen_text(pilot)[0].endswith(place)
