"""Glossaries in and out: our text format, CSV and TSV tables, TBX (ISO 30042) 2 and 3.

Nothing from a file is trusted: sizes are bounded, text is cleaned, and an XML document that
declares entities is refused. Nothing of a reader's is overwritten: :func:`merge` lists what is new
and where two glossaries differ.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsreader.errors import UsageError
from newsreader.glossary.format import KINDS, Problem, parse, read_text, write_text
from newsreader.glossary.load import Glossary
from newsreader.glossary.tables import TABLES, parse_table, write_table
from newsreader.glossary.tbx import parse_tbx, write_tbx
from newsreader.glossary.term import Term


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


_Writer = Callable[[Sequence[Term]], str]
_WRITERS: dict[str, _Writer] = {".tsv": lambda terms: write_text(terms), ".csv": write_table,
                                ".tbx": write_tbx}  # fmt: skip
#: How a file can be written for a program that wants it its own way.
PROGRAMS: dict[str, _Writer] = {**TABLES, "tbx-2": lambda terms: write_tbx(terms, version=2)}


def write(path: Path, terms: Sequence[Term], program: str | None = None) -> None:
    """Write terms to a new file in the format of its ending (.tsv, .csv, .tbx).

    ``program`` is one of :data:`PROGRAMS`, whatever the ending is. Raises UsageError when the file
    is there already, cannot be written or has another ending.
    """
    writer = PROGRAMS[program] if program else _WRITERS.get(path.suffix.lower())
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
    """Compare a file's terms with a glossary, and with each other; nothing is changed."""
    added: list[Term] = []
    new: dict[str, list[Term]] = {}
    same: list[Term] = []
    conflicts: list[Conflict] = []
    for term in offered:
        known = [
            one
            for one in (*glossary.find(term.ko), *new.get(term.ko, ()))
            if one.ko == term.ko and (one.valid_from, one.cues) == (term.valid_from, term.cues)
        ]
        if any(one.en == term.en for one in known):
            same.append(term)
        elif known:
            conflicts.append(Conflict(known[0], term))
        else:
            added.append(term)
            new.setdefault(term.ko, []).append(term)
    return Merge(tuple(added), tuple(same), tuple(conflicts))


def _is_our_format(text: str) -> bool:
    for line in text.splitlines()[:200]:
        if line.startswith("#!"):
            return True
        columns = line.split("\t")
        if line.strip() and not line.startswith("#"):
            return len(columns) > 2 and columns[2].strip() in KINDS
    return True
