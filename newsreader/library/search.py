"""Finding what was kept, in both languages and in the notes, by word, outlet, day and state."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from newsreader.library.database import reading
from newsreader.library.index import Sentence, place, unpack
from newsreader.library.listing import COLUMNS, Listed, listed
from newsreader.library.query import Query, parse
from newsreader.library.tokens import TITLE, expression, pattern

Order = Literal["newest", "best"]

#: So many articles are looked into for the best hits: among titles, and among all.
_RANKED = 200
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
        hits: list[Hit] = []
        for looked, (hit, _) in enumerate(self._matching(query, _expression(query)), 1):
            if hit is not None:
                hits.append(hit)
            if len(hits) > limit or looked >= _MOST:
                return Found(tuple(hits[:limit]), more=True)
        return Found(tuple(hits), more=False)

    def _best(self, query: Query, limit: int) -> Found:
        """Rank the newest articles with the words in their titles, and the newest with them at all.

        Ranking every hit of a common word would take ten times as long as finding it.
        """
        ranked: dict[int, tuple[float, Hit]] = {}
        more = False
        titles = " AND ".join(expression(word, TITLE) for word in query.words)
        for match in (f"{titles} AND {_expression(query)}", _expression(query)):
            for looked, (hit, score) in enumerate(self._matching(query, match), 1):
                if hit is not None:
                    ranked.setdefault(hit.article.id, (score, hit))
                if looked >= _RANKED:
                    more = True
                    break
        # Equal scores stay in their order: newest first.
        best = sorted(ranked.values(), key=lambda one: -one[0])
        return Found(tuple(hit for _, hit in best[:limit]), more or len(best) > limit)

    def _matching(self, query: Query, match: str) -> Iterator[tuple[Hit | None, float]]:
        """Yield the articles that may be hits, newest first: None for one that is not."""
        words = [pattern(word) for word in query.words]
        titles = [pattern(word) for word in query.titles]
        without = [pattern(word) for word in query.without]
        for row in self._candidates(query, match):
            sentences = unpack(row[-1])
            texts = [text for one in sentences for text in (one.ko, one.en, one.note) if text]
            heads = [text for one in sentences[:1] for text in (one.ko, one.en) if text]
            if (
                not _all_in(words, texts)
                or not _all_in(titles, heads)
                or any(one.search(text) for one in without for text in texts)
            ):
                yield None, 0.0
                continue
            article = listed(row[:-1])
            best, together = _best_sentence(sentences, words or titles)
            in_title = sum(any(one.search(text) for text in heads) for one in words)
            often = sum(1 for text in texts for one in words if one.search(text))
            score = 3.0 * in_title + 2.0 * together + min(often, 10) / 10
            yield _hit(article, best, [*words, *titles]), score

    def _candidates(self, query: Query, match: str) -> Iterator[tuple[Any, ...]]:
        conditions = ["article.deleted IS NULL"]
        values: list[Any] = []
        for condition, given in query.conditions:
            conditions.append(condition)
            values += given
        # CROSS JOIN keeps SQLite to this order, in which the newest come first without sorting.
        if match:
            tables = (
                "word CROSS JOIN document ON document.place = word.rowid"
                " CROSS JOIN article ON article.id = document.article"
            )
            at, order = "word.rowid", "word.rowid DESC"
            conditions.insert(0, "word MATCH ?")
            values.insert(0, match)
        else:
            tables = "article CROSS JOIN document ON document.article = article.id"
            at, order = "article.moment", "article.moment DESC, article.id DESC"
        for bound, sign in ((query.since, ">="), (query.until, "<")):
            if bound is not None:
                moment = int(bound.timestamp())
                conditions.append(f"{at} {sign} ?")
                values.append(place(moment) if match else moment)
        statement = (
            f"SELECT {COLUMNS}, document.sentences FROM {tables}"  # noqa: S608 - our own parts only
            f" WHERE {' AND '.join(conditions)} ORDER BY {order}"
        )
        with reading():
            yield from self._connection.execute(statement, values)


def _expression(query: Query) -> str:
    parts = [expression(word) for word in query.words]
    parts += [expression(word, TITLE) for word in query.titles]
    return " AND ".join(parts)


def _all_in(patterns: Sequence[re.Pattern[str]], texts: Sequence[str]) -> bool:
    return all(any(one.search(text) for text in texts) for one in patterns)


def _best_sentence(
    sentences: Sequence[Sentence], words: Sequence[re.Pattern[str]]
) -> tuple[Sentence, int]:
    """Return the sentence with the most of ``words``, the first of several, and how many."""
    best, most = Sentence(0, ""), -1
    for one in sentences:
        texts = [text for text in (one.ko, one.en, one.note) if text]
        count = sum(any(word.search(text) for text in texts) for word in words)
        if count > most:
            best, most = one, count
    return best, most


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
    for start, end in sorted(match.span() for word in words for match in word.finditer(text)):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)
