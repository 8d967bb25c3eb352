"""Writing a file of the reader's wholly or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from newsreader.errors import UsageError


@contextmanager
def whole(file: Path) -> Iterator[BinaryIO]:
    """Open ``file`` to write it: what was there stays until the new one is complete.

    A link is followed; a device or a pipe, which nothing may take the place of, is written at once.
    Raises UsageError when that fails, and leaves nothing behind.
    """
    unfinished = None
    try:
        target = file.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as out:
                yield out
            return
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
        with unfinished.open("xb") as out:
            yield out
        unfinished.replace(target)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        if unfinished is not None:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
