"""Filters: one line of JSON in, one line out, in step, so that they can stand in a pipe."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from newsreader.errors import UsageError

#: A line longer than this is no sentence and no article.
_LONGEST = 4_000_000


def lines_in(stream: Iterable[bytes]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a UTF-8 stream with their numbers, without line ends and empty lines.

    PowerShell puts a byte order mark before the first one; it is left out.

    Raises UsageError for a line that is too long or not UTF-8.
    """
    for number, raw in enumerate(stream, 1):
        if len(raw) > _LONGEST:
            raise UsageError(f"Line {number} is longer than {_LONGEST:,} bytes.")
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise UsageError(f"Line {number} is not UTF-8.") from error
        if line.strip():
            yield number, line


def json_lines(stream: Iterable[bytes]) -> Iterator[tuple[int, Any]]:
    """Yield the JSON values of a stream, one a line. Raises UsageError naming the line."""
    for number, line in lines_in(stream):
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"Line {number} is not JSON; --help shows what is read.") from error


def write(value: Any) -> None:
    """Print one line of JSON and hand it on at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def each_object(work: Callable[[dict[str, Any]], Any]) -> None:
    """Print ``work`` of every JSON object on standard input.

    Raises UsageError naming the line and the field that is missing or wrong.
    """
    for number, value in json_lines(sys.stdin.buffer):
        if not isinstance(value, dict):
            raise UsageError(f"Line {number} must be a JSON object.")
        try:
            write(work(value))
        except KeyError as error:
            raise UsageError(f"Line {number} lacks the field {error}.") from error
        except (TypeError, ValueError) as error:
            raise UsageError(f"Line {number} is not as it should be: {error}.") from error


def text_of(line: dict[str, Any], field: str) -> str:
    """Return a text of a JSON object. Raises KeyError without it, TypeError for another value."""
    value = line[field]
    if not isinstance(value, str):
        raise TypeError(f"{field} must be a string")
    return value


def day(text: Any) -> date | None:
    """Return an ISO date (or a time's day); None for none. Raises ValueError for anything else."""
    if text and not isinstance(text, str):
        raise ValueError(f"{text} is no date as 2023-02-06")
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError as error:
        raise ValueError(f"{text} is no date as 2023-02-06") from error


def day_argument(text: str) -> date:
    """Return the day of an ``--on`` option. Raises UsageError for what is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--on {text}: not a date; write it as 2023-02-06.") from error
