import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Byline
from newsreader.ingest.bylines import (
    Lead,
    cut_byline,
    is_byline,
    parse_bylines,
    parse_lead,
    without_mail,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("윤새봄 기자", [Byline("윤새봄", "기자")]),
        (
            "가온, 나래 윤새봄 기자 saebom@example.com",
            [Byline("윤새봄", "기자", "saebom@example.com")],
        ),
        ("스포츠가온=윤새봄 기자", [Byline("윤새봄", "기자")]),
        ("윤새봄·한누리 기자", [Byline("윤새봄", "기자"), Byline("한누리", "기자")]),
        ("윤새봄 기자 외 1명", [Byline("윤새봄", "기자")]),
        ("한누리 의학전문기자", [Byline("한누리", "의학전문기자")]),
        ("YTN 한누리 (nuri@example.co.kr)", [Byline("한누리", None, "nuri@example.co.kr")]),
        (
            "[윤새봄 칼럼니스트 saebom@example.com]",
            [Byline("윤새봄", "칼럼니스트", "saebom@example.com")],
        ),
        ("◎공감언론 뉴시스 [email protected]", []),
        ("취재 기자", []),
        ("글쓴이 : 윤새봄", [Byline("윤새봄", None)]),
        ("작성자 홍보과", []),
        ("강원CBS 윤새봄 기자", [Byline("윤새봄", "기자")]),
        ("글 윤새봄 / 사진 한누리", [Byline("윤새봄", None), Byline("한누리", None)]),
        ("글 쓰기", []),
        ("로봇 기자", []),
        ("한누리 가온청년연구소 연구원", []),
    ],
)
def test_people(text: str, expected: list[Byline]) -> None:
    assert list(parse_bylines(text)) == expected


def test_bare_names_only_where_asked() -> None:
    assert parse_bylines("윤새봄,한누리") == ()
    assert [one.name for one in parse_bylines("By 윤새봄,한누리", bare=True)] == [
        "윤새봄",
        "한누리",
    ]
    signed = parse_bylines("한누리 가온청년연구소 연구원", bare=True)
    assert signed == (Byline("한누리", "연구원"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(가온=연합뉴스) 윤새봄 기자 = 시는",
            Lead("가온", "연합뉴스", (Byline("윤새봄", "기자"),)),
        ),
        ("[가온=뉴시스]윤새봄 기자 = 시는", Lead("가온", "뉴시스", (Byline("윤새봄", "기자"),))),
        ("[가온=스포츠가온 윤새봄 기자] 어제", Lead("가온", None, (Byline("윤새봄", "기자"),))),
        ("[가온경제=윤새봄 기자] 어제", Lead(None, None, (Byline("윤새봄", "기자"),))),
        ("[이데일리 윤새봄 기자] 어제", Lead(None, None, (Byline("윤새봄", "기자"),))),
        (
            "[이데일리 윤새봄 기자·가온=한누리 기자] 어제",
            Lead(None, None, (Byline("윤새봄", "기자"), Byline("한누리", "기자"))),
        ),
        (
            "(워싱턴·도쿄=연합뉴스) 윤새봄 한누리 특파원 = 어제",
            Lead(
                "워싱턴·도쿄", "연합뉴스", (Byline("윤새봄", "특파원"), Byline("한누리", "특파원"))
            ),
        ),
        ("(사진) 어제 찍었다", Lead()),
        ("시는 (가온=연합뉴스) 어제", Lead()),
    ],
)
def test_leads(text: str, expected: Lead) -> None:
    assert parse_lead(text) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("도서관을 열었다.가온=윤새봄 기자 saebom@example.com", "도서관을 열었다."),
        ("도서관을 열었다.윤새봄기자 saebom@example.com", "도서관을 열었다."),
        ("도서관을 열었다. 윤새봄 기자", "도서관을 열었다."),
        ("도서관을 열었다. 가온/윤새봄 기자 saebom@example.com", "도서관을 열었다."),
        ("도서관을 열었다. [윤새봄·한누리 기자 saebom@example.com]", "도서관을 열었다."),
        ("도서관을 연 사람은 윤새봄 기자다.", "도서관을 연 사람은 윤새봄 기자다."),
        ("그는 기자였다. 이것을 쓴 윤새봄 기자.", "그는 기자였다. 이것을 쓴 윤새봄 기자."),
        ("도서관을 열었다.", "도서관을 열었다."),
    ],
)
def test_byline_behind_the_last_sentence(text: str, kept: str) -> None:
    assert cut_byline(text)[0] == kept


def test_lines_of_bylines() -> None:
    assert is_byline("윤새봄 기자 saebom@example.com")
    assert is_byline("글 윤새봄 · 사진 한누리")
    assert not is_byline("■ 진행 : 윤새봄 앵커")
    assert is_byline("글·사진=윤새봄 기자, 한누리 기자")
    assert not is_byline("윤새봄 기자가 헌책 도서관을 찾아 책을 골랐다.")


def test_captions_without_addresses() -> None:
    assert (
        without_mail("책을 고른다. (사진=가온시) photo@example.com") == "책을 고른다. (사진=가온시)"
    )
    assert without_mail("책을 고른다. [email protected]") == "책을 고른다."


@given(st.text(alphabet="가나다 기자=()[]@.a·,", max_size=200))
def test_cutting_never_adds_or_loses(text: str) -> None:
    kept, byline = cut_byline(text)
    assert text.startswith(kept)
    assert byline in text
    parse_lead(text)
    parse_bylines(text, bare=True)


def test_quick_look_misses_no_role() -> None:
    roles = (
        "기자 인턴기자 특파원 순회특파원 통신원 리포터 앵커 아나운서 PD 피디 프로듀서 에디터"
        " 편집위원 편집국장 편집장 논설위원실장 논설실장 논설위원 논설고문 칼럼니스트 평론가 작가"
        " 교수 변호사 연구위원 연구원 해설위원 캐스터 편집자 인턴"
    )
    for role in roles.split():
        assert [one.name for one in parse_bylines(f"윤새봄 {role}")] == ["윤새봄"], role
