"""Markup to markup that Lexbor parses in time linear to its size.

Lexbor closes elements by searching upwards, compares each attribute with all earlier ones of its
tag and rebuilds open formatting elements: pages with tens of thousands of open elements, or of
attributes in one tag, would take minutes. No news page comes near the bounds here.
"""

import re

LONGEST = 20_000_000
_DEEPEST = 400
_MOST_TAGS = 40_000
_LONGEST_TAG = 20_000
_MOST_UNCLOSED = 3_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]{0,20000})>?")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000}[^<>]*>?")
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip


def tame(html: str) -> str:
    """Return ``html``, without tags that nest or grow beyond all measure."""
    html = html[:LONGEST]
    if _has_long_tag(html):
        html = _LONG_TAG.sub(" ", html)
    opened = html.count("<")
    if opened <= _MOST_UNCLOSED or (
        opened <= _MOST_TAGS and opened - 2 * html.count("</") <= _MOST_UNCLOSED
    ):
        return html
    return _flat(html)


def _has_long_tag(html: str) -> bool:
    """A quick look: a long tag fills at least one window between two marks of its half length."""
    half = _LONGEST_TAG // 2
    return any(
        html.find(">", start, start + half) < 0 and html.find("<", start, start + half) < 0
        for start in range(half, len(html) - half, half)
    )


def _flat(html: str) -> str:
    """Drop tags below the depth ``_DEEPEST`` and after the first ``_MOST_TAGS``."""
    stack: list[str] = []
    count = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        closing, name = found[1], found[2].lower()
        if name in _VOID:
            return found[0] if count <= _MOST_TAGS else "\n"
        if closing:
            if name not in stack[-_DEEPEST:]:
                return " "
            while stack.pop() != name:
                pass
            return found[0]
        if len(stack) >= _DEEPEST or count > _MOST_TAGS:
            return " "
        stack.append(name)
        return found[0]

    return _TAG.sub(keep, html)
