"""Git repositories, fetched by the git that is on this machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.ingest.repository import checked_out, is_repository

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="there is no git")


def repository(folder: Path, **files: str) -> Path:
    """Return a bare repository with ``files`` and a link out of it."""
    work, bare = folder / "work", folder / "desk.git"
    work.mkdir()
    for name, text in files.items():
        (work / name).write_text(text, "utf-8")
    (work / "link.tsv").symlink_to("/etc/hostname")
    author = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    for words in (
        ("init", "--quiet", str(work)),
        ("-C", str(work), "add", "--all"),
        ("-C", str(work), *author, "commit", "--quiet", "--message", "Terms"),
        ("clone", "--quiet", "--bare", str(work), str(bare)),
    ):
        subprocess.run([str(GIT), *words], check=True, timeout=30)
    return bare


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/desk/terms.git", True),
        ("https://example.org/terms.git/", True),
        ("/home/desk/terms.git", True),
        ("https://example.org/terms.tsv?from=x.git", False),
        ("/home/desk/terms", False),
    ],
)
def test_the_ending_says_that_it_is_one(address: str, expected: bool) -> None:
    assert is_repository(address) is expected


def test_files_come_without_links_and_are_removed_afterwards(tmp_path: Path) -> None:
    bare = repository(tmp_path, words="무명청")
    with checked_out(str(bare)) as folder:
        assert (folder / "words").read_text("utf-8") == "무명청"
        assert not (folder / "link.tsv").is_symlink()
    assert not folder.exists()


def test_nothing_in_it_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = tmp_path / "template" / "hooks"
    template.mkdir(parents=True)
    hook = template / "post-checkout"
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", "utf-8")
    hook.chmod(0o755)
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(template.parent))
    with checked_out(str(repository(tmp_path, words="x"))):
        assert not (tmp_path / "ran").exists()


def test_size_and_time_are_bounded(tmp_path: Path) -> None:
    bare = repository(tmp_path, words="x" * 100_000)
    with pytest.raises(SourceError, match="larger than"), checked_out(str(bare), max_bytes=1000):
        pass
    with pytest.raises(SourceError, match="within 0 seconds"), checked_out(str(bare), timeout=0):
        pass


@pytest.mark.parametrize(
    "address",
    ["ext::sh -c x.git", "ssh://example.org/x.git", "https://me:secret@example.org/x.git"],
)
def test_other_ways_and_passwords_are_refused(address: str) -> None:
    with pytest.raises(SourceError) as error, checked_out(address):
        pass
    assert "secret" not in str(error.value)


def test_what_is_no_repository_is_said_in_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(SourceError, match="cannot be fetched"),
        checked_out(str(tmp_path / "none.git")),
    ):
        pass
