"""Installing a model of the offline engine: fetching it, checking it, putting it in place."""

import asyncio
import gzip
import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from newsreader.config import Paths
from newsreader.errors import EngineError, UsageError
from newsreader.translate.models import MANIFEST, Model, disk_errors, models, read_model, use

#: Told of each piece that arrives: the file's name, its bytes so far, its bytes in all.
Progress = Callable[[str, int, int], None]

_CHUNK = 1 << 18
#: The largest file of a model that the reader brings along.
_FILE_LIMIT = 2 << 30
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file to fetch: its name when unpacked, sizes in bytes, and the unpacked file's SHA-256."""

    name: str
    packed_size: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be fetched: ``URL/NAME.gz`` for each of its files."""

    name: str
    title: str
    pair: str
    licence: str
    source: str
    url: str
    files: tuple[OfferedFile, ...]

    @property
    def download_size(self) -> int:
        """How many bytes will be fetched."""
        return sum(file.packed_size for file in self.files)

    @property
    def size(self) -> int:
        """How many bytes the model takes on the disk."""
        return sum(file.size for file in self.files)

    def manifest(self) -> dict[str, Any]:
        """Return the manifest of the model once it is here."""
        return {
            "name": self.name,
            "pair": self.pair,
            "engine": "firefox",
            "licence": self.licence,
            "source": self.source,
            "files": {file.name: file.sha256 for file in self.files},
        }


#: Mozilla's "Release Desktop" Korean-English model of the base size, as Firefox itself uses it.
#: BLEU 29.0 and COMET .869 on FLORES-200 dev (mozilla/translations, models/base/koen).
OFFER = Offer(
    name="firefox-base-ko-en",
    title="Mozilla's Korean-English model (base), as in Firefox",
    pair="ko-en",
    licence="MPL-2.0",
    source="https://github.com/mozilla/translations",
    url=(
        "https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data"
        "/models/ko-en/cjk_icu_base_BnKgBdd0Rzq87oUYN3L9-A/exported"
    ),
    files=(
        OfferedFile(
            "model.koen.intgemm.alphas.bin",
            43_140_465,
            59_504_955,
            "1c902d6f7a8d7e3efe6ff4f7d4960a369957bca4ce2ce4a6e8572c231d525090",
        ),
        OfferedFile(
            "vocab.koen.spm",
            706_864,
            1_410_063,
            "1c72b740ab793cdc3a8f16913dd6b4e806c77421077dd2d85edeb7be38418598",
        ),
    ),
)


async def install(
    paths: Paths,
    *,
    mirror: str = "",
    progress: Progress = lambda _file, _done, _total: None,
    offer: Offer = OFFER,
) -> Model:
    """Fetch the offered model, check it, put it in place of one of its name, and use it.

    ``mirror`` is an address to use instead of the offer's own. What an earlier try fetched is not
    fetched again. Raises EngineError in one sentence: no connection, no such file, a wrong file, no
    room on the disk; what is installed is then as it was.
    """
    import httpx

    from newsreader.translate.download import fetch

    staging = _staging(paths, offer)
    address = (mirror or offer.url).rstrip("/")
    timeout = httpx.Timeout(30.0, connect=10.0)
    with disk_errors(staging):
        staging.mkdir(parents=True, exist_ok=True)
        _check_room(staging, offer)
        async with httpx.AsyncClient(timeout=timeout, follow_redirects=True) as client:
            for file in offer.files:
                target = staging / file.name
                if target.exists():
                    continue  # only checked files bear this name
                packed = staging / f"{file.name}.gz"
                await fetch(
                    client,
                    f"{address}/{file.name}.gz",
                    packed,
                    limit=file.size + file.packed_size,
                    progress=lambda done, total, file=file: progress(  # type: ignore[misc] # mypy cannot type a lambda's default
                        file.name, done, total or file.packed_size
                    ),
                )
                await asyncio.to_thread(_unpack, packed, target, file.sha256, file.size)
                packed.unlink()
        return _put_in_place(staging, offer.manifest(), paths)


def fetched(paths: Paths, offer: Offer = OFFER) -> int:
    """Return how many bytes of ``offer`` an earlier try fetched that did not come to its end."""
    return sum(file.stat().st_size for file in _staging(paths, offer).glob("*"))


def _staging(paths: Paths, offer: Offer) -> Path:
    return paths.models / f"{offer.name}.part"


def install_from(paths: Paths, directory: Path, *, offer: Offer = OFFER) -> Model:
    """Install a model from files that are here already, for machines without a network.

    ``directory`` holds the offered files (unpacked or ``.gz``; also as fxtranslate's cache keeps
    them, in ``ko-en/``), which must be the very ones that would be fetched, or another model with a
    manifest of its own. Takes a second or two. Raises UsageError for what is no folder,
    EngineError in one sentence.
    """
    if not directory.is_dir():
        raise UsageError(f"{directory} is no folder; name the one with the model's files.")
    if (directory / MANIFEST).is_file():
        model = read_model(directory)
        found = [(directory / name, name, sha, _FILE_LIMIT) for name, sha in model.files.items()]
        manifest = json.loads((directory / MANIFEST).read_bytes())
    else:
        found = [
            (_find(directory, file.name, offer.pair), file.name, file.sha256, file.size)
            for file in offer.files
        ]
        manifest = offer.manifest()
    staging = paths.models / f"{manifest['name']}.copy"
    with disk_errors(staging):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        for source, name, sha256, size in found:
            _unpack(source, staging / name, sha256, size)
        return _put_in_place(staging, manifest, paths)


def _find(directory: Path, name: str, pair: str) -> Path:
    """Return the file in ``directory`` that plays the part of ``name``. Raises EngineError."""
    for folder in (directory, directory / pair):
        role = sorted(folder.glob(f"{name.split('.')[0]}.*"))
        for candidate in (folder / name, folder / f"{name}.gz", *role):
            if candidate.is_file():
                return candidate
    raise EngineError(f"{directory} has neither {name} nor {name}.gz.")


def _unpack(source: Path, target: Path, sha256: str, size: int) -> None:
    """Write ``source`` (unpacked, if it is gzip) to ``target``, if it is the right file.

    Raises EngineError when it is not; a file that is merely cut short stays to be continued.
    """
    unfinished = target.with_name(f"{target.name}.unpacking")
    digest = hashlib.sha256()
    try:
        with _open_packed(source) as packed, unfinished.open("wb") as out:
            while chunk := packed.read(_CHUNK):
                digest.update(chunk)
                if (size := size - len(chunk)) < 0:
                    break
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
    except EOFError as error:
        raise EngineError(f"{source} is not whole; try again.") from error
    except (gzip.BadGzipFile, zlib.error):
        size = -1
    if size < 0 or digest.hexdigest() != sha256:
        unfinished.unlink()
        _drop_fetched(source, target)
        raise EngineError(
            f"{source.name} is not the expected file (its SHA-256 differs) and was not installed."
        )
    unfinished.replace(target)


def _drop_fetched(source: Path, target: Path) -> None:
    """Remove a wrong file that we fetched ourselves, so that the next try starts afresh."""
    if source.parent == target.parent:
        source.unlink()


def _open_packed(file: Path) -> BinaryIO:
    with file.open("rb") as source:
        is_gzip = source.read(2) == _GZIP
    return cast(BinaryIO, gzip.open(file)) if is_gzip else file.open("rb")


def _put_in_place(staging: Path, manifest: dict[str, Any], paths: Paths) -> Model:
    """Make the whole model in ``staging`` an installed one, and the one in use.

    Raises OSError when the disk does not allow it; the model that was there is then there again.
    """
    unfinished = staging / f"{MANIFEST}.part"
    unfinished.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(staging / MANIFEST)
    name = str(manifest["name"])
    before = next((model.directory for model in models(paths) if model.name == name), None)
    home, old = before or paths.models / name, paths.models / f"{name}.old"
    shutil.rmtree(old, ignore_errors=True)
    if replaces := home.exists():
        home.rename(old)
    try:
        staging.rename(home)
    except OSError:  # another program holds a file of it (Windows)
        if replaces:
            old.rename(home)
        raise
    shutil.rmtree(old, ignore_errors=True)
    model = read_model(home)
    use(paths, model)
    return model


def _check_room(staging: Path, offer: Offer) -> None:
    """Raise EngineError unless the disk has room for what is still to come."""
    there = sum(file.stat().st_size for file in staging.iterdir())
    needed = offer.download_size + offer.size - there
    free = shutil.disk_usage(staging).free
    if free < needed:
        raise EngineError(
            f"The model needs {needed / 1e6:.0f} MB in {staging.parent},"
            f" where only {free / 1e6:.0f} MB are free."
        )
