"""The online dictionary: what it is asked, what it answers, and that the key stays here."""

from collections.abc import Iterator

import pytest

from newsreader.dictionaries.entry import Headword
from newsreader.errors import SourceError
from newsreader.ingest.krdict import look_up, read
from tests.ingest.server import Server, send

ANSWER = """<?xml version="1.0" encoding="UTF-8"?><channel><total>2</total>
<item><word>가람</word><origin>江</origin><pos>명사</pos>
<sense><definition>…</definition><translation><trans_word>river</trans_word>
<trans_dfn>A large stream.</trans_dfn></translation></sense></item>
<item><word>가람집</word><pos>명사</pos><sense><translation><trans_word>x</trans_word>
</translation></sense></item></channel>""".encode()
KEY = "0123456789ABCDEF"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


async def test_the_word_is_asked_and_its_english_comes_back(server: Server) -> None:
    query = f"key={KEY}&q=%EA%B0%80%EB%9E%8C&translated=y&trans_lang=1&num=10"
    server.on(f"/api?{query}", send(ANSWER, kind="text/xml"))
    found = await look_up("가람", KEY, address=f"{server.url}/api")
    assert found == [Headword("가람", ("river – A large stream.",), "noun", "江")]


async def test_failures_are_sentences_without_the_key(server: Server) -> None:
    query = f"key={KEY}&q=x&translated=y&trans_lang=1&num=10"
    server.on(f"/api?{query}", send(b"", status=500))
    with pytest.raises(SourceError, match="HTTP 500") as refused:
        await look_up("x", KEY, address=f"{server.url}/api")
    server.close()
    with pytest.raises(SourceError, match="could not be reached") as unreachable:
        await look_up("x", KEY, address=f"{server.url}/api")
    for one in (refused.value, unreachable.value):
        assert KEY not in f"{one!r} {one.__cause__!r}"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<error><message>Unregistered key</message></error>", "Unregistered key"),
        (b"<!DOCTYPE x [<!ENTITY a 'aaa'>]><channel>&a;</channel>", "not its XML"),
        (b"<channel><item>", "not its XML"),
        (b"\xff\xfe", "not its XML"),
    ],
)
def test_other_answers_are_refused(content: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        read(content, "가람")
