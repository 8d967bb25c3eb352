"""Dates and clock times in English sentences, for :mod:`newsreader.korean.numbers.english`."""

import re
from collections.abc import Iterator

from newsreader.korean.numbers.english_words import NUMBER_WORD, ORDINALS, either, table, word_value
from newsreader.korean.numbers.figure import Figure

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    rf"(?P<about>(?:mid|early|late)[- ])?(?P<month>{_MONTH})"
    r"(?:\s(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\b(?!,[0-9]{3}\b))?(?:,?\s(?P<year>[12][0-9]{3})\b)?|"
    rf"\b(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})"
    r"(?:,?\s(?P<year2>[12][0-9]{3})\b)?"
)
# The second day or hour of "May 3 to 5" and the first of "2 to 4 p.m.".
_UNTIL = re.compile(
    r"\s?(?:-|–|to|and|through)\s?([0-3]?[0-9])(?:st|nd|rd|th)?\b(?![,.:]?[0-9]|\s?[ap]\.?m|%)"
)
_FROM = re.compile(r"\b([0-9]{1,2})(?::([0-5][0-9]))?\s?(?:-|–|to|and|until)\s?$")
_HOLIDAY = re.compile(
    rf"\b({either('holiday')})\b(?:,?\s(?P<year>[12][0-9]{{3}})\b)?", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\b({either('weekday')})days?\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?P<hour>[0-2]?[0-9])(?::(?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m\b\.?|"
    r"\b(?P<hour2>[0-2]?[0-9]):(?P<minute2>[0-5][0-9])\b(?!,[0-9])|"
    rf"\b(?P<hour4>{NUMBER_WORD}|1?[0-9])(?:\so['’]clock)?"
    r"(?:\s(?:in the|at)\s(?P<when>morning|afternoon|evening|night)\b|(?<=clock\b))|"
    rf"\b(?P<part>half|quarter|(?:{NUMBER_WORD}|[0-5]?[0-9])(?=(?:\sminutes)?\s(?:past\s|"
    r"(?:to|before|after)\s(?:midnight|noon)\b)))(?:\sminutes)?\s"
    rf"(?P<side>past|to|before|after)\s(?P<hour3>{NUMBER_WORD}|[0-9]+|midnight|noon)\b|"
    r"\b(?P<word>midnight|noon|midday)\b",
    re.IGNORECASE,
)
_NAMED_HOURS = {"midnight": 0, "noon": 12}
# Times of other zones, which a translation may add for its readers.
_ZONE = re.compile(r"\s?\(?(?:GMT|UTC|E[DS]?T|P[DS]?T|CES?T|BST|JST)\b")
_ZULU = re.compile(r"\b([0-2][0-9])([0-5][0-9])(?=\s(?:GMT|UTC)\b)")
_FIRST_MONTHS = re.compile(rf"\bfirst\s({NUMBER_WORD}|[0-9]{{1,2}})\smonths\b", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?P<part>half|quarter)\b|"
    r"\bQ(?P<q>[1-4])\b|\bH(?P<h>[12])\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?P<year>[12][0-9]{2}0)s\b|['’](?P<short>[0-9]0)s\b")


def dates(text: str) -> Iterator[Figure]:
    """Yield the days and months: "May 3", "the 3rd of May 2025", "mid-June"."""
    for found in _DATE.finditer(text):
        day = found["day"] or found["day2"]
        name = found["month"] or found["month2"]
        if name == "May" and not (day or found["year"] or found["about"]):
            before = text[max(0, found.start() - 8) : found.start()].lower()
            if not re.search(
                r"\b(?:a|in|of|since|until|by|and|to|from|between|last|this|next|every|each|through|during|"
                r"for|late|early|than|before|after)\s$",
                before,
            ):
                continue
        month = int(table()["month"][name[:3].lower()][0])
        year = found["year"] or found["year2"]
        yield Figure(
            found.start(),
            found.end(),
            "date",
            int(day or 0),
            month=month,
            year=int(year) if year else None,
        )
        until = _UNTIL.match(text, found.end()) if found["day"] and not found["year"] else None
        if until and int(until[1]) > int(day or 0):
            yield Figure(until.start(1), until.end(), "date", int(until[1]), month=month)


def holidays(text: str) -> Iterator[Figure]:
    """Yield the days of the year that have a name; nothing follows from one alone."""
    for found in _HOLIDAY.finditer(text.replace("’", "'")):
        month, day = divmod(int(table()["holiday"][found[1].lower()][0]), 100)
        year = int(found["year"]) if found["year"] else None
        yield Figure(found.start(), found.end(), "date", day, month=month, year=year, loose=True)


def weekdays(text: str) -> Iterator[Figure]:
    """Yield the days of the week."""
    for found in _WEEKDAY.finditer(text):
        weekday = table()["weekday"][found[1].lower()][0]
        yield Figure(found.start(), found.end(), "weekday", weekday)


def times(text: str) -> Iterator[Figure]:
    """Yield the clock times, in hours: 14.5 is half past two in the afternoon."""
    for found in _TIME.finditer(text):
        if word := found["word"]:
            hour: float = 0 if word.lower() == "midnight" else 12
            yield Figure(found.start(), found.end(), "time", hour, half_known=True)
        elif found["part"]:
            yield _beside_the_hour(found)
        elif found["hour4"]:
            hour = word_value(found["hour4"]) % 12
            hour += 12 if (found["when"] or "morning").lower() != "morning" else 0
            known = found["when"] is not None
            yield Figure(found.start(), found.end(), "time", hour, half_known=known)
        else:
            hour = int(found["hour"] or found["hour2"])
            hour += int(found["minute"] or found["minute2"] or 0) / 60
            known = found["half"] is not None
            if known:
                hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
                if start := _FROM.search(text[max(0, found.start() - 12) : found.start()]):
                    first = int(start[1]) % 12 + int(start[2] or 0) / 60
                    first += 12 if hour >= 12 and first + 12 < hour else 0
                    offset = max(0, found.start() - 12)
                    yield Figure(
                        offset + start.start(), found.start(), "time", first, half_known=True
                    )
            abroad = _ZONE.match(text, found.end()) is not None
            known = known or hour >= 13
            yield Figure(found.start(), found.end(), "time", hour, half_known=known, loose=abroad)
    for found in _ZULU.finditer(text):
        hour = int(found[1]) + int(found[2]) / 60
        yield Figure(found.start(), found.end(), "time", hour, half_known=True, loose=True)


def _beside_the_hour(found: re.Match[str]) -> Figure:
    """Read "half past two", "ten to midnight"."""
    named = found["hour3"].lower()
    hour = _NAMED_HOURS[named] if named in _NAMED_HOURS else word_value(named)
    part = found["part"].lower()
    away = {"half": 0.5, "quarter": 0.25}.get(part) or word_value(part) / 60
    hour += away if found["side"].lower() in {"past", "after"} else -away
    known = named in _NAMED_HOURS
    return Figure(found.start(), found.end(), "time", hour % 24, half_known=known)


def parts_of_year(text: str) -> Iterator[Figure]:
    """Yield the quarters and halves of a year, and its first so many months."""
    for found in _PART_OF_YEAR.finditer(text):
        if found["q"] or found["h"]:
            part, nth = ("quarter", found["q"]) if found["q"] else ("half", found["h"])
        else:
            part, nth = found["part"].lower(), found["nth"].lower()
        value = int(nth[0]) if nth[0].isdigit() else ORDINALS[nth]
        yield Figure(found.start(), found.end(), "part-of-year", value, part)
    for found in _FIRST_MONTHS.finditer(text):
        months = word_value(found[1])
        yield Figure(found.start(), found.end(), "part-of-year", months, "months")


def decades(text: str) -> Iterator[Figure]:
    """Yield the decades of a calendar: the 1990s, the '90s."""
    for found in _DECADE.finditer(text):
        year = int(found["year"]) if found["year"] else 1900 + int(found["short"])
        yield Figure(found.start(), found.end(), "decade", year)
