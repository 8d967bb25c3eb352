"""Markup to markup that Lexbor parses in time linear to its size.

Lexbor closes elements by searching upwards, compares each attribute with all earlier ones of its
tag and rebuilds open formatting elements: pages with tens of thousands of open elements, or of
attributes in one tag, would take minutes. No news page comes near the bounds here.
"""

import re
from collections.abc import Iterator, Sequence

LONGEST = 20_000_000
#: What is left without long tags (pages may hold their pictures in them); pages have 0.5 MB.
_LONGEST_REST = 4_000_000
_DEEPEST = 400
_MOST_TAGS = 40_000
_LONGEST_TAG = 8_000
_MOST_UNCLOSED = 3_000
#: Characters of a page that are looked at in one go.
_PART = 50_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]{0,20000})>?")
_OPENING = re.compile(r"<(?:([a-zA-Z][a-zA-Z0-9-]{0,30})|/)")
_WHOLE_TAG = re.compile(r"""<(?:[^"'>]|"[^"]*+"|'[^']*+')*+>""")
#: The beginning of a value in quotes that has an angle in it.
_ANGLE_IN_QUOTES = re.compile(r"""=["'][^"'<>]*+[<>]""")
#: A shorter page is parsed in a second whatever is in its tags.
_QUOTES_MATTER = 200_000
_LONGEST_SCRIPT = 500_000
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    }
)  # fmt: skip


def tame(html: str) -> str:
    """Return ``html``, without tags that nest or grow beyond all measure."""
    html = html[:LONGEST]
    if gaps := sorted(_gaps(html)):
        html = _without_long_tags(html, gaps)
    if len(html) > _QUOTES_MATTER:
        html = _without_long_quotes(html)
    html = html[:_LONGEST_REST]
    opened = html.count("<")
    if opened <= _MOST_TAGS and _closes(html, (opened - _MOST_UNCLOSED + 1) // 2):
        return html
    return _flat(html)


def _closes(html: str, least: int) -> bool:
    """Say whether at least so many tags close elements: most often the first part shows it."""
    start = 0
    while least > 0 and start < len(html):
        least -= html.count("</", start, start + _PART)
        start += _PART
    return least <= 0


def _without_long_quotes(html: str) -> str:
    """Take the attributes off tags of more than ``_LONGEST_TAG`` characters with angles in them."""
    parts: list[str] = []
    kept = done = 0
    while found := _ANGLE_IN_QUOTES.search(html, done):
        done = found.end()
        start = html.rfind("<", kept, found.start())
        name = _OPENING.match(html, start) if start >= 0 else None
        if name is None:
            continue
        if _in_script(html, start):
            done = max(done, html.find("</script", start))
            continue
        whole = _WHOLE_TAG.match(html, start)
        # A tag that nothing closes swallows all that follows.
        end = whole.end() if whole else len(html)
        if end - start > _LONGEST_TAG:
            parts += (html[kept:start], f"<{name[1]}>" if name[1] else " ")
            kept = end
        done = max(done, end)
    return "".join([*parts, html[kept:]])


def _without_long_tags(html: str, gaps: Sequence[tuple[int, int]]) -> str:
    """Take the attributes off tags of more than ``_LONGEST_TAG`` characters."""
    parts: list[str] = []
    kept = 0
    for start, end in gaps:
        opening = _OPENING.search(html, max(start, kept), end - _LONGEST_TAG)
        if opening is None or _in_script(html, opening.start()):
            continue
        whole = _WHOLE_TAG.match(html, opening.start())
        last = whole.end() if whole else end
        if last - opening.start() > _LONGEST_TAG:
            name = f"<{opening[1]}>" if opening[1] else " "
            parts += (html[kept : opening.start()], name)
            # The end of a comment around it must stay.
            kept = last - 3 if html.endswith("-->", 0, last) else last
    return "".join([*parts, html[kept:]])


def _gaps(html: str) -> Iterator[tuple[int, int]]:
    """Yield where no ">" and where no "<" stands for more than ``_LONGEST_TAG`` characters.

    A gap fills at least one window of half that length, so that most of the text is skipped.
    """
    half = _LONGEST_TAG // 2
    for mark in "><":
        done = 0
        for start in range(0, len(html), half):
            if start < done or html.find(mark, start, start + half) >= 0:
                continue
            first = max(html.rfind(mark, max(0, done - 1), start), 0)
            last = html.find(mark, start + half)
            done = len(html) if last < 0 else last + 1
            if done - first > _LONGEST_TAG:
                yield first, done


def _in_script(html: str, place: int) -> bool:
    """Say whether ``place`` is in a script, where a "<" opens nothing: some hold their page."""
    start = max(0, place - _LONGEST_SCRIPT)
    return html.rfind("<script", start, place) > html.rfind("</script", start, place)


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
