"""Shares, ratios and scores in English sentences: "two-thirds", "one in five", "3-1"."""

import re
from collections.abc import Iterator

from newsreader.korean.numbers.english_units import (
    HALVED,
    LENGTH,
    in_smaller_units,
    unit_after,
)
from newsreader.korean.numbers.english_words import (
    NUMBER_BEFORE,
    NUMBER_WORD,
    ONES,
    either,
    values,
    word_value,
)
from newsreader.korean.numbers.figure import Figure

_SCALES = values("scale")
_SCALE = either("scale")
_FRACTIONS = values("fraction")
_RATIO = re.compile(
    rf"(?<![0-9][,.])\b(?P<a>{NUMBER_WORD}|[0-9]+)\s?(?:in|out\sof|of\severy|-in-)\s?(?:every\s)?"
    rf"(?P<b>{NUMBER_WORD}|[0-9]+)\b(?![,.]?[0-9]|\s(?:percent|{_SCALE})|-year)|"
    rf"\b(?P<c>[0-9.]+|{NUMBER_WORD})(?:(?:-to-|:)(?P<d>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9.]+|one|two|three)|\sto\s(?P<e>1|one))\b(?![.,]?[0-9])"
    r"(?!\s?(?:percent|p\.m|a\.m|million|billion|trillion|,|years|days|months|hours|weeks))",
    re.IGNORECASE,
)
_FIFTY = re.compile(r"\bfifty-fifty\b", re.IGNORECASE)
_NIL = re.compile(r"-(nil|all)\b", re.IGNORECASE)
_SCORE = re.compile(
    r"(?<![.,0-9])\b(?P<a>[0-9]{1,3})[-–](?P<b>[0-9]{1,3})\b(?!-|[.,][0-9]|\s?(?:percent|%))"
)
# "A third" is a share before these, an ordinal before a noun (a third world war).
_SHARED = (
    r"(?=\s(?:of|the|its|their|his|her|from|to|in|on|over|since|compared|this|last|and|or|as|at|by|"
    r"than|more|less|larger|smaller|higher|lower|said|say|says|were|was|are|is|have|had|point|percentage)\b|"
    r"\s?[.,;:)—–]|$)"
)
_FRACTION = re.compile(
    rf"\b(?<!and )(?:an?[- ](?P<one>{either('fraction')})\b{_SHARED}|"
    r"(?P<top>one|two|three|four|five|six|seven|eight|nine)[- ]"
    rf"(?P<part>{either('fraction')})\b(?!\s(?:million|billion|trillion|year|month|week|day|hour|"
    r"time|consecutive|straight|place)|-))|"
    rf"\b(?<!and a )(?P<half>half|halves)\b(?!\s(?:an?\s(?:million|billion|trillion|dozen|"
    rf"{LENGTH}|{HALVED})|past|of\sthe\syear)|-(?:{LENGTH}|{HALVED})\b)|\b(?P<quarter>quarter)(?=\sof\b)",
    re.IGNORECASE,
)
# 1/3, and 6 2/3 innings.
_SLASHED = re.compile(r"(?<![0-9/])(?:([0-9]+)\s)?([1-9])/([2-9]|10)(?![0-9/])")
_OF_A = re.compile(
    rf"(?P<a>\sof\s(?:an?|one))\s(?:(?P<scale>{_SCALE})|{LENGTH}|{HALVED})\b", re.IGNORECASE
)


def ratios(text: str) -> Iterator[Figure]:
    """Yield "one in five", "3 to 1", "two-thirds", "half", "6 2/3 innings"."""
    for found in _RATIO.finditer(text):
        top, bottom = (
            (found["a"], found["b"]) if found["a"] else (found["c"], found["d"] or found["e"])
        )
        first, second = word_value(top), word_value(bottom)
        if second == 0 or (found["a"] and first > second):
            continue
        yield Figure(found.start(), found.end(), "ratio", first / second, other=second)
    for found in _SLASHED.finditer(text):
        share = int(found[2]) / int(found[3])
        unit, end = unit_after(text, found.end())
        if found[1]:
            yield Figure(found.start(), end, "number", int(found[1]) + share, unit)
        else:
            yield Figure(found.start(), found.end(), "ratio", share)
    for found in _FRACTION.finditer(text):
        if found["half"] or found["quarter"]:
            value = 0.5 if found["half"] else 0.25
        else:
            top = ONES[found["top"].lower()] if found["top"] else 1
            value = top / _FRACTIONS[(found["part"] or found["one"]).lower()]
        yield _of_a_unit(text, Figure(found.start(), found.end(), "ratio", value))


def _of_a_unit(text: str, share: Figure) -> Figure:
    """Read "three-quarters of an hour", "a third of a million" as the number that it is."""
    found = _OF_A.match(text, share.end)
    if not found:
        return share
    value = share.value * (_SCALES[found["scale"].lower()] if found["scale"] else 1)
    unit, end = unit_after(text, found.end() if found["scale"] else found.end("a"))
    figure = Figure(share.start, max(found.end(), end), "number", value, unit)
    return in_smaller_units(figure)


def scores(text: str) -> Iterator[Figure]:
    """Yield "3-1", "two-nil", "fifty-fifty"."""
    for found in _SCORE.finditer(text):
        unit, end = unit_after(text, found.end())
        yield Figure(found.start(), end, "score", int(found["a"]), unit, other=int(found["b"]))
    for found in _FIFTY.finditer(text):
        yield Figure(found.start(), found.end(), "score", 50, other=50)
    for found in _NIL.finditer(text):
        if goals := NUMBER_BEFORE.search(text[: found.start()]):
            value = word_value(goals[1])
            other = value if found[1].lower() == "all" else 0
            yield Figure(goals.start(), found.end(), "score", value, other=other)
