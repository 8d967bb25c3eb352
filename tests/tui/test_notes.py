"""Notes: written on a sentence, seen beside it, listed, changed, removed and taken back."""

from pathlib import Path

from textual.widgets import Input

from tests.tui.driving import Running, reading, screen_text, settled, shown
from tests.tui.test_looking_up import popup_text


async def write(pilot: Running, text: str) -> None:
    await pilot.press("a")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await settled(pilot)


async def test_a_note_is_kept_and_stands_beside_its_sentence(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("j", "j")
        await write(pilot, "[b]확인[/b] ask the ministry")
        assert any(line.lstrip().startswith("> *3") for line in screen_text(pilot))
        await pilot.press("j")
        await settled(pilot)
        assert any(line.lstrip().startswith("*3") for line in screen_text(pilot))
        assert "ask the ministry" not in screen_text(pilot)[-1]
        await pilot.press("k")
        await settled(pilot)
        assert "* [b]확인[/b] ask the ministry" in screen_text(pilot)[-1]
        await pilot.press("right_square_bracket", "enter")
        await settled(pilot)
        assert "ask the ministry" in popup_text(pilot)
        (note,) = reader.workspace.library.notes.of(1)
        assert (note.row, note.ko) == (3, reader.document.rows[2].ko)
    async with reading(tmp_path) as (pilot, _):
        assert any("*3" in line for line in screen_text(pilot))


async def test_a_note_is_changed_removed_and_all_is_taken_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):

        def texts() -> list[str]:
            return [note.text for note in reader.workspace.library.notes.of(1)]

        await write(pilot, "one")
        await pilot.press("ctrl+a")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "one"
        await pilot.press("escape")
        assert texts() == ["one"]
        await write(pilot, "two")
        assert texts() == ["two"]
        await write(pilot, "")
        assert texts() == []
        assert not any("*1" in line for line in screen_text(pilot))
        for wanted in (["two"], ["one"], []):
            await pilot.press("u")
            await settled(pilot)
            assert texts() == wanted


async def test_the_list_of_notes_goes_to_their_rows(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("A")
        await settled(pilot)
        assert "No notes" in screen_text(pilot)[-1]
        await write(pilot, "first")
        await pilot.press("4", "j")
        await write(pilot, "fifth")
        await pilot.press("g", "g", "A")
        await settled(pilot)
        text = shown(pilot)
        assert text.index("first") < text.index("fifth")
        await pilot.press("j", "enter")
        await settled(pilot)
        assert reader.document.index == 4


async def test_a_note_is_seen_beside_a_number_of_three_digits(tmp_path: Path) -> None:
    file = tmp_path / "긴 기사.txt"
    file.write_text("\n\n".join(f"{n}번 문장이 여기에 있다." for n in range(1, 121)), "utf-8")
    async with reading(tmp_path / "home", str(file)) as (pilot, reader):
        await pilot.press("1", "0", "5", "G")
        await write(pilot, "far down")
        assert any(line.lstrip().startswith(">105") for line in screen_text(pilot))
        await pilot.press("k")
        await settled(pilot)
        assert any(line.lstrip().startswith("*105") for line in screen_text(pilot))
        assert reader.document.index == 103


async def test_what_is_not_kept_takes_no_note(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        assert reader.kept is not None
        reader.kept = type(reader.kept)(0, reader.kept.article, 1)
        await pilot.press("a")
        await settled(pilot)
        assert "not kept" in shown(pilot)
        assert pilot.app.screen is reader
