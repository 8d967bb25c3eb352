"""One way to read a written word: its dictionary form and the parts that it is made of."""

from dataclasses import dataclass
from typing import Self

from newsreader.korean import endings
from newsreader.korean.particles import Morpheme as Particle

PREDICATES = frozenset({"v", "a", "aux", "cop"})


@dataclass(frozen=True, slots=True)
class Part:
    """One morpheme of a word, and what it is called and means in English.

    ``mark`` is the short sign for a particle or ending ("topic", "past"); "" for other parts.
    """

    form: str
    name_en: str
    mark: str = ""

    @classmethod
    def of(cls, one: endings.Ending | Particle, form: str = "") -> Self:
        """Return the part that a particle or ending is; ``form`` where it is written otherwise."""
        if isinstance(one, endings.Ending):
            return cls(form or one.forms[0], one.name_en, one.mark)
        return cls(form or one.form, one.name_en, one.mark)


@dataclass(frozen=True, slots=True)
class Reading:
    """A dictionary form that a word may have; ``pos``: which kinds of entry are meant."""

    lemma: str
    pos: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def is_predicate(self) -> bool:
        """Say whether the dictionary form is a verb's or an adjective's."""
        return self.lemma.endswith("다") and bool(PREDICATES & set(self.pos))
