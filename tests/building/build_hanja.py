"""Make ``hanja.tsv`` from Unicode's Unihan database; run by hand when a new version is out.

    python -m tests.building.build_hanja Unihan_Readings.txt newsreader/korean/data/hanja.tsv

The input is the file of that name from https://www.unicode.org/Public/UCD/latest/ucd/Unihan.zip
(Debian ships it in the package ``unicode-data``). A row holds a character, its Hangul readings
(property kHangul, the usual one first) and the English of kDefinition; characters with neither
kHangul nor kKorean are no hanja and are left out.
"""

import sys
from pathlib import Path

_HEADER = """\
# Hanja, Hangul readings, meanings in English. From the Unihan database (Unihan_Readings.txt),
# Copyright Unicode, Inc., under the Unicode License v3 (https://www.unicode.org/license.txt).
# hanja\treadings\tmeaning
"""
# Where the school's reading is not the one of today's words: 자동차, 변경, 녹차, 차이.
_USUAL = {"車": "차", "更": "경", "茶": "차", "差": "차", "宅": "택", "讀": "독", "易": "역"}


def rows(readings: str) -> list[str]:
    """Return the lines of the table for the text of ``Unihan_Readings.txt``."""
    found: dict[str, dict[str, str]] = {}
    for line in readings.splitlines():
        if line.startswith("U+"):
            code, name, value = line.split("\t", 2)
            if name in {"kHangul", "kKorean", "kDefinition"}:
                found.setdefault(chr(int(code[2:], 16)), {})[name] = value
    lines = []
    for character, properties in sorted(found.items()):
        hangul = properties.get("kHangul", "")
        meaning = properties.get("kDefinition", "")
        if hangul or (meaning and "kKorean" in properties):
            lines.append(f"{character}\t{' '.join(_ordered(character, hangul))}\t{meaning}")
    return lines


def _ordered(character: str, hangul: str) -> list[str]:
    """Return the readings, the usual one first.

    kHangul lists them in alphabetical order; "E" marks the one that is taught at school.
    """
    marked = [reading.partition(":")[::2] for reading in hangul.split()]
    usual = _USUAL.get(character)
    marked.sort(key=lambda one: (one[0] != usual, "E" not in one[1]))
    return list(dict.fromkeys(reading for reading, _ in marked))


def main() -> None:
    """Read the first file named on the command line and write the second."""
    source, target = map(Path, sys.argv[1:3])
    text = _HEADER + "\n".join(rows(source.read_text("utf-8"))) + "\n"
    target.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
