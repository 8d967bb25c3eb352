"""What the English may call the words around a number: the patterns that say 구조됐다 or 강릉.

A Korean word's English comes from ``data/number_labels.tsv``, from the lexicon with what it derives
(:func:`newsreader.korean.word.explain`), from the glossary's matches, and, for names and loan words
that stand in no list, from how they sound.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from newsreader.article import Match
from newsreader.korean import DATA
from newsreader.korean.romanization import romanize, surnames
from newsreader.korean.word import explain

_TOKEN = re.compile(r"[가-힣A-Za-z]+")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Words that say nothing of what a number is about.
_EMPTY = _set(
    "약 각각 이 그 저 중 가운데 등 더 및 또 또는 이상 이하 미만 초과 안팎 정도 가량 대한 통해"
    " 위해 따르면 있다 있는 있고 했다 하고 한 된 되고 됐다 달한다 달했다 이른다 기록했다 기록한"
    " 기록하며 나타났다 집계됐다 조사됐다 밝혔다 말했다 전했다 예상된다 최대 최소 최고 만에 전 후"
    " 뒤 씨 씨는 씨가 씨의 명 것으로 것은 수 때 데 반면 이어 이번 올해 지난해 지난 오는"
)
_EMPTY_STEMS = ("포함", "이상", "이하", "미만", "초과", "안팎")
_EMPTY_ENGLISH = _set(
    "people person persons thing things time times year years month months day days number case"
    " cases place part make made have with that this what from into other some more most than"
    " being become about said says take taken give given come came goes going very used only also"
    " same each over total whole entire counter cause will does done doing unit units kind sort"
    " way upon like the and for get out member members"
)
_ENGLISH = re.compile(r"[A-Za-z]+")
_PROPER = re.compile(r"\b[A-Z][A-Za-z'-]{2,}")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_SURNAME = re.compile(r"([가-힣]{1,2}?)(?:모|아무개)?")
# Endings that join clauses.
_JOINING = re.compile(
    r"(?:고|며|면서|지만|는데|은데|인데|어|아|해|여|돼|져|려|쳐|워|러|자|면|으나|나|도록|다가|거나|니)$"
)
_VOWELS = re.compile("[aeiouwy']+")
#: How much of the letters must be the same besides the consonants that are heard alike.
_ALIKE = 0.6
_SOUNDS = str.maketrans({"g": "k", "d": "t", "b": "p", "r": "l", "q": "k", "c": "k", "z": "j"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the Korean at text[start:end]; ``closes`` says that a clause or an item ends."""

    start: int
    end: int
    word: str
    closes: bool


def tokens(text: str) -> list[Token]:
    """Return the words of a sentence."""
    return [
        Token(
            one.start(),
            one.end(),
            one.group(),
            text[one.end() : one.end() + 1] in {",", ";", "·"} or _joins_clauses(one.group()),
        )
        for one in _TOKEN.finditer(text)
    ]


def _joins_clauses(word: str) -> bool:
    """Say whether ``word`` is a verb's or adjective's form such as 숨지고, 늘었지만."""
    if word in {"이고", "이며", "이자", "이지만"}:
        return True
    return _JOINING.search(word) is not None and _is_predicate(word)


def is_verb(token: Token) -> bool:
    """Say whether the word is a verb's or adjective's form."""
    return _is_predicate(token.word)


@lru_cache(maxsize=4096)
def _is_predicate(word: str) -> bool:
    return explain(word, 0, len(word)).pos in {"verb", "adjective"}


def says_nothing(token: Token) -> bool:
    """Say whether the word is about no number in particular."""
    return token.word in _EMPTY or token.word.startswith(_EMPTY_STEMS)


def places(token: Token, ko: str, en: str, matches: Sequence[Match] = ()) -> list[tuple[int, int]]:
    """Return where the English says ``token``; none where it does not or nothing is known."""
    for match in matches:
        if match.start <= token.start < match.end:
            words = [word for word in _ENGLISH.findall(match.en) if len(word) > 2]
            found = _found(_stems(words), en)
            if found:
                return found
    if found := list(_by_sound(token.word, ko[token.end : token.end + 2], en)):
        return found
    for patterns in (_listed(token.word), _of_lexicon(token.word)):
        if found := [place for pattern in patterns for place in _spans(pattern, en)]:
            return found
    return []


def _found(pattern: str | None, en: str) -> list[tuple[int, int]]:
    return list(_spans(_compiled(pattern), en)) if pattern else []


def _spans(pattern: re.Pattern[str], en: str) -> Iterator[tuple[int, int]]:
    """Yield the whole words that ``pattern`` finds the beginning of."""
    for found in pattern.finditer(en):
        rest = _ENGLISH.match(en, found.end())
        yield found.start(), rest.end() if rest else found.end()


@cache
def _table() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return Korean and English of each line of the table."""
    data = DATA / "number_labels.tsv"
    lines = (line for line in data.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = (line.split("\t") for line in lines)
    return tuple((re.compile(ko), re.compile(rf"\b(?:{en})", re.IGNORECASE)) for ko, en in rows)


def _listed(word: str) -> list[re.Pattern[str]]:
    return [english for korean, english in _table() if korean.match(word)]


@lru_cache(maxsize=4096)
def _of_lexicon(word: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what the lexicon calls ``word``."""
    known = explain(word, 0, len(word))
    plain, aside = [], []
    for sense in known.senses[:4]:
        for gloss in sense.glosses:
            aside += [word for part in _BRACKETED.findall(gloss) for word in _ENGLISH.findall(part)]
            plain += _ENGLISH.findall(_BRACKETED.sub("", gloss))
    stems = _stems([*plain, *aside])
    return (_compiled(stems),) if stems else ()


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _irregular() -> dict[str, str]:
    """Return the other forms of irregular English words, by the plain one."""
    data = DATA / "english_forms.tsv"
    lines = (line for line in data.read_text("utf-8").splitlines() if not line.startswith("#"))
    return dict(line.split("\t") for line in lines)


def _stems(words: Iterable[str]) -> str | None:
    """Return a regular expression for the words in any of their forms."""
    stems = set()
    for word in map(str.lower, words):
        if len(word) < 3 or word in _EMPTY_ENGLISH:
            continue
        if other := _irregular().get(word):
            stems.add(rf"(?:{word}|{other})(?:s|es|ing)?\b")
        elif len(word) == 3:
            stems.add(rf"{word}(?:s|es|d|ed|ing)?\b")
        elif word.endswith("y"):
            stems.add(rf"{word[:-1]}(?:y|i)")
        elif len(word) <= 5:
            stems.add(rf"{word.removesuffix('e')}")
        else:
            stems.add(word[: max(5, len(word) - 3)])
    return rf"\b(?:{'|'.join(sorted(stems))})" if stems else None


def _by_sound(word: str, behind: str, en: str) -> Iterator[tuple[int, int]]:
    """Yield the capitalised English words that sound like ``word``: 강릉에는, 나스닥지수, 김모."""
    surname = _SURNAME.fullmatch(word)
    if (
        surname
        and surname[1] in surnames()
        and (word != surname[1] or behind.strip() in {"씨", "모"})
    ):
        yield from _spans(_compiled(rf"\b{surnames()[surname[1]]}\b"), en)
        return
    if len(word) < 2 or _is_in_lexicon(word):
        return
    heard = [romanize(word)]
    if word[0] in surnames():  # the given name
        heard.append(romanize(word[1:]))
    for found in _PROPER.finditer(en):
        if any(_sounds_like(found.group().lower(), letters) for letters in heard):
            yield found.span()


@lru_cache(maxsize=4096)
def _sounds_like(name: str, letters: str) -> bool:
    """Say whether an English name can be how ``letters`` begin: nasdaq, naseudakjisu."""
    if letters.startswith(name):
        return True
    sound = _skeleton(name)
    if len(sound) < 3 or not _skeleton(letters).startswith(sound):
        return False
    return SequenceMatcher(None, name, letters[: len(name) + 2]).ratio() >= _ALIKE


def _is_in_lexicon(word: str) -> bool:
    """Say whether the lexicon has the word itself, so that it is no name."""
    known = explain(word, 0, len(word))
    return bool(known.senses) and not known.derivation


@lru_cache(maxsize=4096)
def _skeleton(letters: str) -> str:
    """Return the consonants of a name as they are heard, without what spellings differ in."""
    plain = re.sub("[^a-z]", "", letters).replace("ch", "j").translate(_SOUNDS)
    plain = _VOWELS.sub("", plain)
    return re.sub(r"(.)\1+", r"\1", plain.replace("x", "ks").replace("f", "p").replace("v", "p"))
