"""Glossaries as tables, CSV or TSV: our own columns, and those of Weblate, DeepL and OmegaT."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from newsreader.glossary.format import KINDS, MAX_LINE, MAX_TERMS, STATUSES, Problem, is_date
from newsreader.glossary.term import Term, TermKind
from newsreader.text import clean_line, has_hangul

#: What a term becomes whose file says nothing of its kind.
DEFAULT_KIND: TermKind = "society"

# The names of columns in the tables that people have: our own, Weblate's, OmegaT's, spreadsheets'.
_COLUMNS = {
    "ko": "ko", "korean": "ko", "source": "ko", "term": "ko", "한국어": "ko", "원어": "ko",
    "en": "en", "english": "en", "target": "en", "translation": "en", "영어": "en", "번역": "en",
    "kind": "kind", "type": "kind", "context": "kind", "hanja": "hanja", "status": "status",
    "variants": "variants", "admitted": "admitted", "forbidden": "forbidden",
    "from": "valid_from", "to": "valid_to", "note": "note", "comment": "note",
    "explanation": "note", "developer_comments": "note",
}  # fmt: skip
_WRITTEN = (
    *("ko", "en", "kind", "hanja", "status"),
    *("variants", "admitted", "forbidden", "from", "to", "note"),
)
_LISTS = ("variants", "admitted", "forbidden")
#: What a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@")


def parse_table(text: str, name: str) -> tuple[list[Term], list[Problem]]:
    """Return the terms of a CSV or TSV table.

    A first row of known column names says what the columns are; without one the first two columns
    are Korean and English and the third, if any, a note. Two more columns may name the languages,
    as in the glossaries of DeepL.
    """
    terms: list[Term] = []
    problems: list[Problem] = []
    places = {"ko": 0, "en": 1, "note": 2}
    # The reader wants whole lines of any size; a field larger than ours is refused below.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    headed = False
    try:
        for row in reader:
            cells = [clean_line(cell) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not terms and not problems and (header := _header(cells)):
                places, headed = header, True
                continue
            try:
                terms.append(_term(cells if headed else _without_languages(cells), places))
            except ValueError as error:
                problems.append(Problem(name, reader.line_num, str(error)))
            if len(terms) >= MAX_TERMS:
                problems.append(Problem(name, reader.line_num, f"more than {MAX_TERMS:,} terms"))
                break
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, f"not a table: {error}"))
    return terms, problems


def write_table(terms: Iterable[Term]) -> str:
    """Return terms as CSV with a first row that names the columns."""
    return _csv(_WRITTEN, (_cells(term) for term in terms))


def write_weblate(terms: Iterable[Term]) -> str:
    """Return terms as CSV as Weblate takes a glossary: one source, one target, a comment."""
    return _csv(
        ("source", "target", "context", "developer_comments"),
        ((term.ko, term.en, term.kind, term.note or "") for term in terms),
    )


def write_deepl(terms: Iterable[Term]) -> str:
    """Return the preferred terms as CSV as DeepL takes a glossary: pairs, and their languages.

    One Korean word has one English there: what is past, and what needs cues, is left out.
    """
    chosen: dict[str, str] = {}
    for term in terms:
        if term.status == "preferred" and term.valid_to is None and not term.cues:
            chosen.setdefault(term.ko, term.en)
    return _csv(None, ((ko, en, "ko", "en") for ko, en in chosen.items()))


#: How else than by a file's ending a table may be written: the name of each, and its writer.
TABLES: dict[str, Callable[[Iterable[Term]], str]] = {
    "weblate": write_weblate,
    "deepl": write_deepl,
}


def _csv(header: Sequence[str] | None, rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cells(term: Term) -> list[str]:
    return [
        term.ko,
        term.en,
        term.kind,
        term.hanja or "",
        term.status,
        *("|".join(getattr(term, field)) for field in _LISTS),
        term.valid_from or "",
        term.valid_to or "",
        term.note or "",
    ]


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max("\t,;", key=first.count)


def _header(cells: list[str]) -> dict[str, int] | None:
    places: dict[str, int] = {}
    for number, cell in enumerate(cells):
        field = _COLUMNS.get(cell.casefold())
        if field:
            places.setdefault(field, number)
    return places if {"ko", "en"} <= places.keys() else None


def _without_languages(cells: list[str]) -> list[str]:
    """Return a row with the Korean first, without the languages that DeepL's have behind it."""
    languages = [cell.casefold().partition("-")[0] for cell in cells[2:4]]
    if languages == ["ko", "en"]:
        return cells[:2]
    return cells[1::-1] if languages == ["en", "ko"] else cells


def _term(cells: list[str], places: dict[str, int]) -> Term:
    values = {
        field: _plain(cells[number]) for field, number in places.items() if number < len(cells)
    }
    ko, en = values.pop("ko", ""), values.pop("en", "")
    if not ko or not en:
        raise ValueError("the Korean or the English is empty")
    if max(map(len, (ko, en, *values.values()))) > MAX_LINE:
        raise ValueError(f"a column is longer than {MAX_LINE:,} characters")
    if not has_hangul(ko) and has_hangul(en):
        raise ValueError("the first column must be Korean, the second English")
    kind = KINDS.get(values.pop("kind", "").casefold(), DEFAULT_KIND)
    fields: dict[str, Any] = {field: value for field, value in values.items() if value}
    fields["status"] = STATUSES.get(fields.get("status", ""), "preferred")
    for field in _LISTS:
        listed = (one.strip() for one in fields.get(field, "").split("|"))
        fields[field] = tuple(one for one in listed if one)
    for field in ("valid_from", "valid_to"):
        if field in fields and not is_date(fields[field]):
            raise ValueError(f"{fields[field][:40]!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    return Term(ko, en, kind, **fields)


def _harmless(cell: str) -> str:
    """Keep spreadsheets from running a cell as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
