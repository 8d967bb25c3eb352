"""Endings of verbs and adjectives, and the constructions made of them.

The table (``data/endings.tsv``) says of each what it is called, what it means, in which register it
belongs and what it does in news: report, quote, plan, expect, guess, honour. With morphemes of the
analyser endings are told from look-alikes; without them the written text alone decides, and what is
ambiguous there (는, 고, 려) is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal, get_args

from newsreader.korean.analyser import Morpheme

Does = Literal["reported", "quoted", "planned", "expected", "guessed", "honorific"]
#: What may stand before an ending, where its name depends on it.
Before = Literal["verb", "adjective", "copula"]

_CODAS = {"ㄴ": 4, "ㄹ": 8, "ㅁ": 16, "ㅂ": 17, "ㅆ": 20}
# ㅏ ㅐ ㅓ ㅔ ㅕ ㅘ ㅙ ㅝ: what a stem with 아 or 어 ends in.
_INFINITIVE_VOWELS = frozenset({0, 1, 4, 5, 6, 9, 10, 14})
_MACROS = {
    "<be>": "(?:이[다라며고었지어나란자네]|[인일임입였]|[다라](?![가-힣])|(?=[.,…\"'”’!?]|$))",
    "<do>": "[하한할함해했합]",
    "<become>": "[되된될됨돼됐됩]",
}
_KINDS = {
    "EP": ("prefinal",),
    "EF": ("final", "connective", "quotative"),
    "EC": ("connective", "quotative", "final"),
    "ETM": ("adnominal", "quotative"),
    "ETN": ("nominal",),
}
_HANGUL = re.compile("[가-힣]+")
_PROSPECTIVE = re.compile("겠(?=[다고지습으는네음느나냐])")


@dataclass(frozen=True, slots=True)
class Ending:
    """One row of the table. ``how`` is empty for constructions, which have a pattern."""

    forms: tuple[str, ...]
    kind: str
    how: str
    name: str
    meaning: str
    register: str
    does: Does | None
    english: str
    pattern: re.Pattern[str] | None = None

    @property
    def name_en(self) -> str:
        """Name and meaning, as they stand in a word's ``morphs``."""
        return f"{self.name} ({self.meaning})"


@dataclass(frozen=True, slots=True)
class Found:
    """An ending or a construction at text[start:end]."""

    start: int
    end: int
    ending: Ending


@dataclass(frozen=True, slots=True)
class Stance:
    """What the words at text[start:end] tell of the writer's stance, and how English says it."""

    start: int
    end: int
    kind: Does
    english: str


@cache
def endings() -> tuple[Ending, ...]:
    """Return all rows of the table."""
    text = resources.files("newsreader.korean").joinpath("data/endings.tsv").read_text("utf-8")
    return tuple(_row(line) for line in text.splitlines() if not line.startswith("#"))


def _row(line: str) -> Ending:
    forms, kind, how, name, meaning, register, does, english = line.split("\t")
    known: Does | None = next((one for one in get_args(Does) if one == does), None)
    if kind == "construction" or not re.fullmatch("[ac]?[123]?[가-힣ㄱ-ㅎ]*|-", how):
        named = tuple(forms.split(", "))
        return Ending(named, kind, "", name, meaning, register, known, english, _pattern(how))
    return Ending(tuple(forms.split()), kind, how, name, meaning, register, known, english)


def _pattern(how: str) -> re.Pattern[str]:
    """Compile the pattern of a construction; what it starts with belongs to the stem."""
    for macro, expression in _MACROS.items():
        how = how.replace(macro, expression)
    stem = re.match(r"~.|\[~[^]]*\]", how)
    if stem:
        how = f"(?<={stem[0]}){how[stem.end() :]}"
    how = re.sub(r"\[[^]]*\]", lambda found: re.sub("~(.)", _syllables, found[0]), how)
    how = re.sub("~(.)", lambda found: f"[{_syllables(found)}]", how)
    return re.compile(how.replace(" ", " ?"))


def _syllables(found: re.Match[str]) -> str:
    if found[1] == "어":
        return "".join(chr(code) for code in range(0xAC00, 0xD7A4, 28) if _open_infinitive(code))
    return _syllables_with(found[1])


def _syllables_with(coda: str) -> str:
    return "".join(map(chr, range(0xAC00 + _CODAS[coda], 0xD7A4, 28)))


def _open_infinitive(code: int) -> bool:
    return (code - 0xAC00) // 28 % 21 in _INFINITIVE_VOWELS


@cache
def _by_form() -> dict[str, tuple[Ending, ...]]:
    found: dict[str, list[Ending]] = {}
    for ending in endings():
        if ending.pattern is None:
            for form in ending.forms:
                found.setdefault(form, []).append(ending)
    return {form: tuple(rows) for form, rows in found.items()}


def name(form: str, tag: str, before: Before = "verb") -> Ending | None:
    """Return the ending that the analyser's ``form`` and ``tag`` (EC, EF …) stand for.

    ``before`` is what it is attached to: ㄴ makes a past of a verb, not of an adjective.
    """
    mark = {"copula": "c", "adjective": "a", "verb": ""}[before]
    kinds = _KINDS.get(tag, ())
    rows = [row for row in _by_form().get(form, ()) if row.kind in kinds]
    own = [row for row in rows if mark and row.how.startswith(mark)]
    if before == "copula" and not own:
        own = [row for row in rows if row.how.startswith("a")]
    rows = own or [row for row in rows if row.how[:1] not in {"a", "c"}] or rows
    return min(rows, key=lambda row: kinds.index(row.kind), default=None)


def find(text: str, morphemes: Sequence[Morpheme] | None = None) -> list[Found]:
    """Return endings and constructions in ``text`` by their place; they may overlap."""
    alone = _by_morphemes(morphemes) if morphemes is not None else _by_surface(text)
    found = [*alone, *_constructions(text, morphemes)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def stance(text: str, morphemes: Sequence[Morpheme] | None = None) -> list[Stance]:
    """Return what in ``text`` reports, quotes, plans, expects, guesses or honours.

    Each reaches to the end of its written word. Of two at one place the longer stays (다고 밝혔다
    instead of 다고); one that begins with the last syllable of another begins behind that.
    """
    kept: list[Stance] = []
    last = 0
    for one in find(text, morphemes):
        if one.ending.does is None or one.end <= last or one.start < last - 1:
            continue
        rest = _HANGUL.match(text, one.end)
        end = rest.end() if rest else one.end
        kept.append(Stance(max(one.start, last), end, one.ending.does, one.ending.english))
        # What follows in the same written word may say something of its own: 예정|이라고 말했다.
        last = one.end
    return [
        replace(one, end=min(one.end, after.start))
        for one, after in zip(kept, [*kept[1:], Stance(len(text), 0, "quoted", "")], strict=True)
    ]


def _by_morphemes(morphemes: Sequence[Morpheme]) -> Iterator[Found]:
    before: Before = "verb"
    for one in morphemes:
        if one.tag in _KINDS:
            ending = name(one.form, one.tag, before)
            if ending:
                yield Found(one.start, one.end, ending)
        else:
            before = attached_to(one.tag)


def attached_to(tag: str) -> Before:
    """Return what an ending behind a stem with ``tag`` is attached to."""
    if tag == "VCP":
        return "copula"
    return "adjective" if tag in {"VA", "XSA", "VCN"} else "verb"


@cache
def _suffixes() -> tuple[tuple[re.Pattern[str], Ending], ...]:
    """Return what is told by the end of a written word alone, longest first."""
    rows = []
    for form, choice in _by_form().items():
        if len(form) < 2 or choice[0].how == "-" or choice[0].kind == "prefinal":
            continue
        coda, rest = (form[0], form[1:]) if form[0] in _CODAS else ("", form)
        expression = f"[{_syllables_with(coda)}]{rest}$" if coda else f"(?<=[가-힣]){rest}$"
        for ending in choice:
            # 라고 behind 하 or 으 is a command; else the copula stands, or hides, before it.
            command = (
                "" if ending.how.startswith("c") or not choice[-1].how.startswith("c") else "하으"
            )
            behind = f"(?<=[{command}])" if command else ""
            rows.append((re.compile(behind + expression), len(form) + bool(command), ending))
    rows.sort(key=lambda row: -row[1])
    return tuple((pattern, ending) for pattern, _, ending in rows)


def _by_surface(text: str) -> Iterator[Found]:
    prospective = _by_form()["겠"][0]
    for found in _PROSPECTIVE.finditer(text):
        yield Found(found.start(), found.end(), prospective)
    for word in _HANGUL.finditer(text):
        for pattern, ending in _suffixes():
            end = pattern.search(word[0])
            if end:
                yield Found(word.start() + end.start(), word.end(), ending)
                break


def _constructions(text: str, morphemes: Sequence[Morpheme] | None) -> Iterator[Found]:
    starts = {one.start for one in morphemes or ()}
    ends = {one.end for one in morphemes or () if one.tag.startswith("E")}
    for ending in endings():
        if ending.pattern is None:
            continue
        on_stem = ending.pattern.pattern.startswith("(?<=")
        for found in ending.pattern.finditer(text):
            start = found.end() - len(found[0].lstrip())
            fits = found.start() in ends if on_stem else start in starts
            if morphemes is None or fits:
                yield Found(start, start + len(found[0].strip()), ending)
