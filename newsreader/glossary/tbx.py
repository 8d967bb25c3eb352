"""TBX, the exchange format of termbases (ISO 30042): reading 2 and 3, writing 3 (and 2).

Read: entries with one Korean and one or more English terms, their administrative status, part of
subject field and note. Entities are not expanded: a document that declares any is refused.
"""

from collections.abc import Iterable
from xml.parsers import expat
from xml.sax.saxutils import escape

from newsreader.article import TermStatus
from newsreader.errors import UsageError
from newsreader.glossary.format import KINDS, MAX_TERMS, Problem
from newsreader.glossary.term import Term, TermKind
from newsreader.text import clean_line

_DEFAULT_KIND: TermKind = "society"
#: Elements inside each other; TBX needs eight.
_MAX_DEPTH = 40

# Values of the administrative status in TBX-Basic, in both versions, and ours.
_STATUSES: dict[str, TermStatus] = {
    "preferredTerm-admn-sts": "preferred", "preferred": "preferred",
    "admittedTerm-admn-sts": "admitted", "admitted": "admitted",
    "deprecatedTerm-admn-sts": "deprecated", "deprecated": "deprecated",
    "notRecommended": "deprecated", "forbidden": "deprecated",
    "supersededTerm-admn-sts": "obsolete", "superseded": "obsolete", "obsolete": "obsolete",
}  # fmt: skip
_WRITTEN: dict[TermStatus, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "obsolete": "supersededTerm-admn-sts",
    "proposed": "admittedTerm-admn-sts",
}
_ENTRY = frozenset({"termEntry", "conceptEntry"})
_LANGUAGE = frozenset({"langSet", "langSec"})


class _Reader:
    """Collects terms while the parser goes through the document."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.terms: list[Term] = []
        self.problems: list[Problem] = []
        # The text was read as UTF-8, whatever the document says of itself.
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.EntityDeclHandler = self._entity
        self._path: list[tuple[str, str]] = []
        self._text: list[str] = []
        self._language = ""
        self._kind = ""
        self._note = ""
        #: Language → its terms with their status, in order.
        self._found: dict[str, list[tuple[str, str]]] = {}

    def _entity(self, *_: object) -> None:
        raise UsageError(f"The glossary {self.name} declares XML entities; TBX needs none.")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        self._path.append((tag, attributes.get("type", "")))
        if len(self._path) > _MAX_DEPTH:
            raise UsageError(f"The glossary {self.name} is no TBX: elements nest too deeply.")
        self._text = []
        if tag in _ENTRY:
            self._found, self._kind, self._note = {}, "", ""
        elif tag in _LANGUAGE:
            language = attributes.get("http://www.w3.org/XML/1998/namespace lang", "")
            self._language = language.partition("-")[0].lower()

    def _data(self, text: str) -> None:
        self._text.append(text)

    def _end(self, tag: str) -> None:
        tag, kind = self._path.pop()
        text = clean_line("".join(self._text))
        self._text = []
        if tag == "term" and text:
            self._found.setdefault(self._language, []).append((text, ""))
        elif tag == "termNote" and kind == "administrativeStatus":
            terms = self._found.get(self._language)
            if terms:
                terms[-1] = (terms[-1][0], text)
        elif tag == "descrip" and kind == "subjectField":
            self._kind = text
        elif tag == "note" and text:
            self._note = text
        elif tag in _ENTRY:
            self._close_entry()

    def _close_entry(self) -> None:
        korean, english = self._found.get("ko", []), self._found.get("en", [])
        if not korean or not english:
            self._problem("an entry lacks the Korean or the English term")
            return
        if len(self.terms) >= MAX_TERMS:
            raise UsageError(f"The glossary {self.name} has more than {MAX_TERMS:,} terms.")
        allowed = [text for text, status in english if _status(status) != "deprecated"]
        forbidden = [text for text, status in english if _status(status) == "deprecated"]
        if not allowed:
            self._problem(f"{korean[0][0]} has no English that may be used")
            return
        first = next((text for text, one in english if _status(one) == "preferred"), allowed[0])
        self.terms.append(
            Term(
                korean[0][0],
                first,
                KINDS.get(self._kind, _DEFAULT_KIND),
                status=_status(korean[0][1]),
                variants=tuple(text for text, _ in korean[1:]),
                admitted=tuple(text for text in allowed if text != first),
                forbidden=tuple(forbidden),
                note=self._note or None,
            )
        )

    def _problem(self, message: str) -> None:
        self.problems.append(Problem(self.name, self.parser.CurrentLineNumber, message))


def parse_tbx(text: str, name: str) -> tuple[list[Term], list[Problem]]:
    """Return the terms of a TBX document and what is wrong in it.

    Raises UsageError when it is no well-formed XML, declares entities or is too large.
    """
    reader = _Reader(name)
    try:
        reader.parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise UsageError(f"The glossary {name} is no TBX: {error}.") from error
    return reader.terms, reader.problems


def write_tbx(terms: Iterable[Term], version: int = 3) -> str:
    """Return terms as TBX-Basic, version 3 (``tbx``) or 2 (``martif``)."""
    old = version == 2
    entry, language, section = (
        ("termEntry", "langSet", "tig") if old else ("conceptEntry", "langSec", "termSec")
    )
    body = "".join(
        f'<{entry} id="c{number}">'
        f'<descrip type="subjectField">{term.kind}</descrip>'
        + (f"<note>{escape(term.note)}</note>" if term.note else "")
        + f'<{language} xml:lang="ko">'
        + "".join(_section(section, one, term.status) for one in (term.ko, *term.variants))
        + f'</{language}><{language} xml:lang="en">'
        + _section(section, term.en, "preferred")
        + "".join(_section(section, one, "admitted") for one in term.admitted)
        + "".join(_section(section, one, "deprecated") for one in term.forbidden)
        + f"</{language}></{entry}>\n"
        for number, term in enumerate(terms, 1)
    )
    source = "<sourceDesc><p>newsreader</p></sourceDesc>"
    if old:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<martif type="TBX-Basic" xml:lang="ko"><martifHeader><fileDesc>'
            f"{source}</fileDesc></martifHeader>\n<text><body>\n{body}</body></text></martif>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tbx type="TBX-Basic" style="dca" xml:lang="ko" xmlns="urn:iso:std:iso:30042:ed-2">'
        f"<tbxHeader><fileDesc>{source}</fileDesc></tbxHeader>\n"
        f"<text><body>\n{body}</body></text></tbx>\n"
    )


def _section(tag: str, text: str, status: TermStatus) -> str:
    return (
        f"<{tag}><term>{escape(text)}</term>"
        f'<termNote type="administrativeStatus">{_WRITTEN[status]}</termNote></{tag}>'
    )


def _status(text: str) -> TermStatus:
    return _STATUSES.get(text, "preferred")
