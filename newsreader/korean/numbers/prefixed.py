"""Numbers whose meaning a word before them decides: 제14호, 영하 8도, 만 5세, 톱10, 첫, 둘째."""

import re
from dataclasses import replace

from newsreader.korean.numbers.counted import quantity, read_counted, read_list
from newsreader.korean.numbers.quantity import Quantity, plain
from newsreader.korean.numbers.units import ends_word, match_unit
from newsreader.korean.numbers.words import either, values

_LABELS: dict[str, tuple[str | None, str | None, int]] = {
    "시속": (None, "km/h", 1),
    "초속": (None, "m/s", 1),
    "분속": (None, "m/min", 1),
    "영하": ("도", "°C", -1),
    "영상": ("도", "°C", 1),
    "섭씨": ("도", "°C", 1),
    "화씨": ("도", "°F", 1),
}
_LABEL = re.compile(r"(시속|초속|분속|섭씨|화씨)?\s?(영하|영상)?\s?(?:약\s)?(?=[0-9-])")
_MAGNITUDE = re.compile(r"규모\s?([0-9]\.[0-9]{1,2})(?![0-9]|\s?[억만조%])")
_INTENSITY = re.compile(r"진도\s?([1-9](?:\.[0-9])?)(?![0-9.]|\s?[%명개단])")
_MACH = re.compile(r"마하\s?([0-9]{1,2}(?:\.[0-9]{1,2})?)")
_DIGITS = re.compile(r"[0-9]{1,6}")
_ORDER = re.compile(r"제\s?(?=[0-9])")
_TOP = re.compile(r"톱\s?([0-9]{1,3})")
_FIRST = re.compile(r"첫\s?(번째|째)|첫(?=\s[가-힣0-9A-Za-z])")
_NTH = re.compile(rf"({either(values('part'))})째")
_OF_TEN = re.compile(rf"열에\s({either(values('part'))})")
_OF_WHICH = re.compile(rf"({either(values('part'))})\s(?:중|가운데)\s하나")
_SEVERAL_ALONE = re.compile(r"(둘|셋|넷)(?![가-힣]{3})")
_NATIVE_VALUES = values("part")
_TEN_VALUES = values("ten")
_HALF = re.compile(r"절반(?!의\s?성공)|반의\s?반")
_TENS_ALONE = re.compile(r"(?:서른|마흔|예순|일흔|여든|아흔)(?=[이을를에의도인])|쉰(?=이[다었고])")
_TWOFOLD = re.compile(r"[갑곱]절")
_BELOW_TO = re.compile(
    r"(영[하상])\s?([0-9]+(?:\.[0-9]+)?)도?\s?~\s?(영[하상])\s?([0-9]+(?:\.[0-9]+)?)도"
)
_MINUS = re.compile(r"마이너스\s?(?:\(-\)|성장률?)?\s?(?=[0-9])")
_EXACT_AGE = re.compile(r"만\s(?=[0-9])")


def read_prefixed(text: str, at: int) -> Quantity | None:
    """Return the number whose meaning a word before it decides: 제14호, 영하 8도, 만 5세, 톱10."""
    if found := _ORDER.match(text, at):
        return _read_ordinal(text, at, found.end())
    if found := _MAGNITUDE.match(text, at):
        return quantity(text, at, found.end(), "measure", float(found[1]), "magnitude")
    if found := _INTENSITY.match(text, at):
        return quantity(text, at, found.end(), "measure", plain(float(found[1])), "intensity")
    if found := _MACH.match(text, at):
        return quantity(text, at, found.end(), "measure", plain(float(found[1])), "Mach")
    if found := _TOP.match(text, at):
        return quantity(text, at, found.end(), "ordinal", int(found[1]), "톱")
    if found := _BELOW_TO.match(text, at):
        low, high = (
            plain(float(found[number]) * (-1 if found[number - 1] == "영하" else 1))
            for number in (2, 4)
        )
        return quantity(text, at, found.end(), "range", {"from": low, "to": high}, "°C")
    if found := _MINUS.match(text, at):
        return _negative(text, at, read_counted(text, found.end()))
    if found := _EXACT_AGE.match(text, at):
        aged = read_counted(text, found.end())
        if aged is None or aged.kind != "age":
            return None
        return replace(aged, start=at, surface=text[at : aged.end])
    return _read_measure_label(text, at)


def _read_measure_label(text: str, at: int) -> Quantity | None:
    found = _LABEL.match(text, at)
    if not found or not (found[1] or found[2]):
        return None
    measured = read_counted(text, found.end())
    if measured is None or measured.kind not in {"measure", "range"}:
        return None
    sign, unit = 1, measured.unit
    for word in (found[1], found[2]):
        if word:
            needed, unit, factor = _LABELS[word]
            unit = "mi/h" if measured.unit == "mi" else unit
            sign *= factor
            if needed and measured.unit != "°C":
                return None
    prefixed = replace(measured, start=at, surface=text[at : measured.end], unit=unit)
    return _negative(text, at, prefixed) if sign < 0 else prefixed


def _negative(text: str, at: int, found: Quantity | None) -> Quantity | None:
    """Return ``found`` below zero, with the word before it that says so."""
    if found is None:
        return None
    value = found.value
    if isinstance(value, dict):
        numbers = sorted(-number for number in value.values())
        ends = ("from", "to") if "from" in value else tuple(value)
        value = dict(zip(ends, numbers, strict=True))
    elif isinstance(value, int | float):
        value = -value
    return replace(found, start=at, surface=text[at : found.end], value=value)


def _read_ordinal(text: str, at: int, digits: int) -> Quantity | None:
    if listed := read_list(text, digits):
        return replace(listed, start=at, surface=text[at : listed.end], kind="ordinal")
    found = _DIGITS.match(text, digits)
    if not found:
        return None
    matched = match_unit(text, found.end()) if not text.startswith(" ", found.end()) else None
    article = text.startswith("조", found.end()) and ends_word(text, found.end() + 1)
    if article:
        return quantity(text, at, found.end() + 1, "ordinal", int(found.group()), "조")
    unit, end = (matched[0].form, matched[1]) if matched else (None, found.end())
    return quantity(text, at, end, "ordinal", int(found.group()), unit)


def read_fixed(text: str, at: int) -> Quantity | None:
    """Return the number that is one word: 절반, 반의반, 첫, 둘째, 셋 중 하나."""
    if found := _FIRST.match(text, at):
        unit = found[1] if found[1] == "번째" else None
        return quantity(text, at, found.end(), "ordinal", 1, unit or found[1])
    if found := _NTH.match(text, at):
        return quantity(text, at, found.end(), "ordinal", _NATIVE_VALUES[found[1]], "째")
    if (found := _OF_TEN.match(text, at)) and ends_word(text, found.end()):
        return quantity(text, at, found.end(), "ratio", f"{_NATIVE_VALUES[found[1]]}/10", None)
    if found := _OF_WHICH.match(text, at):
        return quantity(text, at, found.end(), "ratio", f"1/{_NATIVE_VALUES[found[1]]}", None)
    if (found := _SEVERAL_ALONE.match(text, at)) and ends_word(text, found.end()):
        return quantity(text, at, found.end(), "number", _NATIVE_VALUES[found[1]], None)
    if (found := _HALF.match(text, at)) and ends_word(text, found.end()):
        share = 0.5 if found.group() == "절반" else 0.25
        return quantity(text, at, found.end(), "number", share, None)
    if (found := _TENS_ALONE.match(text, at)) and ends_word(text, found.end()):
        return quantity(text, at, found.end(), "age", _TEN_VALUES[found.group()], "세")
    if (found := _TWOFOLD.match(text, at)) and ends_word(text, found.end()):
        return quantity(text, at, found.end(), "number", 2, "times")
    return None
