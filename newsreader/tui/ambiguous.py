"""For terminals that draw characters of ambiguous width two cells wide.

Unicode leaves the width of … · “ ” ─ ▲ ① and many more to the context (UAX 11, class A). Textual
counts one cell; a terminal set to East Asian widths draws two, and everything behind shifts. With
the setting ``ambiguous = "wide"`` each such character is drawn as another of one cell. Only what
goes to the screen is changed: search, copying and exports have the text as it is.
"""

import unicodedata
from functools import cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CHOSEN = {
    "…": "⋯", "‥": "⋯", "·": "･", "‧": "･", "・": "･",
    "“": '"', "”": '"', "„": '"', "″": '"', "‘": "'", "’": "'", "′": "'",
    "—": "-", "–": "-", "―": "-", "‐": "-", "×": "x", "÷": "/", "±": "+", "°": "o", "℃": "C",
    "→": ">", "⇒": ">", "←": "<", "↑": "^", "↓": "v", "▲": "^", "△": "^", "▼": "v", "▽": "v",
    "▶": ">", "▷": ">", "◀": "<", "◁": "<", "■": "#", "□": "#", "●": "*", "○": "o", "◎": "@",
    "◆": "*", "◇": "*", "★": "*", "☆": "*", "※": "*", "§": "S", "¶": "P", "†": "+",
}  # fmt: skip
_CORNERS = frozenset("┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝╠╣╦╩╬")


class Unambiguous(LineFilter):
    """Draws every character of ambiguous width as one of exactly one cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return ``segments`` with such characters replaced, one for one."""
        del background
        return [
            segment
            if segment.text.isascii()
            else Segment(unambiguous(segment.text), segment.style, segment.control)
            for segment in segments
        ]


def unambiguous(text: str) -> str:
    """Return ``text`` with each character of ambiguous width replaced by one of one cell."""
    return "".join(map(_shown, text))


@cache
def _shown(character: str) -> str:
    if unicodedata.east_asian_width(character) != "A":
        return character
    if character in _CHOSEN:
        return _CHOSEN[character]
    plain = unicodedata.normalize("NFKD", character)[:1]
    if plain.isascii() and plain.isprintable() and plain.strip():
        return plain  # ① is 1, ｎ is n
    if "\u2500" <= character <= "\u257f":
        return "+" if character in _CORNERS else "|" if "VERTICAL" in _name(character) else "-"
    return "#" if "\u2580" <= character <= "\u259f" else "?"


def _name(character: str) -> str:
    return unicodedata.name(character, "")
