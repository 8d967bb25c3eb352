"""The analyser's process: its morphemes and their places in the text, with and without Kiwi."""

from importlib.util import find_spec
from pathlib import Path

import psutil
import pytest

from newsreader.child import ChildError, ChildRefusedError
from newsreader.korean import analyser as module
from newsreader.korean.analyser import MAX_TEXT, Analyser, available

needs_kiwi = pytest.mark.skipif(
    not available(), reason="kiwipiepy, the word analyser, is not installed"
)


def test_it_is_available_where_kiwi_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available() == (find_spec("kiwipiepy") is not None)
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    assert not available()


async def test_without_kiwi_it_says_so_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked" / "kiwipiepy"
    blocked.mkdir(parents=True)
    (blocked / "__init__.py").write_text("raise ImportError('not here')\n")
    monkeypatch.setenv("PYTHONPATH", str(blocked.parent))
    with pytest.raises(ChildRefusedError, match=r"cannot be loaded here: not here\.$"):
        await Analyser(tmp_path / "log").analyse(["가"])


async def test_nothing_asked_is_nothing_started(tmp_path: Path) -> None:
    assert await Analyser(tmp_path / "log").analyse([]) == []
    assert not (tmp_path / "log").exists()


@pytest.mark.asyncio(loop_scope="module")
async def test_lemmas_are_dictionary_forms(analyser: Analyser) -> None:
    (found,) = await analyser.analyse(["정부는 계획을 재확인했고 제안은 거부당했다."])
    lemmas = {one.form: one.lemma for one in found}
    assert lemmas["하"] == "재확인하다"
    assert lemmas["당하"] == "거부당하다"
    assert all("-" not in one.tag for one in found)


@pytest.mark.asyncio(loop_scope="module")
async def test_places_are_those_of_the_text_given(analyser: Analyser) -> None:
    text = "[한빛=새벽통신]홍길순 기자 = 😀 (사진)나들이 인파"
    (found,) = await analyser.analyse([text])
    for one in found:
        assert text[one.start : one.end] == one.form
    assert "홍길순" in [one.form for one in found]


@pytest.mark.asyncio(loop_scope="module")
async def test_many_and_long_texts_are_answered_in_order(analyser: Analyser) -> None:
    texts = ["", "비가 온다. " * 2_000, *(f"제{number}조" for number in range(300)), "끝"]
    found = await analyser.analyse(texts)
    assert len(found) == len(texts)
    assert found[0] == []
    assert found[1] and all(one.end <= MAX_TEXT for one in found[1])
    assert [one.form for one in found[-1]] == ["끝"]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_question_that_is_none_is_refused(analyser: Analyser) -> None:
    with pytest.raises(ChildError):
        await analyser._child.ask({"texts": 7})
    assert await analyser.analyse(["가"])


@needs_kiwi
async def test_words_given_stay_whole_in_a_process_that_took_a_dead_one_s_place_too(
    tmp_path: Path,
) -> None:
    words = ("새누리빛연구단", "의사", "", "가", "x" * 99)
    texts = ["새누리빛연구단은 답하지 않았다.", "회의에서 의사를 밝혔다."]
    analyser = Analyser(tmp_path / "log", lambda: words)
    try:
        found = await analyser.analyse(texts)
        assert ("새누리빛연구단", "NNP") in [(one.form, one.tag) for one in found[0]]
        # What the lexicon explains does not become a name.
        assert ("의사", "NNG") in [(one.form, one.tag) for one in found[1]]

        assert analyser._child.pid is not None
        psutil.Process(analyser._child.pid).kill()
        await analyser.analyse(["가"])
        assert await analyser.analyse(texts) == found
    finally:
        await analyser.close()


@needs_kiwi
async def test_a_process_that_nobody_asks_ends_and_comes_back(tmp_path: Path) -> None:
    analyser = Analyser(tmp_path / "log", idle=0.01)
    try:
        assert await analyser.analyse(["집에 갔다."])
        assert analyser._waiting is not None
        await analyser._waiting
        assert analyser._child.pid is None
        assert await analyser.analyse(["집에 갔다."])
    finally:
        await analyser.close()
