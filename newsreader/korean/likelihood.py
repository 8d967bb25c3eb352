"""How likely a reading of a written word is where no analyser decides."""

from collections.abc import Callable
from functools import cache

from newsreader.korean import DATA
from newsreader.korean.derivation import derive
from newsreader.korean.derivation.verbs import split_verb, verb_senses
from newsreader.korean.lexicon import look_up
from newsreader.korean.particles import noun_suffixes
from newsreader.korean.reading import PREDICATES, Reading

#: The level of what the lexicon has not.
_UNLISTED = 7
#: That of a verb made of another one by rule, such as 버려지다.
_DERIVED = 4
#: The last level of common words, and the first one of rare words.
_COMMON, _RARE = 2, 6
#: What makes a reading unlikely: a noun put together by rule, a nominal form with a particle where
#: something else reads the word, a noun of one syllable, a noun with what seldom follows one.
_MADE_NOUN, _NOMINAL_WITH_PARTICLE, _STUB, _UNUSUAL = 2.0, 1.0, 0.7, 0.7
#: Suffixes that leave a noun the word that it is.
_PLAIN_SUFFIXES = frozenset({"들", "님", "씨", "측", "등"})
_NOMINAL = frozenset({"ㅁ", "음", "기"})


def known_lemma(lemma: str) -> bool:
    """Say whether the lexicon has ``lemma``, or the words that it is made of."""
    return bool(look_up(lemma)) or derive(lemma) is not None


def is_verb(lemma: str) -> bool:
    """Say whether ``lemma`` is a verb or an adjective that is known."""
    if any(entry.pos in PREDICATES for entry in look_up(lemma)):
        return True
    derived = derive(lemma)
    return derived is not None and derived.pos in PREDICATES


def level_of(lemma: str) -> int:
    """Return the lexicon's level of ``lemma``, 7 where it has none."""
    return min((entry.level for entry in look_up(lemma)), default=_UNLISTED)


@cache
def _likely() -> dict[str, str]:
    """Return by written form what news means by it, where the weights would say otherwise."""
    text = DATA / "frequent_forms.tsv"
    rows = (line.split("\t") for line in text.read_text("utf-8").splitlines())
    return {row[0]: row[1] for row in rows if not row[0].startswith("#")}


def order(word: str) -> Callable[[Reading], tuple[bool, float]]:
    """Return the key by which the readings of ``word`` are sorted, the likeliest first."""
    likely = _likely().get(word)
    return lambda reading: (reading.lemma != likely, weight(reading))


def weight(reading: Reading) -> float:
    """Return how unlikely a reading is: rare words and short ones come last."""
    level, more = level_of(reading.lemma), 0.0
    if level == _UNLISTED and verb_senses(reading.lemma):
        # 마련하고 is a verb as common as its noun, not the noun with 하고.
        level = level_of(split_verb(reading.lemma))
    elif level == _UNLISTED and is_verb(reading.lemma):
        level = _DERIVED
    elif is_made_noun(reading):
        # 준비하기도 is a verb before it is 준비 with 하기 and 도.
        more = _MADE_NOUN
    predicate = reading.is_predicate
    length = len(reading.lemma) - predicate
    if predicate and any(part.form in _NOMINAL for part in reading.parts[1:-1]):
        more += _NOMINAL_WITH_PARTICLE
    elif predicate and reading.parts[-1].form == "가":
        # 차가 is no 차다 with 가다.
        more += _UNUSUAL
    elif not predicate and len(reading.parts) == 1 and level >= _RARE and length == 2:
        # 하지 is no solstice, 배가 no doubling.
        more += _UNUSUAL + _STUB * _is_common_with_particle(reading.lemma)
    elif not predicate and len(reading.parts) > 1:
        # 아는 is 알다 before it is 아 with a particle.
        more += _STUB if length == 1 else 0.0
        more += _UNUSUAL if _is_unusual(reading) else 0.0
    return 0.2 * level - 1.2 * length + 0.2 * (len(reading.parts) - 1) + more


def _is_common_with_particle(word: str) -> bool:
    """Say whether a noun of two syllables is also a common one of one with a particle: 배가."""
    first = [entry for entry in look_up(word[:1]) if entry.pos in {"n", "bn"}]
    common = any(entry.level <= _COMMON for entry in first)
    return len(word) == 2 and common and word[1] in "은는이가을를의에도로와과"


def is_made_noun(reading: Reading) -> bool:
    """Say whether rules make the noun: of two, or by a suffix written onto it (법조계에)."""
    if reading.is_predicate:
        return False
    suffix = len(reading.parts) > 1 and reading.parts[1].form in noun_suffixes() - _PLAIN_SUFFIXES
    return suffix or not look_up(reading.lemma)


def _is_unusual(reading: Reading) -> bool:
    """Say whether a noun is seldom followed so: 번지면서 without 이, 곧은 for an adverb, 이래서."""
    behind = reading.parts[1]
    adverb = reading.pos[:1] == ("adv",) or reading.pos[:1] == ("det",)
    return adverb or " ending" in behind.name_en or (behind.form == "서" and len(reading.lemma) > 1)
