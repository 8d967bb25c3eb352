"""Which sentence each answer of a language model is for.

A model answers with one JSON object a line, ``{"id", "ko", "en"}``: a sentence that it forgets or
merges is then missed by its number. A model that loses count goes on under wrong numbers; ``ko``,
the first words of what it translates, tells. So it does where a model splits a sentence: the second
answer begins in its middle, and both together are its English.
"""

import json
import re
from collections.abc import Iterator, Mapping

from newsreader.text import clean_line, has_hangul
from newsreader.translate.align import misfit
from newsreader.translate.engine import Answer

# One answer, wherever it stands: JSON Lines, an array, a code fence, a text that breaks off.
_TEXT = r'\s*:\s*"((?:[^"\\]|\\.)*+)"'
_ANSWER = re.compile(
    rf'\{{\s*"id"\s*:\s*"?(\d{{1,9}})"?\s*,\s*(?:"ko"{_TEXT}\s*,\s*)?"en"{_TEXT}', re.DOTALL
)


def answers_in(text: str, korean: Mapping[int, str]) -> Iterator[Answer]:
    """Yield the answers in what a model said, not what it thought: one for each id.

    ``korean`` are the sentences by id. What says to begin like another one is left out, and what
    was said for a sentence in pieces is joined; of two whole answers the first counts.
    """
    whole = {number: _letters(sentence) for number, sentence in korean.items()}
    said = [
        (int(number), _letters(_string(beginning) or ""), inside)
        for number, beginning, english in _ANSWER.findall(text.rpartition("</think>")[2])
        if (inside := _string(english)) is not None
    ]
    # Some models do not tell at all, some copy badly: of one sentence alone the number is enough.
    tells = len(whole) > 1 and any(has_hangul(beginning) for _, beginning, _ in said)
    found: dict[int, str] = {}
    #: The sentence that was spoken of last.
    last = None
    for number, beginning, english in said:
        before = number if number in found else last
        starts = any(beginning and letters.startswith(beginning) for letters in whole.values())
        if before is not None and beginning and not starts and beginning in whole[before]:
            found[before] += f" {english}"
        elif number in found:
            if not starts:  # a second answer, or a second piece of the first one
                found[number] = _fitting(korean[number], found[number], english)
        elif number in whole and (not tells or _begins(number, beginning, whole)):
            found[number], before = english, number
        else:
            before = None
        last = before
    for number, english in found.items():
        yield Answer(number, english)


def _fitting(ko: str, first: str, second: str) -> str:
    """Return the first of two answers for ``ko``, or both where they are its halves by length."""
    both = first if second in first else f"{first} {second}"
    return min(first, both, key=lambda english: misfit(len(ko), len(english)))


def _string(inside: str) -> str | None:
    """Return the text of a JSON string, without its quotation marks; None if it is none."""
    try:
        text: str = json.loads(f'"{inside}"', strict=False)  # raw line breaks are let through
    except ValueError:
        return None
    return text


def _begins(number: int, beginning: str, whole: Mapping[int, str]) -> bool:
    """Say whether ``beginning`` is that of the sentence ``number`` and of no other.

    ``whole`` are the sentences' letters. A model may not copy every letter.
    """
    alike = {one: _shared(beginning, letters) for one, letters in whole.items()}
    return 0 < alike[number] == max(alike.values())


def _shared(one: str, other: str) -> int:
    """Return how many letters at the start two texts share."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, clean_line(text)))
