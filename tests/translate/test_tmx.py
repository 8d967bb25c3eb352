"""TMX out and in."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.library.memory import SqliteMemory
from newsreader.translate import tmx
from newsreader.translate.engine import Remembered
from newsreader.translate.memory import correction, key

FOREIGN = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header segtype="sentence"/><body>
<tu tuid="7"><prop type="client">A</prop><note>checked</note>
<tuv xml:lang="KO-KR">
<seg>그는 <bpt i="1">&lt;b&gt;</bpt>갔다<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
<tuv xml:lang="en-US"><prop type="x">p</prop><seg>He <hi>left</hi> &amp; slept.</seg></tuv>
<tuv xml:lang="fr"><seg>Il est parti.</seg></tuv></tu>
<tu><tuv lang="ko"><seg>왔다.\x09\u202e</seg></tuv><tuv lang="en"><seg>Came.</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg>영어가 없다.</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg> </seg></tuv><tuv xml:lang="en"><seg>No Korean.</seg></tuv></tu>
</body></tmx>"""


def written(entries: Iterable[Remembered]) -> bytes:
    out = io.BytesIO()
    tmx.write(entries, out)
    return out.getvalue()


def read(content: bytes | str) -> list[Remembered]:
    data = content.encode() if isinstance(content, str) else content
    return list(tmx.read(io.BytesIO(data)))


texts = st.text(max_size=50).map(lambda text: correction(text, text).en).filter(bool)


@given(st.lists(st.tuples(texts, texts, st.sampled_from(["firefox", "reader", "google"]))))
def test_what_was_written_is_read_back_as_it_was(units: list[tuple[str, str, str]]) -> None:
    entries = [
        correction(ko, en)
        if engine == "reader"
        else Remembered(key(ko, engine=engine, version="<1&2>"), ko, en, engine, "<1&2>")
        for ko, en, engine in units
    ]
    assert read(written(entries)) == entries


def test_what_is_written_is_tmx() -> None:
    url = "https://example.org/?a=1&b=<2>"
    root = ElementTree.fromstring(written([correction("가 <&> “나”", url)]))
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    header = root.find("header")
    assert header is not None
    assert {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang"} < (
        set(header.attrib)
    )
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    found = {tuv.get(language): tuv.findtext("seg") for tuv in root.iter("tuv")}
    assert found == {"ko": "가 <&> “나”", "en": url}


def test_units_of_other_tools_become_the_readers_own() -> None:
    assert read(FOREIGN) == [
        correction("그는 갔다.", "He left & slept."),
        correction("왔다.", "Came."),
    ]


def test_a_unit_without_our_key_claims_no_engine() -> None:
    other = FOREIGN.replace('type="client">A', 'type="x-engine">firefox')
    assert {entry.engine for entry in read(other)} == {"reader"}


def test_the_whole_memory_goes_through(memory: SqliteMemory) -> None:
    entries = [
        Remembered(
            key(str(n), engine="firefox", version="1"), f"문장 {n}", f"No. {n}", "firefox", "1"
        )
        for n in range(3000)
    ]
    memory.keep(entries)
    content = written(memory)
    memory.forget([entry.key for entry in entries])
    memory.keep(tmx.read(io.BytesIO(content)))
    assert memory.find([entry.key for entry in entries]) == {one.key: one for one in entries}


def test_what_is_newer_stays(memory: SqliteMemory) -> None:
    """An export of yesterday, or another tool's file, does not undo today's correction."""
    memory.keep([correction("갔다.", "He went."), correction("왔다.", "He came.")])
    before = written(memory)
    (english,) = memory.corrections(["왔다."]).values()
    memory.keep([correction("왔다.", "She came.")])
    memory.keep(read(before))
    old = (
        '<tmx version="1.4"><body>'
        '<tu changedate="20200102T030405Z" creationdate="20190101T000000Z">'
        '<tuv xml:lang="ko_KR"><seg>{}</seg></tuv>'
        '<tuv xml:lang="EN_us" changedate="nonsense"><seg>Left.</seg></tuv></tu></body></tmx>'
    )
    memory.keep(read(old.format("갔다.")) + read(old.format("떠났다.")))
    found = memory.corrections(["갔다.", "왔다.", "떠났다."])
    assert {entry.ko: entry.en for entry in found.values()} == {
        "갔다.": "He went.",
        "왔다.": "She came.",
        "떠났다.": "Left.",
    }
    assert found["떠났다."].created == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert english.created is not None
    assert [entry.created for entry in read(before)] == [english.created.replace(microsecond=0)] * 2


def test_the_newest_is_the_newest_after_a_round_trip(memory: SqliteMemory) -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    for number, engine in enumerate(("google", "firefox", "deepl")):
        created = moment + timedelta(days=number)
        memory.keep([Remembered(f"{number:064x}", "왔다.", engine, engine, "", created)])
    content = written(memory)
    memory.forget([entry.key for entry in memory])
    memory.keep(reversed(read(content)))
    assert memory.newest(["왔다."])["왔다."].en == "deepl"


BOMB = (
    '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in ("ab", "bc", "cd", "de", "ef", "fg"))
    + "]><tmx><body><tu><tuv xml:lang='ko'><seg>&g;</seg></tuv></tu></body></tmx>"
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOMB, "declares entities"),
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>', "entities"),
        ("<html><body/></html>", "not TMX"),
        ("<tmx>" + "<a>" * 100_000, "nests deeper"),
        ("<tmx><body>", "not well-formed"),
        ("", "not well-formed"),
        ("PK\x03\x04", "not well-formed"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', "not well-formed"),
    ],
)
def test_what_is_no_tmx_is_refused(content: str, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        read(content)


def test_an_endless_segment_is_left_out() -> None:
    endless = f"<tmx><tu><tuv lang='ko'><seg>{'가' * 99_999}</seg></tuv>"
    assert read(f"{endless}<tuv lang='en'><seg>a</seg></tuv></tu></tmx>") == []


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read(b"<tmx><tu><tuv lang='ko'><seg>" + content)
    except SourceError as error:
        assert str(error).endswith(".")
