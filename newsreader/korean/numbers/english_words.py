"""The words of English for numbers and dates, read from ``data/english_number_words.tsv``."""

import re
from functools import cache

from newsreader.korean import DATA


@cache
def table() -> dict[str, dict[str, tuple[float, str | None]]]:
    """Return value and unit, if any, of each word by the word's kind."""
    data = DATA / "english_number_words.tsv"
    kinds: dict[str, dict[str, tuple[float, str | None]]] = {}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, kind, value, unit = line.split("\t")
            kinds.setdefault(kind, {})[word] = (float(value), None if unit == "-" else unit)
    return kinds


def values(kind: str) -> dict[str, float]:
    """Return word and value for each word of ``kind``."""
    return {word: value for word, (value, _) in table()[kind].items()}


def either(kind: str) -> str:
    """Return a regular expression for any word of ``kind``, the longest first."""
    return "|".join(sorted(map(re.escape, table()[kind]), key=len, reverse=True))


ONES = values("one")
TENS = values("ten")
ORDINALS = values("ordinal")
#: A regular expression for "twelve" or "thirty", without its word borders.
NUMBER_WORD = f"{either('ten')}|{either('one')}"
#: The number before what is told of it, at the end of a text.
NUMBER_BEFORE = re.compile(rf"(?<![.,])\b({NUMBER_WORD}|[0-9]+(?:\.[0-9]+)?)$", re.IGNORECASE)


def word_value(word: str) -> float:
    """Return the value of a number below 100 that is one word, or of digits."""
    lower = word.lower()
    if lower in ONES:
        return ONES[lower]
    return TENS[lower] if lower in TENS else float(word.replace(",", ""))
