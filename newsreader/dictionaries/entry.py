"""What a dictionary is, and what an entry of it is, clean and within bounds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsreader.text import clean, clean_line

#: Bounds of one dictionary: entries, characters of a headword and of a sense, senses of an entry.
MOST_ENTRIES = 2_000_000
MOST_WORD = 80
MOST_SENSE = 600
MOST_SENSES = 24

_KOREAN = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a dictionary says of itself; "" where it does not say."""

    title: str
    format: str
    licence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Headword:
    """One entry: a Korean word and its meanings, each one line of plain text."""

    word: str
    senses: tuple[str, ...]
    pos: str = ""
    hanja: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the entry as a JSON object."""
        return {
            "word": self.word,
            "senses": list(self.senses),
            "pos": self.pos,
            "hanja": self.hanja or None,
        }


@dataclass(frozen=True, slots=True)
class Source:
    """A dictionary that is about to be read: what it says of itself, and its entries."""

    facts: Facts
    entries: Iterator[Headword]


def headword(word: str, senses: Iterable[str], pos: str = "", hanja: str = "") -> Headword | None:
    """Return a clean entry within the bounds; None without Korean, or without a meaning."""
    word = clean_line(word)[:MOST_WORD]
    if not _KOREAN.search(word):
        return None
    kept: dict[str, None] = {}
    for sense in senses:
        for line in clean(sense).split("\n"):
            line = line.strip(" ;:")[:MOST_SENSE]
            if line and line != word:
                kept[line] = None
            if len(kept) == MOST_SENSES:
                break
    if not kept:
        return None
    return Headword(word, tuple(kept)[:MOST_SENSES], clean_line(pos)[:40], clean_line(hanja)[:40])


def facts(title: str, format_name: str, licence: str = "", source: str = "") -> Facts:
    """Return what a dictionary says of itself, clean and short."""
    return Facts(
        clean_line(title)[:120] or "untitled",
        format_name,
        clean_line(licence)[:400],
        clean_line(source)[:200],
    )
