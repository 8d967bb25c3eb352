"""Which entry of a word is meant: by the words around it, its article, the section and the date;
by its part of speech, where the analyser has said it.

An entry with cues is meant only where one of them stands near. A word all of whose entries have
cues, with none near, is read as the article at large suggests; where that says too little the
choice is unsure, and is marked so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from newsreader.article import Article
from newsreader.glossary.term import Term, nearest

if TYPE_CHECKING:
    from newsreader.korean.analyser import Morpheme

#: How many characters on either side are near: about the longest sentence of a newspaper.
_NEAR = 250
#: So many cues in the article at large suggest a meaning; one may stand there by chance.
_SUGGESTED = 2
#: So many settle it, where no other meaning has half as many.
_SETTLED = 4
# The first letters of the tags of verbs, endings, particles and adverbs; XSV and XSA stand behind
# a noun.
_NO_NOUN = frozenset("VEJM")
#: Kinds of terms that may be adverbs (갈팡질팡).
_ADVERBIAL = frozenset({"idiom", "headline", "slogan"})
_NAMES = frozenset({"person", "place"})
# The sections of Korean outlets, and the kinds and domains of terms that belong there.
_SECTIONS = (
    (re.compile("정치|국회|청와대|대통령|북한"), {"politics", "government", "diplomacy"}),
    (re.compile("외교|국방|군사|국제|세계|해외"), {"diplomacy", "military", "weapon", "place"}),
    (re.compile("경제|금융|증권|산업|기업|부동산|재테크"), {"economy", "industry", "product"}),
    (re.compile("사회|법조|사건|전국|지역|노동|교육"), {"justice", "legal", "society"}),
    (re.compile("스포츠|축구|야구|농구|배구|골프"), {"sport"}),
    (re.compile("문화|연예|방송|영화|음악|책|종교"), {"culture"}),
    (re.compile("건강|의료|과학|IT|테크"), {"health", "science", "technology"}),
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence stands in: the text of its article, and the section of its outlet."""

    text: str = ""
    section: str | None = None

    @classmethod
    def of(cls, article: Article) -> Self:
        """Return what the sentences of ``article`` stand in."""
        return cls("\n".join(block.text for block in article.blocks), article.section)

    def speaks_for(self, term: Term) -> int:
        """Return how much of the article speaks for a meaning: its cues, and the section."""
        if not self.text and not self.section:
            return 0
        return sum(cue in self.text for cue in term.cues) + self._is_its_section(term)

    def _is_its_section(self, term: Term) -> bool:
        section = self.section or ""
        return any(
            pattern.search(section) and (term.kind in fields or term.domain in fields)
            for pattern, fields in _SECTIONS
        )


NO_CONTEXT = Context()


def choose(
    entries: Sequence[Term], text: str, span: tuple[int, int], context: Context, on: date | None
) -> tuple[Term, bool] | None:
    """Return the entry that is meant at ``span`` of a sentence, and whether that is sure.

    None: none of the entries is meant there.
    """
    near = [(_cued(one, text, *span), one) for one in entries]
    nearest_cue = max(nearness for nearness, _ in near)
    if nearest_cue:
        cued = [one for nearness, one in near if nearness == nearest_cue]
        chosen = _on_date(cued, on)
        return chosen, all(one.en == chosen.en for one in cued if one.valid(on))
    plain = [one for one in entries if not one.cues]
    if plain:
        return _on_date(plain, on), True
    weights = [context.speaks_for(one) for one in entries]
    most = max(weights)
    best = [one for one, weight in zip(entries, weights, strict=True) if weight == most]
    meanings = {one.en for one in entries}
    if most < _SUGGESTED and len(meanings) == 1:
        return None
    others = (weight for one, weight in zip(entries, weights, strict=True) if one.en != best[0].en)
    return _on_date(best, on), most >= _SETTLED and 2 * max(others, default=0) < most


def by_part_of_speech(
    entries: Sequence[Term],
    chosen: Term,
    span: tuple[int, int],
    morphemes: "Sequence[Morpheme]",
    on: date | None,
) -> tuple[Term, bool] | None:
    """Return the entry that the analyser speaks for at ``span``, and whether that is sure.

    ``chosen`` is what was chosen without it. None: a verb or an adverb stands there and no term
    (도로 "again" is no road). A common noun in the place of a name leaves the name unsure, because
    the analyser is mistaken as well (화성, 구미).
    """
    there = [one for one in morphemes if one.start < span[1] and one.end > span[0]]
    if there and all(one.tag[0] in _NO_NOUN for one in there):
        return (chosen, True) if chosen.kind in _ADVERBIAL else None
    tag = there[0].tag if len(there) == 1 and (there[0].start, there[0].end) == span else ""
    names = [one for one in entries if _is_name(one)]
    if tag == "NNP" and names and chosen not in names:
        return _on_date(names, on), True
    return chosen, not (tag == "NNG" and chosen in names)


def _is_name(term: Term) -> bool:
    """Say whether a term is a proper name; 지방 "provinces" is a place without being one."""
    return term.kind in _NAMES and term.en[:1].isupper()


def _on_date(entries: Sequence[Term], on: date | None) -> Term:
    if on is not None:
        return nearest(entries, on)[0]
    return next((one for one in entries if one.valid(None)), entries[-1])


def _cued(term: Term, text: str, start: int, end: int) -> int:
    """Return 2 when one of the term's cues stands around ``text[start:end]``, 1 when one stands
    near it, else 0. A cue that has the word itself in it counts only around it.
    """
    if not term.cues:
        return 0
    word = text[start:end]
    near = text[max(0, start - _NEAR) : end + _NEAR]
    found = 0
    for cue in term.cues:
        inside = cue.find(word)
        if inside < 0:
            found = max(found, int(cue in near))
        elif any(
            text.startswith(cue, start - at)
            for at in range(inside, len(cue))
            if at <= start and cue.startswith(word, at)
        ):
            return 2
    return found
