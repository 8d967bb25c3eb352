"""A person's English beside the Korean."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Match, Row, Segment
from newsreader.errors import SourceError
from newsreader.sample import sample_english
from newsreader.translate.human import beside, read_english

KOREAN = [
    "가람시가 강을 가로지르는 새 다리를 이달 말에 개통하기로 했다.",
    "공사에는 모두 삼 년이 걸렸고 비용은 예상보다 조금 더 들었다.",
    "시장은 출퇴근 시간이 눈에 띄게 줄어들 것이라고 말했다.",
    "다리에는 자전거 길도 함께 놓였다.",
]
ENGLISH = [
    "The city of Garam decided to open its new bridge across the river at the end of the month.",
    "Construction took three years in all, and the costs were somewhat higher than expected.",
    "The mayor said that commuting times would become noticeably shorter.",
    "There is also a path for bicycles on the bridge.",
]


def rows_of(texts: list[str]) -> list[Row]:
    return [Row(Segment(number, 0, "paragraph", text)) for number, text in enumerate(texts, 1)]


def codes(row: Row) -> list[str]:
    return [warning.code for warning in row.warnings]


def test_each_sentence_gets_its_own() -> None:
    rows = beside(rows_of(KOREAN), "\n\n".join([" ".join(ENGLISH[:2]), " ".join(ENGLISH[2:])]))
    assert [row.en for row in rows] == ENGLISH
    assert {(row.status, row.engine, row.warnings) for row in rows} == {("translated", "human", ())}


def test_rows_that_share_their_english_say_so() -> None:
    joined = f"{ENGLISH[1][:-1]}, and {ENGLISH[2][0].lower()}{ENGLISH[2][1:]}"
    rows = beside(rows_of(KOREAN), " ".join([ENGLISH[0], joined, ENGLISH[3]]))
    assert [row.en for row in rows] == [ENGLISH[0], joined, joined, ENGLISH[3]]
    assert [codes(row) for row in rows] == [[], *[["approximate", "merged"]] * 2, []]
    assert rows[1].warnings[1].message == "this English covers rows 2–3"


def test_a_split_sentence_is_approximate() -> None:
    english = [*ENGLISH]
    english[1] = (
        "Construction took three years in all. The costs were somewhat higher than planned."
    )
    rows = beside(rows_of(KOREAN), " ".join(english))
    assert [row.en for row in rows] == english
    assert [codes(row) for row in rows] == [[], ["approximate"], [], []]


def test_a_pair_of_unlike_lengths_is_approximate() -> None:
    (row,) = beside(rows_of([KOREAN[3]]), "It says a great deal more than the Korean does, " * 5)
    assert codes(row) == ["approximate"]


#: Sentences of about one length, so that only what is in them tells.
ALIKE = [
    ("가람시는 14일 새 다리를 열었다.", "Garam opened its new bridge on the 14th."),
    ("공사비는 모두 280만 달러였다.", "It cost 2.8 million dollars in all."),
    ("KBS는 이를 낮 12시에 중계했다.", "KBS showed it live at 12 o'clock noon."),
    ("시민 350명이 다리를 건넜다.", "There 350 citizens crossed the bridge."),
    ("다음 다리는 2031년에 선다.", "The next bridge will stand in 2031."),
    ("시장은 7번 감사하다고 했다.", "The mayor gave his thanks seven times."),
]


@pytest.mark.parametrize("left_out", range(6))
def test_a_sentence_that_was_left_out_shifts_no_other(left_out: int) -> None:
    english = [en for _, en in ALIKE]
    english[left_out : left_out + 1] = []
    rows = beside(rows_of([ko for ko, _ in ALIKE]), " ".join(english))
    for place, (row, (_, en)) in enumerate(zip(rows, ALIKE, strict=True)):
        if place != left_out:
            assert en in (row.en or "")
            assert row.en == en or "merged" in codes(row)
        else:
            assert row.en is None or "merged" in codes(row)


@pytest.mark.parametrize("added", range(7))
def test_a_sentence_of_the_translators_own_shifts_no_other(added: int) -> None:
    english = [en for _, en in ALIKE]
    english.insert(added, "Nobody had thought so a while ago.")
    rows = beside(rows_of([ko for ko, _ in ALIKE]), " ".join(english))
    for row, (_, en) in zip(rows, ALIKE, strict=True):
        assert en in (row.en or "")
        assert row.en == en or "approximate" in codes(row)


def test_names_of_the_glossary_tell() -> None:
    korean = ["하늘부가 그렇게 말했다.", "바다부가 그렇게 말했다.", "들판부가 그렇게 말했다."]
    names = ("Ministry of Sky", "Ministry of Sea", "Ministry of Fields")
    rows = [
        replace(row, terms=(Match(0, 3, row.ko[:3], name),))
        for row, name in zip(rows_of(korean), names, strict=True)
    ]
    first, second, third = beside(rows, "The Sky Ministry said so. The ministry of fields did.")
    assert first.en == "The Sky Ministry said so."
    assert third.en == "The ministry of fields did."
    assert second.en is None or "merged" in codes(second)


def test_what_could_stand_elsewhere_as_well_is_approximate() -> None:
    korean = ["그는 그렇게 말했다고 전했다."] * 6
    rows = beside(rows_of(korean), " ".join(["He said so, as they reported."] * 5))
    assert all("approximate" in codes(row) for row in rows if row.en)


def test_the_sample_finds_its_english_again() -> None:
    pairs = sample_english()
    rows = beside(rows_of(list(pairs)), "\n".join(pairs.values()))
    assert [row.en for row in rows] == list(pairs.values())


@given(
    st.lists(st.text("가나다 ", min_size=1, max_size=90), min_size=1, max_size=12),
    st.lists(st.text("abc ", min_size=1, max_size=180), min_size=1, max_size=12),
)
def test_no_row_and_no_english_is_lost(korean: list[str], english: list[str]) -> None:
    text = "\n".join(f"A{line}." for line in english) + "\na."
    rows = beside(rows_of(korean), text)
    assert [row.id for row in rows] == list(range(1, len(korean) + 1))
    shown = " ".join(dict.fromkeys(row.en for row in rows if row.en))
    for line in text.splitlines():
        assert " ".join(line.split()) in shown
    assert all(row.reason for row in rows if row.en is None)


@pytest.mark.parametrize("english", ["", " \n ", "한국어뿐이다.", "12 34", "Yes.\n" * 3001])
def test_what_is_no_english_is_one_sentence(english: str) -> None:
    with pytest.raises(SourceError, match="English"):
        beside(rows_of(KOREAN), english)


def test_control_characters_do_not_come_through() -> None:
    (row,) = beside(rows_of([KOREAN[3]]), "There is \x1b[31ma red\u202e path on the bridge, too.")
    assert row.en == "There is [31ma red path on the bridge, too."


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"\xff\xfe\x00", "UTF-8"), (b"x" * (1 << 21), "larger than 1 MB")]
)
def test_a_file_that_is_no_text_is_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "en.txt"
    file.write_bytes(content)
    with file.open("rb") as stdin:
        for source in (str(file), "-"):
            with pytest.raises(SourceError, match=sentence):
                read_english(source, stdin)
            stdin.seek(0)
        with pytest.raises(SourceError, match="cannot be read"):
            read_english(str(tmp_path), stdin)
