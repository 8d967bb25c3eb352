"""Articles as they are kept: headlines, and every revision that differed."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsreader.article import Article
from newsreader.errors import LibraryError, SourceError
from newsreader.korean.segments import segment
from newsreader.library import index
from newsreader.library.addresses import Addresses
from newsreader.library.database import now, reading, transaction
from newsreader.library.flags import Flags
from newsreader.library.index import Sentence
from newsreader.library.listing import Count, Filter, Listed, Sort, count, counts, lines, listing

#: What says that it is from further ahead than this stands where it was added.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """An article out of the library; ``row`` is the number of the row the reader was on."""

    id: int
    article: Article
    row: int


@dataclass(frozen=True, slots=True)
class Revision:
    """What an article said at one time."""

    id: int
    fetched: datetime
    article: Article


@dataclass(frozen=True, slots=True)
class Headline:
    """What a feed says of an article. ``also`` are other addresses of the same article."""

    address: str
    title: str
    outlet: str | None = None
    section: str | None = None
    summary: str | None = None
    published: datetime | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """The article of a headline, and whether the library knew nothing of it before."""

    id: int
    new: bool


class Articles:
    """The articles of one library. Belongs to the thread that opened the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._addresses = Addresses(connection)

    # What comes in. All of it raises LibraryError when the library cannot be written.

    def keep(
        self,
        article: Article,
        address: str | None = None,
        *,
        also: Sequence[str] = (),
        opened: bool = True,
    ) -> Kept:
        """Keep ``article`` and return it with its id and the reader's place.

        An article is known again by its URL, by ``address`` (the sample), by its text, and as a
        headline by the addresses that led to it (``also``: asked for, arrived at). A text that
        differs from all kept revisions becomes a new revision; none is ever overwritten.
        ``opened`` is False for what is fetched ahead of reading.
        """
        fingerprint = _fingerprint(article)
        address = article.url or address or f"text:{fingerprint}"
        body = json.dumps(article.to_json(), ensure_ascii=False)
        sentences = [Sentence(one.id, one.text) for one in segment(article)]
        time = now()
        with transaction(self._connection):
            number = self._addresses.find(address) or self._addresses.headline(also)
            if number is None:
                number = self._insert(Headline(address, article.title), time)
            # Which is the newest is written down: the clock may have gone backwards.
            (revision,) = self._connection.execute(
                "INSERT INTO revision (article, fetched, hash, body) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (article, hash) DO UPDATE SET fetched = excluded.fetched,"
                " body = excluded.body RETURNING id",
                (number, time, fingerprint, body),
            ).fetchone()
            self._connection.execute(
                "UPDATE article SET revision = ? WHERE id = ?", (revision, number)
            )
            self._take(number, article, sentences)
            self._addresses.add(number, (address, *also))
            if opened:
                Flags(self._connection).open(number)
            found = self._connection.execute("SELECT row FROM article WHERE id = ?", (number,))
            return Kept(number, article, found.fetchone()[0])

    def add_headlines(
        self, headlines: Iterable[Headline], *, feed: int | None = None
    ) -> list[Added]:
        """Keep what a feed lists, all of it or nothing; return the articles in the same order.

        An article whose text is here keeps its own headline. A deleted one stays deleted.
        """
        time = now()
        added = []
        with transaction(self._connection):
            # Feeds list the newest first, and some without times: the first gets the highest id.
            for one in reversed(tuple(headlines)):
                addresses = (one.address, *one.also)
                known = next(filter(None, map(self._addresses.find, addresses)), None)
                number = known or self._insert(one, time)
                if known is None:
                    index.put(self._connection, number, _moment(one.published, time), _shown(one))
                else:
                    self._renew(known, one)
                self._addresses.add(number, addresses)
                if feed is not None:
                    self._connection.execute(
                        "INSERT OR IGNORE INTO entry VALUES (?, ?)", (feed, number)
                    )
                added.append(Added(number, known is None))
        return added[::-1]

    def keep_english(self, number: int, english: Mapping[str, str]) -> None:
        """Let an article be found by its English too, given by the Korean of each sentence.

        What was English before and is not in ``english`` stays.
        """
        with reading():
            index.prepare_english(self._connection, number, english)
        with transaction(self._connection):
            sentences = index.put_english(self._connection, number, english)
            if sentences is not None:
                self._count_english(number, sentences)

    def reindex(self, number: int) -> None:
        """Let an article be found by its newest text, or by its headline when there is no text."""
        with transaction(self._connection):
            address, title, summary, published, added = self._connection.execute(
                "SELECT address, title, summary, published, added FROM article WHERE id = ?",
                (number,),
            ).fetchone()
            revisions = self.revisions(number)
            if revisions:
                article = revisions[0].article
                sentences = [Sentence(one.id, one.text) for one in segment(article)]
                self._take(number, article, sentences)
                return
            shown = _shown(Headline(address, title, summary=summary))
            moment = _moment(published, added)
            self._connection.execute("UPDATE article SET moment = ? WHERE id = ?", (moment, number))
            self._count_english(number, index.put(self._connection, number, moment, shown))

    def fail(self, number: int, reason: str) -> None:
        """Write down, in a sentence, why the text of an article could not be had."""
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE article SET failure = ? WHERE id = ?", (reason, number)
            )

    def join(self, number: int, other: int) -> int:
        """Make one article of two that are the same, and return it: the first that has a text.

        Everything of the one goes over to the other.
        """
        with transaction(self._connection):
            return self._addresses.join(number, other)

    def group(self, numbers: Sequence[int]) -> None:
        """Note that articles, and those that are grouped with them already, tell of one event."""
        marks = ",".join("?" * len(numbers))
        with transaction(self._connection):
            events = self._connection.execute(
                f"SELECT DISTINCT event FROM article WHERE id IN ({marks})"  # noqa: S608 - marks only
                " AND event IS NOT NULL",
                list(numbers),
            ).fetchall()
            event = min([*numbers, *(one for (one,) in events)])
            self._connection.executemany(
                "UPDATE article SET event = ? WHERE event = ?", [(event, one) for (one,) in events]
            )
            self._connection.execute(
                f"UPDATE article SET event = ? WHERE id IN ({marks})",  # noqa: S608 - marks only
                [event, *numbers],
            )

    # What is there

    def find(self, address: str) -> int | None:
        """Return the article at an address, also one of its others. Raises LibraryError."""
        with reading():
            return self._addresses.find(address)

    def listed(self, number: int) -> Listed:
        """Return an article as it stands in a list.

        Raises SourceError when there is none of that id, LibraryError when it cannot be read.
        """
        found = lines(self._connection, [number]).get(number)
        if found is None:
            raise SourceError(f"The library holds no article {number}; `newsreader` lists all.")
        return found

    def count(self, wanted: Filter = Filter()) -> int:  # noqa: B008 - immutable
        """Return how many articles pass a filter. Raises LibraryError."""
        return count(self._connection, wanted)

    def get(self, number: int) -> Kept:
        """Return the newest revision of an article.

        Raises SourceError when there is none of that id, LibraryError when it cannot be read.
        """
        with reading():
            found = self._connection.execute(
                "SELECT body, row FROM article JOIN revision ON revision.id = article.revision"
                " WHERE article.id = ?",
                (number,),
            ).fetchone()
        if found is None:
            title = self.listed(number).title
            raise SourceError(f"The text of article {number} ({title}) is not here yet.")
        return Kept(number, _article(number, found[0]), found[1])

    def revisions(self, number: int) -> list[Revision]:
        """Return every text that an article had, the newest first. Raises LibraryError."""
        with reading():
            found = self._connection.execute(
                "SELECT revision.id, fetched, body FROM revision JOIN article"
                " ON article.id = revision.article WHERE article.id = ?"
                " ORDER BY revision.id = article.revision DESC, fetched DESC, revision.id DESC",
                (number,),
            ).fetchall()
        return [
            Revision(revision, datetime.fromisoformat(fetched), _article(number, body))
            for revision, fetched, body in found
        ]

    def listing(
        self,
        wanted: Filter = Filter(),  # noqa: B008 - immutable
        sort: Sort = "newest",
        *,
        limit: int = 500,
        offset: int = 0,
    ) -> list[Listed]:
        """Return the articles that pass a filter. Raises LibraryError."""
        return listing(self._connection, wanted, sort, limit, offset)

    def outlets(self) -> list[Count]:
        """Return the outlets with their articles, by name. Raises LibraryError."""
        return counts(self._connection, "outlet")

    def sections(self) -> list[Count]:
        """Return the sections with their articles, by name. Raises LibraryError."""
        return counts(self._connection, "section")

    def tags(self) -> list[Count]:
        """Return the tags with their articles, by name. Raises LibraryError."""
        return counts(self._connection, "tag")

    # Within a transaction

    def _insert(self, headline: Headline, time: str) -> int:
        published = headline.published.isoformat() if headline.published else None
        number = self._connection.execute(
            "INSERT INTO article (address, title, outlet, section, summary, published, added,"
            " moment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                headline.address, headline.title, headline.outlet, headline.section,
                headline.summary, published, time, _moment(published, time),
            ),
        ).lastrowid  # fmt: skip
        assert number is not None
        return number

    def _take(self, number: int, article: Article, sentences: Sequence[Sentence]) -> None:
        """Let an article be listed as, and found by, what its newest text says."""
        published, added = self._connection.execute(
            "SELECT published, added FROM article WHERE id = ?", (number,)
        ).fetchone()
        published = article.published.isoformat() if article.published else published
        moment = _moment(published, added)
        self._connection.execute(
            "UPDATE article SET title = ?, outlet = coalesce(?, outlet),"
            " section = coalesce(?, section), published = ?, moment = ?, rows = ?, failure = NULL"
            " WHERE id = ?",
            (
                article.title, article.outlet, article.section, published, moment,
                len(sentences), number,
            ),
        )  # fmt: skip
        self._count_english(number, index.put(self._connection, number, moment, sentences))

    def _renew(self, number: int, headline: Headline) -> None:
        """Take over what a feed says now of an article that it listed before."""
        title, summary, published, added, rows = self._connection.execute(
            "SELECT title, summary, published, added, rows FROM article WHERE id = ?", (number,)
        ).fetchone()
        self._connection.execute(
            "UPDATE article SET outlet = coalesce(outlet, ?), section = coalesce(section, ?)"
            " WHERE id = ?",
            (headline.outlet, headline.section, number),
        )
        told = headline.published.isoformat() if headline.published else published
        now_told = (headline.title, headline.summary or summary, told)
        if rows or now_told == (title, summary, published):
            return
        moment = _moment(told, added)
        self._connection.execute(
            "UPDATE article SET title = ?, summary = ?, published = ?, moment = ? WHERE id = ?",
            (*now_told, moment, number),
        )
        shown = _shown(replace(headline, summary=headline.summary or summary))
        self._count_english(number, index.put(self._connection, number, moment, shown))

    def _count_english(self, number: int, sentences: Iterable[Sentence]) -> None:
        english = {one.ko: one.en for one in sentences}
        done = sum(1 for one in sentences if one.row and one.en)
        self._connection.execute(
            "UPDATE article SET english = ?, translated = min(?, rows) WHERE id = ?",
            (english.get(self._title(number)), done, number),
        )

    def _title(self, number: int) -> str:
        found = self._connection.execute("SELECT title FROM article WHERE id = ?", (number,))
        title: str = found.fetchone()[0]
        return title


def _shown(headline: Headline) -> list[Sentence]:
    """Return what a headline is found by."""
    summary = [Sentence(0, headline.summary)] if headline.summary else []
    return [Sentence(1, headline.title), *summary]


def _moment(published: str | datetime | None, added: str) -> int:
    """Return where an article stands in time, in seconds since 1970."""
    here = datetime.fromisoformat(added)
    if isinstance(published, str):
        published = datetime.fromisoformat(published)
    there = published if published and published - here < _AHEAD else here
    return int(there.timestamp())


def _article(number: int, body: str) -> Article:
    try:
        return Article.from_json(json.loads(body))
    except ValueError as error:
        raise LibraryError(f"Article {number} in the library is damaged: {error}.") from error


def _fingerprint(article: Article) -> str:
    import hashlib  # loads OpenSSL, which takes longer than a frame

    blocks = [[block.kind, block.text] for block in article.blocks]
    return hashlib.sha256(json.dumps(blocks, ensure_ascii=False).encode()).hexdigest()
