"""Finding terms in text: where they stand, as what, and where they only seem to."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.glossary.folding import fold, folded_term
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from tests.glossary.terms import with_term


def found(text: str, *terms: str) -> list[str]:
    """Return the terms found, as the text writes them."""
    matches = Matcher(Term(term, "x", "society") for term in terms).find(text)
    text = unicodedata.normalize("NFC", text)
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("외교부에서는 외교부만의 입장이라고 했다.", ["외교부"], ["외교부", "외교부"]),
        ("상대는 특사였다지만 특사인지조차 모른다.", ["특사"], ["특사", "특사"]),
        ("합의했다는 말과 합의되지 않았다는 말", ["합의"], ["합의", "합의"]),
        (
            "의원들과 장관측이 중국발 소식을 들었다",
            ["의원", "장관", "중국"],
            ["의원", "장관", "중국"],
        ),
        ("국방부대변인이 국방부 대변인에게", ["국방부", "부대"], ["국방부", "국방부"]),
        ("정부차원의 대책", ["정부", "대책"], ["정부", "대책"]),
        ("행정수도로", ["행정", "수도", "도로"], ["행정", "수도"]),
        ("대북제재위원회", ["대북제재", "위원회", "제재위원회"], ["대북제재", "위원회"]),
        ("확장억제력을", ["확장억제"], ["확장억제"]),
        ("반정부 시위와 대중국 견제", ["정부", "중국", "대중"], ["정부", "중국"]),
        ("일본해상자위대", ["일본", "해상자위대"], ["일본", "해상자위대"]),
        ("국회에선 합의해왔다", ["국회", "합의"], ["국회", "합의"]),
        (
            "학생수와 의원실마다, 장관직과 난민촌",
            ["학생", "의원", "장관", "난민"],
            ["학생", "의원", "장관", "난민"],
        ),
        ("임차보증금과 서부경찰서", ["보증금", "경찰서"], ["보증금", "경찰서"]),
        ("광주시청과 대구시민", ["광주시", "광주", "대구시", "대구"], ["광주", "대구"]),
        ("교사당 학생수", ["교사", "학생"], ["교사", "학생"]),
        ("인수위원장은", ["위원장", "인수위"], ["위원장"]),
        (
            "해상이랄지 유엔에서였다면 합의되리라고는",
            ["해상", "유엔", "합의"],
            ["해상", "유엔", "합의"],
        ),
        ("제22대 국회의원 선거", ["22대 국회", "국회의원"], ["국회의원"]),
        ("신임주한미국 대사의", ["주한", "미국 대사"], ["주한", "미국 대사"]),
        ("부산·대구에서", ["부산대", "부산", "대구"], ["부산", "대구"]),
        ("서울·대전 지역", ["서울대", "서울"], ["서울"]),
        (
            "노동자와 건설사, 정상급 회담에 온 새빛당",
            ["노동", "건설", "정상", "새빛"],
            ["노동", "건설", "정상", "새빛"],
        ),
        ("제주시와 수원시에서 울주군까지", ["제주", "수원", "울주"], ["제주", "수원", "울주"]),
        ("의료진은요, 국회는 특검이라니요", ["의료", "국회", "특검"], ["의료", "국회", "특검"]),
        ("당도 군도 몰랐다", ["당", "군"], ["당", "군"]),
        ("러시아군이 합의하리라던", ["러시아", "합의"], ["러시아", "합의"]),
        ("여수감자와 여수 사람", ["여수"], ["여수"]),
        ("한·미·일의 억지·단념·외교", ["한미일", "억지·단념·외교"], ["한·미·일", "억지·단념·외교"]),
    ],
)
def test_finds_terms_before_what_may_be_written_on(
    text: str, terms: list[str], expected: list[str]
) -> None:
    assert found(text, *terms) == expected


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("그런 것이란 말은 없었다", ["이란"]),
        ("“협상”이란 말", ["이란"]),
        ("그 기업은 한국전력이다", ["한국", "전력"]),
        ("사회자가 이사회에서", ["사회", "자가"]),
        ("정당한 요구라며 감사하다고 했다", ["정당", "감사"]),
        ("고양이는 고양이대로", ["고양"]),
        ("그럴 수도 있고 아닐 수도 없다", ["수도"]),
        ("버스도 차도 없었다", ["차도"]),
        ("한 국가와 미 국무부", ["한국", "미국"]),
        ("결국 회의장은", ["국회의장"]),
        ("13국이 23개 안을", ["3국", "3개"]),
        ("6일간 3인도 반대", ["일간", "인도"]),
        ("말리는 사람이 알리지 않았다", ["말리", "알리"]),
        ("외국인도 개인도", ["인도"]),
        ("축구 경기도 열렸다", ["경기도"]),
        ("김건희 여사", ["김건"]),
        ("중 일부를 한 중국산이", ["중일", "한중"]),
        ("韓전기차", ["한전"]),
        ("반영하지 않았다", ["영하"]),
        ("해결사여야 정상이어도", ["여야", "이어도"]),
        ("일반인도 기독교인도", ["인도"]),
        ("국민대상을 받은 인천시설공단", ["국민대", "인천시"]),
        ("주중 대사관에", ["주중대사"]),
        ("사과나무 아래에서 대구탕을", ["사과", "대구"]),
        ("어디로 가나 걱정이다", ["가나"]),
        ("배우자와 유전자, 지도자", ["배우", "유전", "지도"]),
    ],
)
def test_finds_nothing_in_other_words(text: str, terms: list[str]) -> None:
    assert found(text, *terms) == []


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("한미연합훈련과 한미 연합 훈련", ["한미 연합훈련"], ["한미연합훈련", "한미 연합 훈련"]),
        (
            "남북\n연락사무소와 대북  제재",
            ["남북연락사무소", "대북 제재"],
            ["남북\n연락사무소", "대북  제재"],
        ),
        ("한ㆍ미, 한‧미·일", ["한미", "한미일"], ["한ㆍ미", "한‧미·일"]),
        ("한·미·일", ["한미", "미일"], []),
        (
            "억지‧단념‧외교와 억지, 단념, 외교",
            ["억지·단념·외교"],
            ["억지‧단념‧외교", "억지, 단념, 외교"],
        ),
        ("3.1절과 3·1절, 3.1%", ["3·1절"], ["3.1절", "3·1절"]),
        ("핵 실험장과 핵실험", ["핵실험"], ["핵 실험", "핵실험"]),
        ("정박 중인 배와 정 박 대표", ["정 박"], ["정 박"]),
        ("정박 중인 배와 정 박 대표", ["정 박", "정박"], ["정박", "정 박"]),
        ("한국 은행들이 한국은행에", ["한국은행"], ["한국은행"]),
        ("평년보다 2도 이상 기후가", ["이상기후"], []),
        (
            "對미국 수출, 韓美日 회의, 美국무부",
            ["미국", "한미일", "국무부"],
            ["미국", "韓美日", "국무부"],
        ),
        ("ＴＨＡＡＤ와 Ｆ－３５Ａ", ["THAAD", "F-35A"], ["ＴＨＡＡＤ", "Ｆ－３５Ａ"]),
        ("K9과 K-9, KF-21, KF-210", ["K-9", "KF-21", "KF-2"], ["K9", "K-9", "KF-21"]),
        ("AIS가 AI를, IT업계는", ["AI", "IS", "IT"], ["AI", "IT"]),
        ("사드(THAAD) 포대", ["사드(THAAD)", "사드"], ["사드(THAAD)"]),
        (
            "G20정상회의와 5·18민주화운동",
            ["G20", "정상회의", "5·18 민주화운동"],
            ["G20", "정상회의", "5·18민주화운동"],
        ),
        ("화성-15형과 경기도 화성", ["화성"], ["화성"]),
        ("K-방산과 K방산, e스포츠", ["K-방산", "e-스포츠"], ["K-방산", "K방산", "e스포츠"]),
        ("한국 과학기술원과 한국 은행들", ["한국과학기술원", "한국은행"], ["한국 과학기술원"]),
        ("북-미와 김씨·이씨", ["북미", "김씨-이씨"], ["북-미", "김씨·이씨"]),
    ],
)
def test_spellings_that_writers_mix(text: str, terms: list[str], expected: list[str]) -> None:
    assert found(text, *terms) == expected


def test_decomposed_text_counts_in_composed_letters() -> None:
    text = unicodedata.normalize("NFD", "국방부가 韓美 회담을")
    matches = Matcher([with_term("국방부"), with_term("회담")]).find(text)
    assert [(match.start, match.end) for match in matches] == [(0, 3), (8, 10)]


def test_variants_and_hanja_lead_to_the_headword() -> None:
    matcher = Matcher([with_term("합동참모본부", variants=("합참",), hanja="合同參謀本部")])
    matches = matcher.find("합참은 合同參謀本部를 줄인 말")
    assert [match.term for match in matches] == ["합동참모본부", "합동참모본부"]


def test_the_date_decides_between_entries() -> None:
    old = with_term("관청", en="Old Office", valid_to="2020-03-01")
    new = with_term("관청", en="New Office", valid_from="2020-03-01")
    matcher = Matcher([new, old])
    assert matcher.find("관청은", on=date(2020, 2, 29))[0].en == "Old Office"
    assert matcher.find("관청은", on=date(2020, 3, 1))[0].en == "New Office"
    assert matcher.find("관청은")[0].en == "New Office"


def test_a_term_out_of_its_time_says_so() -> None:
    matcher = Matcher([with_term("관청", valid_from="2020", valid_to="2022")])
    statuses = [matcher.find("관청", on=date(year, 5, 1))[0].status for year in (2019, 2021, 2023)]
    assert statuses == ["proposed", "preferred", "obsolete"]
    unsure = Matcher([with_term("관청", unsure=True)])
    assert unsure.find("관청", on=date(2024, 1, 1))[0].status == "proposed"


def test_alternatives_are_other_entries_and_shorter_terms() -> None:
    terms = [
        with_term("외교부 장관", en="Minister of Foreign Affairs"),
        with_term("외교부", en="Ministry of Foreign Affairs"),
        with_term("장관", en="minister"),
        with_term("외교부 장관", en="foreign minister", cues=("유럽",)),
    ]
    matcher = Matcher(terms)
    text = "홍길동 외교부장관은"
    (match,) = matcher.find(text)
    others = matcher.alternatives(text, match)
    assert [(text[one.start : one.end], one.en) for one in others] == [
        ("외교부장관", "foreign minister"),
        ("외교부", "Ministry of Foreign Affairs"),
        ("장관", "minister"),
    ]


def test_titles_take_no_verb_of_doing() -> None:
    matcher = Matcher([with_term("수상", kind="title"), with_term("협의", kind="diplomacy")])
    assert [one.term for one in matcher.find("수상한 사람과 협의한 수상은")] == ["협의", "수상"]


def test_one_letter_is_taken_as_it_is_written() -> None:
    matcher = Matcher([with_term("北")])
    assert [one.start for one in matcher.find("北 도발, 북 치고")] == [0]
    assert found("당은 당했다. 북적이는 당", "당", "북") == ["당", "당"]


def test_empty_and_odd_terms_do_no_harm() -> None:
    matcher = Matcher([with_term("·"), with_term(" "), with_term("가" * 500), with_term("(")])
    assert matcher.find("") == []
    assert [one.term for one in matcher.find("말(言)")] == ["("]
    assert matcher.find("나" * 5000) == []


_TERMS = [
    "한미",
    "한미 연합훈련",
    "외교부",
    "5·18",
    "F-35",
    "성 김",
    "이란",
    "核",
    "사드(THAAD)",
    "당",
]
_PIECES = st.lists(
    st.one_of(
        st.sampled_from([*_TERMS, "은", "에서", " ", "·", "‘", "(", "1", "A", "한국"]),
        st.text(max_size=3),
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(_PIECES)
def test_matches_are_in_order_apart_and_true_to_the_term(pieces: list[str]) -> None:
    text = unicodedata.normalize("NFC", "".join(pieces))
    matcher = Matcher(with_term(term) for term in _TERMS)
    end = 0
    for match in matcher.find(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
        written = folded_term(text[match.start : match.end])[0]
        assert written == folded_term(match.term)[0]
        for other in matcher.alternatives(text, match):
            assert match.start <= other.start < other.end <= match.end


@settings(max_examples=60)
@given(_PIECES)
def test_more_text_before_a_blank_changes_nothing_behind(pieces: list[str]) -> None:
    matcher = Matcher([with_term("외교부"), with_term("합의")])
    text = "외교부는 합의했다"
    before = "".join(pieces).replace("\n", " ") + "쓴 말을. 그 뒤 "
    before = unicodedata.normalize("NFC", before)
    matches = [one for one in matcher.find(before + text) if one.start >= len(before)]
    assert [one.start - len(before) for one in matches] == [0, 5]


def test_gold_cases(shared: Path) -> None:
    """At least 98 % of the terms are found, and at most 1 % of what is found is false."""
    right = missed = false = 0
    for line in (shared / "cases" / "matcher_dev.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        matcher = Matcher(with_term(term) for term in case["terms"])
        got = {(one.start, one.end, one.term) for one in matcher.find(case["text"])}
        options = [case.get("matches_nfc", case["matches"]), *case.get("alternatives", [])]
        answers = [{(one["start"], one["end"], one["term"]) for one in each} for each in options]
        best = min(answers, key=lambda answer: len(answer ^ got))
        right += len(best & got)
        missed += len(best - got)
        false += len(got - best)
    assert right / (right + missed) >= 0.98
    assert false / (right + false) <= 0.01


@given(st.text(alphabet="가한 미北美·-A1", min_size=1, max_size=8))
def test_plain_spellings_are_folded_as_all_others(spelling: str) -> None:
    folded = fold(spelling)
    shape = folded.shape(0, len(folded.letters)) if folded.letters else ()
    if spelling == spelling.strip(" ") and "  " not in spelling:
        assert folded_term(spelling) == (folded.letters, shape)
