"""The embedded lexicon: what Korean words mean in English, looked up by their dictionary form.

The table is ``data/lexicon.tsv``, sorted by lemma.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newsreader.korean import DATA
from newsreader.korean.table import Table

#: What the table's parts of speech are called.
POS_NAMES = {
    "n": "noun",
    "bn": "bound noun",
    "v": "verb",
    "a": "adjective",
    "aux": "auxiliary",
    "adv": "adverb",
    "det": "determiner",
    "pron": "pronoun",
    "num": "numeral",
    "int": "interjection",
    "pre": "prefix",
    "suf": "suffix",
    "cop": "copula",
}

_DOMAIN = re.compile(r"\[([^]]+)\] ")
# A comma in brackets is inside a gloss: "unit (of missiles, generators)".
_BETWEEN = re.compile(r", (?![^()]*\))")
_NOUN = re.compile(rb"(?m)^((?:[\xea-\xed][\x80-\xbf]{2}){2,})\tn\t")
_VERB_SENSES = re.compile(rb"\tv\t[^\t\n]*\t\d\t([^\t\n]*)\t")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning: short English synonyms, and the domain it belongs to ("law") or ""."""

    glosses: tuple[str, ...]
    domain: str = ""

    def __str__(self) -> str:
        text = ", ".join(self.glosses)
        return f"[{self.domain}] {text}" if self.domain else text


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the lexicon.

    ``pos`` is a key of :data:`POS_NAMES`; ``level`` goes by frequency in news, 1 (the commonest
    thousand lemmas) to 6; ``irregular`` names the letter or syllable of an irregular stem (ㅂ, 르)
    or is "".
    """

    lemma: str
    pos: str
    hanja: str
    level: int
    senses: tuple[Sense, ...]
    irregular: str = ""
    note: str = ""


@cache
def _table() -> Table:
    return Table((DATA / "lexicon.tsv").read_bytes())


@lru_cache(maxsize=4096)
def look_up(lemma: str) -> tuple[Entry, ...]:
    """Return the entries of ``lemma`` in the order of the table; none is an empty tuple."""
    return tuple(map(_entry, _table().rows(lemma)))


def entries() -> Iterator[Entry]:
    """Yield every entry in the order of the table."""
    return map(_entry, _table())


@lru_cache(maxsize=1024)
def written_in(hanja: str) -> Entry | None:
    """Return the first noun that is written ``hanja``, if any."""
    data, key = _table().data, b"\tn\t" + hanja.encode() + b"\t"
    at = data.find(key)
    if at < 0 or "\t" in hanja:
        return None
    line = data[data.rfind(b"\n", 0, at) + 1 : data.index(b"\n", at)]
    return _entry(line.decode().split("\t"))


def nouns() -> frozenset[str]:
    """Return all nouns of at least two syllables and nothing but Hangul."""
    return frozenset(found.decode() for found in _NOUN.findall(_table().data))


@cache
def english_verbs() -> frozenset[str]:
    """Return the single English words by which the lexicon explains Korean verbs."""
    senses = b"|".join(_VERB_SENSES.findall(_table().data)).decode()
    return frozenset(re.findall(r"(?:^|[|,\]])\s*([a-z]+)\s*(?=[|,]|$)", senses))


def _entry(columns: Sequence[str]) -> Entry:
    lemma, pos, hanja, level, senses, extra = columns
    remarks = dict(item.split("=", 1) for item in extra.split(" ; ") if item)
    return Entry(
        lemma,
        pos,
        hanja,
        int(level),
        tuple(map(_sense, senses.split(" | "))),
        remarks.get("irr", ""),
        remarks.get("note", ""),
    )


def _sense(text: str) -> Sense:
    domain = _DOMAIN.match(text)
    glosses = text[domain.end() :] if domain else text
    return Sense(tuple(_BETWEEN.split(glosses)), domain[1] if domain else "")
