"""The app in a real terminal: from start to quit, and with a page that attacks the terminal."""

import json
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a POSIX pty", allow_module_level=True)

from newsreader.article import Row
from newsreader.config import Settings
from newsreader.korean.segments import segment
from newsreader.sample import sample_article, sample_english
from newsreader.tui.arrangement import Arrangement
from newsreader.tui.layout import Layout
from tests.terminal import NEWSREADER, Terminal

HOSTILE = (
    "<html><head><meta charset='utf-8'><title>공격 기사 제목입니다</title></head><body><article>"
    "<h1>공격 기사 제목입니다 [b]굵게[/b]</h1>"
    "<p>정부는 5일 새 대책을 발표했다\x1b]52;c;aGFja2Vk\x07 [@click=app.quit]여기[/]를 눌러라.</p>"
    "<p>시장은 \x1b]0;pwned\x07환영했다\u202e고\u2066 밝혔다\x9b31m고 전했다.</p>"
    "<p>국회는 \x1b[2J\x1b[3J이 문제를 다음 주에 논의하기로 했다고 [link=https://x.y]말했다.</p>"
    "<p>전문가들은 이번 조치가 물가에 미치는 영향이 크지 않을 것이라고 내다봤다.</p>"
    "</article></body></html>"
)


def test_from_start_to_quit(tmp_path: Path) -> None:
    with Terminal(NEWSREADER, home=tmp_path, columns=100, lines=30) as terminal:
        terminal.wait_for("Your library is empty")
        terminal.send("s")
        terminal.wait_for("28/28")
        terminal.send("jjjjj")
        terminal.send("]\r")
        terminal.wait_for("in sentences")
        terminal.send("\x1b")
        terminal.settle()
        terminal.send("q")
        terminal.wait_for("1 article")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.raw.decode(errors="replace")


def test_the_korean_keyboard_moves_as_well_and_ctrl_c_leaves_at_once(tmp_path: Path) -> None:
    with Terminal([*NEWSREADER, "open", "sample"], home=tmp_path) as terminal:
        terminal.wait_for("28/28")
        terminal.send("ㅓ")
        terminal.wait_for(">  2")
        terminal.send("ㅓ")
        terminal.wait_for(">  3")
        terminal.send("\x03")
        assert terminal.wait_for_end() == 0


def test_it_is_whole_again_when_the_shell_brings_it_back(tmp_path: Path) -> None:
    with Terminal(["sh", "-im"], home=tmp_path) as terminal:
        terminal.send(f"{' '.join(NEWSREADER)} open sample\r")
        terminal.wait_for("28/28")
        before = terminal.settle()
        terminal.send("\x1bz")
        terminal.settle()
        terminal.screen.reset()  # as terminals clear their second screen
        terminal.send("fg\r")
        terminal.wait_for("28/28")
        assert terminal.settle() == before


def test_nothing_is_drawn_before_the_article_and_a_move_is_one_frame(tmp_path: Path) -> None:
    with Terminal([*NEWSREADER, "open", "sample"], home=tmp_path) as terminal:
        terminal.wait_for("28/28")
        before = terminal.raw.index("한미 북핵수석".encode())
        assert before < 1000  # what sets the terminal up, and the bar; an empty screen takes more
        terminal.settle()
        drawn = len(terminal.raw)
        terminal.send("j")
        terminal.wait_for(">  2")
        terminal.settle()
        assert terminal.raw.count(b"\x1b[?2026h", drawn) == 1  # the row and the bar together


@pytest.mark.parametrize(("columns", "lines"), [(20, 5), (40, 8), (80, 24), (240, 80)])
def test_every_cell_is_as_the_layout_says(tmp_path: Path, columns: int, lines: int) -> None:
    with Terminal(
        [*NEWSREADER, "open", "sample"], home=tmp_path, columns=columns, lines=lines
    ) as terminal:
        terminal.wait_for("28/28" if columns >= 40 else "북핵")
        for keys in ("", "jjj", "kk", "\x04", "G", "[\r\x1b", "kkkkkkkkk"):
            terminal.send(keys)
            assert_as_laid_out(terminal)
        terminal.resize(columns + 13, lines + 3)
        assert_as_laid_out(terminal)


def assert_as_laid_out(terminal: Terminal) -> None:
    """Each line of the document must be, cell by cell, one that the layout has for this width."""
    terminal.settle()
    english = sample_english()
    rows = [Row(one, english[one.text], "sample") for one in segment(sample_article())]
    layout = Layout(rows, terminal.columns, Arrangement.of(Settings()))
    text = {"", "…"}
    for index, row in enumerate(rows):
        for line in layout.lines(index):
            text |= {row.ko[slice(*line.korean)]} if line.korean else set()
            text |= {english[row.ko][slice(*line.english)]} if line.english else set()
    geometry = layout.columns
    edges = [(geometry.korean, geometry.korean + geometry.korean_width)]
    if not geometry.stacked:
        edges.append((geometry.english, geometry.english + geometry.english_width))
    for y in range(1, terminal.lines - 1):
        for start, end in edges:
            assert terminal.cells(y, start, end).strip() in text, (y, terminal.screen.display[y])


def test_a_hostile_page_shows_text_and_sends_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(HOSTILE, encoding="utf-8")
    with Terminal([*NEWSREADER, "open", str(page)], home=tmp_path) as terminal:
        terminal.wait_for("[b]굵게[/b]")
        terminal.settle()
        text = " ".join(terminal.draw())
        assert "[@click=app.quit]" in text
        assert "[link=https://x.y]" in text
        sent = bytes(terminal.raw)
        for attack in (b"\x1b]52", b"\x1b]0;", b"\x1b[3J", "\x9b".encode(), "\u202e".encode()):
            assert attack not in sent


def test_a_file_that_is_not_there_is_a_readable_state(tmp_path: Path) -> None:
    with Terminal([*NEWSREADER, "open", "no-such.html"], home=tmp_path) as terminal:
        terminal.wait_for("no-such.html")
        terminal.wait_for("R tries again")
        terminal.send("q")
        terminal.wait_for("Your library is empty")


def test_a_killed_app_keeps_the_library_whole(tmp_path: Path) -> None:
    with Terminal([*NEWSREADER, "open", "sample"], home=tmp_path) as terminal:
        terminal.wait_for("28/28")
    with Terminal([*NEWSREADER, "show", "1", "--format", "json"], home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
        shown = json.loads(bytes(terminal.raw).decode())
        assert len(shown["rows"]) == 28
