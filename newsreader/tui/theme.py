"""Our two themes. Every other Textual theme works as well: widgets only use theme variables."""

from rich.console import Console
from textual.theme import Theme


def _quiet_scrollbar(thumb: str, page: str) -> dict[str, str]:
    """Return the theme's variables for a scroll bar without a trough."""
    troughs = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")
    return {"scrollbar": thumb, **dict.fromkeys(troughs, page)}


DARK = Theme(
    name="newsreader-dark",
    primary="#8ab4d8",
    secondary="#c8a96a",
    accent="#e0b872",
    warning="#e8a87c",
    error="#e58a8a",
    success="#9cc69b",
    foreground="#e4e2dc",
    background="#16181c",
    surface="#1c1f24",
    panel="#262a31",
    dark=True,
    variables=_quiet_scrollbar("#59606c", "#16181c"),
)

LIGHT = Theme(
    name="newsreader-light",
    primary="#1f5c8b",
    secondary="#7a5a12",
    accent="#8a5a00",
    warning="#9a4a12",
    error="#a12c2c",
    success="#2f6b33",
    foreground="#22252a",
    background="#fbf9f4",
    surface="#f2f0ee",
    panel="#e6e2d6",
    dark=False,
    variables=_quiet_scrollbar("#96907f", "#fbf9f4"),
)

THEMES = (DARK, LIGHT)

#: The same two where a terminal has 16 colours: exactly those, so that none is lost to the nearest
#: one. The row under the cursor is blue, or grey on white; accents are few and far from it.
SIXTEEN = (
    Theme(
        name=DARK.name,
        primary="#ffff55",
        secondary="#ffff55",
        accent="#ffff55",
        warning="#ffff55",
        error="#ff5555",
        success="#55ff55",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#0000aa",
        dark=True,
    ),
    Theme(
        name=LIGHT.name,
        primary="#0000aa",
        secondary="#0000aa",
        accent="#0000aa",
        warning="#aa0000",
        error="#aa0000",
        success="#0000aa",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#aaaaaa",
        dark=False,
    ),
)


def themes_here() -> tuple[Theme, ...]:
    """Return our themes in the colours that this terminal has."""
    return SIXTEEN if Console(force_terminal=True).color_system == "standard" else THEMES
