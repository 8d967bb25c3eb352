"""The reader's accounts with translation services: keys, addresses, model names.

A value comes from the environment (``NEWSREADER_DEEPL_KEY``), from the ``keyring`` package where
that is installed (service ``newsreader``, user name ``deepl_key``), or from ``engines.toml`` beside
``config.toml``, which must then be readable by its owner only::

    [deepl]
    key = "…"
"""

import importlib
import importlib.util
import os
import stat
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsreader.config import Paths
from newsreader.errors import EngineError, NotReadyError

_FILE_LIMIT = 1 << 16


class Secret:
    """A key that shows itself only to who asks for it, and in no log, error or repr."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the key."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of the account for ``engine``."""

    engine: str
    file: Path
    _values: dict[str, Secret]

    def get(self, name: str, default: str = "") -> str:
        """Return a value that is no secret: ``url``, ``model``."""
        found = self._values.get(name)
        return found.reveal() if found else default

    def secret(self, name: str = "key") -> Secret | None:
        """Return a key, or None where there is none."""
        return self._values.get(name)

    def need(self, name: str) -> Secret:
        """Return a value without which the engine cannot work. Raises NotReadyError."""
        if found := self._values.get(name):
            return found
        raise NotReadyError(
            f"The engine {self.engine} needs {name!r}",
            f"set {_variable(self.engine, name)}, or write it under [{self.engine}] in {self.file}",
        )


def account(
    engine: str,
    names: tuple[str, ...],
    paths: Paths,
    environment: Mapping[str, str] = os.environ,
) -> Account:
    """Return the account for ``engine``, whose values are called ``names``.

    Raises EngineError when ``engines.toml`` cannot be used or may be read by others.
    """
    file = paths.config / "engines.toml"
    written = _from_file(file, engine)
    values = {}
    for name in names:
        text = (
            environment.get(_variable(engine, name))
            or _from_keyring(f"{engine}_{name}")
            or written.get(name)
        )
        if text:
            values[name] = Secret(text.strip())
    return Account(engine, file, values)


def _variable(engine: str, name: str) -> str:
    return f"NEWSREADER_{engine}_{name}".upper().replace("-", "_")


def _from_keyring(user: str) -> str | None:
    if importlib.util.find_spec("keyring") is None:
        return None
    keyring = importlib.import_module("keyring")
    errors = importlib.import_module("keyring.errors")
    try:
        found: str | None = keyring.get_password("newsreader", user)
    except errors.KeyringError:
        return None  # no keyring runs here, or it stays locked
    return found


def _from_file(file: Path, engine: str) -> dict[str, str]:
    """Return the texts of ``file`` under ``engine``."""
    try:
        with file.open("rb") as source:
            mode = stat.S_IMODE(os.fstat(source.fileno()).st_mode)
            content = source.read(_FILE_LIMIT).decode("utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise EngineError(f"{file} cannot be read: {error}.") from error
    if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise EngineError(f"{file} may hold keys and others can read it; run `chmod 600 {file}`.")
    try:
        table = tomllib.loads(content).get(engine, {})
    except tomllib.TOMLDecodeError:
        # What the parser complains of could be a line with a key.
        raise EngineError(f"{file} is not valid TOML.") from None
    if not isinstance(table, dict):
        raise EngineError(f"{file}: {engine!r} must be a table, [{engine}].")
    return {name: value for name, value in table.items() if isinstance(value, str)}
