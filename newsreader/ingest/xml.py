"""XML as feeds have it: read as far as it goes, with expat and bounds of our own.

Nothing is ever loaded from elsewhere, and entities that a document declares for itself are only
taken when they stand for a character or two: bombs are made of larger ones.
"""

import re
from collections.abc import Callable
from html.entities import html5
from typing import TYPE_CHECKING, TypeVar
from xml.parsers import expat
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

#: Characters that an entity of the document's own may stand for.
_LONGEST_ENTITY = 8
#: How often reading goes on behind an error.
_MOST_ERRORS = 50

#: What XML 1.0 has no place for, not even as a reference.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LOOSE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|&(?!(?:amp|lt|gt|quot|apos);)(?:#(\d{1,7});|#x([0-9a-fA-F]{1,6});|([A-Za-z]\w{1,31});)?",
    re.DOTALL,
)


class CutError(Exception):
    """Reading ends here: ``str(error)`` ends a sentence about the document (“… is …”)."""


class Handler:
    """What is done with the elements; names are as written, in lower case, attributes likewise."""

    #: How many elements may lie within one another. Feeds need about ten.
    deepest = 100

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element. May raise CutError."""

    def text(self, data: str) -> None:
        """Take a piece of the text of the element that was entered last or left last."""

    def end(self, name: str) -> None:
        """Leave an element."""

    def broken(self) -> None:
        """Leave all elements at once: what follows stands behind an error."""


Reader = TypeVar("Reader", bound=Handler)


def read(
    text: str, make: Callable[[], Reader], resume: re.Pattern[bytes] | None = None
) -> tuple[Reader, str | None]:
    """Read ``text`` with a handler from ``make``; return it and the end of a sentence on errors.

    Where the document is not well-formed, loose ampersands and HTML's entities are mended and it is
    read again; behind errors that are left, reading goes on at the next match of ``resume``.
    """
    text = _FORBIDDEN.sub("", text)
    handler = make()
    problem = _pass(text.encode(), handler, None)
    if problem is not None and not problem.final:
        mended = _LOOSE.sub(_mend, text)
        handler = make()
        problem = _pass(mended.encode(), handler, resume)
    return handler, problem.sentence if problem else None


class _Problem:
    def __init__(self, sentence: str, *, final: bool) -> None:
        self.sentence = sentence
        self.final = final


def _pass(data: bytes, handler: Handler, resume: re.Pattern[bytes] | None) -> _Problem | None:
    """Read ``data`` once; return its first problem."""
    problem: _Problem | None = None
    view = memoryview(data)
    start, root = 0, b""
    for _ in range(_MOST_ERRORS):
        parser = _parser(handler)
        try:
            parser.Parse(root, False)
            parser.Parse(view[start:], True)
        except expat.ExpatError as error:
            problem = problem or _Problem(
                f"is broken at line {error.lineno} ({expat.ErrorString(error.code)})", final=False
            )
            handler.broken()
            at = start + max(0, parser.ErrorByteIndex - len(root))
            found = resume.search(data, at + 1) if resume else None
            if found is None:
                return problem
            start, root = found.start(), b"<broken>"
        except CutError as error:
            return _Problem(str(error), final=True)
        else:
            return problem
    return problem


def _parser(handler: Handler) -> "XMLParserType":
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > handler.deepest:
            raise CutError(f"is nested more than {handler.deepest} deep")
        handler.start(name.lower(), {key.lower(): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name.lower())

    def declared(name: str, _parameter: bool, value: str | None, *_: object) -> None:
        if value is None or len(value) > _LONGEST_ENTITY or "&" in value or "%" in value:
            raise CutError(f"declares the entity {name[:40]!r}, which newsreader does not read")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = declared
    return parser


def _mend(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if found[0].startswith("<"):
        return found[0]
    if name:
        return escape(html5.get(f"{name};", f"&{name};"))
    if decimal or hexadecimal:
        number = int(decimal) if decimal else int(hexadecimal, 16)
        exists = number < 0x110000 and not _FORBIDDEN.match(chr(number))
        return found[0] if exists else ""
    return "&amp;"
