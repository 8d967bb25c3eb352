"""The names of keys: as Textual calls them, and as they are printed and written by people."""

from newsreader.errors import UsageError

_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "question_mark": "?",
    "exclamation_mark": "!",
    "asterisk": "*",
    "number_sign": "#",
    "slash": "/",
    "backslash": "\\",
    "apostrophe": "'",
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
}


def key_name(key: str) -> str:
    """Return a key as it is printed on a keyboard: ``ctrl+d`` is ``Ctrl-d``.

    >>> key_name("ctrl+d"), key_name("right_square_bracket"), key_name("g,g")
    ('Ctrl-d', ']', 'gg')
    """
    if "," in key:
        return "".join(key_name(part) for part in key.split(","))
    if "+" in key:
        *modifiers, last = key.split("+")
        return "-".join([*(one.capitalize() for one in modifiers), key_name(last)])
    if key in _NAMES:
        return _NAMES[key]
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key


_KEYS = {name.lower(): key for key, name in _NAMES.items()}


def key_of(name: str) -> str:
    """Return Textual's name of a key as people write it: the inverse of :func:`key_name`.

    Raises UsageError for what is no key.

    >>> key_of("Ctrl-d"), key_of("]"), key_of("gg"), key_of("F5")
    ('ctrl+d', 'right_square_bracket', 'g,g', 'f5')
    """
    if name.lower() in _KEYS:
        return _KEYS[name.lower()]
    if name.lower() in _NAMES:
        return name.lower()
    if len(name) == 1:
        return name
    if len(name) == 2 and name.isalpha() and name.isascii():
        return f"{name[0]},{name[1]}"
    *modifiers, last = name.replace("+", "-").split("-")
    if name[:1] in "fF" and name[1:].isdecimal():
        return name.lower()
    if modifiers and all(one.lower() in {"ctrl", "alt", "shift"} for one in modifiers) and last:
        return "+".join([*(one.lower() for one in modifiers), key_of(last)])
    raise UsageError(f"{name!r} is no key; keys are written as j, gg, Ctrl-d, F5, PgDn or ].")
