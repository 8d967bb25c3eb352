"""Tab-separated dictionaries: a word and its English, or columns that a first line names."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsreader.dictionaries.archive import Files
from newsreader.dictionaries.entry import Headword, Source, facts, headword
from newsreader.errors import SourceError

#: What columns are called, in kengdic and elsewhere.
_WORD = ("word", "surface", "korean", "ko", "hangul", "headword", "term", "lemma")
_MEANING = ("gloss", "meaning", "english", "en", "definition", "translation", "senses")
_HANJA = ("hanja",)
_POS = ("pos", "part of speech")


@dataclass(slots=True)
class _Columns:
    """Where things stand in a line; by default the word, then its meanings."""

    word: int = 0
    meanings: list[int] = field(default_factory=lambda: [1])
    hanja: int | None = None
    pos: int | None = None


def read(files: Files, name: str) -> Source:
    """Return the dictionary in the file ``name``. Raises SourceError when it is not UTF-8 text.

    Lines that begin with # are remarks; ``#title=`` and ``#licence=`` are heeded.
    """
    try:
        text = files.read(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not UTF-8 text.") from error
    lines = text.splitlines()
    remarks = (line.lstrip("# ").partition("=") for line in lines[:50] if line.startswith("#"))
    about = {key.strip().lower(): value.strip() for key, _, value in remarks}
    title = about.get("title") or name.rpartition("/")[2].rpartition(".")[0]
    licence = about.get("licence") or about.get("license", "")
    return Source(facts(title, "TSV", licence, about.get("source", "")), _entries(lines, name))


def _entries(lines: list[str], name: str) -> Iterator[Headword]:
    columns: _Columns | None = None
    found_any = False
    for line in lines:
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 2:
            continue
        if columns is None:
            named = _header(fields)
            columns = named or _Columns()
            if named:
                continue
        found = _entry(fields, columns)
        if found is not None:
            found_any = True
            yield found
    if not found_any:
        raise SourceError(f"{name} has no line with a Korean word, a tab and a meaning.")


def _entry(fields: list[str], columns: _Columns) -> Headword | None:
    def of(column: int | None) -> str:
        return fields[column] if column is not None and column < len(fields) else ""

    meanings = [of(column).replace("\\n", "\n") for column in columns.meanings]
    return headword(of(columns.word), meanings, of(columns.pos), of(columns.hanja))


def _header(fields: list[str]) -> _Columns | None:
    """Return the columns that a first line names, or None where it is an entry itself."""
    names = [one.strip().lower() for one in fields]
    places = {name: at for at, name in reversed(list(enumerate(names)))}

    def first(wanted: tuple[str, ...]) -> int | None:
        return next((places[one] for one in wanted if one in places), None)

    word, meaning = first(_WORD), first(_MEANING)
    if word is None or meaning is None:
        return None
    return _Columns(word, [meaning], first(_HANJA), first(_POS))
