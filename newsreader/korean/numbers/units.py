"""Counters and units: what stands behind a numeral (명, 배럴, 달러, %포인트)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from newsreader.korean import DATA
from newsreader.korean.numbers.quantity import QuantityKind
from newsreader.korean.particles import may_follow_counter

#: Counters after which any Hangul may follow directly behind digits (3명사망, 5개부처).
_LOOSE = frozenset({"명", "건", "곳", "개", "%", "퍼센트", "달러"})
# What may stand directly behind a unit without being part of it.
_TAIL = re.compile(
    r"여|간|들|등|별|끼리|대|째|당|씩|쯤|가량|꼴|선|짜리|어치|생|급|형|권|이상|이하|미만|초과|안팎|남짓|만에|규모|넘|중|"
    r"내(?!과)|뿐|전(?!쟁|투)|뒤|후|연속|이내|께|경(?!기)|정도|치|분량|배기|제(?!곱)|새|더|동안|부로|이후|이전|초반|중반|후반|상당"
)
#: No particle or tail has more syllables.
_LONGEST_TAIL = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the table. ``unit`` is None where the counter is kept as it is written."""

    form: str
    kind: QuantityKind
    unit: str | None
    native: bool
    english: tuple[str, ...]

    @property
    def name(self) -> str:
        """The unit as it stands in a quantity."""
        return self.unit or self.form


@cache
def _table() -> dict[str, tuple[Unit, ...]]:
    """Return the units by the first character of their form, longest form first."""
    units: dict[str, list[Unit]] = {}
    text = (DATA / "units.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        form, kind, unit, native, english = line.split("\t")
        names = () if english == "-" else tuple(english.split("|"))
        row = Unit(form, _kind(kind), None if unit == "=" else unit, native == "y", names)
        units.setdefault(form[0], []).append(row)
    return {
        first: tuple(sorted(some, key=lambda unit: -len(unit.form)))
        for first, some in units.items()
    }


def _kind(name: str) -> QuantityKind:
    kinds: dict[str, QuantityKind] = {
        "number": "number",
        "money": "money",
        "percent": "percent",
        "percent_point": "percent_point",
        "measure": "measure",
        "duration": "duration",
        "age": "age",
        "ordinal": "ordinal",
    }
    return kinds[name]


@cache
def english_names() -> dict[str, frozenset[str]]:
    """Return, for each unit that has them, its names in English text, in lower case."""
    names: dict[str, set[str]] = {}
    for units in _table().values():
        for unit in units:
            if unit.english:
                names.setdefault(unit.name, set()).update(name.lower() for name in unit.english)
    return {unit: frozenset(some) for unit, some in names.items()}


@cache
def counters() -> frozenset[str]:
    """Return the units that count things and have names in English: goals, assists, votes."""
    rows = (unit for units in _table().values() for unit in units)
    return frozenset(unit.name for unit in rows if unit.kind == "number" and unit.english)


def count_the_same(unit: str | None, other: str | None) -> bool:
    """Say whether two units have an English name in common: 석 and 좌석 are both "seats"."""
    names = english_names()
    return unit == other or not names.get(unit or "", frozenset()).isdisjoint(
        names.get(other or "", ())
    )


def match_unit(
    text: str, at: int, *, digits: bool = True, native: bool = False
) -> tuple[Unit, int] | None:
    """Return the unit at ``at`` (one blank before it is skipped) and where it ends.

    ``digits`` says that the numeral was written in digits; behind words a unit is believed only
    where nothing but particles follows. ``native`` asks for one that native numerals go with.
    """
    if text.startswith(" ", at):
        at += 1
    for unit in _table().get(text[at : at + 1], ()):
        end = at + len(unit.form)
        if native and not unit.native:
            continue
        if text.startswith(unit.form, at) and _ends_unit(text, end, unit, digits=digits):
            return unit, end
    return None


def _ends_unit(text: str, end: int, unit: Unit, *, digits: bool) -> bool:
    if unit.form[-1].isascii() and unit.form[-1].isalpha():
        following = text[end : end + 1]
        return not (following.isascii() and following.isalnum())
    if not "가" <= unit.form[-1] <= "힣":
        return True
    return (digits and unit.form in _LOOSE) or ends_word(text, end)


def ends_word(text: str, at: int) -> bool:
    """Say whether a counter may end at ``at``: nothing but particles or 이상 follows."""
    return _is_tail(hangul_at(text, at))


def hangul_at(text: str, at: int) -> str:
    """Return the Hangul that stands directly at ``at``, as much of it as a tail may have."""
    end = at
    while end < len(text) and end < at + _LONGEST_TAIL and "가" <= text[end] <= "힣":
        end += 1
    return text[at:end]


@lru_cache(maxsize=8192)
def _is_tail(rest: str) -> bool:
    return not rest or may_follow_counter(rest) or _TAIL.match(rest) is not None


def fold(text: str) -> str:
    """Return ``text`` with full-width letters, digits and signs as plain ones, offsets kept."""
    return text.translate(_FULL_WIDTH)


_FULL_WIDTH = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)} | {
    ord("−"): "-",
    ord("﹣"): "-",
    ord("〜"): "~",
    ord("∼"): "~",
    ord("～"): "~",
    ord("\u00a0"): " ",
}
