"""English verbs of the nouns that explain Korean nouns of action: dismissal, dismiss, be dismissed.

Known verbs are those by which the lexicon explains Korean ones, and those of
``data/english_verbs.tsv``, where irregular forms stand too.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsreader.korean import DATA
from newsreader.korean.lexicon import Sense, english_verbs

# English nouns of action and the verbs behind them, longest ending first.
_NOMINAL = (
    ("ication", ("y", "icate")),
    ("isation", ("ise",)),
    ("ation", ("ate", "e", "")),
    ("ution", ("ute", "ve")),
    ("ption", ("be", "pt", "ve", "me")),
    ("ition", ("e", "ish", "")),
    ("tion", ("t", "te", "e", "")),
    ("ssion", ("t", "ss", "de")),
    ("sion", ("d", "de", "se", "t", "s")),
    ("ment", ("", "e")),
    ("ance", ("", "e", "ate", "y")),
    ("ence", ("", "e")),
    ("ery", ("", "er", "e")),
    ("ure", ("", "e", "ate")),
    ("al", ("", "e")),
    ("ing", ("", "e")),
    ("y", ("", "e")),
)
#: What English nouns of action end in.
_ACTION = re.compile(r"(?:tion|sion|ment|ance|ence)$")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z|o)$")
_VOWELS = frozenset("aeiou")


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return by kind: verbs of nouns, past participles of verbs, verbs."""
    data = DATA / "english_verbs.tsv"
    kinds: dict[str, dict[str, str]] = {}
    for line in data.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, word, form = line.split("\t")
            kinds.setdefault(kind, {})[word] = form
    return kinds


@cache
def _english() -> frozenset[str]:
    """Return the English verbs that we know."""
    return english_verbs() | _table()["known"].keys()


def plain(gloss: str) -> str:
    """Return a gloss without what stands in brackets behind it."""
    return _IN_BRACKETS.sub("", gloss) or gloss


def verbal(sense: Sense, *, passive: bool) -> Sense | None:
    """Return the sense of a noun of action as a verb's, or None where none is known.

    A sense whose glosses are verbs already is only turned into the passive.
    """
    verbs = dict.fromkeys(verb for gloss in sense.glosses if (verb := _verb_of(plain(gloss))))
    if not verbs:
        return None
    # "be concerned" is passive enough.
    glosses = tuple(
        f"be {_participle(verb)}" if passive and not verb.startswith("be ") else verb
        for verb in verbs
    )
    return Sense(glosses, sense.domain)


def third_person(verb: str) -> str:
    """Return the form behind "who": carry out: carries out."""
    head, _, rest = verb.partition(" ")
    if head == "be":
        head = "is"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        head = head[:-1] + "ies"
    else:
        head += "es" if _SIBILANT.search(head) else "s"
    return f"{head} {rest}".strip()


def _verb_of(gloss: str) -> str | None:
    """Return the verb of a gloss: dismissal: dismiss, putting off: put off, halt: halt."""
    listed = _table()["verb"].get(gloss)
    if listed:
        return listed
    head, _, rest = gloss.partition(" ")
    if rest and not (head.endswith("ing") or head in _english()):
        return None
    if rest and _ACTION.search(rest):  # sailing cancellation is no "sail cancellation"
        return None
    verb = _table()["verb"].get(head)
    if verb and " " in verb:
        return None
    verb = verb or next((one for one in _verbs_of(head) if one in _english()), None)
    return f"{verb} {rest}".strip() if verb else None


def _verbs_of(noun: str) -> Iterator[str]:
    yield noun
    for ending, replacements in _NOMINAL:
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            stem = noun.removesuffix(ending)
            yield from (stem + replacement for replacement in replacements)
            if len(stem) > 2 and stem[-1] == stem[-2]:  # putting: put
                yield stem[:-1]


def _participle(verb: str) -> str:
    """Return the past participle: dismiss: dismissed, put off: put off, carry out: carried out."""
    head, _, rest = verb.partition(" ")
    past = _table()["participle"].get(head, "")
    if past:
        return f"{past} {rest}".strip()
    if head.endswith("e"):
        past = head + "d"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        past = head[:-1] + "ied"
    else:
        past = head + "ed"
    return f"{past} {rest}".strip()
