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

from newsreader.article import Match
from newsreader.korean.numbers.added import added
from newsreader.korean.numbers.date_fits import (
    beside_the_hour,
    clock_fits,
    date_fits,
    is_told_by_length,
    is_told_by_words,
    minute_fits,
    time_fits,
)
from newsreader.korean.numbers.english import figures
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.find import find
from newsreader.korean.numbers.fits import Fit, number_fits
from newsreader.korean.numbers.in_english import explained
from newsreader.korean.numbers.labels import Told
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.relations import (
    other_base,
    other_bound,
    other_rate,
    other_time,
    other_unit,
    swapped,
    unqualified,
)
from newsreader.korean.numbers.units import count_the_same, counters

# Numbers that English has a word for which is no number.
_OTHER_WORDS: tuple[tuple[str, str], ...] = (
    ("24시간", r"(?:a)?round[- ]the[- ]clock|24/7|all day"),
    ("365일", r"year-round|all year"),
    ("2인", r"pairs?"),
    ("이틀", r"every other day|alternate days"),
    ("2주", r"every other week|fortnight|bi-?weekly"),
    ("두 달|2개월", r"every other month|bi-?monthly"),
    ("2년|두 해", r"every other year|bi-?ennial"),
    ("1·2심", r"lower courts|first two|both"),
    ("1심", r"lower court|district court|initial"),
    ("2심|항소심", r"appeal|appellate|high court"),
    ("3심", r"supreme court|top court|final"),
    ("8강", r"quarter-?finals?"),
    ("4강", r"semi-?finals?|final four"),
    ("[12]위", r"runners?-up|top|leader|silver|lead"),
    ("두 배|2배", r"doubl|twice"),
    ("100%", r"\ball\b|entire|every|full"),
    ("(?:일|1)주일", r"\bweek"),
    ("[24]쿼터", r"half-?time|full time|final quarter"),
    ("초등학교|[1-6]학년", r"-grader?"),
)
#: Countries by their first letters, as news joins them.
_COUNTRIES = re.compile(r"(?<![가-힣])[한미일중러북남영독불유호인]{2,}\s?$")


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


def check(ko: str, en: str, on: date | None, matches: Sequence[Match] = ()) -> list[Disagreement]:
    """Compare the numbers of a Korean sentence and its English; ``on`` is the article's date.

    ``matches`` are the glossary's terms in ``ko``: their English tells what a number is about.
    """
    quantities = beside_the_hour(ko, find(ko, on))
    said = figures(en)
    used: set[int] = set()
    told: list[Told] = []
    doubts: list[Disagreement] = []
    # What asks for most is served first, so that "two" goes to 2명 before it goes to 양측.
    for quantity in sorted(quantities, key=_is_optional):
        fits = [
            fit
            for fit in _fits(quantity, said, ko, en, on)
            if not any(_counts_others(said[index], quantity, quantities) for index in fit.figures)
        ]
        places = tuple(_spans(fits, said))
        free = [fit for fit in fits if not set(fit.figures) <= used] or fits
        good = next((fit for fit in free if fit.doubt is None), None)
        fit = good or next(iter(free), None)
        if fit is not None:
            used.update(fit.figures)
        if quantity.kind in {"date", "no-number"}:  # Wednesday, June 4; 140/90
            used.update(index for other in fits if other.doubt is None for index in other.figures)
        if fit is not None and fit.doubt is not None:
            doubts.append(Disagreement(*fit.doubt))
        elif fit is None:
            places = tuple(_said_otherwise(quantity, en))
            if not (
                places
                or _is_optional(quantity)
                or _counts_named(quantity, ko)
                or is_told_by_words(quantity, en)
                or _is_told_as_multiple(quantity, quantities, en)
                or is_told_by_length(quantity, quantities, said)
            ):
                doubts.append(_missing(quantity))
        told.append(Told(quantity, places))
    for figure in added(quantities, said, used, ko, en):
        shown = en[figure.start : figure.end].strip(" ,.")
        doubts.append(Disagreement("number-added", f"“{shown}” is not in the Korean."))
    if not doubts:
        told.sort(key=lambda one: one.quantity.start)
        doubts += _relations(ko, en, told, said, on, matches)
    return doubts


def _spans(fits: list[Fit], said: list[Figure]) -> Iterator[tuple[int, int]]:
    """Yield where the English says a quantity, once for each way in which it may."""
    for fit in fits:
        if fit.doubt is None and fit.figures:
            yield said[fit.figures[0]].start, said[fit.figures[-1]].end


def _counts_others(figure: Figure, quantity: Quantity, quantities: list[Quantity]) -> bool:
    """Say whether the figure counts what another number does: 31 rebounds are not the 31 points."""
    unit = figure.unit
    if unit not in counters() or count_the_same(unit, quantity.unit):
        return False
    return any(count_the_same(unit, other.unit) for other in quantities)


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


def _counts_named(quantity: Quantity, ko: str) -> bool:
    """Say whether the quantity counts the countries named before it: 한미일 3국, 한·중 양국."""
    named = _COUNTRIES.search(ko[: quantity.start].replace("·", ""))
    return (
        named is not None
        and quantity.unit in {"국", "개국"}
        and quantity.value == len(named.group().rstrip())
    )


def _fits(
    quantity: Quantity, said: list[Figure], ko: str, en: str, on: date | None
) -> Iterator[Fit]:
    """Yield the ways in which the English may say ``quantity``, the plainest first."""
    if quantity.kind == "date":
        yield from date_fits(quantity, said, on)
    elif quantity.kind == "time":
        yield from time_fits(quantity, said)
    else:
        yield from number_fits(quantity, said, en)
    if quantity.kind == "duration":
        yield from minute_fits(quantity, said, ko)
        yield from clock_fits(quantity, said)


def _said_otherwise(quantity: Quantity, en: str) -> Iterator[tuple[int, int]]:
    """Yield where the English has a word for the quantity that is no number."""
    for korean, english in _OTHER_WORDS:
        if re.fullmatch(korean, quantity.surface):
            yield from (found.span() for found in re.finditer(english, en, re.IGNORECASE))


def _relations(
    ko: str,
    en: str,
    told: list[Told],
    said: list[Figure],
    on: date | None,
    matches: Sequence[Match],
) -> Iterator[Disagreement]:
    for here, there in swapped(ko, en, told, said, matches):
        message = f"{here} seems to have changed places with {there}."
        yield Disagreement("number-swapped", message)
    if base := other_base(ko, en):
        yield Disagreement("base-differs", f"“{base}”: the English compares with another time.")
    if rate := other_rate(ko, en, told) or other_unit(ko, en):
        yield Disagreement("base-differs", f"“{rate}” is not what the Korean says.")
    if time := other_time(ko, en, [one.quantity for one in told], on):
        yield Disagreement("date-differs", f"“{time}” is not what the Korean says.")
    if bound := other_bound(ko, en, told):
        yield Disagreement("number-differs", f"“{bound}” is not what the Korean says.")
    if qualified := unqualified(ko, en):
        yield Disagreement("number-differs", f"The English does not say {qualified}.")
