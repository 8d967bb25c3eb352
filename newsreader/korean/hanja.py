"""Hanja: how a character is read in Korean and what it means.

The table is Unicode's (``data/hanja.tsv``); it is read when the first character is asked for. For
what hanja stand for in headlines see :mod:`newsreader.korean.headlines`: their dictionary meaning
misleads there (美 is "beautiful", and the United States).
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from newsreader.korean import DATA

# Initial sound law (Korean Orthography, articles 10 to 12): 녀, 뇨, 뉴, 니 and 랴, 려, 례, 료, 류,
# 리 lose their consonant at the start of a word, other ㄹ becomes ㄴ.
_L, _N, _NONE = 5, 2, 11
_Y_VOWELS = frozenset({2, 3, 6, 7, 12, 17, 20})
_BASE = ord("가")


@dataclass(frozen=True, slots=True)
class Hanja:
    """One character: its Hangul readings, the usual one first, and Unihan's English."""

    character: str
    readings: tuple[str, ...]
    meaning: str


@cache
def _table() -> dict[str, tuple[str, str]]:
    data = DATA / "hanja.tsv"
    table: dict[str, tuple[str, str]] = {}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            character, readings, meaning = line.split("\t")
            table[character] = (readings, meaning)
    return table


def is_hanja(character: str) -> bool:
    """Say whether ``character`` is a unified or compatibility ideograph."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def fold(text: str) -> str:
    """Return ``text`` with compatibility ideographs (U+F9E1) as the unified ones, offsets kept."""
    return "".join(
        unicodedata.normalize("NFKC", letter) if "\uf900" <= letter <= "\ufaff" else letter
        for letter in text
    )


def look_up(character: str) -> Hanja | None:
    """Return what is known of ``character``, or None."""
    folded = fold(character)
    row = _table().get(folded)
    return Hanja(folded, tuple(row[0].split()), row[1]) if row else None


def read(word: str) -> str:
    """Return the Hangul of a word in hanja: each character's usual reading, 女性 as 여성.

    The initial sound law is kept at the word's start, and 렬 and 률 are 열 and 율 behind a vowel or
    ㄴ. Characters without a reading stay as they are.
    """
    syllables: list[str] = []
    folded = fold(word)
    for index, character in enumerate(folded):
        row = _table().get(character)
        reading = row[0].split()[0] if row and row[0] else character
        if character == "不" and index + 1 < len(folded):
            reading = _negation(folded[index + 1])
        if "가" <= reading <= "힣":
            reading = _at_start(reading) if not syllables else _inside(reading, syllables[-1])
        syllables.append(reading)
    return "".join(syllables)


def _negation(following: str) -> str:
    """Return 부 for 不 before ㄷ and ㅈ (不動産, 不正), else 불."""
    row = _table().get(following)
    onset = _letters(row[0][0])[0] if row and row[0] else 0
    return "부" if onset in {3, 12} else "불"


def _at_start(syllable: str) -> str:
    onset, vowel, coda = _letters(syllable)
    if onset in {_L, _N} and vowel in _Y_VOWELS:
        onset = _NONE
    elif onset == _L:
        onset = _N
    return chr(_BASE + (onset * 21 + vowel) * 28 + coda)


def _inside(syllable: str, before: str) -> str:
    """Write 렬, 률 as 열, 율 behind a vowel or ㄴ, and the law's other results as they are read."""
    if syllable in {"열", "렬", "율", "률"} and "가" <= before <= "힣":
        open_syllable = _letters(before)[2] in {0, 4}
        return (
            {"열": "렬", "율": "률"}.get(syllable, syllable)
            if not open_syllable
            else ({"렬": "열", "률": "율"}.get(syllable, syllable))
        )
    return syllable


def _letters(syllable: str) -> tuple[int, int, int]:
    rest, coda = divmod(ord(syllable) - _BASE, 28)
    onset, vowel = divmod(rest, 21)
    return onset, vowel, coda
