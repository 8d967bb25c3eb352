"""Files that are written wholly or not at all."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsreader.errors import UsageError
from newsreader.export.whole import whole


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    file.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), whole(file) as out:
        out.write(b"half")
        raise ZeroDivisionError
    assert [one.name for one in tmp_path.iterdir()] == ["kept.txt"]
    assert file.read_bytes() == b"before"
    with pytest.raises(UsageError, match="cannot be written"), whole(tmp_path):
        pass
    with pytest.raises(UsageError, match="cannot be written"), whole(tmp_path / "no" / "file"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes with names")
def test_links_and_pipes_stay_what_they_are(tmp_path: Path) -> None:
    target, link, pipe = tmp_path / "target", tmp_path / "link", tmp_path / "pipe"
    target.touch()
    link.symlink_to(target)
    with whole(link) as out:
        out.write(b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with whole(pipe) as out:
        out.write(b"new")
    reader.join(5)
    assert pipe.is_fifo() and read == [b"new"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a full device")
def test_output_that_cannot_be_written_is_one_sentence() -> None:
    command = [sys.executable, "-m", "newsreader", "show", "sample", "--no-translate"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"the output cannot be written: No space left on device." in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close its output")
def test_closed_output_is_no_failure() -> None:
    command = f"{sys.executable} -m newsreader extract sample >&-"
    done = subprocess.run(command, shell=True, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
