"""What is peculiar to Korean headlines: tags in brackets, nouns that stand for whole verbs."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsreader.korean import DATA

MarkKind = Literal["tag", "ending"]

_BRACKETED = re.compile(r"[\[【<(〔]\s?([^\[\]【】<>()〔〕]{1,30}?)\s?[\]】>)〕]")
# Clipped endings stand before a pause or at the end: … , ? ! quotation marks.
_PAUSE = re.compile(r"\s*(?:$|[…,.?!\"”’'·(\[]|\.\.)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag or ending at headline[start:end]: ``en`` is its English, ``note`` what it tells."""

    start: int
    end: int
    text: str
    kind: MarkKind
    en: str
    note: str


@cache
def _table() -> dict[MarkKind, dict[str, tuple[str, str]]]:
    data = DATA / "headline_tags.tsv"
    table: dict[MarkKind, dict[str, tuple[str, str]]] = {"tag": {}, "ending": {}}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, kind, english, note = line.split("\t")
            table["tag" if kind == "tag" else "ending"][text] = (english, note)
    return table


@cache
def _endings() -> re.Pattern[str]:
    words = sorted(_table()["ending"], key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words))


def marks(headline: str) -> list[Mark]:
    """Return the known tags and clipped endings of ``headline``, in order."""
    found: list[Mark] = []
    for bracketed in _BRACKETED.finditer(headline):
        known = _table()["tag"].get(bracketed[1])
        if known:
            found.append(Mark(*bracketed.span(), bracketed.group(), "tag", *known))
    for ending in _endings().finditer(headline):
        if not _stands_alone(headline, *ending.span()):
            continue
        if all(ending.end() <= one.start or ending.start() >= one.end for one in found):
            known = _table()["ending"][ending.group()]
            found.append(Mark(*ending.span(), ending.group(), "ending", *known))
    return sorted(found, key=lambda mark: mark.start)


def _stands_alone(headline: str, start: int, end: int) -> bool:
    """Say whether a word ends a part of the headline, and is not the end of a longer word."""
    if not headline[start:end].isalpha():
        return True
    before = headline[start - 1 : start]
    clipped = headline[start:end] in {"키로", "한다"}
    return bool(_PAUSE.match(headline, end)) and (clipped or not "가" <= before <= "힣")
