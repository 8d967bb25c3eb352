"""What a word in a sentence is: dictionary form, parts, senses, hanja, how it is read.

With the analyser's morphemes the reading of the whole sentence decides; without them the written
word alone is taken apart by the tables of particles and endings. A word that nothing is known of
still has its parts and its romanisation.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from newsreader.korean import endings
from newsreader.korean.analyser import Morpheme
from newsreader.korean.derivation import Derivation, derive
from newsreader.korean.derivation.nouns import compound_of
from newsreader.korean.derivation.verbs import split_verb, verb_senses
from newsreader.korean.lexicon import POS_NAMES, Entry, Sense, look_up
from newsreader.korean.likelihood import known_lemma, weight
from newsreader.korean.particles import decompose, describe
from newsreader.korean.reading import PREDICATES, Part, Reading
from newsreader.korean.readings import from_morphemes, from_surface, is_mark, parts_of
from newsreader.korean.romanization import romanize
from newsreader.korean.senses import fit, fitting, has_cues

#: Readings whose weights differ by no more are as likely.
_CLOSE = 0.8
#: Forms of verbs that have become words of their own: 지난 3일 is no 3rd that passes by.
_FROZEN = frozenset({"지난"})
_FINAL_L = "\u11af"
_CLOSING = frozenset("”’\"'」』》〉)")
_HANGUL = re.compile("[가-힣]+")
#: What counts as one written word.
WORD = re.compile("[가-힣A-Za-z0-9㐀-鿿]+(?:[·.,%-][가-힣A-Za-z0-9㐀-鿿]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word. ``pos`` is English ("noun"); texts that do not apply are ""."""

    surface: str
    lemma: str
    pos: str
    parts: tuple[Part, ...]
    senses: tuple[Sense, ...]
    hanja: str
    romanization: str
    derivation: str = ""
    note: str = ""

    @property
    def headwords(self) -> list[str]:
        """What to look for in a dictionary, the best first: 발표하다, then 발표."""
        noun = split_verb(self.lemma)
        written = _HANGUL.match(self.surface)
        return list(dict.fromkeys([self.lemma, noun, written[0] if written else self.surface]))

    def to_json(self) -> dict[str, Any]:
        """Return the word for JSON output."""
        return {
            "surface": self.surface,
            "lemma": self.lemma,
            "pos": self.pos,
            "morphs": [{"form": part.form, "name_en": part.name_en} for part in self.parts],
            "senses": [str(sense) for sense in self.senses],
            "hanja": self.hanja,
            "romanization": self.romanization,
            "derivation": self.derivation,
            "note": self.note,
        }


def span_at(text: str, offset: int) -> tuple[int, int] | None:
    """Return where the written word at ``offset`` begins and ends, or None between words."""
    for found in WORD.finditer(text):
        if found.start() <= offset < found.end():
            return found.span()
    return None


def explain(text: str, start: int, end: int, morphemes: Sequence[Morpheme] | None = None) -> Word:
    """Return what is known of the word at text[start:end], a place in one sentence.

    ``morphemes`` are the analyser's for the whole ``text``, or None where there is no analyser.
    """
    surface = text[start:end]
    own = [one for one in morphemes or () if start <= one.start < end and not is_mark(one)]
    own = own or [one for one in morphemes or () if one.start < end and start < one.end]
    alone = _particle(text, start, end, own)
    if alone is not None:
        return alone
    readings = _readings(text, start, end, own)
    for reading in readings:
        known = _known(reading, text, start, end, surface)
        if known is not None:
            return known
    if own and not (own[0].tag == "NNP" and surface.startswith(own[0].form)):
        # What the analyser found is in no list; what is written may be, read another way. A name
        # stays one, if it is written there: 가난 is no 가나 with ㄴ.
        for reading in from_surface(surface):
            known = _known(reading, text, start, end, surface)
            if known is not None:
                return known
    best = readings[0] if readings else Reading(surface, (), (Part(surface, "word"),))
    pos = POS_NAMES.get(best.pos[0], "word") if best.pos else "word"
    noun = not PREDICATES & set(best.pos)
    return Word(surface, best.lemma, pos, best.parts, (), "", romanize(best.lemma, noun=noun))


def _readings(text: str, start: int, end: int, own: Sequence[Morpheme]) -> list[Reading]:
    """Return the readings of a word, the likeliest first."""
    surface = text[start:end]
    if own:
        found = from_morphemes(own, surface)
        if surface in _FROZEN:
            return [Reading(surface, ("det",), (Part(surface, POS_NAMES["det"]),)), *found]
        if surface != text.strip() or not found:
            return _with_or_without_l(found, text, start, end)
        # Without a sentence the analyser only guesses: the commoner word goes first.
        written = [one for one in from_surface(surface)[:1] if known_lemma(one.lemma)]
        return sorted([*found[:1], *written], key=weight) + found[1:]
    found = from_surface(surface)
    near = [one for one in found if weight(one) - weight(found[0]) <= _CLOSE]
    # Of readings that are as likely, the one that its neighbours go with: 공을 차 is no car.
    near.sort(key=lambda one: -fit(one.lemma, text, start, end))
    return near + found[len(near) :]


def _with_or_without_l(found: list[Reading], text: str, start: int, end: int) -> list[Reading]:
    """Return ``found`` with the verb first that goes with the words around: 에 사는, 를 사는.

    A stem loses its ㄹ before 는, and the analyser takes 사는 for 사다 wherever it stands. Stems
    of more than a syllable are not so alike; without cues for its own stem the analyser decides.
    """
    own = found[0].lemma if found and found[0].is_predicate else ""
    if len(own) != len("사다") or not has_cues(own):
        return found
    stem = _without_l(own)
    others = [one for one in from_surface(text[start:end]) if _without_l(one.lemma) == stem]
    near = [found[0], *(one for one in others if one.is_predicate)]
    return sorted(near, key=lambda one: -fit(one.lemma, text, start, end)) + found[1:]


def _without_l(lemma: str) -> str:
    return decompose(lemma).replace(_FINAL_L, "")


def _particle(text: str, start: int, end: int, own: Sequence[Morpheme]) -> Word | None:
    """Return the word for a particle or ending that stands alone, as behind a closing mark."""
    surface = text[start:end]
    attached = bool(text[max(0, start - 1) : start].strip())
    if own and own[0].tag[0] not in "JE":
        return None
    named = describe(surface) if attached else []
    if own and not named:
        named = describe(own[0].form)
    # 고 behind a quotation is the rest of 다고: an ending to the table, a particle to the analyser.
    form = own[0].form if own else surface
    quoting = text[max(0, start - 1) : start] in _CLOSING and attached
    ending = endings.name(f"다{form}", "EC") if quoting and not named else None
    ending = ending or (endings.name(form, "EC") if own and not named else None)
    parts = tuple(map(Part.of, named)) if named and not own else ()
    if ending and len(own) <= 1:
        parts = (Part.of(ending, form),)
    parts = parts or parts_of(own)
    if not parts:
        return None
    meaning = named[0].meaning if named else ending.meaning if ending else ""
    senses = (Sense(tuple(meaning.split(", "))),) if meaning else ()
    return Word(surface, parts[0].form, "particle", parts, senses, "", romanize(surface))


def _known(reading: Reading, text: str, start: int, end: int, surface: str) -> Word | None:
    """Return the word of ``reading`` if the lexicon has it, or it is made of words that it has."""
    entries = [entry for pos in reading.pos for entry in look_up(reading.lemma) if entry.pos == pos]
    predicate = reading.lemma.endswith("다") and bool(PREDICATES & set(reading.pos))
    # Of one syllable there is always some entry: 아 in 아는 is no noun for all that.
    if not predicate and (entries or len(reading.lemma) > 1):
        entries += [entry for entry in look_up(reading.lemma) if entry not in entries]
    derived = None if entries else derive(reading.lemma)
    if derived is not None and predicate == (derived.pos in PREDICATES):
        return _derived(derived, reading, text, start, end, surface)
    if not entries:
        return None
    best = entries[0].pos
    pairs: list[tuple[Entry | None, Sense]] = [
        (entry, sense) for entry in entries for sense in entry.senses
    ]
    if predicate:
        named = {gloss for _, sense in pairs for gloss in sense.glosses}
        made = verb_senses(reading.lemma)
        pairs += [(None, sense) for sense in made if not named & set(sense.glosses)]
    pairs = fitting(pairs, reading.lemma, text, start, end)
    if pairs[0][0] is not None:
        best = pairs[0][0].pos
    entry = next(one for one, _ in pairs if one is not None)
    return Word(
        surface,
        reading.lemma,
        POS_NAMES[best],
        reading.parts,
        _once(sense for _, sense in pairs),
        entry.hanja,
        romanize(reading.lemma, noun=not predicate),
        compound_of(reading.lemma, entry.hanja),
        entry.note,
    )


def _once(senses: Iterable[Sense]) -> tuple[Sense, ...]:
    """Return the senses without what another entry says in the same words (間, noun and suffix)."""
    told: dict[tuple[str, ...], Sense] = {}
    for sense in senses:
        told.setdefault(sense.glosses, sense)
    return tuple(told.values())


def _derived(
    derived: Derivation, reading: Reading, text: str, start: int, end: int, surface: str
) -> Word:
    pairs: list[tuple[Entry | None, Sense]] = [(None, sense) for sense in derived.senses]
    # The neighbours of 부정적 tell which 부정 it is made of.
    cued = derived.parts[0] if len(derived.parts) == 2 and len(reading.lemma) == 3 else ""
    cued = cued if len(cued) == 2 else reading.lemma
    senses = _once(sense for _, sense in fitting(pairs, cued, text, start, end))
    noun = derived.pos not in PREDICATES
    return Word(
        surface,
        reading.lemma,
        POS_NAMES[derived.pos],
        reading.parts,
        senses,
        derived.hanja,
        romanize(reading.lemma, noun=noun),
        derived.how,
    )
