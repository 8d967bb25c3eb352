"""What the hanja of a Korean headline stand for: 北 North Korea, 檢 the prosecution, 尹 a person.

A run of hanja is looked up as a word, then read as a compound of countries, parties and persons
(韓美日, 對北, 非明) or a noun of the lexicon, then as one character whose neighbours decide
(日단위, 北유럽, 金·土), and at last by the general dictionary of characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from newsreader.korean import DATA
from newsreader.korean.hanja import fold, is_hanja, look_up, read
from newsreader.korean.lexicon import written_in

HanjaKind = Literal[
    "country", "person", "party", "institution", "role", "time", "other", "not-shorthand"
]

#: How much of the headline on either side a row's conditions may look at.
_CONTEXT = 12
#: The longest word in hanja that is looked for inside a run, in characters.
_LONGEST_WORD = 6
# Prefixes of compounds: 對北 toward North Korea, 反尹 anti-Yoon, 在日 resident in Japan.
_PREFIXES = {
    "對": "toward, against {}",
    "反": "anti-{}",
    "親": "pro-{}",
    "非": "non-{}, not of the camp of {}",
    "脫": "moving away from {}",
    "在": "resident in {}",
    "訪": "visit to {}",
    "駐": "stationed in {}",
    "抗": "resistance against {}",
    "嫌": "hatred of {}",
    "知": "well informed about {}",
    "來": "coming to {}",
    "離": "leaving {}",
    "歸": "return to {}",
    "入": "entering {}",
    "前": "former {}",
    "現": "current {}",
    "新": "new {}",
    "元": "former {}",
    "故": "the late {}",
    "全": "all of {}",
    "汎": "pan-{}",
}
# Suffixes: 美軍 US military, 日王 the Japanese emperor.
_SUFFIXES = {
    "軍": ("the military of {}", "institution"),
    "側": ("the side of {}", "country"),
    "産": ("made in {}", "other"),
    "發": ("originating in {}", "other"),
    "行": ("bound for {}", "other"),
    "式": ("in the style of {}", "other"),
    "系": ("of the faction or origin of {}", "party"),
    "派": ("the faction of {}", "party"),
    "圈": ("the camp of {}", "party"),
    "王": ("the emperor or king of {}", "role"),
    "人": ("people of {}", "role"),
    "核": ("nuclear weapons of {}", "other"),
    "法": ("the courts of {}", "institution"),
}
# Kinds that may stand together in one compound: 黨政, 韓 for a person beside 尹.
_MIXED = (frozenset({"party", "institution"}), frozenset({"country", "person"}))
# The ten heavenly stems and the twelve earthly branches.
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SURNAME = re.compile(r"^surname (\S+?)(?= |:|$)(?: \(([^)]*)\))?")


@dataclass(frozen=True, slots=True)
class HanjaRun:
    """A run of hanja at headline[start:end]: how it is read, and what it means there.

    ``hanja`` is the run as the headline has it, compatibility characters included.
    """

    start: int
    end: int
    hanja: str
    hangul: str
    sense_en: str
    kind: HanjaKind

    def to_json(self) -> dict[str, Any]:
        """Return the run as a JSON object."""
        return {
            "start": self.start,
            "end": self.end,
            "hanja": self.hanja,
            "hangul": self.hangul,
            "sense_en": self.sense_en,
            "kind": self.kind,
        }


@dataclass(frozen=True, slots=True)
class _Row:
    """One meaning of a character; ``before`` and ``after`` are what must stand around it."""

    hangul: str
    kind: HanjaKind
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    since: date | None
    until: date | None
    sense: str

    def holds(self, before: str, after: str, on: date | None) -> bool:
        if (self.since or self.until) and on is None:
            return False
        if on and ((self.since and on < self.since) or (self.until and on > self.until)):
            return False
        if self.before and not self.before.search(before):
            return False
        return not (self.after and not self.after.match(after))


def resolve(headline: str, on: date | None = None) -> list[HanjaRun]:
    """Return the runs of hanja in ``headline``, in order; ``on`` is the article's date.

    The date decides who 李 or 尹 is; without it surnames stay surnames.
    """
    folded = fold(headline)
    runs: list[HanjaRun] = []
    for start, end in _spans(folded):
        for begin, stop, (hangul, kind, sense) in _pieces(folded, start, end, on):
            runs.append(HanjaRun(begin, stop, headline[begin:stop], hangul, sense, kind))
    return runs


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = -1
    for at, letter in enumerate(text + " "):
        if is_hanja(letter):
            start = at if start < 0 else start
        elif start >= 0:
            yield start, at
            start = -1


_Meaning = tuple[str, HanjaKind, str]


def _pieces(
    text: str, start: int, end: int, on: date | None
) -> Iterator[tuple[int, int, _Meaning]]:
    """Yield the run whole where it has a meaning, else cut into words that have one."""
    whole = _meaning(text, start, end, on)
    cuts = [] if whole else _longest_words(text, start, end)
    for begin, stop in cuts or [(start, end)]:
        piece = whole or _meaning(text, begin, stop, on)
        run = text[begin:stop]
        yield begin, stop, piece or (read(run), "not-shorthand", _dictionary(run))


def _longest_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run such as 韓美首腦會談 into known words; return nothing where most are unknown."""
    cuts: list[tuple[int, int]] = []
    at = start
    while at < end:
        longest = min(end, at + _LONGEST_WORD)
        stop = next((stop for stop in range(longest, at + 1, -1) if _known(text[at:stop])), at + 1)
        cuts.append((at, stop))
        at = stop
    known = [cut for cut in cuts if cut[1] - cut[0] > 1]
    return cuts if len(known) * 2 > len(cuts) or (known and len(cuts) == 2) else []


def _known(run: str) -> bool:
    return _word(run) is not None or _noun_or_compound(run, None) is not None


def _meaning(text: str, start: int, end: int, on: date | None) -> _Meaning | None:
    run = text[start:end]
    if len(run) > 1:
        return _word(run) or _noun_or_compound(run, on)
    before = text[max(0, start - _CONTEXT) : start]
    after = text[end : end + _CONTEXT]
    for row in _characters().get(run, ()):
        if row.holds(before, after, on):
            return row.hangul, row.kind, row.sense
    return read(run), "not-shorthand", _dictionary(run)


def _word(run: str) -> _Meaning | None:
    return _words().get(run) or _day(run)


def _day(run: str) -> _Meaning | None:
    """Read a day or a year of the cycle of sixty, as horoscopes have it: 丙午."""
    stem, branch = _STEMS.find(run[:1]), _BRANCHES.find(run[1:])
    if len(run) != 2 or min(stem, branch) < 0 or (stem - branch) % 2:
        return None
    number = next(one for one in range(60) if (one % 10, one % 12) == (stem, branch)) + 1
    return read(run), "time", f"day or year {number} of the cycle of sixty"


def _noun_or_compound(run: str, on: date | None) -> _Meaning | None:
    """Read a run as shorthands, or as a noun of the lexicon: 元老, 石油.

    A noun goes before what persons' names would make of it: 文人 is nobody of Moon's.
    """
    compound = _compound(run, on)
    if compound is not None and compound[1] not in {"person", "role"}:
        return compound
    noun = written_in(run)
    if noun is None:
        return compound
    return noun.lemma, "not-shorthand", str(noun.senses[0])


def _compound(run: str, on: date | None) -> _Meaning | None:
    """Read a run of two to five shorthands: 韓美日, 對北, 反尹, 美軍."""
    if not 2 <= len(run) <= 5:
        return None
    if run[0] in _PREFIXES and (rest := _country(run[1:]) or _named(run[1:], on)):
        hangul, kind, sense = rest
        kind = "party" if kind == "person" else kind
        return read(run[0]) + hangul, kind, _PREFIXES[run[0]].format(*[sense] * 2)
    if run[-1] in _SUFFIXES and (rest := _country(run[:-1]) or _named(run[:-1], on)):
        pattern, suffix_kind = _SUFFIXES[run[-1]]
        return rest[0] + read("一" + run[-1])[1:], _kind(suffix_kind), pattern.format(rest[2])
    return _named(run, on) if len(run) > 1 else None


def _country(run: str) -> _Meaning | None:
    """Return the meaning of a country's whole name: 中國 in 中國産."""
    word = _word(run)
    return (word[0], "country", word[2]) if word and run[-1] in "國本灣" else None


def _named(run: str, on: date | None) -> _Meaning | None:
    """Read characters that each name a country, a party, an institution or a person."""
    rows = [row for letter in run if (row := _name(letter, on))]
    if not rows or len(rows) != len(run):
        return None
    kinds = {row.kind for row in rows}
    if len(kinds) > 1 and not any(kinds <= mixed for mixed in _MIXED):
        return None
    senses = [_short_sense(row) for row in rows]
    whole = senses[0] if len(senses) == 1 else ", ".join(senses[:-1]) + " and " + senses[-1]
    kind: HanjaKind = "party" if "party" in kinds else rows[0].kind
    return "".join(row.hangul for row in rows), kind, whole


def _name(letter: str, on: date | None) -> _Row | None:
    """Return the row by which a character names somebody, whatever stands around it."""
    for row in _characters().get(letter, ()):
        named = row.kind in {"country", "party", "institution", "person"}
        if named and row.after is None and row.before is None and row.holds("", "", on):
            return row
    return None


def _short_sense(row: _Row) -> str:
    found = _SURNAME.match(row.sense)
    if found is None:
        return row.sense
    return f"{found[1]} ({found[2]})" if found[2] else found[1]


def _dictionary(run: str) -> str:
    """Return the first of Unihan's meanings of each of a run's first characters."""
    found = [look_up(letter) for letter in run[:_LONGEST_WORD]]
    meanings = [one.meaning if one and one.meaning else "(unknown)" for one in found]
    return " + ".join(", ".join(re.split("[,;] ?", meaning)[:3]) for meaning in meanings)


@cache
def _words() -> dict[str, _Meaning]:
    words: dict[str, _Meaning] = {}
    for line in _lines("hanja_words.tsv"):
        word, hangul, kind, sense = line.split("\t")
        words[word] = (hangul, _kind(kind), sense)
    return words


@cache
def _characters() -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {}
    for line in _lines("headline_hanja.tsv"):
        hanja, hangul, kind, before, after, since, until, sense = line.split("\t")
        row = _Row(
            hangul,
            _kind(kind),
            re.compile(rf"(?:{before})$") if before != "-" else None,
            re.compile(after) if after != "-" else None,
            date.fromisoformat(since) if since != "-" else None,
            date.fromisoformat(until) if until != "-" else None,
            sense,
        )
        rows.setdefault(hanja, []).append(row)
    return rows


def _lines(name: str) -> list[str]:
    data = DATA / name
    lines = data.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _kind(name: str) -> HanjaKind:
    for kind in _KINDS:
        if kind == name:
            return kind
    raise ValueError(f"{name!r} is no kind of hanja")


_KINDS: tuple[HanjaKind, ...] = (
    "country",
    "person",
    "party",
    "institution",
    "role",
    "time",
    "other",
    "not-shorthand",
)
