"""Our two themes. Every other Textual theme works as well: widgets only use theme variables."""

from textual.theme import Theme

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
    surface="#f3f0e8",
    panel="#e6e2d6",
    dark=False,
)

THEMES = (DARK, LIGHT)
