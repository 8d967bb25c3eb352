"""The terms of a glossary as they were written, each read when it is asked for.

A glossary has thousands of terms, of which an article needs some dozens. The line of a term takes
a fifth of the memory that the term does.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from newsreader.glossary.format import Defaults, Problem, read_line, term_lines
from newsreader.glossary.term import Term

_NONE: Defaults = {}


class Terms(Sequence[Term]):
    """Terms by their numbers, from 0. One that was asked for by its number stays read."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        #: The line of each term as UTF-8, or the term; and what its file says for all lines.
        self._terms: list[bytes | Term] = list(terms)
        self._defaults = [_NONE] * len(self._terms)

    def add_line(self, line: str, defaults: Defaults) -> None:
        """Add the term of a line in which nothing is wrong: see :func:`read_line`."""
        self._terms.append(line.encode())
        self._defaults.append(defaults)

    def extend(self, others: "Terms", numbers: Iterable[int] | None = None) -> None:
        """Add the terms of ``others``: all of them, or those of ``numbers``."""
        numbers = range(len(others)) if numbers is None else list(numbers)
        self._terms += [others._terms[number] for number in numbers]
        self._defaults += [others._defaults[number] for number in numbers]

    def __len__(self) -> int:
        return len(self._terms)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> "Terms": ...
    def __getitem__(self, at: int | slice) -> "Term | Terms":
        if isinstance(at, slice):
            part = Terms()
            part.extend(self, range(len(self))[at])
            return part
        term = self._read(at)
        self._terms[at] = term
        return term

    def __iter__(self) -> Iterator[Term]:
        """Yield all terms; none of them stays read."""
        return map(self._read, range(len(self)))

    def _read(self, number: int) -> Term:
        term = self._terms[number]
        if isinstance(term, bytes):
            return read_line(term.decode(), self._defaults[number])
        return term


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
