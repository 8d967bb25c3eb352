from datetime import date

import pytest

from newsreader.config import NAME_STYLES, NameStyle
from newsreader.glossary.load import Glossary
from newsreader.glossary.names import spell, split_name
from newsreader.glossary.persons import persons_in
from newsreader.glossary.term import Term

GLOSSARY = Glossary(
    [
        Term("나준호", "Na June Ho", "person", source="the person's own spelling"),
        Term("문은재", "Mun Un Jae", "person", source="KCNA"),
        Term("한결", "Han Gyul", "person", valid_to="2020"),
        Term("한결", "Hahn Gyul", "person", valid_from="2020"),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나준호 본부장은 말했다", [("나준호", "본부장", None)]),
        ("홍길동 외교부 장관이", [("홍길동", "장관", "외교부")]),
        ("임서연 외교부 북핵외교기획단장은", [("임서연", "북핵외교기획단장", "외교부")]),
        ("최새봄 기자 = 나준호 의원과", [("최새봄", "기자", None), ("나준호", "의원", None)]),
        ("남궁미르 대표", [("남궁미르", "대표", None)]),
        ("경찰은 홍길동(34·남)씨와", [("홍길동", "씨", None)]),
        ("홍길동씨도 나준호 씨도", [("홍길동", "씨", None), ("나준호", "씨", None)]),
        ("배우 나준호가 가수 임서연(31)을", [("나준호", "배우", None), ("임서연", "가수", None)]),
        ("배우 나준호 감독은", [("나준호", "감독", None)]),
        ("소설가 남궁미르는", [("남궁미르", "소설가", None)]),
        ("가수 연습생이", []),
        ("변호사 채용담당은", []),
        ("사업가 제시카가", []),
        ("시인 백석과", []),
        ("감독 지시로 배우 전원이", []),
        ("오늘날씨는 남의집아저씨가", []),
        ("바람이 부는 대로", []),
        ("그 장관은", []),
    ],
)
def test_finds_names_with_titles(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    persons = list(persons_in(text))
    assert [(one.name, one.title, one.office) for one in persons] == expected
    assert all(text[one.start : one.end] == one.name for one in persons)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("홍길동", ("홍", "길동")),
        ("나훈", ("나", "훈")),
        ("남궁미르", ("남궁", "미르")),
        ("남궁찬", ("남궁", "찬")),
        ("리철송", ("리", "철송")),
        ("쿠팡맨", None),
        ("홍", None),
        ("Hong", None),
        ("정 박", None),
    ],
)
def test_splits_surname_and_given_name(name: str, parts: tuple[str, str] | None) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("name", "context", "style", "en", "guess"),
    [
        ("나준호", "", "official", "Na June Ho", False),
        ("나준호", "", "ap", "Na June-ho", False),
        ("나준호", "", "mofa", "Na Juneho", False),
        ("문은재", "", "ap", "Mun Un Jae", False),
        ("홍길동", "", "official", "Hong Gil-dong", True),
        ("홍길동", "", "mofa", "Hong Gildong", True),
        ("이새봄", "", "official", "Lee Sae-bom", True),
        ("홍길동", "북한 외무성", "official", "Hong Kil Tong", True),
        ("리철송", "", "ap", "Ri Chol Song", True),
        ("나훈", "", "ap", "Na Hun", True),
    ],
)
def test_spelling(name: str, context: str, style: NameStyle, en: str, guess: bool) -> None:
    spelling = spell(name, GLOSSARY, style=style, context=context)
    assert spelling is not None
    assert (spelling.en, spelling.guess) == (en, guess)


def test_spelling_has_a_date() -> None:
    before, after = (spell("한결", GLOSSARY, on=date(year, 6, 1)) for year in (2019, 2021))
    assert before is not None
    assert after is not None
    assert (before.en, after.en) == ("Han Gyul", "Hahn Gyul")


@pytest.mark.parametrize("style", NAME_STYLES)
def test_what_is_no_name_has_no_spelling(style: NameStyle) -> None:
    assert spell("컴퓨터", GLOSSARY, style=style) is None
