"""What an engine gets: names in English, headline hanja, datelines, numbers."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import BlockKind, Match, Row, Segment
from newsreader.child import Child
from newsreader.glossary.check import with_use
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Answer, Capabilities, Context, EngineInfo, Request
from newsreader.translate.pipeline import Translation
from newsreader.translate.prepare import Prepared, prepare
from tests.translate import echo_worker

DAY = date(2023, 2, 6)
LONG_TITLE = "가람평화교섭본부장"
GLOSSARY = Glossary(
    [
        Term("김가람", "Kim Ga-ram", "person"),
        Term("가람은행", "Bank of Garam (BOG)", "organisation"),
        Term("가람", "Garam", "place"),
        Term("정부", "government", "organisation"),
        Term("가람 광장 선언", "Garam Square Declaration", "event"),
        Term("대통령", "president", "title"),
        Term(LONG_TITLE, "Special Envoy for Peace in Garam", "title"),
        Term("기준금리", "base rate", "economy"),
        Term("심의", "deliberation", "politics"),
        Term("발이 넓다", "know everyone", "idiom"),
        Term("나래청", "Narae Agency", "organisation", unsure=True),
        Term("다솜부", "Dasom Ministry", "organisation", status="deprecated"),
        Term("새나라", "“New” Land…", "organisation"),
        Term("ABC", "ABC", "organisation", do_not_translate=True),
        Term("나루통신", "Naru News", "organisation"),
    ]
)
MATCHER = Matcher(GLOSSARY.terms)
LOCAL = EngineInfo("echo", "", local=True, sends="", limits="")
ONLINE = replace(LOCAL, local=False)


class Echo:
    """An engine in a process of its own that says back what it got."""

    version = "1"

    def __init__(
        self,
        folder: Path,
        info: EngineInfo = LOCAL,
        capabilities: Capabilities = Capabilities(plain_numbers=True),  # noqa: B008 - frozen
    ) -> None:
        self.info = info
        self.capabilities = capabilities
        self._log = folder / "asked"
        self._child = Child(
            "tests.translate.echo_worker",
            [str(self._log)],
            name=echo_worker.NAME,
            log=folder / "echo.log",
        )

    @property
    def asked(self) -> list[str]:
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    async def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        del context
        for request in requests:
            said = await self._child.ask({"ko": request.text})
            yield Answer(request.id, said["en"])

    async def close(self) -> None:
        await self._child.close()


@pytest.fixture
async def echo(tmp_path: Path) -> AsyncGenerator[Echo, None]:
    engine = Echo(tmp_path)
    yield engine
    await engine.close()


def row_of(text: str, kind: BlockKind = "paragraph", number: int = 1) -> Row:
    return Row(Segment(number, 0, kind, text), terms=tuple(MATCHER.find(text, on=DAY)))


def prepared(text: str, kind: BlockKind = "paragraph", **can: bool) -> Prepared:
    engine = Echo(Path(), capabilities=Capabilities(**can))
    return prepare(row_of(text, kind), engine, DAY, GLOSSARY)


# Names


@pytest.mark.parametrize(
    ("ko", "text"),
    [
        ("김가람 대통령은 갔다.", "Kim Ga-ram 대통령은 갔다."),
        ("가람은행이 밝혔다.", "Bank of Garam이 밝혔다."),
        ("가람에서는 비가 왔다.", "Garam에서는 비가 왔다."),
        ("‘가람 광장 선언’을 지켰다.", "‘Garam Square Declaration’을 지켰다."),
        (f"김가람 {LONG_TITLE}과", "Kim Ga-ram Special Envoy for Peace in Garam과"),
        ("가람은행·김가람", "Bank of Garam·Kim Ga-ram"),
        # Words that are made of a place have English of their own.
        ("가람인과 가람행 열차", "가람인과 가람행 열차"),
        ("가람산이 아닌 가람 지역", "가람산이 아닌 Garam 지역"),
        # So have the head and the members of an organisation; a word of its own is none of these.
        ("가람은행장은 가람은행원을 만났다.", "가람은행장은 가람은행원을 만났다."),
        ("가람은행총재와 가람은행 장비", "Bank of Garam 총재와 Bank of Garam 장비"),
        # A short form that is introduced has been said.
        ("가람은행(가람은행)은 갔다.", "Bank of Garam은 갔다."),
        ("가람은행(김가람)은 갔다.", "Bank of Garam(Kim Ga-ram)은 갔다."),
        # Common nouns and short titles stay Korean.
        ("대통령은 기준금리를 심의했다.", "대통령은 기준금리를 심의했다."),
        ("정부는 갔다.", "정부는 갔다."),
        # So does what is not sure, no longer written, or cannot be copied.
        ("나래청과 다솜부와 새나라", "나래청과 다솜부와 새나라"),
        ("ABC는 갔다.", "ABC는 갔다."),
    ],
)
def test_names_go_in_as_their_english_and_keep_their_particles(ko: str, text: str) -> None:
    assert prepared(ko).request.text == text


def test_a_name_that_is_joined_with_a_word_stands_apart_from_it() -> None:
    row = row_of("김가람대통령은 갔다.")
    assert [match.term for match in row.terms][:1] == ["김가람"]
    engine = Echo(Path(), capabilities=Capabilities())
    text = prepare(row, engine, DAY, GLOSSARY).request.text
    assert text == "Kim Ga-ram 대통령은 갔다."


def test_a_name_goes_in_as_the_reader_spells_it_and_a_guess_does_not() -> None:
    row = row_of("김가람은 이나래를 만났다.")
    styled = replace(row.terms[0], en="Kim Garam")
    guess = Match(5, 8, "이나래", "Lee Na-rae", status="proposed")
    row = replace(row, terms=(styled, guess))
    engine = Echo(Path(), capabilities=Capabilities())
    assert prepare(row, engine, DAY, GLOSSARY).request.text == "Kim Garam은 이나래를 만났다."


def test_a_family_name_goes_in_as_a_family_name() -> None:
    row = replace(row_of("김 의원은 웃었다."), terms=(Match(0, 1, "김가람", "Kim Ga-ram"),))
    engine = Echo(Path(), capabilities=Capabilities())
    assert prepare(row, engine, DAY, GLOSSARY).request.text == "Kim 의원은 웃었다."


def test_an_engine_that_writes_terms_gets_them_beside_the_korean() -> None:
    one = prepared("김가람은 나래청에서 기준금리를 말했다.", uses_terms=True)
    assert one.request.text == "김가람은 나래청에서 기준금리를 말했다."
    assert [match.term for match in one.request.terms] == ["김가람", "기준금리"]


def test_the_sample_gets_its_korean_as_it_is() -> None:
    text = "(가람=나루통신) 김가람 기자 = 北 김가람은 280만 명"
    one = prepared(text, "title", sample=True)
    assert (one.request.text, one.lead) == (text, "")


# Common nouns


def test_what_may_be_insisted_on_goes_along_for_an_engine_on_this_machine(tmp_path: Path) -> None:
    row = row_of("김가람은 기준금리를 심의했다. 발이 넓다")
    here = prepare(row, Echo(tmp_path), DAY, GLOSSARY)
    # 심의했다 is a verb: English in its place would break it.
    assert [match.term for match in here.request.terms] == ["기준금리"]
    again = prepare(row, Echo(tmp_path), DAY, GLOSSARY, insist=here.request.terms)
    assert again.request.text == "Kim Ga-ram은 base rate를 심의했다. 발이 넓다"
    assert again.request.terms == ()
    assert prepare(row, Echo(tmp_path, ONLINE), DAY, GLOSSARY).request.terms == ()


# Headlines


@pytest.mark.parametrize(
    ("ko", "text"),
    [
        ("北, 미사일 발사", "북한, 미사일 발사"),
        ("美·日 정상 만난다", "미국·일본 정상 만난다"),
        ("北유럽 여행", "북유럽 여행"),
        ('野 "특검"…與 "안돼"', '야당 "특검"…여당 "안돼"'),
        ("檢, 前 장관 소환", "검찰, 전 장관 소환"),
        ("韓美日 회담", "한미일 회담"),
        ("美국 대사", "미국 대사"),
        ("對北 제재", "대북 제재"),
    ],
)
def test_headline_hanja_become_words(ko: str, text: str) -> None:
    for kind in ("title", "subtitle", "subheading"):
        assert prepared(ko, kind).request.text == text
    assert prepared(ko).request.text == ko


# Datelines


@pytest.mark.parametrize(
    ("ko", "lead", "text"),
    [
        ("(가람=나루통신) 김가람 기자 = 비가 왔다.", "(Garam, Naru News) ", "비가 왔다."),
        ("[가람=나루통신]김가람 이나래 기자 = 비가 왔다.", "(Garam, Naru News) ", "비가 왔다."),
        ("【가람＝나루통신】 비가 왔다.", "(Garam, Naru News) ", "비가 왔다."),
        ("[수리=나루통신 이나래 기자] 비가 왔다.", "(Suri, Naru News) ", "비가 왔다."),
        ("(가람·수리=다온뉴스) 비가 왔다.", "(Garam/Suri, Daon News) ", "비가 왔다."),
        ("[나루통신=김가람 기자] 비가 왔다.", "(Naru News) ", "비가 왔다."),
        ("[온누리일보=이나래 선임기자] 비가 왔다.", "(Onnuri Ilbo) ", "비가 왔다."),
        ("(가람=나루통신) 김가람 기자 = ", "", "(Garam=Naru News) Kim Ga-ram 기자 ="),
        ("[단독] 비가 왔다.", "", "[단독] 비가 왔다."),
        ("비(雨=rain) 이름 = 왔다.", "", "비(雨=rain) 이름 = 왔다."),
    ],
)
def test_a_dateline_goes_round_the_engine(ko: str, lead: str, text: str) -> None:
    one = prepared(ko)
    assert (one.lead, one.request.text) == (lead, text)


@given(st.text("가람=나루통신(김 기자)[]=.·北280만A", max_size=80))
def test_any_text_can_be_prepared_and_none_of_it_is_lost(text: str) -> None:
    row = Row(Segment(1, 0, "paragraph", text), terms=tuple(MATCHER.find(text, on=DAY)))
    one = prepare(row, Echo(Path(), capabilities=Capabilities()), DAY, GLOSSARY)
    assert text.endswith(one.ko)
    assert bool(one.lead) == (len(one.ko) < len(text))
    kept = set(one.request.text)
    # A middot may go with a term: 가·람 is the person 가람.
    assert {letter for letter in one.ko if letter in ".北280"} <= kept


# Through an engine


async def finished(rows: Sequence[Row], engine: Echo, memory: SqliteMemory) -> list[Row]:
    context = Context(on=DAY)
    stream = Translation(rows, engine, memory, context=context, glossary=GLOSSARY)
    return [row async for row in stream]


async def test_the_english_of_a_name_comes_through(echo: Echo, memory: SqliteMemory) -> None:
    (row,) = await finished([row_of("김가람은 280만 명을 만났다.")], echo, memory)
    assert echo.asked == ["Kim Ga-ram은 2,800,000명을 만났다."]
    assert row.en == "So Kim Ga-ram… 2,800,000… …."
    assert row.ko == "김가람은 280만 명을 만났다."


async def test_a_dateline_is_in_the_english_and_in_the_memory(
    echo: Echo, memory: SqliteMemory
) -> None:
    leads = ["(가람=나루통신) 김가람 기자 = ", "(수리=나루통신) "]
    rows = [row_of(f"{lead}비가 왔다.", number=n) for n, lead in enumerate(leads, 1)]
    first = await finished(rows, echo, memory)
    assert [row.en for row in first] == ["(Garam, Naru News) So … ….", "(Suri, Naru News) So … …."]
    again = await finished(rows, echo, memory)
    assert [row.en for row in again] == [row.en for row in first]
    assert [row.status for row in again] == ["cached"] * 2
    without = await finished(rows, None, memory)  # type: ignore[arg-type] # no engine
    assert [row.en for row in without] == [row.en for row in first]


async def test_a_missing_noun_is_insisted_on_once(echo: Echo, memory: SqliteMemory) -> None:
    (row,) = await finished([row_of("김가람은 기준금리를 말했다.")], echo, memory)
    assert echo.asked == ["Kim Ga-ram은 기준금리를 말했다.", "Kim Ga-ram은 base rate를 말했다."]
    assert row.en == "So Kim Ga-ram… base rate… …."
    (again,) = await finished([row_of("김가람은 기준금리를 말했다.")], echo, memory)
    assert (again.en, again.status, len(echo.asked)) == (row.en, "cached", 2)


async def test_insisting_never_costs_a_term(tmp_path: Path, memory: SqliteMemory) -> None:
    class Stubborn(Echo):
        async def translate(
            self, requests: Sequence[Request], context: Context
        ) -> AsyncGenerator[Answer, None]:
            async for answer in super().translate(requests, context):
                # With English in the text it forgets who it was.
                forgets = "base rate" in answer.text
                text = "Something was said about it." if forgets else answer.text
                yield Answer(answer.id, text)

    engine = Stubborn(tmp_path)
    (row,) = await finished([row_of("김가람은 기준금리를 말했다.")], engine, memory)
    await engine.close()
    assert row.en == "So Kim Ga-ram… … …."
    assert [match.used for match in with_use(row.terms, row.en, GLOSSARY)] == [True, False]


async def test_a_changed_term_is_translated_anew_and_nothing_else(
    echo: Echo, memory: SqliteMemory
) -> None:
    texts = ["김가람은 갔다.", "가람은행이 밝혔다.", "기준금리는 그대로다.", "비가 왔다."]
    rows = [row_of(text, number=number) for number, text in enumerate(texts, 1)]
    await finished(rows, echo, memory)
    before = len(echo.asked)
    changed = Glossary(
        [
            Term("김가람", "Kim Karam", "person"),
            Term("기준금리", "policy rate", "economy"),
            *GLOSSARY.terms[1:],
        ]
    )
    matcher = Matcher(changed.terms)
    rows = [replace(row, terms=tuple(matcher.find(row.ko, on=DAY))) for row in rows]
    stream = Translation(rows, echo, memory, context=Context(on=DAY), glossary=changed)
    found = {row.id: row async for row in stream}
    assert {number: row.status for number, row in found.items()} == {
        1: "translated",
        2: "cached",
        3: "translated",
        4: "cached",
    }
    assert "Kim Karam" in (found[1].en or "")
    assert echo.asked[before:] == [
        "Kim Karam은 갔다.",
        "기준금리는 그대로다.",
        "policy rate는 그대로다.",
    ]
