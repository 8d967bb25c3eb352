"""Endings of verbs and adjectives, and the constructions made of them.

The table (``data/endings.tsv``) says of each what it is called, what it means, in which register it
belongs and what it does in news: report, quote, plan, expect, guess, honour. With morphemes of the
analyser endings are told from look-alikes; without them the written text alone decides, and what is
ambiguous there (는, 고, 려) is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, Literal, get_args

from newsreader.korean import DATA
from newsreader.korean.analyser import Morpheme
from newsreader.korean.lexicon import look_up
from newsreader.korean.marks import mark_of

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
    "EF": ("final", "question", "connective", "quotative"),
    "EC": ("connective", "quotative", "question", "final"),
    "ETM": ("adnominal", "quotative"),
    "ETN": ("nominal",),
}
_PLAIN = re.compile("[ac]?[123]?[가-힣ㄱ-ㅎ]*|-")
_HANGUL = re.compile("[가-힣]+")
#: Before a construction's pattern: an infinitive, behind which an auxiliary verb stands.
_AUXILIARY = "~어 "
_PROSPECTIVE = re.compile("겠(?=[다고지습으는네음느나냐])")


@dataclass(frozen=True, slots=True)
class Ending:
    """One row of the table.

    ``how`` is a regular expression for constructions; for endings it begins with the form of the
    stem that they take (see the table's head).
    """

    forms: tuple[str, ...]
    kind: str
    how: str
    name: str
    meaning: str
    register: str
    does: Does | None
    english: str

    @property
    def is_construction(self) -> bool:
        """Say whether this is words that belong together, and no single ending."""
        return not _PLAIN.fullmatch(self.how)

    @property
    def name_en(self) -> str:
        """Name and meaning, as they stand in a word's ``morphs``."""
        return f"{self.name} ({self.meaning})"

    @property
    def mark(self) -> str:
        """The short sign for it, as it stands under a word."""
        return mark_of(self.name, self.meaning)


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

    def to_json(self) -> dict[str, Any]:
        """Return the stance as a JSON object."""
        return {"start": self.start, "end": self.end, "kind": self.kind, "en": self.english}


def in_short(stances: Iterable[Stance]) -> str:
    """Say in a few words of English how a sentence is said: "reportedly · plans to", or "".

    What only may quote, such as 라는 in 이라는 점, is left out.
    """
    return " · ".join(dict.fromkeys(filter(None, map(_short, stances))))


def _short(stance: Stance) -> str:
    """Return a stance's English without its aside, or the aside where there is nothing else."""
    said, _, aside = stance.english.rstrip(")").partition("(")
    if aside and stance.kind == "quoted":
        return ""
    return said.strip() or aside


@cache
def endings() -> tuple[Ending, ...]:
    """Return all rows of the table."""
    text = (DATA / "endings.tsv").read_text("utf-8")
    return tuple(_row(line) for line in text.splitlines() if not line.startswith("#"))


def _row(line: str) -> Ending:
    forms, kind, how, name, meaning, register, does, english = line.split("\t")
    known: Does | None = next((one for one in get_args(Does) if one == does), None)
    split = tuple(forms.split(", ") if kind == "construction" else forms.split())
    return Ending(split, kind, how, name, meaning, register, known, english)


@cache
def _pattern(how: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return a construction's pattern, and the syllables of which one stands before it (or any)."""
    stem = re.match(r"(~.)|\[((?:~.|[^~\]])*~(?:~.|[^\]])*)\]", how)
    before: set[str] = set()
    if stem:
        how = how[stem.end() :]
        for coda, syllable in re.findall("~(.)|(.)", stem[1] or stem[2]):
            before.update(_syllables(coda) if coda else syllable)
    for macro, expression in _MACROS.items():
        how = how.replace(macro, expression)
    return frozenset(before), re.compile(how.replace(" ", " ?"))


@cache
def _syllables(coda: str) -> frozenset[str]:
    """Return the syllables that end in ``coda``; for 어 those in which a stem and 아 or 어 are."""
    every = range(0xAC00, 0xD7A4)
    if coda == "어":
        return frozenset(
            chr(code) for code in every[::28] if (code - 0xAC00) // 28 % 21 in _INFINITIVE_VOWELS
        )
    return frozenset(map(chr, every[_CODAS[coda] :: 28]))


@cache
def _by_form() -> dict[str, tuple[Ending, ...]]:
    found: dict[str, list[Ending]] = {}
    for ending in endings():
        if not ending.is_construction:
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
    before: Found | None = None
    for one in find(text, morphemes):
        if one.ending.does is None or one.end <= last:
            continue
        if before is not None and one.start < last - 1:
            # 내놓는다는 구상: the construction goes before the ending that it begins in.
            if before.ending.is_construction or not one.ending.is_construction:
                continue
            last = kept.pop().start
        before = one
        rest = _HANGUL.match(text, one.end)
        end = rest.end() if rest else one.end
        kept.append(Stance(max(one.start, last), end, one.ending.does, one.ending.english))
        # What follows in the same written word may say something of its own: 예정|이라고 말했다.
        last = one.end
    shortened = [replace(one, end=min(one.end, after.start)) for one, after in pairwise(kept)]
    return [*shortened, *kept[-1:]]


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
def _suffixes() -> tuple[tuple[str, frozenset[str], Ending], ...]:
    """Return what is told by the end of a written word alone, longest first.

    Each row has the syllables at the end and, for a form that begins with a coda (ㄴ다고), those of
    which one stands before them; 라고 is a command behind 하 and 으, else the copula's.
    """
    rows = []
    for form, choice in _by_form().items():
        if len(form) < 2 or choice[0].how == "-" or choice[0].kind == "prefinal":
            continue
        coda, rest = (form[0], form[1:]) if form[0] in _CODAS else ("", form)
        before = _syllables(coda) if coda else frozenset[str]()
        copula = next((row for row in choice if row.how.startswith("c")), None)
        if copula is not None and copula is not choice[0]:
            rows.append((rest, frozenset("하으"), choice[0]))
            rows.append((rest, before, copula))
        else:
            rows.append((rest, before, choice[0]))
    rows.sort(key=lambda row: (-len(row[0]), not row[1]))
    return tuple(rows)


def _by_surface(text: str) -> Iterator[Found]:
    prospective = _by_form()["겠"][0]
    for found in _PROSPECTIVE.finditer(text):
        yield Found(found.start(), found.end(), prospective)
    for word in _HANGUL.finditer(text):
        for form, before, ending in _suffixes():
            at = len(word[0]) - len(form) - 1
            if at < 0 or not word[0].endswith(form) or (before and word[0][at] not in before):
                continue
            # A coda belongs to the ending, and with it the syllable that it closes.
            inside = ending.forms[0][0] in _CODAS
            yield Found(word.start() + at + (not inside), word.end(), ending)
            break


def _constructions(text: str, morphemes: Sequence[Morpheme] | None) -> Iterator[Found]:
    starts = {one.start for one in morphemes or ()}
    verbs = {one.start for one in morphemes or () if one.tag.startswith("V")}
    # ㄴ다는 is one ending to the analyser; the pattern 다는 begins inside it.
    inside = {
        at
        for one in morphemes or ()
        if one.tag.startswith("E")
        for at in range(one.start + 1, one.end + 1)
    }
    for ending in endings():
        if not ending.is_construction:
            continue
        before, pattern = _pattern(ending.how)
        for found in pattern.finditer(text):
            start = found.end() - len(found[0].lstrip())
            if before and text[found.start() - 1 : found.start()] not in before:
                continue
            if before and morphemes is None and _is_topic_or_object(text, found.start()):
                continue
            seen = found.start() in inside if before else start in starts | inside
            if ending.how.startswith(_AUXILIARY):
                seen = start in verbs  # 발생해 주민이: no 주다
            if morphemes is None or seen:
                yield Found(start, start + len(found[0].strip()), ending)


def _is_topic_or_object(text: str, end: int) -> bool:
    """Say whether the word before ``end`` is a noun with 은, 는, 을: 검찰은 혐의, not 받은 혐의."""
    word = text[text.rfind(" ", 0, end) + 1 : end]
    noun = len(word) > 2 and word[-1] in "은는을" and word[-2] not in "다라자냐"
    return noun and bool(look_up(word[:-1]))
