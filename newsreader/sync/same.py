"""Which headlines are of the same article, and which tell of the same event. Pure functions.

Precise rather than greedy: what is joined or grouped wrongly is lost to the reader, what is not is
only seen twice.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log

from newsreader.article import SEOUL
from newsreader.korean.particles import is_particle_chain

#: Titles that outlets give to several articles of a day.
_REPEATED = re.compile(
    r"^\W*(?:포토|사진|영상|동영상|그래픽|카드뉴스|표|인사|부고|부음|동정|게시판|날씨|운세|만평|알림|화보)\b"
)
#: What every outlet has every day, under the same words.
_SERIAL = re.compile(
    r"(?:오늘|내일|주간|이번 ?주)의? ?(?:운세|날씨|증시|일정)|띠별 운세|별자리 운세"
)
#: Letters of the shortest title that says enough to know an article by: of one outlet, of any.
_ENOUGH, _ENOUGH_ANYWHERE = 8, 15
_LETTERS = re.compile(r"[^\W_]")

#: What happened within so long of each other may be one event.
_NEAR = timedelta(hours=36)
_WORD = re.compile(
    r"\d[\d,.]*(?:조|억|만|천|백)*(?:%p?|[가-힣]{0,2})|[가-힣]{2,}|[A-Za-z][A-Za-z0-9.&-]+|[一-鿿]+"
)
_TAG = re.compile(r"[\[<【(][^\[\]<>【】()]{1,20}[\]>】)]")
#: Words of the title that two headlines must share, and the part of their weight.
_SHARED, _PART = 3, 0.5
#: A word in more than so many headlines of those compared tells nothing.
_COMMON = 0.05
_COMMON_AT_LEAST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A headline: ``id`` is whatever the caller knows it by."""

    id: int
    title: str
    outlet: str | None
    time: datetime


def title_key(title: str, *, anywhere: bool = False) -> str | None:
    """Return what titles of one article share; None for one that several articles may have.

    ``anywhere``: whichever outlet they are of.
    """
    letters = "".join(_LETTERS.findall(title)).lower()
    enough = _ENOUGH_ANYWHERE if anywhere else _ENOUGH
    return None if len(letters) < enough or _REPEATED.match(title) else letters


def day_key(time: datetime) -> str:
    """Return the day in Korea."""
    return time.astimezone(SEOUL).date().isoformat()


def words_of(title: str) -> frozenset[str]:
    """Return the words, names and numbers of a title, without particles and tags."""
    found = _WORD.findall(_TAG.sub(" ", title))
    return frozenset(_bare(word).lower() for word in found)


def _bare(word: str) -> str:
    """Return a Korean word without its particles, as far as two syllables are left."""
    for cut in range(max(2, len(word) - 3), len(word)):
        if is_particle_chain(word[cut:], word[:cut]):
            return word[:cut]
    return word


def events(told: Sequence[Told]) -> list[list[int]]:
    """Return the groups of headlines, from two outlets or more, that tell of the same event.

    A headline joins a group when it shares three words with the group's first one that weigh half
    of either title; rare words (names, numbers) weigh more than those of many headlines.
    """
    told = [one for one in told if not _SERIAL.search(one.title)]
    words = [words_of(one.title) for one in told]
    count = Counter(word for own in words for word in own)
    most = max(_COMMON_AT_LEAST, _COMMON * len(told))
    weight = {word: log(1 + len(told) / n) for word, n in count.items() if n <= most}
    total = [sum(weight.get(word, 0.0) for word in own) for own in words]
    firsts: dict[str, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for index in sorted(range(len(told)), key=lambda at: (told[at].time, told[at].id)):
        known = [word for word in words[index] if word in weight]
        shared = Counter(first for word in known for first in firsts[word])
        best = max(
            (first for first, n in shared.items() if n >= _SHARED),
            key=lambda first: _overlap(words[index] & words[first], weight),
            default=None,
        )
        near = best is not None and told[index].time - told[best].time <= _NEAR
        if best is not None and near:
            common = _overlap(words[index] & words[best], weight)
            if common >= _PART * max(total[index], total[best]):
                groups[best].append(index)
                continue
        groups[index] = [index]
        for word in known:
            firsts[word].append(index)
    return [
        [told[at].id for at in group]
        for group in groups.values()
        if len({told[at].outlet for at in group}) > 1
    ]


def _overlap(words: Iterable[str], weight: dict[str, float]) -> float:
    return sum(weight.get(word, 0.0) for word in words)
