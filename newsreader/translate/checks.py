"""What an engine's answer must pass before it is shown as a translation.

The limits of length come from a news corpus of Korean sentences with their English (FLORES-200):
English has 1.96 times the characters of its Korean, with a standard deviation of 0.32.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsreader.article import Row

_HANGUL = re.compile("[가-힣]")
_HANGUL_RUN = re.compile("[가-힣]{2}")
_TRANSLATABLE = re.compile("[가-힣㐀-䶿一-鿿豈-﫿]")
# One to four words, five times in a row: how a small model shows that it is lost.
_STUCK = re.compile(r"\b(\w+(?:\W+\w+){0,3}?)(?:\W+\1\b){4}", re.IGNORECASE)
_ERROR_PAGE = re.compile(
    r"\s*(?:<!doctype\b|<html\b|error \d{3} ?\(|\d{3}\. that.s an error|"
    r"\d{3} (?:bad gateway|service unavailable|too many requests|forbidden)|"
    r"sorry\.\.\. ?we.re sorry|our systems have detected unusual traffic)",
    re.IGNORECASE,
)
#: The most characters of English that a Korean text may become: a generous slope and start.
_LONGEST_SLOPE, _LONGEST_START = 6, 80
#: Below this share of the Korean's length a sentence of some length has lost a part.
_SHORTEST_SLOPE, _SHORTEST_FROM = 0.4, 40
#: The largest share of Hangul in an English text that may name a Korean word or two.
_HANGUL_SHARE = 0.2


def translatable(text: str) -> bool:
    """Say whether there is anything Korean in ``text``: Hangul or hanja."""
    return _TRANSLATABLE.search(text) is not None


def is_error_page(text: str) -> bool:
    """Say whether ``text`` is a server's apology and not a translation."""
    return _ERROR_PAGE.match(text) is not None


def fault(ko: str, en: str) -> str | None:
    """Return what is wrong with ``en`` as a translation of ``ko``, or None.

    The fault completes a sentence that begins with "The answer".
    """
    if not en:
        return "is empty"
    if is_error_page(en):
        return "is a server's error page"
    if _HANGUL_RUN.search(en) and len(_HANGUL.findall(en)) > _HANGUL_SHARE * len(en):
        return "is still Korean"
    if len(en) > _LONGEST_SLOPE * len(ko) + _LONGEST_START:
        return "is far too long"
    if len(ko) >= _SHORTEST_FROM and len(en) < _SHORTEST_SLOPE * len(ko):
        return "is far too short"
    if _STUCK.search(en) and not _STUCK.search(ko):
        return "repeats itself"
    return None


def with_terms_used(row: Row) -> Row:
    """Return ``row`` with each of its matches saying whether the English has the term."""
    if not row.terms:
        return row
    english = None if row.en is None else _stems(row.en)
    terms = tuple(
        replace(match, used=None if english is None else _contains(english, match.en))
        for match in row.terms
    )
    return replace(row, terms=terms)


_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ARTICLES = frozenset({"the", "a", "an"})
_ENDINGS = ("ing", "ies", "ed", "es", "s", "y", "e")


def _contains(english: Sequence[str], term: str) -> bool:
    """Say whether the words of ``term`` stand in ``english`` one after another, inflected or not.

    A bracketed part of the term ("Bank of Korea (BOK)") may be missing.
    """
    return any(
        _has_run(english, wanted)
        for form in (term, _IN_BRACKETS.sub("", term))
        if (wanted := _stems(form))
    )


def _has_run(words: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _stems(text: str) -> list[str]:
    words = (word.split("'")[0].split("’")[0] for word in _WORD.findall(text.casefold()))
    return [_stem(word) for word in words if word not in _ARTICLES]


def _stem(word: str) -> str:
    """Cut one English ending where three letters or more stay: inflections fall together."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
