"""Nouns that are made of known ones: 미등록, 민주화, 소속감, 구속영장, 3명."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsreader.korean import DATA
from newsreader.korean.derivation.base import Derivation, entries_of, senses_of
from newsreader.korean.derivation.english import plain, third_person, verbal
from newsreader.korean.lexicon import Entry, Sense, look_up
from newsreader.korean.numbers.numerals import read_digits

#: A template has this many of its noun's glosses put in, lest the line grow.
_MOST_GLOSSES = 2


@dataclass(frozen=True, slots=True)
class Affix:
    """A prefix or suffix in one meaning.

    ``template`` says the whole in English with ``{}`` for the noun, or ``{v}`` for the verb of a
    noun of action; ``action`` tells behind which nouns it stands: those of action (True), others
    (False), or both.
    """

    form: str
    hanja: str
    action: bool | None
    meaning: str
    template: str


@cache
def affixes(kind: Literal["prefix", "suffix"]) -> dict[str, tuple[Affix, ...]]:
    """Return by form the rows of ``data/affixes.tsv`` of this kind."""
    text = (DATA / "affixes.tsv").read_text("utf-8")
    found: dict[str, list[Affix]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        of, form, hanja, behind, meaning, template = line.split("\t")
        if of == kind:
            action = {"action": True, "thing": False}.get(behind)
            found.setdefault(form, []).append(Affix(form, hanja, action, meaning, template))
    return {form: tuple(rows) for form, rows in found.items()}


def known(word: str) -> tuple[tuple[Sense, ...], str]:
    """Return senses and hanja of a noun that the lexicon has, or that is itself derived."""
    entries = entries_of(word)
    if entries:
        return senses_of(entries), entries[0].hanja
    derived = (affixed(word) or compound(word)) if len(word) >= 3 else None
    return (derived.senses, derived.hanja) if derived else ((), "")


def affixed(word: str) -> Derivation | None:
    """Return how ``word`` is a known noun with a suffix or a prefix."""
    base, form = word[:-1], word[-1]
    rows = affixes("suffix").get(form, ())
    if rows and len(base) >= 2:
        senses, hanja = known(base)
        if senses:
            return _with_suffix(base, senses, hanja, rows)
    form, base = word[0], word[1:]
    rows = affixes("prefix").get(form, ())
    if rows and len(base) >= 2:
        senses, hanja = known(base)
        if senses:
            first = rows[0]
            how = f"{form}- ({first.meaning}) + {base}"
            whole = first.hanja + hanja if first.hanja and hanja else ""
            return Derivation(
                word, "n", (form, base), how, filled(first.template, senses[0]), whole
            )
    return None


def _with_suffix(
    base: str, senses: Sequence[Sense], hanja: str, rows: Sequence[Affix]
) -> Derivation:
    verb = verbal(senses[0], passive=False)
    fit = [row for row in rows if row.action in {None, verb is not None}] or list(rows)
    made: list[Sense] = []
    for row in fit:
        of = verb if "{v}" in row.template and verb is not None else senses[0]
        if row.template == "{}":
            made += [filled(row.template, of)[0], *senses[1:]]
        else:
            made += filled(row.template, of)
    form = rows[0].form
    how = f"{base} + -{form} ({'; '.join(row.meaning for row in fit)})"
    whole = hanja + fit[0].hanja if fit[0].hanja and hanja else ""
    return Derivation(base + form, "n", (base, form), how, tuple(made), whole)


def filled(template: str, sense: Sense) -> tuple[Sense, ...]:
    """Return what ``template`` makes of a sense's glosses: those of re-{}, former {}."""
    glosses = list(map(plain, sense.glosses))
    if "{v}" in template:
        glosses = [third_person(gloss) for gloss in glosses]
        template = template.replace("{v}", "{}")
    made = dict.fromkeys(template.replace("{}", gloss) for gloss in glosses[:_MOST_GLOSSES])
    return (Sense(tuple(made), sense.domain),)


def compound_of_known(word: str) -> Derivation | None:
    """Split a word into two that the lexicon has itself: 공중 + 화장실, not 공중화장 + -실."""
    return compound(word, deep=False)


def _is_affixed(entry: Entry) -> bool:
    """Say whether the English is a suffix too: 주의 behind a noun is -ism, and no caution."""
    return entry.pos == "suf" and entry.senses[0].glosses[0].startswith("-")


def compound(word: str, *, deep: bool = True) -> Derivation | None:
    """Split a word into two known ones, the split nearest to the middle first."""
    cuts = sorted(range(2, len(word) - 1), key=lambda cut: abs(2 * cut - len(word)))
    for cut in cuts:
        first, second = word[:cut], word[cut:]
        suffixes = [one for one in look_up(second) if _is_affixed(one)]
        senses = senses_of(entries_of(first)), senses_of(suffixes or entries_of(second))
        if deep and not all(senses) and len(word) > 4:
            senses = known(first)[0], known(second)[0]
        if all(senses):
            glosses = senses[0][0].glosses[0], senses[1][0].glosses[0]
            how = f"{first} ({glosses[0]}) + {second} ({glosses[1]})"
            whole = Sense((" ".join(map(plain, glosses)).replace(" -", "-"),))
            return Derivation(word, "n", (first, second), how, (whole,))
    return None


def counted(word: str) -> Derivation | None:
    """Return how ``word`` is a number with a counter: 20여명."""
    number = read_digits(word, 0)
    if number is None:
        return None
    counter = word[number.end :]
    counters = entries_of(counter, frozenset({"bn"})) or entries_of(counter, frozenset({"n"}))
    if not counters:
        return None
    written = word[: number.end]
    how = f"{written} + {counter} (counter)"
    # A year has no comma.
    amount = f"{number.value:,}" if number.value >= 10_000 else f"{number.value}"
    amount = f"some {amount}" if number.approx else amount
    senses = tuple(
        Sense(tuple(f"{amount} {plain(gloss)}" for gloss in sense.glosses))
        for sense in senses_of(counters)
    )
    return Derivation(word, "num", (written, counter), how, senses)


def compound_of(word: str, hanja: str) -> str:
    """Return how a word of the lexicon is made of two others: 구속 (detention) + 영장 (warrant).

    Only where their hanja together are its own; otherwise, and for other words, "".
    """
    for cut in range(1, len(word)) if hanja and len(hanja) == len(word) >= 3 else ():
        first = _with_hanja(word[:cut], hanja[:cut])
        second = _with_hanja(word[cut:], hanja[cut:])
        if first and second and max(cut, len(word) - cut) > 1:
            return f"{first} + {second}"
    return ""


def _with_hanja(word: str, hanja: str) -> str:
    entries = [one for one in look_up(word) if one.hanja == hanja]
    # 부 behind a word is the suffix.
    entry: Entry | None = min(
        entries, key=lambda one: len(word) == 1 and one.pos != "suf", default=None
    )
    return f"{word} ({entry.senses[0].glosses[0]})" if entry else ""
