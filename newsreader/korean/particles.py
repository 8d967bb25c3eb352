"""Particles and endings: what may stand behind a noun, and what each piece is called.

A chain is the Hangul behind a noun in one written word: ``과의``, ``에서는``, ``이라며``,
``하겠다고는``. It is read as a row of morphemes of ``data/particles.tsv``, each in a slot; which
slot may follow which, and which form stands after a vowel or a consonant, are the rules of Korean
grammar. The reading is done on decomposed Hangul, so that an ending which is only a coda (``ㄴ`` in
``한``) is a morpheme like the others.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from newsreader.korean import DATA
from newsreader.korean.marks import mark_of

#: The longest chain that is looked at, in syllables. Real ones have at most ten or so.
MAX_CHAIN = 16

Sound = Literal["C", "V", "-"]

# A noun is open to every particle; so is what nominalising endings make. A counter (명, 달러) takes
# the particles of a noun but none of its suffixes: 세계 is no 세 with 계.
_NOUN_LIKE = frozenset({"noun", "counter", "suffix", "nominal"})
_FOLLOWS: dict[str, frozenset[str]] = {
    "suffix": frozenset({"noun", "suffix"}),
    "case": _NOUN_LIKE | {"limiter"},
    "limiter": _NOUN_LIKE | {"case", "limiter", "joint"},
    "closer": _NOUN_LIKE | {"case", "limiter", "joint"},
    "copula": _NOUN_LIKE | {"case", "limiter"},
    "verb": frozenset({"noun"}),
    "stem": frozenset({"noun"}),
    "adjective": frozenset({"noun"}),
    "infinitive": frozenset({"noun"}),
    "past": frozenset({"noun"}),
}
# These may follow a connective ending (면서도, 다고는); the case closers may not.
_AFTER_JOINT = frozenset({"은", "는", "ㄴ", "도", "만", "들", "야", "까지", "부터", "조차"})
_NO_CHAIN_END = frozenset({"copula", "verb", "stem", "adjective", "past"})
_STEMS = frozenset({"verb", "stem"})
_PARTICLE_SLOTS = frozenset({"suffix", "case", "limiter", "closer"})
# Behind these an ending or particle may be only a coda: 인, 한, 에선, 까진, 하긴.
_TAKES_CODA = frozenset({"copula", "verb", "adjective", "case", "limiter", "joint", "nominal"})
# Where the copula is left out after a vowel (대사다, 특사냐), its endings follow the noun itself.
_BARE = _NOUN_LIKE | {"case", "limiter"}


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One particle, suffix or ending: ``name`` is the grammar's term, ``meaning`` plain English."""

    form: str
    name: str
    meaning: str

    @property
    def name_en(self) -> str:
        """Name and meaning, as they stand in a word's ``morphs``."""
        return f"{self.name} ({self.meaning})"

    @property
    def mark(self) -> str:
        """The short sign for it, as it stands under a word."""
        return mark_of(self.name, self.meaning)

    def to_json(self) -> dict[str, str]:
        """Return the morpheme as it stands in a word's ``morphs``."""
        return {"form": self.form, "name_en": self.name_en}


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table; ``key`` is the form in decomposed Hangul."""

    key: str
    slot: str
    sound: Sound
    follows: frozenset[str]
    morpheme: Morpheme

    def may_follow(self, slot: str, before: str) -> bool:
        """Say whether the morpheme may stand behind ``slot`` and the letter ``before``."""
        if slot not in self.follows:
            return False
        if slot == "joint" and self.slot in _PARTICLE_SLOTS:
            return self.morpheme.form in _AFTER_JOINT
        bare_copula = "copula" in self.follows and slot in _BARE
        sound: Sound = "V" if bare_copula else self.sound
        if sound == "-" or not before or unicodedata.category(before) != "Lo":
            return True
        closed = "\u11a8" <= before <= "\u11c2"
        if self.morpheme.form[:2] in ("으로", "로", "로서") and before == "\u11af":
            closed = False
        return closed == (sound == "C")


@cache
def _table() -> dict[str, tuple[_Row, ...]]:
    """Return the rows by the first two letters of their decomposed form, longest first."""
    rows: dict[str, list[_Row]] = {}
    text = (DATA / "particles.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        form, slot, sound, follows, name, meaning = line.split("\t")
        key = decompose(form)
        named = frozenset(follows.split()) if follows != "-" else _FOLLOWS[slot]
        if "noun" in named and follows != "-":
            named |= _BARE if "copula" in named else {"counter"}
        after: Sound = "C" if sound == "C" else "V" if sound == "V" else "-"
        row = _Row(key, slot, after, named, Morpheme(form, name, meaning))
        rows.setdefault(key[:2], []).append(row)
    return {
        start: tuple(sorted(some, key=lambda row: -len(row.key))) for start, some in rows.items()
    }


# Compatibility letters, as the table writes codas, and the conjoining ones of decomposed Hangul.
_CODAS = str.maketrans({"ㄴ": "\u11ab", "ㄹ": "\u11af", "ㅁ": "\u11b7", "ㅂ": "\u11b8"})


def decompose(text: str) -> str:
    """Return ``text`` in conjoining letters (NFD), codas that stand alone included."""
    return unicodedata.normalize("NFD", text.translate(_CODAS))


@cache
def particles() -> frozenset[str]:
    """Return the forms of all particles and noun suffixes that can stand alone behind a noun."""
    return _forms(_PARTICLE_SLOTS)


@cache
def noun_suffixes() -> frozenset[str]:
    """Return the forms of the suffixes that leave a noun a noun: 들, 측, 산."""
    return _forms(frozenset({"suffix"}))


@cache
def auxiliary(form: str) -> Morpheme:
    """Return the morpheme of an auxiliary verb's stem, such as 주. Raises KeyError for others."""
    for row in _table().get(decompose(form)[:2], ()):
        if row.morpheme.form == form and "infinitive" in row.follows and row.slot in _STEMS:
            return row.morpheme
    raise KeyError(form)


def _forms(slots: frozenset[str]) -> frozenset[str]:
    return frozenset(
        row.morpheme.form for rows in _table().values() for row in rows if row.slot in slots
    )


def is_particle_chain(text: str, before: str = "") -> bool:
    """Say whether ``text`` is a chain of suffixes, particles and endings behind a noun.

    ``before`` is the noun, or its last character: where given, the forms that go with a vowel or a
    consonant must fit it (정부는, 미국은). The empty string is no chain.
    """
    return _read(text, before[-1:], "noun") is not None


def may_follow_counter(text: str) -> bool:
    """Say whether ``text`` is a chain of particles and copula, as it stands behind 3명 or 5일."""
    return _read(text, "", "counter") is not None


def is_verbal(chain: str, before: str = "") -> bool:
    """Say whether ``chain`` makes a verb of the noun before it: 했다, 되는, 받겠다고."""
    pieces = _read(chain, before[-1:], "noun")
    return pieces is not None and "verb-forming" in pieces[0].name


def describe(chain: str, before: str = "") -> list[Morpheme]:
    """Return the morphemes of ``chain`` in order; an empty list where it is no chain."""
    return list(_read(chain, before[-1:], "noun") or ())


@lru_cache(maxsize=8192)
def _read(text: str, before: str, start: str) -> tuple[Morpheme, ...] | None:
    if not text or len(text) > MAX_CHAIN or not all("가" <= letter <= "힣" for letter in text):
        return None
    return _walked(decompose(text), decompose(before)[-1:], start)


def behind_stem(
    letters: str, slot: Literal["verb", "stem", "adjective", "infinitive", "past"]
) -> tuple[Morpheme, ...] | None:
    """Read decomposed ``letters`` as endings behind a stem in ``slot``; None where they are none.

    A verb's stem ends in a vowel, a "stem" in a consonant; an adjective's is that of 고우며.
    """
    return _walked(letters, "", slot) if letters and len(letters) <= 3 * MAX_CHAIN else None


def _walked(letters: str, before: str, start: str) -> tuple[Morpheme, ...] | None:
    table = _table()
    dead: set[tuple[int, str]] = set()

    def walk(at: int, slot: str, last: str) -> tuple[Morpheme, ...] | None:
        if at == len(letters):
            return () if slot not in _NO_CHAIN_END else None
        if (at, slot) in dead:
            return None
        # Of one letter are only endings that are a coda.
        for row in (*table.get(letters[at : at + 2], ()), *table.get(letters[at], ())):
            if letters.startswith(row.key, at) and row.may_follow(slot, last):
                end = at + len(row.key)
                if _splits_syllable(letters, end, row):
                    continue
                rest = walk(end, row.slot, letters[end - 1])
                if rest is not None:
                    return (row.morpheme, *rest)
        dead.add((at, slot))
        return None

    return walk(0, start, before)


def _splits_syllable(letters: str, end: int, row: _Row) -> bool:
    """Say whether a coda is left over at ``end`` that no ending may take from this morpheme."""
    left_over = end < len(letters) and "\u11a8" <= letters[end] <= "\u11c2"
    return left_over and row.slot not in _TAKES_CODA
