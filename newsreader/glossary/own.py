"""The reader's own terms: one file that is written here, beside others that are only read.

``own.tsv`` wins over the other files in the folder, these over what is in ``subscribed/``, and all
of them over the embedded glossary.
"""

from pathlib import Path

from newsreader.errors import UsageError
from newsreader.glossary.format import parse, read_text, write_text
from newsreader.glossary.term import Term

_OWN = "own.tsv"
_SUBSCRIBED = "subscribed"


def own_file(folder: Path) -> Path:
    """Return the file that the reader's own terms go to."""
    return folder / _OWN


def subscribed_folder(folder: Path) -> Path:
    """Return the folder with the glossaries that are fetched from elsewhere."""
    return folder / _SUBSCRIBED


def own_files(folder: Path) -> list[Path]:
    """Return the reader's own files, the one that wins first; not what is subscribed to."""
    return sorted(folder.glob("*.tsv"), key=lambda file: (file.name != _OWN, file.name))


def reader_files(folder: Path) -> list[Path]:
    """Return all files over the embedded glossary, the one that wins first."""
    return own_files(folder) + sorted(subscribed_folder(folder).glob("*.tsv"))


def put(file: Path, term: Term) -> Term | None:
    """Add a term to ``file`` or put it in the place of the one with the same Korean and dates.

    Returns the term that was replaced, if any; the other lines stay as they are. Raises UsageError
    when the term cannot stand on a line, or the file cannot be read or written.
    """
    line = write_text([term])
    _check(line, term)
    lines = _lines(file)
    place = _place(lines, term)
    if place is None:
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        write_whole(file, "".join([*lines, line]))
        return None
    replaced = _parsed(lines[place])
    lines[place] = line
    write_whole(file, "".join(lines))
    return replaced


def remove(file: Path, term: Term) -> None:
    """Take the line of a term out of ``file``, if it is there; the other lines stay.

    Raises UsageError when the file cannot be read or written.
    """
    lines = _lines(file)
    place = _place(lines, term)
    if place is not None:
        del lines[place]
        write_whole(file, "".join(lines))


def write_whole(file: Path, text: str) -> None:
    """Write a file so that a kill leaves the old one or the new one. Raises UsageError."""
    unfinished = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8", newline="")
        unfinished.replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from error


def _check(line: str, term: Term) -> None:
    parsed, problems = parse(line, _OWN)
    if problems:
        raise UsageError(f"The term cannot be kept: {problems[0].message}.")
    if [one for _, one in parsed] != [term]:
        raise UsageError(
            f"The term {term.ko!r} cannot be kept: it begins with # or has | in a list of words."
        )


def _lines(file: Path) -> list[str]:
    return read_text(file).splitlines(keepends=True) if file.exists() else []


def _place(lines: list[str], term: Term) -> int | None:
    for number, line in enumerate(lines):
        found = _parsed(line)
        if found and _identity(found) == _identity(term):
            return number
    return None


def _parsed(line: str) -> Term | None:
    terms, _ = parse(line, _OWN)
    return terms[0][1] if terms else None


def _identity(term: Term) -> tuple[str, str | None, tuple[str, ...]]:
    return term.ko, term.valid_from, term.cues
