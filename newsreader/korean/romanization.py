"""The Revised Romanization of Korean (Ministry of Culture notice 2000-8), for words and names.

It writes what is heard: sounds change where syllables meet (독립 dongnip, 신라 silla), but tense
sounds are not shown (압구정 apgujeong), and nouns keep ㅎ behind ㄱ, ㄷ, ㅂ (묵호 mukho). What the
letters do not tell (꽃잎 kkonnip, 생산량 saengsannyang) is in ``data/romanization_words.tsv``.
"""

import re
from dataclasses import dataclass
from functools import cache

from newsreader.korean import DATA

_RUN = re.compile("[가-힣]+")
_BASE = ord("가")
_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_CODAS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_LETTERS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k"]
_LETTERS += ["t", "p", "h"]
_ONSET_LETTERS = dict(zip(_ONSETS, _LETTERS, strict=True))
_VOWELS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u"]
_VOWELS += ["wo", "we", "wi", "yu", "eu", "ui", "i"]
_CODA_LETTERS = {
    "": "",
    "ㄱ": "k",
    "ㄴ": "n",
    "ㄷ": "t",
    "ㄹ": "l",
    "ㅁ": "m",
    "ㅂ": "p",
    "ㅇ": "ng",
}
_Y_VOWELS = frozenset({2, 3, 6, 7, 12, 17, 20})  # ya yae yeo ye yo yu i
_YEO, _I = 6, 20
_SPLIT = {
    cluster: (parts[0], parts[1])
    for cluster, parts in zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        ["ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"],
        strict=True,
    )
}
_NEUTRAL = {
    **dict.fromkeys("ㄱㄲㅋㄳㄺ", "ㄱ"),
    **dict.fromkeys("ㄴㄵㄶ", "ㄴ"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "ㄷ"),
    **dict.fromkeys("ㄹㄼㄽㄾㅀ", "ㄹ"),
    **dict.fromkeys("ㅁㄻ", "ㅁ"),
    **dict.fromkeys("ㅂㅍㅄㄿ", "ㅂ"),
    "ㅇ": "ㅇ",
    "": "",
}
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
# Verb stems in ㄺ are read with ㄹ before ㄱ (읽고 ilgo); nouns are not (닭과 dakgwa).
_RK_STEMS = frozenset("읽맑밝늙낡긁굵붉묽갉얽")
_HI = frozenset("히혀혔힌힐힘힙")
_PREDICATE = re.compile(
    r"(?:하다|했다|한다|합니다|했습니다|하는|하고|하며|하여|해서|하게|했던|하지|하면|하자|하던|했고|하겠다|해야|"
    r"하기|했으며|했지만|하도록|하려고|하는데)$"
)


@dataclass(slots=True)
class _Syllable:
    """One syllable; ``inserted``: ㄴ comes before it; ``apart``: what precedes is read first."""

    text: str
    onset: str
    vowel: int
    coda: str
    inserted: bool = False
    apart: bool = False


@cache
def _words() -> dict[str, frozenset[str]]:
    data = DATA / "romanization_words.tsv"
    kinds: dict[str, set[str]] = {}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, kind = line.split("\t")
            kinds.setdefault(kind, set()).add(text)
    return {kind: frozenset(texts) for kind, texts in kinds.items()}


@cache
def _listed(kind: str) -> re.Pattern[str]:
    words = sorted(_words()[kind], key=len, reverse=True)
    return re.compile("|".join(words))


@cache
def surnames() -> dict[str, str]:
    """Return Korean surnames with their customary English spelling."""
    data = DATA / "surnames.tsv"
    lines = data.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def romanize(text: str, *, name: bool = False, noun: bool = True) -> str:
    """Return ``text`` with its Hangul in Roman letters; all else stays as it is.

    ``noun`` keeps ㅎ behind ㄱ, ㄷ, ㅂ as nouns do; pass False for verbs and adjectives. ``name``
    treats each run of Hangul as a person's name: surname and given name apart, capitalised, the
    given name's syllables not assimilated.
    """
    if name:
        return _RUN.sub(lambda found: _name(found.group(), customary=False), text)
    return _RUN.sub(lambda found: _word(found.group(), noun), text)


def romanize_name(name: str, customary: bool = True) -> str:
    """Return a Korean person's name as newspapers write it: Kim Gap-dong, Lee Min-ho.

    ``customary`` takes the usual spelling of the surname (Kim, Lee, Park) instead of the official
    Gim, I, Bak; given names have a hyphen between their syllables.
    """
    return _RUN.sub(lambda found: _name(found.group(), customary=customary, hyphen=True), name)


def _name(name: str, *, customary: bool, hyphen: bool = False) -> str:
    length = 2 if len(name) > 2 and len(name[:2]) == 2 and name[:2] in surnames() else 1
    surname, given = name[:length], name[length:]
    family = surnames().get(surname) if customary else None
    family = family or "".join(map(_alone, surname)).capitalize()
    if not given:
        return family
    return f"{family} {('-' if hyphen else '').join(map(_alone, given)).capitalize()}"


def _alone(syllable: str) -> str:
    one = _syllable(syllable)
    return _ONSET_LETTERS[one.onset] + _VOWELS[one.vowel] + _CODA_LETTERS[_NEUTRAL[one.coda]]


def _syllable(text: str) -> _Syllable:
    rest, coda = divmod(ord(text) - _BASE, 28)
    onset, vowel = divmod(rest, 21)
    return _Syllable(text, _ONSETS[onset], vowel, _CODAS[coda])


def _word(word: str, noun: bool) -> str:
    syllables = [_syllable(letter) for letter in word]
    _mark(word, syllables)
    predicate = _PREDICATE.search(word) if noun else None
    letters: list[str] = []
    after_l = False
    for index, one in enumerate(syllables):
        onset = "l" if after_l and one.onset == "ㄹ" else _ONSET_LETTERS[one.onset]
        letters += [onset, _VOWELS[one.vowel]]
        if index + 1 == len(syllables):
            letters.append(_CODA_LETTERS[_NEUTRAL[one.coda]])
            break
        keeps_h = noun and not (predicate and predicate.start() == index + 1)
        coda = _join(word, syllables, index, keeps_h) if one.coda else ""
        letters.append(_CODA_LETTERS[coda])
        after_l = coda == "ㄹ"
    return "".join(letters)


def _mark(word: str, syllables: list[_Syllable]) -> None:
    """Mark the syllables that the list of words says are joined in a way of their own."""
    for found in _listed("n").finditer(word):
        for at in range(found.end() - 1, found.start(), -1):
            if _takes_n(syllables, at):
                syllables[at].inserted = True
                break
    for found in _listed("apart").finditer(word):
        for at in range(found.start() + 1, found.end()):
            one = syllables[at]
            if one.onset == "ㅇ" and syllables[at - 1].coda not in {"", "ㅇ"}:
                one.apart = True
                break
    last = len(word) - 1
    ends = word[-1] in _words()["n-suffix"] and word[-2:] not in _words()["no-n"]
    if last >= 2 and ends and _takes_n(syllables, last):
        syllables[last].inserted = True


def _takes_n(syllables: list[_Syllable], at: int) -> bool:
    one = syllables[at]
    return one.onset == "ㅇ" and one.vowel in _Y_VOWELS and bool(syllables[at - 1].coda)


def _join(word: str, syllables: list[_Syllable], index: int, keeps_h: bool) -> str:
    """Settle what is heard where syllable ``index`` meets the next, and return the coda's sound."""
    one, following = syllables[index], syllables[index + 1]
    coda = one.coda
    if following.inserted:
        following.onset = "ㄴ"
    elif following.apart:
        coda = _NEUTRAL[coda]
    rest, last = _SPLIT.get(coda, ("", coda))
    if last == "ㅎ":
        coda = _join_h(rest, following)
    elif following.onset == "ㅎ":
        coda = _join_before_h(coda, rest, last, following, keeps_h)
    if following.onset == "ㅇ" and coda not in {"", "ㅇ"}:
        return _link(coda, following)
    if coda == "ㄼ" and one.text == "밟":
        coda = "ㅂ"
    elif coda == "ㄺ" and following.onset == "ㄱ" and one.text in _RK_STEMS:
        coda = "ㄹ"
    return _assimilate(_NEUTRAL[coda], following, word, index)


def _join_h(rest: str, following: _Syllable) -> str:
    """ㅎ at the end: 좋고 joko, 낳지 nachi, 놓는 nonneun, 많아 mana."""
    if following.onset in _ASPIRATED:
        following.onset = _ASPIRATED[following.onset]
        return rest
    if following.onset in {"ㅅ", "ㅇ"}:
        return rest
    return rest or ("ㄴ" if following.onset == "ㄴ" else "ㄷ")


def _join_before_h(coda: str, rest: str, last: str, following: _Syllable, keeps_h: bool) -> str:
    """ㅎ at the start: 굳히다 guchida, 맞히다 machida, 못하다 motada; but 맏형 mathyeong."""
    if (last in {"ㄷ", "ㅌ"} and following.text in _HI) or last == "ㅈ":
        following.onset = "ㅊ"
    elif last in {"ㅅ", "ㅊ"} and not rest:
        following.onset = "ㅌ"
    elif last in {"ㄱ", "ㄷ", "ㅂ", "ㅌ"} and (not keeps_h or following.text in _HI):
        following.onset = _ASPIRATED.get(last, last)
    else:
        return coda
    return rest


def _link(coda: str, following: _Syllable) -> str:
    """Carry a consonant over to a vowel: 앉아 anja, 굳이 guji, 같이 gachi, 값이 gapsi."""
    rest, last = _SPLIT.get(coda, ("", coda))
    if following.vowel in {_I, _YEO} and last in {"ㄷ", "ㅌ"} and not following.apart:
        last = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}[last]
    following.onset = last
    return rest


def _assimilate(coda: str, following: _Syllable, word: str, index: int) -> str:
    onset = following.onset
    if onset in {"ㄴ", "ㅁ"} and coda in _NASAL:
        return _NASAL[coda]
    if onset == "ㄴ" and coda == "ㄹ":
        following.onset = "ㄹ"
    if onset == "ㄹ" and coda in {*_NASAL, "ㅁ", "ㅇ"}:
        following.onset = "ㄴ"
        return _NASAL.get(coda, coda)
    if onset == "ㄹ" and coda == "ㄴ":
        if _keeps_n(word, index + 1):
            following.onset = "ㄴ"
            return "ㄴ"
        return "ㄹ"
    return coda


def _keeps_n(word: str, at: int) -> bool:
    """Say whether ㄴ and ㄹ give nn: a suffix behind a word of its own (생산량, 결단력)."""
    if any(found.start() < at < found.end() for found in _listed("nn").finditer(word)):
        return True
    if at != len(word) - 1 or len(word) < 3:
        return False
    return word[-1] in _words()["nn-suffix"] and word[-2:] not in _words()["ll"]
