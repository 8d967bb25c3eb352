"""Where things live, and what the reader has set.

Settings come from ``config.toml`` (written by the user, never by us), then from environment
variables ``NEWSREADER_…``. What the app itself remembers (the chosen engine, the theme, the place
in an article) is kept in the library.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, Self, get_args

from newsreader.errors import UsageError

#: How Korean names are written in English.
#: ``official``: as the person or the office spells it, else surname and hyphenated given name.
#: ``ap``: South Koreans with a hyphen, North Koreans in three words (AP Stylebook).
#: ``mofa``: given name in one word, as in passports.
NameStyle = Literal["official", "ap", "mofa"]
#: How much room is left between sentences and paragraphs.
Spacing = Literal["compact", "normal", "wide"]
#: Which language stands at the left (or above, in a narrow window).
ColumnOrder = Literal["korean-english", "english-korean"]
NAME_STYLES: tuple[NameStyle, ...] = get_args(NameStyle)

#: Settings that have one of a few values.
_CHOICES: dict[str, tuple[str, ...]] = {
    "name_style": NAME_STYLES,
    "ambiguous": ("narrow", "wide"),
    "online_dictionary": ("none", "krdict"),
    "spacing": get_args(Spacing),
    "column_order": get_args(ColumnOrder),
}

#: Numbers that cannot be as small as 0.
_LEAST = {"fetch_timeout": 0.1}

#: Text is never set narrower than this on purpose, nor wider.
NARROWEST, WIDEST = 60, 240


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user. Nothing is created before it is needed."""

    config: Path
    data: Path
    logs: Path

    @property
    def config_file(self) -> Path:
        """The user's settings."""
        return self.config / "config.toml"

    @property
    def library(self) -> Path:
        """The database that holds everything that is kept."""
        return self.data / "library.db"

    @property
    def models(self) -> Path:
        """One folder for each offline model."""
        return self.data / "models"

    @property
    def dictionaries(self) -> Path:
        """The dictionaries that the reader added."""
        return self.data / "dictionaries"

    @property
    def glossary(self) -> Path:
        """The reader's own glossary files."""
        return self.config / "glossary"

    @classmethod
    def find(cls, home: str | os.PathLike[str] | None = None) -> Self:
        """Return the folders under ``home`` or ``$NEWSREADER_HOME``, or the platform's own."""
        home = home or os.environ.get("NEWSREADER_HOME")
        if home:
            root = Path(home).expanduser().absolute()
            return cls(config=root, data=root, logs=root / "logs")
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("newsreader", appauthor=False)
        return cls(
            config=Path(dirs.user_config_dir),
            data=Path(dirs.user_data_dir),
            logs=Path(dirs.user_log_dir),
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``config.toml`` may say; each field is one key there."""

    #: The engine for new articles: ``auto`` is the offline model when it is there, otherwise none.
    engine: str = "auto"
    #: A Textual theme's name; ``newsreader-dark`` and ``newsreader-light`` are ours.
    theme: str = "newsreader-dark"
    #: ``wide`` for terminals that draw … · “ ” ─ two cells wide: plainer characters are drawn.
    ambiguous: str = "narrow"
    #: The most cells that the text of an article takes; 0 is the whole window.
    reading_width: int = 150
    spacing: Spacing = "normal"
    column_order: ColumnOrder = "korean-english"
    #: Which keys: ``vim``, ``newsboat``, or ``plain`` (no letters).
    keymap: str = "vim"
    #: Changes to the keymap: a command's id and a list of keys, such as ``view = ["v", "F6"]``.
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    #: Where ``newsreader model install`` fetches from, when not from Mozilla's storage.
    model_mirror: str = ""
    #: How Korean names are written in English, in the popups and in what engines are asked for.
    name_style: NameStyle = "official"
    #: Minutes without a question after which the word analyser ends; 0 lets it stay.
    analyser_idle: float = 0.0
    #: What is asked online about words: ``krdict`` with a key of the reader's own, or ``none``.
    online_dictionary: str = "none"
    #: Seconds that a page may take from the first byte sent to the last one read.
    fetch_timeout: float = 30.0
    #: How many articles a sync fetches the text of ahead of reading; 0 is none.
    prefetch_texts: int = 20
    #: How many unread texts the offline engine translates ahead, where its model is installed.
    prefetch_english: int = 20
    #: How many unread headlines the offline engine translates, where its model is installed.
    prefetch_titles: int = 100

    @classmethod
    def load(cls, file: Path, environment: Mapping[str, str] = os.environ) -> Self:
        """Read ``file`` (if it is there) and the environment.

        Raises UsageError, naming file and key, for a key that is unknown or of the wrong type.
        """
        values = _written(file)
        known = {one.name for one in fields(cls)}
        for key in values:
            if key not in known:
                raise UsageError(
                    f"{file} has the unknown key {key!r}; known are {', '.join(sorted(known))}."
                )
        for name in known:
            if (variable := f"NEWSREADER_{name.upper()}") in environment:
                values[name] = environment[variable]
        defaults = cls()
        for name, value in values.items():
            values[name] = _as_declared(name, value, type(getattr(defaults, name)), file)
            if wanted := _wanted(name, values[name]):
                raise _wrong(name, file, wanted)
        return cls(**values)


def _written(file: Path) -> dict[str, Any]:
    """Return what ``file`` says; nothing where there is none."""
    if not file.is_file():
        return {}
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))  # some editors begin with a mark
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not valid TOML: {error}.") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error


def _as_declared(name: str, value: object, kind: type, file: Path) -> object:
    """Return ``value`` as ``kind``; numbers may come as text from the environment."""
    if kind is not dict and isinstance(value, kind) and not isinstance(value, bool):
        return value
    if kind in {int, float} and isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return int(value) if kind is int else float(value)
        except ValueError:
            pass
    if kind is dict and isinstance(value, dict) and _is_keys(value):
        return value
    wanted = {
        str: "a text",
        float: "a number",
        int: "a whole number",
        dict: 'a table of lists of keys, such as view = ["v", "F6"]',
    }[kind]
    raise _wrong(name, file, wanted)


def _wanted(name: str, value: object) -> str | None:
    """Return what a value must be that is of the right type, and still cannot be used."""
    if name in _CHOICES and value not in _CHOICES[name]:
        return f"one of {', '.join(_CHOICES[name])}"
    if isinstance(value, int | float):
        least = _LEAST.get(name, 0)
        if not value >= least:  # nor is "nan" a number of seconds
            return f"{least} or more"
        if name == "reading_width" and value and not NARROWEST <= value <= WIDEST:
            return f"0 or from {NARROWEST} to {WIDEST}"
    return None


def _wrong(name: str, file: Path, wanted: str) -> UsageError:
    return UsageError(f"The setting {name!r} ({file} or environment) must be {wanted}.")


def _is_keys(table: Mapping[str, object]) -> bool:
    return all(
        isinstance(keys, list) and keys and all(isinstance(key, str) for key in keys)
        for keys in table.values()
    )
