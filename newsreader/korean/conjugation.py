"""From an inflected form back to its dictionary form, without an analyser: 올랐다 to 오르다.

A Korean verb takes its endings on three bases: the bare stem (읽고), the stem with 으 (읽으며,
가며), the stem with 아 or 어 (읽어, 가, 불러). Which base an ending takes stands in the table of
endings; how the bases of irregular verbs are made is in the orthography (Hangul Matchumbeop,
article 18). Here the way is gone backwards, on decomposed Hangul; it gives every stem that could be
meant, and the dictionary decides.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from newsreader.korean.endings import Ending, endings
from newsreader.korean.particles import Morpheme as Particle
from newsreader.korean.particles import auxiliary, behind_stem, decompose, describe

#: The longest written word that is looked at, in syllables.
MAX_WORD = 16

# Conjoining letters: codas, vowels, and the silent onset.
_N, _T, _R, _P, _S, _SS, _H = "\u11ab\u11ae\u11af\u11b8\u11ba\u11bb\u11c2"
_A, _AE, _EO, _E, _YEO, _YAE = "\u1161\u1162\u1165\u1166\u1167\u1164"
_O, _WA, _WAE, _OE, _U, _WO, _EU, _I = "\u1169\u116a\u116b\u116c\u116e\u116f\u1173\u1175"
_VOWELS = frozenset(map(chr, range(0x1161, 0x1176)))
_SILENT, _RIEUL = "\u110b\u1105"
# The vowel of a contracted 아/어 form, and the vowels of stems that give it.
_CONTRACTED = {
    _A: (_A, _EU),
    _EO: (_EO, _EU),
    _AE: (_AE,),
    _E: (_E,),
    _YEO: (_I, _YEO),
    _WA: (_O,),
    _WO: (_U,),
    _WAE: (_OE,),
}
# Verbs that grow onto the 아/어 form of another: 밝혀지다, 도와주다, 알아보다.
_AUXILIARIES = {
    decompose(form): auxiliary(form)
    for form in (
        *("지", "주", "드리", "보", "오", "가", "나가", "내"),
        *("놓", "두", "버리", "하", "있", "계시", "대"),
    )
}
_HONORIFIC = decompose("시")
#: What is left of the last syllable of adjectives that lose their ㅎ: 하얀, 그런, not 싼 of 쌓다.
_BEFORE_H = frozenset("가거마머라러떠야여")
#: ㄴ ㄹ ㅁ ㅂ behind a base with 으, ㅆ behind one with 아 or 어: the numbers of these codas.
_AFTER_EU, _AFTER_EO = (4, 8, 16, 17), 20
#: The last syllables of these adjectives.
_ENDS_IN_H = frozenset("갛겋렇랗맣멓얗옇떻")
#: The only stems in ㅂ that take 아: 도와, 고와.
_BEFORE_WA = frozenset(map(decompose, ("도", "고")))
#: Endings behind which particles may stand: 읽기를, 읽는지도, 읽었다고는.
_BEFORE_PARTICLES = frozenset({"nominal", "connective", "quotative", "question"})


@dataclass(frozen=True, slots=True)
class Inflection:
    """One reading of a written word: the dictionary form, and the endings behind the stem."""

    lemma: str
    endings: tuple[Ending | Particle, ...]


def inflections(word: str, known: Callable[[str], bool]) -> list[Inflection]:
    """Return the readings of ``word`` as a verb or adjective of which ``known`` has the lemma.

    The longest stem comes first: 알려지다 before 알리다 for 알려졌다.
    """
    if not 1 <= len(word) <= MAX_WORD or not all("가" <= letter <= "힣" for letter in word):
        return []
    letters = unicodedata.normalize("NFD", word)
    found: dict[str, Inflection] = {}
    for at in range(len(letters), 0, -1):
        for base in "123":
            chain = _behind(letters[:at], letters[at:], base)
            if chain is None:
                continue
            for stem, before in _stems(letters[:at], base, letters[at:]):
                lemma = unicodedata.normalize("NFC", stem) + "다"
                if lemma not in found and known(lemma):
                    found[lemma] = Inflection(lemma, (*before, *chain))
    return list(found.values())


def beginnings(lemma: str) -> tuple[str, ...]:
    """Return what every written form of a verb or adjective begins with, the shortest first.

    오르다: 오르, 오른, 오를, 오름, 오릅, 올라, 올랐 and others; not what goes on, as 오르며 does.
    It has no rules of its own: the bases are those that :func:`inflections` leads back to the stem.
    These are more than there are (오러), so that what begins so must be looked at.
    """
    stem = lemma.removesuffix("다")
    letters = unicodedata.normalize("NFD", stem)
    found = {stem}
    if letters[-1] in _VOWELS:
        found.update(_closed(stem, coda) for coda in _AFTER_EU)
    for base in _possible_bases(stem):
        head = unicodedata.normalize("NFD", base)
        if head[-1] not in _VOWELS:
            continue
        if letters in _from_eu(head, ""):
            found.add(base)
            found.update(_closed(base, coda) for coda in _AFTER_EU)
        elif letters in _from_eu(head, _N):  # ㄹ or ㅎ is lost: 파는, 판, 팝니다, 하얀
            found.update(_closed(base, coda) for coda in _AFTER_EU)
            found.update(base + behind for behind in "는니시세")
        if letters in _from_infinitive(head):
            found.update((base, _closed(base, _AFTER_EO)))
    shortest: list[str] = []
    for one in sorted(found, key=lambda form: (len(form), form)):
        if not one.startswith(tuple(shortest)):
            shortest.append(one)
    return tuple(shortest)


def _closed(text: str, coda: int) -> str:
    """Return ``text`` with a final consonant for its last syllable, which has none."""
    return text[:-1] + chr(ord(text[-1]) + coda)


def _possible_bases(stem: str) -> Iterator[str]:
    """Yield what may be a base of ``stem``: with another last syllable, or with one more."""
    before, last = stem[:-1], stem[-1]
    onset = (ord(last) - 0xAC00) // 588
    bare = chr(ord(last) - (ord(last) - 0xAC00) % 28)
    for vowel in range(21):
        yield before + chr(0xAC00 + onset * 588 + vowel * 28)
    for end in (last, bare, chr(ord(bare) + 8)):  # 읽으, 도우, 걸으
        for behind in "으우아어여와워러":
            yield before + end + behind
    if before and last == "르":  # 올라, 불러
        for behind in "라러":
            yield before[:-1] + chr(ord(before[-1]) + 8) + behind


def _behind(head: str, rest: str, base: str) -> tuple[Ending | Particle, ...] | None:
    """Read ``rest`` as endings on ``head``; what is no single ending is a chain of several."""
    chain = _chain(rest, base)
    if chain is not None or not rest:
        return chain
    if base == "3":
        past = rest.startswith(_SS)
        found = behind_stem(rest[past:], "past" if past else "infinitive")
        return (_past(), *found) if found and past else found
    if base == "2":
        return behind_stem(rest, "adjective") if head[-1] in _VOWELS else None
    if head[-1] == _R and rest.startswith(_SILENT + _EU):
        return None  # 돌을 is no 돌다: that makes 돌
    return behind_stem(rest, "verb" if head[-1] in _VOWELS else "stem")


@cache
def _rows() -> dict[str, tuple[tuple[str, Ending], ...]]:
    """Return by base the endings with the letters that follow it, longest first."""
    rows: dict[str, list[tuple[str, Ending]]] = {"1": [], "2": [], "3": []}
    for ending in endings():
        if ending.how[:1] in rows:
            letters = decompose(ending.how[1:].replace("ㅆ", _SS))
            rows[ending.how[0]].append((letters, ending))
    return {base: tuple(sorted(some, key=lambda row: -len(row[0]))) for base, some in rows.items()}


@lru_cache(maxsize=8192)
def _chain(letters: str, base: str) -> tuple[Ending | Particle, ...] | None:
    """Read ``letters`` as endings on ``base``; None where they are none."""
    for form, ending in _rows()[base]:
        if not letters.startswith(form):
            continue
        rest = letters[len(form) :]
        if ending.kind == "prefinal":
            behind = _behind_prefinal(rest, form)
        elif not rest:
            behind = ()
        elif form and ending.kind in _BEFORE_PARTICLES:
            behind = _particles(rest, form)
        else:
            behind = None
        if behind is not None:
            return (ending, *behind)
    return None


def _behind_prefinal(rest: str, form: str) -> tuple[Ending | Particle, ...] | None:
    """Read what follows 었, 겠 or 시: these are stems themselves, 았으며, 았어, 시는, 셔."""
    if form == _HONORIFIC:
        for base in "12":
            chain = _chain(rest, base)
            if chain is not None:
                return chain
        return behind_stem(rest, "verb")
    eu, eo = decompose("으"), decompose("어")
    chain = _chain(rest, "1") if rest else None
    if chain is None and rest.startswith(eu):
        chain = _chain(rest[len(eu) :], "2")
    if chain is None and rest.startswith(eo):
        chain = _chain(rest[len(eo) :], "3")
    return chain or behind_stem(rest, "past")


def _particles(rest: str, form: str) -> tuple[Particle, ...] | None:
    chain = unicodedata.normalize("NFC", rest)
    before = unicodedata.normalize("NFC", decompose("가") + form)[-1]
    return tuple(describe(chain, before)) or None


def _stems(
    head: str, base: str, rest: str, depth: int = 3
) -> Iterator[tuple[str, tuple[Ending | Particle, ...]]]:
    """Yield the stems of which ``head`` may be the base, the likeliest first.

    With each come the honorific and the auxiliary verbs between the stem and the endings.
    """
    if base == "1":
        found = _from_bare(head, rest)
    elif base == "2":
        found = _from_eu(head, rest)
    else:
        found = _from_infinitive(head)
    for stem in found:
        yield stem, ()
        if depth == 0:
            continue
        if stem.endswith(_HONORIFIC) and stem != _HONORIFIC:
            bare = stem.removesuffix(_HONORIFIC)
            for inner, before in _stems(bare, "2", _HONORIFIC, depth - 1):
                yield inner, (*before, _honorific())
        for form, named in _AUXILIARIES.items():
            if stem.endswith(form) and len(stem) > len(form):
                for inner, before in _stems(stem.removesuffix(form), "3", "", depth - 1):
                    yield inner, (*before, _ending("어", "connective"), named)


def _honorific() -> Ending:
    return _ending("시", "prefinal")


def _past() -> Ending:
    return _ending("었", "prefinal")


@cache
def _ending(form: str, kind: str) -> Ending:
    return next(one for one in endings() if one.forms[0] == form and one.kind == kind)


def _from_bare(head: str, rest: str) -> Iterator[str]:
    """읽 in 읽고; 풀 lost its ㄹ in 푸는."""
    yield head
    if head[-1] in _VOWELS and rest[:1] in {"\u1102", "\u1109", "\u110b"}:
        yield head + _R


def _from_eu(head: str, rest: str) -> Iterator[str]:
    """읽 in 읽으며, 가 in 가며, 풀 in 푼, 돕 in 도우며, 걷 in 걸으며, 하얗 in 하얀."""
    if head.endswith(_SILENT + _EU):
        stem = head[:-2]
        if stem and stem[-1] in _VOWELS:
            yield stem + _S
        elif stem and stem[-1] == _R:
            yield stem[:-1] + _T
        elif stem:
            yield stem
        yield head
        return
    if head[-1] in _VOWELS:
        yield head
        if head.endswith(_SILENT + _U) and len(head) > 2:
            yield head[:-2] + _P
        if rest[:1] in {_N, _R, _P, "\u1102", "\u1109"}:
            yield head + _R
            if unicodedata.normalize("NFC", head)[-1] in _BEFORE_H:
                yield head + _H
    elif head[-1] == _R:
        yield head


def _from_infinitive(head: str) -> Iterator[str]:
    """읽 in 읽어, 가 in 가, 오 in 와, 부르 in 불러, 하 in 해, 돕 in 도와, 하얗 in 하얘."""
    vowel = head[-1]
    if vowel not in _VOWELS:
        return
    before = head[:-1]
    if before.endswith(_R + _RIEUL) and _in_harmony(before[:-2], vowel):  # 르: 불러
        yield before[:-2] + _RIEUL + _EU
    if before.endswith(_SILENT):
        yield from _from_open_infinitive(before[:-1], vowel)
    if head.endswith(decompose("해")):
        yield before + _A
    for stem_vowel in _CONTRACTED.get(vowel, ()):
        # 싹텄다: words made of 트다 and 쓰다 keep its 어.
        if stem_vowel != _EU or vowel == _EO or _in_harmony(before, vowel):
            yield before + stem_vowel
    if head.endswith(decompose("퍼")):  # 푸다, the only one of its kind
        yield before + _U
    if head.endswith(decompose("놔")):  # 놓아
        yield before + _O + _H
    if vowel in {_AE, _YAE}:  # ㅎ: 그래, 하얘, but no 넣 in 내
        for stem in (before + _EO + _H, before + _A + _H):
            if unicodedata.normalize("NFC", stem)[-1] in _ENDS_IN_H:
                yield stem
    if head.endswith(decompose("르") + _RIEUL + _EO):  # 러: 이르러
        yield head[:-2]


def _in_harmony(stem: str, vowel: str) -> bool:
    """Say whether 아 or 어 goes with the last vowel of ``stem``: 담가, 써, no 싸 of 쓰다."""
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    return vowel == (_A if last in {_A, _O} else _EO)


def _from_open_infinitive(stem: str, vowel: str) -> Iterator[str]:
    """Undo an 아 or 어 that stands as a syllable: 읽어, 걸어, 지어, 하여, 도와."""
    if not stem:
        return
    if vowel in {_A, _EO}:
        # 지어 is 짓다: 지다 would be contracted to 져.
        if stem[-1] in _VOWELS:
            yield stem + _S
        yield stem
        if stem[-1] == _R:
            yield stem[:-1] + _T
    elif vowel == _YEO and stem.endswith(decompose("하")):
        yield stem
    elif (vowel == _WO and stem[-1] in _VOWELS | {_R}) or (vowel == _WA and stem in _BEFORE_WA):
        yield stem + _P
