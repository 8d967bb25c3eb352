"""Glossaries in and out: our text format, CSV and TSV tables, TBX (ISO 30042) 2 and 3.

Nothing from a file is trusted: sizes are bounded, text is cleaned, and an XML document that
declares entities is refused. Nothing of a reader's is overwritten: :func:`merge` lists what is new
and where two glossaries differ.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsreader.errors import UsageError
from newsreader.glossary.format import KINDS, MAX_LINE, MAX_TERMS, Problem, parse, read_text
from newsreader.glossary.load import Glossary
from newsreader.glossary.tbx import parse_tbx, write_tbx
from newsreader.glossary.term import Term, TermKind
from newsreader.text import clean_line, has_hangul

#: What a term becomes whose file says nothing of its kind.
DEFAULT_KIND: TermKind = "society"

# The names of columns in the tables that people have: our own, Weblate's, OmegaT's, spreadsheets'.
_COLUMNS = {
    "ko": "ko", "korean": "ko", "source": "ko", "term": "ko", "한국어": "ko", "원어": "ko",
    "en": "en", "english": "en", "target": "en", "translation": "en", "영어": "en", "번역": "en",
    "kind": "kind", "type": "kind",
    "note": "note", "comment": "note", "explanation": "note", "developer_comments": "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """A term that both glossaries have, with other English for the same time."""

    kept: Term
    offered: Term


@dataclass(frozen=True, slots=True)
class Merge:
    """What a file would bring: ``added`` is new, ``same`` is there already."""

    added: tuple[Term, ...]
    same: tuple[Term, ...]
    conflicts: tuple[Conflict, ...]


def read(path: Path) -> tuple[list[Term], list[Problem]]:
    """Return the terms of a file and what is wrong in it; its ending says what it is.

    ``.tsv`` and ``.txt`` are our text format where a line has a kind in its third column, else a
    table; ``.csv`` is a table; ``.tbx`` and ``.xml`` are TBX. Raises UsageError when the file
    cannot be read or is none of these.
    """
    text, name = read_text(path), path.name
    ending = path.suffix.lower()
    if ending in {".tbx", ".xml"}:
        return parse_tbx(text, name)
    if ending == ".csv":
        return parse_table(text, name)
    if ending not in {".tsv", ".txt"}:
        raise UsageError(f"The glossary {path} must end in .tsv, .csv, .txt or .tbx.")
    if _is_our_format(text):
        lines, problems = parse(text, name)
        return [term for _, term in lines], problems
    return parse_table(text, name)


def write(path: Path, terms: Sequence[Term]) -> None:
    """Write terms to a new file in the format of its ending (.tsv, .csv, .tbx).

    Raises UsageError when the file is there already, cannot be written or has another ending.
    """
    writers: dict[str, Callable[[Sequence[Term]], str]] = {
        ".tsv": write_text, ".csv": write_table, ".tbx": write_tbx
    }  # fmt: skip
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UsageError(f"{path} must end in .tsv, .csv or .tbx, so that the format is known.")
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(writer(terms))
    except FileExistsError as error:
        raise UsageError(f"{path} is there already; choose another name.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


def merge(glossary: Glossary, offered: Iterable[Term]) -> Merge:
    """Compare a file's terms with a glossary; nothing is changed."""
    added: list[Term] = []
    same: list[Term] = []
    conflicts: list[Conflict] = []
    for term in offered:
        known = [
            one
            for one in glossary.find(term.ko)
            if one.ko == term.ko and (one.valid_from, one.cues) == (term.valid_from, term.cues)
        ]
        if any(one.en == term.en for one in known):
            same.append(term)
        elif known:
            conflicts.append(Conflict(known[0], term))
        else:
            added.append(term)
    return Merge(tuple(added), tuple(same), tuple(conflicts))


def parse_table(text: str, name: str) -> tuple[list[Term], list[Problem]]:
    """Return the terms of a CSV or TSV table.

    A first row of known column names says what the columns are; without one the first two columns
    are Korean and English (as in the glossaries of DeepL) and the third, if any, a note.
    """
    terms: list[Term] = []
    problems: list[Problem] = []
    places = {"ko": 0, "en": 1, "note": 2}
    delimiter = _delimiter(text)
    # The reader wants whole lines of any size; a field larger than ours is refused below.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            cells = [clean_line(cell) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not terms and not problems and (header := _header(cells)):
                places = header
                continue
            try:
                terms.append(_row_term(cells, places))
            except ValueError as error:
                problems.append(Problem(name, reader.line_num, str(error)))
            if len(terms) >= MAX_TERMS:
                problems.append(Problem(name, reader.line_num, f"more than {MAX_TERMS:,} terms"))
                break
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, f"not a table: {error}"))
    return terms, problems


def write_table(terms: Iterable[Term]) -> str:
    """Return terms as CSV with the columns ko, en, kind and note."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("ko", "en", "kind", "note"))
    writer.writerows(
        (_harmless(term.ko), _harmless(term.en), term.kind, _harmless(term.note or ""))
        for term in terms
    )
    return out.getvalue()


def write_pairs(terms: Iterable[Term]) -> str:
    """Return the preferred terms as two columns, tab-separated, as DeepL and OmegaT take them."""
    return "".join(
        f"{term.ko}\t{term.en}\n"
        for term in terms
        if term.status == "preferred" and term.valid_to is None and not term.cues
    )


def write_text(terms: Iterable[Term]) -> str:
    """Return terms in our text format, with everything that is known of them."""
    return "".join("\t".join(_columns(term)) + "\n" for term in terms)


def _columns(term: Term) -> list[str]:
    lists = {
        "variants": term.variants,
        "admitted": term.admitted,
        "forbidden": term.forbidden,
        "cues": term.cues,
    }
    texts = {
        "from": term.valid_from,
        "to": term.valid_to,
        "next": term.successor,
        "domain": term.domain,
        "source": term.source if term.source != "own" else None,
        "note": term.note,
        "example": term.example,
        "status": term.status if term.status != "preferred" else None,
        "dnt": "1" if term.do_not_translate else None,
        "unsure": "1" if term.unsure else None,
    }
    return [
        term.ko,
        term.en,
        term.kind,
        term.hanja or "",
        *(f"{key}={'|'.join(values)}" for key, values in lists.items() if values),
        *(f"{key}={value}" for key, value in texts.items() if value),
    ]


def _is_our_format(text: str) -> bool:
    for line in text.splitlines()[:200]:
        if line.startswith("#!"):
            return True
        columns = line.split("\t")
        if line.strip() and not line.startswith("#"):
            return len(columns) > 2 and columns[2].strip() in KINDS
    return True


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


def _row_term(cells: list[str], places: dict[str, int]) -> Term:
    values = {field: cells[number] for field, number in places.items() if number < len(cells)}
    ko, en = values.get("ko", ""), values.get("en", "")
    if not ko or not en:
        raise ValueError("the Korean or the English is empty")
    if max(map(len, values.values())) > MAX_LINE:
        raise ValueError(f"a column is longer than {MAX_LINE:,} characters")
    if not has_hangul(ko) and has_hangul(en):
        raise ValueError("the first column must be Korean, the second English")
    kind = KINDS.get(values.get("kind", "").casefold(), DEFAULT_KIND)
    return Term(ko, en, kind, note=values.get("note") or None)


def _harmless(cell: str) -> str:
    """Keep spreadsheets from running a cell as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
