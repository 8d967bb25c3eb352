"""What stands beside a run of letters: quotation marks, numbers, other words, other morphemes."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsreader.glossary.folding import Folded

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme

_HANGUL = re.compile("[가-힣]*")
_OPENING = frozenset("‘“(「『《〈[<（［")
#: The analyser's tags of nouns and names.
_NOUNS = frozenset({"NNG", "NNP"})
_SHORTEST_NOUN = 2


def is_hangul(letters: str) -> bool:
    """Say whether there is nothing but Hangul syllables."""
    if len(letters) == 1:
        return "가" <= letters <= "힣"
    return _HANGUL.fullmatch(letters) is not None


def word_at(folded: Folded, run: int) -> str:
    """Return the letters of a run of Hangul, nothing for other runs and beyond the ends."""
    if not 0 <= run < len(folded.starts):
        return ""
    word = folded.words[run]
    return word if is_hangul(word[0]) else ""


def stands_joined(text: str, folded: Folded, run: int) -> tuple[bool, bool]:
    """Say whether a run is written on to a word before it, and whether that is a number."""
    if run == 0 or folded.gaps[run] not in ("", "'"):
        return False, False
    before = folded.letters[folded.starts[run] - 1]
    if not folded.gaps[run] and before.isdecimal():
        return False, True
    mark = text[folded.places[run] - 1]
    if mark in "\"'":
        place = folded.places[run] - 2
        return place >= 0 and not text[place].isspace() and text[place] not in _OPENING, False
    return mark not in _OPENING and (before.isalnum() or mark in "’”)」』》〉]>）］"), False


def before_number(folded: Folded, run: int) -> bool:
    """Say whether a run is the front part of a name with a number (화성-15)."""
    after = run + 1
    return (
        after < len(folded.starts)
        and folded.gaps[after] == "-"
        and folded.letters[folded.starts[after]].isdecimal()
    )


def behind_unit(folded: Folded, run: int) -> bool:
    """Say whether a number with its unit stands before a run (2도 이상)."""
    if run < 2 or folded.gaps[run - 1]:
        return False
    return folded.letters[folded.starts[run - 1] - 1].isdecimal()


def in_series(folded: Folded, first: int, last: int, begin: int, end: int) -> bool:
    """Say whether one-letter names that middots join go on before or behind (한·미 in 한·미·일)."""
    if first == last or folded.gaps[first + 1] != "·" or folded.run_end(first) - begin > 1:
        return False
    if begin == folded.starts[first] and folded.gaps[first] == "·":
        return True
    after = last + 1
    return end == folded.run_end(last) and after < len(folded.starts) and folded.gaps[after] == "·"


def behind_nouns(morphemes: "Sequence[Morpheme]") -> Iterator[tuple[int, int]]:
    """Yield the places of nouns that are written on to another, longer before shorter.

    The other has at least two syllables: with one, the analyser has mostly cut a word in two.
    """
    for number, one in enumerate(morphemes[1:], 1):
        before = morphemes[number - 1]
        if one.tag not in _NOUNS or before.tag not in _NOUNS or before.end != one.start:
            continue
        if before.end - before.start < _SHORTEST_NOUN:
            continue
        ends = [one.end]
        for after in morphemes[number + 1 :]:
            if after.tag not in _NOUNS or after.start != ends[-1]:
                break
            ends.append(after.end)
        yield from ((one.start, end) for end in reversed(ends) if end - one.start > 1)
