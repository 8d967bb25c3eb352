"""Files and archives that strangers made: opened within bounds, and never unpacked to the disk.

What an archive says of its sizes is not believed: bytes are counted as they come. Members are read
by their names only; a name that leads outside of the archive is refused all the same, because
somebody meant harm with it.
"""

import bz2
import gzip
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from newsreader.errors import SourceError

#: Bytes: of the file as it lies there, of one member, and of all that is unpacked.
MOST_PACKED = 400 * 1024 * 1024
MOST_MEMBER = 256 * 1024 * 1024
MOST_UNPACKED = 800 * 1024 * 1024
MOST_MEMBERS = 20_000

_PIECE = 1 << 20
_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ"
_BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error, zipfile.BadZipFile, tarfile.TarError)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Files:
    """The files of one dictionary by their names; each is read when it is asked for."""

    def __init__(self, label: str, openers: dict[str, Callable[[], IO[bytes]]]) -> None:
        self._label = label
        self._openers = openers
        self._read = 0

    @property
    def names(self) -> list[str]:
        """The names of all files, sorted."""
        return sorted(self._openers)

    def ending(self, *endings: str) -> str | None:
        """Return the name of the first file that ends so, in the order of ``endings``."""
        for ending in endings:
            for name in self.names:
                if name.lower().endswith(ending):
                    return name
        return None

    def read(self, name: str) -> bytes:
        """Return a file, unpacked where its name says that it is packed (.gz, .dz).

        Raises SourceError when it is broken or too large.
        """
        try:
            with self._openers[name]() as file:
                if name.lower().endswith((".gz", ".dz")):
                    with gzip.open(file) as unpacked:
                        content = bounded(unpacked, f"{name} in {self._label}")
                else:
                    content = bounded(file, f"{name} in {self._label}")
        except _BROKEN as error:
            raise SourceError(f"{name} in {self._label} is broken and cannot be read.") from error
        except (
            RuntimeError,
            NotImplementedError,
        ) as error:  # zipfile: a password, a strange method
            raise SourceError(f"{name} in {self._label} is locked or packed strangely.") from error
        self._read += len(content)
        if self._read > MOST_UNPACKED:
            raise SourceError(_too_large(self._label))
        return content


@contextmanager
def opened(file: Path) -> Iterator[Files]:
    """Open a dictionary's file: an archive, or a file and those that stand beside it.

    Raises SourceError when it cannot be read, is too large, or leads outside of itself.
    """
    label = file.name
    try:
        size = file.stat().st_size
        with file.open("rb") as start:
            magic = start.read(8)
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}.") from error
    if size > MOST_PACKED:
        raise SourceError(_too_large(label))
    try:
        if magic.startswith(b"PK"):
            with zipfile.ZipFile(file) as archive:
                yield Files(label, _of_zip(archive, label))
        elif _is_packed_tar(label, magic):
            with tempfile.TemporaryFile() as unpacked:
                _unpack(file, magic, unpacked, label)
                with tarfile.open(fileobj=unpacked, mode="r:") as tar:
                    yield Files(label, _of_tar(tar, label))
        elif label.lower().endswith(".tar"):
            with tarfile.open(file, mode="r:") as tar:
                yield Files(label, _of_tar(tar, label))
        else:
            yield Files(label, _beside(file))
    except _BROKEN as error:
        raise SourceError(f"{label} is broken and cannot be read.") from error


def bounded(file: _Readable, label: str, most: int = MOST_MEMBER) -> bytes:
    """Return what is in ``file``. Raises SourceError when that is more than ``most`` bytes."""
    parts: list[bytes] = []
    size = 0
    while part := file.read(_PIECE):
        size += len(part)
        if size > most:
            raise SourceError(_too_large(label))
        parts.append(part)
    return b"".join(parts)


def _too_large(label: str) -> str:
    return f"{label} is larger than any dictionary; it was not read."


def _is_packed_tar(label: str, magic: bytes) -> bool:
    name = label.lower()
    tar = ".tar." in name or name.endswith((".tgz", ".tbz2", ".txz"))
    return tar and magic.startswith((_GZIP, _BZIP2, _XZ))


def _unpack(file: Path, magic: bytes, target: IO[bytes], label: str) -> None:
    """Unpack a packed tar to a file of our own: its headers may claim any size."""
    size = 0
    with _packed(file, magic) as source:
        while part := source.read(_PIECE):
            size += len(part)
            if size > MOST_UNPACKED:
                raise SourceError(_too_large(label))
            target.write(part)
    target.seek(0)


def _packed(file: Path, magic: bytes) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    if magic.startswith(_GZIP):
        return gzip.GzipFile(file)
    return bz2.BZ2File(file) if magic.startswith(_BZIP2) else lzma.LZMAFile(file)


def _of_zip(archive: zipfile.ZipFile, label: str) -> dict[str, Callable[[], IO[bytes]]]:
    openers: dict[str, Callable[[], IO[bytes]]] = {}
    for member in archive.infolist():
        if not member.is_dir():
            name = _checked(member.filename, label, len(openers))
            openers[name] = partial(archive.open, member)
    return openers


def _of_tar(archive: tarfile.TarFile, label: str) -> dict[str, Callable[[], IO[bytes]]]:
    openers: dict[str, Callable[[], IO[bytes]]] = {}
    for member in archive:
        name = _checked(member.name, label, len(openers))
        # Links and devices are left where they are.
        if member.isfile():
            openers[name] = partial(_member, archive, member)
    return openers


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    file = archive.extractfile(member)
    if file is None:
        raise tarfile.TarError("no file")
    return file


def _beside(file: Path) -> dict[str, Callable[[], IO[bytes]]]:
    """Return the file and, for a StarDict's .ifo, the files of the same stem beside it."""
    files = [file]
    if file.suffix.lower() == ".ifo":
        stem = f"{file.stem}."
        files += [one for one in file.parent.iterdir() if one.name.startswith(stem)]
    return {one.name: partial(_opened, one) for one in files if one.is_file()}


def _opened(file: Path) -> IO[bytes]:
    return file.open("rb")


def _checked(name: str, label: str, count: int) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name:
        raise SourceError(f"{label} holds a file whose path leads outside of it; it was not read.")
    if count >= MOST_MEMBERS:
        raise SourceError(f"{label} holds more than {MOST_MEMBERS:,} files; it was not read.")
    return name
