"""Finding what was kept, in both languages and in the notes, by word, outlet, day and state."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from newsreader.library.database import reading
from newsreader.library.index import Sentence, place, unpack
from newsreader.library.listing import Listed, lines
from newsreader.library.query import Query, parse
from newsreader.library.tokens import TITLE, expression, in_hangul, pattern

Order = Literal["newest", "best"]

#: So many articles are looked into for the best hits: among titles, and among all.
_RANKED = 150
#: So many are looked into before a search ends that finds the letters but not the word.
_MOST = 3000

Span = tuple[int, int]


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
        wanted = _Patterns(query)
        matches: list[_Match] = []
        for looked, match in enumerate(self._matching(query, wanted, _expression(query)), 1):
            if match is not None:
                matches.append(match)
            if len(matches) > limit or looked >= _MOST:
                return Found(self._hits(matches[:limit], wanted), more=True)
        return Found(self._hits(matches, wanted), more=False)

    def _best(self, query: Query, limit: int) -> Found:
        """Rank the newest articles with the words in their titles, and the newest with them at all.

        Ranking every hit of a common word would take ten times as long as finding it.
        """
        wanted = _Patterns(query)
        ranked: dict[int, _Match] = {}
        more = False
        titles = replace(query, words=(), titles=(*query.words, *query.titles))
        for expressed in (_expression(titles), _expression(query)):
            for looked, match in enumerate(self._matching(query, wanted, expressed), 1):
                if match is not None:
                    ranked.setdefault(match.article, match)
                if looked >= _RANKED:
                    more = True
                    break
        # Equal scores stay in their order: newest first.
        best = sorted(ranked.values(), key=wanted.score, reverse=True)
        return Found(self._hits(best[:limit], wanted), more or len(best) > limit)

    def _hits(self, matches: Sequence["_Match"], wanted: "_Patterns") -> tuple[Hit, ...]:
        articles = lines(self._connection, (one.article for one in matches))
        return tuple(
            _hit(articles[one.article], wanted.best(one.sentences)[0], wanted.shown)
            for one in matches
            if one.article in articles
        )

    def _matching(
        self, query: Query, wanted: "_Patterns", expressed: str
    ) -> Iterator["_Match | None"]:
        """Yield the articles that may be hits, newest first: None for one that is not."""
        for article, packed in self._candidates(query, expressed):
            match = _Match(article, unpack(packed))
            yield match if wanted.fit(match) else None

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

    __slots__ = ("article", "sentences", "text", "title")

    def __init__(self, article: int, sentences: Sequence[Sentence]) -> None:
        self.article = article
        self.sentences = sentences
        self.text = "\n".join(_text(one) for one in sentences)
        self.title = _text(sentences[0]) if sentences else ""


class _Patterns:
    """What a query's words look like in a text."""

    def __init__(self, query: Query) -> None:
        self._words = [pattern(word) for word in query.words]
        self._titles = [pattern(word) for word in query.titles]
        self._without = [pattern(word) for word in query.without]
        #: What is to be shown in a hit.
        self.shown = [*self._words, *self._titles]

    def fit(self, match: _Match) -> bool:
        """Say whether an article is as the query wants it."""
        return (
            all(one.search(match.text) for one in self._words)
            and all(one.search(match.title) for one in self._titles)
            and not any(one.search(match.text) for one in self._without)
        )

    def best(self, sentences: Sequence[Sentence]) -> tuple[Sentence, int]:
        """Return the sentence with the most words, the first of several, and how many it has."""
        best, most = Sentence(0, ""), -1
        for one in sentences:
            text = _text(one)
            count = sum(1 for word in self.shown if word.search(text))
            if count > most:
                best, most = one, count
        return best, most

    def score(self, match: _Match) -> float:
        """Say how good a hit is: words in the title, in one sentence, and how often."""
        in_title = sum(1 for one in self._words if one.search(match.title))
        often = sum(len(one.findall(match.text)) for one in self._words)
        return 3.0 * in_title + 2.0 * self.best(match.sentences)[1] + min(often, 10) / 10


def _text(sentence: Sentence) -> str:
    """Return all that a sentence is found by, in lines, so that no word goes over a border."""
    parts = [sentence.ko, sentence.en, sentence.note]
    if (hangul := in_hangul(sentence.ko)) != sentence.ko:
        parts.append(hangul)
    return "\n".join(part for part in parts if part)


def _expression(query: Query) -> str:
    parts = [expression(word) for word in query.words]
    parts += [expression(word, TITLE) for word in query.titles]
    return " AND ".join(parts)


def _hit(article: Listed, sentence: Sentence, words: Sequence[re.Pattern[str]]) -> Hit:
    note = sentence.note
    return Hit(
        article,
        sentence.row,
        sentence.ko,
        sentence.en,
        note if note and any(word.search(note) for word in words) else None,
        _spans(words, sentence.ko),
        _spans(words, sentence.en or ""),
    )


def _spans(words: Sequence[re.Pattern[str]], text: str) -> tuple[Span, ...]:
    """Return where any of ``words`` stands in ``text``, in order and without overlaps."""
    spans: list[Span] = []
    found = {
        match.span()
        for word in words
        for shown in {text, in_hangul(text)}
        for match in word.finditer(shown)
    }
    for start, end in sorted(found):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)
