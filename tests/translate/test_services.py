"""DeepL, Papago and LibreTranslate, each against a server on this machine that speaks its way."""

import json
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from newsreader.article import Match
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.translate.accounts import Secret
from newsreader.translate.engine import Context, Engine, Request
from newsreader.translate.engines import ENGINES, open_engine
from newsreader.translate.engines.deepl import DeeplEngine
from newsreader.translate.engines.libretranslate import LibreTranslateEngine
from newsreader.translate.engines.papago import PapagoEngine
from tests.translate.server import Asked, Reply, Server

AROUND = Context(title="제목", sentences=("하나.", "둘."))
KEY = Secret("key-4711")


async def translated(engine: Engine, *texts: str) -> dict[int, str]:
    requests = [Request(number, text) for number, text in enumerate(texts, 1)]
    found = {answer.id: answer.text async for answer in engine.translate(requests, AROUND)}
    await engine.close()
    return found


def as_json(answer: object) -> Reply:
    return Reply(body=json.dumps(answer).encode(), headers={"Content-Type": "application/json"})


async def test_deepl(server: Server) -> None:
    def reply(asked: Asked) -> Reply:
        texts = json.loads(asked.body)["text"]
        return as_json({"translations": [{"text": f"EN {text}"} for text in texts]})

    server.reply = reply
    found = await translated(DeeplEngine(KEY, base_url=server.url), "하나.", "둘.")
    assert found == {1: "EN 하나.", 2: "EN 둘."}
    (asked,) = server.asked
    assert asked.path == "/v2/translate"
    assert asked.query == {}
    assert asked.headers["authorization"] == "DeepL-Auth-Key key-4711"
    body = json.loads(asked.body)
    assert (body["source_lang"], body["target_lang"]) == ("KO", "EN-US")
    assert body["context"] == "제목\n하나.\n둘."


class DeeplAccount:
    """A free account: DeepL with its glossaries, as its interface describes them."""

    #: Free accounts have had room for one glossary since May 2025 (WeblateOrg/weblate#14888).
    room = 1

    def __init__(self, server: Server) -> None:
        self.server = server
        #: Names and entries by id.
        self.glossaries: dict[str, dict[str, str]] = {}
        server.reply = self.reply

    def reply(self, asked: Asked) -> Reply:
        if asked.path.startswith("/v3/glossaries"):
            return self.manage(asked)
        body = json.loads(asked.body)
        entries = self.glossaries.get(body.get("glossary_id", ""), {}).get("entries", "")
        english = dict(line.split("\t") for line in entries.splitlines())
        texts = []
        for text in body["text"]:
            for ko, en in english.items():
                text = text.replace(ko, en)
            texts.append({"text": f"EN {text}"})
        return as_json({"translations": texts})

    def manage(self, asked: Asked) -> Reply:
        if asked.method == "GET":
            known = [{"glossary_id": n, "name": g["name"]} for n, g in self.glossaries.items()]
            return as_json({"glossaries": known})
        body = json.loads(asked.body)
        dictionary = body if asked.method == "PUT" else body["dictionaries"][0]
        assert (dictionary["source_lang"], dictionary["target_lang"]) == ("ko", "en")
        assert dictionary["entries_format"] == "tsv"
        if asked.method == "PUT":
            _, _, _, number, what = asked.path.split("/")
            assert what == "dictionaries"
            self.glossaries[number]["entries"] = dictionary["entries"]
            return as_json({"source_lang": "KO", "target_lang": "EN", "entry_count": 1})
        if len(self.glossaries) >= self.room:
            return Reply(456, b'{"message": "Too many glossaries"}')
        made = f"abc-{len(self.server.asked)}"
        self.glossaries[made] = {"name": body["name"], "entries": dictionary["entries"]}
        return as_json({"glossary_id": made, "name": body["name"]})

    def said(self) -> list[str]:
        return [f"{asked.method} {asked.path}" for asked in self.server.asked]


BANK = Match(0, 4, "가람은행", "Bank of Garam")
RATE = Match(6, 10, "기준금리", "base rate")
OLD = Match(0, 3, "다솜부", "Dasom Ministry", status="obsolete")


async def test_deepl_gets_the_terms_of_the_article_once(server: Server) -> None:
    account = DeeplAccount(server)
    context = Context("제목", ("하나.",), terms=(BANK, RATE, OLD, BANK))
    engine = DeeplEngine(KEY, base_url=server.url)
    found = {}
    for number, request in enumerate(
        [Request(1, "가람은행은", (BANK,)), Request(2, "비가"), Request(3, "기준금리", (RATE,))]
    ):
        async for answer in engine.translate([request], context):
            found[answer.id] = answer.text
        assert len(account.glossaries) == 1, number
    (glossary,) = account.glossaries.values()
    assert glossary["entries"] == "가람은행\tBank of Garam\n기준금리\tbase rate"
    assert found == {1: "EN Bank of Garam은", 2: "EN 비가", 3: "EN base rate"}
    await engine.close()
    assert account.said()[:3] == [
        "GET /v3/glossaries",
        "POST /v3/glossaries",
        "POST /v2/translate",
    ]
    assert len([said for said in account.said() if "glossaries" in said]) == 2


async def test_deepl_changes_its_one_glossary_for_the_next_article(server: Server) -> None:
    account = DeeplAccount(server)
    said = []
    for term, text in ((BANK, "가람은행은"), (RATE, "기준금리 가람은행")):
        # The app before was killed, or another one is open.
        engine = DeeplEngine(KEY, base_url=server.url)
        context = Context(terms=(term, replace(OLD, status="preferred", unsure=True)))
        said += [one.text async for one in engine.translate([Request(1, text, (term,))], context)]
        await engine.close()
    assert said == ["EN Bank of Garam은", "EN base rate 가람은행"]
    assert [one["name"] for one in account.glossaries.values()] == ["newsreader"]
    assert account.said().count("POST /v3/glossaries") == 1


async def test_deepl_without_room_for_our_glossary_still_translates(server: Server) -> None:
    account = DeeplAccount(server)
    account.glossaries["own-1"] = {"name": "the reader's own", "entries": "가람은행\tGaram"}
    engine = DeeplEngine(KEY, base_url=server.url)
    for _ in range(2):
        requests = [Request(1, "가람은행은", (BANK,))]
        assert [one.text async for one in engine.translate(requests, AROUND)] == ["EN 가람은행은"]
    assert account.said().count("GET /v3/glossaries") == 1
    assert list(account.glossaries) == ["own-1"]
    await engine.close()


async def test_libretranslate(server: Server) -> None:
    def reply(asked: Asked) -> Reply:
        return as_json({"translatedText": [f"EN {text}" for text in json.loads(asked.body)["q"]]})

    server.reply = reply
    found = await translated(LibreTranslateEngine(f"{server.url}/", KEY), "하나.", "둘.")
    assert found == {1: "EN 하나.", 2: "EN 둘."}
    await translated(LibreTranslateEngine(server.url), "하나.")
    with_key, without = (json.loads(asked.body) for asked in server.asked)
    assert with_key["api_key"] == "key-4711"
    assert "api_key" not in without
    assert server.asked[0].path == "/translate"
    assert server.asked[0].query == {}


async def test_papago(server: Server) -> None:
    def reply(asked: Asked) -> Reply:
        text = parse_qs(asked.body.decode())["text"][0]
        return as_json({"message": {"result": {"translatedText": f"EN {text}"}}})

    server.reply = reply
    engine = PapagoEngine(Secret("id-1"), KEY, base_url=server.url)
    assert await translated(engine, "하나.", "둘.") == {1: "EN 하나.", 2: "EN 둘."}
    asked = server.asked[0]
    assert asked.path == "/nmt/v1/translation"
    assert asked.headers["x-ncp-apigw-api-key-id"] == "id-1"
    assert asked.headers["x-ncp-apigw-api-key"] == "key-4711"
    assert parse_qs(asked.body.decode()) == {"source": ["ko"], "target": ["en"], "text": ["하나."]}


async def test_papago_uses_the_glossary_that_the_reader_names(server: Server, paths: Paths) -> None:
    server.reply = lambda _: as_json({"message": {"result": {"translatedText": "EN"}}})
    glossary = "7f3c2a91-8b5e-4d7b-9e32-000000000000"
    plain = PapagoEngine(KEY, KEY, base_url=server.url)
    engine = PapagoEngine(KEY, KEY, glossary=glossary, base_url=server.url)
    assert await translated(engine, "하나.") == {1: "EN"}
    assert parse_qs(server.asked[0].body.decode())["glossaryKey"] == [glossary]
    assert engine.version != plain.version  # its English is another's in the memory

    file = paths.config / "engines.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'[papago]\nid = "1"\nkey = "2"\nglossary = "{glossary}"\n', "utf-8")
    file.chmod(0o600)
    assert open_engine("papago", paths=paths).version == engine.version


@pytest.mark.parametrize(
    "answer",
    [
        {"translations": [{"text": "one for two"}], "translatedText": ["one for two"]},
        {"translations": [{}, {"text": None}], "translatedText": [1, None]},
        {"translations": "a text", "translatedText": "a text", "message": "a text"},
        ["a", "list"],
        None,
    ],
)
async def test_an_answer_of_another_form_translates_nothing(server: Server, answer: object) -> None:
    server.reply = lambda _: as_json(answer)
    for engine in (
        DeeplEngine(KEY, base_url=server.url),
        LibreTranslateEngine(server.url),
        PapagoEngine(KEY, KEY, base_url=server.url),
    ):
        assert await translated(engine, "하나.", "둘.") == {}


@pytest.mark.parametrize("name", ["deepl", "papago", "libretranslate", "openai", "anthropic"])
def test_opening_without_an_account_says_what_is_missing(paths: Paths, name: str) -> None:
    with pytest.raises(EngineError, match=rf"The engine {name} needs .*\[{name}\] in"):
        open_engine(name, paths=paths)


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"firefox", "local-ct2"}))
async def test_every_engine_opens_with_its_account(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for value in ("KEY", "ID", "MODEL"):
        monkeypatch.setenv(f"NEWSREADER_{name.upper()}_{value}", "abc")
    if name == "libretranslate":
        monkeypatch.setenv("NEWSREADER_LIBRETRANSLATE_URL", "https://translate.invalid")
    engine = open_engine(name, paths=paths)
    assert engine.info is ENGINES[name]
    assert engine.version
    assert "abc" not in repr(engine)
    await engine.close()
