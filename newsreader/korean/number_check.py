"""Does an English sentence say the same numbers as the Korean one?

Each Korean quantity looks for a figure that says it: 280만 for "2.8 million", 오는 20일 for
"Friday", 4분의 1 for "a quarter". What finds none, and English figures that no quantity accounts
for, are disagreements. What English may leave unsaid or say in other words (한, 첫, 112, 이날) asks
for nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsreader.korean.date_fits import (
    date_fits,
    is_told_by_length,
    is_told_by_words,
    lengths,
    time_fits,
)
from newsreader.korean.english_numbers import figures
from newsreader.korean.figure import Figure
from newsreader.korean.number_fits import TIME_UNITS, Fit, number_fits
from newsreader.korean.number_relations import other_base, other_rate, other_time, swapped
from newsreader.korean.numbers import find
from newsreader.korean.quantity import Quantity
from newsreader.korean.units import counters

# Numbers that English has a word for which is no number.
_OTHER_WORDS: tuple[tuple[str, str], ...] = (
    ("24시간", r"(?:a)?round[- ]the[- ]clock|24/7|all day"),
    ("1심", r"lower court|district court|initial"),
    ("2심|항소심", r"appeal|appellate|high court"),
    ("3심", r"supreme court|top court|final"),
    ("8강", r"quarter-?finals?"),
    ("4강", r"semi-?finals?|final four"),
    ("[12]위", r"runners?-up|top|leader|silver|lead"),
    ("두 배|2배", r"doubl|twice"),
    ("100%", r"\ball\b|entire|every|full"),
    ("(?:일|1)주일", r"\bweek"),
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


def check(ko: str, en: str, on: date | None) -> list[Disagreement]:
    """Compare the numbers of a Korean sentence and its English; ``on`` is the article's date."""
    quantities = find(ko, on)
    said = figures(en)
    used: set[int] = set()
    doubts: list[Disagreement] = []
    # What asks for most is served first, so that "two" goes to 2명 before it goes to 양측.
    for quantity in sorted(quantities, key=_is_optional):
        fits = [
            fit
            for fit in _fits(quantity, said, en, on)
            if not any(_counts_others(said[index], quantity, quantities) for index in fit.figures)
        ]
        free = [fit for fit in fits if not set(fit.figures) <= used] or fits
        good = next((fit for fit in free if fit.doubt is None), None)
        fit = good or next(iter(free), None)
        if fit is not None:
            used.update(fit.figures)
        if quantity.kind == "date":  # Wednesday, June 4
            used.update(index for other in fits if other.doubt is None for index in other.figures)
        if fit is not None and fit.doubt is not None:
            doubts.append(Disagreement(*fit.doubt))
        elif fit is None and not (
            _is_optional(quantity)
            or _counts_named(quantity, ko)
            or _is_said_otherwise(quantity, en)
            or is_told_by_length(quantity, quantities, said)
        ):
            doubts.append(_missing(quantity))
    doubts += _added(quantities, said, used, en)
    if not doubts:
        doubts += _relations(ko, en, quantities, said, on)
    return doubts


def _counts_others(figure: Figure, quantity: Quantity, quantities: list[Quantity]) -> bool:
    """Say whether the figure counts what another number does: 31 rebounds are not the 31 points."""
    unit = figure.unit
    return unit != quantity.unit and unit in counters() and any(unit == q.unit for q in quantities)


def _missing(quantity: Quantity) -> Disagreement:
    code = "date-differs" if quantity.kind in {"date", "time"} else "number-differs"
    return Disagreement(code, f"The English does not say {quantity.surface} ({_shown(quantity)}).")


def _shown(quantity: Quantity) -> str:
    value = quantity.value
    if isinstance(value, dict):
        shown = "–".join(str(part) for part in value.values())
    else:
        shown = f"{value:,}" if isinstance(value, int) else str(value)
    return f"{shown} {quantity.unit}" if quantity.unit else shown


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


def _counts_named(quantity: Quantity, ko: str) -> bool:
    """Say whether the quantity counts the countries named before it: 한미일 3국, 한·중 양국."""
    named = _COUNTRIES.search(ko[: quantity.start].replace("·", ""))
    return (
        named is not None
        and quantity.unit in {"국", "개국"}
        and quantity.value == len(named.group().rstrip())
    )


def _fits(quantity: Quantity, said: list[Figure], en: str, on: date | None) -> Iterator[Fit]:
    """Yield the ways in which the English may say ``quantity``, the plainest first."""
    if quantity.kind == "date":
        yield from date_fits(quantity, said, on)
    elif quantity.kind == "time":
        yield from time_fits(quantity, said)
    else:
        yield from number_fits(quantity, said, en)


def _is_said_otherwise(quantity: Quantity, en: str) -> bool:
    if is_told_by_words(quantity, en):
        return True
    return any(
        re.fullmatch(korean, quantity.surface) and re.search(english, en, re.IGNORECASE)
        for korean, english in _OTHER_WORDS
    )


def _added(
    quantities: list[Quantity], said: list[Figure], used: set[int], en: str
) -> list[Disagreement]:
    """Return a doubt for each figure that no Korean quantity accounts for."""
    doubts = []
    for index, figure in enumerate(said):
        if index in used or figure.loose or _is_common(figure) or _may_be_new(figure, quantities):
            continue
        shown = en[figure.start : figure.end].strip(" ,.")
        doubts.append(Disagreement("number-added", f"“{shown}” is not in the Korean."))
    return doubts


def _may_be_new(figure: Figure, quantities: list[Quantity]) -> bool:
    """Say whether English may give the figure where the Korean sentence has none like it.

    A weekday beside a sentence without a day, the year of an event that Korean calls by its day
    (6·25), a conversion of a sum or measure.
    """
    days = [one for one in quantities if one.kind == "date" and len(str(one.value)) == 10]
    events = any("·" in one.surface for one in quantities)
    if figure.kind == "weekday":
        return not days
    if figure.kind == "date":
        return not events and not any(one.kind == "date" for one in quantities)
    if figure.kind == "part-of-year":
        return not any(one.kind == "date" for one in quantities)
    if figure.unit == "day" and figure.value in lengths(quantities):
        return True
    if events and 1900 <= figure.value <= 2100:
        return True
    converted = any(one.unit in {"평", "°C", "km", "KRW", "USD"} for one in quantities)
    return converted and figure.kind == "number" and figure.unit is not None


def _is_common(figure: Figure) -> bool:
    """Say whether the figure is one that English uses without Korean saying a number."""
    if figure.kind not in {"number", "ordinal", "ratio"}:
        return False
    if figure.value == 2:
        return figure.unit is None
    return figure.value in {0.5, 1} and figure.unit in {None, *TIME_UNITS}


def _relations(
    ko: str, en: str, quantities: list[Quantity], said: list[Figure], on: date | None
) -> Iterator[Disagreement]:
    for here, there in swapped(ko, en, quantities, said):
        message = f"{here} seems to have changed places with {there}."
        yield Disagreement("number-swapped", message)
    base = other_base(ko, en)
    if base:
        yield Disagreement("base-differs", f"“{base}”: the English compares with another time.")
    rate = other_rate(ko, en)
    if rate:
        yield Disagreement("base-differs", f"“{rate}” is not what the Korean says.")
    time = other_time(ko, en, quantities, on)
    if time:
        yield Disagreement("date-differs", f"“{time}” is not what the Korean says.")
