"""Does an English sentence say the same numbers as the Korean one?

Each Korean quantity looks for a figure that says it: 280만 for "2.8 million", 오는 20일 for
"Friday", 4분의 1 for "a quarter". What finds none, and English figures that no quantity accounts
for, are disagreements. What English may leave unsaid or say in other words (한, 첫, 112, 이날) asks
for nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsreader.article import Match
from newsreader.korean import DATA
from newsreader.korean.numbers.added import added
from newsreader.korean.numbers.conversion import DAYS
from newsreader.korean.numbers.date_fits import (
    clock_fits,
    date_fits,
    is_told_by_length,
    minute_fits,
    time_fits,
    told_by_words,
    year_fits,
)
from newsreader.korean.numbers.english import figures
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.find import find
from newsreader.korean.numbers.fits import Fit, number_fits
from newsreader.korean.numbers.in_english import explained
from newsreader.korean.numbers.joined import joined
from newsreader.korean.numbers.labels import Told
from newsreader.korean.numbers.limits import limit_fits
from newsreader.korean.numbers.named import children_fits, counts_named, others_fits
from newsreader.korean.numbers.opposites import opposites
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.relations import other_time, swapped, unqualified
from newsreader.korean.numbers.units import count_the_same, counters


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One doubt about the numbers of a translation.

    ``code`` is ``number-differs``, ``number-added``, ``number-swapped``, ``unit-differs``,
    ``date-differs`` or ``base-differs``; ``message`` is one sentence for the reader.
    """

    code: str
    message: str

    def to_json(self) -> dict[str, str]:
        """Return the disagreement as a JSON object."""
        return {"code": self.code, "message": self.message}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A Korean sentence and its English with their numbers; ``on`` is the article's date."""

    ko: str
    en: str
    on: date | None
    quantities: list[Quantity]
    said: list[Figure]


def check(ko: str, en: str, on: date | None, matches: Sequence[Match] = ()) -> list[Disagreement]:
    """Compare the numbers of a Korean sentence and its English; ``on`` is the article's date.

    ``matches`` are the glossary's terms in ``ko``: their English tells what a number is about.
    """
    pair = _Pair(ko, en, on, joined(ko, find(ko, on)), figures(en))
    used: set[int] = set()
    told: list[Told] = []
    doubts: list[Disagreement] = []
    # What asks for most and has least choice is served first, so that "two" goes to 2명 before it
    # goes to 양측, and "half" to 절반 before it goes to 반세기.
    known = [(one, list(_fits(one, pair))) for one in pair.quantities]
    for quantity, fits in sorted(known, key=lambda one: (_is_optional(one[0]), len(one[1]))):
        places = tuple(_spans(fits, pair.said))
        free = [fit for fit in fits if not set(fit.figures) <= used] or fits
        good = next((fit for fit in free if fit.doubt is None), None)
        fit = good or next(iter(free), None)
        if fit is not None:
            used.update(fit.figures)
        if quantity.kind in {"date", "no-number"}:  # Wednesday, June 4; 140/90
            used.update(index for other in fits if other.doubt is None for index in other.figures)
        if fit is None:
            places = tuple(_said_otherwise(quantity, pair))
            if not places and _must_be_said(quantity, pair):
                doubts.append(_missing(quantity))
        elif fit.doubt is not None:
            doubts.append(Disagreement(*fit.doubt))
        told.append(Told(quantity, places))
    for figure in added(pair.quantities, pair.said, used, ko, en):
        shown = en[figure.start : figure.end].strip(" ,.")
        doubts.append(Disagreement("number-added", f"“{shown}” is not in the Korean."))
    if not doubts:
        told.sort(key=lambda one: one.quantity.start)
        doubts += _relations(pair, told, matches)
    return doubts


def _spans(fits: list[Fit], said: list[Figure]) -> Iterator[tuple[int, int]]:
    """Yield where the English says a quantity, once for each way in which it may."""
    for fit in fits:
        if fit.doubt is None and fit.figures:
            yield said[fit.figures[0]].start, said[fit.figures[-1]].end


def _counts_others(figure: Figure, quantity: Quantity, quantities: list[Quantity]) -> bool:
    """Say whether the figure counts what another number does: 31 rebounds are not the 31 points.

    Nor are six days six concerts where the Korean counts days as well.
    """
    unit = figure.unit
    counts = unit in counters() or (unit in DAYS and quantity.kind == "number")
    if not counts or count_the_same(unit, quantity.unit):
        return False
    return any(count_the_same(unit, other.unit) for other in quantities)


def _must_be_said(quantity: Quantity, pair: _Pair) -> bool:
    """Say whether the English lacks something where nothing in it tells the quantity."""
    return not (
        _is_optional(quantity)
        or counts_named(quantity, pair.quantities, pair.ko, pair.en)
        or _is_told_as_multiple(quantity, pair.quantities, pair.en)
        or is_told_by_length(quantity, pair.quantities, pair.said)
    )


def _missing(quantity: Quantity) -> Disagreement:
    code = "date-differs" if quantity.kind in {"date", "time"} else "number-differs"
    english = explained(quantity)
    shown = f"{quantity.surface} ({english})" if english else quantity.surface
    return Disagreement(code, f"The English does not say {shown}.")


def _is_optional(quantity: Quantity) -> bool:
    """Say whether English may leave the quantity out or put it in words without a number."""
    if quantity.kind in {"phone", "no-number"}:
        return True
    if quantity.kind == "date":
        return not re.search("[0-9]|반기", quantity.surface)
    return (
        quantity.value == 1
        and quantity.kind in {"number", "ordinal", "duration", "money", "measure"}
        and quantity.unit != "자릿수"
    )


#: "Half that", "twice the price": how many times another sum of the sentence.
_MULTIPLES = (
    (0.5, re.compile(r"\bhalf (?:of )?(?:that|as much|the|of it)\b", re.IGNORECASE)),
    (2, re.compile(r"\b(?:twice|double) (?:that|as much|the)\b", re.IGNORECASE)),
)


def _is_told_as_multiple(quantity: Quantity, quantities: list[Quantity], en: str) -> bool:
    """Say whether the English tells the quantity by another: 어른 1만 원, 어린이 5천 원."""
    values = [one.value for one in quantities if one.unit == quantity.unit]
    return any(
        isinstance(quantity.value, int | float)
        and quantity.value / times in values
        and english.search(en) is not None
        for times, english in _MULTIPLES
    )


def _fits(quantity: Quantity, pair: _Pair) -> Iterator[Fit]:
    """Yield the ways in which the English may say ``quantity`` and no other, the plainest first."""
    for fit in _any_fits(quantity, pair):
        said = (pair.said[index] for index in fit.figures)
        if not any(_counts_others(figure, quantity, pair.quantities) for figure in said):
            yield fit


def _any_fits(quantity: Quantity, pair: _Pair) -> Iterator[Fit]:
    if quantity.kind == "date":
        yield from date_fits(quantity, pair.said, pair.on)
    elif quantity.kind == "time":
        yield from time_fits(quantity, pair.said)
    else:
        yield from number_fits(quantity, pair.said, pair.en)
        yield from limit_fits(quantity, pair.said, pair.ko, pair.en)
        yield from others_fits(quantity, pair.said, pair.ko, pair.en)
        yield from children_fits(quantity, pair.quantities, pair.said, pair.en)
    if quantity.kind == "duration":
        yield from minute_fits(quantity, pair.said, pair.ko)
        yield from clock_fits(quantity, pair.said)
        yield from year_fits(quantity, pair.said, pair.ko, pair.on)


@cache
def _paraphrases() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return Korean and English of the numbers that English may tell by other words."""
    data = DATA / "number_paraphrases.tsv"
    lines = (line for line in data.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return tuple((re.compile(ko), re.compile(en, re.IGNORECASE)) for ko, en in rows)


def _said_otherwise(quantity: Quantity, pair: _Pair) -> Iterator[tuple[int, int]]:
    """Yield where the English has a word for the quantity that is no number."""
    yield from told_by_words(quantity, pair.en, pair.on)
    for korean, english in _paraphrases():
        found = korean.match(pair.ko, quantity.start)
        if found and found.end() >= quantity.end:
            yield from (found.span() for found in english.finditer(pair.en))


def _relations(
    pair: _Pair, told: Sequence[Told], matches: Sequence[Match]
) -> Iterator[Disagreement]:
    ko, en = pair.ko, pair.en
    for here, there in swapped(ko, en, told, pair.said, matches):
        message = f"{here} seems to have changed places with {there}."
        yield Disagreement("number-swapped", message)
    if opposite := next(opposites(ko, en, told), None):
        code, words = opposite
        yield Disagreement(code, f"“{words}” is not what the Korean says.")
    elif time := other_time(ko, en, pair.quantities, pair.on):
        yield Disagreement("date-differs", f"“{time}” is not what the Korean says.")
    if qualified := unqualified(ko, en):
        yield Disagreement("number-differs", f"The English does not say {qualified}.")
