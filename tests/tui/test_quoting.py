"""Out of the app: citations in their styles, and files that the reader names."""

import json
from datetime import date
from pathlib import Path

import pytest

from newsreader.article import Row, Segment
from newsreader.errors import UsageError
from newsreader.export.citation import CITATIONS
from newsreader.export.save import offered_name, save
from newsreader.sample import sample_article
from tests.tui.driving import reading, screen_text, settled, shown

ARTICLE = sample_article()
ROW = Row(Segment(3, 2, "paragraph", "“50% & 100_000”라고 했다."), "He said so.", "translated")


def test_every_style_has_korean_english_and_origin() -> None:
    for style, cite in CITATIONS.items():
        text = cite(ARTICLE, ROW, date(2026, 1, 2))
        assert "라고 했다" in text, style
        assert "He said so." in text, style
        assert "한빛통신" in text, style


def test_bibtex_is_escaped_and_csl_is_json() -> None:
    assert r"50\% \& 100\_000" in CITATIONS["BibTeX"](ARTICLE, ROW, date(2026, 1, 2))
    (item,) = json.loads(CITATIONS["CSL-JSON"](ARTICLE, ROW, date(2026, 1, 2)))
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2023, 11, 15]]}


def test_a_saved_file_is_whole_or_not_there(tmp_path: Path) -> None:
    rows = [ROW, Row(Segment(4, 2, "paragraph", "아직."), status="pending")]
    for ending in (".md", ".html", ".json", ".txt"):
        file = tmp_path / f"기사{ending}"
        save(ARTICLE, rows, file)
        assert "라고 했다" in file.read_text("utf-8")
    assert json.loads((tmp_path / "기사.json").read_text("utf-8"))["rows"][1]["status"] == (
        "untranslated"
    )
    with pytest.raises(UsageError, match="must end in"):
        save(ARTICLE, rows, tmp_path / "a.docx")
    with pytest.raises(UsageError, match="cannot be written"):
        save(ARTICLE, rows, tmp_path / "no" / "a.md")
    assert len(list(tmp_path.iterdir())) == 4


def test_the_offered_name_is_a_name_on_every_system() -> None:
    name = offered_name(ARTICLE)
    assert name.startswith("2023-11-15-")
    assert name.endswith(".md")
    assert not set('\\/:*?"<>| ') & set(name)


async def test_saving_from_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / offered_name(ARTICLE)
    async with reading(tmp_path / "home") as (pilot, _):
        await pilot.press("S", "enter")
        await settled(pilot)
        assert "envoys" in file.read_text("utf-8")
        assert "Saved as" in shown(pilot)
        file.write_text("old")
        await pilot.press("S", "enter")
        await settled(pilot)
        assert file.read_text("utf-8") == "old"
        await pilot.press("enter")
        await settled(pilot)
        assert "envoys" in file.read_text("utf-8")


async def test_citing_in_a_style(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        await pilot.press("j", "Y", "j", "j", "enter")
        await settled(pilot)
        assert pilot.app.clipboard.startswith("@online{")
        assert reader.document.rows[1].ko in pilot.app.clipboard
        await pilot.press("y")
        assert pilot.app.clipboard.startswith(reader.document.rows[1].ko)


async def test_the_ending_of_a_long_name_is_in_view(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(60, 24)) as (pilot, _):
        await pilot.press("S")
        await pilot.pause()
        assert any(".md  " in line for line in screen_text(pilot))
