"""Numbers, dates and times in English sentences, as far as a comparison with Korean needs them.

:func:`figures` reads a text once for each kind of figure, the most particular first; what one
reader has taken is closed to the next.
"""

import re
from collections.abc import Iterator

from newsreader.korean.numbers.english_dates import (
    dates,
    decades,
    holidays,
    parts_of_year,
    times,
    weekdays,
)
from newsreader.korean.numbers.english_shares import ratios, scores
from newsreader.korean.numbers.english_units import HALVED, LENGTH, in_smaller_units, unit_after
from newsreader.korean.numbers.english_words import (
    NUMBER_BEFORE,
    NUMBER_WORD,
    ONES,
    ORDINALS,
    TENS,
    either,
    table,
    values,
    word_value,
)
from newsreader.korean.numbers.figure import Figure, FigureKind

_SCALES = values("scale")
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]{3}\b"
_SCALE = either("scale")
_AGE_DECADE = re.compile(
    r"\b(?P<digits>[1-9]0)s\b|\b(?P<word>teens|twenties|thirties|forties|fifties|sixties|seventies|"
    r"eighties|nineties)\b|\b(?P<teens>teen-?agers?|teen-?aged?|adolescents?)\b|"
    r"\b(?P<old>sexage|septuage|octoge|nonage|cente)narians?\b|\b(?P<some>twenty|thirty|forty|fifty|sixty|seventy|eighty)-?something",
    re.IGNORECASE,
)
_OLD = {"sexage": 60, "septuage": 70, "octoge": 80, "nonage": 90, "cente": 100}
_AGES = re.compile(
    r"\b(?P<span>decades|centuries|millennia)\b|\bfor\s(?P<years>years|months|days)\b",
    re.IGNORECASE,
)
_SPANS = {"decades": 10, "centuries": 100, "millennia": 1000}
_COUNTED = re.compile(rf"(?:[0-9]|\b(?:{NUMBER_WORD}))[ -]$|\bhalf a $", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?P<count>dozens|scores(?=\sof\b)|tens|hundreds|thousands|millions|billions|trillions)\b(?:\sof\s"
    r"(?P<of>hundreds|thousands|millions|billions|trillions)\b)?|"
    r"\b(?:several|a few|many)\s(?P<few>dozen|hundred|thousand|million|billion|trillion)\b"
    r"(?:\s(?P<more>thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b((?:1[0-9]|20)[0-9]{2})[-–]((?:1[0-9]|20)?[0-9]{2})\b(?![-–.,]?[0-9])")
_RUNNING_TIME = re.compile(r"\b([0-9]{1,2}):([0-5][0-9]):([0-5][0-9](?:\.[0-9]+)?)\b")
_ORDINAL = re.compile(
    r"\b(?:(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4})(?:st|nd|rd|th)|"
    rf"(?:(?P<ten>{either('ten')})(?:-| (?![a-z]+-)))?(?<!per )"
    rf"(?P<word>(?:(?<![0-9][- ])|(?=second-))(?:{either('ordinal')})))\b"
    r"(?:\s(?:consecutive|straight|successive|running)\s(?P<unit>year|quarter|month|week|day))?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?<=[a-z] )(?:X{0,2}(?:IX|IV|VI{1,3}|I{2,3})|X{2,3})\b")
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10}
_DIGITS_OF = re.compile(r"[- ](?:digits?|figures?)\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?:[A-Za-z]+|[0-9]+)$")
_COUNTS = {"single": 1, "double": 2, "triple": 3} | ONES
_NUMBER = re.compile(
    r"(?P<currency>(?:US|A|C|HK|NT|S)?[$]|[€£¥₩])?"
    r"(?P<sign>(?<![\w.])[-−–](?=[0-9])|\b(?<!or )(?:minus|negative)\s)?"
    r"(?:(?P<digits>(?:(?<![A-Za-z0-9.,-])|(?<=[\s(0-9%][-−–])|(?<=[A-Za-z]-))"
    rf"(?:{_DIGITS}))|"
    rf"\b(?P<word>{NUMBER_WORD})\b|\b(?P<half>half)(?:\san?(?=\s(?:{_SCALE}|{LENGTH}|{HALVED})\b)|(?=-(?:{LENGTH}|{HALVED})\b))|"
    rf"\b(?P<a>an?|few)(?=[- ](?:{_SCALE})\b))",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:aged|age of|turned)\s$", re.IGNORECASE)
_RANK = re.compile(r"\bNo\.?\s$")
_MORE = re.compile(rf"[- ](?:and[- ])?(?P<word>{NUMBER_WORD})\b", re.IGNORECASE)
_SCALED = re.compile(rf"[- ]?(?P<scale>{_SCALE}|[mk](?![A-Za-z]))\b", re.IGNORECASE)
_AND_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_LAP_TIME = re.compile(r"\b([0-9]{1,2}):([0-5][0-9]\.[0-9]{1,3})\b")
_FOLD = re.compile(r"-?fold\b", re.IGNORECASE)
_SPECIAL = re.compile(rf"\b({either('word')})\b", re.IGNORECASE)
_A_UNIT = re.compile(
    rf"\b(?:(?:an?|per|each|every)\s(day|week|month|year|hour|minute|second)|an?\s(?:{HALVED}))\b",
    re.IGNORECASE,
)
_CURRENCY = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NT$": "TWD"}
_CURRENCY |= {"S$": "SGD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}


def figures(text: str) -> list[Figure]:
    """Return the figures of an English sentence in order, none overlapping another."""
    taken = bytearray(len(text))
    found: list[Figure] = []
    for reader in _READERS:
        for figure in reader(text):
            if not any(taken[figure.start : figure.end]):
                taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
                found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def _age_decades(text: str) -> Iterator[Figure]:
    tens = {name[:-1] + "ies": value for name, value in TENS.items()} | {"teens": 10}
    for found in _AGE_DECADE.finditer(text):
        if found["word"]:
            value = tens[found["word"].lower()]
        elif found["teens"]:
            value = 10
        elif found["old"]:
            value = _OLD[found["old"].lower()]
        elif found["some"]:
            value = TENS[found["some"].lower()]
        else:
            value = int(found["digits"])
        yield Figure(found.start(), found.end(), "age-decade", value)


def _orders(text: str) -> Iterator[Figure]:
    sizes = {f"{name}s": size for name, size in _SCALES.items()} | {"tens": 10, "scores": 10}
    sizes |= {"dozens": 10}
    for found in _ORDER.finditer(text):
        if found["count"]:
            value = sizes[found["count"].lower()]
            value *= sizes[found["of"].lower()] if found["of"] else 1
        else:
            value = sizes[f"{found['few'].lower()}s"]
            value *= _SCALES[found["more"].lower()] if found["more"] else 1
        end = found.end() + (3 if text.startswith(" of", found.end()) else 0)
        yield Figure(found.start(), found.end(), "order", value, unit_after(text, end)[0])


def _ages(text: str) -> Iterator[Figure]:
    """Lengths of no known number: decades, for years."""
    for found in _AGES.finditer(text):
        if _COUNTED.search(text, max(0, found.start() - 12), found.start()):
            continue
        if span := found["span"]:
            value, unit = _SPANS[span.lower()], "year"
        else:
            value, unit = 1, found["years"].lower().removesuffix("s")
        yield Figure(found.start(), found.end(), "order", value, unit, loose=True)


def _running_times(text: str) -> Iterator[Figure]:
    for found in _RUNNING_TIME.finditer(text):
        seconds = int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3])
        yield Figure(found.start(), found.end(), "number", seconds, "second")
    for found in _LAP_TIME.finditer(text):
        seconds = int(found[1]) * 60 + float(found[2])
        yield Figure(found.start(), found.end(), "number", seconds, "second")


def _year_spans(text: str) -> Iterator[Figure]:
    for found in _YEARS.finditer(text):
        first, last = found[1], found[2]
        last = first[: 4 - len(last)] + last
        if int(first) < int(last):
            yield Figure(found.start(1), found.end(1), "number", int(first))
            yield Figure(found.start(2), found.end(2), "number", int(last))


def _ordinals(text: str) -> Iterator[Figure]:
    for found in _ORDINAL.finditer(text):
        if found["digits"]:
            value = float(found["digits"].replace(",", ""))
        else:
            value = ORDINALS[found["word"].lower()]
            value += TENS[found["ten"].lower()] if found["ten"] else 0
        unit = found["unit"] and found["unit"].lower()
        yield Figure(found.start(), found.end(), "ordinal", value, unit, loose=value == 1)
    for found in _ROMAN.finditer(text):
        letters = [_ROMAN_LETTERS[letter] for letter in found.group()]
        signed = (
            -one if one < after else one
            for one, after in zip(letters, [*letters[1:], 0], strict=True)
        )
        yield Figure(found.start(), found.end(), "ordinal", sum(signed), loose=True)


def _digit_counts(text: str) -> Iterator[Figure]:
    for found in _DIGITS_OF.finditer(text):
        before = _WORD_BEFORE.search(text[: found.start()])
        if before and (count := _COUNTS.get(before.group().lower())):
            yield Figure(before.start(), found.end(), "digits", count)


def _folds(text: str) -> Iterator[Figure]:
    for found in _FOLD.finditer(text):
        if times := NUMBER_BEFORE.search(text[: found.start()]):
            yield Figure(times.start(), found.end(), "number", word_value(times[1]), "times")


def _numbers(text: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        value, end = _read_value(text, found)
        unit, after = unit_after(text, end)
        rank = _RANK.search(text, max(0, found.start() - 5), found.start()) is not None
        if rank:  # the No. 3 company
            unit, after = None, end
        if unit is None and _AGED.search(text, max(0, found.start() - 8), found.start()):
            unit = "세"
        currency = found["currency"]
        if currency:
            unit = _CURRENCY[currency.upper()]
        if found["sign"]:
            value = -value
        loose = unit is None and found["digits"] is None and value in {0, 1, 2}
        kind: FigureKind = "ordinal" if rank else "number"
        figure = Figure(found.start(), max(end, after), kind, value, unit, loose=loose)
        yield in_smaller_units(figure)
    for found in _A_UNIT.finditer(text):
        half = _AND_HALF.match(text, found.end())
        value, end = (1.5, half.end()) if half else (1.0, found.end())
        unit = (found[1] or "").lower() or unit_after(text, text.index(" ", found.start()))[0]
        yield Figure(found.start(), end, "number", value, unit, loose=half is None)


def _spelt(text: str) -> Iterator[Figure]:
    """Words with a number in them: doubled, a decade, a quarter of a century."""
    for found in _SPECIAL.finditer(text):
        if _COUNTED.search(text, max(0, found.start() - 12), found.start()):
            continue  # two-decade
        number, unit = table()["word"][found[1].lower()]
        loose = number in {1, 2} or unit == "year" or found[1].endswith(("athlon", "/7"))
        yield Figure(found.start(), found.end(), "number", number, unit, loose=loose)


def _read_value(text: str, found: re.Match[str]) -> tuple[float, int]:
    """Read number words, scales and "and a half" behind the first word or digits."""
    end = found.end()
    if found["digits"]:
        value = float(found["digits"].replace(",", ""))
    elif found["word"]:
        value = word_value(found["word"])
        more = _MORE.match(text, end)
        if more and value >= 20 and word_value(more["word"]) < 10:
            value, end = value + word_value(more["word"]), more.end()
    else:
        value = 0.5 if found["half"] else 1
    while scaled := _SCALED.match(text, end):
        name = scaled["scale"].lower()
        value *= _SCALES.get(name) or (10**6 if name == "m" else 10**3)
        end = scaled.end()
        more = _MORE.match(text, end)
        if more and name in {"hundred", "thousand"}:
            value, end = value + word_value(more["word"]), more.end()
    if half := _AND_HALF.match(text, end):
        value, end = value + 0.5, half.end()
        if scaled := _SCALED.match(text, end):  # one and a half million
            value, end = value * _SCALES.get(scaled["scale"].lower(), 1), scaled.end()
    return value, end


_READERS = (
    dates,
    holidays,
    weekdays,
    _running_times,
    times,
    _digit_counts,
    parts_of_year,
    decades,
    _age_decades,
    ratios,
    _spelt,
    _orders,
    _ages,
    _year_spans,
    scores,
    _ordinals,
    _folds,
    _numbers,
)
