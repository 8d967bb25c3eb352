"""Other dictionaries: every format is read alike, and files that mean harm are refused."""

import gzip
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.dictionaries import archive
from newsreader.dictionaries.entry import Facts, Headword
from newsreader.dictionaries.read import dictionary
from newsreader.dictionaries.yomitan import plain
from newsreader.errors import SourceError
from tests.dictionaries.files import (
    KEDICT,
    WORDS,
    stardict,
    write_beside,
    write_tar,
    write_zip,
    yomitan,
)


def everything(file: Path) -> tuple[Facts, list[Headword]]:
    with dictionary(file) as source:
        return source.facts, list(source.entries)


def _text(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


_TSV = "".join(
    f"{word}\t{meaning}\n".replace("\nmake", "\\nmake") for word, meaning in WORDS.items()
)
FILES: dict[str, Callable[[Path], Path]] = {
    "loose StarDict": lambda folder: write_beside(folder, stardict()),
    "packed StarDict": lambda folder: write_beside(folder, stardict(packed=True)),
    "StarDict in a zip": lambda folder: write_zip(folder / "a.zip", stardict()),
    "StarDict in a tar": lambda folder: write_tar(folder / "a.tar", stardict(), "w"),
    "StarDict in a .tar.gz": lambda folder: write_tar(folder / "a.tar.gz", stardict(types="")),
    "StarDict in a .tar.bz2": lambda folder: write_tar(folder / "a.tar.bz2", stardict(), "w:bz2"),
    "StarDict in a .tar.xz": lambda folder: write_tar(folder / "a.tar.xz", stardict(), "w:xz"),
    "Yomitan": lambda folder: write_zip(folder / "b.zip", yomitan()),
    "TSV": lambda folder: _text(folder / "c.tsv", _TSV),
    "TSV with names": lambda folder: _text(folder / "c.tsv", f"Surface\tGloss\n{_TSV}"),
    "TSV in a zip": lambda folder: write_zip(folder / "c.zip", {"words.tsv": _TSV.encode()}),
    "kedict": lambda folder: _text(folder / "kedict.yml", KEDICT),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same_entries(name: str, tmp_path: Path) -> None:
    _, entries = everything(FILES[name](tmp_path))
    found = {one.word: "\n".join(one.senses) for one in entries}
    assert {word: found[word] for word in WORDS} == WORDS


def test_a_dictionary_says_its_title_and_its_licence(tmp_path: Path) -> None:
    about, entries = everything(write_beside(tmp_path, stardict()))
    assert (about.title, about.licence, about.format) == ("Our StarDict", "CC0", "StarDict")
    assert entries[-1] == Headword("내", ("→ 가람", "river"))
    whole = write_zip(tmp_path / "y.zip", yomitan(attribution="CC BY 4.0", url="https://x.example"))
    about, entries = everything(whole)
    assert about == Facts("Our Yomitan", "Yomitan", "CC BY 4.0", "https://x.example")
    assert entries[-1] == Headword("해돋이", ("sunrise",), "n", "日出")
    about, entries = everything(_text(tmp_path / "kedict.yml", KEDICT))
    assert about.licence == "CC BY-SA 3.0"
    assert [one.pos for one in entries] == ["noun", "verb", ""]


def test_html_and_control_characters_become_plain_text(tmp_path: Path) -> None:
    words = {"가람": "<b>river</b> &amp; stream<br>\x1b[31mwater\u202e"}
    _, entries = everything(write_beside(tmp_path, stardict(words, types="h")))
    assert entries[0].senses == ("river & stream", "[31mwater")


def test_wide_offsets_and_old_versions(tmp_path: Path) -> None:
    files = stardict({"가람": "river"}, more="idxoffsetbits=64\n")
    files["our.idx"] = "가람".encode() + b"\0" + (0).to_bytes(8, "big") + (5).to_bytes(4, "big")
    assert everything(write_beside(tmp_path, files))[1][0].senses == ("river",)
    old = [["가람", "", "n", "", 0, "river", "stream"]]
    _, entries = everything(write_zip(tmp_path / "old.zip", yomitan([old], version=1)))
    assert entries[0].senses == ("river", "stream")


def _bomb(folder: Path) -> Path:
    file = folder / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole:
        for name, content in yomitan(banks=[]).items():
            whole.writestr(name, content)
        with whole.open("term_bank_1.json", "w", force_zip64=True) as member:
            for _ in range(archive.MOST_MEMBER // (1 << 20) + 1):
                member.write(b" " * (1 << 20))
    return file


def _gzip_bomb(folder: Path) -> Path:
    files = stardict()
    del files["our.dict"]
    files["our.dict.dz"] = gzip.compress(b"\0" * (1 << 20)) * (archive.MOST_MEMBER // (1 << 20) + 1)
    return write_beside(folder, files)


def _sparse(folder: Path) -> Path:
    with (folder / "huge.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(2 << 30)
    return folder / "huge.zip"


def _link(folder: Path) -> Path:
    with tarfile.open(folder / "l.tar", "w") as whole:
        member = tarfile.TarInfo("our.ifo")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        whole.addfile(member)
    return folder / "l.tar"


_DEEP = b"[" * 200_000 + b"]" * 200_000
HARM: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip bomb": (_bomb, "larger than any dictionary"),
    "gzip bomb": (_gzip_bomb, "larger than any dictionary"),
    "2 GB": (_sparse, "larger than any dictionary"),
    "path outside": (
        lambda folder: write_zip(folder / "z.zip", {"../../x.tsv": b"a"}),
        "leads outside",
    ),
    "absolute path": (lambda folder: write_tar(folder / "t.tar", {"/x.tsv": b"a"}, "w"), "outside"),
    "Windows path": (lambda folder: write_zip(folder / "z.zip", {"C:\\x.tsv": b"a"}), "outside"),
    "link": (_link, "no dictionary"),
    "deep JSON": (
        lambda folder: write_zip(
            folder / "d.zip", {**yomitan(banks=[]), "term_bank_1.json": _DEEP}
        ),
        "not JSON",
    ),
    "broken JSON": (
        lambda folder: write_zip(folder / "d.zip", {**yomitan(), "term_bank_1.json": b"[[1,"}),
        "not JSON",
    ),
    "no terms": (lambda folder: write_zip(folder / "d.zip", yomitan(banks=[])), "no terms"),
    "a later version": (lambda folder: write_zip(folder / "d.zip", yomitan(version=9)), "version"),
    "half a zip": (lambda folder: _half(write_zip(folder / "h.zip", stardict())), "broken"),
    "half a tar": (lambda folder: _half(write_tar(folder / "h.tar.gz", stardict())), "broken"),
    "index alone": (
        lambda folder: write_beside(folder, {"our.ifo": stardict()["our.ifo"]}),
        "lacks its .idx",
    ),
    "index that lies": (
        lambda folder: write_beside(folder, {**stardict(), "our.dict": b"x"}),
        "behind the end",
    ),
    "another .ifo": (lambda folder: write_beside(folder, {"our.ifo": b"[General]"}), "StarDict"),
    "not UTF-8": (lambda folder: _bytes(folder / "x.tsv", "가람\t강".encode("cp949")), "UTF-8"),
    "no tab": (lambda folder: _text(folder / "x.tsv", "가람 river\n"), "no line"),
    "other YAML": (lambda folder: _text(folder / "x.yml", "a: &a [*a, *a]\n"), "kedict"),
    "a picture": (lambda folder: _bytes(folder / "x.png", b"\x89PNG"), "no dictionary"),
}


def _half(file: Path) -> Path:
    os.truncate(file, file.stat().st_size // 2)
    return file


def _bytes(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("name", HARM)
def test_what_means_harm_or_is_broken_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    make, why = HARM[name]
    with pytest.raises(SourceError, match=why) as refused:
        everything(make(tmp_path))
    assert "\n" not in str(refused.value)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("li"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["tag", "content", "type", "text"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_structured_content_is_text(content: Any) -> None:
    assert isinstance(plain(content), str)


def test_content_that_nests_without_end_is_cut() -> None:
    content: Any = "deep"
    for _ in range(100_000):
        content = {"tag": "div", "content": content}
    assert plain(content).strip() == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_damaged_files_are_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    files = data.draw(st.sampled_from([stardict(), stardict(types=""), yomitan()]))
    name = data.draw(st.sampled_from(sorted(files)))
    content = bytearray(files[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        _, entries = everything(write_zip(tmp_path / "x.zip", {**files, name: bytes(content)}))
    except SourceError as error:
        assert str(error).endswith(".")
    else:
        json.dumps([one.to_json() for one in entries])
