"""Build and check the lexicon: ``python -m tests.building.build_lexicon [PART …]``.

With parts it merges them into ``lexicon.tsv``; without, it checks that file alone. A part is UTF-8
text with a first line ``# Ranks A-B …`` and then one entry a line, ordered by frequency: lemma,
part of speech, hanja, senses, extra. Give the parts in the order of their ranks, those without
ranks (closed classes of words) last. The lexicon has a level in front of the senses, made of the
rank: 1 for the commonest thousand lemmas, 6 for the rarest. Every problem is printed with its line;
the exit code is 1 when there is one.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

#: The lexicon.
LEXICON = Path(str(resources.files("newsreader.korean").joinpath("data/lexicon.tsv")))
HEADER = (
    "# A lexicon of Korean news: our own words. Sorted by lemma.\n"
    "# lemma\tpart of speech\thanja\tlevel\tsenses\textra\n"
)

#: The last rank of each level but the last.
LEVEL_ENDS = (1000, 2500, 5000, 8000, 11000)
#: noun, bound noun, verb, adjective, auxiliary, adverb, determiner, pronoun, numeral, interjection,
#: prefix, suffix, copula
POS = frozenset(
    {"n", "bn", "v", "a", "aux", "adv", "det", "pron", "num", "int", "pre", "suf", "cop"}
)
IRREGULAR = frozenset("ㅂㄷㅅ르러ㅎ우ㄹ으")

_MAX_SENSES = 8
_RANKS = re.compile(r"# Ranks (\d+)-(\d+)")
_SENSE = re.compile(r"(?:\[[A-Za-z, ]+\] )?[^\[\]|]+")
_HANJA = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]+")
_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")
_LEMMA = re.compile("[가-힣ㄱ-ㅎA-Za-z0-9·%-]+(?: [가-힣]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it is written; ``where`` names its file and line."""

    lemma: str
    pos: str
    hanja: str
    level: int
    senses: tuple[str, ...]
    extra: tuple[str, ...]
    where: str

    def line(self) -> str:
        """Return the entry's line in the lexicon."""
        senses, extra = " | ".join(self.senses), " ; ".join(self.extra)
        return "\t".join((self.lemma, self.pos, self.hanja, str(self.level), senses, extra))

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the entry."""
        if not _LEMMA.fullmatch(self.lemma):
            yield f"no lemma: {self.lemma!r}"
        if self.pos not in POS:
            yield f"no part of speech: {self.pos!r}"
        elif self.pos in {"v", "a"} and not self.lemma.endswith("다"):
            yield "a verb or adjective ends in 다"
        if self.hanja and not (_HANJA.fullmatch(self.hanja) and self._hanja_fits()):
            yield f"hanja do not go with the lemma: {self.hanja}"
        if not 1 <= self.level <= len(LEVEL_ENDS) + 1:
            yield f"no level: {self.level}"
        if not 1 <= len(self.senses) <= _MAX_SENSES:
            yield f"{len(self.senses)} senses"
        for sense in self.senses:
            glosses = sense.rpartition("]")[2].split(",")
            if not _SENSE.fullmatch(sense) or not all(map(str.strip, glosses)):
                yield f"an empty or broken sense: {sense!r}"
            if _HANGUL.search(sense):
                yield f"Korean in a sense: {sense!r}"
        for item in self.extra:
            name, _, value = item.partition("=")
            if name not in {"irr", "note"} or not value:
                yield f"an unknown remark: {item!r}"
            elif name == "irr" and value not in IRREGULAR:
                yield f"an unknown irregularity: {value!r}"

    def _hanja_fits(self) -> bool:
        """Say whether there is a syllable for each character: 發表 for 발표 and 발표하다."""
        return len(self.hanja) <= len(self.lemma.replace(" ", "").replace("·", ""))


def read_part(part: Path) -> Iterator[Row]:
    """Yield the entries of a part with the level that their place in it gives.

    A part that names no ranks is of the commonest words. Raises ValueError when a line has not five
    columns.
    """
    first, *lines = part.read_text("utf-8").splitlines()
    ranks = _RANKS.match(first)
    low, high = map(int, ranks.groups()) if ranks else (1, 1)
    for index, line in enumerate(lines):
        if line.startswith("#") or not line.strip():
            continue
        where = f"{part.name}:{index + 2}"
        columns = line.split("\t")
        if len(columns) != 5:
            raise ValueError(f"{where}: {len(columns)} columns")
        rank = low + (high - low) * index // len(lines)
        level = 1 + sum(rank > end for end in LEVEL_ENDS)
        yield _row(columns[:3], level, columns[3], columns[4], where)


def read_lexicon(lexicon: Path = LEXICON) -> Iterator[Row]:
    """Yield the entries of the lexicon. Raises ValueError for a line without six columns."""
    for number, line in enumerate(lexicon.read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        where = f"{lexicon.name}:{number}"
        if len(columns) != 6 or not columns[3].isdigit():
            raise ValueError(f"{where}: {len(columns)} columns, or no level")
        yield _row(columns[:3], int(columns[3]), columns[4], columns[5], where)


def _row(names: list[str], level: int, senses: str, extra: str, where: str) -> Row:
    lemma, pos, hanja = (name.strip() for name in names)
    # A domain begins a sense of its own: "agent, [law] counsel".
    parts = tuple(" ".join(sense.split()) for sense in senses.replace(", [", "|[").split("|"))
    remarks = tuple(item.strip() for item in extra.split(" ; ") if item.strip())
    return Row(lemma, pos, hanja, level, parts, remarks, where)


def merge(rows: Iterable[Row]) -> list[Row]:
    """Return the entries sorted by lemma, those of one lemma as they came.

    Entries of the same lemma, part of speech and hanja become one when they share a gloss or have
    hanja; native homographs (배 a ship, 배 a pear) stay apart.
    """
    merged: dict[str, list[Row]] = {}
    for row in rows:
        same = merged.setdefault(row.lemma, [])
        for index, other in enumerate(same):
            if (row.pos, row.hanja) == (other.pos, other.hanja) and _one_word(row, other):
                same[index] = _joined(other, row)
                break
        else:
            same.append(row)
    return [row for lemma in sorted(merged) for row in merged[lemma]]


def _glosses(senses: Iterable[str]) -> set[str]:
    return {gloss.strip() for sense in senses for gloss in sense.rpartition("]")[2].split(",")}


def _one_word(row: Row, other: Row) -> bool:
    return bool(row.hanja) or bool(_glosses(row.senses) & _glosses(other.senses))


def _joined(first: Row, second: Row) -> Row:
    """Return one entry for two; a sense of which every gloss stands already is left out."""
    known = _glosses(first.senses)
    added = tuple(sense for sense in second.senses if not _glosses([sense]) <= known)
    extra = first.extra or second.extra
    level = min(first.level, second.level)
    return replace(first, senses=first.senses + added, extra=extra, level=level)


def problems(rows: Iterable[Row]) -> Iterator[str]:
    """Yield each problem of the lexicon as ``where: lemma: what``."""
    seen: set[str] = set()
    last = ""
    for row in rows:
        for problem in row.problems():
            yield f"{row.where}: {row.lemma}: {problem}"
        if row.line() in seen:
            yield f"{row.where}: {row.lemma}: stands twice"
        seen.add(row.line())
        if row.lemma < last:
            yield f"{row.where}: {row.lemma}: is not in order"
        last = row.lemma


def main(parts: list[str]) -> int:
    """Merge ``parts`` into the lexicon, or check it; return the exit code."""
    rows = merge(row for part in parts for row in read_part(Path(part))) if parts else []
    rows = rows or list(read_lexicon())
    found = list(problems(rows))
    for problem in found:
        print(problem)
    if parts:
        lines = [HEADER, *(f"{row.line()}\n" for row in rows)]
        LEXICON.write_text("".join(lines), "utf-8", newline="\n")
    print(
        f"{len(rows):,} entries, {len({row.lemma for row in rows}):,} lemmas, {len(found)} problems"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
