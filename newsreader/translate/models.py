"""The offline engine's models that are on this machine: which there are, which one is in use.

A model is a folder under ``models`` with ``manifest.json`` (written last, so that a folder with one
is whole) and the files it names with their SHA-256. Its name is the manifest's. Of several models
``models/in-use.txt`` names the one that translates.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsreader.config import Paths
from newsreader.errors import EngineError, UsageError

MANIFEST = "manifest.json"
_IN_USE = "in-use.txt"

_MANIFEST_LIMIT = 1 << 16
#: Without dots: what is being made is beside the model, with one in its name.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Model:
    """A model in ``directory``; ``files`` are its files' SHA-256 by name."""

    directory: Path
    name: str
    pair: str
    licence: str
    files: dict[str, str]

    @property
    def version(self) -> str:
        """What the English depends on: a digest of the hashes of all files."""
        return hashlib.sha256("\n".join(sorted(self.files.values())).encode()).hexdigest()[:16]

    @property
    def size(self) -> int:
        """How many bytes the model takes on the disk."""
        return sum((self.directory / name).stat().st_size for name in self.files)

    def read(self) -> dict[str, bytes]:
        """Return the contents of the files by role: the name up to its first dot.

        Raises EngineError when a file cannot be read or is not the one of the manifest.
        """
        contents = {}
        for name, sha256 in self.files.items():
            try:
                content = (self.directory / name).read_bytes()
            except OSError as error:
                raise EngineError(f"{self.directory / name}: {error.strerror}.") from error
            if hashlib.sha256(content).hexdigest() != sha256:
                raise EngineError(
                    f"{self.directory / name} is damaged or was changed;"
                    " run `newsreader model install` to put it right."
                )
            contents[name.split(".")[0]] = content
        return contents


def models(paths: Paths) -> list[Model]:
    """Return the models that are here, by name. Their files are there but not read."""
    found = {}
    for manifest in sorted(paths.models.glob(f"*/{MANIFEST}")):
        if "." in manifest.parent.name:
            continue  # being made, or removed
        try:
            model = read_model(manifest.parent)
        except EngineError:
            continue
        if all((model.directory / name).is_file() for name in model.files):
            found[model.name] = model
    return [found[name] for name in sorted(found)]


def installed(paths: Paths) -> Model | None:
    """Return the model in use, or None where there is none.

    It is the one that was installed or chosen last; if that is gone, the first of the others.
    """
    there = models(paths)
    try:
        chosen = (paths.models / _IN_USE).read_text(encoding="utf-8")[:200].strip()
    except (OSError, UnicodeDecodeError):
        chosen = ""
    return next((model for model in there if model.name == chosen), there[0] if there else None)


def model_named(paths: Paths, name: str) -> Model:
    """Return the model ``name``. Raises UsageError when it is not here."""
    there = models(paths)
    for model in there:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in there) or "none"
    raise UsageError(f"There is no model {name!r} here; installed: {names}.")


def use(paths: Paths, model: Model) -> None:
    """Let ``model`` translate from now on. Raises EngineError when that cannot be written."""
    unfinished = paths.models / f"{_IN_USE}.part"
    with disk_errors(paths.models):
        unfinished.write_text(f"{model.name}\n", encoding="utf-8")
        unfinished.replace(paths.models / _IN_USE)


def read_model(directory: Path) -> Model:
    """Return the model in ``directory`` as its manifest describes it.

    Raises EngineError when the manifest cannot be read or describes no model of ours.
    """
    file = directory / MANIFEST
    try:
        with file.open("rb") as source:
            manifest = json.loads(source.read(_MANIFEST_LIMIT))
        files = dict(manifest["files"])
        model = Model(
            directory,
            str(manifest["name"]),
            str(manifest["pair"]),
            str(manifest["licence"]),
            files,
        )
    except OSError as error:
        raise EngineError(f"{file} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EngineError(f"{file} is not the manifest of an offline model.") from error
    roles = {str(name).split(".")[0] for name in files}
    if (
        model.pair != "ko-en"
        or not _NAME.fullmatch(model.name)
        or not all(_FILE_NAME.fullmatch(str(name)) for name in files)
        or not all(_SHA256.fullmatch(str(sha256)) for sha256 in files.values())
        or "model" not in roles
        or not ("vocab" in roles or {"srcvocab", "trgvocab"} <= roles)
    ):
        raise EngineError(f"{file} does not describe a Korean-English model.")
    return model


def remove(paths: Paths, model: Model | None = None) -> bool:
    """Remove ``model``, and what was fetched but never installed; say whether there was anything.

    Raises EngineError when the disk does not allow it.
    """
    folders = [*([model.directory] if model else []), *paths.models.glob("*.*/")]
    there = [folder for folder in folders if folder.is_dir()]
    with disk_errors(paths.models):
        for folder in there:
            shutil.rmtree(folder)
        if not models(paths):
            (paths.models / _IN_USE).unlink(missing_ok=True)
    return bool(there)


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into one sentence."""
    try:
        yield
    except OSError as error:
        raise EngineError(
            f"The model cannot be written to {folder}: {error.strerror or error}."
        ) from error
