"""The border that all text from outside crosses once: pages, feeds, engines, dictionaries.

After :func:`clean` a string holds no control character, no bidirectional override, no private
escape and no half surrogate, so that nothing in it can move a terminal's cursor, set a window's
title or reorder what a reader sees. Line breaks survive; all other white space becomes a space.
"""

import re
import unicodedata

# C0 and C1 controls, DEL, bidirectional marks, embeddings, overrides and isolates, the invisible
# operators and deprecated format characters, byte order mark, zero-width space and (non-)joiners,
# soft hyphen, Hangul fillers, interlinear annotation, variation selectors, tags, lone surrogates
# and non-characters.
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SYLLABLE = re.compile("[가-힣]")
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_AROUND_BREAK = re.compile(r" ?\n ?")


def clean(text: str) -> str:
    """Return ``text`` in NFC without anything a terminal could act on.

    Line breaks become ``\\n``; other runs of white space (tabs, non-breaking and ideographic
    spaces) become one space; blanks around line breaks and at both ends are cut.
    """
    text = _LINE_BREAK.sub("\n", text)
    text = _REMOVED.sub("", text)
    text = unicodedata.normalize("NFC", text)
    return _BLANK_AROUND_BREAK.sub("\n", _BLANKS.sub(" ", text)).strip()


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line: a title, a name, one sentence of English."""
    return " ".join(clean(text).split())


def has_hangul(text: str) -> bool:
    """Say whether a Hangul syllable stands anywhere in ``text``."""
    return _SYLLABLE.search(text) is not None
