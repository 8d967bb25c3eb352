"""The log file: what went wrong inside newsreader, for a report. No text of articles, no keys."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

#: Bytes of one log file; one older file is kept beside it.
_SIZE = 500_000


def open_log(folder: Path) -> Path | None:
    """Send log records to ``folder/newsreader.log`` and return that file; None if it cannot be."""
    file = folder / "newsreader.log"
    logger = logging.getLogger("newsreader")
    if any(isinstance(handler, RotatingFileHandler) for handler in logger.handlers):
        return file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    # A full disk, or another newsreader that renames the file at the same moment (which Windows
    # refuses), costs a line of the log; it is not to be told on top of the screen.
    logging.raiseExceptions = False
    logger.addHandler(handler)
    logger.propagate = False
    return file
