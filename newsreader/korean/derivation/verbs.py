"""Verbs and adjectives that are made of known words: 해임되다, 인간답다, 미뤄지다, 받아적다.

Verbs of a noun get English verbs: the lexicon's own where it has the verb with 하다, else made of
the noun's glosses (dismissal: dismiss), and passives for 되다, 당하다 and 받다.
"""

from collections.abc import Iterator

from newsreader.korean.conjugation import inflections
from newsreader.korean.derivation.base import PLAIN_VERBS, Derivation, entries_of, senses_of
from newsreader.korean.derivation.english import plain, verbal
from newsreader.korean.derivation.nouns import affixes, filled, known
from newsreader.korean.endings import Ending
from newsreader.korean.lexicon import Entry, Sense, look_up

#: What makes a verb of a noun: its meaning, and the English where the noun has no verb.
_ACTIVE = {"하다": ("do", "do {}"), "시키다": ("make happen", "cause {}")}
_PASSIVE = {
    "되다": ("be done", "become {}"),
    "당하다": ("suffer", "suffer {}"),
    "받다": ("undergo", "receive {}"),
}
_ADJECTIVES = {
    "스럽다": ("-like, causing", "showing {}"),
    "롭다": ("full of", "full of {}"),
    "답다": ("worthy of", "worthy of {}"),
    "없다": ("without", "without {}"),
}
_ENGLISH = {**_ACTIVE, **_PASSIVE, **_ADJECTIVES}
#: The longer first: 거부당하다 is no 거부당 with 하다.
_ENDINGS = sorted(_ENGLISH, key=len, reverse=True)
_AUXILIARIES = {"지다": "become, be done", "하다": "feel and show", "내다": "do to the end"}
#: Behind another verb these only shade its meaning: 물어보다 asks.
_SHADING = frozenset({"드리다", "나가다", "버리다"})
#: Short verbs that look like an ending everywhere else: 걸어서다 is no verb.
_SHORT = frozenset(f"{stem}다" for stem in "적닦팔먹넣잡묶앉쓰읽뜯꽂담붓듣")
#: The endings that tie a verb to another: 받아적다, 갈고닦다, 데려다주다.
_TYING = frozenset({"어", "고", "어다"})
_REPEATING = ("거리다", "대다", "이다")
_ROOTS = frozenset({"n", "adv", "a"})


def split_verb(lemma: str) -> str:
    """Return the noun of a verb made of one (지원 of 지원하다), else the lemma itself."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 2:
            return lemma.removesuffix(ending)
    return lemma


def verb_senses(lemma: str) -> tuple[Sense, ...]:
    """Return what a verb means by the noun that it is made of: 기도하다 by 기도, prayer: pray."""
    noun = split_verb(lemma)
    ending = lemma.removeprefix(noun)
    if noun == lemma or ending in _ADJECTIVES:
        return ()
    made = (verbal(one, passive=ending in _PASSIVE) for one in senses_of(entries_of(noun)))
    return tuple(sense for sense in made if sense is not None)


def of_noun(word: str) -> Derivation | None:
    """거부당하다, be refused; 인간답다, worthy of a human being."""
    noun = split_verb(word)
    ending = word.removeprefix(noun)
    if noun == word:
        return None
    senses = known(noun)[0] or senses_of(entries_of(noun, _ROOTS))
    own = senses_of(entries_of(noun + "하다", PLAIN_VERBS))
    if not (senses or own):
        return None
    meaning, template = _ENGLISH[ending]
    how = f"{noun} + {ending} ({meaning})"
    if ending in _ADJECTIVES:
        made = tuple(one for sense in senses or own for one in filled(template, sense))
        return Derivation(word, "a", (noun, ending), how, made, known(noun)[1])
    passive = ending in _PASSIVE
    verbs = tuple(filter(None, (verbal(sense, passive=passive) for sense in senses)))
    if own:
        turned = tuple(filter(None, (verbal(sense, passive=passive) for sense in own)))
        # The verb's own glosses first: they need no guess.
        verbs = (turned if passive else own) + tuple(one for one in verbs if one not in turned)
    verbs = verbs or tuple(one for sense in senses for one in filled(template, sense))
    return Derivation(word, "v", (noun, ending), how, verbs, _hanja(noun, passive=passive))


def _hanja(noun: str, *, passive: bool) -> str:
    """Return the hanja of the noun that makes a verb: 否認 of 부인하다, not 夫人."""
    entries = [entry for entry in look_up(noun) if entry.hanja]
    verbs = (one for one in entries if any(verbal(s, passive=passive) for s in one.senses))
    return next((entry.hanja for entry in (*verbs, *entries)), "")


def prefixed(word: str) -> Derivation | None:
    """재확인하다: a prefix on a known or derived verb, where the noun is not known itself."""
    rows = affixes("prefix").get(word[0], ())
    if not word.endswith("다") or not rows or len(word) < 5 or look_up(split_verb(word)):
        return None
    rest = word[1:]
    inner = of_noun(rest)
    senses = senses_of(entries_of(rest, PLAIN_VERBS)) or (inner.senses if inner else ())
    if not senses:
        return None
    first = rows[0]
    how = f"{word[0]}- ({first.meaning}) + {rest}"
    return Derivation(word, "v", (word[0], rest), how, filled(first.template, senses[0]))


def changing(word: str) -> Derivation | None:
    """미뤄지다, be put off; 뜨거워지다, become hot; 괴로워하다, feel painful."""
    base, auxiliary = word[:-2], word[-2:]
    if auxiliary not in _AUXILIARIES or not base:
        return None
    for lemma in _tied(base, frozenset({"어"})):
        for entry in look_up(lemma):
            senses = _changed(entry, auxiliary)
            if senses:
                how = f"{lemma} + -어{auxiliary} ({_AUXILIARIES[auxiliary]})"
                return Derivation(word, "v", (base, auxiliary), how, senses, entry.hanja)
    return None


def _changed(entry: Entry, auxiliary: str) -> tuple[Sense, ...]:
    if auxiliary == "내다":
        return entry.senses if entry.pos == "v" else ()
    if entry.pos == "a":
        verb = "become" if auxiliary == "지다" else "feel"
        return tuple(
            Sense(tuple(f"{verb} {gloss.removeprefix('be ')}" for gloss in one.glosses), one.domain)
            for one in entry.senses
        )
    if entry.pos == "v" and auxiliary == "지다":
        made = (verbal(sense, passive=True) for sense in entry.senses)
        return tuple(sense for sense in made if sense is not None)
    return ()


def _tied(base: str, endings: frozenset[str]) -> Iterator[str]:
    """Yield the verbs of which ``base`` is the form with one of ``endings``: 받다 of 받아."""
    for one in inflections(base, _is_plain_predicate):
        match one.endings:
            case (Ending(forms=(form, *_)),) if form in endings:
                yield one.lemma


def _is_plain_predicate(lemma: str) -> bool:
    return any(entry.pos in PLAIN_VERBS for entry in look_up(lemma))


def of_two_verbs(word: str) -> Derivation | None:
    """받아적다: receive and write down."""
    for cut in range(1, len(word) - 1) if word.endswith("다") else ():
        base, second = word[:cut], word[cut:]
        if second in _SHADING or (len(second) < 3 and second not in _SHORT):
            continue
        # 사고를 is no 사 with 고르다, 재벌이 no 재 with 벌이다.
        if second.endswith("르다") or (len(base) == 1 and entries_of(base)):
            continue
        after = senses_of(entries_of(second, frozenset({"v"})))
        first = next(_tied(base, _TYING), "") if after else ""
        before = senses_of(entries_of(first, frozenset({"v"}))) if first else ()
        if before:
            glosses = before[0].glosses[0], after[0].glosses[0]
            how = f"{first} ({glosses[0]}) + {second} ({glosses[1]})"
            sense = Sense((" and ".join(map(plain, glosses)),))
            return Derivation(word, "v", (base, second), how, (sense,))
    return None


def repeating(word: str) -> Derivation | None:
    """북적대다, by 북적거리다 or by the adverb 북적북적."""
    ending = next((one for one in _REPEATING if word.endswith(one)), "")
    base = word.removesuffix(ending)
    if not ending or len(base) < 2:
        return None
    twins = [base + other for other in _REPEATING if other != ending]
    senses = senses_of(one for twin in twins for one in entries_of(twin, PLAIN_VERBS))
    senses = senses or senses_of(entries_of(base * 2, frozenset({"adv"})))
    if not senses:
        return None
    return Derivation(word, "v", (base, ending), f"{base} + {ending} (keep doing)", senses)
