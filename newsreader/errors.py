"""What can go wrong in a way that a reader should hear about.

Every expected failure is a :class:`NewsreaderError`: one sentence that says what went wrong, where,
and what to do, and the exit code of the command line. Anything else is a bug.
"""

EXIT_DONE = 0
EXIT_NOTHING = 1
EXIT_USAGE = 2
EXIT_SOURCE = 3
EXIT_UNTRANSLATED = 4
EXIT_INTERRUPTED = 130


def in_minutes(seconds: float) -> str:
    """Return a time to wait as sentences say it: one minute at least.

    >>> in_minutes(40), in_minutes(7200)
    ('1 minute', '120 minutes')
    """
    minutes = max(1, round(seconds / 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


class NewsreaderError(Exception):
    """An expected failure. ``str(error)`` is one sentence for the reader, free of secrets."""

    exit_code = EXIT_NOTHING


class UsageError(NewsreaderError):
    """The command or the configuration asks for something that does not exist."""

    exit_code = EXIT_USAGE


class SourceError(NewsreaderError):
    """A source could not be fetched, decoded or understood as a Korean article."""

    exit_code = EXIT_SOURCE


class EngineError(NewsreaderError):
    """An engine could not translate.

    ``retry_after`` is the number of seconds after which another try makes sense; None says that
    trying again by itself will not help (a wrong key, a missing model).
    """

    exit_code = EXIT_UNTRANSLATED

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NotReadyError(EngineError):
    """An engine lacks something that the reader can give it; ``why`` says so without advice."""

    def __init__(self, why: str, advice: str) -> None:
        super().__init__(f"{why}; {advice}.")
        self.why = why


class NoOfflineEngineError(NotReadyError):
    """The offline engine or its model is not on this machine."""


class LibraryError(NewsreaderError):
    """The library's database could not be opened, read or written."""

    exit_code = EXIT_SOURCE
