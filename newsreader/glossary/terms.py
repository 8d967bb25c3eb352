"""The terms of a glossary as they were written, each read when it is asked for.

A glossary has thousands of terms, of which an article needs some dozens. The line of a term takes
a fifth of the memory that the term does.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from newsreader.glossary.format import Defaults, Problem, read_line, term_lines
from newsreader.glossary.term import Term

_NONE: Defaults = {}


class Terms(Sequence[Term]):
    """Terms by their numbers, from 0. One that was asked for by its number stays read."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        #: What is read; ``terms`` were never written.
        self._read: dict[int, Term] = dict(enumerate(terms))
        #: All lines as UTF-8, where each ends, and what its file says for all its lines.
        self._lines = bytearray()
        self._ends = array("I", [0]) * len(self._read)
        self._defaults = [_NONE] * len(self._read)

    def add_line(self, line: str, defaults: Defaults) -> None:
        """Add the term of a line in which nothing is wrong: see :func:`read_line`."""
        self._add(line.encode(), defaults)

    def extend(self, others: "Terms", numbers: Iterable[int] | None = None) -> None:
        """Add the terms of ``others``: all of them, or those of ``numbers``."""
        for number in range(len(others)) if numbers is None else numbers:
            if number in others._read:
                self._read[len(self)] = others._read[number]
            self._add(others._line(number), others._defaults[number])

    def _add(self, line: bytes, defaults: Defaults) -> None:
        self._lines += line
        self._ends.append(len(self._lines))
        self._defaults.append(defaults)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> "Terms": ...
    def __getitem__(self, at: int | slice) -> "Term | Terms":
        if isinstance(at, slice):
            part = Terms()
            part.extend(self, range(len(self))[at])
            return part
        number = range(len(self))[at]
        term = self._term(number)
        self._read[number] = term
        return term

    def __iter__(self) -> Iterator[Term]:
        """Yield all terms; none of them stays read."""
        return map(self._term, range(len(self)))

    def _line(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return bytes(self._lines[start : self._ends[number]])

    def _term(self, number: int) -> Term:
        known = self._read.get(number)
        return known or read_line(self._line(number).decode(), self._defaults[number])


def terms_in(lines: Iterable[str], name: str, *, sure: bool = False) -> tuple[Terms, list[Problem]]:
    """Return the terms of a file's lines and what is wrong in it: a wrong line gives no term.

    ``sure`` says that nothing is, so that no line has to be read.
    """
    terms = Terms()
    problems: list[Problem] = []
    for number, line, defaults in term_lines(lines, name, problems):
        try:
            if not sure:
                read_line(line, defaults)
        except ValueError as error:
            problems.append(Problem(name, number, str(error)))
        else:
            terms.add_line(line, defaults)
    return terms, problems
