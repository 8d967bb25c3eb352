"""The domain: an article, its blocks and segments, and the rows that a reader sees.

Everything here is immutable and knows nothing of the network, the database or the screen. Offsets
are Python string indices (code points) into the NFC-normalised, cleaned text of one segment. Times
are aware; Korean outlets are in :data:`SEOUL`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any, Literal, Self, get_args

SCHEMA = "newsreader.article/1"

#: Korea has kept UTC+9 without summer time since 1988 (IANA tz database, Asia/Seoul).
SEOUL = timezone(timedelta(hours=9), "KST")

BlockKind = Literal[
    "title", "subtitle", "lead", "paragraph", "caption", "subheading", "quote", "list"
]
Method = Literal["publisher", "structured-data", "generic", "text"]
#: ``pending`` lives only while an engine works: no finished row and no output has it.
Status = Literal["translated", "cached", "sample", "edited", "untranslated", "failed", "pending"]
#: The life of a term (as in IATE): what to write, what may be written, what is no longer written.
TermStatus = Literal["preferred", "admitted", "deprecated", "obsolete", "proposed"]

STATUSES: tuple[Status, ...] = get_args(Status)
TERM_STATUSES: tuple[TermStatus, ...] = get_args(TermStatus)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it: ``name`` as printed, ``role`` (기자, 특파원, 논설위원 …) and mail address."""

    name: str
    role: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article in reading order. ``text`` is one line, cleaned, never empty."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """How the article was read from its source.

    ``publisher`` is the id of the publisher's rules that were used; ``notes`` are sentences about
    what was doubtful (a wrong charset label, a rule that found less than the generic finder).
    """

    method: Method
    publisher: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One published piece. Title and subtitles are blocks like the rest of the text."""

    blocks: tuple[Block, ...]
    extraction: Extraction
    url: str | None = None
    outlet: str | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: str | None = None
    agency: str | None = None
    section: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    image: str | None = None
    language: str = "ko"

    @property
    def title(self) -> str:
        """The headline, or the start of the text where a source has none."""
        for block in self.blocks:
            if block.kind == "title":
                return block.text
        return self.blocks[0].text[:80] if self.blocks else ""

    @property
    def subtitles(self) -> tuple[str, ...]:
        """The lines between headline and text."""
        return tuple(block.text for block in self.blocks if block.kind == "subtitle")

    def to_json(self) -> dict[str, Any]:
        """Return the article as the JSON object of schema ``newsreader.article/1``."""
        return {
            "schema": SCHEMA,
            "url": self.url,
            "outlet": self.outlet,
            "language": self.language,
            "title": self.title,
            "subtitles": list(self.subtitles),
            "bylines": [
                {"name": one.name, "role": one.role, "email": one.email} for one in self.bylines
            ],
            "dateline": self.dateline,
            "agency": self.agency,
            "section": self.section,
            "published": self.published.isoformat() if self.published else None,
            "modified": self.modified.isoformat() if self.modified else None,
            "image": self.image,
            "blocks": [{"kind": block.kind, "text": block.text} for block in self.blocks],
            "extraction": {
                "method": self.extraction.method,
                "publisher": self.extraction.publisher,
                "notes": list(self.extraction.notes),
            },
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what :meth:`to_json` wrote.

        Raises ValueError when the object is of another schema or lacks a field.
        """
        if data.get("schema") != SCHEMA:
            raise ValueError(f"expected schema {SCHEMA}, found {data.get('schema')!r}")
        try:
            extraction = data["extraction"]
            return cls(
                blocks=tuple(Block(block["kind"], block["text"]) for block in data["blocks"]),
                extraction=Extraction(
                    extraction["method"], extraction["publisher"], tuple(extraction["notes"])
                ),
                url=data["url"],
                outlet=data["outlet"],
                bylines=tuple(
                    Byline(one["name"], one["role"], one["email"]) for one in data["bylines"]
                ),
                dateline=data["dateline"],
                agency=data["agency"],
                section=data["section"],
                published=_time(data["published"]),
                modified=_time(data["modified"]),
                image=data["image"],
                language=data["language"],
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a whole article: {error}") from error


@dataclass(frozen=True, slots=True)
class Segment:
    """One Korean sentence: the unit that is translated, numbered and cited.

    ``id`` counts from 1 in reading order; ``block`` is the index into ``Article.blocks``.
    """

    id: int
    block: int
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A term found at ``text[start:end]`` of a segment.

    ``term`` is the entry's Korean, ``en`` its English as of the article's date. ``used`` says
    whether the row's English has it; None means that there is no English to look at. ``unsure``:
    the word has several meanings, and nothing around it says that it is this one.
    """

    start: int
    end: int
    term: str
    en: str
    status: TermStatus = "preferred"
    used: bool | None = None
    unsure: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the match as it stands in a row's ``terms``."""
        return {
            "start": self.start,
            "end": self.end,
            "term": self.term,
            "en": self.en,
            "status": self.status,
            "used": self.used,
            "unsure": self.unsure,
        }


@dataclass(frozen=True, slots=True)
class RowWarning:
    """A checked doubt about a row: ``code`` is stable, ``message`` is for people.

    ``formerly`` is how earlier versions worded it, where that is not the same: a reader who waived
    that has waived this.
    """

    code: str
    message: str
    formerly: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A segment with its English as the reader shows it.

    ``en`` is None unless the status is translated, cached, sample or edited; ``reason`` then says
    in one sentence why there is none.
    """

    segment: Segment
    en: str | None = None
    status: Status = "untranslated"
    reason: str | None = None
    engine: str | None = None
    terms: tuple[Match, ...] = ()
    warnings: tuple[RowWarning, ...] = field(default=())

    @property
    def id(self) -> int:
        """The segment's number."""
        return self.segment.id

    @property
    def ko(self) -> str:
        """The segment's Korean."""
        return self.segment.text

    def with_english(self, en: str, *, status: Status, engine: str) -> "Row":
        """Return the row with its English, and nothing that was said of what it had before."""
        return replace(self, en=en, status=status, engine=engine, reason=None, warnings=())

    def without_english(self, reason: str, *, status: Status, engine: str | None = None) -> "Row":
        """Return the row without English, with the sentence that says why, and nothing that was
        said of what it had before.
        """
        terms = tuple(replace(match, used=None) for match in self.terms)
        return replace(
            self, en=None, status=status, engine=engine, reason=reason, terms=terms, warnings=()
        )

    def to_json(self) -> dict[str, Any]:
        """Return the row as it stands in ``rows`` of ``newsreader.article/1``."""
        return {
            "id": self.id,
            "block": self.segment.block,
            "ko": self.ko,
            "en": self.en,
            "status": self.status,
            "reason": self.reason,
            "engine": self.engine,
            "terms": [match.to_json() for match in self.terms],
            "warnings": [{"code": one.code, "message": one.message} for one in self.warnings],
        }


def article_with_rows(article: Article, rows: Sequence[Row]) -> dict[str, Any]:
    """Return the whole JSON object: the article and its rows."""
    whole = article.to_json()
    extraction = whole.pop("extraction")
    return {**whole, "rows": [row.to_json() for row in rows], "extraction": extraction}


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=SEOUL)
