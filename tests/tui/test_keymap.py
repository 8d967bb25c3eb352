"""The reader's own keys: presets, changes, and one sentence for what contradicts itself."""

from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.errors import UsageError
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.cells import width_of
from newsreader.tui.commands import READER, SCREENS
from newsreader.tui.keymap import PRESETS, Keymap
from newsreader.tui.keys import key_name, key_of
from newsreader.tui.screens.help import key_list
from newsreader.tui.screens.reader import ReaderScreen
from newsreader.tui.widgets.bars import KeyHints
from newsreader.workspace import Workspace
from tests.tui.driving import reading, screen_text, settled


@pytest.mark.parametrize(
    "key", [key for commands in SCREENS.values() for one in commands for key in one.keys]
)
def test_every_printed_key_can_be_written_back(key: str) -> None:
    assert key_of(key_name(key)) == key


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_have_a_key_for_every_command_and_no_clash(preset: str) -> None:
    keymap = Keymap(preset, {})
    for commands in SCREENS.values():
        assert all(command.keys for command in keymap.applied(commands))


def test_plain_has_no_letters() -> None:
    for command in Keymap("plain", {}).applied(READER):
        assert not [key for key in command.keys if len(key) == 1 and key.isalpha()]


@pytest.mark.parametrize(
    ("preset", "changes", "said"),
    [
        ("emacs", {}, "no keymap 'emacs'"),
        ("vim", {"veiw": ["v"]}, "unknown command 'veiw'"),
        ("vim", {"view": ["Hyper-x"]}, "no key"),
        ("vim", {"view": ["j"]}, "j would mean both"),
    ],
)
def test_what_is_wrong_is_said(preset: str, changes: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Keymap(preset, changes)


async def test_a_changed_key_works_everywhere(tmp_path: Path) -> None:
    settings = Settings(keys={"next-row": ["x"], "view": ["v"]})
    app = NewsreaderApp(Workspace(Paths.find(tmp_path), settings), "sample")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await pilot.press("x", "j")
        assert reader.document.index == 1
        await pilot.press("v")
        assert reader.document.arrangement.view == "korean"
        foot = reader.query_one(KeyHints)
        foot.clear()
        assert "v view" in str(foot.render())


@pytest.mark.parametrize("width", [30, 44, 88])
def test_helps_stand_in_one_column_in_any_window(width: int) -> None:
    text = key_list(READER, "", width).plain
    assert all(one.title in " ".join(text.split()) for one in READER)
    assert max(map(width_of, text.splitlines())) <= width
    helps = [line for line in text.splitlines() if line.startswith(" ")]
    assert len({len(line) - len(line.lstrip()) for line in helps}) == 1


async def test_what_is_too_long_for_the_foot_is_wrapped_there(tmp_path: Path) -> None:
    app = NewsreaderApp(Workspace(Paths.find(tmp_path), Settings()), "sample")
    async with app.run_test(size=(40, 24), notifications=True) as pilot:
        await settled(pilot)
        said = "The service did not answer within 20 seconds; R asks again for what is missing."
        app.screen.notify(said, severity="warning", markup=False)
        await pilot.pause()
        foot = [line.strip() for line in screen_text(pilot)[-3:]]
        assert " ".join(foot) == f"! {said}"


async def test_what_was_said_is_cut_with_a_sign_when_the_window_narrows(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(80, 24)) as (pilot, reader):
        reader.notify("The window was wide enough for this sentence.", markup=False)
        await pilot.resize_terminal(30, 24)
        await pilot.pause()
        assert screen_text(pilot)[-1].endswith("…")
