"""The words of Korean that stand for numbers and dates, read from ``data/number_words.tsv``."""

from functools import cache

from newsreader.korean import DATA


@cache
def _table() -> dict[str, dict[str, tuple[int, ...]]]:
    kinds: dict[str, dict[str, tuple[int, ...]]] = {}
    data = DATA / "number_words.tsv"
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, kind, value = line.split("\t")
            kinds.setdefault(kind, {})[word] = tuple(map(int, value.split()))
    return kinds


def values(kind: str) -> dict[str, int]:
    """Return word and value for each word of ``kind``."""
    return {word: value[0] for word, value in _table()[kind].items()}


def all_values(kind: str) -> dict[str, tuple[int, ...]]:
    """Return each word of ``kind`` with all numbers that it may be told by."""
    return _table()[kind]


def pairs(kind: str) -> dict[str, tuple[int, int]]:
    """Return the words of ``kind`` that leave two values open: 서너 is (3, 4)."""
    return {word: (value[0], value[-1]) for word, value in _table()[kind].items()}


def either(words: dict[str, int] | dict[str, tuple[int, int]]) -> str:
    """Return a regular expression for any of ``words``, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
