"""Writing one's own term in the reader."""

from dataclasses import replace
from pathlib import Path

from textual.widgets import Input, Static

from newsreader.article import RowWarning
from newsreader.glossary.own import own_file
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.tui.screens.term_editor import TermEditorScreen
from tests.tui.driving import Running, reading, settled, shown


async def write(pilot: Running, **values: str) -> None:
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = value
    await pilot.press("ctrl+s")
    await settled(pilot)


def english(reader: ReaderScreen, ko: str) -> set[str]:
    return {one.en for row in reader.document.rows for one in row.terms if one.term == ko}


async def test_the_rows_get_a_new_term_at_once_and_u_takes_it_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        file = own_file(reader.workspace.paths.glossary)
        await pilot.press("right_square_bracket", "E")
        await pilot.pause()
        term = reader.document.term
        assert term is not None
        before = english(reader, term.term)
        assert isinstance(pilot.app.screen, TermEditorScreen)
        assert pilot.app.screen.query_one("#ko", Input).value == term.term
        assert pilot.app.screen.query_one("#en", Input).value == term.en
        await write(pilot, en="my very own words", forbidden="not these| nor those")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert english(reader, term.term) == {"my very own words"}
        assert "forbidden=not these|nor those" in file.read_text("utf-8")
        await pilot.press("u")
        await settled(pilot)
        assert english(reader, term.term) == before
        assert file.read_text("utf-8") == ""


async def test_the_english_is_checked_against_the_new_term(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        row = reader.document.rows[0]
        assert row.en is not None
        word = row.en.split()[-1].strip(".")
        await pilot.press("right_square_bracket", "ctrl+e")
        await pilot.pause()
        await write(pilot, en="quite different", forbidden=word)
        codes = [one.code for one in reader.document.rows[0].warnings]
        assert codes.count("term-forbidden") == 1


async def test_a_term_without_its_english_is_not_kept(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("E")
        await pilot.pause()
        await write(pilot, ko="없는청")
        assert isinstance(pilot.app.screen, TermEditorScreen)
        said = pilot.app.screen.query_one("#said", Static)
        assert "needs its Korean and its English" in str(said.render())
        await write(pilot, en="No Agency", kind="money")
        assert "The kind must be one of" in str(said.render())
        await pilot.press("escape")
        assert reader.is_active
        assert not own_file(reader.workspace.paths.glossary).exists()


async def test_a_term_that_cannot_stand_on_a_line_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("E")
        await pilot.pause()
        await write(pilot, ko="#없는청", en="No Agency")
        await pilot.pause()
        assert "cannot be kept" in shown(pilot)
        assert not own_file(reader.workspace.paths.glossary).exists()


async def test_a_warning_is_waived_with_a_reason(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("right_square_bracket", "E")
        await pilot.pause()
        row = reader.document.rows[0]
        assert row.en is not None
        await write(pilot, en="quite different", forbidden=row.en.split()[-1].strip("."))
        warning = reader.document.rows[0].warnings[-1]
        assert warning.code == "term-forbidden"
        await pilot.press("exclamation_mark")
        await pilot.pause()
        await pilot.press("home", "w")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = " the minister said it so "
        await pilot.press("enter")
        await settled(pilot)
        (waiver,) = reader.workspace.library.waivers.all()
        assert (waiver.ko, waiver.reason) == (row.ko, "the minister said it so")
        message = waiver.message
        assert message not in [one.message for one in reader.document.rows[0].warnings]
        checked = reader.workspace.checked(reader.document.rows[0], None)
        assert message not in [one.message for one in checked.warnings]
        if pilot.app.screen is not reader:
            await pilot.press("escape")
            await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert reader.workspace.library.waivers.all() == []
        assert message in [one.message for one in reader.document.rows[0].warnings]


async def test_a_warning_is_not_waived_without_a_reason(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        reader.document.update_rows(
            [replace(reader.document.rows[0], warnings=(RowWarning("number", "doubtful"),))]
        )
        await pilot.press("exclamation_mark")
        await pilot.pause()
        await pilot.press("home", "w")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert reader.workspace.library.waivers.all() == []
        assert len(reader.document.rows[0].warnings) == 1
