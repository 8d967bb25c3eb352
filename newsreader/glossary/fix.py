"""Putting right what the check found: the glossary's English in the place of another rendering.

Only what stands there under another name can be put right; a term that is left out altogether
cannot. The inflection stays: number, possessive, a capital at the start of the sentence; ``a`` and
``an`` follow the new word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsreader.article import Match, Row
from newsreader.glossary.check import (
    accepted,
    is_expected,
    places_of,
    rendering,
    same_name,
    shielded,
    words_of,
)
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import Term

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|&|[^\W_]+(?:['’](?=s\b)s)?")
_POSSESSIVE = re.compile("['’]s$")
_ARTICLE = re.compile(r"\b(an?|the)(\s+)$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?]['\"”’)]?\s)\s*['\"“‘(]*$")
# By sound and not by letter: an hour, an MP, a European, a UN envoy, a one-off.
_SOUNDS_OPEN = re.compile(r"(?:[aeio]|u(?!n[A-Zi]|s[aeiA-Z]|rani)|hour|hono|heir)", re.IGNORECASE)
_SOUNDS_SHUT = re.compile(r"(?:eu|one\b|once\b|u\.?[NSK]\b|uni|use|usu)", re.IGNORECASE)
_INITIALS_OPEN = re.compile(r"[AEFHILMNORSX](?:[A-Z.]|\b)")


@dataclass(frozen=True, slots=True)
class Variation:
    """A term that is rendered ``forms`` in the rows named; the first is the one to keep."""

    term: Term
    forms: dict[int, str]
    wanted: str


def without_forbidden(row: Row, glossary: Glossary) -> str | None:
    """Return the English of ``row`` without its terms' forbidden English; None: nothing to do.

    Terms whose meaning is unsure are left alone.
    """
    if row.en is None:
        return None
    english = row.en
    for term in _terms(row, glossary):
        for bad in sorted(term.forbidden, key=len, reverse=True):
            english = replaced(english, bad, term.en, accepted(term))
    return english if english != row.en else None


def mended(rows: Sequence[Row], glossary: Glossary) -> dict[int, str]:
    """Return by row the English of all rows that a term can be put right in.

    Forbidden English goes first; then a term that is rendered in two ways is rendered in one: in
    the preferred one where a row has it, else in the first.
    """
    now = {row.id: row.en for row in rows if row.en is not None}
    for row in rows:
        if (english := without_forbidden(row, glossary)) is not None:
            now[row.id] = english
    current = [replace(row, en=now[row.id]) for row in rows if row.id in now]
    for varied in _variations(current, glossary):
        for number, form in varied.forms.items():
            if not same_name(form, varied.wanted):
                now[number] = replaced(now[number], form, varied.wanted, (varied.wanted,))
    return {row.id: now[row.id] for row in rows if row.en is not None and now[row.id] != row.en}


def replaced(english: str, form: str, wanted: str, shields: Iterable[str] = ()) -> str:
    """Return ``english`` with ``wanted`` wherever ``form`` stands in any inflection.

    What shares words with one of the ``shields`` (an accepted form) stays.
    """
    tokens = _tokens(english)
    kept = [span for shield in shields for span in _places(words_of(shield), tokens)]
    out: list[str] = []
    at = 0
    for start, end in _places(words_of(form), tokens):
        if start < at or shielded((start, end), kept):
            continue
        new = _inflected(wanted, form, english[start:end])
        head = _with_article(english[at:start], new)
        out.append(head)
        first = english[at + len(head) : end][:1]
        if first.isupper() and _SENTENCE_START.search("".join(out)):
            new = new[:1].upper() + new[1:]
        out.append(new)
        at = end
    return "".join(out) + english[at:]


def place_of(match: Match, english: str, glossary: Glossary) -> tuple[int, int] | None:
    """Return where ``english`` says what ``match`` names, in any accepted form or inflection.

    A person is found by the family name, too.
    """
    term = glossary.entry(match)
    forms = sorted(accepted(term), key=len, reverse=True) if term else [match.en]
    if term is None or term.kind == "person":
        forms += [name for name in (match.en.split()[-1:] + match.en.split()[:1]) if len(name) > 1]
    tokens = _tokens(english)
    found = (_places(words_of(form), tokens) for form in forms)
    return next((places[0] for places in found if places), None)


def _tokens(english: str) -> list["_Token"]:
    return [
        (words[0], found.start(), found.end())
        for found in _TOKEN.finditer(english)
        if len(words := words_of(found[0])) == 1
    ]


def _terms(row: Row, glossary: Glossary) -> Iterator[Term]:
    for match in row.terms:
        term = glossary.entry(match)
        if term is not None and not match.unsure:
            yield term


def _variations(rows: Sequence[Row], glossary: Glossary) -> Iterator[Variation]:
    forms: dict[str, dict[int, str]] = {}
    terms: dict[str, Term] = {}
    for row in rows:
        for term in _terms(row, glossary):
            form = rendering(term, row.en or "") if is_expected(term) else None
            if form is not None:
                terms.setdefault(term.ko, term)
                forms.setdefault(term.ko, {})[row.id] = form
    for ko, by_row in forms.items():
        first = next(iter(by_row.values()))
        wanted = terms[ko].en if terms[ko].en in by_row.values() else first
        if any(not same_name(form, wanted) for form in by_row.values()):
            yield Variation(terms[ko], by_row, wanted)


_Token = tuple[str, int, int]


def _places(words: tuple[str, ...], tokens: Sequence[_Token]) -> list[tuple[int, int]]:
    known = [word for word, _, _ in tokens]
    return [(tokens[start][1], tokens[end - 1][2]) for start, end in places_of(words, known)]


def _inflected(wanted: str, form: str, written: str) -> str:
    """Return ``wanted`` in the number and the case in which ``written`` has ``form``."""
    bare = _POSSESSIVE.sub("", written)
    possessive = written[len(bare) :]
    last, usual = bare.split()[-1].casefold(), form.split()[-1].casefold()
    if last != usual and last.endswith("s") and not usual.endswith("s"):
        wanted = _plural(wanted)
    return wanted + possessive


def _plural(words: str) -> str:
    if words.endswith("s"):
        return words
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return words[:-1] + "ies"
    return words + ("es" if words.endswith(("x", "z", "ch", "sh")) else "s")


def _with_article(head: str, new: str) -> str:
    """Return what stands before ``new`` with the article that suits it."""
    article = _ARTICLE.search(head)
    if article is None:
        return head
    before, word, blank = head[: article.start()], article[1], article[2]
    if new.casefold().startswith(("the ", "a ", "an ")):
        return before
    if word.casefold() == "the":
        return head
    opens = bool(_INITIALS_OPEN.match(new) if new[:2].isupper() else _SOUNDS_OPEN.match(new))
    suited = "an" if opens and not _SOUNDS_SHUT.match(new) else "a"
    return before + (suited.capitalize() if word[0].isupper() else suited) + blank
