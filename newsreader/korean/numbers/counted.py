"""Numerals with their counters: 312만 배럴, 서너 차례, 2·4차, 19~34세, 정 모(33) 씨."""

import re
from dataclasses import replace

from newsreader.korean.numbers.homographs import (
    DECADES,
    is_fortune,
    is_generation,
    is_group,
    is_term,
    kind_of_dae,
    kind_of_floor,
)
from newsreader.korean.numbers.numerals import Numeral, read_digits, read_native, read_sino
from newsreader.korean.numbers.quantity import Number, Quantity, QuantityKind, Value, plain
from newsreader.korean.numbers.units import Unit, ends_word, match_unit
from newsreader.korean.particles import may_follow_counter

_RANGE = re.compile(r"\s?[~–—]\s?")
_HYPHEN = re.compile(r"-(?=[0-9])")
_LIST = re.compile(r"[0-9]{1,3}(?:[·∙,][0-9]{1,3})+(?![0-9])")
_CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}
_RANGED: frozenset[QuantityKind] = frozenset(
    {"number", "money", "percent", "percent_point", "measure"}
)

_AGE_IN_BRACKETS = re.compile(r"[0-9]{1,3}(?=\s?(?:[)·]|,(?![0-9]{3}))|세[)·,])")
_NAMED = re.compile(r"[가-힣A-Z○]{1,4}\s?[씨군양]?\($")
_COHORT = re.compile(r"([1-9]0)([1-9]0)\s?(?:세대|(?=여성|남성|청년|직장인|유권자|표심))")

# 도 counts degrees of an angle or of alcohol here.
_ANGLE = re.compile(r"(?:[동서남북][위경]|위도|경도|각도|경사|방위각|알코올|도수)\s?(?:약\s)?$")
_BURN = re.compile(r"\s?(?:이상\s)?화상")
_WORD_BEFORE = re.compile(r"[가-힣]{1,10}-?$")
_WORD_AFTER = re.compile(r"[가-힣]{2,10}|\+[0-9]{1,2}")
# What may follow a bare number directly: 2,500대, 5000여.
_BARE_TAIL = re.compile(
    r"(?:대|여|선|이상|이하|미만|안팎|가량|정도|쯤)(?:[은는이가을를의에도로 ]|$)"
)
_HANGUL = re.compile(r"[가-힣]+")
# Written together, 수명 is a lifespan and 수건 a towel.
_SEVERAL = re.compile(r"수\s(?=명|건|개 |대의)|수\s?(?=차례|곳|개국|마리)")

_LONE_WORDS = frozenset("십백천만")
_LONE_COUNTERS = frozenset(
    {
        "명",
        "개",
        "건",
        "곳",
        "번",
        "마리",
        "대",
        "권",
        "장",
        "그루",
        "가구",
        "원",
        "달러",
        "년",
        "엔",
        "유로",
        "회",
    }
)
_NATIVE_KINDS = frozenset({"number", "measure", "age", "ordinal"})
_ATTACHED = frozenset(
    {"명", "번째", "달", "건", "곳", "개", "장", "살", "시간", "차례", "마리", "배", "팀"}
)
#: More buildings than this are never counted by 동; their blocks are numbered from 101.
_MOST_BUILDINGS = 100
_SEASON = re.compile(r"(?:시즌|통산|개인|데뷔)\s$")
_NO_COUNT = re.compile(r"\s(?:탓|말|이름|생각|마음|잘못|자신|집|부담|감면|혜택|납|교환|치료|처리)")
# Who is counted without a counter: 천만 관객, 오천만 국민.
_CROWD = re.compile(
    r"\s(?:관객|인구|시민|국민|도민|구독자|팬|당원|대군|개미|노동자|농민|장병|동포|촛불|독자|관중|배우|영화)"
)
_FEW = frozenset({"세", "네"})


def read_counted(text: str, at: int) -> Quantity | None:
    """Return the number in digits at ``at``, with its sign, range and counter."""
    sign = 1
    position = at
    currency = _CURRENCY_SIGNS.get(text[at])
    if text[at] in "+-":
        if text[at - 1 : at].isalnum() or not text[at + 1 : at + 2].isdigit():
            return None
        sign, position = (-1 if text[at] == "-" else 1), at + 1
    elif currency or text[at] in "'‘’":
        position = at + 1
    if not text[position : position + 1].isdigit():
        return None
    if text[at] in "'‘’":
        return None
    special = _read_bracketed_age(text, at) or _read_cohort(text, at) or read_list(text, at)
    if special:
        return special
    low = read_digits(text, position)
    if low is None:
        return None
    low = replace(low, start=at, value=low.value * sign)
    if currency:
        return _make(text, low, None, low.end, "money", currency)
    if is_group(text, low):
        return quantity(text, at, low.end, "ordinal", plain(low.value / low.scale), "조")
    high = _read_high(text, low)
    return _with_unit(text, low, high)


def _read_high(text: str, low: Numeral) -> Numeral | None:
    """Read what follows 3만~ or 5- as the upper end of a range."""
    found = _RANGE.match(text, low.end) or _HYPHEN.match(text, low.end)
    if not found:
        return None
    negative = text.startswith("-", found.end())
    high = read_digits(text, found.end() + negative)
    if high is None:
        return None
    value = -high.value if negative else high.value
    if low.scale == 1 and low.value < value / high.scale and high.scale > 1:
        return replace(high, value=value, scale=high.scale)
    return replace(high, value=value, scale=1) if value > low.value else None


def _with_unit(text: str, low: Numeral, high: Numeral | None) -> Quantity | None:
    for upper in (high, None) if high else (None,):
        end = upper.end if upper else low.end
        matched = match_unit(text, end)
        if matched is None:
            continue
        unit, unit_end = matched
        if upper and text[low.end] == "-" and unit.kind in {"ordinal", "number"}:
            continue
        bottom = low
        if upper and upper.scale > 1:
            bottom = replace(low, value=plain(low.value * upper.scale))
        return _counted(text, bottom, upper, unit, unit_end)
    if text[low.end : low.end + 1] in {"-", ":"} and text[low.end + 1 : low.end + 2].isdigit():
        return None
    if high and text[low.end] != "-":
        if _is_year(text, low, high):
            years: Value = {"from": f"{low.value}-01-01", "to": f"{high.value}-12-31"}
            return quantity(text, low.start, high.end, "date", years, None)
        bottom = replace(low, value=plain(low.value * high.scale))
        return _make(text, bottom, high, high.end, "number", None)
    if not _ends_bare(text, low):
        return None
    return _read_name(text, low) or _make(text, low, None, low.end, "number", None)


def _is_year(text: str, low: Numeral, high: Numeral) -> bool:
    written = text[low.start : high.end]
    return "," not in written and all(1900 <= one.value <= 2100 for one in (low, high))


def _ends_bare(text: str, low: Numeral) -> bool:
    """Say whether the digits may stand without a counter: no Latin letter sticks to them."""
    following = text[low.end : low.end + 1]
    return not (following.isascii() and following.isalpha())


def _particles_follow(text: str, at: int) -> bool:
    found = _HANGUL.match(text, at)
    return found is None or may_follow_counter(found.group())


def _read_name(text: str, low: Numeral) -> Quantity | None:
    """Read digits that are part of a word (코로나19, 6자회담, 2+2): they count nothing."""
    before = _WORD_BEFORE.search(text[max(0, low.start - 10) : low.start])
    after = _WORD_AFTER.match(text, low.end)
    joined = after is not None and not _BARE_TAIL.match(text, low.end)
    joined = joined and (text[low.end] == "+" or not _particles_follow(text, low.end))
    start = low.start - len(before.group()) if before else low.start
    end = after.end() if after and joined else low.end
    if (start, end) == (low.start, low.end):
        return None
    return quantity(text, start, end, "no-number", text[start:end], None)


def _is_block(_text: str, low: Numeral, _end: int) -> bool:
    return low.value > _MOST_BUILDINGS


def _is_of_season(text: str, low: Numeral, _end: int) -> bool:
    return _SEASON.search(text[max(0, low.start - 6) : low.start]) is not None


#: Counters that name one of a series under a condition: 101동 is a block, 시즌 12승 the 12th win.
_NAMED_IN_SERIES = {"동": _is_block, "승": _is_of_season}


def _counted(
    text: str, low: Numeral, high: Numeral | None, unit: Unit, end: int
) -> Quantity | None:
    if unit.form == "대":
        return _dae(text, low, high, end)
    if unit.form == "세":
        kind: QuantityKind = "ordinal" if is_generation(text, low, end) else "age"
        return _make(text, low, high, end, kind, "세")
    if unit.form == "층":
        return _make(text, low, high, end, kind_of_floor(text, low.start, end), "층")
    if unit.form in _NAMED_IN_SERIES and _NAMED_IN_SERIES[unit.form](text, low, end):
        return _make(text, low, high, end, "ordinal", unit.form)
    if unit.form == "선" and low.value > 12:
        return _make(text, low, high, (high or low).end, "number", None)
    if unit.form == "기" and is_term(text, end):
        return _make(text, low, high, end, "ordinal", "기")
    if unit.form == "도" and (of := _kind_of_degree(text, low, high or low, end)) != "°C":
        kind = "ordinal" if of == "도" else "measure"
        return _make(text, low, high, end, kind, of) if of else None
    if unit.name == "%p" and "포인트" not in unit.form and "%" not in unit.form:
        low = replace(low, value=plain(low.value / 100))
        high = replace(high, value=plain(high.value / 100)) if high else None
    if unit.form.startswith("베이시스"):
        low = replace(low, value=plain(low.value / 100))
    if not low.approx and text.startswith("여", end) and not text.startswith("여성", end):
        low, end = replace(low, approx=True), end + 1
    if text.startswith("째", end) and unit.kind == "number":
        return _make(text, low, high, end + 1, "ordinal", unit.name + "째")
    if unit.kind == "number" and (run := re.match(r"\s?연속", text[end : end + 3])):
        return _make(text, low, high, end + run.end(), "ordinal", unit.name)
    return _make(text, low, high, end, unit.kind, unit.name)


def _kind_of_degree(text: str, low: Numeral, last: Numeral, end: int) -> str | None:
    """Return the unit that 도 is: °C, ° of an angle, 도 of a burn; None where it is "too"."""
    # 35 도 is "35 too", 서해5도 five islands.
    if not text.startswith("도", last.end) or text[low.start - 1 : low.start].isalpha():
        return None
    if _BURN.match(text, end):
        return "도"
    return "°" if _ANGLE.search(text[max(0, low.start - 6) : low.start]) else "°C"


def _make(
    text: str,
    low: Numeral,
    high: Numeral | None,
    end: int,
    kind: QuantityKind,
    unit: str | None,
) -> Quantity:
    value: Value = low.value
    upper = high.value if high else low.high
    if upper is not None:
        value = {"from": low.value, "to": upper}
        kind = "range" if kind in _RANGED else kind
    elif low.order:
        value = {"order": low.value}
    elif low.approx or (high and high.approx):
        value = {"approx": low.value}
    return Quantity(low.start, end, text[low.start : end], kind, value, unit)


def _dae(text: str, low: Numeral, high: Numeral | None, end: int) -> Quantity:
    if is_fortune(text, low):
        return _make(text, low, high, end, "money", "KRW")
    kind = kind_of_dae(text, low, high, end)
    if kind != "age":
        return _make(text, low, high, end, kind, "대")
    value: Value = {"from": low.value, "to": (high or low).value + 9}
    return quantity(text, low.start, end, "age", value, "세")


def _read_bracketed_age(text: str, at: int) -> Quantity | None:
    """Read the age behind a name: 정 모(33) 씨, 한다솔(27·회사원)."""
    found = _AGE_IN_BRACKETS.match(text, at)
    if not found or not _NAMED.search(text[max(0, at - 8) : at]):
        return None
    age = int(found.group())
    if not 1 <= age <= 120:
        return None
    end = found.end() + (1 if text.startswith("세", found.end()) else 0)
    return Quantity(at, end, text[at:end], "age", age, "세")


def _read_cohort(text: str, at: int) -> Quantity | None:
    found = _COHORT.match(text, at)
    if not found:
        return None
    value: Value = {"from": int(found[1]), "to": int(found[2]) + 9}
    return Quantity(at, found.end(), found.group(), "age", value, "세")


def read_list(text: str, at: int) -> Quantity | None:
    """Read several numbers with one counter: 2·4차."""
    found = _LIST.match(text, at)
    if not found or "," in found.group():
        return None
    matched = match_unit(text, found.end())
    if matched is None or text.startswith(" ", found.end()):
        return None
    unit, end = matched
    values: list[Number] = [int(part) for part in re.split("[·∙]", found.group())]
    if text[at - 1 : at] != "제" and unit.form in {"대", "세대"} and values[-1] in DECADES:
        first = int(values[0]) * (1 if values[0] in DECADES else 10)
        decades: Value = {"from": first, "to": int(values[-1]) + 9}
        return Quantity(at, end, text[at:end], "age", decades, "세")
    return Quantity(at, end, text[at:end], unit.kind, values, unit.name)


def read_native_counted(text: str, at: int) -> Quantity | None:
    """Return the number in Korean words at ``at``: 세 곳, 서너 차례, 수백만 건, 만 원."""
    native = read_native(text, at)
    if native is not None:
        return _count_native(text, native)
    if found := _SEVERAL.match(text, at):
        low = Numeral(at, found.end(), 1, order=True, digits=False)
        matched = match_unit(text, at + 1, digits=False)
        return _make(text, low, None, matched[1], "number", matched[0].name) if matched else None
    for low in read_sino(text, at):
        if counted := _count_sino(text, low):
            return counted
    return None


def _count_native(text: str, low: Numeral) -> Quantity | None:
    matched = match_unit(text, low.end, digits=False, native=True)
    matched = matched or match_unit(text, low.end, digits=False)
    spaced = text.startswith(" ", low.end)
    if matched and matched[0].kind in _NATIVE_KINDS and matched[0].form not in {"세", "급"}:
        unit, end = matched
        if (unit.native or low.value != 1) and (spaced or unit.form in _ATTACHED):
            return _make(text, low, None, end, unit.kind, unit.name)
    if low.value == 1 and low.high is None:
        return None
    word = text[low.start : low.end]
    if not spaced or not "가" <= text[low.end + 1 : low.end + 2] <= "힣":
        return None
    if word in {"석", "넉", "열", "쉰"} or (word in _FEW and _NO_COUNT.match(text, low.end)):
        return None
    return _make(text, low, None, low.end, "number", None)


def _count_sino(text: str, low: Numeral) -> Quantity | None:
    word = text[low.start : low.end]
    spaced = text.startswith(" ", low.end)
    matched = match_unit(text, low.end, digits=False)
    if len(word) == 1:
        if word not in _LONE_WORDS or not spaced or not matched:
            return None
        if matched[0].form not in _LONE_COUNTERS:
            return None
    elif not matched:
        whole = low.order and len(word) > 2 and ends_word(text, low.end)
        if whole or (len(word) > 1 and _CROWD.match(text, low.end)):
            return _make(text, low, None, low.end, "number", None)
        return None
    elif _is_other_word(word, matched[0], spaced=spaced):
        return None
    unit, end = matched
    if unit.form == "대":
        return _dae(text, low, None, end)
    if unit.kind not in {"number", "money", "measure", "percent"}:
        return None
    return _make(text, low, None, end, unit.kind, unit.name)


def _is_other_word(word: str, unit: Unit, *, spaced: bool) -> bool:
    """Say whether the letters are no number: 수조 is a tank, 이천 a city, 오만 가지 all sorts."""
    if word == "이천" or (len(word) == 2 and word[1] == "조"):
        return unit.kind != "money"
    if len(word) == 2 and word[1] in "일이삼사오육칠팔구":  # 백사장 is a beach, 백일장 a contest
        return not spaced
    return set(word).isdisjoint("십백천만억조") or (word == "오만" and unit.form == "가지")


def quantity(
    text: str, at: int, end: int, kind: QuantityKind, value: Value, unit: str | None
) -> Quantity:
    """Return the quantity at text[at:end]."""
    return Quantity(at, end, text[at:end], kind, value, unit)
