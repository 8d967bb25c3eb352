"""The library as a whole: one connection, and what is kept in it by subject."""

import sqlite3
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsreader.library.articles import Articles
from newsreader.library.database import connect
from newsreader.library.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from newsreader.library.feeds import Feeds
    from newsreader.library.flags import Flags
    from newsreader.library.marks import Highlights, Notes
    from newsreader.library.memory import SqliteMemory
    from newsreader.library.pages import Pages
    from newsreader.library.prune import Part, Pruned
    from newsreader.library.search import Search
    from newsreader.library.seen import Seen
    from newsreader.library.waivers import Waivers
    from newsreader.library.watches import Watches


class Library:
    """An open library. It belongs to the thread that made it; others open one of their own."""

    def __init__(self, file: Path | None) -> None:
        """Open the library at ``file``, making or migrating it; None: one that is never kept.

        Raises LibraryError, as :func:`newsreader.library.database.connect` does.
        """
        #: Where it is kept; None for one that lives in memory alone.
        self.file = file
        self._connection: sqlite3.Connection = connect(file)

    @cached_property
    def articles(self) -> Articles:
        """The articles."""
        return Articles(self._connection)

    @cached_property
    def flags(self) -> "Flags":
        """What the reader did with the articles."""
        from newsreader.library.flags import Flags

        return Flags(self._connection)

    @cached_property
    def state(self) -> State:
        """What the app remembers."""
        return State(self._connection)

    @cached_property
    def pages(self) -> "Pages":
        """The pages of the articles."""
        from newsreader.library.pages import Pages

        return Pages(self._connection)

    @cached_property
    def memory(self) -> "SqliteMemory":
        """The translation memory."""
        from newsreader.library.memory import SqliteMemory

        return SqliteMemory(self._connection)

    @cached_property
    def waivers(self) -> "Waivers":
        """The warnings that the reader has waived."""
        from newsreader.library.waivers import Waivers

        return Waivers(self._connection)

    @cached_property
    def feeds(self) -> "Feeds":
        """The feeds that the reader follows."""
        from newsreader.library.feeds import Feeds

        return Feeds(self._connection)

    @cached_property
    def watches(self) -> "Watches":
        """The words that the reader watches for."""
        from newsreader.library.watches import Watches

        return Watches(self._connection)

    @cached_property
    def notes(self) -> "Notes":
        """The reader's notes."""
        from newsreader.library.marks import Notes

        return Notes(self._connection)

    @cached_property
    def highlights(self) -> "Highlights":
        """What the reader highlighted."""
        from newsreader.library.marks import Highlights

        return Highlights(self._connection)

    @cached_property
    def search(self) -> "Search":
        """Search in all of it."""
        from newsreader.library.search import Search

        return Search(self._connection)

    @cached_property
    def seen(self) -> "Seen":
        """The terms in what was read."""
        from newsreader.library.seen import Seen

        return Seen(self._connection)

    def parts(self) -> "list[Part]":
        """Return what is kept, and how much room it takes. Raises LibraryError."""
        from newsreader.library.prune import parts

        return parts(self._connection)

    def prune(
        self, *, pages: int | None = None, unopened: int | None = None, deleted: bool = False
    ) -> "Pruned":
        """Remove for good; see :func:`newsreader.library.prune.prune`."""
        from newsreader.library.prune import prune

        return prune(self._connection, pages=pages, unopened=unopened, deleted=deleted)

    def objects(self, *, pages: bool = False) -> "Iterator[dict[str, Any]]":
        """Yield everything for JSON lines; see :func:`newsreader.library.export.objects`."""
        from newsreader.library.export import objects

        return objects(self._connection, pages=pages)

    def close(self) -> None:
        """Close the library. Nothing is lost without it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
