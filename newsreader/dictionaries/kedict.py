"""kedict.yml of the project cc-kedict: the few forms of YAML that it is written in, and no others.

A list of entries with ``word``, ``pos``, ``hanja`` and ``defs``, each of these a ``def``. A whole
YAML reader would also follow anchors, tags and merges, which a word list has no need of.
"""

import re
from collections.abc import Iterator

from newsreader.dictionaries.archive import Files
from newsreader.dictionaries.entry import Headword, Source, facts, headword
from newsreader.errors import SourceError

_LINE = re.compile(r"(?P<indent> *)(?P<item>- +)?(?P<key>[a-z]+):(?: +(?P<value>.*\S))?\s*$")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t"}
_POS = {
    "n": "noun",
    "v": "verb",
    "a": "adjective",
    "pron": "pronoun",
    "propn": "proper noun",
    "intj": "interjection",
    "det": "determiner",
    "part": "particle",
    "adv": "adverb",
    "num": "numeral",
    "abbrev": "abbreviation",
    "suf": "suffix",
    "pref": "prefix",
}
#: The project's licence as its page states it.
_LICENCE = "CC BY-SA 3.0"
_PAGE = "https://github.com/mhagiwara/cc-kedict"


def read(files: Files, name: str) -> Source:
    """Return the dictionary. Raises SourceError when it is not UTF-8 or not of this form."""
    try:
        text = files.read(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not UTF-8 text.") from error
    return Source(facts("cc-kedict", "kedict", _LICENCE, _PAGE), _entries(text, name))


def _entries(text: str, name: str) -> Iterator[Headword]:
    fields: dict[str, str] = {}
    senses: list[str] = []
    found_any = False
    for line in [*text.splitlines(), "- word: "]:
        found = _LINE.match(line)
        if not found:
            continue
        if found["item"] and not found["indent"]:
            entry = headword(fields.get("word", ""), senses, _pos(fields), fields.get("hanja", ""))
            if entry is not None:
                found_any = True
                yield entry
            fields, senses = {}, []
        value = _scalar(found["value"] or "")
        if found["key"] == "def":
            senses.append(value)
        elif len(found["indent"]) + len(found["item"] or "") == 2:
            fields.setdefault(found["key"], value)
    if not found_any:
        raise SourceError(f"{name} is not a dictionary in the form of kedict.yml.")


def _pos(fields: dict[str, str]) -> str:
    return _POS.get(fields.get("pos", ""), fields.get("pos", ""))


def _scalar(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
