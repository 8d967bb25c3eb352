"""What the matcher knows of Korean words beside the terms: ``words.txt``, the lexicon's nouns."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsreader.glossary.index import starts_of
from newsreader.korean import lexicon
from newsreader.korean.particles import noun_suffixes

_FILE = Path(__file__).parent / "words.txt"


@dataclass(frozen=True, slots=True)
class Words:
    """The sections of ``words.txt``; what each is for is said there.

    ``known`` are all nouns, the lexicon's too, and ``whole`` words, ``names`` the names made of
    heads and tails; ``longest_…`` are lengths in letters.
    """

    known: Collection[str]
    whole: frozenset[str]
    names: frozenset[str]
    suffixes: frozenset[str]
    loose: frozenset[str]
    prefixes: frozenset[str]
    prefixable: tuple[str, ...]
    genders: frozenset[str]
    #: Nouns before which 여 and 남 are prefixes.
    persons: frozenset[str]
    opaque: frozenset[str]
    counters: frozenset[str]
    verbless: frozenset[str]
    stems: frozenset[str]
    endings: frozenset[str]
    #: Word → words beside it that give it another meaning (축구 경기도).
    beside: dict[str, frozenset[str]]
    beside_lengths: tuple[int, ...]
    #: Word → ends of a word before it that make it another word (어디로 가나).
    behind: dict[str, tuple[str, ...]]
    #: First two letters → the lengths of the longer known words that begin so, as bits.
    starts: dict[str, int]
    longest_suffix: int
    longest_counter: int


@cache
def words() -> Words:
    """Return the words, read once."""
    sections: dict[str, list[str]] = {}
    section: list[str] = []
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            section.extend([line] if ":" in line else line.split())
    names = {head + tail for head in sections["heads"] for tail in sections["tails"]}
    whole = frozenset(sections["whole"]) | names
    suffixes = frozenset(sections["suffixes"]) | frozenset(sections["loose"])
    prefixable = tuple(sections["prefixable"])
    own, of_lexicon = frozenset(sections["nouns"]), lexicon.nouns()
    nouns = own | of_lexicon
    known = whole | {
        *(one for one in own if not _is_made(one, nouns, frozenset(sections["productive"]))),
        *(
            one
            for one in of_lexicon - own
            if not _is_made(one, nouns, suffixes | noun_suffixes())
            and not one.startswith(prefixable, 1)
        ),
    }
    beside = {word: frozenset(others) for word, others in _pairs(sections["beside"])}
    return Words(
        known=dict.fromkeys(sorted(known)),  # takes a third of the memory of so large a set
        whole=whole,
        names=frozenset(names),
        suffixes=suffixes,
        loose=frozenset(sections["loose"]),
        prefixes=frozenset(sections["prefixes"]),
        prefixable=prefixable,
        genders=frozenset(sections["genders"]),
        persons=frozenset(one for one in nouns if one.endswith(tuple(sections["persons"]))),
        opaque=frozenset(sections["opaque"]),
        counters=frozenset(sections["counters"]),
        verbless=frozenset(sections["verbless"]),
        stems=frozenset(sections["stems"]),
        endings=frozenset(sections["endings"]),
        beside=beside,
        beside_lengths=tuple({len(word) for word in beside}),
        behind={word: tuple(ends) for word, ends in _pairs(sections["behind"])},
        starts=starts_of(known),
        longest_suffix=max(_longest(sections["suffixes"]), _longest(sections["loose"])),
        longest_counter=_longest(sections["counters"]),
    )


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for line in lines:
        word, _, others = line.partition(":")
        yield word.strip(), others.split()


def _is_made(noun: str, nouns: frozenset[str], suffixes: frozenset[str]) -> bool:
    """Say whether a noun is two others, or one and a suffix: then the matcher should see inside."""
    for cut in range(2, len(noun)):
        rest = noun[cut:]
        if (rest in suffixes or (len(rest) > 1 and rest in nouns)) and noun[:cut] in nouns:
            return True
    return False


def _longest(words: Iterable[str]) -> int:
    return max(map(len, words))
