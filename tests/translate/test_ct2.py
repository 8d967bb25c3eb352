"""A reader's own CTranslate2 model: a true one, made here, in its own process."""

import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.article import Row
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Context, Request
from newsreader.translate.engines import open_engine
from newsreader.translate.engines.ct2_model import read_ct2
from newsreader.translate.engines.local import LocalEngine
from newsreader.translate.pipeline import Translation
from tests.translate.conftest import MakeRows

pytestmark = pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("ctranslate2", "sentencepiece"))),
    reason="the extra [ct2] is not installed",
)

KO = ["정부는 오늘 정책을 발표했다.", "국회는 어제 예산안을 통과시켰다.", "경찰은 조사를 시작했다."]
EN = [
    "Government today policy announced.",
    "Parliament yesterday budget passed.",
    "Police investigation began.",
]
NLLB = ("kor_Hang", "eng_Latn")


def opus(folder: Path) -> Path:
    """As ct2-opus-mt-converter makes it: two tokenizers, and the model adds the end itself."""
    from tests.translate.ct2_builder import WORDS, save_model, save_tokenizer

    save_model(folder)
    save_tokenizer(folder / "source.spm", list(WORDS))
    save_tokenizer(folder / "target.spm", list(WORDS.values()))
    return folder


def hugging_face(folder: Path) -> Path:
    """The same converted from Hugging Face: the end of the Korean is ours to add."""
    from tests.translate.ct2_builder import save_model

    opus(folder)
    save_model(folder, add_source_eos=False)
    return folder


def nllb(folder: Path) -> Path:
    """One tokenizer, many languages, no end."""
    from tests.translate.ct2_builder import WORDS, save_model, save_tokenizer

    save_model(folder, tags=NLLB, add_source_eos=False)
    save_tokenizer(folder / "sentencepiece.bpe.model", [*WORDS, *WORDS.values()])
    return folder


def m2m(folder: Path) -> Path:
    """As NLLB, with other names of languages and some name of its tokenizer."""
    from tests.translate.ct2_builder import save_model

    nllb(folder)
    save_model(folder, tags=("__ko__", "__en__"), add_source_eos=False)
    (folder / "sentencepiece.bpe.model").rename(folder / "m2m-418.spm")
    return folder


def argos(folder: Path) -> Path:
    """An Argos package: the model in a folder of its own."""
    from tests.translate.ct2_builder import WORDS, save_model, save_tokenizer

    save_model(folder / "model")
    save_tokenizer(folder / "sentencepiece.model", [*WORDS, *WORDS.values()])
    (folder / "metadata.json").write_text(json.dumps({"from_code": "ko", "to_code": "en"}))
    return folder


@pytest.fixture
def opened(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], LocalEngine]:
    def opened(folder: Path) -> LocalEngine:
        monkeypatch.setenv("NEWSREADER_LOCAL_CT2_MODEL", str(folder))
        engine = open_engine("local-ct2", paths=paths)
        assert isinstance(engine, LocalEngine)
        return engine

    return opened


@pytest.mark.parametrize("make", [opus, hugging_face, nllb, m2m, argos])
async def test_every_kind_of_model_gets_its_text_as_it_wants_it(
    tmp_path: Path, opened: Callable[[Path], LocalEngine], make: Callable[[Path], Path]
) -> None:
    engine = opened(make(tmp_path / "my model"))
    requests = [Request(number, ko) for number, ko in enumerate(KO)]
    found = {answer.id: answer.text async for answer in engine.translate(requests, Context())}
    await engine.close()
    assert found == dict(enumerate(EN))


async def test_rows_get_their_own_english_and_the_memory_keeps_it(
    tmp_path: Path,
    opened: Callable[[Path], LocalEngine],
    memory: SqliteMemory,
    make_rows: MakeRows,
) -> None:
    engine = opened(opus(tmp_path / "opus"))

    async def read() -> dict[int, Row]:
        rows = Translation(make_rows(KO), engine, memory, context=Context())
        return {row.id: row async for row in rows}

    first = await read()
    assert [first[number].en for number in (1, 2, 3)] == EN
    assert {(row.status, row.engine) for row in first.values()} == {("translated", "local-ct2")}
    await engine.close()
    assert {row.status for row in (await read()).values()} == {"cached"}
    assert engine.pid is None


def test_the_path_may_stand_in_the_file(tmp_path: Path, paths: Paths) -> None:
    with pytest.raises(EngineError, match=r"set NEWSREADER_LOCAL_CT2_MODEL, or .*\[local-ct2\]"):
        open_engine("local-ct2", paths=paths)
    folder = opus(tmp_path / "opus")
    paths.config.mkdir(parents=True)
    file = paths.config / "engines.toml"
    file.write_text(f"[local-ct2]\nmodel = {json.dumps(str(folder))}\n", encoding="utf-8")
    file.chmod(0o600)
    assert open_engine("local-ct2", paths=paths).version == read_ct2(folder).version


def test_the_version_is_that_of_the_contents(tmp_path: Path) -> None:
    folder = opus(tmp_path / "opus")
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    assert read_ct2(copy).version == read_ct2(folder).version
    with (copy / "model.bin").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x7f")
    assert read_ct2(copy).version != read_ct2(folder).version


def without(*names: str) -> Callable[[Path], None]:
    def remove(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return remove


def holding(name: str, content: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / name).write_text(content, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (shutil.rmtree, "There is no folder"),
        (without("model.bin"), r"has no model\.bin"),
        (without("source.spm", "target.spm"), r"has no SentencePiece model .*source\.spm"),
        (without("shared_vocabulary.json"), "has no vocabulary"),
        (holding("shared_vocabulary.json", '["▁the", "</s>"]'), "does not read Korean"),
        (holding("shared_vocabulary.json", "["), "is not JSON"),
        (holding("config.json", "[]"), "does not hold what it should"),
        (holding("metadata.json", '{"from_code": "ko", "to_code": "ja"}'), "from ko to ja"),
    ],
)
def test_what_is_no_model_of_ours_is_one_sentence(
    tmp_path: Path, change: Callable[[Path], None], sentence: str
) -> None:
    folder = opus(tmp_path / "opus")
    change(folder)
    with pytest.raises(EngineError, match=sentence):
        read_ct2(folder)


@pytest.mark.parametrize("name", ["model.bin", "source.spm"])
async def test_a_damaged_file_is_one_sentence(
    tmp_path: Path, opened: Callable[[Path], LocalEngine], name: str
) -> None:
    folder = opus(tmp_path / "opus")
    (folder / name).write_bytes(b"\x01" * 5000)
    engine = opened(folder)
    with pytest.raises(EngineError, match="cannot be used"):
        _ = [answer async for answer in engine.translate([Request(1, KO[0])], Context())]
    await engine.close()
