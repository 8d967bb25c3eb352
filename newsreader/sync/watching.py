"""Watch words: Korean by its dictionary form, English in the English of titles."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from newsreader.korean.sentences import split
from newsreader.text import clean_line, has_hangul

if TYPE_CHECKING:
    from newsreader.glossary.matcher import Matcher
    from newsreader.library.watches import Watch

Language = Literal["ko", "en"]
_HANGUL_WORD = re.compile("[가-힣]{2,20}")
_INFLECTED = r"(?:'s|s|es|d|ed|ing)?"


def language_of(word: str) -> Language:
    """Return the language that a word to watch for is in."""
    return "ko" if has_hangul(word) else "en"


class Lookout:
    """Finds watch words. Verbs and adjectives (…다) are known in the forms that the rules know."""

    def __init__(self, watches: "Iterable[Watch]") -> None:
        words = [(clean_line(one.word), one.language) for one in watches]
        korean = [word for word, language in words if language == "ko"]
        self._verbs = [word for word in korean if word.endswith("다") and " " not in word]
        self._nouns = [word for word in korean if word not in self._verbs]
        self._english = {
            word: re.compile(rf"(?<!\w){re.escape(word)}{_INFLECTED}(?!\w)", re.IGNORECASE)
            for word, language in words
            if language == "en" and word
        }

    def find(
        self, title: str, text: str | None = None, english: str | None = None
    ) -> dict[str, str]:
        """Return the words that stand in a headline, each with the first sentence that has it.

        ``text`` is what is known of the article's own text, ``english`` the title's English.
        """
        found: dict[str, str] = {}
        if self._verbs or self._nouns:
            for sentence in [title, *(split(text) if text else ())]:
                for word in self._korean_in(sentence):
                    found.setdefault(word, sentence)
        for word, form in self._english.items():
            for line in filter(None, (english, title)):
                if form.search(line):
                    found.setdefault(word, line)
        return found

    def _korean_in(self, sentence: str) -> set[str]:
        found: set[str] = set()
        if any(word[0] in sentence for word in self._nouns):
            found = {match.term for match in self._matcher.find(sentence)}
        if self._verbs:
            from newsreader.korean.readings import from_surface

            for token in set(_HANGUL_WORD.findall(sentence)):
                near = [word for word in self._verbs if _may_begin(word, token)]
                if near:
                    lemmas = {reading.lemma for reading in from_surface(token)}
                    found.update(word for word in near if word in lemmas)
        return found

    @cached_property
    def _matcher(self) -> "Matcher":
        from newsreader.glossary.matcher import Matcher
        from newsreader.glossary.term import Term

        return Matcher(Term(word, "", "headline") for word in self._nouns)


def _may_begin(verb: str, token: str) -> bool:
    """Say whether ``token`` may be a form of ``verb``: only a stem's last syllable ever changes."""
    if len(verb) > 2:
        return verb[0] == token[0]
    return (ord(verb[0]) - 0xAC00) // 588 == (ord(token[0]) - 0xAC00) // 588
