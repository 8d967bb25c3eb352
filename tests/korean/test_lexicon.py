"""The lexicon: every entry whole and English, most of what news says covered, looked up at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.korean import hanja
from newsreader.korean.derivation import derive
from newsreader.korean.derivation.english import verbal
from newsreader.korean.derivation.verbs import split_verb
from newsreader.korean.lexicon import Entry, Sense, english_verbs, entries, look_up
from tests.building import build_lexicon

# Kiwi's tags and the parts of speech that may answer to them.
_ANSWERS = {
    "VV": {"v", "a", "aux"},
    "VA": {"a", "v", "aux"},
    "VX": {"aux", "v", "a"},
    "NNG": {"n", "bn", "adv", "suf", "num", "pron", "det"},
    "MAG": {"adv", "n", "det"},
}


def test_the_lexicon_has_no_problem() -> None:
    assert list(build_lexicon.problems(build_lexicon.read_lexicon())) == []


def test_it_is_large_and_has_every_level_and_part_of_speech() -> None:
    rows = list(entries())
    assert len({row.lemma for row in rows}) >= 12_000
    assert {row.level for row in rows} == {1, 2, 3, 4, 5, 6}
    assert {row.pos for row in rows} == build_lexicon.POS


def test_no_meaning_is_circular() -> None:
    for row in entries():
        for sense in row.senses:
            assert all(gloss.strip() and gloss != row.lemma for gloss in sense.glosses), row


def test_hanja_read_as_the_hangul_they_stand_for() -> None:
    wrong = []
    for row in entries():
        if not row.hanja:
            continue
        reading = hanja.read(row.hanja)
        known = all(_may_read(*pair) for pair in zip(row.hanja, row.lemma, strict=False))
        if not (row.lemma.startswith(reading) or known):
            wrong.append(f"{row.lemma} {row.hanja}")
    # Readings that Unihan does not list are left: under one entry in a hundred.
    assert len(wrong) <= 0.01 * sum(1 for row in entries() if row.hanja), wrong


def _may_read(character: str, syllable: str) -> bool:
    found = hanja.look_up(character)
    return found is None or any(_alike(syllable, reading) for reading in found.readings)


def _alike(syllable: str, reading: str) -> bool:
    """Say whether they are one but for the initial sound law (녀, 여; 량, 양; 로, 노)."""
    heard, listed = (divmod(ord(letter) - 0xAC00, 588) for letter in (syllable, reading[0]))
    return heard[1] == listed[1] and (heard[0] == listed[0] or {heard[0], listed[0]} <= {2, 5, 11})


@pytest.mark.parametrize(
    ("lemma", "pos", "gloss"),
    [
        ("혐의", "n", "suspicion"),
        ("밝히다", "v", "announce"),
        ("어렵다", "a", "difficult"),
        ("가", "n", "approval"),
    ],
)
def test_words_are_found(lemma: str, pos: str, gloss: str) -> None:
    glosses = [g for row in look_up(lemma) if row.pos == pos for s in row.senses for g in s.glosses]
    assert gloss in glosses


def test_the_first_and_the_last_line_are_found_and_what_is_not_there_is_not() -> None:
    rows = list(entries())
    assert rows[0] in look_up(rows[0].lemma)
    assert rows[-1] in look_up(rows[-1].lemma)
    for unknown in ("", " ", "쀍쀍", "zzz", "#", "가\t", "혐의\tn", "🙂"):
        assert look_up(unknown) == ()


def test_every_entry_is_found_by_its_lemma() -> None:
    grouped: dict[str, list[Entry]] = {}
    for row in entries():
        grouped.setdefault(row.lemma, []).append(row)
    for lemma, rows in list(grouped.items())[::7]:
        assert look_up(lemma) == tuple(rows)


def test_the_words_of_news_are_covered(shared: Path) -> None:
    found = total = 0
    lines = (shared / "freq/lexicon_targets_20k.tsv").read_text("utf-8").splitlines()[1:11_001]
    for line in lines:
        _, lemma, pos, count, *_ = line.split("\t")
        if pos in _ANSWERS:
            total += int(count)
            known = any(entry.pos in _ANSWERS[pos] for entry in look_up(lemma))
            found += int(count) * (known or derive(lemma) is not None)
    assert found / total >= 0.95


@pytest.mark.parametrize(
    ("word", "gloss"),
    [
        ("체포되다", "be arrested"),
        ("거부당하다", "be refused"),
        ("중단시키다", "halt"),
        ("시민들", "citizen"),
        ("구속영장들", "arrest warrant"),
        ("보호주의", "protection-ism"),
        ("20여명", "some 20 people"),
        ("관람자", "person who views"),
        ("우유량", "amount of milk"),
        ("미화원답다", "worthy of cleaner"),
    ],
)
def test_derived_words_get_a_meaning_and_say_why(word: str, gloss: str) -> None:
    derived = derive(word)
    assert derived is not None
    assert gloss in derived.senses[0].glosses
    assert all(part.removesuffix("다") in derived.how for part in derived.parts)


def test_a_suffix_adds_its_hanja_to_those_of_the_noun() -> None:
    derived = derive("소속감")
    assert derived is not None
    assert derived.hanja == "所屬感"


def test_what_is_made_of_nothing_known_is_not_derived() -> None:
    assert derive("쀍쀍하다") is None
    assert derive("") is None
    assert derive("가" * 500) is None


def test_nouns_of_verbs() -> None:
    assert split_verb("지원하다") == "지원"
    assert split_verb("거부당하다") == "거부"
    assert split_verb("밝히다") == "밝히다"


def test_english_verbs_are_single_words() -> None:
    assert {"announce", "buy"} <= english_verbs()
    assert all(verb.isalpha() and verb.islower() for verb in english_verbs())


# Building


def _part(folder: Path, *lines: str) -> Path:
    part = folder / "part.tsv"
    part.write_text("\n".join(["# Ranks 1-3000", *lines]) + "\n", "utf-8")
    return part


def test_a_part_gets_levels_by_its_ranks_and_is_sorted(tmp_path: Path) -> None:
    lines = [f"낱말{chr(0xAC00 + number)}\tn\t\tword\t" for number in range(30)]
    rows = build_lexicon.merge(build_lexicon.read_part(_part(tmp_path, *reversed(lines))))
    assert [row.lemma for row in rows] == sorted(row.lemma for row in rows)
    assert rows[-1].level == 1
    assert rows[0].level == 3


def test_entries_of_one_word_are_merged_and_homographs_are_not(tmp_path: Path) -> None:
    part = _part(
        tmp_path,
        "배\tn\t\tship, boat\t",
        "배\tn\t\tpear\t",
        "배\tn\t\tship | vessel\t",
        "조사\tn\t調査\tinvestigation\t",
        "조사\tn\t調査\tsurvey\t",
        "조사\tn\t助詞\tparticle\t",
    )
    rows = build_lexicon.merge(build_lexicon.read_part(part))
    senses = [(row.lemma, row.hanja, row.senses) for row in rows]
    assert senses == [
        ("배", "", ("ship, boat", "vessel")),
        ("배", "", ("pear",)),
        ("조사", "調査", ("investigation", "survey")),
        ("조사", "助詞", ("particle",)),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("낱말\tx\t\tword\t", "no part of speech"),
        ("낱말\tv\t\tword\t", "ends in 다"),
        ("낱말\tn\t單語章\tword\t", "hanja do not go"),
        ("낱말\tn\t\tword, \t", "empty or broken"),
        ("낱말\tn\t\tword | 단어\t", "Korean in a sense"),
        ("낱말\tn\t\tword\tirr=ㅋ", "unknown irregularity"),
        ("낱말\tn\t\tword\tsee=x", "unknown remark"),
    ],
)
def test_problems_are_named(tmp_path: Path, line: str, problem: str) -> None:
    rows = build_lexicon.merge(build_lexicon.read_part(_part(tmp_path, line)))
    found = list(build_lexicon.problems(rows))
    assert len(found) == 1
    assert problem in found[0]
    assert "part.tsv:2" in found[0]


def test_the_program_checks_the_lexicon() -> None:
    command = [sys.executable, "-m", "tests.building.build_lexicon"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert "0 problems" in done.stdout


def test_a_compound_of_english_nouns_is_no_verb_with_an_object() -> None:
    assert verbal(Sense(("sailing cancellation",)), passive=True) is None
    assert verbal(Sense(("putting off",)), passive=True) == Sense(("be put off",))
