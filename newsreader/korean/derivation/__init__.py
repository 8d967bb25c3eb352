"""Words that are made of known ones: 해임되다, 받아적다, 미등록, 민주화, 구속영장, 3명."""

from functools import lru_cache

from newsreader.korean.derivation import nouns, verbs
from newsreader.korean.derivation.base import Derivation

__all__ = ["Derivation", "derive"]

#: Longer words are not taken apart, in syllables.
MAX_WORD = 12

#: In this order; the first that reads the word decides.
_RULES = (
    verbs.prefixed,
    verbs.of_noun,
    verbs.changing,
    verbs.repeating,
    verbs.of_two_verbs,
    nouns.counted,
    nouns.compound_of_known,
    nouns.affixed,
    nouns.compound,
)


@lru_cache(maxsize=4096)
def derive(word: str) -> Derivation | None:
    """Return how ``word``, a dictionary form, is made of known words, or None."""
    if not 2 <= len(word) <= MAX_WORD:
        return None
    return next((found for rule in _RULES if (found := rule(word)) is not None), None)
