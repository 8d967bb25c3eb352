"""What an engine's answer must pass before it is shown as a translation.

The limits of length come from a news corpus of Korean sentences with their English (FLORES-200):
English has 1.96 times the characters of its Korean, with a standard deviation of 0.32.
"""

import html
import re

from newsreader.text import clean_line

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_HANGUL = re.compile("[가-힣]")
#: A letter of another script: some language models slip into Chinese.
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_FOREIGN_RUN = re.compile(f"{_FOREIGN.pattern}{{2}}")
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
#: The largest share of another script in an English text that may name a Korean word or two.
_FOREIGN_SHARE = 0.2


def translatable(text: str) -> bool:
    """Say whether there is anything Korean in ``text``: Hangul or hanja."""
    return _TRANSLATABLE.search(text) is not None


def is_error_page(text: str) -> bool:
    """Say whether ``text`` is a server's apology and not a translation."""
    return _ERROR_PAGE.match(text) is not None


def english_in(answer: str, ko: str) -> str:
    """Return the English of an engine's ``answer`` to ``ko``, cleaned and on one line.

    Web services answer in HTML now and then (``&#39;``), where nothing of the kind was asked.
    """
    return clean_line(answer if _ENTITY.search(ko) else _ENTITY.sub(_character, answer))


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def fault(ko: str, en: str) -> str | None:
    """Return what is wrong with ``en`` as a translation of ``ko``, or None.

    The fault completes a sentence that begins with "The answer".
    """
    if not en:
        return "is empty"
    if is_error_page(en):
        return "is a server's error page"
    if _FOREIGN_RUN.search(en) and len(_FOREIGN.findall(en)) > _FOREIGN_SHARE * len(en):
        return "is still Korean" if _HANGUL.search(en) else "is not English"
    if len(en) > _LONGEST_SLOPE * len(ko) + _LONGEST_START:
        return "is far too long"
    if len(ko) >= _SHORTEST_FROM and len(en) < _SHORTEST_SLOPE * len(ko):
        return "is far too short"
    if _STUCK.search(en) and not _STUCK.search(ko):
        return "repeats itself"
    return None
