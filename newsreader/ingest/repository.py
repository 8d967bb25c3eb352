"""The files of a git repository, fetched by the git that is on this machine.

A repository is as little to be trusted as a page: nothing in it is run (no hooks, no filters, no
submodules, no links), git asks nobody for a password and reads nobody's settings, and time and
size are bounded.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from newsreader.errors import SourceError
from newsreader.text import clean_line

#: A glossary of 100,000 terms takes some 10 MB, its latest version in git as much again.
MAX_BYTES = 100 * 1024 * 1024
#: Seconds.
TIMEOUT = 120.0
_POLL = 0.1
_LONGEST_MESSAGE = 300
_PROTOCOLS = frozenset({"https", "http", "file"})
_SETTINGS = (
    f"core.hooksPath={os.devnull}",
    "core.symlinks=false",
    "core.fsmonitor=false",
    "credential.helper=",
    "submodule.recurse=false",
)


def is_repository(address: str) -> bool:
    """Say whether an address names a git repository, by its ending."""
    return urlsplit(address).path.rstrip("/").endswith(".git")


@contextmanager
def checked_out(
    address: str, *, timeout: float = TIMEOUT, max_bytes: int = MAX_BYTES
) -> Iterator[Path]:
    """Give a folder with the files of a repository's latest version, and remove it afterwards.

    ``address`` is a web address or a path. Raises SourceError where there is no git, the repository
    cannot be fetched, or takes too long or too much room.
    """
    git = shutil.which("git")
    if git is None:
        raise SourceError(f"{address} is a git repository, and there is no git on this machine.")
    url = address if "://" in address else Path(address).absolute().as_uri()
    parts = urlsplit(url)
    if parts.scheme not in _PROTOCOLS or parts.username or parts.password:
        raise SourceError("A git repository must be a web address without a password, or a path.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "files"
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        clone = ["clone", "--quiet", "--depth", "1", "--single-branch", "--no-tags", "--template="]
        command = [git, *settings, *clone, "--", url, str(target)]
        with (Path(folder) / "said").open("w+b") as said:
            code = _run(command, parts.scheme, said.fileno(), Path(folder), timeout, max_bytes)
            said.seek(0)
            lines = said.read(10_000).decode("utf-8", "replace").splitlines()
        if code:
            message = clean_line(lines[-1])[:_LONGEST_MESSAGE] if lines else "git failed"
            raise SourceError(f"{address} cannot be fetched: {message}")
        yield target


def _run(
    command: list[str], protocol: str, said: int, folder: Path, timeout: float, max_bytes: int
) -> int:
    """Run git and return its exit code; it is ended where it takes too much of anything."""
    group = sys.platform != "win32"
    process = subprocess.Popen(  # noqa: S603 - git, with our own words and a checked address
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=said,
        env=_environment(protocol),
        start_new_session=group,
    )
    end = time.monotonic() + timeout
    try:
        while process.poll() is None:
            if time.monotonic() > end:
                raise SourceError(f"The repository did not come within {timeout:.0f} seconds.")
            if _size(folder) > max_bytes:
                raise SourceError(f"The repository is larger than {max_bytes // 2**20} MB.")
            with suppress(subprocess.TimeoutExpired):
                process.wait(_POLL)
        if _size(folder) > max_bytes:
            raise SourceError(f"The repository is larger than {max_bytes // 2**20} MB.")
        return process.returncode
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End git and what it has started."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(protocol: str) -> dict[str, str]:
    """Return the environment without what would have git ask, or take settings from elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "SSH_ASKPASS": "",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ALLOW_PROTOCOL": protocol,
        "GIT_LFS_SKIP_SMUDGE": "1",
    }


def _size(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):  # passes over what git removes meanwhile
        for name in names:
            with suppress(OSError):
                total += Path(parent, name).lstat().st_size
    return total
