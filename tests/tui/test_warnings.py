"""Warnings: a term that the English has under another name is put right from the list."""

from dataclasses import replace
from pathlib import Path

from newsreader.article import Match, RowWarning
from newsreader.glossary.own import own_file, put
from newsreader.glossary.term import Term
from tests.tui.driving import reading, settled


async def test_a_term_is_put_right_from_its_warning_and_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as (pilot, reader):
        term = Term("수석대표", "chief delegate", "title", forbidden=("chief envoy",))
        put(own_file(reader.workspace.paths.glossary), term)
        reader.workspace.refresh_glossary()
        row = next(one for one in reader.document.rows if "수석대표가" in one.ko)
        at = row.ko.index("수석대표")
        wrong = replace(
            row,
            terms=(Match(at, at + 4, term.ko, term.en),),
            warnings=(RowWarning("term-forbidden", "수석대표 is chief delegate."),),
        )
        reader.document.update_rows([wrong])
        await pilot.press("exclamation_mark", "f")
        await settled(pilot)
        assert pilot.app.screen is reader  # the list had one line and has closed itself
        fixed = next(one for one in reader.document.rows if one.id == row.id)
        assert fixed.en is not None
        assert "chief delegates" in fixed.en
        assert fixed.status == "edited"
        await pilot.press("u")
        await settled(pilot)
        assert next(one for one in reader.document.rows if one.id == row.id).en == row.en


async def test_a_term_rendered_in_two_ways_is_a_warning_and_put_right_everywhere(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path) as (pilot, reader):
        term = Term(
            "새벽나래", "Dawn Wing Agency", "organisation", admitted=("Bureau of Early Feathers",)
        )
        put(own_file(reader.workspace.paths.glossary), term)
        reader.workspace.refresh_glossary()
        match = Match(0, 4, term.ko, term.en)
        rows = [
            replace(row, en=f"{name} met.", terms=(replace(match, used=True),), warnings=())
            for row, name in zip(reader.document.rows, (term.en, *term.admitted), strict=False)
        ]
        reader.document.update_rows(rows)
        reader.check_between()
        (warning,) = reader.document.rows[1].warnings
        assert warning.code == "term-varies"
        assert " terms" in reader.bar.text
        await pilot.press("exclamation_mark", "F")
        await settled(pilot)
        assert reader.document.rows[1].en == "Dawn Wing Agency met."
        assert not reader.document.rows[1].warnings
