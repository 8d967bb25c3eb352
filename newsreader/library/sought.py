"""What one word of a query finds: itself as it is written, or every form of its dictionary form.

발표했다 is sought as 발표, of which the verb is made; 올랐다 as 오르다, with any ending. No forms
are kept in the index, and no analyser is needed: all forms of a verb begin in one of a few ways,
which the index finds, and the rules that explain words say of each word that begins so whether it
is a form of the verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from newsreader.library.tokens import expression, pattern

Span = tuple[int, int]

#: Words that may be forms of others, in syllables.
_KOREAN = re.compile("[가-힣]{2,16}")
#: The particles that are taken off a word. 도, 의, 로, 과 end nouns as well: 경기도, 대학로.
_PARTICLE = re.compile("[은는이가을를에]|에서|에게|께서|으로|까지|부터")
#: Endings of what is sought as the noun that it is: 만남, 나눔.
_NOMINAL = frozenset({"ㅁ", "음", "기"})
#: Readings about as likely as the first are taken together: 들었다 is of 듣다 and of 들다.
_AS_LIKELY = 0.3


class Sought(Protocol):
    """One word of a query."""

    def expression(self, prefix: str = "") -> str:
        """Return the FTS5 expression for what may contain it; empty without any letter."""
        ...

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where it stands in ``text``."""
        ...


@dataclass(frozen=True)
class Written:
    """A word or a phrase as it is written; see :mod:`newsreader.library.tokens`."""

    text: str

    def expression(self, prefix: str = "") -> str:
        """Return the FTS5 expression for what may contain it."""
        return expression(self.text, prefix)

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where it stands in ``text``."""
        return (match.span() for match in self._pattern.finditer(text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return pattern(self.text)


@dataclass(frozen=True)
class Inflected:
    """A verb or an adjective by its dictionary forms, several where they are written alike.

    A word of its own begins with it; ``text`` as it was typed is found within others, too.
    """

    text: str
    lemmas: frozenset[str]

    def expression(self, prefix: str = "") -> str:
        """Return the FTS5 expression for what may contain it."""
        ways = [expression(one, prefix) for one in (self.text, *self._beginnings)]
        return f"({' OR '.join(f'({one})' for one in dict.fromkeys(ways))})"

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where it stands in ``text``."""
        for match in self._pattern.finditer(text):
            if match[0].startswith(self.text) or not self.lemmas.isdisjoint(lemmas_of(match[0])):
                yield match.span()
            elif (at := match[0].find(self.text)) >= 0:
                yield match.start() + at, match.start() + at + len(self.text)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        from newsreader.korean.conjugation import beginnings

        return tuple(dict.fromkeys(form for one in sorted(self.lemmas) for form in beginnings(one)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        begun = "|".join(sorted(self._beginnings, key=len, reverse=True))
        # A word of one syllable is most often another: 는, 든, 준.
        return re.compile(f"(?<![가-힣])(?=[가-힣]{{2}})(?:{begun})[가-힣]*|{re.escape(self.text)}")


def sought(text: str) -> Sought:
    """Return what a word that was typed without quotation marks finds."""
    if not _KOREAN.fullmatch(text):
        return Written(text)
    # They read the lexicon; an English word and a phrase do without.
    from newsreader.korean.derivation.verbs import split_verb
    from newsreader.korean.lexicon import look_up
    from newsreader.korean.reading import PREDICATES
    from newsreader.korean.readings import from_surface

    readings = from_surface(text)
    first = readings[0]
    if not first.lemma.endswith("다") or PREDICATES.isdisjoint(first.pos):
        last = first.parts[-1].form
        if len(first.parts) == 2 and len(first.lemma) > 1 and _PARTICLE.fullmatch(last):
            return Written(first.lemma if look_up(first.lemma) else text)
        return Written(text)
    # An honorific is most often a name: 기시다.
    if first.parts[-1].form in _NOMINAL or any(one.mark == "hon" for one in first.parts):
        return Written(text)
    if (noun := split_verb(first.lemma)) != first.lemma and text.startswith(noun):
        return Written(noun)
    # A stem of one open syllable has forms that begin as half of all words do: 가다, 하다.
    lemmas = {
        one
        for one in lemmas_of(text)
        if one.endswith("다") and (len(one) > 2 or (ord(one[0]) - 0xAC00) % 28)
    }
    return Inflected(text, frozenset(lemmas)) if lemmas else Written(text)


@lru_cache(maxsize=20_000)
def lemmas_of(word: str) -> frozenset[str]:
    """Return the dictionary forms that a written Korean word is likely to have."""
    from newsreader.korean.likelihood import weight
    from newsreader.korean.readings import from_surface

    readings = from_surface(word)
    return frozenset(
        one.lemma for one in readings if weight(one) <= weight(readings[0]) + _AS_LIKELY
    )
