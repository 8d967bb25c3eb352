"""What things in an article look like, out of the theme's colours.

Not component classes of Textual's CSS: matching fifteen of them against the style sheet, several
times before the first paint, takes as long as laying out a hundred sentences.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color


class Look(NamedTuple):
    """A colour of the theme over its background, how much of it, and how letters are set."""

    color: str | None = None
    share: float = 1.0
    background: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    reverse: bool | None = None


LOOKS: dict[str, Look] = {
    "korean": Look("foreground"),
    "english": Look("foreground", 0.85),
    "number": Look("foreground", 0.7),
    "title": Look("primary", bold=True),
    "subtitle": Look(bold=True),
    "subheading": Look("secondary", bold=True),
    "caption": Look("foreground", 0.8, italic=True),
    "quote": Look(italic=True),
    "unread": Look("foreground", bold=True),
    "headline-english": Look("foreground", 0.8, italic=True),
    "outlet": Look("secondary"),
    "gloss": Look("secondary"),
    "pale": Look("foreground", 0.7),
    "missing": Look("foreground", 0.7, italic=True),
    "current": Look(background="panel"),
    "mark": Look("accent", bold=True),
    "flag": Look("warning", bold=True),
    "term": Look(underline=True),
    "chosen": Look(bold=True, reverse=True),
    "term-english": Look("accent", bold=True, underline=True),
    "highlight": Look("secondary", bold=True, underline=True),
    "hit": Look(reverse=True),
    "selected": Look("background", background="primary"),
}


def style_of(name: str, theme: Mapping[str, str]) -> Style:
    """Return the style of one of :data:`LOOKS`; ``theme`` are the theme's colours by name."""
    look = LOOKS[name]
    return Style(
        color=_blended(look, theme).rich_color if look.color else None,
        bgcolor=Color.parse(theme[look.background]).rich_color if look.background else None,
        bold=look.bold,
        italic=look.italic,
        underline=look.underline,
        reverse=look.reverse,
    )


def _blended(look: Look, theme: Mapping[str, str]) -> Color:
    color = Color.parse(theme[look.color or "foreground"])
    below = Color.parse(theme["background"])
    if look.share == 1.0 or color.ansi is not None or below.ansi is not None:
        return color  # a terminal's own colours cannot be mixed
    return below.blend(color, look.share)
