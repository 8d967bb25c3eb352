"""Does an English sentence use the terms of its Korean one, and an article each term one way?

Words are compared, not letters: upper and lower case, articles, plural and possessive endings,
hyphens, and British and American spelling make no difference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from newsreader.article import Match, Row, RowWarning
from newsreader.glossary.guesses import kind_of_guess
from newsreader.glossary.load import Glossary
from newsreader.glossary.term import Term, TermKind

#: Names have one right English; of other kinds (협의, 공조) a translator may choose freely, so that
#: only forbidden English is reported there, unless the reader said how it should be.
NAME_KINDS = frozenset(
    {"person", "title", "organisation", "place", "law", "event", "weapon", "slogan", "product"}
)

#: The codes of what :func:`violations` warns of.
TERM_WARNINGS = frozenset({"term-forbidden", "term-missing"})

#: The code of what :func:`inconsistencies` warns of.
TERM_VARIES = "term-varies"

#: What these are in English depends on the sentence around them.
_FREE_KINDS: frozenset[TermKind] = frozenset({"idiom", "headline", "title"})
#: What makes a verb of the noun before it (협의했다, 발표된).
_VERB = re.compile("[하했한할함합해되된될됨됩돼됐시당받]")

#: Syllables from which on a title names one office and not a rank.
_LONG_TITLE = 6

_ARTICLES = frozenset({"the", "a", "an"})
_APOSTROPHE = re.compile("[’‘`´]")
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
# British spelling → American, as the parts of words that differ. It is done to both sides, so that
# a word that only looks British (resource) does no harm.
_SPELLING = (
    (re.compile(r"\b(def|off|lic|pret)ence"), r"\1ense"),
    (re.compile(r"is(?=ation|e\b|ed\b|ing\b|er\b|ers\b)"), "iz"),
    (re.compile(r"ys(?=e\b|ed\b|ing\b|er\b|ers\b)"), "yz"),
    (re.compile(r"(?<=\w\w)our"), "or"),
    (re.compile(r"\blabour"), "labor"),
    (re.compile(r"(?<=[a-z][bt])re(?=s?\b)"), "er"),
    (re.compile(r"ll(?=ed\b|ing\b|[eo]rs?\b)"), "l"),
    (re.compile(r"ogue(?=s?\b)"), "og"),
    (re.compile(r"\bprogramme"), "program"),
    (re.compile(r"\badvisor"), "adviser"),
    (re.compile(r"\bpractis"), "practic"),
    (re.compile(r"(judg|owledg)e(?=ment)"), r"\1"),
    (re.compile(r"\b(p|h|orthop|an)ae(?=d|m|s)"), r"\1e"),
    (re.compile(r"\bmanoeuvre"), "maneuver"),
    (re.compile(r"\bgrey"), "gray"),
    (re.compile(r"\b(alumin)ium"), r"\1um"),
)
# Plurals that no rule makes.
_PLURALS = {
    "people": "person", "children": "child", "wives": "wife", "lives": "life", "knives": "knife",
    "crises": "crisis", "analyses": "analysis", "buses": "bus", "viruses": "virus",
    "theses": "thesis", "halves": "half",
}  # fmt: skip

_Words = tuple[str, ...]


def satisfied(term: Term, english: str) -> bool:
    """Say whether ``english`` has the term's English or an admitted form of it."""
    words = words_of(english)
    return any(_stands_in(form, words) for form in accepted(term))


def accepted(term: Term) -> tuple[str, ...]:
    """Return the English that may stand for a term, the preferred first.

    What stands in brackets may be left out: ``Cheong Wa Dae (Blue House)``.
    """
    forms = [term.en, *term.admitted]
    if term.do_not_translate:
        forms.append(term.ko)
    bare = (_BRACKETED.sub("", form).strip() for form in forms)
    return tuple(dict.fromkeys(form for form in (*forms, *bare) if form))


def forbidden_in(term: Term, english: str) -> str | None:
    """Return the forbidden English of the term that stands in ``english``, if any.

    What shares words with an accepted form that stands there does not count: see :func:`shielded`.
    """
    return next((form for form in term.forbidden if _stands_alone(form, term, english)), None)


def with_use(matches: Iterable[Match], english: str, glossary: Glossary) -> tuple[Match, ...]:
    """Return the matches, each saying whether ``english`` uses it."""
    return tuple(replace(one, used=_used(one, english, glossary)) for one in matches)


def violations(
    ko: str, matches: Iterable[Match], english: str, glossary: Glossary
) -> list[RowWarning]:
    """Return what ``english`` does against the glossary: names left out, forbidden words used.

    ``matches`` are the terms in ``ko``. Common nouns must be there that are the reader's own.
    """
    warnings: list[RowWarning] = []
    for match, written in _once_each(ko, matches):
        term = glossary.entry(match)
        if term is None or match.unsure:
            continue
        bad = forbidden_in(term, english)
        if bad is not None:
            code, said = "term-forbidden", f"is {term.en}, not “{bad}”."
        elif _is_due(match, term, ko, glossary) and not _used(match, english, glossary):
            code, said = "term-missing", f"should be “{term.en}”."
        else:
            continue
        warnings.append(RowWarning(code, f"{written} {said}", formerly=f"{term.ko} {said}"))
    return warnings


def _is_due(match: Match, term: Term, ko: str, glossary: Glossary) -> bool:
    """Say whether the English of ``ko`` should have a term.

    Of good translations every fourteenth would be warned of for a noun of the embedded glossary
    that has other English there (공약: commitment), so that the reader's own alone are.
    """
    own = glossary.is_own(term) and is_common_noun(term, ko, match.end)
    return own or is_expected(term)


def _once_each(ko: str, matches: Iterable[Match]) -> Iterator[tuple[Match, str]]:
    """Yield every term once, where it comes first, and what stands for it there: DJ for 김대중."""
    seen: set[Match] = set()
    for match in matches:
        one = replace(match, start=0, end=0, used=None)
        if one not in seen:
            seen.add(one)
            yield match, ko[match.start : match.end]


def satisfaction(rows: Iterable[Row], glossary: Glossary) -> tuple[int, int]:
    """Return how many terms the English of ``rows`` satisfies, and how many it could.

    Those are the terms whose meaning is sure and that good English has as they are.
    """
    uses = [
        match.used
        for row in rows
        for match in row.terms
        if match.used is not None
        and not match.unsure
        and ((term := glossary.entry(match)) is None or is_expected(term))
    ]
    return sum(uses), len(uses)


def inconsistencies(rows: Iterable[Row], glossary: Glossary) -> list[tuple[int, RowWarning]]:
    """Return the rows (by id) whose English names a thing otherwise than the rows before do.

    A short form beside the long one (``Nuclear Consultative Group``, ``NCG``, ``the group``) is no
    inconsistency.
    """
    first: dict[str, tuple[int, str]] = {}
    found: list[tuple[int, RowWarning]] = []
    for row in rows:
        for match, written in _once_each(row.ko, row.terms):
            term = glossary.entry(match)
            if term is None or match.unsure or row.en is None or not is_expected(term):
                continue
            form = rendering(term, row.en)
            if form is None:
                continue
            before = first.setdefault(term.ko, (row.id, form))
            if not same_name(before[1], form):
                said = f"is “{form}” here and “{before[1]}” in row {before[0]}."
                formerly = f"{term.ko} {said}"
                found.append((row.id, RowWarning(TERM_VARIES, f"{written} {said}", formerly)))
    return found


def is_expected(term: Term) -> bool:
    """Say whether good English has the term as it is.

    Places turn into adjectives (미국: American), and short titles (본부장) are left out as soon as
    the person is known; both would give more false alarms than finds.
    """
    if term.kind == "title":
        return len(term.ko) >= _LONG_TITLE
    return term.kind in NAME_KINDS and term.kind != "place"


def is_common_noun(term: Term, ko: str, end: int) -> bool:
    """Say whether a term that ends at ``end`` in ``ko`` is a noun there, and no name.

    Of a verb that is made of it (협의했다) the English is another word.
    """
    free = term.kind in NAME_KINDS or term.kind in _FREE_KINDS
    return not free and not _VERB.match(ko, end)


def _used(match: Match, english: str, glossary: Glossary) -> bool:
    term = glossary.entry(match)
    if term is None:
        # What the glossary lacks (the English is a guess), or a person in the reader's style.
        person, found = kind_of_guess(match) == "person", _stands_in(match.en, words_of(english))
    else:
        person, found = term.kind == "person", satisfied(term, english)
    if found:
        return True
    # A person is named in full once, then by the family name.
    names = words_of(match.en) if person else ()
    words = set(words_of(english))
    return any(len(name) > 1 and name in words for name in (names[:1] + names[-1:]))


def rendering(term: Term, english: str) -> str | None:
    """Return the accepted form of a term that stands in ``english``, the longest."""
    words = words_of(english)
    standing = [form for form in accepted(term) if _stands_in(form, words)]
    return max(standing, key=lambda form: len(words_of(form)), default=None)


def same_name(one: str, other: str) -> bool:
    """Say whether two forms name a thing alike: one is in the other, or is its abbreviation."""
    first, second = set(words_of(one)), set(words_of(other))
    if first <= second or second <= first:
        return True
    return any(short.isupper() and short.isalpha() and " " not in short for short in (one, other))


def _stands_alone(form: str, term: Term, english: str) -> bool:
    words = words_of(english)
    right = [place for one in accepted(term) for place in places_of(words_of(one), words)]
    return any(not shielded(bad, right) for bad in places_of(words_of(form), words))


def shielded(place: tuple[int, int], shields: Iterable[tuple[int, int]]) -> bool:
    """Say whether a slice shares something with one of ``shields`` that it does not hold whole."""
    start, end = place
    return any(
        left < end and start < right and ((left, right) == place or left < start or end < right)
        for left, right in shields
    )


def _stands_in(form: str, words: _Words) -> bool:
    return any(places_of(words_of(form), words))


def places_of(form: _Words, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where ``form`` stands in ``words``, as a slice.

    Letters count and not how they are parted: policy maker, policy-maker and policymaker.
    """
    target = "".join(form)
    if not target or target not in "".join(words):
        return
    for start in range(len(words)):
        end, rest = start, target
        while rest and end < len(words) and words[end] and rest.startswith(words[end]):
            rest = rest[len(words[end]) :]
            end += 1
        if not rest:
            yield start, end


@lru_cache(maxsize=4096)
def words_of(text: str) -> _Words:
    """Return the words of ``text`` in the form in which they are compared."""
    text = _POSSESSIVE.sub("", _APOSTROPHE.sub("'", text.casefold())).replace("&", " and ")
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    for british, american in _SPELLING:
        text = british.sub(american, text)
    return tuple(_singular(word) for word in _WORD.findall(text) if word not in _ARTICLES)


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    return word[:-1]
