"""Keys: the Korean keyboard, counts and sequences, and tables that agree with each other."""

import pytest

from newsreader.tui.commands import EVERYWHERE, HOME, READER, SCREENS, Command
from newsreader.tui.hangul_keys import latin_keys
from newsreader.tui.keys import key_name
from newsreader.tui.sequences import Sequences


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ㅓ", "j"),
        ("ㅏ", "k"),
        ("거", "rj"),
        ("닭", "ekfr"),
        ("ㅘ", "hk"),
        ("뭐", "anj"),
        ("ㄲ", "R"),
        ("j", ""),
        ("5", ""),
        ("거a", ""),
    ],
)
def test_hangul_becomes_the_keys_that_were_pressed(typed: str, keys: str) -> None:
    assert latin_keys(typed) == keys


def test_every_jamo_of_the_layout_has_its_key() -> None:
    letters = {latin_keys(chr(code)) for code in range(ord("ㄱ"), ord("ㅣ") + 1)}
    assert set("abcdefghijklmnopqrstuvwxyz") <= letters


def test_escape_takes_back_a_count_or_half_a_sequence_and_nothing_else() -> None:
    typed = Sequences(READER)
    assert [typed.press(key) for key in ("3", "escape", "g", "escape")] == [""] * 4
    assert typed.take_count() == 1
    assert typed.press("escape") is None
    assert [typed.press("4"), typed.press("j"), typed.press("escape")] == ["", None, None]


def test_counts_and_sequences() -> None:
    typed = Sequences(READER)
    assert typed.press("j") is None
    assert typed.take_count() == 1
    assert [typed.press(key) for key in "12"] == ["", ""]
    assert typed.press("j") is None
    assert typed.take_count() == 12
    assert typed.press("g") == ""
    assert typed.press("g") == "first"
    assert typed.press("0") is None


def test_a_count_is_only_for_the_next_command() -> None:
    typed = Sequences(READER)
    assert typed.press("5") == ""
    assert typed.press("t") is None
    assert typed.press("j") is None
    assert typed.take_count() == 1


@pytest.mark.parametrize("screen", [READER + EVERYWHERE, HOME + EVERYWHERE])
def test_no_key_means_two_things_on_one_screen(screen: tuple[Command, ...]) -> None:
    keys = [key for command in screen for key in command.keys]
    assert len(keys) == len(set(keys))
    assert len({command.id for command in screen}) == len(screen)


def test_every_command_has_a_key_that_no_input_method_holds() -> None:
    for command in (one for commands in SCREENS.values() for one in commands):
        free = [
            key
            for key in command.keys
            if not all(len(part) == 1 and part.isalpha() for part in key.split(","))
        ]
        assert free, command.id


def test_keys_are_named_as_on_a_keyboard() -> None:
    assert [key_name(key) for key in ("ctrl+d", "g,g", "f5", "pagedown", "R")] == [
        "Ctrl-d",
        "gg",
        "F5",
        "PgDn",
        "R",
    ]
