"""Times as Korean pages print them and as their metadata states them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from newsreader.article import SEOUL

#: 2023.02.06, 2023-2-6, 2023년 2월 6일; 주체112(2023).2.6 in the North.
_DATE = (
    r"(?P<y>(?:19|20)\d\d)\)?\s*(?:[.\-/]|년)\s*(?P<m>\d{1,2})\s*(?:[.\-/]|월)\s*(?P<d>\d{1,2})"
    r"\s*일?\.?"
)
_TIME = (
    r"(?:\s*(?:T|\||[(\[]\s*[월화수목금토일](?:요일)?\s*[)\]])?[\s(\[]*"
    r"(?P<half>오전|오후|AM|PM|am|pm)?\s*(?P<H>\d{1,2})\s*(?::|시)\s*(?P<M>\d{1,2})\s*분?"
    r"(?:\s*:\s*(?P<S>\d{1,2})(?:\.\d{1,9})?|\s*(?P<S2>\d{1,2})초)?"
    r"\s*(?P<half2>AM|PM|am|pm)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_PRINTED = re.compile(_DATE + _TIME)
_CLOCK = re.compile(r"\W*(?:오전|오후)?\s?\d{1,2}:\d{2}(?::\d{2})?\W*")
#: An article's own times are among the first so many dates of its page.
_MOST_DATES = 500
_MOST_REPEATED = 3
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?(?!\d)"
)
#: What stands before the time of the first publication, and of the last change.
_FIRST = r"(?:최초|기사)?\s*(?:입력|등록|작성|승인|송고|발행|게재|전송)\s*일?시?간?|Published|날짜"
_LAST = r"(?:최종|기사)\s*수정\s*일?시?|최종\s*업데이트|수정\s*일시?|재승인|업데이트|수정|Updated"
_LABEL = re.compile(rf"(?P<last>{_LAST})|(?P<first>{_FIRST})")
_LABEL_BEHIND = re.compile(rf"\s?(?:{_LABEL.pattern})(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Times:
    """When an article was published and last changed, as far as a text says so."""

    published: datetime | None = None
    modified: datetime | None = None

    def completed(self, other: "Times") -> "Times":
        """Return these times, with those of ``other`` where there are none."""
        if other is NEVER:
            return self
        return Times(self.published or other.published, self.modified or other.modified)


NEVER = Times()

#: The North counts years from 1912: 주체115.1.6., also 주체115(2026)년.
_JUCHE = re.compile(r"주체\s?(\d{2,3})\s?년?(?=\s?[.(]?\s?\d{1,2}[.월]|\.)")
#: Boards print years in two digits: 작성일 26-02-06 09:30. In a text longer than a line of a page's
#: head only the label tells that it is a date.
_LINE = 60
_SHORT_YEAR = re.compile(r"(?<![\d.\-/])\d\d[-./]\d\d[-./]\d\d\s{1,4}\d\d:\d\d")
_BEFORE_YEAR = re.compile(
    r"(?:작성|등록|입력|수정|게시|승인|날짜|업데이트)\s?(?:일시?|시간)?\s{0,3}[:：]?\s{0,3}$"
)


def _has_year(text: str) -> bool:
    """A quick look before the slow ones."""
    return "20" in text or "19" in text


def without_times(text: str) -> str:
    """Return ``text`` without times and the labels before them."""
    if not _has_year(text):
        return text
    return _LABEL.sub("", _PRINTED.sub("", text))


def _in_common_years(text: str) -> str:
    if "주체" in text:
        return _JUCHE.sub(lambda found: str(int(found[1]) + 1911), text)
    return _SHORT_YEAR.sub(_with_century, text) if ":" in text else text


def _with_century(time: re.Match[str]) -> str:
    before = time.string[max(0, time.start() - 14) : time.start()]
    labelled = len(time.string) <= _LINE or _BEFORE_YEAR.search(before)
    return f"20{time[0]}" if labelled else time[0]


def parse_time(text: str) -> datetime | None:
    """Return the first date in ``text`` with its time; Korean time unless an offset is given.

    A date without a time is midnight. None when there is no date or it does not exist.
    """
    text = _in_common_years(text)
    if not _has_year(text):
        return None
    found = _PRINTED.search(text) or _COMPACT.search(text)
    if found and not found["H"]:
        # The same day may stand once more, with its time.
        day = _day(found)
        others = islice(_PRINTED.finditer(text, found.end()), _MOST_REPEATED)
        found = next((one for one in others if one["H"] and _day(one) == day), found)
    return _time(found) if found else None


def _day(found: re.Match[str]) -> tuple[int, int, int]:
    return int(found["y"]), int(found["m"]), int(found["d"])


def labelled_times(text: str) -> Times:
    """Return the times that ``text`` labels (입력, 등록, 승인 …; 수정, 업데이트 …)."""
    published = modified = None
    text = _in_common_years(text)
    if not _has_year(text):
        return NEVER
    times = list(islice(_PRINTED.finditer(text), _MOST_DATES))
    # Labels stand behind their times where nothing stands before the first and one behind the last.
    behind = bool(times) and not _before(text, times[0])
    behind = behind and _LABEL_BEHIND.match(text, times[-1].end()) is not None
    for found in times:
        label = _LABEL_BEHIND.match(text, found.end()) if behind else _before(text, found)
        if label is None or (time := _time(found)) is None:
            continue
        if label["last"]:
            modified = modified or time
        else:
            published = published or time
    return Times(published, modified) if published or modified else NEVER


def _before(text: str, time: re.Match[str]) -> re.Match[str] | None:
    """The label before a time."""
    labels = list(_LABEL.finditer(text, max(0, time.start() - 14), time.start()))
    return labels[-1] if labels else None


def is_time_line(text: str) -> bool:
    """Say whether ``text`` holds little else than times and their labels."""
    if not _has_year(text) or not _PRINTED.search(text):
        return False
    rest = _LABEL.sub("", _PRINTED.sub("", text))
    return len(re.sub(r"[\W_]+|ⓒ|KST", "", rest)) <= 6


def is_clock(text: str) -> bool:
    """Say whether ``text`` is a time of day and nothing else."""
    return _CLOCK.fullmatch(text) is not None


def merge(printed: datetime | None, stated: datetime | None) -> datetime | None:
    """Return the better of the time printed on a page and the one in its metadata.

    The same minute is taken with its seconds. Otherwise what is printed counts, as some servers
    state Korean time with a Z; a printed date without a time gives way to a stated one of that day.
    """
    if printed is None or stated is None:
        return printed or stated
    local = stated.astimezone(SEOUL)
    if printed.replace(second=0) == local.replace(second=0, microsecond=0):
        return local if local.second else printed
    if is_day(printed) and printed.date() == local.date():
        return local
    return printed


def is_day(time: datetime) -> bool:
    """Say whether a time is no more than a date: midnight."""
    return (time.hour, time.minute, time.second) == (0, 0, 0)


def most_precise(times: Iterable[datetime | None]) -> datetime | None:
    """Return the first time with an hour, or the first date where none has one."""
    day = None
    for time in filter(None, times):
        if not is_day(time):
            return time
        day = day or time
    return day


def _time(found: re.Match[str]) -> datetime | None:
    part = found.groupdict()
    hour = int(part["H"] or 0)
    half = (part.get("half") or part.get("half2") or "").upper()
    if half in {"오후", "PM"} and hour < 12:
        hour += 12
    elif half in {"오전", "AM"} and hour == 12:
        hour = 0
    second = int(part.get("S") or part.get("S2") or 0)
    try:
        time = datetime(
            int(part["y"]), int(part["m"]), int(part["d"]),
            hour % 24, int(part["M"] or 0), second, tzinfo=SEOUL,
        )  # fmt: skip
        offset = _offset(part.get("zone"))
    except ValueError:
        return None
    # 24:00 is the next day's midnight.
    return time + timedelta(days=hour // 24) - offset + timedelta(hours=9)


def _offset(zone: str | None) -> timedelta:
    """The offset of ``+09:00``, ``-0500`` or ``Z``; Korea's where none is given."""
    if zone is None:
        return timedelta(hours=9)
    if zone == "Z":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 23 or minutes > 59:
        raise ValueError(f"no such offset: {zone}")
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
