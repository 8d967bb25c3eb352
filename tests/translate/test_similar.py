"""Near matches in the memory, and how they are offered."""

import asyncio
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from newsreader.library.database import connect
from newsreader.library.memory import SqliteMemory
from newsreader.translate.engine import Context, Remembered
from newsreader.translate.memory import correction
from newsreader.translate.pipeline import Translation
from tests.translate.conftest import MakeRows

KNOWN = "가람시는 오는 30일 강을 가로지르는 새 다리를 개통한다고 밝혔다."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (KNOWN, True),
        ("가람시는 오는 25일 강을 가로지르는 새 다리를 개통한다고 말했다.", True),
        ("가람시는 강을 가로지르는 새 다리를 30일 개통한다고 밝혔다.", True),
        ("가람시는 내년 예산을 줄이기로 했다고 5일 공식 발표했다.", False),
        (
            "나래시는 오는 30일 강을 가로지르는 새 다리를 개통한다고 밝혔다.",
            False,
        ),  # begins otherwise
        ("가", False),
        ("", False),
        ("가람시는 " * 300, False),
    ],
)
async def test_what_is_alike_is_found(memory: SqliteMemory, text: str, found: bool) -> None:
    memory.keep([correction(KNOWN, "Garam is to open its new bridge on the 30th, it said.")])
    similar = await memory.similar(text)
    assert [one.entry.ko for one in similar] == [KNOWN] * found
    assert all(0.75 <= one.likeness <= 1 for one in similar)


async def test_the_nearest_comes_first_and_each_korean_once(memory: SqliteMemory) -> None:
    texts = [KNOWN.replace("30일", day) for day in ("31일", "3월 1일", "일요일에", "30일")]
    memory.keep(correction(text, f"No. {number}") for number, text in enumerate(texts))
    memory.keep([Remembered("a" * 64, KNOWN, "By an engine.", "firefox")])
    similar = await memory.similar(KNOWN, limit=3)
    assert similar[0].entry.ko == KNOWN
    assert similar[0].likeness == 1
    likeness = [one.likeness for one in similar]
    assert likeness == sorted(likeness, reverse=True)
    assert len({one.entry.ko for one in similar}) == len(similar) == 3


async def test_a_large_memory_takes_no_longer(memory: SqliteMemory) -> None:
    chance = Random(0)
    words = [
        "정부는",
        "새",
        "다리를",
        "오는",
        "개통한다고",
        "밝혔다",
        "강을",
        "예산",
        "시장",
        "어제",
    ]
    memory.keep(
        correction("가람시는 " + " ".join(chance.choices(words, k=30)) + f" {number}", "No.")
        for number in range(20_000)
    )
    began = time.process_time()
    await memory.similar("가람시는 " + " ".join(chance.choices(words, k=30)))
    assert time.process_time() - began < 0.5


async def test_a_kept_memory_is_searched_beside_the_event_loop(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "library.db")) as connection:
        memory = SqliteMemory(connection)
        memory.keep([correction(KNOWN, "Garam is to open its new bridge on the 30th, it said.")])
        looking = asyncio.create_task(memory.similar(KNOWN))
        await asyncio.sleep(0)
        assert not looking.done()  # the loop goes on
        assert [one.entry.ko for one in await looking] == [KNOWN]


async def test_a_row_without_english_offers_the_nearest(
    memory: SqliteMemory, make_rows: MakeRows
) -> None:
    memory.keep([correction(KNOWN.replace("30일", "31일"), "Garam is to open its new bridge.")])
    rows = make_rows([KNOWN, "전혀 다른 문장이다."])
    near, far = [row async for row in Translation(rows, None, memory, context=Context())]
    (warning,) = near.warnings
    assert (near.en, near.status) == (None, "untranslated")
    assert warning.code == "similar"
    assert warning.message == (
        "The memory has a sentence 97 % like this one, by reader: Garam is to open its new bridge."
    )
    assert far.warnings == ()
