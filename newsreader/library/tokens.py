"""The words that a text is found by.

Korean is found by any two letters that stand side by side, so that 협의 is found in 협의회의 and in
북핵협의: each run of Hangul and hanja gives its overlapping pairs, and its last letter so that a
search for one letter (``北*``) finds every place. Other words are found by their beginning, and an
English plural finds its singular and the other way. Hanja are found as themselves and by their
reading: 北美 as 북미.

SQLite's own ``trigram`` tokenizer finds no word of two letters, which most Korean words are.
"""

import re
from itertools import pairwise

_DENSE = "가-힣ㄱ-ㅎㅏ-ㅣ\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff"
#: The dots that stand between the names of allies: 한·미 is found as 한미, and the other way.
_DOTS = "·ㆍ・‧"
_HANJA = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_BETWEEN = re.compile(f"(?<=[{_DENSE}])[{_DOTS}](?=[{_DENSE}])")
_RUN = re.compile(rf"([{_DENSE}]+)|([^\W_{_DENSE}]+)")
#: Of a letter that belongs to a word of Latin letters and digits.
_LATIN = rf"[^\W_{_DENSE}]"


#: Words that only look like plurals and have another word before their s.
_NO_PLURALS = frozenset({"news", "does", "goes", "this", "series", "species", "always", "gas"})
#: Stands before the tokens of a title, which can be looked for alone. A letter of no living script.
TITLE = "\u16a0"


def tokens(text: str) -> set[str]:
    """Return what ``text`` is found by."""
    found: set[str] = set()
    if (hangul := in_hangul(text)) != text:
        found = tokens(hangul)
    for dense, word in _RUN.findall(_BETWEEN.sub("", text)):
        if dense:
            found.update(map("".join, pairwise(dense)))
            found.add(dense[-1])
        else:
            found.add(_singular(word.lower()))
    return found


def in_hangul(text: str) -> str:
    """Return ``text`` with its hanja as they are read, letter for letter: offsets stay."""
    return _HANJA.sub(lambda run: _read(run[0]), text)


def _read(hanja: str) -> str:
    from newsreader.korean.hanja import read

    hangul = read(hanja)
    return hangul if len(hangul) == len(hanja) else hanja


def expression(text: str, prefix: str = "") -> str:
    """Return the FTS5 expression for what may contain ``text``; empty without any letter.

    With :data:`TITLE` as ``prefix`` only titles are meant. It is exact for two letters of Korean.
    For longer words the pairs may stand apart, so that :func:`pattern` must find the text as well.
    """
    parts = []
    for dense, word in _RUN.findall(_BETWEEN.sub("", text)):
        if not dense:
            word = word.lower()
            singular = _singular(word)
            # A plural is that word and no longer one: "envoys" is not the beginning of "envoyship".
            parts.append(f'"{prefix}{singular}"{" *" if singular == word else ""}')
        elif len(dense) == 1:
            parts.append(f'"{prefix}{dense}" *')
        else:
            parts += [f'"{prefix}{a}{b}"' for a, b in pairwise(dense)]
    return " AND ".join(dict.fromkeys(parts))


def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern that finds ``text`` in Korean and English as :func:`tokens` sees them.

    Between words, and where the letters' kind changes, up to three signs or blanks may stand.
    """
    parts = []
    for dense, word in _RUN.findall(_BETWEEN.sub("", text)):
        if dense:
            parts.append(f"[{_DOTS}]?".join(map(re.escape, dense)))
        else:
            parts.append(f"(?<!{_LATIN}){_english(word.lower())}")
    return re.compile(r"(?:[^\w\n]|_){0,3}".join(parts) or r"(?!)", re.IGNORECASE)


def _english(word: str) -> str:
    singular = _singular(word)
    forms = [f"{singular}(?:s|es)?"]
    if singular.endswith("y"):
        forms.append(f"{singular[:-1]}ies")
    # A word that is no plural may go on.
    end = "" if singular == word else f"(?!{_LATIN})"
    return f"(?:{'|'.join(forms)}){end}"


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or not word.endswith("s") or word in _NO_PLURALS:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is", "ics")) else word[:-1]
