"""Settings: defaults, the file, the environment, and one clear sentence for what is wrong."""

from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.errors import UsageError


def test_defaults_without_a_file(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "none.toml", {}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('engine = "firefox"\nfetch_timeout = 10\n', encoding="utf-8")
    settings = Settings.load(file, {"NEWSREADER_FETCH_TIMEOUT": "2.5"})
    assert (settings.engine, settings.fetch_timeout) == ("firefox", 2.5)


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('engine = "firefox"\n', encoding="utf-8-sig")
    assert Settings.load(file, {}).engine == "firefox"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("engin = 'x'", "unknown key 'engin'"),
        ("engine = 3", "must be a text"),
        ("fetch_timeout = 'soon'", "must be a number"),
        ("fetch_timeout = true", "must be a number"),
        ("fetch_timeout = -1", "must be 0.1 or more"),
        ("fetch_timeout = nan", "must be 0.1 or more"),
        ("prefetch_texts = -5", "must be 0 or more"),
        ("keys.view = 'F6'", "must be a table of lists of keys"),
        ("keys.view = []", "must be a table of lists of keys"),
        ("engine = ", "not valid TOML"),
        ("ambiguous = 'broad'", "one of narrow, wide"),
        ("reading_width = 20", "must be 0 or from 60 to 240"),
        ("name_style = 'own'", "must be one of official, ap, mofa"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said) as raised:
        Settings.load(file, {})
    assert str(file) in str(raised.value)


def test_everything_lies_under_the_home(tmp_path: Path) -> None:
    paths = Paths.find(tmp_path)
    for path in (paths.config_file, paths.library, paths.models, paths.glossary, paths.logs):
        assert path.is_relative_to(tmp_path)
    assert not list(tmp_path.iterdir())
