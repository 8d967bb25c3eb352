"""Dictionaries of our own in every format that can be read, written by the tests."""

import gzip
import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

#: The words of all of them.
WORDS = {"가람": "river", "발표하다": "announce\nmake public", "해돋이": "sunrise"}

KEDICT = """\
- word: 가람
  romaja: garam
  pos: n
  defs:
    - def: "river"
      examples:
        - example: "가람이 흐른다."
          translation: "The \\"river\\" flows."

- word: 발표하다
  pos: v
  defs:
    - def: 'announce'
    - def: make public
  conj: [발표한다, 발표해]

- word: 해돋이
  hanja: 日出
  defs:
    - def: "sunrise"
"""


def stardict(
    words: Mapping[str, str] | None = None,
    *,
    types: str = "m",
    packed: bool = False,
    more: str = "",
) -> dict[str, bytes]:
    """Return the files of a StarDict dictionary by name."""
    words = WORDS if words is None else words
    index, content = b"", b""
    for word, meaning in words.items():
        data = meaning.encode() if types else b"m" + meaning.encode() + b"\0"
        index += word.encode() + b"\0" + struct.pack(">II", len(content), len(data))
        content += data
    about = "StarDict's dict ifo file\nversion=2.4.2\nbookname=Our StarDict\nlicense=CC0\n"
    about += f"wordcount={len(words)}\nidxfilesize={len(index)}\n{more}"
    about += f"sametypesequence={types}\n" if types else ""
    synonyms = "내".encode() + b"\0" + struct.pack(">I", 0)
    files = {"our.ifo": about.encode(), "our.idx": index, "our.syn": synonyms}
    files["our.dict.dz" if packed else "our.dict"] = gzip.compress(content) if packed else content
    return files


def yomitan(
    banks: Sequence[Any] | None = None, *, version: int = 3, **about: str
) -> dict[str, bytes]:
    """Return the files of a Yomitan dictionary by name."""
    structured = {
        "type": "structured-content",
        "content": [
            {"tag": "ol", "content": [{"tag": "li", "content": "announce"}]},
            {"tag": "img", "path": "x.png"},
            {"tag": "p", "content": ["make ", {"tag": "span", "content": "public"}]},
        ],
    }
    bank = [
        ["가람", "", "n", "", 0, ["river"], 1, ""],
        ["발표하다", "", "v", "", 0, [structured], 2, ""],
        ["日出", "해돋이", "n", "", 0, [{"type": "text", "text": "sunrise"}], 3, ""],
    ]
    index = {"title": "Our Yomitan", "format": version, "revision": "1", **about}
    files = {"index.json": json.dumps(index).encode()}
    for number, one in enumerate([bank] if banks is None else banks, 1):
        files[f"term_bank_{number}.json"] = json.dumps(one).encode()
    return files


def write_zip(file: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


def write_tar(file: Path, files: Mapping[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(file, mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file


def write_beside(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return next(folder / name for name in files if name.endswith(".ifo"))
