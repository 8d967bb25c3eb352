"""Glossaries that others keep: where each comes from, and the copy that is read here.

The copies lie in ``subscribed/`` as files in the text format, with ``sources.txt`` beside them,
which has the name and the address (a web address, a folder, a git repository) of each. A copy
changes only when it is updated, and then it is said what has changed.
"""

import hashlib
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from newsreader.errors import UsageError
from newsreader.glossary.exchange import read
from newsreader.glossary.format import MAX_TERMS, Problem, read_text, write_text
from newsreader.glossary.load import Glossary
from newsreader.glossary.own import subscribed_folder, write_whole
from newsreader.glossary.term import Term

_SOURCES = "sources.txt"
_ENDINGS = frozenset({".tsv", ".csv", ".txt", ".tbx", ".xml"})
_WEB_PAGES = frozenset({"text/html", "application/xhtml+xml"})
# What servers call glossaries whose address has no ending; XML shows itself.
_TYPES = {"text/csv": ".csv", "application/csv": ".csv", "text/tab-separated-values": ".tsv"}
#: Files of a folder that are read: no newsroom's glossary has more.
_MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Change:
    """What an update has done: how many terms are new, have changed, and are there no more."""

    added: int
    changed: int
    removed: int


def sources(glossary: Path) -> list[str]:
    """Return the addresses that are subscribed to. Raises UsageError when they cannot be read."""
    file = subscribed_folder(glossary) / _SOURCES
    lines = read_text(file).splitlines() if file.exists() else []
    return [line.partition("\t")[2] for line in lines if "\t" in line]


def is_web(address: str) -> bool:
    """Say whether an address is one of the web and not a folder."""
    return address.startswith(("https://", "http://"))


def terms_in_folder(folder: Path) -> tuple[list[Term], list[Problem]]:
    """Return the terms of all glossary files in a folder and the folders in it.

    Raises UsageError when there is no such folder or a file cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is neither a web address nor a folder.")
    files = sorted(file for file in folder.rglob("*") if _is_glossary(file, folder))
    if len(files) > _MOST_FILES:
        raise UsageError(f"{folder} has more than {_MOST_FILES} glossary files; name one part.")
    terms: list[Term] = []
    problems: list[Problem] = []
    for file in files:
        found, wrong = read(file)
        terms += found
        problems += wrong
    return terms[:MAX_TERMS], problems


def terms_in_download(
    address: str, content: bytes, content_type: str | None = None
) -> tuple[list[Term], list[Problem]]:
    """Return the terms of what a web address gave.

    Its ending says what it is, else what the server calls it, else it is a table. Raises UsageError
    when it is no glossary.
    """
    ending = PurePosixPath(urlsplit(address).path).suffix.lower()
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind in _WEB_PAGES:
        raise UsageError(f"{address} is a web page and no glossary; name the file itself.")
    if ending not in _ENDINGS:
        ending = ".tbx" if content.lstrip().startswith(b"<") else _TYPES.get(kind, ".tsv")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{_name(address)}{ending}"
        file.write_bytes(content)
        return read(file)


def keep(glossary: Path, address: str, terms: Iterable[Term]) -> Change:
    """Put ``terms`` in the place of the copy of ``address`` and return what that has changed.

    Raises UsageError when there is no term, so that an empty answer leaves the copy as it is, and
    when the files cannot be written.
    """
    now = {_identity(term): term for term in terms}
    if not now:
        raise UsageError(f"{address} has no terms; what was there before stays.")
    folder = subscribed_folder(glossary)
    file = folder / f"{_name(address)}.tsv"
    before: dict[tuple[object, ...], Term] = {}
    if file.exists():
        before = {_identity(term): term for term in Glossary.from_files([file]).terms}
    write_whole(file, write_text(now.values()))
    known = sources(glossary)
    if address not in known:
        lines = (f"{_name(one)}\t{one}\n" for one in (*known, address))
        write_whole(folder / _SOURCES, "".join(lines))
    return Change(
        added=len(now.keys() - before.keys()),
        changed=sum(now[key] != before[key] for key in now.keys() & before.keys()),
        removed=len(before.keys() - now.keys()),
    )


def _is_glossary(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in _ENDINGS - {".txt", ".xml"} and not hidden and file.is_file()


def _identity(term: Term) -> tuple[object, ...]:
    return term.ko, term.valid_from, term.cues


def _name(address: str) -> str:
    """Return a file name that is readable and belongs to one address only."""
    last = PurePosixPath(urlsplit(address).path).stem if is_web(address) else Path(address).name
    readable = re.sub(r"[^a-z0-9]+", "-", last.lower()).strip("-")[:30] or "glossary"
    return f"{readable}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
