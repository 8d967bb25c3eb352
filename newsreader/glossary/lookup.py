"""One word looked up: what stands behind its particles, and what the glossary knows of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from newsreader.glossary.load import Glossary, Standing
from newsreader.glossary.term import Term, When, nearest
from newsreader.korean.particles import Morpheme, describe, is_particle_chain
from newsreader.korean.romanization import romanize

#: No Korean word in a newspaper is longer.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """An entry and how it stands on the day of the question."""

    term: Term
    when: When
    status: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """The answer for one word. ``lemmas`` are candidates, the likeliest first; never empty."""

    query: str
    lemmas: tuple[str, ...]
    terms: tuple[Found, ...]
    parts: tuple[Morpheme, ...]
    romanization: str
    standing: Standing | None

    def to_json(self) -> dict[str, Any]:
        """Return the answer as a JSON object; the lexicon's senses come from elsewhere."""
        holder = self.standing.holder if self.standing else None
        return {
            "query": self.query,
            "lemmas": list(self.lemmas),
            "terms": [_term_json(found) for found in self.terms],
            "parts": [
                {"form": self.lemmas[0], "name_en": "stem"},
                *(part.to_json() for part in self.parts),
            ],
            "romanization": self.romanization,
            "holder": holder.to_json() if holder else None,
        }


def look_up(word: str, glossary: Glossary, on: date) -> Lookup:
    """Return what is known of ``word`` on a day.

    The word as it is goes first; then every beginning of it that leaves nothing but particles and
    endings, those that the glossary knows before the others, longer before shorter. Of several
    words that are no entry together, the terms are those that stand in them.
    """
    word = word[:_LONGEST]
    stems = [word] + [
        word[:cut]
        for cut in range(len(word) - 1, 0, -1)
        if is_particle_chain(word[cut:], word[:cut])
    ]
    known = [stem for stem in stems if glossary.find(stem)]
    lemmas = tuple(dict.fromkeys(known + stems))
    best = lemmas[0]
    entries = glossary.find(best)
    if not entries and " " in word:
        within = (glossary.entry(match) for match in glossary.matcher.find(word, on=on))
        entries = tuple(entry for entry in within if entry is not None)
    found = [Found(entry, nearest([entry], on)[1], entry.status_on(on)) for entry in entries]
    found.sort(key=_order)
    parts = tuple(describe(word[len(best) :], best)) if best != word else ()
    return Lookup(word, lemmas, tuple(found), parts, romanize(best), glossary.as_of(best, on))


def _order(found: Found) -> tuple[bool, int]:
    """Put what holds on the day first, then what ended last."""
    if found.when == "current":
        return False, 0
    ended = (found.term.valid_to or "").replace("-", "")
    return True, -int(ended.ljust(8, "0"))


def _term_json(found: Found) -> dict[str, Any]:
    term = found.term
    return {
        "ko": term.ko,
        "en": term.en,
        "kind": term.kind,
        "status": found.status,
        "when": found.when,
        "valid_from": term.valid_from,
        "valid_to": term.valid_to,
        "successor": term.successor,
        "hanja": term.hanja,
        "source": term.source,
        "note": term.note,
    }
