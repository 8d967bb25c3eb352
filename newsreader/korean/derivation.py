"""Words that are made of known ones: 해임되다, 미등록, 민주화, 구속영장, 3명.

Verbs of a noun get English verbs: the lexicon's own where it has the verb with 하다, else made of
the noun's glosses (dismissal: dismiss), and passives for 되다, 당하다 and 받다. English verbs are
those by which the lexicon explains Korean ones, and those of ``data/english_verbs.tsv``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from newsreader.korean.conjugation import inflections
from newsreader.korean.endings import Ending
from newsreader.korean.lexicon import Entry, Sense, english_verbs, look_up
from newsreader.korean.numerals import read_digits

#: Longer words are not taken apart, in syllables.
MAX_WORD = 12

_ACTIVE = {"하다": "do", "시키다": "make happen"}
_PASSIVE = {"되다": "be done", "당하다": "suffer", "받다": "undergo"}
_ADJECTIVES = {"스럽다": "-like, causing", "롭다": "full of"}
_AUXILIARIES = {"지다": "become, be done", "하다": "feel and show", "내다": "do to the end"}
#: What makes a verb or adjective of a noun, the longer first: 거부당하다 is no 거부당 with 하다.
_VERB_ENDINGS = sorted((*_ACTIVE, *_PASSIVE, *_ADJECTIVES), key=len, reverse=True)
_SUFFIXES = {
    "적": ("-al, of the nature of", "{}"),
    "화": ("-isation", "making {}"),
    "성": ("-ness, the quality of", "quality of {}"),
    "들": ("plural", "{}"),
    "님": ("respectful", "{}"),
    "별": ("by, for each", "by {}"),
    "씩": ("each", "{} each"),
    "용": ("for the use of", "for {}"),
    "측": ("the side of", "the side of {}"),
    "형": ("type", "{} type"),
    "식": ("style; ceremony", "{}-style, {} ceremony"),
    "급": ("rank, level", "{} level"),
    "권": ("right; sphere", "{} right, {} sphere"),
    "력": ("power", "{} power"),
    "률": ("rate", "{} rate"),
    "율": ("rate", "{} rate"),
    "량": ("amount", "amount of {}"),
    "비": ("cost", "{} cost"),
    "자": ("person", "person of {}"),
    "가": ("expert", "{} expert"),
    "장": ("head; place", "head of {}, place of {}"),
    "팀": ("team", "{} team"),
    "단": ("group", "{} group"),
    "법": ("law; method", "{} act, {} method"),
    "죄": ("crime", "crime of {}"),
    "안": ("bill, proposal", "{} proposal, {} bill"),
    "론": ("theory, argument", "argument for {}"),
    "세": ("tax; trend", "{} tax, {} trend"),
    "기": ("device; period", "{} device, {} period"),
    "문": ("text", "{} text"),
    "실": ("room, office", "{} office, {} room"),
    "원": ("institute; member", "{} institute, {} member"),
    "부": ("department", "{} department"),
    "층": ("class of people", "{} class"),
    "계": ("circles", "{} circles"),
    "국": ("country; bureau", "{} country, {} bureau"),
    "업": ("business", "{} business"),
    "점": ("point; shop", "{} point"),
    "지": ("place", "place of {}"),
    "차": ("time, round", "{}"),
    "상": ("in terms of", "in terms of {}"),
    "간": ("between", "between {}"),
    "당": ("per", "per {}"),
    "제": ("system", "{} system"),
}
_PREFIXES = {
    "부": "not, im-",
    "불": "not, un-",
    "비": "non-",
    "재": "re-",
    "미": "not yet, un-",
    "무": "without, -less",
    "초": "super-, ultra-",
    "최": "most",
    "전": "former",
    "현": "current",
    "신": "new",
    "구": "old",
    "총": "total",
    "대": "great; against",
    "반": "anti-",
    "친": "pro-",
    "고": "high",
    "저": "low",
    "탈": "away from, de-",
    "준": "quasi-",
    "다": "multi-",
    "양": "both",
    "역": "reverse",
    "급": "sudden",
    "과": "over-, excessive",
    "맞": "mutual",
    "첫": "first",
    "주": "main",
    "범": "pan-",
    "소": "small",
}
_NOUNS = frozenset({"n", "bn", "pron", "num"})
_ROOTS = frozenset({"n", "adv", "a"})

# English nouns of action and the verbs behind them, longest ending first.
_NOMINAL = (
    ("ication", ("y", "icate")),
    ("isation", ("ise",)),
    ("ation", ("ate", "e", "")),
    ("ution", ("ute", "ve")),
    ("ption", ("be", "pt", "ve", "me")),
    ("ition", ("e", "ish", "")),
    ("tion", ("t", "te", "e", "")),
    ("ssion", ("t", "ss", "de")),
    ("sion", ("d", "de", "se", "t", "s")),
    ("ment", ("", "e")),
    ("ance", ("", "e", "ate", "y")),
    ("ence", ("", "e")),
    ("ery", ("", "er", "e")),
    ("ure", ("", "e", "ate")),
    ("al", ("", "e")),
    ("ing", ("", "e")),
    ("y", ("", "e")),
)
#: What English nouns of action end in.
_ACTION = re.compile(r"(?:tion|sion|ment|ance|ence)$")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a word that the lexicon has not is made of words that it has.

    ``parts`` are the pieces as they stand in the word; ``how`` says it in English.
    """

    lemma: str
    pos: str
    parts: tuple[str, ...]
    how: str
    senses: tuple[Sense, ...]
    hanja: str = ""


@lru_cache(maxsize=4096)
def derive(word: str) -> Derivation | None:
    """Return how ``word``, a dictionary form, is made of known words, or None."""
    if not 2 <= len(word) <= MAX_WORD:
        return None
    for rule in (
        _prefixed_verb,
        _verb,
        _changing,
        _counted,
        _compound_of_known,
        _affixed,
        _compound,
    ):
        found = rule(word)
        if found is not None:
            return found
    return None


def split_verb(lemma: str) -> str:
    """Return the noun of a verb made of one (지원 of 지원하다), else the lemma itself."""
    for ending in _VERB_ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 2:
            return lemma.removesuffix(ending)
    return lemma


def verb_senses(lemma: str) -> tuple[Sense, ...]:
    """Return what a verb means by the noun that it is made of: 기도하다 by 기도, prayer: pray."""
    noun = split_verb(lemma)
    if noun == lemma:
        return ()
    passive = lemma.removeprefix(noun) in _PASSIVE
    made = (verbal(sense, passive=passive) for sense in _senses(_nouns(noun)))
    return tuple(sense for sense in made if sense is not None)


def _nouns(word: str, pos: frozenset[str] = _NOUNS) -> list[Entry]:
    return [entry for entry in look_up(word) if entry.pos in pos]


def _senses(entries: Sequence[Entry]) -> tuple[Sense, ...]:
    return tuple(sense for entry in entries for sense in entry.senses)


def _known(word: str) -> tuple[Sense, ...]:
    """Return the senses of a noun that the lexicon has, or that is itself derived."""
    senses = _senses(_nouns(word))
    if not senses and len(word) >= 3:
        derived = _affixed(word) or _compound(word)
        senses = derived.senses if derived else ()
    return senses


def _verb(word: str) -> Derivation | None:
    for ending in _VERB_ENDINGS:
        noun = word.removesuffix(ending)
        if noun == word or len(noun) < 2:
            continue
        senses = _known(noun) or _senses(_nouns(noun, _ROOTS))
        own = _senses([entry for entry in look_up(noun + "하다") if entry.pos in {"v", "a"}])
        if not (senses or own):
            continue
        passive = ending in _PASSIVE
        verbs = tuple(filter(None, (verbal(sense, passive=passive) for sense in senses)))
        if own:
            made = tuple(filter(None, (verbal(sense, passive=passive) for sense in own)))
            # The verb's own glosses first: they need no guess.
            verbs = (made if passive else own) + tuple(one for one in verbs if one not in made)
        meaning = {**_ACTIVE, **_PASSIVE, **_ADJECTIVES}[ending]
        pos = "a" if ending in _ADJECTIVES else "v"
        hanja = _hanja_of_verb(noun, passive=passive)
        how = f"{noun} + {ending} ({meaning})"
        return Derivation(word, pos, (noun, ending), how, verbs or senses, hanja)
    return None


def _hanja_of_verb(noun: str, *, passive: bool) -> str:
    """Return the hanja of the noun that makes a verb: 否認 of 부인하다, not 夫人."""
    entries = [entry for entry in look_up(noun) if entry.hanja]
    verbs = (one for one in entries if any(verbal(s, passive=passive) for s in one.senses))
    return next((entry.hanja for entry in (*verbs, *entries)), "")


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
    entry = min(entries, key=lambda one: len(word) == 1 and one.pos != "suf", default=None)
    return f"{word} ({entry.senses[0].glosses[0]})" if entry else ""


def _changing(word: str) -> Derivation | None:
    """미뤄지다, be put off; 뜨거워지다, become hot; 괴로워하다, feel painful."""
    base, auxiliary = word[:-2], word[-2:]
    if auxiliary not in _AUXILIARIES or len(base) < 1:
        return None
    for one in inflections(base, _is_plain_predicate):
        if any(ending.forms[0] != "어" for ending in one.endings if isinstance(ending, Ending)):
            continue
        for entry in look_up(one.lemma):
            senses = _changed(entry, auxiliary)
            if senses:
                meaning = _AUXILIARIES[auxiliary]
                how = f"{one.lemma} + -어{auxiliary} ({meaning})"
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


def _is_plain_predicate(lemma: str) -> bool:
    return any(entry.pos in {"v", "a"} for entry in look_up(lemma))


def _prefixed_verb(word: str) -> Derivation | None:
    """재확인하다: a prefix on a known or derived verb, where the noun is not known itself."""
    if not word.endswith("다") or word[0] not in _PREFIXES or len(word) < 5:
        return None
    rest = word[1:]
    if look_up(split_verb(word)):
        return None
    senses = _senses([entry for entry in look_up(rest) if entry.pos in {"v", "a"}])
    inner = _verb(rest)
    senses = senses or (inner.senses if inner else ())
    if not senses:
        return None
    meaning = _PREFIXES[word[0]]
    how = f"{word[0]}- ({meaning}) + {rest}"
    return Derivation(word, "v", (word[0], rest), how, _wrapped(senses, _before(meaning)))


def _affixed(word: str) -> Derivation | None:
    base, suffix = word[:-1], word[-1]
    if suffix in _SUFFIXES and len(base) >= 2:
        senses = _known(base)
        if senses:
            meaning, template = _SUFFIXES[suffix]
            how = f"{base} + -{suffix} ({meaning})"
            return Derivation(word, "n", (base, suffix), how, _wrapped(senses, template))
    prefix, base = word[0], word[1:]
    if prefix in _PREFIXES and len(base) >= 2:
        senses = _known(base)
        if senses:
            meaning = _PREFIXES[prefix]
            how = f"{prefix}- ({meaning}) + {base}"
            return Derivation(word, "n", (prefix, base), how, _wrapped(senses, _before(meaning)))
    return None


def _before(meaning: str) -> str:
    """Return how a prefix's first meaning stands before a gloss: re-{}, former {}."""
    first = re.split("[,;]", meaning)[0]
    return f"{first}{{}}" if first.endswith("-") else f"{first} {{}}"


def _wrapped(senses: Sequence[Sense], template: str) -> tuple[Sense, ...]:
    first = senses[0]
    glosses = tuple(template.replace("{}", _plain(gloss)) for gloss in first.glosses)
    split = tuple(part for gloss in glosses[:2] for part in gloss.split(", "))
    return (Sense(split, first.domain), *senses[1:]) if template == "{}" else (Sense(split),)


def _plain(gloss: str) -> str:
    """Return a gloss without what stands in brackets behind it."""
    return re.sub(r"\s*\([^)]*\)", "", gloss) or gloss


def _compound_of_known(word: str) -> Derivation | None:
    """Split a word into two that the lexicon has itself: 공중 + 화장실, not 공중화장 + -실."""
    return _compound(word, deep=False)


def _compound(word: str, *, deep: bool = True) -> Derivation | None:
    """Split a word into two known ones, the split nearest to the middle first."""
    cuts = sorted(range(2, len(word) - 1), key=lambda cut: abs(2 * cut - len(word)))
    for cut in cuts:
        first, second = word[:cut], word[cut:]
        senses = _senses(_nouns(first)), _senses(_nouns(second))
        if deep and not all(senses) and len(word) > 4:
            senses = _known(first), _known(second)
        if all(senses):
            glosses = f"{_plain(senses[0][0].glosses[0])} {_plain(senses[1][0].glosses[0])}"
            how = f"{first} ({senses[0][0].glosses[0]}) + {second} ({senses[1][0].glosses[0]})"
            return Derivation(word, "n", (first, second), how, (Sense((glosses,)),))
    return None


def _counted(word: str) -> Derivation | None:
    number = read_digits(word, 0)
    if number is None:
        return None
    counter = word[number.end :]
    counters = _nouns(counter, frozenset({"bn"})) or _nouns(counter, frozenset({"n"}))
    if not counters:
        return None
    written = word[: number.end]
    how = f"{written} + {counter} (counter)"
    # A year has no comma.
    amount = f"{number.value:,}" if number.value >= 10_000 else f"{number.value}"
    amount = f"some {amount}" if number.approx else amount
    senses = tuple(
        Sense(tuple(f"{amount} {_plain(gloss)}" for gloss in sense.glosses))
        for entry in counters
        for sense in entry.senses
    )
    return Derivation(word, "num", (written, counter), how, senses)


#: In this order; the first that reads the word decides.
_RULES = (_prefixed_verb, _verb, _changing, _counted, _compound_of_known, _affixed, _compound)


# English


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return by kind: verbs of nouns, past participles of verbs, verbs."""
    data = resources.files("newsreader.korean").joinpath("data/english_verbs.tsv")
    kinds: dict[str, dict[str, str]] = {}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, word, form = line.split("\t")
            kinds.setdefault(kind, {})[word] = form
    return kinds


@cache
def _english() -> frozenset[str]:
    """Return the English verbs that we know."""
    return english_verbs() | _table()["known"].keys()


def verbal(sense: Sense, *, passive: bool) -> Sense | None:
    """Return the sense of a noun of action as a verb's, or None where none is known.

    A sense whose glosses are verbs already is only turned into the passive.
    """
    verbs = dict.fromkeys(verb for gloss in sense.glosses if (verb := _verb_of(_plain(gloss))))
    if not verbs:
        return None
    # "be concerned" is passive enough.
    glosses = tuple(
        f"be {_participle(verb)}" if passive and not verb.startswith("be ") else verb
        for verb in verbs
    )
    return Sense(glosses, sense.domain)


def _verb_of(gloss: str) -> str | None:
    """Return the verb of a gloss: dismissal: dismiss, putting off: put off, halt: halt."""
    listed = _table()["verb"].get(gloss)
    if listed:
        return listed
    head, _, rest = gloss.partition(" ")
    if rest and not (head.endswith("ing") or head in _english()):
        return None
    if rest and _ACTION.search(rest):  # sailing cancellation is no "sail cancellation"
        return None
    verb = _table()["verb"].get(head)
    if verb and " " in verb:
        return None
    verb = verb or next((one for one in _verbs_of(head) if one in _english()), None)
    return f"{verb} {rest}".strip() if verb else None


def _verbs_of(noun: str) -> Iterator[str]:
    yield noun
    for ending, replacements in _NOMINAL:
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            stem = noun.removesuffix(ending)
            yield from (stem + replacement for replacement in replacements)
            if len(stem) > 2 and stem[-1] == stem[-2]:  # putting: put
                yield stem[:-1]


def _participle(verb: str) -> str:
    """Return the past participle: dismiss: dismissed, put off: put off, carry out: carried out."""
    head, _, rest = verb.partition(" ")
    past = _table()["participle"].get(head, "")
    if past:
        return f"{past} {rest}".strip()
    if head.endswith("e"):
        past = head + "d"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        past = head[:-1] + "ied"
    else:
        past = head + "ed"
    return f"{past} {rest}".strip()
