"""An article that its outlet changed: it is said once, and what changed is shown."""

from pathlib import Path

from textual.widgets import Input

from newsreader.tui.screens.revisions import RevisionsScreen
from tests.tui.driving import Running, reading, screen_text, settled, shown

PAGE = """<html><head><link rel="canonical" href="https://news.example/1">
<title>북핵 협의</title></head><body><article><h1>북핵 협의</h1>
<p>한미 수석대표가 서울에서 만났다. 양측은 {}을 논의했다고 외교부가 밝혔다.</p>
<p>그는 곧 [b]돌아간다[/b]고 말했다.</p>{}</article></body></html>"""
SAID = "The text of this article has changed"


def open_windows(pilot: Running) -> int:
    return sum(isinstance(one, RevisionsScreen) for one in pilot.app.screen_stack)


async def test_a_change_is_said_once_and_shown_word_by_word(tmp_path: Path) -> None:
    file, home = tmp_path / "page.html", tmp_path / "home"
    file.write_text(PAGE.format("대북 제재", ""), "utf-8")
    async with reading(home, str(file)) as (pilot, reader):
        assert SAID not in screen_text(pilot)[-1]
        await pilot.press("V")
        await settled(pilot)
        assert "No other text" in screen_text(pilot)[-1]
        assert pilot.app.screen is reader
    file.write_text(PAGE.format("대북 억지", "<p>[속보] 협의는 오늘 끝났다.</p>"), "utf-8")
    async with reading(home, str(file)) as (pilot, _):
        assert SAID in screen_text(pilot)[-1]
    async with reading(home, str(file)) as (pilot, _):
        assert SAID not in screen_text(pilot)[-1]
        await pilot.press("alt+v")
        await settled(pilot)
        assert open_windows(pilot) == 1
        text = shown(pilot)
        assert "[-제재을-] {+억지을+} 논의했다고" in text
        assert "{+[속보] 협의는 오늘 끝났다.+}" in text
        assert text.count("북핵 협의") >= 2
        await pilot.press("escape")
        await settled(pilot)
        assert open_windows(pilot) == 0
    file.write_text(PAGE.format("대북 제재", ""), "utf-8")  # as it was at first
    async with reading(home, str(file)) as (pilot, _):
        assert SAID in screen_text(pilot)[-1]


async def test_many_changes_scroll(tmp_path: Path) -> None:
    file, home = tmp_path / "기사.html", tmp_path / "home"
    for word in ("제재", "억지"):
        more = "".join(f"<p>{n}번 문장은 {word} 이야기를 한다.</p>" for n in range(1, 40))
        file.write_text(PAGE.format(word, more), "utf-8")
        async with reading(home, str(file)) as (pilot, _):
            await pilot.press("V")
            await settled(pilot)
            if word == "억지":
                assert not any("39번" in line for line in screen_text(pilot))
                for key in ("space",) * 9:
                    await pilot.press(key)
                await settled(pilot)
                assert any("39번" in line and "{+억지+}" in line for line in screen_text(pilot))


async def test_a_note_whose_sentence_was_changed_is_moved_or_changed_from_the_list(
    tmp_path: Path,
) -> None:
    file, home = tmp_path / "page.html", tmp_path / "home"
    file.write_text(PAGE.format("대북 제재", ""), "utf-8")
    async with reading(home, str(file)) as (pilot, reader):
        lost = reader.document.rows[2].ko
        reader.workspace.library.notes.add(1, reader.document.rows[2], "ask again")
    file.write_text(PAGE.format("대북 억지", ""), "utf-8")
    async with reading(home, str(file)) as (pilot, reader):

        def notes() -> list[tuple[int, str, str]]:
            kept = reader.workspace.library.notes.of(1)
            return [(note.row, note.ko, note.text) for note in kept]

        async def choose(*keys: str) -> None:
            for key in ("A", "enter", *keys, "enter"):
                await pilot.press(key)
                await settled(pilot)

        assert not any("*3" in line for line in screen_text(pilot))
        await pilot.press("j", "j", "A")
        await settled(pilot)
        text = shown(pilot)
        assert "ask again" in text
        assert "no longer here" in text
        await pilot.press("escape")
        await choose("down")
        pilot.app.screen.query_one(Input).value = "ask the ministry"
        await pilot.press("enter")
        await settled(pilot)
        assert notes() == [(3, lost, "ask the ministry")]
        await choose()
        assert notes() == [(3, reader.document.rows[2].ko, "ask the ministry")]
        assert any("*3" in line for line in screen_text(pilot))
        await pilot.press("u")
        await settled(pilot)
        assert notes() == [(3, lost, "ask the ministry")]
        await pilot.press("u")
        await settled(pilot)
        assert notes() == [(3, lost, "ask again")]
