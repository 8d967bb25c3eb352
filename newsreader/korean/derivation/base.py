"""What a derived word is, and how the parts that it is made of are looked up."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsreader.korean.lexicon import Entry, Sense, look_up

NOUNS = frozenset({"n", "bn", "pron", "num"})
PLAIN_VERBS = frozenset({"v", "a"})


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a word that the lexicon has not is made of words that it has.

    ``parts`` are the pieces as they stand in the word; ``how`` says it in English.
    """

    lemma: str
    pos: str
    parts: tuple[str, ...]
    how: str
    senses: tuple[Sense, ...]
    hanja: str = ""


def entries_of(word: str, pos: frozenset[str] = NOUNS) -> list[Entry]:
    """Return the lexicon's entries of ``word`` with one of these parts of speech."""
    return [entry for entry in look_up(word) if entry.pos in pos]


def senses_of(entries: Iterable[Entry]) -> tuple[Sense, ...]:
    """Return all senses of ``entries`` in their order."""
    return tuple(sense for entry in entries for sense in entry.senses)
