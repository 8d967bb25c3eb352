"""The text format of glossaries: one term a line, tab-separated, the same for ours and a reader's.

A line has the columns Korean, English, kind, hanja (may be empty), then any ``key=value``. ``#``
starts a comment, ``#! key=value`` sets ``domain`` or ``source`` for the rest of the file. Lists are
separated by ``|``.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsreader.article import TERM_STATUSES, TermStatus
from newsreader.errors import UsageError
from newsreader.glossary.term import TERM_KINDS, Term, TermKind
from newsreader.text import clean

#: No glossary that a person wrote is larger (bytes): 100,000 terms take some 10 MB.
MAX_BYTES = 32 * 1024 * 1024
MAX_TERMS = 200_000
#: Characters. Room for the longest note; keeps popups and requests small.
MAX_LINE = 4000

KINDS: dict[str, TermKind] = {kind: kind for kind in TERM_KINDS}
STATUSES: dict[str, TermStatus] = {status: status for status in TERM_STATUSES}

#: The fields that a file gives to all terms behind its ``#!`` lines.
Defaults = Mapping[str, str]

#: So many lines are cleaned at once.
_PART = 1000

# Cleaning would turn tabs into blanks; a private-use character that the text lacks carries them.
_PRIVATE_USE = range(0xE000, 0xF8FF)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a glossary file. ``line`` counts from 1; 0 speaks of the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def read_text(path: Path) -> str:
    """Return a file's text (UTF-8, with or without byte order mark).

    Raises UsageError when the file cannot be read, is not UTF-8 or is larger than 32 MB.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"The glossary {path} cannot be read: {error.strerror}.") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"The glossary {path} is larger than {MAX_BYTES // 2**20} MB; split it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(
            f"The glossary {path} is not UTF-8 in line {line}; save it as UTF-8."
        ) from error


def parse(text: str, name: str) -> tuple[list[tuple[int, Term]], list[Problem]]:
    """Return the terms of ``text`` with their line numbers, and what is wrong in it.

    A wrong line gives a problem and no term; the other lines count.
    """
    terms: list[tuple[int, Term]] = []
    problems: list[Problem] = []
    for number, line, defaults in term_lines(cleaned_lines(text), name, problems):
        try:
            terms.append((number, read_line(line, defaults)))
        except ValueError as error:
            problems.append(Problem(name, number, str(error)))
    return terms, problems


def term_lines(
    lines: Iterable[str], name: str, problems: list[Problem]
) -> Iterator[tuple[int, str, Defaults]]:
    """Yield those of a file's ``lines`` that are to be read as terms, with number and defaults.

    What is wrong with other lines goes to ``problems``.
    """
    found = 0
    defaults: Defaults = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("#!"):
            key, equals, value = line[2:].strip().partition("=")
            if equals and key in {"domain", "source"}:
                defaults = {**defaults, key: value.strip()}
            else:
                wrong = "expected '#! domain=…' or '#! source=…'"
                problems.append(Problem(name, number, wrong))
        elif len(line) > MAX_LINE:
            wrong = f"the line is longer than {MAX_LINE:,} characters"
            problems.append(Problem(name, number, wrong))
        elif line and line[0] != "#":
            yield number, line, defaults
            found += 1
            if found == MAX_TERMS:
                problems.append(Problem(name, number, f"the file ends here: {MAX_TERMS:,} terms"))
                return


def write_text(terms: Iterable[Term]) -> str:
    """Return terms in our text format, with everything that is known of them."""
    return "".join("\t".join(_columns_of(term)) + "\n" for term in terms)


def _columns_of(term: Term) -> list[str]:
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


def cleaned_lines(text: str) -> list[str]:
    """Return the lines of a reader's text without what would harm a terminal, tabs kept."""
    # In parts, because other threads wait while a pattern looks through megabytes. The marks keep
    # the empty lines at a part's ends, which cleaning would cut, and with them the numbering.
    tab = next(chr(code) for code in _PRIVATE_USE if chr(code) not in text)
    raw = text.replace("\t", tab).split("\n")
    parts = ("\n".join(raw[at : at + _PART]) for at in range(0, len(raw), _PART))
    cleaned = (clean(f"#\n{part}\n#").replace(tab, "\t") for part in parts)
    return [line for part in cleaned for line in part.split("\n")[1:-1]]


def read_line(line: str, defaults: Defaults) -> Term:
    """Return the term of a line. Raises ValueError, which says what is wrong with it."""
    columns = line.split("\t")
    if len(columns) < 3:
        raise ValueError("expected Korean, English and kind, separated by tabs")
    ko, en, kind = columns[0].strip(), columns[1].strip(), KINDS.get(columns[2].strip())
    if kind is None:
        raise ValueError(f"unknown kind {columns[2].strip()[:40]!r}")
    if not ko or not en:
        raise ValueError("the Korean or the English is empty")
    hanja = columns[3].strip() if len(columns) > 3 else ""
    fields: dict[str, Any] = {**defaults}
    for column in columns[4:]:
        key, equals, value = column.partition("=")
        if not equals:
            if column.strip():
                raise ValueError(f"expected key=value, found {column[:40]!r}")
            continue
        known = _FIELDS.get(key) or _FIELDS.get(key.strip())
        if known is None:
            raise ValueError(f"unknown key {key[:40]!r}; known are {', '.join(sorted(_FIELDS))}")
        field, read = known
        fields[field] = read(value.strip())
    return Term(ko, en, kind, hanja or None, **fields)


def _text(value: str) -> str:
    if not value:
        raise ValueError("a value is empty")
    return value


def _shared(value: str) -> str:
    return sys.intern(_text(value))  # kept once, for hundreds of terms have the same


def _list(value: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, _text(value).split("|"))))


def _shared_list(value: str) -> tuple[str, ...]:
    return tuple(map(sys.intern, _list(value)))


def is_date(value: str) -> bool:
    """Say whether ``value`` is a year, a month or a day as glossaries write them."""
    return _DATE.match(value) is not None


def _date(value: str) -> str:
    if not is_date(value):
        raise ValueError(f"{value[:40]!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    return value


def _status(value: str) -> TermStatus:
    status = STATUSES.get(value)
    if status is None:
        raise ValueError(f"unknown status {value[:40]!r}; known are {', '.join(STATUSES)}")
    return status


def _flag(value: str) -> bool:
    if value != "1":
        raise ValueError("dnt and unsure can only be 1")
    return True


#: The keys of a line: the field of the term, and how its value is read.
_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "variants": ("variants", _list),
    "admitted": ("admitted", _list),
    "forbidden": ("forbidden", _list),
    "cues": ("cues", _shared_list),
    "status": ("status", _status),
    "from": ("valid_from", _date),
    "to": ("valid_to", _date),
    "next": ("successor", _text),
    "source": ("source", _shared),
    "note": ("note", _text),
    "example": ("example", _text),
    "domain": ("domain", _shared),
    "dnt": ("do_not_translate", _flag),
    "unsure": ("unsure", _flag),
}
