"""A person's translation laid beside the Korean, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from newsreader.article import Row, RowWarning
from newsreader.errors import SourceError
from newsreader.text import clean
from newsreader.translate.align import Bead, align, misfit, split_english
from newsreader.translate.anchors import evidence
from newsreader.translate.merging import merged_warning

#: The engine's name of English that a person wrote for the whole article.
HUMAN = "human"

_APPROXIMATE = RowWarning(
    "approximate", "paired by lengths and figures; it may belong beside a neighbour"
)
_NOTHING = "The English text has nothing for this sentence."
#: A pair that is less likely than this, or whose lengths are further from the usual ratio (in
#: standard deviations), is said to be approximate.
_SURE, _MISFIT = 0.9, 2.5
#: The most bytes and sentences of an English text; a longer one is no article.
_LARGEST, _MOST = 1 << 20, 3000


def read_english(source: str, stdin: BinaryIO) -> str:
    """Return the text of a file, or of ``stdin`` for ``-``.

    Raises SourceError when it cannot be read, is no UTF-8, or is larger than any article.
    """
    try:
        if source == "-":
            content = stdin.read(_LARGEST + 1)
        else:
            with Path(source).open("rb") as file:
                content = file.read(_LARGEST + 1)
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error.strerror}.") from error
    if len(content) > _LARGEST:
        raise SourceError(f"{source} is larger than {_LARGEST >> 20} MB, and so no article.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{source} is not text in UTF-8.") from error


def beside(rows: Sequence[Row], english: str) -> list[Row]:
    """Return ``rows`` with the sentences of ``english``, every one of which is in some row.

    Sentences are paired by their order, their lengths and what they have in common. A row says so
    (``approximate``) where that is not sure, and where it shares its English with others
    (``merged``). Raises SourceError when there is no English, or more than any article has.
    """
    lines = clean(english).splitlines()
    sentences = [sentence for line in lines for sentence in split_english(line)]
    if not any("a" <= letter <= "z" for letter in english):
        raise SourceError("There is no English in the text that was given as the translation.")
    if len(sentences) > _MOST:
        raise SourceError(f"The English text has more than {_MOST} sentences.")
    beads = align([row.ko for row in rows], sentences, evidence(rows, sentences))
    beads = _without_lonely_english(beads)
    return [row for bead in beads for row in _rows_of(bead, rows, sentences)]


def _rows_of(bead: Bead, rows: Sequence[Row], sentences: Sequence[str]) -> list[Row]:
    """Return the rows of a bead with its English, or with the reason why there is none."""
    mine = [rows[place] for place in bead.korean]
    english = " ".join(sentences[place] for place in bead.english)
    if not english:
        return [row.without_english(_NOTHING, status="untranslated") for row in mine]
    warnings = []
    one_to_one = len(bead.korean) == len(bead.english) == 1
    fits = bead.likelihood >= _SURE and misfit(len(mine[0].ko), len(english)) <= _MISFIT
    if not (one_to_one and fits):
        warnings.append(_APPROXIMATE)
    if len(mine) > 1:
        warnings.append(merged_warning(mine[0].id, mine[-1].id))
    done = (row.with_english(english, status="translated", engine=HUMAN) for row in mine)
    return [replace(row, warnings=(*row.warnings, *warnings)) for row in done]


def _without_lonely_english(beads: Sequence[Bead]) -> list[Bead]:
    """Return the beads with English that belongs to no Korean added to the bead before or after."""
    joined: list[Bead] = []
    for bead in beads:
        last = joined[-1] if joined else None
        if last and (not bead.korean or not last.korean):
            joined[-1] = Bead(_both(last.korean, bead.korean), _both(last.english, bead.english))
        else:
            joined.append(bead)
    return joined


def _both(first: range, second: range) -> range:
    return range(first.start, second.stop)
