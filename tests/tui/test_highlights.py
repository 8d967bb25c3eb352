"""Highlights in the reader, kept in a real library."""

from pathlib import Path

from tests.tui.driving import reading, settled


async def test_a_term_is_highlighted_kept_and_taken_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        highlights = reader.workspace.library.highlights
        assert reader.kept is not None
        article = reader.kept.id
        await pilot.press("5", "j", "right_square_bracket", "H")
        await settled(pilot)
        row, term = reader.document.row, reader.document.term
        assert row is not None
        assert term is not None
        (kept,) = highlights.of(article)
        assert (kept.row, kept.side, kept.text) == (row.id, "ko", row.ko[term.start : term.end])
        assert reader.document._highlights == {(row.id, "korean"): [(term.start, term.end)]}
        await pilot.press("H")
        await settled(pilot)
        assert not highlights.of(article)
        await pilot.press("u")
        await settled(pilot)
        assert [one.text for one in highlights.of(article)] == [kept.text]
        await pilot.press("u")
        await settled(pilot)
        assert not highlights.of(article)


async def test_without_a_word_the_sentence_is_highlighted_and_is_there_next_time(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("j", "H")
        await settled(pilot)
        row = reader.document.row
        assert row is not None
    async with reading(tmp_path) as (_, reader):
        assert reader.document._highlights == {(row.id, "korean"): [(0, len(row.ko))]}


async def test_what_is_selected_in_the_english_is_highlighted(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        document = reader.document
        layout = document._layout
        assert layout is not None
        x = layout.columns.english
        await pilot.mouse_down(document, offset=(x, 0))
        await pilot.hover(document, offset=(x + 4, 0))
        await pilot.mouse_up(document, offset=(x + 4, 0))
        await pilot.press("H")
        await settled(pilot)
        assert reader.kept is not None
        (kept,) = reader.workspace.library.highlights.of(reader.kept.id)
        row = document.rows[0]
        assert (kept.row, kept.side) == (row.id, "en")
        assert row.en is not None
        assert row.en.startswith(kept.text)
    async with reading(tmp_path) as (_, reader):  # there again when the English has come
        assert reader.document._highlights == {(row.id, "english"): [(0, len(kept.text))]}
