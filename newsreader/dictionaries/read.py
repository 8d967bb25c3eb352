"""Reading a dictionary's file, whatever its format is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsreader.dictionaries import kedict, stardict, tabular, yomitan
from newsreader.dictionaries.archive import opened
from newsreader.dictionaries.entry import MOST_ENTRIES, Headword, Source
from newsreader.errors import SourceError


@contextmanager
def dictionary(file: Path) -> Iterator[Source]:
    """Open the dictionary in ``file``; its entries are read as they are asked for.

    Raises SourceError, with one sentence, for what is no dictionary, is broken, too large, or made
    to do harm; also while the entries are read.
    """
    with opened(file) as files:
        if files.ending(".ifo"):
            source = stardict.read(files)
        elif files.ending("index.json"):
            source = yomitan.read(files)
        elif name := files.ending(".yml", ".yaml"):
            source = kedict.read(files, name)
        elif name := files.ending(".tsv", ".tab", ".txt"):
            source = tabular.read(files, name)
        else:
            raise SourceError(
                f"{file.name} is no dictionary that can be read: StarDict (.ifo, or a zip or tar"
                " with it), Yomitan (.zip), kedict (.yml) or tab-separated text (.tsv)."
            )
        yield Source(source.facts, _bounded(source.entries, file.name))


def _bounded(entries: Iterator[Headword], name: str) -> Iterator[Headword]:
    for number, one in enumerate(entries):
        if number >= MOST_ENTRIES:
            raise SourceError(f"{name} has more than {MOST_ENTRIES:,} entries; it was not added.")
        yield one
