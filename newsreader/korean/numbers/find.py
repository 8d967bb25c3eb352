"""Numbers in Korean news: what they are, what they are worth, what they count.

:func:`find` reads a text from left to right. At each place where a number could begin the readers
are asked in turn, the most particular first: dates, clock times, lengths of time, telephone
numbers, scores, and at last a numeral with its counter. Words that only look like numbers (만약,
천만다행, 한 시민) are left alone because no counter follows them.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from newsreader.korean.numbers.counted import read_counted, read_native_counted
from newsreader.korean.numbers.dates import read_date
from newsreader.korean.numbers.numerals import read_digits, read_sino
from newsreader.korean.numbers.prefixed import read_fixed, read_prefixed
from newsreader.korean.numbers.quantity import Quantity, QuantityKind, Value, plain
from newsreader.korean.numbers.times import read_duration, read_time
from newsreader.korean.numbers.units import fold, match_unit

#: Where a number can begin: a digit, a sign, a currency sign, or the first letter of a word.
_START = re.compile(r"[0-9$€£¥₩'‘’+-]|(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]|[시초]속")
# First letters of Korean number words, dates and prefixes; other words cannot begin a number.
_FIRST = frozenset(
    "하이사나닷엿여아열보일반정자오새낮저밤한두세네석넉다여일여아열스서마쉰예일여아서수몇십백천만억절"
    "제첫톱영섭화규진갑곱댓시초분마미둘셋넷상하연내올금작재지어그모글전이다육칠팔구삼무대너유"
)
# A digit that is the rest of a number which was not believed as a whole, or of a name (갤럭시S9).
_INSIDE = re.compile(r"[0-9][.,]?$|[A-Za-z]$")
_PHONE = re.compile(
    r"0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}|1[568][0-9]{2}-[0-9]{4}|"
    r"(?:1[1-8][0-9]|13[0-9]{2}|15[0-9]{2}|16[0-9]{2}|18[0-9]{2})(?![0-9,.]|\s?[%명개건원년월일])"
)
_PHONE_BEFORE = re.compile(
    r"(?:국번\s?없이|전화(?:번호)?[는은]?|☎|상담전화|(?:상담|신고|문의|제보)[은는을를]?|콜센터|핫라인|번호)\s?\(?$"
)
_PHONE_AFTER = re.compile(
    r"\s?(?:신고|구급|구조|안전신고|상황실|센터|콜센터|소방|(?:에|로)\S*\s(?:전화|신고|연락|문의|제보|상담)|를?\s?누르|번으로|번에)"
)
# Called by its number alone: 119에 의해, 112로.
_EMERGENCY = re.compile(r"11[0-37-9](?:에서?|로)\s")
_EVENT = re.compile(r"(1[0-2]|[1-9])[·∙.‧](3[01]|[12][0-9]|[1-9])(?![0-9%])(?!\.[0-9])")
_EVENT_NAME = re.compile(
    r"\s?(?:절|운동|혁명|사태|테러|참사|총선|대선|지방선거|지선|재보|보궐|전당대회|비상계엄|계엄|민주|묘지|"
    r"전쟁|선언|합의|대책|광복|의거|학살|항쟁|독립|쿠데타|공동|남북|사건|만세|해방|기념|참전|전사|유공|희생)"
)
# What may stand between two dates or times of which the second leaves out what they share.
_AND_UNTIL = re.compile(r"(?:\(.\))?(?:부터|에서|과|와|,|·|께부터|쯤부터)\s?")
_ONLY_DAY = re.compile(r"[0-9]{1,2}일")
_SAME = re.compile(r"(같은 ?해|그해|이듬해|같은 ?달)\s$")
_CODE = re.compile(r"[A-Za-z]{1,12}[-‑]?[0-9]{1,6}(?:\.[0-9]+)?[A-Za-z0-9-]{0,12}")
_SHORT_CODE = re.compile(r"[0-9]{1,3}[A-Z]{1,4}(?![A-Za-z])")
_SCORE = re.compile(
    r"([0-9]{1,3})\s?([-–:])\s?([0-9]{1,3})(?![-–0-9:]|\s?(?:[%명개원억만도㎞㎝]|번지|호|부|번|공구|단지|블록|구역|생활권|단독|달러))"
)
_TEAM_SCORE = re.compile(
    r"([0-9]+(?:\.[0-9]+)?)(\s?)대\s?([0-9]+(?:\.[0-9]+)?)(?![0-9.]|\s?[%명개원억만세살])"
)
_SPORT = re.compile(
    r"이겼|이긴|승리|패했|패배|패하|꺾|앞서|앞선|앞섰|끌려|역전|비겼|무승부|득점|제압|완파|눌[렀러]|물리|제[쳤치]|무릎|졌다|골을|누르고|대파|완승"
)
#: How far around a score the words of sport are looked for, in characters.
_SCENE = 80
_SHARE = re.compile(r"비율|경쟁률|비중|확률|배율|환율|축척|비")
_FRACTION = re.compile(
    r"[0-9,십백천만억일이삼사오육칠팔구]+\s?분의\s?([0-9]{1,4}|[일이삼사오육칠팔구])"
)
# 6과 3분의 2이닝, 5⅓이닝
_MIXED = re.compile(r"([0-9]{1,3})(?:([½⅓⅔¼¾])|과\s?([2-9]|10)분의\s?([1-9]))")
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4}
# 1/3 is a share only before what says so; else it may be a date.
_SLASH = re.compile(
    r"([1-9])/([2-9]|10)(?![0-9/])(?=\s?(?:이상|이하|이내|가량|정도|수준|로|가|을|의|만|밖에))"
)
# Tenths, hundredths and thousandths: 3할2푼1리.
_TENTHS = re.compile(r"([0-9])할(?:\s?([0-9])푼)?(?:\s?([0-9])리)?(?![가-힣]{3})")
_HEIGHT = re.compile(r"([0-9])m\s?([0-9]{1,2})(?:㎝|cm)")
_SLASHED = re.compile(r"[0-9]{2,3}/[0-9]{2,3}\s?(?:㎜|mm)?\s?Hg")
# A section of works, a house number, a theory of two states, a pile-up: 3-1공구, 2국가론, 3중 추돌.
_NUMBERED = re.compile(
    r"38도?선|[0-9]국가|[2-9]중\s?[추충]돌|[0-9]{1,3}-[0-9]{1,3}(?:공구|번지|단지|블록|구역|생활권|호선|지구|획지|필지)"
)
_OF = re.compile(r"\s(중|가운데)(?:에서?)?\s")
#: Up to this many 가운데 tells a share (셋 가운데 하나), beyond it counts both: 300석 가운데 170석.
_SHARED = 10
_TO = re.compile(r"\s?[~–—]\s?")
_RANGED: frozenset[QuantityKind] = frozenset(
    {"number", "money", "percent", "percent_point", "measure"}
)


def find(text: str, on: date | None = None) -> list[Quantity]:
    """Return the numbers of ``text`` in order; ``on`` is the article's date.

    Without ``on``, days that are told from it (오늘, 지난달) are left out.
    """
    folded = fold(text)
    found: list[Quantity] = []
    done = 0
    for start in _START.finditer(folded):
        at = start.start()
        if at < done or ("가" <= folded[at] <= "힣" and folded[at] not in _FIRST):
            continue
        quantity = _read(folded, at, on)
        if quantity is not None and quantity.start >= done:
            quantity = _placed(folded, quantity, found)
            found.append(quantity)
            done = quantity.end
    return [_with_surface(text, quantity) for quantity in _joined(folded, found)]


def _read(text: str, at: int, on: date | None) -> Quantity | None:
    letter = text[at]
    if letter.isdigit():
        if _INSIDE.search(text[max(0, at - 2) : at]):
            return None
        readers = _DIGIT_READERS
    elif "가" <= letter <= "힣":
        readers = _WORD_READERS
    elif letter.isascii() and letter.isalpha():
        return _read_code(text, at)
    else:
        readers = (read_counted,)
    dated = read_date(text, at, on)
    if dated is not None:
        return dated
    for reader in readers:
        quantity = reader(text, at)
        if quantity is not None:
            return quantity
    return None


def _placed(text: str, quantity: Quantity, found: list[Quantity]) -> Quantity:
    """Complete a date or time by the one before: 5월 3일부터 5일까지, 오후 2시부터 4시까지."""
    last = found[-1] if found else None
    if last is None or last.kind != quantity.kind:
        return _in_same_year(text, quantity, found)
    value, before = quantity.value, last.value
    if not isinstance(value, str) or not isinstance(before, str):
        return quantity
    if not _AND_UNTIL.fullmatch(text, last.end, quantity.start):
        return _in_same_year(text, quantity, found)
    if quantity.kind == "time" and quantity.surface[0].isdigit():
        later = int(value[:2]) + 12
        if value < "12:00" <= before and f"{later}{value[2:]}" > before:
            return replace(quantity, value=f"{later}{value[2:]}")
    day = quantity.kind == "date" and _ONLY_DAY.fullmatch(quantity.surface)
    # A whole date, or one without a year where the article's day is not known.
    if day and before[-3:-2] == "-" and before[:3] != "---" and value[-2:] >= before[-2:]:
        return replace(quantity, value=before[:-2] + value[-2:])
    return quantity


def _in_same_year(text: str, quantity: Quantity, found: list[Quantity]) -> Quantity:
    """Place 같은 해 5월, 이듬해 3월 and 같은 달 5일 by the date named before."""
    same = _SAME.search(text[max(0, quantity.start - 6) : quantity.start])
    if not same or quantity.kind != "date" or not isinstance(quantity.value, str):
        return quantity
    known = [one.value for one in found if one.kind == "date" and isinstance(one.value, str)]
    if not known:
        return quantity
    before = known[-1].split("-")
    now = quantity.value.split("-")
    if not before[0] or not now[0]:
        return quantity
    year = int(before[0]) + (1 if same[1] == "이듬해" else 0)
    moved = [str(year), *now[1:]]
    if same[1].endswith("달") and len(before) > 1 and len(now) == 3:
        moved[1] = before[1]
    return replace(quantity, value="-".join(moved))


def _read_phone(text: str, at: int) -> Quantity | None:
    found = _PHONE.match(text, at)
    if not found:
        return None
    number = found.group()
    told = (
        _PHONE_BEFORE.search(text[max(0, at - 8) : at])
        or _PHONE_AFTER.match(text, found.end())
        or _EMERGENCY.match(text, at)
    )
    if "-" not in number and not told:
        return None
    return _make(text, at, found.end(), "phone", number)


def _read_event(text: str, at: int) -> Quantity | None:
    """Read the name of a day in history, which is no number: 3·1절, 6·25, 4.19 혁명."""
    found = _EVENT.match(text, at)
    if not found or text[found.end() : found.end() + 1] in {"월", "일", "대"}:
        return None
    counted = match_unit(text, found.end())
    if counted and (counted[0].kind == "ordinal" or not text.startswith(" ", found.end())):
        return None
    if "." in found.group() and not _EVENT_NAME.match(text, found.end()):
        return None
    return _make(text, at, found.end(), "no-number", found.group())


def _read_code(text: str, at: int) -> Quantity | None:
    found = _CODE.match(text, at)
    return _make(text, at, found.end(), "no-number", found.group()) if found else None


def _read_short_code(text: str, at: int) -> Quantity | None:
    found = _SHORT_CODE.match(text, at)
    return _make(text, at, found.end(), "no-number", found.group()) if found else None


def _read_named(text: str, at: int) -> Quantity | None:
    """Read what has digits and counts nothing: 140/90㎜Hg, 3-1공구."""
    found = _SLASHED.match(text, at) or _NUMBERED.match(text, at)
    return _make(text, at, found.end(), "no-number", found.group()) if found else None


def _read_height(text: str, at: int) -> Quantity | None:
    """Read 1m80㎝ as the 1.8 metres that it is."""
    found = _HEIGHT.match(text, at)
    if not found:
        return None
    metres = plain(int(found[1]) + int(found[2]) / 100)
    return Quantity(at, found.end(), found.group(), "measure", metres, "m")


def _read_tenths(text: str, at: int) -> Quantity | None:
    found = _TENTHS.match(text, at)
    if not found:
        return None
    value = sum(int(part or 0) / 10**place for place, part in enumerate(found.groups(), 1))
    return _make(text, at, found.end(), "number", plain(value))


def _read_fraction(text: str, at: int) -> Quantity | None:
    if (found := _SLASH.match(text, at)) and int(found[1]) < int(found[2]):
        return _make(text, at, found.end(), "ratio", found.group())
    if mixed := _MIXED.match(text, at):
        share = _VULGAR[mixed[2]] if mixed[2] else int(mixed[4]) / int(mixed[3])
        counted = match_unit(text, mixed.end())
        end = counted[1] if counted else mixed.end()
        unit = counted[0].name if counted else None
        return replace(_make(text, at, end, "number", plain(int(mixed[1]) + share)), unit=unit)
    found = _FRACTION.match(text, at)
    if not found:
        return None
    below = read_digits(text, at) if text[at].isdigit() else next(iter(read_sino(text, at)), None)
    if not below:
        return None
    above = found[1] if found[1].isdigit() else next(iter(read_sino(found[1], 0))).value
    return _make(text, at, found.end(), "ratio", f"{above}/{below.value}")


def _read_score(text: str, at: int) -> Quantity | None:
    """Read 2-1, 0대2 (scores) and 3대 1, 3:1 (ratios)."""
    before = text[at - 1 : at]
    if before in {"-", ":"} or "가" <= before <= "힣":
        return None
    if found := _SCORE.match(text, at):
        kind: QuantityKind = "score" if found[2] != ":" or _is_sport(text, at) else "ratio"
        sign = "-" if kind == "score" else ":"
        return _make(text, at, found.end(), kind, f"{found[1]}{sign}{found[3]}")
    found = _TEAM_SCORE.match(text, at)
    if not found:
        return None
    shares = _SHARE.search(text[max(0, at - 16) : at]) is not None
    if not shares and (_is_sport(text, at) or "0" in {found[1], found[3]}):
        return _make(text, at, found.end(), "score", f"{found[1]}-{found[3]}")
    return _make(text, at, found.end(), "ratio", f"{found[1]}:{found[3]}")


def _is_sport(text: str, at: int) -> bool:
    return _SPORT.search(text, max(0, at - _SCENE), at + _SCENE) is not None


def _make(text: str, at: int, end: int, kind: QuantityKind, value: Value) -> Quantity:
    return Quantity(at, end, text[at:end], kind, value)


def _with_surface(text: str, one: Quantity) -> Quantity:
    surface = text[one.start : one.end]
    return Quantity(one.start, one.end, surface, one.kind, one.value, one.unit)


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join neighbours that are one thing: 5명 중 1명, 500억 원~700억 원, 오전 9시~오후 6시."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        both = last and (_ratio(text, last, quantity) or _range(text, last, quantity))
        if both:
            joined[-1] = both
        else:
            joined.append(quantity)
    return joined


def _ratio(text: str, whole: Quantity, part: Quantity) -> Quantity | None:
    among = _OF.fullmatch(text, whole.end, part.start)
    if not whole.kind == part.kind == "number" or not among:
        return None
    if not isinstance(whole.value, int) or not isinstance(part.value, int):
        return None
    if part.unit not in {whole.unit, None} or part.value > whole.value:
        return None
    if among[1] == "가운데" and whole.value > _SHARED:
        return None
    span = text[whole.start : part.end]
    return Quantity(whole.start, part.end, span, "ratio", f"{part.value}/{whole.value}", whole.unit)


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    if low.kind != high.kind or low.unit != high.unit or low.kind in {"ratio", "no-number"}:
        return None
    if not _TO.fullmatch(text, low.end, high.start):
        return None
    if isinstance(low.value, dict | list) or isinstance(high.value, dict | list):
        return None
    kind: QuantityKind = "range" if low.kind in _RANGED else low.kind
    value: Value = {"from": low.value, "to": high.value}
    return Quantity(low.start, high.end, text[low.start : high.end], kind, value, low.unit)


_Reader = Callable[[str, int], Quantity | None]
_DIGIT_READERS: tuple[_Reader, ...] = (
    _read_named,
    _read_tenths,
    _read_height,
    _read_fraction,
    read_time,
    _read_phone,
    _read_event,
    _read_score,
    read_duration,
    read_counted,
    _read_short_code,
)
_WORD_READERS: tuple[_Reader, ...] = (
    read_time,
    read_fixed,
    _read_fraction,
    read_duration,
    read_prefixed,
    read_native_counted,
)
