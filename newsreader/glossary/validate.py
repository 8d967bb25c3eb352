"""What is wrong in glossary files: ``python -m newsreader.glossary.validate [FILE…]``.

Without files the embedded glossary is looked at. Prints one problem a line; exit code 1 if any.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsreader.errors import EXIT_DONE, EXIT_NOTHING, NewsreaderError
from newsreader.glossary.format import Problem, parse, read_text
from newsreader.glossary.load import embedded_files
from newsreader.glossary.term import Term, first_day

_Placed = tuple[str, int, Term]

_HANJA = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile("[가-힣]")
_NOT_COUNTED = re.compile("[^가-힣\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Particles that no noun ends in: 을 is left out (가을, 마을), so are 은, 이, 가, 도, 로 and 의.
_PARTICLE = re.compile("[가-힣]{2}(?:에서|에게|으로|를)$")


def problems_in(files: Iterable[Path]) -> list[Problem]:
    """Return all problems of the files, which are taken together as one glossary.

    Raises UsageError when a file cannot be read.
    """
    problems: list[Problem] = []
    placed: list[_Placed] = []
    for file in files:
        lines, wrong = parse(read_text(file), file.name)
        problems += wrong
        placed += [(file.name, number, term) for number, term in lines]
    for name, number, term in placed:
        problems += [Problem(name, number, f"{term.ko}: {said}") for said in _doubts(term)]
    problems += _duplicates(placed)
    problems += _missing_successors(placed)
    return sorted(problems, key=lambda problem: (problem.file, problem.line))


def _doubts(term: Term) -> Iterator[str]:
    if term.valid_to and first_day(term.valid_from) >= first_day(term.valid_to):
        yield f"from={term.valid_from} is not before to={term.valid_to}"
    if term.successor == term.ko:
        yield "it is its own successor (two lines with dates say that without next=)"
    if _HANGUL.search(term.en):
        yield "there is Hangul in the English"
    for korean in (term.ko, *term.variants):
        if _PARTICLE.search(korean) and term.kind not in {"idiom", "slogan", "headline"}:
            yield f"{korean} ends in a particle"
    # Foreign places and people have hanja that are not read as in Korean (베이징 北京).
    if term.hanja is not None and term.kind not in {"place", "person"}:
        yield from _hanja_doubts(term.ko, term.hanja)
    if term.ko in term.variants:
        yield "the term is its own variant"
    if term.en in term.admitted or term.en in term.forbidden:
        yield "the English is also admitted or forbidden"
    if set(term.admitted) & set(term.forbidden):
        yield "the same English is admitted and forbidden"


def _hanja_doubts(ko: str, hanja: str) -> Iterator[str]:
    if not _HANJA.search(hanja):
        yield f"no hanja in {hanja}"
        return
    bare, written = _NOT_COUNTED.sub("", ko), _NOT_COUNTED.sub("", hanja)
    if len(bare) != len(written):
        yield f"{hanja} has {len(written)} syllables, {ko} has {len(bare)}"
        return
    for syllable, character in zip(bare, written, strict=True):
        if _HANGUL.match(character) and character != syllable:
            yield f"{hanja} has {character} where {ko} has {syllable}"


def _duplicates(placed: Sequence[_Placed]) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str | None, tuple[str, ...]], str] = {}
    for name, number, term in placed:
        key = (term.ko, term.en.casefold(), term.valid_from, term.cues)
        if key in seen:
            yield Problem(name, number, f"{term.ko}: the same entry stands in {seen[key]}")
        seen.setdefault(key, f"{name}:{number}")


def _missing_successors(placed: Sequence[_Placed]) -> Iterator[Problem]:
    headwords = {term.ko for _, _, term in placed}
    for name, number, term in placed:
        if term.successor and term.successor not in headwords:
            yield Problem(name, number, f"{term.ko}: next={term.successor} is no entry")


def main(arguments: Sequence[str]) -> int:
    """Print the problems of the files named, or of the embedded glossary; return the exit code."""
    try:
        # Successors may stand in any file of ours, so that one file is looked at among all.
        ours = embedded_files()
        chosen = [Path(argument) for argument in arguments] or ours
        names = {file.name for file in chosen}
        others = [file for file in ours if file.name not in names]
        problems = [one for one in problems_in([*others, *chosen]) if one.file in names]
    except NewsreaderError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for problem in problems:
        print(problem)
    return EXIT_NOTHING if problems else EXIT_DONE


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
