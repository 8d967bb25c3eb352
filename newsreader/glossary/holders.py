"""Who held an office on a day: ``holders.tsv``, one term of office a line.

Dates are ISO prefixes. Within a month or year that has no day nobody is named, because two persons
may have shared it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from newsreader.glossary.term import first_day

_FILE = Path(__file__).parent / "holders.tsv"


@dataclass(frozen=True, slots=True)
class Holder:
    """One person's term of an office.

    ``until`` is the first day (or month, or year) out of office; None says that the person was in
    office when the list was last ``checked``. ``how`` is ``acting``, ``interim`` or empty.
    """

    office: str
    ko: str
    en: str
    since: str
    until: str | None
    how: str
    checked: date

    def held(self, on: date) -> bool:
        """Say whether the person surely held the office on ``on``."""
        if on < _after(self.since):
            return False
        return self.until is None or on.isoformat() < first_day(self.until)

    @property
    def known(self) -> date:
        """The last day of which the list knows: a line may be newer than the list's check."""
        return max(self.checked, _after(self.since))

    def certain(self, on: date) -> bool:
        """Say whether the list was checked after ``on``, or the term of office had an end."""
        return self.until is not None or on <= self.known

    def describe(self, on: date) -> str:
        """Return the person as a popup names one: ``Kim Gil-dong (김길동), acting``."""
        parts = [f"{self.en} ({self.ko})", self.how]
        parts.append("" if self.certain(on) else f"as of {self.known:%Y-%m}")
        return ", ".join(part for part in parts if part)

    def to_json(self) -> dict[str, Any]:
        """Return the person as it stands in ``holder`` of ``newsreader lookup --json``."""
        return {
            "ko": self.ko,
            "en": self.en,
            "from": self.since,
            "to": self.until,
            "how": self.how or None,
            "checked": self.checked.isoformat(),
        }


def holder(offices: Iterable[str], on: date) -> Holder | None:
    """Return who held the first of ``offices`` (one office's names) that the list knows on a day.

    Where an acting holder stood in for one who was suspended, it is the acting one.
    """
    for office in offices:
        found = [one for one in holders().get(office, ()) if one.held(on)]
        if found:
            return max(found, key=lambda one: one.since)
    return None


@cache
def holders() -> dict[str, tuple[Holder, ...]]:
    """Return all terms of office by office, read once."""
    checked = date.min
    by_office: dict[str, list[Holder]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("#! checked="):
            checked = date.fromisoformat(line.partition("=")[2])
        elif line and not line.startswith("#"):
            office, ko, en, since, until, *how = line.split("\t")
            by_office.setdefault(office, []).append(
                Holder(office, ko, en, since, until or None, "".join(how), checked)
            )
    return {office: tuple(terms) for office, terms in by_office.items()}


def _after(since: str) -> date:
    """Return the first day on which what began on a day, in a month or in a year surely stood."""
    year, month, day = (*map(int, since.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    return date(year + (month in (0, 12)), month % 12 + 1, 1)
