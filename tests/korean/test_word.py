"""A word in its sentence: lemma, parts and the sense that fits, with and without the analyser."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.korean.analyser import Analyser, Morpheme
from newsreader.korean.lexicon import look_up
from newsreader.korean.senses import _table, has_cues
from newsreader.korean.word import explain, span_at

SENSES = [
    ("어부는 배를 몰고 바다로 나갔다.", "배를", "ship"),
    ("과수원에서 배를 수확했다.", "배를", "pear"),
    ("환자는 의사에게 진료를 받았다.", "의사에게", "doctor"),
    ("그는 물러날 의사를 밝혔다.", "의사를", "intention"),
    ("밤새 눈이 10cm 쌓였다.", "눈이", "snow"),
    ("아이는 눈을 감았다.", "눈을", "eye"),
    ("시장은 시의회에서 공약을 설명했다.", "시장은", "mayor"),
    ("반도체 시장에서 경쟁이 심하다.", "시장에서", "market"),
    ("청사 이전 계획을 발표했다.", "이전", "transfer"),
    ("배우가 대사를 외우지 못했다.", "대사를", "lines (of an actor)"),
    ("그는 이웃 마을 회사에 지원했다가 떨어졌다며 채용 과정을 물었다.", "지원했다가", "apply"),
    ("호텔은 숙박비를 손님에게 청구했다.", "청구했다", "demand"),
    ("시는 노후 아파트를 점검한다.", "노후", "ageing"),
    ("부부는 노후 자금을 모았다.", "노후", "old age"),
    ("정원은 최대 40명이다.", "최대", "up to"),
    ("조사 결과 전선이 낡은 것으로 나타났다.", "나타났다", "be found"),
    ("소방대는 공장 두 동을 태운 불을 껐다.", "동을", "building"),
    ("올해 태풍으로 배 값이 크게 뛰었다.", "배", "pear"),
    ("제주에서 말 두 마리가 도로로 뛰어나왔다.", "말", "horse"),
    ("대통령 특사로 러시아에 갔다.", "특사로", "special envoy"),
    ("세계 경기가 꺾이고 있다.", "경기가", "economy"),
    ("겨울 제철을 맞은 방어 회가 인기다.", "방어", "yellowtail (fish)"),
    ("새 대사가 총리를 예방했다.", "예방했다", "pay a courtesy visit to"),
    ("유족은 시신을 화장했다.", "화장했다", "cremate"),
    ("그는 올해의 감독상을 수상했다.", "수상했다", "win a prize"),
    ("수상한 사람이 거동을 살폈다.", "수상한", "suspicious"),
    ("경기 오산시의 한 도로에서 옹벽이 무너졌다.", "경기", "Gyeonggi (province around Seoul)"),
    ("무대의 빛과 어둠의 대비가 뚜렷하다.", "대비가", "contrast"),
    ("이런 유형의 범죄가 늘었다.", "유형의", "type"),
    ("그는 조사에 성실히 임했다.", "임했다", "face"),
    ("국과수 감정 결과가 나왔다.", "감정", "appraisal"),
    ("의심이 드는 대목이다.", "드는", "arise"),
]


@pytest.mark.parametrize(("text", "word", "gloss"), SENSES)
def test_the_sense_that_fits_comes_first(text: str, word: str, gloss: str) -> None:
    start = text.index(word)
    assert gloss in explain(text, start, start + len(word)).senses[0].glosses


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("바닷가에 사는 노인이 신고했다.", "살다"),
        ("혼자 사는 노인이 늘었다.", "살다"),
        ("그가 사는 곳은 시골이다.", "살다"),
        ("주식을 사는 개인이 늘었다.", "사다"),
    ],
)
def test_a_stem_that_lost_its_l_is_known_by_the_words_around(text: str, lemma: str) -> None:
    start = text.index("사는")
    # What the analyser says of 사는, wherever it stands.
    own = [
        Morpheme("사", "VV", "사다", start, start + 1),
        Morpheme("는", "ETM", "는", start + 1, start + 2),
    ]
    for morphemes in (own, None):
        assert explain(text, start, start + 2, morphemes).lemma == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "parts"),
    [
        ("했다", "하다", ["하", "었", "다"]),
        ("밝혔다", "밝히다", ["밝히", "었", "다"]),
        ("올랐다", "오르다", ["오르", "었", "다"]),
        ("발표됐으며", "발표되다", ["발표", "되", "었", "며"]),
        ("학교에서도", "학교", ["학교", "에서", "도"]),
        ("시민들에게", "시민", ["시민", "들", "에게"]),
        ("매우", "매우", ["매우"]),
    ],
)
def test_words_are_taken_apart_without_the_analyser(
    word: str, lemma: str, parts: list[str]
) -> None:
    found = explain(word, 0, len(word))
    assert found.lemma == lemma
    assert [part.form for part in found.parts] == parts
    assert all(part.name_en for part in found.parts)
    assert found.senses


def test_what_is_not_known_still_has_parts_and_a_reading() -> None:
    found = explain("쀍뙇에서는", 0, 5)
    assert (found.lemma, found.senses) == ("쀍뙇", ())
    assert [part.form for part in found.parts] == ["쀍뙇", "에서", "는"]
    assert found.romanization
    latin = explain("NATO", 0, 4)
    assert (latin.surface, latin.lemma, latin.romanization) == ("NATO", "NATO", "NATO")


def test_a_derived_word_says_how_it_is_made() -> None:
    found = explain("그는 입국을 거부당했다.", 7, 12)
    assert found.lemma == "거부당하다"
    assert "거부 + 당하다" in found.derivation
    assert found.hanja == "拒否"


def test_morphemes_decide_where_the_written_word_does_not() -> None:
    text = "불이 난 것으로 보고 있다."
    verb = [Morpheme("보", "VV", "보다", 9, 10), Morpheme("고", "EC", "고", 10, 11)]
    assert explain(text, 9, 11, verb).lemma == "보다"
    noun = [Morpheme("보고", "NNG", "보고", 9, 11)]
    assert explain(text, 9, 11, noun).lemma == "보고"


def test_json_has_the_fields_of_a_word() -> None:
    found = explain("혐의를", 0, 3).to_json()
    assert found["lemma"] == "혐의"
    assert found["pos"] == "noun"
    assert found["morphs"][1] == {
        "form": "를",
        "name_en": "object particle (marks the object)",
    }
    assert found["senses"][0].startswith("[law] suspicion")
    assert found["hanja"] == "嫌疑"
    assert found["romanization"] == "hyeomui"
    json.dumps(found)


def test_spans_of_written_words() -> None:
    text = "‘배’가 한·미 3.5%…"
    assert span_at(text, 1) == (1, 2)
    assert span_at(text, 0) is None
    assert span_at(text, 6) == (5, 8)
    assert span_at(text, len(text)) is None


def test_every_cue_names_a_sense_of_the_lexicon() -> None:
    for lemma, gloss, cues in _table():
        senses = [sense for entry in look_up(lemma) for sense in entry.senses]
        assert any(gloss in sense.glosses for sense in senses), f"{lemma}: {gloss}"
        assert cues and all(cue.strip("<>") for cue in cues.split())
        assert has_cues(lemma)


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_place_in_any_text_is_explained(text: str, one: int, other: int) -> None:
    start, end = sorted((one, other))
    found = explain(text, start, end)
    assert found.surface == text[start:end]
    json.dumps(found.to_json())


def test_a_hostile_length_costs_nothing() -> None:
    text = "가" * 100_000
    assert explain(text, 0, len(text)).senses == ()


def _plain(gloss: str) -> str:
    return re.sub(r"^(?:an?|the|to) ", "", gloss.lower())


Morphemes = Sequence[list[Morpheme] | None]


def _gold_words(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "cases/words_dev.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _judge_words(cases: list[dict[str, Any]], morphemes: Morphemes) -> None:
    lemmas = senses = 0
    for case, own in zip(cases, morphemes, strict=True):
        found = explain(case["text"], case["start"], case["end"], own)
        lemmas += found.lemma in case["lemma"]
        glosses = {_plain(gloss) for sense in found.senses[:1] for gloss in sense.glosses}
        senses += any(_plain(one) in gloss for one in case["sense_en"] for gloss in glosses)
    assert lemmas >= 0.97 * len(cases)
    assert senses >= 0.90 * len(cases)


def test_gold_words_by_rules_alone(shared: Path) -> None:
    cases = _gold_words(shared)
    _judge_words(cases, [None] * len(cases))


@pytest.mark.asyncio(loop_scope="module")
async def test_gold_words_with_morphemes(shared: Path, analyser: Analyser) -> None:
    cases = _gold_words(shared)
    _judge_words(cases, await analyser.analyse([case["text"] for case in cases]))


def _gold_lemmas(shared: Path) -> list[list[str]]:
    lines = (shared / "cases/lemmas_dev.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines]


def _judge_lemmas(cases: list[list[str]], morphemes: Morphemes) -> None:
    right = sum(
        explain(word, 0, len(word), own).lemma in lemmas.split("|")
        for (word, lemmas), own in zip(cases, morphemes, strict=True)
    )
    assert right >= 0.95 * len(cases)


def test_gold_lemmas_by_rules_alone(shared: Path) -> None:
    cases = _gold_lemmas(shared)
    _judge_lemmas(cases, [None] * len(cases))


@pytest.mark.asyncio(loop_scope="module")
async def test_gold_lemmas_with_morphemes(shared: Path, analyser: Analyser) -> None:
    cases = _gold_lemmas(shared)
    _judge_lemmas(cases, await analyser.analyse([word for word, _ in cases]))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("시는", "시"),
        ("부자가", "부자"),
        ("미뤄졌다", "미뤄지다"),
        ("괴로워했다", "괴로워하다"),
        ("협의키로", "협의하다"),
        ("확인토록", "확인하다"),
        ("제기해왔다", "제기하다"),
        ("마련하고", "마련하다"),
        ("평화롭게", "평화롭다"),
        ("싼", "싸다"),
        ("지었다", "짓다"),
        ("들러서", "들르다"),
        ("버려진", "버려지다"),
        ("얻어낸", "얻어내다"),
        ("발을", "발"),
        ("들을", "듣다"),
        ("모은다", "모으다"),
        ("싸서", "싸다"),
        ("싹텄다", "싹트다"),
        ("생각하기도", "생각하다"),
        ("숨어있던", "숨다"),
        ("고쳐달라고", "고치다"),
        ("빌려드린", "빌리다"),
        ("왔다니까요", "오다"),
        ("가불하는", "가불하다"),
        ("소곤거리며", "소곤거리다"),
        ("인간다운", "인간답다"),
        ("손색없는", "손색없다"),
        ("적어낸다", "적어내다"),
        ("건져올린", "건져올리다"),
        ("흔치", "흔하다"),
        ("충분치", "충분하다"),
        ("예상치", "예상치"),
        ("교육계에", "교육계"),
        ("기여도가", "기여도"),
        ("번지면서", "번지다"),
        ("곧은", "곧다"),
        ("보고", "보다"),
        ("깁는", "깁다"),
        ("기워", "깁다"),
        ("고와", "곱다"),
        ("허옇게", "허옇다"),
    ],
)
def test_the_likelier_reading_of_a_written_word_comes_first(word: str, lemma: str) -> None:
    assert explain(word, 0, len(word)).lemma == lemma


def test_neighbours_decide_between_readings_that_are_as_likely() -> None:
    text = "선수가 공을 차 골문을 갈랐다."
    assert explain(text, 7, 8).lemma == "차다"
    assert explain("차 한 잔", 0, 1).lemma == "차"


def test_the_analyser_s_verb_is_only_changed_where_spelling_decides() -> None:
    wrong = [Morpheme("지", "VV", "지다", 0, 1), Morpheme("었", "EP", "었", 1, 2)]
    assert explain("지었다", 0, 3, [*wrong, Morpheme("다", "EF", "다", 2, 3)]).lemma == "짓다"
    whole = [Morpheme("이어지", "VV", "이어지다", 0, 3), Morpheme("었", "EP", "었", 2, 3)]
    assert explain("이어졌다", 0, 4, whole).lemma == "이어지다"
    right = [Morpheme("들르", "VV", "들르다", 6, 8), Morpheme("어서", "EC", "어서", 7, 9)]
    assert explain("그는 집에 들러서 쉬었다.", 6, 9, right).lemma == "들르다"


def test_every_part_of_a_polite_verb_is_named() -> None:
    found = explain("발표하셨습니다", 0, 7)
    assert (found.lemma, found.hanja) == ("발표하다", "發表")
    assert [part.form for part in found.parts] == ["발표", "하", "시", "었", "습니다"]
    assert [part.mark for part in found.parts] == ["", "", "hon", "past", "formal"]


def test_an_auxiliary_verb_is_a_part_with_a_name() -> None:
    found = explain("고쳐주신다", 0, 5)
    assert found.lemma == "고치다"
    assert [part.form for part in found.parts] == ["고치", "어", "주", "시", "ㄴ다"]
    assert "auxiliary verb (주다)" in found.parts[2].name_en


@pytest.mark.parametrize("word", ["드문", "튼튼한", "어려운"])
def test_a_describing_form_of_an_adjective_is_no_past(word: str) -> None:
    found = explain(word, 0, len(word))
    assert found.parts[1].name_en == "adnominal ending of an adjective (which is)"


def test_what_two_entries_say_alike_is_told_once() -> None:
    glosses = [sense.glosses for sense in explain("간", 0, 1).senses]
    assert len(glosses) == len(set(glosses)) > 1


def test_a_verb_of_two_verbs_says_what_both_mean() -> None:
    found = explain("잘라먹었다", 0, 5)
    assert (found.lemma, found.senses[0].glosses) == ("잘라먹다", ("cut and eat",))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("구속영장을", "구속 (arrest) + 영장 (warrant)"),
        ("압수수색", "압수 (seizure) + 수색 (search)"),
        ("대통령은", ""),
        ("바람이", ""),
    ],
)
def test_a_compound_of_the_lexicon_shows_its_parts(word: str, parts: str) -> None:
    assert explain(word, 0, len(word)).derivation == parts


def test_the_hanja_of_a_verb_are_those_of_its_meaning() -> None:
    found = explain("혐의를 부인했다.", 4, 8)
    assert (found.senses[0].glosses[0], found.hanja) == ("deny", "否認")
