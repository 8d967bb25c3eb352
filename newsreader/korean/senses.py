"""Which sense of a homograph fits its sentence: by the words around it.

``data/sense_cues.tsv`` names, for common homographs, words that go with one sense: 침몰 and 선원
with 배 the ship, 수확 and 과수 with 배 the pear. Without a cue the lexicon's order stands, which is
by frequency in news.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from newsreader.korean import DATA
from newsreader.korean.derivation.english import verbal
from newsreader.korean.derivation.verbs import split_verb
from newsreader.korean.lexicon import Entry, Sense
from newsreader.korean.particles import is_particle_chain
from newsreader.korean.table import Table

#: A cue right before or behind the word decides more than one somewhere in the sentence.
_BESIDE, _NEAR, _ANYWHERE = 3.0, 1.5, 1.0
#: Nothing but a particle beside it tells little: <을 of 을 취하다.
_PARTICLE = 0.8
_NEAR_BY = 14
# What counters stand behind: 3, 세, 몇, 수십, 제2.
_NUMERAL = re.compile(
    r"[0-9십백천만억]\s?$|(?:^|\s)(?:한|두|세|네|석|넉|서너|두세|몇|몇몇|수|여러|다섯|여섯|일곱|여덟|"
    r"아홉|열|스무)\s?$"
)


@cache
def _table() -> Table:
    lines = (DATA / "sense_cues.tsv").read_bytes().splitlines(keepends=True)
    return Table(b"".join(sorted(lines)))


@lru_cache(maxsize=4096)
def _cues(lemma: str) -> tuple[tuple[str, str], ...]:
    """Return the glosses that name a sense of ``lemma``, each with its cues, blanks between."""
    return tuple((gloss, cues) for _, gloss, cues in _table().rows(lemma))


def has_cues(lemma: str) -> bool:
    """Say whether words are known that go with a sense of ``lemma`` itself."""
    return bool(_cues(lemma))


def fit(lemma: str, text: str, start: int, end: int) -> float:
    """Return how well the words around text[start:end] go with the best sense of ``lemma``."""
    return max(_scores(lemma, text, start, end).values(), default=0.0)


def fitting(
    found: Iterable[tuple[Entry | None, Sense]], lemma: str, text: str, start: int, end: int
) -> list[tuple[Entry | None, Sense]]:
    """Return senses with their entries, the one that fits the word at text[start:end] first.

    For 지원하다 the cues of 지원 serve as well: those of "application" for "apply".
    """
    counted = _NUMERAL.search(text[max(0, start - _NEAR_BY) : start]) is not None
    scores = _scores(lemma, text, start, end)
    return sorted(found, key=lambda pair: -_of(pair, scores, counted))


def _scores(lemma: str, text: str, start: int, end: int) -> dict[str, float]:
    """Return by gloss how well the words around go with it."""
    noun = split_verb(lemma)
    rows = _cues(lemma) or _cues(noun)
    scores = {gloss: _score(cues.split(), text, start, end, lemma) for gloss, cues in rows}
    if noun != lemma:
        for gloss, score in list(scores.items()):
            for passive in (False, True):
                verb = verbal(Sense((gloss,)), passive=passive)
                scores.update(dict.fromkeys(verb.glosses if verb else (), score))
    return scores


def _of(pair: tuple[Entry | None, Sense], scores: dict[str, float], counted: bool) -> float:
    entry, sense = pair
    score = max((scores.get(gloss, 0.0) for gloss in sense.glosses), default=0.0)
    return score + _BESIDE * (counted and entry is not None and entry.pos == "bn")


def _score(cues: Iterable[str], text: str, start: int, end: int, lemma: str) -> float:
    before = text[:start].replace(" ", "")
    written = start + len(lemma) if text.startswith(lemma, start) else end
    behind = text[written:].replace(" ", "")
    near = f" {text[max(0, start - _NEAR_BY) : start]} {text[end : end + _NEAR_BY]}"
    whole = f" {text[:start]} {text[end:]}"
    score = 0.0
    for cue in cues:
        if cue.startswith("<"):
            weight = _PARTICLE if is_particle_chain(cue[1:]) else _BESIDE
            score += weight * before.endswith(cue[1:])
        elif cue.startswith(">"):
            score += _BESIDE * behind.startswith(cue[1:])
        else:
            # A single syllable is a word's first: 배 is not in 담배.
            wanted = cue if len(cue) > 1 else f" {cue}"
            score += _NEAR if wanted in near else _ANYWHERE if wanted in whole else 0.0
    return score
