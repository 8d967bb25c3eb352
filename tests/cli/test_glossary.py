"""``terms`` and ``lookup``: what a script gets."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import newsreader


def test_terms_of_the_sample_have_exact_offsets() -> None:
    rows = {
        row["id"]: row["ko"]
        for row in newsreader("show", "sample", "--format", "json").json()["rows"]
    }
    found = newsreader("terms", "sample", "--json").json()
    assert found
    for term in found:
        assert rows[term["row"]][term["start"] : term["end"]] == term["text"]
        assert set(term) == {
            *("row", "start", "end", "text", "term", "en", "status", "unsure", "guess", "titled")
        }
    assert "한반도평화교섭본부장" in {term["term"] for term in found}
    assert any(term["titled"] for term in found)


def test_names_that_the_glossary_lacks_are_guesses(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("새 소식\n\n홍새길 외교부 장관은 3일 회의를 열었다.", encoding="utf-8")
    found = {term["term"]: term for term in newsreader("terms", article, "--json").json()}
    assert found["홍새길"]["guess"]
    assert found["홍새길"]["en"] == "Hong Sae-gil"
    assert found["홍새길"]["titled"] == "Hong Sae-gil, Minister of Foreign Affairs"
    assert not found["외교부 장관"]["guess"]
    assert "홍새길\tHong Sae-gil\t2\tguess" in newsreader("terms", article).out


def test_the_date_decides() -> None:
    then = newsreader("terms", "sample", "--json").json()
    later = newsreader("terms", "sample", "--json", "--on", "2025-01-15").json()
    status = {term["term"]: term["status"] for term in then}
    status_later = {term["term"]: term["status"] for term in later}
    assert status["한반도평화교섭본부장"] != "obsolete"
    assert status_later["한반도평화교섭본부장"] == "obsolete"


def test_a_glossary_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("협의\tconsultation meeting\tdiplomacy\t\n", encoding="utf-8")
    done = newsreader("terms", "sample", "--json", "--glossary", file, "--only")
    assert {(term["term"], term["en"]) for term in done.json()} == {
        ("협의", "consultation meeting")
    }


def test_segments_bring_their_own_terms() -> None:
    lines = [
        {"text": "한국은행은 기준금리를 동결했다.", "terms": ["한국", "한국은행", "기준금리"]},
        {"text": "아무것도 없다.", "terms": ["한국"]},
    ]
    done = newsreader(
        "terms", "--segments", "-", stdin="\n".join(json.dumps(line) for line in lines)
    )
    assert [json.loads(line) for line in done.out.splitlines()] == [
        [
            {"start": 0, "end": 4, "term": "한국은행"},
            {"start": 6, "end": 10, "term": "기준금리"},
        ],
        [],
    ]


@pytest.mark.parametrize("line", ["{", "[]", '{"terms": []}', '"text"'])
def test_a_wrong_line_is_named(line: str) -> None:
    done = newsreader("terms", "--segments", "-", stdin=line)
    assert done.code == 2
    assert "Line 1" in done.err


def test_lookup_of_an_inflected_word() -> None:
    done = newsreader(
        "lookup", "--json", "--on", "2023-02-06", "한반도평화교섭본부장은", "없는낱말이다"
    )
    known, unknown = (json.loads(line) for line in done.out.splitlines())
    assert known["lemmas"][0] == "한반도평화교섭본부장"
    assert known["terms"][0]["when"] == "current"
    assert [part["form"] for part in known["parts"]] == ["한반도평화교섭본부장", "은"]
    assert unknown["terms"] == []
    assert unknown["romanization"]


def test_words_from_stdin_one_a_line() -> None:
    done = newsreader("lookup", "--json", "-", stdin="외교부\n국회에서\n")
    assert [json.loads(line)["query"] for line in done.out.splitlines()] == ["외교부", "국회에서"]


@pytest.mark.parametrize(
    ("tool", "line", "answer"),
    [
        ("split", '"정부는 3일 대책을 발표했다. 시장은 환영했다."', 2),
        ("numbers", '{"text": "1조 2천억 원을 썼다.", "on": "2025-01-01"}', 1),
        ("hanja", '{"headline": "北, 미사일 발사", "date": "2025-01-01"}', 1),
    ],
)
def test_korean_tools_answer_line_by_line(tool: str, line: str, answer: int) -> None:
    done = newsreader("korean", tool, stdin=f"{line}\n{line}\n")
    assert done.code == 0
    assert [len(json.loads(one)) for one in done.out.splitlines()] == [answer, answer]


def test_romanize_speaks_plain_text() -> None:
    assert newsreader("korean", "romanize", stdin="독립문\n").out.lower() == "dongnimmun\n"


def test_a_wrong_line_of_a_tool_is_named() -> None:
    done = newsreader("korean", "numbers", stdin='{"on": "2025-01-01"}\n')
    assert done.code == 2
    assert "Line 1" in done.err
    assert "text" in done.err


def test_a_term_goes_before_what_the_rules_make_of_its_letters() -> None:
    out = newsreader("lookup", "외교부장관", "--on", "2023-02-06").out
    assert "Minister of Foreign Affairs" in out
    assert "+ 과" not in out
    assert "planning finance" not in newsreader("lookup", "기획재정부는").out


def test_of_what_is_past_the_last_name_comes_first() -> None:
    done = newsreader("lookup", "기획재정부", "--on", "2026-05-01", "--json")
    ended = [term["valid_to"] for term in done.json()["terms"]]
    assert ended == sorted(ended, reverse=True)


def test_of_several_words_each_term_is_told() -> None:
    out = newsreader("lookup", "국회 법제사법위원회").out
    assert "국회: National Assembly" in out
    assert "법제사법위원회: Legislation and Judiciary Committee" in out
