"""What an engine is: Korean segments in, English by the same ids out, as they come."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from newsreader.article import Match


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What a reader must know of an engine before choosing it."""

    #: The name in settings, commands, JSON and the memory.
    name: str
    #: One line for people: what it is.
    title: str
    #: True when no text leaves this machine.
    local: bool
    #: What is sent, and where to; for a local engine, that nothing is.
    sends: str
    #: Known limits in one sentence.
    limits: str
    #: What it costs, if that is known.
    price: str | None = None

    @property
    def limits_and_price(self) -> str:
        """What a reader must put up with."""
        return " ".join(filter(None, [self.limits, self.price]))


@dataclass(frozen=True, slots=True)
class Request:
    """One segment as an engine gets it.

    ``text`` is the prepared Korean (see :mod:`newsreader.translate.prepare`). The English may
    depend on ``terms``, which are part of the memory's key; their offsets are those of the row.
    """

    id: int
    text: str
    terms: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One segment's English, by the id that was asked."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the requests, for engines that can use it; it is never translated."""

    title: str = ""
    sentences: tuple[str, ...] = ()
    on: date | None = None
    #: All terms of the article, for engines that are told of them once.
    terms: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the pipeline may hand to an engine."""

    #: The most characters of Korean in one request.
    max_characters: int = 2000
    #: How many requests may be handed over in one call.
    batch: int = 1
    #: How often a request is put that is not answered well, each time in batches a third as large.
    tries: int = 2
    #: The English depends on :class:`Context`, so the memory's key must hold it.
    uses_context: bool = False
    #: The engine writes the English of :attr:`Request.terms` by itself.
    uses_terms: bool = False
    #: Korean 만, 억 and 조 come out wrong by powers of ten, so numbers go in as plain digits.
    plain_numbers: bool = False
    #: The English comes with newsreader: rows say so (status ``sample``) and nothing is remembered.
    sample: bool = False


class Engine(Protocol):
    """Something that turns Korean into English. One instance serves one caller at a time."""

    @property
    def info(self) -> EngineInfo:
        """What the engine is."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can take."""
        ...

    @property
    def version(self) -> str:
        """What its English depends on besides the text: a model's hash, a prompt's version."""
        ...

    def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        """Yield an answer for each id that could be translated, at most once, in any order.

        An id that is not answered was not translated. Raises EngineError when the engine as a
        whole cannot go on; what was yielded before stays valid. Closing the iterator cancels the
        work at once.
        """
        ...

    async def close(self) -> None:
        """Let go of processes, threads and connections."""
        ...


@dataclass(frozen=True, slots=True)
class Remembered:
    """One entry of the translation memory.

    ``key`` says all that the English depends on (see :func:`newsreader.translate.memory.key`);
    ``ko`` is the segment's Korean as :func:`newsreader.translate.memory.normalised` leaves it.
    """

    key: str
    ko: str
    en: str
    engine: str
    version: str = ""
    #: When it was written; None for now.
    created: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Similar:
    """An entry whose Korean is like another text: ``likeness`` is 1 for the same text."""

    likeness: float
    entry: Remembered


class Memory(Protocol):
    """The translation memory as the pipeline sees it; the library implements it in SQLite.

    Every method raises LibraryError when the library cannot be read or written.
    """

    def find(self, keys: Sequence[str]) -> dict[str, Remembered]:
        """Return what is known under ``keys``."""
        ...

    def corrections(self, texts: Sequence[str]) -> dict[str, Remembered]:
        """Return the reader's own English by normalised Korean text; it goes before any engine."""
        ...

    def newest(self, texts: Sequence[str]) -> dict[str, Remembered]:
        """Return the last English that any engine gave, by normalised Korean text."""
        ...

    async def similar(self, text: str, limit: int = 3) -> list["Similar"]:
        """Return what is known of Korean that is much like the normalised ``text``, nearest first.

        Takes a bounded time, beside the event loop; what begins otherwise may not be found.
        """
        ...

    def keep(self, entries: Iterable[Remembered]) -> None:
        """Keep ``entries`` for good; a kill after this returns loses none of them."""
        ...
