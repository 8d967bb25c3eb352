"""The dictionary forms that a written word may have, and the parts that it is made of.

With the analyser's morphemes (:func:`from_morphemes`), or from the written word alone by the tables
of particles and endings (:func:`from_surface`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsreader.korean import endings
from newsreader.korean.analyser import Morpheme
from newsreader.korean.conjugation import Inflection, inflections
from newsreader.korean.derivation import derive
from newsreader.korean.derivation.verbs import split_verb
from newsreader.korean.lexicon import POS_NAMES, look_up
from newsreader.korean.likelihood import is_made_noun, is_verb, level_of, order
from newsreader.korean.particles import Morpheme as Particle
from newsreader.korean.particles import describe, is_particle_chain, noun_suffixes
from newsreader.korean.reading import PREDICATES, Part, Reading

_HANGUL = re.compile("[가-힣]+")
#: 하 and the ending behind it, contracted behind a noun: 협의키로, 충분치, 익숙지.
_WHOLE = {
    "키": "하기",
    "토록": "하도록",
    "치": "하지",
    "지": "하지",
    "케": "하게",
    "코자": "하고자",
}
_CONTRACTED = re.compile(f"(.+?)({'|'.join(_WHOLE)})(.*)")
#: Longer runs of Hangul are no words, in syllables.
_MAX_WORD = 24
_NOUNS = frozenset({"n", "bn", "pron", "num"})
_STEM_TAGS = frozenset({"VV", "VA", "VX", "VCN"})
_CODAS = {"ㄱ": 1, "ㄷ": 7, "ㄹ": 8, "ㅂ": 17, "ㅅ": 19}
#: 하지 is 지 only behind these: 익숙지.
_BEFORE_JI = frozenset(_CODAS[coda] for coda in "ㄱㅂㅅ")
_INFINITIVES = frozenset({"어", "아", "여"})
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
    "스럽": "adjective-forming suffix (스럽다)",
    "롭": "adjective-forming suffix (롭다)",
    "답": "adjective-forming suffix (답다)",
    "없": "adjective stem (없다)",
}


def is_mark(one: Morpheme) -> bool:
    """Say whether ``one`` is punctuation."""
    return one.tag[0] == "S" and one.tag not in _TAG_NAMES


# With morphemes


def from_morphemes(own: Sequence[Morpheme], surface: str) -> list[Reading]:
    """Return the readings of a word that begins with ``own``, the longest dictionary form first."""
    parts = parts_of(own)
    stem, tag = "", ""
    readings: list[Reading] = []
    for one in own:
        if one.tag in _CONTENT_TAGS:
            if one.tag == "XSN" and one.form in {"들", "님"} and stem:
                break
            stem, tag = stem + one.form, one.tag if one.tag != "XSN" else "NNG"
            # A name of one syllable is a surname, and no word: 이 in 이 총장.
            name = tag == "NNP" and len(stem) == 1
            readings.insert(0, Reading(stem, () if name else _TAG_POS.get(tag, ()), parts))
        elif one.tag in _SUFFIX_TAGS and stem:
            readings.insert(0, Reading(f"{stem}{one.form}다", _TAG_POS[one.tag], parts))
            break
        elif one.tag in _STEM_TAGS:
            lemmas = [f"{stem}{one.form}다"] if stem else _verbs(one.lemma, surface)
            lemmas = [*_with_auxiliary(own, surface), *lemmas]
            readings[:0] = [Reading(lemma, _TAG_POS[one.tag], parts) for lemma in lemmas]
            break
        elif one.tag == "VCP" and not stem:
            readings.append(Reading("이다", ("cop",), parts))
            break
        elif stem or one.tag[0] in "JE":
            if not stem:
                readings.append(Reading(one.form, ("suf",), parts))
            break
    return readings


def _with_auxiliary(own: Sequence[Morpheme], surface: str) -> list[str]:
    """Return the verb that an auxiliary makes of the word's first: 미뤄지다, 찾아내다."""
    for before, one in pairwise(own):
        made = one.form in {"지", "내"} or (one.form == "하" and own[0].tag == "VA")
        if one.tag == "VX" and before.form in _INFINITIVES and made:
            lemma = f"{surface[: one.start - own[0].start]}{one.form}다"
            return [lemma] if is_verb(lemma) else []
    return []


def _verbs(lemma: str, surface: str) -> list[str]:
    """Return ``lemma`` and what the written word may be instead: 내놓다 for 내다, 풀다 for 푸다."""
    found = _HANGUL.match(surface)
    written = [one.lemma for one in inflections(found[0], is_verb)] if found else []
    longer = [one for one in written if len(one) > len(lemma) and one[0] == surface[0]]
    if longer or lemma not in written:
        return [*longer, lemma]
    # 지었다 is 짓다: 지다 would be contracted to 졌다.
    open_stem = next((one for one in written if _without(one, "ㅅ") == lemma), None)
    with_rieul = next((one for one in written if _without(one, "ㄹ") == lemma), None)
    if with_rieul and level_of(with_rieul) < level_of(lemma):
        return [with_rieul]
    return [open_stem or lemma]


def _without(lemma: str, coda: str) -> str:
    """Return ``lemma`` as it is without its ``coda``: 푸다 for 풀다; "" where it never loses it."""
    letter = lemma[-2:-1]
    loses = _irregular(lemma) == coda and _coda(letter) == _CODAS[coda]
    return f"{lemma[:-2]}{chr(ord(letter) - _CODAS[coda])}다" if loses else ""


def _may_be_made(lemma: str) -> bool:
    """Say whether ``lemma`` looks like a verb of some noun or adverb: 두리번거리다."""
    return split_verb(lemma) != lemma or (lemma.endswith("거리다") and len(lemma) > 4)


def _irregular(lemma: str) -> str:
    return next((entry.irregular for entry in look_up(lemma) if entry.irregular), "")


def parts_of(own: Sequence[Morpheme]) -> tuple[Part, ...]:
    """Return the analyser's morphemes of one word with their names."""
    parts = []
    before: endings.Before = "verb"
    for index, one in enumerate(own):
        if is_mark(one):
            continue
        if one.tag[0] == "E":
            ending = endings.name(one.form, one.tag, before)
            parts.append(Part.of(ending, one.form) if ending else Part(one.form, "ending"))
        elif one.tag[0] == "J" or one.tag == "XSN":
            last = own[index - 1].form[-1:] if index else ""
            named = describe(one.form, last) or describe(one.form)
            unnamed = Part(one.form, _TAG_NAMES.get(one.tag, "particle"))
            parts.append(Part.of(named[0], one.form) if named else unnamed)
        elif one.tag in _SUFFIX_TAGS:
            adjective = f"adjective-forming suffix ({one.form}다)"
            name = adjective if one.tag == "XSA" else _VERB_FORMING.get(one.form, "suffix")
            parts.append(Part(one.form, name))
            before = endings.attached_to(one.tag)
        else:
            parts.append(Part(one.form, _TAG_NAMES.get(one.tag, "word"), _mark_of_stem(one, parts)))
            before = endings.attached_to(one.tag)
    return tuple(parts)


def _mark_of_stem(one: Morpheme, before: Sequence[Part]) -> str:
    """Return the mark of a copula, or of an auxiliary that is written onto its verb."""
    if one.tag == "VX" and before:
        found = (entry for entry in look_up(one.lemma) if entry.pos == "aux")
        entry = next(found, None)
        return entry.senses[0].glosses[0].partition(" (")[0] if entry else ""
    return "be" if one.tag == "VCP" else ""


# Without morphemes


def from_surface(surface: str) -> list[Reading]:
    """Return the readings of a written word, the likeliest first."""
    found = _HANGUL.search(surface)
    if not found or len(found[0]) > _MAX_WORD:
        return []
    word = found[0]
    readings = sorted((*_nouns(word), *_inflected(word)), key=order(word))
    if all(is_made_noun(one) for one in readings):
        short = _contracted(word)
        # 충분치 is 충분하지, but 예상치 an estimate.
        if not readings or (short and short[0].pos[0] == "a"):
            readings = [*short, *readings]
    return readings or [_unknown(surface, word)]


def _contracted(word: str) -> list[Reading]:
    """Return the readings of ``word`` with a whole 하: 협의키로 as 협의하기로."""
    short = _CONTRACTED.fullmatch(word)
    if not short or (short[2] == "지" and _coda(short[1][-1]) not in _BEFORE_JI):
        return []
    return _inflected(short[1] + _WHOLE[short[2]] + short[3])


def _unknown(surface: str, word: str) -> Reading:
    """Return a word that the lexicon has not: a verb of some noun, or without its particles."""
    made = inflections(word, _may_be_made)
    if made:
        return _verb_reading(made[0])
    for cut in range(2, len(word)):
        particles = describe(word[cut:], word[:cut])
        if particles:
            parts = (Part(word[:cut], "noun"), *map(Part.of, particles))
            return Reading(word[:cut], ("n",), parts)
    return Reading(surface, ("n",), (Part(surface, "word"),))


def _nouns(word: str) -> list[Reading]:
    """Return the readings as a word that takes particles, or stands alone."""
    readings: list[Reading] = []
    made: Reading | None = None
    for cut in range(len(word), 0, -1):
        noun, chain = word[:cut], word[cut:]
        entries = [entry for entry in look_up(noun) if entry.pos not in PREDICATES]
        derived = derive(noun) if not entries else None
        if not entries and (derived is None or derived.pos in PREDICATES):
            continue
        particles = describe(chain, noun)
        # 폭염특보가 is no expert: what may be a particle is none of a noun's suffixes.
        if derived is not None and _is_particle(derived.parts[-1], derived.parts[0]):
            continue
        # 발표했다 is no noun with particles: it is read as a verb.
        if chain and (not particles or "-forming" in particles[0].name):
            continue
        # 안에서 is no adverb.
        pos = next((one.pos for one in entries if one.pos in _NOUNS), "") if chain else ""
        pos = pos or (entries[0].pos if entries else "n")
        parts = (Part(noun, POS_NAMES[pos]), *map(Part.of, particles))
        reading = Reading(noun, tuple(dict.fromkeys([pos, "n"])), parts)
        if entries:
            readings.append(reading)
        made = made or (None if entries else reading)
    # 부자가 is 부자 with a particle before it is 부자 with -가, an expert.
    whole = any(len(one.lemma) > 1 and not is_made_noun(one) for one in readings)
    return [*readings, made] if made and not whole else readings


def _is_particle(form: str, before: str) -> bool:
    return form not in noun_suffixes() and is_particle_chain(form, before)


def _inflected(word: str) -> list[Reading]:
    return [_verb_reading(one) for one in inflections(word, is_verb) if _may_be(one.lemma, word)]


def _may_be(lemma: str, word: str) -> bool:
    """Say whether a stem in ㄷ may be written as in ``word``: 걷 in 걸으며, but no 받 in 발을."""
    last = len(lemma) - 2
    ends_in_t = _coda(lemma[last]) == _CODAS["ㄷ"]
    changed = ends_in_t and _coda(word[last : last + 1]) == _CODAS["ㄹ"]
    return not changed or _irregular(lemma) == "ㄷ"


def _coda(syllable: str) -> int:
    """Return the number of a syllable's final consonant in Unicode's order, 0 for none."""
    return (ord(syllable) - 0xAC00) % 28 if syllable else 0


def _verb_reading(one: Inflection) -> Reading:
    pos = next((entry.pos for entry in look_up(one.lemma) if entry.pos in PREDICATES), "v")
    stem = one.lemma.removesuffix("다")
    derived = derive(one.lemma) if not look_up(one.lemma) else None
    noun, suffix = split_verb(one.lemma), ""
    if derived is not None and len(derived.parts) == 2:
        noun, suffix = derived.parts
    elif noun != one.lemma and not look_up(one.lemma):
        suffix = one.lemma.removeprefix(noun)
    if suffix:
        form = suffix.removesuffix("다")
        made = _VERB_FORMING.get(form)
        # 전해지다 has no noun in it.
        first = "noun" if made else "verb stem with connective ending"
        parts = [Part(noun, first), Part(form, made or f"verb stem ({suffix})")]
    else:
        parts = [Part(stem, "adjective stem" if pos == "a" else "verb stem")]
    parts += (Part.of(_of_adjective(ending) if pos == "a" else ending) for ending in one.endings)
    return Reading(one.lemma, tuple(dict.fromkeys([pos, "v", "a"])), tuple(parts))


def _of_adjective(ending: endings.Ending | Particle) -> endings.Ending | Particle:
    """Return what an ending is behind an adjective: ㄴ makes no past of it."""
    if not ending.name.startswith("adnominal"):
        return ending
    form = ending.form if isinstance(ending, Particle) else ending.forms[0]
    return endings.name(form, "ETM", "adjective") or ending
