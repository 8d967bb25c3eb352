"""The terms in rows: the part of the workspace with the glossary, its matcher and the checks."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.article import Article, Match, Row, RowWarning
from newsreader.config import Paths, Settings
from newsreader.errors import UsageError
from newsreader.workspace.reading import ReadingWorkspace, date_of

if TYPE_CHECKING:
    from newsreader.glossary.load import Glossary
    from newsreader.glossary.meaning import Context
    from newsreader.glossary.term import Term
    from newsreader.korean.analyser import Morpheme


class TermsWorkspace(ReadingWorkspace):
    """The glossary: the embedded one under the reader's own, and what it finds in rows."""

    def __init__(self, paths: Paths, settings: Settings) -> None:
        super().__init__(paths, settings)
        self._glossary_state: dict[Path, tuple[int, int]] = {}
        #: The reader's own terms that were added here, each with the one that it replaced.
        self._term_changes: list[tuple[Term, Term | None]] = []

    @cached_property
    def glossary(self) -> "Glossary":
        """The embedded glossary under the reader's own. Takes tens of milliseconds to load."""
        return self._read_glossary()

    def _read_glossary(self) -> "Glossary":
        from newsreader.glossary.load import Glossary
        from newsreader.glossary.own import reader_files

        self._glossary_state = self._state_of_glossary()
        whole = Glossary.embedded()
        for file in reversed(reader_files(self.paths.glossary)):
            try:
                own = Glossary.from_files([file])
            except UsageError as error:
                self.notices.append(str(error))
                continue
            if own.problems:
                more = f" ({len(own.problems)} such lines)" if len(own.problems) > 1 else ""
                self.notices.append(f"{own.problems[0]}; the line is left out{more}.")
            whole = own.over(whole)
        return whole

    def _state_of_glossary(self) -> dict[Path, tuple[int, int]]:
        """Return time and size of the reader's glossary files, to see when they change."""
        from newsreader.glossary.own import reader_files

        states = ((file, file.stat()) for file in reader_files(self.paths.glossary))
        return {file: (state.st_mtime_ns, state.st_size) for file, state in states}

    def refresh_glossary(self) -> None:
        """Read the reader's glossary files again if one of them has changed. Safe in a thread.

        Until the new one is there, its matcher too, the one before answers: nobody waits for it.
        """
        if "glossary" not in self.__dict__ or self._state_of_glossary() != self._glossary_state:
            with _made_to_stay():
                whole = self._read_glossary()
                whole.matcher.find("")
            self.__dict__["glossary"] = whole

    def term_of(self, match: Match) -> "Term":
        """Return the entry of a match; one made of the match where the glossary has none."""
        from newsreader.glossary.guesses import kind_of_guess
        from newsreader.glossary.term import Term

        entry = self.glossary.entry(match)
        return entry or Term(match.term, match.en, kind_of_guess(match))

    def add_term(self, term: "Term") -> str:
        """Keep a term of the reader's own and return what was changed, in a sentence.

        It counts when the glossary is read again: see :meth:`refresh_glossary`. Raises UsageError
        when it cannot be kept.
        """
        from newsreader.glossary.own import own_file, put

        replaced = put(own_file(self.paths.glossary), term)
        self._term_changes.append((term, replaced))
        was = f", no longer {replaced.en}" if replaced else ""
        return f"{term.ko} is {term.en} from now on{was}."

    def undo_term(self) -> str | None:
        """Take back the last term that was added and return what was done; None: there is none.

        Raises UsageError when the file cannot be written.
        """
        from newsreader.glossary.own import own_file, put, remove

        if not self._term_changes:
            return None
        term, replaced = self._term_changes[-1]
        file = own_file(self.paths.glossary)
        if replaced is None:
            remove(file, term)
        else:
            put(file, replaced)
        self._term_changes.pop()
        return f"{term.ko} is {replaced.en} again." if replaced else f"{term.ko} is removed again."

    def with_terms(self, article: Article, rows: Iterable[Row]) -> list[Row]:
        """Return ``rows`` with the glossary's terms as of the article's date. Safe in a thread."""
        from newsreader.glossary.meaning import Context

        on = date_of(article)
        self.refresh_glossary()
        context = Context.of(article)
        return [replace(row, terms=tuple(self.terms_in(row.ko, on, context))) for row in rows]

    def terms_in(self, ko: str, on: date | None, context: "Context | None" = None) -> list[Match]:
        """Return the glossary's terms in a sentence, and as guesses persons and places it lacks.

        ``context`` is the article that the sentence stands in.
        """
        from newsreader.glossary.guesses import with_persons
        from newsreader.glossary.meaning import NO_CONTEXT

        context, style = context or NO_CONTEXT, self.settings.name_style
        found = self.glossary.matcher.find(ko, on=on, context=context)
        return with_persons(ko, found, self.glossary, style=style, on=on, context=context)

    def refined(self, article: Article, row: Row, morphemes: "Sequence[Morpheme]") -> Row:
        """Return a row of ``article`` with its terms as the analyser's morphemes show them."""
        from newsreader.glossary.meaning import Context

        terms = self.glossary.matcher.refine(
            row.ko, row.terms, morphemes, on=date_of(article), context=Context.of(article)
        )
        return row if tuple(terms) == row.terms else replace(row, terms=tuple(terms))

    def terms_checked(self, row: Row) -> Row:
        """Return a row whose terms are new with what its English makes of them now."""
        from newsreader.glossary.check import TERM_WARNINGS, violations, with_use

        if row.en is None:
            return row
        others = (one for one in row.warnings if one.code not in TERM_WARNINGS)
        return replace(
            row,
            terms=with_use(row.terms, row.en, self.glossary),
            warnings=self.unwaived(
                row.ko, (*others, *violations(row.ko, row.terms, row.en, self.glossary))
            ),
        )

    def doubts(
        self, ko: str, en: str, on: date | None, matches: Sequence[Match] | None = None
    ) -> list[RowWarning]:
        """Return what is doubtful in ``en`` as the English of ``ko``: numbers, dates, terms.

        ``matches`` are the terms in ``ko``, where they are known already.
        """
        from newsreader.glossary.check import violations
        from newsreader.korean.numbers.check import check

        if matches is None:
            matches = self.terms_in(ko, on)
        numbers = [RowWarning(one.code, one.message) for one in check(ko, en, on, matches)]
        return numbers + violations(ko, matches, en, self.glossary)

    def checked(self, row: Row, on: date | None) -> Row:
        """Return a finished row with its doubts, and with what its English uses of the terms."""
        if row.en is None:
            return row
        from newsreader.glossary.check import with_use

        doubts = (*row.warnings, *self.doubts(row.ko, row.en, on, row.terms))
        return replace(
            row,
            terms=with_use(row.terms, row.en, self.glossary),
            warnings=self.unwaived(row.ko, doubts),
        )

    def unwaived(self, ko: str, warnings: Iterable[RowWarning]) -> tuple[RowWarning, ...]:
        """Return the warnings about a sentence that the reader has not waived."""
        return tuple(one for one in warnings if not self.library.waivers.holds(ko, one))

    def varied(self, rows: Sequence[Row]) -> list[Row]:
        """Return ``rows`` with a warning where the English names a term otherwise than before."""
        if not any(row.terms for row in rows):
            return list(rows)
        from newsreader.glossary.check import TERM_VARIES, inconsistencies

        between: dict[int, list[RowWarning]] = {}
        for number, warning in inconsistencies(rows, self.glossary):
            between.setdefault(number, []).append(warning)
        checked = []
        for row in rows:
            kept = [one for one in row.warnings if one.code != TERM_VARIES]
            warnings = (*kept, *self.unwaived(row.ko, between.get(row.id, ())))
            checked.append(row if warnings == row.warnings else replace(row, warnings=warnings))
        return checked

    def satisfaction(self, rows: Sequence[Row]) -> tuple[int, int]:
        """Return how many terms the English of ``rows`` satisfies, and how many it could."""
        if not any(row.terms for row in rows):
            return 0, 0
        from newsreader.glossary.check import satisfaction

        return satisfaction(rows, self.glossary)

    def fixed(self, rows: Sequence[Row], on: date | None, only: int | None = None) -> list[Row]:
        """Return the rows whose English the glossary can put right, with that English, checked.

        ``only`` is the number of the one row to look at. Nothing is kept: see :meth:`correct`.
        """
        from newsreader.glossary.fix import mended
        from newsreader.translate.memory import READER

        better = mended(rows, self.glossary)
        return [
            self.checked(row.with_english(better[row.id], status="edited", engine=READER), on)
            for row in rows
            if row.id in better and only in (None, row.id)
        ]


@contextmanager
def _made_to_stay() -> Iterator[None]:
    """Look for no garbage while much is made that stays, nor ever among that.

    To look through a hundred thousand terms takes 60 ms in which nothing else runs, and happens
    several times while they are made. They go without it when nothing refers to them any more.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collected:
            gc.enable()
