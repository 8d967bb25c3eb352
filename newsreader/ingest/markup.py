"""Text out of markup that should not be there: titles and summaries of feeds.

A feed may hold plain text, HTML in CDATA, HTML that is escaped, or escaped twice; it does not say
which. What is a tag is told by its name alone, as Korean headlines have angle brackets of their own
(``<르포>``, ``<인사>``).
"""

import re
from html.entities import html5

from newsreader.text import clean_line

#: No title or summary is read further than this, in characters.
LONGEST = 20_000
#: Escaping within escaping that is undone.
_LAYERS = 3

_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_HIDDEN = re.compile(
    r"<(script|style|iframe|noscript)\b[^<>]{0,2000}>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_NAMES = (
    "a|abbr|address|article|aside|audio|b|blockquote|big|body|br|button|caption|center|cite|code"
    "|col|colgroup|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header"
    "|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|nobr|noscript|object|ol"
    "|p|param|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|sup"
    "|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(rf"</?({_NAMES})(?:\s[^<>]{{0,4000}}|\s*/)?>", re.IGNORECASE)
#: A tag whose end was cut off with the text.
_CUT_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,4000}})?\Z", re.IGNORECASE)
#: Tags within a word; all others end a line or stand between words.
_INLINE = frozenset(
    {
        "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark",
        "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
        "var", "wbr",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """Return ``text`` on one line, without markup and anything that a terminal could act on."""
    text = text[:LONGEST]
    for _ in range(_LAYERS):
        text = _without_tags(text)
        bare = _ENTITY.sub(_character, text) if "&" in text else text
        if bare == text:
            break
        text = bare
    return clean_line(_without_tags(text)) if text else ""


def shortened(text: str, most: int) -> str:
    """Return ``text`` in at most ``most`` characters, cut between words, with … where it was."""
    if len(text) <= most:
        return text
    head, _, _ = text[:most].rpartition(" ")
    return (head or text[: most - 1]).rstrip(" ,.…") + "…"


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    text = _TAG.sub(_gap, _HIDDEN.sub(" ", text))
    return _CUT_TAG.sub("", text)


def _gap(tag: re.Match[str]) -> str:
    return "" if tag[1].lower() in _INLINE else " "


def _character(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name:
        return html5.get(f"{name};", entity[0])
    number = int(decimal) if decimal else int(hexadecimal, 16)
    # Surrogates and what lies beyond Unicode are no characters.
    return chr(number) if number < 0xD800 or 0xE000 <= number < 0x110000 else ""
