"""The log of newsreader's own faults."""

import logging
from pathlib import Path

import pytest

from newsreader.log import open_log


def test_what_cannot_be_logged_disturbs_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("newsreader")
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "propagate", logger.propagate)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    (tmp_path / "newsreader.log").mkdir()
    assert open_log(tmp_path)
    logger.error("a fault")
    assert capsys.readouterr().err == ""
