"""Morphemes of whole sentences, by Kiwi in a process of its own.

Kiwi is an optional extra: everything that is shown works without it, and better with it. Tags are
those of the Sejong corpus (NNG noun, VV verb, JKS subject particle, EC connective ending …).
"""

import asyncio
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from newsreader.child import Child

#: What the analyser's process calls itself.
NAME = "word analysis"

#: Of a longer text only this many characters are analysed; sentences have some 60.
MAX_TEXT = 8_000

_MAX_WORD = 40
#: To find so many takes some milliseconds, for which the window waits.
_WORDS_AT_ONCE = 1_000

# Kiwi reads the name in "[서울=뉴시스]이준일" as a name only behind a blank.
_GLUED = re.compile(r"(?<=[\])])(?=[가-힣])")
_NOUN_LIKE = frozenset({"NNG", "NNP", "NNB", "XR", "XSN", "XPN", "SL", "SN", "SH", "MAG"})
_VERB_SUFFIXES = frozenset({"XSV", "XSA"})
# Kiwi tags these as verbs of their own even where they are written onto a noun (거부당하다).
_VERBS_ON_NOUNS = frozenset({"당하다", "받다", "시키다", "되다", "하다"})


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme of a text, at text[start:end].

    ``form`` is its basic form (하 and 었 for 했, at the same place); ``lemma`` is what to look up:
    가지다 for 가지, and at a verb-forming suffix the whole verb, 발표하다 at 하.
    """

    form: str
    tag: str
    lemma: str
    start: int
    end: int


def available() -> bool:
    """Say whether Kiwi is installed."""
    return find_spec("kiwipiepy") is not None


class Analyser:
    """Kiwi's process, started when the first text is analysed.

    ``log`` is the file for what the library prints; ``words`` gives the terms and names that shall
    stay whole, to each process anew. After ``idle`` seconds without a question the process ends,
    until the next one; 0 lets it stay. Close it when done.
    """

    def __init__(
        self, log: Path, words: Callable[[], Iterable[str]] = tuple, *, idle: float = 0.0
    ) -> None:
        self._child = Child("newsreader.korean.analyser_worker", (), name=NAME, log=log)
        self._words = words
        #: The process that knows the words; a new one has to be told again.
        self._told: int | None = None
        self._turn = asyncio.Lock()
        self._idle = idle
        #: What ends the process when nobody has asked for a while.
        self._waiting: asyncio.Task[None] | None = None

    async def analyse(self, texts: Sequence[str]) -> list[list[Morpheme]]:
        """Return the morphemes of each text.

        Raises ChildRefusedError when Kiwi cannot work here, ChildError when it gave no answer.
        """
        self._stop_waiting()
        try:
            async with self._turn:
                await self._tell()
                return [found for batch in _batches(texts) for found in await self._ask(batch)]
        finally:
            if self._idle and not self._turn.locked():
                self._stop_waiting()
                self._waiting = asyncio.create_task(self._end_when_idle())

    async def close(self) -> None:
        """End the process, if it runs."""
        self._stop_waiting()
        await self._child.close()

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    async def _end_when_idle(self) -> None:
        await asyncio.sleep(self._idle)
        async with self._turn:
            await self._child.close()

    async def _tell(self) -> None:
        if self._child.pid is not None and self._child.pid == self._told:
            return
        fit = (one for one in self._words() if 2 <= len(one) <= _MAX_WORD and one == one.strip())
        while words := list(islice(fit, _WORDS_AT_ONCE)):
            await self._child.ask({"words": words})
        self._told = self._child.pid

    async def _ask(self, texts: Sequence[str]) -> list[list[Morpheme]]:
        asked = [_GLUED.sub(" ", text[:MAX_TEXT]) for text in texts]
        answer = await self._child.ask({"texts": asked})
        return [
            _joined(_morphemes(tokens, text))
            for tokens, text in zip(answer["tokens"], texts, strict=True)
        ]


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield ``texts`` in groups whose answers stay far below a line's limit."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > MAX_TEXT:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _morphemes(tokens: list[list[Any]], text: str) -> list[Morpheme]:
    """Return the morphemes with places in ``text``, where the added blanks are not."""
    blanks = [found.start() + count for count, found in enumerate(_GLUED.finditer(text))]
    return [
        Morpheme(
            form,
            tag.partition("-")[0],  # VV-I, VA-R: how regular the stem is
            lemma,
            start - bisect_left(blanks, start),
            end - bisect_left(blanks, end),
        )
        for form, tag, lemma, start, end in tokens
    ]


def _joined(morphemes: list[Morpheme]) -> list[Morpheme]:
    """Give the suffix that makes a verb of a noun the lemma of the whole: 재확인하다 at 하."""
    joined: list[Morpheme] = []
    noun: list[Morpheme] = []
    for one in morphemes:
        touching = bool(noun) and noun[-1].end == one.start
        on_noun = one.tag in _VERB_SUFFIXES or (one.tag == "VV" and one.lemma in _VERBS_ON_NOUNS)
        if touching and on_noun:
            stem = "".join(part.form for part in noun)
            one = replace(one, lemma=f"{stem}{one.form}다")
        if one.tag not in _NOUN_LIKE:
            noun = []
        elif touching:
            noun.append(one)
        else:
            noun = [one]
        joined.append(one)
    return joined
