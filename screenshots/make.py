"""Draw the screenshots from the real app: ``python -m screenshots.make [NAME …]``.

Each picture is an SVG of what the terminal shows and a PNG of that SVG. Rich's SVG export gives a
run of Hangul the width of as many Latin letters (rich issue 2742), so every character gets its own
place here. Drawing the PNGs needs the package
``resvg-py`` and a Korean monospaced font on the system (NanumGothicCoding, D2Coding).
"""

import asyncio
import html
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.cells import get_character_cell_size

from newsreader.config import Paths, Settings
from newsreader.tui.app import NewsreaderApp
from newsreader.workspace import Workspace
from screenshots.library import fill

_FOLDER = Path(__file__).parent
_CELL = 12.2
#: Hangul is as wide as its font is high: this fills two cells without touching the next line.
_FONT_SIZE = 22
_FONTS = "'NanumGothicCoding', 'D2Coding', 'Noto Sans Mono CJK KR', monospace"
#: Korean fonts draw · … ‹ ▰ two cells wide; a terminal gives them one.
_NARROW = "font-family: 'DejaVu Sans Mono', monospace; font-size: 20px"
_TEXT = re.compile(r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" [^>]*>([^<]*)</text>')
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


class Shot(NamedTuple):
    """One picture: the terminal's size, where the app starts, what is pressed, which theme."""

    columns: int
    lines: int
    source: str | None
    keys: tuple[str, ...] = ()
    theme: str = "newsreader-dark"
    #: Whether the library holds headlines.
    filled: bool = False


SHOTS = {
    "reader-120-dark": Shot(120, 40, "sample", ("j",) * 5),
    "reader-120-light": Shot(120, 40, "sample", ("j",) * 5, "newsreader-light"),
    "reader-80-dark": Shot(80, 24, "sample", ("j",) * 5),
    "reader-200-dark": Shot(200, 50, "sample", ("j",) * 8),
    "reader-60-dark": Shot(60, 30, "sample", ("j",) * 5),
    "popup-120-dark": Shot(
        120, 40, "sample", (*("j",) * 5, *("right_square_bracket",) * 5, "enter")
    ),
    "popup-80-light": Shot(
        80, 24, "sample", (*("j",) * 9, "right_square_bracket", "enter"), "newsreader-light"
    ),
    "word-120-light": Shot(120, 40, "sample", (*("j",) * 8, *("l",) * 8, "K"), "newsreader-light"),
    "terms-120-dark": Shot(120, 40, "sample", ("T",)),
    "edit-term-120-dark": Shot(120, 40, "sample", ("j", "right_square_bracket", "E")),
    "reveal-120-dark": Shot(120, 30, "sample", ("t", "t", "t", *("j",) * 5, "space")),
    "word-for-word-120-dark": Shot(120, 40, "sample", ("t", "t", "t", "t", *("j",) * 5)),
    "further-120-dark": Shot(
        120, 40, "sample", (*("j",) * 5, *("right_square_bracket",) * 5, "enter", "f")
    ),
    "quotations-80-dark": Shot(80, 24, "sample", ("Q",)),
    "cite-100-light": Shot(100, 24, "sample", ("j", "j", "Y"), "newsreader-light"),
    "save-100-dark": Shot(100, 24, "sample", ("S",)),
    "english-first-160-light": Shot(
        160, 40, "sample", ("backslash", "z", "z", *("j",) * 5), "newsreader-light"
    ),
    "korean-100-dark": Shot(100, 30, "sample", ("t", "j", "j")),
    "engines-120-dark": Shot(120, 34, "sample", ("e",)),
    "models-120-dark": Shot(120, 30, "sample", ("M",)),
    "stance-120-light": Shot(120, 40, "sample", ("w", *("j",) * 13), "newsreader-light"),
    "help-120-dark": Shot(120, 36, "sample", ("question_mark",)),
    "first-start-100-dark": Shot(100, 24, None),
    "library-120-dark": Shot(120, 32, None, ("t", "j", "j"), filled=True),
    "library-80-light": Shot(80, 24, None, ("j", "j"), "newsreader-light", filled=True),
    "find-120-dark": Shot(120, 30, None, ("slash", *"북핵"), filled=True),
    "feeds-120-dark": Shot(120, 32, None, ("F", *"경제"), filled=True),
    "missing-100-dark": Shot(100, 20, "no-such-file.html"),
}


async def draw(name: str, shot: Shot) -> None:
    """Run the app for one picture in a home of its own and write both files."""
    with tempfile.TemporaryDirectory() as home:
        if shot.filled:
            fill(Path(home))
        workspace = Workspace(Paths.find(home), Settings(theme=shot.theme))
        app = NewsreaderApp(workspace, shot.source)
        async with app.run_test(size=(shot.columns, shot.lines)) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in shot.keys:
                await pilot.press(key)
            await pilot.pause(0.3)
            await app.workers.wait_for_complete()
            app.clear_notifications()
            await pilot.pause(0.1)
            svg = "".join(_with_true_widths(app.export_screenshot(title="newsreader")))
        workspace.close()
    (_FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
    from resvg_py import svg_to_bytes

    (_FOLDER / f"{name}.png").write_bytes(bytes(svg_to_bytes(svg_string=svg)))


def _with_true_widths(svg: str) -> Iterator[str]:
    svg = _FONT_FACES.sub("", svg).replace("Fira Code, monospace", _FONTS)
    svg = svg.replace("font-family: Fira Code", f"font-family: {_FONTS}")
    svg = svg.replace("font-size: 20px", f"font-size: {_FONT_SIZE}px")
    end = 0
    for match in _TEXT.finditer(svg):
        yield svg[end : match.start()]
        end = match.end()
        style, x, y, text = match.groups()
        korean: list[tuple[float, str]] = []
        narrow: list[tuple[float, str]] = []
        at = float(x)
        for character in html.unescape(text):
            cells = get_character_cell_size(character)
            if character.strip():
                (korean if character.isascii() or cells == 2 else narrow).append((at, character))
            at += _CELL * cells
        yield _text(korean, f'class="{style}" y="{y}"')
        yield _text(narrow, f'class="{style}" y="{y}" style="{_NARROW}"')
    yield svg[end:]


def _text(placed: list[tuple[float, str]], attributes: str) -> str:
    if not placed:
        return ""
    places = " ".join(f"{x:.1f}" for x, _ in placed)
    shown = html.escape("".join(character for _, character in placed))
    return f'<text x="{places}" {attributes}>{shown}</text>'


def main() -> None:
    """Draw the pictures that are named, or all."""
    for name in sys.argv[1:] or SHOTS:
        asyncio.run(draw(name, SHOTS[name]))
        print(name)


if __name__ == "__main__":
    main()
