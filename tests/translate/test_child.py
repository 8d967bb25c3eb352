"""Child processes: real ones, that answer, break, hang and are killed."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import psutil
import pytest

from newsreader.child import Child, ChildError, ChildRefusedError

HELLO = '{"hello": "toy", "protocol": 1}'

#: Answers; dies, prints, sleeps or refuses when asked to.
GOOD = """
import os, sys, time
from newsreader.child import serve
from newsreader.errors import EngineError

def prepare():
    print("a library prints while it is loaded")
    open("starts", "a").write("x")
    if os.path.exists("refuse"):
        raise EngineError("There is no dictionary here.")
    def answer(question):
        do = question["do"]
        if do == "print":
            print("chatter on stdout")
        if do == "sleep":
            time.sleep(60)
        if do == "die":
            os._exit(1)
        if do == "die once" and not os.path.exists("died"):
            open("died", "w")
            os._exit(1)
        if do == "fail":
            raise ValueError("not that word")
        return {"done": do}
    return answer, {}

serve("toy", prepare)
"""

MakeChild = Callable[..., Child]


@pytest.fixture
async def make_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MakeChild]:
    """Return what makes a child of a program's text. It runs in ``tmp_path``."""
    children: list[Child] = []
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "modules"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "modules").mkdir()

    def make(program: str = GOOD, answer_timeout: float = 20.0) -> Child:
        (tmp_path / "modules" / "toy_worker.py").write_text(program, encoding="utf-8")
        child = Child(
            "toy_worker",
            [],
            name="toy",
            log=tmp_path / "logs" / "toy.log",
            answer_timeout=answer_timeout,
        )
        children.append(child)
        return child

    yield make
    for child in children:
        await child.close()


async def test_answers_come_by_question(make_child: MakeChild) -> None:
    child = make_child()
    answers = await asyncio.gather(*(child.ask({"do": str(n)}) for n in range(20)))
    assert [answer["done"] for answer in answers] == [str(n) for n in range(20)]


async def test_what_is_printed_goes_to_the_log(make_child: MakeChild, tmp_path: Path) -> None:
    child = make_child()
    assert (await child.ask({"do": "print"}))["done"] == "print"
    assert (await child.ask({"do": "on"}))["done"] == "on"
    await child.close()
    log = (tmp_path / "logs" / "toy.log").read_text(encoding="utf-8")
    assert "while it is loaded" in log


async def test_modules_of_the_current_folder_are_not_imported(
    make_child: MakeChild, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    assert (await make_child().ask({"do": "work"}))["done"] == "work"


async def test_a_child_that_ends_is_started_again_once(
    make_child: MakeChild, tmp_path: Path
) -> None:
    child = make_child()
    assert (await child.ask({"do": "die once"}))["done"] == "die once"
    assert (tmp_path / "starts").read_text() == "xx"
    with pytest.raises(ChildError, match="failed twice: it ended"):
        await child.ask({"do": "die"})
    assert (await child.ask({"do": "well again"}))["done"] == "well again"


async def test_a_refusal_is_not_tried_again(make_child: MakeChild, tmp_path: Path) -> None:
    (tmp_path / "refuse").touch()
    with pytest.raises(ChildRefusedError, match="There is no dictionary here"):
        await make_child().ask({"do": "work"})
    assert (tmp_path / "starts").read_text() == "x"


async def test_a_question_without_an_answer_leaves_the_child_alone(make_child: MakeChild) -> None:
    child = make_child()
    await child.ask({"do": "start"})
    before = child.pid
    with pytest.raises(ChildError, match="not that word"):
        await child.ask({"do": "fail"})
    assert (await child.ask({"do": "go on"}))["done"] == "go on"
    assert child.pid == before


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("print('Traceback, or whatever')", "not JSON"),
        ("print('[1, 2]')", "not an answer"),
        ("print('[' * 100_000)", "not JSON"),
        ("print('9' * 2_000_000)", "a line of more than"),
        ("sys.stdout.buffer.write(bytes(range(256)) + bytes([10]))", "not JSON"),
        ('print(\'{"hello": "another", "protocol": 1}\')', "not the program"),
        ('print(\'{"hello": "toy", "protocol": 99}\')', "not the program"),
        (f"print('{HELLO}'); print('{{\"id\": 77, \"done\": 1}}')", "was not asked"),
        (f"print('{HELLO}'); print('half a li', end='')", "it ended"),
        ("sys.exit()", "it ended"),
    ],
)
async def test_rubbish_is_an_error(make_child: MakeChild, said: str, sentence: str) -> None:
    child = make_child(f"import sys\n{said}\nsys.stdout.flush()\nsys.stdin.readline()")
    with pytest.raises(ChildError, match=sentence):
        await child.ask({"do": "work"})
    assert child.pid is None


async def test_a_silent_child_is_killed(make_child: MakeChild) -> None:
    child = make_child(answer_timeout=0.3)
    await child.ask({"do": "start"})
    process = psutil.Process(child.pid)
    with pytest.raises(ChildError, match=r"did not answer in 0\.3 seconds"):
        await child.ask({"do": "sleep"})
    assert not process.is_running()
    assert (await child.ask({"do": "work"}))["done"] == "work"


async def test_cancelling_kills_at_once_and_the_next_answer_is_its_own(
    make_child: MakeChild,
) -> None:
    child = make_child()
    await child.ask({"do": "start"})
    process = psutil.Process(child.pid)
    task = asyncio.create_task(child.ask({"do": "sleep"}))
    await asyncio.sleep(0.05)
    task.cancel()
    async with asyncio.timeout(20):
        with pytest.raises(asyncio.CancelledError):
            await task
    assert not process.is_running()
    assert (await child.ask({"do": "work"}))["done"] == "work"


async def test_closing_ends_the_process(make_child: MakeChild) -> None:
    child = make_child()
    await child.ask({"do": "start"})
    process = psutil.Process(child.pid)
    await child.close()
    await child.close()
    assert not process.is_running()


async def test_closing_waits_for_what_a_twice_cancelled_question_left(
    make_child: MakeChild,
) -> None:
    child = make_child()
    await child.ask({"do": "start"})
    process = psutil.Process(child.pid)
    task = asyncio.create_task(child.ask({"do": "sleep"}))
    await asyncio.sleep(0.05)
    for _ in range(2):  # an app that ends cancels a worker that is cancelled already
        task.cancel()
        await asyncio.sleep(0)
    await child.close()
    assert not process.is_running()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_closing_ends_a_child_whose_question_was_cancelled_while_it_was_made(
    make_child: MakeChild,
) -> None:
    child = make_child()
    before = len(psutil.Process().children())
    task = asyncio.create_task(child.ask({"do": "start"}))
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    await child.close()
    assert child.pid is None
    assert len(psutil.Process().children()) == before
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_closing_waits_for_a_child_that_is_just_starting(make_child: MakeChild) -> None:
    child = make_child()
    task = asyncio.create_task(child.ask({"do": "start"}))
    for _ in range(10_000):
        await asyncio.sleep(0.001)
        if child.pid is not None:
            break
    process = psutil.Process(child.pid)
    await child.close()
    assert not process.is_running()
    with pytest.raises(ChildError, match="was stopped"):
        await task
    assert (await child.ask({"do": "well again"}))["done"] == "well again"


def test_a_child_ends_with_its_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "toy_worker.py").write_text(GOOD, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{':' if sys.platform != 'win32' else ';'}{root}")
    program = (
        "import asyncio\nfrom pathlib import Path\nfrom newsreader.child import Child\n"
        "async def main():\n"
        " child = Child('toy_worker', [], name='toy', log=Path('toy.log'))\n"
        " await child.ask({'do': 'start'})\n"
        " print(child.pid, flush=True)\n"
        " await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=tmp_path
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    gone, _ = psutil.wait_procs([child], timeout=10)
    assert gone


async def test_a_log_that_cannot_be_written_is_one_sentence(
    make_child: MakeChild, tmp_path: Path
) -> None:
    child = make_child()
    (tmp_path / "logs").write_text("a file where the folder should be")
    with pytest.raises(ChildError, match=r"The log .* cannot be written"):
        await child.ask({"do": "work"})


async def test_a_log_does_not_grow_for_ever(make_child: MakeChild, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    log = tmp_path / "logs" / "toy.log"
    log.write_bytes(b"x" * (2 << 20))
    await make_child().ask({"do": "work"})
    assert log.stat().st_size < 10_000
