"""What a word in a sentence is: dictionary form, parts, senses, hanja, how it is read.

With the analyser's morphemes the reading of the whole sentence decides; without them the written
word alone is taken apart by the tables of particles and endings. A word that nothing is known of
still has its parts and its romanisation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newsreader.korean import endings
from newsreader.korean.analyser import Morpheme
from newsreader.korean.conjugation import Inflection, inflections
from newsreader.korean.derivation import Derivation, derive, verb_senses
from newsreader.korean.lexicon import POS_NAMES, Entry, Sense, look_up
from newsreader.korean.particles import describe
from newsreader.korean.romanization import romanize
from newsreader.korean.senses import fitting

_WORD = re.compile("[가-힣A-Za-z0-9㐀-鿿]+(?:[·.,%-][가-힣A-Za-z0-9㐀-鿿]+)*")
_HANGUL = re.compile("[가-힣]+")
#: Longer runs of Hangul are no words, in syllables.
_MAX_WORD = 24

_PREDICATES = frozenset({"v", "a", "aux", "cop"})
_STEM_TAGS = frozenset({"VV", "VA", "VX", "VCN"})
_SUFFIX_TAGS = frozenset({"XSV", "XSA"})
_NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XR", "XPN", "XSN", "SL", "SH", "SN"})
_CONTENT_TAGS = _NOUN_TAGS | {"MAG", "MAJ", "MM", "IC", "XSM", "UN", "W_SERIAL"}
#: The lexicon's parts of speech that go with a tag, the best first.
_TAG_POS = {
    "NNG": ("n",),
    "NNP": ("n",),
    "NNB": ("bn", "n"),
    "NR": ("num", "n"),
    "NP": ("pron", "n"),
    "MM": ("det",),
    "MAG": ("adv",),
    "MAJ": ("adv",),
    "IC": ("int",),
    "XPN": ("pre",),
    "XSN": ("suf", "bn"),
    "XR": ("n", "adv"),
    "VV": ("v", "a", "aux"),
    "VA": ("a", "v", "aux"),
    "VX": ("aux", "v", "a"),
    "VCN": ("cop", "a"),
    "XSV": ("v", "a"),
    "XSA": ("a", "v"),
}
_TAG_NAMES = {
    "NNG": "noun",
    "NNP": "proper noun",
    "NNB": "bound noun",
    "NR": "numeral",
    "NP": "pronoun",
    "MM": "determiner",
    "MAG": "adverb",
    "MAJ": "adverb",
    "IC": "interjection",
    "XPN": "prefix",
    "XSN": "suffix",
    "XR": "root",
    "VV": "verb stem",
    "VA": "adjective stem",
    "VX": "auxiliary verb stem",
    "VCP": "copula",
    "VCN": "negative copula",
    "SN": "number",
    "SL": "foreign letters",
    "SH": "hanja",
}
_VERB_FORMING = {
    "하": "verb-forming suffix (하다)",
    "되": "passive verb-forming suffix (되다)",
    "시키": "causative verb-forming suffix (시키다)",
    "당하": "passive verb-forming suffix (당하다)",
    "받": "passive verb-forming suffix (받다)",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One morpheme of a word, and what it is called and means in English."""

    form: str
    name_en: str


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


@dataclass(frozen=True, slots=True)
class _Reading:
    """A dictionary form that a word may have; ``pos``: which kinds of entry are meant."""

    lemma: str
    pos: tuple[str, ...]
    parts: tuple[Part, ...]


def span_at(text: str, offset: int) -> tuple[int, int] | None:
    """Return where the written word at ``offset`` begins and ends, or None between words."""
    for found in _WORD.finditer(text):
        if found.start() <= offset < found.end():
            return found.span()
    return None


def explain(text: str, start: int, end: int, morphemes: Sequence[Morpheme] | None = None) -> Word:
    """Return what is known of the word at text[start:end], a place in one sentence.

    ``morphemes`` are the analyser's for the whole ``text``, or None where there is no analyser.
    """
    surface = text[start:end]
    own = [one for one in morphemes or () if start <= one.start < end and not _is_mark(one)]
    own = own or [one for one in morphemes or () if one.start < end and start < one.end]
    alone = _particle(text, start, end, own)
    if alone is not None:
        return alone
    readings = [*_from_morphemes(own, surface), *(_from_surface(surface) if not own else ())]
    for reading in readings:
        known = _known(reading, text, start, end, surface)
        if known is not None:
            return known
    if own and own[0].tag != "NNP":
        # What the analyser found is in no list; what is written may be, read another way.
        for reading in _from_surface(surface):
            known = _known(reading, text, start, end, surface)
            if known is not None:
                return known
    best = readings[0] if readings else _Reading(surface, (), (Part(surface, "word"),))
    pos = POS_NAMES.get(best.pos[0], "word") if best.pos else "word"
    noun = not _PREDICATES & set(best.pos)
    return Word(surface, best.lemma, pos, best.parts, (), "", romanize(best.lemma, noun=noun))


def _is_mark(one: Morpheme) -> bool:
    return one.tag[0] == "S" and one.tag not in _TAG_NAMES


def _particle(text: str, start: int, end: int, own: Sequence[Morpheme]) -> Word | None:
    """Return the word for a particle or ending that stands alone, as behind a closing mark."""
    surface = text[start:end]
    attached = bool(text[max(0, start - 1) : start].strip())
    if own and own[0].tag[0] not in "JE":
        return None
    named = describe(surface) if attached else []
    if own and not named:
        named = describe(own[0].form)
    parts = _parts(own) or tuple(Part(one.form, one.to_json()["name_en"]) for one in named)
    if not parts:
        return None
    # 고 behind a quotation is an ending to the table, a particle to the analyser.
    ending = None if named else endings.name(parts[0].form, "EC")
    meaning = named[0].meaning if named else ending.meaning if ending else ""
    senses = (Sense(tuple(meaning.split(", "))),) if meaning else ()
    return Word(surface, parts[0].form, "particle", parts, senses, "", romanize(surface))


def _known(reading: _Reading, text: str, start: int, end: int, surface: str) -> Word | None:
    """Return the word of ``reading`` if the lexicon has it, or it is made of words that it has."""
    entries = [entry for pos in reading.pos for entry in look_up(reading.lemma) if entry.pos == pos]
    predicate = reading.lemma.endswith("다") and bool(_PREDICATES & set(reading.pos))
    # Of one syllable there is always some entry: 아 in 아는 is no noun for all that.
    if not predicate and (entries or len(reading.lemma) > 1):
        entries += [entry for entry in look_up(reading.lemma) if entry not in entries]
    derived = None if entries else derive(reading.lemma)
    if derived is not None and predicate == (derived.pos in _PREDICATES):
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
        tuple(sense for _, sense in pairs),
        entry.hanja,
        romanize(reading.lemma, noun=not predicate),
        note=entry.note,
    )


def _derived(
    derived: Derivation, reading: _Reading, text: str, start: int, end: int, surface: str
) -> Word:
    pairs: list[tuple[Entry | None, Sense]] = [(None, sense) for sense in derived.senses]
    senses = tuple(sense for _, sense in fitting(pairs, reading.lemma, text, start, end))
    noun = derived.pos not in _PREDICATES
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


# With morphemes


def _from_morphemes(own: Sequence[Morpheme], surface: str) -> list[_Reading]:
    """Return the readings of a word that begins with ``own``, the longest dictionary form first."""
    parts = _parts(own)
    stem, tag = "", ""
    readings: list[_Reading] = []
    for one in own:
        if one.tag in _CONTENT_TAGS:
            if one.tag == "XSN" and one.form in {"들", "님"} and stem:
                break
            stem, tag = stem + one.form, one.tag if one.tag != "XSN" else "NNG"
            # A name of one syllable is a surname, and no word: 이 in 이 총장.
            name = tag == "NNP" and len(stem) == 1
            readings.insert(0, _Reading(stem, () if name else _TAG_POS.get(tag, ()), parts))
        elif one.tag in _SUFFIX_TAGS and stem:
            readings.insert(0, _Reading(f"{stem}{one.form}다", _TAG_POS[one.tag], parts))
            break
        elif one.tag in _STEM_TAGS:
            lemmas = [f"{stem}{one.form}다"] if stem else _verbs(one.lemma, surface)
            readings[:0] = [_Reading(lemma, _TAG_POS[one.tag], parts) for lemma in lemmas]
            break
        elif one.tag == "VCP" and not stem:
            readings.append(_Reading("이다", ("cop",), parts))
            break
        elif stem or one.tag[0] in "JE":
            if not stem:
                readings.append(_Reading(one.form, ("suf",), parts))
            break
    return readings


def _verbs(lemma: str, surface: str) -> list[str]:
    """Return ``lemma`` and what the written word may be instead: 내놓다 for 내다, 풀다 for 푸다."""
    found = _HANGUL.match(surface)
    written = [one.lemma for one in inflections(found[0], _is_verb)] if found else []
    longer = [one for one in written if len(one) > len(lemma) and one[0] == surface[0]]
    if longer or lemma not in written:
        return [*longer, lemma]
    other = next((one for one in written if one != lemma), lemma)
    if _irregular(written[0]) == "ㅅ" or (
        _irregular(other) == "ㄹ" and _level(other) < _level(lemma)
    ):
        lemma, other = other, lemma
    return [lemma]


def _is_verb(lemma: str) -> bool:
    if any(entry.pos in _PREDICATES for entry in look_up(lemma)):
        return True
    derived = derive(lemma)
    return derived is not None and derived.pos in _PREDICATES


def _irregular(lemma: str) -> str:
    return next((entry.irregular for entry in look_up(lemma) if entry.irregular), "")


def _level(lemma: str) -> int:
    return min((entry.level for entry in look_up(lemma)), default=9)


def _parts(own: Sequence[Morpheme]) -> tuple[Part, ...]:
    parts = []
    before: endings.Before = "verb"
    for index, one in enumerate(own):
        if _is_mark(one):
            continue
        if one.tag[0] == "E":
            ending = endings.name(one.form, one.tag, before)
            name = ending.name_en if ending else "ending"
        elif one.tag[0] == "J" or one.tag == "XSN":
            last = own[index - 1].form[-1:] if index else ""
            named = describe(one.form, last) or describe(one.form)
            name = named[0].to_json()["name_en"] if named else _TAG_NAMES.get(one.tag, "particle")
        elif one.tag in _SUFFIX_TAGS:
            adjective = f"adjective-forming suffix ({one.form}다)"
            name = adjective if one.tag == "XSA" else _VERB_FORMING.get(one.form, "suffix")
            before = endings.attached_to(one.tag)
        else:
            name = _TAG_NAMES.get(one.tag, "word")
            before = endings.attached_to(one.tag)
        parts.append(Part(one.form, name))
    return tuple(parts)


# Without morphemes


def _from_surface(surface: str) -> list[_Reading]:
    """Return the readings of a written word, the likeliest first."""
    found = _HANGUL.search(surface)
    if not found or len(found[0]) > _MAX_WORD:
        return []
    word = found[0]
    readings = sorted((*_nouns(word), *_inflected(word)), key=_weight)
    return readings or [_unknown(surface, word)]


def _unknown(surface: str, word: str) -> _Reading:
    """Return a word that the lexicon has not, without its longest chain of particles."""
    for cut in range(2, len(word)):
        particles = describe(word[cut:], word[:cut])
        if particles:
            parts = [Part(one.form, one.to_json()["name_en"]) for one in particles]
            return _Reading(word[:cut], ("n",), (Part(word[:cut], "noun"), *parts))
    return _Reading(surface, ("n",), (Part(surface, "word"),))


def _nouns(word: str) -> list[_Reading]:
    """Return the readings as a word that takes particles, or stands alone."""
    readings = []
    for cut in range(len(word), 0, -1):
        noun, chain = word[:cut], word[cut:]
        entries = [entry for entry in look_up(noun) if entry.pos not in _PREDICATES]
        derived = derive(noun) if not entries else None
        if not entries and (derived is None or derived.pos in _PREDICATES):
            continue
        particles = describe(chain, noun)
        # 발표했다 is no noun with particles: it is read as a verb.
        if chain and (not particles or "verb-forming" in particles[0].name):
            continue
        pos = entries[0].pos if entries else "n"
        parts = [Part(noun, POS_NAMES[pos])]
        parts += [Part(one.form, one.to_json()["name_en"]) for one in particles]
        readings.append(_Reading(noun, tuple(dict.fromkeys([pos, "n"])), tuple(parts)))
    return readings


def _inflected(word: str) -> list[_Reading]:
    return [_verb_reading(one) for one in inflections(word, _is_verb)]


def _verb_reading(one: Inflection) -> _Reading:
    pos = next((entry.pos for entry in look_up(one.lemma) if entry.pos in _PREDICATES), "v")
    stem = one.lemma.removesuffix("다")
    derived = derive(one.lemma) if not look_up(one.lemma) else None
    if derived is not None and len(derived.parts) == 2:
        noun, suffix = derived.parts
        form = suffix.removesuffix("다")
        parts = [Part(noun, "noun"), Part(form, _VERB_FORMING.get(form, "suffix"))]
    else:
        parts = [Part(stem, "adjective stem" if pos == "a" else "verb stem")]
    for ending in one.endings:
        if isinstance(ending, endings.Ending):
            parts.append(Part(ending.forms[0], ending.name_en))
        else:
            parts.append(Part(ending.form, ending.to_json()["name_en"]))
    return _Reading(one.lemma, tuple(dict.fromkeys([pos, "v", "a"])), tuple(parts))


def _weight(reading: _Reading) -> float:
    """Return how unlikely a reading is: rare words and short ones come last."""
    level = min((entry.level for entry in look_up(reading.lemma)), default=7)
    predicate = reading.lemma.endswith("다") and bool(_PREDICATES & set(reading.pos))
    length = len(reading.lemma) - predicate
    # 아는 is 알다 before it is 아 with a particle.
    stub = 0.5 if length == 1 and not predicate and len(reading.parts) > 1 else 0.0
    return 0.3 * level - 1.2 * length + 0.2 * (len(reading.parts) - 1) + stub
