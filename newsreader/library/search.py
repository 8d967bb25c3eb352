"""Finding what was kept, in both languages and in the notes, by word, outlet, day and state."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal

from newsreader.library.database import reading
from newsreader.library.index import Sentence, place, rows, unpack
from newsreader.library.listing import Listed, lines
from newsreader.library.query import Query, parse
from newsreader.library.sought import Sought, Span
from newsreader.library.tokens import TITLE, in_hangul

Order = Literal["newest", "best"]

#: So many hits are ranked, and so many articles looked into for them: among titles, and among all.
_RANKED, _RANKED_OF = 150, 450
#: So many are looked into before a search ends that finds the letters but not the word.
_MOST = 3000


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, and its best row in both languages.

    ``row`` is 0 for a hit in a feed's summary or in a note whose sentence has gone. The spans are
    where the words stand in ``ko`` and ``en``. ``note`` is there when it has one of the words.
    """

    article: Listed
    row: int
    ko: str
    en: str | None
    note: str | None
    ko_spans: tuple[Span, ...]
    en_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, and whether there may be more of them."""

    hits: tuple[Hit, ...]
    more: bool


class Search:
    """Search in one library. Belongs to the thread that opened the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, text: str | Query, *, order: Order = "newest", limit: int = 50) -> Found:
        """Find articles with all of the words, in whichever language, anywhere in them.

        Raises UsageError for a query that cannot be understood, LibraryError.
        """
        query = text if isinstance(text, Query) else parse(text)
        if order == "best" and query.words:
            return self._best(query, limit)
        wanted = _Wanted(query)
        matches: list[_Match] = []
        candidates = self._candidates(query, _expression(query))
        for looked, (article, packed) in enumerate(candidates, 1):
            match = _Match(article, packed)
            if wanted.fit(match):
                matches.append(match)
            if len(matches) > limit or looked >= _MOST:
                return Found(self._hits(matches[:limit], wanted), more=True)
        return Found(self._hits(matches, wanted), more=False)

    def _best(self, query: Query, limit: int) -> Found:
        """Rank the newest articles with the words in their titles, and the newest with them at all.

        Ranking every hit of a common word would take ten times as long as finding it.
        """
        wanted = _Wanted(query)
        matches: dict[int, _Match | None] = {}
        more = False
        titles = replace(query, words=(), titles=(*query.words, *query.titles))
        for expressed in (_expression(titles), _expression(query)):
            fitting = 0
            candidates = self._candidates(query, expressed)
            for looked, (article, packed) in enumerate(candidates, 1):
                if article not in matches:
                    match = _Match(article, packed)
                    matches[article] = match if wanted.fit(match) else None
                fitting += matches[article] is not None
                if fitting >= _RANKED or looked >= _RANKED_OF:
                    more = True
                    break
        ranked = [one for one in matches.values() if one is not None]
        # Equal scores stay in their order: newest first.
        best = sorted(ranked, key=wanted.score, reverse=True)
        return Found(self._hits(best[:limit], wanted), more or len(best) > limit)

    def _hits(self, matches: Sequence["_Match"], wanted: "_Wanted") -> tuple[Hit, ...]:
        articles = lines(self._connection, (one.article for one in matches))
        return tuple(
            _hit(articles[one.article], wanted.best(unpack(one.packed))[0], wanted.shown)
            for one in matches
            if one.article in articles
        )

    def _candidates(self, query: Query, expressed: str) -> Iterator[tuple[int, bytes]]:
        """Yield the id and the packed sentences of what the index finds, newest first."""
        conditions = ["article.deleted IS NULL", *(one.sql for one in query.conditions)]
        values: list[Any] = [value for one in query.conditions for value in one.values]
        # CROSS JOIN keeps SQLite to this order, in which the newest come first without sorting.
        if expressed:
            tables = (
                "word CROSS JOIN document ON document.place = word.rowid"
                " CROSS JOIN article ON article.id = document.article"
            )
            at, order = "word.rowid", "word.rowid DESC"
            few = [one for one in query.conditions if one.few]
            if few:  # look through the hits for the few articles, not through the hits' articles
                conditions.insert(
                    0,
                    "+word.rowid IN (SELECT place FROM article JOIN document"  # noqa: S608 - our own parts only
                    " ON document.article = article.id"
                    f" WHERE {' AND '.join(one.sql for one in few)})",
                )
                values = [value for one in few for value in one.values] + values
            conditions.insert(0, "word MATCH ?")
            values.insert(0, expressed)
        else:
            tables = "article CROSS JOIN document ON document.article = article.id"
            at, order = "article.moment", "article.moment DESC, article.id DESC"
        for bound, sign in ((query.since, ">="), (query.until, "<")):
            if bound is not None:
                moment = int(bound.timestamp())
                conditions.append(f"{at} {sign} ?")
                values.append(place(moment) if expressed else moment)
        statement = (
            f"SELECT document.article, document.sentences FROM {tables}"  # noqa: S608 - our own parts only
            f" WHERE {' AND '.join(conditions)} ORDER BY {order}"
        )
        with reading():
            yield from self._connection.execute(statement, values)


class _Match:
    """An article that was found, and its text for looking closer."""

    __slots__ = ("article", "packed", "text", "title")

    def __init__(self, article: int, packed: bytes) -> None:
        self.article = article
        self.packed = packed
        lines = [parts for _, *parts in rows(packed)]
        self.text = _readable(part for parts in lines for part in parts)
        self.title = _readable(lines[0]) if lines else ""


class _Wanted:
    """A query's words, and how well they fit."""

    def __init__(self, query: Query) -> None:
        self._words = query.words
        self._titles = query.titles
        self._without = query.without
        #: What is to be shown in a hit.
        self.shown = (*query.words, *query.titles)

    def fit(self, match: _Match) -> bool:
        """Say whether an article is as the query wants it."""
        return (
            all(_stands(one, match.text) for one in self._words)
            and all(_stands(one, match.title) for one in self._titles)
            and not any(_stands(one, match.text) for one in self._without)
        )

    def best(self, sentences: Iterable[Sentence]) -> tuple[Sentence, int]:
        """Return the sentence with the most words, the first of several, and how many it has."""
        best, most = Sentence(0, ""), -1
        for one in sentences:
            text = _readable((one.ko, one.en, one.note))
            count = sum(1 for word in self.shown if _stands(word, text))
            if count > most:
                best, most = one, count
                if most == len(self.shown):
                    break
        return best, most

    def score(self, match: _Match) -> float:
        """Say how good a hit is: words in the title, in one sentence, and how often."""
        in_title = sum(1 for one in self._words if _stands(one, match.title))
        often = sum(1 for one in self._words for _ in islice(one.spans(match.text), 10))
        # A single word stands in some sentence: else it were no hit.
        most = 1 if len(self.shown) == 1 else self.best(unpack(match.packed))[1]
        return 3.0 * in_title + 2.0 * most + min(often, 10) / 10


def _stands(word: Sought, text: str) -> bool:
    return next(word.spans(text), None) is not None


def _readable(parts: Iterable[str | None]) -> str:
    """Return all that something is found by, in lines, so that no word goes over a border."""
    text = "\n".join(filter(None, parts))
    hangul = in_hangul(text)
    if hangul == text:
        return text
    lines = zip(text.split("\n"), hangul.split("\n"), strict=True)
    return "\n".join([text, *(read for line, read in lines if line != read)])


def _expression(query: Query) -> str:
    parts = [word.expression() for word in query.words]
    parts += [word.expression(TITLE) for word in query.titles]
    return " AND ".join(parts)


def _hit(article: Listed, sentence: Sentence, words: Sequence[Sought]) -> Hit:
    note = sentence.note
    return Hit(
        article,
        sentence.row,
        sentence.ko,
        sentence.en,
        note if note and any(_stands(word, note) for word in words) else None,
        _spans(words, sentence.ko),
        _spans(words, sentence.en or ""),
    )


def _spans(words: Sequence[Sought], text: str) -> tuple[Span, ...]:
    """Return where any of ``words`` stands in ``text``, in order and without overlaps."""
    spans: list[Span] = []
    found = {
        span for word in words for shown in {text, in_hangul(text)} for span in word.spans(shown)
    }
    for start, end in sorted(found):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)
