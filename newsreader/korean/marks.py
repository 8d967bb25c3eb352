"""The small marks that stand for particles and endings under a Korean word: topic, past, of.

What English has a word for gets that word; what it has none for gets the name of its job.
"""

import re

#: Marks by the name that the tables of particles and endings give; "" needs none under a word.
_BY_NAME = {
    "topic particle": "topic",
    "subject particle": "subj",
    "honorific subject particle": "subj hon",
    "object particle": "obj",
    "vocative particle": "!",
    "plural suffix": "plural",
    "honorific suffix": "hon",
    "suffix after a name": "Mr/Ms",
    "bound noun": "etc",
    "copula": "be",
    "negative copula": "not be",
    "copula with past tense": "was",
    "copula with connective ending": "being",
    "past tense": "past",
    "past tense, complete": "had",
    "prospective": "will",
    "honorific": "hon",
    "honorific with past tense": "hon past",
    "retrospective": "as seen",
    "humble": "humble",
    "connective ending before an auxiliary": "",
    "connective ending before an auxiliary, with object particle": "",
    "interrogative ending": "?",
    "interrogative ending, plain": "?",
    "polite interrogative ending": "? polite",
    "formal polite interrogative ending": "? formal",
    "formal polite declarative ending": "formal",
    "polite ending": "polite",
    "polite ending of the copula": "polite",
    "polite exclamatory ending": "! polite",
    "exclamatory ending": "!",
    "imperative ending": "do!",
    "imperative ending, written": "do!",
    "old formal ending": "formal",
}
#: What only makes a word of another one, or a sentence of words, needs no mark.
_SILENT = re.compile(r"declarative ending|.*-forming suffix \(")
_PAST = re.compile(r"with past tense$")
_FIRST = re.compile(r"[,;]|\s*\(")


def mark_of(name: str, meaning: str) -> str:
    """Return the mark of a particle or ending with this name and meaning; "" for none."""
    known = _BY_NAME.get(name)
    if known is not None:
        return known
    if _SILENT.match(name):
        return "past" if _PAST.search(name) else ""
    return _FIRST.split(meaning)[0].strip()
