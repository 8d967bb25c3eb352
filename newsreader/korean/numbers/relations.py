"""Do the numbers of a translation stand in the same relations? Exchanged numbers, other bases."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from newsreader.article import Match
from newsreader.korean.numbers.figure import Figure
from newsreader.korean.numbers.labels import Sentence, Told
from newsreader.korean.numbers.quantity import Quantity
from newsreader.korean.numbers.roles import changes, exchanged
from newsreader.korean.numbers.words import values

_LAST_MONTH = re.compile(r"전월\s?(?:보다|대비|에 비해|比)|전달보다|지난달보다|한 달 전")
_LAST_YEAR = re.compile(
    r"전년(?:\s?동[월기])?\s?(?:보다|대비|에 비해|比)|(?:지난해|작년)(?: 같은 [달기]간?)?보다|"
    r"1년 전보다"
)
_FROM_MONTH = re.compile(
    r"\b(?:previous|last|prior|preceding)\smonth|month\s(?:earlier|ago|before)|month-on-month|on-month|"
    r"(?:from|than|compared\swith)\s(?:a\s)?month",
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(
    r"\b(?:previous|last|prior|preceding)\syear|year\s(?:earlier|ago|before)|year-on-year|on-year|"
    r"(?:from|than|compared\swith)\s(?:a\s)?year",
    re.IGNORECASE,
)


def swapped(
    ko: str, en: str, told: Sequence[Told], said: list[Figure], matches: Sequence[Match] = ()
) -> Iterator[tuple[str, str]]:
    """Yield (as written, its rival) for numbers of a kind that have changed places.

    ``told`` is where the English says each quantity.
    """
    for one, other in exchanged(Sentence(ko, en, told, matches)):
        yield one.surface, other.surface
        return
    if part := larger_part(en, said):
        yield part
        return
    yield from _turned_round(ko, en, told)


def _turned_round(ko: str, en: str, told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Compare 300명에서 450명으로 with "from 300 to 450"."""
    for first, second in pairwise(told):
        one, other = first.quantity, second.quantity
        if one.kind != other.kind or one.value == other.value or not changes(ko, one, other):
            continue
        starts = [
            start
            for start, _ in second.places
            if _FROM.search(en[max(0, start - 14) : start]) and not _shared(start, first)
        ]
        if starts and not any(_FROM.search(en[max(0, at - 14) : at]) for at, _ in first.places):
            yield one.surface, other.surface


def _shared(start: int, told: Told) -> bool:
    return any(start == place for place, _ in told.places)


_FROM = re.compile(r"\bfrom\s(?:about\s|some\s)?[$€£¥₩]?$", re.IGNORECASE)


_PART_OF = re.compile(
    r"[^0-9.;:]{0,60}(?:\bincluding|\bof (?:whom|them|which|those)|\bamong them)\s"
    r"(?:(?:only|about|some|at least|up to)\s)?"
)


_THEN = re.compile(r"[^0-9.;:]{0,60},\s(?:(?:only|about|some|at least)\s)?")
_OF_WHOM = re.compile(r"\sof (?:whom|them|which|those)\b")


def larger_part(en: str, said: list[Figure]) -> tuple[str, str] | None:
    """Return a part that is said to be more than its whole: "18 people, including 42 children"."""
    counts = [one for one in said if one.kind == "number" and (one.unit or "").islower() is False]
    for whole, part in pairwise(counts):
        between = _PART_OF.fullmatch(en, whole.end, part.start) or (
            _THEN.fullmatch(en, whole.end, part.start) and _OF_WHOM.match(en, part.end)
        )
        if between and 1 < whole.value < part.value and whole.unit == part.unit:
            return en[part.start : part.end].strip(), en[whole.start : whole.end].strip()
    return None


_BEGINS = r"(?=[0-9]|(?:한|두|세|네|다섯|여섯) ?(?:번|차례|회|시간|권|편|잔))"
# What a price or share is reckoned by, in Korean and in English.
_PER_UNITS = (
    (r"평당", r"pyeong|3\.3"),
    (r"(?:㎡|제곱미터)당", r"square met"),
    (r"(?:㎏|kg|킬로그램)당", r"kilogram|kilo\b|kg\b"),
    (r"(?:\bt|톤)당", r"ton(?:ne)?\b"),
    (r"(?:ℓ|L|리터)당", r"lit(?:er|re)"),
    (r"배럴당", r"barrel"),
    (r"(?:가구|세대)당", r"household|family"),
    (r"(?:인|명|사람)당", r"person|capita|head\b|people"),
    (r"마리당", r"(?:animal|bird|head)\b"),
)
# How often a sum falls due or a rate is reckoned, in Korean and in English.
_RATES = {
    "month": (rf"(?<![0-9가-힣])(?:월|매월|매달|한 ?달에?)\s?(?:평균\s?)?{_BEGINS}", r"month"),
    "year": (
        rf"(?<![0-9가-힣])(?:연|연간|매년|해마다|1년에)\s?(?:평균\s?)?{_BEGINS}",
        r"year|annual",
    ),
    "week": (rf"(?<![0-9가-힣])(?:주|매주|일주일에)\s?(?:평균\s?)?{_BEGINS}", r"week"),
    "day": (r"(?<![0-9가-힣])(?:하루|매일)\s?(?:(?:평균|왕복|최대|에)\s?)?(?=[0-9])", r"day|daily"),
    "hour": (r"시간당\s?(?=[0-9])", r"hour"),
}
_PER = r"\b(?:(?:an?|per|each|every)\s(?:{0})\b|(?:{0})ly\b|annually\b)"


def other_rate(ko: str, en: str, told: Sequence[Told]) -> str | None:
    """Return the English rate ("a year") where the Korean has another (월 5만 원)."""
    rates = {
        found.end(): unit for unit, (word, _) in _RATES.items() for found in re.finditer(word, ko)
    }
    for one in told:
        unit = rates.get(one.quantity.start)
        if unit is None:
            continue
        others = "|".join(_RATES.keys() - {unit})
        wrong = re.compile(rf"[^,.;0-9]{{0,12}}?{_PER.format(others)}", re.IGNORECASE)
        found = [wrong.match(en, end) for _, end in one.places]
        if found and all(found) and found[0]:
            return found[0].group().strip()
    if len(set(rates.values())) != 1:
        return None
    (unit,) = set(rates.values())
    if re.search(_RATES[unit][1], en, re.IGNORECASE):
        return None
    others = "|".join(_RATES.keys() - {unit})
    said = re.search(_PER.format(others), en, re.IGNORECASE)
    return said.group() if said else None


def other_unit(ko: str, en: str) -> str | None:
    """Return the English "per square meter" where the Korean reckons by another: 평당."""
    found = [right for word, right in _PER_UNITS if re.search(word, ko)]
    if len(found) != 1:
        return None
    others = "|".join(right for _, right in _PER_UNITS if right != found[0])
    wrong = re.search(rf"\b(?:per|a|an|each|every)\s(?:{others})\w*", en, re.IGNORECASE)
    right = re.search(found[0], en, re.IGNORECASE)
    return wrong.group() if wrong and not right else None


def other_base(ko: str, en: str) -> str | None:
    """Return the Korean comparison (전월보다) whose base the English changes to month or year."""
    for korean, right, wrong, other in (
        (_LAST_MONTH, _FROM_MONTH, _FROM_YEAR, _LAST_YEAR),
        (_LAST_YEAR, _FROM_YEAR, _FROM_MONTH, _LAST_MONTH),
    ):
        found = korean.search(ko)
        if found and wrong.search(en) and not right.search(en) and not other.search(ko):
            return found.group()
    return None


_ENGLISH_AWAY = re.compile(
    r"(?<!the )\b(last|this|next)\s(?:fiscal\s)?(year|month|week)\b|"
    r"(?<!before )(?<!after )\b(yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_AWAY = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
# Comparisons that English may tell as "last year", "last month".
_BEFORE = {
    "year": re.compile(r"전년|년 전|해 전|동기|동월"),
    "month": re.compile(r"전월|전달|달 전|개월 전"),
    "week": re.compile(r"전주|주 전|주일 전"),
    "day": re.compile(r"하루 전"),
}


def other_time(ko: str, en: str, quantities: list[Quantity], on: date | None) -> str | None:
    """Return the English "next year", "today" … where the Korean names another one."""
    for found in _ENGLISH_AWAY.finditer(en):
        unit = (found[2] or "day").lower()
        words = values(unit).items()
        named: set[int | None] = {away for word, away in words if len(word) > 1 and word in ko}
        if not named:
            continue
        if _BEFORE[unit].search(ko):
            named.add(-1)
        if on is not None:
            named |= {_away(one, unit, on) for one in quantities if one.kind == "date"}
        if _AWAY[(found[1] or found[3]).lower()] not in named:
            return found.group()
    return None


def _away(quantity: Quantity, unit: str, on: date) -> int | None:
    """Return by how many years, months or weeks the date is away from ``on``."""
    value = quantity.value
    text = str(next(iter(value.values())) if isinstance(value, dict) else value)
    parts = [int(part) for part in text.split("-") if part]
    if unit == "year":
        return parts[0] - on.year
    if unit == "month":
        return (parts[0] - on.year) * 12 + parts[1] - on.month if len(parts) > 1 else None
    if len(parts) < 3:
        return None
    days = (date(*parts[:3]) - on).days
    return days if unit == "day" else (days + on.weekday()) // 7


_MORE_KO = re.compile(r"[가-힣]{0,2}\s?(?:이상|초과|넘[는은어었긴]|웃도|웃돈|상회)")
_LESS_KO = re.compile(r"[가-힣]{0,2}\s?(?:이하|미만|밑[도돈돌]|못 미|안 되|안 돼|이내)")
_MORE_EN = re.compile(
    r"\b(?<!no )(?<!not )(?:more than|over|above|at least|exceed\w*|upwards of|topp\w+|surpass\w*|"
    r"no (?:less|fewer) than)\s(?:[$€£¥₩]|US\b)*$",
    re.IGNORECASE,
)
_LESS_EN = re.compile(
    r"\b(?<!no )(?<!not )(?:less than|fewer than|under|below|up to|at most|no more than|short of)\s"
    r"(?:[$€£¥₩]|US\b)*$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s?(?:\w+\s){0,2}?(?:or|and)\s(?:more|older|above|over|higher|up)\b")
_OR_LESS = re.compile(r"\s?(?:\w+\s){0,2}?(?:or|and)\s(?:less|fewer|younger|under|below|lower)\b")


def other_bound(ko: str, en: str, told: Sequence[Told]) -> str | None:
    """Return the English bound ("less than 30") where the Korean has the opposite (30 이상)."""
    for one in told:
        behind = ko[one.quantity.end : one.quantity.end + 10]
        more, less = _MORE_KO.match(behind), _LESS_KO.match(behind)
        if (more is None) == (less is None):
            continue
        before, after = (_LESS_EN, _OR_LESS) if more else (_MORE_EN, _OR_MORE)
        bounds = [
            en[max(0, start - 24) : end]
            for start, end in one.places
            if before.search(en[max(0, start - 24) : start]) or after.match(en, end)
        ]
        if bounds and len(bounds) == len(one.places):
            found = before.search(bounds[0][: -len(bounds[0].split()[-1])])
            return bounds[0][found.start() :] if found else bounds[0]
    return None


# What changes a number's meaning and must be said: a floor below ground, a year before our era.
_QUALIFIED = (
    (r"지하\s?[0-9]+층", r"basement|underground|below ground|sublevel|\bB[0-9]"),
    (r"기원전\s?[0-9]+", r"\bB\.?C"),
    (r"음력\s[0-9]+월", r"lunar"),
)


# What is one thing in Korean and may not be its opposite in English.
_OPPOSITE = (
    (r"(?<![가-힣])전반(?:전|에|\s(?:추가|[0-9]))", r"second[- ]half", r"first[- ]half"),
    (r"(?<![가-힣])후반(?:전|에|\s(?:추가|[0-9]))", r"first[- ]half", r"second[- ]half"),
)


def unqualified(ko: str, en: str) -> str | None:
    """Return a Korean number with its qualification (지하 2층) where the English has none."""
    for korean, english in _QUALIFIED:
        found = re.search(korean, ko)
        if found and not re.search(english, en, re.IGNORECASE):
            return found.group()
    for korean, wrong, right in _OPPOSITE:
        found = re.search(korean, ko)
        if found and re.search(wrong, en, re.I) and not re.search(right, en, re.I):
            return found.group()
    return None
