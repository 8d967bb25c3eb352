"""One sync at a time, for all processes of one reader.

The system holds the lock for as long as the process lives: a process that is killed leaves a file
behind, but no lock.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from newsreader.errors import LibraryError, NewsreaderError


class BusyError(NewsreaderError):
    """Another process is syncing. The exit code is that of nothing new."""


class Lock:
    """A lock on ``file``, held from entering to leaving.

    Entering raises BusyError when another holds it, LibraryError when the file cannot be written or
    stands where there are no locks.
    """

    def __init__(self, file: Path) -> None:
        self._path = file
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("a+b")
        except OSError as error:
            raise LibraryError(f"{self._path} cannot be written: {error.strerror}.") from error
        try:
            acquired = _acquired(file)
        except OSError as error:
            file.close()
            raise LibraryError(f"{self._path} cannot be locked: {error.strerror}.") from error
        if not acquired:
            file.close()
            raise BusyError("Another newsreader is reading the feeds at the moment.")
        self._file = file
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()  # which gives the lock back
            self._file = None


def _acquired(file: BinaryIO) -> bool:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl

    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
